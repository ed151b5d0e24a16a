"""What is visible in a window, looked for once where many checks ask one after the other.

A main window keeps its former pages: of its thousands of parts some hundred are visible. ``findChildren``
hands each of the thousands to Python before it is asked anything; what is hidden has nothing visible in it
but windows, so that the walk here goes no further there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget

W = TypeVar("W", bound=QWidget)
_still: dict[QWidget, list[QWidget]] = {}


def visible(window: QWidget, kind: type[W]) -> list[W]:
    """The visible parts of a kind, in their order, the window itself apart."""
    if window in _still:
        return [one for one in _still[window] if isinstance(one, kind)]
    if any(one.isVisible() and _is_within(one, window) for one in QApplication.topLevelWidgets()):
        return [one for one in window.findChildren(kind) if one.isVisible()]
    return [one for one in _shown_parts(window) if isinstance(one, kind)]


def _is_within(one: QWidget, window: QWidget) -> bool:
    """Whether a window of its own belongs to a part of another one, at any depth."""
    above = one.parentWidget()
    while above is not None and above is not window:
        above = above.parentWidget()
    return above is not None


def _shown_parts(part: QWidget) -> Iterator[QWidget]:
    """The visible parts of one that has no windows within, each before its own parts."""
    for child in part.children():
        if isinstance(child, QWidget) and child.isVisible():
            yield child
            yield from _shown_parts(child)


@contextmanager
def standing_still(window: QWidget) -> Iterator[None]:
    """Within the block nothing in the window comes, goes, or is hidden."""
    _still[window] = visible(window, QWidget)
    try:
        yield
    finally:
        del _still[window]
