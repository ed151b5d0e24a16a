"""Shows a foreseen error over a window, in its three sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import LoginOver, UserFacingError
from hvacdesk.ui.pressed import Press, named, pressed
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.failure import Failure
from hvacdesk.ui.widgets.standing_note import standing
from hvacdesk.ui.widgets.waiting_line import unheard_in_dialog, unread_in_dialog


class ErrorDialog(Dialog):
    """The dialog of :func:`show_error`."""

    def __init__(self, error: UserFacingError, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("ErrorDialog", "This did not work"), parent)
        self.error = error
        press = pressed()
        if error.may_be_done and press.name:
            about = QCoreApplication.translate("ErrorDialog", "Pressed: {act}")
            self.add_text(about.format(act=named(press)), "muted")
        self.body.addWidget(Failure(error))
        self.set_primary(self.tr("Close"))


def _say_unread(parent: QWidget | None, error: UserFacingError) -> None:
    """A dialog stays without what it was to show, or without a word of what was pressed in it.

    A form says so itself.
    """
    window = parent.window() if parent is not None else None
    if not isinstance(window, Dialog) or window.tells_standing:
        return
    press = pressed()
    act = named(Press(press.name)) if press.name and press.place == window.windowTitle() else ""
    if error.passes and not act:
        window.waiting_line.say_unread(unread_in_dialog())
    else:
        window.waiting_line.say_unread(unheard_in_dialog(act, perhaps=not error.passes))


def show_error(parent: QWidget | None, error: UserFacingError) -> ErrorDialog | None:
    """Tell about the error without blocking the program; returns the open dialog.

    None is opened for what is said already in the window and in the form: that this did nothing is said once
    it is over. Nor for the end of a login: that
    closes the desk, and each call that it breaks off would open one more.
    """
    if standing.says_later(error):
        _say_unread(parent, error)
        return None
    if standing.at_desk and isinstance(error, LoginOver):
        return None
    dialog = ErrorDialog(error, parent)
    dialog.open()
    return dialog
