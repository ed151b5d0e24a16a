"""What every page is given: the open office, who is logged in, and the main window's services."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.clock import office_time
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.self_check import Finding
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.change_notice import ChangeNotice
from hvacdesk.ui.column_choices import ColumnChoices
from hvacdesk.ui.drafts import DraftKeeper
from hvacdesk.ui.edits import EditUndo, Notify
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.recent_customers import RecentCustomers
from hvacdesk.ui.rooms import Rooms
from hvacdesk.ui.theme import Scheme

if TYPE_CHECKING:
    from hvacdesk.services.open_office import Office
    from hvacdesk.ui.owners_seats import OwnersSeats


class SeatConnection(Protocol):
    """What a window at a seat can ask about its connection."""

    @property
    def home(self) -> Path:
        """The program's folder on this PC."""

    def check(self, words: Words) -> tuple[Finding, ...]:
        """Why the office PC is or is not reached."""


class Navigate(Protocol):
    """Brings a page to the front and hands it the arguments."""

    def __call__(self, page: str, **arguments: object) -> None: ...


@dataclass(frozen=True)
class DeskContext:
    """The surroundings of a page.

    Attributes:
        words: translates phrases into the language of the windows.
        navigate: ``navigate("customers", customer=ID)``; page names are those of the navigation.
        rooms: what one room of the windows asks of another.
        notify: the notice at the window's foot.
        drafts: where half-typed forms register.
        edits: where a save offers to be undone.
        changes: tells what is in front that something was changed.
        columns: which columns the person wants in each table.
        window: the main window, as parent of dialogs.
        report_error: shows a foreseen error over the window.
        ask_to_restore: asks whether to close the office and restore a backup; with no path it is chosen then.
        read_idle_times: puts the office's idle times in force after they were changed.
        look: the language, colours and text size in force.
        change_look: puts others in force.
        seats: what can be done about the office's other PCs; None at one of them.
        connection: to the office PC, at a seat; None at the office PC itself.
        at_seat: whether the office's files and keys lie on another PC.
        several_pcs: whether other PCs have been let into the office: it has to be said then which is meant.
        recent: whom this person opened last.
    """

    office: Office
    actor: Actor
    words: Words
    navigate: Navigate
    rooms: Rooms
    notify: Notify
    drafts: DraftKeeper
    edits: EditUndo
    changes: ChangeNotice
    columns: ColumnChoices
    window: QWidget
    report_error: Callable[[UserFacingError], object]
    ask_to_restore: Callable[[str], None]
    read_idle_times: Callable[[], None]
    look: Preferences
    change_look: Callable[[str, Scheme, int], None]
    seats: OwnersSeats | None = None
    connection: SeatConnection | None = None
    recent: RecentCustomers = field(default_factory=RecentCustomers)

    @property
    def at_seat(self) -> bool:
        return self.connection is not None

    @property
    def several_pcs(self) -> bool:
        return self.at_seat or (self.seats is not None and self.seats.were_set_up)

    def today(self) -> date:
        """The office's calendar day."""
        return self.office.today()

    def now(self) -> datetime:
        """The office's wall clock."""
        return office_time(self.office.clock())
