"""What speaks against a placement that is being typed, said below its fields."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.calendar.dispatch import Clash, Placement
from hvacdesk.domain.errors import InvalidInput, UserFacingError
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.dispatch import clash_sentences

DELAY_MS = 300


class ClashNote(QWidget):
    """Asks again a moment after each :meth:`seek`; takes no room while nothing speaks against it.

    Attributes:
        names: people's names by account.
        clashes: what was found last.
    """

    def __init__(self, ctx: DeskContext, placement: Callable[[], Placement], job: str = "") -> None:
        """``placement`` reads the fields and may raise :class:`InvalidInput`."""
        super().__init__()
        self._reader = background.Reader(self)
        self._ctx, self._placement, self._job = ctx, placement, job
        self.names: dict[str, str] = {}
        self.clashes: tuple[Clash, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.line = label("", wrap=True, tone="warn")
        column.addWidget(self.line)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._ask)
        self.hide()

    def seek(self, *_what: object) -> None:
        """Something was typed: ask again soon."""
        self._timer.start()

    def _ask(self) -> None:
        if not self.window().isVisible():  # closed meanwhile, and perhaps the office with it
            return
        ctx, job = self._ctx, self._job
        try:
            placement = self._placement()
        except InvalidInput:  # what was said of another day says nothing of what is typed now
            self._reader.drop()
            self._show(())
            return
        self._reader.read(lambda: ctx.office.dispatch.clashes(ctx.actor, placement, job)).then(
            self._show
        ).otherwise(self._nothing)

    def _nothing(self, _error: UserFacingError) -> None:
        self._show(())

    def _show(self, clashes: tuple[Clash, ...]) -> None:
        self.clashes = clashes
        self.line.setText(clash_sentences(clashes, self.names, self._ctx.words))
        self.setVisible(bool(clashes))
