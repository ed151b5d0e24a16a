"""The tests' own search for what can be seen finds the same as asking every part of a window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QTabWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.visible import visible


def page_of(*parts: QWidget) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    for part in parts:
        layout.addWidget(part)
    return page


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Two pages with a part in a part, of which one page is behind, and a part that is hidden."""
    hidden = page_of(QLabel("hidden"), QLineEdit())
    pages = QTabWidget()
    pages.addTab(page_of(QLabel("in front"), page_of(QLineEdit(), QLabel("deeper")), hidden), "1")
    pages.addTab(page_of(QLabel("behind"), QLineEdit()), "2")
    made = page_of(QLabel("above"), pages)
    qtbot.addWidget(made)
    made.show()
    hidden.hide()
    return made


@pytest.mark.parametrize("kind", [QWidget, QLabel, QLineEdit])
@pytest.mark.parametrize("has_window", [False, True])
def test_it_is_what_every_part_says(window: QWidget, kind: type[QWidget], has_window: bool) -> None:
    behind = window.findChildren(QTabWidget)[0].widget(1)
    if has_window:  # a window is seen, whatever the part to which it belongs
        dialog = QDialog(behind)
        QLabel("in a window of its own", dialog)
        dialog.show()
    asked = [one for one in window.findChildren(kind) if one.isVisible()]
    assert visible(window, kind) == asked
    assert len(asked) > 1 or kind is QLineEdit
    assert any(isinstance(one, QDialog) for one in visible(window, QWidget)) is has_window
    assert visible(behind, QLabel) == [one for one in behind.findChildren(QLabel) if one.isVisible()]


def test_nothing_is_seen_of_a_window_that_is_hidden(window: QWidget) -> None:
    window.hide()
    assert visible(window, QWidget) == []
