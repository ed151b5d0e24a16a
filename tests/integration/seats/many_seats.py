"""An office whose PCs are processes, each in a network of its own, and which can be killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from hvacdesk import __version__
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.domain.seats.places import PORT
from hvacdesk.seats.serving import Serving
from hvacdesk.store.models import Customer
from hvacdesk.ui.owners_seats import OwnersSeats
from tests.helpers.ground import MovableClock
from tests.helpers.networks import OFFICE_ADDRESS, ManyPcs
from tests.helpers.real_office import NAMES, SECOND_OWNER, RealOffice, new_real_office, passphrase_of
from tests.helpers.seats import raise_bug
from tests.integration.seats.seat_program import SeatTask, mark_of, noted

ROOT = Path(__file__).parents[3]
PATIENCE_SECONDS = 120.0
PEOPLE = (NAMES[Role.DESK], NAMES[Role.OWNER], SECOND_OWNER)
"""Who sits at the seats, one after the other."""
FORESEEN = {"NoAnswer", "NothingShown", "NotReached", "AnswerLost", "SeatLoginEnded"}
"""What a person meets while the office PC is away or starts again."""


def wait_for(until: Callable[[], bool], what: str) -> None:
    """Wait until it is so."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not until():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        time.sleep(0.02)


class ManySeats:
    """The PCs of one office.

    Attributes:
        kills: how many programs were killed, by what they were.
    """

    def __init__(self, real: RealOffice, pcs: ManyPcs, folder: Path, nursery: subprocess.Popen[str]) -> None:
        self.kills: Counter[str] = Counter()
        self._real, self._pcs, self._folder, self._nursery = real, pcs, folder, nursery
        self._children: dict[str, int] = {}
        self._host: subprocess.Popen[bytes] | None = None

    # The office PC

    def pair(self) -> None:
        """Let every PC join, as an owner and somebody at that PC do it."""
        entry = self._real.entry()
        serving = Serving(entry, __version__, raise_bug)
        owner_name = NAMES[Role.OWNER]
        office, owner = entry.login(self._real.accounts[owner_name], passphrase_of(owner_name))
        seats = OwnersSeats(serving, office)
        self._pcs.at("office", lambda: seats.switch_on(owner, OFFICE_ADDRESS, PORT))
        for pc in self._pcs.seats:
            self._start(replace(self._task(pc), code=seats.invite(owner)))
            wait_for(lambda: seats.waiting(owner) is not None, "a PC that asks to join")
            waiting = seats.waiting(owner)
            assert waiting is not None
            wait_for(lambda pc=pc: self._has(pc, "words"), "the words at the PC")  # type: ignore[misc]
            assert tuple(self.journal(pc)[-1][1:]) == waiting.words
            seats.listed.confirm(owner, pc)
            wait_for(lambda pc=pc: self._has(pc, "joined"), "a PC that joined")  # type: ignore[misc]
        serving.stop()
        office.leave(owner)

    def start_host(self) -> None:
        """Start ``hvacdesk host`` on the office PC."""
        command = [sys.executable, "-m", "tests.integration.seats.office_program", str(self._real.home)]
        where = ["ip", "netns", "exec", self._pcs.name("office")]
        self._host = subprocess.Popen([*where, *command], cwd=ROOT)

    def kill_host(self) -> None:
        """End it on the spot."""
        assert self._host is not None
        assert self._host.poll() is None, "the office PC's program ended by itself"
        self._host.kill()
        self._host.wait()
        self.kills["the office PC's program"] += 1

    # The seats

    def start(self, pc: str) -> None:
        """Have somebody work at a PC."""
        name = PEOPLE[self._number(pc) % len(PEOPLE)]
        account = self._real.accounts[name]
        self._start(replace(self._task(pc), account=account, passphrase=passphrase_of(name)))

    def kill(self, pc: str) -> None:
        """End a seat's program on the spot."""
        os.kill(self._children.pop(pc), signal.SIGKILL)
        self.kills["a seat's program"] += 1

    def journal(self, pc: str) -> list[list[str]]:
        """What a PC noted."""
        return noted(self._journal_of(pc))

    def saves(self, pc: str) -> int:
        """How many saves were acknowledged there."""
        return sum(line[0] in ("saved", "changed") for line in self.journal(pc))

    def wait_for_work(self) -> None:
        """Wait until every seat has saved something more, of itself."""
        before = {pc: self.saves(pc) for pc in self._pcs.seats}
        for pc, had in before.items():
            wait_for(lambda pc=pc, had=had: self.saves(pc) > had, f"{pc} did not come back")  # type: ignore[misc]

    def finish(self) -> None:
        """Let everybody end their work and go home, and then the office PC."""
        for pc in self._pcs.seats:
            os.kill(self._children[pc], signal.SIGTERM)
        for pc in self._pcs.seats:
            wait_for(lambda pc=pc: self._has(pc, "done"), f"{pc} did not end")  # type: ignore[misc]

    def close(self) -> None:
        """End whatever runs."""
        for child in self._children.values():
            _kill_if_there(child)
        if self._host is not None:
            self._host.kill()
            self._host.wait()

    def check(self) -> Counter[str]:
        """Compare what was acknowledged with the office; returns how often which line was noted."""
        there, added, changes = self._in_the_office()
        assert set(there.values()) <= {1}, "a customer was registered twice"
        assert added == there.total(), "the log and the office differ"
        said: Counter[str] = Counter()
        for pc in self._pcs.seats:
            asked, acknowledged = Counter[str](), Counter[str]()
            told: set[str] = set()
            for word, *rest in self.journal(pc):
                said[word] += 1
                assert word != "bug", rest
                assert word not in ("failed", "refused") or rest[0] in FORESEEN, rest
                said["found untold"] += word == "found" and rest[0] not in told
                if word in ("saved", "found"):
                    told.add(rest[0])
                    assert there[mark_of(self._number(pc), int(rest[0]))] == 1, (pc, word, rest)
                if word in ("changing", "changed"):
                    (asked if word == "changing" else acknowledged)[rest[1]] += 1
            for one, times in asked.items():
                assert acknowledged[one] <= changes[one] <= times, (pc, one)
        return said

    def _in_the_office(self) -> tuple[Counter[str], int, Counter[str]]:
        """How often each mark is there, how many registrations are logged, and the changes by customer."""
        office, owner = self._real.login(Role.OWNER)
        with office._workplace.reading() as session:
            there = Counter(session.scalars(select(Customer.family_name)))
        entries = office.audit.entries(owner, limit=1_000_000)
        assert office.audit.verify(owner).intact
        office.leave(owner)
        changed = (entry.subject for entry in entries if entry.action is Action.CUSTOMER_CHANGED)
        added = sum(entry.action is Action.CUSTOMER_ADDED for entry in entries)
        return there, added, Counter(one.removeprefix("customer:") for one in changed)

    def _task(self, pc: str) -> SeatTask:
        home = str(self._folder / pc)
        return SeatTask(self._pcs.name(pc), home, str(self._journal_of(pc)), self._number(pc))

    def _start(self, task: SeatTask) -> None:
        assert self._nursery.stdin is not None
        assert self._nursery.stdout is not None
        self._nursery.stdin.write(task.line())
        self._nursery.stdin.flush()
        self._children[f"seat{task.number}"] = int(self._nursery.stdout.readline())

    def _journal_of(self, pc: str) -> Path:
        return self._folder / f"{pc}.journal"

    def _has(self, pc: str, word: str) -> bool:
        return any(line[0] == word for line in self.journal(pc))

    @staticmethod
    def _number(pc: str) -> int:
        return int(pc.removeprefix("seat"))


def _kill_if_there(child: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)


@contextmanager
def many_seats(pcs: ManyPcs, folder: Path) -> Iterator[ManySeats]:
    """An office of which every other PC is a seat, and nobody at work yet; needs a key store."""
    names = (NAMES[Role.DESK], SECOND_OWNER)
    real = new_real_office(folder / "office", MovableClock(datetime.now(UTC)), names=names)
    command = [sys.executable, "-m", "tests.integration.seats.seat_program"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8", cwd=ROOT) as nursery:
        seats = ManySeats(real, pcs, folder, nursery)
        try:
            seats.pair()
            yield seats
        finally:
            seats.close()
            assert nursery.stdin is not None
            nursery.stdin.close()
