"""A front desk with a few customers and a day's jobs, in the program's real window on a real office."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QShowEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMainWindow, QMenu, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.customers.customers import (
    Address,
    CustomerKind,
    CustomerRecord,
    PersonName,
    Phone,
    PhoneKind,
)
from hvacdesk.domain.jobs.jobs import (
    ItemLine,
    JobRecord,
    JobUnit,
    Party,
    UnitPart,
    UnitRecord,
    WorkItem,
    WorkKind,
)
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.open_office import Office
from hvacdesk.ui import background
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.shell.main_window import MainWindow
from hvacdesk.ui.shell.seat_life import SeatLife
from tests.helpers.copied_office import copy_office
from tests.helpers.real_office import RealOffice, copied_real_office, new_real_office
from tests.helpers.visible import visible
from tests.helpers.waiting import wait_until

PATIENCE_MS = 90_000
TODAY = "2026-11-24"
TANAKA = CustomerRecord(
    CustomerKind.PERSON,
    PersonName("田中", "美沙緒", "タナカ", "ミサオ"),
    address=Address("4600008", "愛知県", "名古屋市中区", "栄", "3丁目41-7", "メゾン栄 502号室"),
    phones=(Phone(PhoneKind.MOBILE, "090-8765-5678"),),
    email="misao@yanagawa.example",
    note="犬がいるため裏口から",
)
OTHER_TANAKA = CustomerRecord(
    CustomerKind.PERSON,
    PersonName("田中", "健一郎", "タナカ", "ケンイチロウ"),
    address=Address("4630001", "愛知県", "名古屋市守山区", "上志段味", "12-3"),
    phones=(Phone(PhoneKind.HOME, "052-736-5610"),),
)
SHOP = CustomerRecord(
    CustomerKind.ORGANISATION,
    PersonName("鈴木", "一"),
    organisation="株式会社青葉商店",
    organisation_kana="アオバショウテン",
    address=Address("4640811", "愛知県", "名古屋市千種区", "唐山町", "1-2"),
    phones=(Phone(PhoneKind.WORK, "052-781-5601"),),
)
SECRETS = ("美沙緒", "ミサオ", "8765", "3丁目41-7", "メゾン栄", "misao@", "裏口")
"""What no screen shows of the first customer without a reveal, and no window of another purpose at all."""


@dataclass
class FrontDesk:
    """The open window and whose it is."""

    real: RealOffice
    office: Office
    actor: Actor
    window: MainWindow
    qtbot: QtBot

    def go(self, page: str, **arguments: object) -> None:
        """Navigate and let the page come to rest."""
        self.window.navigate(page, **arguments)
        self.calm()

    @property
    def page(self):  # type: ignore[no-untyped-def]
        """The page in front."""
        return self.window.page

    def calm(self) -> None:
        """Wait until no background work runs or waits to be answered."""
        self.wait(background.idle)
        QApplication.processEvents()
        self.wait(background.idle)

    def wait(self, until: Callable[[], object]) -> None:
        """Wait until the condition holds."""
        wait_until(until, PATIENCE_MS)

    def click(self, widget: QWidget) -> None:
        """Click with the mouse."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.calm()

    def press(self, part: QWidget, words: str) -> None:
        """Click the button of a window's part that is called so, on the screen or by a screen reader."""
        found = visible(part, QAbstractButton)
        self.click(next(one for one in found if words in (one.text(), one.accessibleName())))

    def key(self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key."""
        QTest.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)
        self.calm()

    def key_where_the_keyboard_is(self, key: Qt.Key) -> None:
        """Press a key in the widget of the dialog on top that has the keyboard."""
        dialog = self.dialog()
        self.wait(lambda: QApplication.focusWidget() is not None and dialog.isActiveWindow())
        self.key(QApplication.focusWidget() or dialog, key)

    def dialog(self) -> QDialog:
        """The dialog on top."""
        self.wait(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog)
        return found

    def search(self, text: str) -> None:
        """Type into the customers' search field."""
        self.go("customers")
        self.page.focus_search()
        type_in(self.page.search, text)
        self.wait(lambda: self.page.search.text() == text and self.page.results.live.wanted == text)
        self.calm()
        self.wait(lambda: self.page.results.resting)
        self.calm()

    def customer(self, record: CustomerRecord) -> str:
        """The record id of one of the customers above."""
        found = self.office.customers.search(self.actor, record.phones[0].number)
        return found.rows[0].customer


def type_in(field: QWidget, text: str) -> None:
    """Go to a field and type as an input method does: the characters arrive together, whatever they are."""
    field.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def build_front_desk(home: Path) -> RealOffice:
    """An office with three customers and two jobs today, with secrets of its own; needs a key store."""
    return copied_real_office(_front_desk, home)


def _front_desk(home: Path) -> RealOffice:
    real = new_real_office(home)
    office, desk = real.login(Role.DESK)
    for number, record in enumerate((TANAKA, OTHER_TANAKA, SHOP)):
        customer = office.customers.add(desk, record, with_site=True)
        if number < 2:
            book(office, desk, customer, "13:00" if number else "09:00", "15:00" if number else "10:30")
    office.close()
    return real


def book(office: Office, actor: Actor, customer: str, starts: str, ends: str, on: str = TODAY) -> str:
    """Book an installation with a unit."""
    site = office.jobs.sites(actor, customer)[0].site
    unit = office.jobs.add_unit(actor, site, UnitRecord(place="居間", maker="試験工業", model="TX-22"))
    return office.jobs.add(
        actor,
        JobRecord(
            site,
            WorkKind.INSTALL,
            {Party.REQUESTER: customer},
            on=on,
            starts=starts,
            ends=ends,
            staff=(office.jobs.staff(actor)[0].account,),
            units=(JobUnit(unit, UnitPart.INSTALL),),
            items=(ItemLine(WorkItem.EXTRA_PIPE, 2.5, "m"),),
            amount_to_collect=12_800,
        ),
    )


Reach = Callable[[Office, Actor], Office]


class StrayWindows(QObject):
    """Notes windows that appear for a moment because a part was shown before it had its place."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # By its class: asking each of a million events for its type takes twice the time.
        if isinstance(event, QShowEvent) and isinstance(watched, QWidget) and _is_stray(watched):
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def _is_stray(widget: QWidget) -> bool:
    plain = widget.windowType() in (Qt.WindowType.Window, Qt.WindowType.Widget)
    return widget.isWindow() and plain and not isinstance(widget, (QDialog, QMainWindow, QMenu))


@contextmanager
def open_desk(
    template: RealOffice,
    home: Path,
    qtbot: QtBot,
    who: Role = Role.DESK,
    reach: Reach | None = None,
    life: SeatLife | None = None,
) -> Iterator[FrontDesk]:
    """Log somebody in on a copy of the office and open the main window.

    Copies share their secrets in the key store, so what changes keys needs an office of its own:
    :func:`open_window`.
    """
    copy_office(template.home, home)
    with open_window(RealOffice(home, template.clock, template.accounts), qtbot, who, reach, life) as desk:
        yield desk


@contextmanager
def open_window(
    real: RealOffice,
    qtbot: QtBot,
    who: Role | str = Role.OWNER,
    reach: Reach | None = None,
    life: SeatLife | None = None,
) -> Iterator[FrontDesk]:
    """Log somebody in on this very office and open the main window.

    Args:
        reach: makes of the office the one that the window works with; itself where nothing is given.
        life: what the window hears of the office PC, where it is a seat's; nothing if it is not given.
    """
    office, actor = real.login(who)
    if reach is not None and life is None:
        life = SeatLife(cast(Any, SimpleNamespace(renew=int, require_like_clocks=int, seat="", home=None)))
    window = MainWindow(reach(office, actor) if reach else office, actor, Preferences(real.home), life)
    application = cast(QApplication, QApplication.instance())
    stray = StrayWindows()
    application.installEventFilter(stray)
    window.show()
    window.activateWindow()
    wait_until(window.isActiveWindow, PATIENCE_MS)
    window.start()
    desk = FrontDesk(real, office, actor, window, qtbot)
    desk.calm()
    try:
        yield desk
    finally:
        application.removeEventFilter(stray)
        for dialog in window.findChildren(QDialog):
            dialog.hide()
        desk.calm()
        window.retire()
        # The program's own loop deletes it at its next turn; nothing of it may outlive the office here.
        QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
        desk.calm()
        office.close()
    assert stray.seen == [], stray.seen
