"""Looks that the login window needs before any database is open: language, colours, text size, who was last.

They lie in a small file in the office's folder. It holds no name and nothing personal; the last account is an
account's record id. The same choices are remembered per person inside the database.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication

from hvacdesk.ui.language import language, system_language
from hvacdesk.ui.theme import Scheme, theme
from hvacdesk.ui.window_places import Places

FILE = "window.ini"
TEXT_SIZES = (100, 125, 150, 175, 200)
"""Per cent of the design's sizes."""


USUAL_TEXT = {"win32": 12, "darwin": 13}
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
        entry_places: where the login window stood, for each screen.
        print_jobs: jobs of ours that may still be in the computer's print queue.
    """

    def __init__(self, home: Path) -> None:
        self._file = home / FILE
        stored = QSettings(str(self._file), QSettings.Format.IniFormat)
        self.code = str(stored.value("language", system_language()))
        scheme = str(stored.value("scheme", Scheme.SYSTEM.value))
        self.scheme = Scheme(scheme) if scheme in set(Scheme) else Scheme.SYSTEM
        size = str(stored.value("text_size", ""))
        self.text_size = int(size) if size in map(str, TEXT_SIZES) else desktop_text_size()
        self.last_account = str(stored.value("last_account", ""))
        self.entry_places = _places(str(stored.value("entry_places", "")))
        self.print_jobs = tuple(str(stored.value("print_jobs", "")).split())

    def apply(self, app: QApplication) -> None:
        """Put language, colours and text size in force."""
        if language.code != self.code or not language.loaded:
            language.use(self.code)
        theme.apply(app, self.scheme, self.text_size / 100)

    def save(self) -> None:
        """Remember the choices for the next start."""
        if not self._file.parent.is_dir():
            return
        stored = QSettings(str(self._file), QSettings.Format.IniFormat)
        stored.setValue("language", self.code)
        stored.setValue("scheme", self.scheme.value)
        stored.setValue("text_size", self.text_size)
        stored.setValue("last_account", self.last_account)
        stored.setValue("entry_places", json.dumps(self.entry_places))
        stored.setValue("print_jobs", " ".join(self.print_jobs))
        stored.sync()
        with suppress(OSError):  # on a file that another login of a shared office made
            self._file.chmod(0o600 | self._file.parent.stat().st_mode & 0o060)


def _places(text: str) -> Places:
    """What the file says of the login window's places; nothing, where somebody has spoilt it."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return {str(screen): str(place) for screen, place in found.items()} if isinstance(found, dict) else {}
