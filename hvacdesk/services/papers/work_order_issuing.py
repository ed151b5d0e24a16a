"""Issuing work orders: which copies a job needs, whether they may be printed, and entering them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hvacdesk.domain.errors import InvalidInput, RecordGone, UserFacingError
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers import copy_codes
from hvacdesk.domain.papers.work_orders import Profile, ReprintReason, WorkOrderView, needed_profiles
from hvacdesk.domain.requests.suspension import CustomerSuspended
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import phrase
from hvacdesk.services.calendar.holidays import next_working_day
from hvacdesk.services.papers.work_order_view import CopyFacts, firm_on_paper, work_order_view
from hvacdesk.services.partners.handover_entry import enter_copy
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.base import new_record_id
from hvacdesk.store.engine import Session
from hvacdesk.store.papers import given_back, work_orders
from hvacdesk.store.requests import suspension

_RECORD_ID = re.compile("[0-9a-f]{32}")


class JobCancelled(UserFacingError):
    """A work order would send somebody to work that was called off."""

    what = phrase("Errors", "Job {number} is cancelled, so no work order is printed for it.")
    todo = phrase("Errors", "Book a new job if the work is to be done after all.")


class NoPartnerFirm(UserFacingError):
    """A partner firm's copy needs a partner firm."""

    what = phrase("Errors", "No partner firm is assigned to job {number}.")
    todo = phrase("Errors", "Assign the firm to the job first, or print the other copies only.")


class ReprintNeedsReason(UserFacingError):
    """A copy of this profile exists already; a second one is printed for a reason only."""

    what = phrase("Errors", "Job {number} already has a copy of this kind.")
    todo = phrase("Errors", "Say why another copy is needed, and shred the earlier one when it comes back.")


@dataclass(frozen=True)
class Issue:
    """Registered copies of one job, with the views that their pages are drawn from."""

    material: work_orders.OrderMaterial
    copies: tuple[str, ...]
    views: tuple[WorkOrderView, ...]


def material_of(session: Session, job: str) -> work_orders.OrderMaterial:
    """What a job's papers are made from, in full. Raises :class:`RecordGone` and :class:`JobCancelled`."""
    found = work_orders.materials(session, [job])
    if not found:
        raise RecordGone
    if found[0].state is JobState.CANCELLED:
        raise JobCancelled(number=found[0].number)
    return found[0]


def issue(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    wanted: Mapping[work_orders.OrderMaterial, Sequence[Profile]],
    reason: str | None,
    order: str = "",
) -> list[Issue]:
    """Enter the wanted copies of each job and make their views; one log entry for each job.

    Args:
        order: the record id that the only job's copies are entered under; a new one is made where it is
            empty.

    Raises:
        JobCancelled, NoPartnerFirm, FirmStopped, ConsentNeeded, ReprintNeedsReason, InvalidInput: nothing was
            entered for any job.
    """
    jobs = [material.id for material in wanted]
    used = work_orders.profiles_in_use(session, jobs)
    last = work_orders.last_copy_numbers(session, jobs)
    back = given_back.times(session, [material.job for material in wanted])
    code = _reason_code(reason)
    for material, profiles in wanted.items():
        _check(material, profiles, used.get(material.id, set()), code)
    if order and (not _RECORD_ID.fullmatch(order) or work_orders.is_registered(session, order)):
        raise InvalidInput("order")
    return [
        _register_job(
            workplace,
            session,
            actor,
            material,
            profiles,
            (last.get(material.id, 0), back[material.job]),
            code,
            order,
        )
        for material, profiles in wanted.items()
    ]


def _register_job(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    material: work_orders.OrderMaterial,
    profiles: Sequence[Profile],
    given: tuple[int, int],
    reason: str,
    order: str,
) -> Issue:
    """Enter one job's copies; ``given`` is its last number, and how often its numbers were given back."""
    last, back = given
    order = order or new_record_id()
    total = last + len(profiles)
    today = workplace.today()
    due = return_day(material.on, today)
    copies = [
        _new_copy(material, profile, (number, back), due) for number, profile in enumerate(profiles, last + 1)
    ]
    work_orders.register(
        session,
        material.id,
        order,
        copies,
        total=total,
        issued_by=actor.account,
        at=workplace.now(),
        reprint_reason=reason,
    )
    workplace.shared.not_in_backups.entered(order)
    workplace.record(
        session,
        actor,
        Action.WORK_ORDER_ISSUED,
        f"job:{material.job}",
        order=order,
        copies=[copy.copy_number for copy in copies],
        profiles=[profile.value for profile in profiles],
        reason=reason,
    )
    # Registered before it is drawn: a copy that reaches the printer is always in the register.
    views = tuple(
        work_order_view(
            material,
            CopyFacts(
                profile=copy.profile,
                copy_number=copy.copy_number,
                copies=total,
                issued_on=today.isoformat(),
                issued_by=actor.name,
                return_by=copy.return_by,
                code=copy.code,
            ),
        )
        for copy in copies
    )
    for copy, view in zip(copies, views, strict=True):
        if copy.profile is Profile.PARTNER:
            enter_copy(workplace, session, actor, material, copy.record_id, view)
    return Issue(material, tuple(copy.record_id for copy in copies), views)


def return_day(job_day: str, today: date) -> str:
    """The working day after the job; the one after today if the job's day is open or past."""
    start = max(date.fromisoformat(job_day), today) if job_day else today
    return next_working_day(start).isoformat()


def printable(
    session: Session,
    of_day: Sequence[work_orders.OrderMaterial],
    profiles_by_job: Mapping[str, Sequence[Profile]] | None,
) -> tuple[work_orders.OrderMaterial, ...]:
    """The jobs of a day without those of customers whose data is suspended: the others are printed.

    Raises:
        CustomerSuspended: one of them was chosen by hand.
    """
    locked = suspension.locked_jobs(session, [material.id for material in of_day])
    if any(material.id in locked and material.job in (profiles_by_job or {}) for material in of_day):
        raise CustomerSuspended
    return tuple(material for material in of_day if material.id not in locked)


def still_needed(
    session: Session, of_day: Iterable[work_orders.OrderMaterial]
) -> dict[work_orders.OrderMaterial, Sequence[Profile]]:
    """The copies that each job of a day needs and does not have."""
    jobs = tuple(of_day)
    used = work_orders.profiles_in_use(session, [material.id for material in jobs])
    needed = {
        one: [p for p in needed_profiles(one.staff, one.partner_firm) if p not in used.get(one.id, set())]
        for one in jobs
    }
    return {material: profiles for material, profiles in needed.items() if profiles}


def chosen(
    of_day: Iterable[work_orders.OrderMaterial], profiles_by_job: Mapping[str, Sequence[Profile]]
) -> dict[work_orders.OrderMaterial, Sequence[Profile]]:
    """The chosen copies in the order of the day. Raises :class:`RecordGone` for a job of another day."""
    found = {
        material: profiles_by_job[material.job] for material in of_day if material.job in profiles_by_job
    }
    if len(found) != len(profiles_by_job):
        raise RecordGone
    return found


def _check(
    material: work_orders.OrderMaterial, profiles: Sequence[Profile], used: set[Profile], reason: str
) -> None:
    if not profiles or len(set(profiles)) != len(profiles):
        raise InvalidInput("profiles")
    if material.state is JobState.CANCELLED:
        raise JobCancelled(number=material.number)
    if Profile.PARTNER in profiles and not material.partner_firm:
        raise NoPartnerFirm(number=material.number)
    if not reason and not used.isdisjoint(profiles):
        raise ReprintNeedsReason(number=material.number)


def _reason_code(reason: str | None) -> str:
    if not reason:
        return ""
    if reason not in set(ReprintReason):
        raise InvalidInput("reason")
    return ReprintReason(reason).value


def _new_copy(
    material: work_orders.OrderMaterial, profile: Profile, numbered: tuple[int, int], due: str
) -> work_orders.NewCopy:
    holders = {Profile.TECHNICIAN: "・".join(material.staff), Profile.PARTNER: firm_on_paper(material)}
    return work_orders.NewCopy(
        record_id=new_record_id(),
        code=copy_codes.make_code(material.number, *numbered),
        copy_number=numbered[0],
        profile=profile,
        return_by="" if profile is Profile.CUSTOMER else due,
        holder=holders.get(profile, ""),
    )
