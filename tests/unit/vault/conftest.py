"""Cheap passphrases and an office over a key store in memory, for every test of the vault's parts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.vault_offices import MadeOffice, MemorySecrets, cheap_passphrases, make_office


@pytest.fixture(autouse=True)
def _cheap() -> Iterator[None]:
    with cheap_passphrases():
        yield


@pytest.fixture
def office(tmp_path: Path) -> MadeOffice:
    """A new office with its owner logged in."""
    return make_office(tmp_path / "office", MemorySecrets())
