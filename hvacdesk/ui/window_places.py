"""Where windows were when they were left, for each screen: size, position, and whether they filled it.

A place is Qt's own record of a window (``saveGeometry``), as text; a screen is named by its plug and size.
Neither says anything about a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from hvacdesk.ui.widgets.within_screen import is_seen

if TYPE_CHECKING:
    from hvacdesk.domain.roles import Actor
    from hvacdesk.services.open_office import Office

Places = dict[str, str]
"""A place for each screen, the screen used last at the end."""

KEY = "window_places"


def put_back(window: QWidget, places: Mapping[str, str]) -> None:
    """Put the window where it was last on a screen that is there; without one it stays as it is."""
    there = {screen_name(screen) for screen in QGuiApplication.screens()}
    for name in reversed(list(places)):
        if name in there and window.restoreGeometry(_record(places[name])):
            return


def with_place(places: Mapping[str, str], window: QWidget) -> Places:
    """The places, with the window's present one."""
    name = screen_name(window.screen())
    record = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
    return {**{screen: place for screen, place in places.items() if screen != name}, name: record}


def screen_name(screen: QScreen) -> str:
    """The plug that the screen is in, and its size: a text of the settings."""
    size = screen.size()
    return f"{screen.name()} {size.width()}x{size.height()}"


def _record(place: str) -> QByteArray:
    return QByteArray.fromBase64(QByteArray(place.encode("ascii", "replace")))


class DeskPlace:
    """The place of one logged-in person's main window, remembered in the settings inside the database."""

    def __init__(self, office: Office, actor: Actor, window: QWidget) -> None:
        self._office = office
        self._actor = actor
        self._window = window
        stored = office.settings.personal(actor, KEY)
        self._stored = {str(k): str(v) for k, v in stored.items()} if isinstance(stored, dict) else {}
        if is_seen():
            put_back(window, self._stored)

    def save_now(self) -> None:
        """Save where the window is, before the person leaves."""
        places = with_place(self._stored, self._window)
        if places != self._stored:
            self._office.settings.set_personal(self._actor, KEY, places)
            self._stored = places
