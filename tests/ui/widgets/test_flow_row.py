"""A row that breaks: one line where there is room, further ones where there is not, and nothing cut."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.name_choice import NameChoice
from hvacdesk.ui.widgets.page_room import FrontStack, PageRoom
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.tab_row import TabRow
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.typed_fields import TypedFields


def buttons(*texts: str) -> list[QPushButton]:
    return [QPushButton(text) for text in texts]


def shown(qtbot: QtBot, row: FlowRow, width: int) -> QWidget:
    """The row in a column of that width; whoever lets the window go loses both."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(row)
    column.addStretch(1)
    qtbot.addWidget(window)
    window.resize(width, 400)
    window.show()
    return window


def lines(parts: list[QPushButton]) -> list[int]:
    """How many parts stand on each line."""
    tops = [part.y() for part in parts if part.isVisible()]
    return [tops.count(top) for top in sorted(set(tops))]


def test_it_breaks_only_where_it_must(qtbot: QtBot) -> None:
    parts = buttons("Destroy", "Reduce", "Keep", "Hold")
    row = FlowRow(parts)
    window = shown(qtbot, row, 900)
    assert lines(parts) == [4]
    window.resize(parts[0].sizeHint().width() + parts[1].sizeHint().width() + 20, 400)
    qtbot.waitUntil(lambda: lines(parts) == [2, 2])
    assert all(part.geometry().right() < row.width() for part in parts)
    assert row.height() >= parts[3].geometry().bottom() + 1


@pytest.mark.parametrize(("width", "standing"), [(900, [6]), (420, [3, 3]), (130, [1] * 6)])
def test_even_lines_are_equally_full(qtbot: QtBot, width: int, standing: list[int]) -> None:
    parts = buttons(*(f"Tile {number}" for number in range(6)))
    for part in parts:
        part.setMinimumWidth(100)
    window = shown(qtbot, FlowRow(parts, even=True), width)
    assert window.isVisible()
    assert lines(parts) == standing
    widths = {part.width() for part in parts}
    assert max(widths) - min(widths) <= 1  # so that it ends where cards under it do
    first = [part for part in parts if part.y() == parts[0].y()]
    assert max(part.geometry().right() for part in first) == parts[0].parentWidget().width() - 1
    assert len({part.height() for part in parts}) == 1


@pytest.mark.parametrize("frugal", [True, False])
def test_frugal_tabs_break_and_others_ask_for_one_line(qtbot: QtBot, frugal: bool) -> None:
    row = TabRow(frugal=frugal)
    qtbot.addWidget(row)
    wide, inside = QWidget(), QWidget()
    inside.setMinimumWidth(2_000)
    QVBoxLayout(wide).addWidget(inside)
    for name, content in (("Office rules", QWidget()), ("Training", QWidget()), ("Violations", wide)):
        row.add(name, content)
    names = sum(one.sizeHint().width() for one in row.findChildren(QPushButton))
    assert (row.minimumSizeHint().width() < names) is frugal
    row.show_tab(2)
    assert row.minimumSizeHint().width() >= 2_000


def test_some_parts_stand_at_the_right_end_of_their_line(qtbot: QtBot) -> None:
    month, told, record = buttons("Month", "Told", "Print")
    row = FlowRow((month,), at_end=(told, record))
    window = shown(qtbot, row, 600)
    assert month.x() == 0
    assert record.geometry().right() + 1 == row.width()
    assert told.geometry().right() < record.x()
    window.resize(month.width() + told.width() + 20, 400)
    qtbot.waitUntil(lambda: lines([month, told, record]) == [1, 2])
    assert told.geometry().right() < record.x()
    assert record.geometry().right() + 1 == row.width()


def test_no_part_at_the_right_end_is_left_alone_on_the_next_line(qtbot: QtBot) -> None:
    days, acts = buttons("Closing day", "Day of issue"), buttons("Issue all", "Print again", "Terms")
    row = FlowRow(days, at_end=acts)
    window = shown(qtbot, row, row.sizeHint().width())
    assert lines([*days, *acts]) == [5]
    window.resize(row.sizeHint().width() - 1, 400)
    qtbot.waitUntil(lambda: lines([*days, *acts]) == [2, 3])
    assert acts[-1].geometry().right() == row.width() - 1


def test_one_part_takes_what_its_line_leaves_over(qtbot: QtBot) -> None:
    search, save, answer = buttons("Number", "Save", "Answer")
    row = FlowRow((search, save, answer), fills=search)
    window = shown(qtbot, row, 700)
    assert search.width() > 2 * search.sizeHint().width()
    assert answer.geometry().right() + 1 == row.width()
    window.resize(search.sizeHint().width() + save.width() + 20, 400)
    qtbot.waitUntil(lambda: lines([search, save, answer]) == [2, 1])
    assert save.geometry().right() + 1 == row.width()


def test_it_keeps_the_bounds_that_were_set_for_a_part(qtbot: QtBot) -> None:
    month, state, name = buttons("Month", "State", "A long name of somebody")
    month.setMinimumWidth(200)
    name.setMaximumWidth(70)
    window = shown(qtbot, FlowRow((month, state, name)), 600)
    assert window.isVisible()
    assert (month.width(), name.width()) == (200, 70)
    assert state.x() > month.geometry().right()
    assert FlowRow((month,)).minimumSizeHint().width() == 200


def page_of(height: int) -> QWidget:
    page, inside = QWidget(), QWidget()
    inside.setMinimumSize(height, height)
    column = QVBoxLayout(page)
    column.addWidget(inside)
    column.addWidget(label("Kept by law or office rule, as long as one of them asks for it", wrap=True))
    return page


def test_pages_behind_ask_for_nothing_in_whatever_they_lie(qtbot: QtBot) -> None:
    room, page, tabs = PageRoom(), QWidget(), FrontStack()
    qtbot.addWidget(room)
    QVBoxLayout(page).addLayout(tabs)
    room.pages.addWidget(page)
    for height in (100, 2_000):
        tabs.addWidget(page_of(height))
    room.resize(600, 400)
    room.show()
    bars = room.verticalScrollBar(), room.horizontalScrollBar()
    qtbot.waitUntil(lambda: [bar.maximum() for bar in bars] == [0, 0])
    tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: all(bar.maximum() > 1_000 for bar in bars))
    tabs.setCurrentIndex(0)
    qtbot.waitUntil(lambda: [bar.maximum() for bar in bars] == [0, 0])


def test_a_column_scrolls_only_where_its_texts_do_not_fit_at_its_own_width(qtbot: QtBot) -> None:
    """Of texts that are broken at less than that, Qt would take the height."""
    content = QWidget()
    inside = QVBoxLayout(content)
    for _ in range(5):
        inside.addWidget(
            label("Kept by law or office rule, as long as one of them asks for it. " * 2, wrap=True)
        )
    column = ScrollColumn(content)
    qtbot.addWidget(column)
    column.resize(1_000, content.heightForWidth(1_000))
    column.show()
    assert content.minimumSizeHint().height() > column.height()
    assert column.verticalScrollBar().maximum() == 0
    column.resize(1_000, content.heightForWidth(1_000) - 10)
    assert column.verticalScrollBar().maximum() == 10


def test_a_hidden_part_takes_no_room(qtbot: QtBot) -> None:
    parts = buttons("Another period", "Take back")
    window = shown(qtbot, FlowRow(parts), 600)
    assert window.isVisible()
    parts[0].hide()
    qtbot.waitUntil(lambda: parts[1].x() == 0)
    parts[0].show()
    qtbot.waitUntil(lambda: parts[1].x() > 0)


def test_paragraphs_get_the_height_of_their_width(qtbot: QtBot) -> None:
    text = label("Kept by law or office rule, as long as one of them asks for it", wrap=True)
    window = shown(qtbot, FlowRow([text], even=True), 120)
    assert window.isVisible()
    assert text.height() == text.heightForWidth(text.width()) > text.fontMetrics().height()


def test_a_name_is_chosen_or_typed_and_kept_as_a_draft(qtbot: QtBot) -> None:
    choice = NameChoice("伊藤")
    qtbot.addWidget(choice)
    typed = TypedFields({"witness": choice})
    choice.offer(["山田 恵", "佐藤 綾"])
    assert choice.currentText() == "伊藤"
    assert typed.changed() is None
    choice.setCurrentIndex(1)
    assert typed.changed() == {"witness": "佐藤 綾"}
    typed.fill({"witness": "業者の田中"})
    assert choice.currentText() == "業者の田中"


def test_a_part_that_grew_while_the_row_was_hidden_has_its_room(qtbot: QtBot) -> None:
    """A count that changes behind another tab was cut at its end."""
    said = label("1", "muted")
    row = FlowRow((said,))
    qtbot.addWidget(row)
    row.resize(400, 60)
    row.show()
    row.hide()
    said.setText("5,000 people")
    row.show()
    assert said.width() >= said.sizeHint().width()


def test_a_column_never_scrolls_sideways_to_a_field_that_is_too_wide(qtbot: QtBot) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    wide = QPushButton("wide")
    wide.setMinimumWidth(900)
    column.addWidget(label("What stands at the left"))
    column.addWidget(wide)
    area = ScrollColumn(content)
    qtbot.addWidget(area)
    area.resize(400, 200)
    area.show()
    qtbot.wait(50)
    assert area.horizontalScrollBar().maximum() > 0
    area.ensureWidgetVisible(wide, 0, 24)
    assert area.horizontalScrollBar().value() == 0
    assert content.x() == 0
