"""What a cheque, bill or recorded claim brings to the bank was booked when it was taken before."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from hvacdesk.domain.bank.bank_matching import MatchProposal, MatchReason, confirmed, reasons_text
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.bank_imports import BookedDeposits
from hvacdesk.services.billing.payments import Payments
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import START, Ground
from tests.unit.services.billing.test_bank_imports import KANA, imports, read

PAPERS = (PaymentWay.CHEQUE, PaymentWay.BILL, PaymentWay.CLAIM)
DEPOSIT = ("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ")


@pytest.fixture
def office(ground: Ground) -> Billed:
    return billed_office(ground)


def paid(office: Billed, who: str, way: PaymentWay, days_ago: int) -> str:
    """An invoice of a customer was paid some days ago; the payment's record id."""
    office.ground.clock.now = START - timedelta(days=days_ago)
    made = office.issued(office.job(who, on=office.ground.workplace.today().isoformat()))
    record = PaymentRecord(
        office.ground.workplace.today().isoformat(), GROSS, way, allocations=((made.invoice, GROSS),)
    )
    return Payments(office.ground.workplace).book(office.books, who, record)


def asked(office: Billed, who: str, days_ago: int = 10) -> str:
    """Another invoice of the same sum, issued some days ago."""
    office.ground.clock.now = START - timedelta(days=days_ago)
    return office.issued(office.job(who, on=office.ground.workplace.today().isoformat())).invoice


def proposed(office: Billed, folder: Path, *deposits: tuple[str, int, str]) -> list[MatchProposal]:
    return list(read(office, folder, *deposits).proposals)


@pytest.mark.parametrize("way", PAPERS)
def test_its_money_is_never_certain_to_pay_the_next_invoice(
    office: Billed, tmp_path: Path, way: PaymentWay
) -> None:
    who = office.someone(name=KANA)
    paid(office, who, way, 80)
    next_one = asked(office, who)
    found = read(office, tmp_path, DEPOSIT)
    (one,) = found.proposals
    assert (one.certain, one.invoices) == (False, (next_one,))
    assert one.taken == ("P2026-000001",)
    told = reasons_text(one, english)
    assert "may be a cheque, note or claim that was taken before (P2026-000001)" in told
    shown = confirmed(one, {waiting.invoice: waiting for waiting in found.invoices})
    assert imports(office).book_certain(office.books, found.file, [shown]) == BookedDeposits(0, 1)
    assert shown.doubts == (MatchReason.PAYER_AND_SUM, MatchReason.TAKEN)


@pytest.mark.parametrize("way", [one for one in PaymentWay if one not in PAPERS])
def test_every_other_payment_came_when_it_was_booked(office: Billed, tmp_path: Path, way: PaymentWay) -> None:
    who = office.someone(name=KANA)
    paid(office, who, way, 80)
    asked(office, who)
    assert [(one.certain, one.taken) for one in proposed(office, tmp_path, DEPOSIT)] == [(True, ())]


def test_only_an_earlier_one_of_this_sum_and_customer_is_meant(office: Billed, tmp_path: Path) -> None:
    who, other = office.someone(name=KANA), office.someone(name=PersonName("佐藤", "花", "サトウ", "ハナ"))
    paid(office, other, PaymentWay.CLAIM, 80)
    asked(office, who)
    paid(office, who, PaymentWay.CLAIM, 2)
    assert [one.taken for one in proposed(office, tmp_path, DEPOSIT)] == [()], "it was taken on the 22nd"
    assert [one.taken for one in proposed(office, tmp_path, ("081120", GROSS - 1, "ﾀﾅｶ ﾊﾅｺ"))] == [()]
    (one,) = proposed(office, tmp_path, ("081124", GROSS, "ﾃﾞﾝｻｲ"))
    assert one.taken == ("P2026-000001", "P2026-000002"), "nobody is named: it may be anybody's"


def test_once_it_was_set_aside_the_next_deposit_of_its_sum_is_certain(office: Billed, tmp_path: Path) -> None:
    who = office.someone(name=KANA)
    payment = paid(office, who, PaymentWay.BILL, 80)
    asked(office, who)
    later = ("081124", GROSS, "ﾀﾅｶ ﾊﾅｺ")
    first = proposed(office, tmp_path, DEPOSIT)[0]
    imports(office).set_aside(office.books, [first.line])
    found = read(office, tmp_path, DEPOSIT, later)
    assert [(one.line.on, one.certain) for one in found.proposals] == [("2026-11-24", True)]
    assert found.aside == (first.line,)
    imports(office).bring_back(office.books, found.aside)
    assert [one.taken for one in proposed(office, tmp_path, DEPOSIT)] == [("P2026-000001",)]
    imports(office).set_aside(office.books, [first.line])
    office.ground.workplace.edits.undo(office.books)
    assert [one.taken for one in proposed(office, tmp_path, DEPOSIT)] == [("P2026-000001",)]
    version = Payments(office.ground.workplace).of_customer(office.books, who).payments[0].version
    Payments(office.ground.workplace).take_back(office.books, payment, version)
    assert [one.taken for one in proposed(office, tmp_path, DEPOSIT)] == [()], "a dishonoured one is no money"


def test_as_many_deposits_as_were_taken_are_doubted(office: Billed, tmp_path: Path) -> None:
    who = office.someone(name=KANA)
    paid(office, who, PaymentWay.CHEQUE, 80)
    paid(office, who, PaymentWay.CHEQUE, 50)
    asked(office, who)
    later = ("081124", GROSS, "ﾀﾅｶ ﾊﾅｺ")
    lines = [one.line for one in proposed(office, tmp_path, DEPOSIT, later)]
    imports(office).set_aside(office.books, lines[:1])
    assert [one.taken for one in proposed(office, tmp_path, DEPOSIT, later)] == [("P2026-000002",)]
    imports(office).set_aside(office.books, lines)
    assert proposed(office, tmp_path, DEPOSIT, later) == []


def test_another_files_line_of_a_booked_deposit_is_not_taken_for_it(office: Billed, tmp_path: Path) -> None:
    who = office.someone(name=KANA)
    paid(office, who, PaymentWay.CLAIM, 80)
    asked(office, who)
    record = PaymentRecord("2026-11-20", GROSS, PaymentWay.BANK, payer="ﾀﾅｶ ﾊﾅｺ")
    office.ground.clock.now = START
    Payments(office.ground.workplace).book(office.books, who, record)
    (one,) = proposed(office, tmp_path, DEPOSIT)
    assert {MatchReason.BOOKED, MatchReason.TAKEN} <= one.reasons
    imports(office).set_aside(office.books, [one.line])
    (later,) = proposed(office, tmp_path, DEPOSIT, ("081124", GROSS, "ﾀﾅｶ ﾊﾅｺ"))
    assert later.taken == ("P2026-000001",), "the claim's own money is still to come"
