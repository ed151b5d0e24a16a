"""Which files are taken for an office's database by their names and their first bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from hvacdesk.vault import likeness
from hvacdesk.vault.database.pages import PAGE_BYTES

SALT = bytes.fromhex("9f3c07a1e45bd2886e01f7c43b5a9d12")


@pytest.mark.parametrize(
    ("name", "epoch"),
    [
        ("office-1.db", 1),
        ("office-12 - コピー.db", 12),
        ("Copy of office-3 (2).db", 3),
        ("OFFICE-1.DB", 1),
        ("office-01.db", 1),
        ("ｏｆｆｉｃｅ－１．ｄｂ", 1),
        ("office-1.db.bak", 1),
        ("office-4.db-wal.lost.1", 4),
        ("office-.db", 0),
        ("office-1234567890.db", 0),
        ("office.db", None),
        ("office-1.jpg", None),
        ("写真.db", None),
    ],
)
def test_a_name_made_from_a_database_s_tells_its_epoch(name: str, epoch: int | None) -> None:
    assert likeness.epoch_told(name) == epoch


@pytest.mark.parametrize(
    ("name", "content", "is_one"),
    [
        ("office.db", SALT + bytes(PAGE_BYTES - 16), True),
        ("旧office1", SALT + bytes(3 * PAGE_BYTES - 16), True),
        ("office.db", SALT + bytes(PAGE_BYTES), False),
        ("office.db", b"", False),
        ("家計.db", SALT + bytes(PAGE_BYTES - 16), False),
        ("office.db", b"SQLite format 3\0".ljust(PAGE_BYTES, b"\0"), False),
        ("office.zip", b"PK\3\4\x14\0\1\2\3\5\6\7\x08\x09\x10\x11".ljust(PAGE_BYTES, b"\0"), False),
        ("office.keys", b"hvacdesk-keys 2 0f".ljust(PAGE_BYTES), False),
        ("office plan.doc", bytes.fromhex("d0cf11e0a1b11ae1").ljust(PAGE_BYTES, b"\0"), False),
    ],
)
def test_a_remainder_of_the_name_needs_pages_and_a_random_beginning(
    tmp_path: Path, name: str, content: bytes, is_one: bool
) -> None:
    (tmp_path / name).write_bytes(content)
    assert likeness.may_be(tmp_path / name) is is_one


def test_a_packed_file_begins_with_no_salt(tmp_path: Path) -> None:
    (tmp_path / "packed.zip").write_bytes(b"PK\3\4 and so on, longer than a salt")
    (tmp_path / "office-1.db.bak").write_bytes(SALT + b"cut off")
    assert likeness.salt(tmp_path / "packed.zip") == b""
    assert likeness.salt(tmp_path / "office-1.db.bak") == SALT


def test_a_file_that_cannot_be_read_begins_with_nothing(tmp_path: Path) -> None:
    assert likeness.beginning(tmp_path / "gone") == b""
    assert not likeness.may_be(tmp_path / "office.db")
