"""The readers of printed pages read what is there."""

from __future__ import annotations

import io

import segno
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.helpers.paper import page_picture, qr_codes, read_text

CODE = "HV1:7Q2K-9MPX:3"


def page() -> bytes:
    picture = io.BytesIO()
    segno.make(CODE, error="m", micro=False).save(picture, kind="png", scale=4)
    paper = io.BytesIO()
    canvas = Canvas(paper, pagesize=(100 * mm, 60 * mm))
    canvas.drawString(20, 20, "WORK ORDER 7")
    canvas.drawImage(ImageReader(picture), 10 * mm, 20 * mm, 25 * mm, 25 * mm)
    canvas.save()
    return paper.getvalue()


def test_text_is_read() -> None:
    assert "WORK ORDER 7" in read_text(page())


def test_a_qr_code_is_read_from_the_picture() -> None:
    assert qr_codes(page()) == [CODE]


def test_the_picture_has_the_size_of_the_page() -> None:
    width, height = page_picture(page(), dpi=254).size
    assert abs(width - 1000) <= 1
    assert abs(height - 600) <= 1
