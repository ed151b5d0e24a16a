"""The small window after the desk: a last backup, and word that the computer may be switched off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.backups.backups import BackupOutcome, PlaceState
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.ui import background
from hvacdesk.ui.backups.running import back_up_everywhere
from hvacdesk.ui.language import words
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.enter_key import take_enter
from hvacdesk.ui.widgets.failure import Failure
from hvacdesk.ui.widgets.keyboard import follow_keyboard, go_on
from hvacdesk.ui.widgets.layouts import clear, grow_to_text
from hvacdesk.ui.widgets.line_list import Line, LineList
from hvacdesk.ui.widgets.spoken import speak_as
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.wheel import keep_wheel_for_pages
from hvacdesk.ui.widgets.within_screen import fitting_size, keep_within_screen
from hvacdesk.ui.wording.backup_places import verified_text
from hvacdesk.ui.wording.window_titles import NAMELESS

if TYPE_CHECKING:
    from hvacdesk.services.open_office import Office

WIDTH = 460
SHOWN_AFTER_MS = 300
"""A backup that is done by then needs no window."""


@dataclass(frozen=True)
class Ended:
    """How the last backup went.

    Attributes:
        outcomes: one for each folder; empty where none was due or no folder is named.
        absent: places that are not connected.
        verified_at: stamp of the newest verified backup anywhere, or empty.
    """

    outcomes: tuple[BackupOutcome, ...] = ()
    absent: frozenset[str] = frozenset()
    verified_at: str = ""

    @property
    def to_tell(self) -> tuple[BackupOutcome, ...]:
        """Every failure where no folder has a new backup, otherwise all but absences.

        A disk that is taken home every other day is absent every other day, and today's page says so.
        """
        failed = tuple(one for one in self.outcomes if one.backup is None)
        if len(failed) == len(self.outcomes):
            return failed
        return tuple(one for one in failed if one.place not in self.absent)


class Farewell(QWidget):
    """Backs up and is over; or says what went wrong and leaves the decision to the person.

    Holds no customer's data. Closing it is the same as its button.

    Signals:
        over(): the office may be closed now.
    """

    over = Signal()

    def __init__(self, office: Office, actor: Actor, *, only_if_due: bool) -> None:
        """``only_if_due``: somebody else goes on working here, so only the day's first backup is taken."""
        super().__init__()
        follow_keyboard()
        keep_wheel_for_pages()
        self._office = office
        self._actor = actor
        self._only_if_due = only_if_due
        self._operation: background.Operation | None = None
        self._over = False
        self._show_soon = QTimer(self)
        self._show_soon.setSingleShot(True)
        self._show_soon.setInterval(SHOWN_AFTER_MS)
        self._show_soon.timeout.connect(self.show)
        self.setProperty("role", "window")
        self.setWindowTitle(NAMELESS)
        self.setFixedWidth(fitting_size(self, WIDTH, 0).width())
        speak_as(self, QAccessible.Role.AlertMessage)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # no key ends it by accident
        outer = QVBoxLayout(self)
        edge = theme.px(24)
        outer.setContentsMargins(edge, theme.px(20), edge, theme.px(20))
        outer.setSpacing(theme.px(12))
        content = QWidget(self)
        content.setProperty("role", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        self.heading = label("", "heading", wrap=True)
        self.sentence = label("", "muted", wrap=True)
        self.busy = Busy("", cancellable=False, delay_ms=0)
        self.failures = LineList(self.tr("Folders without a new backup"))
        self.failures.hide()
        for part in (self.heading, self.sentence, self.busy, self.failures):
            column.addWidget(part)
        self._trouble = QVBoxLayout()
        column.addLayout(self._trouble)
        outer.addWidget(content, 1)
        outer.addLayout(self._foot())
        keep_within_screen(self, content)

    def begin(self) -> None:
        """Back up, if there is somewhere to put it."""
        self._say(self.tr("Backing up…"), self._promise())
        self.failures.hide()
        self.retry_button.hide()
        self.leave_button.setText(self._way_out())
        clear(self._trouble)
        self.setFocus()
        self._show_soon.start()
        self._operation = (
            background.ask_with_progress(self, self._work)
            .with_busy(self.busy)
            .then(self._ended)
            .otherwise(self._failed)
        )

    def leave(self) -> None:
        """Be over now, with or without a backup."""
        if self._over:
            return
        self._over = True
        self._show_soon.stop()
        if self._operation is not None:
            self._operation.cancel()
        self.hide()
        self.over.emit()
        self.deleteLater()

    # Parts

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addStretch(1)
        self.leave_button = button(self._way_out(), self.leave)
        self.retry_button = button(self.tr("Try again"), self.begin, kind="primary", icon="rotate-cw")
        self.retry_button.hide()
        foot.addWidget(self.leave_button)
        foot.addWidget(self.retry_button)
        return foot

    def _say(self, heading: str, sentence: str) -> None:
        self.heading.setText(heading)
        self.sentence.setText(sentence)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)

    def _way_out(self) -> str:
        return self.tr("Skip the backup") if self._only_if_due else self.tr("Close without a backup")

    def _promise(self) -> str:
        if self._only_if_due:
            return self.tr("The first backup of the day is taken. The login window follows by itself.")
        return self.tr("This window closes by itself. You can switch the computer off afterwards.")

    # The work

    def _work(self, progress: background.Progress) -> Ended:
        backups = self._office.backups
        before = backups.overview(self._actor)
        if not before.places or (self._only_if_due and not before.due):
            return Ended()
        outcomes = back_up_everywhere(self._office, self._actor, words, progress)
        after = backups.overview(self._actor)
        absent = frozenset(one.place for one in after.places if one.state is PlaceState.ABSENT)
        return Ended(outcomes, absent, after.verified_at)

    def _ended(self, ended: Ended) -> None:
        if ended.to_tell and not self._over:
            self._tell(ended)
        else:
            self.leave()

    def _tell(self, ended: Ended) -> None:
        verified = verified_text(ended.verified_at, self._office.today())
        safe = self.tr("The data on this computer is not affected.")
        self._say(self.tr("Not every backup could be taken"), in_a_row(safe, verified))
        self.failures.set_lines(
            [
                Line(one.folder, alarm=words(one.failure) if one.failure is not None else "")
                for one in ended.to_tell
            ]
        )
        self.failures.show()
        if len(ended.to_tell) < len(ended.outcomes):
            self.leave_button.setText(self.tr("Close"))
        self._wait_for_a_decision()

    def _failed(self, error: UserFacingError) -> None:
        if self._over:
            return
        self._say(self.tr("The backup could not be taken"), "")
        self._trouble.addWidget(Failure(error))
        self._wait_for_a_decision()

    def _wait_for_a_decision(self) -> None:
        self._show_soon.stop()
        self.retry_button.show()
        self.show()
        self.adjustSize()
        grow_to_text(self)
        self.activateWindow()
        self.retry_button.setFocus()

    # Qt's overrides

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not take_enter(self, event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.leave()
