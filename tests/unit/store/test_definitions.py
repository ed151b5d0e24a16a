"""What the file defines against what the program makes: nothing strange is missed, nothing of ours told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from hvacdesk.store import definitions, schema
from hvacdesk.store.definitions import Differences, Strange
from hvacdesk.store.disposal import reduction_triggers
from hvacdesk.store.engine import Store
from hvacdesk.store.retention import retention_triggers
from tests.helpers.ground import EncryptedFile
from tests.unit.store.test_schema import migrate_to


@pytest.fixture
def migrated(encrypted: EncryptedFile) -> Iterator[Store]:
    """A file that went through every migration."""
    opened = Store(encrypted.connect)
    migrate_to(opened, "head")
    schema.bring_up_to_date(opened)
    yield opened
    opened.close()


def changed(store: Store, *statements: str) -> Differences:
    """What differs once somebody ran these with other tools."""
    with store.transaction() as session:
        for statement in statements:
            session.connection().exec_driver_sql(statement)
    with store.reading() as session:
        return definitions.differences(session)


def test_neither_a_new_file_nor_a_migrated_one_has_anything_strange(store: Store, migrated: Store) -> None:
    assert changed(store) == changed(migrated) == Differences()


ALTERING = {
    "a generated column": "ALTER TABLE {table} ADD COLUMN z INTEGER AS (1) NOT NULL ON CONFLICT IGNORE",
    "a column with a check": "ALTER TABLE {table} ADD COLUMN z INTEGER DEFAULT 0 CHECK (rowid < 10)",
    "a column": "ALTER TABLE {table} ADD COLUMN z TEXT DEFAULT ''",
    "a renamed table": "ALTER TABLE {table} RENAME TO other",
}
TABLES = ("audit_log", "audit_notes", "disposal_ledger", "media", "customers", "alembic_version")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("altering", ALTERING)
def test_an_altered_table_is_told(migrated: Store, altering: str, table: str) -> None:
    assert table in changed(migrated, ALTERING[altering].format(table=table)).altered


REWRITTEN = (
    ("actor VARCHAR(32) NOT NULL", "actor VARCHAR(32) NOT NULL ON CONFLICT IGNORE"),
    ("actor VARCHAR(32) NOT NULL", "actor VARCHAR(32)"),
    ("actor VARCHAR(32) NOT NULL", "actor VARCHAR(32) COLLATE NOCASE NOT NULL"),
    ("actor VARCHAR(32) NOT NULL", "actor VARCHAR(32) DEFAULT (random()) NOT NULL"),
    ("actor VARCHAR(32) NOT NULL", "actor BLOB NOT NULL"),
    ("PRIMARY KEY (id)", "PRIMARY KEY (id), UNIQUE (actor) ON CONFLICT IGNORE"),
    ("PRIMARY KEY (id)\n)", "PRIMARY KEY (id)\n) STRICT"),
    ("PRIMARY KEY (id)\n)", "PRIMARY KEY (id)\n) WITHOUT ROWID"),
)


@pytest.mark.parametrize(("ours", "theirs"), REWRITTEN)
def test_a_table_s_text_that_somebody_rewrote_is_told(store: Store, ours: str, theirs: str) -> None:
    with store.transaction() as session:
        (made,) = (
            session.connection()
            .exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'audit_log'")
            .one()
        )
    assert ours in made
    assert definitions._parts(made.replace(ours, theirs)) != definitions._parts(made)


def test_what_migrations_leave_otherwise_is_the_same() -> None:
    made = "CREATE TABLE a (\n\tid INTEGER NOT NULL, \n\tb_id INTEGER, \n\tc TEXT NOT NULL, \n\t"
    made += "PRIMARY KEY (id), \n\tFOREIGN KEY(b_id) REFERENCES b (id) ON DELETE CASCADE\n)"
    grown = "CREATE TABLE \"a\" (id INTEGER NOT NULL, c TEXT DEFAULT 'it''s (, )' NOT NULL, b_id INTEGER"
    grown += " REFERENCES b (id) ON DELETE CASCADE, CONSTRAINT a_key PRIMARY KEY (id))"
    assert definitions._parts(grown) == definitions._parts(made)


def test_triggers_views_and_indexes_are_told_and_go(migrated: Store) -> None:
    found = changed(
        migrated,
        "CREATE TRIGGER retention_days_zz BEFORE INSERT ON audit_log BEGIN SELECT RAISE(IGNORE); END",
        'CREATE VIEW "v "" v" AS SELECT 1',
        "CREATE UNIQUE INDEX zz ON audit_log (action) WHERE action = 'revealed'",
        "DROP INDEX ix_audit_log_at",
        "CREATE UNIQUE INDEX ix_audit_log_at ON audit_log (substr(at, 1, 0)) WHERE id > 100",
    )
    assert found.altered == ()
    assert set(found.strange) == {
        Strange("trigger", "retention_days_zz"),
        Strange("view", 'v " v'),
        Strange("index", "zz"),
        Strange("index", "ix_audit_log_at"),
    }
    with migrated.transaction() as session:
        definitions.drop(session, found.strange)
    assert changed(migrated) == Differences()
    with migrated.connection() as connection:
        there = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE name = 'ix_audit_log_at'"
        ).scalar()
        assert there == "CREATE INDEX ix_audit_log_at ON audit_log (at)"
        assert not reduction_triggers.put(connection)
        assert not retention_triggers.put(connection)


def test_tables_of_others_are_left_alone(store: Store) -> None:
    assert (
        changed(store, "CREATE TABLE whatever (x CHECK (x > 1))", "CREATE TABLE other AS SELECT 1")
        == Differences()
    )
