"""Two seats at work in the sample office, over real connections on this computer, told in words as it goes.

Nothing is played: a code is drawn and typed, two certificates are made, each person logs in with their
passphrase, one books and the other sees it, and the connection is cut while somebody saves. What is said with
a number was measured just then.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

from hvacdesk import __version__
from hvacdesk.demo.history import STAFF
from hvacdesk.domain.clock import Clock
from hvacdesk.domain.jobs.jobs import JobRecord, JobRow, Party, WorkKind
from hvacdesk.domain.rooms import Room
from hvacdesk.domain.text.wording import Phrase, Words, phrase
from hvacdesk.seats.link import JoiningLink, Listening, SeatLink, SeatLogin
from hvacdesk.seats.seat_service import SeatService
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.seats.seat_pc import SeatPc

LOOPBACK = "127.0.0.1"
OWNER, CLERK, SECOND = STAFF[0], STAFF[2], STAFF[1]
PATIENCE_SECONDS = 30.0
CUT_SECONDS = 3.0
DAYS_AHEAD = 14
DAYS_BACK = 90

Say = Callable[..., None]


def _silent(_text: Phrase, **_details: object) -> None:
    """Nobody listens."""


def run(home: Path, seats: Path, clock: Clock, words: Words) -> int:
    """Let two seats work in the office in ``home``, and print what happens; returns the exit status.

    Args:
        seats: a folder for what the seats keep.
    """

    def say(text: Phrase, **details: object) -> None:
        print(words(text).format(**details), flush=True)

    entry = OfficeEntry(home, clock)
    entry.acquire()
    try:
        entry.open_sealed()
        seats.mkdir()
        _work(entry, seats, clock, say)
    finally:
        entry.release()
    return 0


def _work(entry: OfficeEntry, folder: Path, clock: Clock, say: Say) -> None:
    account = {one.name: one.account for one in entry.staff()}
    with joining(entry, account[OWNER.name], say=say) as (service, join, _from_now_on):
        names = ("reception", "back office")
        seats = [join(OfficeEntry(folder / name, clock).seat_pc(), name) for name in names]
        heard = [_Heard(), _Heard()]
        links = [SeatLink(seat, __version__, clock) for seat in seats]
        logins = [
            link.log_in(account[person.name], person.passphrase, Listening(away=one.note_away))
            for link, person, one in zip(links, (CLERK, SECOND), heard, strict=True)
        ]
        try:
            text = phrase("Demo", "{first} logs in at the first seat, {second} at the other.")
            say(text, first=CLERK.name, second=SECOND.name)
            _book_and_see(logins, say)
            _cut_and_go_on(service, logins, heard, say)
            _look_at_disk(folder, logins[0], say)
        finally:
            for login in logins:
                login.leave()
            for link in links:
                link.close()
            for seat in seats:
                seat.leave_office()
    say(phrase("Demo", "Both log out. The office PC listens no more."))


Join = Callable[[SeatPc, str], SeatPc]


@contextmanager
def joining(
    entry: OfficeEntry, owner: str, say: Say = _silent
) -> Iterator[tuple[SeatService, Join, Callable[[], None]]]:
    """The office PC listens, and an owner there lets PCs join; the last one has it listen from now on."""
    office, actor = entry.login(owner, OWNER.passphrase)
    office_pc = entry.office_pc()
    listed = office.seat_list(office_pc)
    listed.set_up(actor)
    service = SeatService(office_pc, entry, [(LOOPBACK, 0)], __version__, _raise)
    ((address, port),) = service.places
    text = phrase("Demo", "The office PC takes connections at {address}, port {port}.")
    say(text, address=address, port=port)

    def join(seat: SeatPc, name: str) -> SeatPc:
        link = JoiningLink(seat, listed.invite(actor, address, port), __version__)
        try:
            shown = link.ask()
            waiting = listed.waiting(actor)
            same = waiting is not None and waiting.words == shown
            text = phrase("Demo", "A PC joins with its code. Both screens show: {words}. The same: {same}")
            say(text, words=" ".join(shown), same="✓" if same else "✗")
            if not same:
                raise RuntimeError("the words differ")
            listed.confirm(actor, name)
            link.collect()
        finally:
            link.close()
        return seat

    try:
        yield service, join, lambda: listed.listen_at(actor, (address,), port)
    finally:
        service.stop()
        office.leave(actor)


class _Heard:
    """What one seat hears of the office PC."""

    def __init__(self) -> None:
        self.away, self.back = Event(), Event()

    def note_away(self, away: bool) -> None:
        """The office PC is away, or back."""
        (self.away if away else self.back).set()


def _book_and_see(logins: list[SeatLogin], say: Say) -> None:
    first, second = logins
    seen = Event()
    second.office.changes.listen(lambda rooms: seen.set() if Room.JOBS in rooms else None)
    record = _booking(first)
    began = time.monotonic()
    job = first.office.jobs.add(first.actor, record)
    booked = time.monotonic()
    _wait(seen)
    told = time.monotonic()
    found = [row.job for row in _booked(second)]
    text = phrase(
        "Demo",
        "A job is booked at the first seat in {saved} ms. {told} ms after the click the other one knows of "
        "it and shows it: {there}",
    )
    say(text, saved=_ms(booked - began), told=_ms(told - began), there="✓" if job in found else "✗")


def _cut_and_go_on(service: SeatService, logins: list[SeatLogin], heard: list[_Heard], say: Say) -> None:
    """Pull the cable while somebody saves, and plug it in again."""
    first = logins[0]
    places = service.places
    record = _booking(first)
    before = len(_booked(first))
    cut = time.monotonic()
    service.listen_at(())
    for one in heard:
        _wait(one.away)
    text = phrase("Demo", "The connection is cut. After {ms} ms both seats say so.")
    say(text, ms=_ms(time.monotonic() - cut))
    failed: list[Exception] = []

    def save() -> None:
        try:
            first.office.jobs.add(first.actor, record)
        except Exception as error:  # noqa: BLE001 - told at the end, on the thread of the demo
            failed.append(error)

    saving = Thread(target=save)
    saving.start()
    time.sleep(CUT_SECONDS)
    mended = time.monotonic()
    service.listen_at(places)
    for one in heard:
        _wait(one.back)
    back = time.monotonic()
    saving.join()
    after = len(_booked(first))
    text = phrase("Demo", "It is there again. After {ms} ms both go on, in the same login.")
    say(text, ms=_ms(back - mended))
    text = phrase("Demo", "What was saved meanwhile is there once: {there}")
    say(text, there="✓" if not failed and after == before + 1 else "✗")
    if failed:
        raise failed[0]


def _look_at_disk(folder: Path, login: SeatLogin, say: Say) -> None:
    """No customer's name is on a seat's disk."""
    names = [row.name.text for row in login.office.customers.search(login.actor, "").rows]
    kept = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    surnames = {name.split()[0].encode() for name in names if name.split()}
    clean = bool(surnames) and not any(one in kept for one in surnames)
    size = len(kept)
    text = phrase("Demo", "Both seats together keep {size} bytes, and no customer's name in them: {clean}")
    say(text, size=size, clean="✓" if clean else "✗")


def _booking(login: SeatLogin) -> JobRecord:
    """Another job for somebody who had one."""
    office, actor = login.office, login.actor
    today = office.today()
    known = next(_rows(login))
    site = office.jobs.detail(actor, known.job).site.site
    on = (today + timedelta(days=DAYS_AHEAD)).isoformat()
    parties = {Party.REQUESTER: known.customer}
    return JobRecord(site, WorkKind.CLEAN, parties, on=on, starts="10:00", ends="12:00")


def _rows(login: SeatLogin) -> Iterator[JobRow]:
    today = login.office.today()
    for ago in range(DAYS_BACK):
        yield from login.office.jobs.day(login.actor, today - timedelta(days=ago))


def _booked(login: SeatLogin) -> list[JobRow]:
    """The jobs of the day for which the demo books."""
    return list(login.office.jobs.day(login.actor, login.office.today() + timedelta(days=DAYS_AHEAD)))


def _wait(event: Event) -> None:
    if not event.wait(PATIENCE_SECONDS):
        raise TimeoutError


def _ms(seconds: float) -> int:
    return round(seconds * 1000)


def _raise(error: Exception) -> None:
    raise error
