"""Work that is billed and to be billed in the office that meets faults, and a file of its bank."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.jobs.jobs import ItemLine, JobRecord, JobState, Party, WorkItem, WorkKind
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import english
from hvacdesk.services.open_office import Office
from tests.helpers.bank_files import notices
from tests.helpers.people import customer

CLOSED = date(2026, 11, 20)
YEN = 9_680
"""8,800 and its tax."""
PART = 5_000
BILLED, CLOSING, JOBS_EACH = 5, 4, 2
UNKNOWN = "ｼﾗﾅｲﾋﾄ"


def add_money(office: Office, owner: Actor, folder: Path) -> dict[str, Any]:
    """Invoices that wait for their money, a bank's file with it, and customers with a closing day.

    Returns:
        what operations and their judges have to know: the file, and which invoices it pays.
    """
    invoices, numbers = [], []
    for at in range(BILLED):
        (job,) = _done(office, owner, f"払{at}", 1)
        draft = office.invoices.draft(owner, job, InvoiceKind.WHOLE, english)
        version = office.invoices.detail(owner, draft).row.version
        numbers.append(office.invoices.issue(owner, draft, version, english).number)
        invoices.append(draft)
    for at in range(CLOSING):
        _done(office, owner, f"締{at}", JOBS_EACH, PayTerms(CLOSED.day, 1, 31))
    deposits = [("261124", YEN, number.replace("-", "")) for number in numbers[:-1]]
    path = folder / "notice.txt"
    path.write_bytes(notices([*deposits, ("261124", PART, UNKNOWN)], "261124"))
    return {"bank_file": str(path), "invoices": invoices}


def _done(office: Office, owner: Actor, family: str, count: int, terms: PayTerms | None = None) -> list[str]:
    """Jobs of a new customer that are done and have a price."""
    who = office.customers.add(owner, customer(name=PersonName(family, "花")), with_site=True)
    if terms is not None:
        office.billing_terms.change_customer(owner, who, None, terms)
    site = office.jobs.sites(owner, who)[0].site
    jobs = []
    for _ in range(count):
        record = JobRecord(
            site,
            WorkKind.REPAIR,
            {Party.REQUESTER: who},
            on="2026-11-18",
            items=(ItemLine(WorkItem.DRILLING, 1, "か所", yen=1_000),),
            amount_to_collect=YEN,
        )
        job = office.jobs.add(owner, record)
        office.jobs.set_state(owner, job, JobState.DONE)
        jobs.append(job)
    return jobs
