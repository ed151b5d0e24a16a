"""A sheet whose rows or cells are not in their order is refused: the streaming reader would lose some."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from hvacdesk.exchange.errors import RowsOutOfOrder
from hvacdesk.exchange.workbooks import Workbook

SHEET = "xl/worksheets/sheet1.xml"
SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def book(rows: str) -> Workbook:
    made, changed = io.BytesIO(), io.BytesIO()
    openpyxl.Workbook().save(made)
    with zipfile.ZipFile(made) as before, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            sheet = f'<worksheet xmlns="{SPACE}"><sheetData>{rows}</sheetData></worksheet>'
            after.writestr(name, sheet.encode() if name == SHEET else before.read(name))
    return Workbook(changed.getvalue())


def cell(text: str, at: str = "") -> str:
    place = f' r="{at}"' if at else ""
    return f'<c{place} t="inlineStr"><is><t>{text}</t></is></c>'


def row(number: int | None, *cells: str) -> str:
    place = "" if number is None else f' r="{number}"'
    return f"<row{place}>{''.join(cells)}</row>"


HEAD = row(1, cell("氏名", "A1"), cell("電話", "B1"))


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        (row(3, cell("三", "A3")) + row(2, cell("二", "A2")), 2),
        (row(2, cell("一", "A2")) + row(2, cell("二", "A2")), 2),
        (row(2, cell("二", "B2"), cell("一", "A2")), 2),
        (row(2, cell("一", "A2"), cell("二", "A2")), 2),
        (row(2, cell("一", "A2"), cell("三", "B3")), 2),
    ],
    ids=["rows", "a row twice", "cells", "a cell twice", "a cell of another row"],
)
def test_what_is_out_of_order_is_refused_with_its_row(rows: str, line: int) -> None:
    with pytest.raises(RowsOutOfOrder) as refused:
        list(book(HEAD + rows).rows("Sheet"))
    assert refused.value.details == {"line": line}


def test_rows_and_cells_that_are_left_out_or_not_numbered_keep_their_places() -> None:
    rows = row(4, cell("四", "A4"), cell("052-4", "C4")) + row(None, cell("五"), cell("052-5"))
    assert list(book(HEAD + rows).rows("Sheet")) == [
        (1, ["氏名", "電話"]),
        (2, []),
        (3, []),
        (4, ["四", "", "052-4"]),
        (5, ["五", "052-5"]),
    ]
