"""Open lists: rows as high as the look asks for, and the last one whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.ui.theme import Scheme, theme
from hvacdesk.ui.widgets.suggestions import suggest

ROW = 34
MOST_SHOWN = {QComboBox: 10, QLineEdit: 7}


@pytest.fixture(params=[1.0, 1.5, 2.0])
def scale(request: pytest.FixtureRequest) -> Iterator[float]:
    app = cast(QApplication, QApplication.instance())
    theme.apply(app, Scheme.LIGHT, request.param)
    yield request.param
    theme.apply(app, Scheme.LIGHT, 1.0)


def open_list(window: QWidget, kind: type[QWidget], count: int) -> QAbstractItemView:
    """A field on the window, with its list open."""
    names = [f"項目 {number} gjpqy" for number in range(count)]
    field = kind()
    QVBoxLayout(window).addWidget(field)
    window.show()
    if isinstance(field, QComboBox):
        field.addItems(names)
        field.showPopup()
        return field.view()
    assert isinstance(field, QLineEdit)
    suggest(field, names)
    field.setFocus()
    field.setText("項目")
    field.completer().complete()
    return field.completer().popup()


@pytest.mark.parametrize("kind", [QComboBox, QLineEdit])
@pytest.mark.parametrize("count", [1, 2, 3, 8, 30])
def test_rows_are_high_enough_and_the_last_one_is_whole(
    qtbot: QtBot, scale: float, kind: type[QWidget], count: int
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    rows = open_list(window, kind, count)
    model: QAbstractItemModel = rows.model()
    assert model.rowCount() == count
    heights = {rows.visualRect(model.index(at, 0)).height() for at in range(count)}
    assert min(heights) >= ROW * scale
    last = rows.visualRect(model.index(min(count, MOST_SHOWN[kind]) - 1, 0))
    assert (
        rows.viewport().mapToGlobal(QPoint(0, last.bottom())).y()
        <= rows.window().mapToGlobal(QPoint(0, rows.window().height() - 1)).y()
    )
    assert last.bottom() <= rows.viewport().height()
    if count <= MOST_SHOWN[kind]:
        assert not rows.verticalScrollBar().maximum()
    rows.window().hide()
