"""Rows for accounting programs: the vendors' columns, and books that balance."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.billing.accounting_export import (
    FREEE_COLUMNS,
    MONEY_FORWARD_COLUMNS,
    AccountingProgram,
    ReceivedPayment,
    SoldInvoice,
    accounting_table,
    tax_name,
)
from hvacdesk.domain.billing.payments import PaymentWay
from hvacdesk.domain.billing.tax import Rounding, TaxClass, invoice_sums
from hvacdesk.exchange.accounting_files import accounting_file
from tests.helpers.yayoi import YAYOI_COLUMNS

PERCENTS = {TaxClass.STANDARD: 10, TaxClass.REDUCED: 8}
FREEE, MF, YAYOI = AccountingProgram


def sold(number: str = "I2026-000001", **amounts: int) -> SoldInvoice:
    asked = [(TaxClass(name), yen) for name, yen in (amounts or {"standard": 100_000}).items()]
    rates = invoice_sums(asked, PERCENTS, Rounding.DOWN).rates
    return SoldInvoice(number, "2026-11-05", "2026-12-31", "株式会社青葉商店", rates)


PAID = ReceivedPayment(
    "P-1", "2026-11-28", 109_560, 440, PaymentWay.BANK, "株式会社青葉商店", ("I2026-000001",)
)


def rows(program: AccountingProgram, *what: SoldInvoice | ReceivedPayment) -> list[dict[str, str]]:
    invoices = [one for one in what if isinstance(one, SoldInvoice)]
    payments = [one for one in what if isinstance(one, ReceivedPayment)]
    columns = {FREEE: FREEE_COLUMNS, MF: MONEY_FORWARD_COLUMNS, YAYOI: YAYOI_COLUMNS}[program]
    table = accounting_table(program, invoices, payments, 10)
    return [dict(zip(columns, row, strict=True)) for row in table.rows]


def test_the_columns_are_those_that_the_vendors_publish() -> None:
    assert ",".join(FREEE_COLUMNS) == (
        "収支区分,管理番号,発生日,決済期日,取引先コード,取引先,勘定科目,税区分,金額,税計算区分,税額,備考,品目,部門,"
        "メモタグ（複数指定可、カンマ区切り）,セグメント1,セグメント2,セグメント3,決済日,決済口座,決済金額"
    )
    assert ",".join(MONEY_FORWARD_COLUMNS) == (
        "取引No,取引日,借方勘定科目,借方補助科目,借方部門,借方取引先,借方税区分,借方インボイス,借方金額(円),借方税額,"
        "貸方勘定科目,貸方補助科目,貸方部門,貸方取引先,貸方税区分,貸方インボイス,貸方金額(円),貸方税額,摘要,仕訳メモ,"
        "タグ,MF仕訳タイプ,決算整理仕訳,作成日時,作成者,最終更新日時,最終更新者"
    )
    assert len(YAYOI_COLUMNS) == 25
    assert (YAYOI_COLUMNS[0], YAYOI_COLUMNS[16], YAYOI_COLUMNS[19], YAYOI_COLUMNS[24]) == (
        "識別フラグ", "摘要", "タイプ", "調整",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("program", "names"),
    [
        (FREEE, ["課税売上10%", "課税売上8%（軽）", "課税売返10%", "対象外"]),
        (MF, ["課税売上 10%", "課税売上 (軽)8%", "課税売上-返還等 10%", "対象外"]),
        (YAYOI, ["課税売上込10%", "課税売上込軽減8%", "課税売返込10%", "対象外"]),
    ],
)
def test_every_program_has_its_names_for_the_rates(program: AccountingProgram, names: list[str]) -> None:
    assert [
        tax_name(program, TaxClass.STANDARD, 10),
        tax_name(program, TaxClass.REDUCED, 8),
        tax_name(program, TaxClass.STANDARD, 10, returned=True),
        tax_name(program, TaxClass.OUTSIDE, 0),
    ] == names


def test_an_invoice_with_two_rates_and_a_fee_passed_on_in_yayoi() -> None:
    found = rows(YAYOI, sold(standard=100_000, reduced=1_000, outside=2_750))
    assert [(one["借方金額"], one["貸方税区分"], one["貸方税金額"]) for one in found] == [
        ("110000", "課税売上込10%", "10000"),
        ("1080", "課税売上込軽減8%", "80"),
        ("2750", "対象外", ""),
    ]
    first = found[0]
    assert (first["識別フラグ"], first["取引日付"], first["タイプ"], first["調整"]) == (
        "2000", "2026/11/05", "0", "no",
    )  # fmt: skip
    assert (first["借方勘定科目"], first["貸方勘定科目"]) == ("売掛金", "売上高")
    assert first["借方補助科目"] == "株式会社青葉商店"


def test_a_payment_with_a_fee_in_yayoi() -> None:
    found = rows(YAYOI, PAID)
    assert [(one["借方勘定科目"], one["借方金額"], one["貸方勘定科目"]) for one in found] == [
        ("普通預金", "109560", "売掛金"),
        ("支払手数料", "440", "売掛金"),
    ]
    assert found[1]["借方税区分"] == "課税売返込10%"
    assert found[1]["借方税金額"] == "40"


@pytest.mark.parametrize("way", PaymentWay)
def test_money_goes_to_the_account_of_its_way(way: PaymentWay) -> None:
    """A card's money, of either kind, is the card company's debt until it pays; a cheque is as cash."""
    (entry,) = rows(YAYOI, replace(PAID, way=way, fee=0))
    at_bank, at_company = "普通預金", "未収入金"
    accounts = {
        PaymentWay.BANK: at_bank,
        PaymentWay.CASH: "現金",
        PaymentWay.CARD: at_company,
        PaymentWay.DEBIT_CARD: at_company,
        PaymentWay.DEBIT: at_bank,
        PaymentWay.CHEQUE: "現金",
        PaymentWay.BILL: "受取手形",
        PaymentWay.CLAIM: "電子記録債権",
        PaymentWay.SET_OFF: "未払金",
    }
    assert (entry["借方勘定科目"], entry["貸方勘定科目"]) == (accounts[way], "売掛金")
    assert (entry["借方税区分"], entry["貸方税区分"]) == ("対象外", "対象外")
    of_partner = way in {PaymentWay.BILL, PaymentWay.CLAIM, PaymentWay.SET_OFF}
    assert entry["借方補助科目"] == (PAID.partner if of_partner else "")
    (line,) = rows(MF, replace(PAID, way=way, fee=0))
    assert line["借方取引先"] == (PAID.partner if of_partner else "")
    (deal,) = rows(FREEE, replace(PAID, way=way, fee=0))
    assert (deal["決済口座"], deal["勘定科目"], deal["税区分"]) == (accounts[way], "売掛金", "対象外")


def test_a_credit_note_and_a_void_invoice_turn_the_entry_round() -> None:
    note = rows(MF, sold("C2026-000001", standard=-10_000))[0]
    assert (note["借方勘定科目"], note["借方税区分"], note["借方金額(円)"], note["貸方勘定科目"]) == (
        "売上高", "課税売上-返還等 10%", "11000", "売掛金",
    )  # fmt: skip
    void = SoldInvoice(**{**vars(sold()), "void": True})
    back = rows(MF, void)[0]
    assert (back["借方勘定科目"], back["借方税区分"], back["貸方勘定科目"]) == (
        "売上高",
        "課税売上 10%",
        "売掛金",
    )
    assert "取消" in back["摘要"]


@pytest.mark.parametrize(("program", "column"), [(MF, "摘要"), (YAYOI, "摘要"), (FREEE, "備考")])
def test_a_cancellation_fee_is_named_and_nothing_was_delivered(
    program: AccountingProgram, column: str
) -> None:
    made = {**vars(sold()), "other": True, "delivered": ("2026-11-30", "2026-11-30"), "partner": "山本 直美"}
    assert rows(program, SoldInvoice(**made))[0][column] == f"{sold().number} キャンセル料 山本 直美"
    back = SoldInvoice(**made | {"void": True})
    assert rows(program, back)[0][column] == f"{sold().number} 取消 キャンセル料 山本 直美"


@pytest.mark.parametrize(("program", "column"), [(MF, "摘要"), (YAYOI, "摘要"), (FREEE, "備考")])
def test_a_payment_that_was_taken_back_says_so(program: AccountingProgram, column: str) -> None:
    back = replace(PAID, taken_back=True)
    assert all("取消" in one[column].split() for one in rows(program, back) if one[column])
    assert not any("取消" in one[column] for one in rows(program, PAID))
    assert any(one[column] for one in rows(program, back))


ADVANCE = SoldInvoice(**{**vars(sold(standard=30_000)), "advance": True})
FINAL = SoldInvoice(
    **{
        **vars(sold("I2026-000002", standard=70_000)),
        "released": invoice_sums([(TaxClass.STANDARD, 33_000)], PERCENTS, Rounding.DOWN, with_tax=True).rates,
        "delivered": ("2026-11-04", "2026-11-05"),
    }
)


@pytest.mark.parametrize(
    ("program", "columns"),
    [
        (MF, ("借方勘定科目", "貸方勘定科目", "貸方税区分", "貸方金額(円)", "貸方税額")),
        (YAYOI, ("借方勘定科目", "貸方勘定科目", "貸方税区分", "貸方金額", "貸方税金額")),
    ],
)
def test_what_is_asked_for_before_the_work_is_no_sale_until_the_final_invoice(
    program: AccountingProgram, columns: tuple[str, ...]
) -> None:
    taxed = tax_name(program, TaxClass.STANDARD, 10)
    found = [tuple(one[column] for column in columns) for one in rows(program, ADVANCE, FINAL)]
    assert found == [
        ("売掛金", "前受金", "対象外", "33000", ""),
        ("前受金", "売上高", taxed, "33000", "3000"),
        ("売掛金", "売上高", taxed, "77000", "7000"),
    ]
    back = [SoldInvoice(**{**vars(one), "void": True}) for one in (ADVANCE, FINAL)]
    turned = [(one[columns[0]], one[columns[1]]) for one in rows(program, *back)]
    assert turned == [("前受金", "売掛金"), ("売上高", "前受金"), ("売上高", "売掛金")]


def test_freee_gets_a_deposit_as_received_in_advance_and_takes_it_off_the_final_invoice() -> None:
    columns = ("収支区分", "勘定科目", "税区分", "金額", "税計算区分", "税額")
    found = [tuple(one[column] for column in columns) for one in rows(FREEE, ADVANCE, FINAL)]
    assert found == [
        ("収入", "前受金", "対象外", "33000", "", ""),
        ("収入", "売上高", "課税売上10%", "110000", "内税", "10000"),
        ("", "前受金", "対象外", "-33000", "", ""),
    ]
    back = [SoldInvoice(**{**vars(one), "void": True}) for one in (ADVANCE, FINAL)]
    assert [tuple(one[column] for column in columns[:4]) for one in rows(FREEE, *back)] == [
        ("支出", "前受金", "対象外", "33000"),
        ("支出", "売上高", "課税売上10%", "110000"),
        ("", "前受金", "対象外", "-33000"),
    ]


def test_each_entry_of_an_invoice_names_the_days_of_its_delivery() -> None:
    one_day = SoldInvoice(**{**vars(sold()), "delivered": ("2026-11-05", "2026-11-05")})
    assert rows(MF, one_day)[0]["摘要"] == "I2026-000001 引渡2026/11/05 株式会社青葉商店"
    assert {one["摘要"] for one in rows(YAYOI, FINAL)} == {
        "I2026-000002 引渡2026/11/04～2026/11/05 株式会社青葉商店"
    }
    assert rows(FREEE, sold())[0]["備考"] == "I2026-000001 株式会社青葉商店"


def test_what_is_paid_back_and_what_was_booked_in_error() -> None:
    back = ReceivedPayment("P-2", "2026-11-29", -5_000, 0, PaymentWay.CASH, "田中 花子")
    assert [(one["借方勘定科目"], one["貸方勘定科目"]) for one in rows(MF, back)] == [("売掛金", "現金")]
    error = ReceivedPayment(**{**vars(PAID), "taken_back": True})
    assert [(one["借方勘定科目"], one["貸方勘定科目"]) for one in rows(MF, error)] == [
        ("売掛金", "普通預金"),
        ("売掛金", "支払手数料"),
    ]


def test_freee_gets_the_invoice_with_the_payment_that_settles_it() -> None:
    settled = ReceivedPayment(**{**vars(PAID), "yen": 110_000, "fee": 0, "settles": "I2026-000001"})
    (row,) = rows(FREEE, sold(), settled)
    assert (row["収支区分"], row["管理番号"], row["発生日"]) == ("収入", "I2026-000001", "2026/11/05")
    assert (row["勘定科目"], row["税区分"], row["金額"], row["税計算区分"], row["税額"]) == (
        "売上高", "課税売上10%", "110000", "内税", "10000",
    )  # fmt: skip
    assert (row["決済日"], row["決済口座"], row["決済金額"]) == ("2026/11/28", "普通預金", "110000")
    assert row["決済期日"] == ""


def test_freee_gets_other_payments_against_the_receivables() -> None:
    invoice, payment, fee = rows(FREEE, sold(), PAID)
    assert (invoice["決済期日"], invoice["決済金額"]) == ("2026/12/31", "")
    assert (payment["勘定科目"], payment["金額"], payment["決済金額"]) == ("売掛金", "110000", "109560")
    assert (fee["収支区分"], fee["勘定科目"], fee["金額"], fee["税額"]) == ("", "支払手数料", "-440", "-40")


def test_freee_gets_a_credit_note_as_an_expense_in_the_negative_rate() -> None:
    (row,) = rows(FREEE, sold("C2026-000001", standard=-10_000))
    assert (row["収支区分"], row["税区分"], row["金額"], row["税額"]) == (
        "支出",
        "課税売返10%",
        "11000",
        "1000",
    )


AMOUNTS = st.dictionaries(
    st.sampled_from(["standard", "reduced", "outside"]), st.integers(-9_999_999, 9_999_999)
)


@given(
    st.lists(AMOUNTS, max_size=5),
    st.lists(st.tuples(st.integers(-99_999, 999_999), st.integers(0, 900)), max_size=5),
)
def test_the_books_balance_and_no_sum_is_negative(
    invoices: list[dict[str, int]], payments: list[tuple[int, int]]
) -> None:
    made = [sold(f"I2026-{at:06}", **{"standard": 1, **one}) for at, one in enumerate(invoices)]
    paid = [
        ReceivedPayment(f"P-{at}", "2026-11-28", yen, fee if yen > 0 else 0, PaymentWay.BANK, "田中")
        for at, (yen, fee) in enumerate(payments)
    ]
    owed = sum(rate.gross for one in made for rate in one.rates) - sum(one.yen + one.fee for one in paid)
    for program, debit, credit in ((MF, "借方金額(円)", "貸方金額(円)"), (YAYOI, "借方金額", "貸方金額")):
        found = rows(program, *made, *paid)
        assert all(int(one[debit]) > 0 and one[debit] == one[credit] for one in found)
        balance = sum(
            int(one[debit]) * ((one["借方勘定科目"] == "売掛金") - (one["貸方勘定科目"] == "売掛金"))
            for one in found
        )
        assert balance == owed


def test_the_files_are_in_the_encodings_that_the_programs_read() -> None:
    hard = SoldInvoice(**{**vars(sold()), "partner": "髙﨑\U00020bb7野😀商店"})
    for program in AccountingProgram:
        table = accounting_table(program, [hard], [], 10)
        content = accounting_file(table)
        read = list(csv.reader(io.StringIO(content.decode(table.encoding), newline="")))
        assert content.endswith(b"\r\n")
        assert read[: bool(table.header)] == [list(table.header)][: bool(table.header)]
        text = "".join(read[-1])
        assert "髙﨑" in text
        assert ("吉野〓商店" if program is YAYOI else "\U00020bb7野😀商店") in text


def test_a_name_starts_no_formula_and_a_sum_stays_a_sum() -> None:
    hostile = ReceivedPayment(**{**vars(PAID), "partner": '=HYPERLINK("x")'})
    text = accounting_file(accounting_table(FREEE, [], [hostile], 10)).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert not any(cell.startswith("=") for cell in cells)
    assert "-440" in cells


def test_long_names_are_cut_between_characters_in_yayoi() -> None:
    long = SoldInvoice(**{**vars(sold()), "partner": "株式会社とても長い名前の会社です" * 3})
    (row,) = rows(YAYOI, long)
    assert row["借方補助科目"] == "株式会社とても長い名前の"
    assert len(row["摘要"].encode("cp932")) <= 64
