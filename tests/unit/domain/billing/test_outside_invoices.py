"""What other programs' exports say of invoices and payments, and the rows that are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.billing import outside_reading
from hvacdesk.domain.billing.outside_invoices import (
    InvoiceFileCutOff,
    InvoiceFileTooLong,
    NotAnInvoiceFile,
    PaidState,
    RefusedBecause,
    number_key,
    parse_invoice_words,
)
from hvacdesk.domain.billing.outside_reading import read_invoice_tables
from hvacdesk.domain.exchange.import_cells import UNCOMPUTED
from hvacdesk.services.billing.outside_invoices import shipped_invoice_words
from tests.helpers.outside_invoices import (
    BOARD,
    EXCEL,
    FREEE,
    MISOCA,
    MONEYFORWARD,
    TODAY,
    read,
    read_excel,
)

HEAD = "請求書番号,請求日,取引先,合計金額,入金ステータス,入金日,入金額\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_freee(encoding: str) -> None:
    file = read(FREEE, encoding)
    paid, waits = file.invoices
    assert (paid.number, paid.issued_on, paid.yen, paid.paid) == (
        *("INV-0001", "2026-11-03", 88_000),
        PaidState.PAID,
    )
    assert (paid.settled_on, paid.customer) == ("2026-11-20", "田中 花子")
    assert (waits.yen, waits.paid, waits.settled_on) == (33_000, PaidState.OPEN, "")
    assert [(one.line, one.because) for one in file.refused] == [(4, RefusedBecause.DRAFT)]


def test_moneyforward_has_rows_for_lines_and_no_day_of_payment() -> None:
    file = read(MONEYFORWARD, "cp932")
    (one,) = file.invoices
    assert (one.number, one.customer, one.yen, file.parts) == ("MF-17", "田中 花子 様", 88_000, 2)
    assert (one.paid, one.settled_on) == (PaidState.NO_DAY, "")
    assert "2026-000001" in one.subject


def test_misoca_with_tabs_and_japanese_years() -> None:
    (one,) = read(MISOCA, "cp932").invoices
    assert (one.number, one.issued_on, one.yen, one.paid) == (
        *("20261103-1", "2026-11-03", 88_000),
        PaidState.OPEN,
    )


def test_board() -> None:
    file = read(BOARD, "cp932")
    assert [(one.number, one.paid) for one in file.invoices] == [
        ("B000012", PaidState.PAID),
        ("B000013", PaidState.OPEN),
    ]
    assert [(one.line, one.because) for one in file.refused] == [(4, RefusedBecause.NO_NUMBER)]


def test_an_office_s_own_workbook(tmp_path: Path) -> None:
    file = read_excel(tmp_path, EXCEL)
    assert [(one.number, one.issued_on, one.yen, one.paid) for one in file.invoices] == [
        ("101", "2026-11-03", 88_000, PaidState.PAID),
        ("102", "2026-11-05", 33_000, PaidState.PART),
    ]
    assert (file.refused, file.parts) == ((), 1)


CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["2026/11/3", "令和8年11月3日", "¥1,000", "入金済", "取消", "A-1", "合計", "明細", "1/0"]
    ),
)
TITLES = st.sampled_from(
    ["請求書番号", "No.", "請求日", "入金日", "取引先", "金額", "合計", "状態", "行形式", "件名", ""]
)


@given(head=st.lists(TITLES, min_size=1, max_size=8), rows=st.lists(st.lists(CELLS, max_size=8), max_size=8))
def test_whatever_a_table_holds_each_row_is_taken_refused_or_a_part(
    head: list[str], rows: list[list[str]]
) -> None:
    table = list(enumerate([head, *rows], 1))
    try:
        file = read_invoice_tables([table], shipped_invoice_words(), TODAY)
    except NotAnInvoiceFile:
        return
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    taken = len(filled) - len(file.refused) - file.parts
    assert taken >= len(file.invoices)
    assert bool(taken) is bool(file.invoices)


def test_every_sheet_of_a_workbook_is_read(tmp_path: Path) -> None:
    head = ("請求書番号", "請求日", "お客様名", "金額", "入金日")
    october = (head, ("A-1", "2026/10/03", "田中", 100, ""), ("A-2", "2026/10/04", "山本", "百", ""))
    november = (head, ("A-3", "2026/11/03", "田中", 300, ""), ("A-1", "2026/10/03", "田中", 100, "2026/11/4"))
    file = read_excel(tmp_path, october, november)
    assert [(one.number, one.settled_on) for one in file.invoices] == [("A-1", "2026-11-04"), ("A-3", "")]
    assert [(one.line, one.because) for one in file.refused] == [(3, RefusedBecause.BAD_SUM)]


def test_payments_of_one_invoice_are_added_and_the_last_day_counts() -> None:
    rows = "A-1,2026/11/01,田中,30000,,2026/11/10,10000\nA-1,2026/11/01,田中,30000,,2026/11/20,20000\n"
    (one,) = read(HEAD + rows).invoices
    assert (one.paid, one.settled_on) == (PaidState.PAID, "2026-11-20")


def test_a_payment_that_stands_on_each_line_of_an_invoice_counts_once() -> None:
    rows = "A-1,2026/11/01,田中,30000,,2026/11/10,15000\n" * 2
    (one,) = read(HEAD + rows).invoices
    assert (one.paid, one.settled_on, one.received) == (PaidState.PART, "", 15_000)


@pytest.mark.parametrize(
    ("row", "because"),
    [
        (",2026/11/01,田中,30000,,,", RefusedBecause.NO_NUMBER),
        ("A-1,2026/02/30,田中,30000,,,", RefusedBecause.BAD_DAY),
        ("A-1,11/03,田中,30000,,,", RefusedBecause.BAD_DAY),
        ("A-1,2026/11/01,田中,三万,,,", RefusedBecause.BAD_SUM),
        ("A-1,2026/11/01,田中,-30000,,,", RefusedBecause.CREDIT),
        ("A-1,2026/11/01,田中,30000,取消,,", RefusedBecause.VOID),
        ("A-1,2026/11/01,田中,30000,,2026/12/24,", RefusedBecause.DAY_TO_COME),
        ("A-1,1926/11/01,田中,30000,,,", RefusedBecause.DAY_TO_COME),
        ("A-1,,田中,30000,未入金,,", RefusedBecause.NOTHING_SAID),
        ("#REF!,2026/11/01,田中,30000,,,", RefusedBecause.CELL_FAILED),
        ("#DIV/0!,2026/11/01,田中,30000,,,", RefusedBecause.CELL_FAILED),
        (f"{'A' * 300},2026/11/01,田中,30000,,,", RefusedBecause.BAD_NUMBER),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(row: str, because: RefusedBecause) -> None:
    file = read(f"{HEAD}{row}\nB-2,2026/11/02,山本,100,,,\n")
    assert [(one.line, one.because) for one in file.refused] == [(2, because)]
    assert [one.number for one in file.invoices] == ["B-2"]


@pytest.mark.parametrize("other", ["2026/11/02,田中,30000", "2026/11/01,山本,30000", "2026/11/01,田中,40000"])
def test_a_number_for_two_invoices_is_refused_for_both(other: str) -> None:
    file = read(f"{HEAD}A-1,2026/11/01,田中,30000,,,\nａ−１,{other},,,\n")
    assert [(one.line, one.because) for one in file.refused] == [
        (2, RefusedBecause.CONTRADICTS),
        (3, RefusedBecause.CONTRADICTS),
    ]


@pytest.mark.parametrize(
    ("state", "payment", "paid"),
    [
        ("", "2026/11/10,30000", PaidState.PAID),
        ("", "2026/11/10,", PaidState.UNSURE),  # how much is not told, though there is a column for it
        ("", "2026/11/10,0", PaidState.UNSURE),
        ("", "2026/11/10,-30000", PaidState.UNSURE),
        ("", "2026/11/10,29560", PaidState.PART),
        ("入金済", ",", PaidState.NO_DAY),
        ("入金済", "2026/11/10,", PaidState.PAID),
        ("相殺済み", "2026/11/10,", PaidState.PAID),
        ("入金済", "2026/11/10,1000", PaidState.UNSURE),
        ("入金済", "2026/11/10,0", PaidState.UNSURE),
        ("未入金", "2026/11/10,30000", PaidState.UNSURE),
        ("ふしぎ", "2026/11/10,30000", PaidState.UNSURE),
        ("一部入金", "2026/11/10,", PaidState.PART),
        ("", ",", PaidState.UNTOLD),
    ],
)
def test_how_a_payment_stands(state: str, payment: str, paid: PaidState) -> None:
    (one,) = read(f"{HEAD}A-1,2026/11/01,田中,30000,{state},{payment}\n").invoices
    assert one.paid is paid
    assert bool(one.settled_on) is (paid is PaidState.PAID)


def test_a_paid_invoice_of_which_the_bank_kept_a_fee_is_paid() -> None:
    (one,) = read(f"{HEAD}A-1,2026/11/01,田中,30000,入金済み,2026/11/10,29560\n").invoices
    assert (one.paid, one.settled_on) == (PaidState.PAID, "2026-11-10")


def test_another_paper_is_refused() -> None:
    text = "書類種別,書類番号,発行日\n見積書,E-1,2026/11/01\n請求書,A-1,2026/11/01\n"
    file = read(text)
    assert [one.because for one in file.refused] == [RefusedBecause.NO_INVOICE]
    assert [one.number for one in file.invoices] == ["A-1"]


@pytest.mark.parametrize("text", ["", "取引先,金額\n田中,100\n", "請求書番号,取引先\nA-1,田中\n"])
def test_a_file_without_numbers_or_days_is_no_list_of_invoices(text: str) -> None:
    with pytest.raises(NotAnInvoiceFile):
        read(text)


def test_a_file_that_breaks_off_is_refused_whole() -> None:
    rows = "A-1,2026/11/01,田中,30000,,,\nA-2,2026/11/01,田中,30000,,,\nA-3,2026/1"
    with pytest.raises(InvoiceFileCutOff):
        read(HEAD + rows)


def test_a_file_with_more_rows_than_any_office_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside_reading, "MOST_ROWS", 3)
    rows = "A-1,2026/11/01,田中,30000,,,\n" * 3
    assert len(read(HEAD + rows).invoices) == 1
    with pytest.raises(InvoiceFileTooLong):
        read(HEAD + rows + rows[:30] + "\n")


def test_numbers_are_compared_in_any_width_and_without_the_zeros_a_spreadsheet_drops() -> None:
    assert number_key("ＩＮＶ‐０００１ ") == number_key("inv-0001")
    assert number_key("000123") == number_key("123")
    assert number_key("INV-0001") != number_key("INV-001")
    assert number_key("000") == "000"


@pytest.mark.parametrize(
    ("one", "other"),
    [("2026-1・1", "2026-11"), ("A-1号", "A-1"), ("十二番地", "12"), ("1'2", "12"), ("3条1", "三条1")],
)
def test_what_an_address_may_be_written_as_makes_no_numbers_alike(one: str, other: str) -> None:
    assert number_key(one) != number_key(other)


def test_words_that_mean_two_things_are_found_out() -> None:
    head = "format = 1\n[words]\n[remarks]\nrefunds = []\n[rows]\nlines = []\ninvoices = []\n[status]\n"
    with pytest.raises(ValueError, match="two states"):
        parse_invoice_words(f'{head}paid = ["済"]\nopen = ["済"]\n')
    with pytest.raises(ValueError, match="format 9"):
        parse_invoice_words(head.replace("1", "9", 1))


def test_two_sums_or_days_of_one_row_that_differ_are_a_doubt() -> None:
    head = "請求書番号,請求日,合計,合計金額(税込),入金ステータス,入金日,消込日\n"
    rows = (
        "A-1,2026/11/01,80000,88000,入金済み,2026/11/10,",
        "A-2,2026/11/01,88000,88000円,入金済み,2026/11/10,令和8年11月10日",
        "A-3,2026/11/01,88000,,入金済み,2026/11/10,2026/11/12",
        "A-4,2026/11/01,80000,88000,未入金,,",
    )
    differ, same, two_days, unpaid = read(head + "".join(f"{row}\n" for row in rows)).invoices
    assert (differ.yen, differ.sums_differ, differ.paid) == (None, True, PaidState.PAID)
    assert (same.yen, same.sums_differ, same.settled_on) == (88_000, False, "2026-11-10")
    assert (two_days.paid, two_days.settled_on) == (PaidState.UNSURE, "")
    assert (unpaid.yen, unpaid.sums_differ) == (None, True)


def test_a_number_that_a_spreadsheet_kept_as_text_is_the_number() -> None:
    rows = '"=""A-1""",2026/11/01,田中,30000,,,\n"=""0012""",2026/11/01,田中,"=""30,000""",,,\n'
    one, other = read(HEAD + rows).invoices
    assert (one.number, other.number, other.key, other.yen) == ("A-1", "0012", "12", 30_000)


def test_an_invoice_of_a_day_to_come_says_so() -> None:
    rows = "A-1,2026/11/24,田中,30000,,,\nA-2,2026/11/25,田中,30000,,,\n"
    today, ahead = read(HEAD + rows).invoices
    assert (today.is_ahead, ahead.is_ahead) == (False, True)


@pytest.mark.parametrize(
    ("cell", "because"),
    [
        ("#N/A", RefusedBecause.CELL_FAILED),
        ("#REF!", RefusedBecause.CELL_FAILED),
        ("########", RefusedBecause.CELL_FAILED),
        (UNCOMPUTED, RefusedBecause.NEVER_COMPUTED),
    ],
)
@pytest.mark.parametrize("at", range(9))
def test_a_cell_whose_formula_gave_nothing_is_said(cell: str, because: RefusedBecause, at: int) -> None:
    head = "請求書番号,請求日,取引先,合計金額,入金ステータス,入金日,入金額,件名,帳票種別\n"
    cells = ["INV-1", "2026-11-03", "田中 花子", "88000", "入金済", "2026-11-20", "88000", "取替", "請求書"]
    assert len(read(head + ",".join(cells) + "\n").invoices) == 1
    cells[at] = cell
    file = read(head + ",".join(cells) + "\n")
    assert file.invoices == ()
    assert [(one.line, one.because, one.cell) for one in file.refused] == [(2, because, cell)]
    assert cell not in (file.refused[0].number, file.refused[0].customer)


def test_a_void_invoice_is_void_whatever_failed_in_its_row() -> None:
    file = read(
        HEAD + "INV-1,2026-11-03,#N/A,88000,取消,,\nINV-1,2026-11-03,田中,88000,入金済,2026-11-20,88000\n"
    )
    assert {one.because for one in file.refused} == {RefusedBecause.VOID, RefusedBecause.ALSO_VOID}
