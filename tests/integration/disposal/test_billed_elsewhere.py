"""Whom nobody can judge, since another program billed them, becomes due by its file, and is disposed of."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from hvacdesk.domain.billing.outside_doubts import OutsideReason
from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.jobs.jobs import JobState, WorkKind
from hvacdesk.domain.retention.retention import Standing
from hvacdesk.services.billing.outside_invoices import OutsideInvoices, TakenOver
from hvacdesk.services.retention.retention import judged
from hvacdesk.store.billing import imported
from hvacdesk.store.engine import Session
from hvacdesk.store.models import Customer, Job, Site
from hvacdesk.ui.file_reading import given_file
from tests.helpers.paper import read_text
from tests.helpers.sample_records import Person, add_customer
from tests.integration.disposal.office import MONTH, DisposalOffice, seal_payment

WAITING = Person(
    family="浮田",
    given="千晶",
    phone="052-808-9091",
    email="chiaki@ukita.example",
    note="浮田さん宅は階段が急",
)


def export(folder: Path, number: str, paid: str) -> Path:
    path = folder / "seikyu.csv"
    head = "請求書番号,請求日,取引先,件名,合計金額,入金ステータス,入金日"
    row = f"KUMO-201077,2010年5月20日,浮田　千晶 様,エアコン工事（工事番号 {number}）,33000円,{paid}"
    path.write_text(f"{head}\n{row}\n", encoding="cp932")
    return path


def done_job(session: Session, customer: Customer) -> Job:
    """Work that was done in 2010, and of which nothing else is known."""
    site = Site(customer_id=customer.id, city=WAITING.city, town=WAITING.town, street=WAITING.street)
    session.add(site)
    session.flush()
    job = Job(
        number="2010-900907",
        customer_id=customer.id,
        site_id=site.id,
        work_kind=WorkKind.INSTALL,
        state=JobState.DONE,
        on="2010-05-10",
        received_on="2010-05-01",
    )
    session.add(job)
    session.flush()
    return job


def standing(office: DisposalOffice, customer: str) -> Standing:
    with office.workplace.reading() as session:
        key = session.scalars(select(Customer.id).where(Customer.record_id == customer)).one()
        ((_history, verdict),) = judged(office.workplace, session, [key])
        return verdict.standing


def test_an_imported_payment_makes_a_customer_due_who_is_destroyed_and_certified(
    office: DisposalOffice, tmp_path: Path
) -> None:
    with office.workplace.transaction() as session:
        row = add_customer(session, WAITING)
        seal_payment(office, row, WAITING)
        job = done_job(session, row)
        customer, number, job_number, record = row.record_id, row.number, job.number, job.record_id
    assert standing(office, customer) is Standing.UNDECIDABLE
    listed = {one.customer: one for one in office.disposal.reviews.review(office.desk, MONTH).rows}
    assert listed[customer].verdict.standing is Standing.UNDECIDABLE

    outside = OutsideInvoices(office.workplace)
    billed = outside.read(office.owner, given_file(export(tmp_path, job_number, "未入金,")))
    taken = [one.taken() for one in billed.proposals if one.certain]
    assert outside.confirm(office.owner, billed.mark, taken) == TakenOver(1, 0)
    assert standing(office, customer) is Standing.KEPT  # it waits for its money, and everybody sees that

    paid = outside.read(office.owner, given_file(export(tmp_path, job_number, "入金済み,2010/6/30")))
    taken = [one.taken() for one in paid.proposals if one.certain]
    assert outside.confirm(office.owner, paid.mark, taken) == TakenOver(1, 1)
    with office.workplace.reading() as session:
        assert session.scalars(select(Job.state).where(Job.record_id == record)).one() is JobState.PAID
    assert standing(office, customer) is Standing.DUE

    batch = office.approved(customer)
    result = office.destroy(batch, 1)
    assert (result.state, result.customers) == (BatchState.VERIFIED, 1)
    with office.workplace.reading() as session:
        assert session.scalar(select(Customer.id).where(Customer.record_id == customer)) is None
        assert imported.steps(session) == ()  # nothing is left to take back
    pages = office.dump()
    for value in (WAITING.given, WAITING.email, "KUMO-201077", "浮田さん宅"):
        assert value.encode() not in pages
    (line,) = office.disposal.certificates.ledger(office.owner, number)
    assert (line.record, line.certificate) == (customer, result.certificate)
    facts = office.disposal.certificates.certificate_of(office.owner, batch)
    assert (facts.number, facts.customers, facts.result) == (result.certificate, 1, BatchState.VERIFIED)
    pdf = office.disposal.certificates.certificate_paper(office.owner, result.certificate, "ja").pdf
    assert result.certificate in read_text(pdf)

    again = outside.read(office.owner, given_file(tmp_path / "seikyu.csv"))
    assert [(one.jobs, one.certain) for one in again.proposals] == [((), False)]


def test_whom_a_disposal_takes_along_is_looked_at_before_anything_is_noted(
    office: DisposalOffice, tmp_path: Path
) -> None:
    with office.workplace.transaction() as session:
        row = add_customer(session, WAITING)
        job_number, customer = done_job(session, row).number, row.record_id
    outside = OutsideInvoices(office.workplace)
    first = outside.read(office.owner, given_file(export(tmp_path, job_number, "入金済み,2010/6/30")))
    outside.confirm(office.owner, first.mark, [one.taken() for one in first.proposals])
    office.proposed(customer)
    (later,) = outside.read(
        office.owner, given_file(export(tmp_path, job_number, "入金済み,2010/7/1"))
    ).proposals
    assert OutsideReason.DISPOSAL in later.reasons
    assert not later.certain
