"""The mouse wheel over a box scrolls the page and changes no answer; test_every_screen.py asks all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QLabel,
    QScrollArea,
    QSlider,
    QTabBar,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hvacdesk.domain.roles import Role
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.theme import Scheme
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.number_field import DecimalField, NumberField
from tests.helpers.screens.results import results_form
from tests.helpers.screens.stage import Look, build_sample_office, open_stage
from tests.helpers.secret_service import SecretService
from tests.helpers.wheel import answer, answering, turn_wheel


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> Path:
    home = tmp_path_factory.mktemp("sample") / "office"
    build_sample_office(home)
    return home


@pytest.fixture(autouse=True)
def plain_look(tmp_path: Path) -> Iterator[None]:
    """Later tests find the look as it was."""
    yield
    Preferences(tmp_path / "nowhere").apply(cast(QApplication, QApplication.instance()))


def boxes() -> list[QWidget]:
    choice, editable, tabs = QComboBox(), QComboBox(), QTabBar()
    editable.setEditable(True)
    for listed in (choice, editable):
        listed.addItems(["–", "a", "b"])
        listed.setCurrentIndex(1)
    for name in ("a", "b", "c"):
        tabs.addTab(name)
    tabs.setCurrentIndex(1)
    number, decimal, slider = NumberField(), DecimalField(), QSlider(Qt.Orientation.Horizontal)
    for counted in (number, decimal, slider):
        counted.setValue(5)
    return [choice, editable, tabs, number, decimal, slider, QDateEdit(), QTimeEdit()]


@pytest.mark.parametrize("at", range(8))
def test_the_wheel_over_a_box_scrolls_the_page_and_changes_nothing(qtbot: QtBot, at: int) -> None:
    box = boxes()[at]
    dialog, area, page = Dialog("Answers"), QScrollArea(), QWidget()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(page)
    column.addWidget(box)
    tall = QLabel()
    tall.setFixedHeight(4000)
    column.addWidget(tall)
    area.setWidget(page)
    area.setWidgetResizable(True)
    dialog.body.addWidget(area)
    dialog.resize(400, 300)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    area.setFocus()
    said, bar = answer(box), area.verticalScrollBar()
    turn_wheel(box, 1)
    assert (answer(box), bar.value()) == (said, 0)
    turn_wheel(box)
    assert (answer(box), bar.value() > 0) == (said, True)
    assert area.hasFocus()


def test_no_answer_of_the_results_changes_while_the_form_is_scrolled_in_large_text(
    office: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with open_stage(office, tmp_path / "office", qtbot, Role.OWNER) as stage:
        stage.use(Look("ja", Scheme.LIGHT, 200))
        form = results_form(stage)
        stage.calm()
        area = max(form.findChildren(QScrollArea), key=lambda one: one.verticalScrollBar().maximum())
        bar, all_boxes = area.verticalScrollBar(), form.findChildren(QComboBox)
        before = [answer(one) for one in all_boxes]
        met = 0
        for _notch in range(bar.maximum()):
            seen = next(answering(area), None)
            met += seen is not None
            turn_wheel(seen or area.viewport())
            if bar.value() == bar.maximum():
                break
        assert met > 1
        assert bar.value() == bar.maximum() > 0
        assert [answer(one) for one in all_boxes] == before
