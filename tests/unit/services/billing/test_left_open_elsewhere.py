"""What is open of a job's invoices from elsewhere keeps the job open, whatever was noted without a number."""

from __future__ import annotations

from pathlib import Path

import pytest

from hvacdesk.domain.billing.outside_doubts import OutsideReason
from hvacdesk.domain.billing.outside_matching import TakenInvoice
from hvacdesk.domain.jobs.jobs import EventKind, JobState
from hvacdesk.services.billing.outside_invoices import TakenOver
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground
from tests.unit.services.billing.test_outside_invoices import (
    MARK,
    TANAKA,
    decide,
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
