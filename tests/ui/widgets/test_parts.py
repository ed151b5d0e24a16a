"""The widgets that pages are built of."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QInputMethodQueryEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.money import Totals
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.ui.fonts import base_font
from hvacdesk.ui.incidents.paper_forms import papers_box
from hvacdesk.ui.theme import Scheme, theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.danger_confirm import DangerConfirm
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.form import Form, FormField
from hvacdesk.ui.widgets.masked_value import MaskedValue
from hvacdesk.ui.widgets.named_tabs import NamedTabs
from hvacdesk.ui.widgets.notice import Notice, NoticePlace
from hvacdesk.ui.widgets.numbers import totals_text, yen
from hvacdesk.ui.widgets.page import Page
from hvacdesk.ui.widgets.passphrase_edit import PassphraseEdit
from hvacdesk.ui.widgets.scan_field import ScanField
from hvacdesk.ui.widgets.search_box import SearchBox
from hvacdesk.ui.widgets.step_bar import StepBar
from hvacdesk.ui.widgets.tab_row import TabRow
from hvacdesk.ui.widgets.text import broken, label, line_pitch

PHONE = "090-1234-5678"


def table_of(qtbot: QtBot, count: int) -> DataTable:
    table = DataTable("Numbers")
    qtbot.addWidget(table)
    table.set_columns(
        [
            Column("name", "Name", 150, kind="masked"),
            Column("amount", "Amount", 80, kind="number", sort=lambda row: row["amount"]),
            Column("state", "State", 0, 1, kind="chip"),
        ]
    )
    table.set_rows(
        [
            {"name": Masked(f"{n:05} ●●", hidden=True), "amount": n % 97, "state": ChipValue("open", "good")}
            for n in range(count)
        ]
    )
    table.resize(500, 300)
    table.show()
    return table


class TestDataTable:
    def test_whoever_comes_by_keyboard_chooses_the_row_that_the_keys_go_on_from(self, qtbot: QtBot) -> None:
        """Buttons follow the row that Qt stands on, so it must be the one that is marked."""
        page, before, table = QWidget(), QLineEdit(), DataTable("Customers")
        qtbot.addWidget(page)
        table.set_columns([Column("name", "Name", 80)])
        table.set_rows([{"name": "田中"}])
        column = QVBoxLayout(page)
        column.addWidget(before)
        column.addWidget(table)
        page.show()
        page.activateWindow()
        before.setFocus()
        qtbot.waitUntil(before.hasFocus)
        told: list[object] = []
        table.current_changed.connect(told.append)
        qtbot.keyClick(before, Qt.Key.Key_Tab)
        assert table.hasFocus()
        assert table.current() is not None
        assert told == [table.current()]

    def test_a_program_that_gives_it_the_keyboard_chooses_no_row(self, qtbot: QtBot) -> None:
        """Buttons follow what is marked, and the first arrow key marks the first row."""
        table = table_of(qtbot, 3)
        told: list[object] = []
        table.current_changed.connect(told.append)
        table.activateWindow()
        table.setFocus()
        qtbot.waitUntil(table.hasFocus)
        assert table.current() is None
        assert not told
        qtbot.keyClick(table, Qt.Key.Key_Down)
        assert told == [table.current()] == [table.rows()[0]]
        table.clearSelection()
        assert told[1:] == [None]

    def test_numbers_have_their_thousands_apart_and_sort_by_size(self, qtbot: QtBot) -> None:
        table = DataTable("Customers")
        qtbot.addWidget(table)
        table.set_columns([Column("customers", "Customers", 80, kind="number")])
        table.set_rows([{"customers": number} for number in (5, None, 1200, 12, 300)])
        model = table.model()
        model.sort(0, Qt.SortOrder.AscendingOrder)
        shown = [model.data(model.index(at, 0)) for at in range(model.rowCount())]
        assert shown == ["5", "12", "300", "1,200", ""]

    def test_enter_activates_the_selected_row(self, qtbot: QtBot) -> None:
        table = table_of(qtbot, 3)
        table.select_first()
        qtbot.keyClick(table, Qt.Key.Key_Down)
        with qtbot.waitSignal(table.activated_row) as heard:
            qtbot.keyClick(table, Qt.Key.Key_Return)
        assert heard.args[0]["name"].text == "00001 ●●"

    def test_moving_tells_the_row(self, qtbot: QtBot) -> None:
        table = table_of(qtbot, 3)
        heard: list[object] = []
        table.current_changed.connect(heard.append)
        table.select_first()
        qtbot.keyClick(table, Qt.Key.Key_End)
        assert [row["amount"] for row in heard] == [0, 2]
        table.set_rows([])
        assert heard[-1] is None
        assert table.current() is None

    def test_typing_does_not_search(self, qtbot: QtBot) -> None:
        table = table_of(qtbot, 50)
        table.select_first()
        qtbot.keyClicks(table, "00040")
        assert table.current()["amount"] == 0

    def test_a_header_sorts_and_the_kept_row_stays_selected(self, qtbot: QtBot) -> None:
        table = table_of(qtbot, 200)
        table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
        assert [row["amount"] for row in table.rows()[:3]] == [96, 96, 95]
        table.select(lambda row: row["name"].text == "00150 ●●")
        table.set_rows(list(table.rows()), keep=lambda row: row["name"].text == "00150 ●●")
        assert table.current()["name"].text == "00150 ●●"

    def test_another_sorting_leaves_the_choice_and_shows_where_it_is(self, qtbot: QtBot) -> None:
        table = table_of(qtbot, 200)
        table.show()
        table.select(lambda row: row["name"].text == "00150 ●●")
        assert table.verticalScrollBar().value() > 0
        for order in (Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder):
            table.sortByColumn(0, order)
            assert table.current()["name"].text == "00150 ●●"
            assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())
        qtbot.keyClick(table, Qt.Key.Key_Down)
        assert table.current()["name"].text == "00151 ●●"
        assert table.verticalScrollBar().value() > 0

    def test_another_sorting_of_which_nothing_is_chosen_shows_what_comes_first(self, qtbot: QtBot) -> None:
        table = table_of(qtbot, 200)
        table.show()
        table.scrollToBottom()
        assert table.verticalScrollBar().value() > 0
        table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        assert table.verticalScrollBar().value() == 0

    def test_many_rows_paint_and_scroll(self, qtbot: QtBot) -> None:
        table = table_of(qtbot, 10_000)
        table.select_first()
        qtbot.keyClick(table, Qt.Key.Key_End)
        assert table.current()["name"].text == "09999 ●●"
        assert not table.grab().isNull()

    def test_cells_speak_with_their_column(self, qtbot: QtBot) -> None:
        table = table_of(qtbot, 1)
        index = table.model().index(0, 2)
        assert table.model().data(index, Qt.ItemDataRole.AccessibleTextRole) == "State: open"

    def test_a_phrase_is_translated_when_shown(self, qtbot: QtBot) -> None:
        table = DataTable("Words")
        qtbot.addWidget(table)
        table.set_columns([Column("word", "Word", 100)])
        table.set_rows([{"word": Phrase("Nowhere", "plain words")}])
        assert table.model().data(table.model().index(0, 0)) == "plain words"


class TestMaskedValue:
    @pytest.fixture
    def asked(self) -> list[Callable[[str], None]]:
        return []

    @pytest.fixture
    def value(self, qtbot: QtBot, asked: list[Callable[[str], None]]) -> MaskedValue:
        made = MaskedValue("Phone", Masked("●●●-●●●●-5678", hidden=True, revealable=True), asked.append)
        qtbot.addWidget(made)
        made.show()
        return made

    def test_it_asks_and_shows_what_comes(
        self, qtbot: QtBot, value: MaskedValue, asked: list[Callable[[str], None]]
    ) -> None:
        qtbot.mouseClick(value._link, Qt.MouseButton.LeftButton)
        assert not value.shown
        asked[0](PHONE)
        assert value.shown
        assert value._text.text() == PHONE

    def test_hiding_drops_the_value(self, value: MaskedValue) -> None:
        value.show_value(PHONE)
        value.hide_value()
        assert PHONE not in texts_of(value)

    def test_a_hidden_widget_drops_the_value(self, value: MaskedValue) -> None:
        value.show_value(PHONE)
        value.hide()
        assert not value.shown
        assert PHONE not in texts_of(value)

    def test_it_hides_itself_when_the_time_is_over(self, qtbot: QtBot, value: MaskedValue) -> None:
        value.show_value(PHONE, seconds=0)
        with qtbot.waitSignal(value.hidden_again):
            pass
        assert PHONE not in texts_of(value)

    def test_a_call_keeps_it_open_for_ten_minutes_at_most(self, value: MaskedValue) -> None:
        value.show_value(PHONE)
        value.hold_open(5000)
        assert value._seconds == 600

    def test_who_may_not_sees_a_lock(self, qtbot: QtBot) -> None:
        made = MaskedValue("Account", Masked("●●●●567", hidden=True), lambda _show: None)
        qtbot.addWidget(made)
        made.show()
        assert made._lock.isVisible()
        assert not made._link.isVisible()

    def test_what_is_not_hidden_has_neither(self, qtbot: QtBot) -> None:
        made = MaskedValue("Name", Masked("株式会社たなか商店"), lambda _show: None)
        qtbot.addWidget(made)
        made.show()
        assert not made._lock.isVisible()
        assert not made._link.isVisible()


def texts_of(widget: QWidget) -> str:
    parts = [widget.accessibleName(), widget.toolTip()]
    for child in widget.findChildren(QWidget):
        parts += [child.accessibleName(), child.toolTip(), getattr(child, "text", str)()]
    return "\n".join(parts)


class TestSearchBox:
    def test_text_still_being_composed_searches_too(self, qtbot: QtBot) -> None:
        box = SearchBox("Find", lambda: None, delay_ms=0)
        qtbot.addWidget(box)
        box.show()
        with qtbot.waitSignal(box.searched) as heard:
            QApplication.sendEvent(box, QInputMethodEvent("たな", []))
        assert heard.args == ["たな"]
        event = QInputMethodEvent("", [])
        event.setCommitString("田中")
        with qtbot.waitSignal(box.searched) as heard:
            QApplication.sendEvent(box, event)
        assert heard.args == ["田中"]

    def test_where_the_search_runs_beside_the_window_it_starts_with_the_key(self, qtbot: QtBot) -> None:
        box = SearchBox("Find", lambda: None, at_once=True)
        qtbot.addWidget(box)
        heard: list[str] = []
        box.searched.connect(heard.append)
        qtbot.keyClicks(box, "ab")
        QApplication.sendEvent(box, QInputMethodEvent("た", []))
        event = QInputMethodEvent("", [])
        event.setCommitString("田")
        QApplication.sendEvent(box, event)
        assert heard == ["a", "ab", "abた", "ab田"]
        qtbot.wait(20)
        assert len(heard) == 4

    def test_escape_clears_and_down_moves_on(self, qtbot: QtBot) -> None:
        entered: list[bool] = []
        box = SearchBox("Find", lambda: entered.append(True), delay_ms=0)
        qtbot.addWidget(box)
        box.setText("x")
        qtbot.keyClick(box, Qt.Key.Key_Escape)
        assert box.text() == ""
        with qtbot.waitSignal(box.left_down):
            qtbot.keyClick(box, Qt.Key.Key_Down)
        assert entered == [True]


class TestForms:
    def test_a_refused_field_is_marked_and_takes_the_keyboard(self, qtbot: QtBot) -> None:
        form = Form()
        qtbot.addWidget(form)
        form.add("name", "Name", QLineEdit(), required=True)
        form.add("town", "Town", QLineEdit())
        form.show()
        assert form.show_invalid(InvalidInput("town"))
        assert form.fields["town"].error.text()
        assert form.fields["town"].control.property("invalid") == "true"
        assert not form.show_invalid(InvalidInput("elsewhere"))
        form.clear_errors()
        assert form.fields["town"].error.isHidden()

    @pytest.mark.parametrize(
        ("typed", "armed"), [("38", True), ("３８", True), ("3", False), ("380", False), ("", False)]
    )
    def test_only_the_number_arms_the_red_button(self, qtbot: QtBot, typed: str, armed: bool) -> None:
        dialog = DangerConfirm("Destroy", ("It cannot be undone.",), 38, "Destroy")
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.typed.insert(typed)
        assert dialog.primary.isEnabled() is armed

    @pytest.mark.parametrize("typed", ["5000", "5,000", "５，０００"])
    def test_a_large_number_is_typed_as_it_is_shown_or_plainly(self, qtbot: QtBot, typed: str) -> None:
        dialog = DangerConfirm("Destroy", (), 5000, "Destroy")
        qtbot.addWidget(dialog)
        dialog.show()
        assert any("5,000" in part.text() for part in dialog.findChildren(QLabel))
        dialog.typed.insert(typed)
        assert dialog.primary.isEnabled()
        assert dialog.typed_number() == 5000

    def test_escape_leaves_the_dangerous_question(self, qtbot: QtBot) -> None:
        dialog = DangerConfirm("Destroy", (), 2, "Destroy")
        qtbot.addWidget(dialog)
        dialog.open()
        with qtbot.waitSignal(dialog.rejected):
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def takes_no_input_method(field: QLineEdit | QPlainTextEdit) -> bool:
    """What Qt asks the field itself, whatever its attributes say."""
    question = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
    QApplication.sendEvent(field, question)
    return question.value(Qt.InputMethodQuery.ImEnabled) is False


def test_a_box_for_papers_takes_what_a_scanner_types(qtbot: QtBot) -> None:
    box = papers_box()
    qtbot.addWidget(box)
    assert takes_no_input_method(box)
    qtbot.keyClicks(box, "123 456 789 012 345")
    assert box.toPlainText() == "123 456 789 012 345"


class TestPassphraseEdit:
    @pytest.fixture
    def secret(self, qtbot: QtBot) -> PassphraseEdit:
        made = PassphraseEdit("Passphrase")
        qtbot.addWidget(made)
        made.show()
        return made

    def test_it_is_hidden_until_asked(self, qtbot: QtBot, secret: PassphraseEdit) -> None:
        assert secret.edit.echoMode() == QLineEdit.EchoMode.Password
        qtbot.mouseClick(secret.toggle, Qt.MouseButton.LeftButton)
        assert secret.edit.echoMode() == QLineEdit.EchoMode.Normal
        secret.clear()
        assert secret.edit.echoMode() == QLineEdit.EchoMode.Password

    @pytest.mark.parametrize("digits", [False, True])
    def test_the_input_method_stays_out_shown_and_hidden(self, qtbot: QtBot, digits: bool) -> None:
        secret = PassphraseEdit("Passphrase", digits=digits)
        qtbot.addWidget(secret)
        hidden = secret.edit.inputMethodHints()
        for shown in (False, True, False, True):
            secret.set_shown(shown=shown)
            assert takes_no_input_method(secret.edit)
            assert secret.edit.inputMethodHints() == hidden
        for hint in (
            Qt.InputMethodHint.ImhSensitiveData,
            Qt.InputMethodHint.ImhHiddenText,
            Qt.InputMethodHint.ImhNoPredictiveText,
        ):
            assert hidden & hint
        assert bool(hidden & Qt.InputMethodHint.ImhDigitsOnly) is digits

    def test_a_scan_field_takes_no_input_method(self, qtbot: QtBot) -> None:
        field = ScanField("Code", "Scan")
        qtbot.addWidget(field)
        assert takes_no_input_method(field)

    def test_capitals_without_shift_warn(self, qtbot: QtBot, secret: PassphraseEdit) -> None:
        qtbot.keyClick(secret.edit, "A")
        assert secret.warning.isVisible()
        qtbot.keyClick(secret.edit, "a")
        assert not secret.warning.isVisible()

    def test_enter_submits(self, qtbot: QtBot, secret: PassphraseEdit) -> None:
        with qtbot.waitSignal(secret.submitted):
            qtbot.keyClick(secret.edit, Qt.Key.Key_Return)


class TestFrames:
    def test_a_page_has_one_primary_action(self, qtbot: QtBot) -> None:
        page = Page("Customers")
        qtbot.addWidget(page)
        pressed: list[str] = []
        page.set_primary("First", "plus", lambda: pressed.append("first"))
        action = page.add_action("Import", "upload", lambda: pressed.append("import"))
        primary = page.set_primary("New customer", "plus", lambda: pressed.append("new"))
        page.show()
        action.click()
        primary.click()
        assert pressed == ["import", "new"]
        assert page.header.itemAt(page.header.count() - 1).widget() is primary

    def test_a_page_reads_its_data_when_it_comes_to_the_front(self, qtbot: QtBot) -> None:
        class Counting(Page):
            reads = 0

            def refresh(self) -> None:
                self.reads += 1

        page = Counting("Numbers")
        qtbot.addWidget(page)
        page.show()
        page.hide()
        page.show()
        assert page.reads == 2

    def test_arrows_move_between_tabs(self, qtbot: QtBot) -> None:
        tabs = TabRow()
        qtbot.addWidget(tabs)
        for name in ("One", "Two"):
            tabs.add(name, QWidget())
        tabs.show()
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
        assert tabs.current == 1
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
        assert tabs.current == 0

    def test_a_tab_is_built_when_it_is_first_in_front(self, qtbot: QtBot) -> None:
        built: list[str] = []

        def page(name: str) -> QWidget:
            built.append(name)
            return QWidget()

        tabs = NamedTabs()
        qtbot.addWidget(tabs)
        for name in ("first", "second"):
            tabs.place(name, name, lambda name=name: page(name))  # type: ignore[misc]
        tabs.show()
        assert (built, tabs.in_front) == (["first"], "first")
        tabs.show_named("second")
        tabs.show_named("none of that name")
        tabs.show_named("first")
        assert (built, tabs.in_front, tabs.content("third")) == (["first", "second"], "first", None)

    def test_steps_say_where_one_is(self, qtbot: QtBot) -> None:
        bar = StepBar(["Check", "Decide"])
        qtbot.addWidget(bar)
        bar.set_current(1)
        assert "Decide" in bar.accessibleName()
        assert bar._names[0].property("tone") == "good"

    def test_in_a_narrow_window_only_the_current_step_is_named(self, qtbot: QtBot) -> None:
        bar = StepBar(["Look at everything", "Decide about it", "Papers and media"])
        qtbot.addWidget(bar)
        bar.set_current(1)
        bar.resize(900, 40)
        bar.show()
        assert all(name.isVisible() for name in bar._names)
        bar.resize(220, 40)
        assert not any(name.isVisible() for name in bar._names)
        assert bar._here.isVisible()
        assert bar._here.text() == "Decide about it"

    @pytest.mark.parametrize("width", [900, 220])
    def test_no_step_moves_the_marks_and_names(self, qtbot: QtBot, width: int) -> None:
        bar = StepBar(["Look at everything", "Decide about it", "Papers and media"])
        qtbot.addWidget(bar)
        bar.resize(width, 40)
        bar.show()
        places = []
        for number in range(4):
            bar.set_current(number)
            QApplication.processEvents()
            places.append([one.geometry() for one in (*bar._marks, *bar._names)])
        assert all(one == places[0] for one in places)

    def test_a_button_that_is_named_later_has_its_picture_beside_its_name(self, qtbot: QtBot) -> None:
        later, named = button("", kind="danger", icon="shredder"), button("Destroy", icon="shredder")
        for one in (later, named):
            qtbot.addWidget(one)
        assert later.iconSize() == named.iconSize()

    @pytest.mark.parametrize("with_tax", [False, True])
    @pytest.mark.parametrize("sign", [1, -1])
    def test_an_amount_stays_with_its_name(self, sign: int, *, with_tax: bool) -> None:
        text = totals_text(Totals(sign * 1_000, sign * 100, sign * 1_100, 10, with_tax))
        assert yen(sign * 1_100) in text
        assert f" {yen(sign * 100)[0]}" not in text

    def test_no_line_ends_within_the_name_of_an_amount(
        self, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        japanese = SimpleNamespace(translate=lambda *_text: "小計（税抜） {net} ＝ 合計（税込） {gross}")
        monkeypatch.setattr("hvacdesk.ui.widgets.numbers.QCoreApplication", japanese)
        text = totals_text(Totals(1_000, 100, 1_100, 10, with_tax=False))
        layout, _count = broken(text, base_font(12), 130, Qt.AlignmentFlag.AlignLeft, QWidget())
        ends = [layout.lineAt(at).textStart() for at in range(1, layout.lineCount())]
        assert ends
        assert all(text[end - 1] == " " for end in ends)

    def test_undo_in_a_notice(self, qtbot: QtBot) -> None:
        room = NoticePlace()
        qtbot.addWidget(room)
        room.show()
        undone: list[bool] = []
        Notice(room, "Older")
        notice = Notice(room, "Saved", lambda: undone.append(True))
        qtbot.waitUntil(lambda: len(room.findChildren(Notice)) == 1)
        notice._button.click()
        assert undone == [True]


def test_lines_of_a_field_do_not_touch_and_the_cursor_stands_in_them(qtbot: QtBot) -> None:
    edit = QPlainTextEdit("one\ntwo\nthree")
    field = FormField("Note", edit)
    qtbot.addWidget(field)
    field.resize(300, 200)
    field.show()
    tops = []
    for number in range(3):
        cursor = QTextCursor(edit.document().findBlockByNumber(number))
        edit.setTextCursor(cursor)
        tops.append(edit.cursorRect().top())
        assert edit.cursorForPosition(edit.cursorRect().center()).blockNumber() == number
    pitch = line_pitch(edit.fontMetrics())
    assert pitch > edit.fontMetrics().height() + 2
    assert [later - earlier for earlier, later in pairwise(tops)] == [pitch, pitch]
    edit.setPlainText("long " * 40)
    assert edit.document().firstBlock().layout().lineCount() > 1
    edit.moveCursor(QTextCursor.MoveOperation.End)
    lines = edit.document().firstBlock().layout().lineCount()
    assert edit.cursorRect().top() - tops[0] == (lines - 1) * pitch


def test_what_can_be_copied_has_the_room_between_its_lines_that_other_texts_have(
    qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, Scheme.LIGHT)
    address = label("〒491-0858 愛知県一宮市栄3丁目38-21 コーポ例示 288", wrap=True)
    qtbot.addWidget(address)
    address.resize(200, address.heightForWidth(200))
    before = address.grab().toImage()
    address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
    assert address.grab().toImage() == before
    address.setSelection(0, 4)
    assert address.grab().toImage() != before
