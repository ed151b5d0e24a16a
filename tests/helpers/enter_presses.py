"""What Enter and Ctrl+S press in a window, and where its keyboard begins: asked of every screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast
from unittest.mock import patch

from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from shiboken6 import isValid

from hvacdesk.ui.entry.entry_window import EntryWindow
from hvacdesk.ui.shell.main_window import MainWindow
from hvacdesk.ui.widgets import enter_key
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.enter_key import first_place, is_place
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.part_edit import PartEdit
from hvacdesk.ui.widgets.tab_order import BESIDE, LEADS_ON, WAY_BACK
from tests.helpers.fitting import name_of
from tests.helpers.visible import visible

BEGINS_ELSEWHERE = {
    "closing-look": "its pages are looked at, and Enter closes it",
    "cabinets": "the list above is looked at, the name is typed",
    "call-new": "most calls come in, which is chosen: who calls comes first",
    "call-new-another-day": "as above",
    "call-new-known": "of a known caller it is the subject that is asked for",
    "customer-cautions": "most customers are persons, which is chosen: the name comes first",
    "customer-change": "as above",
    "customer-duplicates": "as above",
    "customer-new": "as above",
    "customer-refused": "as above",
    "customer-meanwhile": "as above; it was saved once",
    "seat-away-form": "as above: it is the form of a new customer",
    "report": "an answer is written; whom it is for is chosen already",
    "estimates": "another tab was brought to the front",
    "estimate-variants": "another tab was brought to the front",
    "help": "it is read",
    "closing-look-alone": "there is nothing to choose: the page is looked at, and Enter closes it",
    "held-deposit-look": "Enter goes back, as below",
    "invoice-issue": "Enter goes back: from the pages it would lead on to the button that issues",
    "results-doubtful": "the doubted value takes the keyboard",
    "quiz": "the answers are lines to press",
    "quiz-answered": "a later step",
    "quiz-finished": "a later step",
}
"""Screens at which the keyboard is not on the first field, and why."""

BOXES = (QCheckBox, QRadioButton)
MOST_FIELDS = 60


def wrong_start(name: str, shown: QWidget) -> list[str]:
    """What is wrong with where the keyboard is on a screen that was just opened."""
    return [] if "-tab-" in name or name in BEGINS_ELSEWHERE else wrong_beginning(shown)


def wrong_enter(shown: QWidget, visited: Iterable[QWidget]) -> list[str]:
    """What is wrong with Enter on a screen; what it presses is not done.

    Args:
        visited: what the Tab key visits.
    """
    pressed: list[QWidget] = []
    with patch.object(enter_key, "_press", pressed.append):
        found = wrong_buttons(shown, visited, pressed)
        found += bare_examples(shown)
        if isinstance(shown, EntryWindow) and shown.content is not None:
            found += wrong_way(shown.content, pressed)
        if isinstance(shown, Dialog):
            found += wrong_way(shown, pressed)
            found += wrong_ending(shown)
    return found


def wrong_buttons(shown: QWidget, visited: Iterable[QWidget], pressed: list[QWidget]) -> list[str]:
    """The stops of a window at which Enter presses another button, or none where Space presses one."""
    wrong = [f"{name_of(one)} is pressed by Enter from elsewhere" for one in by_themselves(shown)]
    form = not isinstance(shown, MainWindow)
    for one in [one for one in visited if isValid(one) and isinstance(one, QAbstractButton)]:
        one.setFocus(Qt.FocusReason.TabFocusReason)
        pressed.clear()
        QTest.keyClick(one, Qt.Key.Key_Return)
        led_on = (form and isinstance(one, BOXES)) or one.property(BESIDE)
        wanted = [] if led_on else [one]
        if pressed != wanted:
            wrong.append(f"Enter on {name_of(one)} presses {[name_of(other) for other in pressed]}")
    return wrong


def by_themselves(shown: QWidget) -> list[QPushButton]:
    """The buttons that Qt would press by Enter from anywhere in their dialog."""
    buttons = [one for one in shown.findChildren(QPushButton) if one.window() is shown]
    return [one for one in buttons if one.isDefault() or (one.autoDefault() and isinstance(shown, QDialog))]


def wrong_way(form: QWidget, pressed: list[QWidget]) -> list[str]:
    """What is wrong with the way that Enter goes from the first field of a form."""
    place = first_place(form)
    if place is None:
        return []
    pressed.clear()
    place.setFocus(Qt.FocusReason.TabFocusReason)
    way: list[QWidget] = []
    now = QApplication.focusWidget()
    while now is not None and now not in way and len(way) < MOST_FIELDS and not acts_itself(now):
        way.append(now)
        if isinstance(now, QAbstractButton) and not isinstance(now, BOXES):
            break
        QTest.keyClick(now, Qt.Key.Key_Return)
        QApplication.processEvents()
        now = QApplication.focusWidget()
    if pressed or not form.isVisible():
        return [f"Enter in the fields from {name_of(place)} acts: {[name_of(one) for one in pressed]}"]
    if isinstance(now, QAbstractButton) and not is_place(now) and not ends(now):
        return [f"Enter in the fields from {name_of(place)} leads to {name_of(now)}"]
    return []


def ends(one: QAbstractButton) -> bool:
    leads = one.property("kind") in ("primary", "danger") or bool(one.property(LEADS_ON))
    return leads or bool(one.property(WAY_BACK))


def acts_itself(place: QWidget) -> bool:
    return isinstance(place, QLineEdit) and place.receivers(SIGNAL("returnPressed()")) > 0


def bare_examples(shown: QWidget) -> list[str]:
    """Empty fields in which a figure stands that looks as if somebody had typed it."""
    return [
        f"{name_of(one)} shows {one.placeholderText()!r} as if it were typed"
        for one in visible(shown, QLineEdit)
        if any(letter.isdigit() for letter in one.placeholderText())
        and not one.placeholderText().startswith("e.g. ")
        and not isinstance(one, PartEdit)
    ]


def wrong_beginning(shown: QWidget) -> list[str]:
    """What is wrong with where the keyboard is when a dialog opens."""
    now = cast("QWidget | None", shown.focusWidget())
    if not isinstance(shown, Dialog):
        return []
    if now is None:
        return ["the keyboard is nowhere"]
    first = first_place(shown)
    if first is not None and now is not first:
        return [f"the keyboard begins on {name_of(now)}, the first field is {name_of(first)}"]
    back = shown.way_back
    if first is None and back is not None and back.isVisible() and back.isEnabled() and now is not back:
        return [f"the question begins on {name_of(now)}"]
    return []


def wrong_ending(shown: Dialog) -> list[str]:
    """Whether a form has Ctrl+S and tells of it, and what destroys or only closes has not."""
    ending = shown.form_button()
    if ending is None:
        return [f"{type(shown).__name__} is a form without Ctrl+S"] if isinstance(shown, FormDialog) else []
    wrong = [] if "Ctrl+S" in ending.toolTip() else [f"{name_of(ending)} does not tell of Ctrl+S"]
    if ending.property("kind") == "danger" or ending.text() == "Close":
        wrong.append(f"Ctrl+S presses {name_of(ending)}")
    return wrong
