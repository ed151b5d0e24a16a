"""Offices that a test may spoil, over a key store of the test's own; passphrase work is cheap."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hvacdesk.domain.roles import Role
from tests.helpers.people import customer
from tests.helpers.real_office import RealOffice, new_real_office
from tests.helpers.secret_service import SecretService, private_bus


@pytest.fixture(scope="module")
def service(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SecretService]:
    """A key store that tests may lock and stop, and leave running and unlocked; Windows has but one."""
    if sys.platform == "win32":
        yield request.getfixturevalue("secret_service")
        return
    with private_bus(tmp_path_factory.mktemp("keyring")) as running:
        running.start_unlocked()
        with running.kept_alive():
            yield running


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, service: SecretService) -> RealOffice:
    """An office with one customer."""
    assert service.is_open()
    real = new_real_office(tmp_path_factory.mktemp("template") / "office")
    office, desk = real.login(Role.DESK)
    office.customers.add(desk, customer())
    office.leave(desk)
    return real


@pytest.fixture
def real(template: RealOffice, tmp_path: Path) -> RealOffice:
    """A copy of that office for one test."""
    shutil.copytree(template.home, tmp_path / "office")
    return RealOffice(tmp_path / "office", template.clock, template.accounts)
