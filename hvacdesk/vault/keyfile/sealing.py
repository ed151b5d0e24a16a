"""The recovery slot (the office's keys sealed to the recovery key) and the device secret's account name."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from hvacdesk.vault import ciphers, errors
from hvacdesk.vault.keyfile import recovery
from hvacdesk.vault.keyfile.grants import OfficeKeys
from hvacdesk.vault.keyfile.roster import Roster
from hvacdesk.vault.keyfile.slots import RecoverySlot, SlotsFile

_FORMAT = 1


@dataclass(frozen=True)
class RecoveryKeys:
    """What the recovery sheet opens: the office's three keys and the key of the key file's body."""

    office: OfficeKeys = field(repr=False)
    slots: bytes = field(repr=False)


def device_account(office_id: str, epoch: int) -> str:
    """The account under which an epoch's device secret lies in the key store."""
    return f"{office_id}/{epoch}"


def seal_recovery(roster: Roster, keys: RecoveryKeys, created: date) -> RecoverySlot:
    """Seal the keys to the recovery key that the roster names.

    Raises:
        ValueError: the session does not hold all of them.
    """
    if keys.office.payment is None or keys.office.signing is None:
        raise ValueError("only a session with all keys can renew the recovery slot")
    plain = keys.office.database + keys.office.payment + keys.office.signing + keys.slots
    bound_to = _bound(roster.office_id, roster.epoch, roster.recovery_number)
    sealed = ciphers.seal_to(roster.recovery_key, plain, bound_to)
    return RecoverySlot(roster.recovery_number, created.isoformat(), sealed)


def open_recovery(file: SlotsFile, typed: str) -> RecoveryKeys:
    """The keys that a typed recovery code opens.

    Raises:
        RecoveryCodeMistyped, RecoveryCodeIncomplete: the code is not one.
        RecoveryCodeForeign: it is a code, but of another office or of an older sheet.
    """
    header = file.header
    private = recovery.private_key(recovery.decode(typed), header.office_id)
    bound_to = _bound(header.office_id, header.epoch, file.recovery.number)
    try:
        plain = ciphers.unseal_with(private, file.recovery.sealed, bound_to)
    except ciphers.NotOpened as error:
        raise errors.RecoveryCodeForeign(number=file.recovery.number) from error
    database, payment, signing, slots_key = (
        plain[at : at + ciphers.KEY_BYTES] for at in range(0, 4 * ciphers.KEY_BYTES, ciphers.KEY_BYTES)
    )
    return RecoveryKeys(OfficeKeys(database, payment, signing), slots_key)


def _bound(office_id: str, epoch: int, number: int) -> bytes:
    return ciphers.context("recovery", _FORMAT, office_id, epoch, number)
