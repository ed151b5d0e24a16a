"""Opening a key file, in the office's folder or in a backup: with the device secret, or with the sheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from hvacdesk.vault import ciphers, errors, folder
from hvacdesk.vault.device import secret_handover
from hvacdesk.vault.device.keyring_store import Secrets
from hvacdesk.vault.keyfile import grants, key_file_store, slots
from hvacdesk.vault.keyfile.key_file_store import OpenKeyFile
from hvacdesk.vault.keyfile.sealing import RecoveryKeys, device_account, open_recovery
from hvacdesk.vault.keyfile.slots import SlotsFile


@dataclass(frozen=True)
class Opened:
    """A key file that opened, and the key of its body.

    Attributes:
        handed_over: the device secret, where the key store holds a former one that led to it; else None.
    """

    contents: OpenKeyFile
    slots_key: bytes = field(repr=False)
    handed_over: bytes | None = field(repr=False, default=None)


@dataclass(frozen=True)
class Recovered:
    """A key file that the recovery sheet opened, and the keys that it gave."""

    contents: OpenKeyFile
    keys: RecoveryKeys = field(repr=False)


def exists(home: Path) -> bool:
    """Whether the folder holds a key file or an epoch's database: then no new office is made in it."""
    return slots.present(home) or bool(folder.databases(home))


def with_device_secret(files: Iterable[SlotsFile], keyring: Secrets) -> Opened:
    """The newest of these copies that a secret in the key store opens, be it a former one and a handover.

    Raises:
        KeyringLocked, KeyringMissing: the key store cannot be asked, or a locked keyring may hold the secret.
        KeyringChanged, DeviceSecretMissing: another key store, or this one, does not hold the secret.
        DeviceSecretWrong: the secret opens none of them.
        RosterRefused: a roster is not properly signed.
    """
    copies = tuple(files)
    opened: list[Opened] = []
    found_secret = False
    for file in copies:
        held = _secret_of(keyring, file, file.header.epoch)
        secret = secret_handover.follow(file, partial(_secret_of, keyring, file)) if held is None else held
        if secret is None:
            continue
        found_secret = True
        key = slots.slots_key(secret, file.header.epoch)
        try:
            opened.append(Opened(key_file_store.opened(file, key), key, secret if held is None else None))
        except ciphers.NotOpened:
            continue
    if opened:
        newest = key_file_store.newest(copy.contents for copy in opened)
        return next(copy for copy in opened if copy.contents is newest)
    if found_secret:
        raise errors.DeviceSecretWrong
    recorded = copies[0].header.keyring
    if recorded != keyring.backend_name:
        raise errors.KeyringChanged(recorded=recorded, found=keyring.backend_name)
    for file in copies:
        keyring.require_seen(_account_of(file, file.header.epoch))
    raise errors.DeviceSecretMissing


def _secret_of(keyring: Secrets, file: SlotsFile, epoch: int) -> bytes | None:
    return keyring.read(_account_of(file, epoch))


def _account_of(file: SlotsFile, epoch: int) -> str:
    return device_account(file.header.office_id, epoch)


def with_sheet(files: Iterable[SlotsFile], code: str) -> Recovered:
    """The newest of these copies that a typed recovery code opens, and the keys in it.

    Raises:
        RecoveryCodeMistyped, RecoveryCodeIncomplete, RecoveryCodeForeign: the code.
        SlotsDamaged: no copy's body opens.
        RosterRefused: the keys recovered are not those of the roster.
    """
    failure: Exception = errors.SlotsDamaged()
    candidates: list[Recovered] = []
    for file in files:
        try:
            keys = open_recovery(file, code)
            contents = key_file_store.opened(file, keys.slots)
            candidates.append(Recovered(contents, _checked(keys, contents)))
        except errors.RecoveryCodeForeign as error:
            failure = error
        except ciphers.NotOpened:
            continue
    if not candidates:
        raise failure
    newest = key_file_store.newest(candidate.contents for candidate in candidates)
    return next(candidate for candidate in candidates if candidate.contents is newest)


def _checked(keys: RecoveryKeys, contents: OpenKeyFile) -> RecoveryKeys:
    """The recovered keys, if they are those of the roster.

    Raises:
        RosterRefused: the roster was signed by another key, or is committed to others.
    """
    grants.check_committed(contents.roster, contents.body.roster.signer, keys.office)
    return keys


def finish_database(database: Path) -> None:
    """Give a database that is committed its final name, unless it has it; a set-up may have ended before."""
    unfinished = folder.unfinished(database)
    if not database.exists() and unfinished.exists():
        with folder.writing():
            folder.move_over(unfinished, database)
            folder.sync_folder(database.parent)
