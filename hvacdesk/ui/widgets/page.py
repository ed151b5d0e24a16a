"""The frame that every page of the main window shares: title, the one primary action, content below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.register_view import RegisterView
from hvacdesk.ui.widgets.text import Title


class Page(QWidget):
    """Base class of the pages.

    A page is built once per session and shown again and again: :meth:`refresh` runs each time it comes to the
    front, :meth:`open` when somebody navigates to it with arguments.

    Attributes:
        body: the layout below the header.
        header: the layout of the header's line.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        outer = QVBoxLayout(self)
        edge = theme.gap(24)
        outer.setContentsMargins(edge, theme.gap(10), edge, 0)  # the notices' room follows
        outer.setSpacing(theme.gap(14))
        self.header = QHBoxLayout()
        self.header.setSpacing(theme.px(8))
        self.title_label: QLabel = Title()
        self.header.addWidget(self.title_label, 1)
        self._actions: list[QPushButton] = []
        self._primary: QPushButton | None = None
        outer.addLayout(self.header)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.gap(14))
        outer.addLayout(self.body, 1)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Name the page; the name is also what a screen reader says."""
        self.title_label.setText(title)
        self.setAccessibleName(title)

    def set_primary(self, text: str, icon: str, slot: Callable[[], object]) -> QPushButton:
        """The page's one primary action, at the right end of the header."""
        if self._primary is not None:
            self.header.removeWidget(self._primary)
            self._primary.deleteLater()
        self._primary = button(text, slot, kind="primary", icon=icon)
        self.header.addWidget(self._primary)
        return self._primary

    def add_action(self, text: str, icon: str, slot: Callable[[], object]) -> QPushButton:
        """A secondary action, left of the primary one."""
        made = button(text, slot, icon=icon)
        self._actions.append(made)
        place = self.header.indexOf(self._primary) if self._primary is not None else self.header.count()
        self.header.insertWidget(place, made)
        return made

    def add_header_widget(self, widget: QWidget) -> None:
        """Put a chip or field into the header, right of the title and before the actions."""
        self.header.insertWidget(1, widget)

    def show_header(self, *, shown: bool) -> None:
        """Show the header's line, or leave its room to the content."""
        items = map(self.header.itemAt, range(self.header.count()))
        for widget in (item.widget() for item in items if item is not None):
            if widget is not None:
                widget.setVisible(shown)

    def refresh(self) -> None:
        """Read the data again; called each time the page comes to the front and after changes elsewhere."""

    def open(self, **arguments: object) -> None:
        """React to ``navigate(page, **arguments)``, for example by selecting ``customer=ID``."""

    def go_to_top(self) -> None:
        """Show what the page begins with: it was chosen in the navigation while it was in front."""

    def begin_typing(self) -> None:
        """Somebody chose the page by menu or key: put the keyboard where typing begins, if anywhere."""

    def focus_search(self) -> bool:
        """Put the cursor into the page's search field; false when it has none."""
        return False

    def in_hand(self) -> tuple[str, str]:
        """Record id and shown name of the customer in front; two empty texts where there is none.

        Of a page with registers, the customer of the row that is chosen in the one in front.
        """
        shown = [one for one in self.findChildren(RegisterView) if one.isVisible()]
        return shown[0].in_hand() if shown else ("", "")

    def focus_waiting(self) -> bool:
        """Put the keyboard on the first thing that waits for somebody; false when nothing does."""
        return False

    # Qt's overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
