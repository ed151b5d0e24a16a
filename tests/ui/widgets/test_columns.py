"""Columns as each person wants them: chosen by mouse or keyboard, remembered for them and for nobody else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from hvacdesk.domain.roles import Role
from hvacdesk.ui.column_choices import KEY
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.column_menu import ColumnDialog
from hvacdesk.ui.widgets.column_widths import share_width
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.table_choice import TableChoice
from hvacdesk.ui.widgets.table_model import LeftOut
from hvacdesk.ui.widgets.table_painter import cell_width
from tests.helpers.front_desk import SECRETS, FrontDesk, build_front_desk, open_window
from tests.helpers.real_office import RealOffice
from tests.helpers.secret_service import SecretService

PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> RealOffice:
    return build_front_desk(tmp_path_factory.mktemp("office") / "office")


@pytest.fixture
def desk(real: RealOffice, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_window(real, qtbot, Role.DESK) as opened:
        opened.go("rules", tab="retention")
        yield opened


def table_of(desk: FrontDesk) -> DataTable:
    found = desk.page.retention.table
    assert isinstance(found, DataTable)
    return found


def left_to_right(table: DataTable) -> list[str]:
    header = table.horizontalHeader()
    keys = [table.columns[header.logicalIndex(at)].key for at in range(len(table.columns))]
    return [key for key in keys if key in table.visible_keys()]


def menu_by_key(
    desk: FrontDesk, table: DataTable, key: Qt.Key = Qt.Key.Key_Menu, modifier: Qt.KeyboardModifier = PLAIN
) -> QMenu:
    """The columns, in the menu of a row."""
    table.setFocus()
    QTest.keyClick(table, key, modifier)
    desk.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    rows = QApplication.activePopupWidget()
    QTest.keyClick(rows, Qt.Key.Key_Up)
    QTest.keyClick(rows, Qt.Key.Key_Right)
    desk.wait(lambda: QApplication.activePopupWidget() is not rows)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def close_menus() -> None:
    while (menu := QApplication.activePopupWidget()) is not None:
        menu.close()


def leave_and_come_back(real: RealOffice, qtbot: QtBot, desk: FrontDesk, who: Role) -> Iterator[FrontDesk]:
    desk.window._keep_drafts()
    with open_window(real, qtbot, who) as again:
        again.go("rules", tab="retention")
        yield again


def years(shown: str) -> float:
    """How long a period is that a table shows."""
    found = re.match(r"([0-9]+) (year|month)", shown)
    return 0 if found is None else int(found[1]) / (12 if found[2] == "month" else 1)


def test_what_was_chosen_is_there_at_the_next_login_for_this_person_alone(
    real: RealOffice, qtbot: QtBot, desk: FrontDesk
) -> None:
    table = table_of(desk)
    table.horizontalHeader().moveSection(2, 0)
    table.horizontalHeader().resizeSection(0, 210)
    table.show_column("source", False)
    table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    desk.calm()
    chosen = left_to_right(table)
    assert chosen[0] == "years"
    assert "source" not in chosen
    for again in leave_and_come_back(real, qtbot, desk, Role.DESK):
        found = table_of(again)
        assert left_to_right(found) == chosen
        assert found.columnWidth(0) == 210
        assert found.horizontalHeader().sortIndicatorSection() == 2
        shown = [found.model().index(at, 2).data() for at in range(found.model().rowCount())]
        assert shown == sorted(shown, key=years, reverse=True)
    for other in leave_and_come_back(real, qtbot, desk, Role.OWNER):
        assert table_of(other).choice == TableChoice()
        assert left_to_right(table_of(other))[0] == "title"


def test_everything_can_be_chosen_with_the_keyboard_alone_and_taken_back(desk: FrontDesk) -> None:
    table = table_of(desk)
    table.choose(TableChoice())
    before = left_to_right(table)
    menu = menu_by_key(desk, table)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    desk.calm()
    assert left_to_right(table) == before[1:]
    close_menus()
    ColumnDialog(table).open()
    dialog = desk.dialog()
    assert isinstance(dialog, ColumnDialog)
    dialog.list.setCurrentRow(1)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    desk.press(dialog, "To the right")
    dialog.width_box.setValue(150)
    dialog.sort.setCurrentIndex(dialog.sort.findData("years"))
    assert dialog.primary is not None
    desk.click(dialog.primary)
    assert before[1] not in left_to_right(table)
    assert table.choice.order[2] == before[1]
    assert table.choice.widths == {before[1]: 150}
    assert table.choice.sort == "years"
    reset = next(one for one in menu_by_key(desk, table).actions() if one.text() == "As the program shows it")
    reset.trigger()
    close_menus()
    desk.calm()
    assert left_to_right(table) == before


def test_the_last_column_cannot_be_hidden(desk: FrontDesk) -> None:
    table = table_of(desk)
    for key in table.visible_keys()[1:]:
        table.show_column(key, False)
    menu = menu_by_key(desk, table, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    (left,) = [one for one in menu.actions() if one.isChecked()]
    assert not left.isEnabled()
    close_menus()
    table.choose(TableChoice())


def test_only_names_of_columns_are_kept(desk: FrontDesk) -> None:
    desk.search("田中")
    table = desk.page.table
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    table.show_column("kana", False)
    desk.window._keep_drafts()
    kept = json.dumps(desk.office.settings.personal(desk.actor, KEY), ensure_ascii=False)
    assert "customers" in kept
    assert "田中" not in kept
    assert not any(secret in kept for secret in SECRETS)


def test_a_column_of_an_older_program_is_passed_over(qtbot: QtBot) -> None:
    table = DataTable("Numbers")
    qtbot.addWidget(table)
    table.set_columns([Column("a", "A", 80), Column("b", "B", 80)])
    table.choose(
        TableChoice(order=("gone", "b"), hidden=frozenset({"gone"}), widths={"gone": 90}, sort="gone")
    )
    assert left_to_right(table) == ["b", "a"]


@pytest.mark.parametrize(
    "stored", [None, "x", [1], {"order": 3, "widths": {"a": "wide", "b": -4}, "sort": []}]
)
def test_settings_that_are_none_count_as_no_choice(stored: object) -> None:
    assert TableChoice.read(stored) == TableChoice()


def test_what_is_written_is_what_is_read() -> None:
    choice = TableChoice(("b", "a"), frozenset({"c"}), frozenset({"d"}), {"a": 120}, "b", True)
    assert TableChoice.read(json.loads(json.dumps(choice.plain()))) == choice


def test_a_column_that_goes_first_shows_all_of_its_values_before_the_others_share_the_room(
    qtbot: QtBot,
) -> None:
    table = DataTable("Customers")
    qtbot.addWidget(table)
    table.set_columns(
        (
            Column("name", "Name", width=40, stretch=1, most=200),
            Column("address", "Address", width=80, stretch=9),
        )
    )
    table.resize(400, 200)
    table.show()
    table.set_rows([{"name": "マツモト ●●", "address": "名古屋市熱田区神宮西2丁目"}])
    needed = cell_width("マツモト ●●", "text")
    assert needed > theme.px(40)
    assert table.columnWidth(0) >= needed
    table.set_rows([{"name": "株式会社" * 20, "address": "名古屋市"}])
    assert theme.px(200) <= table.columnWidth(0) < 400
    table.resize(150, 200)
    assert table.columnWidth(0) < needed, "no more than there is room for"
    assert table.columnWidth(1) >= theme.px(80)


def test_no_text_is_cut_while_another_column_has_room_to_spare(qtbot: QtBot) -> None:
    table = DataTable("notes")
    qtbot.addWidget(table)
    table.set_columns(
        [
            Column("name", "Name", width=100, stretch=3, value=lambda row: row[0]),
            Column("why", "Why", width=60, stretch=1, value=lambda row: row[1]),
        ]
    )
    table.resize(900, 200)
    table.show()
    why = "I2026-000012・I2026-000031"
    table.set_rows([("加藤", why)])
    qtbot.waitUntil(lambda: table.columnWidth(1) >= cell_width(why, "text"))
    assert table.columnWidth(0) > table.columnWidth(1)
    table.set_rows([("加藤", why * 8)])
    assert table.columnWidth(0) >= 400, "a text without end leaves the others their share"


def test_a_name_is_whole_before_others_get_more(qtbot: QtBot) -> None:
    """All of them lack something: half of what each lacks would leave each of them cut."""
    table = DataTable("Customers")
    qtbot.addWidget(table)
    kinds = (("name", 240), ("kana", 140), ("address", 200))
    table.set_columns([Column(key, key, width=60, stretch=1, most=most) for key, most in kinds])
    name = "株式会社青葉不動産"
    needed = cell_width(name, "text")
    table.resize(needed + theme.px(140), 200)
    table.show()
    table.set_rows([{"name": name, "kana": "カブシキガイシャアオバ", "address": "名古屋市熱田区神宮西"}])
    assert table.columnWidth(0) >= needed


def test_of_the_columns_without_room_those_that_matter_least_are_left_out_first() -> None:
    columns = [
        Column("number", "", width=100, wide_only=True),
        Column("name", "", width=100),
        Column("fee", "", width=100, wide_only=True, left_out=LeftOut.FIRST),
        Column("way", "", width=100, wide_only=True, left_out=LeftOut.LATE),
        Column("receipt", "", width=100, wide_only=True, left_out=LeftOut.FIRST),
    ]

    def shown(room: int) -> list[str]:
        found = share_width(columns, TableChoice(), [100] * 5, {}, room)
        return [columns[at].key for at in found]

    assert shown(500) == ["number", "name", "fee", "way", "receipt"]
    assert shown(400) == ["number", "name", "fee", "way"]
    assert shown(300) == ["number", "name", "way"]
    assert shown(200) == ["number", "name"]
    assert shown(100) == ["name"]
