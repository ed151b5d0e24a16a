"""What somebody pressed, for as long as what it began is under way: an error can say then what it is about.

A button's slot runs within it, and so does what follows of the work that the slot asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget


class Press(NamedTuple):
    """A press on a button.

    Attributes:
        name: the words on it; empty where nothing is known of a press.
        place: the title of the dialog or page, with the record where that is named.
    """

    name: str = ""
    place: str = ""


_now = [Press()]


@contextmanager
def pressing(press: Press) -> Iterator[None]:
    """What is done within it comes of this press. Only on the windows' thread."""
    _now.append(press)
    try:
        yield
    finally:
        _now.pop()


def press_of(button: QAbstractButton) -> Press:
    """What a press on this button is called by whoever pressed it."""
    name = button.accessibleName() or button.text().replace("&&", "&")
    return Press(name.partition("  ")[0].rstrip("…"), _place(button))


def named(press: Press) -> str:
    """A press whose name is known, as whoever pressed it is told of it."""
    if not press.place:
        return QCoreApplication.translate("Pressed", "“{act}”").format(act=press.name)
    said = QCoreApplication.translate("Pressed", "“{act}” ({place})")
    return said.format(act=press.name, place=press.place)


def _place(part: QWidget | None) -> str:
    from hvacdesk.ui.widgets.page import Page  # has buttons itself

    while part is not None:
        if isinstance(part, QDialog):
            return part.windowTitle()
        if isinstance(part, Page):
            return "  ".join(filter(None, (part.accessibleName(), part.in_hand()[1])))
        part = part.parentWidget()
    return ""


def pressed() -> Press:
    """The press of which comes what is done now."""
    return _now[-1]
