"""Sizes and colours of the windows, and the one place that switches between light and dark."""

from __future__ import annotations

import ctypes
import sys
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from hvacdesk.ui.palette import DARK, LIGHT, Palette
from hvacdesk.ui.style import style_sheet

_GROUND_OF_WINDOWS = 5
"""``COLOR_WINDOW`` (winuser.h)."""
_MIDDLE = 128


STYLE = ("-style", "fusion")
"""Arguments of the application, so that what the style sheet leaves out is drawn alike on every desktop. A
style that is asked for or set later makes PySide6 load hundreds of names: 14 ms of 225 were measured."""


LARGE = 1.5
"""From this size of text on what may be left out or laid side by side is, so that lists have rows to show."""
WIDEST_GAP = 1.25
"""So many times its usual size the room beside things has at most, however large the text is."""


class Scheme(StrEnum):
    """The person's choice; ``SYSTEM`` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The theme in force. Read ``colours`` when painting; connect ``changed`` to repaint.

    Attributes:
        colours: the palette in force.
        scale: text size, 1.0 to 2.0; every size given to :meth:`px` grows with it.

    Signals:
        changed: the colours or the text size are different now.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.colours = LIGHT
        self.scale = 1.0
        self._scheme = Scheme.SYSTEM

    def px(self, size: float) -> int:
        """A length of the design in pixels at the chosen text size."""
        return round(size * self.scale)

    def gap(self, size: float) -> int:
        """Room beside things, which grows with the text only a little: on a small screen text needs it."""
        return round(size * min(self.scale, WIDEST_GAP))

    @property
    def large(self) -> bool:
        """Whether the text is so large that a small screen has little room for it."""
        return self.scale >= LARGE

    @property
    def dark(self) -> bool:
        return self.colours is DARK

    def apply(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM, scale: float = 1.0) -> None:
        """Put the scheme in force for every window, at once; ``SYSTEM`` goes on following the desktop."""
        from hvacdesk.ui.fonts import base_font

        self._scheme = scheme
        QGuiApplication.styleHints().colorSchemeChanged.connect(
            self._desktop_changed, Qt.ConnectionType.UniqueConnection
        )
        dark = scheme is Scheme.DARK or (scheme is Scheme.SYSTEM and _desktop_is_dark())
        self.colours = DARK if dark else LIGHT
        self.scale = min(2.0, max(1.0, scale))
        app.setPalette(_qt_palette(self.colours))
        app.setStyleSheet(style_sheet(self.colours, self.px, self.gap))
        # After the sheet: the first one makes Qt ask the desktop again for its fonts of lists, headers,
        # menus, tooltips and message boxes (Windows names some); a font for everything takes them away.
        app.setFont(base_font(self.px(14)))
        self.changed.emit()

    @Slot()
    def _desktop_changed(self) -> None:
        app = QApplication.instance()
        if (
            self._scheme is Scheme.SYSTEM
            and isinstance(app, QApplication)
            and _desktop_is_dark() != self.dark
        ):
            self.apply(app, self._scheme, self.scale)


def _desktop_is_dark() -> bool:
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme is Qt.ColorScheme.Unknown and sys.platform == "win32":
        return windows_have_dark_ground(ctypes.windll.user32)
    return scheme is Qt.ColorScheme.Dark


def windows_have_dark_ground(user32: Any) -> bool:
    """Whether the windows of Windows are dark; of a contrast theme Qt says neither light nor dark.

    Source: Microsoft's documentation of ``GetSysColor``.

    Args:
        user32: Windows' library of this name, or an object in its place.
    """
    colour = int(user32.GetSysColor(_GROUND_OF_WINDOWS))
    red, green, blue = colour & 0xFF, colour >> 8 & 0xFF, colour >> 16 & 0xFF
    return QColor(red, green, blue).lightness() < _MIDDLE


def _qt_palette(colours: Palette) -> QPalette:
    roles = QPalette.ColorRole
    pairs = {
        roles.Window: colours.background,
        roles.WindowText: colours.text,
        roles.Base: colours.surface,
        roles.AlternateBase: colours.background,
        roles.Text: colours.text,
        roles.Button: colours.surface,
        roles.ButtonText: colours.text,
        roles.BrightText: colours.bad,
        roles.Highlight: colours.primary,
        roles.HighlightedText: colours.on_primary,
        roles.Accent: colours.primary,
        roles.Link: colours.primary,
        roles.LinkVisited: colours.primary,
        roles.PlaceholderText: colours.muted,
        roles.ToolTipBase: colours.surface,
        roles.ToolTipText: colours.text,
        roles.Mid: colours.line,
        roles.Dark: colours.field_line,
        roles.Light: colours.surface,
    }
    palette = QPalette()
    for role, colour in pairs.items():
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return palette


theme = Theme()
"""The one theme of the process."""
