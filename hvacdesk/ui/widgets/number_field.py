"""Fields for a number with arrows, with the room before the number that other fields have."""

from __future__ import annotations

from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox

from hvacdesk.ui.theme import theme

_ROOM = 10
"""As in the style's fields. A style sheet's padding does not reach the edit inside a spin box."""


class NumberField(QSpinBox):
    """A whole number."""

    def __init__(self) -> None:
        super().__init__()
        self.lineEdit().setTextMargins(theme.px(_ROOM), 0, 0, 0)


class DecimalField(QDoubleSpinBox):
    """A number with decimal places."""

    def __init__(self) -> None:
        super().__init__()
        self.lineEdit().setTextMargins(theme.px(_ROOM), 0, 0, 0)
