"""What an undo puts back of jobs, their sites and units: the record as it was before the edit."""

from __future__ import annotations

from collections.abc import Mapping

from hvacdesk.domain.clock import stamp
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import TAKEN_BACK, JobRecord, JobState, SiteRecord, UnitRecord
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.work_orders import CopyState
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import Phrase, phrase
from hvacdesk.services.billing.settling import follow_day, follow_told
from hvacdesk.services.jobs.job_events import move_job
from hvacdesk.services.named_edits import SITE, SITES, customers_edit, jobs_edit
from hvacdesk.services.undo import CHANGE_UNDONE
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as store
from hvacdesk.store.jobs import records_about
from hvacdesk.store.oversight import audit_log
from hvacdesk.store.papers import work_orders

_BOOKING_UNDONE = phrase("Undo", "The booking was undone: the job is cancelled.")
BACK_AT_FORMER = phrase(
    "Undo", "The site's address is as before. That of the customer stays as it was saved; undo again for it."
)
_ABOUT_THE_BOOKING = frozenset(
    {
        Action.JOB_ADDED,
        Action.JOB_CHANGED,
        Action.JOB_STATE_CHANGED,
        Action.EDIT_UNDONE,
        Action.NUMBER_ALLOWED,
        Action.PAPER_SHOWN,
        Action.WORK_ORDER_ISSUED,
        Action.COPY_CHANGED,
    }
)
"""Entries that say nothing of work with the job: nothing was printed and nothing recorded.

Which copies there are of its work order, the register says: those that were only looked at left it.
"""
_MONEY = frozenset({EventKind.INVOICE, EventKind.SETTLEMENT})
_WORK = frozenset(Action) - _ABOUT_THE_BOOKING


class PaperInPreview(UserFacingError):
    """A paper about the job waits to be printed; the undo waits for what becomes of it."""

    what = phrase("Errors", "The booking was not undone: a paper about the job waits to be printed.")
    safe = phrase("Errors", "Nothing was altered; the job is as it was last saved.")
    todo = phrase(
        "Errors",
        "Close its preview without printing, then undo once more. If it was printed, cancel the job instead.",
    )


def keep_new_booking(workplace: Workplace, session: Session, actor: Actor, job: str) -> None:
    """Remember that a job was booked. The undo cancels it, as long as nothing was printed or recorded.

    Not every record is an entry about the job: a hand-over's, a filed contract's are about themselves.

    Its number is never given again, so it is not taken out of the books.
    """

    def restore(later: Session) -> tuple[str, ...]:
        at = stamp(workplace.now())
        row = store.job(later, job)
        printing = CopyState.PRINTING in work_orders.copy_states(later, job)
        if printing or records_about.paper_in_preview(later, row):
            raise PaperInPreview
        store.move(later, row, JobState.CANCELLED, actor=actor.account, at=at)
        return ("state",)

    def read(later: Session) -> tuple[JobRecord, str, int, bool, frozenset[str]]:
        row = store.job(later, job)
        work = audit_log.last_sequence(later, _WORK, subject=f"job:{job}")
        copies = work_orders.copy_states(later, job) - {CopyState.PRINTING}
        hanging = records_about.recorded(later, row)
        return store.job_record(later, row), row.state, work, bool(copies), hanging

    named = jobs_edit(session, job)
    workplace.edits.keep(session, actor, f"job:{job}", read, restore, told=_BOOKING_UNDONE, named=named)


def keep_struck_event(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    job: str,
    event: JobEvent,
    was: tuple[str, str],
    before: JobState,
) -> None:
    """Remember an event that was struck.

    Args:
        was: who recorded it and when.
        before: the job's state until then, which may have followed the event.
    """
    by, at = was

    def restore(later: Session) -> tuple[str, ...]:
        row = store.job(later, job)
        store.add_event(row, event, actor=by, at=at)
        follow_told(workplace, later, actor, row, event)
        if row.state == before:
            return ("event",)
        move_job(workplace, later, actor, row, before)
        return ("event", "state")

    def read(later: Session) -> tuple[JobState, tuple[JobEvent, ...]]:
        row = store.job(later, job)
        return row.state, store.events(row)

    workplace.edits.keep(session, actor, f"job:{job}", read, restore, named=jobs_edit(session, job))


def keep_booking(workplace: Workplace, session: Session, actor: Actor, job: str, before: JobRecord) -> None:
    """Remember a booking from before its change."""

    def restore(later: Session) -> tuple[str, ...]:
        row = store.job(later, job)
        changed = store.save_job(later, row, before)
        follow_day(later, row)
        return changed

    def read(later: Session) -> JobRecord:
        return store.job_record(later, store.job(later, job))

    workplace.edits.keep(session, actor, f"job:{job}", read, restore, named=jobs_edit(session, job))


def keep_state(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    job: str,
    before: str,
    event: JobEvent | None = None,
) -> None:
    """Remember a step of a job where it may be undone; the undo is a step, too, with who and when.

    What was told of its money since is not gone back behind: the state follows from that by then.

    Args:
        event: what was recorded with the step, and is struck with it.
    """

    def restore(later: Session) -> tuple[str, ...]:
        at = stamp(workplace.now())
        row = store.job(later, job)
        store.move(later, row, JobState(before), actor=actor.account, at=at)
        if event is None:
            return ("state",)
        store.strike_event(later, row, event)
        follow_told(workplace, later, actor, row, event)
        return ("state", "event")

    def read(later: Session) -> tuple[JobState, tuple[JobEvent, ...]]:
        row = store.job(later, job)
        told = store.events(row)
        return row.state, told if event is not None else tuple(one for one in told if one.kind in _MONEY)

    if store.job(session, job).state in TAKEN_BACK:
        workplace.edits.keep(session, actor, f"job:{job}", read, restore, named=jobs_edit(session, job))


def keep_sites(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    before: Mapping[str, SiteRecord],
    told: Phrase = CHANGE_UNDONE,
) -> None:
    """Remember sites of one customer from before they were changed together: one undo puts all of them back,
    or none.

    The log gets an entry about each: that of the undo itself is about the first.

    Args:
        told: what is said once they were put back.
    """
    first, *others = before
    entries = {
        site: audit_log.last_sequence(
            session, {Action.SITE_CHANGED}, actor=actor.account, subject=f"site:{site}"
        )
        for site in others
    }

    def restore(later: Session) -> tuple[str, ...]:
        for site, undoes in entries.items():
            fields = sorted(store.save_site(store.site(later, site), before[site]))
            workplace.record(later, actor, Action.EDIT_UNDONE, f"site:{site}", fields=fields, undoes=undoes)
        return store.save_site(store.site(later, first), before[first])

    def read(later: Session) -> list[SiteRecord]:
        return [store.site_record(store.site(later, site)) for site in before]

    owner = customers.by_key(session, store.site(session, first).customer_id)
    named = customers_edit(session, SITES if others else SITE, owner.record_id, len(before))
    workplace.edits.keep(session, actor, f"site:{first}", read, restore, told=told, named=named)


def keep_unit(workplace: Workplace, session: Session, actor: Actor, unit: str, before: UnitRecord) -> None:
    """Remember a unit from before its change."""

    def restore(later: Session) -> tuple[str, ...]:
        return store.save_unit(store.unit(later, unit), before)

    def read(later: Session) -> UnitRecord:
        return store.unit_record(store.unit(later, unit))

    workplace.edits.keep(session, actor, f"unit:{unit}", read, restore)
