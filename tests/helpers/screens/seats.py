"""The screens of the office's other PCs: the list at the office PC, and a line over the pages of a seat."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.office.self_check import Finding, Part, Verdict
from hvacdesk.domain.office.updates import UpdateFacts
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.seats.seats import Seat, SeatState
from hvacdesk.domain.seats.serving import AddressGone
from hvacdesk.domain.text.wording import phrase
from hvacdesk.seats import connection_check
from hvacdesk.seats.calls import NoAnswer
from hvacdesk.seats.reaching import Reach
from hvacdesk.services.seats.invitation import WaitingSeat
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.entry.let_join import LetJoinDialog
from hvacdesk.ui.entry.seat_dialogs import (
    OfficePcPlaceDialog,
    RemoveSeatDialog,
    RenameSeatForm,
    SetUpAnewDialog,
    SuspendSeatDialog,
    SwitchOffDialog,
)
from hvacdesk.ui.entry.seat_installer import SeatInstallerDialog
from hvacdesk.ui.office.self_check_dialog import SelfCheckDialog
from hvacdesk.ui.own_addresses import OwnAddress
from hvacdesk.ui.owners_seats import OwnersSeats, SeatsState
from hvacdesk.ui.shell.draft_offer import NotesQuestion, ask_before_losing
from hvacdesk.ui.shell.runs_on_dialog import RunsOnDialog
from hvacdesk.ui.shell.seat_life import SeatLife
from hvacdesk.ui.widgets.standing_note import standing
from tests.helpers.connection_parts import OF_THE_CONNECTION
from tests.helpers.screens import Screen
from tests.helpers.screens.stage import Stage

NOW = datetime(2026, 11, 24, 0, 5, tzinfo=UTC)
ADDRESSES = (OwnAddress("192.168.100.110", "イーサネット"), OwnAddress("192.168.100.111", "Wi-Fi"))
CODE = "192.168.100.110:47011 ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ23-4567"
WORDS = ("ajisai", "hashi", "taiko", "kaminari")


def seat(number: int, name: str, state: SeatState = SeatState.ACTIVE, *, seen: bool = True) -> Seat:
    ends = NOW + timedelta(days=300)
    known = (NOW, "0.1.0", f"192.168.100.{120 + number}") if seen else (None, "", "")
    return Seat(f"{number:032x}", name, state, NOW - timedelta(days=30), ends, *known)


SEATS = (
    seat(1, "受付のパソコン"),
    seat(2, "奥の事務室（経理・検査のノートパソコン）", SeatState.LOCKED),
    seat(3, "予備", seen=False),
)


class ShownSeats(OwnersSeats):
    """Replaces what the office PC knows: only its looks matter here.

    Attributes:
        asks: the PC that typed the code.
    """

    def __init__(self) -> None:
        self.asks: WaitingSeat | None = None
        self.failure: AddressGone | None = None

    def state(self, _actor: Actor) -> SeatsState:
        found = tuple(one.address for one in ADDRESSES)
        return SeatsState(
            is_on=True,
            listens=self.failure is None,
            addresses=found if self.failure is None else found[:1],
            port=47_011,
            found_at=found,
            failure=self.failure,
            seats=SEATS,
            with_login=True,
            kept=(UpdateFacts("0.1.0", "win32-x86_64", "hvacdesk-0.1.0.exe", 1, ""),),
            at_work={SEATS[0].seat: "長谷川 由美子"},
        )

    def at_work(self, seat: str = "") -> tuple[str, ...]:
        return ("長谷川 由美子",)

    def invite(self, _actor: Actor) -> str:
        return CODE

    @property
    def invitation(self) -> Any:
        return SimpleNamespace(until=NOW + timedelta(days=3650), wrong_tries=0, waiting=self.asks)

    @property
    def were_set_up(self) -> bool:
        return True

    def give_up(self, _actor: Actor) -> None:
        self.asks = None

    def sign_what_is_due(self, _actor: Actor) -> None:
        """Nothing is."""


def shown_seats(stage: Stage) -> ShownSeats:
    seats = cast(ShownSeats, stage.ctx.seats)
    seats.failure = None
    return seats


def tab_with_trouble(stage: Stage) -> QWidget:
    """The trouble lasts until another screen asks for the seats: the tab looks again by itself."""
    shown_seats(stage).failure = AddressGone(ADDRESSES[0].address, 47_011)
    return stage.go("settings", tab="seats")


def code_shown(stage: Stage) -> QWidget:
    return stage.show(LetJoinDialog(stage.ctx, shown_seats(stage)))


def compared(stage: Stage) -> QWidget:
    shown_seats(stage).asks = WaitingSeat(WORDS, "192.168.100.124", "0.1.0")
    return stage.show(LetJoinDialog(stage.ctx, shown_seats(stage)))


def about_a_seat(make: Callable[..., Any]) -> Callable[[Stage], QWidget]:
    return lambda stage: cast(QWidget, stage.show(make(stage.ctx, shown_seats(stage), SEATS[1])))


def suspending(stage: Stage) -> QWidget:
    return stage.show(SuspendSeatDialog(stage.ctx, SEATS[1], ["長谷川 由美子"], lambda: None))


def switching_off(stage: Stage) -> QWidget:
    return stage.show(SwitchOffDialog(stage.ctx, ["長谷川 由美子", "佐藤 健"], lambda: None))


def runs_on(stage: Stage) -> QWidget:
    return stage.show(RunsOnDialog(["長谷川 由美子"], parent=stage.ctx.window))


def runs_on_unreached(stage: Stage) -> QWidget:
    return stage.show(RunsOnDialog([], AddressGone(ADDRESSES[0].address, 47_011), stage.ctx.window))


def at_a_seat(stage: Stage) -> QWidget:
    life = SeatLife(cast(Any, SimpleNamespace()))
    life.away = True
    stage.window._life = life
    stage.window.rebuild()
    return stage.go("today")


def told_while_away(stage: Stage) -> QWidget:
    """What was told before lies beside the strip, and not over it."""
    window = at_a_seat(stage)
    stage.window.notify(stage.window.edits.tr("Saved."))
    stage.calm()
    return window


def form_while_away(stage: Stage) -> QWidget:
    at_a_seat(stage)
    return stage.show(CustomerForm(stage.ctx))


def leaving_while_away(stage: Stage) -> QWidget:
    """The question before a window is left with what could not be stored."""
    ask_before_losing(stage.window, stage.window, NoAnswer(), lambda: None)
    return stage.dialog()


def leaving_before_it_is_noted(stage: Stage) -> QWidget:
    """The question before a window is left while notes of what was printed wait."""
    NotesQuestion(("2026-000042", "2026-000043"), stage.window).open()
    return stage.dialog()


def at_the_office_pc(stage: Stage) -> QWidget:
    standing.say("")
    stage.window._life = None
    stage.window.rebuild()
    return stage.go("settings", tab="seats")


def connection(stage: Stage) -> QWidget:
    """What a seat finds whose office PC is off."""
    first = ADDRESSES[0].address
    silent = {"address": first, "addresses": first, "port": "47011", "name": "OFFICE-PC"}
    texts = {
        Part.OFFICE_PC: phrase("SelfCheck", "{name}: {addresses}, port {port}"),
        Part.WAY: connection_check.WAYS[Reach.SILENT][1],
    }
    found = tuple(
        Finding(part, Verdict.BAD if part is Part.WAY else Verdict.NOT_SEEN, text, silent)
        for part, text in texts.items()
    )
    unseen = phrase("SelfCheck", "The office PC has to be reached first.")
    rest = tuple(Finding(part, Verdict.NOT_SEEN, unseen) for part in OF_THE_CONNECTION[2:])
    dialog = stage.show(SelfCheckDialog(lambda: found + rest, stage.window, connection=True))
    stage.calm()
    return dialog


def place(stage: Stage) -> QWidget:
    return stage.show(OfficePcPlaceDialog(cast(Any, None), stage.ctx.window))


def installer(stage: Stage) -> QWidget:
    return stage.show(SeatInstallerDialog(cast(Any, None), "0.2.0", stage.ctx.window))


SEAT_SCREENS = (
    Screen("seats-trouble", tab_with_trouble, Role.OWNER),
    Screen("seats-code", code_shown, Role.OWNER),
    Screen("seats-compare", compared, Role.OWNER),
    Screen("seats-rename", about_a_seat(RenameSeatForm), Role.OWNER),
    Screen("seats-remove", about_a_seat(RemoveSeatDialog), Role.OWNER),
    Screen("seats-suspend", suspending, Role.OWNER),
    Screen("seats-off", switching_off, Role.OWNER),
    Screen("seats-runs-on", runs_on, Role.OWNER),
    Screen("seats-runs-on-unreached", runs_on_unreached, Role.OWNER),
    Screen("seats-anew", lambda stage: stage.show(SetUpAnewDialog(stage.ctx, lambda: None)), Role.OWNER),
    Screen("seat-connection", connection, Role.OWNER),
    Screen("seat-place", place, Role.OWNER),
    Screen("seat-installer", installer, Role.OWNER),
    Screen("seat-away", at_a_seat, Role.OWNER),
    Screen("seat-away-told", told_while_away, Role.OWNER),
    Screen("seat-away-form", form_while_away, Role.OWNER),
    Screen("seat-away-leaving", leaving_while_away, Role.OWNER),
    Screen("seat-leaving-unnoted", leaving_before_it_is_noted, Role.OWNER),
    Screen("seats", at_the_office_pc, Role.OWNER),
)
