"""An office PC and a seat, each with its real windows, in one process over real TLS on the loopback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.app import Desk
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.seats.seats import Seat, SeatState
from hvacdesk.seats.http_server import HttpServer
from hvacdesk.services.open_office import Office
from hvacdesk.ui import background
from hvacdesk.ui.entry.join_office import CompareView, JoinView
from hvacdesk.ui.entry.let_join import LetJoinDialog
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.pin_view import PinView
from hvacdesk.ui.entry.seats_tab import SeatsTab
from hvacdesk.ui.entry.setup_wizard import SetupWizard
from hvacdesk.ui.own_addresses import OwnAddress
from tests.helpers.desk_office import PATIENCE_MS, calm, desk_on, seen, shown, texts_in, wait
from tests.helpers.free_port import free_port
from tests.helpers.office_network import patient_lines, patient_seats
from tests.helpers.real_office import NAMES, RealOffice, passphrase_of
from tests.helpers.visible import visible
from tests.helpers.waiting import wait_until

LOOPBACK = OwnAddress("127.0.0.1", "lo")
V = TypeVar("V", bound=QWidget)


def press(part: QWidget, text: str) -> None:
    """Click the button that says this, once it can be seen and pressed."""

    def ready() -> list[QPushButton]:
        found = [one for one in visible(part, QPushButton) if one.isEnabled()]
        return [one for one in found if text in (one.text(), one.accessibleName())]

    wait_until(ready, PATIENCE_MS)
    QTest.mouseClick(ready()[0], Qt.MouseButton.LeftButton)


class TwoPcs:
    """Both desks, and hands for both.

    Attributes:
        office, seat: the programs.
        port: where the office PC listens.
    """

    def __init__(self, real: RealOffice, qtbot: QtBot, office: Desk, seat: Desk) -> None:
        self.real, self.qtbot, self.office, self.seat = real, qtbot, office, seat
        self.port = free_port()

    def wait(self, until: object) -> None:
        """Wait until a condition holds."""
        wait(self.qtbot, until)  # type: ignore[arg-type]

    def calm(self) -> None:
        """Wait until nothing is under way."""
        calm(self.qtbot)

    def log_in(self, desk: Desk, who: Role) -> None:
        """Log a person in at one of the PCs, without a PIN."""
        view = seen(self.qtbot, desk, LoginView)
        assert view.choose(self.real.accounts[NAMES[who]])
        view.passphrase.set_text(passphrase_of(NAMES[who]))
        view.log_in()
        self.wait(lambda: shown(desk) is not view or background.idle())
        pin = shown(desk)
        refusal = "" if pin is None else texts_in(pin)
        assert isinstance(pin, PinView) or desk.window is not None, f"nobody came in: {refusal}"
        if isinstance(pin, PinView):
            pin.skipped.emit()
        self.wait(lambda: desk.window is not None)
        self.calm()

    def cut(self) -> None:
        """Pull the cable: nobody answers, and logins stay."""
        assert self.office.serving._service is not None
        self.office.serving._service._server.stop()

    def mend(self) -> None:
        """Plug it in again."""
        service = self.office.serving._service
        assert service is not None
        service._server = HttpServer([(LOOPBACK.address, self.port)], service._server._answering)

    def set_state(self, state: SeatState) -> None:
        """Suspend the seat, lift that or remove it, as the owner who is logged in at the office PC."""
        assert self.office.window is not None
        context, office_pc = self.office.window.context, self.office.serving.office_pc()
        (seat,) = office_pc.book.seats
        context.office.seat_list(office_pc).set_state(context.actor, seat.seat, state)

    def real_owner(self) -> tuple[Office, Actor]:
        """The office of the owner who is logged in at the office PC."""
        assert self.office.window is not None
        context = self.office.window.context
        return context.office, context.actor

    def seats_tab(self) -> SeatsTab:
        """The owner's tab, in front."""
        window = self.office.window
        assert window is not None
        window.navigate("settings", tab="seats")
        self.calm()
        return cast(SeatsTab, window.page.tabs.content("seats"))  # type: ignore[attr-defined]

    def switch_on(self) -> SeatsTab:
        """Let other PCs connect, as an owner at the office PC does."""
        tab = self.seats_tab()
        tab.port.setValue(self.port)
        press(tab, "Switch on")
        self.calm()
        return tab

    def dialog(self, kind: type[V]) -> V:
        """The dialog of this kind on top."""
        self.wait(lambda: isinstance(QApplication.activeModalWidget(), kind))
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        return found

    def join(self, name: str = "受付の席") -> Seat:
        """Let the other PC join, both people at their windows."""
        tab = self.switch_on()
        press(tab, "Let another PC join")
        dialog = self.dialog(LetJoinDialog)
        self.wait(lambda: dialog.code)
        seen(self.qtbot, self.seat, SetupWizard).join_wanted.emit()
        typing = shown(self.seat)
        assert isinstance(typing, JoinView)
        typing.code.setText(dialog.code.lower())
        typing.go()
        self.wait(lambda: isinstance(shown(self.seat), CompareView))
        compared = shown(self.seat)
        assert isinstance(compared, CompareView)
        self.wait(lambda: dialog.words is not None)
        assert dialog.words is not None
        assert dialog.words.compared == compared.words.compared
        dialog.name.setText(name)
        press(dialog, "They are the same: let it join")
        self.wait(lambda: isinstance(shown(self.seat), LoginView))
        self.wait(lambda: not dialog.isVisible())
        self.calm()
        (seat,) = self.office.serving.office_pc().book.seats
        return seat


@contextmanager
def two_pcs(real: RealOffice, folder: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[TwoPcs]:
    """The office PC over an office, somebody responsible logged in there, and a PC with an empty folder."""
    with (
        patient_seats(),
        patient_lines(),
        desk_on(real.home, qtbot, qapp) as office,
        desk_on(folder, qtbot, qapp) as seat,
    ):
        pcs = TwoPcs(real, qtbot, office, seat)
        pcs.log_in(office, Role.OWNER)
        try:
            yield pcs
        finally:
            for desk in (seat, office):
                _leave_dialogs(desk)
            office.serving.stop()
            background.settle()
    office.end()


def _leave_dialogs(desk: Desk) -> None:
    """Close them without a question: a form that is half typed would ask one, and be there again after it."""
    while (dialog := QApplication.activeModalWidget()) is not None and dialog.window() is not desk.window:
        if isinstance(dialog, QDialog):
            QDialog.reject(dialog)
        else:
            dialog.close()
        QApplication.processEvents()
