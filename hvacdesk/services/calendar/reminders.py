"""Reminders of an open office: the list that is worked through, and the letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from hvacdesk.documents.calendar.reminders import draw_reminder_letter
from hvacdesk.domain.calendar.reminders import (
    DUTY_MONTHS,
    AfterService,
    NoReminderWanted,
    ReminderConsent,
    ReminderFacts,
    ReminderKey,
    ReminderLetter,
    ReminderList,
    ReminderOutcome,
    ReminderRow,
    RemindersOfToday,
    parse_after_service,
    reminder_duties,
    still_open,
)
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.oversight.duties import Duty, DutyKind
from hvacdesk.domain.papers.print_view import postal_name
from hvacdesk.domain.papers.register import IssuedPaper, PaperKind
from hvacdesk.domain.periods import months_after
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import known_day
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.resource_files import resource
from hvacdesk.services.jobs.job_views import JobSight
from hvacdesk.services.named_edits import REMINDER, customers_edit
from hvacdesk.services.papers.paper_entry import enter_printed
from hvacdesk.services.permissions import needs, nothing_without
from hvacdesk.services.undo import EditNamed
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.calendar import reminders as store
from hvacdesk.store.customers import customers
from hvacdesk.store.engine import Session
from hvacdesk.store.papers import office_images

LISTED = 500
"""Nobody works through more in one go; the others follow as these are seen to."""

DECEMBER = 12
"""Design periods end with their year."""

_UNDONE = phrase("Undo", "The reminder stands on the list again.")


@cache
def shipped_after_service() -> AfterService:
    """The periods and sources as shipped."""
    return parse_after_service(resource("legal", "after_service.toml").read_text(encoding="utf-8"))


class Reminders:
    """What customers may be reminded of. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.SEE_ALL_JOBS)
    def due(self, actor: Actor, until: date) -> ReminderList:
        """What is due up to a day and was not seen to, the earliest first."""
        with self._workplace.reading() as session:
            found = self._open(session, until)
            return ReminderList(self._rows(session, actor, found[:LISTED]), len(found))

    @nothing_without(Permission.EDIT_JOBS)
    def of_today(self, actor: Actor) -> RemindersOfToday:
        """What today's page shows of them, read in one go; nothing to those who do not work on them."""
        if not actor.may(Permission.EDIT_JOBS):
            return RemindersOfToday()
        today = self._workplace.today()
        last = months_after(today.replace(day=1), 1) - timedelta(days=1)
        ended = today.year if last.month == DECEMBER else today.year - 1
        waiting, (old_now, old_this_year) = self._near(today, ended, today.year)
        due_now = sum(one.key.due <= last.isoformat() for one in waiting)
        duties = reminder_duties(waiting, old_this_year, today)
        named = DutyKind.RECURRING_WORK
        return RemindersOfToday(due_now + old_now, tuple(one for one in duties if one.kind is not named))

    @needs(Permission.SEE_ALL_JOBS)
    def seen_to(self, actor: Actor, until: date) -> ReminderList:
        """What is due up to a day, or was, and was seen to; the latest first."""
        years = shipped_after_service().design_years
        with self._workplace.reading() as session:
            how = store.how_seen(session)
            order = {key: number for number, key in enumerate(how)}
            everything = store.everything(session, self._workplace.today(), until, years)
            found = sorted((one for one in everything if one.key in how), key=lambda one: -order[one.key])
            rows = tuple(
                replace(row, outcome=how[row.key][0], seen_on=how[row.key][1])
                for row in self._rows(session, actor, found[:LISTED])
            )
            return ReminderList(rows, len(found))

    @needs(Permission.EDIT_JOBS)
    def put_back(self, actor: Actor, key: ReminderKey) -> None:
        """Put a reminder that was seen to back on the list. Raises :class:`RecordGone` where nobody has."""
        with self._workplace.transaction() as session:
            customer = store.drop_seen(session, key)
            subject = f"customer:{customers.by_key(session, customer).record_id}"
            self._workplace.record(session, actor, Action.REMINDER_PUT_BACK, subject, reminder=key.kind.value)

    @needs(Permission.EDIT_JOBS)
    def seen(self, actor: Actor, key: ReminderKey, outcome: ReminderOutcome) -> None:
        """Note how a reminder was seen to; it leaves the list, and can be put back.

        Raises:
            RecordGone: it is no longer on the list.
        """
        today, now = self._workplace.today(), stamp(self._workplace.now())
        with self._workplace.transaction() as session:
            one = self._find(session, key)
            store.note_seen(session, one, outcome, today=today, by=actor.account, at=now)
            customer = customers.by_key(session, one.customer)
            subject = f"customer:{customer.record_id}"
            self._workplace.record(
                session,
                actor,
                Action.REMINDER_SEEN,
                subject,
                reminder=key.kind.value,
                reminder_outcome=outcome.value,
            )
            named = customers_edit(session, REMINDER, customer.record_id)
            self._keep_undo(session, actor, subject, key, named)

    @needs(Permission.ISSUE_WORK_ORDERS)
    @needs(Permission.REVEAL_CONTACT)
    def letter(self, actor: Actor, key: ReminderKey, words: Words) -> IssuedPaper:
        """The letter to a customer who agreed to reminders; registered, and drawn in memory only.

        Raises:
            NoReminderWanted: there is no consent; nothing was registered.
            RecordGone: it is no longer on the list.
        """
        with self._workplace.transaction() as session:
            one = self._find(session, key)
            customer = customers.by_key(session, one.customer)
            if store.reminder_consents(session, [customer.id]).get(customer.id) is not ReminderConsent.GIVEN:
                raise NoReminderWanted(number=customer.number)
            paper = enter_printed(
                self._workplace,
                session,
                actor,
                PaperKind.REMINDER,
                customer,
                reason=RevealReason.DOCUMENT.value,
                fields=(CustomerField.NAME,),
            )
            name, honorific = postal_name(*customers.name_of(customer))
            letter = ReminderLetter(one, paper.number, name, honorific, self._workplace.today().isoformat())
            pdf = draw_reminder_letter(letter, words, office_images.letterhead(session))
        return IssuedPaper((paper,), pdf)

    @nothing_without(Permission.EDIT_JOBS)
    def duties(self, actor: Actor) -> tuple[Duty, ...]:
        """One entry for each kind and month, for those who work through the list."""
        if not actor.may(Permission.EDIT_JOBS):
            return ()
        today = self._workplace.today()
        waiting, (old_units,) = self._near(today, today.year)
        return tuple(reminder_duties(waiting, old_units, today))

    # Parts

    def _near(self, today: date, *years: int) -> tuple[tuple[ReminderFacts, ...], tuple[int, ...]]:
        """Warranties and agreed work as far as duties look ahead, and the old units by each year's end."""
        with self._workplace.reading() as session:
            found = store.work_and_warranties(session, today, months_after(today, DUTY_MONTHS))
            waiting = still_open(found, store.seen(session))
            old_units = store.count_old_units(session, shipped_after_service().design_years, *years)
        return waiting, old_units

    def _open(self, session: Session, until: date) -> tuple[ReminderFacts, ...]:
        years = shipped_after_service().design_years
        found = store.everything(session, self._workplace.today(), until, years)
        return still_open(found, store.seen(session))

    def _find(self, session: Session, key: ReminderKey) -> ReminderFacts:
        for one in self._open(session, known_day("due", key.due)):
            if one.key == key:
                return one
        raise RecordGone

    def _rows(
        self, session: Session, actor: Actor, found: Sequence[ReminderFacts]
    ) -> tuple[ReminderRow, ...]:
        today = self._workplace.today()
        sight = JobSight(actor, today)
        said = store.reminder_consents(session, (one.customer for one in found))
        customers, sites = store.people_and_places(session, found)
        rows = []
        for one in found:
            customer, site = customers[one.customer], sites[one.site]
            rows.append(
                ReminderRow(
                    facts=one,
                    customer=customer.record_id,
                    customer_number=customer.number,
                    name=sight.masked_name(customer),
                    town=sight.masked_town(site),
                    consent=said.get(customer.id, ReminderConsent.NEVER_ASKED),
                    overdue=date.fromisoformat(one.key.due) < today,
                )
            )
        return tuple(rows)

    def _keep_undo(
        self, session: Session, actor: Actor, subject: str, key: ReminderKey, named: EditNamed
    ) -> None:
        def read(later: Session) -> str:
            return store.outcome_of(later, key)

        def restore(later: Session) -> tuple[str, ...]:
            store.drop_seen(later, key)
            return ("reminder",)

        self._workplace.edits.keep(session, actor, subject, read, restore, told=_UNDONE, named=named)
