"""Whether a dialog about the same record is open already, so that a second Enter opens no second one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog

Kind = TypeVar("Kind", bound=QDialog)


def in_front(kind: type[Kind], same: Callable[[Kind], bool]) -> Kind | None:
    """The dialog of that kind on top, or under the forms that were opened from it; None where it is another.

    What is read before a dialog opens is read in the background, so a second click comes before the first
    has opened anything: this is asked when the dialog is about to be built.
    """
    part = QApplication.activeModalWidget()
    while part is not None:
        if isinstance(part, kind) and part.isVisible() and same(part):
            return part
        part = part.parentWidget()
    return None
