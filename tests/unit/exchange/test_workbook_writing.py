"""Workbooks that are written hold every text, and nothing of them lies on the disk in clear meanwhile."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from hvacdesk.exchange.tables import Table
from hvacdesk.exchange.workbook_writing import _workbook, encrypted_workbook, harmless
from hvacdesk.exchange.workbooks import Workbook

HARD = ("髙﨑 ①", "<b> & \"'", "  spaces  ", "two\nlines", "😀\U00020bb7", "", "0123", "]]>", "\x0bbell")


def written(tmp_path: Path, *tables: Table) -> Workbook:
    path = tmp_path / "book.xlsx"
    path.write_bytes(encrypted_workbook(tables, "password"))
    return Workbook(path.read_bytes(), "password")


def test_every_text_comes_back(tmp_path: Path) -> None:
    book = written(tmp_path, Table("Sheet & <1>", ["a", "b"], [[text, text] for text in HARD]))
    assert book.sheets == ("Sheet & <1>",)
    rows = [row for _, row in book.rows("Sheet & <1>")]
    assert rows == [["a", "b"], *([harmless(text)] * 2 for text in HARD)]


def test_a_table_without_rows_has_its_header(tmp_path: Path) -> None:
    book = written(tmp_path, Table("one", ["a"], []), Table("two", ["b"], []))
    assert [[row for _, row in book.rows(name)] for name in book.sheets] == [[["a"]], [["b"]]]


def test_the_first_row_is_bold_and_stays_in_sight() -> None:
    sheet = openpyxl.load_workbook(_workbook([Table("one", ["a"], [["b"]])]))["one"]
    assert (sheet["A1"].font.b, sheet["A2"].font.b, sheet.freeze_panes) == (True, False, "A2")


@pytest.mark.parametrize("cell", ["=1+1", "+81", "-1", "@x", "\t=1", "\r=1"])
def test_no_cell_can_start_a_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


def test_nothing_lies_in_a_temporary_file_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    seen: list[Path] = []

    def rows() -> Iterator[list[str]]:
        for _ in range(100):
            yield ["柳川 美沙緒"] * 50
            seen.extend(tmp_path.iterdir())

    encrypted_workbook([Table("one", ["a"] * 50, rows())], "password")
    assert seen == []
