"""A whole file of another program or of a bank is taken back; what was built on it stays, and is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hvacdesk.domain.bank.bank_matching import BankProposals, confirmed
from hvacdesk.domain.billing.accounting_export import AccountingProgram
from hvacdesk.domain.billing.invoice_rules import Stated
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.receipts import ReceiptRecord
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.errors import NotPermitted, RecordGone
from hvacdesk.domain.exchange.taken_imports import ImportKind, StayingRow, StayReason
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.handover import BooksHandover
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.billing.receipts import Receipts
from hvacdesk.services.exchange.import_history import ImportHistory, ImportTouched
from hvacdesk.services.undo import EditOverwritten
from hvacdesk.store.billing import imported
from hvacdesk.store.oversight import audit_log
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import Ground
from tests.unit.services.billing import test_bank_imports as bank
from tests.unit.services.billing import test_outside_invoices as outside

INVOICES, DEPOSITS = ImportKind.OUTSIDE_INVOICES, ImportKind.DEPOSITS
SATO = PersonName("佐藤", "花", "サトウ", "ハナ")
LINES = (("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ"), ("081121", GROSS + 1_000, "ｻﾄｳ ﾊﾅ"))


@pytest.fixture
def office(ground: Ground) -> Billed:
    return billed_office(ground)


@pytest.fixture
def history(ground: Ground) -> ImportHistory:
    return ImportHistory(ground.workplace)


def taken(office: Billed, folder: Path) -> tuple[str, str]:
    """Two jobs, billed and paid by another program as its file says; a person had noted one of the days."""
    who = office.someone(name=outside.TANAKA)
    first, second = office.job(who), office.job(who)
    outside.note(office, first, EventKind.INVOICE, "2026-11-21")
    rows = [
        f"INV-{count},2026-11-21,田中花子,{outside.number(office, job)},88000,入金済み,2026-11-22"
        for count, job in enumerate((first, second))
    ]
    found = outside.read(office, folder, *rows)
    one, other = (proposal.taken() for proposal in found.proposals)
    outside.outside(office).take_certain(office.books, found.file, found.mark, [one])
    outside.outside(office).confirm(office.books, found.mark, [other])
    return first, second


def booked(office: Billed, folder: Path) -> BankProposals:
    """A bank's file of two deposits: one was certain, the other one is more than the invoice asks for."""
    bank.some_days_before(office)
    for name in (bank.KANA, SATO):
        office.issued(office.job(office.someone(name=name)))
    found = bank.read(office, folder, *LINES)
    waiting = {one.invoice: one for one in found.invoices}
    certain = [confirmed(one, waiting) for one in found.proposals if one.certain]
    bank.imports(office).book_certain(office.books, found.file, certain)
    (other,) = (one for one in found.proposals if not one.certain)
    invoice = next(one.invoice for one in found.invoices if one.invoice != certain[0].allocations[0][0])
    decided = confirmed(replace(other, invoices=(invoice,)), waiting)
    bank.imports(office).confirm(office.books, [decided], found.file.way, found.file.digest)
    return found


def undo(history: ImportHistory, office: Billed, kind: ImportKind) -> int:
    """Look at the one import of a kind, and take it back as it was seen."""
    (row,) = history.all(office.books, kind)
    mark = history.look(office.books, kind, row.record).mark
    return history.undo(office.books, kind, row.record, mark)


def test_a_whole_file_of_another_program_is_taken_back_whatever_was_done_elsewhere_since(
    office: Billed, history: ImportHistory, tmp_path: Path
) -> None:
    first, second = taken(office, tmp_path)
    assert {office.state(first), office.state(second)} == {JobState.PAID}
    Payments(office.ground.workplace).book(
        office.books, office.someone(), PaymentRecord("2026-11-20", 500, PaymentWay.CASH)
    )
    (row,) = history.all(office.books, INVOICES)
    assert (row.going, row.staying, row.by) == (2, 0, "accounting")
    assert undo(history, office, INVOICES) == 2
    assert outside.money(office, first) == [JobEvent(EventKind.INVOICE, "2026-11-21")]
    assert outside.money(office, second) == []
    assert {office.state(first), office.state(second)} == {JobState.DONE}
    assert history.all(office.books, INVOICES) == ()
    with office.ground.workplace.reading() as session:
        assert len(tuple(audit_log.details_of(session, Action.OUTSIDE_INVOICES_TAKEN))) == 2
        (told,) = audit_log.details_of(session, Action.IMPORT_UNDONE)
    assert (told["imported"], told["rows"], told["stayed"]) == ("outside_invoices", 2, 0)


def test_who_noted_a_day_before_the_import_is_known_after_it_was_taken_back(
    office: Billed, history: ImportHistory, tmp_path: Path
) -> None:
    first, _second = taken(office, tmp_path)
    undo(history, office, INVOICES)
    with office.ground.workplace.reading() as session:
        (noted,) = imported.noted(outside.job_store.job(session, first)).values()
    assert noted.by == office.ground.desk.account


def bill_here(office: Billed, job: str) -> None:
    office.invoices.issue(
        office.books,
        made := office.draft(job),
        office.invoices.detail(office.books, made).row.version,
        english,
        stated=Stated.ASKS_FOR_ELSE,
    )


def move_on(office: Billed, job: str) -> None:
    with office.ground.workplace.transaction() as session:
        row = outside.job_store.job(session, job)
        by, at = office.ground.desk.account, "2026-11-24T09:00:00Z"
        outside.job_store.move(session, row, JobState.INVOICED, actor=by, at=at)


def note_more(office: Billed, job: str) -> None:
    outside.note(office, job, EventKind.CONTRACT, "2026-11-02")


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (bill_here, StayReason.BILLED_HERE),
        (move_on, StayReason.MOVED),
        (note_more, StayReason.NOTED),
    ],
)
def test_a_job_that_was_worked_with_stays_and_that_is_said_before(
    office: Billed,
    history: ImportHistory,
    tmp_path: Path,
    act: Callable[[Billed, str], None],
    reason: StayReason,
) -> None:
    first, second = taken(office, tmp_path)
    act(office, second)
    before = outside.money(office, second)
    (row,) = history.all(office.books, INVOICES)
    seen = history.look(office.books, INVOICES, row.record)
    assert seen.rows == (StayingRow(outside.number(office, second), reason),)
    assert history.undo(office.books, INVOICES, row.record, seen.mark) == 1
    assert outside.money(office, first) == [JobEvent(EventKind.INVOICE, "2026-11-21")]
    assert outside.money(office, second) == before
    (left,) = history.all(office.books, INVOICES)
    assert (left.going, left.staying) == (0, 1)


def test_an_event_that_was_struck_and_noted_anew_is_not_taken_for_the_imports_own(
    office: Billed, history: ImportHistory, tmp_path: Path
) -> None:
    _first, second = taken(office, tmp_path)
    office.ground.clock.pass_time(minutes=1)
    last = office.jobs.detail(office.ground.desk, second).events[-1]
    with office.ground.workplace.transaction() as session:
        row = outside.job_store.job(session, second)
        outside.job_store.strike_event(session, row, last)
        outside.job_store.add_event(row, last, actor=office.ground.desk.account, at="2026-11-24T09:00:00Z")
    (row,) = history.all(office.books, INVOICES)
    assert (row.going, row.staying) == (1, 1)


def test_a_step_that_was_undone_by_itself_is_no_part_of_the_whole(
    office: Billed, history: ImportHistory, tmp_path: Path
) -> None:
    _first, second = taken(office, tmp_path)
    office.ground.workplace.edits.undo(office.books)
    assert outside.money(office, second) == []
    (row,) = history.all(office.books, INVOICES)
    assert (row.going, row.staying) == (1, 0)
    assert undo(history, office, INVOICES) == 1
    with pytest.raises(EditOverwritten):
        office.ground.workplace.edits.undo(office.books)


def test_a_whole_bank_file_is_taken_back_and_its_deposits_wait_again(
    office: Billed, history: ImportHistory, tmp_path: Path
) -> None:
    booked(office, tmp_path)
    (row,) = history.all(office.books, DEPOSITS)
    assert (row.going, row.staying) == (2, 0)
    assert (row.first_number, row.last_number) == ("P2026-000001", "P2026-000002")
    assert undo(history, office, DEPOSITS) == 2
    listed = Payments(office.ground.workplace).latest(office.books)
    assert [bool(one.row.taken_back_on) for one in listed] == [True, True]  # they stay, with their numbers
    assert len(bank.read(office, tmp_path, *LINES).proposals) == 2
    assert history.all(office.books, DEPOSITS) == ()
    with pytest.raises(RecordGone):
        history.undo(office.books, DEPOSITS, row.record, "")


def make_receipt(office: Billed, payment: str) -> None:
    Receipts(office.ground.workplace).issue(
        office.books, payment, ReceiptRecord("工事代", "2026-11-24"), english
    )


def hand_over(office: Billed, _payment: str) -> None:
    books = BooksHandover(office.ground.workplace)
    books.export(office.books, AccountingProgram.FREEE, "2026-11-21", "2026-11-24")


def pay_back(office: Billed, payment: str) -> None:
    record = PaymentRecord("2026-11-24", -1_000, PaymentWay.BANK)
    Payments(office.ground.workplace).pay_back(office.books, payment, 1, record)


def use_credit(office: Billed, payment: str) -> None:
    payments = Payments(office.ground.workplace)
    (row,) = (one.row for one in payments.latest(office.books) if one.row.payment == payment)
    other = office.issued(office.job(row.customer)).invoice
    payments.use_credit(office.books, payment, row.version, ((other, 1_000),))


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (make_receipt, StayReason.RECEIPT),
        (hand_over, StayReason.IN_BOOKS),
        (pay_back, StayReason.PAID_BACK),
        (use_credit, StayReason.ALLOTTED),
    ],
)
def test_a_payment_on_which_something_was_built_stays_and_that_is_said_before(
    office: Billed,
    history: ImportHistory,
    tmp_path: Path,
    act: Callable[[Billed, str], None],
    reason: StayReason,
) -> None:
    booked(office, tmp_path)
    payments = Payments(office.ground.workplace)
    built_on = next(one.row for one in payments.latest(office.books) if one.row.credit)
    act(office, built_on.payment)
    (row,) = history.all(office.books, DEPOSITS)
    seen = history.look(office.books, DEPOSITS, row.record)
    assert seen.rows == (StayingRow(built_on.number, reason),)
    assert history.undo(office.books, DEPOSITS, row.record, seen.mark) == 1
    left = [one.row.number for one in payments.latest(office.books) if not one.row.taken_back_on]
    assert built_on.number in left
    assert (built_on.credit, len(left)) == (1_000, 2 if reason is StayReason.PAID_BACK else 1)


def test_what_became_of_a_payment_since_the_look_is_not_passed_over(
    office: Billed, history: ImportHistory, tmp_path: Path
) -> None:
    booked(office, tmp_path)
    (row,) = history.all(office.books, DEPOSITS)
    seen = history.look(office.books, DEPOSITS, row.record)
    make_receipt(office, Payments(office.ground.workplace).latest(office.books)[0].row.payment)
    with pytest.raises(ImportTouched):
        history.undo(office.books, DEPOSITS, row.record, seen.mark)
    assert not any(one.row.taken_back_on for one in Payments(office.ground.workplace).latest(office.books))


def test_imports_of_billing_are_for_who_keeps_the_books(office: Billed, history: ImportHistory) -> None:
    with pytest.raises(NotPermitted):
        history.all(office.ground.desk, DEPOSITS)
    with pytest.raises(NotPermitted):
        history.all(office.ground.people[Role.INSPECTOR], INVOICES)
    assert history.all(office.books, DEPOSITS) == ()


def test_of_many_files_the_newest_stay_known(office: Billed) -> None:
    for count in range(imported.KEPT + 2):
        with office.ground.workplace.transaction() as session:
            for payment in ("p", "q"):
                step = imported.ImportStep(DEPOSITS, f"{count}", "", "", payments=(payment,))
                imported.remember(session, step)
    with office.ground.workplace.reading() as session:
        kept = {one.digest for one in imported.steps(session)}
    assert kept == {f"{count}" for count in range(2, imported.KEPT + 2)}
