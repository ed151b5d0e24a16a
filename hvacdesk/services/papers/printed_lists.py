"""Lists on paper, as the screen shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hvacdesk.documents.papers.printed_lists import draw_printed_list
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.printed_lists import MOST_ROWS, NAMED_AT_MOST, PrintedList, check_listing
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.input_checks import check_range
from hvacdesk.domain.text.wording import Words
from hvacdesk.services.permissions import anybody_logged_in
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.papers import office_images


class PrintedLists:
    """The lists that somebody prints. What may be read was decided when the rows were read, masked."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @anybody_logged_in
    def paper(self, actor: Actor, listing: PrintedList, words: Words) -> bytes:
        """The list as a PDF in memory. It is logged once a printer took it, see :meth:`printed`.

        Raises:
            InvalidInput: as :func:`check_listing` says.
        """
        check_listing(listing)
        with self._workplace.reading() as session:
            head = office_images.letterhead(session)
        return draw_printed_list(listing, self._workplace.today(), actor.name, words, head)

    @anybody_logged_in
    def printed(self, actor: Actor, listing: PrintedList, printer: str, stopped_after: int = 0) -> None:
        """Log that a printer took the list: which one, how many rows, and the ids of the customers on it.

        The text of the list is not stored, and of very long lists only how many customers were on them: then
        nobody can tell whom a loss of it concerns, and the incident says so.

        Args:
            stopped_after: so many pages, if it did not take all of them.

        Raises:
            InvalidInput: as :func:`check_listing` says, or a printer's name that can be none.
        """
        check_listing(listing)
        with self._workplace.transaction() as session:
            rows, named = len(listing.rows), listing.customers
            list_was_printed(
                self._workplace, session, actor, listing.table, rows, named, printer, stopped_after
            )


def list_was_printed(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    listing: str,
    rows: int,
    customers: Sequence[str],
    printer: str,
    stopped_after: int,
) -> None:
    """Log that a printer took a list that names customers.

    Args:
        listing: which one.
        rows: how many there are, on all its pages.
        customers: record ids of those on the pages. Of those who are not in the register, or not any more,
            only their number is logged.
        stopped_after: so many pages, if the printer did not take all of them; else 0. Who was on those
            nobody can tell, so that everybody counts as being on paper.
    """
    check_range("stopped_after", stopped_after, 0, MOST_ROWS)
    there = customer_store.there(session, tuple(dict.fromkeys(customers)))
    details: dict[str, Any] = {"listed": there} if len(there) <= NAMED_AT_MOST else {}
    if gone := len(set(customers)) - len(there):
        details["gone"] = gone
    if stopped_after:
        details["stopped_after"] = stopped_after
    workplace.record(
        session,
        actor,
        Action.LIST_PRINTED,
        listing=listing,
        rows=rows,
        printer=printer,
        customers=len(there),
        **details,
    )
