"""Restoring a backup: the new epoch that it becomes in the office's folder.

A restore is a rotation whose source is the backup's file. Nothing of the office in the folder is touched
before the commit, and nothing of it is removed afterwards: its files are put aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.vault import folder, milestones
from hvacdesk.vault.backup import quarantine
from hvacdesk.vault.backup.backup_errors import BackupUnreachable
from hvacdesk.vault.backup.unlocking import Unlocked
from hvacdesk.vault.device.keyring_store import Secrets
from hvacdesk.vault.keyfile import rotation
from hvacdesk.vault.keyfile.rotation import Plan, Prepare, Rotated
from hvacdesk.vault.keyfile.throttle import Clock, Throttle
from hvacdesk.vault.open_vault import OpenVault
from hvacdesk.vault.report_box import report_box_files
from hvacdesk.vault.session import RECOVERY_SLOT


def restore(
    home: Path,
    unlocked: Unlocked,
    secrets: Secrets,
    changes: Plan,
    moment: datetime,
    *,
    prepare: Prepare,
    clock: Clock,
) -> tuple[OpenVault, str]:
    """Make a backup the office in a folder, and open it for the person who opened the backup.

    Args:
        home: the folder; an office that is there is put aside.
        secrets: the key store that gets the new device secret.
        changes: what is renewed besides; the signing key is, if it was replaced since the backup.
        moment: names the set-aside folder.
        prepare: changes the new file before the commit; what it raises leaves everything as it was.
        clock: seconds since 1970, for counting login tries.

    Returns:
        The session and the set-aside folder's path, empty if there was no office.

    Raises:
        UserFacingError: see :func:`hvacdesk.vault.keyfile.rotation.next_epoch`; nothing was changed.
        BackupUnreachable: the backup's disk failed; nothing was changed.
    """
    if not home.is_dir():
        folder.make_private_folder(home)
    changes = replace(changes, new_signing_key=changes.new_signing_key or unlocked.signing_outdated)
    with _reading_backup(), folder.changing(home):
        quarantine.finish(home, secrets)
        known = max((unlocked.newest_epoch, *folder.databases(home), *folder.unfinished_databases(home)))
        epoch = rotation.free_epoch(home, unlocked.fit.office_id, secrets, known)
        begun = quarantine.begin(home, unlocked.fit.office_id, epoch, moment)
        try:
            rotated = rotation.next_epoch(
                home,
                unlocked.source,
                unlocked.contents,
                unlocked.keys,
                secrets,
                changes,
                epoch=epoch,
                prepare=prepare,
            )
        finally:
            with suppress(UserFacingError, OSError):  # what is left is finished by the next start
                quarantine.finish(home, secrets)
    milestones.reached("restore.committed")
    with suppress(UserFacingError, OSError):
        report_box_files.expect_box(home)
    vault = _opened(home, unlocked, rotated, secrets, clock)
    return vault, str(home / begun.folder) if begun.folder else ""


def _opened(home: Path, unlocked: Unlocked, rotated: Rotated, secrets: Secrets, clock: Clock) -> OpenVault:
    """The session in the new epoch, with a count of login tries for everybody."""
    throttle = Throttle(secrets, unlocked.fit.office_id, clock, home)
    for slot in rotated.contents.staff():
        if unlocked.slot_id == RECOVERY_SLOT:
            throttle.start(slot.slot_id)
        else:
            throttle.start_missing(slot.slot_id)
    return OpenVault(rotated.book, rotated.contents, unlocked.slot_id, rotated.keys, throttle)


@contextmanager
def _reading_backup() -> Iterator[None]:
    """What the office's own folder can do wrong has its own errors; the rest is the backup's disk."""
    try:
        yield
    except OSError as error:
        raise BackupUnreachable from error
