"""From an empty folder over a ringing phone to a returned work order, by keys alone on a real X screen.

Once at the office PC, and once at a PC that joins the office: of a customer nothing is ever written there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from hvacdesk import __version__
from hvacdesk.seats.serving import Serving
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.ui.owners_seats import OwnersSeats
from tests.helpers.cups import CupsPrinter
from tests.helpers.desk_office import OWNER, OWNER_PASSPHRASE, now, set_up_office
from tests.helpers.disk_watch import NoWatch, disk_watch
from tests.helpers.free_port import free_port
from tests.helpers.journey import home_of, travel
from tests.helpers.seats import raise_bug
from tests.helpers.secret_service import SecretService
from tests.helpers.traces import grep_tree
from tests.helpers.two_pcs import LOOPBACK
from tests.journeys.front_desk import CLERK, CLERK_PASSPHRASE

STATIONS = (
    "set up",
    "registered",
    "phone answered",
    "booked",
    "printed",
    "came back",
    "unlocked",
    "switched",
    "found again",
    "closed",
)
SECRETS = (
    "髙﨑𠮷乃",
    "髙﨑 𠮷乃",
    "090-8765-5678",
    "09087655678",
    "yoshino@hidden.example",
    "3丁目41-7",
    "書きかけのお客様",
)
OF_A_SEAT = (*SECRETS, "髙﨑", "タカサキ", "冷房の風が出ないとのこと")
"""At a seat there is not even a part of a name."""


def test_a_first_day_at_the_front_desk(
    tmp_path: Path, secret_service: SecretService, cups_printer: CupsPrinter, virtual_screen: str
) -> None:
    assert secret_service.is_open()
    around = tmp_path / "around"
    travel("front_desk", around, cups_printer, virtual_screen, STATIONS)
    assert grep_tree(around, SECRETS) == []


KEPT_AT_A_SEAT = {"key-store.lock", "office.lock", "seat.key", "seat.office", "window.ini"}
SCANNED = "magick-"
"""The scanner of this test, which reads the codes on the paper, makes pictures."""


def kind_of(file: tuple[str, bytes]) -> str:
    """Which of its own files the program wrote; empty for CUPS' note of what the printer can do."""
    name, begins = Path(file[0]).name, file[1]
    if name.startswith(SCANNED) or begins.startswith(b"*PPD-Adobe"):
        return ""
    return re.sub(r"^seat-[0-9a-f]{32}", "seat", name)


@contextmanager
def office_that_lets_one_join(home: Path) -> Iterator[str]:
    """An office PC with its owner at it, who confirms the PC that comes with this code."""
    one_time = set_up_office(home, invite=CLERK)
    entry = OfficeEntry(home, now)
    entry.open_sealed()
    accounts = {one.name: one.account for one in entry.staff()}
    office, clerk = entry.accept_invitation(accounts[CLERK], one_time, CLERK_PASSPHRASE)
    office.leave(clerk)
    serving, over = Serving(entry, __version__, raise_bug), Event()
    office, owner = entry.login(accounts[OWNER], OWNER_PASSPHRASE)
    seats = OwnersSeats(serving, office)
    seats.switch_on(owner, LOOPBACK.address, free_port())

    def confirm() -> None:
        while seats.waiting(owner) is None:
            if over.wait(0.1):
                return
        seats.listed.confirm(owner, "受付の席")

    owners = Thread(target=confirm)
    owners.start()
    try:
        yield seats.invite(owner)
    finally:
        over.set()
        owners.join()
        serving.stop()
        office.leave(owner)


@pytest.mark.linux("fanotify")
def test_a_first_day_at_a_seat_leaves_nothing_there(
    tmp_path: Path, secret_service: SecretService, cups_printer: CupsPrinter, virtual_screen: str
) -> None:
    assert secret_service.is_open()
    around = tmp_path / "around"
    stations = ("joined", *STATIONS[1:])
    try:
        with (
            office_that_lets_one_join(tmp_path / "office") as code,
            disk_watch(home_of(around), OF_A_SEAT) as watch,
        ):
            travel("front_desk", around, cups_printer, virtual_screen, stations, code)
    except NoWatch as reason:
        pytest.skip(str(reason))
    assert watch.hits == set()
    assert not watch.lost
    assert {one for one in map(kind_of, watch.written.items()) if one} <= KEPT_AT_A_SEAT
    left = {kind_of((path.name, b"")) for path in (around / "office").iterdir()}
    assert left == KEPT_AT_A_SEAT - {"key-store.lock"}
    assert grep_tree(around, OF_A_SEAT) == []
