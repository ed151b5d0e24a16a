"""What a right click on a row or the menu key offers: the page's acts, a copy as shown, the list on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.masked import Masked
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.ui.clipboard import OURS
from hvacdesk.ui.jobs.form import JobForm
from hvacdesk.ui.papers.day_model import CUSTOMER, STATE, TIME, WORK
from hvacdesk.ui.printing.preview import PreviewDialog
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.data_table import Column, DataTable
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import (
    OTHER_TANAKA,
    SECRETS,
    SHOP,
    TANAKA,
    FrontDesk,
    open_desk,
)
from tests.helpers.paper import read_text
from tests.helpers.real_office import RealOffice
from tests.helpers.table_menus import PLAIN, by_key, entries, open_menu

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def right_click(table: DataTable, line: int) -> QMenu:
    """Press and release the right button on a row, as a mouse does."""
    at = table.visualRect(table.model().index(line, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.RightButton, pos=at)
    spot = table.viewport().mapToGlobal(at)
    QApplication.sendEvent(table.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, spot))
    return open_menu()


def entry(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == text)


def choose(menu: QMenu, text: str) -> None:
    action = entry(menu, text)
    menu.close()
    action.trigger()


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[DataTable]:
    page = QWidget()
    qtbot.addWidget(page)
    made = DataTable("Customers", page)
    made.set_columns(
        [Column("name", "Name", 90, kind="masked"), Column("note", "Note", 90), Column("n", "No.", 60)]
    )
    rows = [
        {"name": Masked("田中 ●●", hidden=True), "note": "one\ttwo\nthree", "n": 12_345 + n} for n in range(3)
    ]
    made.set_rows(rows)
    page.resize(400, 300)
    made.resize(400, 300)
    page.show()
    yield made
    QGuiApplication.clipboard().clear()


class TestRow:
    def test_a_right_click_chooses_the_row_and_offers_the_pages_buttons(self, table: DataTable) -> None:
        pressed: list[object] = []
        change = button("Change", lambda: pressed.append(table.current()), icon="pencil")
        barred, hidden = button("Remove", lambda: None), button("Secret", lambda: None)
        for one in (change, barred, hidden):
            one.setParent(table.parentWidget())
            one.show()
        barred.setEnabled(False)
        hidden.hide()
        table.offer(lambda: (change, barred, hidden))
        menu = right_click(table, 1)
        assert table.current() == table.rows()[1]
        assert entries(menu) == ["Change", "Remove", "Copy the row", "Copy the row with titles", "Columns"]
        assert not entry(menu, "Remove").isEnabled()
        choose(menu, "Change")
        assert pressed == [table.rows()[1]]

    @pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_Menu, PLAIN), (Qt.Key.Key_F10, SHIFT)])
    def test_the_keyboard_opens_the_same_menu_beside_the_row(
        self, table: DataTable, key: Qt.Key, modifier: Qt.KeyboardModifier
    ) -> None:
        opened: list[object] = []
        table.activated_row.connect(opened.append)
        table.offer(tuple, opening="Open")
        table.selectRow(2)
        menu = by_key(table, key, modifier)
        assert (
            table.viewport().mapFromGlobal(menu.pos()).y() >= table.visualRect(table.currentIndex()).bottom()
        )
        assert menu.activeAction().text() == "Open"
        QTest.keyClick(menu, Qt.Key.Key_Return)
        assert opened == [table.rows()[2]]

    def test_beside_the_rows_only_the_list_is_offered(self, table: DataTable) -> None:
        table.offer(tuple, opening="Open")
        menu = by_key(table)
        assert entries(menu) == ["Columns"]
        menu.close()

    def test_a_row_is_copied_as_it_is_shown_and_marked_as_sensitive(self, table: DataTable) -> None:
        table.show_column("n", False)
        table.choose(table.choice)
        table.selectRow(0)
        QTest.keyClick(table, Qt.Key.Key_C, CTRL)
        board = QGuiApplication.clipboard()
        assert board.text() == "田中 ●●\tone two three"
        assert board.mimeData().data(OURS)
        choose(by_key(table), "Copy the row with titles")
        assert board.text() == "Name\tNote\n田中 ●●\tone two three"
        table.clearSelection()
        board.clear()
        QTest.keyClick(table, Qt.Key.Key_C, CTRL)
        assert not board.text()


class TestCustomers:
    def test_the_menu_books_for_the_customer_under_the_mouse(self, desk: FrontDesk) -> None:
        desk.search("田中")
        first, second = desk.page.table.rows()
        assert desk.page.panel.detail.customer == first.customer
        menu = right_click(desk.page.table, 1)
        assert entries(menu)[:5] == [
            "Open",
            "Show phone and address",
            "Begin or end a call",
            "Change",
            "Book a job",
        ]
        choose(menu, "Book a job")
        form = desk.dialog()
        assert isinstance(form, JobForm)
        assert form._requester == second.customer

    def test_who_may_not_book_is_not_offered_to(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot
    ) -> None:
        with open_desk(template, tmp_path / "accounting", qtbot, Role.ACCOUNTING) as desk:
            desk.search("田中")
            menu = right_click(desk.page.table, 0)
            assert "Book a job" not in entries(menu)
            assert "Show phone and address" not in entries(menu)
            menu.close()

    def test_the_list_is_printed_as_shown_and_logged_once_the_printer_took_it(self, desk: FrontDesk) -> None:
        desk.go("customers")
        desk.wait(lambda: desk.page.results.resting)
        choose(by_key(desk.page.table), "Print this list…")
        preview = desk.dialog()
        assert isinstance(preview, PreviewDialog)
        paper = read_text(preview.drawn_for(""))
        assert SHOP.organisation in paper
        assert "田中 ●●" in paper
        assert not [secret for secret in SECRETS if secret in paper]
        log = desk.office.audit
        assert not log.entries(desk.real.login(Role.OWNER)[1], action=Action.LIST_PRINTED)
        preview.printed.emit("Laser")
        desk.calm()
        (entry,) = log.entries(desk.real.login(Role.OWNER)[1], action=Action.LIST_PRINTED)
        listed = entry.details.pop("listed")
        assert entry.details == {"listing": "customers", "rows": 3, "printer": "Laser", "customers": 3}
        assert set(listed) == {desk.customer(one) for one in (TANAKA, OTHER_TANAKA, SHOP)}


class TestDayOfWorkOrders:
    def test_a_job_is_opened_copied_and_checked_from_its_menu(self, desk: FrontDesk) -> None:
        desk.go("work_orders")
        days = desk.page.list
        assert days.jobs.rows
        job = days.jobs.rows[0]
        days.setFocus()
        menu = by_key(days, Qt.Key.Key_F10, SHIFT)
        assert entries(menu) == ["Open job", "Check all copies", "Check no copy", "Copy the row"]
        choose(menu, "Check no copy")
        assert job.job not in days.chosen()
        choose(by_key(days), "Check all copies")
        assert len(days.chosen()[job.job]) >= 3
        choose(by_key(days), "Copy the row")
        shown = [days.jobs.text(job, column) for column in (TIME, CUSTOMER, WORK, STATE)]
        assert QGuiApplication.clipboard().text().split() == " ".join(shown).split()
        choose(by_key(days), "Open job")
        assert job.number in texts_in(desk.dialog())
        QGuiApplication.clipboard().clear()
