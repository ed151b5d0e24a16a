"""The sample office with its windows open, where screens are brought to the front one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import TypeVar, cast
from unittest.mock import patch

from PySide6.QtCore import QEvent, QRect
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.demo.clock import HistoryClock
from hvacdesk.demo.history import FOUNDED, STAFF, History, found_office
from hvacdesk.domain.customers.customers import CustomerDetail
from hvacdesk.domain.disposal.disposal import Decision
from hvacdesk.domain.jobs.jobs import JobRow
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.language import words_for
from hvacdesk.services.open_office import Office
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.entry import seats_tab
from hvacdesk.ui.pages.customers import CustomersPage
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.shell.main_window import MainWindow
from hvacdesk.ui.theme import Scheme
from hvacdesk.ui.widgets import within_screen
from hvacdesk.ui.widgets.notice import Notice
from hvacdesk.ui.widgets.page import Page
from tests.helpers.copied_office import copy_office, made_once
from tests.helpers.decisions import decide, propose
from tests.helpers.waiting import wait_until

V = TypeVar("V", bound=QWidget)

CUSTOMERS, SEED = 24, 7
PATIENCE_MS = 30_000

LAYOUT_TURNS = 5
"""As many as there may be layouts around something whose size an answer changed."""
MONTH_BEFORE = "2026-10"
TODAY = date(2026, 11, 24)
ROOM = (1280, 698)
"""The least room that a window has: a small laptop's 768 lines less a panel and a frame."""


@dataclass(frozen=True)
class Look:
    """How the windows look.

    Attributes:
        size: text size, per cent.
    """

    language: str
    scheme: Scheme
    size: int

    def __str__(self) -> str:
        return f"{self.language}-{self.scheme.value}-{self.size}"


def build_sample_office(home: Path) -> None:
    """The demo's office with papers out, a destroyed batch and a customer list outside; needs a key store.

    It is made once for the process; every call puts a copy there.
    """
    made_once(_sample_office).put(home)


def _sample_office(home: Path) -> None:
    clock = HistoryClock(FOUNDED)
    home.parent.mkdir(parents=True, exist_ok=True)
    backups = home.with_name("backups")
    backups.mkdir()
    entry = OfficeEntry(home, clock)
    office, owner = found_office(entry, backups)
    History(office, owner, clock, Random(SEED), TODAY, words_for("ja")).live(CUSTOMERS, lambda _d, _t: None)
    clock.go_to(TODAY, hour=9)
    _destroy_a_batch(office, owner)
    office.leave(owner)


def _destroy_a_batch(office: Office, owner: Actor) -> None:
    disposal = office.disposal
    batch = disposal.reviews.review(owner, MONTH_BEFORE).batch
    due = [
        row.customer
        for row in disposal.reviews.review(owner, MONTH_BEFORE).rows
        if row.decision is Decision.DESTROY
    ]
    for customer in due[1:]:
        decide(disposal.reviews, owner, batch, customer, Decision.KEEP)
    for paper in disposal.reviews.papers(owner, batch):
        disposal.reviews.shred(owner, batch, paper.code)
    propose(disposal.reviews, owner, batch)
    second = STAFF[1]
    approver = next(
        one.account for one in disposal.approvals.approvers(owner, batch) if one.name == second.name
    )
    disposal.approvals.approve_beside(owner, batch, approver, second.passphrase)
    disposal.destruction.destroy(owner, batch, 1, lambda _step, _done, _total: None, lambda: False)


def small_screen() -> AbstractContextManager[object]:
    """While it is entered, windows find a :data:`ROOM`; without a monitor Qt has a square screen."""
    return patch.object(within_screen, "free_room", lambda _window: QRect(0, 0, *ROOM))


class Stage:
    """An open main window and what screens need to be opened on it."""

    def __init__(self, home: Path, qtbot: QtBot, who: Role) -> None:
        self.clock = HistoryClock(TODAY)
        entry = OfficeEntry(home, self.clock)
        entry.open_sealed()
        person = next(one for one in STAFF if one.roles == frozenset({who}))
        account = next(one.account for one in entry.staff() if one.name == person.name)
        self.home = home
        self.who = who
        self.qtbot = qtbot
        self.entry = entry
        self.office, self.actor = entry.login(account, person.passphrase)
        # The key store keeps one note of the log's end for all copies of the office.
        self._anchors = patch.object(self.office.audit, "write_anchor")
        self._anchors.start()
        self._screen = small_screen()
        self._screen.__enter__()
        from tests.helpers.screens.seats import ADDRESSES, ShownSeats

        self._addresses = patch.object(seats_tab, "own_addresses", lambda: ADDRESSES)
        self._addresses.start()
        self.window = MainWindow(self.office, self.actor, Preferences(home), ShownSeats())
        self.window.show()
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)
        self.window.start()
        self.calm()

    @property
    def ctx(self) -> DeskContext:
        """What dialogs are made with."""
        return self.window.context

    @property
    def page(self) -> Page:
        """The page in front."""
        return self.window.page

    def use(self, look: Look) -> None:
        """Give the windows a look, at the least room."""
        self.window.change_look(look.language, look.scheme, look.size)
        self.calm()
        self.window.resize(*ROOM)
        self.calm()

    def wait(self, until: Callable[[], object]) -> None:
        """Wait until the condition holds."""
        wait_until(until, PATIENCE_MS)

    def calm(self) -> None:
        """Wait until no work runs and everything is laid out: a turn for each layout in a layout."""
        calm = 0
        while calm < LAYOUT_TURNS:
            calm = calm + 1 if background.idle() else 0
            self.wait(background.idle)
            QApplication.processEvents()

    def go(self, page: str, **arguments: object) -> MainWindow:
        """Bring a page to the front."""
        self.window.navigate(page, **arguments)
        self.calm()
        return self.window

    def show(self, dialog: V) -> V:
        """Open a dialog."""
        cast(QDialog, dialog).open()
        self.calm()
        return dialog

    def dialog(self) -> QWidget:
        """The dialog on top."""
        self.wait(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
        self.calm()
        return cast(QDialog, QApplication.activeModalWidget())

    def top_dialog(self) -> QWidget | None:
        """The dialog on top, if there is any."""
        self.calm()
        return QApplication.activeModalWidget()

    def clear(self) -> None:
        """Close every dialog and notice without a question."""
        self.calm()
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                QDialog.reject(dialog)
        for other in self.window.findChildren(QWidget):
            if isinstance(other, Notice):
                other.close()
            elif other.isWindow() and other.isVisible():
                other.hide()
                other.deleteLater()
        self.calm()
        self.window.uncover()

    def close(self) -> None:
        """Leave the office."""
        self.clear()
        self.window.retire()
        QApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)
        self.wait(background.idle)
        self.office.close()
        self._anchors.stop()
        self._addresses.stop()
        self._screen.__exit__(None, None, None)
        self.entry.release()

    # What the sample office has

    def job(self) -> JobRow:
        """A job of today with every kind of copy."""
        rows = self.office.jobs.day(self.actor, TODAY)
        return next(row for row in rows if row.partner_firm and row.staff)

    def customer(self) -> CustomerDetail:
        """The customer of that job."""
        return self.office.customers.detail(self.actor, self.job().customer)

    def with_customer(self) -> CustomersPage:
        """The customers' page with that customer chosen."""
        self.go("customers", customer=self.job().customer)
        page = self.page
        assert isinstance(page, CustomersPage)
        self.wait(lambda: page.panel is not None)
        self.calm()
        return page


def page(name: str, **arguments: object) -> Callable[[Stage], QWidget]:
    """A page as it comes to the front."""
    return lambda stage: stage.go(name, **arguments)


@contextmanager
def open_stage(template: Path, home: Path, qtbot: QtBot, who: Role) -> Iterator[Stage]:
    """Log in on a copy of the sample office."""
    copy_office(template, home)
    stage = Stage(home, qtbot, who)
    try:
        yield stage
    finally:
        stage.close()
