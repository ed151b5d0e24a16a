"""One page of the main window, as it is known to the navigation and to everything that leads to a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.roles import Permission
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.visible_to import VisibleTo
from hvacdesk.ui.widgets.page import Page


@dataclass(frozen=True)
class PageEntry(VisibleTo):
    """One line of the navigation.

    Attributes:
        name: what ``navigate`` calls the page.
        icon: a Lucide name.
        needs: any one of these permissions shows the page; empty shows it to everybody.
        build: imports and makes the page when it is first opened, in its place from the start: what comes
            under a parent later is styled twice.
    """

    name: str
    icon: str
    title: Phrase
    needs: frozenset[Permission]
    build: Callable[[DeskContext, QWidget], Page]


def page_key(number: int) -> str:
    """The key of a page by its place in the navigation, from 1; the tenth has the 0."""
    return f"Ctrl+{number % 10}"
