"""Invoices and receipts as they were filed: read again as the same bytes, and saved as files outside."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from hvacdesk.documents.kit.joined import joined
from hvacdesk.documents.kit.marked import marked
from hvacdesk.domain.billing.filed_documents import END_MARKS, FiledPageAltered, FiledPageDestroyed
from hvacdesk.domain.billing.invoices import DocumentKind
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.outside_lists import ListKind, SavedDocument
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import PaperKind, PaperRow
from hvacdesk.domain.requests.suspension import CustomerSuspended
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.services.billing.invoice_pages import shown_fields
from hvacdesk.services.exchange.outside_lists import note_outside
from hvacdesk.services.papers.paper_entry import enter_reprinted
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import as_issued, documents, receipts
from hvacdesk.store.billing import invoices as store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.oversight import audit_log

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, Invoice, IssuedDocument

_MOST_ENTRIES = 10_000
"""More than one customer's receipts."""


class NoneClosed(UserFacingError):
    """There is nothing of this closing day that could be printed again."""

    what = phrase("Errors", "No collective invoice of the closing day {day} stands.")
    safe = phrase("Errors", "Nothing was printed.")
    todo = phrase("Errors", "Choose the closing day of which the invoices were issued.")


class OnPaper(UserFacingError):
    """A receipt that was made out on paper would prove the payment a second time as a file."""

    what = phrase("Errors", "This receipt was made out on paper, so it is not saved as a file.")
    safe = phrase("Errors", "Nothing was saved.")
    todo = phrase("Errors", "Make it void and make it out once more as one that is sent as a file.")


@dataclass(frozen=True)
class ClosingAgain:
    """The collective invoices of one closing day, to be printed again together.

    Attributes:
        pdf: their pages as they were filed.
        numbers: in their order; ``documents`` the record ids of what was filed, one each.
        left_out: numbers of those whose page is not shown, each with the reason.
    """

    pdf: bytes = field(repr=False)
    numbers: tuple[str, ...]
    documents: tuple[str, ...]
    left_out: tuple[tuple[str, UserFacingError], ...] = ()


class FiledInvoices:
    """The filed invoices and receipts of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.BILL)
    def save_copy(self, actor: Actor, document: str, words: Words) -> SavedDocument:
        """What was filed of an invoice, or of a receipt that goes out as a file, to be written into one.

        The copy of one that does not stand any more is marked as such; the logged hash stays the filed one's.

        It names the customer, so it stays in the register of files outside until it was handed over or
        destroyed, as every file does that the program writes; and it is logged.

        Raises:
            DutiesOverdue: rules or training are overdue.
            OnPaper: it is a receipt that was made out on paper.
            RecordGone, CustomerSuspended, FiledPageDestroyed, FiledPageAltered: as :func:`filed` and
                the log raise them.
        """
        with self._workplace.transaction() as session:
            row, customer, invoice = filed(session, document)
            kind, action = ListKind.INVOICE, Action.INVOICE_SAVED
            if invoice is None:
                receipt = receipts.numbered(session, row.number)
                if receipt is None or not receipt.electronic:
                    raise OnPaper
                kind, action = ListKind.RECEIPT, Action.RECEIPT_SAVED
            outside = note_outside(self._workplace, session, actor, kind, 1, document=row.number)
            self._workplace.record(
                session,
                actor,
                action,
                _subject(invoice, customer.record_id),
                number=row.number,
                sha256=row.sha256,
                fields=list(fields_on(row)),
            )
            return SavedDocument(_copy(session, row, invoice, words), row.number, outside)

    @needs(Permission.BILL)
    def closing_again(self, actor: Actor, closed_on: date, words: Words) -> ClosingAgain:
        """The standing collective invoices of a closing day as they were filed, as one file to be printed.

        They are the same pages as on the day of issue, and each is logged as shown, as when it is shown by
        itself. One whose page cannot be shown keeps no other back.

        Raises:
            NoneClosed: none stands, or none can be shown.
        """
        pages: dict[str, bytes] = {}
        documents: list[str] = []
        left_out: list[tuple[str, UserFacingError]] = []
        with self._workplace.transaction() as session:
            for number, document in store.closed(session, closed_on.isoformat()):
                try:
                    pages[number] = shown(self._workplace, session, actor, document, words)
                    documents.append(document)
                except (CustomerSuspended, FiledPageAltered, FiledPageDestroyed) as error:
                    left_out.append((number, error))
        if not pages:
            raise NoneClosed(day=closed_on.isoformat())
        return ClosingAgain(joined(pages), tuple(pages), tuple(documents), tuple(left_out))

    @needs(Permission.BILL)
    def printed(self, actor: Actor, documents: Sequence[str], printer: str) -> tuple[PaperRow, ...]:
        """Enter filed pages that left the printer again into the register: each is one more paper outside.

        Args:
            documents: record ids of what was filed.

        Raises:
            RecordGone, FiledPageDestroyed, FiledPageAltered: as :func:`filed`.
        """
        papers: list[PaperRow] = []
        with self._workplace.transaction() as session:
            for document in documents:
                row, customer, _invoice = filed(session, document)
                kind = PaperKind.RECEIPT if row.kind is DocumentKind.RECEIPT else PaperKind.INVOICE
                papers.append(
                    enter_reprinted(
                        self._workplace,
                        session,
                        actor,
                        kind,
                        customer,
                        label=row.number,
                        code=str(json.loads(row.data).get("code", "")),
                        printer=printer,
                    )
                )
        return tuple(papers)


def shown(workplace: Workplace, session: Session, actor: Actor, document: str, words: Words) -> bytes:
    """What was filed, to be looked at or printed again; logged as shown, and marked if it stands no more.

    Raises:
        RecordGone, CustomerSuspended, FiledPageDestroyed, FiledPageAltered: as :func:`filed` and the log do.
    """
    row, customer, invoice = filed(session, document)
    workplace.record(
        session,
        actor,
        Action.INVOICE_SHOWN,
        _subject(invoice, customer.record_id),
        number=row.number,
        fields=list(fields_on(row)),
    )
    return _copy(session, row, invoice, words)


def _copy(session: Session, row: IssuedDocument, invoice: Invoice | None, words: Words) -> bytes:
    """The filed page; of an invoice or receipt that does not stand any more, a copy that says so."""
    ended = invoice if invoice is not None else receipts.numbered(session, row.number)
    mark = END_MARKS.get(ended.state) if ended is not None else None
    return marked(row.pdf, words(mark), words) if mark is not None else row.pdf


def fields_on(row: IssuedDocument) -> tuple[CustomerField, ...]:
    """What of a customer is on a filed page; a receipt names them and no more."""
    return (CustomerField.NAME,) if row.kind is DocumentKind.RECEIPT else shown_fields()


def filed(session: Session, document: str) -> tuple[IssuedDocument, Customer, Invoice | None]:
    """A filed page with whom it is for and its invoice; none for a receipt.

    Raises :class:`RecordGone`, :class:`FiledPageDestroyed`, :class:`FiledPageAltered`.
    """
    row = documents.get(session, document)
    if not row.pdf:
        raise FiledPageDestroyed(number=row.number)
    customer = customer_store.by_key(session, row.customer_id)
    invoice = store.numbered(session, row.number)
    logged = _logged(session, invoice, customer)
    if not as_issued.is_page_as_issued(row, logged) or (
        invoice is not None and logged.figures.get(row.number, "") not in ("", as_issued.figures(invoice))
    ):
        raise FiledPageAltered(number=row.number)
    return row, customer, invoice


def _logged(session: Session, invoice: Invoice | None, customer: Customer) -> as_issued.Logged:
    """What the log says of an invoice, or of the receipts of a customer and of who was joined with them."""
    logged = as_issued.Logged()
    for subject in {_subject(invoice, one) for one in customer_store.joined_records(session, customer)}:
        entries = audit_log.entries(session, limit=_MOST_ENTRIES, subject=subject, actions=as_issued.ISSUING)
        for entry in reversed(entries):
            logged.note(entry.details)
    return logged


def _subject(invoice: Invoice | None, customer: str) -> str:
    """What the log calls a filed page: its invoice; of a receipt, its customer."""
    return f"customer:{customer}" if invoice is None else f"invoice:{invoice.record_id}"
