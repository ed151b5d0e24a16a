"""A process that forks one child for each PC that is to be a seat; started by ``many_seats``.

It imports everything once. A child enters its network, does its task and writes what came of it, line by
line, into a journal beside the PC's own folder: a line is there as soon as it is written, whenever the child
is killed.

- ``join``: it types the office's code, tells the words to compare, and waits until it is a seat.
- ``work``: it logs in and works at a person's pace until it is told to stop (SIGTERM).
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
import traceback
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from threading import Event

from hvacdesk import __version__
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Actor
from hvacdesk.seats.link import JoiningLink
from hvacdesk.seats.seat_entry import SeatEntry
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.open_office import Office
from tests.helpers.killing import end_with_parent
from tests.helpers.networks import enter
from tests.helpers.people import customer
from tests.helpers.shared_statements import shared_statements
from tests.helpers.short_questions import short_questions

LONGEST_PAUSE = 0.3
"""Seconds between two acts of a quick person."""
AGAIN_SECONDS = 0.2
SOUGHT = "名古屋"
LATEST = 1_000
"""Among so many customers the one is looked for whose registration was not confirmed."""


@dataclass(frozen=True)
class SeatTask:
    """What a child does.

    Attributes:
        network: the name of its namespace.
        number: of the seat, from 1.
        code: to join with; empty where it works.
    """

    network: str
    home: str
    journal: str
    number: int
    code: str = ""
    account: str = ""
    passphrase: str = ""

    def line(self) -> str:
        return json.dumps(asdict(self)) + "\n"


class Journal:
    """Lines that outlive the process."""

    def __init__(self, path: str) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def note(self, *words: str) -> None:
        os.write(self._file, (" ".join(words) + "\n").encode())


def noted(path: Path) -> list[list[str]]:
    """The whole lines of a journal."""
    if not path.exists():
        return []
    text = path.read_text(encoding="utf-8")
    return [line.split(" ") for line in text[: text.rfind("\n") + 1].splitlines()]


def mark_of(number: int, count: int) -> str:
    """The family name of one customer whom one seat registers, which nobody else has."""
    return f"客{number:02}の{count:04}"


def now() -> datetime:
    return datetime.now(UTC)


def join(task: SeatTask, journal: Journal) -> None:
    link = JoiningLink(OfficeEntry(Path(task.home), now).seat_pc(), task.code, __version__)
    journal.note("words", *link.ask())
    while link.collect() is None:
        time.sleep(AGAIN_SECONDS / 4)
    journal.note("joined")


class AtWork:
    """A person at a seat: registers customers, and looks whether it was done where that was not said."""

    def __init__(self, task: SeatTask, journal: Journal) -> None:
        self._task, self._journal = task, journal
        self._chance = Random(f"{task.number} {os.getpid()}")
        self._stop, self._over = Event(), Event()
        former = [line for line in noted(Path(task.journal)) if line[0] in ("saving", "changed")]
        self._count = int(former[-1][1]) + (former[-1][0] == "changed") if former else 0
        self._entry = SeatEntry(OfficeEntry(Path(task.home), now), __version__, now)
        self._entry.away = lambda away: journal.note("away" if away else "near")
        self._entry.ended = lambda _why: self._over.set()
        signal.signal(signal.SIGTERM, lambda *_told: self._stop.set())

    def run(self) -> None:
        journal = self._journal
        while not self._stop.is_set():
            self._over.clear()
            try:
                office, actor = self._entry.login(self._task.account, self._task.passphrase)
            except UserFacingError as error:
                journal.note("refused", type(error).__name__)
                self._stop.wait(AGAIN_SECONDS)
                continue
            journal.note("in")
            self._work(office, actor)
        journal.note("done")

    def _work(self, office: Office, actor: Actor) -> None:
        while not self._stop.is_set():
            try:
                self._one(office, actor)
            except UserFacingError as error:
                self._journal.note("failed", type(error).__name__)
                self._pause()
            if self._over.is_set():
                self._entry.close()
                return
        office.leave(actor)

    def _one(self, office: Office, actor: Actor) -> None:
        note, count = self._journal.note, str(self._count)
        mark = mark_of(self._task.number, self._count)
        office.customers.search(actor, SOUGHT)
        self._pause()
        rows = [row for row in office.customers.search(actor, "", limit=LATEST).rows if mark in str(row)]
        if rows:
            (found,) = {row.customer for row in rows}
            note("found", count, found)
        else:
            note("saving", count)
            found = office.customers.add(actor, customer(name=PersonName(mark, "綾", "キャク", "アヤ")))
            note("saved", count, found)
        self._pause()
        version = office.customers.detail(actor, found).version
        note("changing", count, found)
        office.customers.change(actor, found, version, {"note": mark})
        note("changed", count, found)
        self._count += 1
        self._pause()

    def _pause(self) -> None:
        self._stop.wait(self._chance.random() * LONGEST_PAUSE)


def _child(task: SeatTask) -> None:
    end_with_parent()
    journal = Journal(task.journal)
    try:
        enter(task.network)
        if task.code:
            join(task, journal)
        else:
            AtWork(task, journal).run()
    except BaseException:  # noqa: BLE001 - whatever it is, the test is told
        journal.note("bug", traceback.format_exc().replace("\n", "|"))


def main() -> None:
    """One child for each line, whose id is told."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    from keyring.backends import SecretService  # noqa: F401

    import hvacdesk.seats.last_known  # noqa: F401 - so that children do not

    with shared_statements(), short_questions():
        for line in sys.stdin:
            task = SeatTask(**json.loads(line))
            child = os.fork()
            if child == 0:
                _child(task)
                os._exit(0)
            sys.stdout.write(f"{child}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
