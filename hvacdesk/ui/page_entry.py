"""One page of the main window, as it is known to the navigation and to everything that leads to a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.page import Page


@dataclass(frozen=True)
class PageEntry:
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

    def visible_to(self, actor: Actor) -> bool:
        """Whether the actor's roles show this page."""
        return not self.needs or any(actor.may(permission) for permission in self.needs)


def page_key(number: int) -> str:
    """The key of a page by its place in the navigation, from 1; the tenth has the 0."""
    return f"Ctrl+{number % 10}"
