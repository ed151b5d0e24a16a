"""Inviting another login of this computer: the device secret under one-time words, for a day.

The invitation is a file beside the key file. The words have at least 70 random bits and go through
Argon2id, so that the file is no help without them; it is removed when it is used, and void after the next
rotation.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from hvacdesk import own_files
from hvacdesk.vault import ciphers, errors, folder, milestones
from hvacdesk.vault.device import anchor, device_state
from hvacdesk.vault.device.device_state import ThisLogin
from hvacdesk.vault.device.enrolment_errors import EnrolmentExpired, EnrolmentMissing, EnrolmentWrongWords
from hvacdesk.vault.device.keyring_store import Secrets
from hvacdesk.vault.keyfile import fields, kdf, slots
from hvacdesk.vault.keyfile.key_file_store import KeyFileStore, OpenKeyFile
from hvacdesk.vault.keyfile.sealing import device_account
from hvacdesk.vault.keyfile.throttle import Throttle

VALID_SECONDS = 24 * 60 * 60.0
_CLOCK_SET_BACK = 10 * 60.0
"""So much earlier than the invitation's own time the clock may be, as after a correction."""

_END_OF_TIME = 2.0**40
_FORMAT = 1
_LONGEST_FILE = 20_000
_TRIES = "enrolment"
"""In the place of a slot's id, where the tries of words are counted."""


@dataclass(frozen=True)
class InvitationFile:
    """What the file says.

    Attributes:
        login: the id that the new login will have.
        made: seconds since 1970.
        sealed: device secret and name, under the words.
    """

    office_id: str
    epoch: int
    login: str
    made: float
    salt: bytes
    cost: kdf.Cost
    sealed: bytes = field(default=b"", repr=False)

    def bound(self) -> bytes:
        """The context that binds what is sealed to the clear part."""
        return ciphers.context(
            "enrolment", _FORMAT, self.office_id, self.epoch, self.login, repr(self.made), self.salt
        )

    def key(self, words: str) -> bytes:
        """The key of what is sealed.

        Raises:
            CostRefused: the work factors lie outside the permitted range.
        """
        return ciphers.derive(kdf.passphrase_key(_plain(words), self.salt, self.cost), "enrolment")

    def holds(self, header: slots.Header, now: float) -> bool:
        """Whether it is for the present epoch of this office, and not older than a day."""
        fits = (self.office_id, self.epoch) == (header.office_id, header.epoch)
        return fits and self.made - _CLOCK_SET_BACK <= now < self.made + VALID_SECONDS


def write(
    home: Path, contents: OpenKeyFile, secret: bytes, name: str, words: str, cost: kdf.Cost, now: float
) -> None:
    """Invite a login, in place of any earlier invitation.

    Raises:
        DiskFull, FolderReadOnly: the former invitation, if any, still holds.
    """
    header = contents.file.header
    blank = InvitationFile(
        header.office_id, header.epoch, device_state.new_id(), now, ciphers.new_salt(), cost
    )
    plain = json.dumps({"secret": secret.hex(), "name": name}).encode("ascii")
    _store(home, replace(blank, sealed=ciphers.seal(blank.key(words), plain, blank.bound())))


def remove(home: Path) -> None:
    """Void an invitation that is there. One that cannot be removed ends by itself."""
    with suppress(OSError):
        own_files.remove(home / folder.ENROLMENT_NAME)


def enrol(home: Path, keyring: Secrets, words: str, now: float) -> None:
    """Let this login open the office from now on. It is used by the login that was invited.

    Args:
        keyring: this login's key store.
        now: seconds since 1970.

    Raises:
        SlotsMissing, SlotsDamaged, SlotsNewer: the key file.
        EnrolmentMissing, EnrolmentExpired: there is no invitation, or none that holds.
        EnrolmentWrongWords, TooManyTries: with the seconds to wait.
        KeyringMissing, KeyringLocked, KeyringKeepsNothing: the key store; the invitation still holds.
        DatabaseBusy, DiskFull, FolderReadOnly: the folder; it still holds.
    """
    header = max((file.header for file in slots.read_copies(home)), key=lambda header: header.epoch)
    with folder.changing(home):
        invitation = _load(home)
        if not invitation.holds(header, now):
            raise EnrolmentExpired
        throttle = Throttle(keyring, header.office_id, lambda: now, home)
        secret, name = _opened(invitation, throttle, words)
        key_book = KeyFileStore(
            home, header.office_id, header.epoch, slots.slots_key(secret, header.epoch), keyring
        )
        _accept(key_book, invitation, secret, name, keyring, throttle)
        remove(home)
    throttle.forget(_TRIES)


def _opened(invitation: InvitationFile, throttle: Throttle, words: str) -> tuple[bytes, str]:
    """The device secret and the login's name.

    A key store that never saw the office has no count, which for a passphrase means the longest delay. Here
    it starts one: the words are no person's passphrase but 70 random bits, for a day.
    """
    throttle.start_missing(_TRIES)
    throttle.begin(_TRIES)
    try:
        plain = ciphers.unseal(invitation.key(words), invitation.sealed, invitation.bound())
    except ciphers.NotOpened as error:
        raise EnrolmentWrongWords(throttle.wait(_TRIES)) from error
    except kdf.CostRefused as error:
        raise EnrolmentMissing from error
    with _only_ours():
        opened = json.loads(plain)
        return fields.hexadecimal(opened["secret"], ciphers.KEY_BYTES), _encodable(opened["name"])


def _accept(
    key_book: KeyFileStore,
    invitation: InvitationFile,
    secret: bytes,
    name: str,
    keyring: Secrets,
    throttle: Throttle,
) -> None:
    """Put everything into the key store, the device secret last: with it the login can open the office."""
    contents = key_book.read()
    office_id = key_book.office_id
    former = device_state.read(keyring, office_id)
    for entry in contents.roster.entries:
        throttle.start_missing(entry.slot_id)
    since = key_book.epoch if former is None else min(former.held_since, key_book.epoch)
    this = ThisLogin(invitation.login, name, contents.roster.counter, since)
    device_state.write(keyring, office_id, this)
    with suppress(errors.HeadDamaged):
        head = anchor.read_head_file(key_book.home)
        if head is not None:
            anchor.write_head_keyring(keyring, office_id, key_book.epoch, head)
    milestones.reached("enrolment.remembered")
    keyring.write(device_account(office_id, key_book.epoch), secret)
    milestones.reached("enrolment.secret")
    replaced = "" if former is None else former.login
    key_book.changed(lambda present: device_state.listed(present, this, instead_of=replaced))
    milestones.reached("enrolment.listed")


def remove_used(home: Path, contents: OpenKeyFile) -> None:
    """Remove an invitation whose login is on the list: its use was cut off at the last moment."""
    with suppress(EnrolmentMissing):
        used = _load(home).login
        if any(login.login == used for login in contents.body.logins):
            remove(home)


def _plain(words: str) -> str:
    """Words as they are derived from: small letters, one hyphen between, however they were typed."""
    text = unicodedata.normalize("NFKC", words).casefold()
    return "-".join("".join(letter if letter.isalnum() else " " for letter in text).split())


def _store(home: Path, invitation: InvitationFile) -> None:
    raw = {
        "format": _FORMAT,
        "office": invitation.office_id,
        "epoch": invitation.epoch,
        "login": invitation.login,
        "made": invitation.made,
        "salt": invitation.salt.hex(),
        "cost": [invitation.cost.memory, invitation.cost.passes, invitation.cost.lanes],
        "sealed": fields.text(invitation.sealed),
    }
    folder.replace_file(home / folder.ENROLMENT_NAME, json.dumps(raw).encode("ascii"))


def _load(home: Path) -> InvitationFile:
    """The invitation in the folder.

    Raises:
        EnrolmentMissing: there is none that can be read.
    """
    with _only_ours(), own_files.opened(home / folder.ENROLMENT_NAME) as file:
        return _parsed(json.loads(file.read(_LONGEST_FILE)))


@contextmanager
def _only_ours() -> Iterator[None]:
    """What we cannot have written is no invitation."""
    try:
        yield
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise EnrolmentMissing from error


def _parsed(raw: dict[str, Any]) -> InvitationFile:
    if raw["format"] != _FORMAT:
        raise ValueError("not a format of ours")
    memory, passes, lanes = map(fields.count, raw["cost"])
    return InvitationFile(
        _encodable(raw["office"]),
        fields.count(raw["epoch"]),
        _encodable(raw["login"]),
        _moment(raw["made"]),
        fields.hexadecimal(raw["salt"], ciphers.SALT_BYTES),
        kdf.Cost(memory, passes, lanes),
        fields.raw(raw["sealed"]),
    )


def _moment(value: object) -> float:
    if not isinstance(value, int | float) or not 0 <= value < _END_OF_TIME:
        raise TypeError("seconds expected")
    return float(value)


def _encodable(value: object) -> str:
    """A text that is no half of a character: it goes into key store, list and derivation."""
    text = fields.string(value)
    text.encode("utf-8")
    return text
