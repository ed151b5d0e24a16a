"""What this login's key store remembers of itself, and what it has to catch up on at a start.

Only offices that invited a second login have this: where there is one, it has made every change itself.
"""

from __future__ import annotations

import json
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass, replace

from hvacdesk.vault import errors, folder, milestones
from hvacdesk.vault.device import anchor, secret_handover
from hvacdesk.vault.device.keyring_store import Secrets
from hvacdesk.vault.keyfile.body import Body, Login
from hvacdesk.vault.keyfile.key_file_store import KeyFileStore, OpenKeyFile
from hvacdesk.vault.keyfile.sealing import device_account
from hvacdesk.vault.keyfile.throttle import Throttle


@dataclass(frozen=True)
class ThisLogin:
    """A login as its own key store knows it.

    Attributes:
        login: 32 hexadecimal digits.
        name: what the person responsible called it; empty for the one that set the office up.
        counted: the roster's counter up to which counts of login tries were started here.
        held_since: no device secret of an earlier epoch can still be in this key store.
    """

    login: str
    name: str
    counted: int
    held_since: int

    def at(self, epoch: int) -> Login:
        """Its entry on the list, once it holds an epoch's device secret."""
        return Login(self.login, self.name, epoch)


def account(office_id: str) -> str:
    """The key store's account of what it remembers of its login."""
    return f"{office_id}/login"


def read(keyring: Secrets, office_id: str) -> ThisLogin | None:
    """What the key store remembers; None where it remembers nothing that can be read."""
    raw = keyring.read(account(office_id))
    if raw is None:
        return None
    try:
        known = json.loads(raw)
        return ThisLogin(
            str(known["login"]), str(known["name"]), int(known["counted"]), int(known["held_since"])
        )
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def write(keyring: Secrets, office_id: str, this: ThisLogin) -> None:
    """Let the key store remember its login."""
    keyring.write(account(office_id), json.dumps(asdict(this)).encode("ascii"))


def known(keyring: Secrets, contents: OpenKeyFile) -> ThisLogin:
    """What the key store remembers; written now if it is the login that set the office up."""
    office_id = contents.roster.office_id
    found = read(keyring, office_id)
    if found is None:
        found = ThisLogin(new_id(), "", contents.roster.counter, contents.file.header.epoch)
        write(keyring, office_id, found)
    return found


def new_id() -> str:
    """A random id of a login."""
    return secrets.token_hex(16)


def catch_up(
    key_book: KeyFileStore, contents: OpenKeyFile, keyring: Secrets, throttle: Throttle, secret: bytes | None
) -> None:
    """Catch up with what other logins changed, before anybody logs in here.

    Args:
        secret: the present device secret, if it was handed over just now and this key store lacks it.

    Raises:
        KeyringMissing, KeyringLocked, KeyringKeepsNothing: the former secret is still there, and the next
            start goes the same way again.
    """
    if secret is not None:
        anchor.take_along(keyring, key_book.office_id, key_book.epoch)
        keyring.write(device_account(key_book.office_id, key_book.epoch), secret)
        milestones.reached("login.secret")
    elif not contents.body.logins:
        return
    this = known(keyring, contents)
    for entry in contents.roster.entries:
        if entry.since > this.counted:
            throttle.start(entry.slot_id)
    if this.at(key_book.epoch) not in contents.body.logins:
        _register(key_book, this)
        milestones.reached("login.listed")
    oldest = _drop_former(key_book, keyring, this, everything=secret is not None)
    milestones.reached("login.forgotten")
    settled = replace(this, counted=contents.roster.counter, held_since=oldest)
    if settled != this:
        write(keyring, key_book.office_id, settled)


def listed(contents: OpenKeyFile, this: ThisLogin, *, instead_of: str = "") -> Body:
    """The body with a login on its list that holds the present epoch's device secret."""
    at_present = this.at(contents.file.header.epoch)
    return replace(
        contents.body,
        logins=secret_handover.with_login(contents.body.logins, at_present, instead_of=instead_of),
    )


def _register(key_book: KeyFileStore, this: ThisLogin) -> None:
    """Say on the list which epoch this login is at. A disk that refuses it, or a program, stops nobody."""
    with suppress(errors.DiskFull, errors.FolderReadOnly, errors.DatabaseBusy):
        key_book.change(lambda contents: listed(contents, this), seconds=0)


def _drop_former(key_book: KeyFileStore, keyring: Secrets, this: ThisLogin, *, everything: bool) -> int:
    """Remove former device secrets that open nothing any more, and say which is the oldest left."""
    holders = (key_book.home, *folder.set_aside(key_book.home))
    files = set() if everything else {epoch for holder in holders for epoch in folder.databases(holder)}
    kept = key_book.epoch
    for epoch in range(key_book.epoch - 1, this.held_since - 1, -1):
        if epoch in files:
            kept = epoch
        else:
            try:
                keyring.delete(device_account(key_book.office_id, epoch))
            except errors.KeyringPartLocked:  # the next start tries again
                kept = epoch
    return kept
