"""A quotation mark that is not closed takes no row of a list with it unsaid."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date

import pytest

from hvacdesk.domain.bank.bank_files import BankFileCutOff
from hvacdesk.domain.billing.outside_invoices import InvoiceFileCutOff
from hvacdesk.exchange.bank_files import read_bank_file
from hvacdesk.exchange.delimited import DelimitedFile
from hvacdesk.exchange.errors import QuoteNotClosed, RowsWithinQuotes
from hvacdesk.exchange.invoice_files import read_invoice_file
from hvacdesk.services.billing.bank_imports import shipped_bank_words
from hvacdesk.services.billing.outside_invoices import shipped_invoice_words

HEADER = "氏名,電話,住所,備考\r\n"
TODAY = date(2026, 11, 24)


def read(text: str, encoding: str = "cp932") -> tuple[list[tuple[int, list[str]]], tuple[int, ...]]:
    file = DelimitedFile(text.encode(encoding))
    return list(file.rows()), file.broken_off


def people(*rows: str, end: str = "\r\n") -> str:
    return HEADER.replace("\r\n", end) + "".join(row + end for row in rows)


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize(
    "rows",
    [
        ('山田,052-1,栄1,"五馬力', "佐藤,052-2,栄2,メモ", "鈴木,052-3,栄3,メモ"),
        ('山田,052-1,栄1,"五馬力', "佐藤,052-2,栄2,メモ", '"鈴木",052-3,栄3,メモ'),
        ('山田,"052-1', ",栄1,メモ", "鈴木,052-3,栄3,メモ"),
    ],
    ids=["to the end", "down to a cell in quotes", "in the middle"],
)
def test_a_cell_that_would_take_other_rows_is_refused_with_its_line(rows: Sequence[str], end: str) -> None:
    with pytest.raises(QuoteNotClosed) as refused:
        read(people("伊藤,052-0,栄0,メモ", *rows, end=end))
    assert refused.value.details == {"line": 3}


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize(
    ("rows", "last"),
    [
        (('山田,052-1,栄1,"五馬力', "佐藤,052-2,栄2,メモ", '鈴木,052-3,栄3,三馬力"'), 5),
        (('山田,"052-1,栄1,メモ', '佐藤,052-2",栄2,メモ'), 4),
        (('"山田,052-1,栄1,メモ', '佐藤",052-2,栄2,メモ'), 4),
        (('山田,"052-1,栄1,メモ', '佐藤,052-2,栄2,メモ"'), 4),
        (('山田,052-1,"栄1,メモ', "佐藤,052-2", "鈴木,052-3,栄3,メモ", '伊藤",052-4,栄4,メモ'), 6),
    ],
    ids=["a note", "a phone", "a name", "to another column", "a short row between"],
)
def test_rows_between_two_lone_quotation_marks_are_refused_with_their_lines(
    rows: Sequence[str], last: int, end: str
) -> None:
    with pytest.raises(RowsWithinQuotes) as refused:
        read(people("伊藤,052-0,栄0,メモ", *rows, "林,052-9,栄9,メモ", end=end))
    assert refused.value.details == {"line": 3, "last": last}


@pytest.mark.parametrize(("rows_end", "cells_end"), [("\r\n", "\n"), ("\n", "\n"), ("\r\n", "\r\n")])
def test_cells_of_several_lines_are_read_as_excel_and_others_write_them(
    rows_end: str, cells_end: str
) -> None:
    note = cells_end.join(("角の家, 赤い屋根", '犬が"います"', "鍵は隣, 不在時は電話"))
    rows = [
        ["氏名" + cells_end + "(漢字)", "電話", "住所", "備考"],
        ["山田", "052-1", f"栄1{cells_end}青葉ビル", note],
        [f"青葉{cells_end}商店", "052-2", "栄2", ""],
    ]
    made = io.StringIO(newline="")
    csv.writer(made, lineterminator=rows_end).writerows(rows)
    assert read(made.getvalue()) == ([(1, rows[0]), (3, rows[1]), (7, rows[2])], ())


def test_what_excel_writes_into_one_cell_may_look_like_rows() -> None:
    """Excel ends a line within a cell by another sign than a row."""
    note = "佐藤,052-2,栄2,メモ\n鈴木,052-3,栄3,メモ\n林,052-4,栄4,メモ"
    text = people(f'山田,052-1,栄1,"{note}"', "伊藤,052-0,栄0,メモ")
    assert [line for line, _cells in read(text)[0]] == [1, 2, 5]


def test_a_row_of_one_line_with_a_quotation_mark_too_many_is_named_and_the_others_are_read() -> None:
    found, broken = read(people('山田,052-1,栄1,"五馬力"の機械', "佐藤,052-2,栄2,メモ"))
    assert (len(found), broken) == (3, (2,))


@pytest.mark.parametrize("end", ["", "\r\n"])
def test_a_file_cut_within_a_cell_in_quotes_is_known(end: str) -> None:
    found, broken = read(people('"山田","052-1","栄1","メモ"') + '"佐藤","05' + end)
    assert (found[-1], broken) == ((3, ["佐藤", "05"]), (3,))


STATEMENT = '"日付","お取り扱い内容","お引出し","お預入れ"\r\n'
DEPOSIT = '"2026/11/20","振込 ﾀﾅｶ ﾊﾅｺ","","18755"\r\n'


@pytest.mark.parametrize("end", ["", "\r\n"])
def test_a_banks_file_that_breaks_off_within_a_sum_is_refused(end: str) -> None:
    cut = DEPOSIT[: DEPOSIT.index("55")] + end
    with pytest.raises(BankFileCutOff):
        read_bank_file((STATEMENT + DEPOSIT + cut).encode("cp932"), shipped_bank_words(), TODAY)


def test_a_lone_quotation_mark_takes_no_deposit_out_of_a_banks_file() -> None:
    text = (
        "日付,お引出し,お預入れ,お取り扱い内容,残高\r\n2026/11/18,,5000,ｽｽﾞｷ,1\r\n"
        '2026/11/19,,7000,"ｻﾄｳ,2\r\n2026/11/20,,18755,ﾀﾅｶ ﾊﾅｺ{},3\r\n2026/11/21,,9000,ﾊﾔｼ,4\r\n'
    )
    for second, refusal in (("", QuoteNotClosed), ('"', RowsWithinQuotes)):
        with pytest.raises(refusal) as refused:
            read_bank_file(text.format(second).encode("cp932"), shipped_bank_words(), TODAY)
        assert refused.value.details["line"] == 3
    within = STATEMENT + '"2026/11/19","振込 "ｻﾄｳ"","","7000"\r\n' + DEPOSIT
    with pytest.raises(QuoteNotClosed) as refused:
        read_bank_file(within.encode("cp932"), shipped_bank_words(), TODAY)
    assert refused.value.details == {"line": 2}


def test_a_lone_quotation_mark_takes_no_invoice_out_of_another_programs_list() -> None:
    head = "請求書番号,取引先,発行日,合計金額,入金日\r\nA-1,田中 花子,2026/11/01,18755,\r\n"
    rows = 'A-2,"鈴木 一,2026/11/02,9000,\r\nA-3,林 三{},2026/11/03,7000,\r\nA-4,森 四,2026/11/04,7000,\r\n'
    for second, refusal in (("", QuoteNotClosed), ('"', RowsWithinQuotes)):
        with pytest.raises(refusal):
            read_invoice_file((head + rows.format(second)).encode("cp932"), shipped_invoice_words(), TODAY)
    with pytest.raises(InvoiceFileCutOff):
        read_invoice_file((head + 'A-2,"鈴').encode("cp932"), shipped_invoice_words(), TODAY)
