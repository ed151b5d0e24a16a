from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.ground import Ground, new_ground


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Ground]:
    """A new office's workplace over a real encrypted file."""
    made = new_ground(tmp_path)
    yield made
    made.close()
