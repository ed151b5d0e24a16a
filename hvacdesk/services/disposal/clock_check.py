"""Whether the computer's date can be believed, measured against the audit log.

A clock that is set forward makes everything due. Logging in leaves an entry under the wrong date, so what
counts is the last entry that is more than a day old.
"""

from __future__ import annotations

from datetime import timedelta

from hvacdesk.domain.clock import moment_of, stamp
from hvacdesk.services.disposal.errors import ClockJumped, ClockSetBack
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.disposal import disposal
from hvacdesk.store.engine import Session
from hvacdesk.store.oversight import audit_log

TOLERATED_BACK = timedelta(minutes=5)
"""A clock that is corrected from the network may go back a little."""

LONGEST_SILENCE = timedelta(days=45)
"""Longer than any holiday of an office that works."""


def require_sound_clock(workplace: Workplace, session: Session) -> None:
    """Refuse to judge or destroy under a date that the log contradicts.

    Raises:
        ClockSetBack: the log has a later entry.
        ClockJumped: before the last day the log is silent for longer than an office ever is.
    """
    now = workplace.now()
    last = audit_log.last_moment(session)
    if last and moment_of(last) - now > TOLERATED_BACK:
        raise ClockSetBack
    before = disposal.last_entry_before(session, stamp(now - timedelta(days=1)))
    if before and now - moment_of(before) > LONGEST_SILENCE:
        raise ClockJumped((now - moment_of(before)).days)
