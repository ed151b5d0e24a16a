"""Everything that prevents a disposal is found, one by one: a blocker that nothing brings about is red here.

What each of them does to a review, ``tests/integration/disposal/test_steps.py`` says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from hvacdesk.domain.billing.invoices import InvoiceKind, InvoiceState
from hvacdesk.domain.billing.payments import PaymentWay
from hvacdesk.domain.disposal.disposal import Blocker
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.jobs.jobs import JobState, WorkKind
from hvacdesk.domain.papers.register import PaperKind, PaperState
from hvacdesk.domain.papers.work_orders import CopyState, Profile
from hvacdesk.domain.partners.handovers import HandoverMedium
from hvacdesk.domain.partners.partners import Basis
from hvacdesk.domain.requests.requests import RequestKind, RequestState, RequestWay
from hvacdesk.store.disposal.standstills import standstills
from hvacdesk.store.engine import Session, Store
from hvacdesk.store.models import (
    CallNote,
    Copy,
    Customer,
    CustomerRequest,
    Handover,
    HandoverCustomer,
    Incident,
    IncidentCustomer,
    InspectionPlan,
    Invoice,
    Job,
    Payment,
    WorkOrder,
)
from tests.helpers.sample_records import ACCOUNT, STAMP, Person, add_customer, add_job, add_paper


@dataclass
class Held:
    """A customer of whom everything is finished."""

    session: Session
    customer: Customer
    job: Job

    @property
    def invoice(self) -> Invoice:
        return self.session.scalars(select(Invoice).where(Invoice.customer_id == self.customer.id)).one()

    @property
    def payment(self) -> Payment:
        return self.session.scalars(select(Payment).where(Payment.customer_id == self.customer.id)).one()


def job_is_open(held: Held) -> None:
    held.job.state = JobState.WORKING


def copy_is_out(held: Held) -> None:
    copy = Copy(
        code="800000000012",
        copy_number=1,
        copies=1,
        profile=Profile.TECHNICIAN.value,
        state=CopyState.OUT.value,
        changed_at=STAMP,
    )
    held.session.add(WorkOrder(job_id=held.job.id, issued_by=ACCOUNT, issued_at=STAMP, copies=[copy]))


def paper_is_out(held: Held) -> None:
    add_paper(held.session, held.job, state=PaperState.OUT.value)


def paper_is_held(held: Held) -> None:
    add_paper(held.session, held.job, state=PaperState.KEPT.value, kind=PaperKind.HELD)


def invoice_is_open(held: Held) -> None:
    held.invoice.open_yen = 3_150


def draft_waits(held: Held) -> None:
    held.session.add(Invoice(customer_id=held.customer.id, kind=InvoiceKind.WHOLE, state=InvoiceState.DRAFT))


def money_is_left(held: Held) -> None:
    held.payment.credit_yen = 500


def deposit_is_held(held: Held) -> None:
    held.job.state, held.invoice.kind = JobState.CANCELLED, InvoiceKind.DEPOSIT


def cash_is_out(held: Held) -> None:
    held.payment.way, held.payment.collected_by = PaymentWay.CASH, ACCOUNT


def call_is_open(held: Held) -> None:
    held.session.add(CallNote(customer_id=held.customer.id, taken_by=ACCOUNT, taken_at=STAMP))


def plan_is_active(held: Held) -> None:
    held.session.scalars(
        select(InspectionPlan).where(InspectionPlan.customer_id == held.customer.id)
    ).one().active = True


def incident_is_open(held: Held) -> None:
    concerned = IncidentCustomer(customer=held.customer.record_id, customer_number=held.customer.number)
    kind = IncidentKind.LOST_PAPER
    held.session.add(Incident(kind=kind, reported_by=ACCOUNT, reported_at=STAMP, customers=[concerned]))


def request_is_open(held: Held) -> None:
    held.session.add(
        CustomerRequest(
            number="D-2026-0071",
            customer_id=held.customer.id,
            kind=RequestKind.DISCLOSURE,
            state=RequestState.RECEIVED,
            way=RequestWay.POST,
            received_on="2026-11-20",
            received_by=ACCOUNT,
            due_on="2026-12-04",
        )
    )


def firm_has_data(held: Held) -> None:
    held.session.add(
        Handover(
            number="H-2026-0071",
            firm="東山設備",
            firm_key="東山設備",
            basis=Basis.ENTRUSTMENT,
            medium=HandoverMedium.EMAIL,
            fields="name",
            on="2026-11-20",
            due="2026-12-01",
            entered_by=ACCOUNT,
            entered_at=STAMP,
            customers=[
                HandoverCustomer(customer=held.customer.record_id, customer_number=held.customer.number)
            ],
        )
    )


BROUGHT_ABOUT: dict[Blocker, Callable[[Held], None]] = {
    Blocker.OPEN_JOB: job_is_open,
    Blocker.COPY_OUT: copy_is_out,
    Blocker.PAPER_OUT: paper_is_out,
    Blocker.PAPER_HELD: paper_is_held,
    Blocker.UNPAID_INVOICE: invoice_is_open,
    Blocker.DRAFT_INVOICE: draft_waits,
    Blocker.CREDIT_LEFT: money_is_left,
    Blocker.DEPOSIT_HELD: deposit_is_held,
    Blocker.CASH_OUT: cash_is_out,
    Blocker.CALL_BACK_OPEN: call_is_open,
    Blocker.PLAN_ACTIVE: plan_is_active,
    Blocker.INCIDENT_OPEN: incident_is_open,
    Blocker.REQUEST_OPEN: request_is_open,
    Blocker.HANDED_OUT: firm_has_data,
}


def made(session: Session, on: str = "2010-05-10") -> Held:
    customer = add_customer(session, Person())
    return Held(session, customer, add_job(session, customer, Person(), on=on))


@pytest.mark.parametrize("blocker", Blocker)
def test_it_is_found_by_itself(store: Store, blocker: Blocker) -> None:
    with store.transaction() as session:
        held, other = made(session), made(session)
        assert standstills(session, [held.customer.id])[held.customer.id].blockers == set()
        BROUGHT_ABOUT[blocker](held)
        session.flush()
        found = standstills(session, [held.customer.id, other.customer.id])
        assert found[held.customer.id].blockers == {blocker}
        assert found[other.customer.id].blockers == set()


def test_the_only_job_is_the_last_one_though_it_has_no_day(store: Store) -> None:
    with store.transaction() as session:
        held = made(session, on="")
        found = standstills(session, [held.customer.id])[held.customer.id]
        assert (found.last_job_on, found.last_job_kind) == ("", WorkKind.INSTALL)
