"""Rows that SQLite found alike live on for the proof, as long as the pages that they lie on stay the same."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from hvacdesk.vault.database import btree, database, pages
from hvacdesk.vault.database.comparison import require_alike
from hvacdesk.vault.erasure.needles import Needle
from hvacdesk.vault.erasure.proof import ProofResult, prove
from hvacdesk.vault.erasure.surviving_rows import Living, every_row

OLD_KEY, NEW_KEY = bytes(range(48)).hex(), bytes(range(1, 49)).hex()
SHARED, GONE = "栄一丁目".encode(), "破棄された値".encode()
FILLING = 3 * pages.PAGE_BYTES
"""So much before and behind a value that it lies on an overflow page alone."""


class Renewed:
    """A database that was just made from another, with rows that hold what somebody destroyed held too."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "new.db"
        old = database.connect(folder / "old.db", OLD_KEY, create=True)
        old.isolation_level = None
        old.execute("CREATE TABLE customers (id INTEGER PRIMARY KEY, town TEXT, note BLOB)")
        old.execute("CREATE INDEX by_town ON customers (town)")
        rows = [(key, SHARED.decode(), b"n" * 120) for key in range(1, 500)]
        old.executemany("INSERT INTO customers VALUES (?, ?, ?)", rows)
        old.execute("INSERT INTO customers VALUES (1000, 'long', ?)", (long_note(SHARED),))
        database.mark(old, 1)
        old.execute(f"ATTACH ? AS new KEY \"x'{NEW_KEY}'\"", (str(self.path),))
        old.execute("SELECT sqlcipher_export('new')").fetchall()
        database.mark(old, 1, schema="new")
        old.execute("DETACH new")
        require_alike(old, self.path, NEW_KEY)
        self.living = every_row(self.path, NEW_KEY)
        old.close()
        self.connection: Any = database.connect(self.path, NEW_KEY)

    def change(self, statement: str, *values: object) -> None:
        with self.connection:
            self.connection.execute(statement, values)
        database.checkpoint_truncate(self.connection)

    def prove(self) -> ProofResult:
        return prove(self.path, NEW_KEY, [Needle(SHARED), Needle(GONE)], self.living)


def long_note(value: bytes) -> bytes:
    return b"v" * FILLING + value + b"w" * FILLING


def write_page(path: Path, number: int, plain: bytes) -> None:
    """Put a page into a file at rest, enciphered and with its HMAC."""
    raw, vector = bytes.fromhex(NEW_KEY), bytes(16)
    mac = hashlib.pbkdf2_hmac("sha512", raw[:32], bytes(byte ^ 0x3A for byte in raw[32:]), 2, 32)
    content = Cipher(AES(raw[:32]), CBC(vector)).encryptor().update(plain) + vector
    tag = hmac.digest(mac, content + number.to_bytes(4, "little"), "sha512")
    with path.open("r+b") as file:
        file.seek((number - 1) * pages.PAGE_BYTES)
        file.write(content + tag)


@pytest.fixture
def renewed(tmp_path: Path) -> Iterator[Renewed]:
    made = Renewed(tmp_path)
    yield made
    made.connection.close()


def test_what_living_rows_hold_is_no_leak(renewed: Renewed) -> None:
    result = renewed.prove()
    assert (result.state, result.hits, result.exceptions) == ("verified", 0, ())


def test_without_the_comparison_it_would_be_one(renewed: Renewed) -> None:
    assert prove(renewed.path, NEW_KEY, [Needle(SHARED)], Living()).state == "failed"


def test_a_row_that_was_added_since_is_found(renewed: Renewed) -> None:
    renewed.change("INSERT INTO customers VALUES (2000, ?, NULL)", GONE.decode())
    assert renewed.prove().state == "failed"


def test_a_row_that_was_added_since_explains_nothing(renewed: Renewed) -> None:
    """It holds nothing but what others hold as well."""
    renewed.change("INSERT INTO customers VALUES (2000, ?, NULL)", SHARED.decode())
    assert renewed.prove().state == "failed"


def test_an_overflow_page_that_was_changed_since_is_found(renewed: Renewed) -> None:
    """SQLite writes a value of the same length over the former one, so the page that it begins on stays."""
    before = pages.page_tags(renewed.path)
    changed = bytearray(long_note(SHARED))
    changed[FILLING : FILLING + len(GONE)] = GONE
    renewed.change("UPDATE customers SET note = ? WHERE id = 1000", bytes(changed))
    assert len(pages.page_tags(renewed.path) - before) == 1
    assert renewed.prove().state == "failed"


def test_what_was_added_to_the_schema_since_is_found(renewed: Renewed) -> None:
    renewed.change(f'CREATE VIEW "{GONE.decode()}" AS SELECT id FROM customers')
    assert renewed.prove().state == "failed"


def test_what_lies_between_the_rows_of_a_compared_page_is_found(renewed: Renewed) -> None:
    """As if the database had written the page over memory that it did not clear."""
    renewed.connection.close()
    key = pages.PageKey(NEW_KEY)
    with pages.OpenedFile(renewed.path, key) as file:
        leaves = {number: file.page(number) for number in file.numbers() if number > 1}
    number, page = next(
        (number, page) for number, page in leaves.items() if page[0] == btree.TABLE_LEAF and page[-1:] == b"n"
    )
    start = min(btree.heads(page, number)) - len(GONE)
    write_page(renewed.path, number, page[:start] + GONE + page[start + len(GONE) :])
    known = Living(pages.page_tags(renewed.path))
    assert prove(renewed.path, NEW_KEY, [Needle(SHARED)], known).state == "verified"
    assert prove(renewed.path, NEW_KEY, [Needle(GONE)], known).state == "failed"
