"""A small file that this computer's login alone can read and make, and nobody can put back to an older one.

Its key lies in the key store, with the number of the last change: who can write into the folder and not into
the key store, such as another login of the computer, can neither add a seat nor bring a revoked one back.
"""

from __future__ import annotations

import struct
from pathlib import Path

from hvacdesk import own_files
from hvacdesk.domain.seats.seats import SeatsUnreadable
from hvacdesk.vault import ciphers, folder
from hvacdesk.vault.device.keyring_store import Secrets

MOST_BYTES = 1 << 20
"""Of a record; the list of a hundred seats has some forty thousand."""
_NUMBER = struct.Struct(">Q")


class SealedRecord:
    """One record; the caller that changes it sees to it that nobody else does meanwhile.

    Args:
        account: the key store's account of its key.
    """

    def __init__(self, path: Path, secrets: Secrets, account: str) -> None:
        self.path = path
        self._secrets = secrets
        self._account = account

    def exists(self) -> bool:
        """Whether the key store knows of one."""
        return self._secrets.read(self._account) is not None

    def begin(self) -> None:
        """A new key, under which nothing is written yet; what the former one sealed opens no more."""
        self._secrets.write(self._account, ciphers.new_key() + _NUMBER.pack(0))

    def password(self, purpose: str) -> bytes:
        """A password that belongs to the record's key, for a file in a form of others."""
        return ciphers.derive(self._held()[0], "seats", purpose).hex().encode("ascii")

    def read(self) -> bytes:
        """What was written last.

        Raises:
            SeatsUnreadable: the file is not what was written last.
            KeyringLocked, KeyringMissing: the key store cannot be asked.
        """
        key, number = self._held()
        try:
            raw = own_files.content(self.path, MOST_BYTES)
            (found,) = _NUMBER.unpack_from(raw)
            content = ciphers.unseal(key, raw[_NUMBER.size :], self._context(found))
        except (OSError, struct.error, ciphers.NotOpened) as error:
            raise SeatsUnreadable from error
        if found < number:
            raise SeatsUnreadable
        return content

    def write(self, content: bytes, *, lasting: bool = True) -> None:
        """Write this in place of the former content.

        The file comes first: where the key store is not reached, the file is ahead of it and counts.

        Args:
            lasting: whether nobody may put the state before this one back; False spares the key store.

        Raises:
            DiskFull, FolderReadOnly, KeyringLocked, KeyringMissing: the record may be the former one.
        """
        key, number = self._held()
        number += lasting
        sealed = ciphers.seal(key, content, self._context(number))
        folder.replace_file(self.path, _NUMBER.pack(number) + sealed)
        if lasting:
            self._secrets.write(self._account, key + _NUMBER.pack(number))

    def _held(self) -> tuple[bytes, int]:
        raw = self._secrets.read(self._account)
        if raw is None or len(raw) != ciphers.KEY_BYTES + _NUMBER.size:
            raise SeatsUnreadable
        return raw[: ciphers.KEY_BYTES], _NUMBER.unpack(raw[ciphers.KEY_BYTES :])[0]

    def _context(self, number: int) -> bytes:
        return ciphers.context("seats record", self._account, number)
