"""One sealed report: who can open what of it.

A report is :data:`~hvacdesk.vault.report_box.report_box_files.CASE_BYTES` long, whatever it says:

====================  =====================================================================================
salt                  16 random bytes that name the report and are part of every context
reader places         eight; one for each reader holds the report's two keys under HPKE base mode (RFC 9180,
                      X25519, HKDF-SHA256, AES-256-GCM) for the reader's own public key, the rest random
receipt place         the first key under AES-256-GCM and a key from the receipt (HKDF over Argon2id)
shared part           text, answers and state, under the first key: for readers and holders of the receipt
notes                 what readers write for each other, under the second key, which the receipt does not give
====================  =====================================================================================

Both parts are padded to one size before they are sealed. ``info`` is length-prefixed: format, office, the
reader's slot, what the place is for, and the salt. A reader that writes makes new keys for the notes and new
places for all readers whose keys are on the signed roster now; a reporter that writes leaves the places as
they are. Nothing says for whom a place is: each is tried.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from hvacdesk.domain.report_box.report_box import ReaderNotes, Report
from hvacdesk.domain.report_box.report_box_input import MOST_READERS
from hvacdesk.vault import ciphers
from hvacdesk.vault.keyfile import kdf
from hvacdesk.vault.report_box.report_box_errors import ReportFull
from hvacdesk.vault.report_box.report_box_files import CASE_BYTES

T = TypeVar("T")

CASE_FORMAT = 1
RECEIPT_COST = kdf.Cost(memory=65_536, passes=3, lanes=4)
"""Never tuned: a receipt opens its report as long as the report is there."""

_SALT = ciphers.SALT_BYTES
_PLACE = 32 + 2 * ciphers.KEY_BYTES + 16
"""An HPKE message: the encapsulated key, both keys, the tag."""

_SEALED = 12 + 16
_RECEIPT = ciphers.KEY_BYTES + _SEALED
_PLACES_AT = _SALT
_RECEIPT_AT = _PLACES_AT + MOST_READERS * _PLACE
_SHARED_AT = _RECEIPT_AT + _RECEIPT
_NOTES = 12_288
_SHARED = CASE_BYTES - _SHARED_AT - _NOTES
_LENGTH = 4


@dataclass(frozen=True)
class SealTo:
    """A reader's slot and the public key from the signed roster."""

    slot_id: str
    public_key: bytes


@dataclass(frozen=True)
class OpenCase:
    """A report that opened.

    Attributes:
        case_id: hexadecimal digits, for the time that it is in the box.
        notes: None if the receipt opened it.
    """

    case_id: str
    report: Report
    notes: ReaderNotes | None
    key: bytes = field(repr=False)


def case_id(sealed: bytes) -> str:
    """The name of a sealed report or decoy."""
    return sealed[:_SALT].hex()


def receipt_key(receipt: str, office_id: str, salt: bytes) -> bytes:
    """The key of a receipt: the same for all of the office's reports, so that one try costs one Argon2id."""
    return ciphers.derive(
        kdf.passphrase_key(receipt, salt[: ciphers.SALT_BYTES], RECEIPT_COST), "receipt", office_id
    )


def seal_new(office_id: str, readers: Sequence[SealTo], with_receipt: bytes, report: Report) -> bytes:
    """A new report, sealed to its readers and to its receipt's key.

    Raises:
        ReportFull: the text does not fit.
    """
    salt, key = secrets.token_bytes(_SALT), ciphers.new_key()
    receipt = ciphers.seal(with_receipt, key, _context(office_id, "", "receipt", salt))
    return _sealed(office_id, salt, readers, receipt, key, report, ReaderNotes())


def reseal(
    sealed: bytes, office_id: str, readers: Sequence[SealTo], opened: OpenCase, notes: ReaderNotes
) -> bytes:
    """A reader's writing: the report as it is now, for these readers alone.

    Raises:
        ReportFull: the text does not fit.
    """
    receipt = sealed[_RECEIPT_AT:_SHARED_AT]
    return _sealed(office_id, sealed[:_SALT], readers, receipt, opened.key, opened.report, notes)


def add(sealed: bytes, office_id: str, key: bytes, report: Report) -> bytes:
    """A reporter's writing: the shared part alone.

    Raises:
        ReportFull: the text does not fit.
    """
    shared = _closed(key, report.to_json(), _SHARED, _context(office_id, "", "shared", sealed[:_SALT]))
    return sealed[:_SHARED_AT] + shared + sealed[_SHARED_AT + _SHARED :]


def open_as_reader(sealed: bytes, office_id: str, slot_id: str, private: bytes) -> OpenCase | None:
    """The report, if it is sealed to this reader.

    Raises:
        ValueError: it is, but its parts do not open: it was altered.
    """
    salt = sealed[:_SALT]
    for number in range(MOST_READERS):
        start = _PLACES_AT + number * _PLACE
        try:
            keys = ciphers.unseal_with(
                private, sealed[start : start + _PLACE], _context(office_id, slot_id, "reader", salt)
            )
        except ciphers.NotOpened:
            continue
        key, notes_key = keys[: ciphers.KEY_BYTES], keys[ciphers.KEY_BYTES :]
        return _opened(sealed, office_id, key, notes_key)
    return None


def open_with_receipt(sealed: bytes, office_id: str, with_receipt: bytes) -> OpenCase | None:
    """The report, if it has this receipt; its altered parts raise as in :func:`open_as_reader`."""
    bound_to = _context(office_id, "", "receipt", sealed[:_SALT])
    try:
        key = ciphers.unseal(with_receipt, sealed[_RECEIPT_AT:_SHARED_AT], bound_to)
    except ciphers.NotOpened:
        return None
    return _opened(sealed, office_id, key, None)


def read_shared(sealed: bytes, office_id: str, key: bytes) -> Report:
    """What reporter and readers share, with the key of a report that was opened.

    Raises:
        ValueError: it was altered.
    """
    bound_to = _context(office_id, "", "shared", sealed[:_SALT])
    return _read(key, sealed[_SHARED_AT : _SHARED_AT + _SHARED], bound_to, Report.from_json)


def _opened(sealed: bytes, office_id: str, key: bytes, notes_key: bytes | None) -> OpenCase:
    salt = sealed[:_SALT]
    report = read_shared(sealed, office_id, key)
    notes = None
    if notes_key is not None:
        bound_to = _context(office_id, "", "notes", salt)
        notes = _read(notes_key, sealed[_SHARED_AT + _SHARED :], bound_to, ReaderNotes.from_json)
    return OpenCase(salt.hex(), report, notes, key)


def _read(key: bytes, sealed: bytes, bound_to: bytes, parse: Callable[[bytes], T]) -> T:
    try:
        padded = ciphers.unseal(key, sealed, bound_to)
        length = int.from_bytes(padded[:_LENGTH], "big")
        return parse(padded[_LENGTH : _LENGTH + length])
    except (ciphers.NotOpened, KeyError, TypeError, AttributeError) as error:
        raise ValueError("a report that was altered") from error


def _sealed(
    office_id: str,
    salt: bytes,
    readers: Sequence[SealTo],
    receipt: bytes,
    key: bytes,
    report: Report,
    notes: ReaderNotes,
) -> bytes:
    notes_key = ciphers.new_key()
    places = [
        ciphers.seal_to(one.public_key, key + notes_key, _context(office_id, one.slot_id, "reader", salt))
        for one in readers
    ]
    if len(places) > MOST_READERS:
        raise ValueError("more readers than places")
    places += [secrets.token_bytes(_PLACE) for _ in range(MOST_READERS - len(places))]
    secrets.SystemRandom().shuffle(places)
    shared = _closed(key, report.to_json(), _SHARED, _context(office_id, "", "shared", salt))
    closed_notes = _closed(notes_key, notes.to_json(), _NOTES, _context(office_id, "", "notes", salt))
    return b"".join((salt, *places, receipt, shared, closed_notes))


def _closed(key: bytes, content: bytes, size: int, bound_to: bytes) -> bytes:
    room = size - _SEALED
    if len(content) + _LENGTH > room:
        raise ReportFull
    padded = (len(content).to_bytes(_LENGTH, "big") + content).ljust(room, b"\0")
    return ciphers.seal(key, padded, bound_to)


def _context(office_id: str, slot_id: str, purpose: str, salt: bytes) -> bytes:
    return ciphers.context("report", CASE_FORMAT, office_id, slot_id, purpose, salt)
