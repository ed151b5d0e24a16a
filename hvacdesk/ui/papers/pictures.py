"""Reading a picture from a file that may be anything, and encoding it again as a plain small PNG."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from hvacdesk.services.papers.layout import MOST_PIXELS, NotAPicture, PictureTooLarge

MOST_FILE_BYTES = 10_000_000
MOST_FILE_PIXELS = 8_000
_FORMATS = {b"\x89PNG\r\n\x1a\n": b"png", b"\xff\xd8\xff": b"jpeg"}
"""By how their files begin; no other of Qt's decoders ever sees a file."""


def read_picture(path: Path) -> bytes:
    """The picture in a PNG or JPEG file as PNG, upright, at most as large as the office keeps one.

    What else the file holds (place and camera of a photograph, comments, a second file behind the picture) is
    left behind, since the pixels alone are drawn onto a new picture.

    Raises:
        NotAPicture: it cannot be read, is of another kind whatever its name says, or is damaged.
        PictureTooLarge: the file or the picture is larger than :data:`MOST_FILE_BYTES` or
            :data:`MOST_FILE_PIXELS`; nothing of it was decoded.
    """
    try:
        if path.stat().st_size > MOST_FILE_BYTES:
            raise PictureTooLarge
        content = path.read_bytes()
    except OSError:
        raise NotAPicture from None
    return _encoded(_redrawn(_decoded(content)))


def _decoded(content: bytes) -> QImage:
    kind = next((name for start, name in _FORMATS.items() if content.startswith(start)), None)
    if kind is None:
        raise NotAPicture
    source = QBuffer()
    source.setData(QByteArray(content))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid():
        raise NotAPicture
    if max(size.width(), size.height()) > MOST_FILE_PIXELS:
        raise PictureTooLarge
    image = reader.read()
    if image.isNull():
        raise NotAPicture
    return image


def _redrawn(image: QImage) -> QImage:
    if max(image.width(), image.height()) > MOST_PIXELS:
        image = image.scaled(
            QSize(MOST_PIXELS, MOST_PIXELS),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    fresh = QImage(image.size(), QImage.Format.Format_ARGB32)
    fresh.fill(Qt.GlobalColor.transparent)
    painter = QPainter(fresh)
    painter.drawImage(0, 0, image)
    painter.end()
    return fresh


def _encoded(image: QImage) -> bytes:
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(target, QByteArray(b"png")).write(image):
        raise NotAPicture
    return bytes(target.data().data())
