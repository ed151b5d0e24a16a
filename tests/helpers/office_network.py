"""An office PC that listens and seats that joined it, in one process over real TLS on the loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from hvacdesk.domain.clock import Clock
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.seats.seats import Membership, Seat
from hvacdesk.seats import http_server, line, reaching
from hvacdesk.seats import link as seat_link
from hvacdesk.seats.link import JoiningLink, Listening, SeatLink, SeatLogin
from hvacdesk.seats.seat_service import SeatService
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.open_office import Office
from hvacdesk.services.seats.office_pc import OfficePc
from hvacdesk.services.seats.seat_pc import SeatPc
from hvacdesk.vault.device.keyring_store import Secrets
from hvacdesk.vault.seats.authority import SeatAuthority
from tests.helpers.free_port import free_port
from tests.helpers.front_desk import build_front_desk
from tests.helpers.real_office import NAMES, RealOffice, passphrase_of
from tests.helpers.sabotage import replaced
from tests.helpers.seats import raise_bug
from tests.helpers.vault_offices import MemorySecrets

LOOPBACK = "127.0.0.1"
VERSION = "1.2.3"
OFFICE_NAME = "試験空調"


def wall_clock() -> datetime:
    """The present moment: OpenSSL judges certificates by the machine's own clock."""
    return datetime.now(UTC)


@dataclass
class OfficeNetwork:
    """The office PC of an office in a folder, and its seats.

    Attributes:
        real: the office.
        entry: the one door through which the office PC's program lets everybody in.
        owner: who is logged in at the office PC itself, and lets PCs join.
        service: None while the office PC does not listen.
        folder: where seats have their folders.
    """

    real: RealOffice
    entry: OfficeEntry
    owner: Office
    office_pc: OfficePc
    authority: SeatAuthority
    folder: Path
    bugs: Callable[[Exception], object] = raise_bug
    service: SeatService | None = None
    address: str = LOOPBACK
    port: int = field(default_factory=free_port)
    _logins: list[SeatLogin] = field(default_factory=list)
    _links: list[SeatLink] = field(default_factory=list)

    def listen(self, version: str = VERSION) -> SeatService:
        """Have the office PC listen, at the same port as before."""
        self.service = SeatService(
            self.office_pc, self.entry, [(self.address, self.port)], version, self.bugs
        )
        self.port = self.service.places[0][1]
        return self.service

    def stop(self) -> None:
        """Have it listen no more, and end every login."""
        if self.service is not None:
            self.service.stop()
            self.service = None

    def join(self, name: str = "受付の席", clock: Clock = wall_clock) -> SeatPc:
        """A PC that joined as an owner and somebody at the PC do it."""
        typed = self.office_pc.invite(self.address, self.port).text()
        seat_pc = self.new_pc(name, clock)
        link = JoiningLink(seat_pc, typed, VERSION)
        words = link.ask()
        invitation = self.office_pc.invitation
        assert invitation is not None
        assert invitation.waiting is not None
        assert invitation.waiting.words == words
        assert link.collect() is None
        self.office_pc.confirm(self.authority, OFFICE_NAME, name)
        assert isinstance(link.collect(), Membership)
        link.close()
        return seat_pc

    def new_pc(self, name: str, clock: Clock = wall_clock) -> SeatPc:
        """A PC with a key store of its own."""
        secrets: Secrets = MemorySecrets()
        return SeatPc(self.folder / name, secrets, clock)

    def seat(self, seat_pc: SeatPc) -> Seat:
        """How the office PC lists a seat."""
        wanted = seat_pc.membership.seat
        return next(one for one in self.office_pc.book.seats if one.seat == wanted)

    def link(self, seat_pc: SeatPc, version: str = VERSION) -> SeatLink:
        """A seat's way to the office."""
        made = SeatLink(seat_pc, version, self.real.clock)
        self._links.append(made)
        return made

    def login_here(self, who: Role = Role.OWNER) -> tuple[Office, Actor]:
        """Log somebody in at the office PC itself."""
        name = NAMES[who]
        return self.entry.login(self.real.accounts[name], passphrase_of(name))

    def log_in(
        self, seat_pc: SeatPc, who: Role = Role.OWNER, listening: Listening | None = None
    ) -> SeatLogin:
        """Log somebody in at a seat."""
        name = NAMES[who]
        login = self.link(seat_pc).log_in(self.real.accounts[name], passphrase_of(name), listening)
        self._logins.append(login)
        return login

    def close(self) -> None:
        """End everything."""
        for login in self._logins:
            login.leave()
        for link in self._links:
            link.close()
        self.stop()


@contextmanager
def patient_seats() -> Iterator[None]:
    """Seats that wait long for news: on a busy machine an answer that is late is none that never comes.

    An office PC that listens no more refuses at once.
    """
    with replaced(seat_link, "NEWS_LATE_SECONDS", 60.0):
        yield


@contextmanager
def office_network(
    folder: Path, build: Callable[[Path], RealOffice] = build_front_desk, clock: Clock = wall_clock
) -> Iterator[OfficeNetwork]:
    """A front desk whose office PC listens; needs a key store."""
    real = build(folder / "office")
    entry = real.entry()
    name = NAMES[Role.OWNER]
    owner, _owner = entry.login(real.accounts[name], passphrase_of(name))
    vault = owner._workplace.vault
    secrets = vault._session.book.secrets
    assert secrets is not None
    office_pc = OfficePc(real.home, vault.office_id, secrets, clock)
    office_pc.set_up(vault.seats)
    network = OfficeNetwork(real, entry, owner, office_pc, vault.seats, folder / "seats")
    try:
        network.listen()
        with patient_seats():
            yield network
    finally:
        network.close()
        if not vault.closed:
            owner.close()


@contextmanager
def patient_lines() -> Iterator[None]:
    """Connections that may take long to begin, which is bounded at both ends.

    Where the windows of two programs are made in one process, a thread may come to its part of a handshake
    later than any other PC would, and a login is refused: nobody is said to answer.
    """
    with (
        replaced(reaching, "CONNECT_SECONDS", 60.0),
        replaced(line, "CONNECT_SECONDS", 60.0),
        replaced(http_server, "HANDSHAKE_SECONDS", 60.0),
    ):
        yield
