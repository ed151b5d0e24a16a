"""What is visible in a window, looked for once where many checks ask one after the other.

A main window keeps its former pages: of its thousands of parts some hundred are visible.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)
_still: dict[QWidget, list[QWidget]] = {}


def visible(window: QWidget, kind: type[W]) -> list[W]:
    """The visible parts of a kind, in their order, the window itself apart."""
    if window in _still:
        return [one for one in _still[window] if isinstance(one, kind)]
    return [one for one in window.findChildren(kind) if one.isVisible()]


@contextmanager
def standing_still(window: QWidget) -> Iterator[None]:
    """Within the block nothing in the window comes, goes, or is hidden."""
    _still[window] = visible(window, QWidget)
    try:
        yield
    finally:
        del _still[window]
