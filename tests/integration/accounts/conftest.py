"""An office of the test's own over a real key store; only passphrase work is made cheap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hvacdesk.domain.roles import Role
from tests.helpers.people import customer, payment
from tests.helpers.real_office import NAMES, SECOND_OWNER, RealOffice, copied_real_office, new_real_office
from tests.helpers.secret_service import SecretService

PEOPLE = (SECOND_OWNER, NAMES[Role.DESK], NAMES[Role.ACCOUNTING])


@pytest.fixture
def real(tmp_path: Path, secret_service: SecretService) -> Iterator[RealOffice]:
    """Two owners, the desk and accounting work here; one customer has payment fields."""
    yield copied_real_office(_staffed, tmp_path / "office")
    secret_service.forget_all()


def _staffed(home: Path) -> RealOffice:
    made = new_real_office(home, names=PEOPLE)
    office, owner = made.login(Role.OWNER)
    office.customers.add(owner, customer(payment=payment()))
    office.leave(owner)
    return made
