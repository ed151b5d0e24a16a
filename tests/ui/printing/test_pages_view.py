"""The pages of a paper before it is printed: seen at once, drawn beside the window."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QPainter, QPdfWriter, QPixmap
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from hvacdesk.ui.printing.pages_view import PagesView


def _black_pages(count: int) -> bytes:
    """A PDF of so many pages, each black all over."""
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(kept)
    painter = QPainter(writer)
    for number in range(count):
        if number:
            writer.newPage()
        painter.fillRect(painter.viewport(), QColor("black"))
    painter.end()
    return kept.data().data()


def _middle(view: PagesView, number: int) -> QColor:
    """The colour in the middle of a page's thumbnail."""
    line = view.list.model().index(number, 0)
    paper = cast(QPixmap, line.data(Qt.ItemDataRole.DecorationRole)).toImage()
    return paper.pixelColor(paper.rect().center())


def test_a_thumbnail_is_blank_until_it_was_drawn_beside_the_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn_here: list[int] = []
    monkeypatch.setattr(QPdfDocument, "render", lambda _pages, number, *_more: drawn_here.append(number))
    view = PagesView(_black_pages(2), ("first", "second"))
    qtbot.addWidget(view)
    assert _middle(view, 1) == QColor("white")
    changed: list[int] = []
    view.list.model().dataChanged.connect(lambda first, _last, _roles: changed.append(first.row()))
    view.show()
    qtbot.waitUntil(lambda: _middle(view, 1) == QColor("black"))
    assert 1 in changed, "nobody was told to paint it"
    assert not drawn_here
    qtbot.waitUntil(lambda: view.drawn)
    assert not view.view.verticalScrollBar().maximum(), "the whole page is more than the place for it"


def test_a_view_goes_while_its_pages_are_being_drawn(qtbot: QtBot) -> None:
    for _ in range(20):
        view = PagesView(_black_pages(8))
        view.resize(900, 700)
        view.show()
        qtbot.waitExposed(view)
        view.deleteLater()
        qtbot.waitUntil(lambda view=view: not isValid(view))
