"""A deposit that was booked by hand in other parts, or some days beside, is never certain."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hvacdesk.domain.bank.bank_matching import ConfirmedDeposit, MatchReason, reasons_text
from hvacdesk.domain.bank.deposit_doubts import ByHandByNow, InPartsByNow, PartOfByNow
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.bank_imports import BookedDeposits
from hvacdesk.services.billing.payments import Payments
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.booked import book_another
from tests.helpers.ground import Ground
from tests.unit.services.billing.test_bank_booked_before import NOTICE, by_hand, decided, standing
from tests.unit.services.billing.test_bank_imports import KANA, OTHER, imports, read, some_days_before

BOTH = ("081120", 2 * GROSS, "ﾀﾅｶ ﾊﾅｺ")


@pytest.fixture
def office(ground: Ground) -> Billed:
    return some_days_before(billed_office(ground))


@pytest.fixture
def payments(ground: Ground) -> Payments:
    return Payments(ground.workplace)


def invoices(office: Billed, who: str, count: int) -> list[str]:
    return [office.issued(office.job(who)).invoice for _each in range(count)]


def test_one_deposit_that_was_typed_as_a_payment_for_each_invoice_is_asked_about_once(
    office: Billed, payments: Payments, tmp_path: Path
) -> None:
    who = office.someone(name=KANA)
    first, second, *_open = invoices(office, who, 4)
    for invoice in (first, second):
        book_another(payments, office.books, who, by_hand("2026-11-20", invoice))
    found = read(office, tmp_path, BOTH)
    (one,) = found.proposals
    assert (one.certain, one.numbers_of(MatchReason.IN_PARTS)) == (False, ("P2026-000001", "P2026-000002"))
    assert "come to this sum together (P2026-000001, P2026-000002)" in reasons_text(one, english)
    shown = decided(one, found)
    assert imports(office).book_certain(office.books, found.file, [shown]) == BookedDeposits(0, 1)
    with pytest.raises(InPartsByNow, match="P2026-000001・P2026-000002"):
        imports(office).confirm_one(office.books, replace(shown, another=frozenset()))
    imports(office).confirm_one(office.books, shown, lines=found.file.lines)
    assert standing(office, who) == 3


@pytest.mark.parametrize("less", [0, 440], ids=["whole", "less a fee"])
def test_parts_of_one_invoice_and_of_several_are_found(
    office: Billed, payments: Payments, tmp_path: Path, less: int
) -> None:
    who = office.someone(name=KANA)
    first, second, _open = invoices(office, who, 3)
    payments.book(office.books, who, by_hand("2026-11-20", first, yen=10_000))
    payments.book(office.books, who, by_hand("2026-11-18", second, yen=GROSS - 10_000))
    payments.book(office.books, who, by_hand("2026-11-19", second, yen=1_234))
    (one,) = read(office, tmp_path, ("081120", GROSS - less, "ﾀﾅｶ ﾊﾅｺ")).proposals
    assert (one.certain, set(one.numbers_of(MatchReason.IN_PARTS))) == (
        False,
        {"P2026-000001", "P2026-000002"},
    )


def test_parts_that_were_typed_for_another_customer_of_the_same_payer_are_found(
    office: Billed, payments: Payments, tmp_path: Path
) -> None:
    who, other = office.someone(name=KANA), office.someone(name=OTHER)
    invoices(office, who, 1)
    (theirs,) = invoices(office, other, 1)
    for yen in (10_000, GROSS - 10_000):
        record = replace(by_hand("2026-11-19", theirs, yen=yen), payer="ﾀﾅｶ ﾊﾅｺ")
        payments.book(office.books, other, record)
    (one,) = read(office, tmp_path, NOTICE).proposals
    assert not one.certain
    assert len(one.numbers_of(MatchReason.IN_PARTS)) == 2


def test_two_deposits_that_were_typed_as_one_payment_are_each_asked_about(
    office: Billed, payments: Payments, tmp_path: Path
) -> None:
    who = office.someone(name=KANA)
    first, second, _open = invoices(office, who, 3)
    whole = PaymentRecord(
        "2026-11-20", GROSS + 5_000, PaymentWay.BANK, allocations=((first, GROSS), (second, 5_000))
    )
    payments.book(office.books, who, whole)
    found = read(office, tmp_path, NOTICE, ("081119", 5_000, "ﾀﾅｶ ﾊﾅｺ"))
    assert [one.numbers_of(MatchReason.PART_OF) for one in found.proposals] == [("P2026-000001",)] * 2
    assert not any(one.certain for one in found.proposals)
    one = next(one for one in found.proposals if one.line.yen == GROSS)
    with pytest.raises(PartOfByNow, match="P2026-000001"):
        imports(office).confirm_one(
            office.books, replace(decided(one, found), another=frozenset()), lines=found.file.lines
        )
    small = next(one for one in found.proposals if one.line.yen == 5_000)
    imports(office).set_aside(office.books, [small.line])
    again = read(office, tmp_path, NOTICE, ("081119", 5_000, "ﾀﾅｶ ﾊﾅｺ"))
    (left,) = again.proposals
    assert left.numbers_of(MatchReason.PART_OF) == ("P2026-000001",), "the other part was no new payment"
    assert standing(office, who) == 1


def test_once_one_of_them_is_said_to_be_another_payment_the_rest_is_no_sum_any_more(
    office: Billed, payments: Payments, tmp_path: Path
) -> None:
    who = office.someone(name=KANA)
    first, second, third, _open = invoices(office, who, 4)
    whole = PaymentRecord(
        "2026-11-20", GROSS + 5_000, PaymentWay.BANK, allocations=((first, GROSS), (second, 5_000))
    )
    payments.book(office.books, who, whole)
    lines = (NOTICE, ("081119", 5_000, "ﾀﾅｶ ﾊﾅｺ"))
    found = read(office, tmp_path, *lines)
    small = next(one for one in found.proposals if one.line.yen == 5_000)
    another = ConfirmedDeposit(
        small.line, who, ((third, 5_000),), another=frozenset(one.payment for one in small.alike)
    )
    imports(office).confirm_one(office.books, another, lines=found.file.lines)
    (left,) = read(office, tmp_path, *lines).proposals
    assert left.alike == ()


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("2026-11-16", False),
        ("2026-11-17", True),
        ("2026-11-18", True),
        ("2026-11-22", True),
        ("2026-11-23", True),
        ("2026-11-26", True),
        ("2026-11-27", False),
    ],
)
def test_three_working_days_beside_the_banks_day_are_near(
    office: Billed, payments: Payments, tmp_path: Path, typed: str, asked: bool
) -> None:
    """The bank's day is a Friday, and the Monday after it a holiday."""
    who = office.someone(name=KANA)
    first, _open = invoices(office, who, 2)
    office.ground.clock.pass_time(days=8)
    payments.book(office.books, who, by_hand(typed, first))
    found = read(office, tmp_path, NOTICE)
    (one,) = found.proposals
    assert one.certain is not asked
    assert one.numbers_of(MatchReason.BY_HAND) == (("P2026-000001",) if asked else ())
    if asked:
        with pytest.raises(ByHandByNow):
            imports(office).confirm_one(office.books, replace(decided(one, found), another=frozenset()))


def test_other_payments_of_the_week_leave_a_deposit_certain(
    office: Billed, payments: Payments, tmp_path: Path
) -> None:
    who, other = office.someone(name=KANA), office.someone(name=OTHER)
    first, second = invoices(office, who, 2)
    (theirs,) = invoices(office, other, 1)
    payments.book(office.books, who, by_hand("2026-11-19", first, yen=10_000))
    payments.book(office.books, who, by_hand("2026-11-19", first, yen=GROSS - 10_000, way=PaymentWay.CASH))
    payments.book(office.books, other, by_hand("2026-11-19", theirs, yen=GROSS))
    (one,) = read(office, tmp_path, NOTICE).proposals
    assert (one.certain, one.invoices) == (True, (second,))
