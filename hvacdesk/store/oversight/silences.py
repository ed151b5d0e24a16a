"""How long the audit log is silent between entries, which shows a clock that leapt."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from hvacdesk.domain.clock import moment_of, stamp
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.clock_leap import LONGEST_SILENCE, ClockLeap
from hvacdesk.store.models import AuditRow
from hvacdesk.store.oversight import audit_log


def clock_leap(session: Session, now: datetime) -> ClockLeap | None:
    """The first silence of more than :data:`LONGEST_SILENCE` that nobody has answered for.

    A day's work after a leap says nothing: it is done under the wrong date, too. So every entry counts since
    somebody last answered for the clock. They are gone through in strides of a silence's length.
    """
    counting = AuditRow.id >= audit_log.last_sequence(session, [Action.CLOCK_CONFIRMED])
    last = audit_log.earliest_moment(session, counting)
    if not last:
        return None
    while further := audit_log.latest_moment(
        session,
        counting,
        AuditRow.at > last,
        AuditRow.at <= stamp(moment_of(last) + LONGEST_SILENCE),
    ):
        last = further
    following = audit_log.earliest_moment(session, counting, AuditRow.at > last) or stamp(now)
    before, after = moment_of(last), moment_of(following)
    return ClockLeap(before, after) if after - before > LONGEST_SILENCE else None
