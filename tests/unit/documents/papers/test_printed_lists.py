"""A list of the screen on paper: every row of it, however many and wide, and nothing that was hidden."""

from __future__ import annotations

from datetime import date

import pytest

from hvacdesk.documents.papers.printed_lists import draw_printed_list
from hvacdesk.domain.papers.printed_lists import PrintedList
from hvacdesk.domain.text.wording import Words, english
from tests.unit.documents.drawn import drawn_by, outside_paper, overlaps
from tests.unit.documents.samples import HEAD, pages_of, text_of

DAY = date(2026, 11, 24)
TITLES = ("氏名・名称", "フリガナ", "住所", "電話（下4桁）", "状態", "No.", "担当")


def listing(rows: int, columns: int = 5) -> PrintedList:
    row = (
        "田中 ●●",
        "タナカ ●●",
        "愛知県名古屋市千種区唐山町 ●●●",
        "5678",
        "本日工事あり",
        "C-000001",
        "受付 花子",
    )
    return PrintedList(
        "customers",
        "お客様の検索結果",
        TITLES[:columns],
        [float(width) for width in (120, 90, 210, 70, 110, 80, 96)][:columns],
        [(f"{number}番 {row[0]}", *row[1:columns]) for number in range(rows)],
    )


@pytest.mark.parametrize(("rows", "columns"), [(0, 5), (1, 1), (3, 5), (160, 5), (40, 7)])
def test_every_row_is_there_without_clipping_or_overlap(rows: int, columns: int) -> None:
    texts = drawn_by(lambda: draw_printed_list(listing(rows, columns), DAY, "受付 花子", english, HEAD))
    assert not list(outside_paper(texts))
    assert not list(overlaps(texts))
    said = " ".join(text.text for text in texts)
    assert all(f"{number}番" in said for number in range(rows))


@pytest.mark.parametrize("words", [english])
def test_it_says_what_it_is_and_who_printed_it_when(words: Words) -> None:
    pdf = draw_printed_list(listing(160), DAY, "受付 花子", words, HEAD)
    text = text_of(pdf)
    assert "お客様の検索結果" in text
    assert "Rows: 160" in text
    assert "受付 花子" in text
    assert "Shred this list" in text
    assert text.count("フリガナ") == pages_of(pdf) > 1
