"""Makes what a Windows program carries inside: its icon in several sizes, and its version resource.

``python installers/windows/resources.py`` leaves ``build/hvacdesk.ico`` and ``build/version.txt``.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt  # noqa: E402
from PySide6.QtGui import QImage, QPainter  # noqa: E402
from PySide6.QtSvg import QSvgRenderer  # noqa: E402

from hvacdesk import __version__  # noqa: E402

SIZES = (16, 24, 32, 48, 64, 256)
_HEADER, _ENTRY = struct.Struct("<HHH"), struct.Struct("<BBBBHHII")


def main() -> int:
    """Write both files."""
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    (build / "hvacdesk.ico").write_bytes(icon(ROOT / "resources" / "icons" / "hvacdesk.svg"))
    (build / "version.txt").write_text(version_resource(__version__), encoding="utf-8")
    return 0


def icon(drawing: Path) -> bytes:
    """An ICO file of PNG pictures (allowed since Windows Vista)."""
    pictures = [_picture(drawing, size) for size in SIZES]
    offset = _HEADER.size + _ENTRY.size * len(SIZES)
    entries = b""
    for size, picture in zip(SIZES, pictures, strict=True):
        entries += _ENTRY.pack(size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return _HEADER.pack(0, 1, len(SIZES)) + entries + b"".join(pictures)


def _picture(drawing: Path, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):
        raise OSError(f"the icon of {size} pixels could not be drawn")
    return bytes(content.data())


def version_resource(version: str) -> str:
    """The text from which PyInstaller makes the version resource; 0411 is Japanese, 04b0 Unicode."""
    numbers = (*(int(part) for part in version.split(".")), 0)
    words = {
        "CompanyName": "hvacdesk maintainers",
        "FileDescription": "hvacdesk",
        "FileVersion": version,
        "LegalCopyright": "Apache License 2.0",
        "OriginalFilename": "hvacdesk.exe",
        "ProductName": "hvacdesk",
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in words.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0,\n"
        "    OS=0x40004, fileType=1, subtype=0, date=(0, 0)), kids=[\n"
        f"    StringFileInfo([StringTable('041104b0', [{strings}])]),\n"
        "    VarFileInfo([VarStruct('Translation', [0x411, 1200])])])\n"
    )


if __name__ == "__main__":
    sys.exit(main())
