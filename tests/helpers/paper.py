"""Reads a printed page as a person with the paper in hand would: its text, its picture, its QR codes."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import zxingcpp
from PIL import Image, ImageFilter


def read_text(pdf: Path | bytes) -> str:
    """The text of all pages, laid out as on paper."""
    return _poppler("pdftotext", ["-layout"], pdf, ["-"]).decode()


def page_picture(pdf: Path | bytes, page: int = 1, dpi: int = 150) -> Image.Image:
    """One page, counted from 1, as a picture."""
    options = ["-png", "-r", str(dpi), "-f", str(page), "-l", str(page), "-singlefile"]
    return Image.open(io.BytesIO(_poppler("pdftoppm", options, pdf, [])))


def qr_codes(pdf: Path | bytes, page: int = 1, dpi: int = 200) -> list[str]:
    """The texts of the QR codes on one page, as a scanner reads them from the picture."""
    codes = zxingcpp.read_barcodes(
        page_picture(pdf, page, dpi).convert("L"),
        formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode),
    )
    return [code.text for code in codes]


def scanned(picture: Image.Image) -> Image.Image:
    """The page as an office scanner gives it back: askew, grey, a little soft, with specks, packed."""
    askew = picture.convert("L").rotate(1.4, Image.Resampling.BICUBIC, expand=True, fillcolor=250)
    soft = askew.filter(ImageFilter.GaussianBlur(0.8)).point(lambda value: 30 + value * 0.82)
    specks = Image.effect_noise(soft.size, 28)
    packed = io.BytesIO()
    Image.blend(soft, specks, 0.12).save(packed, "JPEG", quality=45)
    return Image.open(packed)


def scanned_codes(pdf: Path | bytes, page: int = 1) -> list[str]:
    """The texts of the QR codes on one page, read from a 200-dpi scan of it."""
    codes = zxingcpp.read_barcodes(
        scanned(page_picture(pdf, page, 200)),
        formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode),
    )
    return [code.text for code in codes]


def _poppler(program: str, options: list[str], pdf: Path | bytes, last: list[str]) -> bytes:
    """Run one of Poppler's tools on the document, handed over in memory so that no copy reaches the disk."""
    content = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    return subprocess.run(
        [program, *options, "-", *last], input=content, capture_output=True, check=True
    ).stdout
