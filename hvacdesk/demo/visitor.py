"""Somebody who uses the sample office through real windows: logs in, looks around, logs out."""

from __future__ import annotations

from pathlib import Path

from hvacdesk.app import Desk, application
from hvacdesk.domain.clock import Clock
from hvacdesk.ui import background
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.pin_view import PinView
from hvacdesk.ui.pages.customers import CustomersPage
from hvacdesk.ui.shell.main_window import MainWindow
from hvacdesk.ui.theme import Scheme
from hvacdesk.ui.tour.hands import Camera, calm, expect, keys, press, type_text, wait_for


class Visitor:
    """Base class of the walks.

    Attributes:
        camera: photographs what is in front.
    """

    def __init__(self, home: Path, clock: Clock, camera: Camera) -> None:
        self._app = application(home, clock)
        self._desk = Desk(home, clock)
        self.camera = camera

    @property
    def window(self) -> MainWindow:
        """The main window of the person who is logged in."""
        window = self._desk.window
        if window is None:
            raise RuntimeError("nobody is logged in")
        return window

    def use(self, *, language: str = "", scheme: Scheme = Scheme.LIGHT) -> None:
        """Switch to a language and to colours."""
        preferences = self._desk.preferences
        preferences.code = language or preferences.code
        preferences.scheme = scheme
        preferences.apply(self._app)
        self.camera.language = preferences.code

    def login_view(self) -> LoginView:
        """The names, as they are shown before anybody is in."""
        flow = self._desk.flow if self._desk.flow and self._desk.window is None else self._desk.show_login()
        wait_for(lambda: isinstance(flow.window.content, LoginView), "the names")
        return expect(LoginView, flow.window.content)

    def log_in(self, name: str, passphrase: str, picture: str = "") -> None:
        """Come in; ``picture`` names one of the names with that person chosen."""
        view = self.login_view()
        entry = view.window()
        account = next(member.account for member in self._desk.entry.staff() if member.name == name)
        view.choose(account)
        if picture:
            self.camera.photograph(entry, picture)
        type_text(view.passphrase.edit, passphrase)
        press(view.primary)
        wait_for(self._is_past_the_passphrase, "the desk")
        flow = self._desk.flow
        if self._desk.window is None and flow is not None:
            expect(PinView, flow.window.content).skipped.emit()
        wait_for(lambda: self._desk.window is not None, "the desk")
        calm()

    def leave(self) -> None:
        """Leave the desk to somebody else."""
        self.window.switch_user()
        calm()

    def release(self) -> None:
        """Release the office's folder once all workers have ended: one that outlives the windows aborts."""
        background.settle()
        self._desk.entry.release()

    def find(self, typed: str, picture: str = "customers") -> None:
        """Search for a customer and choose the first hit, if there is any."""
        window = self.window
        keys(window, "Ctrl+F")
        search = expect(CustomersPage, window.page).search
        type_text(search, typed)
        keys(search, "Down")
        page = expect(CustomersPage, window.page)
        wait_for(lambda: page.panel is not None or not page.table.rows(), "the customer's panel")
        self.camera.photograph(window, picture)

    def look_at_pages(self, *names: str, suffix: str = "") -> None:
        """Photograph pages of the navigation; ``suffix`` ends the pictures' names."""
        for name in names:
            self.window.navigate(name.replace("-", "_"))
            self.camera.photograph(self.window, f"{name}{suffix}")

    def _is_past_the_passphrase(self) -> bool:
        flow = self._desk.flow
        return self._desk.window is not None or (
            flow is not None and isinstance(flow.window.content, PinView)
        )
