"""The main window: navigation, pages built when they are first opened, and the two covers over everything."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hvacdesk.domain.backups import BackupOutcome
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.ui import background
from hvacdesk.ui.clipboard import clipboard
from hvacdesk.ui.column_choices import ColumnChoices
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.drafts import DraftKeeper
from hvacdesk.ui.edits import EditUndo
from hvacdesk.ui.entry.cover_keys import CoverKeys
from hvacdesk.ui.entry.curtain import Curtain
from hvacdesk.ui.entry.idle import IdleWatch
from hvacdesk.ui.entry.lock_view import LockView
from hvacdesk.ui.entry.session_lock import SessionLock
from hvacdesk.ui.language import listed, words
from hvacdesk.ui.navigation import Navigation
from hvacdesk.ui.page_registry import pages_for
from hvacdesk.ui.personal_choices import keep_choices
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.shortcut_overview import ShortcutOverview
from hvacdesk.ui.theme import Scheme, theme
from hvacdesk.ui.upkeep.damage import AnchorQuestion, DamageBox, RestoreQuestion
from hvacdesk.ui.upkeep.upkeep import Upkeep
from hvacdesk.ui.widgets.errors import show_error
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.notice import Notice
from hvacdesk.ui.widgets.page import Page
from hvacdesk.ui.widgets.tab_order import go_on

if TYPE_CHECKING:
    from hvacdesk.services.office import Office

SECONDS = 60


class MainWindow(QMainWindow):
    """One logged-in person's desk.

    While it is covered, the desk's widgets and dialogs are hidden and the window's title names nothing.

    Attributes:
        upkeep: what goes on by itself while somebody is in.

    Signals:
        switch_wanted(): somebody else wants to log in; drafts are kept already.
        restore_wanted(path): the office shall be closed and a backup restored; an empty path means that it
            still has to be chosen.
        closed(): the window was closed by its user.
    """

    switch_wanted = Signal()
    restore_wanted = Signal(str)
    closed = Signal()

    def __init__(self, office: Office, actor: Actor, preferences: Preferences) -> None:
        super().__init__()
        self._office = office
        self._actor = actor
        self._preferences = preferences
        self._pages_shown = pages_for(actor)
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._dialogs: list[QWidget] = []
        self._said: Callable[[], object] | None = None
        self.drafts = DraftKeeper(office, actor, self)
        self.edits = EditUndo(office, actor, self.notify, self)
        self.edits.undone.connect(self._refresh)
        self._columns = ColumnChoices(office, actor, self)
        self.context = DeskContext(
            office=office,
            actor=actor,
            words=words,
            navigate=self.navigate,
            notify=self.notify,
            drafts=self.drafts,
            edits=self.edits,
            columns=self._columns,
            window=self,
            report_error=self.report_error,
        )
        self._covers = QStackedWidget()
        self.setCentralWidget(self._covers)
        self.upkeep = Upkeep(office, actor, self)
        self.upkeep.damaged.connect(self._show_damage)
        self.upkeep.backed_up.connect(self._tell_of_backup)
        self._build()
        self._make_shortcuts()
        self.idle = IdleWatch(0, 0, self)
        self.read_idle_times()
        self.idle.curtain_due.connect(self.draw_curtain)
        self.idle.lock_due.connect(self.lock)
        self.session_lock = SessionLock(self)
        self.session_lock.locked.connect(self.lock)
        self.session_lock.listen_on_buses()
        self.session_lock.listen_to_windows(int(self.winId()))
        self.resize(theme.window_size(1280, 800, self.screen().availableSize()))

    # What is shown

    def start(self) -> None:
        """Open the first page and tell about forms that were left half typed."""
        self.navigate(self._pages_shown[0].name)
        self.page.setFocus()
        self._offer_drafts()
        self.upkeep.start()

    def navigate(self, page: str, **arguments: object) -> None:
        """Bring a page to the front; what the roles do not show is not opened."""
        entry = next((entry for entry in self._pages_shown if entry.name == page), None)
        if entry is None:
            return
        if page not in self._pages:
            self._pages[page] = entry.build(self.context)
            self._stack.addWidget(self._pages[page])
        self._current = page
        self._stack.setCurrentWidget(self._pages[page])
        self.navigation.mark(page)
        if arguments:
            self._pages[page].open(**arguments)

    @property
    def page(self) -> Page:
        """The page in front."""
        return self._pages[self._current]

    def notify(self, text: str, undo: Callable[[], object] | None = None, *, action: str = "") -> None:
        """Show a notice; while the desk is covered it waits."""
        if self.covered:
            self._said = partial(self.notify, text, undo, action=action)
        else:
            Notice(self._in_front(), text, undo, action=action)

    def _in_front(self) -> QWidget:
        """Where a notice can be read and pressed: an open dialog keeps the desk from being used."""
        return self._dialog() or self._desk

    def _dialog(self) -> QWidget | None:
        dialog = QApplication.activeModalWidget()
        return dialog if dialog is not None and self._owns(dialog) else None

    def report_error(self, error: UserFacingError) -> None:
        """Show a foreseen error over the window."""
        show_error(self, error)

    def rebuild(self) -> None:
        """Make everything anew after the language or the text size changed; half-typed forms are kept."""
        current, desk = self._current, self._desk
        self.drafts.keep_all()
        self._pages = {}
        for old in (desk, self._curtain, self.lock_view):
            self._covers.removeWidget(old)
            old.deleteLater()
        self._build()
        self.navigate(current)
        self._offer_drafts()

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

    @property
    def look(self) -> Preferences:
        """The choices in force."""
        return self._preferences

    def read_idle_times(self) -> None:
        """Take the office's idle times from its settings."""
        settings = self._office.settings
        self.idle.set_times(
            settings.office_value("curtain_minutes") * SECONDS,
            settings.office_value("lock_minutes") * SECONDS,
        )

    def _build(self) -> None:
        name = self._office.facts().name
        self._open_title = f"{name} – hvacdesk"
        self.setWindowTitle(self._open_title)
        self._desk = QWidget()
        self._desk.setProperty("role", "window")
        row = QHBoxLayout(self._desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.navigation = Navigation(self._pages_shown, name, self._actor)
        self.navigation.chosen.connect(self.navigate)
        self.navigation.lock_wanted.connect(self.lock)
        self.navigation.curtain_wanted.connect(self.draw_curtain)
        self.navigation.switch_wanted.connect(self.switch_user)
        self._stack = QStackedWidget()
        row.addWidget(self.navigation)
        row.addLayout(self._right_side(), 1)
        self._curtain = Curtain()
        self._curtain.lifted.connect(self.uncover)
        self.lock_view = LockView(self._office, self._actor)
        self.lock_view.unlocked.connect(self.uncover)
        self.lock_view.switch_wanted.connect(self.switch_user)
        for cover in (self._desk, self._curtain, self.lock_view):
            self._covers.addWidget(cover)

    def _right_side(self) -> QVBoxLayout:
        """The page, and over it what stays until it is dealt with."""
        column = QVBoxLayout()
        column.setSpacing(0)
        self._alarm = QVBoxLayout()
        edge = theme.px(24)
        self._alarm.setContentsMargins(edge, 0, edge, 0)
        column.addLayout(self._alarm)
        column.addWidget(self._stack, 1)
        self._show_damage()
        return column

    def _offer_drafts(self) -> None:
        left = self.drafts.left_open()
        if not left:
            return
        first = left[0]
        text = self.tr("Half-typed forms are waiting: {count}").format(count=len(left))
        Notice(
            self._desk,
            text,
            lambda: self.navigate(first.page, **first.arguments),
            action=self.tr("Go on"),
            seconds=15,
        )

    # What needs somebody

    def ask_to_restore(self, path: str) -> None:
        """Ask whether to close the office and restore that backup, or one that is still to be chosen."""
        question = RestoreQuestion(self)
        question.accepted.connect(lambda: self._give_way_to_restore(path))
        question.open()

    def _give_way_to_restore(self, path: str) -> None:
        self._keep_drafts()
        self.restore_wanted.emit(path)

    def _show_damage(self) -> None:
        damage = self._office.integrity.damage
        clear(self._alarm)
        edge = theme.px(20) if damage is not None else 0
        margins = self._alarm.contentsMargins()
        self._alarm.setContentsMargins(margins.left(), edge, margins.right(), 0)
        if damage is not None:
            acts = self._actor.may(Permission.MANAGE_OFFICE)
            box = DamageBox(damage, words, self._office.today(), acts=acts)
            box.restore_wanted.connect(self.ask_to_restore)
            box.checked.connect(self._ask_to_anchor)
            self._alarm.addWidget(box)

    def _ask_to_anchor(self) -> None:
        question = AnchorQuestion(self)
        question.accepted.connect(
            lambda: background.run(
                self,
                lambda _progress: self._office.audit.anchor_anew(self._actor),
                lambda _nothing: self._show_damage(),
            )
        )
        question.open()

    def _tell_of_backup(self, outcomes: tuple[BackupOutcome, ...]) -> None:
        """A backup that worked is told by the home page alone; one that did not, at once."""
        failed = [one.folder for one in outcomes if one.backup is None]
        if failed:
            text = self.tr("The daily backup was not possible in {folders}.")
            self.notify(text.format(folders=listed(failed)))
        if outcomes and not self.covered:
            self.page.refresh()

    # Covers

    @property
    def covered(self) -> bool:
        """Whether curtain or lock stand in place of the desk."""
        return self._covers.currentWidget() is not self._desk

    @property
    def locked(self) -> bool:
        """Whether the screen is locked."""
        return self._covers.currentWidget() is self.lock_view

    def draw_curtain(self) -> None:
        """Hide every name at once; drawn twice, lift it again."""
        if not self.covered:
            self._cover(self._curtain)
            self._curtain.setFocus()

    def toggle_curtain(self) -> None:
        """F9."""
        if self._covers.currentWidget() is self._curtain:
            self.uncover()
        else:
            self.draw_curtain()

    def lock(self) -> None:
        """Lock at once, without any question; half-typed forms go into the database for their author."""
        if self.locked:
            return
        clipboard.forget()
        self._cover(self.lock_view)
        self.lock_view.begin()
        self._covers.repaint()  # before anything waits: while the keys are renewed the database answers late
        self._keep_drafts()
        background.run(
            self,
            lambda _progress: self._office.accounts.lock(self._actor),
            lambda _nothing: None,
            self._note_failure,
        )

    def uncover(self) -> None:
        """Bring the desk back as it was."""
        self.setWindowTitle(self._open_title)
        self._covers.setCurrentWidget(self._desk)
        for dialog in self._dialogs:
            dialog.show()
        self._dialogs = []
        self.idle.note_input()
        if self._said is not None:
            said, self._said = self._said, None
            said()

    def switch_user(self) -> None:
        """Leave the desk to somebody else; half-typed forms wait for their author."""
        if self._keep_drafts():
            self.switch_wanted.emit()

    def retire(self) -> None:
        """End for good: nothing may reach the office through this window once it is left."""
        self.upkeep.stop()
        self.drafts.stop()
        self.idle.stop()
        self.session_lock.stop()
        self._cover_keys.stop()
        self.hide()
        self.deleteLater()

    def _cover(self, cover: QWidget) -> None:
        self.setWindowTitle("hvacdesk")
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and self._owns(window):
                self._dialogs.append(window)
        for dialog in self._dialogs:
            dialog.hide()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self._covers.setCurrentWidget(cover)

    def _owns(self, window: QWidget) -> bool:
        """Whether a dialog was opened from this window, however many dialogs lie between."""
        parent = window.parentWidget()
        while parent is not None and parent is not self:
            parent = parent.parentWidget()
        return parent is self

    def _keep_drafts(self) -> bool:
        try:
            self._columns.save_now()
            self.drafts.keep_all()
        except UserFacingError as error:
            self._note_failure(error)
            return False
        return True

    def _note_failure(self, error: UserFacingError) -> None:
        """Tell after the unlock: a lock asks and shows nothing."""
        self._said = partial(self.notify, " ".join(error.sentences(words)))

    # Keys

    def _make_shortcuts(self) -> None:
        covering = {"F9": self.toggle_curtain, "Ctrl+L": self.lock, "Ctrl+Shift+L": self.switch_user}
        over_dialogs = {
            **covering,
            "F1": self._show_keys,
            "Ctrl+/": self._show_keys,
            "F2": self.take_call,
        }
        self._cover_keys = CoverKeys(self._owns, over_dialogs, self)
        for keys, slot in (
            *over_dialogs.items(),
            ("F3", self._to_waiting),
            ("F4", self._check_caller),
            ("Ctrl+F", self._find),
            ("F5", self._refresh),
            ("Ctrl+Z", self._undo),
        ):
            self._shortcut(keys, slot)
        for number, page in enumerate(self._pages_shown, 1):
            self._shortcut(f"Ctrl+{number}", partial(self._go, page.name))

    def _shortcut(self, keys: str, slot: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _go(self, page: str) -> None:
        if not self.covered:
            self.navigate(page)

    def _find(self) -> None:
        if self.covered or self.page.focus_search():
            return
        if self._actor.may(Permission.FIND_CUSTOMERS):
            self.navigate("customers")
            self.page.focus_search()

    def take_call(self) -> None:
        """F2: note a call, about the customer in front if there is one."""
        if self.covered or not self._actor.may(Permission.FIND_CUSTOMERS):
            return
        from hvacdesk.ui.calls.opening import take_call

        take_call(self.context, self.page.refresh, self.page.in_hand())

    def _to_waiting(self) -> None:
        """F3: the first thing that waits, on the home page."""
        if not self.covered:
            self.navigate("today")
            self.page.focus_waiting()

    def _check_caller(self) -> None:
        if not self.covered and self._actor.may(Permission.FIND_CUSTOMERS):
            from hvacdesk.ui.customers.caller_check import CallerCheckDialog

            CallerCheckDialog(self.context, self.page.in_hand()[0]).open()

    def _refresh(self) -> None:
        if not self.covered:
            self.page.refresh()

    def _undo(self) -> None:
        if not self.covered:
            self.edits.undo()

    def _show_keys(self) -> None:
        if not self.covered:
            ShortcutOverview(self._pages_shown, self._current, self._dialog() or self).open()

    # Qt's overrides

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on(self, forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._keep_drafts()
        super().closeEvent(event)
        self.closed.emit()
