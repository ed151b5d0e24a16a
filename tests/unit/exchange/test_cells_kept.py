"""What a sheet's cells say is read where they are: nothing moves, and nothing that failed looks empty."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from hvacdesk.domain.exchange.import_cells import UNCOMPUTED, Repeated, without_repeats
from hvacdesk.exchange.workbooks import Workbook

SHEET = "xl/worksheets/sheet1.xml"


def read(data: str) -> list[list[str]]:
    """The rows of a workbook whose sheet holds this XML."""
    plain, made = io.BytesIO(), io.BytesIO()
    openpyxl.Workbook().save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            content = source.read(name).decode() if name == SHEET else source.read(name)
            if isinstance(content, str):
                content = content.replace("<sheetData/>", "<sheetData></sheetData>")
                content = content.replace("<sheetData />", "<sheetData></sheetData>")
                assert "<sheetData></sheetData>" in content
                content = content.replace("<sheetData></sheetData>", f"<sheetData>{data}</sheetData>")
            archive.writestr(name, content)
    return [cells for _, cells in Workbook(made.getvalue()).rows("Sheet")]


def text(cell: str, place: str = "") -> str:
    where = f' r="{place}"' if place else ""
    return f'<c{where} t="inlineStr"><is><t>{cell}</t></is></c>'


def test_a_cell_that_does_not_say_its_place_follows_the_empty_one_before_it() -> None:
    rows = read(f'<row r="1">{text("氏名", "A1")}<c r="B1"/><c r="C1" s="0"/>{text("電話")}</row>')
    assert rows == [["氏名", "", "", "電話"]]


def test_a_row_that_does_not_say_its_place_follows_the_empty_one_before_it() -> None:
    rows = read(f'<row r="1">{text("氏名", "A1")}</row><row r="2"/><row r="3"/><row>{text("山田")}</row>')
    assert rows == [["氏名"], [], [], ["山田"]]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("<c r='A1'><f>B1&amp;C1</f><v></v></c>", UNCOMPUTED),
        ("<c r='A1'><f>B1&amp;C1</f></c>", UNCOMPUTED),
        ("<c r='A1' t='str'><f>IF(B1=1,2,\"\")</f><v></v></c>", ""),
        ("<c r='A1' t='str'><f>B1</f><v>山田</v></c>", "山田"),
        ("<c r='A1' t='e'><f>VLOOKUP(B1,C:D,2)</f><v>#N/A</v></c>", "#N/A"),
    ],
)
def test_a_formula_without_a_value_is_told_from_an_empty_cell(cell: str, shown: str) -> None:
    assert read(f"<row r='1'>{cell}{text('x', 'B1')}</row>") == [[shown, "x"]]


def test_merged_cells_of_a_row_say_their_value_once() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["氏名", None, "地区"])
    sheet.append(["髙﨑 花子", None, "中区"])
    sheet.append(["山田 太郎", "ヤマダ タロウ"])
    for merged in ("A1:B1", "A2:B2", "C2:C3"):
        sheet.merge_cells(merged)
    saved = io.BytesIO()
    book.save(saved)
    header, first, second = (cells for _, cells in Workbook(saved.getvalue()).rows("Sheet"))
    assert header == ["氏名", "氏名", "地区"]
    assert isinstance(header[1], Repeated)
    assert without_repeats(first) == ["髙﨑 花子", "", "中区"]
    assert without_repeats(second) == ["山田 太郎", "ヤマダ タロウ", "中区"]
