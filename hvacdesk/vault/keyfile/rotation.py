"""Changing an office's keys: a new epoch with a new database key and a new device secret.

The order is the whole point (measured: this way lost nothing in 200 kills, 400 power cuts and on full disks,
where ``PRAGMA rekey`` destroyed files):

1. Everything living is exported into a new file, named by the new epoch, under the new key.
2. The new file, which remembers the new key file by now, is reopened, compared with the old one table by
   table, and checked page by page.
3. The new device secret is written to the key store and read back.
4. The commit: one atomic rename of the key file, which names epoch, database file and salt.
5. Later, by :func:`discard_former`: the old file and the old secret are removed. Until then the rotation is
   *pending*.

Before step 4 a failure leaves the old epoch as it was; :func:`clear_unfinished` removes what was begun.
A restore is a rotation, too: its source is the backup's file instead of the office's.
"""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.vault import ciphers, errors, folder, milestones
from hvacdesk.vault.database import rewrite
from hvacdesk.vault.database.rewrite import Beside, DatabaseFile, Prepare, Resealing
from hvacdesk.vault.device import anchor, device_state, enrolment, epoch_accounts, secret_handover
from hvacdesk.vault.device.enrolment_errors import LoginGone
from hvacdesk.vault.device.keyring_store import Secrets
from hvacdesk.vault.keyfile import opening, rotation_plan, slots
from hvacdesk.vault.keyfile.body import Body, Login
from hvacdesk.vault.keyfile.grants import OfficeKeys
from hvacdesk.vault.keyfile.key_file_store import (
    KeyFileStore,
    OpenKeyFile,
    opened,
    remember_revision,
    revision_after,
)
from hvacdesk.vault.keyfile.rotation_plan import NewPerson, PaymentColumn, Plan
from hvacdesk.vault.keyfile.sealing import device_account
from hvacdesk.vault.keyfile.slots import Header, SecretHandover
from hvacdesk.vault.keyfile.throttle import Clock, Throttle
from hvacdesk.vault.keyfile.vault_state import VaultState

__all__ = [
    "DatabaseFile",
    "NewPerson",
    "OtherLogins",
    "PaymentColumn",
    "Plan",
    "Prepare",
    "Rotated",
    "clear_unfinished",
    "discard_former",
    "former_epochs",
    "free_epoch",
    "next_epoch",
    "rotate",
]


@dataclass(frozen=True)
class Rotated:
    """The office in its new epoch."""

    book: KeyFileStore
    contents: OpenKeyFile
    keys: OfficeKeys


class OtherLogins:
    """The computer's other logins, on the way to the next epoch.

    Args:
        key: the slots key of the former epoch.
        secrets: this login's key store.

    Raises:
        LoginGone: the plan withdraws a login that is not on the list.
        ValueError: the plan withdraws the login that this program runs in.
    """

    def __init__(self, former: OpenKeyFile, key: bytes, secrets: Secrets, changes: Plan) -> None:
        self._former = former
        self._key = key
        self._changes = changes
        self._present = former.body.logins
        self._this = device_state.known(secrets, former) if self._present else None
        if changes.withdrawing is None:
            return
        if self._this is not None and changes.withdrawing == self._this.login:
            raise ValueError("a login cannot withdraw itself")
        if changes.withdrawing not in [login.login for login in self._present]:
            raise LoginGone

    def listed(self, epoch: int) -> tuple[Login, ...]:
        """The list of the next epoch, which this login is the first to be at; empty where it is alone."""
        if self._this is None:
            return ()
        gone = (self._this.login, self._changes.withdrawing)
        others = [login for login in self._present if login.login not in gone]
        return (*others, self._this.at(epoch)) if others else ()

    def handovers(self, epoch: int, device_secret: bytes) -> tuple[SecretHandover, ...]:
        """What lets the others go forward, unless somebody must not."""
        if self._changes.shuts_out:
            return ()
        header = self._former.file.header
        link = secret_handover.hand_over(header.office_id, header.epoch, self._key, epoch, device_secret)
        return secret_handover.needed((*self._former.file.handovers, link), self.listed(epoch), epoch)


def rotate(
    key_book: KeyFileStore,
    keys: OfficeKeys,
    secrets: Secrets,
    changes: Plan,
    clock: Clock = time.time,
    beside: Beside | None = None,
) -> Rotated:
    """Bring the office into its next epoch; the former one stays until :func:`discard_former`.

    No other connection may be open to the database, and none can be opened meanwhile.

    Args:
        beside: reads the new file while it is compared and checked.

    Raises:
        UserFacingError, ValueError: see :func:`next_epoch`; the former epoch is as it was.
    """
    with folder.changing(key_book.home):
        former = key_book.read()
        header = former.file.header
        source = DatabaseFile(key_book.home / header.database, (keys.database + header.salt).hex())
        epoch = free_epoch(key_book.home, key_book.office_id, secrets, key_book.epoch)
        taken_along = key_book.secrets is secrets
        others = OtherLogins(former, key_book.key, secrets, changes) if taken_along else None
        rotated = next_epoch(
            key_book.home,
            source,
            former,
            keys,
            secrets,
            changes,
            epoch=epoch,
            clock=clock,
            others=others,
            beside=beside,
        )
        _supersede(former, rotated, secrets)
        return rotated


def _supersede(former: OpenKeyFile, rotated: Rotated, secrets: Secrets) -> None:
    """Let the key store refuse the former epoch's key file, and watch the log in the new epoch at once.

    The change of keys is in force already, so a key store that takes nothing more does not make it fail: the
    next login makes up for it.
    """
    office_id, epoch = former.roster.office_id, former.roster.epoch
    with suppress(UserFacingError):
        remember_revision(secrets, office_id, epoch, rotated.contents.body.revision)
        anchor.carry(secrets, office_id, epoch, rotated.book.epoch)


def free_epoch(home: Path, office_id: str, secrets: Secrets, known: int) -> int:
    """The next number of an epoch: above one that is known, the folder's files, and the key store's secrets.

    A secret that is there may be that of another folder with the same office: it must not be written over.
    """
    epoch = max(known, slots.newest_epoch(home)) + 1
    while secrets.read(device_account(office_id, epoch)) is not None:
        epoch += 1
    return epoch


def next_epoch(
    home: Path,
    source: DatabaseFile,
    former: OpenKeyFile,
    keys: OfficeKeys,
    secrets: Secrets,
    changes: Plan,
    *,
    epoch: int,
    prepare: Prepare | None = None,
    clock: Clock = time.time,
    others: OtherLogins | None = None,
    beside: Beside | None = None,
) -> Rotated:
    """Make an epoch from a database and its key file, wherever these lie, and commit it in a folder.

    The caller holds :func:`hvacdesk.vault.folder.changing` of the folder.

    Args:
        home: the folder whose key file will name the new epoch; it need not hold an office yet.
        source: the database that everything living is taken from; it is not changed.
        former: the key file that belongs to it, opened.
        keys: all of the office's keys, as they are in the source.
        secrets: the key store that the new device secret goes to.
        epoch: the new epoch's number, from :func:`free_epoch`.
        prepare: changes the new file before the commit; what it raises leaves everything as it was.
        clock: seconds since 1970, for counting login tries in a key store that is new to the office.
        others: the other logins of this computer; None where they have to be enrolled again.
        beside: reads the new file while it is compared and checked.

    Raises:
        ValueError: the session does not hold all of the office's keys, the plan lets somebody keep a key
            that they lose, or the epoch's number is not a new one.
        LastOwner: the one who leaves is the last owner.
        RecoveryNotConfirmed, SheetOutdated: the plan's sheet cannot be used.
        DatabaseBusy: another connection is open.
        DiskFull, FolderReadOnly, KeyringKeepsNothing, NotAlike, …: the former epoch is as it was.
    """
    rotation_plan.check(former, keys, changes, epoch)
    if epoch <= max(former.roster.epoch, slots.newest_epoch(home)):
        raise ValueError("an epoch's number is used once")
    office_id = former.roster.office_id
    following = rotation_plan.next_keys(keys, changes)
    device_secret = ciphers.new_key()
    slots_key = slots.slots_key(device_secret, epoch)
    header = Header(office_id, epoch, folder.database_name(epoch), ciphers.new_salt(), secrets.backend_name)
    listed = () if others is None else others.listed(epoch)
    revision = revision_after(former, secrets)
    body = rotation_plan.next_body(former, keys, following, changes, epoch, revision, listed)
    handovers = () if others is None else others.handovers(epoch, device_secret)
    file = rotation_plan.next_file(body, header, following, slots_key, former, changes, handovers)
    target = home / header.database
    # In a folder without an office it gets its name after the commit: until then there is no office.
    written = target if slots.present(home) else _room_for_unfinished(target, office_id, secrets)
    new = DatabaseFile(written, (following.database + header.salt).hex())
    contents = opened(file, slots_key)  # after the commit nothing is asked that may not answer any more
    state = VaultState(body.revision, body.roster.signer, contents.roster.counter)
    reseal = _resealing(keys, following, former, changes)
    try:
        # Step 1, the export: into a file of its own, so that the source stays as it was whatever happens.
        # Step 2, the check, within the same call: after the commit this file alone counts as the office's.
        rewrite.write(source, new, state, reseal=reseal, prepare=prepare, beside=beside)
        # Step 3, the device secret: before the commit, since without it the new key file does not open.
        secrets.write(device_account(office_id, epoch), device_secret)
        _start_counts(home, former, body, secrets, changes, clock)
        milestones.reached("rotation.secret")
        # Step 4, the commit: one rename, so that a crash leaves either the former epoch or the new one.
        slots.write_copies(home, file)
    except BaseException:
        # After the rename the key file names the new epoch: its secret and file must stay, whatever failed.
        if not _committed(home, office_id, epoch):
            with suppress(UserFacingError, OSError):  # the next start tries again
                secrets.delete(device_account(office_id, epoch))
                folder.remove_database(written)
        raise
    milestones.reached("rotation.committed")
    # Step 5, removing the former epoch, comes later, in discard_former: only once this one is backed up.
    opening.finish_database(target)
    next_book = KeyFileStore(home, office_id, epoch, slots_key, secrets)
    next_book.remember(body.revision)
    milestones.reached("rotation.remembered")
    enrolment.remove(home)
    return Rotated(next_book, contents, following)


def _start_counts(
    home: Path, former: OpenKeyFile, body: Body, secrets: Secrets, changes: Plan, clock: Clock
) -> None:
    """Start counting login tries where a key store did not know the office: a missing count slows down.

    This comes before the commit, so that nobody has to wait after it, whatever happens next.
    """
    throttle = Throttle(secrets, former.roster.office_id, clock, home)
    if secrets.read(device_account(former.roster.office_id, former.roster.epoch)) is None:
        for slot_id in body.people:
            throttle.start_missing(slot_id)
    if changes.person is not None:
        throttle.start(changes.person.slot_id)


def _room_for_unfinished(target: Path, office_id: str, secrets: Secrets) -> Path:
    """The unfinished name of a folder's first database; what an earlier try left is removed, secret too."""
    for epoch, path in folder.unfinished_databases(target.parent).items():
        secrets.delete(device_account(office_id, epoch))
        folder.remove_database(path)
    return folder.unfinished(target)


def _resealing(
    keys: OfficeKeys, following: OfficeKeys, former: OpenKeyFile, changes: Plan
) -> Resealing | None:
    if changes.payment is None or keys.payment is None or following.payment is None:
        return None
    return Resealing(changes.payment, former.roster.payment_generation, keys.payment, following.payment)


def _committed(home: Path, office_id: str, epoch: int) -> bool:
    """Whether a key file already names the new epoch; then only its second copy is missing."""
    try:
        headers = [file.header for file in slots.read_copies(home)]
    except (errors.SlotsMissing, errors.SlotsDamaged):
        return False
    return any((header.office_id, header.epoch) == (office_id, epoch) for header in headers)


def clear_unfinished(home: Path, office_id: str, epoch: int, secrets: Secrets) -> None:
    """Remove what a rotation began that never came to its commit. Needs no key.

    Only call this with the epoch of a key file that is known to be the newest one.
    """
    for begun in (folder.databases(home), folder.unfinished_databases(home)):
        for later, path in begun.items():
            if later > epoch:
                secrets.delete(device_account(office_id, later))
                folder.remove_database(path)


def former_epochs(home: Path, epoch: int) -> tuple[int, ...]:
    """Epochs whose database is still there: while there are any, the rotation is pending."""
    return tuple(sorted(number for number in folder.databases(home) if number < epoch))


def discard_former(home: Path, office_id: str, epoch: int, secrets: Secrets) -> None:
    """Remove former epochs for good: first their device secrets, then their files. Needs no key.

    The note of the log's end goes on to the present epoch, if the rotation ended before it did that.

    Raises:
        KeyringKeepsSecret, KeyringReadOnly: a secret could not be removed; its file is still there.
    """
    for former in reversed(former_epochs(home, epoch)):
        anchor.carry(secrets, office_id, former, epoch)
        epoch_accounts.forget(office_id, former, secrets)
        milestones.reached("discard.secret")
        folder.remove_database(home / folder.database_name(former))
    milestones.reached("discard.done")
