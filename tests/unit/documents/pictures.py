"""Pictures for papers' tests."""

from __future__ import annotations

import io

from PIL import Image


def png(width: int, height: int) -> bytes:
    """A translucent red picture, as a seal or a logo."""
    target = io.BytesIO()
    Image.new("RGBA", (width, height), (200, 20, 20, 128)).save(target, "PNG")
    return target.getvalue()
