"""What is open of a job's invoices from elsewhere keeps the job open, whatever was noted without a number."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.billing.outside_doubts import OutsideReason
from hvacdesk.domain.billing.outside_matching import TakenInvoice
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.disposal.disposal import Blocker
from hvacdesk.domain.jobs.job_events import EventKind, EventStrikeReason, JobEvent
from hvacdesk.domain.jobs.jobs import JobRecord, JobState, Party, SiteRecord, WorkKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.open_items import OpenItems
from hvacdesk.services.billing.outside_invoices import TakenOver
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.jobs.job_events import move_job
from hvacdesk.services.undo import EditOverwritten
from hvacdesk.store.disposal.standstills import standstills
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.oversight import audit_log
from tests.helpers.billed import ITEMS, Billed, billed_office
from tests.helpers.ground import Ground
from tests.helpers.people import customer
from tests.unit.services.billing.test_outside_invoices import (
    MARK,
    TANAKA,
    decide,
    money,
    note,
    number,
    outside,
    read,
    reasons,
    take_certain,
)


@pytest.fixture
def office(ground: Ground) -> Billed:
    return billed_office(ground)


@pytest.fixture
def job(office: Billed) -> str:
    return office.job(office.someone(name=TANAKA))


def test_a_payment_noted_without_a_number_does_not_pay_an_invoice_that_the_file_calls_open(
    office: Billed, job: str, tmp_path: Path
) -> None:
    note(office, job, EventKind.SETTLEMENT, "2026-11-22")
    found = read(office, tmp_path, f"B-1,2026-11-21,田中花子,{number(office, job)},88000,未入金,")
    assert reasons(found) == [{OutsideReason.JOB_NUMBER, OutsideReason.NOT_PAID_THERE}]
    assert not found.proposals[0].certain
    decide(office, found)
    assert office.state(job) is JobState.INVOICED


def test_a_payment_without_a_number_beside_a_paid_invoice_does_not_pay_another(
    office: Billed, job: str
) -> None:
    note(office, job, EventKind.SETTLEMENT, "2026-11-22")
    for taken in (
        TakenInvoice("A-1", "2026-11-21", 30_000, "2026-11-23", (job,)),
        TakenInvoice("B-1", "2026-11-22", 50_000, "", (job,)),
    ):
        outside(office).confirm(office.books, MARK, [taken])
    assert office.state(job) is JobState.INVOICED


def test_a_job_that_a_person_called_paid_stays_so_when_the_invoice_gets_its_number(
    office: Billed, job: str, tmp_path: Path
) -> None:
    note(office, job, EventKind.SETTLEMENT, "2026-11-22")
    office.jobs.set_state(office.ground.desk, job, JobState.PAID)
    found = read(office, tmp_path, f"B-1,2026-11-21,田中花子,{number(office, job)},88000,,")
    assert take_certain(office, found) == TakenOver(1, 0)
    assert office.state(job) is JobState.PAID


@pytest.mark.parametrize(
    "row",
    [
        "K-2,2026-11-21,田中花子,残金 {number},#REF!,未入金,",
        "K-2,22/5/21,田中花子,残金 {number},60000,未入金,",
        "K-2,2026-11-21,田中花子,残金 {number},60000,下書き,",
        "K-2,2026-11-21,田中花子,残金 {number},1,,\nK-2,2026-11-22,田中花子,残金,2,,",
        ",2026-11-21,田中花子,残金 {number},60000,未入金,",
        "{number},2026-11-21,田中花子,残金,#REF!,未入金,",
        "Ｋ−１,2026-11-21,田中花子,残金,#REF!,未入金,",
    ],
)
def test_a_row_of_the_same_job_that_is_refused_is_a_doubt(
    office: Billed, job: str, tmp_path: Path, row: str
) -> None:
    named = number(office, job)
    paid = f"K-1,2026-11-20,田中花子,着手金 {named},10000,入金済み,2026-11-22"
    found = read(office, tmp_path, paid, row.format(number=named))
    assert reasons(found) == [{OutsideReason.JOB_NUMBER, OutsideReason.ROW_REFUSED}]
    assert take_certain(office, found) == TakenOver(0, 0)
    assert office.state(job) is JobState.DONE


@pytest.mark.parametrize("state", ["取消", ""])
def test_a_void_invoice_and_a_refused_row_of_another_job_are_no_doubts(
    office: Billed, job: str, tmp_path: Path, state: str
) -> None:
    named = number(office, job if state else office.job())
    found = read(
        office,
        tmp_path,
        f"K-1,2026-11-20,田中花子,{number(office, job)},10000,入金済み,2026-11-22",
        f"K-2,2026-11-21,田中花子,{named},{60000 if state else '#REF!'},{state},",
    )
    assert [one.certain for one in found.proposals] == [True]


@pytest.mark.parametrize("named", ["F-1", "ｆ−１"])
def test_a_credit_note_that_names_the_invoice_alone_is_a_doubt(
    office: Billed, job: str, tmp_path: Path, named: str
) -> None:
    found = read(
        office,
        tmp_path,
        f"F-1,2026-11-20,田中花子,{number(office, job)},88000,入金済み,2026-11-22",
        f"CN-1,2026-11-23,田中花子,{named}の返金,-88000,,",
        "CN-2,2026-11-23,田中花子,F-11の返金,-88000,,",
    )
    assert reasons(found) == [{OutsideReason.JOB_NUMBER, OutsideReason.CREDITED}]


def test_a_credit_note_that_names_another_invoice_is_no_doubt(
    office: Billed, job: str, tmp_path: Path
) -> None:
    found = read(
        office,
        tmp_path,
        f"F-1,2026-11-20,田中花子,{number(office, job)},88000,入金済み,2026-11-22",
        "CN-2,2026-11-23,田中花子,F-11とAF-1の返金,-88000,,",
    )
    assert reasons(found) == [{OutsideReason.JOB_NUMBER}]


def struck(office: Billed, job: str, kind: EventKind) -> None:
    (event,) = [one for one in money(office, job) if one.kind is kind]
    office.jobs.strike_event(office.ground.desk, job, event, EventStrikeReason.NOT_SO)


def taken(office: Billed, job: str, settled_on: str = "") -> None:
    invoice = TakenInvoice("V-1", "2026-11-21", 88_000, settled_on, (job,))
    outside(office).confirm(office.books, MARK, [invoice])


def test_a_payment_that_is_struck_opens_the_job_and_its_undo_settles_it(office: Billed, job: str) -> None:
    taken(office, job, "2026-11-22")
    before = money(office, job)
    struck(office, job, EventKind.SETTLEMENT)
    assert office.state(job) is JobState.INVOICED
    office.ground.workplace.edits.undo(office.ground.desk)
    assert (office.state(job), money(office, job)) == (JobState.PAID, before)


def test_an_invoice_that_is_struck_leaves_its_job_to_bill(office: Billed, job: str) -> None:
    taken(office, job)
    struck(office, job, EventKind.INVOICE)
    to_bill = OpenItems(office.ground.workplace).to_bill(office.books)
    assert (office.state(job), [one.job for one in to_bill]) == (JobState.DONE, [job])
    office.ground.workplace.edits.undo(office.ground.desk)
    assert office.state(job) is JobState.INVOICED


def test_a_paid_job_of_which_all_is_struck_is_to_bill(office: Billed, job: str) -> None:
    taken(office, job, "2026-11-22")
    struck(office, job, EventKind.INVOICE)
    assert office.state(job) is JobState.PAID, "money came, for whatever it was"
    struck(office, job, EventKind.SETTLEMENT)
    assert office.state(job) is JobState.DONE


def test_an_undo_of_what_was_struck_does_not_write_over_a_later_step(office: Billed, job: str) -> None:
    taken(office, job, "2026-11-22")
    struck(office, job, EventKind.SETTLEMENT)
    workplace = office.ground.workplace
    with workplace.transaction() as session:
        move_job(workplace, session, office.books, job_store.job(session, job), JobState.PAID)
    with pytest.raises(EditOverwritten):
        workplace.edits.undo(office.ground.desk)


def test_striking_a_payment_takes_no_step_back_that_a_person_made(office: Billed, job: str) -> None:
    office.jobs.set_state(office.ground.desk, job, JobState.INVOICED)
    note(office, job, EventKind.SETTLEMENT, "2026-11-22")
    struck(office, job, EventKind.SETTLEMENT)
    assert office.state(job) is JobState.INVOICED


def paid_deposit(office: Billed, job: str) -> None:
    own = office.issued(job, InvoiceKind.DEPOSIT)
    yen = own.page.row.sums.gross
    record = PaymentRecord("2026-11-24", yen, PaymentWay.BANK, allocations=((own.invoice, yen),))
    Payments(office.ground.workplace).book(office.books, own.page.row.customer, record)


def credited(office: Billed, job: str) -> None:
    own = office.issued(job)
    office.issue(office.invoices.credit(office.books, own.invoice, english))


@pytest.mark.parametrize("before", [paid_deposit, credited])
def test_the_rest_of_an_own_deposit_and_what_was_all_credited_can_be_billed_elsewhere(
    office: Billed, job: str, tmp_path: Path, before: Callable[[Billed, str], None]
) -> None:
    before(office, job)
    row = f"R-1,2026-11-24,田中花子,{number(office, job)},13000,未入金,"
    found = read(office, tmp_path, row)
    part = {OutsideReason.PART_HERE} if before is paid_deposit else set()
    assert reasons(found) == [{OutsideReason.JOB_NUMBER, *part}]
    assert found.proposals[0].certain is not bool(part)
    decide(office, found)
    assert office.state(job) is JobState.INVOICED
    assert read(office, tmp_path, row).known == 1
    decide(office, read(office, tmp_path, row.replace("未入金,", "入金済み,2026-11-24")))
    assert office.state(job) is JobState.PAID


def test_an_open_own_deposit_keeps_a_job_billed_whose_rest_is_paid_elsewhere(
    office: Billed, job: str, tmp_path: Path
) -> None:
    office.issued(job, InvoiceKind.DEPOSIT)
    named = number(office, job)
    decide(office, read(office, tmp_path, f"R-1,2026-11-24,田中花子,{named},13000,入金済み,2026-11-24"))
    assert office.state(job) is JobState.INVOICED


def test_a_job_with_an_own_deposit_is_still_proposed_by_its_name(
    office: Billed, job: str, tmp_path: Path
) -> None:
    paid_deposit(office, job)
    found = read(office, tmp_path, "R-1,2026-11-24,田中花子,,13000,未入金,")
    assert [(one.jobs, one.reasons) for one in found.proposals] == [
        ((job,), {OutsideReason.NAME, OutsideReason.PART_HERE})
    ]


def blockers(office: Billed, job: str) -> set[Blocker]:
    with office.ground.workplace.reading() as session:
        key = job_store.job(session, job).customer_id
        return standstills(session, [key])[key].blockers


def test_an_open_invoice_from_elsewhere_of_a_cancelled_job_keeps_its_customer(office: Billed) -> None:
    job = office.job(office.someone(name=TANAKA), JobState.ARRANGED)
    office.jobs.set_state(office.ground.desk, job, JobState.CANCELLED)
    assert blockers(office, job) == set()
    taken(office, job)
    assert blockers(office, job) == {Blocker.UNPAID_INVOICE}
    taken(office, job, "2026-11-22")
    assert blockers(office, job) == set()


def test_an_own_part_invoice_of_a_cancelled_job_that_is_paid_keeps_nobody(office: Billed) -> None:
    job = office.job(office.someone(name=TANAKA), JobState.ARRANGED)
    own = office.issued(job, InvoiceKind.DEPOSIT)
    office.jobs.set_state(office.ground.desk, job, JobState.CANCELLED)
    assert Blocker.UNPAID_INVOICE in blockers(office, job)
    office.issue(office.invoices.credit(office.books, own.invoice, english))
    assert Blocker.UNPAID_INVOICE not in blockers(office, job)


def test_an_invoice_of_zero_yen_is_not_paid_for_certain(office: Billed, job: str, tmp_path: Path) -> None:
    found = read(office, tmp_path, f"H-1,2026-11-21,田中花子,{number(office, job)},0,入金済み,2026-11-22")
    assert reasons(found) == [{OutsideReason.JOB_NUMBER, OutsideReason.NO_SUM}]
    assert not found.proposals[0].certain


@pytest.mark.parametrize("what", ["an import", "what was struck", "a step"])
def test_an_undo_names_no_change_of_another_kind_that_was_made_before(office: Billed, what: str) -> None:
    """A request for correction is answered by a change that was not undone."""
    who = desk = office.ground.owner
    site = office.jobs.add_site(desk, office.someone(), SiteRecord(customer().address))
    parties = {Party.REQUESTER: office.someone()}
    job = office.jobs.add(desk, JobRecord(site, WorkKind.INSTALL, parties, on="2026-11-20", items=ITEMS))
    office.jobs.set_state(desk, job, JobState.DONE)
    if what == "an import":
        invoice = TakenInvoice("V-1", "2026-11-21", 88_000, "", (job,))
        outside(office).confirm(who, MARK, [invoice])
    elif what == "what was struck":
        note(office, job, EventKind.CONTACT, "2026-11-22")
        event = JobEvent(EventKind.CONTACT, "2026-11-22")
        office.jobs.strike_event(who, job, event, EventStrikeReason.NOT_SO)
    office.ground.workplace.edits.undo(who)
    with office.ground.workplace.reading() as session:
        (entry,) = audit_log.entries(session, limit=1, actions=(Action.EDIT_UNDONE,))
    assert entry.details["undoes"] == 0


def test_a_day_to_come_is_a_doubt(office: Billed, job: str, tmp_path: Path) -> None:
    found = read(office, tmp_path, f"A-1,2026-12-01,田中花子,{number(office, job)},88000,未入金,")
    assert reasons(found) == [{OutsideReason.JOB_NUMBER, OutsideReason.UNLIKELY_DAY}]


def test_two_sums_are_a_doubt(office: Billed, job: str, tmp_path: Path) -> None:
    head = "請求書番号,請求日,取引先,件名,合計,合計金額(税込)\n"
    row = f"A-1,2026-11-21,田中花子,{number(office, job)},80000,88000"
    assert reasons(read(office, tmp_path, row, head=head)) == [
        {OutsideReason.JOB_NUMBER, OutsideReason.OTHER_SUM}
    ]


def test_an_invoice_without_a_number_is_noted_once(office: Billed, job: str) -> None:
    invoice = TakenInvoice("", "2026-11-21", 88_000, "2026-11-22", (job,))
    assert outside(office).confirm(office.books, MARK, [invoice]) == TakenOver(1, 1)
    before = money(office, job)
    assert outside(office).confirm(office.books, MARK, [invoice]) == TakenOver(0, 0)
    assert money(office, job) == before
