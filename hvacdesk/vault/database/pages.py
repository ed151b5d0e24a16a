"""SQLCipher's pages, opened by ourselves.

Format (SQLCipher 4 defaults; measured on main file and WAL): pages of 4,096 bytes, of which the last 80 are
reserved: ciphertext, IV of 16 bytes, HMAC-SHA512 of 64 bytes. Page 1 starts with the database's salt of 16
bytes in place of SQLite's magic. AES-256-CBC without padding under the raw key; the HMAC key is
PBKDF2-SHA512(key, salt XOR 0x3a, 2 rounds, 32 bytes) and covers ciphertext, IV and the page number as four
little-endian bytes. The page that holds the lock bytes at 1 GiB is never written. A WAL has a header of 32
bytes and frames of 24 + 4,096.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Self

from hvacdesk import own_files

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers import CipherContext

PAGE_BYTES = 4096
RESERVED_BYTES = 80
USABLE_BYTES = PAGE_BYTES - RESERVED_BYTES
SALT_BYTES = 16
LOCK_PAGE = 0x4000_0000 // PAGE_BYTES + 1
WAL_HEADER_BYTES = 32
FRAME_HEADER_BYTES = 24

_MAGIC = b"SQLite format 3\x00"
_KEY = re.compile(r"[0-9a-f]{96}")
_IV_BYTES = 16
_IV_AT = USABLE_BYTES
_HMAC_AT = USABLE_BYTES + _IV_BYTES
_AT_ONCE_BYTES = 256 * PAGE_BYTES
_ROUND_SALTS = slice(16, 24)
_FRAME_SALTS = slice(8, 16)
_FRAME = struct.Struct(">IIII8x")
_USER_VERSION_AT = 60
_APPLICATION_ID_AT = 68


class DamagedPage(Exception):
    """A page's HMAC does not fit: altered, torn, or of another key."""


@dataclass(frozen=True)
class FileVersion:
    """What page 1 says about the file."""

    application_id: int
    user_version: int


class PageKey:
    """Opens pages under one raw key of 96 hexadecimal digits, of which the last 32 are the salt.

    For one thread at a time.
    """

    def __init__(self, key_hex96: str) -> None:
        from cryptography.hazmat.primitives.ciphers import Cipher
        from cryptography.hazmat.primitives.ciphers.algorithms import AES
        from cryptography.hazmat.primitives.ciphers.modes import CBC

        raw = bytes.fromhex(checked_key(key_hex96))
        key, salt = raw[:32], raw[32:]
        mask = bytes(byte ^ 0x3A for byte in salt)
        self._hmac = hmac.new(hashlib.pbkdf2_hmac("sha512", key, mask, 2, 32), digestmod="sha512")
        # One decryptor for all pages: after a page's IV it is in the state of a new one with that IV, and
        # making one takes longer than deciphering a page does (measured: 4 µs, and 1 µs).
        self._decryptor: CipherContext = Cipher(AES(key), CBC(bytes(_IV_BYTES))).decryptor()

    def open(self, number: int, raw: bytes) -> bytes:
        """A page's plain bytes, without the reserved ones.

        Raises:
            DamagedPage: the HMAC does not fit.
        """
        start = SALT_BYTES if number == 1 else 0
        check = self._hmac.copy()
        check.update(raw[start:_HMAC_AT])
        check.update(number.to_bytes(4, "little"))
        if len(raw) != PAGE_BYTES or not hmac.compare_digest(check.digest(), raw[_HMAC_AT:]):
            raise DamagedPage
        plain = self._decryptor.update(raw[_IV_AT:_HMAC_AT] + raw[start:USABLE_BYTES])[_IV_BYTES:]
        return _MAGIC + plain if number == 1 else plain


def checked_key(key_hex96: str) -> str:
    """The key itself, if it is one: anything else would silently be taken as a passphrase by SQLCipher.

    Raises:
        ValueError: not 96 lower-case hexadecimal digits. The message does not repeat it.
    """
    if not _KEY.fullmatch(key_hex96):
        raise ValueError("a database key has exactly 96 hexadecimal digits")
    return key_hex96


def tag_of(raw: bytes) -> bytes:
    """The HMAC stored on a page; another page that opens and has the same one has the same content."""
    return raw[_HMAC_AT:]


def page_tags(database: Path) -> frozenset[bytes]:
    """The HMACs of a file's pages, each of which covers the page's number too. For files without a WAL."""
    tags: set[bytes] = set()
    with own_files.opened_raw(database) as file:
        while piece := file.read(_AT_ONCE_BYTES):
            tags.update(
                piece[at : at + PAGE_BYTES - _HMAC_AT] for at in range(_HMAC_AT, len(piece), PAGE_BYTES)
            )
    return frozenset(tags)


class OpenedFile:
    """A database file with its WAL, page by page, as the database itself would see it. For files at rest.

    Attributes:
        count: how many pages there are.
        frames: how many whole frames the WAL has, of whatever round.
        torn: 1 for each file that does not end with a whole page or frame.
    """

    def __init__(self, database: Path, key: PageKey) -> None:
        self.key = key
        self._database = database
        self._wal = wal_path(database)
        self._files: dict[Path, BinaryIO] = {}
        in_file, rest = divmod(database.stat().st_size, PAGE_BYTES)
        self.torn = int(rest > 0)
        self._newest: dict[int, int] = {}
        self._older: list[tuple[Path, int, int]] = []
        self.frames = self._index_wal() if self._wal.exists() else 0
        self.count = max(in_file, *self._newest, 0)
        self._older += [(database, self._at(number), number) for number in self._newest if number <= in_file]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for file in self._files.values():
            file.close()

    def page(self, number: int) -> bytes:
        """The present state of a page, without its reserved bytes.

        Raises:
            DamagedPage: its HMAC does not fit.
        """
        return self.key.open(number, self.raw(number))

    def raw(self, number: int) -> bytes:
        """The present state of a page as it lies on the disk, for :meth:`PageKey.open`."""
        at = self._newest.get(number)
        path, offset = (self._database, self._at(number)) if at is None else (self._wal, at)
        return self._read(path, offset)

    def numbers(self) -> Iterator[int]:
        """Every page's number; the lock page is never written and is left out."""
        return (number for number in range(1, self.count + 1) if number != LOCK_PAGE)

    def superseded(self) -> Iterator[tuple[int, bytes]]:
        """Number and raw bytes of every older state: file pages that the WAL replaces, and stale frames."""
        for path, offset, number in self._older:
            yield number, self._read(path, offset)

    def _read(self, path: Path, offset: int) -> bytes:
        file = self._files.get(path)
        if file is None:
            file = self._files[path] = own_files.opened_raw(path)
        file.seek(offset)
        return file.read(PAGE_BYTES)

    def _at(self, number: int) -> int:
        return (number - 1) * PAGE_BYTES

    def _index_wal(self) -> int:
        size = self._wal.stat().st_size
        if size == 0:
            return 0
        whole, rest = divmod(size - WAL_HEADER_BYTES, FRAME_HEADER_BYTES + PAGE_BYTES)
        self.torn += int(rest > 0)
        pending: dict[int, int] = {}
        with own_files.opened(self._wal) as file:
            salts = file.read(WAL_HEADER_BYTES)[_ROUND_SALTS]
            for index in range(whole):
                at = WAL_HEADER_BYTES + index * (FRAME_HEADER_BYTES + PAGE_BYTES)
                file.seek(at)
                self._index_frame(file.read(FRAME_HEADER_BYTES), at + FRAME_HEADER_BYTES, salts, pending)
        self._older += [(self._wal, at, number) for number, at in pending.items()]
        return whole

    def _index_frame(self, head: bytes, at: int, salts: bytes, pending: dict[int, int]) -> None:
        number, size, *_ = _FRAME.unpack(head)
        if head[_FRAME_SALTS] != salts:
            self._older.append((self._wal, at, number))
            return
        if number in pending:
            self._older.append((self._wal, pending[number], number))
        pending[number] = at
        if size:
            self._older += [(self._wal, self._newest[page], page) for page in pending if page in self._newest]
            self._newest.update(pending)
            pending.clear()


def wal_path(database: Path) -> Path:
    """The WAL of a database file."""
    return database.with_name(database.name + "-wal")


def file_version(database: Path, key: PageKey) -> FileVersion:
    """Application id and version of a database, read without opening it, so that not even a WAL is created.

    The newest committed page 1 counts: the WAL's, if it has one.

    Raises:
        DamagedPage: page 1 does not open with this key, or is being written at this moment.
    """
    with own_files.opened(database) as file:
        plain = key.open(1, file.read(PAGE_BYTES))
    newer = _committed_first_page(wal_path(database))
    if newer is not None:
        plain = key.open(1, newer)
    return FileVersion(_number_at(plain, _APPLICATION_ID_AT), _number_at(plain, _USER_VERSION_AT))


def _number_at(page: bytes, offset: int) -> int:
    return int.from_bytes(page[offset : offset + 4], "big")


def _committed_first_page(path: Path) -> bytes | None:
    """The last committed page 1 in a WAL; frame headers are enough to find it."""
    committed: int | None = None
    pending: int | None = None
    if not path.exists():
        return None
    with own_files.opened(path) as file:
        round_salts = file.read(WAL_HEADER_BYTES)[_ROUND_SALTS]
        for at, number, commits in _round(file, round_salts):
            pending = at if number == 1 else pending
            if commits:
                committed = pending
        if committed is None:
            return None
        file.seek(committed)
        return file.read(PAGE_BYTES)


def _round(file: BinaryIO, round_salts: bytes) -> Iterator[tuple[int, int, bool]]:
    """Position, page number and end of transaction of the present round's frames."""
    at = WAL_HEADER_BYTES
    while True:
        file.seek(at)
        head = file.read(FRAME_HEADER_BYTES)
        if len(head) < FRAME_HEADER_BYTES or head[_FRAME_SALTS] != round_salts:
            return
        number, size, *_ = _FRAME.unpack(head)
        if number == 0:  # zeros without end, in a file longer than its content; SQLite stops too
            return
        yield at + FRAME_HEADER_BYTES, number, size > 0
        at += FRAME_HEADER_BYTES + PAGE_BYTES
