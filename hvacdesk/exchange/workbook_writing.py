"""Writing Excel workbooks under a password, in memory only.

The parts are written here (ECMA-376, part 1: SpreadsheetML with texts inside the cells), since openpyxl keeps
each sheet in clear in a temporary file until the workbook is saved, where a crash would leave it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from hvacdesk.exchange.formulas import harmless
from hvacdesk.exchange.tables import Table

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_WIDTH = 22
"""Of every column, in characters."""

_LEAST = 8_192
"""Bytes. What msoffcrypto encrypts into small streams of an OLE file, below 4,096, cannot be read back."""

_BOLD = 1
"""The second of the two styles."""

_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/></font>'
    '<font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def encrypted_workbook(tables: Iterable[Table], password: str) -> bytes:
    """A workbook under a password (ECMA-376 agile encryption, AES-256), with a sheet for each table.

    Every cell is text; Excel and LibreOffice open it with the password.
    """
    from msoffcrypto.format.ooxml import OOXMLFile

    locked = io.BytesIO()
    OOXMLFile(_workbook(tables)).encrypt(password, locked)
    return locked.getvalue()


def _workbook(tables: Iterable[Table]) -> io.BytesIO:
    made, titles = io.BytesIO(), []
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, table in enumerate(tables, start=1):
            titles.append(table.title)
            with archive.open(f"xl/worksheets/sheet{number}.xml", "w", force_zip64=True) as sheet:
                for piece in _sheet(table):
                    sheet.write(piece.encode("utf-8"))
        for name, part in _frame(titles):
            archive.writestr(name, part)
        archive.writestr("xl/styles.xml", _STYLES.ljust(_LEAST), zipfile.ZIP_STORED)
    made.seek(0)
    return made


def _sheet(table: Table) -> Iterator[str]:
    """A sheet whose first row is bold and stays in sight."""
    yield (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<cols><col min="1" max="{len(table.header)}" width="{_WIDTH}" customWidth="1"/></cols><sheetData>'
    )
    yield _row(table.header, _BOLD)
    for row in table.rows:
        yield _row(row)
    yield "</sheetData></worksheet>"


def _row(cells: Sequence[str], style: int = 0) -> str:
    return "<row>" + "".join(_cell(cell, style) for cell in cells) + "</row>"


def _cell(cell: str, style: int) -> str:
    text = escape(harmless(cell))
    return f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>' if text else "<c/>"


def _frame(titles: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The parts around the sheets."""
    numbers = range(1, len(titles) + 1)
    sheets = "".join(
        f'<sheet name={quoteattr(title)} sheetId="{number}" r:id="rId{number}"/>'
        for number, title in zip(numbers, titles, strict=True)
    )
    yield (
        "xl/workbook.xml",
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>',
    )
    targets = [(f"worksheets/sheet{number}.xml", "worksheet") for number in numbers]
    yield "xl/_rels/workbook.xml.rels", _relations([*targets, ("styles.xml", "styles")])
    yield "_rels/.rels", _relations([("xl/workbook.xml", "officeDocument")])
    parts = [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")]
    parts += [(f"/xl/worksheets/sheet{number}.xml", "worksheet") for number in numbers]
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{_KIND}.{kind}+xml"/>' for name, kind in parts
    )
    relations = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    kinds = f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{relations}{overrides}</Types>'
    yield "[Content_Types].xml", kinds


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'
