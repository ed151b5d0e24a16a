"""A month's sales and payments per customer, person in charge and kind of work: read, drawn, and printed."""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.documents.billing.month_summary import draw_month_summary
from hvacdesk.domain.billing.month_summary import (
    DrawnMonth,
    MonthFigures,
    MonthSummary,
    Received,
    Sale,
    SalePart,
    months_until,
    summarise,
)
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import known_month
from hvacdesk.domain.text.wording import Words
from hvacdesk.services.billing.told_apart import told_apart
from hvacdesk.services.papers.printed_lists import list_was_printed
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import month_summary as store
from hvacdesk.store.billing import open_items
from hvacdesk.store.engine import Session
from hvacdesk.store.papers import office_images
from hvacdesk.store.staff.staff import account_names

MONTHS = 12
"""So many months the picture shows, the summary's own the last."""

_LISTING = "month_summary"


class MonthSummaries:
    """The months of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.BILL)
    def of_month(self, actor: Actor, month: str) -> MonthSummary:
        """A month ``YYYY-MM``, with customers' names as this person may see them. Raises BadDate."""
        with self._workplace.reading() as session:
            return _summary(session, actor, month)

    @needs(Permission.BILL)
    def paper(self, actor: Actor, month: str, words: Words) -> DrawnMonth:
        """The month as a PDF in memory. It is logged once a printer took it, see :meth:`printed`."""
        with self._workplace.reading() as session:
            summary, letterhead = _summary(session, actor, month), office_images.letterhead(session)
        pdf = draw_month_summary(summary, words, letterhead, self._workplace.today().isoformat())
        return DrawnMonth(pdf, tuple(one.customer for one in summary.customers))

    @needs(Permission.BILL)
    def printed(self, actor: Actor, customers: Sequence[str], printer: str, stopped_after: int = 0) -> None:
        """Log that a printer took it, as of every list that names customers.

        Args:
            customers: those on the paper, whatever was booked since.
            stopped_after: so many pages, if it did not take all of them.
        """
        rows = len(customers)
        with self._workplace.transaction() as session:
            list_was_printed(
                self._workplace, session, actor, _LISTING, rows, customers, printer, stopped_after
            )


def _summary(session: Session, actor: Actor, month: str) -> MonthSummary:
    known_month("month", month)
    sold, paid = store.sold(session, month), store.paid(session, month)
    parties = open_items.parties(session, {one.customer for one in sold} | {one.customer for one in paid})
    names = told_apart(session, parties.values(), revealable=False)
    who = {key: (party.customer, names[party.customer].text) for key, party in parties.items()}
    staff = account_names(session)
    sales = [
        Sale(
            *who[one.customer],
            one.net,
            one.gross,
            tuple(
                SalePart(staff.get(part.account, ""), part.work, part.yen, part.firm) for part in one.parts
            ),
        )
        for one in sold
    ]
    months = months_until(month, MONTHS)
    gross, paid_in = store.by_month(session, months)
    figures = [MonthFigures(each, gross.get(each, 0), paid_in.get(each, 0)) for each in months]
    received = [
        Received(*who[one.customer], one.yen, staff.get(one.account, ""), one.fee, one.set_off)
        for one in paid
    ]
    return summarise(month, sales, received, figures)
