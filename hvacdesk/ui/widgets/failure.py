"""What a page or window shows when something foreseen went wrong: what happened, what is safe, what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.icons import pixmap
from hvacdesk.ui.language import words
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.scroll_column import bring_into_sight
from hvacdesk.ui.widgets.standing_note import standing
from hvacdesk.ui.widgets.text import label

Action = tuple[str, Callable[[], object]]


class Failure(QWidget):
    """The three sentences of a :class:`UserFacingError` with *Try again* and perhaps other ways out."""

    def __init__(
        self,
        error: UserFacingError,
        retry: Callable[[], object] | None = None,
        *,
        others: Sequence[Action] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        # Sentences hold ISO dates; a window shows days as its language writes them.
        what, safe, todo = map(day_text, error.sentences(words))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(14))
        picture = QLabel()
        picture.setPixmap(pixmap("triangle-alert", theme.px(24), "warn", self.devicePixelRatioF()))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        column.addWidget(label(what, "strong", wrap=True))
        column.addWidget(label(safe, "muted", wrap=True))
        column.addWidget(label(todo, wrap=True))
        actions = QHBoxLayout()
        actions.setSpacing(theme.px(8))
        if retry is not None:
            self.retry_button = button(self.tr("Try again"), retry, icon="rotate-cw")
            actions.addWidget(self.retry_button)
        for text, slot in others:
            actions.addWidget(button(text, slot, kind="link"))
        actions.addStretch(1)
        if actions.count() > 1:
            column.addSpacing(theme.px(6))
            column.addLayout(actions)
        row.addLayout(column, 1)
        self.setAccessibleName(what)
        self.setAccessibleDescription(in_a_row(safe, todo))

    def pass_by(self) -> None:
        """Say no more of it once nothing is in the way any longer."""
        if not standing.text:
            self.hide()


class FailureLine:
    """The place in a view or dialog where a refusal is told: one at a time, none once it is tried again.

    Attributes:
        shown: what is told now, if anything.

    Args:
        column: where it is put, at the end or ``at`` a position.
    """

    def __init__(self, column: QBoxLayout, at: int = -1) -> None:
        self._column = column
        self._at = at
        self.shown: Failure | None = None

    def show_error(
        self,
        error: UserFacingError,
        retry: Callable[[], object] | None = None,
        others: Sequence[Action] = (),
    ) -> Failure:
        """Say what went wrong, in place of an earlier failure."""
        self.clear()
        self.shown = Failure(error, retry, others=others)
        if error.passes:
            standing.changed.connect(self.shown.pass_by)
        self._column.insertWidget(self._at, self.shown)
        bring_into_sight(self.shown)
        return self.shown

    def clear(self) -> None:
        """Take the failure away."""
        if self.shown is not None:
            self.shown.hide()
            self.shown.deleteLater()
            self.shown = None


AGAIN_MS = 1_000
"""So often a list that will be readable again by itself looks whether it is."""


class FailurePane(QWidget):
    """Is shown in place of a list that could not be read, and reads it again where the cause passes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error: UserFacingError | None = None
        self._retry: Callable[[], object] = lambda: None
        self._later = QTimer(self, interval=AGAIN_MS)
        self._later.timeout.connect(self._look)
        self._column = QVBoxLayout(self)
        edge = theme.px(24)
        self._column.setContentsMargins(edge, edge, edge, edge)

    def show_error(self, error: UserFacingError, retry: Callable[[], object]) -> None:
        """Say what went wrong, in place of an earlier failure."""
        self._error, self._retry = error.of_reading(), retry
        clear(self._column)
        self._column.addWidget(Failure(self._error, retry))
        self._column.addStretch(1)
        self._follow()

    def _follow(self) -> None:
        if self._error is not None and self._error.passes and self.isVisible():
            self._later.start()
        else:
            self._later.stop()

    def _look(self) -> None:
        if self._error is not None and not standing.tells(self._error):
            self._later.stop()
            self._retry()

    # Qt's overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.stop()
