"""The office PC of the seats' benchmark, in a process of its own.

Usage: ``python -m tests.benchmarks.office_pc FOLDER CUSTOMERS``. It answers these lines: ``code`` for a PC
that joins, and ``confirm``; ``memory``, its resident MiB; ``search N`` and ``save N``, the milliseconds that
the same calls take here, N times.
"""

from __future__ import annotations

import copy
import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.roles import Actor
from hvacdesk.seats.seat_service import SeatService
from hvacdesk.services.open_office import Office
from hvacdesk.services.seats.office_pc import OfficePc
from hvacdesk.store import counters
from tests.benchmarks.full_office import FullOffice, full_office
from tests.benchmarks.kept_offices import kept_office
from tests.helpers.office_network import wall_clock
from tests.helpers.people import customer
from tests.helpers.seats import raise_bug
from tests.helpers.vault_network import LOOPBACK, VERSION, Nobody

TEXTS = ("田中", "た", "5678", "中村 名古屋", "森")
"""What is searched for, at the office PC and at seats: from a full page of rows to few."""


class EachTheirOwn(Nobody):
    """Lets the owner in as often as they come, each time with undo and changes of their own."""

    def __init__(self, full: FullOffice) -> None:
        self._full = full

    def login(self, account: str, passphrase: str, at: str | None = None) -> tuple[Office, Actor]:
        office = Office(copy.copy(self._full.workplace))
        vars(office)["leave"] = lambda _actor: None  # the office stays open for the others
        return office, self._full.owner


def milliseconds(act: Callable[[], object]) -> float:
    """How long it takes."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def save(office: Office, actor: Actor, number: int) -> str:
    """Register somebody."""
    return office.customers.add(
        actor, customer(name=PersonName(f"速{number}", "測", "ハヤ", "ソク"), phones=())
    )


def _memory() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def main(folder: Path, customers: int) -> None:
    """Serve until the end of the input."""
    name = f"full-{customers}"
    with kept_office(folder / "office", name, lambda place: full_office(place, customers)) as full:
        vault = full.vault
        with full.workplace.transaction() as session:
            counters.raise_to(session, "customer", customers)
        office_pc = OfficePc(vault.database_path.parent, vault.office_id, full.secrets, wall_clock)
        office_pc.set_up(vault.seats)
        local = Office(full.workplace)
        local.customers.prepare_search()
        service = SeatService(office_pc, EachTheirOwn(full), [(LOOPBACK, 0)], VERSION, raise_bug)
        print("ready", flush=True)
        for line in sys.stdin:
            word, *times = line.split()
            answer: object = None
            if word == "code":
                answer = office_pc.invite(LOOPBACK, service.places[0][1]).text()
            elif word == "confirm":
                office_pc.confirm(vault.seats, "x", "x")
            elif word == "memory":
                answer = _memory()
            elif word == "search":
                texts = [TEXTS[at % len(TEXTS)] for at in range(int(times[0]))]
                answer = [milliseconds(partial(local.customers.search, full.owner, text)) for text in texts]
            elif word == "save":
                answer = [milliseconds(partial(save, local, full.owner, at)) for at in range(int(times[0]))]
            print(json.dumps(answer), flush=True)
        service.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
