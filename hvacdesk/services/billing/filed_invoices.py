"""Invoices as they were filed: read again as the same bytes, and saved as files outside the program."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hvacdesk.domain.billing.filed_documents import FiledPageAltered, FiledPageDestroyed
from hvacdesk.domain.billing.invoices import DocumentKind
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.exchange.outside_lists import ListKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.billing.invoice_issuing import shown_fields
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import as_issued, documents
from hvacdesk.store.billing import invoices as store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.exchange import outside_lists
from hvacdesk.store.oversight import audit_log

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, Invoice, IssuedDocument

_MOST_ENTRIES = 10_000
"""More than one customer's receipts."""


@dataclass(frozen=True)
class SavedInvoice:
    """An invoice ready to be written into a file; it names the customer, and exists in memory only.

    Attributes:
        list: its record id in the register of files outside the program.
    """

    content: bytes = field(repr=False)
    number: str
    list: str


class FiledInvoices:
    """The filed invoices of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.BILL)
    def save_copy(self, actor: Actor, document: str) -> SavedInvoice:
        """What was filed of an invoice, to be written into a file; logged, and registered as outside.

        It names the customer, so it stays in the register of files outside until it was handed over or
        destroyed, as every file does that the program writes.

        Raises:
            DutiesOverdue: rules or training are overdue.
            RecordGone, CustomerSuspended, FiledPageDestroyed, FiledPageAltered: as :func:`filed` and
                the log raise them.
        """
        with self._workplace.transaction() as session:
            row, _customer, invoice = filed(session, document)
            if invoice is None:
                raise RecordGone
            today = self._workplace.today()
            outside = outside_lists.add(
                session, ListKind.INVOICE, 1, actor.account, today, document=row.number
            )
            self._workplace.record(
                session,
                actor,
                Action.INVOICE_SAVED,
                f"invoice:{invoice.record_id}",
                number=row.number,
                sha256=row.sha256,
                fields=list(fields_on(row)),
            )
            return SavedInvoice(row.pdf, row.number, outside)


def fields_on(row: IssuedDocument) -> tuple[CustomerField, ...]:
    """What of a customer stands on a filed page; a receipt names them and no more."""
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
    logged = _logged(session, invoice, customer.record_id)
    if not as_issued.is_page_as_issued(row, logged) or (
        invoice is not None and logged.figures.get(row.number, "") not in ("", as_issued.figures(invoice))
    ):
        raise FiledPageAltered(number=row.number)
    return row, customer, invoice


def _logged(session: Session, invoice: Invoice | None, customer: str) -> as_issued.Logged:
    """What the log says of an invoice, or of a customer's receipts."""
    subject = f"customer:{customer}" if invoice is None else f"invoice:{invoice.record_id}"
    logged = as_issued.Logged()
    entries = audit_log.entries(session, limit=_MOST_ENTRIES, subject=subject, actions=as_issued.ISSUING)
    for entry in reversed(entries):
        logged.note(entry.details)
    return logged
