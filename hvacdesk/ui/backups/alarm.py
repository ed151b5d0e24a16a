"""The place over every page for what stays until it is dealt with: damage that was found, a wrong clock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.office.integrity import Damage
from hvacdesk.domain.oversight.clock_behind import ClockBehind
from hvacdesk.domain.oversight.clock_leap import ClockLeap
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.text.wording import Words, in_a_row
from hvacdesk.ui import background
from hvacdesk.ui.backups.clock_question import ClockQuestion
from hvacdesk.ui.backups.damage import AnchorQuestion, DamageBox, RestoreQuestion
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.warning_box import WarningBox

CLOCK_MS = 30_000
"""How soon a clock that was set right is noticed."""


class Alarm(QWidget):
    """Takes no room while nothing is wrong.

    Signals:
        restore_wanted(path): the office shall be closed and a backup restored; an empty path means that it
            still has to be chosen.
    """

    restore_wanted = Signal(str)

    def __init__(self, context: DeskContext) -> None:
        super().__init__()
        self._context = context
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.px(8))
        self._clock: ClockBehind | ClockLeap | None = None
        self._shown: object = None
        self._clock_timer = QTimer(self)
        self._clock_timer.timeout.connect(self.look_at_clock)
        self._show()
        QTimer.singleShot(0, self, self.look_at_clock)

    def refresh(self) -> None:
        """Say what is known to be damaged by now, and look at the clock; what is said already stays."""
        self._show()
        self.look_at_clock()

    def look_at_clock(self) -> None:
        """Compare the clock with the log, beside the window's work; a file that is busy is asked later."""
        check = self._context.office.clock_check
        background.ask(self, lambda: check.behind() or check.leap()).then(self._tell_clock).otherwise(
            lambda _error: None
        )

    def _tell_clock(self, wrong: ClockBehind | ClockLeap | None) -> None:
        changed = type(self._clock) is not type(wrong)
        self._clock = wrong
        if wrong is None:
            self._clock_timer.stop()
        else:
            self._clock_timer.start(CLOCK_MS)
        if changed:
            self._show()

    def _show(self) -> None:
        damage = self._context.office.integrity.damage
        wanted = damage, self._clock, self._context.office.today()
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._column)
        anything = damage is not None or self._clock is not None
        side, top = theme.px(24), theme.px(20) if anything else 0
        self._column.setContentsMargins(side, top, side, 0)
        acts = self._context.actor.may(Permission.MANAGE_OFFICE)
        if damage is not None:
            self._add_damage(damage, acts=acts)
        if self._clock is not None:
            box = ClockBox(self._clock, self._context.words, acts=acts)
            leapt = isinstance(self._clock, ClockLeap)
            box.confirmed.connect(self._ask_for_date if leapt else self._confirm_clock)
            self._column.addWidget(box)

    def _add_damage(self, damage: Damage, *, acts: bool) -> None:
        context = self._context
        today = context.office.today()
        box = DamageBox(damage, context.words, today, acts=acts, at_seat=context.at_seat)
        box.restore_wanted.connect(self.ask_to_restore)
        box.checked.connect(self._ask_to_anchor)
        self._column.addWidget(box)

    def ask_to_restore(self, path: str) -> None:
        """Ask whether to close the office and restore that backup, or one that is still to be chosen."""
        question = RestoreQuestion(self._context.window)
        question.accepted.connect(lambda: self.restore_wanted.emit(path))
        question.open()

    def _ask_to_anchor(self) -> None:
        question = AnchorQuestion(self._context.window)
        audit, actor = self._context.office.audit, self._context.actor
        question.accepted.connect(lambda: self._do(lambda: audit.reanchor(actor)))
        question.open()

    def _ask_for_date(self) -> None:
        question = ClockQuestion(self._context.office.today(), self._context.window)
        question.accepted.connect(self._confirm_clock)
        question.open()

    def _confirm_clock(self) -> None:
        check, actor = self._context.office.clock_check, self._context.actor
        self._do(lambda: check.confirm(actor))

    def _do(self, act: Callable[[], None]) -> None:
        background.ask(self, act).then(lambda _nothing: self.refresh())


class ClockBox(WarningBox):
    """What is wrong, what it means and what to do.

    Args:
        acts: whether the person may answer for the clock, which may have been ahead before.

    Signals:
        confirmed(): the clock is right.
    """

    confirmed = Signal()

    def __init__(self, wrong: ClockBehind | ClockLeap, words: Words, *, acts: bool) -> None:
        super().__init__(day_text(in_a_row(*wrong.sentences(words))))
        if acts:
            text = QCoreApplication.translate("Clock", "I have checked it: the clock is right")
            self.confirm_button = button(text, self.confirmed.emit, kind="link")
            self.body.addWidget(self.confirm_button, 0, Qt.AlignmentFlag.AlignLeft)
