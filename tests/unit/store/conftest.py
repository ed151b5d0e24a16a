from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hvacdesk.store.engine import Store
from tests.helpers.ground import EncryptedFile, new_store


@pytest.fixture
def encrypted(tmp_path: Path) -> EncryptedFile:
    """A new, empty encrypted file."""
    return EncryptedFile(tmp_path / "empty.db")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with all tables."""
    opened = new_store(tmp_path)
    yield opened
    opened.close()
