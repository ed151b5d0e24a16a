"""An issued page in another customer's file: it goes with the customer whose work it tells of."""

from __future__ import annotations

import hashlib

import pytest
from sqlalchemy import select, update

from hvacdesk.domain.billing.filed_documents import FiledPageDestroyed
from hvacdesk.domain.billing.invoices import InvoiceKind, InvoiceState
from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.disposal.place_decisions import KeepReason, PlaceDecision
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import JobRecord, JobState, Party, WorkKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import PaperState
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from hvacdesk.services.billing.invoices import Invoices
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.store.disposal import remnants
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.models import AuditRow, Customer, Invoice, IssuedDocument, Job, JobEventRow, Paper, Site
from tests.helpers.billed import ITEMS
from tests.helpers.paper import read_text
from tests.helpers.sample_records import ACCOUNT, STAMP
from tests.integration.disposal.office import GOING, DisposalOffice

ADDRESS = GOING[0].street
LONG_AGO = "2010-05-20"


def issued_to_another(office: DisposalOffice) -> IssuedInvoice:
    """An invoice for work at one customer's who goes, that another one paid who stays; long ago."""
    jobs, invoices = Jobs(office.workplace), Invoices(office.workplace)
    with office.workplace.reading() as session:
        site = session.scalars(select(Site).where(Site.customer_id == 1)).first()
        assert site is not None
        where = site.record_id
    parties = {Party.REQUESTER: office.customers["going 0"], Party.PAYER: office.customers["staying 5"]}
    job = jobs.add(office.desk, JobRecord(where, WorkKind.INSTALL, parties, on="2026-11-20", items=ITEMS))
    jobs.set_state(office.desk, job, JobState.DONE)
    draft = invoices.draft(office.owner, job, InvoiceKind.WHOLE, english)
    version = invoices.detail(office.owner, draft).row.version
    issued = invoices.issue(office.owner, draft, version, english)
    with office.workplace.transaction() as session:
        row = session.scalars(select(Job).where(Job.record_id == job)).one()
        row.state, row.on = JobState.PAID, LONG_AGO
        billed = session.scalars(select(Invoice).where(Invoice.number == issued.number)).one()
        billed.state, billed.open_yen, billed.issued_on = InvoiceState.SETTLED, 0, LONG_AGO
        filed = session.scalars(select(IssuedDocument).where(IssuedDocument.number == issued.number)).one()
        filed.issued_on, filed.filed_at = LONG_AGO, f"{LONG_AGO}T01:00:00Z"
        session.execute(update(JobEventRow).where(JobEventRow.job_id == row.id).values(on=LONG_AGO))
        job_store.add_event(row, JobEvent(EventKind.SETTLEMENT, LONG_AGO), actor=ACCOUNT, at=STAMP)
        session.execute(update(Paper).where(Paper.label == issued.number).values(state=PaperState.SHREDDED))
        session.get_one(Customer, 1).last_contact_on = LONG_AGO
    return issued


def test_a_page_in_anothers_file_goes_with_the_customer_whom_it_names(office: DisposalOffice) -> None:
    day = office.workplace.today().isoformat()
    issued = issued_to_another(office)
    assert ADDRESS in read_text(issued.pdf)
    batch = office.proposed()
    (place,) = office.disposal.places.look(office.owner, batch)
    assert (place.ref.table, place.rows) == ("issued_documents", 2)
    office.disposal.places.decide(office.owner, batch, [place.ref], PlaceDecision.CLEAN)
    result = office.destroy(office.approved_tomorrow(batch))
    facts = office.disposal.certificates.certificate_of(office.owner, batch)
    assert (facts.result, facts.exceptions, facts.cleaned) == (BatchState.VERIFIED, (), 1)
    assert result.certificate
    with office.workplace.reading() as session:
        row = session.scalars(select(IssuedDocument).where(IssuedDocument.number == issued.number)).one()
        assert (row.number, row.pdf) == (issued.number, b"")
        assert row.sha256 == hashlib.sha256(issued.pdf).hexdigest()
        assert ADDRESS not in row.data
        logged = session.scalars(select(AuditRow).where(AuditRow.action == Action.INVOICE_ISSUED)).one()
        assert row.sha256 in logged.details
    with pytest.raises(FiledPageDestroyed):
        Invoices(office.workplace).document(office.owner, issued.document, english)
    with office.workplace.transaction() as session:  # as issued, before its day was put back for the test
        billed = session.scalars(select(Invoice).where(Invoice.number == issued.number)).one()
        assert billed.issued_on == LONG_AGO
        billed.issued_on = day
    assert AuditLog(office.workplace).verify(office.owner).intact


def test_a_page_whose_text_was_blacked_out_beside_it_is_never_verified(office: DisposalOffice) -> None:
    issued = issued_to_another(office)
    with office.workplace.transaction() as session:
        row = session.scalars(select(IssuedDocument).where(IssuedDocument.number == issued.number)).one()
        row.data = row.data.replace(ADDRESS, "●●●")
    batch = office.proposed()
    (place,) = office.disposal.places.look(office.owner, batch)
    assert place.ref.table == "issued_documents"
    office.disposal.places.decide(
        office.owner, batch, [place.ref], PlaceDecision.KEEP, KeepReason.LIVING_ORDER
    )
    office.destroy(office.approved_tomorrow(batch))
    facts = office.disposal.certificates.certificate_of(office.owner, batch)
    assert facts.result is BatchState.EXCEPTIONS


def test_a_filed_page_that_nothing_is_sought_in_is_no_place(office: DisposalOffice) -> None:
    issued_to_another(office)
    with office.workplace.reading() as session:
        assert remnants.find(session, remnants.Sought((), ())) == ()
