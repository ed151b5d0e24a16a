"""A file that is not quite like the one it was made from is noticed, whatever differs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hvacdesk.vault.database import database
from hvacdesk.vault.database.comparison import NotAlike, require_alike

OLD_KEY, NEW_KEY = bytes(range(48)).hex(), bytes(range(1, 49)).hex()
SCHEMA = """
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE, note TEXT, sealed BLOB, paid REAL);
CREATE INDEX by_name ON customers (name);
CREATE TABLE versions (name TEXT PRIMARY KEY, number INTEGER);
CREATE TABLE "odd ""one"" name" ("a b" INTEGER, c TEXT, "from" TEXT, PRIMARY KEY ("a b", c)) WITHOUT ROWID;
CREATE TABLE keyless (word TEXT);
INSERT INTO customers VALUES
    (1, 'Tanaka', NULL, x'00ff', 1.5), (2, '田中', '', NULL, 2), (7, 'Sato', 'x', x'', NULL);
INSERT INTO versions VALUES ('first', 1);
INSERT INTO "odd ""one"" name" VALUES (1, 'a', 'x'), (1, 'b', 'y');
INSERT INTO keyless VALUES ('one'), ('one'), ('two');
"""


class Pair:
    """A database, and the file that an export made of it."""

    def __init__(self, folder: Path) -> None:
        self.new_path = folder / "new.db"
        self.old: Any = database.connect(folder / "old.db", OLD_KEY, create=True)
        self.old.isolation_level = None
        self.old.executescript(SCHEMA)
        self.old.execute(f"ATTACH ? AS new KEY \"x'{NEW_KEY}'\"", (str(self.new_path),))
        self.old.execute("SELECT sqlcipher_export('new')").fetchall()
        database.mark(self.old, 1, schema="new")
        self.old.execute("DETACH new")

    def change(self, statement: str) -> None:
        connection = database.connect(self.new_path, NEW_KEY)
        with connection:
            connection.execute(statement)
        connection.close()


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = Pair(tmp_path)
    yield made
    made.old.close()


def test_an_export_is_alike_and_nothing_stays_attached(pair: Pair) -> None:
    require_alike(pair.old, pair.new_path, NEW_KEY)
    assert [name for _, name, _ in pair.old.execute("PRAGMA database_list")] == ["main"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE customers SET name = 'tanaka' WHERE id = 1",
        "UPDATE customers SET note = '' WHERE id = 1",
        "UPDATE customers SET note = NULL WHERE id = 2",
        "UPDATE customers SET sealed = x'00fe' WHERE id = 1",
        "UPDATE customers SET sealed = CAST(sealed AS TEXT) WHERE id = 7",
        "UPDATE customers SET paid = 1.25 WHERE id = 1",
        "UPDATE customers SET id = 3 WHERE id = 7",
        "DELETE FROM customers WHERE id = 7",
        "INSERT INTO customers (name) VALUES ('one more')",
        "UPDATE versions SET number = 2",
        "UPDATE versions SET name = 'second'",
        """UPDATE "odd ""one"" name" SET "from" = 'z' WHERE c = 'b'""",
        'DELETE FROM "odd ""one"" name"',
        "UPDATE keyless SET word = 'two' WHERE rowid = 1",
        "DELETE FROM keyless WHERE rowid = 1",
        "DROP INDEX by_name",
        "CREATE TABLE more (id INTEGER PRIMARY KEY)",
    ],
)
def test_every_difference_is_noticed(pair: Pair, statement: str) -> None:
    pair.change(statement)
    with pytest.raises(NotAlike):
        require_alike(pair.old, pair.new_path, NEW_KEY)
    assert [name for _, name, _ in pair.old.execute("PRAGMA database_list")] == ["main"]
