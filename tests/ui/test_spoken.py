"""What screen readers are told: roles, labels, the order of reading, and what they can press."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QPixmap
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.ui.widgets import spoken
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.name_choice import NameChoice
from hvacdesk.ui.widgets.stat_tile import StatTile
from hvacdesk.ui.widgets.tab_row import TabRow
from tests.helpers.spoken import dumped, misspoken

Role = QAccessible.Role


def face(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def name(widget: QWidget) -> str:
    return face(widget).text(QAccessible.Text.Name)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_button_is_called_what_is_written_on_it_also_after_a_change(window: QWidget) -> None:
    made = button("Save && close", parent=window)
    made.setText("Preview")
    assert name(made) == "Preview"
    assert name(button("", icon="x", kind="icon", name="Clear", parent=window)) == "Clear"


def test_tabs_are_tabs_and_say_which_is_in_front(qtbot: QtBot) -> None:
    row = TabRow()
    qtbot.addWidget(row)
    for one in ("First", "Second"):
        row.add(one, QLabel(one))
    row.show()
    assert dumped(row).splitlines()[1:4] == [
        "  PageTabList: Tabs",
        "    PageTab: First",
        "    PageTab: Second",
    ]
    tabs = face(row).child(0)
    assert [bool(tabs.child(at).state().selected) for at in (0, 1)] == [True, False]
    acts = tabs.child(1).actionInterface()
    assert acts is not None
    acts.doAction(acts.pressAction())
    assert row.current == 1
    assert [bool(tabs.child(at).state().selected) for at in (0, 1)] == [False, True]


def test_a_tile_that_leads_somewhere_is_a_button_that_can_be_pressed(window: QWidget) -> None:
    pressed: list[bool] = []
    tile = StatTile(3, "open calls", parent=window, slot=lambda: pressed.append(True))
    assert (face(tile).role(), name(tile)) == (Role.Button, "open calls: 3")
    acts = face(tile).actionInterface()
    assert acts is not None
    acts.doAction(acts.pressAction())
    QApplication.processEvents()
    assert pressed == [True]
    assert face(StatTile(3, "just a number", parent=window)).role() is Role.Border


def test_what_a_widget_is_taken_for_counts_also_where_a_reader_was_there_before(window: QWidget) -> None:
    tab = button("Tab", parent=window)
    tab.setCheckable(True)
    QAccessible.setActive(True)
    try:
        assert face(tab).role() is Role.CheckBox
        spoken.speak_as(tab, Role.PageTab)
        assert face(tab).role() is Role.PageTab
    finally:
        QAccessible.setActive(False)


def test_a_list_that_was_asked_about_before_it_had_its_place_has_a_label(window: QWidget) -> None:
    choice = QComboBox()
    choice.setAccessibleName("Which")
    assert face(choice).relations(QAccessible.RelationFlag.Label) == []
    QVBoxLayout(window).addWidget(choice)
    window.show()
    labels = face(choice).relations(QAccessible.RelationFlag.Label)
    assert [label.text(QAccessible.Text.Name) for label, _ in labels] == ["Which"]


def test_what_was_made_first_is_not_read_first(window: QWidget) -> None:
    column = QVBoxLayout(window)
    foot, top = QHBoxLayout(), QLabel("Heading", window)
    save, cancel = button("Save"), button("Cancel")
    foot.addWidget(save)
    foot.insertWidget(0, cancel)
    column.addLayout(foot)
    column.insertWidget(0, top)
    window.show()
    QApplication.processEvents()
    assert dumped(window).split() == [
        "Window:",
        "StaticText:",
        "Heading",
        "Button:",
        "Cancel",
        "Button:",
        "Save",
    ]
    faces = face(window)
    assert [faces.indexOfChild(faces.child(at)) for at in range(faces.childCount())] == [0, 1, 2]


def test_a_drop_down_list_has_a_label(window: QWidget) -> None:
    column = QVBoxLayout(window)
    plain, typed = QComboBox(), NameChoice("Sato")
    for choice in (plain, typed):
        choice.setAccessibleName("Which")
        column.addWidget(choice)
    plain.addItems(["one", "two"])
    window.show()
    for choice in (plain, typed):
        labels = face(choice).relations(QAccessible.RelationFlag.Label)
        assert [label.text(QAccessible.Text.Name) for label, _ in labels] == ["Which"]
        assert len(face(choice).relations(QAccessible.RelationFlag.Label)) == 1
    assert not [one for one in window.findChildren(QLabel) if one.isVisible()]
    assert misspoken(window) == []


def test_a_picture_beside_words_is_passed_over(window: QWidget) -> None:
    column = QVBoxLayout(window)
    for said in ("", "The seal"):
        picture = QLabel()
        picture.setPixmap(QPixmap(8, 8))
        picture.setAccessibleName(said)
        column.addWidget(picture)
    window.show()
    assert dumped(window).splitlines()[1:] == ["  Graphic: The seal"]


def test_the_check_finds_what_is_wrong(window: QWidget) -> None:
    column = QVBoxLayout(window)
    silent, wrong = QWidget(), button("Preview")
    silent.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    wrong.setAccessibleName("Save")
    nameless = QComboBox()
    for one in (silent, wrong, nameless):
        column.addWidget(one)
    window.show()
    found = "\n".join(misspoken(window))
    for fault in ("its role says nothing", "is shown as 'Preview'", "no label says what it is for"):
        assert fault in found
