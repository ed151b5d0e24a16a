"""A seat's half of the connection: what it keeps of its office, and how it comes to have it.

On its disk lie its certificate with the locked key, and where its office PC is; the key store holds what
opens them. Nothing of a customer and no key of the office is ever kept here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from ssl import SSLContext
from typing import Any

from hvacdesk import own_files
from hvacdesk.domain.clock import Clock
from hvacdesk.domain.seats.seats import (
    FalseOfficePc,
    Membership,
    NotValidNow,
    PairingRefused,
    SeatsUnreadable,
)
from hvacdesk.services.seats.invitation import JoinAnswer, Joined
from hvacdesk.services.seats.private_addresses import is_private
from hvacdesk.services.seats.seat_folder import is_membership, membership_name, seat_in
from hvacdesk.vault import folder
from hvacdesk.vault.ciphers import NotOpened
from hvacdesk.vault.device.keyring_store import Secrets
from hvacdesk.vault.seats import certificates, pairing, tls
from hvacdesk.vault.seats.certificates import SeatCertificate, host_name
from hvacdesk.vault.seats.pairing import PairingCode
from hvacdesk.vault.seats.sealed_record import SealedRecord

FORMAT = 1
MOST_ADDRESSES = 8
LONGEST_COMPUTER_NAME = 253
"""Of a name in a network (RFC 1035 §2.3.4)."""


@dataclass(frozen=True)
class _Kept:
    """What is written: the membership, and by whose certificates the office PC is known."""

    membership: Membership
    authority: SeatCertificate


class Joining:
    """A PC that joins, from the typed code until it was confirmed; its key exists in memory alone."""

    def __init__(self, code: PairingCode, clock: Clock) -> None:
        self.code = code
        self._clock = clock
        self.private = certificates.new_private()
        self.request = certificates.request(self.private)
        self._certificate = b""
        self._number = b""

    def check_office_pc(self, certificate: bytes) -> None:
        """See that who answers has the certificate that the code names, before anything is sent.

        Raises:
            FalseOfficePc: it is another one.
            NotValidNow: by this PC's clock it is not valid, and would not be taken once this PC has joined.
        """
        fingerprint = certificates.fingerprint_of(certificate)
        if not self.code.is_of(fingerprint):
            raise FalseOfficePc
        found = _required(certificate)
        if not found.begins <= self._clock() <= found.ends:
            raise NotValidNow
        self._certificate = fingerprint

    @property
    def proof(self) -> bytes:
        """That somebody typed the code here; to be sent with the request."""
        return pairing.proof(self.code.secret, "seat", self._certificate, self.request)

    def take_answer(self, answer: JoinAnswer) -> tuple[str, ...]:
        """The words to compare.

        Raises:
            FalseOfficePc: who answers does not have the secret.
        """
        expected = pairing.proof(self.code.secret, "office", self._certificate, self.request, answer.number)
        if not pairing.is_proof(answer.proof, expected):
            raise FalseOfficePc
        self._number = answer.number
        return pairing.words_to_compare(self.code.secret, self._certificate, self.request, answer.number)

    @property
    def collecting(self) -> bytes:
        """That it is the same PC which asked."""
        return pairing.proof(self.code.secret, "collecting", self._certificate, self.request, self._number)


class SeatPc:
    """What a seat keeps in its folder. One program of a login at a time.

    Args:
        home: the folder of the program's data on this PC.
    """

    def __init__(self, home: Path, secrets: Secrets, clock: Clock) -> None:
        self._home = home
        self._secrets = secrets
        self._clock = clock
        self._kept: _Kept | None = None

    @property
    def membership(self) -> Membership:
        """What it knows of its office. Raises :class:`SeatsUnreadable`."""
        return self._read().membership

    @property
    def office_pc_name(self) -> str:
        """The name that the office PC's certificate must be for."""
        return host_name(self.membership.office_id)

    def context(self) -> SSLContext:
        """How to connect. Raises :class:`SeatsUnreadable`."""
        kept = self._read()
        return tls.seat_context(self._key_path(kept.membership.seat), self._password(), kept.authority)

    def stranger_context(self) -> SSLContext:
        """How to connect before this PC has a certificate; see :meth:`Joining.check_office_pc`."""
        return tls.stranger_context()

    def begin_joining(self, typed: str) -> Joining:
        """Begin to join with a typed code. Raises as :meth:`PairingCode.read`."""
        return Joining(PairingCode.read(typed), self._clock)

    def keep(self, joining: Joining, joined: Joined) -> Membership:
        """Become the seat that the owner confirmed.

        Raises:
            PairingRefused: what came is not what this PC asked for.
            UserFacingError: key store or folder.
        """
        certificate, authority = _required(joined.certificate), _required(joined.authority)
        own = certificates.public_of(joining.private)
        if certificate.public != own or certificate.subject != joined.seat:
            raise PairingRefused
        shown = certificates.shown_name(joined.office_id)
        if authority.subject != shown or not is_membership(membership_name(joined.seat)):
            raise PairingRefused
        membership = Membership(
            joined.office_id,
            joined.office_name,
            joined.seat,
            joined.seat_name,
            joining.code.addresses[:MOST_ADDRESSES],
            joining.code.port,
        )
        self.leave_office()
        folder.make_private_folder(self._home)
        record = self._record(joined.seat)
        record.begin()
        tls.write_key_file(
            self._key_path(joined.seat), joining.private, certificate, record.password("seat's key")
        )
        self._write(record, _Kept(membership, authority))
        return membership

    def found_at(self, address: str, port: int = 0) -> None:
        """Note where the office PC was found; the next search begins there.

        Args:
            port: another one than before; 0 for the same.
        """
        known = self.membership
        self._note(replace(known, addresses=_ahead((address,), known.addresses), port=port or known.port))

    def learn(self, addresses: tuple[str, ...], computer: str) -> None:
        """Note where the office PC says that it can be found, after where it was found."""
        known = self.membership
        found = _ahead(known.addresses[:1], (*filter(is_private, addresses), *known.addresses))
        self._note(replace(known, addresses=found, computer=computer[:LONGEST_COMPUTER_NAME]))

    def _note(self, found: Membership) -> None:
        kept = self._read()
        if found != kept.membership:
            self._write(self._record(found.seat), replace(kept, membership=found), lasting=False)

    @property
    def renewal_is_due(self) -> bool:
        """Whether a new certificate should be asked for."""
        return tls.certificate_in(self._key_path(self.membership.seat)).is_due(self._clock())

    def keep_renewed(self, der: bytes) -> None:
        """Use a new certificate from now on. Raises :class:`SeatsUnreadable`: it is another's."""
        seat = self.membership.seat
        path, password = self._key_path(seat), self._password()
        private = tls.private_key_in(path, password)
        try:
            renewed = certificates.read(der)
        except NotOpened as error:
            raise SeatsUnreadable from error
        if renewed.public != certificates.public_of(private) or renewed.subject != seat:
            raise SeatsUnreadable
        tls.write_key_file(path, private, renewed, password)

    def leave_office(self) -> None:
        """Be nobody's seat any more, as far as this PC is concerned; an owner revokes it at the office PC."""
        if (seat := self._seat()) is not None:
            own_files.remove(self._record(seat).path)
            own_files.remove(self._key_path(seat))
            self._secrets.delete(_account(seat))
            self._kept = None

    def _read(self) -> _Kept:
        if self._kept is None:
            seat = self._seat()
            if seat is None:
                raise SeatsUnreadable
            self._kept = _kept(self._record(seat).read())
        return self._kept

    def _write(self, record: SealedRecord, kept: _Kept, *, lasting: bool = True) -> None:
        record.write(_written(kept), lasting=lasting)
        self._kept = kept

    def _password(self) -> bytes:
        return self._record(self.membership.seat).password("seat's key")

    def _seat(self) -> str | None:
        return seat_in(self._home)

    def _record(self, seat: str) -> SealedRecord:
        return SealedRecord(self._home / membership_name(seat), self._secrets, _account(seat))

    def _key_path(self, seat: str) -> Path:
        return self._home / f"seat-{seat}.key"


def _ahead(first: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *others)))[:MOST_ADDRESSES]


def _account(seat: str) -> str:
    return f"{seat}/seat"


def _required(der: bytes) -> SeatCertificate:
    try:
        return certificates.read(der)
    except NotOpened as error:
        raise PairingRefused from error


def _written(kept: _Kept) -> bytes:
    known = kept.membership
    whole = {
        "format": FORMAT,
        "office": known.office_id,
        "office name": known.office_name,
        "seat": known.seat,
        "seat name": known.seat_name,
        "addresses": list(known.addresses),
        "port": known.port,
        "computer": known.computer,
        "authority": kept.authority.der.hex(),
    }
    return json.dumps(whole).encode()


def _kept(raw: bytes) -> _Kept:
    try:
        whole: dict[str, Any] = json.loads(raw)
        if whole["format"] != FORMAT:
            raise SeatsUnreadable
        membership = Membership(
            whole["office"],
            whole["office name"],
            whole["seat"],
            whole["seat name"],
            tuple(whole["addresses"]),
            whole["port"],
            whole["computer"],
        )
        return _Kept(membership, certificates.read(bytes.fromhex(whole["authority"])))
    except (ValueError, KeyError, TypeError, NotOpened) as error:
        raise SeatsUnreadable from error
