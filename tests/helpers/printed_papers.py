"""Papers that are about to be printed, entered in the register as the services that print them do."""

from __future__ import annotations

from hvacdesk.domain.papers.register import PaperKind, PaperRow
from hvacdesk.domain.roles import Actor
from hvacdesk.services.papers.paper_entry import enter_printed
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers
from hvacdesk.store.jobs import jobs


def print_paper(
    workplace: Workplace,
    actor: Actor,
    kind: PaperKind,
    customer: str,
    job: str = "",
    *,
    return_by: str = "",
    holder: str = "",
) -> PaperRow:
    """Enter a paper about a customer, and about a job if there is one, both by record id."""
    with workplace.transaction() as session:
        return enter_printed(
            workplace,
            session,
            actor,
            kind,
            customers.get(session, customer),
            jobs.job(session, job) if job else None,
            return_by=return_by,
            holder=holder,
        )
