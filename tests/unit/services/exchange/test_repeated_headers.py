"""Printed lists: a header over two rows, and the header once more on every page, are nobody's rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from hvacdesk.domain.exchange import importing as domain
from hvacdesk.domain.exchange.importing import ImportPreview, RowState
from hvacdesk.services.exchange.importing import Importing
from hvacdesk.ui.file_reading import given_file
from tests.helpers.ground import Ground

NOBODY = (RowState.NOBODY, [domain.HEADER_AGAIN])


@pytest.fixture
def importing(ground: Ground) -> Importing:
    return Importing(ground.workplace)


def looked_through(ground: Ground, importing: Importing, path: Path) -> ImportPreview:
    opened = importing.open(ground.desk, given_file(path))
    sheet = opened.sheets[0]
    layout = importing.layout(ground.desk, opened.key, sheet)
    return importing.preview(ground.desk, opened.key, sheet, layout, lambda *_: None, lambda: False)


def said(preview: ImportPreview) -> list[tuple[RowState, list[object]]]:
    return [(row.state, [remark.text for remark in row.remarks]) for row in preview.rows]


@pytest.mark.parametrize(
    "again",
    [
        "No,氏名,電話番号,備考,契約",
        "No, 氏　名 ,電話番号,備考,契約",
        "No,氏名,TEL,備考,契約",
        "番号,氏名,,,",
        ",,電話番号,備考,",
    ],
)
def test_a_header_on_every_page_is_left_out(
    ground: Ground, importing: Importing, tmp_path: Path, again: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        f"No,氏名,電話番号,備考,契約\n1,渡辺 香織,052-111-2222,犬,\n{again}\n2,山田 太郎,052-111-3333,〃,\n",
        encoding="utf-8",
    )
    preview = looked_through(ground, importing, path)
    assert said(preview) == [(RowState.GOOD, []), NOBODY, (RowState.GOOD, [])]
    assert preview.rows[2].record is not None
    assert preview.rows[2].record.note == "犬"
    assert "契約" not in preview.left_out


def test_a_header_over_two_rows_is_left_out(ground: Ground, importing: Importing, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["氏名", "電話番号", "点検", ""],
        ["", "", "春", "秋"],
        ["渡辺 香織", "052-111-2222", "", ""],
    ):
        sheet.append(row)
    for merged in ("A1:A2", "B1:B2", "C1:D1"):
        sheet.merge_cells(merged)
    path = tmp_path / "list.xlsx"
    book.save(path)
    assert said(looked_through(ground, importing, path)) == [NOBODY, (RowState.GOOD, [])]


def test_a_row_with_one_of_the_headers_words_is_a_customers(
    ground: Ground, importing: Importing, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("名,電話番号,備考\n渡辺 香織,052-111-2222,備考\n名,052-111-3333,\n", encoding="utf-8")
    preview = looked_through(ground, importing, path)
    assert RowState.NOBODY not in preview.counts


def test_a_header_said_again_is_no_example_of_what_a_column_holds(
    ground: Ground, importing: Importing, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("氏名,備考\n渡辺 香織,\n氏名,備考\n山田 太郎,犬\n", encoding="utf-8")
    opened = importing.open(ground.desk, given_file(path))
    layout = importing.layout(ground.desk, opened.key, opened.sheets[0])
    shown = importing.sample(ground.desk, opened.key, opened.sheets[0], layout)
    assert shown == [["渡辺 香織", ""], ["山田 太郎", "犬"]]
