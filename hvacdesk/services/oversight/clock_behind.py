"""Whether the computer's clock lies behind what the office has recorded, or leapt. It locks nobody out."""

from __future__ import annotations

from hvacdesk.domain.clock import moment_of
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.clock_behind import ClockBehind, clock_behind
from hvacdesk.domain.oversight.clock_leap import ClockLeap
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.permissions import anybody_logged_in, needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.oversight import audit_log
from hvacdesk.store.oversight.silences import clock_leap


class ClockCheck:
    """The computer's clock, measured against the audit log."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @anybody_logged_in
    def behind(self) -> ClockBehind | None:
        """How the clock lies behind the log's latest entry; None where it does not."""
        with self._workplace.reading() as session:
            last = audit_log.last_moment(session)
        return clock_behind(self._workplace.now(), moment_of(last)) if last else None

    @anybody_logged_in
    def leap(self) -> ClockLeap | None:
        """The leap of the clock that nobody has answered for yet; None where there is none."""
        with self._workplace.reading() as session:
            return clock_leap(session, self._workplace.now())

    @needs(Permission.MANAGE_OFFICE)
    def confirm(self, actor: Actor) -> None:
        """Answer for the present date: it is right, whatever the clock said before. The log says who did."""
        with self._workplace.transaction() as session:
            self._workplace.record(session, actor, Action.CLOCK_CONFIRMED)
