"""Login: choose yourself, type your passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.roles import role_words
from hvacdesk.domain.seats.seats import SeatStopped
from hvacdesk.services.entry.ways_out import blocks_the_way
from hvacdesk.ui import background
from hvacdesk.ui.language import words
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.entry_view import WorkingView
from hvacdesk.ui.widgets.failure import FailureLine
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.passphrase_edit import PassphraseEdit
from hvacdesk.ui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from hvacdesk.domain.roles import Actor
    from hvacdesk.services.open_office import Office

ROWS_SHOWN = 6
ROW_HEIGHT = 40
BESIDE_LIST = 332
"""Height of what is above and below the list, in design pixels: the passphrase is to be seen with it."""


class LetsIn(Protocol):
    """The door of an office, on this PC or on another one."""

    def login(self, account: str, passphrase: str) -> tuple[Office, Actor]:
        """The office for one person. Raises a UserFacingError."""


class StaffList(QListWidget):
    """The people to choose from.

    Signals:
        confirmed(): Enter or a click on a name: go on to the passphrase.
    """

    confirmed = Signal()

    # Qt's overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()
            return
        super().keyPressEvent(event)


class LoginView(WorkingView):
    """The list of names and the passphrase of the chosen one.

    Args:
        last: the account that logged in last on this computer; it is chosen already.
        at_seat: the office is on another PC, where first logins, recovery and the report box are.

    Signals:
        opened(office, actor): the passphrase was right.
        invited(member): an invited person comes in for the first time.
        recovery_wanted(): the passphrase is forgotten.
        report_wanted(): the report box, no matter who is chosen in the list.
        restore_wanted(): a backup is to be restored instead.
    """

    opened = Signal(object, object)
    invited = Signal(object)
    recovery_wanted = Signal()
    report_wanted = Signal()
    restore_wanted = Signal()

    def __init__(
        self,
        entry: LetsIn,
        staff: tuple[StaffMember, ...],
        last: str = "",
        *,
        at_seat: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.set_heading(self.tr("Who is working?"))
        self._entry = entry
        self.at_seat = at_seat
        self.staff = self._make_list()
        self._people: tuple[StaffMember, ...] = ()
        self._fill(staff)
        self.body.addWidget(self.staff)
        self.form = Form()
        name = self.tr("Passphrase")
        self.passphrase = self.form.add("passphrase", name, PassphraseEdit(name))
        self.body.addWidget(self.form)
        self.add_busy(self.tr("Opening the office"))
        forgotten = self.add_link(self.tr("Passphrase forgotten"), self.recovery_wanted.emit)
        self.set_primary(self.tr("Log in"), self.log_in)
        self._failure = FailureLine(
            self.below
        )  # as notes are: above the button they would push it out of sight
        self.report_button = self.add_below(self.tr("Report box"), self._go_to_reports)
        self.restore_button = self.add_below(self.tr("Restore a backup"), self._go_to_restore)
        if at_seat:
            for elsewhere in (forgotten, self.report_button, self.restore_button):
                elsewhere.hide()
            text = self.tr("First logins, a forgotten passphrase and the report box: at the office PC.")
            self.add_note(text)  # below the button: above it, large text pushed that out of the window
        self._waiting = Waiting(self, self.form.fields["passphrase"].set_error, self._enable)
        self.passphrase.submitted.connect(self.log_in)
        self.staff.confirmed.connect(self._confirm)
        self.staff.itemClicked.connect(lambda _item: self._confirm())
        self.staff.currentRowChanged.connect(lambda _row: self._on_chosen())
        known = self.choose(last)
        if not known and self.staff.count():
            self.staff.setCurrentRow(0)
        self.setFocusProxy(self.passphrase.edit if known else self.staff)
        self._on_chosen()

    def chosen(self) -> StaffMember | None:
        """The person who is selected."""
        item = self.staff.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if self.staff.currentRow() >= 0 else None

    def choose(self, account: str) -> bool:
        """Select a person by account; false when there is no such person."""
        for at in range(self.staff.count()):
            if self.staff.item(at).data(Qt.ItemDataRole.UserRole).account == account:
                self.staff.setCurrentRow(at)
                return True
        return False

    def show_people(self, staff: tuple[StaffMember, ...]) -> None:
        """Show who may log in now; the person who is chosen stays so, with what they have typed."""
        if staff == self._people:
            return
        before = self.chosen()
        blocked = self.staff.blockSignals(True)
        self._fill(staff)
        if (before is None or not self.choose(before.account)) and self.staff.count():
            self.staff.setCurrentRow(0)
        self.staff.blockSignals(blocked)
        if self.chosen() != before:
            self._on_chosen()

    def say(self, error: UserFacingError) -> None:
        """Say why somebody is here again."""
        self._failure.show_error(error)

    def log_in(self) -> None:
        """Try the typed passphrase, or go on to an invited person's first login."""
        member = self.chosen()
        if member is None or self._waiting.seconds:
            return
        if member.invited:
            if not self.at_seat:
                self.invited.emit(member)
            return
        typed = self.passphrase.text()
        if not typed:
            self.passphrase.setFocus()
            return
        self.form.clear_errors()
        background.ask(self, lambda: self._entry.login(member.account, typed)).with_busy(self).then(
            self._on_opened
        ).otherwise(self._on_refused)

    def _go_to_reports(self) -> None:
        self.passphrase.clear()
        self.report_wanted.emit()

    def _go_to_restore(self) -> None:
        self.passphrase.clear()
        self.restore_wanted.emit()

    def _make_list(self) -> StaffList:
        made = StaffList()
        made.setAccessibleName(self.tr("Staff"))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return made

    def _fill(self, staff: tuple[StaffMember, ...]) -> None:
        self._people = staff
        self.staff.clear()
        for member in staff:
            roles = role_words(member.roles, words)
            if member.invited:
                roles = self.tr("first login")
            item = QListWidgetItem(f"{member.name}    {roles}")
            item.setData(Qt.ItemDataRole.UserRole, member)
            item.setSizeHint(QSize(0, theme.px(ROW_HEIGHT)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{member.name}, {roles}")
            self.staff.addItem(item)
        room = (self.screen().availableGeometry().height() - theme.px(BESIDE_LIST)) // theme.px(ROW_HEIGHT)
        rows = max(2, min(ROWS_SHOWN, len(staff), room))
        self.staff.setFixedHeight(theme.px(ROW_HEIGHT) * rows + theme.px(4))

    def _enable(self, *, enabled: bool = True) -> None:
        self.staff.setEnabled(enabled)
        self.passphrase.setEnabled(enabled)
        if self.primary is not None:
            self.primary.setEnabled(enabled)

    def _on_chosen(self) -> None:
        member = self.chosen()
        invited = member is not None and member.invited
        self.form.setVisible(not invited)
        self.passphrase.clear()
        self._waiting.forget()
        if self.primary is not None:
            self.primary.setText(self.tr("Go on") if invited else self.tr("Log in"))
            self.primary.setVisible(not (invited and self.at_seat))

    def _confirm(self) -> None:
        member = self.chosen()
        if member is not None and not member.invited:
            self.passphrase.setFocus()
        elif member is not None and self.primary is not None:
            self.primary.setFocus()

    def _on_opened(self, opened: tuple[Office, object]) -> None:
        self.passphrase.clear()
        self.opened.emit(*opened)

    def _on_refused(self, error: UserFacingError) -> None:
        self.passphrase.clear()
        if blocks_the_way(error) or isinstance(error, SeatStopped) or _is_away(error):
            self.blocked.emit(error)
            return
        self._waiting.tell(error)
        self._enable(enabled=not self._waiting.seconds)
        self.staff.setEnabled(True)
        self.passphrase.setFocus()


def _is_away(error: UserFacingError) -> bool:
    """Whether the office PC of a seat did not answer."""
    from hvacdesk.seats.calls import NoAnswer  # not before the login window is painted

    return isinstance(error, NoAnswer)
