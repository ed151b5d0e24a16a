"""The front desk's first day in a process of its own, with real windows on a real screen.

Usage: ``python -m tests.journeys.front_desk HOME PAPERS [CODE]``; ``PAPERS`` is the folder in which the
printer puts its papers. With a code it is the day of a PC that joins the office with it; the clerk has logged
in at the office PC before. Ends with status 0 when everything went as a person expects it, and tells the
passed stations.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from hvacdesk.app import Desk, application
from hvacdesk.domain.customers.customers import PhoneKind
from hvacdesk.domain.papers.work_orders import CopyState, Profile
from hvacdesk.domain.roles import Role
from hvacdesk.ui.calls.form import CallNoteForm
from hvacdesk.ui.customers.caller_check import CallerCheckDialog
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.entry.invitation import InvitationView
from hvacdesk.ui.entry.join_office import CompareView, JoinView
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.pin_view import PinView
from hvacdesk.ui.entry.setup_wizard import SetupWizard
from hvacdesk.ui.jobs.form import JobForm
from hvacdesk.ui.pages.customers import CustomersPage
from hvacdesk.ui.pages.work_orders import WorkOrdersPage
from hvacdesk.ui.printing.preview import PreviewDialog, WorkOrderPreview
from hvacdesk.ui.shell.main_window import MainWindow
from hvacdesk.ui.tour.hands import calm, dialog, expect, keys, wait_for
from tests.helpers.desk_office import FACTS, OWNER, OWNER_PASSPHRASE, PIN, texts_in
from tests.helpers.keyboard import commit, enter, focused, key, tab_to
from tests.helpers.paper import qr_codes, read_text
from tests.helpers.vault_offices import cheap_passphrases

CLERK, CLERK_PASSPHRASE = "受付 花子", "tsubame-no-su-ga-mittsu"
FAMILY, GIVEN = "髙﨑", "𠮷乃"
PHONE, EMAIL, STREET = "090-8765-5678", "yoshino@hidden.example", "3丁目41-7"
HALF_TYPED = "書きかけのお客様"
CALLED = "冷房の風が出ないとのこと。今日中に見てほしい。"


def now() -> datetime:
    return datetime.now(UTC)


def passed(station: str) -> None:
    sys.stdout.write(f"{station}\n")
    sys.stdout.flush()


def on_screen() -> str:
    """Every text that the screen shows."""
    return "\n".join(texts_in(window) for window in QApplication.topLevelWidgets() if window.isVisible())


class Printer:
    """The tray."""

    def __init__(self, tray: Path) -> None:
        self._tray = tray
        self._seen: set[Path] = set()

    def paper(self) -> Path:
        """The paper that comes out next, once it is whole."""
        wait_for(lambda: bool(self._new()), "a printed paper")
        (path,) = self._new()
        size = -1
        while size != path.stat().st_size or not path.read_bytes().rstrip().endswith(b"%%EOF"):
            size = path.stat().st_size
            time.sleep(0.1)
        self._seen.add(path)
        return path

    def _new(self) -> set[Path]:
        return set(self._tray.rglob("*.pdf")) - self._seen


def print_from(preview: PreviewDialog) -> None:
    """Ctrl+P, then Enter in the system's print dialog."""
    keys(preview, "Ctrl+P")
    wait_for(lambda: bool(preview.findChildren(QPrintDialog)), "the print dialog")
    asked = preview.findChildren(QPrintDialog)[-1]
    wait_for(asked.isVisible, "the print dialog")
    QTest.keyClick(asked, Qt.Key.Key_Return)
    wait_for(lambda: not preview.isVisible(), "the printer")
    calm()


class Journey:
    """From an empty folder to the second person's desk."""

    def __init__(self, home: Path, tray: Path) -> None:
        self.app = application(home, now)
        self.desk = Desk(home, now)
        self.desk.preferences.code = "en"
        self.desk.preferences.apply(self.app)
        self.printer = Printer(tray)
        self.home = home

    @property
    def window(self) -> MainWindow:
        return expect(MainWindow, self.desk.window)

    def content(self, kind: type[QWidget]) -> QWidget:
        """The view of the entry window, once it is of this kind."""
        wait_for(
            lambda: self.desk.flow is not None and isinstance(self.desk.flow.window.content, kind),
            kind.__name__,
        )
        calm()
        assert self.desk.flow is not None
        self.desk.flow.window.activateWindow()
        wait_for(self.desk.flow.window.isActiveWindow, "an active window")
        return self.desk.flow.window.content

    def set_up(self) -> None:
        """Five steps and the recovery sheet on paper."""
        self.desk.show_login()
        wizard = expect(SetupWizard, self.content(SetupWizard))
        assert not self.home.exists() or not list(self.home.glob("office*"))
        key(Qt.Key.Key_Return)
        form = wizard.office.form
        for field, text in (
            (form.name, FACTS.name),
            (form.address, FACTS.address),
            (form.phone, FACTS.phone),
            (form.manager, OWNER),
        ):
            enter(field, text)
        self.press(wizard.step.primary)
        enter(wizard.owner.name, OWNER)
        for edit in (wizard.owner.choice.first, wizard.owner.choice.second):
            tab_to(edit)
            QTest.keyClicks(focused(), OWNER_PASSPHRASE)
        key(Qt.Key.Key_Return)
        key(Qt.Key.Key_Return)
        wait_for(lambda: wizard.step is wizard.paper, "the recovery sheet")
        assert not wizard.paper.primary.isEnabled()
        self.press(wizard.paper.preview)
        print_from(expect(PreviewDialog, dialog()))
        sheet = read_text(self.printer.paper())
        wait_for(wizard.paper.primary.isEnabled, "the way on")
        self.press(wizard.paper.primary)
        check = wizard.check
        assert check is not None
        for position, edit in check.groups.items():
            group = wizard._draft.printed_group(position)  # compared with the paper before it is typed
            assert group in sheet, "the sheet lacks a group"
            tab_to(edit)
            QTest.keyClicks(focused(), group.lower())
        self.press(check.primary)
        self.choose_pin()
        passed("set up")

    def choose_pin(self) -> None:
        view = expect(PinView, self.content(PinView))
        for edit in (view.form.first, view.form.second):
            tab_to(edit)
            QTest.keyClicks(focused(), PIN)
        key(Qt.Key.Key_Return)
        self.wait_for_desk()

    def wait_for_desk(self) -> None:
        wait_for(lambda: self.desk.window is not None, "the desk")
        calm()
        wait_for(self.window.isActiveWindow, "an active window")

    def press(self, button: QWidget | None) -> None:
        """Reach a button with Tab and press it with the space bar."""
        assert button is not None
        tab_to(button)
        key(Qt.Key.Key_Space)

    def register(self) -> str:
        """A new customer, by keys alone."""
        keys(self.window, "Ctrl+2")
        keys(self.window.page, "Ctrl+N")
        form = expect(CustomerForm, dialog())
        parts = form.name.parts
        for name, text in zip(parts, (FAMILY, GIVEN, "タカサキ", "ヨシノ"), strict=True):
            enter(parts[name], text)
        enter(form.phones.lines[0].number, "09087655678")
        enter(form.texts["email"], EMAIL)
        enter(form.address.parts["postal_code"], "4600008")
        QTest.keyClick(focused(), Qt.Key.Key_Backspace)
        QTest.keyClicks(focused(), "8")
        wait_for(lambda: form.address.parts["town"].text() == "栄", "the town of the postal code")
        enter(form.address.parts["street"], STREET)
        keys(form, "Ctrl+S")
        wait_for(lambda: not form.isVisible(), "the saved customer")
        calm()
        office, actor = self.window.context.office, self.window.context.actor
        (row,) = office.customers.search(actor, PHONE).rows
        record = office.customers.record_for_edit(actor, row.customer)
        assert record.name["family"].text == FAMILY
        assert record.phones[0].kind is PhoneKind.MOBILE
        passed("registered")
        return row.customer

    def answer_phone(self, customer: str) -> None:
        """It rings while the schedule is open: the caller is found, checked, shown, and the call is noted."""
        keys(self.window, "Ctrl+4")
        keys(self.window, "Ctrl+F")
        page = expect(CustomersPage, self.window.page)
        commit("さかえ")
        wait_for(lambda: len(page.table.rows()) == 1, "who lives in 栄")
        key(Qt.Key.Key_Down)
        key(Qt.Key.Key_Return)
        wait_for(lambda: page.panel is not None and page.panel.detail.customer == customer, "the customer")
        calm()
        assert PHONE not in on_screen()
        keys(self.window, "F4")
        check = expect(CallerCheckDialog, dialog())
        enter(check.name, "たかさき")
        enter(check.last_four, PHONE[-4:])
        wait_for(lambda: "Match: one customer" in check.verdict.text(), "the caller to be known")
        key(Qt.Key.Key_Escape)
        wait_for(lambda: not check.isVisible(), "the desk behind the check")
        keys(page, "F6")
        wait_for(lambda: PHONE in on_screen() and STREET in on_screen(), "phone and address")
        keys(self.window, "F2")
        note = expect(CallNoteForm, dialog())
        enter(note.text, CALLED)
        keys(note, "Ctrl+S")
        wait_for(lambda: not note.isVisible(), "the saved note")
        calm()
        office, actor = self.window.context.office, self.window.context.actor
        (noted,) = office.call_notes.of_customer(actor, customer)
        assert noted.text.text == CALLED
        passed("phone answered")

    def book(self, customer: str) -> None:
        """A job for today at the address of the customer in front."""
        keys(self.window.page, "Ctrl+J")
        form = expect(JobForm, dialog())
        wait_for(lambda: bool(form.staff) and bool(form.place.site), "staff and site")
        enter(form.slot.day, self.window.context.today().isoformat())
        tab_to(next(iter(form.staff.values())))
        key(Qt.Key.Key_Space)
        keys(form, "Ctrl+S")
        wait_for(lambda: not form.isVisible(), "the booked job")
        office, actor = self.window.context.office, self.window.context.actor
        (job,) = office.jobs.day(actor, office.today())
        assert job.customer == customer
        passed("booked")

    def print_orders(self) -> dict[Profile, str]:
        """The day's copies on paper; returns the codes that a scanner reads from them."""
        keys(self.window, "Ctrl+5")
        keys(self.window.page, "Ctrl+P")
        print_from(expect(WorkOrderPreview, dialog()))
        paper = self.printer.paper()
        text = read_text(paper)
        office, actor = self.window.context.office, self.window.context.actor
        copies = office.work_orders.copies(actor)
        assert {copy.profile for copy in copies} == {Profile.TECHNICIAN, Profile.CUSTOMER, Profile.OFFICE}
        assert all(copy.number in text for copy in copies)
        assert PHONE not in text
        assert PHONE[-4:] in text
        assert EMAIL not in text
        codes = [code for page in range(1, len(copies) + 1) for code in qr_codes(paper, page)]
        assert len(codes) == len(copies)
        assert not any(value in "".join(codes) for value in (FAMILY, GIVEN, PHONE[-4:] + "@", STREET))
        found = {
            copy.profile: code for copy in copies for code in codes if copy.code in code.replace("-", "")
        }
        assert set(found) == {copy.profile for copy in copies}, (codes, [copy.code for copy in copies])
        passed("printed")
        return found

    def take_back(self, code: str) -> None:
        """The technician's paper comes back and is scanned, which types the code and Enter."""
        keys(self.window, "Ctrl+5")
        page = expect(WorkOrdersPage, self.window.page)
        tab_to(expect(QWidget, page.tabs._group.checkedButton()))
        key(Qt.Key.Key_Right)
        register = page.register
        QTest.keyClick(focused(), Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        QTest.keyClicks(expect(QWidget, focused()), code)
        key(Qt.Key.Key_Return)
        office, actor = self.window.context.office, self.window.context.actor

        def state() -> CopyState:
            copies = office.work_orders.copies(actor)
            return next(copy.state for copy in copies if copy.profile is Profile.TECHNICIAN)

        wait_for(lambda: state() is CopyState.SHREDDED, "the registered return")
        wait_for(lambda: register.scan.code.text() == "", "the next scan")
        passed("came back")

    def lock_half_way(self) -> None:
        """A half-typed form goes with the lock and is there after the PIN."""
        keys(self.window, "Ctrl+2")
        keys(self.window.page, "Ctrl+N")
        form = expect(CustomerForm, dialog())
        enter(form.name.parts["family"], HALF_TYPED)
        keys(focused(), "F9")
        wait_for(lambda: self.window.covered, "the curtain")
        assert HALF_TYPED not in on_screen()
        keys(self.window, "F9")
        wait_for(lambda: not self.window.covered and form.isVisible(), "the form behind the curtain")
        keys(focused(), "Ctrl+L")
        wait_for(lambda: self.window.locked, "the lock")
        assert not form.isVisible()
        assert not self.window.windowTitle().startswith(FACTS.name)
        visible = on_screen()
        assert HALF_TYPED not in visible
        assert FAMILY not in visible
        QTest.keyClicks(self.window.lock_view.pin.edit, "000000")
        wait_for(lambda: "Tries left: 4" in texts_in(self.window), "the wrong PIN")
        calm()
        QTest.keyClicks(self.window.lock_view.pin.edit, PIN)
        wait_for(lambda: not self.window.covered, "the unlocked desk")
        calm()
        assert form.isVisible()
        assert form.name.parts["family"].text() == HALF_TYPED
        passed("unlocked")

    def clerk_comes(self) -> None:
        """Somebody who was just invited logs in for the first time."""
        office, actor = self.window.context.office, self.window.context.actor
        account, one_time = office.accounts.invite(actor, CLERK, {Role.DESK})
        keys(focused(), "Ctrl+Shift+L")
        login = expect(LoginView, self.content(LoginView))
        assert login.choose(account)
        self.press(login.primary)
        view = expect(InvitationView, self.content(InvitationView))
        for edit, text in (
            (view.one_time, one_time),
            (view.choice.first, CLERK_PASSPHRASE),
            (view.choice.second, CLERK_PASSPHRASE),
        ):
            tab_to(edit)
            QTest.keyClicks(focused(), text)
        key(Qt.Key.Key_Return)
        key(Qt.Key.Key_Return)
        self.choose_pin()

    def log_in(self, name: str, passphrase: str) -> None:
        """Choose oneself in the login window, and a PIN after it."""
        login = expect(LoginView, self.content(LoginView))
        people = [login.staff.item(at).data(Qt.ItemDataRole.UserRole) for at in range(login.staff.count())]
        assert login.choose(next(one.account for one in people if one.name == name))
        tab_to(login.passphrase)
        QTest.keyClicks(focused(), passphrase)
        key(Qt.Key.Key_Return)
        self.choose_pin()

    def switch(self) -> None:
        """The next person sees nothing of it."""
        self.clerk_comes()
        office, clerk = self.window.context.office, self.window.context.actor
        assert clerk.name == CLERK
        assert office.drafts.list(clerk) == ()
        keys(self.window, "Ctrl+2")
        keys(self.window.page, "Ctrl+N")
        form = expect(CustomerForm, dialog())
        calm()
        assert form.typed() is None
        visible = on_screen()
        assert HALF_TYPED not in visible
        assert "Half-typed" not in visible
        key(Qt.Key.Key_Escape)
        wait_for(lambda: not form.isVisible(), "the closed form")
        passed("switched")

    def come_back(self) -> None:
        """The first person finds the form again."""
        keys(self.window, "Ctrl+Shift+L")
        self.log_in(OWNER, OWNER_PASSPHRASE)
        keys(self.window, "Ctrl+2")
        keys(self.window.page, "Ctrl+N")
        form = expect(CustomerForm, dialog())
        wait_for(lambda: form.name.parts["family"].text() == HALF_TYPED, "the half-typed form")
        key(Qt.Key.Key_Escape)
        question = dialog()
        self.press(next(one for one in question.findChildren(QPushButton) if one.text() == "Throw away"))
        wait_for(lambda: not form.isVisible(), "the closed form")
        passed("found again")

    def close(self) -> None:
        self.window.close()
        calm()
        assert self.desk.window is None
        passed("closed")


class JourneyAtASeat(Journey):
    """From an empty folder to the second person's desk, at another PC than the office."""

    def __init__(self, home: Path, tray: Path, code: str) -> None:
        super().__init__(home, tray)
        self._code = code

    def set_up(self) -> None:
        """Join the office."""
        self.desk.show_login()
        expect(SetupWizard, self.content(SetupWizard)).join_wanted.emit()
        joining = expect(JoinView, self.content(JoinView))
        enter(joining.code, self._code)
        key(Qt.Key.Key_Return)
        self.content(CompareView)
        self.log_in(OWNER, OWNER_PASSPHRASE)
        passed("joined")

    def clerk_comes(self) -> None:
        keys(focused(), "Ctrl+Shift+L")
        self.log_in(CLERK, CLERK_PASSPHRASE)


def main(home: Path, tray: Path, *code: str) -> None:
    with cheap_passphrases():
        journey = JourneyAtASeat(home, tray, *code) if code else Journey(home, tray)
        journey.set_up()
        customer = journey.register()
        journey.answer_phone(customer)
        journey.book(customer)
        codes = journey.print_orders()
        journey.take_back(codes[Profile.TECHNICIAN])
        journey.lock_half_way()
        journey.switch()
        journey.come_back()
        journey.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
    os._exit(0)  # Qt's own teardown is no part of the journey
