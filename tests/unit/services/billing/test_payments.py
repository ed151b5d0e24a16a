"""Payments: booked, allotted, taken back; invoices and jobs follow in the same step."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hvacdesk.domain.billing.accounting_export import AccountingProgram
from hvacdesk.domain.billing.collected_cash import (
    CashCountEnded,
    CashCountInBooks,
    CashCountNotInBooks,
    CashDiffers,
    CashHandedIn,
    CountsTheSame,
)
from hvacdesk.domain.billing.invoices import InvoiceKind, InvoiceRow, InvoiceState
from hvacdesk.domain.billing.payments import (
    AllottedTooMuch,
    InvoicePayment,
    NothingCollected,
    NotOpen,
    PaidBackAlready,
    PaidBackBefore,
    PaymentReceipted,
    PaymentRecord,
    PaymentTakenBack,
    PaymentWay,
)
from hvacdesk.domain.billing.receipts import ReceiptRecord
from hvacdesk.domain.customers.customers import PaymentMethod
from hvacdesk.domain.disposal.disposal import Blocker
from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, Missing, NotPermitted
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.handover import BooksHandover
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.billing.receipts import Receipts
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.merging import Merging
from hvacdesk.store.customers import customers
from hvacdesk.store.disposal.standstills import standstills
from hvacdesk.store.models import AuditRow, Payment
from hvacdesk.store.retention.retention import histories
from hvacdesk.vault.errors import PaymentUnreadable
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.booked import book_another
from tests.helpers.ground import new_ground
from tests.helpers.people import customer


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Billed]:
    ground = new_ground(tmp_path)
    yield billed_office(ground)
    ground.close()


def paid(yen: int, *allocations: tuple[str, int], **values: object) -> PaymentRecord:
    made = PaymentRecord("2026-11-20", yen, PaymentWay.BANK, allocations=allocations)
    return replace(made, **values)  # type: ignore[arg-type]


def payments(office: Billed) -> Payments:
    return Payments(office.ground.workplace)


def logged(office: Billed, action: Action) -> list[str]:
    with office.ground.workplace.reading() as session:
        rows = session.query(AuditRow).filter(AuditRow.action == action.value)
        return [row.details for row in rows]


def test_an_invoice_that_is_paid_is_settled_and_its_job_too(office: Billed) -> None:
    who = office.someone()
    job = office.job(who)
    issued = office.issued(job)
    payment = payments(office).book(office.books, who, paid(GROSS, (issued.invoice, GROSS)))
    row = office.invoices.detail(office.books, issued.invoice).row
    assert (row.state, row.open_yen) == (InvoiceState.SETTLED, 0)
    assert office.state(job) is JobState.PAID
    events = office.jobs.detail(office.ground.desk, job).events
    assert [(one.kind, one.on) for one in events][-1] == (EventKind.SETTLEMENT, "2026-11-20")
    money = payments(office).of_customer(office.books, who)
    assert money.open_invoices == ()
    (listed,) = money.payments
    assert (listed.payment, listed.number, listed.paid_for) == (
        payment,
        "P2026-000001",
        ((issued.number, GROSS),),
    )
    assert logged(office, Action.PAYMENT_BOOKED)


def test_a_part_leaves_the_rest_open_and_the_job_billed(office: Billed) -> None:
    who = office.someone()
    job = office.job(who)
    issued = office.issued(job)
    payments(office).book(office.books, who, paid(8_000, (issued.invoice, 8_000)))
    assert office.invoices.detail(office.books, issued.invoice).row.open_yen == GROSS - 8_000
    assert office.state(job) is JobState.INVOICED
    payments(office).book(office.books, who, paid(GROSS - 8_440, (issued.invoice, GROSS - 8_000), fee=440))
    assert office.state(job) is JobState.PAID
    assert len(payments(office).of_customer(office.books, who).payments) == 2


def test_more_than_is_open_cannot_be_booked_and_nothing_is(office: Billed) -> None:
    who = office.someone()
    issued = office.issued(office.job(who))
    payments(office).book(office.books, who, paid(10_000, (issued.invoice, 10_000)))
    with pytest.raises(NotOpen):
        payments(office).book(office.books, who, paid(GROSS, (issued.invoice, GROSS)))
    money = payments(office).of_customer(office.books, who)
    assert [one.number for one in money.payments] == ["P2026-000001"]
    payments(office).book(office.books, who, paid(1))
    numbers = [one.number for one in payments(office).of_customer(office.books, who).payments]
    assert numbers == ["P2026-000002", "P2026-000001"]


def test_anothers_invoice_is_not_paid(office: Billed) -> None:
    issued = office.issued(office.job(office.someone()))
    with pytest.raises(InvalidInput):
        payments(office).book(office.books, office.someone(), paid(GROSS, (issued.invoice, GROSS)))


def test_what_is_left_over_is_shown_and_used_later(office: Billed) -> None:
    who = office.someone()
    first = office.issued(office.job(who))
    payment = payments(office).book(office.books, who, paid(GROSS + 5_000, (first.invoice, GROSS)))
    second = office.issued(office.job(who))
    money = payments(office).of_customer(office.books, who)
    assert money.credit == 5_000
    version = money.payments[0].version
    with pytest.raises(AllottedTooMuch):
        payments(office).use_credit(office.books, payment, version, ((second.invoice, 5_001),))
    payments(office).use_credit(office.books, payment, version, ((second.invoice, 5_000),))
    money = payments(office).of_customer(office.books, who)
    assert (money.credit, money.open_invoices[0].open_yen) == (0, GROSS - 5_000)
    with pytest.raises(ChangedMeanwhile):
        payments(office).use_credit(office.books, payment, version, ((second.invoice, 1),))


def test_a_payment_that_is_taken_back_stays_and_opens_its_invoices_again(office: Billed) -> None:
    who = office.someone()
    job = office.job(who)
    issued = office.issued(job)
    payment = payments(office).book(office.books, who, paid(GROSS + 100, (issued.invoice, GROSS)))
    payments(office).take_back(office.books, payment, 1)
    row = office.invoices.detail(office.books, issued.invoice).row
    assert (row.state, row.open_yen) == (InvoiceState.ISSUED, GROSS)
    assert office.state(job) is JobState.INVOICED
    events = office.jobs.detail(office.ground.desk, job).events
    assert EventKind.SETTLEMENT not in [one.kind for one in events]
    money = payments(office).of_customer(office.books, who)
    assert (money.credit, money.payments[0].taken_back_on) == (0, "2026-11-24")
    with pytest.raises(PaymentTakenBack):
        payments(office).take_back(office.books, payment, 2)
    payments(office).book(office.books, who, paid(GROSS, (issued.invoice, GROSS)))
    assert office.state(job) is JobState.PAID


@pytest.mark.parametrize(
    ("agreed", "way"),
    [
        (PaymentMethod.CASH, PaymentWay.CASH),
        (PaymentMethod.CARD, PaymentWay.CARD),
        (PaymentMethod.DEBIT, PaymentWay.DEBIT),
        (PaymentMethod.TRANSFER, PaymentWay.BANK),
        (PaymentMethod.INVOICE, PaymentWay.BANK),
        (PaymentMethod.UNKNOWN, PaymentWay.BANK),
    ],
)
def test_a_payment_begins_with_the_way_that_the_customer_agreed_on(
    office: Billed, agreed: PaymentMethod, way: PaymentWay
) -> None:
    who = office.someone(payment_method=agreed)
    assert payments(office).of_customer(office.books, who).usual_way is way


def test_what_is_left_over_goes_back_and_that_can_be_undone(office: Billed) -> None:
    who = office.someone()
    payment = payments(office).book(office.books, who, paid(5_000))
    for yen in (-5_001, 0, 1):
        with pytest.raises(InvalidInput):
            payments(office).pay_back(office.books, payment, 1, paid(yen))
    back = payments(office).pay_back(office.books, payment, 1, paid(-2_000, way=PaymentWay.CASH))
    money = payments(office).of_customer(office.books, who)
    assert (money.credit, [one.yen for one in money.payments]) == (3_000, [-2_000, 5_000])
    with pytest.raises(PaidBackAlready):
        payments(office).take_back(office.books, payment, 2)
    payments(office).take_back(office.books, back, 1)
    assert payments(office).of_customer(office.books, who).credit == 5_000
    payments(office).take_back(office.books, payment, 3)
    assert payments(office).of_customer(office.books, who).credit == 0


def test_money_left_over_holds_a_disposal_back(office: Billed) -> None:
    who = office.someone()
    payments(office).book(office.books, who, paid(5_000))
    with office.ground.workplace.reading() as session:
        key = customers.get(session, who).id
        assert Blocker.CREDIT_LEFT in standstills(session, [key])[key].blockers
    row = payments(office).of_customer(office.books, who).payments[0]
    payments(office).pay_back(office.books, row.payment, row.version, paid(-5_000))
    with office.ground.workplace.reading() as session:
        assert Blocker.CREDIT_LEFT not in standstills(session, [key])[key].blockers


def test_a_receipt_holds_a_payment(office: Billed) -> None:
    who = office.someone()
    payment = payments(office).book(office.books, who, paid(3_000))
    Receipts(office.ground.workplace).issue(
        office.books, payment, ReceiptRecord("工事代", "2026-11-24"), english
    )
    with pytest.raises(PaymentReceipted, match="R2026-000001"):
        payments(office).take_back(office.books, payment, 1)


def test_a_credit_note_is_set_off_and_paid_back(office: Billed) -> None:
    who = office.someone()
    issued = office.issued(office.job(who))
    payments(office).book(office.books, who, paid(GROSS, (issued.invoice, GROSS)))
    note = office.issue(office.invoices.credit(office.books, issued.invoice, english))
    assert payments(office).of_customer(office.books, who).open_invoices[0].open_yen == -GROSS
    back = paid(-GROSS, (note.invoice, -GROSS), way=PaymentWay.CASH)
    payments(office).book(office.books, who, back)
    assert payments(office).of_customer(office.books, who).open_invoices == ()
    assert office.invoices.detail(office.books, note.invoice).row.state is InvoiceState.SETTLED


def test_deposit_and_final_invoice_settle_the_job_together(office: Billed) -> None:
    who = office.someone()
    job = office.job(who, JobState.ARRANGED)
    deposit = office.issued(job, InvoiceKind.DEPOSIT)
    asked = office.invoices.detail(office.books, deposit.invoice).row.open_yen
    payments(office).book(office.books, who, paid(asked, (deposit.invoice, asked)))
    assert office.state(job) is JobState.ARRANGED
    for state in (JobState.WORKING, JobState.DONE):
        office.jobs.set_state(office.ground.desk, job, state)
    final = office.issued(job, InvoiceKind.FINAL)
    rest = office.invoices.detail(office.books, final.invoice).row.open_yen
    payments(office).book(office.books, who, paid(rest, (final.invoice, rest)))
    assert (office.state(job), asked + rest) == (JobState.PAID, GROSS)


def test_the_payer_is_sealed_and_shown_with_a_reason_alone(office: Billed) -> None:
    who = office.someone()
    payment = payments(office).book(office.books, who, paid(1_000, payer="ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ"))
    with office.ground.workplace.reading() as session:
        row = session.query(Payment).one()
        assert "ｱｵﾊﾞ".encode() not in (row.payer or b"")
        with pytest.raises(PaymentUnreadable):
            office.ground.workplace.vault.open_payment("payments", "payer", row.id + 1, row.payer or b"")
    with office.ground.workplace.reading() as session:
        key = customers.get(session, who).id
        (history,) = histories(session, [key])
        assert RecordField.PAYMENT in history.facts.held
    shown = payments(office).payer(office.books, payment, RevealReason.CORRECTION)
    assert shown == "ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ"
    (row,) = payments(office).of_customer(office.books, who).payments
    assert (row.payer.hidden, "ｱｵﾊﾞ" in row.payer.text) == (True, False)
    assert '"payment"' in logged(office, Action.REVEALED)[-1]
    with pytest.raises(NotPermitted):
        payments(office).payer(office.ground.desk, payment, RevealReason.CORRECTION)


def test_collected_cash_is_handed_in_and_counted(office: Billed) -> None:
    who = office.someone()
    technician = office.ground.people[Role.TECHNICIAN].account
    made = [
        payments(office).book(office.books, who, paid(yen, way=PaymentWay.CASH, collected_by=technician))
        for yen in (3_000, 4_000)
    ]
    (out,) = payments(office).cash_out(office.books)
    assert (out.account, out.yen, [one.payment for one in out.payments]) == (technician, 7_000, made)
    with pytest.raises(CashDiffers, match=r"6,500.*7,000"):
        payments(office).hand_in(office.books, made, 6_500)
    with pytest.raises(InvalidInput):
        payments(office).hand_in(office.books, [made[0], made[0], made[1]], 10_000)
    payments(office).hand_in(office.books, made, 7_000)
    assert payments(office).cash_out(office.books) == ()
    with pytest.raises(CashHandedIn, match="P2026-000001 was counted already, by accounting"):
        payments(office).hand_in(office.books, made, 7_000)


def test_cash_is_handed_in_with_a_difference_that_somebody_explains(office: Billed) -> None:
    """Whoever paid has paid; what is missing is the office's, not theirs."""
    who, technician = office.someone(), office.ground.people[Role.TECHNICIAN].account
    issued = office.issued(office.job(who)).invoice
    record = paid(GROSS, (issued, GROSS), way=PaymentWay.CASH, collected_by=technician)
    made = payments(office).book(office.books, who, record)
    for counted, reason in ((GROSS - 450, " "), (-1, "short")):
        with pytest.raises(InvalidInput):
            payments(office).hand_in(office.books, [made], counted, reason)
    assert payments(office).cash_differences(office.books) == ()
    payments(office).hand_in(office.books, [made], GROSS - 450, "釣銭の渡し間違い")
    assert payments(office).cash_out(office.books) == ()
    row = office.invoices.detail(office.books, issued).row
    assert (row.state, row.open_yen) == (InvoiceState.SETTLED, 0)
    (one,) = payments(office).cash_differences(office.books)
    assert (one.on, one.yen, one.expected_yen, one.reason) == ("2026-11-24", -450, GROSS, "釣銭の渡し間違い")
    assert one.numbers == ("P2026-000001",)
    assert one.collected_by
    assert one.counted_by
    assert one.collected_by != one.counted_by
    with office.ground.workplace.reading() as session:
        last = session.query(AuditRow).order_by(AuditRow.id.desc()).first()
    assert last is not None
    details = json.loads(last.details)
    assert last.action == Action.CASH_HANDED_IN.value
    assert (details["collected_yen"], details["counted_yen"]) == (GROSS, GROSS - 450)


def counted_short(office: Billed) -> str:
    """Cash that was counted with 450 yen missing; record id of the payment."""
    technician = office.ground.people[Role.TECHNICIAN].account
    record = paid(5_000, way=PaymentWay.CASH, collected_by=technician)
    made = payments(office).book(office.books, office.someone(), record)
    payments(office).hand_in(office.books, [made], 4_550, "miscounted")
    return made


def test_a_wrong_count_is_taken_back_with_its_reason_and_the_cash_counted_again(office: Billed) -> None:
    made = counted_short(office)
    (count,) = payments(office).cash_counts(office.books)
    with pytest.raises(Missing):
        payments(office).take_count_back(office.books, count.count, " ")
    with pytest.raises(NotPermitted):
        payments(office).take_count_back(office.ground.desk, count.count, "x")
    payments(office).take_count_back(office.books, count.count, "another envelope")
    ((again,),) = (one.payments for one in payments(office).cash_out(office.books))
    assert (again.payment, again.handed_in_on) == (made, "")
    assert payments(office).cash_differences(office.books) == ()
    (back,) = payments(office).cash_counts(office.books)
    assert (back.taken_back_on, back.why, back.numbers) == (
        *("2026-11-24", "another envelope"),
        ("P2026-000001",),
    )
    assert back.taken_back_by
    assert not back.can_go_back
    assert len(logged(office, Action.CASH_COUNT_TAKEN_BACK)) == 1
    with pytest.raises(CashCountEnded):
        payments(office).take_count_back(office.books, count.count, "again")
    payments(office).hand_in(office.books, [made], 5_000)
    newer, older = payments(office).cash_counts(office.books)
    assert (newer.yen, newer.numbers, older.numbers) == (0, ("P2026-000001",), ("P2026-000001",))
    payments(office).take_count_back(office.books, newer.count, "one that was right goes back as well")
    assert len(payments(office).cash_out(office.books)) == 1


def test_a_count_that_the_books_have_is_corrected_by_a_new_one(office: Billed) -> None:
    counted_short(office)
    (count,) = payments(office).cash_counts(office.books)
    with pytest.raises(CashCountNotInBooks):
        payments(office).correct_count(office.books, count.count, 5_000, "found")
    books = BooksHandover(office.ground.workplace)
    month = ("2026-11-01", "2026-11-24")
    books.export(office.books, AccountingProgram.MONEY_FORWARD, *month)
    with pytest.raises(CashCountInBooks, match=r"handed over.*Correct"):
        payments(office).take_count_back(office.books, count.count, "too late")
    assert payments(office).cash_out(office.books) == ()
    with pytest.raises(CountsTheSame):
        payments(office).correct_count(office.books, count.count, 4_550, "the same")
    payments(office).correct_count(office.books, count.count, 5_000, "found in the van")
    new, old = payments(office).cash_counts(office.books)
    assert (new.expected_yen, new.counted_yen, new.yen, new.corrects) == (4_550, 5_000, 450, True)
    assert new.numbers == old.numbers == ("P2026-000001",)
    assert (old.corrected, old.can_be_corrected, new.can_go_back) == (True, False, True)
    assert logged(office, Action.CASH_COUNT_CORRECTED)
    summary = books.summary(office.books, *month)
    assert (summary.differences, summary.differing_yen) == (1, 450)
    file = books.export(office.books, AccountingProgram.MONEY_FORWARD, *month)
    assert b"P2026-000001" in file.content
    for act in (
        lambda: payments(office).take_count_back(office.books, old.count, "x"),
        lambda: payments(office).correct_count(office.books, old.count, 1, "x"),
    ):
        with pytest.raises(CashCountEnded):
            act()
    payments(office).correct_count(office.books, new.count, 4_900, "and again")
    assert books.summary(office.books, *month).differing_yen == -100
    (last, *_others) = payments(office).cash_counts(office.books)
    payments(office).take_count_back(office.books, last.count, "it was right before")
    assert books.summary(office.books, *month).differences == 0
    assert payments(office).cash_counts(office.books)[1].can_be_corrected


def test_what_was_taken_back_before_the_books_had_it_never_goes_there(office: Billed) -> None:
    counted_short(office)
    (count,) = payments(office).cash_counts(office.books)
    payments(office).take_count_back(office.books, count.count, "wrong")
    summary = BooksHandover(office.ground.workplace).summary(office.books, "2026-11-01", "2026-11-24")
    assert (summary.differences, summary.payments) == (0, 1)


def test_cash_of_two_people_is_counted_apart(office: Billed) -> None:
    people = office.ground.people
    made = [
        payments(office).book(
            office.books,
            office.someone(),
            paid(3_000, way=PaymentWay.CASH, collected_by=people[role].account),
        )
        for role in (Role.TECHNICIAN, Role.DESK)
    ]
    with pytest.raises(InvalidInput):
        payments(office).hand_in(office.books, made, 6_000)


def test_a_reason_for_what_is_right_notes_no_difference(office: Billed) -> None:
    technician = office.ground.people[Role.TECHNICIAN].account
    record = paid(3_000, way=PaymentWay.CASH, collected_by=technician)
    made = payments(office).book(office.books, office.someone(), record)
    payments(office).hand_in(office.books, [made], 3_000, "counted twice")
    assert payments(office).cash_differences(office.books) == ()


def test_nobody_unknown_collects_cash(office: Billed) -> None:
    with pytest.raises(InvalidInput) as refused:
        payments(office).book(
            office.books, office.someone(), paid(500, way=PaymentWay.CASH, collected_by="f" * 32)
        )
    assert refused.value.field == "collected_by"


def test_a_merged_customers_payments_go_with_it(office: Billed) -> None:
    one, other = office.someone(), office.someone()
    issued = office.issued(office.job(other))
    payment = payments(office).book(
        office.books, other, paid(8_000, (issued.invoice, 8_000), payer="ﾀﾅｶ ﾊﾅｺ")
    )
    versions = tuple(
        Customers(office.ground.workplace).detail(office.ground.owner, each).version for each in (one, other)
    )
    Merging(office.ground.workplace).merge(office.ground.owner, one, other, versions, {})
    money = payments(office).of_customer(office.books, one)
    assert [row.payment for row in money.payments] == [payment]
    assert payments(office).payer(office.books, payment, RevealReason.CORRECTION) == "ﾀﾅｶ ﾊﾅｺ"
    assert money.open_invoices[0].open_yen == GROSS - 8_000


def test_who_does_not_keep_the_books_books_nothing(office: Billed) -> None:
    who = Customers(office.ground.workplace).add(office.ground.desk, customer())
    for actor in (office.ground.desk, office.ground.people[Role.TECHNICIAN]):
        with pytest.raises(NotPermitted):
            payments(office).book(actor, who, paid(1_000))


def test_what_came_in_for_an_invoice_is_told_to_who_sees_billing(office: Billed) -> None:
    who = office.someone()
    first, second = (office.issued(office.job(who)) for _ in range(2))
    allocations = ((first.invoice, GROSS), (second.invoice, 1_000))
    record = PaymentRecord("2026-11-24", GROSS + 560, PaymentWay.BANK, fee=440, allocations=allocations)
    made = payments(office).book(office.books, who, record)
    for actor in (office.books, office.ground.desk):
        (told,) = payments(office).received(actor, [second.invoice])
        assert told == InvoicePayment(
            *(second.invoice, second.number, 1_000, "2026-11-24", GROSS + 560, 440, PaymentWay.BANK),
            part_fee=23,
        )
    both = payments(office).received(office.books, [first.invoice, second.invoice])
    assert [one.part_fee for one in both] == [417, 23], "one fee is borne once"
    payments(office).take_back(office.books, made, 1)
    assert payments(office).received(office.books, [first.invoice, second.invoice]) == ()
    with pytest.raises(NotPermitted):
        payments(office).received(office.ground.people[Role.TECHNICIAN], [first.invoice])


def test_what_credit_notes_paid_of_an_invoice_is_no_money_that_came(office: Billed) -> None:
    who = Customers(office.ground.workplace).add(office.ground.desk, customer())
    first, second, third = (office.issued(office.job(who)).invoice for _ in range(3))
    payments(office).book(office.books, who, paid(GROSS, (first, GROSS)))
    note = office.issue(office.invoices.credit(office.books, first, english)).invoice

    def told(invoice: str) -> list[tuple[int, int, int]]:
        found = payments(office).received(office.books, [invoice])
        return [(one.part, one.part_fee, one.part_set_off) for one in found]

    some = paid(GROSS - 1_440, (second, GROSS), (note, -1_000))
    payments(office).book(office.books, who, replace(some, fee=440))
    assert told(second) == [(GROSS, 440, 1_000)]
    payments(office).book(office.books, who, paid(0, (third, 8_000), (note, -8_000)))
    payments(office).book(office.books, who, paid(-4_000, (third, 5_755), (note, -9_755)))
    assert told(third) == [(8_000, 0, 8_000), (5_755, 0, 5_755)]
    assert told(note) == [(-1_000, 0, 0), (-8_000, 0, 0), (-9_755, 0, 0)]


def test_what_a_customer_set_off_pays_the_invoice_and_is_no_money_that_came(office: Billed) -> None:
    """A general contractor keeps its safety association's fee and pays the rest by bill."""
    who = office.someone()
    made = office.issued(office.job(who)).invoice
    fee = paid(755, (made, 755), way=PaymentWay.SET_OFF)
    payments(office).book(office.books, who, fee)
    bill = payments(office).book(office.books, who, paid(18_000, (made, 18_000), way=PaymentWay.BILL))
    told = payments(office).received(office.books, [made])
    assert [(one.way, one.part, one.part_set_off) for one in told] == [
        (PaymentWay.SET_OFF, 755, 755),
        (PaymentWay.BILL, 18_000, 0),
    ]
    assert office.invoices.detail(office.books, made).row.state is InvoiceState.SETTLED
    payments(office).take_back(office.books, bill, 1)
    dishonoured = office.invoices.detail(office.books, made).row
    assert (dishonoured.state, dishonoured.open_yen) == (InvoiceState.ISSUED, 18_000)


def test_an_invoice_that_was_set_off_as_a_whole_is_not_called_paid(office: Billed) -> None:
    who = office.someone()
    first, second = (office.issued(office.job(who)).invoice for _ in range(2))
    payments(office).book(office.books, who, paid(GROSS, (first, GROSS), way=PaymentWay.SET_OFF))
    payments(office).book(office.books, who, paid(755, (second, 755), way=PaymentWay.SET_OFF))
    payments(office).book(office.books, who, paid(18_000, (second, 18_000)))
    rows = [office.invoices.detail(office.books, one).row for one in (first, second)]
    assert [(row.state, row.set_off) for row in rows] == [
        (InvoiceState.SETTLED, True),
        (InvoiceState.SETTLED, False),
    ]


def test_an_invoice_that_is_paid_in_part_says_so_and_one_credited_in_part_does_not(office: Billed) -> None:
    first, second = (office.issued(office.job()).invoice for _ in range(2))

    def row(invoice: str) -> InvoiceRow:
        return office.invoices.detail(office.books, invoice).row

    assert not row(first).part_paid
    payment = payments(office).book(office.books, row(first).customer, paid(8_000, (first, 8_000)))
    assert (row(first).paid_yen, row(first).open_yen, row(first).part_paid) == (8_000, GROSS - 8_000, True)
    (listed,) = payments(office).latest(office.books)
    payments(office).take_back(office.books, payment, listed.row.version)
    assert (row(first).paid_yen, row(first).part_paid) == (0, False)
    other = payments(office).book(office.books, row(first).customer, paid(2_000, (first, 2_000)))
    assert row(first).paid_yen == 2_000, "what was taken back pays for nothing"
    payments(office).take_back(office.books, other, 1)
    draft = office.invoices.credit(office.books, second, english)
    detail = office.invoices.detail(office.books, draft)
    some = replace(detail.record, lines=detail.record.lines[-1:])
    office.invoices.issue(office.books, draft, detail.row.version, english, some)
    assert 0 < row(second).open_yen < GROSS
    assert not row(second).part_paid
    payments(office).book(office.books, row(first).customer, paid(GROSS, (first, GROSS)))
    assert not row(first).part_paid


@pytest.mark.parametrize("sum_of", [0, -GROSS])
def test_nobody_collects_what_goes_back(office: Billed, sum_of: int) -> None:
    """It would wait to be handed in for ever, as a sum that nobody can count."""
    who, technician = office.someone(), office.ground.people[Role.TECHNICIAN].account
    issued = office.issued(office.job(who))
    payments(office).book(office.books, who, paid(GROSS, (issued.invoice, GROSS)))
    note = office.issue(office.invoices.credit(office.books, issued.invoice, english))
    other = office.issued(office.job(who))
    parts = [(note.invoice, -GROSS)] + ([(other.invoice, GROSS)] if not sum_of else [])
    record = paid(sum_of, *parts, way=PaymentWay.CASH)
    with pytest.raises(NothingCollected) as refused:
        payments(office).book(office.books, who, replace(record, collected_by=technician))
    assert refused.value.field == "collected_by"
    payments(office).book(office.books, who, record)
    assert payments(office).cash_out(office.books) == ()


def test_money_does_not_go_back_before_it_came(office: Billed) -> None:
    who = office.someone()
    payment = payments(office).book(office.books, who, paid(600))
    early = PaymentRecord("2026-11-19", -600, PaymentWay.CASH)
    with pytest.raises(PaidBackBefore) as refused:
        payments(office).pay_back(office.books, payment, 1, early)
    assert refused.value.field == "received_on"
    payments(office).pay_back(office.books, payment, 1, replace(early, received_on="2026-11-20"))


def test_collected_cash_that_is_not_handed_in_holds_a_disposal_back(office: Billed) -> None:
    who, technician = office.someone(), office.ground.people[Role.TECHNICIAN].account
    record = paid(500, way=PaymentWay.CASH, collected_by=technician)
    made = payments(office).book(office.books, who, record)

    def held() -> bool:
        with office.ground.workplace.reading() as session:
            key = customers.get(session, who).id
            return Blocker.CASH_OUT in standstills(session, [key])[key].blockers

    assert held()
    payments(office).hand_in(office.books, [made], 500)
    assert not held()
    wrong = book_another(payments(office), office.books, who, record)
    assert held()
    payments(office).take_back(office.books, wrong, 1)
    assert not held()
