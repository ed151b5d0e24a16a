"""Invoices as the rest of the program knows them: merges, the leak desk, locks, retention and disclosure."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from hvacdesk.domain.customers.customers import CustomerField, PersonName
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.requests.suspension import CustomerSuspended
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing import settling
from hvacdesk.services.billing.invoice_index import InvoiceIndexes
from hvacdesk.services.billing.open_items import OpenItems
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.merging import Merging
from hvacdesk.store.billing import invoices as store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.incidents import affected
from hvacdesk.store.models import IssuedDocument
from hvacdesk.store.requests import disclosure, suspension
from hvacdesk.store.retention.retention import histories
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import Ground


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


def test_the_invoices_of_a_duplicate_go_over_and_back(billed: Billed) -> None:
    kept, twice = billed.someone(), billed.someone()
    billed.issued(billed.job(twice))
    merging, desk = Merging(billed.ground.workplace), billed.ground.owner
    items = OpenItems(billed.ground.workplace)
    customers = Customers(billed.ground.workplace)
    versions = (customers.detail(desk, kept).version, customers.detail(desk, twice).version)
    merge = merging.merge(desk, kept, twice, versions, {})
    assert [one.customer for one in items.open(billed.books)] == [kept]
    assert [one.open_yen for one in items.of_customer(billed.books, kept)] == [GROSS]
    merging.undo(desk, merge)
    assert [one.customer for one in items.open(billed.books)] == [twice]


def test_who_issued_an_invoice_has_seen_name_and_address_of_its_payer(billed: Billed) -> None:
    payer, who = billed.someone(), billed.someone()
    billed.issued(billed.job(who, payer=payer))
    with billed.ground.workplace.reading() as session:
        day = ("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z")
        found = affected.by_account(session, billed.books.account, *day)
    assert found[payer] >= {CustomerField.NAME, CustomerField.ADDRESS}


def test_an_index_has_shown_the_names_of_its_period_and_no_others(billed: Billed) -> None:
    early, late = billed.someone(), billed.someone()
    billed.issued(billed.job(early))
    billed.ground.clock.pass_time(days=30)
    billed.issued(billed.job(late, on="2026-12-20"))
    items, owner = InvoiceIndexes(billed.ground.workplace), billed.ground.owner
    items.as_csv(owner, date(2026, 12, 1), date(2026, 12, 31), english)
    with billed.ground.workplace.reading() as session:
        day = ("2026-12-24T00:00:00Z", "2026-12-25T00:00:00Z")
        found = affected.by_account(session, owner.account, *day)
    assert found == {late: frozenset({CustomerField.NAME})}


def test_a_lock_stops_drafts_and_shows_nothing_of_what_was_issued(billed: Billed) -> None:
    who = billed.someone()
    first = billed.issued(billed.job(who))
    draft = billed.draft(billed.job(who))
    sent = billed.issued(billed.job(who))
    billed.invoices.note_sent(billed.books, sent.invoice)
    with billed.ground.workplace.transaction() as session:
        suspension.lock(session, customer_store.get(session, who), "2026-11-24")
    for act in (
        lambda: billed.invoices.detail(billed.books, draft),
        lambda: billed.issue(draft),
        lambda: billed.draft(billed.job(who)),
        lambda: billed.invoices.document(billed.books, first.document, english),
        lambda: billed.invoices.credit(billed.books, first.invoice, english),
        lambda: billed.invoices.void(billed.books, first.invoice),
        lambda: billed.invoices.not_sent(billed.books, sent.invoice),
    ):
        with pytest.raises(CustomerSuspended):
            act()
    billed.invoices.note_sent(billed.books, first.invoice)  # that it went out is still noted


def test_retention_gets_the_days_of_the_invoice_and_of_its_payment(billed: Billed) -> None:
    who = billed.someone()
    first = billed.issued(billed.job(who))
    workplace = billed.ground.workplace
    with workplace.transaction() as session:
        row = store.get(session, first.invoice)
        settling.note_open(workplace, session, billed.books, row, 0, "2026-12-20")
    with workplace.reading() as session:
        key = customer_store.get(session, who).id
        (history,) = histories(session, [key])
    (job,) = history.facts.jobs
    assert job.days(EventKind.INVOICE) == (date(2026, 11, 24),)
    assert job.days(EventKind.SETTLEMENT) == (date(2026, 12, 20),)


def test_retention_gets_the_day_on_which_an_invoice_was_made_where_that_is_later(billed: Billed) -> None:
    who = billed.someone()
    draft = billed.draft(billed.job(who))
    detail = billed.invoices.detail(billed.books, draft)
    billed.ground.clock.pass_time(hours=22)  # eight in the morning of the 25th, the 24th in UTC
    record = replace(detail.record, issue_on="2026-11-20")
    made = billed.invoices.issue(billed.books, draft, detail.row.version, english, record)
    billed.invoices.void(billed.books, made.invoice)
    with billed.ground.workplace.reading() as session:
        key = customer_store.get(session, who).id
        (history,) = histories(session, [key])
    told = {one.on for one in history.facts.documents if one.kind is EventKind.INVOICE}
    assert told == {"2026-11-20", "2026-11-25"}


def test_a_disclosure_tells_of_invoices_their_lines_and_what_was_filed(billed: Billed) -> None:
    who = billed.someone(name=PersonName("柳川", "美沙緒"))
    first = billed.issued(billed.job(who))
    with billed.ground.workplace.reading() as session:
        key = customer_store.get(session, who).id
        held = {one.name: one for one in disclosure.held(session, [key], lambda *_sealed: "")}
        assert [row.values["number"] for row in held["invoices"].rows] == [first.number]
        assert len(held["invoice_lines"].rows) == 3
        (filed,) = held["issued_documents"].rows
    assert json.loads(str(filed.values["data"]))["name"] == "柳川 美沙緒"
    assert not any(isinstance(value, bytes) for value in filed.values.values())


def test_a_file_is_never_written_over(billed: Billed) -> None:
    """The reissue has a document of its own, and the first one is what it was."""
    first = billed.issued(billed.job())
    billed.issue(billed.invoices.reissue(billed.books, first.invoice))
    with billed.ground.workplace.reading() as session:
        documents = session.query(IssuedDocument).order_by(IssuedDocument.id).all()
        assert [one.number for one in documents] == ["I2026-000001", "I2026-000002"]
        assert documents[0].pdf == first.pdf
