"""The values that a proof of erasure looks for, kept so that a crashed proof can be repeated.

They are the destroyed values themselves: sealed under the database key that was in force when they were
destroyed, and gone as soon as the proof's result is written down.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from hvacdesk.vault import ciphers, folder
from hvacdesk.vault.needles import Needle
from hvacdesk.vault.open_vault import OpenVault

FILE_NAME = "erasure.pending"


def keep(vault: OpenVault, batch: str, needles: Sequence[Needle]) -> None:
    """Keep a batch's needles beside the database, in place of those of any other batch.

    Raises:
        DiskFull, FolderReadOnly: nothing was kept, so nothing may be destroyed.
    """
    listed = [needle.value.hex() for needle in needles]
    sealed = ciphers.seal(_key(vault), json.dumps(listed).encode(), _bound(vault, batch))
    folder.replace_file(_path(vault), sealed)


def load(vault: OpenVault, batch: str) -> tuple[Needle, ...] | None:
    """A batch's kept needles; None where there are none, or none that open: then nothing can be proved."""
    try:
        plain = ciphers.unseal(_key(vault), _path(vault).read_bytes(), _bound(vault, batch))
    except (FileNotFoundError, ciphers.NotOpened):
        return None
    return tuple(Needle(bytes.fromhex(value)) for value in json.loads(plain))


def drop(vault: OpenVault) -> None:
    """Forget kept needles. Their bytes are overwritten first, as far as the disk lets us."""
    path = _path(vault)
    with suppress(FileNotFoundError):
        with folder.writing(), path.open("r+b") as file:
            file.write(bytes(path.stat().st_size))
        folder.sync_file(path)
        with folder.writing():
            path.unlink()
        folder.sync_folder(path.parent)


def _path(vault: OpenVault) -> Path:
    return vault.database_path.with_name(FILE_NAME)


def _key(vault: OpenVault) -> bytes:
    return ciphers.derive(bytes.fromhex(vault.database_key()), "pending proof", vault.office_id, vault.epoch)


def _bound(vault: OpenVault, batch: str) -> bytes:
    return ciphers.context("pending proof", vault.office_id, vault.epoch, batch)
