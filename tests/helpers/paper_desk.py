"""A desk that files, lends and takes back papers: an office with a customer and one job of today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import NewPaper, PaperKind, PaperRow
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.store.office import office
from hvacdesk.store.oversight import audit_log
from tests.helpers.ground import Ground, new_ground
from tests.helpers.sample_records import Person, add_customer, add_job

TODAY = "2026-11-24"
TOMORROW = "2026-11-25"


@dataclass
class Desk:
    """A ground with a customer and one job of today."""

    ground: Ground
    papers: Papers
    orders: WorkOrders
    customer: str
    job: str

    def by(self, role: Role) -> Actor:
        return self.ground.people[role]

    @property
    def clerk(self) -> Actor:
        return self.by(Role.DESK)

    def contract(self, **values: object) -> PaperRow:
        new = NewPaper(PaperKind.CONTRACT, self.customer, **({"job": self.job} | values))  # type: ignore[arg-type]
        return self.papers.file(self.clerk, new)

    def log(self, action: Action) -> list[dict[str, object]]:
        with self.ground.workplace.reading() as session:
            return [entry.details for entry in audit_log.entries(session, limit=50, action=action)]


def paper_desk(folder: Path, *, own_staff: bool = True) -> Iterator[Desk]:
    """The desk, closed afterwards: what a fixture yields from.

    Args:
        own_staff: whether a technician of the office goes to the job; else the partner firm alone.
    """
    ground = new_ground(folder)
    with ground.workplace.transaction() as session:
        facts = OfficeFacts("唐山空調", "052-111-2222", "名古屋市", LegalForm.COMPANY, 3)
        office.save_facts(session, facts)
        customer = add_customer(session, Person())
        technician = ground.people[Role.TECHNICIAN].account if own_staff else ""
        job = add_job(
            session,
            customer,
            Person(),
            state=JobState.ARRANGED,
            on=TODAY,
            staff=technician,
            partner_firm="東山設備",
        )
        ids = customer.record_id, job.record_id
    orders = WorkOrders(ground.workplace)
    yield Desk(ground, Papers(ground.workplace, orders), orders, *ids)
    ground.close()
