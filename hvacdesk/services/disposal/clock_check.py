"""Whether the computer's date can be believed, measured against the audit log.

A clock that is set forward makes everything due. Logging in leaves an entry under the wrong date, and so does
whatever is done under it, so that a leap counts until somebody responsible has answered for the date.
"""

from __future__ import annotations

from datetime import timedelta

from hvacdesk.domain.clock import moment_of
from hvacdesk.services.disposal.errors import ClockJumped, ClockSetBack
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.oversight import audit_log
from hvacdesk.store.oversight.silences import clock_leap

TOLERATED_BACK = timedelta(minutes=5)
"""A clock that is corrected from the network may go back a little."""


def require_sound_clock(workplace: Workplace, session: Session) -> None:
    """Refuse to judge or destroy under a date that the log contradicts.

    Raises:
        ClockSetBack: the log has a later entry.
        ClockJumped: the log was silent for longer than an office is, and nobody confirmed the date since.
    """
    now = workplace.now()
    last = audit_log.last_moment(session)
    if last and moment_of(last) - now > TOLERATED_BACK:
        raise ClockSetBack
    if leap := clock_leap(session, now):
        raise ClockJumped(leap.days)
