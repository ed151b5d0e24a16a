"""Exports of other programs, made by hand: the columns as the makers' pages name them, else assumed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from hvacdesk.domain.billing.outside_invoices import InvoiceFile
from hvacdesk.exchange.invoice_files import read_invoice_file
from hvacdesk.services.billing.outside_invoices import shipped_invoice_words

TODAY = date(2026, 11, 24)

FREEE = """\
請求書番号,請求日,取引先,件名,合計金額,入金期日,ステータス,入金ステータス,入金日
INV-0001,2026-11-03,田中 花子,エアコン工事 2026-000001,"88,000",2026-11-30,送付済み,入金済み,2026-11-20
INV-0002,2026-11-05,株式会社アオバ商店,エアコン修理,"￥33,000",2026-11-30,送付済み,入金待ち,
INV-0003,2026-11-06,山本 次郎,洗浄,"11,000",2026-11-30,下書き,,
"""
"""freee: 請求書番号, 請求日, 入金ステータス 入金待ち/入金済み by its API reference; else assumed."""

MONEYFORWARD = """\
csv_type(変更不可),行形式,取引先名称,件名,請求日,お支払期限,請求書番号,売上計上日,メモ,合計金額,入金ステータス,品名,単価,数量,金額
40101,請求書,田中 花子 様,エアコン工事,2026/11/03,2026/11/30,MF-17,,工事番号 2026-000001,88000,入金済み,,,,
40101,品目,,,,,,,,,,本体,70000,1,70000
40101,品目,,,,,,,,,,工事,10000,1,10000
"""
"""マネーフォワード クラウド請求書: rows 請求書 and 品目, 取引先名称 by its guide (ひな形の一括登録); else
assumed."""

MISOCA = """\
請求日\t請求番号\t件名\t請求先\t請求金額\t入金期限\t請求状況\t入金状況
令和8年11月3日\t20261103-1\tエアコン工事 2026-000001\t田中　花子\t88,000円\t令和8年11月30日\t請求済み\t未入金
"""
"""Misoca/弥生: 請求日, 請求番号, 件名 by invox's page of import formats; the list of invoices is assumed."""

BOARD = """\
案件No,案件名,顧客名,請求書番号,請求日,支払期日,請求金額(税込),請求ステータス,入金日
35,エアコン工事 2026-000001,田中 花子,B000012,2026/11/03,2026/11/30,88000,入金済,2026/11/20
36,修理,株式会社アオバ商店,B000013,2026/11/05,2026/11/30,33000,回収不能,
37,点検,山本 次郎,,2026/11/06,2026/11/30,11000,請求OK,
"""
"""board: the states by its help (請求のステータス管理); the columns are each office's choice: assumed."""

EXCEL = (
    ("請求台帳 2026年度",),
    (),
    ("No.", "日付", "お客様名", "内容", "金額", "入金日", "入金額"),
    (101, date(2026, 11, 3), "田中 花子", "2026-000001", 88_000, date(2026, 11, 20), 88_000),
    (102, date(2026, 11, 5), "㈱アオバ商店", "修理", 33_000, date(2026, 11, 21), 10_000),
    ("合計", None, None, None, 121_000, None, 98_000),
)
"""An office's own list in Excel: assumed."""


def read(text: str, encoding: str = "utf-8-sig") -> InvoiceFile:
    """A file with this text, read."""
    return read_invoice_file(text.encode(encoding), shipped_invoice_words(), TODAY)[0]


def read_excel(folder: Path, *sheets: Sequence[Sequence[object]]) -> InvoiceFile:
    """A workbook with these sheets, behind a first one of something else, read."""
    book = Workbook()
    book.active.append(("メモ", "これは請求書ではありません"))
    for at, rows in enumerate(sheets):
        sheet = book.create_sheet(f"請求{at}")
        for row in rows:
            sheet.append(row)
    path = folder / "list.xlsx"
    book.save(path)
    return read_invoice_file(path.read_bytes(), shipped_invoice_words(), TODAY)[0]
