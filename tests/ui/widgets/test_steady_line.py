"""A line whose text changes with each key makes nothing around it be laid out again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.ui.widgets.steady_line import SteadyLine
from hvacdesk.ui.widgets.text import label


class _Requests(QObject):
    """Counts how often a window's layout is worked out again."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def test_only_a_longer_text_than_all_before_asks_for_room(qapp: QApplication, qtbot: QtBot) -> None:
    window, line = QWidget(), label("100,000 / 100,000", "muted")
    column = QVBoxLayout(window)
    steady = SteadyLine(line)
    column.addWidget(steady)
    window.show()
    qapp.processEvents()
    requests = _Requests()
    window.installEventFilter(requests)
    height, width = steady.height(), steady.width()
    for text in ("1 / 100,000", "", "23,456 / 100,000"):
        line.setText(text)
        qapp.processEvents()
        assert steady.height() == height > 0
    assert requests.count == 0
    line.setText("10,000 / 100,000 " * 5)
    qtbot.waitUntil(lambda: steady.width() > width)
    assert requests.count
    assert line.width() == steady.width() >= line.sizeHint().width()
    assert steady.height() == height
