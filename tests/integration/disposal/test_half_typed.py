"""What is half typed about somebody is not stored any more once they were destroyed or reduced."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from hvacdesk.domain.clock import stamp
from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.office.half_typed import SEALED, OpenedBeforeDisposal, SealedBeforeDisposal
from hvacdesk.domain.roles import Actor
from hvacdesk.services.office.drafts import Drafts
from hvacdesk.store import counters
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


@pytest.mark.parametrize("short", [False, True], ids=["whole", "short"])
def test_what_was_named_by_number_alone_is_stored_no_more(
    office: DisposalOffice, drafts: Drafts, short: bool
) -> None:
    desk, gone, begun = office.desk, office.going()[0], stamp(office.clock())
    with office.workplace.transaction() as session:
        customer, job = session.execute(
            select(Customer.number, Job.number)
            .join(Job, Job.customer_id == Customer.id)
            .where(Customer.record_id == gone)
        ).first() or ("", "")
        year, count = job.split("-")
        counters.raise_to(session, f"job {year}", int(count))
    typed_job = f"{year}-{int(count)}" if short else job
    by_customer, by_job = typed(begun, typed=customer), typed(begun)
    by_job["typed"]["job" if short else "text"] = typed_job
    batch = office.approved()
    drafts.keep(desk, "incident-report", "new", by_customer)
    drafts.keep(desk, "handover", "new", by_job)
    drafts.keep(desk, "handover", "another", typed(begun))
    assert office.destroy(batch).state is BatchState.VERIFIED
    assert len(stored(office)) == 1
    office.clock.pass_time(seconds=4)
    refused(drafts, desk, "incident-report", "new", by_customer)
    refused(drafts, desk, "handover", "new", by_job)
    never = {**by_job, "typed": {"job": f"{year}-{int(count) + 1}", "text": f"{year}-999999"}}
    drafts.keep(desk, "handover", "another", never)
    with pytest.raises(OpenedBeforeDisposal):
        drafts.keep(desk, "handover", "new", never)
    later = {**by_customer, "begun": stamp(office.clock())}  # copied from an old paper
    drafts.keep(desk, "incident-report", "new", later)
    assert len(stored(office)) == 2


def test_what_is_typed_about_another_customer_stays_and_may_mention_a_number(
    office: DisposalOffice, drafts: Drafts
) -> None:
    desk, gone, staying = office.desk, office.going()[0], office.customers["staying 0"]
    with office.workplace.reading() as session:
        number = session.scalars(select(Customer.number).where(Customer.record_id == gone)).one()
    begun, ledger, _found = drafts.begin(desk, "customer", staying)
    long = {"page": "customers", "begun": begun, "ledger": ledger, "name": "a" * 10, "edition": 1}
    long["typed"] = {"note": f"{number} 様のご紹介。" + "室外機の音が大きい。" * 40}
    drafts.keep(desk, "customer", staying, long)
    assert office.destroy(office.approved()).state is BatchState.VERIFIED
    kept = drafts.find(desk, "customer", staying)
    assert kept is not None
    assert kept["typed"] == long["typed"]
    drafts.keep(desk, "customer", staying, {**long, "edition": 2}, True)  # its author goes on typing
    with pytest.raises(RecordGone):
        drafts.keep(desk, "customer", staying, {**long, "edition": 3, "typed": {"number": number}}, True)


def test_what_was_half_typed_under_seal_goes_whoever_it_names(office: DisposalOffice) -> None:
    """Another customer's payment, begun with the name of somebody who goes: nothing can search it."""
    drafts, staying = Drafts(office.workplace), office.customers["staying 0"]
    typed = {"yen": "5", SEALED: {"payer": "犬飼 蔵人 090-5551-2077"}}
    drafts.keep(office.owner, "payment", staying, {"page": "billing", "typed": typed})
    before = drafts.find(office.owner, "payment", staying)
    assert before is not None
    assert before["typed"] == typed
    office.destroy(office.approved())
    after = drafts.find(office.owner, "payment", staying)
    assert after is not None
    assert after["typed"] == {"yen": "5"}


def test_what_is_typed_under_seal_is_not_stored_again_by_a_form_that_was_open_meanwhile(
    office: DisposalOffice, drafts: Drafts
) -> None:
    staying = office.customers["staying 0"]
    begun, ledger, _found = drafts.begin(office.owner, "payment", staying)
    payload = {"page": "billing", "begun": begun, "ledger": ledger}
    sealed = {**payload, "typed": {"yen": "5", SEALED: {"payer": "犬飼 蔵人"}}}
    drafts.keep(office.owner, "payment", staying, sealed)
    office.destroy(office.approved())
    with pytest.raises(SealedBeforeDisposal):
        drafts.keep(office.owner, "payment", staying, sealed)
    with pytest.raises(SealedBeforeDisposal):  # by what never asked when it was opened
        drafts.keep(office.owner, "payment", staying, {**sealed, "begun": "", "ledger": None})
    with office.workplace.reading() as session:
        assert session.scalars(select(Draft.sealed)).all() == [None]
    drafts.keep(office.owner, "payment", staying, {**payload, "typed": {"yen": "6"}})
    office.clock.pass_time(seconds=4)
    begun, ledger, _found = drafts.begin(office.owner, "payment", staying)
    drafts.keep(office.owner, "payment", staying, {**sealed, "begun": begun, "ledger": ledger})
    kept = drafts.find(office.owner, "payment", staying)
    assert kept is not None
    assert kept["typed"] == sealed["typed"]
