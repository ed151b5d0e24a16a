"""At the foot of a seat's window: that the office PC does not answer, or that everybody is asked to pause."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.seats.seats import Pause
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.seats.calls import NoAnswer
from hvacdesk.ui import background
from hvacdesk.ui.edits import Notify
from hvacdesk.ui.language import words
from hvacdesk.ui.office.self_check_dialog import SelfCheckDialog
from hvacdesk.ui.pressed import Press, named
from hvacdesk.ui.shell.seat_life import SeatLife
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.notice import NoticePlace, StandingStrip
from hvacdesk.ui.widgets.standing_note import standing
from hvacdesk.ui.widgets.waiting_line import WaitingLine
from hvacdesk.ui.widgets.warning_box import WarningBox

MOST_NAMED = 2
"""So many things that were pressed are named in a notice."""


class SeatBanner(StandingStrip):
    """Is shown where notices are, which have their room: what somebody is about to press does not move.

    Attributes:
        text: what is said; empty while nothing is.
        waiting: says in the same place that an answer to a press is awaited.
    """

    def __init__(self, life: SeatLife, place: NoticePlace, notify: Notify) -> None:
        super().__init__(place)
        self._life, self._place, self._notify = life, place, notify
        self.text = ""
        self._over = False
        self._told: list[WarningBox] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()
        self.waiting = WaitingLine(place, self._waits_for, self._told_of_wait)
        life.changed.connect(self.follow)
        standing.missed.connect(self._tell_missed)
        self.follow()

    def stop(self) -> None:
        """Another one takes its place, or the login is over: what is heard later is no longer so."""
        self._over = True

    def follow(self) -> None:
        """Say what is so now, here and in the forms that lie over the page."""
        if self._over:
            return
        away = self._life.away
        text = self._text()
        in_forms = self._away_in_forms() if away else text
        standing.say(in_forms, self._way_out(self.check_from), (NoAnswer,) if away else ())
        if text == self.text:
            return
        self.text = text
        clear(self._column)
        self._told = []
        if text:
            self._told = [WarningBox(text, action=self._way_out(self.check)), WarningBox(self._brief_text())]
            for told in self._told:
                told.body.setContentsMargins(theme.px(12), 0, theme.px(2), 0)
                self._column.addWidget(told)
        self._place.stand(self, needed=bool(text), first=True)
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def be_brief(self, *, brief: bool) -> None:
        """Leave out what can be done about it, and what follows of it."""
        for told, shown in zip(self._told, (not brief, brief), strict=False):
            told.setVisible(shown)

    def _waits_for(self, operation: background.Operation) -> bool:
        """What somebody pressed in the window, and what reads by itself says nothing of."""
        return not self._over and bool(operation.press.name) and operation.is_of(self.window())

    def _told_of_wait(self, operation: background.Operation) -> str:
        return self.tr("“{act}”: waiting for the office PC.").format(act=operation.press.name)

    def _tell_missed(self, unsaid: Mapping[Press, UserFacingError]) -> None:
        """Somebody who pressed something meanwhile would wait for it, or think that it was done."""
        if self._over:
            return
        perhaps = [press for press, error in unsaid.items() if not error.passes]
        undone = [press for press, error in unsaid.items() if error.passes]
        told = [self._told_of_perhaps(perhaps)] if perhaps else []
        # What nobody knows a press of was read by itself most often: beside what is known it says nothing.
        if not perhaps or any(press.name for press in undone):
            told.append(self._told_of_undone([press for press in undone if press.name]))
        self._notify(in_a_row(*told))

    def _told_of_perhaps(self, presses: Sequence[Press]) -> str:
        if not all(press.name for press in presses):
            return self.tr(
                "What you pressed while the office PC did not answer may have been done all the same. "
                "Look before you repeat it."
            )
        told = self.tr(
            "No answer came from the office PC. This may have been done all the same: {acts}. Look before "
            "you repeat it."
        )
        return told.format(acts=self._named(presses))

    def _told_of_undone(self, presses: Sequence[Press]) -> str:
        if not presses:
            return self.tr(
                "If you pressed something while the office PC did not answer, it was not done: press it "
                "again."
            )
        told = self.tr("No answer came from the office PC. This was not done: {acts}. Press it again.")
        return told.format(acts=self._named(presses))

    def _named(self, presses: Sequence[Press]) -> str:
        """The newest ones by the words on their buttons and where they are; a notice has room for few."""
        shown = [named(one) for one in presses[-MOST_NAMED:]]
        if len(presses) > MOST_NAMED:
            shown.append(self.tr("%n other(s)", "", len(presses) - MOST_NAMED))
        return self.tr(", ").join(shown)

    def _way_out(self, go: Callable[..., object]) -> tuple[str, Callable[..., object]] | None:
        return (self.tr("Check the connection"), go) if self._life.away else None

    def check(self) -> None:
        """Look why the office PC is not reached."""
        self.check_from(self.window())

    def check_from(self, window: QWidget) -> None:
        """The same over a form."""
        SelfCheckDialog(lambda: self._life.entry.check(words), window, connection=True).open()

    def _away_in_forms(self) -> str:
        return self.tr(
            "The office PC does not answer. What you type is kept as long as hvacdesk stays open here. Save "
            "it once the office PC answers."
        )

    def _brief_text(self) -> str:
        """The same beside a notice."""
        if self._life.away:
            return self.tr("The office PC does not answer.")
        return self.tr("Saving waits for the office PC.")

    def _text(self) -> str:
        if self._life.away:
            return self.tr("The office PC does not answer. Once it does you can go on here.")
        if self._life.pause is Pause.DISPOSAL:
            return self.tr(
                "Customers' data are being destroyed at the office PC. Saving waits for that; it takes some "
                "seconds."
            )
        if self._life.pause is Pause.KEY_RENEWAL:
            return self.tr(
                "The office's keys are being renewed at the office PC. Saving waits for that; it takes some "
                "seconds."
            )
        return ""
