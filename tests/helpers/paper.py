"""Reads a printed page as a person with the paper in hand would: its text, its picture, its QR codes."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random

from PIL import Image, ImageFilter

from tests.helpers.tools import run_tool

ZBAR_READ, ZBAR_FOUND_NONE = 0, 4
SPECKS = 20261124
"""The seed of the random specks on a scan, so that they are the same in each run."""


def read_text(pdf: Path | bytes) -> str:
    """The text of all pages, laid out as on paper."""
    return _poppler("pdftotext", ["-layout"], pdf, ["-"]).decode()


def page_picture(pdf: Path | bytes, page: int = 1, dpi: int = 150) -> Image.Image:
    """One page, counted from 1, as a picture."""
    options = ["-png", "-r", str(dpi), "-f", str(page), "-l", str(page), "-singlefile"]
    return Image.open(io.BytesIO(_poppler("pdftoppm", options, pdf, [])))


def qr_codes(pdf: Path | bytes, page: int = 1, dpi: int = 200) -> list[str]:
    """The texts of the QR codes on one page, as a scanner reads them from the picture."""
    return codes_in(page_picture(pdf, page, dpi))


def codes_in(picture: Image.Image) -> list[str]:
    """The texts of the QR codes in a picture, read by zbar."""
    grey = io.BytesIO()
    picture.convert("L").save(grey, "PPM")
    command = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", "-"]
    found = run_tool(command, grey.getvalue(), fine=(ZBAR_READ, ZBAR_FOUND_NONE))
    return found.decode().splitlines()


def scanned(picture: Image.Image) -> Image.Image:
    """The page as an office scanner gives it back: askew, grey, a little soft, with specks, packed."""
    askew = picture.convert("L").rotate(1.4, Image.Resampling.BICUBIC, expand=True, fillcolor=250)
    soft = askew.filter(ImageFilter.GaussianBlur(0.8)).point(lambda value: 30 + value * 0.82)
    specks = Image.frombytes("L", soft.size, Random(SPECKS).randbytes(soft.width * soft.height))
    packed = io.BytesIO()
    Image.blend(soft, specks, 0.12).save(packed, "JPEG", quality=45)
    return Image.open(packed)


def scanned_codes(pdf: Path | bytes, page: int = 1) -> list[str]:
    """The texts of the QR codes on one page, read from a 200-dpi scan of it."""
    return codes_in(scanned(page_picture(pdf, page, 200)))


def _poppler(program: str, options: list[str], pdf: Path | bytes, last: list[str]) -> bytes:
    """Run one of Poppler's tools on the document, handed over in memory so that no copy reaches the disk."""
    content = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    return run_tool([program, *options, "-", *last], content)
