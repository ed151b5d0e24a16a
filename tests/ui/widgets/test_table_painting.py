"""How a table of rows is painted: what stands out, and how little is done when other rows are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.masked import Masked
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.theme import Scheme, theme
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.table_painter import TablePainter

WIDTH, HEIGHT = 120, 42
NAME, ALIAS, TOWN, STATE = range(4)


class Paints(QObject):
    """Counts how often each widget is painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.counted: Counter[QObject] = Counter()
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.counted[watched] += event.type() == QEvent.Type.Paint
        return False


def row(number: int) -> dict[str, object]:
    return {
        "name": Masked(f"田中{number} ●●", hidden=True),
        "alias": "●●●●",
        "town": "名古屋市中区",
        "state": ChipValue("open", "good"),
    }


@pytest.fixture
def plain_look() -> Iterator[QApplication]:
    """The program, whose look is as it was afterwards."""
    app = cast(QApplication, QApplication.instance())
    sheet = app.styleSheet()
    yield app
    theme.apply(app, Scheme.LIGHT, 1.0)
    app.setStyleSheet(sheet)


@pytest.fixture
def table(qtbot: QtBot, tmp_path: Path) -> Iterator[DataTable]:
    cast(QApplication, QApplication.instance()).setStyleSheet("")
    for left in QApplication.topLevelWidgets():  # an earlier test's window would lie over the table
        left.hide()
    made = DataTable("Customers")
    qtbot.addWidget(made)
    made.set_columns(
        [
            Column("name", "Name", WIDTH, kind="masked"),
            Column("alias", "Alias", WIDTH, kind="masked"),
            Column("town", "Town", WIDTH, kind="muted"),
            Column("state", "State", WIDTH, kind="chip"),
        ]
    )
    made.set_rows([row(number) for number in range(4)])
    made.resize(4 * WIDTH + 40, 300)
    made.show()
    QTest.mouseMove(made.window(), QPoint(4 * WIDTH + 30, 290))
    QTest.qWait(50)
    yield made
    Preferences(tmp_path / "nowhere").apply(cast(QApplication, QApplication.instance()))


def cell(table: DataTable, line: int, column: int) -> QImage:
    area = table.visualRect(table.model().index(line, column))
    return table.viewport().grab(area).toImage()


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def has(image: QImage, colour: str) -> bool:
    return QColor(colour).name() in colours(image)


def test_what_is_hidden_is_muted_and_what_is_not_is_plain(table: DataTable) -> None:
    text, muted = theme.colours.text, theme.colours.muted
    name, alias, town = (cell(table, 0, at) for at in (NAME, ALIAS, TOWN))
    assert has(name, text)
    assert has(name, muted)
    assert has(alias, muted)
    assert not has(alias, text)
    assert has(town, muted)
    assert not has(town, text)
    assert has(cell(table, 0, STATE), theme.colours.tone("good")[1])


def test_a_chosen_row_is_plain_on_its_own_ground_from_side_to_side(table: DataTable) -> None:
    table.selectRow(1)
    for column in (NAME, ALIAS, TOWN):
        image = cell(table, 1, column)
        assert image.pixelColor(0, 0) == QColor(theme.colours.selection)
        assert image.pixelColor(image.width() - 1, 0) == QColor(theme.colours.selection)
        assert has(image, theme.colours.text)
        assert not has(image, theme.colours.muted)
    assert cell(table, 0, NAME).pixelColor(0, 0) == QColor(theme.colours.surface)


def test_a_line_is_under_every_row(table: DataTable) -> None:
    image = cell(table, 0, NAME)
    assert {image.pixelColor(x, image.height() - 1).name() for x in range(image.width())} == {
        QColor(theme.colours.line).name()
    }


def test_what_a_search_found_stands_out(table: DataTable) -> None:
    assert not has(cell(table, 0, NAME), theme.colours.shown_ground)
    table.set_marks(lambda text: ((0, 2),) if text.startswith("田中") else ())
    table.repaint_rows()
    assert has(cell(table, 0, NAME), theme.colours.shown_ground)
    assert has(cell(table, 0, NAME), theme.colours.warn)
    assert not has(cell(table, 0, TOWN), theme.colours.shown_ground)


def test_what_a_search_found_is_seen_where_the_end_is_cut_off(table: DataTable) -> None:
    table.setColumnWidth(TOWN, 2 * WIDTH // 3)
    table.set_marks(lambda text: ((text.index("中区"), text.index("中区") + 2),) if "中区" in text else ())
    table.repaint_rows()
    assert has(cell(table, 0, TOWN), theme.colours.shown_ground)
    table.set_marks(lambda text: ((0, 2),) if text.startswith("名古") else ())
    table.repaint_rows()
    assert has(cell(table, 0, TOWN), theme.colours.shown_ground)


def test_the_cell_under_the_mouse_shows_it_until_the_mouse_leaves(table: DataTable) -> None:
    hover = QColor(theme.colours.hover)
    QTest.mouseMove(table.viewport(), table.visualRect(table.model().index(2, NAME)).center())
    QTest.qWait(20)
    assert cell(table, 2, NAME).pixelColor(0, 0) == hover
    assert cell(table, 2, ALIAS).pixelColor(0, 0) != hover
    assert cell(table, 1, NAME).pixelColor(0, 0) != hover
    QTest.mouseMove(table.horizontalHeader().viewport(), QPoint(5, 5))
    QTest.qWait(20)
    assert cell(table, 2, NAME).pixelColor(0, 0) != hover


@pytest.mark.parametrize("counts", [(6, 2, 2), (0, 5), (0, 0, 1), (300, 3)])
def test_other_rows_take_the_place_of_what_was_shown(table: DataTable, counts: tuple[int, ...]) -> None:
    resets: list[int] = []
    table.model().modelReset.connect(lambda: resets.append(1))
    for count in counts:
        table.selectRow(0)
        chosen = table.current()
        rows = [row(100 * count + number) for number in range(count)]
        table.set_rows(rows)
        assert table.rows() == tuple(rows)
        assert table.model().rowCount() == count
        assert table.current() == (chosen if chosen in rows else None)
        shown = [table.model().index(at, NAME).data() for at in range(count)]
        assert shown == [found["name"].text for found in rows]  # type: ignore[attr-defined]
    assert not resets


def test_the_same_place_tells_who_is_there_now(table: DataTable) -> None:
    heard: list[object] = []
    table.selectRow(0)
    table.current_changed.connect(heard.append)
    other = row(9)
    table.set_rows([other, row(10)], keep=lambda one: one is other)
    assert heard == [other]


def test_as_many_other_rows_are_painted_once_and_nothing_around_them(table: DataTable) -> None:
    asked: list[object] = []
    column = Column("name", "Name", WIDTH, value=lambda one: asked.append(one) or one["name"])
    table.set_columns([column, *table.columns[1:]])
    table.set_rows([row(number) for number in range(4)])
    table.selectRow(0)
    QTest.qWait(50)
    header, viewport = table.horizontalHeader(), table.viewport()
    paints = Paints(table, viewport, header, header.viewport())
    fresh = [row(number) for number in range(4, 8)]
    table.set_rows(fresh)
    table.selectRow(0)
    asked.clear()
    QTest.qWait(50)
    assert dict(+paints.counted) == {viewport: 1}
    assert asked == fresh


def test_the_focus_border_keeps_its_round_corners(table: DataTable, qtbot: QtBot, tmp_path: Path) -> None:
    Preferences(tmp_path).apply(cast(QApplication, QApplication.instance()))
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    corner, surface = table.viewport().geometry().bottomLeft(), QColor(theme.colours.surface)
    assert table.grab().toImage().pixelColor(corner) != surface
    table.clearFocus()
    assert table.grab().toImage().pixelColor(corner) == surface


@pytest.mark.parametrize("size", [100, 200])
def test_a_row_is_whole_however_little_room_there_is(
    table: DataTable, qtbot: QtBot, tmp_path: Path, size: int
) -> None:
    preferences = Preferences(tmp_path)
    preferences.text_size = size
    preferences.apply(cast(QApplication, QApplication.instance()))
    table.resize(WIDTH, 1)
    qtbot.waitUntil(table.horizontalScrollBar().isVisible)
    first = table.visualRect(table.model().index(0, NAME))
    assert (first.top(), first.height()) == (0, TablePainter.row_height())
    assert first.height() <= table.viewport().height()


def test_a_header_says_its_titles_and_follows_other_columns(table: DataTable) -> None:
    def titles() -> list[object]:
        model = table.horizontalHeader().model()
        return [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]

    assert titles() == ["Name", "Alias", "Town", "State"]
    table.set_columns([Column("town", "Where", WIDTH, align="right")])
    assert titles() == ["Where"]
    assert table.horizontalHeader().count() == 1
    side = (
        table.horizontalHeader()
        .model()
        .headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
    )
    assert side == int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@pytest.mark.parametrize("counts", [(4, 30), (30, 4)])
def test_rows_that_make_the_scroll_bar_come_or_go_are_painted_once(
    table: DataTable, counts: tuple[int, int]
) -> None:
    """The column that takes what is left over is another width then."""
    table.set_columns([Column("name", "Name", WIDTH, stretch=1), Column("town", "Town", WIDTH)])
    before, after = counts
    table.set_rows([row(number) for number in range(before)])
    QTest.qWait(50)
    width, paints = table.columnWidth(NAME), Paints(table.viewport())
    table.set_rows([row(number) for number in range(after)])
    QTest.qWait(50)
    assert table.columnWidth(NAME) != width
    assert paints.counted[table.viewport()] == 1


def test_a_text_is_laid_out_anew_where_its_column_is_narrower(table: DataTable) -> None:
    whole = cell(table, 0, TOWN)
    table.setColumnWidth(TOWN, WIDTH // 2)
    assert cell(table, 0, TOWN) != whole.copy(0, 0, WIDTH // 2, HEIGHT)
    table.setColumnWidth(TOWN, WIDTH)
    assert cell(table, 0, TOWN) == whole


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("align", ["left", "right"])
def test_the_sign_of_sorting_lies_over_no_title(
    qtbot: QtBot, plain_look: QApplication, scale: float, align: str
) -> None:
    """A column as narrow as its title has no room beside it: the sign stands above, as in file managers."""
    theme.apply(plain_look, Scheme.LIGHT, scale)
    made = DataTable("Invoices")
    qtbot.addWidget(made)
    made.set_columns([Column("yen", "請求金額", 10, align=align)])
    made.show()
    QApplication.processEvents()
    header = made.horizontalHeader()
    above = theme.px(9)

    def title() -> tuple[QImage, QImage]:
        drawn = header.grab(QRect(0, 0, header.sectionSize(0), header.height())).toImage()
        return drawn.copy(0, 0, drawn.width(), above), drawn.copy(0, above, drawn.width(), drawn.height())

    before_sign, before = title()
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        made.sortByColumn(0, order)
        QApplication.processEvents()
        sign, text = title()
        assert sign != before_sign
        assert text == before
        widths = list(filter(None, map(len, drawn_rows(before_sign, sign))))
        points_up = widths[0] < widths[-1]
        assert points_up == (order is Qt.SortOrder.AscendingOrder)  # ▲昇順, as Explorer and Excel have it


def drawn_rows(before: QImage, after: QImage) -> Iterator[range]:
    """In each row of pixels from where to where something was drawn."""
    for y in range(after.height()):
        drawn = [x for x in range(after.width()) if after.pixel(x, y) != before.pixel(x, y)]
        yield range(min(drawn), max(drawn) + 1) if drawn else range(0)
