"""Rules and training in a process of their own, with real windows on a real screen and a real printer.

Usage: ``python -m tests.journeys.rules HOME PAPERS``; ``PAPERS`` is the folder in which the printer puts its
papers. Ends with status 0 when everything went as people expect it, and tells the passed stations.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from hvacdesk.app import Desk, application
from hvacdesk.domain.clock import office_time
from hvacdesk.domain.staff.standing import StandingState
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.pin_view import PinView
from hvacdesk.ui.entry.rules_view import RulesView
from hvacdesk.ui.pages.rules import RulesPage
from hvacdesk.ui.printing.preview import PreviewDialog, WorkOrderPreview
from hvacdesk.ui.shell.main_window import MainWindow
from hvacdesk.ui.staff.quiz_dialog import QuizDialog
from hvacdesk.ui.staff.rule_form import RuleForm
from hvacdesk.ui.tour.hands import calm, dialog, expect, keys, wait_for
from tests.helpers.desk_office import OWNER, OWNER_PASSPHRASE, set_up_office, texts_in
from tests.helpers.front_desk import TANAKA, book
from tests.helpers.paper import read_text
from tests.helpers.vault_offices import cheap_passphrases
from tests.journeys.front_desk import (
    CLERK,
    CLERK_PASSPHRASE,
    Journey,
    Printer,
    focused,
    key,
    passed,
    print_from,
    tab_to,
)

LATER = timedelta(days=400)
"""A year for the training, thirty days of grace, and some more."""

OWN_RULE = "車の鍵は事務所の鍵箱に戻します。"


MORNING = time(9)


class Calendar:
    """A clock that runs, and jumps when the journey says so.

    It begins in a morning that is still to come: no journey goes on past midnight, after which the jobs of
    its day would be yesterday's.
    """

    def __init__(self) -> None:
        now = datetime.now(UTC)
        morning = datetime.combine(office_time(now) + timedelta(days=1), MORNING, office_time(now).tzinfo)
        self.ahead = morning - now

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


class RulesJourney(Journey):
    """From the proposals to a colleague who let the year pass."""

    def __init__(self, home: Path, tray: Path) -> None:
        self.calendar = Calendar()
        self._furnish(home)
        self.app = application(home, self.calendar)
        self.desk = Desk(home, self.calendar)
        self.desk.preferences.code = "en"
        self.desk.preferences.apply(self.app)
        self.printer = Printer(tray)
        self.home = home

    def _furnish(self, home: Path) -> None:
        """An office with a clerk, a customer, and a job on the day on which everything is overdue."""
        one_time = set_up_office(home, invite=CLERK)
        entry = OfficeEntry(home, self.calendar)
        entry.open_sealed()
        account = next(one.account for one in entry.staff() if one.name == CLERK)
        office, clerk = entry.accept_invitation(account, one_time, CLERK_PASSPHRASE)
        customer = office.customers.add(clerk, TANAKA, with_site=True)
        book(office, clerk, customer, "09:00", "10:30", on=(office.today() + LATER).isoformat())
        office.leave(clerk)

    @property
    def page(self) -> RulesPage:
        return expect(RulesPage, self.window.page)

    def log_in(self, name: str, passphrase: str) -> None:
        """Up to the desk, or to what stands before it."""
        if self.desk.flow is None and self.desk.window is None and self.desk.farewell is None:
            self.desk.show_login()  # else whoever leaves brings it up
        login = expect(LoginView, self.content(LoginView))
        assert login.choose(next(one.account for one in self.desk.entry.staff() if one.name == name))
        tab_to(login.passphrase)
        QTest.keyClicks(focused(), passphrase)
        key(Qt.Key.Key_Return)
        view = expect(PinView, self.content(PinView))
        self.press(view.back_button)

    def press_named(self, part: QWidget, words: str) -> None:
        self.press(next(one for one in part.findChildren(QPushButton) if one.text() == words))

    def put_in_force(self) -> None:
        """All proposals at once, and then a version of one's own."""
        self.log_in(OWNER, OWNER_PASSPHRASE)
        self.wait_for_desk()
        self.window.navigate("rules", tab="rules")
        calm()
        self.press(self.page.rules.take_all_button)
        self.press_named(dialog(), "Put in force")
        calm()
        tab = self.page.rules
        tab.table.select(lambda row: row.code == "papers")
        self.press(tab.edit_button)
        form = expect(RuleForm, dialog())
        form.text.appendPlainText(f"- {OWN_RULE}")
        keys(form, "Ctrl+S")
        wait_for(lambda: not form.isVisible(), "the saved draft")
        calm()
        self.press(tab.force_button)
        self.press_named(dialog(), "Put in force")
        calm()
        office, owner = self.window.context.office, self.window.context.actor
        assert office.rules.to_acknowledge(owner) == ()
        newest = office.rules.versions(owner, "papers")[0]
        assert (newest.version, OWN_RULE in newest.body) == (2, True)
        passed("in force")

    def read_them(self) -> None:
        """The clerk's next login shows each text before the desk."""
        self.window.switch_user()
        self.log_in(CLERK, CLERK_PASSPHRASE)
        seen = []
        for _ in range(4):
            view = expect(RulesView, self.content(RulesView))
            assert self.desk.window is None
            seen.append(texts_in(view))
            tab_to(view.primary)  # type: ignore[arg-type]
            key(Qt.Key.Key_Return)
            calm()
        self.wait_for_desk()
        assert any(OWN_RULE in one for one in seen)
        assert all("To be done by" in one for one in seen)
        office, clerk = self.window.context.office, self.window.context.actor
        assert office.rules.to_acknowledge(clerk) == ()
        passed("read")

    def take_training(self) -> None:
        """The quiz by keys alone, every answer right."""
        self.window.navigate("rules", tab="training")
        calm()
        self.press(self.page.training.quiz_button)
        quiz = expect(QuizDialog, dialog())
        for _ in range(len(quiz._quiz.questions)):
            assert quiz.answers is not None
            tab_to(quiz.answers.rows[quiz.question.right])
            key(Qt.Key.Key_Return)
            calm()
            QTest.keyClick(quiz.next_button, Qt.Key.Key_Return)
            calm()
        assert "10 of 10" in texts_in(quiz)
        self.press(quiz.next_button)
        calm()
        office, clerk = self.window.context.office, self.window.context.actor
        standing = office.standings.own(clerk)
        assert standing is not None
        assert standing.state(office.today()) is StandingState.DONE
        passed("trained")

    def print_record(self) -> None:
        """The owner's table says who is where; the year's record comes out of the printer."""
        self.window.switch_user()
        self.log_in(OWNER, OWNER_PASSPHRASE)
        self.wait_for_desk()
        self.window.navigate("rules", tab="standing")
        calm()
        tab = self.page.standing
        assert {row.name: row.trained_on is not None for row in tab.table.rows()} == {
            OWNER: False,
            CLERK: True,
        }
        self.press(tab.year_button)
        print_from(expect(PreviewDialog, dialog()))
        text = read_text(self.printer.paper())
        taken, _, missing = text.partition("Not passed in this year")
        assert "Record of training" in taken
        assert CLERK.split()[0] in taken
        assert OWNER.split()[0] in missing
        passed("recorded")

    def let_it_pass(self) -> None:
        """A year and a month later the clerk sees masks, and still prints today's work orders."""
        self.calendar.ahead += LATER
        self.window.switch_user()
        self.log_in(CLERK, CLERK_PASSPHRASE)
        self.wait_for_desk()
        office, clerk = self.window.context.office, self.window.context.actor
        calm()
        assert "Overdue since" in texts_in(self.window)
        assert not self.reveals()
        self.window.navigate("work_orders", day=office.today().isoformat())
        calm()
        keys(self.window.page, "Ctrl+P")
        print_from(expect(WorkOrderPreview, dialog()))
        text = read_text(self.printer.paper())
        assert all(copy.number in text for copy in office.work_orders.copies(clerk))
        assert TANAKA.address.street in text
        passed("overdue")
        self.take_training()
        assert self.reveals()
        passed("open again")

    def reveals(self) -> bool:
        """Whether one key shows the customer's phone number."""
        office, clerk = self.window.context.office, self.window.context.actor
        (row,) = office.customers.search(clerk, "").rows
        self.window.navigate("customers", customer=row.customer)
        calm()
        keys(self.window.page, "F6")
        calm()
        shown = TANAKA.phones[0].number in texts_in(self.window)
        refusal = [one for one in self.window.findChildren(QDialog) if one.isVisible()]
        if refusal:
            assert "The 30 days" in texts_in(refusal[0])
            refusal[0].reject()
            calm()
        assert shown is not bool(refusal)
        return shown

    def close(self) -> None:
        window = expect(MainWindow, self.desk.window)
        window.close()
        calm()
        assert self.desk.window is None
        passed("closed")


def main(home: Path, tray: Path) -> None:
    with cheap_passphrases():
        journey = RulesJourney(home, tray)
        journey.put_in_force()
        journey.read_them()
        journey.take_training()
        journey.print_record()
        journey.let_it_pass()
        journey.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
    os._exit(0)  # Qt's own teardown is no part of the journey
