"""Lucide icons (ISC) from ``resources/icons``, tinted by the palette at the moment they are painted.

The tint is looked up when painting, so a switch between light and dark needs no new icons.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hvacdesk.resource_files import resource
from hvacdesk.ui.theme import theme


def icon(name: str, colour: str = "text") -> QIcon:
    """The icon ``resources/icons/NAME.svg`` in a colour of :class:`~hvacdesk.ui.palette.Palette`.

    A missing file is a bug and raises :class:`FileNotFoundError` at once, not when it is painted.
    """
    _source(name)
    return QIcon(_TintedEngine(name, colour))


def icon_size(side: int, *, beside_text: bool) -> QSize:
    """The size to give a button: wider beside text, since the picture is at the left and leaves a gap."""
    return QSize(side + side // 3 if beside_text else side, side)


def pixmap(name: str, size: int, colour: str = "text", ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of ``size`` logical pixels, for painting by hand."""
    return _render(name, getattr(theme.colours, colour), size, size, ratio)


POINTING_ON = frozenset({"arrow-right", "chevron-right"})
"""Pictures that come after the words beside them, with the gap before them."""


@lru_cache(maxsize=256)
def _source(name: str) -> bytes:
    return resource("icons", f"{name}.svg").read_bytes()


@lru_cache(maxsize=512)
def _render(name: str, colour: str, width: int, height: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing = _source(name).replace(b"currentColor", colour.encode("ascii"))
    side = min(picture.width(), picture.height())
    left = picture.width() - side if name in POINTING_ON else 0
    place = QRectF(left, (picture.height() - side) / 2, side, side)
    QSvgRenderer(QByteArray(drawing)).render(painter, place)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


class _TintedEngine(QIconEngine):
    """Draws one icon in the colour that its role has in the palette in force."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def _tint(self, mode: QIcon.Mode) -> str:
        return theme.colours.muted if mode == QIcon.Mode.Disabled else getattr(theme.colours, self._colour)

    # Qt's overrides

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        drawing = _render(self._name, self._tint(mode), rect.width(), rect.height(), ratio)
        painter.drawPixmap(rect.topLeft(), drawing)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _render(self._name, self._tint(mode), size.width(), size.height(), 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # Since Qt 6.8 the size is in logical pixels, as that of a button is.
        return _render(self._name, self._tint(mode), size.width(), size.height(), scale)

    def clone(self) -> QIconEngine:
        return _TintedEngine(self._name, self._colour)
