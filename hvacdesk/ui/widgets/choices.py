"""Drop-down lists of codes with their words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QComboBox

from hvacdesk.domain.errors import Missing
from hvacdesk.domain.text.wording import Phrase, Words

SHORTEST = 6
"""Characters that a list shows where there is no room for all of it."""


def code_choice(words: Words, names: Mapping[Any, Phrase], *, none: bool = False) -> QComboBox:
    """A list of codes; each choice's data is its code.

    Args:
        none: put an empty line first, so that the person has to choose.
    """
    box = QComboBox()
    if none:
        box.addItem("", None)
    for code, name in names.items():
        box.addItem(words(name), str(code))
    return box


def choice(words: Words, names: Mapping[Any, Phrase], *, none: bool = False) -> QComboBox:
    """The same, where the list may be narrower than its longest word."""
    box = code_choice(words, names, none=none)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(SHORTEST)
    return box


def choose(box: QComboBox, code: object) -> None:
    """Choose the line of a code."""
    box.setCurrentIndex(box.findData(None if code is None else str(code)))


def leave_open(box: QComboBox, asked: str) -> None:
    """Choose nothing beforehand, and say in the list what is to be chosen."""
    box.setPlaceholderText(asked)
    box.setCurrentIndex(-1)


def chosen(box: QComboBox, key: str) -> str:
    """The code of the chosen line. Raises :class:`Missing` for the field ``key`` while none is chosen."""
    if box.currentIndex() < 0:
        raise Missing(key)
    return str(box.currentData())
