"""What belongs to a customer is derived from the tables: nothing personal can be added and forgotten."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import ForeignKey, Table, select
from sqlalchemy.orm import Session

from hvacdesk.domain.customers.customer_numbers import customer_number
from hvacdesk.store.base import Base, Category
from hvacdesk.store.disposal import erasure
from hvacdesk.store.models import Customer, Draft, Job
from tests.helpers.ground import Ground, new_ground
from tests.helpers.sample_records import ACCOUNT, STAMP, Person, add_customer, add_job


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Ground]:
    new = new_ground(tmp_path)
    yield new
    new.close()


def reached() -> set[Table]:
    """Tables whose rows go with a customer along cascading foreign keys, found without the program's help."""
    found = {erasure.CUSTOMERS}
    while True:
        more = {
            table
            for table in Base.metadata.tables.values()
            for key in table.foreign_keys
            if key.ondelete == "CASCADE" and key.column.table in found
        }
        if more <= found:
            return found
        found |= more


def test_every_personal_column_lies_in_a_table_that_goes_with_its_customer() -> None:
    personal = {table for table in Base.metadata.tables.values() if erasure.personal_columns(table)}
    assert personal - reached() == {erasure.DRAFTS}


def test_every_key_into_those_tables_says_what_becomes_of_it() -> None:
    keys: list[ForeignKey] = [
        key
        for table in Base.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table in reached()
    ]
    assert {key.ondelete for key in keys} == {"CASCADE", "SET NULL"}
    assert all(key.parent.nullable for key in keys if key.ondelete == "SET NULL")


def two_customers(session: Session) -> tuple[Customer, Customer, Job]:
    going, staying = add_customer(session, Person()), add_customer(session, Person(family="森", given="茂"))
    add_job(session, going, Person(), detail="北の壁")
    return going, staying, add_job(session, staying, Person(family="森", given="茂"), resident_id=going.id)


def test_another_customers_job_stays_and_loses_the_reference(ground: Ground) -> None:
    with ground.workplace.transaction() as session:
        going, staying, job = two_customers(session)
        key = going.id
        found = erasure.belongings(session, [key])
        names = {table.name for table in found.rows}
        assert {"customers", "customer_phones", "customer_findings", "sites", "units", "jobs"} <= names
        erasure.delete_rows(session, found)
        session.expire_all()
        assert session.get(Customer, staying.id) is not None
        assert session.get(Job, job.id).resident_id is None  # type: ignore[union-attr]
        assert erasure.belongings(session, [key]).count == 1  # the key itself, of which no row is left


def test_values_are_collected_as_stored_and_counted_by_customer(ground: Ground) -> None:
    with ground.workplace.transaction() as session:
        going, _, _ = two_customers(session)
        going.bank = b"\x00\x00\x00\x01sealed bank"
        session.flush()
        values = erasure.values(session, erasure.belongings(session, [going.id]))
        assert {b"052-987-6543", b"0529876543", "美沙緒".encode(), going.bank} <= values.stored
        assert "茂".encode() not in values.stored
        assert values.counts[going.id][Category.PHONE] == 6  # two of a call note, two of a contact
        assert values.counts[going.id][Category.PAYMENT] == 1
        assert set(values.counts) == {going.id}


def test_drafts_that_name_a_record_go_with_it(ground: Ground) -> None:
    with ground.workplace.transaction() as session:
        going, staying, _ = two_customers(session)
        site = going.record_id
        for subject, payload in (
            (going.record_id, "{}"),
            ("", f'{{"customer": "{site}"}}'),
            (staying.record_id, "{}"),
            ("", '{"note": "だれのことでもない"}'),
        ):
            session.add(
                Draft(
                    account=ACCOUNT,
                    form=payload[:9] + subject[:9],
                    subject=subject,
                    payload=payload,
                    kept_at=STAMP,
                )
            )
        session.flush()
        found = erasure.belongings(session, [going.id])
        assert len(found.rows[erasure.DRAFTS]) == 2


@pytest.mark.parametrize(
    ("typed", "goes"),
    [
        ({"job": "{number}"}, True),
        ({"job": "{number} 1/3"}, True),
        ({"job": "{short}"}, True),
        ({"job": "{wide}"}, True),
        ({"text": "工事{number}の件で電話"}, True),
        ({"jobs": "{other} {short}"}, True),
        ({"jobs": "{other}"}, False),
        ({"job": "{count}"}, False),
        ({"jobs": "{count}"}, False),
        ({"jobs": "{short}\t9"}, True),
        ({"customer": "{count}\t"}, True),
        ({"customer": "{customer}"}, True),
        ({"customer": "{count}"}, True),
        ({"customer": "ｃ{count}"}, True),
        ({"text": "{count}"}, False),
        ({"text": "{customer_lower} 様"}, True),
        ({"job": "{other}"}, False),
        ({"job": ""}, False),
        ({"text": "{short}"}, False),
        ({"text": "9{number}"}, False),
    ],
)
def test_drafts_that_name_a_job_or_customer_by_its_number_go_with_it(
    ground: Ground, typed: dict[str, str], goes: bool
) -> None:
    """A form for a partner's order or a hand-over asks for numbers, and holds the customer's street."""
    with ground.workplace.transaction() as session:
        going, _staying, other = two_customers(session)
        going.number = customer_number(777)
        job = session.scalars(select(Job).where(Job.customer_id == going.id)).one()
        year, count = job.number.split("-")
        named = {
            "number": job.number,
            "short": f"{year}-{int(count)}",
            "wide": job.number.translate({ord(one): ord(one) + 0xFEE0 for one in "0123456789"}),
            "customer": going.number,
            "customer_lower": going.number.lower(),
            "count": "777",
            "other": other.number,
        }
        filled = {key: text.format(**named) for key, text in typed.items()}
        payload = json.dumps({"page": "safeguards", "arguments": {}, "typed": filled}, ensure_ascii=False)
        session.add(Draft(account=ACCOUNT, form="x", subject="new", payload=payload, kept_at=STAMP))
        session.flush()
        found = erasure.belongings(session, [going.id])
        assert (erasure.DRAFTS in found.rows) is goes


@pytest.mark.parametrize(
    ("typed", "goes"),
    [
        ({"text": "{customer} 様のご紹介。室外機の音が大きいとのこと"}, False),
        ({"text": "工事{number}の件で電話"}, False),
        ({"job": "{short}"}, True),
        ({"job": "{number} 1/3"}, True),
        ({"customer": " {customer_lower} "}, True),
        ({"customer": "{count}"}, True),
        ({"rows": [{"who": "{customer}"}]}, True),
        ({"customers": "{other}、{customer}"}, True),
        ({"text": "{other}"}, False),
        ({"resident": "{id}"}, True),
    ],
)
def test_a_draft_about_another_record_stays_though_it_mentions_a_number(
    ground: Ground, typed: dict[str, object], goes: bool
) -> None:
    """Somebody types at length about a customer who stays; a number in a field picks the record that goes."""
    with ground.workplace.transaction() as session:
        going, staying, other = two_customers(session)
        going.number = customer_number(777)
        job = session.scalars(select(Job).where(Job.customer_id == going.id)).one()
        year, count = job.number.split("-")
        texts = json.dumps(typed, ensure_ascii=False)
        for name, text in {
            "number": job.number,
            "short": f"{year}-{int(count)}",
            "customer": going.number,
            "customer_lower": going.number.lower(),
            "count": "777",
            "other": other.number,
            "id": going.record_id,
        }.items():
            texts = texts.replace(f"{{{name}}}", text)
        payload = f'{{"page": "customers", "arguments": {{}}, "typed": {texts}}}'
        by_argument = f'{{"arguments": {{"customer": "{staying.record_id}"}}, "typed": {texts}}}'
        for subject, stored in ((f"{staying.record_id}@5ea7000", payload), ("new", by_argument)):
            session.add(Draft(account=ACCOUNT, form="x", subject=subject, payload=stored, kept_at=STAMP))
        session.flush()
        found = erasure.belongings(session, [going.id])
        assert len(found.rows.get(erasure.DRAFTS, ())) == (2 if goes else 0)


@pytest.mark.parametrize("payload", ["{customer} no JSON", '["{customer}"]', '{"typed": "{customer}"}'])
def test_what_another_program_wrote_goes_by_any_number(ground: Ground, payload: str) -> None:
    with ground.workplace.transaction() as session:
        going, staying, _job = two_customers(session)
        stored = payload.replace("{customer}", going.number)
        subject = staying.record_id if payload.startswith(("{c", "[")) else "new"
        session.add(Draft(account=ACCOUNT, form="x", subject=subject, payload=stored, kept_at=STAMP))
        session.flush()
        found = erasure.belongings(session, [going.id])
        assert len(found.rows[erasure.DRAFTS]) == 1


@pytest.mark.parametrize(
    ("value", "sought"),
    [
        ("翼", True),
        ("栄", True),
        ("502", False),
        ("3-5-1", False),
        ("052-11", True),
        ("", False),
        ("A", False),
    ],
)
def test_only_values_that_mean_something_are_sought(value: str, sought: bool) -> None:
    assert erasure.is_sought(value.encode()) is sought
