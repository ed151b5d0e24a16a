"""SQLite's own steps of an erasure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hvacdesk.vault import errors
from hvacdesk.vault.database import database, pages
from hvacdesk.vault.erasure import erasure

KEY = bytes(range(48)).hex()


@pytest.fixture
def connection(tmp_path: Path) -> Any:
    opened = database.connect(tmp_path / "office.db", KEY, create=True)
    with opened:
        opened.execute("CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT)")
        opened.execute("CREATE INDEX by_name ON customers (name)")
        opened.executemany(
            "INSERT INTO customers (name) VALUES (?)", [(f"顧客{number}",) for number in range(400)]
        )
    yield opened
    opened.close()


def test_nothing_is_deleted_where_deleted_bytes_would_stay(connection: Any) -> None:
    erasure.require_secure_delete(connection)
    for setting in ("OFF", "FAST"):
        connection.execute(f"PRAGMA secure_delete = {setting}").fetchall()
        with pytest.raises(database.SettingRefused, match="secure_delete"):
            erasure.require_secure_delete(connection)


def test_samples_of_the_query_planner_go(connection: Any) -> None:
    erasure.clear_statistics(connection)  # there are none yet
    connection.execute("ANALYZE")
    kept = "SELECT count(*) FROM sqlite_stat1"
    assert connection.execute(kept).fetchone()[0]
    erasure.clear_statistics(connection)
    assert connection.execute(kept).fetchone() == (0,)


def test_the_rewritten_file_is_smaller_and_has_nothing_beside_it(connection: Any, tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    database.checkpoint_truncate(connection)
    before = path.stat().st_size
    with connection:
        connection.execute("DELETE FROM customers WHERE id > 10")
    erasure.rebuild(connection)
    assert path.stat().st_size < before
    assert pages.wal_path(path).stat().st_size == 0
    assert connection.execute("SELECT count(*) FROM customers").fetchone() == (10,)


def test_who_still_reads_keeps_deleted_text_in_the_log_and_that_is_told(
    connection: Any, tmp_path: Path
) -> None:
    reader = database.connect(tmp_path / "office.db", KEY)
    reader.execute("PRAGMA busy_timeout = 0").fetchall()
    connection.execute("PRAGMA busy_timeout = 0").fetchall()
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM customers").fetchone()
    with connection:
        connection.execute("DELETE FROM customers")
    with pytest.raises(errors.DatabaseBusy):
        erasure.rebuild(connection)
    reader.close()
    erasure.rebuild(connection)
