"""The frame of every dialog: a title, content, one primary and perhaps other buttons; Esc closes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hvacdesk.ui.help.places import ANYWHERE, page_of
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.closed_dialogs import linger
from hvacdesk.ui.widgets.help_button import help_button
from hvacdesk.ui.widgets.layouts import grow_to_text
from hvacdesk.ui.widgets.tab_order import go_on
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.within_screen import fitting_size, keep_within_screen


class Dialog(QDialog):
    """Base class of the dialogs.

    Attributes:
        body: the layout for the content.
        primary: the button of :meth:`set_primary`, which Enter presses.
        help_way: what opens the help, where there is a page for the dialog; None before it is shown.
    """

    def __init__(self, title: str, parent: QWidget | None = None, *, width: int = 440) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setMinimumWidth(fitting_size(self, width, 0).width())
        outer = QVBoxLayout(self)
        edge = theme.px(24)
        outer.setContentsMargins(edge, theme.px(20), edge, theme.px(20))
        outer.setSpacing(theme.px(14))
        self._title = label("", "heading", wrap=True)
        outer.addWidget(self._title)
        content = QWidget(self)
        content.setProperty("role", "clear")
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.px(10))
        outer.addWidget(content, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.px(8))
        self.buttons.addStretch(1)
        outer.addLayout(self.buttons)
        self.primary: QPushButton | None = None
        self.help_way: QPushButton | None = None
        self.finished.connect(self._linger)
        self.set_title(title)
        keep_within_screen(self, content)

    def set_title(self, title: str) -> None:
        """Name the dialog, for those that cannot translate before they are built."""
        self._title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)

    def add_text(self, text: str, role: str = "") -> None:
        """A paragraph."""
        self.body.addWidget(label(text, role, wrap=True))

    def set_primary(
        self, text: str, slot: Callable[[], object] | None = None, *, kind: str = "primary"
    ) -> QPushButton:
        """The button for what the dialog is about; without a slot it accepts the dialog."""
        self.primary = button(text, slot or self.accept, kind=kind)
        self.primary.setDefault(True)
        self.buttons.addWidget(self.primary)
        return self.primary

    def add_secondary(self, text: str, slot: Callable[[], object] | None = None) -> QPushButton:
        """A button left of the primary one; without a slot it closes the dialog."""
        made = button(text, slot or self.reject)
        place = self.buttons.indexOf(self.primary) if self.primary is not None else self.buttons.count()
        self.buttons.insertWidget(place, made)
        return made

    def fit(self, width: int, height: int) -> None:
        """Open at this size in design pixels, or as large as the screen allows."""
        self.resize(fitting_size(self, width, height))

    def _linger(self) -> None:
        linger(self)

    # Qt's overrides

    def adjustSize(self) -> None:
        super().adjustSize()
        grow_to_text(self)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on(self, forward=forward)

    def showEvent(self, event: QShowEvent) -> None:
        if self.help_way is None and page_of(type(self)) not in ("", ANYWHERE):
            self.help_way = help_button(self)  # made last, so that no dialog opens with the keyboard on it
            self.buttons.insertWidget(0, self.help_way)
        super().showEvent(event)
        grow_to_text(self)
