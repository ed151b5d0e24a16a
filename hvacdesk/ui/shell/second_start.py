"""Starting the program a second time brings its open window to the front, on Linux.

The first program listens on a socket in the folder that the system keeps for this login alone, named after
the office's folder. A program that connects gets one byte back if the window was shown; nothing that it sends
is read. Where nobody answers, as when another login of the computer has the office open, the start goes on
and says so.

Sources: XDG Base Directory Specification, ``XDG_RUNTIME_DIR``; unix(7).
"""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier

from hvacdesk import own_files
from hvacdesk.ui.shell.open_window import mark_of

SHOWN = b"1"
WAIT_SECONDS = 3.0
"""For how long the second program waits for the first, which may not get to its windows."""
_LONGEST_ADDRESS = 107
_WAITING = 4


class ShowOnRequest(QObject):
    """Shows the window whenever a second start asks for it, from :meth:`listen` to :meth:`stop`.

    Args:
        show: brings the window to the front, and says whether there is one.
    """

    def __init__(self, home: Path, show: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = _address(home)
        self._show = show
        self._socket: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None

    def listen(self) -> bool:
        """Begin; whether it was possible. Another program that answers already is left alone."""
        if self._address is None or self._socket is not None:
            return False
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            _remove_left_over(self._address)
            listening.bind(str(self._address))
            self._address.chmod(own_files.OWNER_ALONE)
            listening.listen(_WAITING)
            listening.setblocking(False)
        except OSError:
            listening.close()
            return False
        self._socket = listening
        self._notifier = QSocketNotifier(listening.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._answer)
        return True

    def stop(self) -> None:
        """Answer nobody any more."""
        if self._socket is None or self._notifier is None or self._address is None:
            return
        self._notifier.setEnabled(False)
        own_files.remove(self._address)
        self._socket.close()
        self._socket = self._notifier = None

    def _answer(self) -> None:
        if self._socket is None:
            return
        with suppress(OSError):  # the one who asked may be gone already
            asking, _address = self._socket.accept()
            with asking:
                asking.setblocking(False)
                if self._show():
                    asking.send(SHOWN)


def ask_to_show(home: Path) -> bool:
    """Ask the program that has the office in ``home`` open to show its window; whether it did."""
    address = _address(home)
    if address is None or not address.is_socket():
        return False
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asking:
        asking.settimeout(WAIT_SECONDS)
        asking.connect(str(address))
        return asking.recv(1) == SHOWN
    return False


def _address(home: Path) -> Path | None:
    """Where the office's socket lies; None without a folder that belongs to this login alone."""
    named = os.environ.get("XDG_RUNTIME_DIR", "")
    if not named:
        return None
    folder = Path(named)
    try:
        status = folder.stat()
    except OSError:
        return None
    if status.st_uid != os.getuid() or stat.S_IMODE(status.st_mode) & 0o077:
        return None
    address = folder / mark_of(os.fsencode(own_files.real(home)))
    return address if len(os.fsencode(address)) <= _LONGEST_ADDRESS else None


def _remove_left_over(address: Path) -> None:
    """Remove the socket of a program that ended without doing so; one that somebody listens on stays."""
    if not address.is_socket():
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asking:
        asking.settimeout(WAIT_SECONDS)
        try:
            asking.connect(str(address))
        except ConnectionRefusedError:
            own_files.remove(address)
