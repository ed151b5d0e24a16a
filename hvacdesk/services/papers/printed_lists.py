"""Lists on paper, as the screen shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hvacdesk.documents.papers.printed_lists import draw_printed_list
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.printed_lists import NAMED_AT_MOST, PrintedList, check_listing
from hvacdesk.domain.roles import Actor
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
    def printed(self, actor: Actor, listing: PrintedList, printer: str) -> None:
        """Log that a printer took the list: which one, how many rows, and the ids of the customers on it.

        The text of the list is not stored, and of very long lists only how many customers were on them: then
        nobody can tell whom a loss of it concerns, and the incident says so. Ids of nobody are left out.

        Raises:
            InvalidInput: as :func:`check_listing` says, or a printer's name that can be none.
        """
        check_listing(listing)
        with self._workplace.transaction() as session:
            rows, named = len(listing.rows), listing.customers
            list_was_printed(self._workplace, session, actor, listing.table, rows, named, printer)


def list_was_printed(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    listing: str,
    rows: int,
    customers: Sequence[str],
    printer: str,
) -> None:
    """Log that a printer took a list that names customers.

    Args:
        listing: which one.
        customers: record ids of those on the paper; ids of nobody are left out.
    """
    there = customer_store.there(session, customers)
    named: dict[str, Any] = {"listed": there} if len(there) <= NAMED_AT_MOST else {}
    workplace.record(
        session,
        actor,
        Action.LIST_PRINTED,
        listing=listing,
        rows=rows,
        printer=printer,
        customers=len(there),
        **named,
    )
