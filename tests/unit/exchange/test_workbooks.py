"""Excel workbooks as offices have them, and some that were made to do harm."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl.styles import PatternFill

from hvacdesk.domain.exchange.import_cells import UNCOMPUTED
from hvacdesk.exchange import workbooks
from hvacdesk.exchange.errors import (
    LockedWorkbook,
    NotATable,
    OldWorkbook,
    WorkbookRefused,
)
from hvacdesk.exchange.sheet_streams import _NOTHING, FilledCells
from hvacdesk.exchange.workbooks import MOST_COLUMNS, Workbook, _Merged
from tests.helpers.memory import traced_memory

FIRST_SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "お客様"
    sheet["A1"] = "お客様一覧"
    sheet.merge_cells("A1:C1")
    for column, header in enumerate(["地区", "氏名", "電話"], start=1):
        sheet.cell(2, column, header)
    sheet["A3"] = "中区"
    sheet.merge_cells("A3:A4")
    sheet["B3"], sheet["B4"] = "髙﨑 花子", "山田 太郎"
    sheet["C3"], sheet["C4"] = 521234567, "=1+1"
    sheet["D3"] = datetime.date(2026, 1, 2)
    sheet["E3"] = 7
    sheet["E3"].number_format = "000"
    book.create_sheet("空")
    file = tmp_path / "一覧 2026.xlsx"
    book.save(file)
    return file


def test_cells_read_as_on_the_sheet_and_merged_ones_fill_their_range(path: Path) -> None:
    book = Workbook(path.read_bytes())
    assert book.sheets == ("お客様", "空")
    assert list(book.rows("お客様")) == [
        (1, ["お客様一覧"] * 3),
        (2, ["地区", "氏名", "電話"]),
        (3, ["中区", "髙﨑 花子", "521234567", "2026-01-02", "007"]),
        (4, ["中区", "山田 太郎", UNCOMPUTED]),
    ]
    assert [cells for _, cells in book.rows("空") if any(cells)] == []
    book.close()


def test_a_workbook_under_a_password_opens_with_it_alone(path: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked.xlsx"
    with path.open("rb") as plain, locked.open("wb") as target:
        OOXMLFile(plain).encrypt("ことば-no-1", target)
    for password in ("", "ことば-no-2"):
        with pytest.raises(LockedWorkbook):
            Workbook(locked.read_bytes(), password)
    assert next(Workbook(locked.read_bytes(), "ことば-no-1").rows("お客様"))[1][0] == "お客様一覧"


def test_files_that_are_not_what_their_name_says_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    file.write_text("<html><table>", encoding="utf-8")
    with pytest.raises(NotATable):
        Workbook(file.read_bytes())
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises((OldWorkbook, WorkbookRefused)):
        Workbook(file.read_bytes())
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("photo.txt", "no workbook")
    with pytest.raises(NotATable):
        Workbook(file.read_bytes())


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_half_copied_workbook_is_refused(path: Path, share: float) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(WorkbookRefused):
        Workbook(path.read_bytes())


def test_a_zip_bomb_is_refused_before_it_is_unpacked(path: Path) -> None:
    content = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", b" " * 40_000_000)
    path.write_bytes(content.getvalue())
    with pytest.raises(WorkbookRefused):
        Workbook(path.read_bytes())


def made_to_harm(path: Path, change: Callable[[bytes], bytes], member: str = FIRST_SHEET) -> None:
    """Write the workbook anew with another first sheet, or another member."""
    made = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            content = source.read(name)
            archive.writestr(name, change(content) if name == member else content)
    path.write_bytes(made.getvalue())


def test_a_zip_bomb_that_lies_about_its_size_is_never_unpacked(path: Path) -> None:
    made_to_harm(path, lambda sheet: sheet.replace(b"</sheetData>", b" " * 40_000_000 + b"</sheetData>"))
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo(FIRST_SHEET).file_size
    content = path.read_bytes()
    lie = content.replace(size.to_bytes(4, "little"), (2_000).to_bytes(4, "little"))
    assert lie != content
    path.write_bytes(lie)
    with traced_memory() as peak, pytest.raises(WorkbookRefused):
        list(Workbook(path.read_bytes()).rows("お客様"))
    assert peak() < 20_000_000


def test_entities_that_multiply_are_refused(path: Path) -> None:
    def laughing(sheet: bytes) -> bytes:
        entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
        cell = b"<sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>&a9;</t></is></c></row>"
        body = sheet[sheet.index(b"<worksheet") :].replace(b"<sheetData>", cell)
        return f'<!DOCTYPE x [<!ENTITY a0 "haha">{entities}]>'.encode() + body

    made_to_harm(path, laughing)
    with pytest.raises(WorkbookRefused):
        list(Workbook(path.read_bytes()).rows("お客様"))


def test_a_formula_gives_the_value_that_excel_stored_and_is_never_computed(path: Path) -> None:
    stored = b"<f>1+1</f><v>2</v>"
    made_to_harm(
        path,
        lambda sheet: (
            sheet.replace(b"<f>1+1</f><v></v>", stored)
            .replace(b"<f>1+1</f><v/>", stored)
            .replace(b"<f>1+1</f><v />", stored)
        ),
    )
    assert dict(Workbook(path.read_bytes()).rows("お客様"))[4][2] == "2"


def test_formatted_cells_without_a_value_never_reach_the_parser(tmp_path: Path) -> None:
    path = tmp_path / "formatted.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row, cells in {1: ["氏名", "", "備考"], 3: ["山田", "", "あ"], 4: ["", "", ""], 6: ["田中"]}.items():
        for column, text in enumerate(cells, start=1):
            sheet.cell(row, column, text or None)
    yellow = PatternFill("solid", fgColor="FFFF00")
    for row in range(1, 40):
        for column in range(1, 30):
            sheet.cell(row, column).fill = yellow
    sheet["E3"] = "最後"
    sheet.merge_cells("B3:C3")
    sheet.merge_cells("A6:B7")
    book.save(path)
    with zipfile.ZipFile(path) as archive, FilledCells(archive).open("xl/worksheets/sheet1.xml") as xml:
        content = xml.read()
    assert content.count(b"<c ") == 5
    assert content.count(b"<row ") == 3
    assert list(Workbook(path.read_bytes()).rows("Sheet")) == [
        (1, ["氏名", "", "備考"]),
        (2, []),
        (3, ["山田", "", "", "", "最後"]),
        (4, []),
        (5, []),
        (6, ["田中", "田中"]),
    ]


def test_cells_that_do_not_say_where_they_stand_keep_their_places() -> None:
    placed = b'<row r="2"><c r="A2"/><c r="B2"><v>8</v></c></row>'
    xml = b'<row r="1"><c s="1"/><c><v>7</v></c></row>' + placed
    assert _NOTHING.sub(b"", xml) == xml.replace(b'<c r="A2"/>', b"")


def merged(path: Path, *ranges: str) -> Workbook:
    made_to_harm(
        path,
        lambda sheet: sheet.replace(
            b"</sheetData>",
            b"</sheetData><mergeCells>"
            + "".join(f'<mergeCell ref="{one}"/>' for one in ranges).encode()
            + b"</mergeCells>",
        ),
    )
    return Workbook(path.read_bytes())


def test_what_many_merged_ranges_cost_does_not_grow_with_their_cells(path: Path) -> None:
    with traced_memory() as peak:
        book = merged(path, *(f"A{10 + at * 201}:XFD{210 + at * 201}" for at in range(900)))
        assert len(list(book.rows("お客様"))) == 4
        book.close()
    assert peak() < 20_000_000


def test_what_overlapping_ranges_cost_is_bounded_in_each_row(path: Path) -> None:
    book = merged(path, *["B3:XFD203"] * 2_000)
    rows = book._merged_in("お客様")
    reader = _Merged(rows)
    for number in range(1, 10):
        reader.spread(number, ["a", "b"])
        assert len(reader._standing) <= MOST_COLUMNS
    assert [cells[:3] for _, cells in book.rows("お客様")][2:] == [["中区", *["髙﨑 花子"] * 2]] * 2
    book.close()


def test_more_merged_ranges_than_any_list_has_are_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbooks, "MOST_MERGED", 2)
    book = merged(path, "A5:B5")
    with pytest.raises(WorkbookRefused):
        list(book.rows("お客様"))
    book.close()


def test_blanks_in_a_row_that_is_not_empty_are_passed_once() -> None:
    row = b'<row r="1">' + b" " * 5_000 + b"x</row>"
    assert _NOTHING.sub(b"", row) == row
    assert _NOTHING.sub(b"", row.replace(b"x", b"")) == b""


def test_two_sheets_of_one_name_are_both_there(path: Path) -> None:
    def named_alike(book: bytes) -> bytes:
        return book.replace('name="空"'.encode(), 'name="お客様"'.encode())

    made_to_harm(path, named_alike, "xl/workbook.xml")
    book = Workbook(path.read_bytes())
    assert book.sheets == ("お客様", "お客様 (2)")
    assert [len([cells for _, cells in book.rows(sheet) if any(cells)]) for sheet in book.sheets] == [4, 0]
    book.close()
