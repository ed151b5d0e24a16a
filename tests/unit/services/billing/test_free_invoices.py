"""Invoices without a job, such as parts sold over the counter, and who else must know of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hvacdesk.domain.billing.invoice_rules import InvoiceIssuedAlready
from hvacdesk.domain.billing.invoices import InvoiceKind, InvoiceLineRecord, InvoiceState
from hvacdesk.domain.billing.open_items import InvoiceQuery
from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.disposal.disposal import Blocker
from hvacdesk.domain.errors import InvalidInput, NotPermitted
from hvacdesk.domain.requests.suspension import CustomerSuspended
from hvacdesk.domain.retention.retention import Standing
from hvacdesk.domain.retention.retention_engine import Judge
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.billing_terms import BillingTerms
from hvacdesk.services.billing.collective import Collective
from hvacdesk.services.billing.invoice_index import InvoiceIndexes, InvoiceSearch
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from hvacdesk.services.billing.month_summaries import MonthSummaries
from hvacdesk.services.billing.open_items import OpenItems
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.billing.prices import Prices
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.merging import Merging
from hvacdesk.services.retention.retention import shipped_rules
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.disposal.standstills import standstills
from hvacdesk.store.models import Customer
from hvacdesk.store.oversight import access_review
from hvacdesk.store.requests import disclosure
from hvacdesk.store.retention import retention
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import ROLES, Ground
from tests.helpers.real_office import FACTS

FILTER = InvoiceLineRecord("交換用フィルター", 2, "枚", 2_500)
CARE = InvoiceLineRecord("年間保守契約", 1, "式", 36_000)
GROSS = 5_500
CLOSED = date(2026, 11, 30)


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


def drafted(billed: Billed, who: str, *lines: InvoiceLineRecord) -> str:
    """A saved draft for a customer and no job."""
    made = billed.invoices.draft_free(billed.books, who)
    detail = billed.invoices.detail(billed.books, made)
    record = replace(detail.record, lines=lines or (FILTER,))
    billed.invoices.change(billed.books, made, detail.row.version, record)
    return made


def sold(billed: Billed, who: str, *lines: InvoiceLineRecord) -> IssuedInvoice:
    """The same, issued."""
    return billed.issue(drafted(billed, who, *lines))


def pay(billed: Billed, who: str, invoice: str) -> None:
    paid = PaymentRecord("2026-11-24", GROSS, PaymentWay.CASH, allocations=((invoice, GROSS),))
    Payments(billed.ground.workplace).book(billed.books, who, paid)


def blockers(billed: Billed, who: str) -> set[Blocker]:
    with billed.ground.workplace.reading() as session:
        key = customer_store.current(session, who).id
        return standstills(session, [key])[key].blockers


def test_a_disclosure_tells_of_it(billed: Billed) -> None:
    who = billed.someone()
    made = sold(billed, who)
    with billed.ground.workplace.reading() as session:
        key = customer_store.get(session, who).id
        held = {one.name: one for one in disclosure.held(session, [key], lambda *_sealed: "")}
    assert [row.values["number"] for row in held["invoices"].rows] == [made.number]
    assert [row.values["label"] for row in held["invoice_lines"].rows] == [FILTER.label]
    assert len(held["issued_documents"].rows) == 1


@pytest.mark.parametrize("role", ROLES)
def test_who_keeps_the_books_alone_makes_one(billed: Billed, role: Role) -> None:
    who, actor = billed.someone(), billed.ground.people[role]
    if role in {Role.OWNER, Role.ACCOUNTING}:
        assert billed.invoices.draft_free(actor, who)
    else:
        with pytest.raises(NotPermitted):
            billed.invoices.draft_free(actor, who)


def test_it_begins_empty_with_the_day_of_the_sale_and_each_is_one_of_its_own(billed: Billed) -> None:
    who = billed.someone()
    one, other = (billed.invoices.draft_free(billed.books, who) for _made in range(2))
    detail = billed.invoices.detail(billed.books, one)
    assert one != other
    assert (detail.row.customer, detail.row.jobs, detail.row.kind) == (who, (), InvoiceKind.WHOLE)
    assert (detail.record.delivered_from, detail.record.delivered_to) == ("2026-11-24", "2026-11-24")
    assert [line.label for line in detail.record.lines] == [""]
    assert not detail.saved


def test_it_is_issued_paid_and_found_as_any_other(billed: Billed) -> None:
    who = billed.someone(organisation="見本空調株式会社")
    made = sold(billed, who)
    items = OpenItems(billed.ground.workplace)
    assert [(one.number, one.open_yen) for one in items.of_customer(billed.books, who)] == [
        (made.number, GROSS)
    ]
    workplace = billed.ground.workplace
    search, indexes = InvoiceSearch(workplace), InvoiceIndexes(workplace)
    (found,) = search.search(billed.books, InvoiceQuery("2026-11-01", "2026-11-30", party="見本空調")).listed
    assert (found.row.invoice, found.job_numbers) == (made.invoice, ())
    assert made.number.encode() in indexes.as_csv(billed.books, date(2026, 11, 1), CLOSED, english).content
    pay(billed, who, made.invoice)
    assert billed.invoices.detail(billed.books, made.invoice).row.state is InvoiceState.SETTLED


def test_the_customers_invoices_are_listed_with_those_of_jobs(billed: Billed) -> None:
    who = billed.someone()
    of_job, free = billed.issued(billed.job(who)), sold(billed, who)
    sold(billed, billed.someone())
    rows = billed.invoices.of_customer(billed.books, who)
    assert [row.invoice for row in rows] == [free.invoice, of_job.invoice]
    assert [bool(row.jobs) for row in rows] == [False, True]


def test_it_is_credited_and_reissued_with_one_draft_each(billed: Billed) -> None:
    who = billed.someone()
    made, other = sold(billed, who), sold(billed, who, CARE)
    credit = billed.invoices.credit(billed.books, made.invoice, english)
    assert billed.invoices.credit(billed.books, made.invoice, english) == credit
    assert billed.invoices.credit(billed.books, other.invoice, english) != credit
    again = billed.invoices.reissue(billed.books, other.invoice)
    assert billed.invoices.reissue(billed.books, other.invoice) == again
    assert billed.invoices.detail(billed.books, again).row.about == other.number
    billed.issue(again)
    assert billed.invoices.detail(billed.books, other.invoice).row.state is InvoiceState.REPLACED


@pytest.mark.parametrize("kind", [InvoiceKind.DEPOSIT, InvoiceKind.PART, InvoiceKind.FINAL])
def test_a_part_of_no_job_is_refused(billed: Billed, kind: InvoiceKind) -> None:
    made = billed.invoices.draft_free(billed.books, billed.someone())
    detail = billed.invoices.detail(billed.books, made)
    record = replace(detail.record, lines=(FILTER,), kind=kind)
    with pytest.raises(InvalidInput):
        billed.invoices.change(billed.books, made, detail.row.version, record)


def test_none_is_begun_or_shown_of_whose_data_is_suspended(billed: Billed) -> None:
    who = billed.someone()
    made = drafted(billed, who)
    with billed.ground.workplace.transaction() as session:
        customer_store.current(session, who).suspended_on = "2026-11-21"
    for act in (
        lambda: billed.invoices.draft_free(billed.books, who),
        lambda: billed.invoices.detail(billed.books, made),
    ):
        with pytest.raises(CustomerSuspended):
            act()


def test_it_goes_with_a_merge_and_comes_back(billed: Billed) -> None:
    kept, twice = billed.someone(), billed.someone()
    made, waiting = sold(billed, twice), drafted(billed, twice, CARE)
    merging, owner = Merging(billed.ground.workplace), billed.ground.owner
    customers = Customers(billed.ground.workplace)
    versions = (customers.detail(owner, kept).version, customers.detail(owner, twice).version)
    merge = merging.merge(owner, kept, twice, versions, {})
    assert {row.invoice for row in billed.invoices.of_customer(billed.books, kept)} == {made.invoice, waiting}
    merging.undo(owner, merge)
    assert {row.invoice for row in billed.invoices.of_customer(billed.books, twice)} == {
        made.invoice,
        waiting,
    }


def test_a_disposal_waits_for_its_payment_and_for_its_draft(billed: Billed) -> None:
    who = billed.someone()
    assert Blocker.UNPAID_INVOICE not in blockers(billed, who)
    waiting = drafted(billed, who)
    assert Blocker.DRAFT_INVOICE in blockers(billed, who)
    made = billed.issue(waiting)
    assert blockers(billed, who) & {Blocker.UNPAID_INVOICE, Blocker.DRAFT_INVOICE} == {Blocker.UNPAID_INVOICE}
    pay(billed, who, made.invoice)
    assert Blocker.UNPAID_INVOICE not in blockers(billed, who)
    assert billed.invoices.detail(billed.books, made.invoice).row.open_yen == 0


def test_it_is_kept_for_the_years_of_the_books(billed: Billed) -> None:
    who = billed.someone()
    billed.invoices.void(billed.books, sold(billed, who).invoice)
    with billed.ground.workplace.transaction() as session:
        session.get_one(Customer, customer_store.current(session, who).id).last_contact_on = "2010-05-20"
    with billed.ground.workplace.reading() as session:
        (one,) = retention.histories(session, [customer_store.current(session, who).id])
    later = Judge(shipped_rules(CLOSED), FACTS).judge(one.facts, date(2029, 1, 1))
    assert later.standing in {Standing.KEPT, Standing.REDUCIBLE}
    assert any(reason.rule == "corporate-tax-documents" for reason in later.reasons)
    at_last = Judge(shipped_rules(CLOSED), FACTS).judge(one.facts, date(2036, 1, 1))
    assert at_last.standing is Standing.DUE


def test_the_month_counts_it_as_for_no_job(billed: Billed) -> None:
    sold(billed, billed.someone())
    (work,) = MonthSummaries(billed.ground.workplace).of_month(billed.books, "2026-11").works
    assert (work.work, work.net) == (None, 5_000)


def test_a_closing_names_the_drafts_that_are_billed_apart(billed: Billed) -> None:
    workplace = billed.ground.workplace
    Prices(workplace).keep(billed.ground.owner, PriceRecord(None, "Installation", "台", 10_000))
    who = billed.someone()
    BillingTerms(workplace).change_customer(billed.books, who, None, PayTerms(31, 1, 31))
    collective = Collective(workplace)
    assert collective.preview(billed.books, CLOSED, english) == ()
    waiting = drafted(billed, who)
    (seen,) = collective.preview(billed.books, CLOSED, english)
    assert (seen.jobs, seen.drafts) == ((), 1)
    job = billed.job(who)
    (seen,) = collective.preview(billed.books, CLOSED, english)
    assert (seen.jobs, seen.drafts) == ((job,), 1)
    (done,) = collective.issue(billed.books, [seen], english)
    assert done.issued is not None
    assert billed.invoices.detail(billed.books, waiting).row.state is InvoiceState.DRAFT
    made = billed.issue(waiting)
    credit = billed.invoices.credit(billed.books, made.invoice, english)
    detail = billed.invoices.detail(billed.books, credit)
    billed.invoices.change(billed.books, credit, detail.row.version, detail.record)
    billed.invoices.draft_free(billed.books, who)
    assert collective.preview(billed.books, CLOSED, english) == (), "a credit note, and what nobody saved"


def test_a_draft_that_was_issued_is_no_longer_changed(billed: Billed) -> None:
    made = sold(billed, billed.someone())
    detail = billed.invoices.detail(billed.books, made.invoice)
    with pytest.raises(InvoiceIssuedAlready):
        billed.invoices.change(billed.books, made.invoice, detail.row.version, detail.record)


def test_the_review_of_accesses_knows_who_was_sold_something_without_a_job(billed: Billed) -> None:
    sold_to, nobody, waiting = billed.someone(), billed.someone(), billed.someone()
    sold(billed, sold_to)
    drafted(billed, waiting)
    with billed.ground.workplace.reading() as session:
        assert access_review.jobless(session, (sold_to, nobody, waiting)) == {nobody, waiting}
