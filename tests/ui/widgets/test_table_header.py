"""The sign of a list's sorting is seen beside the title it belongs to, and covers none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hvacdesk.ui.theme import Scheme, theme
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.table_header import TableHeader
from hvacdesk.ui.widgets.table_painter import HEAD_PAD, title_width

COLUMNS = (Column("name", "Name", 300), Column("sum", "Sum", 200, kind="number", align="right"))
ROOMY, HIGH = 300, 40


@pytest.fixture
def header(qtbot: QtBot, qapp: QApplication) -> TableHeader:
    theme.apply(qapp, Scheme.LIGHT, 1.0)
    table = DataTable("list")
    qtbot.addWidget(table)
    table.set_columns(COLUMNS)
    table.set_rows([{"name": "b", "sum": 1}, {"name": "a", "sum": 2}])
    table.resize(600, 200)
    table.show()
    header = table.horizontalHeader()
    assert isinstance(header, TableHeader)
    return header


def titled(header: TableHeader, section: int) -> tuple[float, float]:
    """From where to where the title is in a roomy section."""
    text = title_width(COLUMNS[section].title) - 2 * theme.px(HEAD_PAD)
    left = ROOMY - theme.px(HEAD_PAD) - text if COLUMNS[section].align == "right" else theme.px(HEAD_PAD)
    return left, left + text


@pytest.mark.parametrize("section", [0, 1])
def test_the_sign_is_beside_its_title(header: TableHeader, section: int) -> None:
    place = header.sign_place(section, QRect(0, 0, ROOMY, HIGH))
    begins, ends = titled(header, section)
    gap = begins - place.right() if COLUMNS[section].align == "right" else place.left() - ends
    assert 0 < gap < theme.px(10)
    assert abs(place.center().y() - HIGH / 2) <= 1


def test_without_room_it_is_above_the_title(header: TableHeader) -> None:
    width = title_width("Name")
    place = header.sign_place(0, QRect(0, 0, width, HIGH))
    assert 0 <= place.left() <= place.right() <= width
    assert place.bottom() <= theme.px(HEAD_PAD)


def test_only_the_sorted_column_has_one_and_it_shows_the_way(header: TableHeader) -> None:
    def dark(section: int) -> list[int]:
        """How many dark pixels each line of the place of the sign has, from the top."""
        picture = header.grab().toImage()
        section_at = QRect(header.sectionPosition(section), 0, header.sectionSize(section), header.height())
        place = header.sign_place(section, section_at).toAlignedRect()
        text = theme.colours.text
        return [
            sum(picture.pixelColor(x, y).name() == text for x in range(place.left(), place.right() + 1))
            for y in range(place.top(), place.bottom() + 1)
        ]

    assert not sum(dark(0))
    header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    up = dark(0)
    assert sum(up)
    assert not sum(dark(1))
    assert sum(up[: len(up) // 2]) < sum(up[len(up) // 2 :])
    header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    down = dark(0)
    assert sum(down[: len(down) // 2]) > sum(down[len(down) // 2 :])
    header.setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    assert sum(dark(1))
    assert not sum(dark(0))
