"""The banks' fixed form: what is read, and what is refused in clear words."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.bank.bank_files import (
    AccountOfAnotherBank,
    AnotherAccount,
    BankFileCutOff,
    BankFileOfAnotherTime,
    BankSumsDiffer,
    DamagedBankFile,
    OrdersToTheBank,
    of_office,
)
from hvacdesk.domain.bank.zengin import is_zengin, read_zengin
from hvacdesk.domain.billing.invoices import BankAccount
from hvacdesk.domain.billing.payments import PaymentWay
from hvacdesk.domain.errors import UserFacingError
from tests.helpers.bank_files import END, booking, fixed, header, joined, notice, notices, trailer

TODAY = date(2026, 11, 29)
TANAKA, AOBA = ("081127", 110_000, "ﾀﾅｶ ﾊﾅｺ"), ("081128", 55_000, "ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ")


def facts(content: bytes) -> list[tuple[str, int, str]]:
    return [(one.on, one.yen, one.payer) for one in read_zengin(content, TODAY).lines]


READ = [("2026-11-27", 110_000, "ﾀﾅｶ ﾊﾅｺ"), ("2026-11-28", 55_000, "ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ")]


def test_a_notice_of_transfers_is_read_with_its_account() -> None:
    found = read_zengin(notices([TANAKA, AOBA]), TODAY)
    assert [(one.on, one.yen, one.payer) for one in found.lines] == READ
    (account,) = found.accounts
    assert (account.bank_code, account.branch_code, account.number) == ("0999", "101", "1234567")
    assert (account.bank, account.holder) == ("ｻﾝﾌﾟﾙ", "ﾋﾔｼﾔ(ｶ")
    assert (found.first, found.last, found.left_out) == ("2026-11-27", "2026-11-28", 0)


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r", b""])
def test_records_come_with_and_without_line_ends(end: bytes) -> None:
    records = [header("01", "081128"), notice(TANAKA), notice(AOBA), trailer(2, 165_000), END]
    assert facts(joined(records, end)) == READ
    assert facts(joined(records, end) + b"\x1a") == READ


def test_a_program_that_cut_the_spaces_or_saved_utf_8_does_no_harm() -> None:
    content = notices([TANAKA, AOBA])
    assert facts(b"\r\n".join(line.rstrip() for line in content.split(b"\r\n"))) == READ
    assert facts(content.decode("cp932").encode("utf-8")) == READ


@pytest.mark.parametrize(
    ("made_on", "on"), [("081128", "081127"), ("261128", "261127"), ("081128", "261127")]
)
def test_years_are_the_eras_or_western(made_on: str, on: str) -> None:
    assert facts(notices([(on, 1_000, "ｱ")], made_on)) == [("2026-11-27", 1_000, "ｱ")]


def test_the_turn_of_the_year_is_read_from_both_sides() -> None:
    content = notices([("071230", 1_000, "ｱ"), ("080104", 2_000, "ｲ")], "080105")
    assert [one.on for one in read_zengin(content, date(2026, 1, 5)).lines] == ["2025-12-30", "2026-01-04"]


def test_a_statement_leaves_out_what_left_and_corrections() -> None:
    records = [
        header("03", "081128"),
        booking(TANAKA),
        booking(("081127", 30_000, "ﾃﾞﾝﾘﾖｸ"), direction="2"),
        booking(("081127", 700, "ﾃﾞﾝﾘﾖｸ"), business="19"),
        booking(AOBA, business="14", text="I2026-000012"),
        trailer(3, 165_700, "03"),
        END,
    ]
    found = read_zengin(joined(records), TODAY)
    assert [(one.on, one.yen, one.payer) for one in found.lines] == READ
    assert (found.left_out, found.lines[1].text) == (2, "I2026-000012")


def test_a_cancelled_deposit_is_no_deposit() -> None:
    records = [
        header("01", "081128"), notice(TANAKA), notice(AOBA), notice(AOBA, cancelled="1"),
        trailer(2, 165_000), END,
    ]  # fmt: skip
    found = read_zengin(joined(records), TODAY)
    assert [one.payer for one in found.lines] == ["ﾀﾅｶ ﾊﾅｺ"]
    assert found.cancelled == ()
    assert [one.payer for one in found.annulled] == ["ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ"]
    assert found.annulled[0].reference == read_zengin(notices([AOBA]), TODAY).lines[0].reference
    statement = [
        header("03", "081128"),
        booking(AOBA),
        booking(AOBA, direction="2", business="19"),
        trailer(1, 55_000, "03"),
        END,
    ]
    assert read_zengin(joined(statement), TODAY).lines == ()


def test_a_cancellation_of_an_earlier_files_deposit_is_told() -> None:
    records = [header("01", "081128"), notice(TANAKA), notice(AOBA, cancelled="1"), trailer(1, 110_000), END]
    found = read_zengin(joined(records), TODAY)
    assert [one.payer for one in found.cancelled] == ["ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ"]
    assert len(found.lines) == 1


def test_several_accounts_come_in_one_file() -> None:
    one = [header("01", "081128", "1111111"), notice(TANAKA), trailer(1, 110_000)]
    two = [header("01", "081128", "2222222"), notice(TANAKA), trailer(1, 110_000)]
    found = read_zengin(joined([*one, *two, END]), TODAY)
    assert [account.number for account in found.accounts] == ["1111111", "2222222"]
    assert len({line.reference for line in found.lines}) == 2


def test_results_of_direct_debits_are_read_without_those_refused() -> None:
    def debit(yen: int, payer: str, result: str) -> bytes:
        return fixed(
            ("2", 1), ("0999", 4), ("", 15), ("101", 3), ("", 15), ("", 4), ("1", 1), (7, 7), (payer, 30),
            (yen, 10), ("0", 1), ("C-00012", 20), (result, 1), length=120,
        )  # fmt: skip

    records = [
        fixed(
            ("1", 1), ("91", 2), ("0", 1), (1, 10), ("ﾋﾔｼﾔ", 40), ("1127", 4), ("0999", 4), ("", 15),
            ("101", 3), ("", 15), ("1", 1), ("1234567", 7), length=120,
        ),
        debit(5_500, "ﾀﾅｶ ﾊﾅｺ", "0"),
        debit(7_700, "ﾔﾏﾀﾞ ﾀﾛｳ", "1"),
        fixed(("8", 1), (2, 6), (13_200, 12), (1, 6), (5_500, 12), (1, 6), (7_700, 12), length=120),
        b"9".ljust(120),
    ]  # fmt: skip
    found = read_zengin(joined(records, b""), TODAY)
    assert [(one.on, one.yen, one.payer, one.text) for one in found.lines] == [
        ("2026-11-27", 5_500, "ﾀﾅｶ ﾊﾅｺ", "C-00012")
    ]
    assert (found.left_out, found.way) == (1, PaymentWay.DEBIT)


def test_another_account_than_the_offices_is_told_by_its_last_digits() -> None:
    found = read_zengin(notices([TANAKA]), TODAY)
    assert of_office(found, BankAccount(number="1234567")) == found
    assert of_office(found, BankAccount()) == found
    assert of_office(replace(found, accounts=()), BankAccount(number="7654321")).lines == found.lines
    with pytest.raises(AnotherAccount, match=r"567.*321"):
        of_office(found, BankAccount(number="7654321"))


@pytest.mark.parametrize(
    ("bank", "branch", "holder", "own"),
    [
        ("サンプル銀行", "ホンテン", "カ）ヒヤシヤ", True),
        ("三婦流銀行", "本店", "株式会社冷や屋", True),
        ("", "", "", True),
        ("アオゾラ銀行", "本店", "", False),
        ("サンプル銀行", "サカエ支店", "", False),
        ("三婦流銀行", "本店", "タナカ ハナコ", False),
    ],
)
def test_the_same_number_may_be_of_another_bank(bank: str, branch: str, holder: str, own: bool) -> None:
    found = read_zengin(notices([TANAKA]), TODAY)
    account = BankAccount(bank, branch, "普通", "1234567", holder)
    if own:
        assert of_office(found, account) == found
    else:
        with pytest.raises(AccountOfAnotherBank, match="ｻﾝﾌﾟﾙ"):
            of_office(found, account)


def test_deposits_of_another_account_in_the_same_file_are_left_out() -> None:
    one = [
        header("01", "081128", "1111111"),
        notice(TANAKA),
        notice(AOBA, cancelled="1"),
        trailer(1, 110_000),
    ]
    two = [header("01", "081128", "2222222"), notice(AOBA), trailer(1, 55_000)]
    found = of_office(read_zengin(joined([*one, *two, END]), TODAY), BankAccount(number="2222222"))
    assert [line.payer for line in found.lines] == ["ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ"]
    assert ([one.number for one in found.accounts], found.cancelled) == (["2222222"], ())


def test_fields_with_commas_between_them_are_read_too() -> None:
    content = (
        '"1","03","0","081128","081127","081128","0999","ｻﾝﾌﾟﾙ","101","ﾎﾝﾃﾝ","000","1","1234567","ﾋﾔｼﾔ"\r\n'
        '2,02000001,081127,081127,1,11,000000110000,000000000000,,,,,,,"ﾀﾅｶ ﾊﾅｺ","ﾅｺﾞﾔ","ｻｶｴ","","",""\r\n'
        "8,000001,0000000110000,000000,0000000000000,0,0,0\r\n9,0,1\r\n"
    ).encode("cp932")
    assert is_zengin(content)
    assert facts(content) == READ[:1]


def test_the_same_file_has_the_same_references_and_equal_deposits_have_their_own() -> None:
    twice = [TANAKA, TANAKA, AOBA]
    first = [one.reference for one in read_zengin(notices(twice), TODAY).lines]
    assert first == [one.reference for one in read_zengin(notices(twice), TODAY).lines]
    assert len(set(first)) == 3
    later = [one.reference for one in read_zengin(notices([AOBA, TANAKA, TANAKA]), TODAY).lines]
    assert set(later) == set(first)


def test_the_banks_number_tells_deposits_apart_unless_it_repeats() -> None:
    def references(*numbers: int) -> list[str]:
        records = [notice(TANAKA, number) for number in numbers]
        whole = [header("01", "081128"), *records, trailer(len(numbers), 110_000 * len(numbers)), END]
        return [one.reference for one in read_zengin(joined(whole), TODAY).lines]

    assert references(12, 13)[1] == references(13)[0]
    assert len(set(references(12, 12))) == 2


def test_a_number_that_ends_with_zeros_is_another_one() -> None:
    numbers = (1, 10, 100, 1_000)
    records = [notice(TANAKA, number) for number in numbers]
    whole = [header("01", "081128"), *records, trailer(len(numbers), 440_000), END]
    apart = [joined([header("01", "081128"), record, trailer(1, 110_000), END]) for record in records]
    alone = [read_zengin(one, TODAY).lines[0].reference for one in apart]
    assert len(set(alone)) == len(numbers)
    assert alone == [one.reference for one in read_zengin(joined(whole), TODAY).lines]


def test_kana_that_might_be_utf_8_stay_kana() -> None:
    deposit = ("081127", 1_000, "ﾎｼ ﾐｴ")
    content = notices([deposit])
    for others in ("ｻﾝﾌﾟﾙ", "ﾎﾝﾃﾝ", "ﾋﾔｼﾔ(ｶ", "ﾅｺﾞﾔ", "ｻｶｴ"):
        content = content.replace(others.encode("cp932"), b" " * len(others))
    assert content.decode("utf-8").count("μ") == 1
    assert facts(content) == [("2026-11-27", 1_000, "ﾎｼ ﾐｴ")]


def test_a_record_cut_within_its_payer_is_damaged() -> None:
    whole = notice(TANAKA)
    payer_at = whole.index("ﾀﾅｶ".encode("cp932"))
    for end in (payer_at + 1, payer_at + 6, payer_at + 20):
        with pytest.raises(DamagedBankFile):
            read_zengin(broken(1, whole[:end]), TODAY)
    without_banks = whole[: payer_at + 48]
    assert facts(broken(1, without_banks)) == READ


def test_totals_are_compared_where_a_trailer_counts_nothing() -> None:
    def uncounted(yen: str) -> bytes:
        return fixed(("8", 1), ("", 6), (yen, 12))

    assert facts(broken(3, uncounted("000000165000"))) == READ
    with pytest.raises(BankSumsDiffer):
        read_zengin(broken(3, uncounted("000000165001")), TODAY)
    with pytest.raises(DamagedBankFile):
        read_zengin(broken(3, uncounted("")), TODAY)


def test_a_number_of_thousands_of_digits_is_damage() -> None:
    content = (
        '"1","03","0","081128","081127","081128","0999","ｻﾝﾌﾟﾙ","101","ﾎﾝﾃﾝ","000","1","1234567","ﾋﾔｼﾔ"\r\n'
        f'2,1,081127,081127,1,11,{"9" * 5_000},0,,,,,,,"ﾀﾅｶ ﾊﾅｺ","","","","",""\r\n'
    ).encode("cp932")
    with pytest.raises(DamagedBankFile):
        read_zengin(content, TODAY)


def broken(at: int, record: bytes) -> bytes:
    records = [header("01", "081128"), notice(TANAKA), notice(AOBA), trailer(2, 165_000), END]
    records[at] = record
    return joined([one for one in records if one])


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (notices([TANAKA]).replace(b"\r\n9", b"\r\n"), BankFileCutOff),
        (joined([header("01", "081128"), notice(TANAKA)]), BankFileCutOff),
        (notices([TANAKA])[:500], BankFileCutOff),
        (notices([TANAKA])[:300], BankFileCutOff),
        (broken(1, b""), BankSumsDiffer),
        (broken(3, trailer(2, 165_001)), BankSumsDiffer),
        (broken(3, trailer(3, 165_000)), BankSumsDiffer),
        (broken(1, notice(("081127", 1, "ｱ")).replace(b"0000000001", b"00000000x1")), DamagedBankFile),
        (broken(1, notice(("081331", 1, "ｱ"))), DamagedBankFile),
        (broken(1, notice(("08112 ", 1, "ｱ"))), DamagedBankFile),
        (broken(1, b"2" * 250), DamagedBankFile),
        (broken(1, notice(TANAKA)[:47] + b"\x81" + notice(TANAKA)[48:]), DamagedBankFile),
        (broken(1, b"7".ljust(200)), DamagedBankFile),
        (broken(1, header("01", "081128")), DamagedBankFile),
        (broken(3, END), DamagedBankFile),
        (broken(0, b""), DamagedBankFile),
        (broken(1, notice(("081130", 110_000, "ｱ"))), BankFileOfAnotherTime),
        (notices([("210401", 1, "ｱ")], "210401"), BankFileOfAnotherTime),
        (header("21", "081128"), OrdersToTheBank),
        (header("71", "081128"), OrdersToTheBank),
        (header("99", "081128"), DamagedBankFile),
        (b"", DamagedBankFile),
    ],
)
def test_what_is_damaged_or_another_file_is_refused(content: bytes, error: type[UserFacingError]) -> None:
    with pytest.raises(error) as refused:
        read_zengin(content, TODAY)
    assert all(sentence and "{" not in sentence for sentence in refused.value.sentences(lambda one: one.text))


@given(st.binary(max_size=700))
def test_any_bytes_are_read_or_refused_in_words(content: bytes) -> None:
    for begun in (content, b"1010" + content, header("01", "081128") + content):
        with suppress(UserFacingError):
            read_zengin(begun, TODAY)


@given(st.data())
def test_any_damage_is_read_or_refused_in_words(data: st.DataObject) -> None:
    content = bytearray(notices([TANAKA, AOBA]))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    try:
        found = read_zengin(bytes(content), TODAY)
    except UserFacingError:
        return
    assert sum(one.yen for one in (*found.lines, *found.cancelled)) == 165_000
