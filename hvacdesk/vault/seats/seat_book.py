"""The list of seats as the office PC keeps it: which certificate is whose, and what each of them may do.

It is read before anybody logs in and asked at every connection and every call, so it is held in memory. A
change is on the disk before it counts, but for a lock or an end, which count at once and are then written.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from threading import RLock
from typing import Any

from hvacdesk.domain.errors import ChangedMeanwhile, UserFacingError
from hvacdesk.domain.seats.seats import Seat, SeatNotKnown, SeatState, SeatStopNotKept, SeatsUnreadable
from hvacdesk.vault.ciphers import NotOpened
from hvacdesk.vault.seats import certificates
from hvacdesk.vault.seats.certificates import SeatCertificate
from hvacdesk.vault.seats.sealed_record import SealedRecord

FORMAT = 1
SEEN_EVERY = timedelta(minutes=1)
"""So often the time of a seat that goes on coming is written; in memory it is the last one."""
OWED_EVERY = timedelta(minutes=1)
"""So often it is tried again to write that a seat was stopped."""


@dataclass(frozen=True)
class _Listed:
    """A seat with the fingerprints of its certificates, of which a renewal makes a second one for a while."""

    seat: Seat
    fingerprints: tuple[bytes, ...]


@dataclass(frozen=True)
class _State:
    """What is written.

    Attributes:
        addresses, port: where the office PC listens.
    """

    authority: SeatCertificate
    entries: Mapping[str, _Listed] = field(default_factory=dict)
    addresses: tuple[str, ...] = ()
    port: int = 0


class SeatBook:
    """The list of seats. Thread-safe.

    Args:
        record: where it is kept.
    """

    def __init__(self, record: SealedRecord) -> None:
        self._record = record
        self._lock = RLock()
        self._owes = False
        self._tried: datetime | None = None
        self._seen_written: dict[str, datetime] = {}
        self._state = _read(record.read())

    @staticmethod
    def begin(record: SealedRecord, authority: SeatCertificate) -> SeatBook:
        """A list without seats under an authority, in place of a former one."""
        record.begin()
        record.write(_written(_State(authority)))
        return SeatBook(record)

    @property
    def authority(self) -> SeatCertificate:
        """Whose certificates are taken."""
        return self._state.authority

    @property
    def seats(self) -> tuple[Seat, ...]:
        """Every seat that was confirmed under this authority, revoked ones among them, in that order."""
        return tuple(one.seat for one in self._state.entries.values())

    @property
    def places(self) -> tuple[tuple[str, ...], int]:
        """The addresses and the port at which the office PC listens."""
        return self._state.addresses, self._state.port

    def of_certificate(self, fingerprint: bytes) -> Seat:
        """Whose certificate this is, whatever they may do. Raises :class:`SeatNotKnown`."""
        for one in self._state.entries.values():
            if fingerprint in one.fingerprints:
                return one.seat
        raise SeatNotKnown

    def state_of(self, seat: str) -> SeatState:
        """What a seat may do at this moment; one that is not known may nothing."""
        entry = self._state.entries.get(seat)
        return SeatState.REVOKED if entry is None else entry.seat.state

    def listen_at(self, addresses: tuple[str, ...], port: int) -> None:
        """Note where the office PC listens."""
        self._change(lambda state: replace(state, addresses=addresses, port=port))

    def add(self, seat: Seat, certificate: SeatCertificate) -> None:
        """Take a seat in."""
        entry = _Listed(replace(seat, certificate_ends=certificate.ends), (certificate.fingerprint,))
        self._put(entry)

    def remove(self, seat: str) -> None:
        """Take a seat out that was not confirmed after all: its certificate was given to nobody."""
        self._change(
            lambda state: replace(
                state, entries={name: one for name, one in state.entries.items() if name != seat}
            )
        )

    def renewed(self, seat: str, certificate: SeatCertificate) -> None:
        """Take a seat's next certificate beside the present one, until it comes with the next."""
        with self._lock:
            entry = self._entry(seat)
            ends = replace(entry.seat, certificate_ends=certificate.ends)
            self._put(_Listed(ends, (entry.fingerprints[0], certificate.fingerprint)))

    def set_name(self, seat: str, name: str, shown: str) -> None:
        """Call a seat otherwise that is called ``shown``. Raises :class:`ChangedMeanwhile`."""
        with self._lock:
            entry = self._entry(seat)
            if entry.seat.name != shown:
                raise ChangedMeanwhile
            self._put(replace(entry, seat=replace(entry.seat, name=name)))

    def set_state(self, seat: str, state: SeatState) -> None:
        """Let a seat work, or not. A stop counts in memory from this moment, even if it cannot be written.

        Raises:
            SeatNotKnown: there is no such seat, or it was revoked, which is for good.
            SeatStopNotKept: a stop counts as long as this program runs, which goes on trying to keep it.
            UserFacingError: a seat that was to work again does not.
        """
        with self._lock:
            entry = self._entry(seat)
            if entry.seat.state is SeatState.REVOKED:
                raise SeatNotKnown
            stopped = state is not SeatState.ACTIVE
            try:
                self._put(replace(entry, seat=replace(entry.seat, state=state)), first_in_memory=stopped)
            except UserFacingError as error:
                if not stopped:
                    raise
                self._owes = True
                raise SeatStopNotKept from error

    def write_owed(self) -> None:
        """Write a stop that could not be written when it was made. Raises as :meth:`set_state`."""
        if self._owes:
            self._change(lambda state: state)

    def seen(self, fingerprint: bytes, now: datetime, version: str, address: str) -> None:
        """Note that a seat came with a certificate; a former one of its counts no more."""
        with self._lock:
            entry = self._entry(self.of_certificate(fingerprint).seat)
            seat = entry.seat
            arrived = len(entry.fingerprints) > 1 and entry.fingerprints[-1] == fingerprint
            as_known = seat.version == version and seat.address == address
            owed = self._owes and (self._tried is None or now - self._tried >= OWED_EVERY)
            written = self._seen_written.get(seat.seat)
            due = written is None or not written <= now < written + SEEN_EVERY
            seen = replace(seat, last_seen=now, version=version, address=address)
            if as_known and not arrived and not owed and not due:
                self._remember(_Listed(seen, entry.fingerprints))
                return
            self._tried = now if owed else self._tried
            self._seen_written[seat.seat] = now
            if arrived:
                self._put(_Listed(seen, (fingerprint,)))
            else:
                self._put(_Listed(seen, entry.fingerprints), lasting=False, first_in_memory=True)

    def _entry(self, seat: str) -> _Listed:
        entry = self._state.entries.get(seat)
        if entry is None:
            raise SeatNotKnown
        return entry

    def _put(self, entry: _Listed, *, lasting: bool = True, first_in_memory: bool = False) -> None:
        if first_in_memory:
            self._remember(entry)
        self._change(lambda state: _with(state, entry), lasting=lasting)

    def _remember(self, entry: _Listed) -> None:
        """Let it count in memory alone."""
        self._state = _with(self._state, entry)

    def _change(self, change: Any, *, lasting: bool = True) -> None:
        with self._lock:
            changed = change(self._state)
            self._record.write(_written(changed), lasting=lasting or self._owes)
            self._owes = False
            self._state = changed


def _with(state: _State, entry: _Listed) -> _State:
    return replace(state, entries={**state.entries, entry.seat.seat: entry})


def _written(state: _State) -> bytes:
    entries = [
        {
            "seat": one.seat.seat,
            "name": one.seat.name,
            "state": one.seat.state.value,
            "joined": one.seat.joined.timestamp(),
            "ends": one.seat.certificate_ends.timestamp(),
            "seen": None if one.seat.last_seen is None else one.seat.last_seen.timestamp(),
            "version": one.seat.version,
            "address": one.seat.address,
            "certificates": [fingerprint.hex() for fingerprint in one.fingerprints],
        }
        for one in state.entries.values()
    ]
    whole = {
        "format": FORMAT,
        "authority": state.authority.der.hex(),
        "addresses": list(state.addresses),
        "port": state.port,
        "seats": entries,
    }
    return json.dumps(whole).encode()


def _read(raw: bytes) -> _State:
    try:
        whole = json.loads(raw)
        if whole["format"] != FORMAT:
            raise SeatsUnreadable
        return _State(
            certificates.read(bytes.fromhex(whole["authority"])),
            {one["seat"]: _read_entry(one) for one in whole["seats"]},
            tuple(whole["addresses"]),
            whole["port"],
        )
    except (ValueError, KeyError, TypeError, NotOpened) as error:  # sealed by us: of another version
        raise SeatsUnreadable from error


def _read_entry(one: dict[str, Any]) -> _Listed:
    """One seat. What the first release does not write will be read with ``.get``: its lack is no damage."""
    seat = Seat(
        one["seat"],
        one["name"],
        SeatState(one["state"]),
        _moment(one["joined"]),
        _moment(one["ends"]),
        None if one["seen"] is None else _moment(one["seen"]),
        one["version"],
        one["address"],
    )
    return _Listed(seat, tuple(bytes.fromhex(fingerprint) for fingerprint in one["certificates"]))


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
