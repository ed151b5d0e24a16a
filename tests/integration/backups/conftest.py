"""Offices with a customer, on the real vault and a real key store; passphrase work is cheap."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hvacdesk.domain.roles import Role
from tests.helpers.disks import NotPermitted, SmallDisk, small_disk
from tests.helpers.people import customer
from tests.helpers.real_office import RealOffice, copied_real_office, new_real_office
from tests.helpers.secret_service import SecretService
from tests.integration.backups.session import Session, session_of


@pytest.fixture
def real(tmp_path: Path, secret_service: SecretService) -> Iterator[RealOffice]:
    """An office with one customer and its owner."""
    yield copied_real_office(_with_a_customer, tmp_path / "office")
    secret_service.forget_all()


def _with_a_customer(home: Path) -> RealOffice:
    made = new_real_office(home, everybody=False)
    office, owner = made.login(Role.OWNER)
    office.customers.add(owner, customer())
    office.leave(owner)
    return made


@pytest.fixture
def owner(real: RealOffice) -> Iterator[Session]:
    """The owner's session."""
    session = session_of(real, Role.OWNER)
    yield session
    session.close()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder for backups with a difficult name."""
    made = tmp_path / "外付け ディスク" / "控え #1"
    made.mkdir(parents=True)
    return made


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A disk of its own, of a few megabytes."""
    try:
        with small_disk(tmp_path / "disk", 8) as made:
            yield made
    except NotPermitted as reason:
        pytest.skip(str(reason))


@pytest.fixture
def copied(real: RealOffice, tmp_path: Path) -> Path:
    """The office's folder as it is at the beginning."""
    return Path(shutil.copytree(real.home, tmp_path / "as it was"))
