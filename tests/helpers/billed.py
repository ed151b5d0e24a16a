"""An office with jobs that are to be billed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.jobs.jobs import ItemLine, JobRecord, JobState, Party, SiteRecord, WorkItem, WorkKind
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from hvacdesk.services.billing.invoices import Invoices
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.store.office import office
from tests.helpers.ground import Ground
from tests.helpers.people import customer
from tests.helpers.real_office import FACTS

ITEMS = (
    ItemLine(WorkItem.EXTRA_PIPE, 2.5, "m", yen=3_300),
    ItemLine(WorkItem.DRILLING, 1, "か所", yen=8_800),
)
GROSS = 18_755
"""8,250 + 8,800 = 17,050, and 1,705 tax."""


@dataclass(frozen=True)
class Billed:
    """Jobs and invoices through the services themselves."""

    ground: Ground
    jobs: Jobs
    invoices: Invoices

    @property
    def books(self) -> Actor:
        """Who keeps the books."""
        return self.ground.people[Role.ACCOUNTING]

    def someone(self, **values: Any) -> str:
        """A new customer's record id."""
        return Customers(self.ground.workplace).add(self.ground.desk, customer(**values))

    def job(
        self,
        who: str = "",
        state: JobState | None = JobState.DONE,
        *,
        payer: str = "",
        on: str = "2026-11-20",
    ) -> str:
        """A job of a customer in a state; its record id."""
        desk = self.ground.desk
        who = who or self.someone()
        site = self.jobs.add_site(desk, who, SiteRecord(customer().address))
        parties = {Party.REQUESTER: who} | ({Party.PAYER: payer} if payer else {})
        made = self.jobs.add(desk, JobRecord(site, WorkKind.INSTALL, parties, on=on, items=ITEMS))
        if state is not None:
            self.jobs.set_state(desk, made, state)
        return made

    def draft(self, job: str, kind: InvoiceKind = InvoiceKind.WHOLE, percent: int = 30) -> str:
        """A draft for a job, of which the work itself has no price."""
        return self.invoices.draft(self.books, job, kind, english, percent=percent)

    def issue(self, invoice: str) -> IssuedInvoice:
        """Issue a draft as it is."""
        version = self.invoices.detail(self.books, invoice).row.version
        return self.invoices.issue(self.books, invoice, version, english)

    def issued(self, job: str, kind: InvoiceKind = InvoiceKind.WHOLE, percent: int = 30) -> IssuedInvoice:
        """A draft for a job, issued."""
        return self.issue(self.draft(job, kind, percent))

    def state(self, job: str) -> JobState:
        """Where a job is."""
        return self.jobs.detail(self.ground.desk, job).row.state


def billed_office(ground: Ground) -> Billed:
    """A new office that can bill."""
    with ground.workplace.transaction() as session:
        office.save_facts(session, FACTS)
    return Billed(ground, Jobs(ground.workplace), Invoices(ground.workplace))
