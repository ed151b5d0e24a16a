"""What a seat adds to a call: a search from a seat in this process, against the same search itself.

Once nothing is sent, which is what the wire form takes; and once over TLS and HTTP on the loopback, which is
all but what a real network takes. Both ends share this process, and so one processor at a time.
"""

from __future__ import annotations

import copy
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hvacdesk.domain.roles import Actor
from hvacdesk.seats.link import JoiningLink, SeatLink
from hvacdesk.seats.seat_service import SeatService
from hvacdesk.services.open_office import Office
from hvacdesk.services.seats.office_pc import OfficePc
from hvacdesk.services.seats.seat_pc import SeatPc
from tests.benchmarks.full_office import FullOffice, full_office
from tests.benchmarks.kept_offices import kept_office
from tests.benchmarks.result import Result
from tests.benchmarks.timing import Side, take_turns
from tests.helpers.office_network import wall_clock
from tests.helpers.seats import raise_bug, seat_of
from tests.helpers.vault_network import LOOPBACK, VERSION, Nobody
from tests.helpers.vault_offices import MemorySecrets

CUSTOMERS = 20_000
TEXTS = ("田中", "た", "5678", "中村 名古屋", "鳳凰院")
"""From a full page of rows to none."""
GOAL = 1.6
GOAL_OVER_TLS = 3.0
_ROUNDS = 7
_TIMES = 20


def run() -> list[Result]:
    """Seconds of a hundred searches, by the clock."""
    with (
        tempfile.TemporaryDirectory() as folder,
        kept_office(
            Path(folder) / "office", f"full-{CUSTOMERS}", lambda place: full_office(place, CUSTOMERS)
        ) as full,
    ):
        local = Office(full.workplace)
        seat, transport = seat_of(local, full.owner)

        def searches(office: Office) -> Callable[[], object]:
            def work() -> None:
                for text in TEXTS * _TIMES:
                    office.customers.search(full.owner, text)
                transport.asked.clear()
                transport.answered.clear()

            return work

        local.customers.prepare_search()
        with _over_tls(full, local, Path(folder)) as connected:
            ours, theirs = Side("from a seat", searches(seat)), Side("in the same program", searches(local))
            real = Side("from a seat over TLS", searches(connected))
            take_turns(_ROUNDS, ours, real, theirs)
    return [
        Result("search through the wire form, against the same call", ours.best, theirs.best, "s", GOAL),
        Result("search over TLS, against the same call", real.best, theirs.best, "s", GOAL_OVER_TLS),
    ]


@contextmanager
def _over_tls(full: FullOffice, local: Office, folder: Path) -> Iterator[Office]:
    """The office as a seat has it that joined and is logged in."""
    vault = full.workplace.vault
    office_pc = OfficePc(vault.database_path.parent, vault.office_id, full.secrets, wall_clock)
    office_pc.set_up(vault.seats)
    service = SeatService(office_pc, _OpenDoor(local, full.owner), [(LOOPBACK, 0)], VERSION, raise_bug)
    port = service.places[0][1]
    seat_pc = SeatPc(folder / "seat", MemorySecrets(), wall_clock)
    joining = JoiningLink(seat_pc, office_pc.invite(LOOPBACK, port).text(), VERSION)
    joining.ask()
    office_pc.confirm(vault.seats, "x", "x")
    joining.collect()
    joining.close()
    link = SeatLink(seat_pc, VERSION, local.clock)
    login = link.log_in(full.owner.account, "")
    try:
        yield login.office
    finally:
        login.leave()
        link.close()
        service.stop()


class _OpenDoor(Nobody):
    """Lets the owner into the office that is open already, and leaves it open."""

    def __init__(self, office: Office, owner: Actor) -> None:
        self._office, self._owner = office, owner

    def login(self, account: str, passphrase: str) -> tuple[Office, Actor]:
        kept = copy.copy(self._office)
        vars(kept)["leave"] = lambda _actor: None  # the office is the benchmark's
        return kept, self._owner
