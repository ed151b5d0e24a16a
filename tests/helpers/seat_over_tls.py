"""A seat of an office that is open in this process: joined, and logged in over real TLS on the loopback."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hvacdesk.domain.roles import Actor
from hvacdesk.seats.link import JoiningLink, SeatLink, SeatLogin
from hvacdesk.seats.seat_service import SeatService
from hvacdesk.services.open_office import Office
from hvacdesk.services.seats.office_pc import OfficePc
from hvacdesk.services.seats.seat_pc import SeatPc
from hvacdesk.vault.device.keyring_store import Secrets
from tests.helpers.office_network import wall_clock
from tests.helpers.seats import raise_bug
from tests.helpers.vault_network import LOOPBACK, VERSION, Nobody
from tests.helpers.vault_offices import MemorySecrets


@contextmanager
def seat_over_tls(
    local: Office, actor: Actor, folder: Path, secrets: Secrets | None = None
) -> Iterator[SeatLogin]:
    """A seat at which the person works who has the office open here.

    Args:
        folder: where the seat keeps its own things.
        secrets: the office PC's key store; one of the seats' own where it does not matter.
    """
    vault = local._workplace.vault
    office_pc = OfficePc(vault.database_path.parent, vault.office_id, secrets or MemorySecrets(), wall_clock)
    office_pc.set_up(vault.seats)
    service = SeatService(office_pc, _OpenDoor(local, actor), [(LOOPBACK, 0)], VERSION, raise_bug)
    seat_pc = SeatPc(folder / "seat", MemorySecrets(), wall_clock)
    joining = JoiningLink(seat_pc, office_pc.invite(LOOPBACK, service.places[0][1]).text(), VERSION)
    joining.ask()
    office_pc.confirm(vault.seats, "x", "x")
    joining.collect()
    joining.close()
    link = SeatLink(seat_pc, VERSION, local.clock)
    login = link.log_in(actor.account, "")
    try:
        yield login
    finally:
        login.leave()
        link.close()
        service.stop()


class _OpenDoor(Nobody):
    """Lets the person into the office that is open already, and leaves it open."""

    def __init__(self, office: Office, actor: Actor) -> None:
        self._office, self._actor = office, actor

    def login(self, account: str, passphrase: str, at: str | None = None) -> tuple[Office, Actor]:
        kept = copy.copy(self._office)
        vars(kept)["leave"] = lambda _actor: None
        return kept, self._actor
