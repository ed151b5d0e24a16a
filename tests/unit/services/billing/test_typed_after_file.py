"""Whether somebody types what a bank's file brought, or a file brings what somebody typed: both are asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hvacdesk.domain.bank.bank_matching import ConfirmedDeposit
from hvacdesk.domain.bank.typed_payments import (
    BroughtAlready,
    FromFileAlready,
    PartOfDeposit,
    SeveralDeposits,
)
from hvacdesk.domain.billing.payment_doubts import PAYMENT_ALIKE, PaymentAlike
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.oversight.audit_log import AuditLog
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import START, Ground, new_ground
from tests.unit.services.billing.test_bank_imports import KANA, OTHER, imports, read, some_days_before

PAYER, YEN = "ﾀﾅｶ ﾊﾅｺ", 50_000
UNREAD = PersonName("田中", "春子")
Deposit = tuple[str, int, str]


@pytest.fixture
def office(ground: Ground) -> Billed:
    return some_days_before(billed_office(ground))


@pytest.fixture
def payments(ground: Ground) -> Payments:
    return Payments(ground.workplace)


def bank(on: str, yen: int = YEN, way: PaymentWay = PaymentWay.BANK) -> PaymentRecord:
    return PaymentRecord(on, yen, way)


def brought(office: Billed, folder: Path, who: str, *deposits: Deposit) -> None:
    """Book every deposit of a file for one customer."""
    found = read(office, folder, *deposits)
    for one in found.proposals:
        shown = ConfirmedDeposit(one.line, who, (), another=frozenset(it.payment for it in one.alike))
        imports(office).confirm_one(office.books, shown, lines=found.file.lines)


_CASES: dict[str, tuple[list[PaymentRecord], list[Deposit]]] = {
    "that day": ([bank("2026-11-20")], [("081120", YEN, PAYER)]),
    "three working days before": ([bank("2026-11-17")], [("081120", YEN, PAYER)]),
    "four working days before": ([bank("2026-11-16")], [("081120", YEN, PAYER)]),
    "three working days after": ([bank("2026-11-24")], [("081119", YEN, PAYER)]),
    "four working days after": ([bank("2026-11-24")], [("081117", YEN, PAYER)]),
    "before the fee": ([bank("2026-11-18")], [("081120", YEN - 440, PAYER)]),
    "less what is no fee": ([bank("2026-11-18")], [("081120", YEN - 441, PAYER)]),
    "in two parts": ([bank("2026-11-18", 20_000), bank("2026-11-20", 30_000)], [("081120", YEN, PAYER)]),
    "in parts of another sum": (
        [bank("2026-11-18", 20_000), bank("2026-11-20", 30_001)],
        [("081120", YEN, PAYER)],
    ),
    "two together": ([bank("2026-11-18", YEN)], [("081119", 20_000, PAYER), ("081120", 30_000, PAYER)]),
    "two together less a fee each": (
        [bank("2026-11-18", YEN)],
        [("081119", 19_560, PAYER), ("081120", 29_560, PAYER)],
    ),
    "two that come to another sum": (
        [bank("2026-11-18", YEN)],
        [("081119", 20_000, PAYER), ("081120", 31_001, PAYER)],
    ),
    "taken as a debit": ([bank("2026-11-18", way=PaymentWay.DEBIT)], [("081120", YEN, PAYER)]),
    "in cash": ([bank("2026-11-20", way=PaymentWay.CASH)], [("081120", YEN, PAYER)]),
    "a cheque": ([bank("2026-11-16", way=PaymentWay.CHEQUE)], [("081120", YEN, PAYER)]),
    "a cheque of a later day": ([bank("2026-11-23", way=PaymentWay.CHEQUE)], [("081120", YEN, PAYER)]),
}
_ASKED = (
    *("that day", "three working days before", "three working days after", "before the fee", "in two parts"),
    *("two together", "two together less a fee each", "taken as a debit", "a cheque"),
)
_PAYERS = {
    "the customer's own": "",
    "another's of the payer": PAYER,
    "another's of the name": "",
    "a stranger's": "ｽｽﾞｷ ｲﾁﾛｳ",
}
"""The payer that is typed."""


def type_in(office: Billed, who: str, record: PaymentRecord, whose: str) -> None:
    payments = Payments(office.ground.workplace)
    payments.book(office.books, who, replace(record, payer=_PAYERS[whose]))


def pair(office: Billed, whose: str) -> tuple[str, str]:
    """Whose deposit the file brings, and for whom a payment is typed."""
    payer = office.someone(name=KANA)
    if whose == "the customer's own":
        return payer, payer
    return payer, office.someone(name=UNREAD if whose == "another's of the name" else OTHER)


def asked_by_the_file(office: Billed, folder: Path, case: str, whose: str) -> bool:
    (_payer, other), (typed, deposits) = pair(office, whose), _CASES[case]
    office.ground.clock.now = START
    for record in typed:
        type_in(office, other, record, whose)
    return any(one.alike for one in read(office, folder, *deposits).proposals)


def asked_while_typing(office: Billed, folder: Path, case: str, whose: str) -> bool:
    (payer, other), (typed, deposits) = pair(office, whose), _CASES[case]
    brought(office, folder, payer, *deposits)
    *first, last = typed
    for record in first:
        type_in(office, other, record, whose)
    try:
        type_in(office, other, last, whose)
    except PaymentAlike:
        return True
    return False


@pytest.mark.parametrize("whose", _PAYERS)
@pytest.mark.parametrize("case", _CASES)
def test_typing_asks_where_the_file_would_have_asked(tmp_path: Path, case: str, whose: str) -> None:
    """Of two customers one pays by the file, and the other, or the same, is typed: in either order."""
    asked = list[bool]()
    for ask in (asked_by_the_file, asked_while_typing):
        folder = tmp_path / ask.__name__
        folder.mkdir()
        ground = new_ground(folder)
        asked.append(ask(some_days_before(billed_office(ground)), folder, case, whose))
        ground.close()
    assert asked[0] is asked[1]
    if whose == "the customer's own":
        assert asked[1] is (case in _ASKED)


@pytest.mark.parametrize(
    ("case", "kind"),
    [
        ("three working days before", FromFileAlready),
        ("in two parts", PartOfDeposit),
        ("two together", SeveralDeposits),
        ("a cheque", BroughtAlready),
    ],
)
def test_the_payments_are_named_and_who_says_that_it_is_another_one_books_it(
    office: Billed, payments: Payments, tmp_path: Path, case: str, kind: type[PaymentAlike]
) -> None:
    typed, deposits = _CASES[case]
    who = office.someone(name=KANA)
    brought(office, tmp_path, who, *deposits)
    of_file = {one.payment: one.number for one in payments.of_customer(office.books, who).payments}
    *first, last = typed
    for record in first:
        payments.book(office.books, who, record)
    with pytest.raises(kind) as asked:
        payments.book(office.books, who, last)
    assert set(asked.value.alike) == set(of_file)
    what = asked.value.sentences(english)[0]
    assert all(number in what for number in of_file.values())
    payments.book(office.books, who, last, another=asked.value.alike)
    assert len(payments.of_customer(office.books, who).payments) == len(typed) + len(deposits)
    entry = AuditLog(office.ground.workplace).entries(office.ground.owner, action=Action.PAYMENT_BOOKED)[0]
    assert entry.details["doubts"] == [PAYMENT_ALIKE]
