"""Two people book the same payment: the second is asked, by the service, whether theirs is another one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.billing.payment_doubts import PAYMENT_ALIKE, PaymentAlike
from hvacdesk.domain.billing.payments import PaidMeanwhile, PaymentRecord, PaymentWay
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.oversight.audit_log import AuditLog
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import Ground

CASH = PaymentRecord("2026-11-20", 5_000, PaymentWay.CASH)


@pytest.fixture
def office(ground: Ground) -> Billed:
    return billed_office(ground)


@pytest.fixture
def payments(ground: Ground) -> Payments:
    return Payments(ground.workplace)


def booked(office: Billed, payments: Payments, who: str) -> list[str]:
    return sorted(one.payment for one in payments.of_customer(office.books, who).payments)


def doubts(office: Billed) -> list[list[str]]:
    log = AuditLog(office.ground.workplace)
    entries = log.entries(office.ground.owner, action=Action.PAYMENT_BOOKED)
    return [list(one.details["doubts"]) for one in reversed(entries)]


def test_the_second_is_asked_about_the_first(office: Billed, payments: Payments) -> None:
    who, owner = office.someone(), office.ground.people[Role.OWNER]
    first = payments.book(office.books, who, CASH)
    with pytest.raises(PaymentAlike) as asked:
        payments.book(owner, who, CASH)
    assert asked.value.alike == (first,)
    what = asked.value.sentences(english)[0]
    assert "P2026-000001" in what
    assert f"by {office.books.name}" in what
    assert booked(office, payments, who) == [first]
    second = payments.book(owner, who, CASH, another=asked.value.alike)
    assert booked(office, payments, who) == sorted([first, second])
    assert doubts(office) == [[], [PAYMENT_ALIKE]]


def test_an_answer_counts_for_what_was_named_alone(office: Billed, payments: Payments) -> None:
    who = office.someone()
    first = payments.book(office.books, who, CASH)
    second = payments.book(office.books, who, CASH, another=(first,))
    with pytest.raises(PaymentAlike) as asked:
        payments.book(office.books, who, CASH, another=(first, "0" * 32))
    assert asked.value.alike == (second, first)


@pytest.mark.parametrize(
    ("other", "asks"),
    [
        ({"received_on": "2026-11-21"}, True),
        ({"received_on": "2026-11-19"}, True),
        ({"note": "at the door"}, True),
        ({"received_on": "2026-11-22"}, False),
        ({"received_on": "2026-11-18"}, False),
        ({"yen": 5_001}, False),
        ({"way": PaymentWay.BANK}, False),
    ],
    ids=str,
)
def test_what_is_asked_about(
    office: Billed, payments: Payments, other: dict[str, object], asks: bool
) -> None:
    who = office.someone()
    payments.book(office.books, who, CASH)
    record = replace(CASH, **other)  # type: ignore[arg-type]
    if asks:
        with pytest.raises(PaymentAlike):
            payments.book(office.books, who, record)
    else:
        payments.book(office.books, who, record)
    payments.book(office.books, office.someone(), CASH)


def test_what_was_taken_back_is_none_like_it(office: Billed, payments: Payments) -> None:
    who = office.someone()
    first = payments.book(office.books, who, CASH)
    (row,) = payments.of_customer(office.books, who).payments
    payments.take_back(office.books, first, row.version)
    payments.book(office.books, who, CASH)
    assert doubts(office) == [[], []]


def test_what_is_refused_is_said_before_anything_is_asked(office: Billed, payments: Payments) -> None:
    who = office.someone()
    issued = office.issued(office.job(who))
    paid = PaymentRecord("2026-11-24", GROSS, PaymentWay.BANK, allocations=((issued.invoice, GROSS),))
    payments.book(office.books, who, paid)
    with pytest.raises(PaidMeanwhile):
        payments.book(office.books, who, paid)


def test_money_that_goes_back_twice_is_asked_about(office: Billed, payments: Payments) -> None:
    who = office.someone()
    payment = payments.book(office.books, who, replace(CASH, yen=9_000))
    back = PaymentRecord("2026-11-24", -3_000, PaymentWay.CASH)
    version = payments.of_customer(office.books, who).payments[0].version
    first = payments.pay_back(office.books, payment, version, back)
    row = next(one for one in payments.of_customer(office.books, who).payments if one.payment == payment)
    with pytest.raises(PaymentAlike) as asked:
        payments.pay_back(office.books, payment, row.version, back)
    assert asked.value.alike == (first,)
    payments.pay_back(office.books, payment, row.version, back, another=(first,))
    row = next(one for one in payments.of_customer(office.books, who).payments if one.payment == payment)
    assert row.credit == 3_000
    assert doubts(office) == [[], [], [PAYMENT_ALIKE]]


def test_a_set_off_is_like_one_of_the_same_documents_alone(office: Billed, payments: Payments) -> None:
    who = office.someone()
    paid, first, second = (office.issued(office.job(who)).invoice for _ in range(3))
    whole = PaymentRecord("2026-11-23", GROSS, PaymentWay.BANK, allocations=((paid, GROSS),))
    payments.book(office.books, who, whole)
    note = office.issue(office.invoices.credit(office.books, paid, english)).invoice

    def set_off(invoice: str, yen: int = 1_000) -> PaymentRecord:
        parts = ((invoice, yen), (note, -yen))
        return PaymentRecord("2026-11-24", 0, PaymentWay.SET_OFF, allocations=parts)

    made = payments.book(office.books, who, set_off(first))
    payments.book(office.books, who, set_off(second))
    payments.book(office.books, who, set_off(first, 2_000))
    with pytest.raises(PaymentAlike) as asked:
        payments.book(office.books, who, set_off(first))
    assert asked.value.alike == (made,)
