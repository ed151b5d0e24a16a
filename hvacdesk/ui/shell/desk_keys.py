"""What the keys of the main window do, whatever page or dialog is in front."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.roles import Permission
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.edits import EditUndo
from hvacdesk.ui.help.opening import DeskHelp
from hvacdesk.ui.page_entry import page_key
from hvacdesk.ui.shell.cover_keys import CoverKeys
from hvacdesk.ui.undo_key import UndoKey
from hvacdesk.ui.widgets.enter_key import form_end
from hvacdesk.ui.widgets.page import Page

Slot = Callable[[], object]


def each_once(*groups: Mapping[str, Slot]) -> dict[str, Slot]:
    """Groups of keys and what they do, as one: no key does two things.

    Raises:
        ValueError: a key is given twice, however it is written (``Ctrl+L``, ``ctrl+l``).
    """
    found: dict[str, Slot] = {}
    given: set[QKeySequence] = set()
    for keys, slot in (pair for group in groups for pair in group.items()):
        sequence = QKeySequence(keys)
        if sequence in given:
            raise ValueError(f"{keys} is given twice")
        given.add(sequence)
        found[keys] = slot
    return found


class Keyed(Protocol):
    """A main window as far as keys do something in it."""

    context: DeskContext
    help: DeskHelp
    edits: EditUndo

    @property
    def page(self) -> Page: ...
    @property
    def covered(self) -> bool: ...
    def toggle_curtain(self) -> None: ...
    def draw_curtain(self) -> None: ...
    def lock(self) -> None: ...
    def switch_user(self) -> None: ...
    def refresh(self) -> None: ...
    def choose_page(self, name: str) -> None: ...
    def navigate(self, page: str, **arguments: object) -> None: ...


class DeskKeys(QObject):
    """Hears the keys of a main window. What they do to the desk they do only while nothing covers it.

    Args:
        window: the window, which already has its help.
        pages: the names of its pages, in the order of their numbers.
        owns: whether a dialog belongs to the window.
    """

    def __init__(self, window: Keyed, pages: tuple[str, ...], owns: Callable[[QWidget], bool]) -> None:
        super().__init__(window.context.window)
        self._window = window
        covers = {"F9": window.toggle_curtain, "Ctrl+L": window.lock, "Ctrl+Shift+L": window.switch_user}
        helps = {"F1": window.help.show_page, "Ctrl+/": window.help.show_keys}
        anywhere = each_once(covers, helps, {"F2": self.take_call, "F8": self.report})
        on_pages: dict[str, Slot] = {
            "F3": self._show_waiting,
            "F4": self._check_caller,
            "F5": window.refresh,
            "Ctrl+F": self._find,
            "Ctrl+K": self.find_anything,
            "Ctrl+S": self._save,
            "Ctrl+Z": window.edits.undo,
        }
        numbers = {page_key(count): partial(window.choose_page, page) for count, page in enumerate(pages, 1)}
        self._over_dialogs = CoverKeys(owns, anywhere, self)
        edits = window.context.office.edits
        self._undo = UndoKey(
            lambda: edits.possible(window.context.actor),
            lambda: edits.count,
            window.edits.undo,
            window.edits.say_over_dialog,
            self,
        )
        on_desk = {keys: partial(self._on_desk, slot) for keys, slot in each_once(on_pages, numbers).items()}
        for keys, slot in each_once(anywhere, on_desk).items():
            self._hear(keys, slot)

    def stop(self) -> None:
        """Stop listening."""
        self._over_dialogs.stop()
        self._undo.stop()

    def take_call(self) -> None:
        """F2: note a call, about the customer in front if there is one."""
        if not self._window.covered and self._window.context.actor.may(Permission.TAKE_CALLS):
            from hvacdesk.ui.calls.opening import take_call

            page = self._window.page
            take_call(self._window.context, page.in_hand())

    def report(self, add_to: str = "") -> None:
        """F8: report that something happened; ``add_to`` is one's own report that papers are added to."""
        if not self._window.covered:
            from hvacdesk.ui.incidents.own_reports import show_own_reports
            from hvacdesk.ui.incidents.report_form import report_something

            context = self._window.context
            if add_to:
                show_own_reports(context, context.window, add_to=add_to)
            else:
                report_something(context)

    def find_anything(self) -> None:
        """Ctrl+K: one search for everything."""
        if not self._window.covered:
            from hvacdesk.ui.shell.quick_hits import Ways
            from hvacdesk.ui.shell.quick_search import QuickSearchDialog

            window = self._window
            ways = Ways(self.acts(), window.help.open_page, window.refresh)
            QuickSearchDialog(window.context, ways).open()

    def acts(self) -> dict[str, Slot]:
        """What the search can have done, by the names that its places have for it."""
        window = self._window
        return {
            "call": self.take_call,
            "caller": self._check_caller,
            "report": self.report,
            "curtain": window.draw_curtain,
            "lock": window.lock,
            "switch": window.switch_user,
            "keys": window.help.show_keys,
            "help": window.help.show_page,
        }

    def _hear(self, keys: str, slot: Slot) -> None:
        QShortcut(QKeySequence(keys), self._window.context.window).activated.connect(slot)

    @property
    def _may_find(self) -> bool:
        return self._window.context.actor.may(Permission.FIND_CUSTOMERS)

    def _on_desk(self, slot: Slot) -> None:
        if not self._window.covered:
            slot()

    def _show_waiting(self) -> None:
        """F3: the first thing that waits, on today's page."""
        self._window.navigate("today")
        self._window.page.focus_waiting()

    def _check_caller(self) -> None:
        """F4: whether a caller is who they say."""
        if self._may_find:
            from hvacdesk.ui.customers.caller_check import CallerCheckDialog

            CallerCheckDialog(self._window.context, self._window.page.in_hand()[0]).open()

    def _save(self) -> None:
        """Ctrl+S: end the form on the page that has the keyboard, as in a dialog."""
        ending = form_end(self._window.page)
        if ending is not None and ending.property("kind") == "primary":
            ending.click()

    def _find(self) -> None:
        """Ctrl+F: the page's own search, or that of the customers."""
        if not self._window.page.focus_search() and self._may_find:
            self._window.navigate("customers")
            self._window.page.focus_search()
