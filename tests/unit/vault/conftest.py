"""Cheap passphrases and an office over a key store in memory, for every test of the vault's parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.vault_offices import MadeOffice, MemorySecrets, make_office


@pytest.fixture
def office(tmp_path: Path) -> MadeOffice:
    """A new office with its owner logged in."""
    return make_office(tmp_path / "office", MemorySecrets())
