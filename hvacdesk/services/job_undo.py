"""What an undo puts back of jobs, their sites and units: the record as it stood before the edit."""

from __future__ import annotations

from hvacdesk.domain.clock import stamp
from hvacdesk.domain.jobs import TAKEN_BACK, JobRecord, JobState, SiteRecord, UnitRecord
from hvacdesk.domain.roles import Actor
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import jobs as store
from hvacdesk.store.engine import Session


def keep_booking(workplace: Workplace, session: Session, actor: Actor, job: str, before: JobRecord) -> None:
    """Keep a changed booking."""

    def restore(later: Session) -> tuple[str, ...]:
        return store.save_job(later, store.job(later, job), before)

    def read(later: Session) -> JobRecord:
        return store.job_record(later, store.job(later, job))

    workplace.edits.keep(session, actor, f"job:{job}", read, restore)


def keep_state(workplace: Workplace, session: Session, actor: Actor, job: str, before: str) -> None:
    """Keep a step of a job where it may be taken back; the way back is a step with who and when."""

    def restore(later: Session) -> tuple[str, ...]:
        at = stamp(workplace.now())
        store.move(later, store.job(later, job), JobState(before), actor=actor.account, at=at)
        return ("state",)

    def read(later: Session) -> str:
        return store.job(later, job).state

    if JobState(read(session)) in TAKEN_BACK:
        workplace.edits.keep(session, actor, f"job:{job}", read, restore)


def keep_site(workplace: Workplace, session: Session, actor: Actor, site: str, before: SiteRecord) -> None:
    """Keep a changed site."""

    def restore(later: Session) -> tuple[str, ...]:
        return store.save_site(store.site(later, site), before)

    def read(later: Session) -> SiteRecord:
        return store.site_record(store.site(later, site))

    workplace.edits.keep(session, actor, f"site:{site}", read, restore)


def keep_unit(workplace: Workplace, session: Session, actor: Actor, unit: str, before: UnitRecord) -> None:
    """Keep a changed unit."""

    def restore(later: Session) -> tuple[str, ...]:
        return store.save_unit(store.unit(later, unit), before)

    def read(later: Session) -> UnitRecord:
        return store.unit_record(store.unit(later, unit))

    workplace.edits.keep(session, actor, f"unit:{unit}", read, restore)
