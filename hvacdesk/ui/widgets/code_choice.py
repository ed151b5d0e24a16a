"""A box to choose one of a list of codes from, by their names."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from PySide6.QtWidgets import QComboBox

from hvacdesk.domain.text.wording import Phrase, Words

C = TypeVar("C", bound=StrEnum)


def code_choice(words: Words, names: Mapping[C, Phrase]) -> QComboBox:
    """The box; each choice's data is its code."""
    box = QComboBox()
    for code, name in names.items():
        box.addItem(words(name), code.value)
    return box
