"""Opening the encrypted database: the one module that uses ``sqlcipher3``, which it imports at first use.

Every setting that safety rests on is asserted by reading it back, because SQLCipher and SQLite ignore what
they do not understand. Measured reasons for each are in the list :data:`_ASSERTED`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from hvacdesk import own_files
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.vault import errors, folder
from hvacdesk.vault.database import pages

if TYPE_CHECKING:
    from types import ModuleType

APPLICATION_ID = 0x48564143
"""``HVAC``, in the file's header."""

FILE_VERSION = 1
"""The newest file version that this program reads; a migration that older ones must not open raises it."""

_BUSY_SECONDS = 5.0
_CACHE_KIB = 2_000
"""Deciphered pages that each connection keeps: SQLite's own default, of which builds of SQLCipher differ."""
_LARGE_CACHE_KIB = 64_000
"""The same for work that goes back and forth between a table and its indexes: with less room it deciphers the
same pages again and again (measured at 100,000 customers: a check of the structure in 2.2 s, now 0.5 s). So
many hold the table of 200,000 customers, to which the others refer."""
_WHOLE_CACHE_KIB = 160_000
"""The largest file that is kept deciphered as a whole while it is rewritten: some 150,000 customers."""
_ASSERTED: tuple[tuple[str, str | None, object], ...] = (
    ("cipher_page_size", None, "4096"),
    ("temp_store", "MEMORY", 2),  # otherwise temporary files hold clear pages
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),  # FAST leaves traces
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),  # without it, 4 of 300 simulated power cuts lost data
)
"""Name, the value to set (None: only read), and what reading it must give."""
_ASSERTED_AT_REST = tuple(
    setting for setting in _ASSERTED if setting[0] in {"cipher_page_size", "temp_store"}
)


class SettingRefused(RuntimeError):
    """A setting that safety rests on did not take effect; its name is the message."""


def dbapi() -> ModuleType:
    """The DB-API module, for SQLAlchemy's ``create_engine(module=…)``."""
    import sqlcipher3.dbapi2

    module: ModuleType = sqlcipher3.dbapi2
    return module


def connect(path: Path, key_hex96: str, *, create: bool = False, exclusive: bool = False) -> Any:
    """A connection with every setting checked; it may be used from any thread, one at a time.

    Args:
        path: the database file; it must exist unless ``create`` is set, and must not exist if it is.
        key_hex96: raw key and salt as 96 lower-case hexadecimal digits.
        exclusive: nobody else may have the file open, and nobody can open it until this connection closes.

    Raises:
        DatabaseNewer, DatabaseForeign: decided before anything is written, even a WAL.
        DatabaseMissing, DatabaseDamaged, DatabaseBusy, DiskFull, FolderReadOnly: as they say.
        SettingRefused: this build of SQLCipher does not do what the vault rests on.
    """
    pages.checked_key(key_hex96)
    _require_files(path)
    if create:
        folder.create_file(path)
    elif not path.exists():
        raise errors.DatabaseMissing(file=path.name)
    else:
        _refuse_unfit(path, key_hex96)

    def opened() -> Any:
        connection = dbapi().connect(
            f"{_address(path)}?mode=rw", uri=True, timeout=_BUSY_SECONDS, check_same_thread=False
        )
        try:
            _prepare(connection, key_hex96, create=create, exclusive=exclusive)
        except BaseException:
            connection.close()
            raise
        return connection

    return _opened_patiently(path, opened)


def connect_at_rest(path: Path, key_hex96: str) -> Any:
    """A connection that only reads, and leaves nothing beside the file: for one that nobody writes to.

    The file is one piece: a WAL beside it is not looked at.

    Raises:
        UserFacingError, SettingRefused: as for :func:`connect`.
    """
    pages.checked_key(key_hex96)
    _require_files(path)
    if not path.exists():
        raise errors.DatabaseMissing(file=path.name)
    _refuse_unfit(path, key_hex96)

    def opened() -> Any:
        connection = dbapi().connect(address_at_rest(path), uri=True, check_same_thread=False)
        try:
            _unlock(connection, key_hex96)
            _assert_settings(connection, _ASSERTED_AT_REST)
        except BaseException:
            connection.close()
            raise
        return connection

    return _opened_patiently(path, opened)


def _opened_patiently(path: Path, connect: Callable[[], Any]) -> Any:
    """Open a connection, and try again for a while where another program holds a file of the database.

    SQLite waits for about a second, says of such a file what it says of one without rights, and does not name
    it: it may be one that it has just made beside the database.

    Raises:
        FileHeld: it did not come free.
        UserFacingError: as for :func:`connect`.
    """

    def act() -> Any:
        try:
            return connect()
        except dbapi().Error as error:
            held = _held(path) if getattr(error, "sqlite_errorcode", 0) & 0xFF == _CANNOT_OPEN else None
            if held is None:
                raise
            raise own_files.sharing_violation(held) from error

    with translated(), folder.writing():
        return own_files.patiently(act)


def _held(path: Path) -> Path | None:
    """Which file of a database another program has for itself, if any."""
    beside = (path.with_name(path.name + suffix) for suffix in ("", *folder.COMPANIONS))
    return next((one for one in beside if own_files.is_held(one)), None)


def _require_files(path: Path) -> None:
    """See that the file and what SQLite keeps beside it are files of one name. Raises :class:`NotOurFile`."""
    for suffix in ("", *folder.COMPANIONS):
        own_files.require_sole_name(path.with_name(path.name + suffix))


def address_at_rest(path: Path) -> str:
    """The file as the URI by which a connection only reads it and leaves nothing beside it."""
    return f"{_address(path)}?mode=ro&immutable=1"


def _address(path: Path) -> str:
    """The file as SQLite's URI; a Windows share has its two slashes behind an empty authority."""
    plain = (own_files.real(path.parent) / path.name).as_posix()
    return "file://" + quote(os.fsencode(plain if plain.startswith("/") else f"/{plain}"), safe="/:")


def _refuse_unfit(path: Path, key_hex96: str) -> None:
    """Refuse a newer or foreign file without touching it.

    A page being written now is left to SQLCipher's locks.
    """
    try:
        version = pages.file_version(path, pages.PageKey(key_hex96))
    except pages.DamagedPage:
        return
    except PermissionError as error:
        raise (errors.FileHeld if own_files.was_held(error) else errors.FolderReadOnly) from error
    _check_version(version)


def _check_version(version: pages.FileVersion) -> None:
    if version.application_id != APPLICATION_ID:
        raise errors.DatabaseForeign
    if version.user_version > FILE_VERSION:
        raise errors.DatabaseNewer


def _prepare(connection: Any, key_hex96: str, *, create: bool, exclusive: bool) -> None:
    _unlock(connection, key_hex96, exclusive=exclusive)
    if not create:
        _check_version(
            pages.FileVersion(_pragma(connection, "application_id"), _pragma(connection, "user_version"))
        )
    _assert_settings(connection, _ASSERTED)
    _set_cache(connection, _CACHE_KIB)
    if create:
        mark(connection, FILE_VERSION)


def _unlock(connection: Any, key_hex96: str, *, exclusive: bool = False) -> None:
    _silence(connection)
    connection.execute(f"PRAGMA key = \"x'{key_hex96}'\"")
    if not str(_pragma(connection, "cipher_version")).startswith("4."):
        raise SettingRefused("cipher_version")
    if exclusive:
        # Set before the first access: only then does it lock the file itself instead of the shared WAL index.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _assert_settings(connection: Any, settings: tuple[tuple[str, str | None, object], ...]) -> None:
    for name, value, expected in settings:
        if value is not None:
            connection.execute(f"PRAGMA {name} = {value}").fetchall()
        if _pragma(connection, name) != expected:
            raise SettingRefused(name)
    if _pragma(connection, "mmap_size") not in (None, 0):
        raise SettingRefused("mmap_size")


def _silence(connection: Any) -> None:
    """SQLCipher writes to stderr about damaged pages and wrong keys; what it finds is raised anyhow."""
    connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
    if _pragma(connection, "cipher_log_level") != "NONE":
        raise SettingRefused("cipher_log_level")


def mark(connection: Any, version: int, *, schema: str = "main") -> None:
    """Write application id and file version; an export into a new file drops them."""
    connection.execute(f"PRAGMA {schema}.application_id = {APPLICATION_ID:d}")
    connection.execute(f"PRAGMA {schema}.user_version = {version:d}")


def _pragma(connection: Any, name: str) -> Any:
    row = connection.execute(f"PRAGMA {name}").fetchone()
    return None if row is None else row[0]


def versions(connection: Any) -> tuple[str, str]:
    """The versions of SQLCipher and of SQLite, as they name themselves."""
    cipher = str(_pragma(connection, "cipher_version")).split(" ")[0]
    return cipher, str(connection.execute("SELECT sqlite_version()").fetchone()[0])


def checkpoint_truncate(connection: Any) -> None:
    """Move the whole WAL into the database and empty it; the answer is checked.

    Raises:
        DatabaseBusy: another connection's reading or writing blocked it, so deleted text is still in the WAL.
    """
    with translated():
        blocked, frames, moved = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if blocked or frames != moved:
        raise errors.DatabaseBusy


def integrity_check(connection: Any) -> None:
    """Every page's HMAC and the whole structure.

    The cipher's check reads the main file only, so the WAL is emptied first.

    Raises:
        DatabaseDamaged: something is wrong.
        DatabaseBusy: the WAL could not be emptied.
    """
    checkpoint_truncate(connection)
    check_pages(connection)
    check_structure(connection)


def check_pages(connection: Any) -> None:
    """Every page's HMAC, of the main file alone. Raises :class:`DatabaseDamaged`."""
    with translated():
        broken = connection.execute("PRAGMA cipher_integrity_check").fetchone()
    if broken is not None:
        raise errors.DatabaseDamaged


def check_structure(connection: Any) -> None:
    """The trees of every table and index, and that they agree. Raises :class:`DatabaseDamaged`."""
    with large_cache(connection):
        _require_ok(connection, "integrity_check")


def check_size(connection: Any) -> None:
    """That the file ends with a whole page. Raises :class:`DatabaseDamaged`."""
    path = Path(connection.execute("PRAGMA database_list").fetchone()[2])
    if path.stat().st_size % pages.PAGE_BYTES:
        raise errors.DatabaseDamaged


def check_trees(connection: Any) -> None:
    """The trees of every table and index, each by itself. Raises :class:`DatabaseDamaged`."""
    _require_ok(connection, "quick_check")


def _require_ok(connection: Any, check: str) -> None:
    with translated():
        found = connection.execute(f"PRAGMA {check}(1)").fetchone()
    if found[0] != "ok":
        raise errors.DatabaseDamaged


def has_free_pages(connection: Any) -> bool:
    """Whether there are pages that belong to no tree."""
    with translated():
        return bool(_pragma(connection, "freelist_count"))


@contextmanager
def large_cache(connection: Any) -> Iterator[None]:
    """Let the connection keep many deciphered pages for a while."""
    _set_cache(connection, _LARGE_CACHE_KIB)
    try:
        yield
    finally:
        _set_cache(connection, _CACHE_KIB)


def keep_whole(connection: Any, path: Path) -> None:
    """Let the connection keep all of a file deciphered that it reads more than once, if that is not too much.

    With room for less, the first pages would be gone again by the time they are needed once more.
    """
    size = path.stat().st_size // 1024
    if size <= _WHOLE_CACHE_KIB:
        _set_cache(connection, size + _CACHE_KIB)


def _set_cache(connection: Any, kib: int) -> None:
    connection.execute(f"PRAGMA cache_size = {-kib}")  # negative: KiB instead of pages


_CANNOT_OPEN = 14
_BY_CODE: dict[int, type[UserFacingError]] = {
    5: errors.DatabaseBusy,  # SQLITE_BUSY
    6: errors.DatabaseBusy,  # SQLITE_LOCKED
    8: errors.FolderReadOnly,  # SQLITE_READONLY
    10: errors.DiskFailed,  # SQLITE_IOERR
    11: errors.DatabaseDamaged,  # SQLITE_CORRUPT
    13: errors.DiskFull,  # SQLITE_FULL
    _CANNOT_OPEN: errors.FolderReadOnly,  # SQLITE_CANTOPEN, of a file that exists
    26: errors.DatabaseDamaged,  # SQLITE_NOTADB: wrong key or altered first page
}


def user_facing(error: BaseException | None) -> UserFacingError | None:
    """The error that a user can act on, for what the database raised; None for anything that is a bug."""
    code = getattr(error, "sqlite_errorcode", None)
    kind = _BY_CODE.get(code & 0xFF) if isinstance(code, int) else None
    return None if kind is None else kind()


@contextmanager
def translated() -> Iterator[None]:
    """Raise the database's foreseen failures as the errors that a user can act on."""
    try:
        yield
    except dbapi().Error as error:
        known = user_facing(error)
        if known is None:
            raise
        raise known from error
