"""The window is asked to close by the system while a dialog is open over it: nothing typed is lost."""

from __future__ import annotations

import ctypes
import struct
from ctypes import wintypes

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hvacdesk.ui.close_wishes import CLIENT_MESSAGE, CLOSE, LENGTH, SENT, WINDOWS, X11
from hvacdesk.ui.widgets.dialog import Dialog
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, type_in

DELETE = 391
CREATED = 0x0001


@pytest.fixture
def left(desk: FrontDesk) -> list[str]:
    told: list[str] = []
    desk.window.closed.connect(lambda: told.append("closed"))
    desk.window._wishes._delete = DELETE
    return told


def windows_asks(desk: FrontDesk, message: int = CLOSE, window: int | None = None) -> None:
    sent = wintypes.MSG()
    sent.message = message
    sent.hWnd = int(desk.window.winId()) if window is None else window
    taken = desk.window._wishes.nativeEventFilter(WINDOWS, ctypes.addressof(sent))
    assert taken == (False, 0), "others see it, too"
    desk.calm()


def x11_asks(
    desk: FrontDesk, says: int = DELETE, window: int | None = None, kind: int = CLIENT_MESSAGE | SENT
) -> None:
    window = int(desk.window.winId()) if window is None else window
    sent = ctypes.create_string_buffer(struct.pack("=BBHIII", kind, 32, 7, window, 300, says), LENGTH)
    assert desk.window._wishes.nativeEventFilter(X11, ctypes.addressof(sent)) == (False, 0)
    desk.calm()


def begin_customer(desk: FrontDesk) -> None:
    desk.go("customers", new="yes")
    type_in(desk.dialog().name.parts["family"], "山田")


def stored(desk: FrontDesk) -> object:
    found = desk.office.drafts.find(desk.actor, "customer", "new")
    return None if found is None else found["typed"]


@pytest.mark.parametrize("ask", [windows_asks, x11_asks])
def test_a_half_typed_form_is_stored_and_the_window_closes(
    desk: FrontDesk, left: list[str], ask: object
) -> None:
    begin_customer(desk)
    ask(desk)  # type: ignore[operator]
    assert left == ["closed"]
    assert "山田" in str(stored(desk))


def test_a_dialog_that_keeps_nothing_closes_as_by_its_own_x(desk: FrontDesk, left: list[str]) -> None:
    told = Dialog("Something", desk.window)
    told.open()
    windows_asks(desk)
    assert not told.isVisible()
    assert left == []
    assert desk.window.isVisible()


def test_a_question_over_a_form_is_closed_first(desk: FrontDesk, left: list[str]) -> None:
    begin_customer(desk)
    form = desk.dialog()
    form.close()
    assert "Throw away what you typed?" in texts_in(desk.dialog())
    windows_asks(desk)
    assert desk.dialog() is form
    assert left == []
    windows_asks(desk)
    assert left == ["closed"]
    assert "山田" in str(stored(desk))


def test_what_asks_for_something_else_closes_nothing(desk: FrontDesk, left: list[str]) -> None:
    begin_customer(desk)
    windows_asks(desk, message=CREATED)
    windows_asks(desk, window=12)
    x11_asks(desk, says=DELETE + 1)
    x11_asks(desk, window=12)
    x11_asks(desk, kind=CLIENT_MESSAGE - 1)
    assert left == []
    assert desk.dialog().isVisible()


def test_a_window_that_no_dialog_is_over_is_left_to_qt(desk: FrontDesk, left: list[str]) -> None:
    windows_asks(desk)
    assert left == []


def test_another_programs_part_in_front_is_left_alone(desk: FrontDesk, left: list[str]) -> None:
    """The system's own dialogs cannot be closed from here."""
    from PySide6.QtWidgets import QFileDialog

    system = QFileDialog(desk.window)
    system.setWindowModality(Qt.WindowModality.ApplicationModal)
    system.open()
    windows_asks(desk)
    assert system.isVisible()
    system.close()
    assert left == []


def test_the_end_of_the_session_stores_what_is_half_typed(desk: FrontDesk) -> None:
    begin_customer(desk)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk.window._wishes._session_ends(None)
    assert "山田" in str(stored(desk))
