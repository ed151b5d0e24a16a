"""One search over customers, jobs, papers and firms. It asks the services of each, so it unmasks nothing."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from hvacdesk.domain.customers.customers import CustomerRow
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.jobs.jobs import JobRow
from hvacdesk.domain.office.quick_search import FoundEverywhere
from hvacdesk.domain.papers.copy_codes import WrongCopyCode
from hvacdesk.domain.papers.register import PaperRow, RegisterQuery
from hvacdesk.domain.partners.partners import FirmRow
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.text_forms import fold
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.exact_tries import TooManyExactSearches
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.papers.paper_names import UnknownCopy
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.partners.partners import READERS, Partners
from hvacdesk.services.permissions import body_decides

MOST = 6
"""So many of each kind: all of them are on the page of that kind."""
_BEHIND = 3
"""So many customers' jobs are shown, and so many jobs of each."""


class QuickSearch:
    """The search of an open office. Thread-safe."""

    def __init__(self, customers: Customers, jobs: Jobs, papers: Papers, partners: Partners) -> None:
        self._customers = customers
        self._jobs = jobs
        self._papers = papers
        self._partners = partners

    @body_decides("each kind for who may see it")
    def find(self, actor: Actor, text: str) -> FoundEverywhere:
        """The best hits of each kind that the actor may see; nothing for an empty text.

        Customers are found as by :meth:`Customers.search`, jobs by their number or by a customer found,
        papers by what is printed on them, firms by any part of their names.
        """
        typed = " ".join(text.split())
        if not typed:
            return FoundEverywhere()
        refused: UserFacingError | None = None
        customers: tuple[CustomerRow, ...] = ()
        if actor.may(Permission.FIND_CUSTOMERS):
            try:
                customers = self._customers.search(actor, typed, MOST).rows
            except TooManyExactSearches as error:
                refused = error
        return FoundEverywhere(
            customers=customers,
            jobs=self._jobs_of(actor, typed, customers),
            papers=self._papers_of(actor, typed),
            firms=self._firms(actor, typed),
            refused=refused,
        )

    def _jobs_of(self, actor: Actor, typed: str, customers: Sequence[CustomerRow]) -> tuple[JobRow, ...]:
        if not (actor.may(Permission.SEE_ALL_JOBS) or actor.may(Permission.SEE_OWN_JOBS)):
            return ()
        found = {row.job: row for row in self._jobs.numbered(actor, typed)}
        for customer in customers[:_BEHIND]:
            rows = self._jobs.of_customer(actor, customer.customer)[:_BEHIND]
            found |= {row.job: row for row in rows if row.job not in found}
        return tuple(found.values())[:MOST]

    def _papers_of(self, actor: Actor, typed: str) -> tuple[PaperRow, ...]:
        """The paper with this number or code, and the papers of the job with this number."""
        if not actor.may(Permission.REGISTER_COPIES):
            return ()
        found: list[PaperRow] = []
        with suppress(WrongCopyCode, UnknownCopy):
            named = self._papers.named(actor, typed)
            found += [self._papers.find(actor, one.paper) for one in named[:MOST]]
        for job in self._jobs.numbered(actor, typed):
            found += self._papers.rows(actor, RegisterQuery(job=job.job, limit=MOST))
        return tuple({row.paper: row for row in found}.values())[:MOST]

    def _firms(self, actor: Actor, typed: str) -> tuple[FirmRow, ...]:
        if not any(actor.may(permission) for permission in READERS):
            return ()
        sought = [fold(word) for word in typed.split()]
        firms = (row for row in self._partners.all(actor) if row.record)
        return tuple(row for row in firms if all(word in fold(row.facts.firm) for word in sought))[:MOST]
