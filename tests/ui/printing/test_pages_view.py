"""The pages of a paper before it is printed: seen at once, drawn beside the window."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter, QPixmap
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from hvacdesk.ui.printing.pages_view import PagesView
from tests.helpers.desk_office import PATIENCE_MS


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


def _written_page() -> bytes:
    """A PDF of one page full of small figures."""
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(kept)
    painter = QPainter(writer)
    step = writer.height() // 60
    for line in range(60):
        painter.drawText(0, (line + 1) * step, f"{line}  88,000  10/12  13,500")
    painter.end()
    return kept.data().data()


def _shown(view: PagesView) -> QImage:
    return view.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


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
    qtbot.waitUntil(lambda: _middle(view, 1) == QColor("black"), timeout=PATIENCE_MS)
    assert 1 in changed, "nobody was told to paint it"
    assert not drawn_here
    qtbot.waitUntil(lambda: view.drawn, timeout=PATIENCE_MS)
    assert not view.view.verticalScrollBar().maximum(), "the whole page is more than the place for it"


def test_a_view_goes_while_its_pages_are_being_drawn(qtbot: QtBot) -> None:
    for _ in range(20):
        view = PagesView(_black_pages(8))
        view.resize(900, 700)
        view.show()
        qtbot.waitExposed(view)
        view.deleteLater()
        qtbot.waitUntil(lambda view=view: not isValid(view), timeout=PATIENCE_MS)


def test_a_page_is_shown_in_the_pixels_it_was_drawn_in(qtbot: QtBot) -> None:
    """However the window grew meanwhile: shrunken by leaving out rows, 88,000 reads 88,300."""
    view = PagesView(_written_page())
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    for height in (560, 640, 603):
        view.resize(700, height)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: view.drawn, timeout=PATIENCE_MS)
    for fit in (view.fit_page, view.fit_width, lambda: view.zoom(1.25)):
        fit()
        qtbot.waitUntil(lambda: _exactly(view), timeout=PATIENCE_MS)


def test_a_picture_of_another_size_that_comes_late_is_not_shown(qtbot: QtBot) -> None:
    view = PagesView(_written_page())
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    qtbot.waitUntil(lambda: view.drawn, timeout=PATIENCE_MS)
    before = _shown(view)
    renderer = view.view.findChild(QPdfPageRenderer)
    assert renderer is not None
    with qtbot.waitSignal(renderer.pageRendered):
        renderer.requestPage(0, QSize(311, 440))
    assert _shown(view) == before


def _exactly(view: PagesView) -> bool:
    """Whether what is seen of the page is as if it was drawn for this size alone."""
    box = view.view.page_box().toRect()
    seen = view.view.viewport().rect().intersected(box)
    drawn = view.pages.render(0, box.size()).copy(seen.translated(-box.topLeft()))
    return _shown(view).copy(seen) == _on_white(drawn) and view.view.page_box() == box


def _on_white(picture: QImage) -> QImage:
    sheet = QImage(picture.size(), QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    painter = QPainter(sheet)
    painter.drawImage(0, 0, picture)
    painter.end()
    return sheet
