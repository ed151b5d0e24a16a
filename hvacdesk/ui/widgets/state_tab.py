"""A tab of the settings that shows how something is now: why it could not be read, warnings, then cards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.failure import FailurePane
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.warning_box import WarningBox


class StateTab(QWidget):
    """Base class of the tabs; a subclass reads in :meth:`refresh`.

    Attributes:
        column: a subclass puts its cards below what is here.
        trouble: why it could not be read.
    """

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(14))
        self.trouble = FailurePane()
        self.trouble.hide()
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(theme.px(8))

    def place_trouble(self) -> None:
        """Put failure and warnings below what the column has so far."""
        self.column.addWidget(self.trouble)
        self.column.addLayout(self._warnings)

    def refresh(self) -> None:
        """Read again."""
        raise AssertionError(f"{type(self).__name__} reads nothing")

    def show_trouble(self, error: UserFacingError) -> None:
        """Say why it could not be read, with a way to try again."""
        self.trouble.show_error(error, self.refresh)
        self.trouble.show()

    def begin_showing(self) -> None:
        """It could be read: take failure and former warnings away."""
        self.trouble.hide()
        clear(self._warnings)

    def warn(self, text: str, action: tuple[str, Callable[[], object]] | None = None) -> None:
        """Add a warning, perhaps with what can be done about it."""
        self._warnings.addWidget(WarningBox(text, action=action))
