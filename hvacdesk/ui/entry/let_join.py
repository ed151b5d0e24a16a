"""At the office PC: a code for one other PC, then the words to compare, a name, and the owner's yes."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QLineEdit

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.seats.seats import AuthorityLocked, NobodyJoins, Seat
from hvacdesk.services.seats.invitation import WaitingSeat
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.owners_seats import OwnersSeats
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.compared_words import ComparedWords
from hvacdesk.ui.widgets.errors import show_error
from hvacdesk.ui.widgets.failure import Failure
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.work_dialog import WorkDialog

LOOK_MS = 1_000
"""So often it is looked whether a PC asks."""
ARRIVAL_MS = 200
"""So often, whether the PC that was confirmed came as a seat."""
MINUTE = 60


class LetJoinDialog(WorkDialog):
    """Closed in whatever way but by the owner's yes, it lets nobody join.

    Attributes:
        code: as it is shown; empty before it is drawn and once a PC asks.
        words: what both screens show; None before a PC asks.
        name: what the PC is to be called.
        ended_by: why nobody can join with this code any more.
    """

    def __init__(self, context: DeskContext, seats: OwnersSeats) -> None:
        super().__init__("", context.window, width=560)
        self.set_title(self.tr("Let another PC join"))
        self._context, self._seats = context, seats
        self.code = ""
        self.words: ComparedWords | None = None
        self.name = QLineEdit()
        self.ended_by: UserFacingError | None = None
        self._form = Form()
        self._confirmed: Seat | None = None
        self._left: QLabel | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self.add_secondary(self.tr("Cancel"))
        self.add_text(self.tr("Drawing a code…"))
        actor = context.actor
        self.ask(self.tr("Drawing a code"), lambda: seats.invite(actor)).then(self._show_code).otherwise(
            self._show_end
        )

    def look(self) -> None:
        """Look whether a PC asks and is still there, and how much time is left."""
        if self._confirmed is not None:
            self._look_for(self._confirmed)
            return
        if self.working:
            return
        invitation = self._seats.invitation
        if invitation is None:
            self._show_end(self._seats.nobody_joins)
            return
        if self.words is None and self._left is not None:
            seconds = max(0, int((invitation.until - self._context.office.clock()).total_seconds()))
            self._left.setText(
                self.tr("Good for {minutes}:{seconds} more. Wrong tries so far: {tries}").format(
                    minutes=seconds // MINUTE,
                    seconds=f"{seconds % MINUTE:02}",
                    tries=invitation.wrong_tries,
                )
            )
        waiting = invitation.waiting
        if waiting is not None and self.words is None:
            self._compare(waiting)

    def _show_code(self, code: str) -> None:
        self.code = code
        self._empty()
        steps = (
            self.tr("Start hvacdesk on the other PC, in the same network."),
            self.tr("On its first page choose “Join an office that is on another PC”."),
            self.tr("Type this code there:"),
        )
        for number, text in enumerate(steps, 1):
            self.add_text(f"{number}   {text}")
        ground = Card()
        place, _space, groups = code.partition(" ")
        half = groups.split("-")
        for line in (place, "-".join(half[:4]) + "-", "-".join(half[4:])):
            ground.body.addWidget(label(line, "code"))
        ground.setAccessibleName(code)
        self.body.addWidget(ground)
        self._left = label("", "muted", wrap=True)
        self.body.addWidget(self._left)
        self.add_text(self.tr("Show it to nobody who is not to join."), "muted")
        text = self.tr(
            "Everybody's first login is at this PC, the office PC. After that every PC will do: what they "
            "see there depends on their own role, not on the PC."
        )
        self.add_text(text, "muted")
        self.begin_anew()  # what changes nothing rested while the code was drawn
        self.look()
        self._timer.start()

    def _compare(self, waiting: WaitingSeat) -> None:
        self.code = ""
        self._left = None
        self._empty()
        self.set_title(self.tr("Does the other PC show the same words?"))
        self.words = ComparedWords(waiting.words)
        self.body.addWidget(self.words)
        text = self.tr("It came from {address} with version {version}.")
        self.add_text(text.format(address=waiting.address, version=waiting.version), "muted")
        hint = self.tr("For example where it stands: reception, back office.")
        self._form.add("name", self.tr("Name of the PC"), self.name, required=True, hint=hint)
        self.body.addWidget(self._form)
        self.add_text(
            self.tr("If the words differ, somebody else has the code: refuse, and have a new code drawn.")
        )
        refuse = self.way_back
        if refuse is not None:
            refuse.setText(self.tr("They differ: refuse"))
        self.set_primary(self.tr("They are the same: let it join"), self.confirm)
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        """Fit the window to what it says now, and put the keyboard on the name, which is shown by then."""
        self.adjustSize()
        self.begin_anew()

    def confirm(self) -> None:
        """Take the PC in."""
        self._form.clear_errors()
        actor, seats, name = self._context.actor, self._seats, self.name.text().strip()
        if not name:
            self._form.set_error("name", self.tr("Type a name for the PC."))
            return
        self.ask(self.tr("Letting the PC join"), lambda: seats.listed.confirm(actor, name)).then(
            self._await
        ).otherwise(self._refused)

    def _await(self, seat: Seat) -> None:
        """It belongs to the office once it came with what it was given, and not before."""
        self._confirmed = seat
        self.rest(working=True)
        self.busy.say(self.tr("Waiting for the PC to connect"))
        self.busy.begin(lambda: None)
        self._timer.setInterval(ARRIVAL_MS)
        self._look_for(seat)

    def _look_for(self, seat: Seat) -> None:
        try:
            arrived = self._seats.has_arrived
        except NobodyJoins as error:
            self._stop_waiting()
            actor, seats, left = self._context.actor, self._seats, error
            self.ask(self.tr("Taking the PC back"), lambda: seats.take_back(actor, seat.seat)).then(
                lambda _nothing: self._show_end(left)
            )
            return
        if arrived:
            self._stop_waiting()
            self.accept()
            self._context.notify(self.tr("{name} belongs to the office now.").format(name=seat.name))

    def _stop_waiting(self) -> None:
        self._timer.stop()
        self._confirmed = None
        self.busy.finish()
        self.rest(working=False)

    def _refused(self, error: UserFacingError) -> None:
        if isinstance(error, (AuthorityLocked, NobodyJoins)):
            self._show_end(error)
        elif not self._form.show_invalid(error):
            show_error(self, error)

    def _show_end(self, error: UserFacingError) -> None:
        """The code is over: say so."""
        self._timer.stop()
        self.code = ""
        self.ended_by = error
        self.turn_to(self.tr("No PC can join with this code any more"), self.tr("Close"))
        self.body.addWidget(Failure(error))

    def _empty(self) -> None:
        while (item := self.body.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()

    # Qt's overrides

    def done(self, result: int) -> None:
        self._timer.stop()
        if not self.result_is_yes(result):
            actor, seats = self._context.actor, self._seats
            background.ask(self._context.window, lambda: seats.give_up(actor)).begin()
        super().done(result)

    def result_is_yes(self, result: int) -> bool:
        """Whether it is closed since the owner let the PC in."""
        return result == self.DialogCode.Accepted.value and not self.answered
