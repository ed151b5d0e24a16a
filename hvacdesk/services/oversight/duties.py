"""The calendar of duties: one list of everything in the office that has a day, and a file for calendars."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.duties import DUTY_NAMES, STAYS_INSIDE, Duty, in_order, pressing
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.exchange.calendar_files import DayEvent, calendar_file
from hvacdesk.services.permissions import anybody_logged_in
from hvacdesk.services.workplace import Workplace

REMIND_DAYS = 3
CALENDAR_NAME = phrase("Duties", "Office duties")

DutySource = Callable[[Actor], Sequence[Duty]]
"""Gives the duties of one kind of work that the actor's roles show; none where they show nothing."""


class Duties:
    """What is due in an open office, as far as the actor's roles show it.

    Args:
        sources: one for each service with dated duties.
    """

    def __init__(self, workplace: Workplace, sources: Sequence[DutySource]) -> None:
        self._workplace = workplace
        self._sources = tuple(sources)

    @anybody_logged_in
    def all(self, actor: Actor) -> tuple[Duty, ...]:
        """Everything with a day, what is overdue first."""
        return in_order(duty for source in self._sources for duty in source(actor))

    @anybody_logged_in
    def pressing(self, actor: Actor, *others: Duty) -> tuple[Duty, ...]:
        """What is overdue or due within the next days; ``others`` are duties that the caller has read."""
        return pressing((*self.all(actor), *others), self._workplace.today())

    @anybody_logged_in
    def overdue(self, actor: Actor) -> int:
        """How many are overdue."""
        today = self._workplace.today()
        return sum(duty.overdue(today) for duty in self.all(actor))

    @anybody_logged_in
    def calendar(self, actor: Actor, words: Words) -> bytes:
        """The duties as a calendar file. It names no customer, since duties do not, and no report."""
        found = [duty for duty in self.all(actor) if duty.kind not in STAYS_INSIDE]
        events = [DayEvent(_uid(duty), duty.due, _summary(duty, words), REMIND_DAYS) for duty in found]
        return calendar_file(events, words(CALENDAR_NAME), self._workplace.now())

    @anybody_logged_in
    def calendar_saved(self, actor: Actor) -> None:
        """Note that the calendar file was written."""
        duties = sum(duty.kind not in STAYS_INSIDE for duty in self.all(actor))
        with self._workplace.transaction() as session:
            self._workplace.record(session, actor, Action.CALENDAR_SAVED, duties=duties)


def _summary(duty: Duty, words: Words) -> str:
    return "  ".join(filter(None, (words(DUTY_NAMES[duty.kind]), duty.about)))


def _uid(duty: Duty) -> str:
    """The same for the same duty in every file, though its day may move; it cannot be read back."""
    digest = sha256("\0".join((duty.kind.value, duty.record, duty.about)).encode()).hexdigest()
    return f"{duty.kind.value}-{digest[:32]}@hvacdesk"
