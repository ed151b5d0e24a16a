"""What a key store keeps of one epoch of an office: device secret, last revision, and the log's noted end."""

from __future__ import annotations

from hvacdesk.vault import errors
from hvacdesk.vault.device import anchor
from hvacdesk.vault.device.keyring_store import Secrets
from hvacdesk.vault.keyfile.key_file_store import revision_account
from hvacdesk.vault.keyfile.sealing import device_account


def forget(office_id: str, epoch: int, secrets: Secrets) -> None:
    """Remove all of it, the device secret first: without it nothing opens the epoch's files but a sheet.

    Raises:
        KeyringMissing, KeyringLocked, KeyringKeepsSecret, KeyringReadOnly: something may still be there.
        KeyringPartLocked: a locked keyring may hold some of it; the open ones hold nothing any more.
    """
    locked: errors.KeyringPartLocked | None = None
    for account in (
        device_account(office_id, epoch),
        revision_account(office_id, epoch),
        anchor.keyring_account(office_id, epoch),
    ):
        try:
            secrets.delete(account)
        except errors.KeyringPartLocked as error:
            locked = error
    if locked is not None:
        raise locked
