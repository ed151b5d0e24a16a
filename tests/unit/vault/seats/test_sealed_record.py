"""A record that others can neither read, nor make, nor put back."""

from __future__ import annotations

from pathlib import Path

import pytest

from hvacdesk.domain.seats.seats import SeatsUnreadable
from hvacdesk.vault.seats.sealed_record import SealedRecord
from tests.helpers.vault_offices import MemorySecrets


@pytest.fixture
def record(tmp_path: Path) -> SealedRecord:
    made = SealedRecord(tmp_path / "record", MemorySecrets(), "x/seats")
    made.begin()
    made.write(b"first")
    return made


def test_it_is_read_as_it_was_written(record: SealedRecord) -> None:
    assert record.read() == b"first"
    record.write(b"second")
    assert record.read() == b"second"
    assert b"second" not in record.path.read_bytes()


def test_a_former_state_that_is_put_back_is_refused(record: SealedRecord) -> None:
    former = record.path.read_bytes()
    record.write(b"second")
    record.path.write_bytes(former)
    with pytest.raises(SeatsUnreadable):
        record.read()


def test_of_what_need_not_last_the_former_state_may_come_back(record: SealedRecord) -> None:
    former = record.path.read_bytes()
    record.write(b"seen today", lasting=False)
    assert record.read() == b"seen today"
    record.path.write_bytes(former)
    assert record.read() == b"first"


def test_a_change_that_did_not_reach_the_key_store_counts(record: SealedRecord) -> None:
    secrets = record._secrets
    held = secrets.read("x/seats")
    assert held is not None
    record.write(b"second")
    secrets.write("x/seats", held)
    assert record.read() == b"second"


def test_every_changed_byte_is_noticed(record: SealedRecord) -> None:
    raw = record.path.read_bytes()
    for at in range(len(raw)):
        record.path.write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
        with pytest.raises(SeatsUnreadable):
            record.read()


def test_a_file_that_is_gone_and_a_key_that_is_gone_are_noticed(record: SealedRecord) -> None:
    raw = record.path.read_bytes()
    record.path.unlink()
    with pytest.raises(SeatsUnreadable):
        record.read()
    record.path.write_bytes(raw)
    record.begin()
    with pytest.raises(SeatsUnreadable):
        record.read()
    assert record.exists()


def test_a_password_is_for_one_purpose(record: SealedRecord) -> None:
    assert record.password("one") == record.password("one") != record.password("other")
