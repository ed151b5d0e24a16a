"""A proof that was made early stands for the very file that was searched, and for no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from hvacdesk.vault.database import database, pages
from hvacdesk.vault.database.rewrite import DatabaseFile
from hvacdesk.vault.erasure.early_proof import EarlyProof, prove_early
from hvacdesk.vault.erasure.needles import Needle

KEY = bytes(range(48)).hex()
SHARED, GONE = "栄一丁目", "破棄された値"


@pytest.fixture
def made(tmp_path: Path) -> DatabaseFile:
    """A file that was just written, with rows that hold what somebody destroyed held too."""
    file = DatabaseFile(tmp_path / "new.db", KEY)
    connection = database.connect(file.path, KEY, create=True)
    with connection:
        connection.execute("CREATE TABLE customers (id INTEGER PRIMARY KEY, town TEXT)")
        connection.execute("CREATE INDEX by_town ON customers (town)")
        connection.executemany("INSERT INTO customers VALUES (?, ?)", [(key, SHARED) for key in range(500)])
    database.checkpoint_truncate(connection)
    connection.close()
    return file


def proof_of(made: DatabaseFile) -> EarlyProof:
    return prove_early(made, [Needle(SHARED.encode()), Needle(GONE.encode())])


def test_it_stands_for_the_file_that_was_searched(made: DatabaseFile) -> None:
    early = proof_of(made)
    assert early.result.state == "verified"
    assert early.whole
    assert early.stands_for(made.path)


def test_a_page_that_does_not_decipher_leaves_it_incomplete(made: DatabaseFile) -> None:
    with made.path.open("r+b") as file:
        file.seek(pages.PAGE_BYTES + 100)
        byte = file.read(1)
        file.seek(-1, 1)
        file.write(bytes([byte[0] ^ 1]))
    assert not proof_of(made).whole


def test_an_empty_log_beside_the_file_changes_nothing(made: DatabaseFile) -> None:
    early = proof_of(made)
    connection = made.connect()
    connection.execute("SELECT count(*) FROM customers").fetchone()
    assert pages.wal_path(made.path).exists()
    assert early.stands_for(made.path)
    connection.close()


def test_it_does_not_stand_for_what_was_written_since(made: DatabaseFile) -> None:
    early = proof_of(made)
    connection = made.connect()
    with connection:
        connection.execute("INSERT INTO customers VALUES (1000, ?)", (GONE,))
    assert not early.stands_for(made.path), "the row is in the log"
    database.checkpoint_truncate(connection)
    assert not early.stands_for(made.path), "and now in the file"
    connection.close()


def test_it_does_not_stand_for_a_page_whose_checksum_alone_stayed(made: DatabaseFile) -> None:
    early = proof_of(made)
    before = pages.page_tags(made.path)
    with made.path.open("r+b") as file:
        file.seek(pages.PAGE_BYTES + 100)
        byte = file.read(1)
        file.seek(-1, 1)
        file.write(bytes([byte[0] ^ 1]))
    assert pages.page_tags(made.path) == before
    assert not early.stands_for(made.path)


def test_what_no_row_holds_is_found(made: DatabaseFile) -> None:
    """A deleted row leaves its bytes behind where deleted text is not overwritten."""
    connection = made.connect()
    connection.execute("PRAGMA secure_delete = OFF").fetchall()
    with connection:
        connection.execute("INSERT INTO customers VALUES (1000, ?)", (GONE,))
    with connection:
        connection.execute("DELETE FROM customers WHERE id = 1000")
    database.checkpoint_truncate(connection)
    connection.close()
    assert proof_of(made).result.state == "failed"
