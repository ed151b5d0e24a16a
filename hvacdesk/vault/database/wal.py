"""Whether a WAL that a stopped program left holds all that was saved, told before SQLite opens it.

SQLite takes a WAL's frames up to the first that does not fit and drops everything after it without a word.
Format ("The Write-Ahead Log", SQLite's file format documentation, section 4): a header of 32 bytes with a
magic number, whose last bit tells the checksums' byte order, version, page size, round, two salts and a
checksum of two words; then frames with a header of 24 bytes: page number, size of the database after a commit
(0 elsewhere), the round's salts, and the checksum over everything before it. Frames of a former round have
other salts.
"""

from __future__ import annotations

import os
import struct
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from io import FileIO
from pathlib import Path

from hvacdesk import own_files
from hvacdesk.vault.database.pages import FRAME_HEADER_BYTES, PAGE_BYTES, WAL_HEADER_BYTES, wal_path
from hvacdesk.vault.folder import LOST_WAL_SUFFIX

FRAME_BYTES = FRAME_HEADER_BYTES + PAGE_BYTES
MOST_UNFIT = 65_536
"""So many frames are looked at after the first that does not fit, 256 MiB of them: a file is as long as
somebody made it."""
_LONGEST_KEPT = 1 << 30

_MAGIC = 0x377F0682
_VERSION = 3_007_000
_WORD = 0xFFFFFFFF
_CHUNK = 1 << 20


class WalEnd(Enum):
    """How the WAL ends that a stopped program left.

    Attributes:
        WHOLE: nothing is told by it.
        TORN: the file ends within a frame. A program that was stopped while it wrote leaves that, without
            having saved the transaction; so does somebody who cuts the file. The log's noted end tells which.
        DROPPED: SQLite will drop a transaction that was written whole. Also after a power cut within the last
            saving: nothing tells such a one from one that was answered.
    """

    WHOLE = "whole"
    TORN = "torn"
    DROPPED = "dropped"


@dataclass(frozen=True)
class _Header:
    order: str
    salts: bytes
    checksum: tuple[int, int]


def end_of(database: Path) -> WalEnd:
    """How a database's WAL ends, before SQLite opens it and takes what is whole.

    Raises:
        NotOurFile: something else lies there.
        OSError: it cannot be read.
    """
    path = wal_path(database)
    if not path.exists():
        return WalEnd.WHOLE
    with own_files.opened_raw(path) as file:
        raw = file.read(WAL_HEADER_BYTES)
        if not any(raw):  # SQLite starts at the front, as after writing a round back
            return WalEnd.WHOLE
        header = _header(raw)
        if header is None:
            longer = os.fstat(file.fileno()).st_size > WAL_HEADER_BYTES
            return WalEnd.DROPPED if longer else WalEnd.WHOLE
        return _end_of_round(file, header)


def keep_aside(database: Path) -> None:
    """Copy the WAL, encrypted as it is, beside the database, where it stays as long as the database does.

    What a disk has no room for is not kept.
    """
    kept = database.with_name(database.name + LOST_WAL_SUFFIX)
    with suppress(OSError), own_files.opened(wal_path(database)) as source:
        descriptor = own_files.created(kept)
        with os.fdopen(descriptor, "wb") as target:
            for _ in range(_LONGEST_KEPT // _CHUNK):
                if not (piece := source.read(_CHUNK)):
                    break
                target.write(piece)


def _header(raw: bytes) -> _Header | None:
    if len(raw) < WAL_HEADER_BYTES:
        return None
    magic, version, size = struct.unpack_from(">III", raw)
    order = ">" if magic & 1 else "<"
    checksum = _checksum(raw[:24], (0, 0), order)
    if magic & ~1 != _MAGIC or (version, size) != (_VERSION, PAGE_BYTES):
        return None
    return _Header(order, raw[16:24], checksum) if checksum == struct.unpack_from(">II", raw, 24) else None


def _end_of_round(file: FileIO, header: _Header) -> WalEnd:
    """What comes at or after the first frame of this round that does not fit: a commit, or the file's end."""
    checksum, fits, unfit = header.checksum, True, 0
    length = os.fstat(file.fileno()).st_size
    while unfit < MOST_UNFIT:
        head = file.read(FRAME_HEADER_BYTES)
        if not head:
            return WalEnd.WHOLE
        of_round = head[8:16] == header.salts
        if file.tell() - len(head) + FRAME_BYTES > length:
            torn = of_round or (fits and len(head) < FRAME_HEADER_BYTES)
            return WalEnd.TORN if torn else WalEnd.WHOLE
        if fits:
            page = file.read(PAGE_BYTES)
            checksum = _checksum(page, _checksum(head[:8], checksum, header.order), header.order)
            fits = of_round and checksum == struct.unpack_from(">II", head, 16)
        else:
            file.seek(PAGE_BYTES, os.SEEK_CUR)
        unfit += not fits
        if not fits and of_round and any(head[4:8]):
            return WalEnd.DROPPED
    return WalEnd.WHOLE


def _checksum(data: bytes, before: tuple[int, int], order: str) -> tuple[int, int]:
    """SQLite's running checksum over words of four bytes, which come in twos."""
    first, second = before
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for one, other in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & _WORD
        second = (second + other + first) & _WORD
    return first, second
