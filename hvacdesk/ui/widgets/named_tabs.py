"""Tabs that are called by a name and built when they first come to the front."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hvacdesk.ui.widgets.deferred import Deferred
from hvacdesk.ui.widgets.tab_row import TabRow


class NamedTabs(TabRow):
    """Add tabs with :meth:`place`; a page opens with one of them and pays for no other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, frugal=True)
        self._places: dict[str, Deferred[QWidget]] = {}

    def place(
        self,
        name: str,
        title: str,
        build: Callable[[], QWidget],
        frame: Callable[[QWidget], QWidget] | None = None,
    ) -> None:
        """Add a tab at the right end; ``build`` and ``frame`` as :class:`Deferred` takes them."""
        self._places[name] = Deferred(build, frame)
        self.add(title, self._places[name])

    @property
    def names(self) -> tuple[str, ...]:
        """The tabs that there are, from the left."""
        return tuple(self._places)

    @property
    def in_front(self) -> str:
        """The name of the tab in front."""
        return self.names[self.current]

    def content(self, name: str) -> QWidget | None:
        """What a tab shows, built now if it was not yet; None where there is no such tab."""
        place = self._places.get(name)
        return None if place is None else place.content

    def show_named(self, name: str) -> None:
        """Bring a tab to the front; nothing happens where there is no such tab."""
        if name in self._places:
            self.show_tab(self.names.index(name))
