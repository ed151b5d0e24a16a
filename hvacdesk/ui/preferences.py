"""Looks that the login window needs before any database is open: language, colours, text size, who was last.

They lie in a small file in the office's folder. It holds no name and nothing personal; the last account is an
account's record id. The same choices are remembered per person inside the database.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication

from hvacdesk import own_files
from hvacdesk.domain.exchange.saved_files import FileNotSaved
from hvacdesk.ui.file_writing import write_own
from hvacdesk.ui.language import language, system_language
from hvacdesk.ui.theme import Scheme, theme
from hvacdesk.ui.window_places import Places

FILE = "window.ini"
_LONGEST = 100_000
TEXT_SIZES = (100, 125, 150, 175, 200)
"""Per cent of the design's sizes."""


USUAL_TEXT = {"win32": 12}
"""Height in pixels of the desktop's own text where nobody changed it; :data:`USUAL_ELSEWHERE` otherwise."""
USUAL_ELSEWHERE = 15


def desktop_text_size() -> int:
    """The text size that is nearest to what the desktop is set to: where nothing was chosen here."""
    if QGuiApplication.instance() is None:
        return TEXT_SIZES[0]
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    wanted = 100 * QFontInfo(font).pixelSize() / USUAL_TEXT.get(sys.platform, USUAL_ELSEWHERE)
    return min(TEXT_SIZES, key=lambda size: abs(size - wanted))


class Preferences:
    """The choices in force on this computer. Nothing is written before there is an office in the folder.

    Attributes:
        code: language, ``ja`` or ``en``.
        scheme: light, dark or as the desktop.
        text_size: per cent, one of :data:`TEXT_SIZES`.
        last_account: who logged in last, or empty.
        entry_places: where the login window was, for each screen.
        print_jobs: jobs of ours that may still be in the computer's print queue.
    """

    def __init__(self, home: Path) -> None:
        self._file = home / FILE
        stored = _stored(self._file)
        self.code = stored.get("language", system_language())
        scheme = stored.get("scheme", Scheme.SYSTEM.value)
        self.scheme = Scheme(scheme) if scheme in set(Scheme) else Scheme.SYSTEM
        size = stored.get("text_size", "")
        self.text_size = int(size) if size in map(str, TEXT_SIZES) else desktop_text_size()
        self.last_account = stored.get("last_account", "")
        self.entry_places = _places(stored.get("entry_places", ""))
        self.print_jobs = tuple(stored.get("print_jobs", "").split())

    def apply(self, app: QApplication) -> None:
        """Put language, colours and text size in force."""
        if language.code != self.code or not language.loaded:
            language.use(self.code)
        theme.apply(app, self.scheme, self.text_size / 100)

    def save(self) -> None:
        """Remember the choices for the next start."""
        if not self._file.parent.is_dir():
            return
        choices = {
            "language": self.code,
            "scheme": self.scheme.value,
            "text_size": str(self.text_size),
            "last_account": self.last_account,
            "entry_places": json.dumps(self.entry_places),
            "print_jobs": " ".join(self.print_jobs),
        }
        lines = ["[General]", *(f"{name}={json.dumps(value)}" for name, value in choices.items())]
        with suppress(FileNotSaved):  # the choices of this run stay in force
            write_own(self._file, "\n".join([*lines, ""]).encode("ascii"), shared_with=self._file.parent)


def _stored(file: Path) -> dict[str, str]:
    """What the file holds by name, quoted or not as older versions wrote it; nothing if it cannot be read."""
    try:
        text = own_files.content(file, _LONGEST).decode("utf-8", "replace")
    except OSError:
        return {}
    pairs = (line.partition("=") for line in text.splitlines() if "=" in line)
    return {name.strip(): _unquoted(value.strip()) for name, _, value in pairs}


def _unquoted(value: str) -> str:
    if not value.startswith('"'):
        return value
    try:
        return str(json.loads(value))
    except ValueError:
        return ""


def _places(text: str) -> Places:
    """What the file says of the login window's places; nothing, where somebody has spoilt it."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return {str(screen): str(place) for screen, place in found.items()} if isinstance(found, dict) else {}
