"""Opens windows on a real screen and says where they lie: ``-m tests.helpers.real_windows 100 FOLDER``."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from hvacdesk.ui.entry.entry_window import EntryWindow
from hvacdesk.ui.entry.opening_view import OpeningView
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.theme import STYLE
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.file_choice import choose_file

PATIENCE_S = 30
"""Until the window manager has put a window where it stays."""


def main(size: int, nowhere: Path) -> None:
    """Open each kind of window with texts of ``size`` per cent, and print where its frame lies."""
    app = QApplication(["real_windows", *STYLE])
    look = Preferences(nowhere)
    look.text_size = size
    look.apply(app)
    login = EntryWindow()
    login.show_content(OpeningView())
    login.show()
    told = {"login": _where(app, login)}
    dialog = Dialog("A dialog with more than fits", login, width=2000)
    for number in range(60):
        dialog.body.addWidget(QLineEdit(str(number)))
    dialog.set_primary("OK")
    dialog.open()
    told["dialog"] = _where(app, dialog)
    chooser = choose_file(login, "A file", "PDF (*.pdf)", lambda _path: None)
    chooser.resize(4000, 4000)
    told["chooser"] = _where(app, chooser)
    free = login.screen().availableGeometry()
    sys.stdout.write(json.dumps({"free": _plain(free), "windows": told}))


def _where(app: QApplication, window: QWidget) -> list[int]:
    """The frame's place once it has one and lies on the screen, or wherever it is when patience ends.

    The X server says it. Qt may ask while the frame is still one pixel small, and keeps that.
    """
    end, place = time.monotonic() + PATIENCE_S, QRect()
    while time.monotonic() < end:
        app.processEvents()
        place = _frame(int(window.winId()))
        if place.isValid() and window.screen().availableGeometry().contains(place):
            break
        time.sleep(0.02)
    return _plain(place)


def _frame(window: int) -> QRect:
    """Where the frame lies that the window manager put a window into; invalid as long as there is none."""
    root, parent = re.findall(r"(?:Root|Parent) window id: (0x\w+)", _asked(hex(window), "-tree"))
    told = re.findall(r"(?:Absolute upper-left [XY]|Width|Height): +(-?\d+)", _asked(parent))
    if parent == root or len(told) < len("XYWH"):  # the frame may be taken away while it is asked for
        return QRect()
    place = QRect(*map(int, told))
    return place if place.width() > 1 else QRect()


def _asked(window: str, *options: str) -> str:
    command = ["xwininfo", "-id", window, *options]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False).stdout


def _plain(place: QRect) -> list[int]:
    return [place.left(), place.top(), place.right(), place.bottom()]


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
