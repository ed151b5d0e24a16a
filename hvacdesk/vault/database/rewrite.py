"""Writing an epoch's database: everything living of another file, under a new key, and proved alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hvacdesk.vault import folder, milestones
from hvacdesk.vault.database import comparison, database, payment
from hvacdesk.vault.keyfile import vault_state
from hvacdesk.vault.keyfile.rotation_plan import PaymentColumn
from hvacdesk.vault.keyfile.vault_state import VaultState

_NEW = "new_epoch"


@dataclass(frozen=True)
class DatabaseFile:
    """A database file and its raw key and salt as 96 hexadecimal digits.

    Attributes:
        at_rest: nobody writes to the file and nothing may be written beside it: it lies in a backup.
    """

    path: Path
    key: str = field(repr=False)
    at_rest: bool = False

    def connect(self) -> Any:
        """A connection with every setting checked.

        Raises:
            UserFacingError: see :func:`hvacdesk.vault.database.database.connect`.
        """
        return database.connect(self.path, self.key)

    def alone(self) -> Any:
        """A connection besides which there is no other."""
        if self.at_rest:
            return database.connect_at_rest(self.path, self.key)
        return database.connect(self.path, self.key, exclusive=True)


@dataclass(frozen=True)
class Resealing:
    """Payment fields that change their key: the columns, and generation and key before and after."""

    columns: Sequence[PaymentColumn]
    generation: int
    former: bytes = field(repr=False)
    following: bytes = field(repr=False)


Prepare = Callable[[DatabaseFile], None]
"""Changes a new epoch's database before it is the office's; it leaves no connection open."""

Beside = Callable[[DatabaseFile], bool]
"""Reads a new epoch's database while it is compared with the old one.

Says whether it deciphered every page and followed every tree, so that nobody else has to.
"""


def write(
    source: DatabaseFile,
    new: DatabaseFile,
    state: VaultState,
    *,
    reseal: Resealing | None = None,
    prepare: Prepare | None = None,
    beside: Beside | None = None,
) -> None:
    """Write and check a database. The source stays locked, so that it cannot change meanwhile.

    Raises:
        NotAlike: not everything arrived.
        DatabaseBusy: another connection is open.
        DiskFull, FolderReadOnly, DatabaseDamaged, …: the new file cannot be used.
    """
    folder.remove_database(new.path)
    old_connection = source.alone()
    try:
        database.keep_whole(old_connection, source.path)
        with database.translated():
            _copy_living_rows(old_connection, new)
        _remember(new, state)
        milestones.reached("rotation.exported")
        with database.translated():
            _compare_and_check(old_connection, new, beside)
        milestones.reached("rotation.compared")
        if reseal is not None:
            _reseal(new, reseal)
        milestones.reached("rotation.resealed")
        if prepare is not None:
            prepare(new)
            milestones.reached("rotation.prepared")
        _settle(new, state, changed=not (reseal is None and prepare is None))
    finally:
        old_connection.close()
    folder.sync_file(new.path)
    folder.sync_folder(new.path.parent)
    milestones.reached("rotation.checked")


def _copy_living_rows(old: Any, new: DatabaseFile) -> None:
    version = old.execute("PRAGMA user_version").fetchone()[0]
    folder.create_file(new.path)
    old.isolation_level = None
    old.execute(f"ATTACH ? AS {_NEW} KEY \"x'{new.key}'\"", (str(new.path),))
    old.execute("BEGIN IMMEDIATE")
    try:
        old.execute(f"SELECT sqlcipher_export('{_NEW}')").fetchall()
        old.execute("COMMIT")
    except BaseException:
        if old.in_transaction:
            old.execute("ROLLBACK")
        raise
    database.mark(old, version, schema=_NEW)
    old.execute(f"DETACH {_NEW}")


def _remember(new: DatabaseFile, state: VaultState) -> None:
    """Write the state, and leave nothing in the WAL."""
    connection = new.connect()
    try:
        vault_state.write(connection, state)
        database.checkpoint_truncate(connection)
    finally:
        connection.close()


def _reseal(new: DatabaseFile, change: Resealing) -> None:
    """Seal payment fields under the new key, then rewrite the file, so that it keeps none of the old key."""
    connection = new.connect()
    try:
        with database.translated(), connection:
            for place in change.columns:
                _seal_column(connection, change, place)
        with database.translated():
            connection.execute("VACUUM")
    finally:
        connection.close()


def _seal_column(connection: Any, change: Resealing, place: PaymentColumn) -> None:
    rows = connection.execute(
        f'SELECT "{place.key}", "{place.column}" FROM "{place.table}"'  # noqa: S608 - the program's names
        f' WHERE "{place.column}" IS NOT NULL'
    ).fetchall()
    for key, sealed in rows:
        text = payment.unseal(change.former, change.generation, place.table, place.column, key, sealed)
        again = payment.seal(change.following, change.generation + 1, place.table, place.column, key, text)
        connection.execute(
            f'UPDATE "{place.table}" SET "{place.column}" = ? WHERE "{place.key}" = ?',  # noqa: S608
            (again, key),
        )


def _compare_and_check(old: Any, new: DatabaseFile, beside: Beside | None) -> None:
    """Compare the files in another thread and check the new one meanwhile, since both only read it."""
    with ThreadPoolExecutor(1, "new epoch") as other:
        comparing = other.submit(comparison.require_alike, old, new.path, new.key, vault_state.TABLE)
        if beside is None or not beside(new):
            _check_at_rest(new)
        comparing.result()


def _check_at_rest(new: DatabaseFile) -> None:
    connection = database.connect_at_rest(new.path, new.key)
    try:
        _check(connection)
    finally:
        connection.close()


def _check(connection: Any) -> None:
    """Check every page and tree. Reading a page for the first time checks it, and nothing was read before.

    Whether indexes hold what the rows do is left to the daily check: they were copied as they are, and no row
    depends on them.
    """
    database.check_trees(connection)
    if database.has_free_pages(connection):  # of no tree
        database.check_pages(connection)


def _settle(new: DatabaseFile, state: VaultState, *, changed: bool) -> None:
    """Read the state back, and leave nothing in the WAL of what was written since the comparison.

    Args:
        changed: whether anything was; then all of the file is checked again.
    """
    connection = new.connect()
    try:
        database.checkpoint_truncate(connection)
        if vault_state.read(connection) != state:
            raise comparison.NotAlike
        if changed:
            _check(connection)
    finally:
        connection.close()
