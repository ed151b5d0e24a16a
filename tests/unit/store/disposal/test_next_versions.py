"""What a disposal changes rises by a version, whatever table it is in: no form saves it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from hvacdesk.store.base import Base, ColumnKind
from hvacdesk.store.disposal import erasure, next_versions, reduction
from hvacdesk.store.disposal.record_owners import owned_tables
from hvacdesk.store.models import Customer, Invoice, InvoiceJob, Job, JobItem
from tests.helpers.filled import fill_every_table
from tests.helpers.ground import Ground, new_ground
from tests.helpers.sample_records import ACCOUNT, Person, add_customer, add_job

OF_A_JOB = {"jobs", "job_results", "electrical_ledger", "visit_contracts"}

RISES: dict[str, set[str]] = {
    "audit_notes": {"customers"},
    "bank_lines": {"payments"},
    "call_notes": {"call_notes"},
    "consents": {"customers"},
    "copies": OF_A_JOB,
    "customer_cautions": {"customers"},
    "customer_contacts": {"customer_contacts"},
    "customer_findings": {"customers"},
    "customer_merges": {"customers"},
    "customer_phones": {"customers"},
    "customers": {"customers"},
    "electrical_ledger": OF_A_JOB,
    "estimate_lines": {"estimates"},
    "estimates": {"estimates"},
    "gas_handovers": {"sites"},
    "holds": {"customers"},
    "inspection_plans": {"inspection_plans"},
    "invoice_lines": {"invoices"},
    "invoices": {"invoices"},
    "issued_documents": {"invoices", "customers"},
    "job_events": OF_A_JOB,
    "job_items": OF_A_JOB,
    "job_results": OF_A_JOB,
    "jobs": OF_A_JOB,
    "papers": {"customers"},
    "payments": {"payments"},
    "receipts": {"receipts"},
    "refrigerant_log": {"sites"},
    "request_words": {"customers"},
    "sites": {"sites"},
    "unit_results": {"sites", *OF_A_JOB},
    "units": {"sites"},
    "visit_contracts": OF_A_JOB,
}
"""Of each table in which a disposal can change something of a customer's: which records' versions rise."""

NUMBER_TEXTS = {"notices_given", "retention_choices", "retention_rules", "rule_texts"}
"""In these a version is that of a text, and is what it says for good."""


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Ground]:
    new = new_ground(tmp_path)
    yield new
    new.close()


def seal(_table: str, _column: str, _key: int, text: str) -> bytes:
    return text.encode()


def filled(session: Session) -> Customer:
    """Somebody who has a row in every table that can hold something of them."""
    customer = add_customer(session, Person())
    fill_every_table(session, customer, seal)
    return customer


def newest(session: Session, table: Table) -> int:
    (key,) = session.execute(select(table.c.id).order_by(table.c.id.desc()).limit(1)).one()
    return int(key)


def versions(session: Session) -> dict[tuple[str, int], int]:
    return {
        (table.name, key): version
        for table in next_versions.versioned()
        for key, version in session.execute(select(table.c.id, table.c.version))
    }


def risen(before: dict[tuple[str, int], int], after: dict[tuple[str, int], int]) -> set[str]:
    return {name for (name, key), version in after.items() if version > before[name, key]}


def changed_by_disposal() -> set[str]:
    """Customers' tables with a column that can be emptied or blacked out, but for drafts, which go."""
    return {
        table.name
        for table in Base.metadata.sorted_tables
        if table.name in owned_tables()
        and any(
            column.info["personal"] or column.info["kind"] is not ColumnKind.CODE for column in table.columns
        )
    }


def test_every_table_that_a_disposal_can_change_is_in_the_list() -> None:
    assert changed_by_disposal() == RISES.keys()


def test_versions_of_texts_are_none_of_rows() -> None:
    named = {table.name for table in Base.metadata.sorted_tables if "version" in table.c}
    assert named - {table.name for table in next_versions.versioned()} == NUMBER_TEXTS


@pytest.mark.parametrize("name", RISES)
def test_a_change_raises_what_a_form_decides_by(ground: Ground, name: str) -> None:
    with ground.workplace.transaction() as session:
        filled(session)
        table = Base.metadata.tables[name]
        key = newest(session, table) if name != "customers" else session.scalars(select(Customer.id)).first()
        before = versions(session)
        next_versions.raise_versions(session, {table: [key or 0]})
        assert risen(before, versions(session)) == RISES[name]


def test_whoever_is_reduced_has_every_record_in_its_next_version(ground: Ground) -> None:
    with ground.workplace.transaction() as session:
        customer = filled(session)
        before = versions(session)
        reduction.carry_out(session, reduction.planned(session, {customer.id: frozenset()}), "2026-11-24")
        after = versions(session)
        stayed = {name for name, _key in after} - {"violations", "partner_orders"}  # of nobody's
        assert risen(before, after) == stayed
        assert {"customers", "jobs", "sites", "invoices", "payments", "estimates", "receipts"} <= stayed


def test_what_is_left_of_another_customer_rises_where_something_of_it_is_deleted(ground: Ground) -> None:
    """A reference that is cleared, and a line between one's invoice and the other's job."""
    with ground.workplace.transaction() as session:
        going, staying = (
            add_customer(session, Person()),
            add_customer(session, Person(family="森", given="茂")),
        )
        job = add_job(session, staying, Person(family="森", given="茂"), resident_id=going.id)
        untouched = add_job(session, staying, Person(family="森", given="茂"))
        theirs = add_job(session, going, Person())
        invoice = Invoice(customer_id=staying.id, kind="free", state="draft", rates="[]", issued_by=ACCOUNT)
        session.add(invoice)
        session.flush()
        session.add(InvoiceJob(invoice_id=invoice.id, job_id=theirs.id))
        session.flush()
        before = versions(session)
        erasure.delete_rows(session, erasure.belongings(session, [going.id]))
        after = versions(session)
        assert after["jobs", job.id] == before["jobs", job.id] + 1
        assert after["invoices", invoice.id] == before["invoices", invoice.id] + 1
        assert after["jobs", untouched.id] == before["jobs", untouched.id]
        assert after["customers", staying.id] == before["customers", staying.id]


def test_a_part_of_a_job_is_shown_by_the_job_alone(ground: Ground) -> None:
    with ground.workplace.transaction() as session:
        customer = add_customer(session, Person())
        job = add_job(session, customer, Person(), detail="北の壁")
        add_job(session, customer, Person())
        item = session.scalars(select(JobItem).where(JobItem.job_id == job.id)).first()
        assert item is not None
        found = next_versions.decided_on(session, {JobItem.__table__: [item.id]})  # type: ignore[dict-item]
        assert set(found[Base.metadata.tables[Job.__tablename__]]) == {job.id}
