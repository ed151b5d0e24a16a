"""One flipped bit in any page of the database: whatever reads that page stops with words.

A table is counted per kind of page. Pages that no reading meets (free ones, indexes) are left to the check of
every page, which has to find each of them.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from hvacdesk.store.engine import Store
from hvacdesk.vault import folder
from hvacdesk.vault.database import database
from hvacdesk.vault.errors import DatabaseDamaged
from tests.adversary.damage import PAGE_BYTES, flip

KEY = bytes(range(48)).hex()
ROWS = 400


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A database with a table that takes most of its pages, an index, and pages that are free."""
    path = tmp_path / "office-1.db"
    with closing(database.connect(path, KEY, create=True)) as connection:
        connection.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL)")
        connection.execute("CREATE INDEX by_body ON notes (body)")
        connection.execute("CREATE TABLE going (id INTEGER PRIMARY KEY, body TEXT)")
        with connection:
            rows = [(f"{number:05d} " + "x" * 200,) for number in range(ROWS)]
            connection.executemany("INSERT INTO notes (body) VALUES (?)", rows)
            connection.executemany("INSERT INTO going (body) VALUES (?)", rows[:100])
        connection.execute("DROP TABLE going")
        database.checkpoint_truncate(connection)
    return path


@pytest.fixture
def store(whole: Path) -> Iterator[Store]:
    made = Store(lambda: database.connect(whole, KEY))
    yield made
    made.close()


def read_all(store: Store) -> None:
    """Every row, and each found once more by the index."""
    with store.reading() as session:
        bodies = session.execute(text("SELECT body FROM notes NOT INDEXED ORDER BY id")).scalars().all()
        found = session.execute(text("SELECT body FROM notes INDEXED BY by_body ORDER BY body")).scalars()
        assert sorted(bodies) == list(found)
        assert len(bodies) == ROWS


def read_past_sqlalchemy(store: Store) -> None:
    with store.connection() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("SELECT body FROM notes NOT INDEXED").fetchall()
        raw.execute("SELECT body FROM notes INDEXED BY by_body").fetchall()


def test_every_page_is_read_or_refused(whole: Path, store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    content = whole.read_bytes()
    read_all(store)
    pages = len(content) // PAGE_BYTES
    noticed: Counter[str] = Counter()
    for page in range(pages):
        store.close()
        whole.write_bytes(content)
        for end in folder.COMPANIONS:
            whole.with_name(whole.name + end).unlink(missing_ok=True)
        flip(whole, page, bit=8 * (97 + 31 * page % 4000))
        fresh = Store(lambda: database.connect(whole, KEY))
        try:
            read_all(fresh)
        except DatabaseDamaged:
            noticed["stopped by a reading"] += 1
            assert fresh.damage_met
        else:
            assert not fresh.damage_met
            assert not fresh.sound(), f"page {page + 1} is damaged and nothing says so"
            noticed["found by the check of every page"] += 1
        finally:
            fresh.close()
    lines = ["", f"flipped bits: {pages} pages", *(f"  {kind}: {count}" for kind, count in noticed.items())]
    with capsys.disabled():
        sys.stdout.write("\n".join([*lines, ""]))
    assert noticed["stopped by a reading"] > pages // 2
    assert noticed.total() == pages


def test_a_damaged_page_stops_the_drivers_own_connection_with_the_same_words(whole: Path) -> None:
    flip(whole, whole.stat().st_size // PAGE_BYTES // 2, bit=800)
    store = Store(lambda: database.connect(whole, KEY))
    with pytest.raises(DatabaseDamaged):
        read_past_sqlalchemy(store)
    assert store.damage_met
    store.close()
