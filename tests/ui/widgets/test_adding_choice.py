"""A list that adds what is chosen: keys on the closed list add nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hvacdesk.ui.widgets.adding_choice import AddingChoice


@pytest.fixture
def choice(qtbot: QtBot) -> AddingChoice:
    made = AddingChoice("Choose one")
    qtbot.addWidget(made)
    for number in ("I2026-000001", "I2026-000002"):
        made.addItem(f"{number}  田中 ●●", number)
    made.show()
    return made


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_I]
)
def test_a_key_on_the_closed_list_adds_nothing(choice: AddingChoice, key: Qt.Key) -> None:
    picked: list[str] = []
    choice.picked.connect(picked.append)
    QTest.keyClick(choice, key)
    assert picked == []
    assert choice.currentIndex() == 0
    assert choice.view().isVisible() == (key != Qt.Key.Key_I)
    choice.hidePopup()


def test_what_is_chosen_in_the_open_list_is_added_once(choice: AddingChoice) -> None:
    picked: list[str] = []
    choice.picked.connect(picked.append)
    choice.showPopup()
    QTest.keyClick(choice.view(), Qt.Key.Key_Down)
    QTest.keyClick(choice.view(), Qt.Key.Key_Down)
    QTest.keyClick(choice.view(), Qt.Key.Key_Return)
    assert picked == ["I2026-000002"]
    assert choice.currentText() == "Choose one"
