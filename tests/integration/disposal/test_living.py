"""Living rows are recognised whatever they hold: no false alarm, and no leftover that passes for living."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hvacdesk.store.disposal import erasure as erasure_of_store
from hvacdesk.vault.database import database
from hvacdesk.vault.erasure import erasure
from hvacdesk.vault.erasure.needles import Needle
from hvacdesk.vault.erasure.proof import ProofResult, prove
from hvacdesk.vault.erasure.surviving_rows import Living, living_rows

FIRST_PRINTABLE = 0x20
VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.integers(-2, 300),
    st.floats(allow_nan=False),
    st.floats(-10, 10).map(round).map(float),
    st.text("田中太郎ab1", max_size=6),
    st.text(max_size=40),
    st.binary(max_size=20),
    st.integers(1500, 3000).map(lambda length: ("栄町の田中" * length)[:length]),
)
ROWS = st.lists(st.tuples(*(VALUES for _ in range(4))), min_size=1, max_size=12)
SHARED = Needle("田中太郎".encode())


class File:
    """A small encrypted database and the two ways of writing it anew."""

    def __init__(self, folder: Path) -> None:
        self.key = secrets.token_hex(48)
        self.folder = folder / secrets.token_hex(4)
        self.folder.mkdir()
        self.path = self.folder / "a.db"
        self.connection: Any = database.connect(self.path, self.key, create=True)
        self.connection.isolation_level = None
        self.connection.execute(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b FLOAT, c INTEGER REFERENCES t (id), d BLOB)"
        )
        self.connection.execute("CREATE INDEX t_a ON t (a)")

    def living(self, going: dict[str, set[int]] | None = None) -> Living:
        return living_rows(self.path, self.key, going)

    def vacuum(self) -> None:
        erasure.rebuild(self.connection)

    def export(self) -> None:
        """As a rotation does; the new file takes the old one's place."""
        new = self.folder / "new.db"
        self.connection.execute(f"ATTACH ? AS new KEY \"x'{self.key}'\"", (str(new),))
        self.connection.execute("SELECT sqlcipher_export('new')").fetchall()
        database.mark(self.connection, 1, schema="new")
        self.connection.execute("DETACH new")
        self.connection.close()
        new.replace(self.path)
        self.connection = database.connect(self.path, self.key)
        self.connection.isolation_level = None

    def prove(self, needles: list[Needle], living: Living) -> ProofResult:
        return prove(self.path, self.key, needles, living)


WAYS: list[Callable[[File], None]] = [File.vacuum, File.export]


def needles_of(rows: list[tuple[object, ...]]) -> list[Needle]:
    """Values, their pieces, and pieces that run from one column into the next."""
    stored = [
        b"".join(
            v.encode("utf-8", "surrogatepass") if isinstance(v, str) else v if isinstance(v, bytes) else b""
            for v in row
        )
        for row in rows
    ]
    whole = set(stored)
    pieces = {value[at : at + 7] for value in whole for at in range(0, min(len(value) - 6, 40), 3)}
    # Zeros and control bytes also lie in page structures; nobody's name holds them.
    return [
        Needle(value)
        for value in whole | pieces
        if erasure_of_store.is_sought(value) and all(byte >= FIRST_PRINTABLE for byte in value)
    ]


@pytest.mark.parametrize("write_anew", WAYS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS)
def test_rows_explain_what_they_hold_and_one_that_stays_by_mistake_does_not(
    tmp_path: Path, write_anew: Callable[[File], None], rows: list[tuple[object, ...]]
) -> None:
    file = File(tmp_path)
    rows = [
        tuple(v.encode("utf-8", "ignore").decode() if isinstance(v, str) else v for v in row) for row in rows
    ]
    file.connection.execute("PRAGMA foreign_keys = OFF")
    file.connection.executemany("INSERT INTO t (a, b, c, d) VALUES (?, ?, ?, ?)", rows)
    living, without_the_last = file.living(), file.living({"t": {len(rows)}})
    write_anew(file)
    assert file.prove(needles_of(rows), living).state == "verified"
    (stored,) = file.connection.execute("SELECT a FROM t WHERE id = ?", (len(rows),)).fetchone()
    last = needles_of([(stored,)])
    assert file.prove(last, without_the_last).hits >= len(last)
    file.connection.close()


@pytest.mark.parametrize("key", [1, 127, 128, 16_383, 16_384, 2**21, 2**40, 2**56 - 1])
@pytest.mark.parametrize("length", [10, 6000])
def test_rows_that_are_going_are_told_by_their_keys(tmp_path: Path, key: int, length: int) -> None:
    file = File(tmp_path)
    insert = "INSERT INTO t (id, a) VALUES (?, ?)"
    file.connection.executemany(insert, [(key, "x" * length + "田中太郎"), (key - 1, "田中太郎")])
    assert len(file.living({"t": {key}})) == len(file.living()) - 1
    living = file.living({"t": {key}})
    file.vacuum()
    assert file.prove([SHARED], living).hits == 1
    file.connection.close()


@pytest.mark.parametrize("key", [2**56, 2**63 - 1, -1, -(2**63)])
def test_rows_with_keys_of_nine_bytes_are_recognised(tmp_path: Path, key: int) -> None:
    file = File(tmp_path)
    file.connection.execute("INSERT INTO t (id, a) VALUES (?, ?)", (key, "田中太郎"))
    living = file.living()
    file.vacuum()
    assert file.prove([SHARED], living).state == "verified"
    file.connection.close()


@pytest.mark.parametrize("write_anew", WAYS)
def test_rows_from_before_a_column_was_added_are_recognised(
    tmp_path: Path, write_anew: Callable[[File], None]
) -> None:
    """Their records stay shorter than the table is wide, and are copied like that."""
    file = File(tmp_path)
    file.connection.execute("INSERT INTO t (a, d) VALUES ('田中太郎', x'00')")
    file.connection.execute("ALTER TABLE t ADD COLUMN added TEXT NOT NULL DEFAULT 'default'")
    file.connection.execute("INSERT INTO t (a) VALUES ('田中太郎')")
    living = file.living()
    write_anew(file)
    assert file.prove([SHARED], living).state == "verified"
    file.connection.close()


def test_samples_of_statistics_are_nobodys_rows(tmp_path: Path) -> None:
    file = File(tmp_path)
    file.connection.executemany("INSERT INTO t (a) VALUES (?)", [("田中太郎",)] * 50)
    before = len(file.living())
    file.connection.execute("ANALYZE")
    assert file.connection.execute("SELECT count(*) FROM sqlite_stat4").fetchone() > (0,)
    assert len(file.living()) == before
    file.connection.close()


def test_what_is_only_in_the_log_lives_too(tmp_path: Path) -> None:
    file = File(tmp_path)
    file.connection.execute("INSERT INTO t (a) VALUES ('田中太郎')")
    database.checkpoint_truncate(file.connection)
    file.connection.execute("UPDATE t SET c = NULL, b = 1.5")
    living = file.living()
    file.vacuum()
    assert file.prove([SHARED], living).state == "verified"
    file.connection.close()
