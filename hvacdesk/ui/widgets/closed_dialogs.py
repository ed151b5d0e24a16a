"""Deleting closed dialogs: Qt keeps each of them for as long as the window that it was opened from.

A closed dialog cannot be read out any more, by a screen reader or by a program that asks as one does; and it
is deleted before long. Measured: 2.7 MB for each call note, 540 MB for a day with two hundred of them.
"""

from __future__ import annotations

from weakref import ref

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

LINGERING = 8
"""So many of the dialogs closed last are kept: the answer to work that they began may still come."""

_closed: list[ref[QDialog]] = []


def linger(dialog: QDialog) -> None:
    """A dialog was closed; delete those that were closed long before it and were not opened again."""
    leave_no_window(dialog)
    _closed[:] = [
        one for one in _closed if (there := one()) is not None and isValid(there) and there is not dialog
    ]
    _closed.append(ref(dialog))
    for one in _closed[:-LINGERING]:
        _closed.remove(one)
        former = one()
        if former is not None and not _in_use(former):
            former.deleteLater()


def leave_no_window(dialog: QWidget) -> None:
    """Give up a hidden dialog's window, by which the system knows it; it gets another when it is shown.

    An event of that very window may have hidden it, so this waits until the event has ended.
    """
    QTimer.singleShot(0, dialog, lambda: _give_up_window(dialog))


def _give_up_window(dialog: QWidget) -> None:
    if not dialog.isVisible():
        dialog.destroy()


def _in_use(dialog: QDialog) -> bool:
    """Whether it was opened again, or another one is still open over it."""
    return any(one.isVisible() for one in (dialog, *dialog.findChildren(QDialog)))
