"""The change notice: after each commit it says in which rooms something was changed."""

from __future__ import annotations

from collections.abc import Callable

from hvacdesk.domain.rooms import Room

Listener = Callable[[frozenset[Room]], object]


class Changes:
    """Who wants to be told of changes. A listener is called on the thread that wrote, and must not wait."""

    def __init__(self) -> None:
        self._listeners: tuple[Listener, ...] = ()

    def listen(self, listener: Listener) -> None:
        """Call ``listener`` after each commit that changed something in any room."""
        self._listeners = (*self._listeners, listener)

    def stop(self, listener: Listener) -> None:
        """Call it no longer."""
        self._listeners = tuple(one for one in self._listeners if one != listener)

    def tell(self, rooms: frozenset[Room]) -> None:
        """Tell every listener, unless nothing was changed that anybody looks at."""
        if rooms:
            for listener in self._listeners:
                listener(rooms)
