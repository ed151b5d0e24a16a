"""Another program's invoices in the office: proposed, confirmed by a person, noted once, and undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hvacdesk.domain.bank.payer_names import comparable_payer
from hvacdesk.domain.billing.invoice_rules import OwnInvoiceNumber
from hvacdesk.domain.billing.outside_doubts import OutsideReason
from hvacdesk.domain.billing.outside_invoices import RefusedBecause
from hvacdesk.domain.billing.outside_matching import (
    FileMark,
    JobBilledHere,
    NotedElsewhere,
    OutsideProposals,
    PaidBeforeIssued,
    TakenInvoice,
)
from hvacdesk.domain.customers.customers import CustomerKind, PersonName
from hvacdesk.domain.errors import BadDate, InvalidInput, Missing, NotPermitted, RecordGone
from hvacdesk.domain.exchange.given_files import GivenFile
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.job_numbers import NoSuchJob
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.services.billing.outside_invoices import OutsideInvoices, TakenOver
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.merging import Merging
from hvacdesk.store.billing import outside_invoices as store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.exchange import outside_lists
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.oversight import audit_log
from hvacdesk.store.requests import suspension
from hvacdesk.ui.file_reading import given_file
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground

HEAD = "請求書番号,請求日,取引先,件名,合計金額,入金ステータス,入金日\n"
MARK = FileMark("0" * 64, 1)
TANAKA = PersonName("田中", "花子", "タナカ", "ハナコ")


@pytest.fixture
def office(ground: Ground) -> Billed:
    return billed_office(ground)


def outside(office: Billed) -> OutsideInvoices:
    return OutsideInvoices(office.ground.workplace)


def read(office: Billed, folder: Path, *rows: str, head: str = HEAD) -> OutsideProposals:
    path = folder / "export.csv"
    path.write_text(head + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return outside(office).read(office.books, given_file(path))


def take_certain(office: Billed, found: OutsideProposals) -> TakenOver:
    taken = [one.taken() for one in found.proposals if one.certain]
    return outside(office).take_certain(office.books, found.file, found.mark, taken)


def take_all(office: Billed, found: OutsideProposals) -> TakenOver:
    """As a person would who confirms each proposal as it is."""
    shown = frozenset[OutsideReason]().union(*(one.reasons for one in found.proposals))
    taken = [one.taken() for one in found.proposals]
    return outside(office).confirm(office.books, found.mark, taken, shown)


def decide(office: Billed, found: OutsideProposals, at: int = 0) -> TakenOver:
    """As a person would who looks at one proposal, and takes it over in spite of what speaks against it."""
    one = found.proposals[at]
    return outside(office).confirm(office.books, found.mark, [one.taken()], one.reasons)


def locked(office: Billed, who: str) -> None:
    with office.ground.workplace.transaction() as session:
        suspension.lock(session, customer_store.get(session, who), "2026-11-24")


def number(office: Billed, job: str) -> str:
    return office.jobs.detail(office.ground.desk, job).row.number


def money(office: Billed, job: str) -> list[JobEvent]:
    told = {EventKind.INVOICE, EventKind.SETTLEMENT}
    return [one for one in office.jobs.detail(office.ground.desk, job).events if one.kind in told]


def note(office: Billed, job: str, kind: EventKind, on: str, no: str = "", yen: int | None = None) -> None:
    office.jobs.record_event(office.ground.desk, job, JobEvent(kind, on, no, yen))


def reasons(found: OutsideProposals) -> list[set[OutsideReason]]:
    return [set(one.reasons) for one in found.proposals]


def test_a_job_number_in_the_subject_is_certain_and_billed_and_paid(office: Billed, tmp_path: Path) -> None:
    job = office.job(office.someone(name=TANAKA))
    row = f"INV-1,2026-11-21,田中 花子 様,工事 {number(office, job)},88000,入金済み,2026-11-22"
    found = read(office, tmp_path, row)
    assert [(one.jobs, one.certain) for one in found.proposals] == [((job,), True)]
    assert reasons(found) == [{OutsideReason.JOB_NUMBER}]
    assert office.state(job) is JobState.DONE  # reading changes nothing
    assert take_certain(office, found) == TakenOver(1, 1)
    assert office.state(job) is JobState.PAID
    assert money(office, job) == [
        JobEvent(EventKind.INVOICE, "2026-11-21", "INV-1", 88_000),
        JobEvent(EventKind.SETTLEMENT, "2026-11-22", "INV-1", 88_000),
    ]


def test_the_same_file_again_is_told_and_changes_nothing(office: Billed, tmp_path: Path) -> None:
    job = office.job(office.someone(name=TANAKA))
    row = f"INV-1,2026-11-21,田中花子,{number(office, job)},88000,入金済み,2026-11-22"
    first = read(office, tmp_path, row)
    take_certain(office, first)
    again = read(office, tmp_path, row)
    assert (again.proposals, again.known) == ((), 1)
    assert [one.invoices for one in again.earlier] == [1]
    before = money(office, job)
    repeated = outside(office).confirm(office.books, first.mark, [first.proposals[0].taken()])
    assert (repeated, money(office, job)) == (TakenOver(0, 0), before)


def test_a_later_file_brings_the_payment(office: Billed, tmp_path: Path) -> None:
    job = office.job(office.someone(name=TANAKA))
    take_certain(
        office, read(office, tmp_path, f"INV-1,2026-11-21,田中花子,{number(office, job)},88000,未入金,")
    )
    assert office.state(job) is JobState.INVOICED
    later = read(office, tmp_path, "ＩＮＶ−１,2026-11-21,田中花子,,88000,入金済み,2026-11-23")
    assert [one.certain for one in later.proposals] == [True]
    assert take_certain(office, later) == TakenOver(1, 1)
    assert office.state(job) is JobState.PAID


def test_a_list_of_payments_alone_settles_what_is_noted_and_tells_what_is_not(
    office: Billed, tmp_path: Path
) -> None:
    job = office.job(office.someone(name=TANAKA))
    note(office, job, EventKind.INVOICE, "2026-11-21", "S-1", 88_000)
    rows = ("S-1,2026-11-22,88000", "S-2,2026-11-22,500")
    found = read(office, tmp_path, *rows, head="請求書番号,入金日,入金額\n")
    assert reasons(found) == [{OutsideReason.NUMBER_NOTED}, {OutsideReason.NO_INVOICE_DAY}]
    assert take_certain(office, found) == TakenOver(1, 1)
    assert office.state(job) is JobState.PAID
    with pytest.raises(PaidBeforeIssued):
        outside(office).confirm(
            office.books, found.mark, [TakenInvoice("S-2", "", None, "2026-11-22", (office.job(),))]
        )


@pytest.mark.parametrize("why", ["another sum", "two jobs", "no sum noted", "a name that is no name"])
def test_a_payment_that_names_nobody_is_certain_by_number_and_sum_of_one_job_alone(
    office: Billed, tmp_path: Path, why: str
) -> None:
    who = office.someone(name=TANAKA)
    job = office.job(who)
    note(office, job, EventKind.INVOICE, "2026-11-21", "S-1", None if why == "no sum noted" else 88_000)
    if why == "two jobs":
        note(office, office.job(who), EventKind.INVOICE, "2026-11-21", "S-1", 88_000)
    received = 87_000 if why == "another sum" else 88_000
    named = "様" if why == "a name that is no name" else ""
    found = read(
        office, tmp_path, f"S-1,2026-11-22,{received},{named}", head="請求書番号,入金日,入金額,取引先\n"
    )
    (one,) = found.proposals
    assert OutsideReason.NO_NAME in one.reasons
    assert not one.certain


def test_a_name_and_a_sum_propose_and_are_never_certain(office: Billed, tmp_path: Path) -> None:
    who = office.someone(name=TANAKA)
    dear, cheap = office.job(who), office.job(who)
    note(office, dear, EventKind.CONTRACT, "2026-11-01", yen=88_000)
    found = read(
        office, tmp_path, "INV-1,2026-11-21,タナカ ハナコ,,88000,,", "INV-2,2026-11-21,田中花子,,7,,"
    )
    assert reasons(found) == [{OutsideReason.NAME_AND_SUM}, {OutsideReason.SEVERAL}]
    assert [one.jobs for one in found.proposals] == [(dear,), ()]
    assert set(found.proposals[1].candidates) == {dear, cheap}
    assert not any(one.certain for one in found.proposals)
    assert take_certain(office, found) == TakenOver(0, 0)


def test_the_only_job_of_a_firm_is_proposed_in_any_spelling(office: Billed, tmp_path: Path) -> None:
    firm = office.someone(
        kind=CustomerKind.ORGANISATION, organisation="株式会社アオバ商店", name=PersonName()
    )
    job = office.job(firm)
    found = read(
        office,
        tmp_path,
        "INV-1,2026-11-21,㈱アオバ商店 御中,,5,,",
        "INV-2,2026-11-21,有限会社アオバ商店,,5,,",
    )
    assert [one.jobs for one in found.proposals] == [(job,), ()]
    assert reasons(found)[1] == {OutsideReason.UNKNOWN}


@pytest.mark.parametrize(("given", "kana"), [("一郎", "イチロウ"), ("", "")])
def test_a_family_name_alone_says_that_it_does_not_decide(
    office: Billed, tmp_path: Path, given: str, kana: str
) -> None:
    job = office.job(office.someone(name=PersonName("鈴木", given, "スズキ", kana)))
    office.job(office.someone(name=TANAKA))
    rows = [f"INV-{at},2026-11-21,{said},,5,," for at, said in enumerate(("鈴木 様", "スズキ", "木"))]
    found = read(office, tmp_path, *rows)
    assert reasons(found) == [{OutsideReason.FAMILY_NAME}] * 2 + [{OutsideReason.UNKNOWN}]
    assert [(one.jobs, one.candidates) for one in found.proposals] == [((), (job,))] * 2 + [((), ())]
    early = read(office, tmp_path, "INV-1,2026-11-01,鈴木,,5,,")
    assert reasons(early) == [{OutsideReason.UNKNOWN}]


def test_work_that_was_done_after_the_invoice_is_not_proposed(office: Billed, tmp_path: Path) -> None:
    office.job(office.someone(name=TANAKA), on="2026-11-20")
    found = read(office, tmp_path, "INV-1,2026-11-01,田中花子,,5,,")
    assert reasons(found) == [{OutsideReason.UNKNOWN}]


def test_another_customer_s_name_keeps_a_job_number_from_being_certain(
    office: Billed, tmp_path: Path
) -> None:
    office.someone(name=PersonName("山本", "次郎"))
    job = office.job(office.someone(name=TANAKA))
    found = read(office, tmp_path, f"INV-1,2026-11-21,山本次郎,{number(office, job)},5,,")
    assert reasons(found) == [{OutsideReason.JOB_NUMBER, OutsideReason.OTHER_NAME}]
    assert not found.proposals[0].certain


def test_an_invoice_number_like_a_job_s_counts_only_with_the_customer_s_name(
    office: Billed, tmp_path: Path
) -> None:
    """The other program counts for itself, too: its 2026-000001 is another job's invoice."""
    job = office.job(office.someone(name=TANAKA))
    no = number(office, job)
    assert not read(office, tmp_path, f"{no},2026-11-21,山本次郎,,5,,").proposals[0].jobs
    assert read(office, tmp_path, f"{no},2026-11-21,田中花子,,5,,").proposals[0].certain


def test_a_job_for_a_contractor_is_found_by_the_contractor_s_name(office: Billed, tmp_path: Path) -> None:
    job = office.job(office.someone(name=TANAKA))
    desk = office.ground.desk
    detail, record = office.jobs.detail(desk, job), office.jobs.record_for_edit(desk, job)
    office.jobs.change(desk, job, detail.version, replace(record, client_contractor="元請建設株式会社"))
    found = read(office, tmp_path, "INV-1,2026-11-21,元請建設㈱,,5,,")
    assert comparable_payer("元請建設㈱") == comparable_payer("元請建設株式会社")
    assert found.proposals[0].jobs == (job,)


def test_what_was_noted_by_hand_without_a_number_becomes_this_invoice(office: Billed, tmp_path: Path) -> None:
    job = office.job(office.someone(name=TANAKA))
    note(office, job, EventKind.INVOICE, "2026-11-21")
    note(office, job, EventKind.SETTLEMENT, "2026-11-22")
    row = f"INV-1,2026-11-21,田中花子,{number(office, job)},88000,入金済み,2026-11-22"
    take_certain(office, read(office, tmp_path, row))
    assert money(office, job) == [
        JobEvent(EventKind.INVOICE, "2026-11-21", "INV-1", 88_000),
        JobEvent(EventKind.SETTLEMENT, "2026-11-22", "INV-1", 88_000),
    ]


@pytest.mark.parametrize("settled", [False, True])
def test_another_day_than_was_noted_is_asked_about(office: Billed, tmp_path: Path, settled: bool) -> None:
    job = office.job(office.someone(name=TANAKA))
    note(office, job, EventKind.INVOICE, "2026-11-20", "INV-1", 88_000)
    if settled:
        note(office, job, EventKind.SETTLEMENT, "2026-11-21")
    paid = "入金済み,2026-11-22" if settled else ","
    found = read(office, tmp_path, f"INV-1,2026-11-{20 if settled else 21},田中花子,,88000,{paid}")
    assert reasons(found) == [{OutsideReason.NUMBER_NOTED, OutsideReason.OTHER_DAY}]
    assert not found.proposals[0].certain
    decide(office, found)
    assert [one.on for one in money(office, job)] == (
        ["2026-11-20", "2026-11-21", "2026-11-22"] if settled else ["2026-11-21"]
    )


def test_one_invoice_for_several_jobs_is_noted_at_each(office: Billed, tmp_path: Path) -> None:
    who = office.someone(name=TANAKA)
    jobs = (office.job(who), office.job(who))
    said = " ".join(number(office, job) for job in jobs)
    found = read(office, tmp_path, f"INV-1,2026-11-21,田中花子,{said},88000,入金済み,2026-11-22")
    assert reasons(found) == [{OutsideReason.JOB_NUMBER, OutsideReason.SEVERAL_JOBS}]
    assert take_certain(office, found) == TakenOver(0, 0)
    take_all(office, found)
    for job in jobs:
        assert office.state(job) is JobState.PAID
        assert [one.amount for one in money(office, job)] == [None, None]


def test_a_job_with_two_invoices_is_paid_when_both_are(office: Billed, tmp_path: Path) -> None:
    job = office.job(office.someone(name=TANAKA))
    no = number(office, job)
    rows = (f"A-1,2026-11-20,田中花子,{no},1,入金済,2026-11-21", f"A-2,2026-11-21,田中花子,{no},1,未入金,")
    found = read(office, tmp_path, *rows)
    assert [OutsideReason.OTHER_NUMBER in one for one in reasons(found)] == [True, True]
    assert take_certain(office, found) == TakenOver(0, 0)
    take_all(office, found)
    assert office.state(job) is JobState.INVOICED
    take_certain(office, read(office, tmp_path, "A-2,2026-11-21,田中花子,,1,入金済,2026-11-22"))
    assert office.state(job) is JobState.PAID


def test_a_second_number_for_a_job_is_looked_at(office: Billed, tmp_path: Path) -> None:
    job = office.job(office.someone(name=TANAKA))
    note(office, job, EventKind.INVOICE, "2026-11-20", "S-1")
    found = read(office, tmp_path, f"INV-1,2026-11-21,田中花子,{number(office, job)},5,,")
    assert OutsideReason.OTHER_NUMBER in reasons(found)[0]
    assert not found.proposals[0].certain


def test_work_that_is_not_done_keeps_its_state(office: Billed, tmp_path: Path) -> None:
    job = office.job(office.someone(name=TANAKA), JobState.ARRANGED)
    found = read(office, tmp_path, f"INV-1,2026-11-21,田中花子,{number(office, job)},5,,")
    assert OutsideReason.NOT_DONE in reasons(found)[0]
    decide(office, found)
    assert office.state(job) is JobState.ARRANGED
    office.jobs.set_state(office.ground.desk, job, JobState.DONE)
    assert take_certain(office, read(office, tmp_path, "INV-1,2026-11-21,田中花子,,5,,")) == TakenOver(1, 0)
    assert office.state(job) is JobState.INVOICED


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("88000,入金済み,", OutsideReason.NO_PAID_DAY),
        ("88000,未入金,2026-11-22", OutsideReason.PAID_UNSURE),
    ],
)
def test_a_payment_whose_day_is_not_sure_is_never_noted_by_itself(
    office: Billed, tmp_path: Path, row: str, reason: OutsideReason
) -> None:
    job = office.job(office.someone(name=TANAKA))
    found = read(office, tmp_path, f"INV-1,2026-11-21,田中花子,{number(office, job)},{row}")
    assert reason in reasons(found)[0]
    assert not found.proposals[0].certain
    decide(office, found)
    assert [one.kind for one in money(office, job)] == [EventKind.INVOICE]
    again = read(office, tmp_path, f"INV-1,2026-11-21,田中花子,,{row}")
    assert reason in reasons(again)[0]  # it stays in sight until somebody says the day


def test_what_is_no_longer_paid_or_void_there_is_told_and_nothing_is_taken_away(
    office: Billed, tmp_path: Path
) -> None:
    paid, void = office.job(office.someone(name=TANAKA)), office.job()
    note(office, paid, EventKind.INVOICE, "2026-11-20", "A-1")
    note(office, paid, EventKind.SETTLEMENT, "2026-11-21", "A-1")
    note(office, void, EventKind.INVOICE, "2026-11-20", "A-2")
    found = read(office, tmp_path, "A-1,2026-11-20,田中花子,,5,未入金,", "A-2,2026-11-20,誰か,,5,取消,")
    assert OutsideReason.NOT_PAID_THERE in reasons(found)[0]
    assert found.void_noted == (("A-2", number(office, void)),)
    assert (len(money(office, paid)), len(money(office, void))) == (2, 1)


def test_an_own_invoice_and_a_job_that_was_billed_here_are_left_alone(office: Billed, tmp_path: Path) -> None:
    job = office.job(office.someone(name=TANAKA))
    own = office.issued(job)
    rows = (f"{own.number},2026-11-24,田中花子,,5,,", f"X-1,2026-11-24,田中花子,{number(office, job)},5,,")
    found = read(office, tmp_path, *rows)
    assert reasons(found) == [{OutsideReason.OWN_NUMBER}, {OutsideReason.BILLED_HERE}]
    assert not any(one.jobs for one in found.proposals)
    with pytest.raises(JobBilledHere):
        outside(office).confirm(office.books, MARK, [TakenInvoice("X-1", "2026-11-24", 5, "", (job,))])


def test_a_merged_duplicate_is_found_under_both_names(office: Billed, tmp_path: Path) -> None:
    kept, twice = office.someone(name=TANAKA), office.someone(name=PersonName("多中", "花子"))
    job = office.job(twice)
    desk, customers = office.ground.owner, Customers(office.ground.workplace)
    versions = (customers.detail(desk, kept).version, customers.detail(desk, twice).version)
    Merging(office.ground.workplace).merge(desk, kept, twice, versions, {})
    for name in ("田中花子", "多中花子"):
        found = read(office, tmp_path, f"INV-1,2026-11-21,{name},,5,,")
        assert found.proposals[0].jobs == (job,)


def test_a_suspended_customer_is_found_by_number_alone(office: Billed, tmp_path: Path) -> None:
    who = office.someone(name=TANAKA)
    job = office.job(who)
    no = number(office, job)
    locked(office, who)
    found = read(office, tmp_path, "A-1,2026-11-21,田中花子,,5,,", f"A-2,2026-11-21,別の名前,{no},5,,")
    assert reasons(found) == [
        {OutsideReason.UNKNOWN},
        {OutsideReason.JOB_NUMBER, OutsideReason.SUSPENDED},
    ]
    assert who not in found.names
    assert take_certain(office, found) == TakenOver(0, 0)
    decide(office, found, 1)
    assert office.state(job) is JobState.INVOICED


def test_who_was_reduced_to_the_ledger_gets_nothing_back_unasked(office: Billed, tmp_path: Path) -> None:
    who = office.someone(name=TANAKA)
    job = office.job(who)
    no = number(office, job)
    with office.ground.workplace.transaction() as session:
        row = customer_store.get(session, who)
        row.reduced_on, row.reduced_to = "2026-11-01", "name"
    found = read(office, tmp_path, "A-1,2026-11-21,田中花子,,5,,", f"A-2,2026-11-21,田中花子,{no},5,,")
    assert reasons(found) == [
        {OutsideReason.UNKNOWN},
        {OutsideReason.JOB_NUMBER, OutsideReason.REDUCED},
    ]
    assert not any(one.certain for one in found.proposals)


def test_all_of_a_file_or_nothing(office: Billed, tmp_path: Path) -> None:
    job, other = office.job(), office.job()
    note(office, other, EventKind.INVOICE, "2026-11-20", "A-2")
    good = TakenInvoice("A-1", "2026-11-21", 5, "", (job,))
    for bad, error in (
        (TakenInvoice("A-2", "2026-11-21", 5, "", (job,)), NotedElsewhere),
        (TakenInvoice("A-3", "2026-11-21", 5, "", ()), Missing),
        (TakenInvoice("A-3", "2026-11-21", 5, "", ("f" * 32,)), RecordGone),
    ):
        with pytest.raises(error):
            outside(office).confirm(office.books, MARK, [good, bad])
        assert (money(office, job), office.state(job)) == ([], JobState.DONE)


def test_an_import_is_undone_while_nobody_changes_its_jobs(office: Billed, tmp_path: Path) -> None:
    who = office.someone(name=TANAKA)
    first, second = office.job(who), office.job(who)
    note(office, first, EventKind.INVOICE, "2026-11-21")
    rows = [
        f"INV-{count},2026-11-21,田中花子,{number(office, job)},88000,入金済み,2026-11-22"
        for count, job in enumerate((first, second))
    ]
    found = read(office, tmp_path, *rows)
    assert take_certain(office, found) == TakenOver(2, 2)
    office.ground.workplace.edits.undo(office.books)
    assert money(office, first) == [JobEvent(EventKind.INVOICE, "2026-11-21")]
    with office.ground.workplace.reading() as session:
        (noted,) = job_store.job(session, first).events
        assert noted.recorded_by == office.ground.desk.account  # who noted it by hand
    assert money(office, second) == []
    assert {office.state(first), office.state(second)} == {JobState.DONE}
    assert read(office, tmp_path, *rows).earlier == ()
    assert take_certain(office, found) == TakenOver(2, 2)


def test_each_import_is_in_the_log_and_its_file_is_one_that_lies_outside(
    office: Billed, tmp_path: Path
) -> None:
    job = office.job(office.someone(name=TANAKA))
    found = read(office, tmp_path, f"INV-1,2026-11-21,田中花子,{number(office, job)},5,,")
    take_certain(office, found)
    with office.ground.workplace.reading() as session:
        (details,) = audit_log.details_of(session, Action.OUTSIDE_INVOICES_TAKEN)
        assert (details["invoices"], details["file_hash"]) == (1, found.mark.digest)
        assert [one.customers for one in outside_lists.everything(session)] == [1]


def test_a_file_that_is_taken_over_in_parts_lies_outside_once(office: Billed, tmp_path: Path) -> None:
    jobs = [office.job(office.someone(name=TANAKA)) for _count in range(2)]
    rows = [f"A-{job[:4]},2026-11-21,田中花子,{number(office, job)},5,," for job in jobs]
    found = read(office, tmp_path, *rows, "A-9,2026-11-21,別の人,,5,,")
    for one in found.proposals[:2]:
        assert outside(office).confirm(office.books, found.mark, [one.taken()]) == TakenOver(1, 0)
    with office.ground.workplace.reading() as session:
        assert [one.customers for one in outside_lists.everything(session)] == [2]  # whom the file names
    again = read(office, tmp_path, *rows, "A-9,2026-11-21,別の人,,5,,")
    assert [one.invoices for one in again.earlier] == [2]


def test_a_file_is_registered_once_though_its_import_was_undone(office: Billed, tmp_path: Path) -> None:
    job = office.job(office.someone(name=TANAKA))
    found = read(office, tmp_path, f"A-1,2026-11-21,田中花子,{number(office, job)},5,,")
    take_certain(office, found)
    office.ground.workplace.edits.undo(office.books)
    take_certain(office, found)
    with office.ground.workplace.reading() as session:
        assert len(outside_lists.everything(session)) == 1


def test_a_file_that_is_taken_over_one_by_one_pushes_no_other_out(office: Billed) -> None:
    first = FileMark("1" * 64, 1)
    job = office.job()
    outside(office).confirm(office.books, first, [TakenInvoice("A", "2026-11-21", 5, "", (job,))])
    with office.ground.workplace.transaction() as session:
        for _count in range(store.KEPT + 1):
            store.remember(session, store.ImportedFile("2" * 64, "2026-11-24T00:00:00Z", "", 1))
        assert {one.digest: one.invoices for one in store.imported(session)} == {
            first.digest: 1,
            "2" * 64: store.KEPT + 1,
        }


def test_a_payment_is_of_today_at_the_latest(office: Billed) -> None:
    with pytest.raises(BadDate):
        outside(office).confirm(
            office.books, MARK, [TakenInvoice("A-1", "2026-11-21", 5, "2026-11-25", (office.job(),))]
        )


def test_a_job_is_named_as_everywhere(office: Billed) -> None:
    first, second = office.job(), office.job()
    numbers = [number(office, first), number(office, second).split("-")[1].lstrip("0")]
    assert outside(office).jobs_numbered(office.books, [*numbers, numbers[0]]) == (first, second)
    for wrong in ("2020-000009", "千番", ""):
        with pytest.raises(NoSuchJob) as refused:
            outside(office).jobs_numbered(office.books, [wrong])
        assert "千番" not in str(refused.value), "it may be a name"


@pytest.mark.parametrize(
    ("issued", "paid", "likely"),
    [
        ("2026-11-21", "2026-11-22", True),
        ("2016-11-21", "2016-11-22", False),  # a year before the work
        ("2026-11-21", "2016-11-22", False),  # paid before it was issued
        ("2026-11-19", "2026-11-22", False),  # the day before the work
        ("2027-11-21", "", False),
    ],
)
def test_days_that_do_not_fit_the_work_are_asked_about(
    office: Billed, tmp_path: Path, issued: str, paid: str, likely: bool
) -> None:
    job = office.job(office.someone(name=TANAKA))  # done on 2026-11-20
    state = "入金済み" if paid else "未入金"
    row = f"X-1,{issued},田中花子,{number(office, job)},88000,{state},{paid}"
    (one,) = read(office, tmp_path, row).proposals
    assert (one.certain, OutsideReason.UNLIKELY_DAY in one.reasons) == (likely, not likely)


def test_a_deposit_after_the_contract_is_likely_and_work_without_a_day_is_not(
    office: Billed, tmp_path: Path
) -> None:
    early, never = office.job(office.someone(name=TANAKA)), office.job(office.someone(name=TANAKA), on="")
    note(office, early, EventKind.CONTRACT, "2026-11-01", yen=88_000)
    rows = [
        f"D-{count},2026-11-05,田中花子,{number(office, job)},88000,未入金,"
        for count, job in enumerate((early, never))
    ]
    found = read(office, tmp_path, *rows)
    assert [OutsideReason.UNLIKELY_DAY in one for one in reasons(found)] == [False, True]


def test_a_payment_long_before_its_noted_invoice_is_asked_about(office: Billed, tmp_path: Path) -> None:
    job = office.job(office.someone(name=TANAKA))
    note(office, job, EventKind.INVOICE, "2026-11-21", "S-1", 88_000)
    head = "請求書番号,取引先,入金日,入金額\n"
    (one,) = read(office, tmp_path, "S-1,田中花子,2016-11-22,88000", head=head).proposals
    assert OutsideReason.UNLIKELY_DAY in one.reasons
    assert not one.certain


@pytest.mark.parametrize(
    ("received", "settled", "certain"),
    [
        ("88000", True, True),
        ("1000", False, False),
        ("0", False, False),
        ("-88000", False, False),
        ("", False, False),
        ("98000", True, False),
    ],
)
def test_a_list_of_payments_settles_what_is_noted_by_the_same_sum_alone(
    office: Billed, tmp_path: Path, received: str, settled: bool, certain: bool
) -> None:
    job = office.job(office.someone(name=TANAKA))
    note(office, job, EventKind.INVOICE, "2026-11-21", "S-1", 88_000)
    head = "請求書番号,取引先,入金日,入金額,備考\n"
    (one,) = read(office, tmp_path, f"S-1,田中花子,2026-11-22,{received},", head=head).proposals
    assert (bool(one.taken().settled_on), one.certain) == (settled, certain)


def test_a_second_instalment_stays_in_sight_until_a_person_says_that_all_is_paid(
    office: Billed, tmp_path: Path
) -> None:
    job = office.job(office.someone(name=TANAKA))
    note(office, job, EventKind.INVOICE, "2026-11-21", "S-1", 88_000)
    head = "請求書番号,取引先,入金日,入金額\n"
    for row in ("S-1,田中花子,2026-11-22,8000", "S-1,田中花子,2026-11-23,80000"):
        (one,) = read(office, tmp_path, row, head=head).proposals
        assert {OutsideReason.PART_PAID, OutsideReason.OTHER_SUM} <= one.reasons
    taken = replace(one.taken(), settled_on="2026-11-23")
    assert outside(office).confirm(office.books, MARK, [taken]) == TakenOver(1, 1)


@pytest.mark.parametrize("noted", [None, 88_000])
def test_a_day_of_payment_without_a_sum_or_a_word_is_not_certain(
    office: Billed, tmp_path: Path, noted: int | None
) -> None:
    job = office.job(office.someone(name=TANAKA))
    note(office, job, EventKind.INVOICE, "2026-11-21", "S-1", noted)
    (one,) = read(office, tmp_path, "S-1,田中花子,2026-11-22", head="請求書番号,取引先,入金日\n").proposals
    assert OutsideReason.NO_SUM in one.reasons
    assert not one.certain


@pytest.mark.parametrize("remark", ["返金", "キャンセル分", "入金取消"])
def test_a_payment_beside_a_word_of_refunds_is_not_clear(office: Billed, tmp_path: Path, remark: str) -> None:
    job = office.job(office.someone(name=TANAKA))
    row = f"S-1,2026-11-21,田中花子,{number(office, job)} {remark},88000,入金済み,2026-11-22"
    (one,) = read(office, tmp_path, row).proposals
    assert OutsideReason.PAID_UNSURE in one.reasons
    assert not one.certain


def test_a_running_row_number_is_never_certain(office: Billed, tmp_path: Path) -> None:
    job = office.job(office.someone(name=TANAKA))
    note(office, job, EventKind.INVOICE, "2026-11-21", "1", 5_500)
    row = "1,2026-11-22,5500,田中花子"
    for column, certain in (("No.", False), ("請求書番号", True)):
        (one,) = read(office, tmp_path, row, head=f"{column},入金日,入金額,取引先\n").proposals
        assert (one.certain, OutsideReason.ROW_NUMBER in one.reasons) == (certain, not certain)


@pytest.mark.parametrize("together", [False, True])
def test_a_deposit_is_asked_about_and_leaves_the_job_open_in_either_order(
    office: Billed, tmp_path: Path, together: bool
) -> None:
    job = office.job(office.someone(name=TANAKA))
    note(office, job, EventKind.CONTRACT, "2026-11-01", yen=880_000)
    no = number(office, job)
    deposit = f"D-1,2026-11-20,田中花子,着手金 {no},88000,入金済み,2026-11-21"
    rest = f"D-2,2026-11-22,田中花子,残金 {no},792000,未入金,"
    for rows in [(deposit, rest)] if together else [(deposit,), (rest,)]:
        found = read(office, tmp_path, *rows)
        assert all(OutsideReason.OTHER_SUM in one for one in reasons(found))
        assert not any(one.certain for one in found.proposals)
        take_all(office, found)
    assert office.state(job) is JobState.INVOICED
    paid = read(office, tmp_path, f"D-2,2026-11-22,田中花子,{no},792000,入金済み,2026-11-23")
    take_all(office, paid)
    assert office.state(job) is JobState.PAID


def test_a_job_that_was_paid_by_hand_stays_so(office: Billed, tmp_path: Path) -> None:
    """Whoever set it knew; the file's first invoice says nothing of the payment."""
    job = office.job(office.someone(name=TANAKA), JobState.PAID)
    take_all(office, read(office, tmp_path, f"A-1,2026-11-21,田中花子,{number(office, job)},5,,"))
    assert office.state(job) is JobState.PAID


def test_a_noted_number_of_another_invoice_is_shown(office: Billed, tmp_path: Path) -> None:
    job, other = office.job(office.someone(name=TANAKA)), office.job()
    note(office, job, EventKind.INVOICE, "2026-11-21", "INV-1", 88_000)
    office.jobs.set_state(office.ground.desk, job, JobState.INVOICED)
    same = "INV-1,2026-11-21,田中花子,,88000,,"
    assert read(office, tmp_path, same).proposals == ()
    rows = {
        OutsideReason.OTHER_SUM: "INV-1,2026-11-21,田中花子,,110000,,",
        OutsideReason.OTHER_JOB: f"INV-1,2026-11-21,田中花子,{number(office, other)},88000,,",
        OutsideReason.OTHER_NAME: "INV-1,2026-11-21,山本次郎,,,,",
    }
    for reason, row in rows.items():
        (one,) = read(office, tmp_path, row).proposals
        assert reason in one.reasons
        assert not one.certain
    paid = "INV-1,2026-11-21,田中花子,,110000,入金済み,2026-11-22"
    assert not read(office, tmp_path, paid).proposals[0].certain


@pytest.mark.parametrize("name", ["", "-", "様", "鈴木三郎"])
def test_without_a_name_that_agrees_nothing_is_certain(office: Billed, tmp_path: Path, name: str) -> None:
    job = office.job(office.someone(name=TANAKA))
    found = read(office, tmp_path, f"INV-1,2026-11-21,{name},{number(office, job)},5,,")
    reason = OutsideReason.OTHER_NAME if name == "鈴木三郎" else OutsideReason.NO_NAME
    assert reasons(found) == [{OutsideReason.JOB_NUMBER, reason}]
    assert not found.proposals[0].certain


def test_a_suspended_record_gets_nothing_without_a_person(office: Billed, tmp_path: Path) -> None:
    who = office.someone(name=TANAKA)
    job = office.job(who)
    note(office, job, EventKind.INVOICE, "2026-11-21", "A-1", 5)
    with office.ground.workplace.transaction() as session:
        suspension.lock(session, customer_store.get(session, who), "2026-11-24")
    (one,) = read(office, tmp_path, "A-1,2026-11-21,田中花子,,5,入金済み,2026-11-22").proposals
    assert OutsideReason.SUSPENDED in one.reasons
    assert not one.certain


@pytest.mark.parametrize("given", [True, False], ids=["given", "still to come"])
def test_an_own_number_is_taken_over_nowhere(office: Billed, given: bool) -> None:
    """Neither one that was given nor one that the series has not reached: once it did, who asked for what?"""
    other = office.job()
    own = office.issued(office.job()).number if given else "I2026-000005"
    for written in (own, own.replace("-", " － ").lower()):
        taken = TakenInvoice(written, "2026-11-24", 5, "2026-11-24", (other,))
        with pytest.raises(OwnInvoiceNumber):
            outside(office).confirm(office.books, MARK, [taken])
        for kind in (EventKind.INVOICE, EventKind.SETTLEMENT):
            with pytest.raises(OwnInvoiceNumber) as told:
                note(office, other, kind, "2026-11-24", written, 5)
            assert told.value.field == "number"
    assert (money(office, other), office.state(other)) == ([], JobState.DONE)
    note(office, other, EventKind.MANIFEST, "2026-11-24", own)  # numbers of other papers are their own


@pytest.mark.parametrize("given", [True, False], ids=["given", "still to come"])
def test_an_own_number_is_known_however_it_is_written(office: Billed, tmp_path: Path, given: bool) -> None:
    own = office.issued(office.job()).number if given else "I2026-000005"
    rows = [f"{written},2026-11-21,田中花子,,5,," for written in (own, own.replace("-", " － "))]
    for row in rows:
        assert reasons(read(office, tmp_path, row)) == [{OutsideReason.OWN_NUMBER}]


def test_a_column_that_may_hold_due_days_settles_nothing(office: Billed, tmp_path: Path) -> None:
    job = office.job(office.someone(name=TANAKA))
    for header in ("支払日", "お支払日"):
        head = f"請求書番号,請求日,取引先,件名,合計金額,{header}\n"
        row = f"P-1,2026-11-21,田中花子,{number(office, job)},88000,2026-11-22"
        (one,) = read(office, tmp_path, row, head=head).proposals
        assert one.taken().settled_on == ""


def test_an_invoice_that_is_void_in_one_row_is_told_and_not_noted(office: Billed, tmp_path: Path) -> None:
    job = office.job(office.someone(name=TANAKA))
    note(office, job, EventKind.INVOICE, "2026-11-21", "V-1", 5)
    no = number(office, job)
    rows = (f"V-1,2026-11-21,田中花子,{no},5,取消,", f"V-1,2026-11-21,田中花子,{no},5,入金済み,2026-11-23")
    for order in (rows, rows[::-1]):
        found = read(office, tmp_path, *order)
        assert found.proposals == ()
        assert {one.because for one in found.file.refused} == {RefusedBecause.VOID, RefusedBecause.ALSO_VOID}
        assert found.void_noted == (("V-1", no),)


@pytest.mark.parametrize("credit", ["V-1", "C-9"])
def test_an_invoice_beside_its_credit_note_is_asked_about(
    office: Billed, tmp_path: Path, credit: str
) -> None:
    job = office.job(office.someone(name=TANAKA))
    no = number(office, job)
    rows = (
        f"V-1,2026-11-22,田中花子,{no},88000,入金済み,2026-11-23",
        f"{credit},2026-11-24,田中花子,返還 {no},-88000,,",
    )
    (one,) = read(office, tmp_path, *rows).proposals
    assert OutsideReason.CREDITED in one.reasons
    assert not one.certain


def test_nothing_that_was_read_is_in_a_repr(office: Billed, tmp_path: Path) -> None:
    job = office.job(office.someone(name=TANAKA))
    rows = (
        f"山本-1,2026-11-21,田中花子,浮田 {number(office, job)},5,,",
        "山本-2,2026-11-21,田中花子,浮田,-5,,",
        "山本-3,2026-11-21,田中花子,浮田,5,取消,",
    )
    note(office, job, EventKind.INVOICE, "2026-11-21", "山本-3", 5)
    found = read(office, tmp_path, *rows)
    said = repr(found) + repr(found.file) + repr(found.proposals) + repr(found.proposals[0].taken())
    assert not [name for name in ("山本", "田中", "浮田") if name in said]


def test_only_who_bills_reads_or_takes_over(office: Billed, tmp_path: Path) -> None:
    with pytest.raises(NotPermitted):
        outside(office).read(office.ground.desk, GivenFile("none.csv", b""))
    with pytest.raises(NotPermitted):
        outside(office).confirm(office.ground.desk, MARK, ())


STATES = st.sampled_from(["入金済み", "未入金", "一部入金", "", "ふしぎ"])
DAYS = st.sampled_from(["", "2026-11-21", "2026-11-22"])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(st.integers(1, 4), DAYS, STATES, DAYS, st.booleans()), min_size=1, max_size=5))
def test_a_second_import_of_whatever_file_changes_nothing(
    office: Billed, tmp_path: Path, rows: list[tuple[int, str, str, str, bool]]
) -> None:
    who = office.someone(name=TANAKA)
    jobs = [office.job(who) for _count in range(2)]
    said = [number(office, job) for job in jobs]
    lines = [
        f"P{jobs[0][:6]}-{no},{issued},田中花子,{said[no % 2] if named else ''},5,{state},{paid}"
        for no, issued, state, paid, named in rows
    ]
    found = read(office, tmp_path, *lines)
    taken = [one.taken() for one in found.proposals if one.jobs and one.invoice.issued_on]
    outside(office).confirm(office.books, found.mark, taken)
    after = [(office.state(job), money(office, job)) for job in jobs]
    assert outside(office).confirm(office.books, found.mark, taken) == TakenOver(0, 0)
    again = read(office, tmp_path, *lines)
    assert take_certain(office, again) == TakenOver(0, 0)
    assert [(office.state(job), money(office, job)) for job in jobs] == after


@pytest.mark.parametrize("mark", [FileMark("x" * 64, 1), FileMark("0" * 65, 1), FileMark("0" * 64, -1)])
def test_a_mark_that_no_file_has_is_refused(office: Billed, mark: FileMark) -> None:
    taken = TakenInvoice("A-1", "2026-11-21", 5, "", (office.job(),))
    with pytest.raises(InvalidInput):
        outside(office).confirm(office.books, mark, [taken])
