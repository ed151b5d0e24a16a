"""What is asked about seats: a name, and before one is suspended, removed or set up anew, or all are cut off.

At a seat also where the office PC is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.seats.seats import Seat, SeatState
from hvacdesk.seats.seat_entry import SeatEntry
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.language import listed, words
from hvacdesk.ui.owners_seats import OwnersSeats
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.work_dialog import WorkDialog


class RenameSeatForm(FormDialog):
    """The name by which the office knows a PC, such as where it is."""

    def __init__(self, context: DeskContext, seats: OwnersSeats, seat: Seat) -> None:
        super().__init__(context, "", width=440)
        self.set_title(self.tr("Rename {name}").format(name=seat.name))
        self._seats, self._seat = seats, seat
        self.name = self.form.add("name", self.tr("Name"), QLineEdit(seat.name), required=True)
        self.name.selectAll()
        self.watch(known=True)
        self.keep_draft("seat", seat.seat, "settings", tab="seats", seat=seat.seat)
        self.name.setFocus()

    def collect(self) -> Callable[[], object]:
        ctx, seats, seat, name = self.ctx, self._seats, self._seat, self.name.text().strip()
        return lambda: seats.listed.set_name(ctx.actor, seat.seat, name, seat.name)


def logged_out_text(names: Sequence[str]) -> str:
    """What is said before people who work at other PCs are logged out."""
    return QCoreApplication.translate(
        "SeatDialogs",
        "Logged in there now: {names}. They are logged out at once. What they saved stays.",
    ).format(names=listed(names))


def kept_text() -> str:
    """What becomes of half-typed forms at a PC that stays a seat."""
    return QCoreApplication.translate(
        "SeatDialogs",
        "What they are typing is kept in the memory of their PC and offered to them when they log in there "
        "again.",
    )


class _SeatQuestion(Dialog):
    """A question about seats; ``go_on`` is what it is about."""

    def __init__(self, context: DeskContext, go_on: Callable[[], object]) -> None:
        super().__init__("", context.window, width=520)
        self.accepted.connect(go_on)

    def _put(self, question: str, act: str, *told: str, after: str = "") -> None:
        """Show the question, what is said of it, what comes after in a lower voice, and two buttons."""
        self.set_title(question)
        for text in told:
            self.add_text(text)
        if after:
            self.add_text(after, "muted")
        self.set_primary(act, self.accept)
        self.add_secondary(QCoreApplication.translate("SeatDialogs", "Cancel"))


class SuspendSeatDialog(_SeatQuestion):
    """Asks before somebody who works at a PC is logged out because it is suspended."""

    def __init__(
        self, context: DeskContext, seat: Seat, names: Sequence[str], go_on: Callable[[], object]
    ) -> None:
        super().__init__(context, go_on)
        self._put(
            self.tr("Suspend {name}?").format(name=seat.name),
            self.tr("Suspend"),
            *(logged_out_text(names), kept_text()),
            after=self.tr("Nobody can work at that PC until you lift the suspension in this list."),
        )


class SwitchOffDialog(_SeatQuestion):
    """Asks before everybody at other PCs is logged out because the connection is switched off."""

    def __init__(self, context: DeskContext, names: Sequence[str], go_on: Callable[[], object]) -> None:
        super().__init__(context, go_on)
        self._put(
            self.tr("Switch off the work from other PCs?"),
            self.tr("Switch off"),
            *(logged_out_text(names), kept_text()),
            after=self.tr("The list of seats stays, for when you switch it on again."),
        )


class RemoveSeatDialog(WorkDialog):
    """Takes a PC off the list for good."""

    def __init__(self, context: DeskContext, seats: OwnersSeats, seat: Seat) -> None:
        super().__init__("", context.window, width=520)
        self.set_title(self.tr("Remove {name} from the office?").format(name=seat.name))
        self._context, self._seats, self._seat = context, seats, seat
        self.add_text(
            self.tr(
                "From this second on nobody can open the office from that PC. The program keeps no customer "
                "data on its disk."
            )
        )
        if names := seats.at_work(seat.seat):
            self.add_text(logged_out_text(names))
        self.add_text(
            self.tr(
                "Half-typed forms are kept in the office every few seconds and offered to whoever typed them "
                "at their next login at another PC. Only what was typed in the last moment is lost: that PC "
                "drops what it shows as soon as it hears of the removal. Without a connection it hears of "
                "nothing, until its program is closed."
            )
        )
        self.add_text(
            self.tr("For a PC that comes back later, “Suspend” is enough. A removed one joins anew.")
        )
        self.set_primary(self.tr("Remove"), self.remove, kind="danger")
        self.add_secondary(self.tr("Cancel"))

    def remove(self) -> None:
        """Take it off the list."""
        actor, seats, seat = self._context.actor, self._seats, self._seat
        self.ask(
            self.tr("Removing the PC"), lambda: seats.set_state(actor, seat.seat, SeatState.REVOKED)
        ).then(lambda _nothing: self._removed())

    def _removed(self) -> None:
        self.accept()
        self._context.notify(self.tr("{name} was removed.").format(name=self._seat.name))


class OfficePcPlaceDialog(WorkDialog):
    """At a seat: lets somebody type where the office PC is; its certificate decides whether it is the one.

    Nobody has logged in here and there is no open office: it is no :class:`FormDialog`, which keeps a draft.

    Attributes:
        place: what is typed.
    """

    def __init__(self, entry: SeatEntry, parent: QWidget) -> None:
        super().__init__("", parent, width=520)
        self.set_title(self.tr("Where is the office PC now?"))
        self._entry = entry
        self.add_text(
            self.tr(
                "The office PC shows its address under Settings, Other PCs. Whatever you type here: this PC "
                "goes on only where your own office's certificate answers."
            )
        )
        self.place = QLineEdit()
        self._form = Form()
        self._form.add(
            "place",
            self.tr("Address or name of the office PC"),
            self.place,
            required=True,
            hint=self.tr("For example 192.168.1.10:47011; without a port it is the one known so far."),
        )
        self.body.addWidget(self._form)
        self.set_primary(self.tr("Look for it there"), self.look)
        self.add_secondary(self.tr("Cancel"))
        self.place.returnPressed.connect(self.look)
        self.place.setFocus()

    def look(self) -> None:
        """Look for it there."""
        typed, entry = self.place.text().strip(), self._entry
        self._form.clear_errors()
        if not typed:
            self._form.set_error("place", self.tr("Type an address or a name."))
            return
        self.ask(self.tr("Looking for the office PC"), lambda: entry.try_at(typed)).then(
            lambda _nothing: self.accept()
        ).otherwise(self._refused)

    def _refused(self, error: UserFacingError) -> None:
        self._form.set_error("place", error.in_full(words))
        self.place.setFocus()


class SetUpAnewDialog(_SeatQuestion):
    """Asks before everything that PCs knew each other by is made again."""

    def __init__(self, context: DeskContext, go_on: Callable[[], object]) -> None:
        super().__init__(context, go_on)
        self._put(
            self.tr("Set up the connection anew?"),
            self.tr("Set up anew"),
            self.tr(
                "The list of seats begins empty, and every PC joins again with a new code. The office's data "
                "are not touched."
            ),
        )
