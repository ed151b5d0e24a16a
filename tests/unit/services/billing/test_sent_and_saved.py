"""An invoice on its way: noted as sent and taken back, and saved as a file outside the program."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from hvacdesk.domain.billing.estimates import EstimateNotOpen
from hvacdesk.domain.billing.filed_documents import FiledPageAltered
from hvacdesk.domain.billing.invoice_rules import NotNotedSent
from hvacdesk.domain.billing.invoices import InvoiceState
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.receipts import ReceiptRecord
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.exchange.outside_lists import LIST_SENTENCES, ListKind, ListMethod, methods_for
from hvacdesk.domain.oversight.audit_log import Action, AuditEntry
from hvacdesk.domain.papers.register import PaperState
from hvacdesk.domain.requests.suspension import CustomerSuspended
from hvacdesk.domain.roles import Permission, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.estimates import Estimates
from hvacdesk.services.billing.filed_invoices import FiledInvoices, OnPaper
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.billing.receipts import Receipts
from hvacdesk.services.exchange.outside_lists import OutsideLists
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.services.staff.standing_gate import STANDING_NEEDED
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.incidents import affected
from hvacdesk.store.models import IssuedDocument
from hvacdesk.store.requests import suspension
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.booked import book_another
from tests.helpers.ground import ROLES, Ground


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


def state(billed: Billed, invoice: str) -> tuple[InvoiceState, str]:
    row = billed.invoices.detail(billed.books, invoice).row
    return row.state, row.sent_on


def logged(billed: Billed, action: Action) -> list[AuditEntry]:
    return list(AuditLog(billed.ground.workplace).entries(billed.ground.owner, limit=50, action=action))


def test_the_day_that_it_first_went_stays_and_what_was_paid_before_is_logged_too(billed: Billed) -> None:
    who = billed.someone()
    made, paid = billed.issued(billed.job(who)), billed.issued(billed.job(who))
    record = PaymentRecord("2026-11-24", GROSS, PaymentWay.BANK, allocations=((paid.invoice, GROSS),))
    Payments(billed.ground.workplace).book(billed.books, who, record)
    for one in (made, paid):
        billed.invoices.note_sent(billed.books, one.invoice)
    entries = logged(billed, Action.INVOICE_STATE_CHANGED)
    assert entries[0].details["number"] == paid.number
    billed.ground.clock.pass_time(days=3)
    billed.invoices.note_sent(billed.books, made.invoice)
    assert state(billed, made.invoice) == (InvoiceState.SENT, "2026-11-24")
    assert state(billed, paid.invoice) == (InvoiceState.SETTLED, "2026-11-24")
    assert len(logged(billed, Action.INVOICE_STATE_CHANGED)) == len(entries)


def test_what_was_noted_as_sent_by_mistake_is_taken_back_and_logged(billed: Billed) -> None:
    made = billed.issued(billed.job())
    billed.invoices.note_sent(billed.books, made.invoice)
    assert state(billed, made.invoice) == (InvoiceState.SENT, "2026-11-24")
    before = len(logged(billed, Action.INVOICE_STATE_CHANGED))
    billed.invoices.not_sent(billed.books, made.invoice)
    assert state(billed, made.invoice) == (InvoiceState.ISSUED, "")
    entries = logged(billed, Action.INVOICE_STATE_CHANGED)
    assert len(entries) == before + 1
    assert entries[0].details["invoice_state"] == "issued"
    assert entries[0].details["number"] == made.number
    billed.invoices.note_sent(billed.books, made.invoice)
    assert state(billed, made.invoice) == (InvoiceState.SENT, "2026-11-24")


def test_what_was_not_noted_or_was_paid_is_not_taken_back(billed: Billed) -> None:
    who = billed.someone()
    made = billed.issued(billed.job(who))
    with pytest.raises(NotNotedSent):
        billed.invoices.not_sent(billed.books, made.invoice)
    billed.invoices.note_sent(billed.books, made.invoice)
    paid = PaymentRecord("2026-11-24", GROSS, PaymentWay.BANK, allocations=((made.invoice, GROSS),))
    Payments(billed.ground.workplace).book(billed.books, who, paid)
    with pytest.raises(NotNotedSent):
        billed.invoices.not_sent(billed.books, made.invoice)


@pytest.mark.parametrize("role", ROLES)
def test_who_keeps_the_books_alone_saves_and_takes_back(billed: Billed, role: Role) -> None:
    made = billed.issued(billed.job())
    billed.invoices.note_sent(billed.books, made.invoice)
    who = billed.ground.people[role]
    for act in (
        lambda: FiledInvoices(billed.ground.workplace).save_copy(who, made.document, english),
        lambda: billed.invoices.not_sent(who, made.invoice),
    ):
        if role in {Role.OWNER, Role.ACCOUNTING}:
            act()
        else:
            with pytest.raises(NotPermitted):
                act()


def test_the_saved_copy_is_what_was_filed_and_is_logged_and_registered(billed: Billed) -> None:
    who = billed.someone()
    made = billed.issued(billed.job(who))
    saved = FiledInvoices(billed.ground.workplace).save_copy(billed.ground.owner, made.document, english)
    assert saved.content == made.pdf
    (entry,) = logged(billed, Action.INVOICE_SAVED)
    assert entry.subject == f"invoice:{made.invoice}"
    assert entry.details["number"] == made.number
    assert entry.details["fields"] == [CustomerField.NAME, CustomerField.ADDRESS]
    outside = OutsideLists(billed.ground.workplace)
    (out,) = outside.out(billed.ground.owner)
    assert (out.list, out.kind, out.customers) == (saved.list, ListKind.INVOICE, 1)
    assert out.document == made.number, "four saved invoices are not four lines alike"
    assert methods_for(ListKind.INVOICE)[0] is ListMethod.HANDED_OVER
    assert ListKind.INVOICE in LIST_SENTENCES
    with billed.ground.workplace.reading() as session:
        day = ("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z")
        found = affected.by_account(session, billed.ground.owner.account, *day)
    assert found[who] >= {CustomerField.NAME, CustomerField.ADDRESS}


@pytest.mark.parametrize("role", ROLES)
def test_whoever_may_save_a_copy_is_reminded_of_each_and_may_end_it(billed: Billed, role: Role) -> None:
    filed, outside = FiledInvoices(billed.ground.workplace), OutsideLists(billed.ground.workplace)
    saved = filed.save_copy(billed.ground.owner, billed.issued(billed.job()).document, english)
    who = billed.ground.people[role]
    if not (who.may(Permission.BILL) or who.may(Permission.EDIT_CUSTOMERS)):
        with pytest.raises(NotPermitted):
            outside.out(who)
        with pytest.raises(NotPermitted):
            outside.confirm_destroyed(who, saved.list, ListMethod.HANDED_OVER)
        return
    assert [one.list for one in outside.out(who)] == [saved.list]
    outside.confirm_destroyed(who, saved.list, ListMethod.HANDED_OVER)
    assert outside.out(who) == ()
    (ended,) = outside.all(who)
    assert (ended.destroyed_by, ended.method) == (who.name, ListMethod.HANDED_OVER)


def test_one_that_could_not_be_written_is_not_outside(billed: Billed) -> None:
    made = billed.issued(billed.job())
    saved = FiledInvoices(billed.ground.workplace).save_copy(billed.ground.owner, made.document, english)
    outside = OutsideLists(billed.ground.workplace)
    outside.not_written(billed.ground.owner, saved.list)
    assert outside.out(billed.ground.owner) == ()


def test_nothing_is_saved_that_is_not_what_was_issued(billed: Billed) -> None:
    made = billed.issued(billed.job())
    with billed.ground.workplace.transaction() as session:
        session.query(IssuedDocument).update({"pdf": b"another page"})
    with pytest.raises(FiledPageAltered):
        FiledInvoices(billed.ground.workplace).save_copy(billed.books, made.document, english)
    assert logged(billed, Action.INVOICE_SAVED) == []


def test_nothing_is_saved_of_whose_data_is_suspended_nor_by_who_is_overdue(billed: Billed) -> None:
    assert Action.INVOICE_SAVED in STANDING_NEEDED
    who = billed.someone()
    made = billed.issued(billed.job(who))
    with billed.ground.workplace.transaction() as session:
        suspension.lock(session, customer_store.get(session, who), "2026-11-24")
    with pytest.raises(CustomerSuspended):
        FiledInvoices(billed.ground.workplace).save_copy(billed.books, made.document, english)


def test_whatever_shows_the_page_is_logged_with_all_that_stands_on_it(billed: Billed) -> None:
    """A leak is judged by these entries."""
    draft = billed.draft(billed.job())
    billed.invoices.preview(billed.books, draft, english)
    made = billed.issue(draft)
    billed.invoices.document(billed.books, made.document, english)
    (issued,) = logged(billed, Action.INVOICE_ISSUED)
    assert CustomerField.ADDRESS.value in issued.details["fields"]
    shown = logged(billed, Action.INVOICE_SHOWN)
    assert [entry.details["fields"] for entry in shown] == [issued.details["fields"]] * 2


def test_a_saved_estimate_is_logged_and_registered_as_an_invoice_is(billed: Billed) -> None:
    who = billed.someone()
    job, estimates = billed.job(who, state=None), Estimates(billed.ground.workplace)
    desk = billed.ground.desk
    first = estimates.draft(desk, job, english)
    second = estimates.add_variant(desk, first)
    with pytest.raises(EstimateNotOpen):
        estimates.save_copy(desk, first, english)
    for one in (first, second):
        estimates.issue(desk, one, estimates.detail(desk, one).row.version)
    saved = estimates.save_copy(desk, first, english, all_variants=True)
    pages = PdfReader(io.BytesIO(saved.content)).pages
    assert len(pages) == 2
    assert saved.number == "E2026-000001A"
    entries = logged(billed, Action.ESTIMATE_SAVED)
    assert {one.subject for one in entries} == {f"estimate:{first}", f"estimate:{second}"}
    outside = OutsideLists(billed.ground.workplace)
    (out,) = outside.out(desk)
    assert (out.list, out.kind, out.document) == (saved.list, ListKind.ESTIMATE, saved.number)
    assert methods_for(ListKind.ESTIMATE)[0] is ListMethod.HANDED_OVER
    with billed.ground.workplace.reading() as session:
        day = ("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z")
        found = affected.by_account(session, desk.account, *day)
    assert found[who] >= {CustomerField.NAME}
    with billed.ground.workplace.transaction() as session:
        suspension.lock(session, customer_store.get(session, who), "2026-11-24")
    with pytest.raises(CustomerSuspended):
        estimates.save_copy(desk, first, english)
    assert Action.ESTIMATE_SAVED in STANDING_NEEDED


def test_a_receipt_that_goes_out_as_a_file_is_saved_logged_and_reminded_of(billed: Billed) -> None:
    workplace, books = billed.ground.workplace, billed.books
    who = billed.someone()
    made = []
    for electronic in (True, False):
        money = PaymentRecord("2026-11-24", 80_000, PaymentWay.CASH)
        paid = book_another(Payments(workplace), books, who, money)
        record = ReceiptRecord("工事代", "2026-11-24", electronic=electronic)
        made.append(Receipts(workplace).issue(books, paid, record, english))
    saved = FiledInvoices(workplace).save_copy(books, made[0].document, english)
    assert (saved.content, saved.number) == (made[0].pdf, "R2026-000001")
    (entry,) = logged(billed, Action.RECEIPT_SAVED)
    assert (entry.subject, entry.details["number"]) == (f"customer:{who}", "R2026-000001")
    assert entry.details["fields"] == [CustomerField.NAME.value]
    (out,) = OutsideLists(workplace).out(books)
    assert (out.list, out.kind, out.document) == (saved.list, ListKind.RECEIPT, "R2026-000001")
    assert methods_for(ListKind.RECEIPT)[0] is ListMethod.HANDED_OVER
    with pytest.raises(OnPaper):
        FiledInvoices(workplace).save_copy(books, made[1].document, english)
    with workplace.transaction() as session:
        suspension.lock(session, customer_store.get(session, who), "2026-11-24")
    with pytest.raises(CustomerSuspended):
        FiledInvoices(workplace).save_copy(books, made[0].document, english)
    assert len(logged(billed, Action.RECEIPT_SAVED)) == 1


def test_a_page_that_is_printed_again_is_one_more_paper_of_the_customers(billed: Billed) -> None:
    workplace = billed.ground.workplace
    register = Papers(workplace, WorkOrders(workplace))
    made, again = billed.issued(billed.job()), FiledInvoices(billed.ground.workplace)
    register.not_printed(billed.books, [made.paper.paper])
    (first,) = again.printed(billed.books, [made.document], "Office")
    assert (first.paper, first.state) == (made.paper.paper, PaperState.HANDED_OVER), "its code is on the page"
    (second,) = again.printed(billed.books, [made.document], "Office")
    assert second.paper != first.paper
    assert (second.kind, second.label, second.state) == (first.kind, first.label, PaperState.HANDED_OVER)
    assert [entry.details["printer"] for entry in logged(billed, Action.PAPER_PRINTED)] == ["Office"] * 2
    register.did_not_come_out(billed.books, [second.paper])
    assert register.find(billed.ground.owner, second.paper).state is PaperState.STRUCK
