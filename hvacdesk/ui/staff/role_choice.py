"""Roles to read and to tick."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from hvacdesk.domain.roles import ROLE_ABOUT, ROLE_NAMES, Role
from hvacdesk.ui.language import words
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.text import label

WANTED, LEAST = 580, 150
"""Design pixels: how high a dialog with the roles wants to be, and what of them is seen at least."""


def roles_area(form: QWidget) -> ScrollColumn:
    """The form with the roles, scrolled where large text leaves no room for all that is said of them."""
    area = ScrollColumn(form)
    form.setProperty("role", "clear")
    area.setMinimumHeight(theme.px(LEAST))
    return area


def roles_height(window: QWidget) -> int:
    """How high a dialog with the roles opens: never higher than its screen."""
    return min(theme.px(WANTED), window.screen().availableGeometry().height())


class RoleChoice(QWidget):
    """The five roles to tick, each with what it may do.

    Signals:
        changed(): another choice.
    """

    changed = Signal()

    def __init__(self, ticked: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        self.boxes: dict[Role, QCheckBox] = {}
        for role in Role:
            box = QCheckBox(words(ROLE_NAMES[role]))
            box.setChecked(role.value in ticked)
            box.toggled.connect(lambda _on: self.changed.emit())
            box.setAccessibleDescription(words(ROLE_ABOUT[role]))
            self.boxes[role] = box
            about = label(words(ROLE_ABOUT[role]), "muted", wrap=True)
            about.setContentsMargins(theme.px(26), 0, 0, theme.px(4))
            column.addWidget(box)
            column.addWidget(about)

    def chosen(self) -> frozenset[Role]:
        """The ticked roles."""
        return frozenset(role for role, box in self.boxes.items() if box.isChecked())
