"""A deposit beside a payment that may be it is never certain, and who decides knows which payment it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hvacdesk.domain.bank.bank_matching import (
    BankProposals,
    ConfirmedDeposit,
    MatchProposal,
    MatchReason,
    confirmed,
    reasons_text,
)
from hvacdesk.domain.bank.deposit_doubts import ByHandByNow, FromFileByNow, TakenByNow
from hvacdesk.domain.bank.typed_payments import BroughtAlready
from hvacdesk.domain.billing.payment_doubts import PaymentAlike
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.bank_imports import BookedDeposits
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.merging import Merging
from hvacdesk.ui.file_reading import given_file
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import Ground
from tests.unit.services.billing.test_bank_imports import KANA, OTHER, imports, read, some_days_before

NOTICE = ("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ")
KANJI = "田中 花子"
FEE = 440


@pytest.fixture
def office(ground: Ground) -> Billed:
    return some_days_before(billed_office(ground))


@pytest.fixture
def payments(ground: Ground) -> Payments:
    return Payments(ground.workplace)


def account(office: Billed, folder: Path, *payers: str, yen: int = GROSS) -> BankProposals:
    """What the bank's CSV of the account says of deposits of 20 November, with what was left in it."""
    rows = [f"2026/11/20,,{yen},{payer},{yen * at}" for at, payer in enumerate(payers, start=1)]
    text = "\r\n".join(("日付,お引出し,お預入れ,お取り扱い内容,残高", *rows, ""))
    path = folder / "account.csv"
    path.write_bytes(text.encode("cp932"))
    return imports(office).read(office.books, given_file(path))


def by_hand(on: str, invoice: str = "", yen: int = GROSS, way: PaymentWay = PaymentWay.BANK) -> PaymentRecord:
    return PaymentRecord(on, yen, way, allocations=((invoice, yen),) if invoice else ())


def decided(one: MatchProposal, found: BankProposals) -> ConfirmedDeposit:
    return confirmed(one, {waiting.invoice: waiting for waiting in found.invoices})


def booked_from_a_notice(office: Billed, folder: Path, invoice: str, who: str) -> None:
    (one,) = read(office, folder, NOTICE).proposals
    imports(office).confirm_one(office.books, ConfirmedDeposit(one.line, who, ((invoice, GROSS),)))


def standing(office: Billed, who: str) -> int:
    return len(Payments(office.ground.workplace).of_customer(office.books, who).payments)


@pytest.mark.parametrize("payer", [KANJI, "振込入金 田中花子"])
def test_a_deposit_from_another_form_of_file_with_its_payer_in_another_writing_is_not_certain(
    office: Billed, tmp_path: Path, payer: str
) -> None:
    who = office.someone(name=KANA)
    first, second = (office.issued(office.job(who)).invoice for _each in range(2))
    booked_from_a_notice(office, tmp_path, first, who)
    found = account(office, tmp_path, payer)
    (one,) = found.proposals
    assert (one.certain, one.invoices) == (False, (second,))
    assert one.reasons == {MatchReason.PAYER_AND_SUM, MatchReason.FROM_FILE}
    assert "is booked from another file (P2026-000001)" in reasons_text(one, english)
    shown = ConfirmedDeposit(one.line, who, ((second, GROSS),))
    assert imports(office).book_certain(office.books, found.file, [shown]) == BookedDeposits(0, 1)
    with pytest.raises(FromFileByNow, match="P2026-000001"):
        imports(office).confirm_one(office.books, shown, lines=found.file.lines)
    assert standing(office, who) == 1
    imports(office).confirm_one(office.books, decided(one, found), lines=found.file.lines)
    assert standing(office, who) == 2


def test_of_two_such_deposits_in_one_file_each_is_asked_about_the_other_files_payment_once(
    office: Billed, tmp_path: Path
) -> None:
    who = office.someone(name=KANA)
    first, *others = (office.issued(office.job(who)).invoice for _each in range(3))
    booked_from_a_notice(office, tmp_path, first, who)
    found = account(office, tmp_path, KANJI, KANJI)
    for one, invoice in zip(found.proposals, others, strict=True):
        assert [alike.number for alike in one.alike] == ["P2026-000001"]
        shown = replace(decided(one, found), allocations=((invoice, GROSS),))
        imports(office).confirm_one(office.books, shown, lines=found.file.lines)
    assert standing(office, who) == 3


def test_a_payment_of_somebody_else_or_of_another_sum_is_surely_another(
    office: Billed, tmp_path: Path
) -> None:
    who, other = office.someone(name=KANA), office.someone(name=OTHER)
    theirs, mine = office.issued(office.job(other)).invoice, office.issued(office.job(who)).invoice
    (one,) = read(office, tmp_path, ("081120", GROSS, "ｽｽﾞｷ ｲﾁﾛｳ")).proposals
    imports(office).confirm_one(office.books, ConfirmedDeposit(one.line, other, ((theirs, GROSS),)))
    credit = ConfirmedDeposit(read(office, tmp_path, ("081120", 9_000, "ﾀﾅｶ ﾊﾅｺ")).proposals[0].line, who, ())
    imports(office).confirm_one(office.books, credit)
    (found,) = account(office, tmp_path, KANJI).proposals
    assert (found.certain, found.invoices) == (True, (mine,))


def test_a_doubt_is_agreed_to_for_the_payments_that_were_shown(
    office: Billed, payments: Payments, tmp_path: Path
) -> None:
    who = office.someone(name=KANA)
    first, second, third = (office.issued(office.job(who)).invoice for _each in range(3))
    shown = payments.book(office.books, who, by_hand("2026-11-20", first))
    found = read(office, tmp_path, ("081121", GROSS, "ﾀﾅｶ ﾊﾅｺ"))
    (one,) = found.proposals
    assert [(alike.reason, alike.payment) for alike in one.alike] == [(MatchReason.BY_HAND, shown)]
    deposit = replace(decided(one, found), allocations=((second, GROSS),))
    since = payments.book(office.books, who, by_hand("2026-11-22", third), another=(shown,))
    with pytest.raises(ByHandByNow) as asked:
        imports(office).confirm_one(office.books, deposit)
    assert asked.value.alike == (since,)
    assert standing(office, who) == 2
    imports(office).confirm_one(office.books, replace(deposit, another=deposit.another | {since}))
    assert standing(office, who) == 3


def test_a_cheque_that_came_beside_one_that_was_shown_is_asked_about(
    office: Billed, payments: Payments, tmp_path: Path
) -> None:
    who = office.someone(name=KANA)
    invoice = office.issued(office.job(who)).invoice
    cheque = by_hand("2026-11-19", yen=GROSS, way=PaymentWay.CHEQUE)
    shown = payments.book(office.books, who, cheque)
    found = read(office, tmp_path, NOTICE)
    (one,) = found.proposals
    assert one.taken == ("P2026-000001",)
    since = payments.book(office.books, who, cheque, another=(shown,))
    with pytest.raises(TakenByNow) as asked:
        imports(office).confirm_one(office.books, decided(one, found))
    assert asked.value.alike == (since,)
    assert payments.of_customer(office.books, who).open_invoices[0].invoice == invoice


def test_it_is_asked_about_the_one_who_lives_on_of_the_customer_for_whom_it_is_booked(
    office: Billed, payments: Payments, tmp_path: Path
) -> None:
    kept, duplicate = office.someone(name=OTHER), office.someone(name=KANA)
    (one,) = read(office, tmp_path, ("081120", 5_000, "ｼﾗﾇ ﾋﾄ")).proposals
    people, owner = Customers(office.ground.workplace), office.ground.owner
    versions = tuple(people.detail(owner, each).version for each in (kept, duplicate))
    Merging(office.ground.workplace).merge(owner, kept, duplicate, versions, {})
    payments.book(office.books, kept, by_hand("2026-11-21", yen=5_000))
    with pytest.raises(ByHandByNow):
        imports(office).confirm_one(office.books, ConfirmedDeposit(one.line, duplicate, ()))
    assert standing(office, kept) == 1


@pytest.mark.parametrize("others_open", [True, False], ids=["of the same sum", "of another sum"])
@pytest.mark.parametrize("on", ["2026-11-19", "2026-11-20", "2026-11-21"])
def test_a_whole_sum_that_was_booked_by_hand_is_asked_about_when_it_came_less_the_fee(
    office: Billed, payments: Payments, tmp_path: Path, on: str, others_open: bool
) -> None:
    who = office.someone(name=KANA)
    first, second = (office.issued(office.job(who)).invoice for _each in range(2))
    if not others_open:
        payments.book(office.books, who, by_hand("2026-11-17", second, yen=100))
    office.ground.clock.pass_time(days=1)
    payments.book(office.books, who, by_hand(on, first))
    found = read(office, tmp_path, ("081120", GROSS - FEE, "ﾀﾅｶ ﾊﾅｺ"))
    (one,) = found.proposals
    assert (one.certain, one.invoices) == (False, (second,))
    assert MatchReason.BY_HAND in one.reasons
    before = standing(office, who)
    with pytest.raises(ByHandByNow):
        imports(office).confirm_one(office.books, replace(decided(one, found), another=frozenset()))
    assert standing(office, who) == before


def test_a_fee_that_no_bank_takes_is_believed_of_who_types_it(
    office: Billed, payments: Payments, tmp_path: Path
) -> None:
    who = office.someone(name=KANA)
    first, second = (office.issued(office.job(who)).invoice for _each in range(2))
    payments.book(office.books, who, by_hand("2026-11-20", first))
    (one,) = read(office, tmp_path, ("081120", GROSS - 401, "ﾀﾅｶ ﾊﾅｺ")).proposals
    assert one.alike == ()
    with pytest.raises(ByHandByNow):
        imports(office).confirm_one(
            office.books, ConfirmedDeposit(one.line, who, ((second, GROSS),), fee=401)
        )


@pytest.mark.parametrize(
    "typed",
    [
        lambda invoice: by_hand("2026-11-20", invoice),
        lambda invoice: by_hand("2026-11-21", invoice, way=PaymentWay.DEBIT),
        lambda invoice: by_hand("2026-11-19", invoice, yen=GROSS - FEE, way=PaymentWay.DEBIT),
    ],
    ids=["whole sum", "whole sum as a debit", "as a debit"],
)
def test_what_a_file_brought_less_the_fee_is_asked_about_before_it_is_booked_by_hand(
    office: Billed, payments: Payments, tmp_path: Path, typed: Callable[[str], PaymentRecord]
) -> None:
    who = office.someone(name=KANA)
    first, second = (office.issued(office.job(who)).invoice for _each in range(2))
    (one,) = read(office, tmp_path, ("081120", GROSS - FEE, "ﾀﾅｶ ﾊﾅｺ")).proposals
    imports(office).confirm_one(office.books, ConfirmedDeposit(one.line, who, ((first, GROSS),), FEE))
    with pytest.raises(PaymentAlike):
        payments.book(office.books, who, typed(second))
    assert standing(office, who) == 1
    cash = by_hand("2026-11-20", second, way=PaymentWay.CASH)
    payments.book(office.books, who, cash)


def test_a_deposit_set_aside_as_a_payment_from_another_file_is_not_taken_for_a_claims_money(
    office: Billed, payments: Payments, tmp_path: Path
) -> None:
    who = office.someone(name=KANA)
    first = office.issued(office.job(who)).invoice
    booked_from_a_notice(office, tmp_path, first, who)
    claim = by_hand("2026-11-19", yen=GROSS, way=PaymentWay.CLAIM)
    with pytest.raises(BroughtAlready) as asked:
        payments.book(office.books, who, claim)
    payments.book(office.books, who, claim, another=asked.value.alike)
    (one,) = account(office, tmp_path, KANJI).proposals
    assert {MatchReason.FROM_FILE, MatchReason.TAKEN} <= one.reasons
    imports(office).set_aside(office.books, [one.line])
    (later,) = read(office, tmp_path, ("081124", GROSS, "ﾀﾅｶ ﾊﾅｺ")).proposals
    assert later.taken == ("P2026-000002",), "the claim's own money is still to come"


def test_what_a_notice_brought_for_a_relative_is_asked_about(office: Billed, tmp_path: Path) -> None:
    """A notice names the family alone, and who booked it may have chosen the wrong one of them."""
    relative = office.someone(name=PersonName("田中", "次郎", "タナカ", "ジロウ"))
    who = office.someone(name=KANA)
    theirs, mine = office.issued(office.job(relative)).invoice, office.issued(office.job(who)).invoice
    (one,) = read(office, tmp_path, ("081120", GROSS, "ﾀﾅｶ")).proposals
    imports(office).confirm_one(office.books, ConfirmedDeposit(one.line, relative, ((theirs, GROSS),)))
    (found,) = account(office, tmp_path, KANJI).proposals
    assert (found.invoices, found.certain) == ((mine,), False)
    assert MatchReason.FROM_FILE in found.reasons
