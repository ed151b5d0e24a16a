"""The proof of erasure finds what is really left over, and nothing else."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from hvacdesk.vault.database import btree, database, pages
from hvacdesk.vault.erasure import proof
from hvacdesk.vault.erasure.needles import Needle
from hvacdesk.vault.erasure.proof import ProofResult, left_beside, prove
from hvacdesk.vault.erasure.surviving_rows import Living, living_rows

KEY = bytes(range(48)).hex()
OTHER_KEY = bytes(range(1, 49)).hex()
GONE = [f"破棄された顧客{number:05d}様" for number in range(60)]
NEEDLES = [Needle(name.encode()) for name in GONE]


class Office:
    """A database with living and destroyed customers."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "office-1.db"
        self.connection: Any = database.connect(self.path, KEY, create=True)
        with self.connection:
            self.connection.execute(
                "CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, note TEXT, sealed BLOB)"
            )
            self.connection.execute("CREATE INDEX by_name ON customers (name)")
            self.connection.executemany(
                "INSERT INTO customers (name, note) VALUES (?, ?)",
                [(f"生きている顧客{number:05d}様", "n" * 120) for number in range(2000)],
            )

    def add(self, names: Iterable[str], note: str = "", sealed: bytes | None = None) -> None:
        with self.connection:
            self.connection.executemany(
                "INSERT INTO customers (name, note, sealed) VALUES (?, ?, ?)",
                [(name, note, sealed) for name in names],
            )

    def reopened_with(self, change_of_schema: str, values: tuple[object, ...] = ()) -> None:
        """Change the schema's own table behind the database's back."""
        with self.connection:
            self.connection.execute("PRAGMA writable_schema = ON")
            self.connection.execute(change_of_schema, values)
        self.connection.close()
        self.connection = database.connect(self.path, KEY)

    def destroy(self, where: str = "name LIKE '破棄%'") -> None:
        with self.connection:
            self.connection.execute(f"DELETE FROM customers WHERE {where}")

    def settle(self) -> None:
        """What a disposal does without a rotation: VACUUM clears the gaps that secure_delete leaves."""
        self.connection.execute("VACUUM")
        database.checkpoint_truncate(self.connection)

    def living(self, going: Iterable[int] = ()) -> Living:
        """The rows of this moment, but for customers with these keys."""
        return living_rows(self.path, KEY, {"customers": going})

    def prove(
        self,
        needles: Iterable[Needle] = NEEDLES,
        living: Living | None = None,
        exceptions: Iterable[str] = (),
    ) -> ProofResult:
        """By default no row explains anything."""
        return prove(self.path, KEY, needles, living or Living(), exceptions)


@pytest.fixture
def office(tmp_path: Path) -> Iterable[Office]:
    made = Office(tmp_path)
    yield made
    made.connection.close()


def test_a_full_sequence_is_verified(office: Office) -> None:
    office.add(GONE)
    office.destroy()
    office.settle()
    result = office.prove()
    assert (result.state, result.hits, result.hmac_failures, result.exceptions) == ("verified", 0, 0, ())
    assert result.pages == office.path.stat().st_size // pages.PAGE_BYTES
    assert result.needles == len(GONE)


def test_values_that_were_not_deleted_are_found_in_rows_and_index(office: Office) -> None:
    office.add(GONE)
    office.settle()
    result = office.prove()
    assert result.state == "failed"
    assert result.hits == 2 * len(GONE)


def test_what_the_wal_still_holds_is_found(office: Office) -> None:
    office.add(GONE)
    office.connection.execute("VACUUM")
    database.checkpoint_truncate(office.connection)
    office.destroy()
    before_checkpoint = office.prove()
    assert before_checkpoint.frames > 0
    assert before_checkpoint.state == "failed"
    office.settle()
    assert office.prove().state == "verified"


def test_frames_of_an_earlier_round_of_the_wal_are_searched(office: Office) -> None:
    """A checkpoint without TRUNCATE leaves the log's old frames behind the new ones."""
    office.add(GONE)
    office.connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    office.destroy()
    office.connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    office.add(["another"])
    result = office.prove()
    assert result.state == "failed"
    assert result.hits > 0


def test_without_secure_delete_the_leftovers_are_found(office: Office) -> None:
    office.add(GONE)
    office.connection.execute("PRAGMA secure_delete = OFF").fetchall()
    office.destroy()
    database.checkpoint_truncate(office.connection)
    result = office.prove()
    assert (result.state, result.frames) == ("failed", 0)
    assert result.hits > 0


def test_gaps_that_secure_delete_leaves_in_index_pages_are_found_and_vacuum_clears_them(
    office: Office,
) -> None:
    """Measured: pages that were split keep old entries in their gap, which secure_delete never visits."""
    order = random.Random(1)
    with office.connection:
        office.connection.execute("CREATE INDEX by_both ON customers (name, note)")
        office.connection.executemany(
            "INSERT INTO customers (name, note) VALUES (?, ?)",
            [(f"破棄{number}番", f"東京都{order.random()}") for number in range(20000)],
        )
    gone = [f"破棄{number}番" for number in order.sample(range(20000), 5000)]
    with office.connection:
        office.connection.executemany("DELETE FROM customers WHERE name = ?", [(name,) for name in gone])
    database.checkpoint_truncate(office.connection)
    needles = [Needle(name.encode()) for name in gone]
    assert office.prove(needles).state == "failed"
    office.settle()
    assert office.prove(needles).state == "verified"


def test_values_split_over_overflow_pages_are_found(office: Office) -> None:
    """The value ends at every fifteenth place of a page, so that some are cut by a page's end."""
    value = "破棄された住所一二三".encode()
    tails = range(8000, 8000 + pages.USABLE_BYTES, 15)
    with office.connection:
        office.connection.executemany(
            "INSERT INTO customers (name, note) VALUES ('long', ?)",
            [("x" * 9000 + value.decode() + "y" * tail,) for tail in tails],
        )
    database.checkpoint_truncate(office.connection)
    with pages.OpenedFile(office.path, pages.PageKey(KEY)) as file:
        whole_within_a_page = sum(file.page(number).count(value) for number in file.numbers())
    assert whole_within_a_page < len(tails)
    assert office.prove([Needle(value)]).hits == len(tails)


LINKED = pages.USABLE_BYTES - 4
"""What an overflow page holds of a record."""

DEAD_VALUE = "破棄された長い覚え書きのなかの住所".encode()


def notes_then_deleted(office: Office, offsets: Iterable[int], length: int) -> int:
    """Notes of equal length with the value at these offsets, deleted without being overwritten.

    Returns how often the value is whole within a page; where it is cut by a page's end it is not.
    """
    office.connection.execute("PRAGMA secure_delete = OFF").fetchall()
    with office.connection:
        office.connection.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, text BLOB)")
        office.connection.executemany(
            "INSERT INTO notes (text) VALUES (?)",
            [(b"x" * offset + DEAD_VALUE + b"y" * (length - offset),) for offset in offsets],
        )
    with office.connection:
        office.connection.execute("DELETE FROM notes")
    database.checkpoint_truncate(office.connection)
    with pages.OpenedFile(office.path, pages.PageKey(KEY)) as file:
        return sum(file.page(number).count(DEAD_VALUE) for number in file.numbers())


def test_a_dead_overflow_chain_on_free_pages_is_found_across_its_links(office: Office) -> None:
    offsets = range(2 * LINKED, 3 * LINKED, len(DEAD_VALUE) - 1)
    whole = notes_then_deleted(office, offsets, 5 * LINKED)
    result = office.prove([Needle(DEAD_VALUE)])
    assert result.state == "failed"
    assert result.hits > whole > 0


def test_a_dead_records_value_is_found_across_its_link_into_a_free_page(office: Office) -> None:
    """The record's first part lies in a table's page, the rest on pages that are free now."""
    # Of so long a record half a page lies in the table, and the offsets do not reach the second link.
    offsets = range(0, LINKED, len(DEAD_VALUE) - 1)
    whole = notes_then_deleted(office, offsets, 3 * LINKED + LINKED // 2)
    result = office.prove([Needle(DEAD_VALUE)])
    assert result.state == "failed"
    assert result.hits > whole > 0


def test_slack_behind_a_living_rows_end_on_its_last_page_is_found(office: Office) -> None:
    """Pages that are freed and used again in one transaction keep what the new record does not reach."""
    value = "破棄された住所".encode()
    office.connection.execute("PRAGMA secure_delete = OFF").fetchall()
    office.add(["going"], note="x" * 6000 + value.decode() * 50)
    with office.connection:
        office.connection.execute("DELETE FROM customers WHERE name = 'going'")
        office.connection.execute(
            "INSERT INTO customers (name, note) VALUES ('coming', ?)", ("z" * (LINKED + 100),)
        )
    database.checkpoint_truncate(office.connection)
    assert office.connection.execute("PRAGMA freelist_count").fetchone() == (0,)
    result = office.prove([Needle(value)], office.living())
    assert (result.state, result.hits > 0) == ("failed", True)


def test_statistics_keep_values_and_are_found(office: Office) -> None:
    office.add(GONE * 20)
    with office.connection:
        office.connection.execute("ANALYZE")
    office.destroy()
    office.settle()
    result = office.prove()
    assert result.state == "failed"
    assert result.hits > 0
    with office.connection:
        office.connection.execute("DELETE FROM sqlite_stat4")
        office.connection.execute("DELETE FROM sqlite_stat1")
    office.settle()
    assert office.prove().state == "verified"


def test_a_sealed_fields_ciphertext_is_found(office: Office) -> None:
    ciphertext = bytes(range(200, 256)) + bytes(range(40))
    office.add(["somebody"], sealed=ciphertext)
    office.settle()
    assert office.prove([Needle(ciphertext)]).hits == 1
    office.destroy("name = 'somebody'")
    office.settle()
    assert office.prove([Needle(ciphertext)]).state == "verified"


def test_a_value_that_a_living_row_shares_is_no_false_alarm(office: Office) -> None:
    office.add(["田中 太郎", "田中 太郎"])
    office.destroy("id = (SELECT max(id) FROM customers)")
    living = office.living()
    office.settle()
    shared = Needle("田中 太郎".encode())
    assert office.prove([shared], living).state == "verified"
    assert office.prove([shared]).state == "failed"


@pytest.mark.parametrize("length", [3900, 3970, 4100, 16200, 16400, 50_000, 2_200_000])
def test_a_shared_value_in_a_row_of_any_length_is_no_false_alarm(office: Office, length: int) -> None:
    """The length decides how the record's size is written and where it leaves its page."""
    with office.connection:
        office.connection.execute("CREATE INDEX by_note ON customers (note)")
    for shift in range(3):
        office.add(["long"], note="x" * (length + shift) + "田中 太郎")
    living, two_of_three = office.living(), office.living(going=[2002])
    office.settle()
    shared = Needle("田中 太郎".encode())
    assert office.prove([shared], living).state == "verified"
    assert office.prove([shared], two_of_three).hits == 1
    assert office.prove([shared]).hits == 4, "three rows, and the index"


def test_a_shared_value_in_a_row_that_is_no_living_ones_is_a_leak(office: Office) -> None:
    office.add(["田中 太郎"] * 2)
    living = office.living()
    office.add(["田中 太郎"])
    office.settle()
    assert office.prove([Needle("田中 太郎".encode())], living).hits == 1


def test_a_living_row_that_changed_explains_nothing_any_more(office: Office) -> None:
    office.add(["田中 太郎"])
    living = office.living()
    with office.connection:
        office.connection.execute("UPDATE customers SET note = 'x' WHERE name = '田中 太郎'")
    office.settle()
    # The index entry has lost its explanation too.
    assert office.prove([Needle("田中 太郎".encode())], living).hits == 2


def test_an_index_entry_whose_row_is_gone_is_a_leak(office: Office) -> None:
    office.add(["田中 太郎"])
    entry = office.connection.execute("SELECT * FROM sqlite_master WHERE name = 'by_name'").fetchone()
    office.reopened_with("DELETE FROM sqlite_master WHERE name = 'by_name'")
    office.destroy("name = '田中 太郎'")  # the index is not known any more, so its entry stays
    office.reopened_with("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", entry)
    database.checkpoint_truncate(office.connection)
    assert office.prove([Needle("田中 太郎".encode())], office.living()).hits == 1


def test_schema_text_is_no_false_alarm_although_root_pages_change(office: Office) -> None:
    living = office.living()
    office.settle()
    assert office.prove([Needle(b"CREATE INDEX by_name"), Needle(b"customers")], living).hits == 0
    assert office.prove([Needle(b"CREATE INDEX by_name")]).hits == 1


def test_page_numbers_and_keys_that_look_like_a_character_are_no_false_alarm(office: Office) -> None:
    """Above 16,383 a key begins with two bytes that, behind a page's number, read like 健 by accident."""
    with office.connection:
        office.connection.execute("CREATE TABLE many (id INTEGER PRIMARY KEY, text TEXT)")
        office.connection.executemany("INSERT INTO many (text) VALUES (?)", [("x" * 100,)] * 30_000)
    office.settle()
    links: set[bytes] = set()
    with pages.OpenedFile(office.path, pages.PageKey(KEY)) as file:
        for page in map(file.page, file.numbers()):
            if page[0] == btree.TABLE_INTERIOR:
                found = re.finditer(rb"\x00\x00([\x00-\x03]...)", page, re.DOTALL)
                links |= {link[1] for link in found if min(link[1][1:]) >= 0x80}
    assert len(links) > 100
    assert office.prove([Needle(link[1:]) for link in links], office.living()).state == "verified"
    characters = [chr(code) for code in (*range(0x800, 0xD800), *range(0xE000, 0x10000))]
    assert office.prove([Needle(one.encode()) for one in characters], office.living()).hits == 0
    # Only as many bytes as a character has are let pass.
    assert office.prove(map(Needle, links), office.living()).state == "failed"


def test_the_counter_of_changes_is_no_false_alarm(office: Office) -> None:
    """SQLite begins it at random, so that it may read like a character; the header has it twice."""
    office.settle()
    with pages.OpenedFile(office.path, pages.PageKey(KEY)) as file:
        first = file.page(1)
    counter = first[24:28]
    assert first[92:96] == counter
    assert len(set(counter)) > 1
    assert office.prove([Needle(counter), Needle(counter[1:])], office.living()).state == "verified"
    assert office.prove([Needle(first[56:60])], office.living()).hits, "the rest of the header is searched"


def test_a_key_that_reads_like_a_digit_behind_a_value_is_no_false_alarm(office: Office) -> None:
    """The key 14,400 is the bytes of ``8@``: behind 栄1-1 in an index it reads 栄1-18."""
    key = int.from_bytes(b"8@", "big")
    with office.connection:
        office.connection.execute("INSERT INTO customers (id, name) VALUES (?, '栄1-1')", (key,))
    office.settle()
    living = office.living()
    assert office.prove([Needle("栄1-18".encode())], living).state == "verified"
    assert office.prove([Needle("栄1-1".encode())], living).hits == 0
    assert office.prove([Needle("栄1-1".encode())]).state == "failed"


@pytest.mark.parametrize("going", [1, 2, 777, 1999, 2000])
def test_a_row_that_is_going_is_told_apart_on_a_page_of_many(office: Office, going: int) -> None:
    office.settle()
    assert len(office.living([going])) == len(office.living()) - 1
    name = Needle(f"生きている顧客{going - 1:05d}様".encode())
    # The index's entry has no row then that explains it.
    assert office.prove([name], office.living([going])).hits == 2
    assert office.prove([name], office.living()).state == "verified"


@pytest.mark.parametrize("size", [100, 3900, 3970, 4100])
def test_the_rows_of_a_file_are_the_same_on_packed_pages_and_on_others(office: Office, size: int) -> None:
    office.add([f"{number}" for number in range(100)], note="x" * size)
    office.destroy("id % 7 = 0")
    before, rows = (
        len(office.living()),
        office.connection.execute("SELECT count(*) FROM customers").fetchone(),
    )
    shared = [Needle(f"生きている顧客{number:05d}様".encode()) for number in range(2000)]
    gaps = office.living()
    office.settle()
    assert (before,) == rows
    assert len(office.living()) == before
    assert office.prove(shared, gaps).state == "verified"


def test_what_a_deleted_entry_left_in_an_index_is_found_although_others_hold_the_same(office: Office) -> None:
    """The living explain an index's entries, and not what lies between them."""
    office.add(["破"] * 800)
    office.settle()
    office.connection.execute("PRAGMA secure_delete = OFF").fetchall()
    office.destroy("id = 2790")
    office.add([""], note="xxx")  # in the table it takes the place of the one that went
    database.checkpoint_truncate(office.connection)
    result = office.prove([Needle("破".encode())], office.living())
    assert (result.state, result.hits) == ("failed", 1)


def test_an_index_entry_beside_a_digit_is_still_a_leak(office: Office) -> None:
    with office.connection:
        office.connection.execute("INSERT INTO customers (name) VALUES ('栄1-18')")
    office.settle()
    assert office.prove([Needle("栄1-18".encode())]).state == "failed"


@pytest.mark.parametrize("beside", [[], ["田中 太郎".encode()]], ids=["alone", "beside one to explain"])
def test_a_value_of_no_index_is_found_in_front_of_a_pages_rows(office: Office, beside: list[bytes]) -> None:
    office.add(["田中 太郎"] * 20, note="n" * 120)  # a page that is nearly empty would be rewritten
    office.add(["somebody"], note="庭の鍵は植木鉢の下")
    office.settle()
    office.connection.execute("PRAGMA secure_delete = OFF").fetchall()
    office.destroy("name = 'somebody'")
    living = office.living()
    database.checkpoint_truncate(office.connection)
    sought = [Needle(value) for value in ("庭の鍵は植木鉢の下".encode(), *beside)]
    assert office.prove(sought, living).hits == 1


def test_a_shared_value_left_in_slack_is_a_leak(office: Office) -> None:
    office.add(["田中 太郎", "田中 太郎"])
    office.settle()
    office.connection.execute("PRAGMA secure_delete = OFF").fetchall()
    office.destroy("id = (SELECT max(id) FROM customers)")
    living = office.living()
    database.checkpoint_truncate(office.connection)
    result = office.prove([Needle("田中 太郎".encode())], living)
    assert (result.state, result.hits > 0) == ("failed", True)


@pytest.mark.parametrize("page", [1, 3, 20])
def test_a_page_that_does_not_decrypt_fails_the_proof(office: Office, tmp_path: Path, page: int) -> None:
    office.settle()
    copy = tmp_path / "copy" / "office-1.db"
    copy.parent.mkdir()
    content = bytearray(office.path.read_bytes())
    content[(page - 1) * pages.PAGE_BYTES + 77] ^= 1
    copy.write_bytes(content)
    result = prove(copy, KEY, NEEDLES, Living())
    assert result.state == "failed"
    assert result.hmac_failures == 1


def test_a_damaged_frame_fails_the_proof(office: Office, tmp_path: Path) -> None:
    database.checkpoint_truncate(office.connection)
    office.add(["one more"])
    copy = tmp_path / "copy"
    copy.mkdir()
    for path in (office.path, pages.wal_path(office.path)):
        shutil.copy(path, copy)
    wal = pages.wal_path(copy / "office-1.db")
    content = bytearray(wal.read_bytes())
    content[-500] ^= 1
    wal.write_bytes(content)
    assert prove(copy / "office-1.db", KEY, NEEDLES, Living()).hmac_failures == 1
    wal.write_bytes(content[:-500])
    assert prove(copy / "office-1.db", KEY, NEEDLES, Living()).state == "failed"


def test_a_stale_frame_that_does_not_decrypt_fails_the_proof(office: Office, tmp_path: Path) -> None:
    """Behind the frames of the present round lie those of an earlier one, which no reader of SQLite sees."""
    office.add(GONE)
    office.connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    office.add(["another"])
    copy = tmp_path / "copy"
    copy.mkdir()
    for path in (office.path, pages.wal_path(office.path)):
        shutil.copy(path, copy)
    assert prove(copy / "office-1.db", KEY, [], Living()).hmac_failures == 0
    wal = pages.wal_path(copy / "office-1.db")
    content = bytearray(wal.read_bytes())
    content[-500] ^= 1
    wal.write_bytes(content)
    result = prove(copy / "office-1.db", KEY, [], Living())
    assert (result.state, result.hmac_failures) == ("failed", 1)


def test_a_link_into_a_page_that_does_not_decrypt_is_no_end_of_the_search(
    office: Office, tmp_path: Path
) -> None:
    """What came before a damaged page is searched all the same; the damage alone fails the proof."""
    notes_then_deleted(office, [100], 5 * LINKED)
    with pages.OpenedFile(office.path, pages.PageKey(KEY)) as file:
        (first,) = [number for number in file.numbers() if DEAD_VALUE in file.page(number)]
        free = [number for number in file.numbers() if b"y" * 4000 in file.page(number)]
    assert first not in free
    copy = tmp_path / "copy" / "office-1.db"
    copy.parent.mkdir()
    content = bytearray(office.path.read_bytes())
    for number in free[:2]:
        content[(number - 1) * pages.PAGE_BYTES + 77] ^= 1
    copy.write_bytes(content)
    result = prove(copy, KEY, [Needle(DEAD_VALUE)], Living())
    assert (result.state, result.hmac_failures) == ("failed", 2)
    assert result.hits > 0


def test_a_tree_that_leads_into_another_one_is_never_verified(office: Office) -> None:
    """Who can write the schema could hide rows from the search behind a root that was searched already."""
    office.settle()
    office.reopened_with("UPDATE sqlite_master SET rootpage = 2 WHERE name = 'by_name'")
    result = office.prove([])
    assert (result.state, result.exceptions) == ("failed", ("structure",))


@pytest.mark.parametrize("record", [b"", b"\x05", b"\x05\x81\x02abc", b"\x85\x01"])
def test_an_index_record_that_is_none_is_searched_whole(record: bytes) -> None:
    """No value is taken for the key of a row where the record's head cannot be read."""
    assert proof._without_key(record) == record


def test_another_key_verifies_nothing(office: Office) -> None:
    office.settle()
    result = prove(office.path, OTHER_KEY, NEEDLES, Living())
    assert result.state == "failed"
    assert result.hmac_failures == result.pages


def test_what_could_not_be_reached_is_named_and_never_verified(office: Office) -> None:
    office.settle()
    result = office.prove(exceptions=["backup-disk-absent"])
    assert (result.state, result.exceptions) == ("exceptions", ("backup-disk-absent",))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("office-1.db-journal", "rollback-journal"),
        ("office-2.db", "other-database"),
        ("office.keys.new", "unfinished-file"),
        ("office-1.db.bak", "other-database"),
        ("OFFICE-1 (2).DB", "other-database"),
        ("office-3.db-wal", "other-database"),
    ],
)
def test_files_left_beside_the_database_are_named(office: Office, name: str, code: str) -> None:
    office.settle()
    (office.path.parent / name).write_bytes(b"whatever")
    assert tuple(left_beside(office.path)) == (code,)


def test_what_belongs_to_the_database_or_is_named_elsewhere_is_not_named_again(office: Office) -> None:
    office.settle()
    for end in ("-wal", "-shm", "-wal.lost", ".bak"):
        (office.path.parent / f"office-1.db{end}").write_bytes(b"whatever")
    assert tuple(left_beside(office.path, named=[office.path.parent / "office-1.db.bak"])) == ()


def test_the_result_holds_counts_and_no_value(office: Office) -> None:
    office.add(GONE)
    result = office.prove()
    assert not any(name in repr(result) + repr(NEEDLES) for name in GONE)


def test_an_empty_value_is_refused(office: Office) -> None:
    with pytest.raises(ValueError, match="empty"):
        office.prove([Needle(b"")])


def test_no_needles_still_check_every_page(office: Office) -> None:
    office.settle()
    assert office.prove([]).pages == office.path.stat().st_size // pages.PAGE_BYTES
