"""Offices over a real key store; passphrase work is cheap, everything else is the program's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hvacdesk.vault.office import DeviceKeyring
from tests.helpers.secret_service import SecretService, private_bus
from tests.helpers.two_keyrings import Desktop, two_keyrings
from tests.helpers.vault_offices import MadeOffice, make_office


@pytest.fixture
def service(tmp_path: Path) -> Iterator[SecretService]:
    """An unlocked key store of this test alone, which it may lock and stop."""
    with private_bus(tmp_path / "keyring") as running:
        running.start_unlocked()
        yield running


@pytest.fixture
def desktop(service: SecretService) -> Iterator[Desktop]:
    """That key store with two keyrings, both open."""
    with two_keyrings(service) as made:
        yield made


@pytest.fixture
def office(tmp_path: Path, secret_service: SecretService) -> MadeOffice:
    """A new office whose device secret lies in the session's real key store."""
    assert secret_service.is_open()
    return make_office(tmp_path / "office", DeviceKeyring())
