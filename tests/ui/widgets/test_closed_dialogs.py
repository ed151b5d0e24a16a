"""A closed dialog does not stay until the window does."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from hvacdesk.ui.widgets.closed_dialogs import LINGERING
from hvacdesk.ui.widgets.dialog import Dialog


class News(Dialog):
    """Stays when what it was opened from is closed."""


def opened(window: QWidget) -> Dialog:
    dialog = Dialog("A question", window)
    dialog.open()
    return dialog


def closed(window: QWidget) -> Dialog:
    dialog = opened(window)
    dialog.reject()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return dialog


def test_only_those_closed_last_stay(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialogs = [closed(window) for _ in range(LINGERING + 3)]
    assert [isValid(one) for one in dialogs] == [False] * 3 + [True] * LINGERING
    assert len(window.findChildren(QDialog)) == LINGERING


def test_one_that_was_opened_again_stays_and_so_does_one_under_another(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    again, under = closed(window), opened(window)
    over = News("What is no question about the other one", under)
    over.open()
    under.reject()
    again.open()
    for _ in range(LINGERING + 3):
        closed(window)
    assert isValid(again)
    assert isValid(under)
    assert over.isVisible()
