"""A dialog whose button starts work that takes a moment: progress at its foot, and no leaving half-way."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui import background
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.errors import show_error

T = TypeVar("T")


class WorkDialog(Dialog):
    """Base class of dialogs that ask, work, and then perhaps say what came of it.

    Attributes:
        answered: whether it says what came of the work; closing then counts as accepting, so that the page
            that opened the dialog reads again.
    """

    def __init__(self, title: str, parent: QWidget | None = None, *, width: int = 480) -> None:
        super().__init__(title, parent, width=width)
        self.answered = False
        self.working = False
        self.busy = Busy("", cancellable=False)
        outer = self.layout()
        if isinstance(outer, QBoxLayout):
            outer.insertWidget(outer.indexOf(self.buttons), self.busy)

    def start(
        self,
        doing: str,
        work: Callable[[background.Progress], T],
        done: Callable[[T], object],
        failed: Callable[[UserFacingError], object] | None = None,
    ) -> None:
        """Do the work on a worker thread; the buttons rest meanwhile. A failure is told over the dialog.

        Args:
            doing: names the work while it runs.
        """
        self.busy.say(doing)
        self._rest(working=True)

        def end(answer: T) -> None:
            self._rest(working=False)
            done(answer)

        def fail(error: UserFacingError) -> None:
            self._rest(working=False)
            if failed is not None:
                failed(error)
            else:
                show_error(self, error)

        background.run(self, work, end, fail, busy=self.busy)

    def turn_to(self, title: str, close: str) -> None:
        """Empty the dialog for what came of the work; ``close`` are the words on its one button."""
        self.answered = True
        self.set_title(title)
        while (item := self.body.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        for old in self._own_buttons():
            old.hide()
            old.deleteLater()
        self.way_back = None
        self.set_primary(close, self.accept).setFocus()
        QTimer.singleShot(0, self, self.adjustSize)

    def _rest(self, *, working: bool) -> None:
        self.working = working
        for one in self._own_buttons():
            one.setEnabled(not working)

    def _own_buttons(self) -> list[QPushButton]:
        items = (self.buttons.itemAt(at) for at in range(self.buttons.count()))
        parts = (item.widget() for item in items if item is not None)
        return [one for one in parts if isinstance(one, QPushButton) and one is not self.help_way]

    # Qt's overrides

    def reject(self) -> None:
        if self.working:
            return
        if self.answered:
            self.accept()
        else:
            super().reject()
