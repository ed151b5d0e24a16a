"""Issued documents and the rows of their invoices against the hashes that the log has of them."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.store.billing.filed_pages import digest_of
from hvacdesk.store.billing.invoices import has_number
from hvacdesk.store.models import Invoice, IssuedDocument

FIGURES, PAGE = "figures", "sha256"
"""In the details of an entry about an issued document: the hashes of its invoice's figures and its page."""

ISSUING = frozenset({Action.INVOICE_ISSUED, Action.RECEIPT_ISSUED, Action.RECEIPT_REISSUED})
_NUMBERS = ("number", "receipt")
_AT_ONCE = 100


class Logged:
    """What the log says of issued documents, by number: a receipt's page is filed with every reprint."""

    def __init__(self) -> None:
        self.pages: dict[str, set[str]] = defaultdict(set)
        self.figures: dict[str, str] = {}

    def note(self, details: Mapping[str, object]) -> None:
        """Note what an entry of :data:`ISSUING` says; of an invoice's figures the first word counts."""
        number = next((str(details[key]) for key in _NUMBERS if details.get(key)), "")
        if number and isinstance(page := details.get(PAGE), str):
            self.pages[number].add(page)
        if number and isinstance(figures := details.get(FIGURES), str):
            self.figures.setdefault(number, figures)


def figures(row: Invoice) -> str:
    """The hash of everything that an issued invoice asks for, and of nothing that says whom or for what.

    So a label or a unit in which somebody is named can be blacked out; the filed page has both.
    """
    columns: list[Any] = [row.number, row.kind, row.about, row.issued_on, row.due_on]
    columns += [row.delivered_from, row.delivered_to, row.prices_with_tax, row.rates, row.earlier]
    columns += [row.net_yen, row.tax_yen, row.gross_yen, row.balance]
    lines = [
        [line.position, line.quantity, line.yen, line.tax_class, line.on, line.item] for line in row.lines
    ]
    return hashlib.sha256(json.dumps([columns, lines], ensure_ascii=False).encode()).hexdigest()


def is_page_as_issued(row: IssuedDocument, logged: Logged) -> bool:
    """Whether the filed page, where it is still there, and its text are those that were filed."""
    if row.number in logged.pages and row.sha256 not in logged.pages[row.number]:
        return False
    if not row.pdf:
        return True
    return hashlib.sha256(row.pdf).hexdigest() == row.sha256 and digest_of(row.data) == row.data_sha256


def altered(session: Session, logged: Logged) -> Iterator[str]:
    """The numbers of issued documents that are not as the log says, as far as it tells of them."""
    wrong: set[str] = set()
    documents = select(IssuedDocument).order_by(IssuedDocument.id).execution_options(yield_per=_AT_ONCE)
    for row in session.scalars(documents):
        if row.number in logged.pages and not is_page_as_issued(row, logged):
            wrong.add(row.number)
        session.expunge(row)
    wrong |= set(_other_figures(session, logged.figures))
    yield from sorted(wrong)


def state(session: Session, number: str) -> str:
    """The hash of a document as it is now, by which somebody answers for it; its text is left out."""
    rows = session.scalars(select(IssuedDocument).where(IssuedDocument.number == number))
    pages = [
        [row.sha256, hashlib.sha256(row.pdf).hexdigest(), digest_of(row.data) == row.data_sha256]
        for row in rows
    ]
    invoices = session.scalars(select(Invoice).where(has_number(Invoice.number == number)))
    said = json.dumps([pages, [figures(row) for row in invoices]])
    return hashlib.sha256(said.encode()).hexdigest()


def _other_figures(session: Session, said: Mapping[str, str]) -> Iterable[str]:
    query = select(Invoice).where(Invoice.number != "").options(selectinload(Invoice.lines))
    for row in session.scalars(query.execution_options(yield_per=_AT_ONCE)):
        if said.get(row.number, "") not in ("", figures(row)):
            yield row.number
