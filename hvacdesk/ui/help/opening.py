"""Opening the help from wherever somebody is: over the desk, over a dialog of it, or before the login."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from hvacdesk.domain.roles import Permission
from hvacdesk.ui.help.help_dialog import HelpDialog, HelpSources
from hvacdesk.ui.help.shortcut_overview import ShortcutOverview
from hvacdesk.ui.language import words
from hvacdesk.ui.page_entry import PageEntry
from hvacdesk.ui.widgets.help_button import help_calls
from hvacdesk.ui.widgets.help_places import page_for

if TYPE_CHECKING:
    from hvacdesk.services.open_office import Office


def open_help(window: QWidget, sources: HelpSources) -> HelpDialog:
    """Show the help page for what ``window`` shows, in the help that is open over it or in a new one."""
    name = page_for(window)
    shown = next((one for one in window.findChildren(HelpDialog) if one.isVisible()), None)
    if shown is None:
        shown = HelpDialog(sources, window)
        if isinstance(window, QDialog):
            window.finished.connect(shown.close)
    shown.show_page(name)
    shown.show()
    shown.raise_()
    shown.activateWindow()
    shown.text.setFocus()
    return shown


class DeskHelp(QObject):
    """F1 and Ctrl+/ of the main window.

    Args:
        pages: those of the person's navigation.
        current: the name of the page in front.
        may: whether the person holds a permission.
        front: the window in front, the main window or a dialog of it; None while the desk is covered.
    """

    def __init__(
        self,
        office: Office,
        pages: tuple[PageEntry, ...],
        current: Callable[[], str],
        may: Callable[[Permission], bool],
        front: Callable[[], QWidget | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._pages = pages
        self._current = current
        self._may = may
        self._front = front
        help_calls.wanted.connect(self._answer)

    def _answer(self, window: QWidget) -> None:
        if self._front() is window:
            self.show_page()

    def show_page(self) -> None:
        """F1: the help page of what is in front."""
        front = self._front()
        if front is not None:
            open_help(front, HelpSources(self._draw_guide, self.show_keys))

    def open_page(self, name: str) -> None:
        """A page of the help by its name."""
        front = self._front()
        if front is not None:
            open_help(front, HelpSources(self._draw_guide, self.show_keys)).show_page(name)

    def show_keys(self) -> None:
        """Ctrl+/: every key."""
        front = self._front()
        if front is not None:
            ShortcutOverview(self._pages, self._current(), self._may, front).open()

    def _draw_guide(self) -> bytes:
        from hvacdesk.services.office.quick_guide import draw_guide

        return draw_guide(words, self._office.facts(), self._office.today())


def help_before_login(window: QWidget) -> HelpDialog:
    """F1 of the entry window: no office is open, so the guide leaves its lines blank."""
    from hvacdesk.services.office.quick_guide import draw_guide

    return open_help(window, HelpSources(lambda: draw_guide(words, None, None)))
