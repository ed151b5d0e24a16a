"""What the office PC does by itself while somebody works at a seat and nobody is logged in at it.

The same as its own window does after a login: the file is looked at, the log's end noted, the day's check and
the day's backup done, and a last backup taken when everybody has left. It is done in the login of somebody
who is there, and everybody may take backups: nobody's rights grow by it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Actor
from hvacdesk.services.backups.watching import never, unwatched
from hvacdesk.services.open_office import Office

MINUTE = 60.0
Work = Callable[[Office, Actor], object]


@dataclass
class RecurringWork:
    """One thing that is done again and again.

    Attributes:
        first, again: seconds after the first login, and from one time to the next.
        due: when it is done next.
    """

    work: Work
    first: float
    again: float
    due: float = 0.0


def check_quickly(office: Office, _actor: Actor) -> None:
    """The check of every start; what it finds is told in every window."""
    if office.integrity.quick():
        office.integrity.chain_anchored()


def back_up_if_due(office: Office, actor: Actor) -> None:
    """The day's backup, if none was taken yet and there is somewhere to put it."""
    overview = office.backups.overview(actor)
    if overview.due and overview.places:
        office.backups.run(actor, unwatched, never)


def back_up_at_the_end(office: Office, actor: Actor, cancelled: Callable[[], bool]) -> None:
    """What was saved since the day's backup; nobody is there any more to be told of a failure."""
    with suppress(UserFacingError):
        if office.backups.overview(actor).places:
            office.backups.run(actor, unwatched, cancelled)


class SeatsUpkeep:
    """Decides what is due; :meth:`look` is called every few seconds, on one thread.

    Args:
        ticks: seconds that only go forward.
    """

    def __init__(self, ticks: Callable[[], float] = time.monotonic) -> None:
        self._ticks = ticks
        self._began: float | None = None
        self._rounds = (
            RecurringWork(check_quickly, 3, 24 * 60 * MINUTE),
            RecurringWork(lambda office, _actor: office.audit.write_anchor(), 10, 5 * MINUTE),
            RecurringWork(lambda office, _actor: office.integrity.full_if_due(), 2 * MINUTE, 30 * MINUTE),
            RecurringWork(lambda office, _actor: office.integrity.note_met(), 5, 5),
            RecurringWork(back_up_if_due, 4 * MINUTE, 30 * MINUTE),
        )

    def look(self, there: Sequence[Callable[[Work], object]]) -> None:
        """Do what is due; nothing while nobody is there.

        Args:
            there: for everybody who is logged in, what has something done in their login.
        """
        if not there:
            self._began = None
            return
        now = self._ticks()
        if self._began is None:
            self._began = now
            for one in self._rounds:
                one.due = now + one.first
        for one in self._rounds:
            if now >= one.due:
                one.due = now + one.again
                with suppress(UserFacingError):  # such as a busy file: it is met again at the next round
                    there[0](one.work)
