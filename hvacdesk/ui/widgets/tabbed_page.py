"""A page of tabs, each of which others of the program know by its name."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from hvacdesk.ui.widgets.named_tabs import NamedTabs
from hvacdesk.ui.widgets.page import Page


class TabbedPage(Page):
    """Place the tabs in :attr:`tabs`; one of :attr:`CALLED` is an attribute of the page, None if not placed.

    Attributes:
        tabs: the row of tabs; whichever comes to the front is read.
    """

    CALLED: ClassVar[tuple[str, ...]] = ()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.tabs = NamedTabs()
        self.tabs.changed.connect(lambda _number: self.refresh())
        self.body.addWidget(self.tabs, 1)

    def __getattr__(self, name: str) -> Any:
        """The tabs by their names."""
        if name not in self.CALLED:
            raise AttributeError(name)
        return self.__dict__["tabs"].content(name)
