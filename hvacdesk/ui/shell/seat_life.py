"""What a seat's windows hear of the office PC while somebody is logged in: away, asked to pause, ended."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.half_typed import SEAT_LETTERS
from hvacdesk.domain.seats.seats import ClocksDiffer
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.ui import background
from hvacdesk.ui.given_up import GivenUp
from hvacdesk.ui.language import words
from hvacdesk.ui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from hvacdesk.domain.seats.seats import Pause
    from hvacdesk.seats.seat_entry import SeatEntry
    from hvacdesk.services.open_office import Office


class SeatLife(QObject):
    """One login at a seat, as its windows see it; told on the login's own thread, known on theirs.

    Attributes:
        entry: the way into the office.
        pc: what the office calls this PC; empty while that is not known.
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
        self.pc = ""
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

    def begin(self, window: QWidget) -> None:
        """Do what a login begins with: a new certificate where it is time for one; a look at the clocks."""
        background.ask(window, self.entry.renew).begin().otherwise(lambda _error: None)  # at the next login
        try:
            self.entry.require_like_clocks()
        except ClocksDiffer as differ:
            what, safe, todo = differ.sentences(words)
            told = Dialog(self.tr("The clocks of the PCs differ"), window)
            told.add_text(in_a_row(what, safe))
            told.add_text(todo)
            told.set_primary(self.tr("Close"))
            told.open()

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
