"""What the office has not entered for the pages that ask for money."""

from __future__ import annotations

from hvacdesk.domain.billing.invoices import PageLack
from hvacdesk.store.billing import terms
from hvacdesk.store.engine import Session
from hvacdesk.store.office import office


def of_invoices(session: Session) -> frozenset[PageLack]:
    """What an invoice would lack: where to pay to, and the office's number for the tax."""
    number = frozenset() if office.facts(session).invoice_registration else frozenset({PageLack.NUMBER})
    return of_letters(session) | number


def of_letters(session: Session) -> frozenset[PageLack]:
    """What a payment reminder would lack: where to pay to. It states no tax."""
    return frozenset() if terms.facts(session).account.bank else frozenset({PageLack.ACCOUNT})
