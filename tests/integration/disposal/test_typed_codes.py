"""Numbers, units and certificates that people type may name somebody: they are blacked out like any text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import select

from hvacdesk.domain.billing.estimates import EstimateState
from hvacdesk.domain.billing.invoices import InvoiceLineRecord
from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.disposal.place_decisions import PlaceDecision
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.invoices import Invoices
from hvacdesk.store.base import Base, ColumnKind
from hvacdesk.store.engine import Session
from hvacdesk.store.models import Estimate, EstimateLine, InvoiceLine, Job, JobItem
from tests.integration.disposal.office import DisposalOffice
from tests.integration.disposal.test_places import carried_out, looked
from tests.integration.disposal.test_remnants import other

NAME, PHONE = "柳川美沙緒", "0529876543"

TYPED = (
    *("estimate_lines.unit", "invoice_lines.unit", "job_items.unit", "prices.unit", "job_events.number"),
    *("jobs.client_slip", "refrigerant_log.certificate", "gas_handovers.certificate"),
    *("electrical_ledger.diagram", "units.serial", "units.model", "units.outlet", "units.refrigerant"),
    *("sites.floor", "partner_firms.contract_number", "incidents.preliminary_number"),
    *("incidents.final_number", "billing_facts.kind", "refrigerant_log.refrigerant"),
    *("disposal_batches.shred_certificate", "media.model", "media.serial", "media.certificate"),
)
"""What people type, or bring in with a file, where a number or a short word is expected."""


@pytest.mark.parametrize("column", TYPED)
def test_what_people_type_is_no_code(column: str) -> None:
    table, name = column.split(".")
    assert Base.metadata.tables[table].c[name].info["kind"] is ColumnKind.TEXT


def job_of_another(office: DisposalOffice, session: Session) -> Job:
    job = session.scalars(select(Job).where(Job.customer_id == other(office, session).id)).first()
    assert job is not None
    return job


def number_told_elsewhere(office: DisposalOffice) -> None:
    with office.workplace.transaction() as session:
        job = job_of_another(office, session)
        job.events[0].number = f"{NAME}-1"


def number_like_a_phone(office: DisposalOffice) -> None:
    with office.workplace.transaction() as session:
        job = job_of_another(office, session)
        job.events[0].number = PHONE


def unit_of_a_job(office: DisposalOffice) -> None:
    with office.workplace.transaction() as session:
        job = job_of_another(office, session)
        job.items.append(JobItem(item="drilling", unit=NAME))


def unit_of_an_estimate(office: DisposalOffice) -> None:
    line = EstimateLine(position=1, label="配管", unit=NAME, quantity=1, yen=1)
    with office.workplace.transaction() as session:
        session.add(
            Estimate(
                job_id=job_of_another(office, session).id,
                number="E2025-000777A",
                state=EstimateState.DECLINED,
                issued_on="2025-04-20",
                tax_percent=10,
                lines=[line],
            )
        )


def unit_of_a_draft(office: DisposalOffice) -> str:
    invoices = Invoices(office.workplace)
    made = invoices.draft_free(office.owner, office.customers["staying 5"])
    detail = invoices.detail(office.owner, made)
    lines = (InvoiceLineRecord("フィルター", 1, NAME, 10000),)
    invoices.change(office.owner, made, detail.row.version, replace(detail.record, lines=lines))
    return made


def unit_of_an_issued_invoice(office: DisposalOffice) -> None:
    invoices, made = Invoices(office.workplace), unit_of_a_draft(office)
    invoices.issue(office.owner, made, invoices.detail(office.owner, made).row.version, english)


@pytest.mark.parametrize(
    ("plant", "rows"),
    [
        (number_told_elsewhere, 1),
        (number_like_a_phone, 1),
        (unit_of_a_job, 1),
        (unit_of_an_estimate, 1),
        (unit_of_a_draft, 1),
        (unit_of_an_issued_invoice, 2),
    ],
)
def test_what_was_typed_for_a_number_or_a_unit_is_blacked_out(
    office: DisposalOffice, plant: Callable[[DisposalOffice], object], rows: int
) -> None:
    plant(office)
    batch, places = looked(office)
    assert len(places) == rows, "and of an issued invoice what was filed"
    assert all(PlaceDecision.CLEAN in one.may for one in places)
    office.disposal.places.decide(office.owner, batch, [one.ref for one in places], PlaceDecision.CLEAN)
    facts = carried_out(office, batch)
    assert (facts.result, facts.cleaned) == (BatchState.VERIFIED, rows)
    left = office.dump()
    assert not any(value.encode() in left for value in (NAME, PHONE))


def test_the_rest_of_a_line_and_its_sums_stay(office: DisposalOffice) -> None:
    unit_of_an_issued_invoice(office)
    batch, places = looked(office)
    office.disposal.places.decide(office.owner, batch, [one.ref for one in places], PlaceDecision.CLEAN)
    carried_out(office, batch)
    with office.workplace.reading() as session:
        line = session.scalars(select(InvoiceLine).order_by(InvoiceLine.id.desc())).first()
        assert line is not None
        assert (line.label, line.unit, line.yen) == ("フィルター", "●●●", 10000)


def test_a_phone_in_a_column_of_numbers_is_found_and_can_only_be_kept(office: DisposalOffice) -> None:
    with office.workplace.transaction() as session:
        job = job_of_another(office, session)
        job.events[0].number, job.events[0].amount = f"{NAME}-1", int(PHONE)
    _batch, (place,) = looked(office)
    assert place.may == {PlaceDecision.KEEP}
