"""An office PC that listens over a vault without tables: all that joining and certificates need."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.roles import Actor
from hvacdesk.seats.seat_service import SeatService
from hvacdesk.services.open_office import Office
from hvacdesk.services.seats.office_pc import OfficePc
from hvacdesk.services.seats.seat_pc import SeatPc
from hvacdesk.vault.errors import SlotGone
from hvacdesk.vault.open_vault import OpenVault
from tests.helpers.seats import raise_bug
from tests.helpers.vault_offices import MadeOffice, MemorySecrets, make_office

VERSION = "1.2.3"
OFFICE_NAME = "試験空調"
LOOPBACK = "127.0.0.1"


class Nobody:
    """The door of an office into which nobody comes."""

    def office_name(self) -> str:
        return OFFICE_NAME

    def staff(self) -> tuple[StaffMember, ...]:
        return ()

    def login(self, account: str, passphrase: str, at: str | None = None) -> tuple[Office, Actor]:
        raise SlotGone


class ShiftedClock:
    """The machine's clock, which OpenSSL has too, and what tests add to it."""

    def __init__(self) -> None:
        self.by = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.by


class VaultNetwork:
    """The office PC, its owner's vault, and PCs with key stores of their own."""

    def __init__(self, made: MadeOffice, folder: Path) -> None:
        self.vault: OpenVault = made.vault
        self.home, self.secrets = made.home, made.secrets
        self.clock = ShiftedClock()
        self.office_pc = self.again()
        self.office_pc.set_up(self.vault.seats)
        self._folder = folder
        self.service = self.listen()
        self.port = self.service.places[0][1]

    def again(self) -> OfficePc:
        """The office PC as its program finds it after a restart."""
        return OfficePc(self.home, self.vault.office_id, self.secrets, self.clock)

    def listen(self, port: int = 0) -> SeatService:
        return SeatService(self.office_pc, Nobody(), [(LOOPBACK, port)], VERSION, raise_bug)

    def restart(self) -> None:
        """End the office PC's program and start it again."""
        self.service.stop()
        self.office_pc = self.again()
        self.service = self.listen(self.port)

    def pc(self, name: str = "pc") -> SeatPc:
        """A PC that is no seat yet."""
        return SeatPc(self._folder / name, MemorySecrets(), self.clock)

    def invite(self) -> str:
        """The code that the office PC shows."""
        return self.office_pc.invite(LOOPBACK, self.port).text()


@contextmanager
def vault_network(folder: Path) -> Iterator[VaultNetwork]:
    """Make one, and end it."""
    made = make_office(folder / "office", MemorySecrets())
    network = VaultNetwork(made, folder)
    try:
        yield network
    finally:
        network.service.stop()
        made.vault.close()
