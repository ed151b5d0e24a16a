"""What a seat's windows hear of the office PC while somebody is logged in: away, asked to pause, ended."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.half_typed import SEAT_LETTERS
from hvacdesk.ui.given_up import GivenUp

if TYPE_CHECKING:
    from hvacdesk.domain.seats.seats import Pause
    from hvacdesk.seats.seat_entry import SeatEntry
    from hvacdesk.services.open_office import Office


class SeatLife(QObject):
    """One login at a seat, as its windows see it; told on the login's own thread, known on theirs.

    Attributes:
        entry: the way into the office.
        away: whether the office PC does not answer at the moment.
        pause: why everybody is asked to stop for a moment.
        ended_by: why the login is over.

    Signals:
        changed(): one of these is another one now.
    """

    changed = Signal()
    _away = Signal(bool)
    _paused = Signal(object)
    _ended = Signal(object)

    def __init__(self, entry: SeatEntry) -> None:
        super().__init__()
        self.entry = entry
        self.away = False
        self.pause: Pause | None = None
        self.ended_by: UserFacingError | None = None
        self._away.connect(self._note_away)
        self._paused.connect(self._note_pause)
        self._ended.connect(self._note_end)
        entry.away, entry.paused, entry.ended = self._away.emit, self._paused.emit, self._ended.emit

    @cached_property
    def given_up(self) -> GivenUp:
        """What this PC remembers of forms that were given up while the office PC was away."""
        return GivenUp(self.entry.home)

    @property
    def seat(self) -> str:
        """This PC, as :class:`~hvacdesk.ui.half_typed.OpenForm` names it. Raises :class:`SeatsUnreadable`."""
        return self.entry.seat[:SEAT_LETTERS]

    def renew(self) -> None:
        """Ask for a new certificate where it is time for one; waits for the office PC."""
        self.entry.renew()

    @Slot(bool)
    def _note_away(self, away: bool) -> None:
        self.away = away
        self.changed.emit()

    @Slot(object)
    def _note_pause(self, pause: Pause | None) -> None:
        self.pause = pause
        self.changed.emit()

    @Slot(object)
    def _note_end(self, error: UserFacingError) -> None:
        self.ended_by = error
        self.changed.emit()


def this_pc(office: Office, life: SeatLife | None) -> tuple[str, GivenUp]:
    """What this PC is called where forms are half typed, and what it remembers of those given up.

    Args:
        life: of a login at a seat; None at the office PC.
    """
    return ("", GivenUp(office.folder)) if life is None else (life.seat, life.given_up)


def why_over(office: Office, life: SeatLife | None) -> UserFacingError | None:
    """Why a login is over, told once; None while it is not.

    Args:
        life: of a login at a seat; None at the office PC.
    """
    if life is not None:
        ended, life.ended_by = life.ended_by, None
        return ended
    try:
        office.require_login()
    except UserFacingError as error:
        return error
    return None
