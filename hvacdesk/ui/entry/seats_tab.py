"""Other PCs, for the person responsible: switch the connection on, and see to the list of seats."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QWidget

from hvacdesk.domain.clock import stamp
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.updates import SUFFIX
from hvacdesk.domain.seats.places import HIGHEST_PORT, PORT
from hvacdesk.domain.seats.seats import AuthorityLocked, Seat, SeatState, SeatsUnreadable, is_older
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.entry.address_choice import AddressChoice
from hvacdesk.ui.entry.let_join import LetJoinDialog
from hvacdesk.ui.entry.seat_dialogs import (
    RemoveSeatDialog,
    RenameSeatForm,
    SetUpAnewDialog,
    SuspendSeatDialog,
    SwitchOffDialog,
)
from hvacdesk.ui.language import listed, words
from hvacdesk.ui.moments import moment_text
from hvacdesk.ui.own_addresses import own_addresses
from hvacdesk.ui.owners_seats import OwnersSeats, SeatsState
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.file_choice import choose_file
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.line_list import Line, LineAction, LineList
from hvacdesk.ui.widgets.number_field import NumberField
from hvacdesk.ui.widgets.state_tab import StateTab
from hvacdesk.ui.widgets.text import label

LOWEST_PORT = 1024
FOLLOW_MS = 1_000
"""So often the tab looks, while it is in front, who came and went: logins at seats are no change of data."""


class SeatsTab(StateTab):
    """Two cards: the connection, and the seats.

    Attributes:
        addresses, port: where this PC is to be found; at rest while it listens.
        switch: switches the connection on or off.
        with_login: has serving begin with the computer's login.
        join_button: lets another PC join.
        seats: the list.
    """

    def __init__(self, context: DeskContext, seats: OwnersSeats, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._seats = seats
        self._reader = background.Reader(self)
        self._state = SeatsState()
        self._renaming = ""
        self._unusable: UserFacingError | None = None
        self.place_trouble()
        self.column.addWidget(self._connection_card())
        self.column.addWidget(self._seats_card())
        self.column.addWidget(self._installers_card())
        self._following = QTimer(self, interval=FOLLOW_MS)
        self._following.timeout.connect(self.follow)
        self._following.start()

    def follow(self) -> None:
        """Look whether anything is another than what is shown, while the tab is in front."""
        if self.isVisible() and not background.working(self):
            actor = self._context.actor
            self._reader.read(lambda: self._seats.state(actor)).then(self._show_if_new).otherwise(
                self.show_trouble
            )

    def _show_if_new(self, state: SeatsState) -> None:
        if _likeness(state) != _likeness(self._state):
            self._show(state)

    def refresh(self) -> None:
        """Read the connection's state."""
        actor = self._context.actor
        self._reader.read(lambda: self._seats.state(actor)).then(self._show).otherwise(self.show_trouble)

    def rename_later(self, seat: str) -> None:
        """Open the form with a seat's name as soon as the list is read."""
        self._renaming = seat
        self.refresh()

    # Building

    def _connection_card(self) -> Card:
        card = Card(self.tr("Work from other PCs"))
        text = self.tr(
            "People can work in this office from other PCs of the same network. Everything stays on this "
            "PC, the office PC: the others keep no customer data. At each of them everybody sees and does "
            "what their own role allows, the same as here."
        )
        card.body.addWidget(label(text, "muted", wrap=True))
        self.standing = label("", "strong", wrap=True)
        card.body.addWidget(self.standing)
        form = Form()
        self.addresses = form.add(
            "address",
            self.tr("Addresses of this PC"),
            AddressChoice(),
            hint=self.tr("If other PCs come by cable and by Wi-Fi, choose both."),
        )
        self.port = form.add("port", self.tr("Port"), NumberField())
        self.port.setRange(LOWEST_PORT, HIGHEST_PORT)
        self.port.setGroupSeparatorShown(False)
        self.port.setValue(PORT)
        card.body.addWidget(form)
        self.no_address = label(self.tr("This PC is in no private network at the moment."), wrap=True)
        card.body.addWidget(self.no_address)
        self.busy = Busy(self.tr("One moment"), cancellable=False, holds=form)
        card.body.addWidget(self.busy)
        self.switch = button("", self.turn)
        card.body.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        self.with_login = QCheckBox(self.tr("Begin with the login to this computer"))
        self.with_login.clicked.connect(self.start_with_login)
        card.body.addWidget(self.with_login)
        text = self.tr(
            "While it is on, the program goes on without a window after you close it, so that the others can "
            "work. Starting it again brings the login window."
        )
        card.body.addWidget(label(text, "muted", wrap=True))
        return card

    def _seats_card(self) -> Card:
        card = Card(self.tr("Seats"))
        self.join_button = button(self.tr("Let another PC join"), self.let_join, icon="user-plus")
        card.head.addWidget(self.join_button)
        self.first_on = label(
            self.tr("Another PC can join once it is switched on above: choose an address, then “Switch on”."),
            "muted",
            wrap=True,
        )
        card.body.addWidget(self.first_on)
        self.nobody = label(self.tr("No other PC has joined yet."), "muted", wrap=True)
        card.body.addWidget(self.nobody)
        self.seats = LineList(self.tr("Seats"))
        card.body.addWidget(self.seats)
        return card

    def _installers_card(self) -> Card:
        card = Card(self.tr("Update files"))
        self.keep_button = button(self.tr("Choose an update file"), self.ask_update, icon="download")
        card.head.addWidget(self.keep_button)
        text = self.tr(
            "All PCs need the same version. A PC with an older one gets the installer from here, if you keep "
            "the update file; it checks the publisher's signature by itself."
        )
        card.body.addWidget(label(text, "muted", wrap=True))
        self.installers = LineList(self.tr("Kept update files"))
        card.body.addWidget(self.installers)
        return card

    # Showing

    def _show(self, state: SeatsState) -> None:
        self.begin_showing()
        self._state = state
        unusable = state.unreadable or self._unusable
        if unusable is not None:
            self.warn(self._said(unusable), (self.tr("Set up anew"), self._ask_to_set_up))
        if state.failure is not None:
            self.warn(self._said(state.failure), (self.tr("Try again"), self._listen_again))
        self._show_connection(state)
        shown = [one for one in state.seats if one.state is not SeatState.REVOKED]
        self.seats.set_lines([self._line(one, state) for one in shown])
        self.nobody.setVisible(not shown)
        self.join_button.setEnabled(state.listens)
        self.first_on.setVisible(not state.is_on)
        version = self.tr("Version {version}")
        self.installers.set_lines(
            [Line(version.format(version=one.version), (one.system,)) for one in state.kept]
        )
        self.keep_button.setEnabled(state.is_on)
        renaming, self._renaming = self._renaming, ""
        for one in shown:
            if one.seat == renaming:
                self._open(RenameSeatForm(self._context, self._seats, one))

    def _show_connection(self, state: SeatsState) -> None:
        if state.listens:
            text = self.tr("On: other PCs find this one at {addresses}, port {port}.")
        elif state.is_on:
            text = self.tr("Switched on, but other PCs cannot connect at the moment.")
        else:
            text = self.tr("Off: no other PC can connect.")
        self.standing.setText(text.format(addresses=listed(state.found_at), port=state.port))
        self._fill_addresses(state)
        for field in (self.addresses, self.port):
            field.setEnabled(not state.listens)
        self.with_login.setVisible(state.is_on and state.with_login is not None)
        self.with_login.setChecked(bool(state.with_login))
        self.switch.setText(self.tr("Switch off") if state.is_on else self.tr("Switch on"))
        possible = bool(self.addresses.chosen) and state.unreadable is None
        self.switch.setEnabled(state.is_on or possible)

    def _fill_addresses(self, state: SeatsState) -> None:
        chosen = state.addresses or self.addresses.chosen
        found = {one.address: f"{one.address}  ({one.network})" for one in own_addresses()}
        for address in state.addresses:
            found.setdefault(address, address)
        self.addresses.set_addresses(found, chosen)
        self.no_address.setVisible(not found)
        if state.port:
            self.port.setValue(state.port)

    def _line(self, seat: Seat, state: SeatsState) -> Line:
        rename = LineAction(
            self.tr("Rename"), partial(self._rename, seat), self.tr("Rename {name}").format(name=seat.name)
        )
        if seat.state is SeatState.LOCKED:
            about = self.tr("Lift the suspension of {name}").format(name=seat.name)
            turn = LineAction(self.tr("Lift the suspension"), partial(self._lift, seat), about)
        else:
            about = self.tr("Suspend {name}").format(name=seat.name)
            turn = LineAction(self.tr("Suspend"), partial(self._suspend, seat), about)
        remove = LineAction(
            self.tr("Remove"), partial(self._remove, seat), self.tr("Remove {name}").format(name=seat.name)
        )
        return Line(
            seat.name, self._notes(seat), chip=self._chip(seat, state), actions=[rename, turn, remove]
        )

    def _notes(self, seat: Seat) -> list[str]:
        if seat.last_seen is None:
            return [self.tr("Never connected yet.")]
        seen = day_text(moment_text(stamp(seat.last_seen), self._context.today()))
        return [
            self.tr("Last seen {time}, from {address}, version {version}").format(
                time=seen, address=seat.address, version=seat.version
            )
        ]

    def _chip(self, seat: Seat, state: SeatsState) -> ChipValue:
        if seat.state is SeatState.LOCKED:
            return ChipValue(self.tr("Suspended"), Tone.WARN)
        who = state.at_work.get(seat.seat)
        if who:
            return ChipValue(self.tr("{name} is logged in").format(name=who), Tone.GOOD)
        if is_older(seat.version, state.version):
            return ChipValue(self.tr("Older version"), Tone.WARN)
        return ChipValue(self.tr("May work"), Tone.NEUTRAL)

    @staticmethod
    def _said(error: UserFacingError) -> str:
        return error.in_full(words)

    # Acts

    def turn(self) -> None:
        """Switch it on or off; before somebody who works at a seat is logged out, that is asked."""
        if not self._state.is_on:
            self._switch_on()
        elif names := self._seats.at_work():
            self._open(SwitchOffDialog(self._context, names, self._switch_off))
        else:
            self._switch_off()

    def _switch_off(self) -> None:
        actor, seats = self._context.actor, self._seats
        self._do(lambda: seats.switch_off(actor))

    def ask_update(self) -> None:
        """Let the person choose an update file to keep."""
        kind = self.tr("Update files ({names})").format(names=f"*{SUFFIX}")
        choose_file(self, self.tr("Choose an update file"), kind, self.keep_update)

    def keep_update(self, path: str) -> None:
        """Keep an update file for the other PCs."""
        actor, seats = self._context.actor, self._seats
        self._do(lambda: seats.keep_installer(actor, Path(path)))

    def start_with_login(self, wanted: bool) -> None:
        """Have serving begin with the computer's login, or no more."""
        actor, seats = self._context.actor, self._seats
        self._do(lambda: seats.start_with_login(actor, wanted))

    def let_join(self) -> None:
        """Show a code for another PC."""
        dialog = LetJoinDialog(self._context, self._seats)
        dialog.finished.connect(lambda _result: self._after(dialog.ended_by))
        self._open(dialog)

    def _after(self, ended_by: UserFacingError | None) -> None:
        """Where nobody can join until it is set up again, offer that."""
        if isinstance(ended_by, (SeatsUnreadable, AuthorityLocked)):
            self._failed(ended_by)

    def _listen_again(self) -> None:
        self._switch_on()

    def _ask_to_set_up(self) -> None:
        self._open(SetUpAnewDialog(self._context, self._set_up_anew))

    def _set_up_anew(self) -> None:
        self._switch_on(anew=True)

    def _switch_on(self, *, anew: bool = False) -> None:
        actor, seats = self._context.actor, self._seats
        chosen, port = self.addresses.chosen, self.port.value()
        if not chosen:
            self._context.notify(self.tr("Choose an address first."))
            return
        self._do(lambda: seats.switch_on(actor, chosen[0], port, also=chosen[1:], anew=anew))

    def _rename(self, seat: Seat) -> None:
        self._open(RenameSeatForm(self._context, self._seats, seat))

    def _remove(self, seat: Seat) -> None:
        self._open(RemoveSeatDialog(self._context, self._seats, seat))

    def _suspend(self, seat: Seat) -> None:
        if who := self._seats.at_work(seat.seat):
            self._open(SuspendSeatDialog(self._context, seat, who, lambda: self._set(seat, SeatState.LOCKED)))
        else:
            self._set(seat, SeatState.LOCKED)

    def _lift(self, seat: Seat) -> None:
        self._set(seat, SeatState.ACTIVE)

    def _set(self, seat: Seat, state: SeatState) -> None:
        actor, seats = self._context.actor, self._seats
        self._do(lambda: seats.set_state(actor, seat.seat, state))

    def _do(self, work) -> None:
        background.ask(self, work).with_busy(self.busy).then(lambda _nothing: self._done()).otherwise(
            self._failed
        )

    def _done(self) -> None:
        self._unusable = None
        self.refresh()

    def _failed(self, error: UserFacingError) -> None:
        if isinstance(error, (SeatsUnreadable, AuthorityLocked)):
            self._unusable = error
        else:
            self._context.report_error(error)
        self.refresh()

    def _open(self, dialog: Dialog | FormDialog) -> None:
        answered = dialog.saved if isinstance(dialog, FormDialog) else dialog.accepted
        answered.connect(lambda *_answer: self.refresh())
        dialog.open()


def _likeness(state: SeatsState) -> object:
    """What of a state can be seen: moments to the minute, errors by their words."""
    seats = tuple(
        replace(one, last_seen=one.last_seen and one.last_seen.replace(second=0, microsecond=0))
        for one in state.seats
    )
    said = [error and error.sentences(words) for error in (state.failure, state.unreadable)]
    return replace(state, seats=seats, failure=None, unreadable=None), said
