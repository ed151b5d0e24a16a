"""What is half typed about somebody is not stored any more once they were destroyed or reduced."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.roles import Actor
from hvacdesk.services.office.drafts import Drafts
from hvacdesk.store.models import Customer, Draft, Job
from tests.integration.disposal.office import DisposalOffice

SECRET = "鍋屋上野の実家の裏鍵"


@pytest.fixture
def drafts(office: DisposalOffice) -> Drafts:
    return Drafts(office.workplace)


def typed(begun: str = "", typed: str = "", **arguments: str) -> dict[str, Any]:
    kept = {"page": "customers", "arguments": arguments, "typed": {"note": SECRET, "who": typed}}
    return {**kept, "begun": begun}


def stored(office: DisposalOffice) -> list[str]:
    with office.workplace.reading() as session:
        return list(session.scalars(select(Draft.payload)))


def refused(drafts: Drafts, desk: Actor, form: str, subject: str, payload: dict[str, Any]) -> None:
    with pytest.raises(RecordGone):
        drafts.keep(desk, form, subject, payload)


def test_an_open_form_about_somebody_destroyed_is_stored_no_more(
    office: DisposalOffice, drafts: Drafts
) -> None:
    desk, gone = office.desk, office.going()[0]
    with office.workplace.reading() as session:
        job = session.scalars(
            select(Job.record_id)
            .join(Customer, Customer.id == Job.customer_id)
            .where(Customer.record_id == gone)
        ).first()
    assert job is not None
    batch = office.approved()
    drafts.keep(desk, "customer", f"{gone}@5ea7000", typed(customer=gone))
    assert office.destroy(batch).state is BatchState.VERIFIED
    assert stored(office) == []
    refused(drafts, desk, "customer", f"{gone}@5ea7000", typed(customer=gone))
    refused(drafts, desk, "job", f"new-{gone}", typed(customer=gone))
    refused(drafts, desk, "results", job, typed(job=job))
    refused(drafts, desk, "call", "new", typed(typed=gone))
    assert stored(office) == []
    staying = office.customers["staying 0"]
    drafts.keep(desk, "customer", staying, typed(customer=staying))
    assert len(stored(office)) == 1
