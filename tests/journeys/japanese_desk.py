"""A clerk's morning with a real keyboard, window manager and Japanese input method, in a process of its own.

Usage: ``python -m tests.journeys.japanese_desk HOME METHOD``; ``METHOD`` is the method's program, fcitx5
or ibus-daemon. Ends with status 0 when everything went as a clerk expects it, and tells the passed stations.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from hvacdesk.app import Desk, application
from hvacdesk.domain.office.self_check import Part, Verdict
from hvacdesk.domain.text.wording import english
from hvacdesk.services.office import self_check
from hvacdesk.ui import input_method
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.pin_view import PinView
from hvacdesk.ui.jobs.form import JobForm
from hvacdesk.ui.pages.customers import CustomersPage
from hvacdesk.ui.shell.main_window import MainWindow
from hvacdesk.ui.tour.hands import calm, dialog, expect, wait_for
from tests.helpers.desk_office import OWNER_PASSPHRASE, PIN, now, set_up_office
from tests.helpers.real_typing import Typist, desktop
from tests.helpers.vault_offices import cheap_passphrases

PHONE = "090-8765-5678"


def wide(digits: str) -> str:
    """Figures as the input method makes them while Japanese is switched on."""
    return "".join(chr(ord(digit) + ord("０") - ord("0")) for digit in digits)


def passed(station: str) -> None:
    sys.stdout.write(f"{station}\n")
    sys.stdout.flush()


class Morning:
    """From the login to a booked job."""

    def __init__(self, home: Path) -> None:
        self.app = application(home, now)
        self.desk = Desk(home, now)
        self.desk.preferences.code = "ja"
        self.desk.preferences.apply(self.app)
        self.hands = Typist(self.app)

    @property
    def window(self) -> MainWindow:
        return expect(MainWindow, self.desk.window)

    def at(self, field: QWidget) -> None:
        """Wait until the keyboard is there."""
        target = field.focusProxy() or field
        wait_for(lambda: QApplication.focusWidget() is target, f"the keyboard in {field.accessibleName()}")

    def go_to(self, field: QWidget) -> None:
        """Press Tab until the keyboard is there."""
        target = field.focusProxy() or field
        for _ in range(60):
            here = QApplication.focusWidget()
            if here is target:
                return
            self.hands.press("Tab")
            wait_for(lambda here=here: QApplication.focusWidget() is not here, "Tab to go on")
        raise AssertionError(f"{field.accessibleName()} cannot be reached")

    def log_in(self) -> None:
        """The passphrase comes as it is typed although Japanese is switched on, hidden and shown."""
        self.desk.show_login()
        flow = self.desk.flow
        assert flow is not None
        wait_for(lambda: isinstance(flow.window.content, LoginView), "the login")
        view = expect(LoginView, flow.window.content)
        calm()
        wait_for(flow.window.isActiveWindow, "an active window")
        self.go_to(view.passphrase)
        self.hands.letters(OWNER_PASSPHRASE[:6])
        wait_for(lambda: view.passphrase.text() == OWNER_PASSPHRASE[:6], "the first half as typed")
        self.go_to(view.passphrase.toggle)
        self.hands.press("space")
        self.at(view.passphrase)
        self.hands.press("End")
        self.hands.letters(OWNER_PASSPHRASE[6:])
        wait_for(lambda: view.passphrase.text() == OWNER_PASSPHRASE, "the passphrase as typed")
        assert not self.hands.composing.committed
        self.hands.press("Return")
        wait_for(lambda: isinstance(flow.window.content, PinView), "the PIN")
        pin = expect(PinView, flow.window.content)
        for edit in (pin.form.first, pin.form.second):
            self.go_to(edit)
            self.hands.letters(PIN)
            wait_for(lambda edit=edit: edit.text() == PIN, "the PIN as typed")
        self.hands.press("Return")
        wait_for(lambda: self.desk.window is not None, "the desk")
        calm()
        wait_for(self.window.isActiveWindow, "an active window")
        passed("logged in")

    def check_computer(self) -> None:
        """The self-check names what Japanese comes from."""
        office = self.window.context.office
        found = self_check.run(office.folder, office.clock, english, tuple, input_method=input_method.look)
        (typing,) = (one for one in found if one.part is Part.JAPANESE)
        assert typing.verdict is Verdict.GOOD, typing.sentence(english)
        assert "Mozc" in typing.sentence(english)
        passed("checked")

    def register(self) -> str:
        """A customer with name and note in kanji."""
        self.hands.press("ctrl+2")
        wait_for(lambda: isinstance(self.window.page, CustomersPage), "the customers")
        calm()
        self.hands.press("ctrl+n")
        form = expect(CustomerForm, dialog())
        wait_for(form.isActiveWindow, "an active form")
        parts = form.name.parts
        self.at(parts["family"])
        self.hands.convert("yamada", "やまだ", "山田")
        self.go_to(parts["given"])
        self.hands.convert("tarou", "たろう", "太郎")
        self.go_to(form.phones.lines[0].number)
        digits = PHONE.replace("-", "")
        self.hands.compose(digits, wide(digits))
        self.hands.take_over(wide(digits))
        address = form.address.parts
        self.go_to(address["postal_code"])
        self.hands.compose("4600008", wide("4600008"))
        self.hands.take_over(wide("4600008"))
        wait_for(lambda: address["town"].text() == "栄", "the town of the postal code")
        self.go_to(address["street"])
        self.hands.compose("1", wide("1"))
        self.hands.take_over(wide("1"))
        self.go_to(form.texts["note"])
        self.hands.convert("inu", "いぬ", "犬")
        read = {key: part.text() for key, part in parts.items()}
        assert read == {"family": "山田", "given": "太郎", "family_kana": "ヤマダ", "given_kana": "タロウ"}
        self.hands.press("ctrl+s")
        wait_for(lambda: not form.isVisible(), "the saved customer")
        calm()
        office, actor = self.window.context.office, self.window.context.actor
        (row,) = office.customers.search(actor, PHONE).rows
        record = office.customers.record_for_edit(actor, row.customer)
        assert record.name["family"].text == "山田"
        passed("registered")
        return row.customer

    def find(self, customer: str) -> None:
        """Hits while composing, and after it."""
        self.hands.press("ctrl+1")
        wait_for(lambda: not isinstance(self.window.page, CustomersPage), "another page")
        calm()
        self.hands.press("ctrl+f")
        wait_for(lambda: isinstance(self.window.page, CustomersPage), "the customers")
        page = expect(CustomersPage, self.window.page)
        self.at(page.search)
        calm()
        self.hands.compose("yamada", "やまだ")
        assert expect(QLineEdit, page.search).text() == ""
        wait_for(lambda: page.search.whole_text() == "やまだ", "what is composed")
        self.hands.press("space")
        wait_for(lambda: page.search.whole_text() == "山田", "the conversion")
        self.hands.take_over("山田")
        wait_for(lambda: len(page.table.rows()) == 1, "who is called so")
        self.hands.press("Down", "Return")
        wait_for(lambda: page.panel is not None and page.panel.detail.customer == customer, "the customer")
        calm()
        passed("found")

    def book(self, customer: str) -> None:
        """A job of today for the customer in front."""
        self.hands.press("ctrl+j")
        form = expect(JobForm, dialog())
        wait_for(lambda: bool(form.staff), "the staff")
        wait_for(form.isActiveWindow, "an active form")
        today = self.window.context.today()
        self.go_to(form.slot.day)
        self.hands.press("ctrl+a")
        calm()  # the input method hears of the field when the desk is at rest
        digits = f"{today:%m%d}"
        self.hands.compose(digits, wide(digits))
        self.hands.take_over(wide(digits))
        self.hands.press("Tab")
        wait_for(lambda: form.slot.day.text() == day_text(today), "the day in full")
        self.hands.press("ctrl+s")
        wait_for(lambda: not form.isVisible(), "the booked job")
        calm()
        office, actor = self.window.context.office, self.window.context.actor
        (job,) = office.jobs.day(actor, office.today())
        assert job.customer == customer
        passed("booked")

    def close(self) -> None:
        self.window.close()
        calm()
        passed("closed")


def main(home: Path, method: str) -> None:
    with desktop(method), cheap_passphrases():
        set_up_office(home)
        morning = Morning(home)
        morning.log_in()
        morning.check_computer()
        customer = morning.register()
        morning.find(customer)
        morning.book(customer)
        morning.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
    sys.stdout.flush()
    os._exit(0)  # Qt's own teardown is no part of the journey
