"""The help button of dialogs. The windows that can open the help listen to :data:`help_calls`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from hvacdesk.ui.widgets.buttons import button


class HelpCalls(QObject):
    """Asks for help from wherever somebody is.

    Signals:
        wanted(window): the help for what this window shows.
    """

    wanted = Signal(QWidget)


help_calls = HelpCalls()
"""One for the process; the desk and the entry window each answer for their own windows."""


def help_button(window: QWidget) -> QPushButton:
    """A small button that opens the help for a window, as F1 does."""
    name = QCoreApplication.translate("Help", "Help")
    return button(
        "",
        lambda: help_calls.wanted.emit(window),
        kind="icon",
        icon="circle-question-mark",
        name=name,
        tip=f"{name}  F1",
    )
