"""Whether a dialog about the same record is open already, so that a second Enter opens no second one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog

Kind = TypeVar("Kind", bound=QDialog)


def in_front(kind: type[Kind], same: Callable[[Kind], bool]) -> Kind | None:
    """The open dialog of that kind, on top or under the forms that were opened over it; None where none is.

    Where another one of its kind lies over it, it comes to the front. What is read before a dialog opens is
    read in the background, so a second click comes before the first has opened anything: this is asked when
    the dialog is about to be built.
    """
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    found = next((one for one in shown if same(one)), None)
    top = QApplication.activeModalWidget()
    if found is not None and top is not found and isinstance(top, kind) and not found.isAncestorOf(top):
        found.hide()  # of two modal windows the one that is shown last has the keyboard
        found.show()
    return found
