"""Seats of an office with 100,000 customers, its office PC being a process of its own, over real TLS.

Goals: 95 of 100 keys typed at a seat have their rows painted within 25 ms. While fifteen people work, each a
process, on two processors: searches within 60 ms and saves within 150 ms (95 of 100), the office PC within
400 MiB. A change is heard elsewhere within a second. A seat at which nobody works takes at most one hundredth
of a processor. Beside each stands what the same call takes at the office PC itself.

Run: ``QT_QPA_PLATFORM=offscreen python -m tests.benchmarks seats``.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from threading import Event
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hvacdesk.domain.clock import Clock
from hvacdesk.domain.rooms import Room
from hvacdesk.seats.link import JoiningLink, SeatLink, SeatLogin
from hvacdesk.services.seats.seat_pc import SeatPc
from tests.benchmarks.bench_search import TYPED, typist
from tests.benchmarks.many_customers import CUSTOMERS
from tests.benchmarks.office_pc import TEXTS, milliseconds, save
from tests.benchmarks.result import Result
from tests.helpers.ground import MovableClock
from tests.helpers.office_network import wall_clock
from tests.helpers.vault_network import VERSION
from tests.helpers.vault_offices import MemorySecrets

ROOT = Path(__file__).parents[2]
SEATS = 15
WORK_SECONDS, IDLE_SECONDS, LONGEST_PAUSE = 30.0, 10.0, 2.0
"""A quick person does something every second."""
KEY_MS, SEARCH_MS, SAVE_MS, MEMORY_MIB, HEARD_MS, IDLE_SHARE = 25.0, 60.0, 150.0, 400.0, 1000.0, 0.01
_CHANGES = 10


class OfficePcProcess:
    """The other end of the office PC's lines."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        assert self._heard() == "ready"

    def ask(self, line: str) -> Any:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        return json.loads(self._heard())

    def join(self, folder: Path) -> SeatPc:
        seat_pc = SeatPc(folder, MemorySecrets(), wall_clock)
        joining = JoiningLink(seat_pc, self.ask("code"), VERSION)
        joining.ask()
        self.ask("confirm")
        joining.collect()
        joining.close()
        return seat_pc

    def _heard(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


def run() -> list[Result]:
    """Make the office, and let its seats work; prints the figures behind each result."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        with _office_pc(folder) as office_pc:
            pcs = [office_pc.join(folder / f"seat{number}") for number in range(SEATS)]
            here = {"search": office_pc.ask("search 200"), "save": office_pc.ask("save 50")}
            idle = _in_a_process(lambda: _idle(pcs[0]))()
            heard = _heard_elsewhere(pcs[0], pcs[1])
            at_work = [_in_a_process(partial(_work, pc, at)) for at, pc in enumerate(pcs)]
            worked = [ended() for ended in at_work]
            memory = office_pc.ask("memory")
            keys = _typed(pcs[0], folder)
    there = {what: [one for times in worked for one in times[what]] for what in ("search", "save")}
    for what, times in there.items():
        print(
            f"  {what} at one of {SEATS} seats: {_figures(times)};"
            f" at the office PC alone {_figures(here[what])}"
        )
    print(f"  a key at a seat: {_figures(keys)}; a change was heard after {_figures(heard)}")
    print(f"  load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    return [
        Result(f"key to painted rows at a seat, {CUSTOMERS:,} customers, p95", _p95(keys), KEY_MS, "ms", 1.0),
        Result(f"search while {SEATS} seats work, p95", _p95(there["search"]), SEARCH_MS, "ms", 1.0),
        Result(f"save while {SEATS} seats work, p95", _p95(there["save"]), SAVE_MS, "ms", 1.0),
        Result(f"the office PC's memory with {SEATS} seats", memory, MEMORY_MIB, "MiB", 1.0),
        Result("a change heard at another seat, longest", max(heard), HEARD_MS, "ms", 1.0),
        Result("an idle seat, of a processor", idle, IDLE_SHARE, "", 1.0),
    ]


@contextmanager
def _office_pc(folder: Path) -> Iterator[OfficePcProcess]:
    command = [sys.executable, "-m", "tests.benchmarks.office_pc", str(folder), str(CUSTOMERS)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8", cwd=ROOT) as process:
        yield OfficePcProcess(process)
        assert process.stdin is not None
        process.stdin.close()


@contextmanager
def _login(pc: SeatPc, clock: Clock = wall_clock) -> Iterator[SeatLogin]:
    link = SeatLink(pc, VERSION, clock)
    login = link.log_in("0" * 32, "")
    try:
        yield login
    finally:
        login.leave()
        link.close()


def _in_a_process(work: Callable[[], Any]) -> Callable[[], Any]:
    """Begin it in a child; what is returned waits for what it gives."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with os.fdopen(writing, "w", encoding="utf-8") as pipe:
            json.dump(work(), pipe)
        os._exit(0)
    os.close(writing)

    def ended() -> Any:
        with os.fdopen(reading, encoding="utf-8") as pipe:
            told = json.load(pipe)
        os.waitpid(child, 0)
        return told

    return ended


def _idle(pc: SeatPc) -> float:
    """The share of a processor that a login takes which only listens."""
    with _login(pc):
        time.sleep(1)
        began, cpu = time.perf_counter(), time.process_time()
        time.sleep(IDLE_SECONDS)
        return (time.process_time() - cpu) / (time.perf_counter() - began)


def _work(pc: SeatPc, number: int) -> dict[str, list[float]]:
    """Somebody's calls at a seat, in milliseconds."""
    chance, took = Random(number), {"search": list[float](), "save": list[float]()}
    with _login(pc) as login:
        office, actor = login.office, login.actor
        until = time.monotonic() + WORK_SECONDS
        at = 0
        while time.monotonic() < until:
            at += 1
            time.sleep(chance.random() * LONGEST_PAUSE)
            took["search"].append(milliseconds(lambda: office.customers.search(actor, chance.choice(TEXTS))))
            time.sleep(chance.random() * LONGEST_PAUSE)
            took["save"].append(milliseconds(partial(save, office, actor, number * 1000 + at)))
    return took


def _heard_elsewhere(one: SeatPc, other: SeatPc) -> list[float]:
    """Milliseconds from a save's answer at one seat until the other one is told."""
    found = list[float]()
    with _login(one) as saving, _login(other) as listening:
        heard, at = Event(), list[float]()

        def note(rooms: frozenset[Room]) -> None:
            if Room.CUSTOMERS in rooms:
                at.append(time.perf_counter())
                heard.set()

        listening.office.changes.listen(note)
        for number in range(_CHANGES):
            heard.clear()
            began = time.perf_counter()
            save(saving.office, saving.actor, 900_000 + number)
            assert heard.wait(10)
            found.append((at[-1] - began) * 1000)
    return found


def _typed(pc: SeatPc, folder: Path) -> list[float]:
    """Milliseconds from each key in a seat's window to its painted rows."""
    clock = MovableClock()
    with _login(pc, clock) as login, typist(login.office, login.actor, clock, folder) as (typing, _gap):
        found = list[float]()
        for steps in TYPED.values():
            found += [typing.type(step) for step in steps]
            typing.rest()
            typing.clear()
    return found


def _figures(times: Sequence[float]) -> str:
    return f"least {min(times):.1f}, median {statistics.median(times):.1f}, longest {max(times):.1f} ms"


def _p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
