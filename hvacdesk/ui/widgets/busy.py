"""Progress with cancel. Appears only after a moment, so that quick work does not flicker."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.held_fields import STAYS_FREE, hold, let_go
from hvacdesk.ui.widgets.text import label


class Busy(QWidget):
    """A line of text, a bar and *Cancel*; give it to :meth:`hvacdesk.ui.background.Ask.with_busy`.

    Args:
        text: what is going on, shown until the work names its steps.
        cancellable: whether stopping half-way is safe and offered.
        disable: a widget that is disabled while the work runs, for example the button that started it. One
            that was disabled before stays so.
        holds: fields of a page that are saved: nothing is typed into them until that is done. A dialog's are
            held by :meth:`hvacdesk.ui.widgets.dialog.Dialog.rest`.
    """

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        cancellable: bool = True,
        disable: QWidget | None = None,
        holds: QWidget | None = None,
        delay_ms: int = 400,
    ) -> None:
        super().__init__(parent)
        self._disable, self._holds = disable, holds
        self.setProperty(STAYS_FREE, True)
        self._disabled = False
        self._cancel: Callable[[], None] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        self.text = label(text, "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(text)
        self.bar.setFixedHeight(theme.px(6))
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        row.addWidget(self.bar, 1)
        self.cancel_button = button(self.tr("Cancel"), self._on_cancel, kind="link", parent=self)
        self.cancel_button.setVisible(cancellable)
        row.addWidget(self.cancel_button)
        column.addWidget(self.text)
        column.addLayout(row)
        # Shown only after a moment, so that quick work does not flicker.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay_ms)
        self._timer.timeout.connect(self.show)
        self.hide()

    def begin(self, cancel: Callable[[], None]) -> None:
        """Work started; ``cancel`` asks it to stop."""
        self._cancel = cancel
        self.bar.setRange(0, 0)
        self.cancel_button.setEnabled(True)
        if self._disable is not None and self._disable.isEnabledTo(self._disable.window()):
            self._disabled = True
            self._disable.setEnabled(False)
        if self._holds is not None:
            hold(self._holds)
        self._timer.start()

    def advance(self, done: int, total: int, text: str) -> None:
        """The work made progress; ``total`` 0 means that nobody knows how long it takes."""
        self.bar.setRange(0, max(0, total))
        self.bar.setValue(done)
        if text:
            self.say(text)

    def say(self, text: str) -> None:
        """Name what is going on."""
        self.text.setText(text)
        self.bar.setAccessibleName(text)

    def finish(self) -> None:
        """The work ended, one way or another."""
        self._timer.stop()
        self.hide()
        self._cancel = None
        if self._holds is not None:
            let_go(self._holds)
        if self._disable is not None and self._disabled:
            self._disabled = False
            self._disable.setEnabled(True)

    def _on_cancel(self) -> None:
        if self._cancel is not None:
            self.cancel_button.setEnabled(False)
            self._cancel()
