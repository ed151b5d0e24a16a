"""A dialog whose button starts work that takes a moment: progress at its foot, and no leaving half-way."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget

from hvacdesk.ui import background
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.dialog import Dialog

T = TypeVar("T")


class ShownWork:
    """Shows a dialog's work, lets its buttons rest meanwhile, and does not let it be left half-way.

    Args:
        busy: where in the dialog it is shown.
        doing: names the work.
    """

    def __init__(self, dialog: Dialog, busy: Busy, doing: str) -> None:
        self._dialog, self._busy, self._doing = dialog, busy, doing

    def named(self, doing: str) -> ShownWork:
        """The same for other work."""
        return ShownWork(self._dialog, self._busy, doing)

    def begin(self, cancel: Callable[[], None]) -> None:
        self._dialog.rest(working=True)
        self._busy.say(self._doing)
        self._busy.begin(cancel)

    def advance(self, done: int, total: int, text: str) -> None:
        self._busy.advance(done, total, text)

    def finish(self) -> None:
        self._busy.finish()
        self._dialog.rest(working=False)


class WorkDialog(Dialog):
    """Base class of dialogs that ask, work, and then perhaps say what came of it.

    Attributes:
        answered: whether it says what came of the work; closing then counts as accepting, so that the page
            that opened the dialog reads again.
    """

    tells_standing = True

    def __init__(self, title: str, parent: QWidget | None = None, *, width: int = 480) -> None:
        super().__init__(title, parent, width=width)
        self.answered = False
        self.busy = Busy("", cancellable=False)
        outer = self.layout()
        if isinstance(outer, QBoxLayout):
            outer.insertWidget(outer.indexOf(self.buttons), self.busy)

    def ask(self, doing: str, work: Callable[[], T]) -> background.Ask[T]:
        """As :func:`hvacdesk.ui.background.ask`; the buttons rest meanwhile.

        Args:
            doing: names the work while it runs.
        """
        return background.ask(self, work).with_busy(ShownWork(self, self.busy, doing))

    def ask_with_progress(self, doing: str, work: Callable[[background.Progress], T]) -> background.Ask[T]:
        """As :meth:`ask`, for work that says how far it is."""
        return background.ask_with_progress(self, work).with_busy(ShownWork(self, self.busy, doing))

    def turn_to(self, title: str, close: str) -> None:
        """Empty the dialog for what came of the work; ``close`` are the words on its one button."""
        self.answered = True
        self.set_title(title)
        while (item := self.body.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        for old in self.own_buttons():
            old.hide()
            old.deleteLater()
        self.way_back = None
        self.set_primary(close, self.accept).setFocus()
        QTimer.singleShot(0, self, self.adjustSize)

    # Qt's overrides

    def reject(self) -> None:
        if self.answered and not self.has_to_stay():
            self.accept()
        else:
            super().reject()
