"""Finding by keyboard alone, from Ctrl+F to an open customer; who is calling; what is offered for nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.ui.customers.caller_check import CallerCheckDialog
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.customers.panel import CustomerPanel
from hvacdesk.ui.customers.results import CustomerResults
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.search_box import SearchBox
from hvacdesk.ui.widgets.table_model import shown_text
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import (
    OTHER_TANAKA,
    SECRETS,
    SHOP,
    TANAKA,
    FrontDesk,
    open_desk,
    type_in,
)
from tests.helpers.real_office import RealOffice

CTRL = Qt.KeyboardModifier.ControlModifier


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(desk: FrontDesk, *keys: Qt.Key) -> None:
    """Press keys wherever the keyboard is."""
    for key in keys:
        desk.key(focused(), key)


def compose(text: str, committed: str = "") -> None:
    """What an input method sends: the text it composes, and what it has finished."""
    event = QInputMethodEvent(text, [])
    event.setCommitString(committed)
    QApplication.sendEvent(focused(), event)


def opened(desk: FrontDesk) -> str:
    return desk.page.panel.detail.customer if desk.page.panel is not None else ""


class TestByKeyboard:
    def test_from_the_first_key_to_the_customers_phone(self, desk: FrontDesk) -> None:
        desk.key(desk.window, Qt.Key.Key_F, CTRL)
        desk.wait(lambda: isinstance(focused(), SearchBox))
        QTest.keyClicks(focused(), "tanaka 5610")
        press(desk, Qt.Key.Key_Return)
        desk.wait(lambda: opened(desk) == desk.customer(OTHER_TANAKA))
        desk.wait(lambda: desk.page.panel.isAncestorOf(focused()))
        press(desk, Qt.Key.Key_F6)
        desk.wait(lambda: desk.page.panel.contact.values["phone0"].shown)

    @pytest.mark.parametrize("waits", [False, True], ids=["at once", "once it is open"])
    def test_enter_pressed_again_and_again_shows_nothing_hidden(self, desk: FrontDesk, waits: bool) -> None:
        who = desk.customer(OTHER_TANAKA)
        desk.key(desk.window, Qt.Key.Key_F, CTRL)
        desk.wait(lambda: isinstance(focused(), SearchBox))
        QTest.keyClicks(focused(), "tanaka 5610")
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        if waits:
            desk.wait(lambda: opened(desk) == who and desk.page.panel.isAncestorOf(focused()))
            desk.calm()
        for _again in range(3):
            QTest.keyClick(focused(), Qt.Key.Key_Return)
            desk.calm()
        desk.wait(lambda: opened(desk) == who)
        assert not any(value.shown for value in desk.page.panel.contact.values.values())
        assert QApplication.activePopupWidget() is None

    def test_enter_opens_the_answer_to_what_was_typed_last(self, desk: FrontDesk) -> None:
        desk.go("customers")
        desk.page.focus_search()
        compose("", "田中")
        compose("", " 5601")
        QTest.keyClick(focused(), Qt.Key.Key_Backspace)
        desk.page.search.selectAll()
        compose("", "青葉")
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        desk.wait(lambda: opened(desk) == desk.customer(SHOP))

    def test_down_enter_and_escape_go_there_and_back(self, desk: FrontDesk) -> None:
        desk.search("田中")
        press(desk, Qt.Key.Key_Down)
        assert focused() is desk.page.table
        press(desk, Qt.Key.Key_Down, Qt.Key.Key_Return)
        desk.wait(lambda: desk.page.panel is not None and desk.page.panel.isAncestorOf(focused()))
        assert opened(desk) == desk.page.table.rows()[1].customer
        press(desk, Qt.Key.Key_Escape)
        assert focused() is desk.page.table
        press(desk, Qt.Key.Key_Escape)
        assert focused() is desk.page.search
        assert desk.page.search.selectedText() == "田中"
        press(desk, Qt.Key.Key_Escape)
        assert desk.page.search.text() == ""

    def test_keys_that_belong_to_the_input_method_choose_nothing(self, desk: FrontDesk) -> None:
        desk.go("customers")
        desk.page.focus_search()
        compose("たなか")
        desk.wait(lambda: len(desk.page.table.rows()) == 2)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Escape):
            press(desk, key)
            assert focused() is desk.page.search
        compose("", "田中")
        assert desk.page.search.text() == "田中"
        press(desk, Qt.Key.Key_Return)
        desk.wait(lambda: desk.page.panel is not None and desk.page.panel.isAncestorOf(focused()))

    def test_the_best_hit_is_chosen_anew_for_every_text(self, desk: FrontDesk) -> None:
        desk.search("田中")
        press(desk, Qt.Key.Key_Down, Qt.Key.Key_Down)
        second = desk.page.table.current()
        desk.search("田中 愛知")
        assert desk.page.table.current() == desk.page.table.rows()[0]
        assert second in desk.page.table.rows()

    def test_the_panel_waits_for_a_pause(self, desk: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> None:
        made: list[str] = []
        desk.go("customers")
        make = desk.page._make_panel
        monkeypatch.setattr(
            desk.page, "_make_panel", lambda asked, one: made.append(asked) or make(asked, one)
        )
        desk.page.focus_search()
        desk.page.results._pause.setInterval(2_000)
        for text, best in (("青葉", SHOP), ("田中 5678", TANAKA), ("田中 5610", OTHER_TANAKA)):
            desk.page.search.selectAll()
            compose("", text)
            desk.wait(lambda text=text: desk.page.results.live.wanted == text)
            desk.wait(lambda: desk.page.results.live.settled)
            assert desk.page.table.current().customer == desk.customer(best)
        desk.wait(lambda: desk.page.results.resting)
        desk.calm()
        assert made == [desk.customer(OTHER_TANAKA)]

    def test_a_panel_that_is_given_up_half_made_leaves_nothing(self, desk: FrontDesk) -> None:
        desk.search("田中 5678")
        desk.wait(lambda: desk.page.panel is not None)
        shown, other = desk.page.panel, desk.customer(SHOP)
        half = desk.page._make_panel(other, desk.office.customers.detail(desk.page.ctx.actor, other))
        next(half)
        half.close()
        desk.wait(lambda: desk.page.details.findChildren(CustomerPanel) == [shown])
        assert desk.page.details.currentWidget() is shown


class TestHits:
    def test_what_matched_is_marked_in_every_column(self, desk: FrontDesk) -> None:
        desk.search("たなか 56 中区")
        marks = desk.page.table._painter.marks
        assert marks("タナカ ●●") == ((0, 3),)
        assert marks("名古屋市中区栄 ●●●") == ((4, 6),)
        assert marks("5678") == ((0, 2),)
        desk.page.search.clear()
        desk.wait(lambda: desk.page.table._painter.marks is None)

    def test_a_place_that_its_reading_found_is_marked(self, desk: FrontDesk) -> None:
        desk.office.customers.prepare_search()
        desk.search("さかえ")
        desk.wait(lambda: desk.page.table._painter.marks is not None)
        assert desk.page.table._painter.marks("名古屋市中区栄 ●●●") == ((6, 7),)

    def test_what_comes_first_fills_the_list(self, desk: FrontDesk) -> None:
        desk.go("customers")
        results = desk.page.results
        in_view = results.table.viewport().height() / results.table.rowHeight(0)
        assert results.live._first() > in_view

    def test_the_rest_of_a_page_follows_and_keeps_what_is_chosen(
        self, desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        desk.go("customers")
        monkeypatch.setattr(desk.page.results.live, "_first", lambda: 1)
        desk.search("田中")
        desk.wait(lambda: len(desk.page.table.rows()) == 2)
        assert desk.page.table.current() == desk.page.table.rows()[0]
        assert desk.page.count.text() == "2 / 3 customers"


class TestNobodyFound:
    @pytest.mark.parametrize(
        ("typed", "expected"),
        [
            ("鳳凰院 凶真", {"family": "鳳凰院", "given": "凶真"}),
            ("ほうおういん", {"family_kana": "ホウオウイン"}),
            ("hououin", {"family_kana": "ホウオウイン"}),
        ],
    )
    def test_registering_begins_with_the_typed_name(
        self, desk: FrontDesk, typed: str, expected: dict[str, str]
    ) -> None:
        desk.search(typed)
        assert desk.page.results.no_hit.isVisible()
        press(desk, Qt.Key.Key_Return, Qt.Key.Key_Space)
        form = desk.dialog()
        assert isinstance(form, CustomerForm)
        assert {key: edit.text() for key, edit in form.name.parts.items() if edit.text()} == expected

    def test_registering_begins_with_the_typed_number(self, desk: FrontDesk) -> None:
        desk.search("０８０ー９９９９ー００００")
        press(desk, Qt.Key.Key_Return, Qt.Key.Key_Space)
        form = desk.dialog()
        assert isinstance(form, CustomerForm)
        assert form.phones.lines[0].number.text() == "080-9999-0000"

    def test_who_may_not_register_is_offered_nothing(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot
    ) -> None:
        with open_desk(template, tmp_path / "accounting", qtbot, Role.ACCOUNTING) as desk:
            desk.search("鳳凰院")
            assert desk.page.results.no_hit.button is None


class TestCall:
    def test_a_call_goes_on_when_the_record_is_read_again(self, desk: FrontDesk) -> None:
        customer = desk.customer(TANAKA)
        desk.go("customers", customer=customer, call="yes")
        contact = desk.page.panel.contact
        desk.wait(lambda: contact.values["phone0"].shown)
        contact._call_end.start(240_000)
        version = desk.office.customers.detail(desk.actor, customer).version
        desk.office.customers.change(desk.actor, customer, version, {"email": "neu@b.example"})
        desk.calm()
        desk.page.refresh()
        desk.wait(lambda: desk.page.panel.contact is not contact)
        again = desk.page.panel.contact
        desk.wait(lambda: again.values["phone0"].shown)
        assert 0 < again.call_seconds <= 240
        assert again.values["phone0"]._seconds <= 240

    def test_what_is_shown_stays_when_nothing_of_the_customer_changed(self, desk: FrontDesk) -> None:
        desk.go("customers", customer=desk.customer(TANAKA))
        desk.key(desk.page.table, Qt.Key.Key_F6)
        value = desk.page.panel.contact.values["phone0"]
        desk.wait(lambda: value.shown)
        desk.page.refresh()
        desk.calm()
        assert value.shown


class TestCallerCheck:
    def checked(self, desk: FrontDesk, name: str, last_four: str) -> CallerCheckDialog:
        desk.key(desk.window, Qt.Key.Key_F4)
        dialog = desk.dialog()
        assert isinstance(dialog, CallerCheckDialog)
        assert focused() is dialog.name
        type_in(dialog.name, name)
        type_in(dialog.last_four, last_four)
        desk.wait(dialog.verdict.text)
        desk.calm()
        return dialog

    def test_it_tells_a_match_and_reveals_nothing(self, desk: FrontDesk) -> None:
        dialog = self.checked(desk, "たなか みさお", "5678")
        assert dialog.verdict.text() == "Match: one customer."
        assert "田中 ●●" in texts_in(dialog)
        typed = ("ミサオ", "みさお")
        assert not [one for one in SECRETS if one in texts_in(dialog) and one not in typed]
        entries = desk.office.customers.accesses(desk.actor, desk.customer(TANAKA))
        assert Action.EXACT_SEARCH in [entry.action for entry in entries]

    def test_it_says_whether_the_customer_in_front_is_meant(self, desk: FrontDesk) -> None:
        desk.go("customers", customer=desk.customer(OTHER_TANAKA))
        dialog = self.checked(desk, "たなか", "5678")
        assert "is not among them" in dialog.verdict.text()

    def test_a_wrong_digit_is_no_match(self, desk: FrontDesk) -> None:
        dialog = self.checked(desk, "たなか みさお", "5679")
        assert dialog.verdict.text().startswith("No match")
        assert dialog.fitting.lines == ()
        type_in(dialog.last_four, "")
        dialog.last_four.setText("567")
        dialog.check()
        desk.calm()
        assert dialog.form.fields["last_four"].error.text()

    def test_one_that_fits_can_be_opened_by_keyboard(self, desk: FrontDesk) -> None:
        dialog = self.checked(desk, "aobashouten", "5601")
        assert isinstance(dialog, Dialog)
        while getattr(focused(), "text", str)() != "Open":
            QTest.keyClick(focused(), Qt.Key.Key_Tab)
        press(desk, Qt.Key.Key_Space)
        desk.wait(lambda: opened(desk) == desk.customer(SHOP))


def test_a_search_that_ends_after_the_window_is_gone_disturbs_nobody(desk: FrontDesk) -> None:
    desk.search("田中")
    results: CustomerResults = desk.page.results
    results._pause.start()
    desk.window.hide()
    assert not results._pause.isActive()


def test_each_column_of_the_list_shows_what_it_is_called(desk: FrontDesk) -> None:
    """Of somebody whom a search finds: what is hidden of any of them stands in no column."""
    desk.search("田中")
    table = desk.page.table
    who = desk.customer(TANAKA)
    (row,) = (row for row in table.rows() if row.customer == who)
    cells = {column.title: shown_text(column.of(row)) for column in table.columns}
    assert cells == {
        "Name": "田中 ●●",
        "Kana": "タナカ ●●",
        "Address": "名古屋市中区栄 ●●●",
        "Phone": "5678",
        "State": "Job today",
    }
    assert [secret for secret in SECRETS if secret in str(cells)] == []
