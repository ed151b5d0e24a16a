"""An office as it is found when somebody logs in: every row of it, and whether everything fits together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from hvacdesk.domain.roles import Actor
from hvacdesk.services.open_office import Office
from hvacdesk.store import schema
from hvacdesk.store.customers.customers import PAYMENT_FIELDS
from hvacdesk.store.engine import Store
from hvacdesk.store.oversight import audit_log
from hvacdesk.vault import folder
from hvacdesk.vault.backup import catalogue
from hvacdesk.vault.device.keyring_store import DeviceKeyring
from hvacdesk.vault.office import SealedOffice
from hvacdesk.vault.open_vault import OpenVault

NOT_COMPARED = {"audit_log", "vault_state", "alembic_version"}
"""The log grows with every login, the others are compared by what they mean."""

DERIVED = {"customer_findings", "retention_days"}
"""Tables that are made from others, and made anew where their rules change."""

Rows = Counter[tuple[Any, ...]]
Shape = dict[str, tuple[int, int]]
"""How many rows came and went, by table; tables without a difference are left out."""


@dataclass(frozen=True)
class Seen:
    """What there is.

    Attributes:
        columns: names of each table's columns.
        tables: every row of every table, payment fields opened.
        head: number and hash of the audit log's last entry.
        staff: names, roles and whether they are invited, from the roster.
    """

    epoch: int
    columns: dict[str, tuple[str, ...]]
    tables: dict[str, Rows]
    head: tuple[int, str]
    staff: tuple[tuple[str, frozenset[str], bool], ...]

    def since(self, before: Seen) -> Shape:
        """What came and went since then, compared in the columns that there are both times."""
        return {
            table: (came, went)
            for table in sorted(before.tables.keys() | self.tables.keys())
            for came, went in [_difference(before, self, table)]
            if came or went
        }

    def texts(self) -> set[str]:
        """Every text in any row that is not derived."""
        kept = (rows for table, rows in self.tables.items() if table not in DERIVED)
        return {value for rows in kept for row in rows for value in row if isinstance(value, str)}


def look(office: Office, owner: Actor) -> Seen:
    """Look at an office, which must be sound in every respect.

    Raises :class:`AssertionError` when a page is damaged, or the log's chain or a note of its end is wrong.
    """
    report = office.audit.verify(owner)
    assert report.intact, report
    assert office.audit.database_sound(owner)
    workplace = office._workplace
    with workplace.store.connection() as connection:
        columns, tables = _tables(connection, workplace.vault)
    head = (report.head_sequence, report.head_hash)
    return Seen(workplace.vault.epoch, columns, tables, head, _staff(workplace.vault))


def look_from_outside(home: Path, account: str, passphrase: str) -> tuple[int, Seen]:
    """The version of an office's tables, and what it holds; nobody is let in, so that nothing changes."""
    vault = SealedOffice.find(home, DeviceKeyring()).unlock(account, passphrase)
    store = Store(vault.connect)
    try:
        with store.connection() as connection:
            columns, tables = _tables(connection, vault)
            last = connection.exec_driver_sql("SELECT id, hash FROM audit_log ORDER BY id DESC").first()
            assert last is not None
            seen = Seen(vault.epoch, columns, tables, (last[0], last[1]), _staff(vault))
            return schema.version(connection), seen
    finally:
        store.close()
        vault.close()


def _tables(connection: Connection, vault: OpenVault) -> tuple[dict[str, tuple[str, ...]], dict[str, Rows]]:
    columns, tables = {}, {}
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite^_%' ESCAPE '^'"
    ).scalars()
    for table in [name for name in names if name not in NOT_COMPARED]:
        found = connection.exec_driver_sql(f'SELECT * FROM "{table}"')
        columns[table] = tuple(found.keys())
        tables[table] = Counter(_opened(vault, table, columns[table], row) for row in found)
    return columns, tables


def _staff(vault: OpenVault) -> tuple[tuple[str, frozenset[str], bool], ...]:
    return tuple(
        (slot.name, frozenset(role.value for role in slot.roles), slot.invited) for slot in vault.staff
    )


def require_same_log(office: Office, before: Seen) -> None:
    """The log of then is the beginning of the log of now."""
    with office._workplace.reading() as session:
        assert audit_log.hash_at(session, before.head[0]) == before.head[1]


def require_tidy(vault: OpenVault, *places: Path, former_kept: bool = False) -> None:
    """Nothing of an interrupted change is left, in the folders or in the key store."""
    home, epoch = vault.database_path.parent, vault.epoch
    assert list(folder.databases(home)) == [epoch]
    unfinished = {folder.UNFINISHED_SUFFIX, catalogue.UNFINISHED_SUFFIX}
    assert [path.name for one in (home, *places) for path in one.iterdir() if path.suffix in unfinished] == []
    store = DeviceKeyring()
    known = [number for number in range(1, epoch + 3) if store.read(f"{vault.office_id}/{number}")]
    assert known[-1:] == [epoch]
    assert former_kept or known == [epoch]
    copies = [(home / name).read_bytes() for name in (folder.SLOTS_NAME, folder.SLOTS_COPY_NAME)]
    assert copies[0] == copies[1]


def _opened(vault: OpenVault, table: str, columns: tuple[str, ...], row: Any) -> tuple[Any, ...]:
    """A row with its sealed fields opened in their places."""
    if table != "customers":
        return tuple(row)
    key = row[columns.index("id")]

    def opened(column: str, value: Any) -> Any:
        sealed = column in PAYMENT_FIELDS and value is not None
        return vault.open_payment(table, column, key, value) if sealed else value

    return tuple(map(opened, columns, row))


def _difference(before: Seen, now: Seen, table: str) -> tuple[int, int]:
    columns = {seen.columns[table] for seen in (before, now) if table in seen.columns}
    shared = tuple(name for name in min(columns) if all(name in one for one in columns))
    old, new = _in_columns(before, table, shared), _in_columns(now, table, shared)
    return (new - old).total(), (old - new).total()


def _in_columns(seen: Seen, table: str, wanted: tuple[str, ...]) -> Rows:
    columns, rows = seen.columns.get(table, ()), seen.tables.get(table, Counter())
    if columns in {(), wanted}:
        return rows
    places = [columns.index(name) for name in wanted]
    kept: Rows = Counter()
    for row, count in rows.items():
        kept[tuple(row[place] for place in places)] += count
    return kept
