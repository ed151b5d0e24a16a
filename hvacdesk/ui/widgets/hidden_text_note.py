"""What a field says as soon as something is typed over a free text that is hidden: that will be gone."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.part_edit import PartEdit, PartText
from hvacdesk.ui.widgets.text import label


class HiddenTextNote(QWidget):
    """Shown below the field while what was typed would replace a text that nobody looked at.

    Signals:
        turned(): it appeared or went.
    """

    turned = Signal()

    def __init__(self, control: PartEdit | PartText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._control = control
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        self._told = label(
            self.tr("What you type replaces the hidden text: it will be gone."), tone=Tone.WARN, wrap=True
        )
        column.addWidget(self._told)
        self.way = button(
            self.tr("Show the earlier text and add to it (F6)"),
            control.reveal_to_change,
            kind="link",
            icon="eye",
        )
        column.addWidget(self.way)
        self.hide()
        control.textChanged.connect(self._follow)
        control.stored_shown.connect(self._follow)

    def said(self) -> str:
        """What it says; empty while it is not there."""
        return "" if self.isHidden() else self._told.text()

    def _follow(self, *_what: object) -> None:
        shown = self._control.replaces_hidden
        self.way.setVisible(self._control.revealable)
        if shown == self.isHidden():
            self.setVisible(shown)
            self.turned.emit()
