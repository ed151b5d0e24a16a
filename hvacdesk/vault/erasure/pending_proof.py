"""The values that a proof of erasure looks for, kept so that a crashed proof can be repeated.

They are the destroyed values themselves: sealed under a key of their own that lies in the encrypted database,
since the database's key changes between deletion and proof. File and key are deleted as soon as the proof's
result is written down.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hvacdesk import own_files
from hvacdesk.domain.disposal.remnants import Marks
from hvacdesk.vault import ciphers, errors, folder
from hvacdesk.vault.erasure.needles import Needle
from hvacdesk.vault.open_vault import OpenVault

_FORMAT = 2
_LONGEST = 256_000_000
"""More bytes than the values of any batch take; a longer file is none of ours."""


@dataclass(frozen=True)
class KeptValues:
    """What a proof looks for.

    Attributes:
        needles: the destroyed values as they were stored.
        people: what identified each destroyed person; None where an earlier release kept none.
    """

    needles: tuple[Needle, ...] = field(repr=False)
    people: tuple[Marks, ...] | None = field(repr=False)


def new_key() -> str:
    """A key for one batch's values, as 64 hexadecimal digits."""
    return secrets.token_hex(ciphers.KEY_BYTES)


def keep(vault: OpenVault, batch: str, key: str, kept: KeptValues) -> None:
    """Store a batch's values beside the database; no other batch may still be waiting for its proof.

    Raises:
        DiskFull, FolderReadOnly: nothing was stored, so nothing may be destroyed.
    """
    listed = {
        "needles": [needle.value.hex() for needle in kept.needles],
        "people": None if kept.people is None else [marks.listed() for marks in kept.people],
    }
    sealing_key, bound_to = _of_batch(vault, batch, key)
    sealed = ciphers.seal(sealing_key, json.dumps(listed).encode(), bound_to)
    folder.replace_file(_path(vault), sealed)


def load(vault: OpenVault, batch: str, key: str) -> KeptValues | None:
    """A batch's stored values; None where there are none, or none that open: then nothing can be proved.

    Args:
        key: the batch's; empty where the first release kept them, under the database's key of then.

    Raises:
        DiskFailed: what is there cannot be read now.
    """
    sealed = _sealed(_path(vault))
    for opening_key, bound_to in _openings(vault, batch, key):
        with suppress(ciphers.NotOpened):
            plain = ciphers.unseal(opening_key, sealed, bound_to)
            return _read(json.loads(plain))
    return None


def drop(vault: OpenVault) -> None:
    """Delete the stored values. Their bytes are overwritten first, as far as the disk lets us.

    Raises:
        DiskFull, FolderReadOnly: some of them may still be there.
    """
    path = _path(vault)
    if not path.is_file():
        return
    size = path.stat().st_size
    if size <= _LONGEST:
        with folder.writing(), own_files.opened_in_place(path) as file:
            file.write(bytes(size))
        folder.sync_file(path)
    with folder.writing():
        own_files.remove(path)
    folder.sync_folder(path.parent)


def _sealed(path: Path) -> bytes:
    """What was kept; nothing where there is no file of ours."""
    try:
        kept = own_files.content(path, _LONGEST)
        return kept if len(kept) <= _LONGEST else b""
    except (FileNotFoundError, own_files.NotOurFile):
        return b""
    except OSError as error:
        raise errors.DiskFailed from error


def _path(vault: OpenVault) -> Path:
    return vault.database_path.with_name(folder.PENDING_NAME)


def _read(kept: dict[str, Any] | list[Any]) -> KeptValues:
    """What was kept; earlier releases kept nothing but the list of needles."""
    if isinstance(kept, list):
        return KeptValues(tuple(map(_needle, kept)), None)
    people = kept["people"]
    return KeptValues(
        tuple(map(_needle, kept["needles"])), None if people is None else tuple(map(Marks.of, people))
    )


def _needle(kept: str | list[object]) -> Needle:
    """A value as it was kept; the first release wrote beside it how often living rows held it then."""
    return Needle(bytes.fromhex(kept if isinstance(kept, str) else str(kept[0])))


def _openings(vault: OpenVault, batch: str, key: str) -> Iterator[tuple[bytes, bytes]]:
    if key:
        yield _of_batch(vault, batch, key)
    yield _of_first_release(vault, batch)


def _of_batch(vault: OpenVault, batch: str, key: str) -> tuple[bytes, bytes]:
    """The key, and what the ciphertext is bound to."""
    bound_to = ciphers.context("pending proof", _FORMAT, vault.office_id, batch)
    return ciphers.derive(bytes.fromhex(key), "pending proof", vault.office_id, batch), bound_to


def _of_first_release(vault: OpenVault, batch: str) -> tuple[bytes, bytes]:
    office_id, epoch = vault.office_id, vault.epoch
    key = ciphers.derive(bytes.fromhex(vault.database_key()), "pending proof", office_id, epoch)
    return key, ciphers.context("pending proof", office_id, epoch, batch)
