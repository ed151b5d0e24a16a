"""Taking a backup, and checking one with the office's keys.

A backup is written under an unfinished name and read back from the disk: it has to be the same to the byte as
what was copied. Unless that is a file that was just checked, it is authenticated page by page; then it is
counted, and only then its folder gets its name. Whatever has the name was whole once.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

from hvacdesk import __version__, own_files
from hvacdesk.domain.backups.backups import BackupFacts
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.vault import ciphers, folder, milestones
from hvacdesk.vault.backup import catalogue, manifest
from hvacdesk.vault.backup.backup_errors import (
    BackupDamaged,
    BackupIncomplete,
    BackupNewer,
    BackupOfAnother,
    BackupOfFormerKeys,
    CopyNotAlike,
    NotUnderstood,
    OfficeBusy,
    OfficeUnreadable,
    PlaceFailure,
    PlaceFull,
    PlaceVanished,
)
from hvacdesk.vault.backup.destinations import SPARE, using_place
from hvacdesk.vault.backup.manifest import FileFacts, Manifest
from hvacdesk.vault.database import database, freezing
from hvacdesk.vault.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseForeign,
    DatabaseMissing,
    DatabaseNewer,
    DiskFailed,
    SlotsNewer,
)
from hvacdesk.vault.keyfile import slots
from hvacdesk.vault.keyfile.slots import SlotsFile

_CHUNK = 1 << 20


class BackupCancelled(Exception):
    """The person stopped the backup; nothing of it is left."""


@dataclass(frozen=True)
class TablesStanding:
    """What the tables say: the audit log's last entry and the number of the last migration."""

    head_sequence: int
    head_hash: str
    schema: int


ReadStanding = Callable[[Callable[[], Any]], TablesStanding]
"""Reads a file's standing over connections that it opens and closes."""


@dataclass(frozen=True)
class Source:
    """The office that a backup is taken of, or checked with.

    Attributes:
        database: the present epoch's file.
        key: its key, 96 hexadecimal digits.
        connect: opens a connection to it.
        key_file: the key file as it is to lie in a backup, freshly read.
        read: see :data:`ReadStanding`.
        checked: the database file as it was when every page of it had just been deciphered. A copy that is
            the same to the byte needs no other check.
    """

    office_id: str
    office_name: str
    epoch: int
    database: Path
    key: str = field(repr=False)
    connect: Callable[[], Any] = field(repr=False)
    key_file: Callable[[], SlotsFile] = field(repr=False)
    read: ReadStanding = field(repr=False)
    checked: FileFacts | None = None

    @property
    def database_key(self) -> bytes:
        """The key alone, without the salt."""
        return bytes.fromhex(self.key)[: ciphers.KEY_BYTES]

    @property
    def salt(self) -> bytes:
        """What every database file under these keys begins with."""
        return bytes.fromhex(self.key)[ciphers.KEY_BYTES :]

    def at_rest(self) -> AbstractContextManager[None]:
        """See :func:`hvacdesk.vault.database.freezing.frozen`."""
        return freezing.frozen(self.connect, threading.Event().wait)

    def measured(self, path: Path) -> _Measured:
        """Rows and standing of a file at rest, which has nothing in a WAL."""

        def connect() -> Any:
            return database.connect_at_rest(path, self.key)

        connection = connect()
        try:
            rows = _count_rows(connection)
        finally:
            connection.close()
        return _Measured(rows, self.read(connect))


@dataclass(frozen=True)
class _Copied:
    """What was copied.

    Attributes:
        key: of the database's :class:`~hvacdesk.vault.ciphers.Likeness`.
        tag: that likeness.
        key_file: what the key file has to be on the disk.
    """

    key: bytes = field(repr=False)
    tag: bytes
    key_file: FileFacts


@dataclass(frozen=True)
class _Measured:
    """What a backup says of itself, and a restore finds again."""

    rows: int
    standing: TablesStanding


def take(source: Source, place: Path, taken_at: datetime, cancelled: Callable[[], bool]) -> BackupFacts:
    """Take a backup into a folder, and prove that it can be read.

    Raises:
        PlaceFailure: with its reason; nothing of this backup is left, earlier ones are as they were.
        Cancelled: it was asked for.
    """
    with using_place():
        catalogue.sweep(place, source.office_id)
        _require_room(source, place)
        path, stamp = catalogue.free_name(place, source.office_id, source.epoch, taken_at)
        unfinished = path.with_name(path.name + catalogue.UNFINISHED_SUFFIX)
        unfinished.mkdir(mode=0o700)
    try:
        copied = _copy(source, unfinished, cancelled)
        files, measured = _read_back(source, unfinished, copied)
        written = _sealed(source, files, measured, path, stamp)
        described = written.dump()
        _require_readable(described, written)
        _write_file(unfinished / manifest.NAME, described)
        milestones.reached("backup.described")
        with using_place():
            folder.sync_folder(unfinished)
            _require_alike(unfinished / manifest.NAME, manifest.facts_of(described))
            own_files.patiently(lambda: unfinished.rename(path))
            folder.sync_folder(place)
        milestones.reached("backup.named")
    except BaseException:
        with suppress(OSError):
            own_files.remove_folder(unfinished)
        raise
    return written.facts


def _require_readable(described: bytes, written: Manifest) -> None:
    """Whatever reads the backup later has to understand its manifest as it was meant.

    Raises:
        NotUnderstood: it does not.
    """
    try:
        understood = manifest.parse(described, Path(written.facts.path))
    except UserFacingError as error:
        raise NotUnderstood from error
    if understood != written:
        raise NotUnderstood


def verify(source: Source, path: Path) -> BackupFacts:
    """Check a backup of the present epoch from end to end.

    Raises:
        BackupOfAnother, BackupOfFormerKeys: these keys do not open it.
        BackupIncomplete, BackupDamaged, BackupNewer: it could not be restored.
    """
    found = manifest.read(path)
    if found.facts.office_id != source.office_id:
        raise BackupOfAnother
    if found.facts.epoch != source.epoch:
        raise BackupOfFormerKeys
    if not found.fits(source.database_key):
        raise BackupDamaged
    require_files(path, found)
    _check_key_file(source, path / folder.SLOTS_NAME)
    check_database(path / found.database_name, source.key)
    standing = TablesStanding(found.facts.head_sequence, found.facts.head_hash, found.facts.schema)
    if source.measured(path / found.database_name) != _Measured(found.facts.rows, standing):
        raise BackupDamaged
    return found.facts


def require_files(path: Path, found: Manifest) -> None:
    """Compare a backup's files with its manifest; needs no key.

    Raises:
        BackupIncomplete: a file is missing or too short.
        BackupDamaged: a file is another one.
    """
    for name in found.files:
        require_file(path, name, found)


def require_file(path: Path, name: str, found: Manifest) -> None:
    """The same for one file."""
    file, expected = path / name, found.files[name]
    if not file.is_file() or file.stat().st_size < expected.size:
        raise BackupIncomplete
    if manifest.file_facts(file) != expected:
        raise BackupDamaged


def check_database(path: Path, key: str) -> None:
    """Decrypt every page of a backup's database and follow its trees.

    Raises:
        BackupDamaged: a page or a tree is broken, or it is another program's file.
        BackupNewer: a newer program's.
    """
    try:
        connection = database.connect_at_rest(path, key)
        try:
            database.check_pages(connection)
            database.check_structure(connection)
        finally:
            connection.close()
    except (DatabaseDamaged, DatabaseForeign) as error:
        raise BackupDamaged from error
    except DatabaseNewer as error:
        raise BackupNewer from error


def _check_key_file(source: Source, path: Path) -> None:
    """Read a backup's key file as far as it goes without the device secret: it must name this very database.

    Raises:
        BackupDamaged: it is none, or another office's or another epoch's.
        BackupNewer: a newer program's.
    """
    try:
        header = slots.read_one(path).header
    except (slots.UnreadableCopy, OSError) as error:
        raise BackupDamaged from error
    except SlotsNewer as error:
        raise BackupNewer from error
    if (header.office_id, header.epoch, header.salt) != (source.office_id, source.epoch, source.salt):
        raise BackupDamaged


def _require_room(source: Source, place: Path) -> None:
    if shutil.disk_usage(place).free < source.database.stat().st_size + SPARE:
        raise PlaceFull


def _copy(source: Source, unfinished: Path, cancelled: Callable[[], bool]) -> _Copied:
    """Copy key file and database as they are at one moment; others can write meanwhile."""
    original, key = source.database, ciphers.new_key()
    likeness = ciphers.Likeness(key)
    with _using_office(), folder.changing(original.parent), source.at_rest():
        milestones.reached("backup.pinned")
        key_file = slots.serialize(source.key_file())
        _write_file(unfinished / folder.SLOTS_NAME, key_file)
        with using_place():
            copy = own_files.created_first(unfinished / original.name)
        try:
            for chunk in _chunks(original):
                if cancelled():
                    raise BackupCancelled
                likeness.add(chunk)
                with using_place():
                    _write(copy, chunk)
            with using_place():
                os.fsync(copy)
        finally:
            with suppress(OSError):
                os.close(copy)
    milestones.reached("backup.copied")
    return _Copied(key, likeness.tag(), manifest.facts_of(key_file))


def _chunks(path: Path) -> Iterator[memoryview]:
    buffer = memoryview(bytearray(_CHUNK))
    with own_files.opened_raw(path) as file:
        while count := file.readinto(buffer):
            yield buffer[:count]


@contextmanager
def _using_office() -> Iterator[None]:
    """Turn what goes wrong with the original into the failure that a user can act on."""
    try:
        yield
    except (OSError, DatabaseDamaged, DatabaseMissing, DiskFailed) as error:
        raise OfficeUnreadable from error
    except DatabaseBusy as error:
        raise OfficeBusy from error


def _write(descriptor: int, chunk: memoryview) -> None:
    while chunk:
        chunk = chunk[os.write(descriptor, chunk) :]


def _write_file(path: Path, content: bytes) -> None:
    """Write a small file and make sure that it can be read back."""
    with using_place():
        folder.replace_file(path, content)
        if own_files.content(path, len(content)) != content:
            raise CopyNotAlike


def _read_back(source: Source, unfinished: Path, copied: _Copied) -> tuple[dict[str, FileFacts], _Measured]:
    """Read the copy from the disk: it is what was copied, every page of it can be deciphered, and counted.

    Another thread checks the pages meanwhile, which takes longest.
    """
    path, key_file = unfinished / source.database.name, unfinished / folder.SLOTS_NAME
    try:
        with ThreadPoolExecutor(1) as other:
            with using_place():
                _drop_cached(path)
            checking = None if source.checked else other.submit(_check_pages, path, source.key)
            with using_place():
                _require_alike(key_file, copied.key_file)
                files = {path.name: _facts_of(path, copied), key_file.name: copied.key_file}
            if source.checked not in (None, files[path.name]):
                checking = other.submit(_check_pages, path, source.key)
            measured = source.measured(path)
            if checking is not None:
                checking.result()
    except PlaceFailure:
        raise
    except (UserFacingError, OSError) as error:
        _blame(source, path, error)
    milestones.reached("backup.checked")
    return files, measured


def _facts_of(path: Path, copied: _Copied) -> FileFacts:
    """Size and digest of the copy. Raises :class:`CopyNotAlike` where it is not what was copied."""
    likeness, digest, size = ciphers.Likeness(copied.key), hashlib.sha256(), 0
    for chunk in _chunks(path):
        likeness.add(chunk)
        digest.update(chunk)
        size += len(chunk)
    if likeness.tag() != copied.tag:
        raise CopyNotAlike
    return FileFacts(size, digest.hexdigest())


def _require_alike(path: Path, expected: FileFacts) -> None:
    """Read a small file from the disk. Raises :class:`CopyNotAlike` where it is not what was written."""
    _drop_cached(path)
    if manifest.file_facts(path) != expected:
        raise CopyNotAlike


def _count_rows(connection: Any) -> int:
    """How many rows all tables hold together."""
    with database.translated():
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        quoted = (name.replace('"', '""') for (name,) in tables)
        return sum(
            connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - schema's names
            for name in quoted
        )


def _blame(source: Source, path: Path, error: Exception) -> NoReturn:
    """Tell whether a copy's damage was already in the original, or the disk with the copy went away."""
    if not path.exists():
        raise PlaceVanished from error
    with _using_office(), source.at_rest():
        _check_pages(source.database, source.key)
        source.measured(source.database)
    raise CopyNotAlike from error


def _check_pages(path: Path, key: str) -> None:
    connection = database.connect_at_rest(path, key)
    try:
        database.check_pages(connection)
    finally:
        connection.close()


def _drop_cached(path: Path) -> None:
    """Let the operating system drop its cache of a file, so that it is read from the disk."""
    if not hasattr(os, "posix_fadvise"):
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(descriptor)


def _sealed(
    source: Source, files: dict[str, FileFacts], measured: _Measured, path: Path, taken_at: str
) -> Manifest:
    standing = measured.standing
    facts = BackupFacts(
        path=str(path),
        office_id=source.office_id,
        office_name=manifest.readable(source.office_name),
        epoch=source.epoch,
        taken_at=taken_at,
        size=files[source.database.name].size,
        rows=measured.rows,
        head_sequence=standing.head_sequence,
        head_hash=standing.head_hash,
        schema=standing.schema,
        program=__version__,
    )
    return Manifest(facts, files).sealed(source.database_key)
