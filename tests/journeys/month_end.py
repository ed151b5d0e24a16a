"""An office at a month's end, for the journeys through its disposal."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hvacdesk.domain.customers.customers import CustomerRecord
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import JobRecord, JobState, Party, WorkKind
from hvacdesk.domain.papers.work_orders import CopyState, Profile
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.language import words_for
from hvacdesk.services.open_office import Office
from tests.helpers.front_desk import OTHER_TANAKA, SHOP, TANAKA
from tests.helpers.ground import START, MovableClock
from tests.helpers.real_office import RealOffice, new_real_office

LONG_AGO = datetime(2018, 5, 7, 1, 0, tzinfo=UTC)
DONE_ON = date(2018, 5, 14)


def office_with_a_past(home: Path, papers: list[bytes]) -> RealOffice:
    """Two customers whose time is over, one of them with a paper, and one whose job comes tomorrow."""
    real = new_real_office(home, MovableClock(LONG_AGO), backups=home.parent / "backups")
    office, owner = real.login(Role.OWNER)
    office.settings.set_office_value(owner, "disposal_waiting_days", 0, 1)
    jobs = [_finished_job(office, owner, record) for record in (TANAKA, SHOP)]
    order = office.work_orders.issue(owner, jobs[0], (Profile.OFFICE,), words_for("ja"))
    office.work_orders.printed(owner, [copy.copy for copy in order.copies], "office")
    office.work_orders.register_return(owner, order.copies[0].code, CopyState.KEPT)
    papers.append(order.pdf)
    real.clock.now = START - timedelta(days=2)
    office.clock_check.confirm(owner)  # a log that was silent for long makes the clock suspect
    staying = office.customers.add(owner, OTHER_TANAKA, with_site=True)
    site = office.jobs.sites(owner, staying)[0].site
    office.jobs.add(owner, JobRecord(site, WorkKind.REPAIR, {Party.REQUESTER: staying}, on="2026-11-25"))
    office.leave(owner)
    real.clock.now = START
    return real


def _finished_job(office: Office, owner: Actor, record: CustomerRecord) -> str:
    customer = office.customers.add(owner, record, with_site=True)
    site = office.jobs.sites(owner, customer)[0].site
    on = DONE_ON.isoformat()
    job = office.jobs.add(owner, JobRecord(site, WorkKind.REPAIR, {Party.REQUESTER: customer}, on=on))
    office.jobs.set_state(owner, job, JobState.DONE)
    for kind in (EventKind.HANDOVER, EventKind.INVOICE, EventKind.SETTLEMENT):
        amount = None if kind is EventKind.HANDOVER else 10_000
        office.jobs.record_event(owner, job, JobEvent(kind, on, "", amount))
    office.jobs.set_state(owner, job, JobState.PAID)
    return job
