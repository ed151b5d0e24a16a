"""The main window: navigation, pages built when they are first opened, and the two covers over everything."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from hvacdesk.domain.backups.backups import BackupOutcome
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.office.settings import IDLE_TIMES
from hvacdesk.ui import background
from hvacdesk.ui.backups.alarm import Alarm
from hvacdesk.ui.backups.upkeep import Upkeep
from hvacdesk.ui.change_notice import ChangeNotice
from hvacdesk.ui.clipboard import clipboard
from hvacdesk.ui.close_wishes import CloseWishes
from hvacdesk.ui.column_choices import ColumnChoices
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.drafts import DraftKeeper
from hvacdesk.ui.edits import EditUndo
from hvacdesk.ui.help.opening import DeskHelp
from hvacdesk.ui.language import listed, words
from hvacdesk.ui.owners_seats import OwnersSeats
from hvacdesk.ui.papers.list_print import print_list
from hvacdesk.ui.personal_choices import keep_choices
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.shell.covers import Covers
from hvacdesk.ui.shell.curtain import Curtain
from hvacdesk.ui.shell.desk_keys import DeskKeys
from hvacdesk.ui.shell.desk_rooms import DeskRooms
from hvacdesk.ui.shell.draft_offer import DraftOffer, all_noted, ask_before_losing, tell_what_runs
from hvacdesk.ui.shell.idle import IdleWatch
from hvacdesk.ui.shell.lock_view import LockView
from hvacdesk.ui.shell.navigation import Navigation
from hvacdesk.ui.shell.page_registry import pages_for
from hvacdesk.ui.shell.seat_life import this_pc
from hvacdesk.ui.shell.session_lock import SessionLock
from hvacdesk.ui.staff.rules_reminder import remind
from hvacdesk.ui.theme import Scheme, theme
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.enter_key import take_enter
from hvacdesk.ui.widgets.errors import show_error
from hvacdesk.ui.widgets.keyboard import follow_keyboard, go_on
from hvacdesk.ui.widgets.notice import Notice, NoticePlace
from hvacdesk.ui.widgets.page import Page
from hvacdesk.ui.widgets.page_room import PageRoom
from hvacdesk.ui.widgets.standing_note import standing
from hvacdesk.ui.widgets.wheel import keep_wheel_for_pages
from hvacdesk.ui.widgets.within_screen import fitting_size, keep_within_screen
from hvacdesk.ui.window_places import DeskPlace
from hvacdesk.ui.wording.window_titles import window_title

if TYPE_CHECKING:
    from hvacdesk.services.open_office import Office
    from hvacdesk.ui.kept_forms import KeptForms
    from hvacdesk.ui.shell.seat_banner import SeatBanner
    from hvacdesk.ui.shell.seat_life import SeatLife

SECONDS = 60
REPORT = "report"


class MainWindow(QMainWindow):
    """One logged-in person's desk.

    While it is covered, the desk's widgets and dialogs are hidden and the window's title names nothing.

    Attributes:
        upkeep: what goes on by itself while somebody is in.
        help: its pages and the overview of keys.
        keys: what hears the keys and does what they say.
        draft_offer: what says that half-typed forms wait.

    Signals:
        switch_wanted(): somebody else wants to log in; drafts are stored already.
        restore_wanted(path): the office shall be closed and a backup restored; an empty path means that it
            still has to be chosen.
        closed(): the window was closed by its user.
    """

    switch_wanted = Signal()
    restore_wanted = Signal(str)
    closed = Signal()

    def __init__(
        self,
        office: Office,
        actor: Actor,
        preferences: Preferences,
        seats: SeatLife | OwnersSeats | None = None,
    ) -> None:
        """``seats``: what is heard of the office PC at a seat, or what can be done about seats there."""
        super().__init__()
        follow_keyboard()
        keep_wheel_for_pages()
        self._office = office
        self._actor = actor
        self._preferences = preferences
        self._pages_shown = pages_for(actor)
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._said: list[tuple[bool, Callable[[], object]]] = []
        self._outdated = False
        self._banner: SeatBanner | None = None
        self._life = None if seats is None or isinstance(seats, OwnersSeats) else seats
        self.drafts = DraftKeeper(office, actor, self, *this_pc(office, self._life))
        self.drafts.record_gone.connect(self._tell_record_gone)
        changes = ChangeNotice(office.changes)
        changes.told.connect(self.drafts.hear)
        self.edits = EditUndo(office, actor, self.notify, self, changes)
        self.edits.undone.connect(self.refresh)
        self._columns = ColumnChoices(office, actor, self)
        self.context = DeskContext(
            office=office,
            actor=actor,
            words=words,
            navigate=self.navigate,
            rooms=DeskRooms(lambda: self.context),
            notify=self.notify,
            drafts=self.drafts,
            edits=self.edits,
            changes=changes,
            columns=self._columns,
            window=self,
            report_error=self.report_error,
            ask_to_restore=self.ask_to_restore,
            read_idle_times=self.read_idle_times,
            look=preferences,
            change_look=self.change_look,
            seats=seats if isinstance(seats, OwnersSeats) else None,
            connection=None if self._life is None else self._life.entry,
        )
        self._columns.print_wanted.connect(partial(print_list, self.context))
        self.help = DeskHelp(office, self._pages_shown, lambda: self._current, actor.may, self._front, self)
        self._covers = Covers(self)
        self.setCentralWidget(self._covers)
        self.upkeep = Upkeep(office, actor, self)
        self.upkeep.damaged.connect(self._tell_of_damage)
        self.upkeep.backed_up.connect(self._tell_of_backup)
        self.keys = DeskKeys(self, tuple(page.name for page in self._pages_shown), self._covers.owns)
        self._build()
        # 0 means never: nothing covers the desk before the office's own times are read.
        self.idle = IdleWatch(0, 0, self)
        self.read_idle_times()
        self.idle.curtain_due.connect(self.draw_curtain)
        self.idle.lock_due.connect(self.lock)
        self.session_lock = SessionLock(self)
        self.session_lock.locked.connect(self.lock)
        self.session_lock.listen(int(self.winId()))
        self._wishes = CloseWishes(self, self._keep_drafts)
        keep_within_screen(self)
        self.resize(fitting_size(self, 1280, 800))
        standing.at_desk = True
        # Last: a place that the person left on this screen replaces the size above.
        self._place = DeskPlace(office, actor, self)

    # What is shown

    def start(self, kept: KeptForms | None = None) -> None:
        """Open the first page and tell about forms that were left half typed.

        Args:
            kept: holds those of an earlier login that ended at this seat; they become drafts of the office.
        """
        if kept is not None:
            self._put_back(kept)
        self.navigate(self._pages_shown[0].name)
        self.page.setFocus()
        if not self.draft_offer.offer():
            remind(self.context, self._notices)
        self.draft_offer.tell_destroyed()
        if self._life is None:
            self.upkeep.start()
        else:
            self.upkeep.start_at_seat()
            self._life.begin(self)
        seats = self.context.seats
        if seats is not None and self._actor.may(Permission.MANAGE_ACCOUNTS):
            actor = self._actor
            background.ask(self, lambda: seats.sign_what_is_due(actor)).begin().otherwise(self._let_pass)

    def _put_back(self, kept: KeptForms) -> None:
        try:
            kept.put_back(self._actor, self.drafts)
        except UserFacingError as error:
            self.report_error(error)

    def _let_pass(self, _error: UserFacingError) -> None:
        """It is asked again at the next login."""

    def navigate(self, page: str, **arguments: object) -> None:
        """Bring a page to the front; what the roles do not show is not opened.

        ``report`` is no page but the form in which anybody reports that something happened; with ``add_to``
        that in which papers are added to one's own report.
        """
        if page == REPORT:
            self.keys.report(str(arguments.get("add_to", "")))
            return
        entry = next((entry for entry in self._pages_shown if entry.name == page), None)
        if entry is None:
            return
        if page not in self._pages:
            self._pages[page] = entry.build(self.context, self._room.inside)
            self._stack.addWidget(self._pages[page])
        self._bring_to_front(page)
        self.navigation.mark(page)
        if arguments:
            self._pages[page].open(**arguments)

    def _bring_to_front(self, page: str) -> None:
        """Show a page and move the keyboard to it, or the navigation's first entry would get it."""
        before, now = self._pages.get(self._current), QApplication.focusWidget()
        leaving = before is not None and self._pages[page] is not before
        goes_along = (
            leaving and before is not None and (now is None or now is before or before.isAncestorOf(now))
        )
        self._current = page
        self._stack.setCurrentWidget(self._pages[page])
        if goes_along and not self.covered:
            self._pages[page].setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_page(self, page: str) -> None:
        """Bring a page to the front as the navigation does; the one in front goes back to its beginning."""
        if page == self._current:
            self.page.go_to_top()
        self.navigate(page)
        if not self.covered:
            self.page.begin_typing()

    @property
    def page(self) -> Page:
        """The page in front."""
        return self._pages[self._current]

    def refresh(self) -> None:
        """Read again what the page in front shows; a covered desk shows nothing."""
        if not self.covered:
            self.page.refresh()

    def notify(self, text: str, undo: Callable[[], object] | None = None, *, action: str = "") -> None:
        """Show a notice; while the desk is covered it waits, and one with a button is what is seen then."""
        if self.covered:
            self._said.append((undo is not None, partial(self.notify, text, undo, action=action)))
        else:
            Notice(self._in_front(), text, undo, action=action)

    def _in_front(self) -> NoticePlace:
        """Where a notice can be read and pressed: an open dialog keeps the desk from being used."""
        dialog = self._dialog()
        return dialog.notices if isinstance(dialog, Dialog) else self._notices

    def _dialog(self) -> QWidget | None:
        dialog = QApplication.activeModalWidget()
        return dialog if dialog is not None and self._covers.owns(dialog) else None

    def _front(self) -> QWidget | None:
        """What is in front, the window or a dialog of it; nothing while the desk is covered."""
        return None if self.covered else self._dialog() or self

    def report_error(self, error: UserFacingError) -> None:
        """Show a foreseen error over the window."""
        show_error(self, error)

    def rebuild(self, *, lose: bool = False) -> None:
        """Re-make everything after the language or the text size changed; half-typed forms are kept.

        While the desk is covered it waits: new pages would come in front of the cover. What cannot be stored
        is lost only where somebody agreed to ``lose`` it.
        """
        self._outdated = self.covered
        if self._outdated or not (lose or self._may_leave(partial(self.rebuild, lose=True))):
            return
        current = self._current
        self._pages = {}
        self._build()
        self.navigate(current)
        self.draft_offer.offer()

    def change_look(self, code: str, scheme: Scheme, text_size: int) -> None:
        """Put other choices in force, now and at the person's next login."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        before = (self._preferences.code, self._preferences.text_size)
        self._preferences.code = code
        self._preferences.scheme = scheme
        self._preferences.text_size = text_size
        self._preferences.apply(app)
        keep_choices(self._office, self._actor, self._preferences)
        if before != (code, text_size):
            QTimer.singleShot(0, self, self.rebuild)

    def read_idle_times(self) -> None:
        """Read the office's idle times from its settings."""
        settings = self._office.settings
        self.idle.set_times(*(settings.office_value(key) * SECONDS for key in IDLE_TIMES))

    def _build(self) -> None:
        name = self._office.facts().name
        at, pc = ("", "") if self._life is None else (self.tr("At a seat"), self._life.pc)
        self._desk = QWidget()
        self._desk.setProperty("role", "window")
        row = QHBoxLayout(self._desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.navigation = Navigation(self._pages_shown, name, self._actor, at)
        self.navigation.chosen.connect(self.choose_page)
        self.navigation.lock_wanted.connect(self.lock)
        self.navigation.curtain_wanted.connect(self.draw_curtain)
        self.navigation.switch_wanted.connect(self.switch_user)
        self.navigation.help_wanted.connect(self.help.show_page)
        self.navigation.search_wanted.connect(self.keys.find_anything)
        self.navigation.report_wanted.connect(self.keys.report)
        self.navigation.fit(self.size())
        row.addWidget(self.navigation)
        row.addLayout(self._right_side(), 1)
        curtain, lock_view = Curtain(), LockView(self._office, self._actor)
        curtain.lifted.connect(self.uncover)
        lock_view.unlocked.connect(self.uncover)
        lock_view.switch_wanted.connect(self.switch_user)
        self._covers.hold(self._desk, curtain, lock_view, window_title(name, pc))

    def _right_side(self) -> QVBoxLayout:
        """The page, and over it what stays until it is dealt with."""
        self.alarm = Alarm(self.context)
        self.alarm.restore_wanted.connect(self._give_way_to_restore)
        self._room = PageRoom()
        self._stack = self._room.pages
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.alarm)
        column.addWidget(self._room, 1)
        self._notices = NoticePlace(edge=theme.px(14), foot=theme.px(2))
        column.addWidget(self._notices)
        if self._banner is not None:
            self._banner.stop()
        if self._life is not None:
            from hvacdesk.ui.shell.seat_banner import SeatBanner

            self._banner = SeatBanner(self._life, self._notices, self.notify)
        self.draft_offer = DraftOffer(self.drafts, self._notices, self.navigate, self._notices)
        return column

    # What needs somebody

    def ask_to_restore(self, path: str) -> None:
        """Ask whether to close the office and restore that backup, or one that is still to be chosen."""
        self.alarm.ask_to_restore(path)

    def _give_way_to_restore(self, path: str) -> None:
        if not tell_what_runs(self._over_all()):
            self._keep_drafts()
            self.restore_wanted.emit(path)

    def _tell_of_damage(self) -> None:
        self.alarm.refresh()

    def _tell_of_backup(self, outcomes: tuple[BackupOutcome, ...]) -> None:
        """A backup that worked is told by today's page alone; one that did not, at once."""
        failed = [one.folder for one in outcomes if one.backup is None]
        if failed:
            text = self.tr("The daily backup was not possible in {folders}.")
            self.notify(text.format(folders=listed(failed)))
        if outcomes:
            self.refresh()

    # Covers

    @property
    def covered(self) -> bool:
        """Whether curtain or lock is shown in place of the desk."""
        return self._covers.covered

    @property
    def locked(self) -> bool:
        """Whether the screen is locked."""
        return self._covers.locked

    @property
    def lock_view(self) -> LockView:
        """What asks for the passphrase."""
        return self._covers.lock_view

    def draw_curtain(self) -> None:
        """Hide every name at once; where the desk is covered already it stays so."""
        if not self.covered:
            self._covers.cover(self._covers.curtain)
            self._covers.curtain.setFocus()

    def toggle_curtain(self) -> None:
        """F9."""
        if self._covers.curtained:
            self.uncover()
        else:
            self.draw_curtain()

    def lock(self) -> None:
        """Lock at once, without any question; half-typed forms go into the database for their author."""
        if self.locked:
            return
        self._covers.cover(self.lock_view)
        self.lock_view.begin()
        self._covers.repaint()  # before anything waits: while the keys are renewed the database answers late
        clipboard.forget()
        if (why := self._keep_drafts()) is not None:
            self._note_failure(why)
        background.ask(self, lambda: self._office.accounts.lock(self._actor)).begin().otherwise(
            self._note_failure
        )

    def uncover(self) -> None:
        """Bring the desk back as it was."""
        self._covers.lift(self.page)
        self.idle.note_input()
        if self._outdated:
            self.rebuild()
        said, self._said = sorted(self._said, key=itemgetter(0)), []
        for _offers, tell in said:
            tell()

    def switch_user(self) -> None:
        """Leave the desk to somebody else; half-typed forms wait for their author."""
        if not tell_what_runs(self._over_all()) and self._may_leave(self.switch_wanted.emit):
            self.switch_wanted.emit()

    def retire(self) -> None:
        """End for good: nothing may reach the office through this window once it is left."""
        if self._banner is not None:
            self._banner.stop()
        standing.forget()
        standing.at_desk = False
        self.draw_curtain()  # nothing of the desk is seen, nor shown any more, until it is deleted
        self.upkeep.stop()
        self.drafts.stop()
        self._columns.stop()
        self.idle.stop()
        self.session_lock.stop()
        self._wishes.stop()
        self.keys.stop()
        self.hide()
        self.deleteLater()

    def _over_all(self) -> QWidget | None:
        return self._covers.currentWidget() if self.covered else self._front()

    def _may_leave(self, go: Callable[[], object]) -> bool:
        """Whether nothing typed or noted is lost by that; else it is asked whether to ``go``."""
        if (why := self._keep_drafts()) is not None and self.drafts.holds_more():
            ask_before_losing(self, self._over_all(), why, go)
            return False
        return all_noted(self, self._over_all(), self.drafts.owed, go)

    def _keep_drafts(self) -> UserFacingError | None:
        """Store what would be lost; returns why that is not possible."""
        try:
            self.drafts.keep_all()
            self._columns.save_now()
            self._place.save_now()
        except UserFacingError as error:
            return error
        return None

    def _tell_record_gone(self) -> None:
        self.notify(
            self.tr("What was half typed is not kept any more: its record is gone, or a disposal took it.")
        )

    def _note_failure(self, error: UserFacingError) -> None:
        """Tell after the unlock: a lock asks and shows nothing."""
        self.notify(error.in_full(words))

    # Qt's overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.navigation.fit(self.size())

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not take_enter(self, event, form=False):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if tell_what_runs(self._over_all()) or not self._may_leave(self.closed.emit):
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()
