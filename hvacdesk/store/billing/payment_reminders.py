"""Letters about overdue invoices, as the register of papers has them."""

from __future__ import annotations

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from hvacdesk.domain.billing.reminding import PastLetter, read_label
from hvacdesk.domain.clock import moment_of, office_day
from hvacdesk.domain.exchange.outside_lists import ListKind
from hvacdesk.domain.papers.register import PaperKind, PaperState
from hvacdesk.store.exchange.outside_lists import saved
from hvacdesk.store.models import OutsideList, Paper


def letters(session: Session, customer: int) -> tuple[PastLetter, ...]:
    """Every letter to a customer that came out of the printer or may have, or was saved, the newest first."""
    return _letters(session, Paper.customer_id == customer)


def reminded_on(session: Session, customer: int | None = None) -> dict[str, str]:
    """The ISO day of the last letter about each invoice that one was written about, by its number.

    Args:
        customer: primary key of whom alone is asked about; None for everybody.
    """
    who = Paper.customer_id.is_not(None) if customer is None else Paper.customer_id == customer
    newest_last = reversed(_letters(session, who))
    return {number: letter.written_on for letter in newest_last for number in letter.numbers}


def is_saved(session: Session, number: str) -> bool:
    """Whether a letter was written into a file, by its number in the register of papers."""
    query = saved(ListKind.REMINDER).where(OutsideList.document == number)
    return session.scalar(query.limit(1)) is not None


def _letters(session: Session, whose: ColumnElement[bool]) -> tuple[PastLetter, ...]:
    query = (
        select(Paper)
        .where(whose, Paper.kind == PaperKind.PAYMENT_REMINDER)
        .where(or_(Paper.state != PaperState.STRUCK, Paper.number.in_(saved(ListKind.REMINDER))))
        .order_by(Paper.id.desc())
    )
    found = []
    for paper in session.scalars(query):
        if (said := read_label(paper.label)) is not None:
            tone, numbers = said
            written_on = office_day(moment_of(paper.registered_at)).isoformat()
            found.append(PastLetter(tone, written_on, paper.number, numbers))
    return tuple(found)
