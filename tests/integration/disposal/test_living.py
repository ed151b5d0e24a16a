"""What living rows explain is counted exactly: no false alarm, and no leftover that passes for living."""

from __future__ import annotations

import secrets
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hvacdesk.store import erasure as erasure_of_store
from hvacdesk.vault import database, erasure
from hvacdesk.vault.living import with_allowances
from hvacdesk.vault.needles import Needle
from hvacdesk.vault.proof import prove

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


def encrypted(folder: Path) -> tuple[Path, str]:
    path, key = folder / f"{secrets.token_hex(4)}.db", secrets.token_hex(48)
    connection = database.connect(path, key, create=True)
    connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b FLOAT, c INTEGER, d BLOB)")
    connection.execute("CREATE INDEX t_a ON t (a)")
    connection.commit()
    connection.close()
    return path, key


def needles_of(rows: list[tuple[object, ...]]) -> set[bytes]:
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
    return {
        value
        for value in whole | pieces
        if erasure_of_store.is_sought(value) and all(byte >= FIRST_PRINTABLE for byte in value)
    }


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS)
def test_counts_are_those_that_the_proof_finds(tmp_path: Path, rows: list[tuple[object, ...]]) -> None:
    path, key = encrypted(tmp_path)
    connection = database.connect(path, key)
    rows = [
        tuple(v.encode("utf-8", "ignore").decode() if isinstance(v, str) else v for v in row) for row in rows
    ]
    connection.executemany("INSERT INTO t (a, b, c, d) VALUES (?, ?, ?, ?)", rows)
    connection.commit()
    needles = with_allowances(connection, needles_of(rows))
    connection.commit()
    connection.isolation_level = None
    erasure.rebuild(connection)
    connection.close()
    assert prove(path, key, needles).hits == 0
    counted = [needle for needle in needles if needle.allowed > 0]
    fewer = [Needle(needle.value, needle.allowed - 1) for needle in counted]
    assert prove(path, key, fewer).hits >= len(counted)


def test_rows_that_are_going_are_left_out(tmp_path: Path) -> None:
    path, key = encrypted(tmp_path)
    connection = database.connect(path, key)
    connection.executemany("INSERT INTO t (a) VALUES (?)", [("田中太郎",), ("田中太郎",)])
    value = "田中太郎".encode()
    assert with_allowances(connection, [value])[0].allowed == 2
    assert with_allowances(connection, [value], {"t": {1}})[0].allowed == 1
    assert with_allowances(connection, [value], {"t": {1, 2}})[0].allowed == 0
    connection.close()
