"""Whose data an invoice's page shows: who pays it, and everybody with a part in the job that it names."""

from __future__ import annotations

import json
from datetime import date

import pytest
from sqlalchemy import select, update

from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.billing_terms import BillingTerms
from hvacdesk.services.billing.collective import Collective
from hvacdesk.services.billing.filed_invoices import FiledInvoices
from hvacdesk.services.billing.prices import Prices
from hvacdesk.services.requests.suspension import CustomerSuspended
from hvacdesk.store.incidents import affected
from hvacdesk.store.models import AuditRow, Customer, IssuedDocument
from hvacdesk.store.oversight import access_review
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


@pytest.fixture
def two(billed: Billed) -> tuple[str, str]:
    """Somebody who ordered the work, and somebody else who pays for it."""
    return billed.someone(name=PersonName("請方", "良子")), billed.someone(name=PersonName("払田", "太郎"))


def page_of(billed: Billed, two: tuple[str, str]) -> str:
    issued = billed.issued(billed.job(two[0], payer=two[1]))
    return billed.invoices.detail(billed.books, issued.invoice).documents[0]


def seen_on(billed: Billed, day: str) -> set[str]:
    with billed.ground.workplace.reading() as session:
        found = affected.by_account(session, billed.books.account, f"{day}T00:00:00Z", f"{day}T23:59:59Z")
    return set(found)


def next_day(billed: Billed) -> str:
    billed.ground.clock.pass_time(days=1)
    return billed.ground.workplace.today().isoformat()


def test_a_leak_concerns_who_pays_and_whose_place_the_page_names(
    billed: Billed, two: tuple[str, str]
) -> None:
    document = page_of(billed, two)
    with billed.ground.workplace.reading() as session:
        data = json.loads(session.scalars(select(IssuedDocument.data)).one())
    assert data["site"]
    day = next_day(billed)
    billed.invoices.document(billed.books, document, english)
    assert seen_on(billed, day) == set(two)
    day = next_day(billed)
    FiledInvoices(billed.ground.workplace).save_copy(billed.books, document, english)
    assert seen_on(billed, day) == set(two)


def test_a_page_for_several_jobs_names_no_place_and_concerns_who_pays(
    billed: Billed, two: tuple[str, str]
) -> None:
    workplace = billed.ground.workplace
    BillingTerms(workplace).change_customer(billed.books, two[1], None, PayTerms(31, 1, 31))
    Prices(workplace).keep(billed.ground.owner, PriceRecord(None, "Installation", "台", 16_500))
    for _count in range(2):
        billed.job(two[0], payer=two[1])
    collective = Collective(workplace)
    (closed,) = collective.issue(
        billed.books, collective.preview(billed.books, date(2026, 11, 30), english), english
    )
    assert closed.issued is not None
    (document,) = billed.invoices.detail(billed.books, closed.issued.invoice).documents
    day = next_day(billed)
    billed.invoices.document(billed.books, document, english)
    assert seen_on(billed, day) == {two[1]}


def test_the_access_review_counts_a_saved_page_for_whom_it_shows(
    billed: Billed, two: tuple[str, str]
) -> None:
    document = page_of(billed, two)
    FiledInvoices(billed.ground.workplace).save_copy(billed.books, document, english)
    with billed.ground.workplace.reading() as session:
        looks = access_review.looks(session, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")
    saved = [one for one in looks if one.action is Action.INVOICE_SAVED]
    assert [set(one.customers) for one in saved] == [set(two)]


def test_a_page_is_not_shown_while_anybody_on_it_is_suspended(billed: Billed, two: tuple[str, str]) -> None:
    document = page_of(billed, two)
    with billed.ground.workplace.transaction() as session:
        session.execute(
            update(Customer).where(Customer.record_id == two[0]).values(suspended_on="2026-11-24")
        )
    with pytest.raises(CustomerSuspended):
        billed.invoices.document(billed.books, document, english)


def test_the_log_names_the_invoice_that_was_shown(billed: Billed, two: tuple[str, str]) -> None:
    document = page_of(billed, two)
    billed.invoices.document(billed.books, document, english)
    with billed.ground.workplace.reading() as session:
        last = session.scalars(select(AuditRow).order_by(AuditRow.id.desc())).first()
    assert last is not None
    assert (last.action, last.subject.partition(":")[0]) == (Action.INVOICE_SHOWN.value, "invoice")
