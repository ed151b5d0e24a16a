"""The office PC's half of the connection: whom it lets in, before and while anybody is logged in.

What needs no owner lies open here to the server of ``hvacdesk.seats``; what an owner does goes through
:class:`hvacdesk.services.seats.seat_list.SeatList`. After a restore on another PC there is no list of seats,
since the key store that guarded it is another one: PCs join again.
"""

from __future__ import annotations

import secrets as chance
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from ssl import SSLContext
from threading import Lock, RLock

from hvacdesk.domain.clock import Clock
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.updates import UpdateFacts
from hvacdesk.domain.seats.seats import (
    JoiningPcLeft,
    JoiningTimeOver,
    NobodyJoins,
    PairingRefused,
    Seat,
    SeatLocked,
    SeatRevoked,
    SeatState,
    SeatsUnreadable,
)
from hvacdesk.services.office import kept_updates
from hvacdesk.services.office.updates import Progress
from hvacdesk.services.seats.invitation import JoinAnswer, Joined, SeatInvitation
from hvacdesk.services.seats.private_addresses import require_private
from hvacdesk.services.seats.seat_folder import BOOK_NAME
from hvacdesk.vault.device.keyring_store import Secrets
from hvacdesk.vault.seats import certificates, tls
from hvacdesk.vault.seats.authority import SeatAuthority
from hvacdesk.vault.seats.certificates import SeatCertificate
from hvacdesk.vault.seats.pairing import PairingCode
from hvacdesk.vault.seats.sealed_record import SealedRecord
from hvacdesk.vault.seats.seat_book import SeatBook

KEY_NAME = "seats.key"

Stopped = Callable[[str], object]


def _unnoted(_seat: Seat) -> None:
    """Nobody writes it down."""


class OfficePc:
    """The connection of an office in a folder. Thread-safe.

    Args:
        home: the office's folder.
        office_id: 32 hexadecimal digits.
        secrets: the key store, in which the keys of list and certificate lie.
    """

    def __init__(self, home: Path, office_id: str, secrets: Secrets, clock: Clock) -> None:
        self._home = home
        self.office_id = office_id
        self.clock = clock
        self._record = SealedRecord(home / BOOK_NAME, secrets, f"{office_id}/seats")
        self._book: SeatBook | None = None
        self._contexts: dict[bool, SSLContext] = {}
        self._invitation: SeatInvitation | None = None
        self._waiting_keys: dict[str, bytes] = {}
        self._renewed: dict[str, SeatCertificate] = {}
        self._stopped: tuple[Stopped, ...] = ()
        self._lock = RLock()
        self._confirming = Lock()

    @property
    def home(self) -> Path:
        """The office's folder."""
        return self._home

    @property
    def is_set_up(self) -> bool:
        """Whether seats were ever invited at this computer."""
        return self._record.exists()

    @property
    def book(self) -> SeatBook:
        """The list of seats. Raises :class:`SeatsUnreadable`."""
        with self._lock:
            if self._book is None:
                self._book = SeatBook(self._record)
            return self._book

    def context(self) -> SSLContext:
        """How to take a connection now. Raises :class:`SeatsUnreadable`."""
        joining = self.invitation is not None
        with self._lock:
            if joining not in self._contexts:
                self._contexts[joining] = tls.office_pc_context(
                    self._key_path, self._password(), self.book.authority, joining=joining
                )
            return self._contexts[joining]

    def admit(self, certificate: bytes, version: str, address: str) -> Seat:
        """Whose certificate this is, and note that they came.

        Args:
            certificate: as it came in a connection that checked it.

        Raises:
            SeatNotKnown, SeatLocked, SeatRevoked: they may not work here.
        """
        fingerprint = certificates.fingerprint_of(certificate)
        seat = self.book.of_certificate(fingerprint)
        self.require_working(seat.seat)
        with suppress(UserFacingError):  # a full disk shuts nobody out
            self.book.seen(fingerprint, self.clock(), version, address)
        if (invitation := self._invitation) is not None:
            invitation.end_for(seat.seat)
        return seat

    def seat_of(self, certificate: bytes) -> str:
        """The id of the seat whose certificate this is. Raises :class:`SeatNotKnown`."""
        return self.book.of_certificate(certificates.fingerprint_of(certificate)).seat

    def require_working(self, seat: str) -> None:
        """See that a seat may work at this moment. Raises :class:`SeatLocked`, :class:`SeatRevoked`."""
        match self.book.state_of(seat):
            case SeatState.LOCKED:
                raise SeatLocked
            case SeatState.REVOKED:
                raise SeatRevoked

    def when_stopped(self, stopped: Stopped) -> Callable[[], None]:
        """Call ``stopped`` with the id of each seat that is locked or revoked, until what is returned is."""
        with self._lock:
            self._stopped = (*self._stopped, stopped)

        def no_more() -> None:
            with self._lock:
                self._stopped = tuple(one for one in self._stopped if one is not stopped)

        return no_more

    def renewal(self, certificate: bytes) -> bytes | None:
        """The next certificate of a seat that came with this one, once an owner's login has signed it.

        One that is not due yet is not renewed, whatever the seat asks.
        """
        with self._lock:
            seat = self.seat_of(certificate)
            ready = self._renewed.get(seat)
            if ready is not None and ready.der != certificate:
                return ready.der
            shown = certificates.read(certificate)
            if shown.is_due(self.clock()):
                self._waiting_keys[seat] = shown.public
            return None

    def installer_piece(self, system: str, version: str, offset: int) -> bytes:
        """A piece of the update file that is kept for seats; empty at its end, and where none is kept.

        Args:
            system: the seat's, as update files name it.
            offset: of the piece in the file, bytes.
        """
        return kept_updates.piece(self._home, system, version, offset)

    def keep_installer(self, path: Path, progress: Progress) -> UpdateFacts:
        """Keep an update file for seats. Raises as :func:`hvacdesk.services.office.kept_updates.keep`."""
        return kept_updates.keep(path, self._home, progress)

    @property
    def kept_installers(self) -> tuple[UpdateFacts, ...]:
        """What is kept for them."""
        return kept_updates.kept(self._home)

    # Joining

    @property
    def invitation(self) -> SeatInvitation | None:
        """The one that is open."""
        found = self._invitation
        return found if found is not None and found.is_open else None

    def ask_to_join(self, request: bytes, proof: bytes, address: str, version: str) -> JoinAnswer:
        """A PC without a certificate asks. Raises :class:`PairingRefused`."""
        return self._open_invitation().ask(request, proof, address, version)

    def collect(self, proof: bytes) -> Joined | None:
        """It asks whether it was confirmed. Raises :class:`PairingRefused`."""
        if self._invitation is None:
            raise PairingRefused
        return self._invitation.collect(proof)

    def withdraw(self, proof: bytes) -> None:
        """The PC that waits gives up. Raises :class:`PairingRefused`."""
        self._open_invitation().withdraw(proof)

    @property
    def has_arrived(self) -> bool:
        """Whether a PC that was confirmed just now came as a seat. Raises :class:`JoiningPcLeft`."""
        found = self._invitation
        if found is None or found.has_left:
            raise JoiningPcLeft
        return found.has_arrived

    def take_back(self, seat: str) -> bool:
        """Revoke a PC that was confirmed and never came; whether it had not come until now.

        It may hold its certificate all the same: if it comes with that, it hears that it was removed.

        Raises as :meth:`set_state`.
        """
        with self._confirming:
            found = self._invitation
            if found is None or not found.take_back(seat):
                return False
            self.set_state(seat, SeatState.REVOKED)
            return True

    @property
    def nobody_joins(self) -> NobodyJoins:
        """Why no invitation is open."""
        found = self._invitation
        if found is None:
            return NobodyJoins()
        if found.has_left:
            return JoiningPcLeft()
        return JoiningTimeOver() if found.has_run_out else NobodyJoins()

    def _open_invitation(self) -> SeatInvitation:
        found = self.invitation
        if found is None:
            raise PairingRefused
        return found

    # In an owner's login

    def set_up(self, authority: SeatAuthority) -> None:
        """Make a new authority and an empty list; those that had joined before have to join again.

        Raises:
            NotPermitted: no owner's login.
            UserFacingError: key store or folder; nothing that was made counts.
        """
        now = self.clock()
        with self._lock:
            former = self._former_seats()
            made = authority.make(now)
            private = certificates.new_private()
            own = authority.for_office_pc(made, certificates.public_of(private), now)
            self._book = SeatBook.begin(self._record, made)
            tls.write_key_file(self._key_path, private, own, self._password())
            self._contexts = {}
            self._invitation = None
            self._waiting_keys.clear()
            self._renewed.clear()
        for seat in former:
            self._tell_stopped(seat)

    def invite(self, address: str, port: int, also: tuple[str, ...] = ()) -> PairingCode:
        """Let one PC join; an invitation that was open before is over.

        Args:
            address: at which the PC is to find this one.
            also: further ones.

        Raises:
            AddressNotPrivate: nobody is to be invited there.
        """
        for one in (address, *also):
            require_private(one)
        certificate = self._own_certificate().fingerprint
        with self._lock:
            if self._invitation is not None:
                self._invitation.end()
            code = PairingCode.draw(address, port, certificate, also)
            self._invitation = SeatInvitation(code, certificate, self.clock)
        return code

    def confirm(
        self,
        authority: SeatAuthority,
        office_name: str,
        name: str,
        note: Callable[[Seat], object] = _unnoted,
    ) -> Seat:
        """Take the PC that waits in.

        Args:
            note: writes down that it joined; where that fails, it has not.

        Raises:
            NobodyJoins: there is none, or somebody else has just confirmed it.
            NotPermitted, AuthorityLocked: this login cannot sign.
            UserFacingError: what ``note`` raises; key store or folder.
        """
        with self._confirming:
            invitation = self.invitation
            if invitation is None:
                raise self.nobody_joins
            now, seat = self.clock(), chance.token_hex(16)
            certificate = authority.for_seat(self.book.authority, seat, invitation.confirmed_key(), now)
            found = Seat(seat, name, SeatState.ACTIVE, now, certificate.ends)
            joined = Joined(seat, name, self.office_id, office_name, certificate.der, self.book.authority.der)
            self.book.add(found, certificate)
            try:
                note(found)
                invitation.confirm(joined)
            except BaseException:
                self.book.remove(seat)
                raise
        return found

    def set_state(self, seat: str, state: SeatState) -> None:
        """Lock, unlock or revoke a seat; what it has open ends. Raises :class:`SeatNotKnown`."""
        try:
            self.book.set_state(seat, state)
        finally:
            if state is not SeatState.ACTIVE:
                self._tell_stopped(seat)

    def sign_what_is_due(self, authority: SeatAuthority) -> tuple[str, ...]:
        """Sign what seats ask to have renewed, and this PC's own certificate when it is due.

        Returns:
            The seats whose certificates were signed; an empty name means this PC.

        Raises:
            NotPermitted, AuthorityLocked: this login cannot sign.
        """
        self.book.write_owed()
        now, signed = self.clock(), list[str]()
        own = self._own_certificate()
        if own.is_due(now):
            renewed = authority.for_office_pc(self.book.authority, own.public, now)
            private = tls.private_key_in(self._key_path, self._password())
            tls.write_key_file(self._key_path, private, renewed, self._password())
            self._contexts = {}
            signed.append("")
        with self._lock:
            for seat, public in tuple(self._waiting_keys.items()):
                if self.book.state_of(seat) is not SeatState.REVOKED:
                    certificate = authority.for_seat(self.book.authority, seat, public, now)
                    self.book.renewed(seat, certificate)
                    self._renewed[seat] = certificate
                    signed.append(seat)
                del self._waiting_keys[seat]
        return tuple(signed)

    def _own_certificate(self) -> SeatCertificate:
        return tls.certificate_in(self._key_path)

    def _former_seats(self) -> list[str]:
        try:
            return [one.seat for one in self.book.seats] if self.is_set_up else []
        except SeatsUnreadable:
            return []

    def _tell_stopped(self, seat: str) -> None:
        for stopped in self._stopped:
            stopped(seat)

    def _password(self) -> bytes:
        return self._record.password("office PC's key")

    @property
    def _key_path(self) -> Path:
        return self._home / KEY_NAME
