"""Pictures on papers, looked at before a paper draws them: one that cannot be drawn spoils every paper."""

from __future__ import annotations

import io
import struct
import zlib

_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, zlib.error, struct.error)
"""What Pillow 13 raises for files that are no PNG, end early or say what cannot be."""


def png_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG in pixels, none of which is decoded; None for what is none."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(content), formats=("PNG",)) as picture:
            return picture.size
    except (*_BROKEN, Image.DecompressionBombError):
        return None


def is_whole_png(content: bytes) -> bool:
    """Whether a PNG can be drawn. It is decoded: look at its :func:`png_size` first."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(content), formats=("PNG",)) as picture:
            picture.load()
    except (*_BROKEN, Image.DecompressionBombError):
        return False
    return True
