"""The refrigerant log of units: kept by typed results and by hand, struck but never changed, and printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from hvacdesk.documents.jobs.refrigerant import draw_refrigerant_logs
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.jobs.refrigerant import (
    GasRecord,
    LogPaper,
    RefrigerantKind,
    RefrigerantLog,
    RefrigerantRecord,
    StrikeReason,
    check_certificate,
    check_handed_on,
    check_refrigerant,
)
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers import print_view
from hvacdesk.domain.papers.register import PaperKind, PaperRow
from hvacdesk.domain.papers.work_orders import PROFILE_RULES, Profile
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.services.papers.paper_entry import enter_printed
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.jobs import refrigerant as store
from hvacdesk.store.papers import office_images

if TYPE_CHECKING:
    from hvacdesk.store.models import Job, Unit
    from hvacdesk.store.models import RefrigerantEntry as EntryRow


class AlreadyStruck(UserFacingError):
    """An entry is struck once."""

    what = phrase("Errors", "This entry has been struck already.")
    todo = phrase("Errors", "Refresh the log; add a new entry if one is missing.")


class NotCommercial(UserFacingError):
    """The law's record of what became of the gas is of commercial units alone (フロン排出抑制法 2条3項)."""

    what = phrase("Errors", "This is recorded of commercial units alone.")
    todo = phrase("Errors", "If the unit is commercial, say so on its page first.")


class AlreadyCertified(UserFacingError):
    """A certificate is noted once."""

    what = phrase("Errors", "The certificate of this gas has been noted already.")
    todo = phrase("Errors", "Refresh the log; strike the entry and add a new one if it is wrong.")


class NoRefrigerantLog(UserFacingError):
    """Nothing to print."""

    what = phrase("Errors", "No unit here has a refrigerant log.")
    todo = phrase("Errors", "Mark the units as commercial, or add an entry first.")


class Refrigerant:
    """The refrigerant logs of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.SEE_ALL_JOBS)
    def log(self, actor: Actor, unit: str) -> RefrigerantLog:
        """A unit's log."""
        with self._workplace.reading() as session:
            return store.log(session, job_store.unit(session, unit))

    @needs(Permission.EDIT_JOBS)
    def add(self, actor: Actor, unit: str, record: RefrigerantRecord) -> str:
        """Append an entry and return its record id. Raises :class:`InvalidInput`."""
        checked = check_refrigerant(record, self._workplace.today())
        with self._workplace.transaction() as session:
            target = job_store.unit(session, unit)
            return _append(self._workplace, session, actor, target, checked, job=None)

    @needs(Permission.EDIT_JOBS)
    def strike(self, actor: Actor, entry: str, reason: StrikeReason) -> None:
        """Strike a wrong entry, so that it no longer counts. Raises :class:`AlreadyStruck`."""
        with self._workplace.transaction() as session:
            row = store.find(session, entry)
            if row.struck_at:
                raise AlreadyStruck
            unit = job_store.unit_by_key(session, row.unit_id)
            _strike(self._workplace, session, actor, unit, row.record_id, reason)

    @needs(Permission.EDIT_JOBS)
    def hand_on(self, actor: Actor, entry: str, record: GasRecord) -> str:
        """Note to whom recovered gas was handed on; returns the record id.

        Raises:
            NotCommercial: it is a household unit's gas.
            NoGasToHandOn: the entry has none left.
            InvalidInput: a day, an amount or a receiver that cannot be.
        """
        with self._workplace.transaction() as session:
            row = store.find(session, entry)
            if not job_store.unit_by_key(session, row.unit_id).commercial:
                raise NotCommercial
            checked = check_handed_on(record, store.read(session, row), self._workplace.today())
            at = stamp(self._workplace.now())
            made = store.hand_on(session, row, checked, by=actor.account, at=at)
            self._record(session, actor, Action.REFRIGERANT_HANDED_ON, row)
            return str(made.record_id)

    @needs(Permission.EDIT_JOBS)
    def certify(self, actor: Actor, handover: str, certificate: str, certified_on: str) -> None:
        """Note the certificate that came for gas that was handed on; it is noted once.

        Raises:
            AlreadyCertified: there is one.
            InvalidInput: its number or day is missing, or the day lies before.
        """
        with self._workplace.transaction() as session:
            row = store.find_handover(session, handover)
            if row.certified_on:
                raise AlreadyCertified
            today = self._workplace.today()
            checked = check_certificate(store.gas_record(row), certificate, certified_on, today)
            entry = store.note_certificate(session, row, checked.certificate, checked.certified_on)
            self._record(session, actor, Action.REFRIGERANT_CERTIFIED, entry)

    def _record(self, session: Session, actor: Actor, action: Action, row: EntryRow) -> None:
        unit = job_store.unit_by_key(session, row.unit_id)
        self._workplace.record(session, actor, action, f"unit:{unit.record_id}", entry=row.record_id)

    @needs(Permission.ISSUE_WORK_ORDERS)
    def paper(self, actor: Actor, units: Sequence[str], words: Words) -> tuple[PaperRow, bytes]:
        """Register the printed logs of some units of one site and draw them.

        Name and address are printed in full: the law's record names them (フロン排出抑制法 47条).

        Raises:
            NoRefrigerantLog: no unit was named.
        """
        if not units:
            raise NoRefrigerantLog
        with self._workplace.transaction() as session:
            rows = [job_store.unit(session, unit) for unit in units]
            site = job_store.site_record(rows[0].site)
            owner = customer_store.by_key(session, rows[0].site.customer_id)
            record = customer_store.record_of(owner)
            name = print_view.printed_name(PROFILE_RULES[Profile.CUSTOMER], record.name, record.organisation)
            registered = enter_printed(
                self._workplace, session, actor, PaperKind.REFRIGERANT_LOG, owner, None
            )
            paper = LogPaper(
                name=name.text,
                owner_address=record.address.full(),
                address=site.address.full(),
                logs=tuple(store.log(session, row) for row in rows),
                printed_on=self._workplace.today().isoformat(),
                number=registered.number,
                code=registered.code,
            )
            return registered, draw_refrigerant_logs(paper, words, office_images.letterhead(session))

    @needs(Permission.SEE_ALL_JOBS)
    def units_beside(self, actor: Actor, unit: str) -> tuple[str, ...]:
        """Record ids of the units at the same site whose log is kept; the unit itself is among them."""
        with self._workplace.reading() as session:
            one = job_store.unit(session, unit)
            found = [row.record_id for row in store.logged_units(session, one.site)]
            return tuple(found if unit in found else (*found, unit))


def bring_in_line(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    job: Job,
    unit: Unit,
    wanted: Mapping[RefrigerantKind, RefrigerantRecord],
) -> None:
    """Make a unit's log say what a job's results say: strike what is no longer so, add what is new."""
    missing = dict(wanted)
    for entry in store.standing_of_job(session, job, unit):
        kind = entry.kind
        new = missing.get(kind)
        if new is not None and (new.kg, new.on) == (entry.kg, entry.on):
            del missing[kind]
        else:
            _strike(workplace, session, actor, unit, entry.record_id, StrikeReason.WRONG_AMOUNT)
    for record in missing.values():
        _append(workplace, session, actor, unit, record, job=job.id)


def charge_without(session: Session, job: Job, unit: Unit) -> float | None:
    """The net charge of a unit, in kg, without what a job did to it; None where nobody knows it."""
    log = store.log(session, unit)
    if log.net_kg is None:
        return None
    here = sum(entry.signed_kg for entry in log.entries if entry.job_number == job.number)
    return round(log.net_kg - here, 3)


def _append(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    unit: Unit,
    record: RefrigerantRecord,
    *,
    job: int | None,
) -> str:
    at = stamp(workplace.now())
    made = store.add(session, unit, record, job=job, by=actor.account, at=at)
    workplace.record(
        session,
        actor,
        Action.REFRIGERANT_LOGGED,
        f"unit:{unit.record_id}",
        entry=made.record_id,
        refrigerant=record.kind.value,
    )
    return str(made.record_id)


def _strike(
    workplace: Workplace, session: Session, actor: Actor, unit: Unit, entry: str, reason: StrikeReason
) -> None:
    at = stamp(workplace.now())
    store.strike(store.find(session, entry), reason, by=actor.account, at=at)
    workplace.record(
        session,
        actor,
        Action.REFRIGERANT_STRUCK,
        f"unit:{unit.record_id}",
        entry=entry,
        reason=reason.value,
    )
