"""A word over every page of a finished PDF, so that nobody takes a copy of what ended for what stands.

The pages below stay as they are. The word is hardly more than an outline, so that what lies under it is still
read, and once more in a frame at the upper edge, where a heap of papers shows it.
"""

from __future__ import annotations

import io

from hvacdesk.documents.kit.fonts import BOLD, load_fonts
from hvacdesk.documents.kit.page import LEFT
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.text.wording import Words

_ACROSS = 0.5
"""So much of a page's width the word takes at most."""

_LARGEST = 120.0
_PARTS = (0.27, 0.74)
"""Where on a page's height the word is: once in each half, since a receipt is cut in two."""

_TURNED = 35.0
_GREY = 0.35
_VEIL = 0.14
"""How much of what lies under the word it hides: little enough that small type is read."""

_EDGE = 12.0
_SMALL = 13.0


def marked(pdf: bytes, word: str, words: Words) -> bytes:
    """The same pages with a word over each of them."""
    from pypdf import PdfReader, PdfWriter  # 0.1 s, and needed for a copy of what ended only

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    overlays: dict[tuple[float, float], bytes] = {}
    for page in writer.pages:
        size = float(page.mediabox.width), float(page.mediabox.height)
        if size not in overlays:
            overlays[size] = _overlay(word, words, size)
        page.merge_page(PdfReader(io.BytesIO(overlays[size])).pages[0])
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _overlay(word: str, words: Words, size: tuple[float, float]) -> bytes:
    """A page of that size, in points, with nothing but the word."""
    from reportlab.pdfgen.canvas import Canvas

    setter = Typesetter(load_fonts(), words)
    text, (width, height) = setter.clean(word), size
    em = setter.width(text, 1.0, bold=True)
    large = min(_LARGEST, width * _ACROSS / em)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=1)
    canvas.setStrokeGray(_GREY)
    canvas.setLineWidth(2)
    for part in _PARTS:
        canvas.saveState()
        canvas.translate(width / 2, height * part)
        canvas.rotate(_TURNED)
        canvas.setFillGray(_GREY)
        canvas.setFillAlpha(_VEIL)
        outlined = canvas.beginText(-em * large / 2, -large * 0.37)
        outlined.setFont(BOLD, large)
        outlined.setTextRenderMode(2)
        outlined.textOut(text)
        canvas.drawText(outlined)
        canvas.restoreState()
    canvas.setStrokeGray(0)
    wide, high = em * _SMALL + 16, _SMALL + 7
    left, bottom = LEFT, height - _EDGE - high
    canvas.setFillGray(1)
    canvas.setLineWidth(1.4)
    canvas.rect(left, bottom, wide, high, stroke=1, fill=1)
    canvas.setFillGray(0)
    canvas.setFont(BOLD, _SMALL)
    canvas.drawString(left + 8, bottom + 5.5, text)
    canvas.save()
    return buffer.getvalue()
