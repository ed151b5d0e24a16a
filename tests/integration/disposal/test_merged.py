"""A customer with a merged duplicate is judged as both, and both are destroyed with it."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import func, select

from hvacdesk.domain.customers.merging import MergeField, Take
from hvacdesk.domain.disposal.disposal import BatchState, Decision
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.retention.retention import Standing
from hvacdesk.services.customers.merging import Merging
from hvacdesk.store.disposal import disposed_list
from hvacdesk.store.models import (
    CallNote,
    Customer,
    CustomerCaution,
    CustomerContact,
    CustomerMerge,
    DisposalLedgerRow,
    Hold,
)
from tests.helpers.sample_records import Person, add_customer, add_job
from tests.integration.disposal.office import MONTH, DisposalOffice

DUPLICATE = Person(
    family="柳河",
    given="美佐穂",
    phone="052-608-1177",
    email="misaho@yanagawa.example",
    street="4丁目55-9",
    note="離れの鍵は植木鉢の下",
    serial="SN-55120877",
)
SETTLED = {EventKind.INVOICE: "2010-05-20", EventKind.SETTLEMENT: "2010-06-30"}
HIDDEN = (
    "美佐穂",
    "608-1177",
    "0526081177",
    "misaho@",
    "4丁目55-9",
    "植木鉢",
    "SN-55120877",
    "須磨子",
    "秋田犬",
)


def duplicate(office: DisposalOffice, events: dict[EventKind, str] | None = None, hold: str = "") -> str:
    """Another registration of the first customer who is due, with one of everything."""
    with office.workplace.transaction() as session:
        row = add_customer(session, DUPLICATE)
        row.cautions = [CustomerCaution(kind="pet", detail="秋田犬")]
        add_job(session, row, DUPLICATE, events=events or SETTLED)
        session.add(CustomerContact(customer_id=row.id, family_name="明石", given_name="須磨子"))
        session.add(
            CallNote(customer_id=row.id, taken_by="", taken_at="2010-05-01T00:00:00Z", text="須磨子さんから")
        )
        if hold:
            session.add(
                Hold(customer_id=row.id, reason="須磨子さんと協議中", until=hold, set_by="", set_at="")
            )
        return row.record_id


def merged(office: DisposalOffice, other: str, **choices: Take) -> str:
    """Merge into the first customer who is due; returns the merge."""
    merging, kept = Merging(office.workplace), office.customers["going 0"]
    view = merging.compare(office.owner, kept, other)
    versions = (view.kept.version, view.merged.version)
    return merging.merge(
        office.owner, kept, other, versions, {MergeField(name): take for name, take in choices.items()}
    )


def close_calls(office: DisposalOffice) -> None:
    """An open call note keeps its customer."""
    with office.workplace.transaction() as session:
        for note in session.scalars(select(CallNote)):
            note.done_at = "2010-05-02T00:00:00Z"


@pytest.mark.parametrize("choices", [{}, {"address": Take.MERGED, "email": Take.MERGED, "note": Take.BOTH}])
def test_no_page_holds_anything_of_either_afterwards(
    office: DisposalOffice, choices: dict[str, Take]
) -> None:
    other, kept = duplicate(office), office.customers["going 0"]
    merged(office, other, **choices)
    close_calls(office)
    before = office.dump()
    assert [value for value in HIDDEN if value.encode() not in before] == []
    result = office.destroy(office.approved(kept), 1)
    assert (result.state, result.exceptions, result.customers) == (BatchState.VERIFIED, (), 1)
    after = office.dump()
    assert [value for value in HIDDEN if value.encode() in after] == []
    assert "美沙緒".encode() not in after
    with office.workplace.reading() as session:
        gone = session.scalars(select(Customer.id).where(Customer.record_id.in_((kept, other)))).all()
        assert gone == []
        assert session.scalar(select(func.count()).select_from(CustomerMerge)) == 0


def test_the_duplicate_is_on_the_disposed_list_for_backups_from_before_the_merge(
    office: DisposalOffice,
) -> None:
    other, kept = duplicate(office), office.customers["going 0"]
    merged(office, other)
    close_calls(office)
    office.destroy(office.approved(kept), 1)
    with office.workplace.transaction() as session:
        listed = disposed_list.listed(session)
        assert {one.record for one in listed.customers} == {kept, other}
        lines = session.scalars(select(DisposalLedgerRow)).all()
        assert {line.result for line in lines} == {BatchState.VERIFIED.value}
        again = add_customer(session, DUPLICATE)  # as a restored file of then has it
        again.record_id = other
        session.flush()
        replayed = disposed_list.replay(session, listed)
        assert replayed.customers == (other,)


def test_what_keeps_the_duplicate_keeps_both(office: DisposalOffice) -> None:
    kept = office.customers["going 0"]
    assert office.disposal.reviews.verdict(office.desk, kept).standing is Standing.DUE
    merge = merged(
        office, duplicate(office, {EventKind.INVOICE: "2025-05-20", EventKind.SETTLEMENT: "2025-06-30"})
    )
    close_calls(office)
    assert office.disposal.reviews.verdict(office.desk, kept).keep_until == date(2033, 5, 31)
    rows = {row.customer: row for row in office.disposal.reviews.review(office.desk, MONTH).rows}
    assert kept not in rows or rows[kept].decision is not Decision.DESTROY
    Merging(office.workplace).undo(office.owner, merge)
    assert office.disposal.reviews.verdict(office.desk, kept).standing is Standing.DUE


def test_a_hold_of_the_duplicate_binds_both(office: DisposalOffice) -> None:
    kept = office.customers["going 0"]
    merge = merged(office, duplicate(office, hold="2031-01-01"))
    assert office.disposal.reviews.verdict(office.desk, kept).standing is Standing.ON_HOLD
    Merging(office.workplace).undo(office.owner, merge)
    assert office.disposal.reviews.verdict(office.desk, kept).standing is Standing.DUE
