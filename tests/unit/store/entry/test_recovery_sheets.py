"""The recovery sheets on record: one counts, the others are paper that should be shredded."""

from __future__ import annotations

from datetime import date

import pytest

from hvacdesk.domain.entry.keys import SheetRecord
from hvacdesk.domain.errors import RecordGone
from hvacdesk.store.engine import Store
from hvacdesk.store.entry import recovery_sheets

FIRST, SECOND, TODAY = date(2026, 4, 1), date(2026, 9, 1), date(2026, 11, 24)


def follow(store: Store, number: int, created: date, today: date = TODAY) -> bool:
    with store.transaction() as session:
        return recovery_sheets.follow_vault(session, number, created, today)


def on_record(store: Store) -> tuple[SheetRecord, ...]:
    with store.reading() as session:
        return recovery_sheets.sheets(session)


def test_the_first_sheet_counts(store: Store) -> None:
    assert follow(store, 1, FIRST)
    assert not follow(store, 1, FIRST)
    (sheet,) = on_record(store)
    assert sheet == SheetRecord(1, "2026-04-01")
    assert not sheet.to_shred


def test_a_later_sheet_makes_the_earlier_ones_paper_to_shred(store: Store) -> None:
    follow(store, 1, FIRST)
    assert follow(store, 2, SECOND)
    assert on_record(store) == (SheetRecord(2, "2026-09-01"), SheetRecord(1, "2026-04-01", "2026-11-24"))
    assert [sheet.to_shred for sheet in on_record(store)] == [False, True]
    assert not follow(store, 2, SECOND, date(2026, 12, 1))
    with store.transaction() as session:
        assert recovery_sheets.shred(session, 1, TODAY)
        assert not recovery_sheets.shred(session, 1, TODAY)
    assert [sheet.to_shred for sheet in on_record(store)] == [False, False]


def test_after_a_restore_an_earlier_sheet_counts_again(store: Store) -> None:
    follow(store, 1, FIRST)
    follow(store, 2, SECOND)
    assert follow(store, 1, FIRST)
    assert {sheet.number: sheet.replaced_on for sheet in on_record(store)} == {1: "", 2: "2026-11-24"}


@pytest.mark.parametrize("number", [2, 3])
def test_the_sheet_that_counts_and_one_that_never_was_cannot_be_shredded(store: Store, number: int) -> None:
    follow(store, 1, FIRST)
    follow(store, 2, SECOND)
    with store.transaction() as session, pytest.raises(RecordGone):
        recovery_sheets.shred(session, number, TODAY)


def test_the_day_from_which_a_code_may_be_known_is_kept(store: Store) -> None:
    follow(store, 1, FIRST)
    for today in (date(2026, 5, 1), date(2026, 6, 1)):
        with store.transaction() as session:
            recovery_sheets.expose(session, today)
    follow(store, 2, SECOND)
    assert [sheet.exposed_on for sheet in on_record(store)] == ["", "2026-05-01"]
