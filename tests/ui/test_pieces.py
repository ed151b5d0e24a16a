"""What is long comes in pieces, and nothing that is not needed is done: so the windows always answer soon.

How long that takes is the benchmarks' business; here is what it rests on, which no busy machine can change.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import SupportsIndex

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.exchange.given_files import GivenFile
from hvacdesk.domain.exchange.importing import ReadRow, RowState, TableLayout
from hvacdesk.services.exchange.opened_lists import OpenList
from hvacdesk.ui.shell.cover_keys import CoverKeys
from hvacdesk.ui.widgets.deferred import Deferred
from hvacdesk.ui.widgets.text import Paragraph

ROWS = 10_000


class Counting(CoverKeys):
    """Counts the events that come by."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(lambda _window: False, {}, parent)
        self.seen: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen.append(watched)
        return super().eventFilter(watched, event)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """With a field that has the keyboard, and another one."""
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    for name in ("field", "other"):
        field = QLineEdit()
        field.setObjectName(name)
        column.addWidget(field)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    fields(made)[0].setFocus()
    return made


def fields(window: QWidget) -> tuple[QLineEdit, QLineEdit]:
    field, other = window.findChildren(QLineEdit)
    return field, other


class TestWhatIsFiltered:
    def test_events_of_widgets_without_the_keyboard_do_not_reach_python(
        self, qtbot: QtBot, window: QWidget
    ) -> None:
        keys = Counting(window)
        field, other = fields(window)
        other.setText("田中")
        made = QLabel("見本", window)
        made.show()
        qtbot.wait(10)
        assert other not in keys.seen
        assert made not in keys.seen
        QApplication.sendEvent(field, QEvent(QEvent.Type.User))
        assert field in keys.seen
        keys.stop()

    def test_only_what_has_the_keyboard_now(self, qtbot: QtBot, window: QWidget) -> None:
        keys = Counting(window)
        field, other = fields(window)
        other.setFocus()
        qtbot.wait(10)
        keys.seen.clear()
        QApplication.sendEvent(field, QEvent(QEvent.Type.User))
        assert field not in keys.seen
        keys.stop()
        QApplication.sendEvent(other, QEvent(QEvent.Type.User))
        assert other not in keys.seen

    def test_all_of_them_while_an_input_method_composes(self, window: QWidget) -> None:
        keys = Counting(window)
        field, other = fields(window)
        QApplication.sendEvent(field, QInputMethodEvent("たな", []))
        QApplication.sendEvent(other, QEvent(QEvent.Type.User))
        assert other in keys.seen
        QApplication.sendEvent(field, QInputMethodEvent())
        keys.seen.clear()
        QApplication.sendEvent(other, QEvent(QEvent.Type.User))
        assert other not in keys.seen
        keys.stop()

    def test_a_field_that_is_gone_is_no_error(self, qtbot: QtBot, window: QWidget) -> None:
        keys = Counting(window)
        field, other = fields(window)
        field.deleteLater()
        qtbot.wait(10)
        other.setFocus()
        keys.stop()


class TestBuilding:
    def test_a_part_is_built_when_it_is_shown(self, qtbot: QtBot) -> None:
        built: list[str] = []

        def build() -> QWidget:
            built.append("built")
            return QLabel("見本")

        part = Deferred(build)
        qtbot.addWidget(part)
        assert built == []
        part.show()
        assert part.content is part.content
        assert built == ["built"]

    def test_what_somebody_asks_for_first_is_there(self, qtbot: QtBot) -> None:
        part = Deferred(lambda: QLabel("見本"))
        qtbot.addWidget(part)
        assert part.content.text() == "見本"


class TestMeasuring:
    @pytest.mark.parametrize("text", ["田中", "田中 花子\n中区栄", "株式会社みどり工務店 " * 6])
    def test_a_paragraph_is_as_high_as_its_lines(self, qtbot: QtBot, text: str) -> None:
        paragraph = Paragraph()
        qtbot.addWidget(paragraph)
        paragraph.setText(text)
        for width in (60, 120, 400, 60):
            lines = paragraph._lines(width)[1]
            assert paragraph.heightForWidth(width) == lines * paragraph._pitch()

    def test_other_words_and_another_font_are_measured_anew(self, qtbot: QtBot) -> None:
        paragraph = Paragraph()
        qtbot.addWidget(paragraph)
        paragraph.setText("田中")
        low = paragraph.heightForWidth(80)
        paragraph.setText("田中\n花子")
        assert paragraph.heightForWidth(80) == 2 * low
        font = paragraph.font()
        font.setPixelSize(40)
        paragraph.setFont(font)
        assert paragraph.heightForWidth(800) > 2 * low


class Noting(list[ReadRow]):
    """Notes how many rows go at once."""

    def __init__(self, rows: Iterable[ReadRow]) -> None:
        super().__init__(rows)
        self.pieces: list[int] = []

    def __delitem__(self, key: SupportsIndex | slice) -> None:
        before = len(self)
        super().__delitem__(key)
        self.pieces.append(before - len(self))


def test_a_long_list_is_let_go_in_pieces() -> None:
    """Freeing is one step to the interpreter, during which no other thread has its turn."""
    rows = Noting(ReadRow(at, (), RowState.GOOD, None) for at in range(ROWS))
    opened = OpenList(GivenFile("list.csv", b"a,b"), "")
    opened.keep(TableLayout(1, (), {}), rows)
    opened.discard()
    assert rows == []
    assert sum(rows.pieces) == ROWS
    assert max(rows.pieces) < ROWS / 10
