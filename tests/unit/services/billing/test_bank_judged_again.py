"""Deposits that were certain when the file was read are judged again when they are booked."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from hvacdesk.domain.bank.bank_matching import BankProposals, ConfirmedDeposit, MatchReason, confirmed
from hvacdesk.domain.bank.deposit_doubts import BookedByNow, TakenByNow
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.bank_imports import BookedDeposits
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.undo import EditOverwritten
from hvacdesk.store.oversight import audit_log
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import Ground
from tests.unit.services.billing.test_bank_imports import KANA, imports, read, some_days_before

SATO = PersonName("佐藤", "花", "サトウ", "ハナ")


@pytest.fixture
def office(ground: Ground) -> Billed:
    return some_days_before(billed_office(ground))


def certain(found: BankProposals) -> list[ConfirmedDeposit]:
    waiting = {one.invoice: one for one in found.invoices}
    return [confirmed(one, waiting) for one in found.proposals if one.certain]


def test_what_is_certain_still_is_booked(office: Billed, tmp_path: Path) -> None:
    job = office.job(office.someone(name=KANA))
    office.issued(job)
    found = read(office, tmp_path, ("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ"))
    assert imports(office).book_certain(office.books, found.file, certain(found)) == BookedDeposits(1, 0)
    assert office.state(job) is JobState.PAID
    assert imports(office).book_certain(office.books, found.file, certain(found)) == BookedDeposits(0, 0)
    with office.ground.workplace.reading() as session:
        (told,) = audit_log.details_of(session, Action.PAYMENT_BOOKED)
    assert told["doubts"] == []


def test_a_payment_that_was_booked_by_hand_meanwhile_is_not_booked_twice(
    office: Billed, tmp_path: Path
) -> None:
    who = office.someone(name=KANA)
    office.issued(office.job(who))
    found = read(office, tmp_path, ("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ"))
    ready = certain(found)
    payments = Payments(office.ground.workplace)
    payments.book(office.books, who, PaymentRecord("2026-11-20", GROSS, PaymentWay.BANK, payer="ﾀﾅｶ ﾊﾅｺ"))
    assert imports(office).book_certain(office.books, found.file, ready) == BookedDeposits(0, 1)
    assert len(payments.of_customer(office.books, who).payments) == 1


def test_what_would_be_booked_otherwise_is_left_alone(office: Billed, tmp_path: Path) -> None:
    who = office.someone(name=KANA)
    office.issued(office.job(who))
    found = read(office, tmp_path, ("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ"))
    (ready,) = certain(found)
    other = replace(ready, allocations=())
    assert imports(office).book_certain(office.books, found.file, [other]) == BookedDeposits(0, 1)


def test_who_decides_what_was_not_certain_is_in_the_log(office: Billed, tmp_path: Path) -> None:
    office.issued(office.job(office.someone(name=KANA)))
    found = read(office, tmp_path, ("081120", GROSS - 5_000, "ﾀﾅｶ ﾊﾅｺ"))
    (one,) = found.proposals
    assert not one.certain
    decided = confirmed(one, {waiting.invoice: waiting for waiting in found.invoices})
    assert imports(office).confirm(office.books, [decided]) == 1
    with office.ground.workplace.reading() as session:
        (entry,) = audit_log.entries(session, limit=5, actions=(Action.PAYMENT_BOOKED,))
    assert (entry.actor, entry.details["doubts"]) == (office.books.account, [MatchReason.PAYER.value])


def test_what_was_booked_at_once_is_undone_at_once(office: Billed, tmp_path: Path) -> None:
    jobs = [office.job(office.someone(name=name)) for name in (KANA, SATO)]
    for job in jobs:
        office.issued(job)
    deposits = (("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ"), ("081121", GROSS, "ｻﾄｳ ﾊﾅ"))
    found = read(office, tmp_path, *deposits)
    assert imports(office).book_certain(office.books, found.file, certain(found)) == BookedDeposits(2, 0)
    undone = office.ground.workplace.edits.undo(office.books)
    assert "taken back" in english(undone.told)
    rows = Payments(office.ground.workplace).latest(office.books)
    assert [bool(one.row.taken_back_on) for one in rows] == [True, True]
    assert {office.state(job) for job in jobs} == {JobState.INVOICED}
    again = read(office, tmp_path, *deposits)
    assert [one.certain for one in again.proposals] == [True, True]
    with office.ground.workplace.reading() as session:
        kinds = Counter(entry.action for entry in audit_log.entries(session, limit=20))
    assert (kinds[Action.EDIT_UNDONE], kinds[Action.PAYMENT_TAKEN_BACK]) == (1, 2)


def test_what_became_of_a_payment_since_is_not_undone_with_the_batch(office: Billed, tmp_path: Path) -> None:
    who = office.someone(name=KANA)
    office.issued(office.job(who))
    found = read(office, tmp_path, ("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ"))
    imports(office).book_certain(office.books, found.file, certain(found))
    payments = Payments(office.ground.workplace)
    (row,) = payments.of_customer(office.books, who).payments
    payments.take_back(office.books, row.payment, row.version)
    with pytest.raises(EditOverwritten):
        office.ground.workplace.edits.undo(office.books)


def test_nothing_booked_is_nothing_to_undo(office: Billed, tmp_path: Path) -> None:
    found = read(office, tmp_path, ("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ"))
    assert imports(office).book_certain(office.books, found.file, []) == BookedDeposits(0, 0)
    assert not office.ground.workplace.edits.possible(office.books)


def test_a_deposit_that_somebody_decides_is_not_booked_over_what_came_meanwhile(
    office: Billed, tmp_path: Path
) -> None:
    who = office.someone(name=KANA)
    issued = office.issued(office.job(who))
    found = read(office, tmp_path, ("081120", 5_000, "ﾀﾅｶ ﾊﾅｺ"))
    (one,) = found.proposals
    decided = ConfirmedDeposit(one.line, who, ((issued.invoice, 5_000),), 0, (MatchReason.PAYER,))
    payments = Payments(office.ground.workplace)
    by_hand = PaymentRecord("2026-11-20", 5_000, PaymentWay.BANK, payer="ﾀﾅｶ ﾊﾅｺ")
    payments.book(office.books, who, by_hand)
    with pytest.raises(BookedByNow) as asked:
        imports(office).confirm(office.books, [decided], lines=found.file.lines)
    assert len(payments.of_customer(office.books, who).payments) == 1
    said = frozenset(asked.value.alike)
    agreed = replace(decided, doubts=(*decided.doubts, MatchReason.BOOKED), another=said)
    assert imports(office).confirm(office.books, [agreed], lines=found.file.lines) == 1


def test_a_cheque_that_was_taken_meanwhile_is_asked_about_as_well(office: Billed, tmp_path: Path) -> None:
    who = office.someone(name=KANA)
    issued = office.issued(office.job(who))
    found = read(office, tmp_path, ("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ"))
    (decided,) = certain(found)
    payments = Payments(office.ground.workplace)
    cheque = PaymentRecord("2026-11-20", GROSS, PaymentWay.CHEQUE, allocations=((issued.invoice, GROSS),))
    payments.book(office.books, who, cheque)
    again = ConfirmedDeposit(decided.line, who, ())
    with pytest.raises(TakenByNow) as asked:
        imports(office).confirm(office.books, [again], lines=found.file.lines)
    agreed = replace(again, doubts=(MatchReason.TAKEN,), another=frozenset(asked.value.alike))
    assert imports(office).confirm(office.books, [agreed], lines=found.file.lines) == 1


def test_two_deposits_of_one_file_that_are_alike_are_both_booked(office: Billed, tmp_path: Path) -> None:
    """The first one's payment stands for the first one."""
    who = office.someone(name=KANA)
    first, second = (office.issued(office.job(who)) for _each in range(2))
    line = ("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ")
    found = read(office, tmp_path, line, line)
    assert len(found.proposals) == 2
    for one, issued in zip(found.proposals, (first, second), strict=True):
        decided = ConfirmedDeposit(one.line, who, ((issued.invoice, GROSS),))
        assert imports(office).confirm(office.books, [decided], lines=found.file.lines) == 1
