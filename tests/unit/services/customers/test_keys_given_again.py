"""The key of a row that was deleted is given again: an undo still gives each customer their own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from sqlalchemy import func, select

from hvacdesk.domain.customers.contacts import ContactRecord
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.requests.consents import ConsentEvent, ConsentKind, ConsentWay
from hvacdesk.services.customers.contacts import Contacts
from hvacdesk.services.requests.purposes_notice import Notices
from hvacdesk.store.base import Base
from hvacdesk.store.customers import marks
from hvacdesk.store.customers import merging as store
from hvacdesk.store.customers.living import references
from hvacdesk.store.customers.separating import MADE
from hvacdesk.store.models import Consent, Customer, CustomerContact, CustomerMerge
from tests.helpers.billed import GROSS
from tests.helpers.two_merged import Two


@dataclass
class Joined:
    """The two, and how a merge of them is stored."""

    two: Two
    store: Callable[[str], None]

    def merge(self) -> str:
        merge = self.two.merge()
        self.two.office.ground.clock.pass_time(minutes=1)
        self.store(merge)
        return merge


def _as_before_marks(two: Two, merge: str, *, last: bool) -> None:
    """Let a merge remember keys, as it did once, and before that not how far the tables reached."""
    with two.office.ground.workplace.transaction() as session:
        row = store.get(session, merge)
        row.moved = json.dumps(store.moved_by(session, row))
        if last:
            tables = {one.__tablename__: Base.metadata.tables[one.__tablename__] for one in MADE}
            reached = {
                name: session.scalar(select(func.max(table.c.id))) or 0 for name, table in tables.items()
            }
            row.before = json.dumps({**json.loads(row.before), "last": reached})


@pytest.fixture(params=["now", "by key", "first"])
def joined(request: pytest.FixtureRequest, two: Two) -> Joined:
    def keep(merge: str) -> None:
        if request.param != "now":
            _as_before_marks(two, merge, last=request.param == "by key")

    return Joined(two, keep)


def drop(two: Two, draft: str) -> None:
    books, invoices = two.office.books, two.office.invoices
    invoices.drop(books, draft, invoices.detail(books, draft).row.version)


class TestInvoices:
    def test_the_kept_ones_invoice_in_place_of_their_draft_stays(self, joined: Joined) -> None:
        two = joined.two
        mine, theirs = two.office.job(two.kept), two.office.job(two.other)
        draft = two.office.draft(theirs)
        merge = joined.merge()
        drop(two, draft)
        issued = two.office.issued(mine)
        two.undo(merge)
        assert two.open(two.kept) == [(issued.number, GROSS)]
        assert two.open(two.other) == []

    def test_an_invoice_of_their_job_in_place_of_anothers_draft_goes_to_them(self, two: Two) -> None:
        job = two.office.job(two.other)
        draft = two.office.draft(two.office.job(two.office.someone(name=PersonName("三宅", "三"))))
        merge = two.merge()
        drop(two, draft)
        issued = two.office.issued(job)
        two.undo(merge)
        assert two.open(two.other) == [(issued.number, GROSS)]

    def test_one_of_their_job_goes_to_them_by_an_older_merge_too(self, two: Two) -> None:
        job = two.office.job(two.other)
        draft = two.office.draft(two.office.job(two.office.someone(name=PersonName("三宅", "三"))))
        joined = Joined(two, lambda merge: _as_before_marks(two, merge, last=True))
        merge = joined.merge()
        drop(two, draft)
        issued = two.office.issued(job)
        two.undo(merge)
        assert two.open(two.other) == [(issued.number, GROSS)]

    def test_their_draft_goes_back_to_them(self, joined: Joined) -> None:
        two = joined.two
        draft = two.office.draft(two.office.job(two.other))
        merge = joined.merge()
        two.undo(merge)
        rows = two.office.invoices.of_customer
        assert [one.invoice for one in rows(two.office.books, two.other)] == [draft]


def test_the_kept_ones_contact_in_place_of_theirs_stays(joined: Joined) -> None:
    two = joined.two
    desk, contacts = two.office.ground.desk, Contacts(two.office.ground.workplace)
    removed = contacts.add(desk, two.other, ContactRecord("総務", PersonName("森", "一")))
    merge = joined.merge()
    contacts.remove(desk, removed, 1)
    added = contacts.add(desk, two.kept, ContactRecord("経理", PersonName("林", "二")))
    two.undo(merge)
    with two.office.ground.workplace.reading() as session:
        (row,) = session.scalars(select(CustomerContact))
        assert (row.record_id, row.customer_id) == (added, _key(two, two.kept))


def test_the_kept_ones_consent_in_place_of_theirs_stays(joined: Joined) -> None:
    two = joined.two
    work, owner = two.office.ground.workplace, two.office.ground.owner
    notices = Notices(work)
    said = ConsentEvent(ConsentKind.REMINDERS, True, "2026-11-20", ConsentWay.PHONE)
    notices.record_consent(owner, two.other, said)
    merge = joined.merge()
    with work.transaction() as session:
        session.delete(session.scalars(select(Consent)).one())
    notices.record_consent(owner, two.kept, said)
    two.undo(merge)
    with work.reading() as session:
        assert session.scalars(select(Consent.customer_id)).all() == [_key(two, two.kept)]


def test_every_table_that_a_merge_moves_rows_of_says_what_they_are_known_by() -> None:
    for table in {table for table, _column in references()} | {marks.table_of(one) for one in MADE}:
        marks.mark(table)


def test_what_a_merge_remembers_holds_no_key_alone(two: Two) -> None:
    two.office.draft(two.office.job(two.other))
    two.merge()
    with two.office.ground.workplace.reading() as session:
        moved = json.loads(session.scalars(select(CustomerMerge.moved)).one())
    assert all(isinstance(mark, str) for name, found in moved.items() if name != "had" for mark in found)


def _key(two: Two, customer: str) -> int:
    with two.office.ground.workplace.reading() as session:
        return session.scalars(select(Customer.id).where(Customer.record_id == customer)).one()
