"""The recovery sheet: the whole code, how it is kept, and nothing of it in the file's properties."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from hvacdesk.documents.entry.recovery_sheets import draw_recovery_sheet
from hvacdesk.domain.office.office import RecoverySheetFacts
from hvacdesk.domain.text.wording import Words, english
from tests.unit.documents.drawn import drawn_by, outside_paper, overlaps
from tests.unit.documents.japanese import japanese
from tests.unit.documents.samples import RECOVERY_SHEET, text_of

MANY_GROUPS = replace(RECOVERY_SHEET, groups=tuple(f"ABCDEFG{number:02}" for number in range(14)))
LONG_NAME = replace(RECOVERY_SHEET, office_name="長い名前の空調サービス" * 400)


@pytest.mark.parametrize("words", [japanese, english], ids=["ja", "en"])
@pytest.mark.parametrize("facts", [RECOVERY_SHEET, MANY_GROUPS, LONG_NAME], ids=["usual", "groups", "name"])
def test_nothing_is_clipped_or_overlaps(facts: RecoverySheetFacts, words: Words) -> None:
    texts = drawn_by(lambda: draw_recovery_sheet(facts, words))
    assert not list(outside_paper(texts))
    assert not list(overlaps(texts))


def test_every_group_stands_whole_and_in_order() -> None:
    texts = [text.text for text in drawn_by(lambda: draw_recovery_sheet(MANY_GROUPS, japanese))]
    assert [text for text in texts if text in MANY_GROUPS.groups] == list(MANY_GROUPS.groups)
    searchable = text_of(draw_recovery_sheet(RECOVERY_SHEET, japanese))
    assert [group for group in RECOVERY_SHEET.groups if group not in searchable] == []


def test_number_epoch_and_fingerprint_are_printed() -> None:
    text = text_of(draw_recovery_sheet(RECOVERY_SHEET, japanese))
    assert "第3号" in text
    assert "鍵の世代 7" in " ".join(text.split())
    assert "3f9a 1c5e 7b2d 4860" in text
    assert RECOVERY_SHEET.office_id in text


def test_it_says_how_it_is_kept() -> None:
    text = text_of(draw_recovery_sheet(RECOVERY_SHEET, english))
    assert "away from the PC" in text
    assert "shred the older one" in text


def test_properties_hold_no_part_of_the_code() -> None:
    metadata = PdfReader(io.BytesIO(draw_recovery_sheet(RECOVERY_SHEET, japanese))).metadata
    assert metadata is not None
    said = " ".join(str(value) for value in metadata.values())
    assert not [group for group in RECOVERY_SHEET.groups if group in said]
    assert RECOVERY_SHEET.fingerprint not in said
