"""Files as customers' banks give them: any bank's columns, any encoding, and what is no bank's file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hvacdesk.domain.bank.bank_files import (
    BankCellFailed,
    BankFile,
    BankFileCutOff,
    BankFileOfAnotherTime,
    DamagedBankFile,
    NotABankFile,
)
from hvacdesk.domain.bank.bank_tables import parse_bank_words, read_bank_table
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.import_cells import UNCOMPUTED
from hvacdesk.domain.text.wording import english
from hvacdesk.exchange.bank_files import read_bank_file
from hvacdesk.exchange.errors import NotATable, QuoteNotClosed, RowsWithinQuotes, RowTooLong
from tests.helpers.bank_files import notices

TEXT = (Path(__file__).parents[3] / "resources/import/bank_columns.toml").read_text("utf-8")
WORDS = parse_bank_words(TEXT)
TODAY = date(2026, 11, 29)


def read(text: str, encoding: str = "cp932") -> BankFile:
    return read_bank_file(text.encode(encoding), WORDS, TODAY)


def facts(found: BankFile) -> list[tuple[str, int, str]]:
    return [(one.on, one.yen, one.payer) for one in found.lines]


FILES = {
    "two columns": (
        '"日付","摘要","摘要内容","支払い金額","預かり金額","差引残高","メモ"\r\n'
        '"2026/11/26","口座振替３","デンリヨク","12,300","","987,700",""\r\n'
        '"2026/11/27","振込１","タナカ　ハナコ","","110,000","1,097,700","-"\r\n'
        '"2026/11/28","振込１","カ）アオバシヨウテン","","55,000","1,152,700",""\r\n'
    ),
    "lines before": (
        "お取引明細\r\n口座番号,普通 1234567\r\n期間,2026年11月1日～2026年11月28日\r\n\r\n"
        "取引日,入出金明細ＩＤ,受入金額（円）,払出金額（円）,詳細１,詳細２,現在（貸付）高\r\n"
        "20261127,202611270000001,110000,,振込,タナカ　ハナコ,1\r\n"
        "20261128,202611280000001,55000,,振込,カ）アオバシヨウテン,2\r\n"
        "20261128,202611280000002,,440,料金,,3\r\n"
    ),
    "one column with a sign": (
        "取引日,入出金(円),取引後残高(円),入出金内容\r\n"
        "20261126,-12300,1,口座振替 デンリヨク\r\n"
        "20261127,110000,2,振込 タナカ ハナコ\r\n"
        "20261128,55000,3,振込＊カ）アオバシヨウテン\r\n"
    ),
    "a direction": (
        "勘定日,入払区分,金額（円）,振込依頼人名,ＥＤＩ情報\r\n"
        "R8.11.26,出金,12300,デンリヨク,\r\n"
        "R8.11.27,入金,110000,タナカ　ハナコ,\r\n"
        "R8.11.28,入金,55000,カ）アオバシヨウテン,\r\n"
    ),
    "parts of a day": (
        '"操作日(年)","操作日(月)","操作日(日)","操作時刻(時)","取引順番号","摘要","お支払金額","お預り金額","残高"\r\n'
        '"2026","11","27","9","1","振込　タナカ　ハナコ","","110000","1"\r\n'
        '"2026","11","28","9","1","振込　カ）アオバシヨウテン","","55000","2"\r\n'
        '"2026","11","28","9","2","手数料","110","","3"\r\n'
    ),
    "a total": (
        "年月日,お引出し,お預入れ,お取り扱い内容,残高\n"
        "2026/11/27,,\"110,000円\",振込 ﾀﾅｶ ﾊﾅｺ,1\n"
        "2026/11/28,,\"55,000円\",振込 ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ,2\n"
        "合計,,\"165,000\",,\n,,\"165,000\",合計,\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("encoding", ["cp932", "utf-8-sig", "utf-16"])
def test_every_banks_columns_are_found(kind: str, encoding: str) -> None:
    found = read(FILES[kind], encoding)
    assert [(one.on, one.yen) for one in found.lines] == [("2026-11-27", 110_000), ("2026-11-28", 55_000)]
    assert ["".join(one.payer.split()) for one in found.lines] in (
        ["タナカハナコ", "カ）アオバシヨウテン"],
        ["タナカハナコ", "カ)アオバシヨウテン"],
        ["ﾀﾅｶﾊﾅｺ", "ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ"],
    )
    assert len({one.reference for one in found.lines}) == 2


def test_a_workbook_and_a_fixed_file_are_read_too(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for row in (["日付", "入金金額", "摘要"], ["2026/11/27", 110_000, "振込 タナカ ハナコ"]):
        book.active.append(row)
    book.save(tmp_path / "bank.xlsx")
    found = read_bank_file((tmp_path / "bank.xlsx").read_bytes(), WORDS, TODAY)
    assert facts(found) == [("2026-11-27", 110_000, "タナカ ハナコ")]
    fixed = read_bank_file(notices([("081127", 110_000, "ﾀﾅｶ ﾊﾅｺ")]), WORDS, TODAY)
    assert facts(fixed) == [("2026-11-27", 110_000, "ﾀﾅｶ ﾊﾅｺ")]


def test_overlapping_files_give_a_day_the_same_references() -> None:
    head = "日付,入金金額,摘要\r\n"
    twins = "2026/11/27,5000,振込 ア\r\n2026/11/27,5000,振込 ア\r\n"
    first = {one.reference for one in read(head + "2026/11/26,1,振込 イ\r\n" + twins).lines}
    second = {one.reference for one in read(head + twins + "2026/11/28,2,振込 ウ\r\n").lines}
    assert len(first & second) == 2


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("口座番号,7654321", "7654321"),
        ("口座番号：普通　７６５４３２１", "7654321"),
        ("店番・口座番号,101-7654321", "7654321"),
        ("口座番号,***4321", ""),
        ("期間,2026年11月1日", ""),
    ],
)
def test_the_account_is_named_before_the_columns(head: str, number: str) -> None:
    found = read(f"{head}\r\n日付,入金金額,摘要\r\n2026/11/27,5000,振込 ア\r\n")
    assert [one.number for one in found.accounts] == ([number] if number else [])
    assert [one.account for one in found.lines] == [number]


def test_a_number_that_ends_with_zeros_is_another_one() -> None:
    head = "日付,入金金額,摘要,照会番号\r\n"
    rows = [f"2026/11/27,5000,振込 ア,{number}\r\n" for number in ("000001", "000010", "000100")]
    alone = [read(head + row).lines[0].reference for row in rows]
    assert len(set(alone)) == 3
    assert alone == [one.reference for one in read(head + "".join(rows)).lines]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (f"日付,入金金額\r\n2026/11/27,{'9' * 5_000}\r\n", DamagedBankFile),
        ("氏名,電話\r\n田中,052-123-4567\r\n", NotABankFile),
        ("日付,摘要\r\n2026/11/27,振込\r\n", NotABankFile),
        ("日付,入金金額\r\n2026/13/27,5000\r\n", DamagedBankFile),
        ("日付,入金金額\r\n11/27,5000\r\n", DamagedBankFile),
        ("日付,入金金額\r\n2026/11/27,5千\r\n", DamagedBankFile),
        ("日付,入金金額\r\n2026/11/27,\"1,00\"\r\n", DamagedBankFile),
        ("日付,入金金額\r\n,5000\r\n", DamagedBankFile),
        ("日付,入金金額\r\n2026/11/30,5000\r\n", BankFileOfAnotherTime),
        ("日付,入金金額\r\n2016/11/30,5000\r\n", BankFileOfAnotherTime),
        ("日付,入金金額,摘要\r\n2026/11/27,5000,振込\r\n2026/11/28,6", BankFileCutOff),
    ],
)  # fmt: skip
def test_another_or_a_damaged_file_is_refused(text: str, error: type[UserFacingError]) -> None:
    with pytest.raises(error) as refused:
        read(text)
    assert all(sentence and "{" not in sentence for sentence in refused.value.sentences(lambda one: one.text))


@pytest.mark.parametrize(
    ("content", "error", "line"),
    [
        ('日付,入金金額,摘要\r\n2026/11/27,5000,"振込\r\n2026/11/28,6,振\r\n', QuoteNotClosed, True),
        (
            '日付,入金金額,摘要\r\n2026/11/26,1,ア\r\n2026/11/26,5,"イ\r\n2026/11/26,6,ウ"\r\n2026/11/27,7,エ\r\n',
            RowsWithinQuotes,
            True,
        ),
        (f"日付,入金金額,摘要\r\n2026/11/27,5000,{'振' * 300_000}\r\n", RowTooLong, True),
        ("\0\1\2\3" * 100, NotATable, False),
    ],
    ids=["quote", "rows within quotes", "too long", "no table"],
)
def test_of_a_table_that_cannot_be_read_it_is_said_that_it_is_downloaded_again(
    content: str, error: type[UserFacingError], *, line: bool
) -> None:
    """A bank's file comes from no program in which the office could correct it."""
    with pytest.raises(error) as refused:
        read(content)
    what, _safe, todo = refused.value.sentences(english)
    assert todo.startswith("Download the ")
    assert ("Line" in what or "line" in what) is ("correct that line" in todo) is line


@pytest.mark.parametrize("sign", ["-5000", "▲5,000", "△5000", "-¥5,000", "0", "", "-", "***"])
def test_minus_and_nothing_are_no_deposits(sign: str) -> None:
    found = read(f'日付,金額,摘要\r\n2026/11/27,"{sign}",振込\r\n', "utf-8-sig")
    assert (found.lines, found.left_out) == ((), 1)


@given(st.lists(st.lists(st.text(max_size=12), max_size=5), max_size=12))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_table_is_read_or_refused_in_words(rows: list[list[str]]) -> None:
    head = [(1, ["日付", "入金金額", "摘要", "入出金区分", "照会番号"])]
    for table in (list(enumerate(rows, 1)), [*head, *enumerate(rows, 2)]):
        try:
            found = read_bank_table(table, WORDS, TODAY)
        except UserFacingError:
            continue
        assert all(line.yen > 0 for line in found.lines)


@pytest.mark.parametrize("text", ["format = 2", TEXT.replace("payer = [", 'payer = ["日付", ')])
def test_words_that_do_not_fit_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"format|two columns"):
        parse_bank_words(text)


@pytest.mark.parametrize("cell", ["#N/A", "#REF!", "########", UNCOMPUTED])
@pytest.mark.parametrize("at", range(5))
def test_a_cell_whose_formula_gave_nothing_stops_the_file(cell: str, at: int) -> None:
    head = "勘定日,入払区分,金額（円）,振込依頼人名,摘要\r\n"
    cells = ["20261127", "入金", "110000", "タナカ ハナコ", "振込"]
    assert facts(read(f"{head}{','.join(cells)}\r\n")) == [("2026-11-27", 110_000, "タナカ ハナコ")]
    cells[at] = cell
    with pytest.raises(BankCellFailed) as caught:
        read(f"{head}{','.join(cells)}\r\n")
    assert caught.value.details == {"line": 2}


def test_a_cell_that_is_not_read_may_have_failed() -> None:
    text = "勘定日,入払区分,金額（円）,振込依頼人名,残高\r\n20261127,入金,110000,タナカ ハナコ,#N/A\r\n"
    assert len(read(text).lines) == 1
