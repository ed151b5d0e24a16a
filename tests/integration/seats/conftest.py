"""An office PC on which several people log in, each from a seat of their own."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from hvacdesk.domain.roles import Role
from tests.helpers.office_network import OfficeNetwork, office_network
from tests.helpers.office_pc import OfficePc
from tests.helpers.people import customer, payment
from tests.helpers.real_office import NAMES, SECOND_OWNER, RealOffice, copied_real_office, new_real_office
from tests.helpers.secret_service import SecretService


@pytest.fixture
def pc(tmp_path: Path, secret_service: SecretService) -> Iterator[OfficePc]:
    """Two owners, the desk and accounting work here; one customer has payment fields."""
    opened = OfficePc(copied_real_office(_staffed, tmp_path / "office"))
    yield opened
    opened.close()
    secret_service.forget_all()


def _staffed(home: Path) -> RealOffice:
    made = new_real_office(home, names=(SECOND_OWNER, NAMES[Role.DESK], NAMES[Role.ACCOUNTING]))
    office, owner = made.login(Role.OWNER)
    office.customers.add(owner, customer(payment=payment()))
    office.leave(owner)
    return made


@pytest.fixture
def others() -> Iterator[ThreadPoolExecutor]:
    """Threads beside the test's own."""
    with ThreadPoolExecutor() as pool:
        yield pool


@pytest.fixture
def network(tmp_path: Path, secret_service: SecretService) -> Iterator[OfficeNetwork]:
    with office_network(tmp_path) as made:
        yield made
