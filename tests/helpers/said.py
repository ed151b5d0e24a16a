"""Everything that a screen reader could read out of the program now, shown or not."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

KINDS = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)


def said() -> str:
    """The texts of the whole accessibility tree, from the program down, one a line."""
    app = QApplication.instance()
    assert app is not None
    root = QAccessible.queryAccessibleInterface(app)
    return "\n".join(text for one in _tree(root) for text in _texts(one))


def _tree(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield one
    for at in range(one.childCount()):
        child = one.child(at)
        if child is not None:  # it went while it was looked at
            yield from _tree(child)


def _texts(one: QAccessibleInterface) -> Iterator[str]:
    yield from filter(None, (one.text(kind) for kind in KINDS))
    typed = one.textInterface()
    if typed is not None:
        yield typed.text(0, typed.characterCount())
