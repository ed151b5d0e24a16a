"""The system asks a window to close while a dialog is open over it: by its X, from the taskbar.

Qt drops such a wish, as the dialog keeps its window from being used; so it is taken from the system's own
messages. Where the dialog keeps a draft the window closes, and the draft waits for its author. Any other
dialog does what its own X does. On Wayland there is no such message: the wish is dropped as before.

At the end of the session nobody is asked any more: what is half typed is stored.

Sources: Microsoft's documentation of ``WM_CLOSE``; for ``WM_DELETE_WINDOW`` the Inter-Client Communication
Conventions of X11, 4.2.8.1; ``xproto.h`` for the place of each part of a client's message.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QTimer
from PySide6.QtGui import QNativeInterface
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form_draft import FormDraft

WINDOWS, X11 = b"windows_generic_MSG", b"xcb_generic_event_t"
CLOSE = 0x0010  # WM_CLOSE
CLIENT_MESSAGE = 33  # XCB_CLIENT_MESSAGE
SENT = 0x80  # set in the kind of an event that another client sent
LENGTH = 32  # of an X11 event
_PARTS = struct.Struct("=BBHIII")  # kind, format, sequence, window, type, and the first word of what it says


class CloseWishes(QAbstractNativeEventFilter):
    """Looks for such wishes among the system's messages to one window.

    Args:
        window: the window, which lives as long as this.
        store: stores what is half typed; called when the session ends, which waits for no answer.
    """

    def __init__(self, window: QWidget, store: Callable[[], object]) -> None:
        super().__init__()
        self._window, self._number, self._store = window, int(window.winId()), store
        self._delete = _delete_window()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.installNativeEventFilter(self)
            app.commitDataRequest.connect(self._session_ends)

    def stop(self) -> None:
        """Listen no longer."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.removeNativeEventFilter(self)
            app.commitDataRequest.disconnect(self._session_ends)

    def _session_ends(self, _manager: object) -> None:
        self._store()

    def _is_wish(self, kind: bytes, place: int) -> bool:
        if kind == WINDOWS:
            seen = wintypes.MSG.from_address(place)
            return seen.message == CLOSE and seen.hWnd == self._number
        if kind != X11 or not self._delete:
            return False
        if ctypes.c_uint8.from_address(place).value & ~SENT != CLIENT_MESSAGE:
            return False
        parts = _PARTS.unpack_from(ctypes.string_at(place, LENGTH))
        return parts[3] == self._number and parts[5] == self._delete

    def _follow(self) -> None:
        if not isValid(self._window) or not self._window.isVisible():
            return
        front = QApplication.activeModalWidget()
        if isinstance(front, Dialog):
            draft = getattr(front, "draft", None)
            (self._window if isinstance(draft, FormDraft) and draft.kept else front).close()

    # Qt's overrides

    def nativeEventFilter(self, kind: object, message: object) -> tuple[bool, int]:
        wish = self._is_wish(bytes(kind), int(message))  # type: ignore[call-overload]
        # Of a window that no dialog is over Qt tells the window itself.
        if wish and isinstance(QApplication.activeModalWidget(), Dialog):
            QTimer.singleShot(0, self._follow)
        return False, 0


def _delete_window() -> int:
    """The number that this X11 server gave ``WM_DELETE_WINDOW``; 0 where there is none."""
    app = QApplication.instance()
    if not isinstance(app, QApplication) or app.platformName() != "xcb":  # others have none to ask
        return 0
    native = app.nativeInterface()
    if not isinstance(native, QNativeInterface.QX11Application):
        return 0
    try:
        xcb, c = ctypes.CDLL("libxcb.so.1"), ctypes.CDLL(None)
    except OSError:
        return 0
    name = b"WM_DELETE_WINDOW"
    connection = ctypes.c_void_p(native.connection())
    xcb.xcb_intern_atom.restype = ctypes.c_uint  # a cookie holds nothing but its number
    asked = xcb.xcb_intern_atom(connection, ctypes.c_uint8(1), ctypes.c_uint16(len(name)), name)
    xcb.xcb_intern_atom_reply.restype = ctypes.c_void_p
    answer = xcb.xcb_intern_atom_reply(connection, ctypes.c_uint(asked), None)
    if not answer:
        return 0
    number = ctypes.c_uint32.from_address(answer + 8).value
    c.free(ctypes.c_void_p(answer))
    return int(number)
