"""The customers' list: who is highlighted is shown and acted on, and all who are counted can be reached."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from hvacdesk.domain.customers.customers import (
    Address,
    CustomerKind,
    CustomerRecord,
    PersonName,
    Phone,
    PhoneKind,
)
from hvacdesk.ui.finder.finder import SHOWN, CustomerFinder
from hvacdesk.ui.jobs.form import JobForm
from hvacdesk.ui.theme import Scheme, theme
from hvacdesk.ui.widgets.table_painter import ROW_HEIGHT, cell_width
from tests.helpers.front_desk import TANAKA, FrontDesk, build_front_desk
from tests.helpers.real_office import RealOffice
from tests.helpers.secret_service import SecretService

CTRL = Qt.KeyboardModifier.ControlModifier
KANA = 1
MANY = 157
FAMILIES = (("池田", "イケダ"), ("吉野", "ヨシノ"), ("阿部", "アベ"), ("和田", "ワダ"), ("森", "モリ"))


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> RealOffice:
    """Three customers of every front desk, and so many more that no window shows all of them."""
    real = build_front_desk(tmp_path_factory.mktemp("template") / "office")
    office, actor = real.login("責任 一郎")
    for number in range(MANY):
        family, kana = FAMILIES[number % len(FAMILIES)]
        office.customers.add(
            actor,
            CustomerRecord(
                CustomerKind.PERSON,
                PersonName(family, "誠", kana, "マコト"),
                address=Address("4600008", "愛知県", "名古屋市中区", "栄", f"{number}-1"),
                phones=(Phone(PhoneKind.MOBILE, f"090-8765-{number:04}"),),
            ),
        )
    office.leave(actor)
    return real


def highlighted(desk: FrontDesk) -> str:
    row = desk.page.table.current()
    return row.customer if row is not None else ""


def shown(desk: FrontDesk) -> str:
    return desk.page.panel.detail.customer if desk.page.panel is not None else ""


def rest(desk: FrontDesk) -> None:
    results = desk.page.results
    desk.wait(lambda: results.live.wanted == desk.page.search.text() and results.resting)
    desk.calm()


def click_title(desk: FrontDesk, column: int) -> None:
    header = desk.page.table.horizontalHeader()
    at = header.viewport().rect().center()
    at.setX(header.sectionViewportPosition(column) + header.sectionSize(column) // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    rest(desk)


def wheel_to_the_end(desk: FrontDesk) -> int:
    """Scroll down until there is nothing further down; how many lines there were."""
    bar, before = desk.page.table.verticalScrollBar(), -1
    while before != len(desk.page.table.rows()):
        before = len(desk.page.table.rows())
        bar.setValue(bar.maximum())
        rest(desk)
    return before


class TestOneCustomer:
    def test_the_highlighted_one_stays_the_shown_one_through_sorting_and_searching(
        self, desk: FrontDesk
    ) -> None:
        desk.go("customers")
        rest(desk)
        click_title(desk, KANA)
        desk.search("ikeda")
        chosen = shown(desk)
        assert chosen == highlighted(desk)
        QTest.keyClick(desk.page.search, Qt.Key.Key_Escape)
        rest(desk)
        for _ in range(3):
            click_title(desk, KANA)
            assert shown(desk) == chosen
            assert highlighted(desk) == chosen
        desk.key(desk.page.table, Qt.Key.Key_J, CTRL)
        form = desk.dialog()
        assert isinstance(form, JobForm)
        assert form._requester == chosen

    def test_a_search_of_a_sorted_list_shows_its_first_line(self, desk: FrontDesk) -> None:
        desk.go("customers")
        rest(desk)
        click_title(desk, KANA)
        for text in ("ikeda", "名古屋"):
            desk.search(text)
            first = desk.page.table.rows()[0]
            assert highlighted(desk) == shown(desk) == first.customer
            assert desk.page.table.verticalScrollBar().value() == 0
        last = desk.page.table.rows()[-1].customer
        desk.page.table.select(lambda row: row.customer == last)
        rest(desk)
        desk.page.results.live.again()
        rest(desk)
        assert highlighted(desk) == shown(desk) == last, "who was chosen stays when it is read again"
        click_title(desk, KANA)
        assert highlighted(desk) == shown(desk) == last

    def test_a_sorting_behind_a_search_leaves_who_was_found(self, desk: FrontDesk) -> None:
        desk.search("名古屋")
        chosen, table = shown(desk), desk.page.table
        for _ in range(2):
            click_title(desk, KANA)
            assert highlighted(desk) == shown(desk) == chosen
            assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())

    def test_a_key_acts_on_who_is_highlighted_and_not_on_who_is_still_shown(self, desk: FrontDesk) -> None:
        desk.go("customers")
        rest(desk)
        desk.search("ikeda")
        before = shown(desk)
        desk.page.results._pause.setInterval(60_000)
        desk.page.search.setText("yoshino")
        desk.wait(lambda: highlighted(desk) not in ("", before))
        meant = highlighted(desk)
        assert shown(desk) == before
        assert desk.page.in_hand()[0] == meant
        desk.key(desk.page.table, Qt.Key.Key_J, CTRL)
        form = desk.dialog()
        assert isinstance(form, JobForm)
        assert form._requester == meant
        assert shown(desk) == meant

    def test_going_back_to_a_customer_is_not_overtaken_by_the_other_one(self, desk: FrontDesk) -> None:
        desk.search("森")
        first, second = desk.page.table.rows()[:2]
        assert shown(desk) == first.customer
        desk.page.show_customer(second.customer)
        desk.page.show_customer(first.customer)
        desk.calm()
        assert shown(desk) == first.customer

    def test_what_was_wanted_of_one_customer_is_not_done_with_the_next(self, desk: FrontDesk) -> None:
        desk.search("森")
        _first, second, third = desk.page.table.rows()[:3]
        desk.page.open(customer=second.customer, book="yes")
        desk.page.show_customer(third.customer)
        desk.calm()
        assert shown(desk) == third.customer
        assert QApplication.activeModalWidget() is None

    def test_one_opened_from_elsewhere_is_highlighted_or_nobody_is(self, desk: FrontDesk) -> None:
        desk.go("customers")
        rest(desk)
        inside = desk.page.table.rows()[3].customer
        desk.go("customers", customer=inside)
        assert highlighted(desk) == shown(desk) == inside
        desk.search("yoshino")
        desk.go("customers", customer=inside)
        assert shown(desk) == inside
        assert highlighted(desk) in ("", inside)

    def test_reading_again_keeps_place_and_choice(self, desk: FrontDesk) -> None:
        desk.go("customers")
        rest(desk)
        lines, bar = wheel_to_the_end(desk), desk.page.table.verticalScrollBar()
        desk.page.table.selectRow(lines - 3)
        rest(desk)
        chosen, at = highlighted(desk), bar.value()
        desk.page.results.live.again()
        rest(desk)
        assert (highlighted(desk), bar.value(), len(desk.page.table.rows())) == (chosen, at, lines)
        bar.setValue(0)
        desk.page.results.live.again()
        rest(desk)
        assert (highlighted(desk), bar.value()) == (chosen, 0)


class TestAllWhoAreCounted:
    def test_they_can_be_scrolled_to_though_nobody_is_chosen(self, desk: FrontDesk) -> None:
        desk.go("customers")
        rest(desk)
        total = desk.office.customers.search(desk.actor, "").hits
        assert total == MANY + 3
        assert desk.page.count.text() == f"{total} / {total} customers"
        assert not highlighted(desk)
        assert wheel_to_the_end(desk) == total
        assert len({row.customer for row in desk.page.table.rows()}) == total

    def test_they_can_be_after_the_language_was_changed(self, desk: FrontDesk) -> None:
        desk.go("customers")
        rest(desk)
        assert isinstance(desk.window, QMainWindow)
        desk.window.change_look("ja", Scheme.LIGHT, 100)
        desk.calm()
        rest(desk)
        assert desk.page.count.text() == f"{MANY + 3} / {MANY + 3}件"
        assert wheel_to_the_end(desk) == MANY + 3

    def test_all_of_them_are_sorted(self, desk: FrontDesk) -> None:
        desk.go("customers")
        rest(desk)
        click_title(desk, KANA)
        kana = [row.kana.text for row in desk.page.table.rows()]
        assert len(kana) == MANY + 3
        assert kana == sorted(kana)

    def test_a_list_that_is_sorted_already_is_whole_again_after_a_search(self, desk: FrontDesk) -> None:
        desk.go("customers")
        rest(desk)
        click_title(desk, KANA)
        desk.search("ikeda")
        chosen = highlighted(desk)
        QTest.keyClick(desk.page.search, Qt.Key.Key_Escape)
        rest(desk)
        assert len(desk.page.table.rows()) == MANY + 3
        table = desk.page.table
        assert highlighted(desk) == chosen
        assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())

    def test_the_hits_of_a_text_can_be_too(self, desk: FrontDesk) -> None:
        desk.search("名古屋")
        assert wheel_to_the_end(desk) == desk.office.customers.search(desk.actor, "名古屋").hits


class TestFinder:
    @pytest.fixture
    def finder(self, desk: FrontDesk) -> CustomerFinder:
        made = CustomerFinder(desk.page.ctx, "Whose?")
        made.open()
        desk.wait(lambda: bool(made.table.rows()))
        return made

    def test_it_says_how_many_there_are_and_how_to_narrow(
        self, desk: FrontDesk, finder: CustomerFinder
    ) -> None:
        assert len(finder.table.rows()) == SHOWN
        assert finder.said.text().startswith(
            f"{MANY + 3} / {MANY + 3} customers  The first {SHOWN} are listed"
        )
        finder.search.setText("0004")
        desk.wait(lambda: len(finder.table.rows()) == 1)
        assert finder.said.text() == f"1 / {MANY + 3} customers"

    def test_it_says_that_nobody_was_found(self, desk: FrontDesk, finder: CustomerFinder) -> None:
        finder.search.setText("鬼龍院")
        desk.wait(lambda: not finder.table.rows())
        assert finder.said.text() == "Nobody found."
        assert finder.primary is not None
        assert not finder.primary.isEnabled()


def test_on_a_small_screen_names_are_whole_and_the_panel_has_room_for_a_job(desk: FrontDesk) -> None:
    desk.window.resize(1280, 698)
    desk.go("customers", customer=desk.customer(TANAKA))
    desk.wait(lambda: desk.page.panel is not None)
    desk.calm()
    table = desk.page.table
    for at in (0, KANA):
        column = table.columns[at]
        widest = max(cell_width(column.of(row), column.kind) for row in table.rows()[:20])
        assert table.columnWidth(at) >= min(widest, theme.px(column.most))
    panel = desk.page.panel
    jobs = panel.jobs.table
    assert jobs.visualRect(jobs.model().index(0, 0)).bottom() <= jobs.viewport().height()
    shown = jobs.viewport().visibleRegion().boundingRect()
    assert shown.height() >= 1.5 * theme.px(ROW_HEIGHT), "a job is seen whole without scrolling"


def test_a_panel_made_anew_leaves_the_keyboard_on_its_tab(desk: FrontDesk) -> None:
    customer = desk.customer(TANAKA)
    desk.go("customers", customer=customer, work="yes")
    desk.wait(lambda: desk.page.panel is not None and desk.page.panel.tabs.has_keyboard)
    before = desk.page.panel
    version = desk.office.customers.record_for_edit(desk.actor, customer).version
    desk.office.customers.change(desk.actor, customer, version, {"email": "tanaka@example.jp"})
    desk.calm()
    desk.page.refresh()
    desk.wait(lambda: desk.page.panel is not before)
    desk.calm()
    assert desk.page.panel.tabs.has_keyboard
