"""Breaking one step of the program for a while: to see that what depends on it notices."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def replaced(place: object, name: str, by: object) -> Iterator[None]:
    """Within the block, the attribute ``name`` of ``place`` is ``by``."""
    with pytest.MonkeyPatch.context() as patching:
        patching.setattr(place, name, by)
        yield
