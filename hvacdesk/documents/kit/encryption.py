"""Putting a password on a finished PDF: AES-256, as ISO 32000-2 has it."""

from __future__ import annotations

import io

ALGORITHM = "AES-256"


def encrypted(pdf: bytes, password: str) -> bytes:
    """The same pages, which open only with the password."""
    from pypdf import PdfReader, PdfWriter  # 0.1 s, and needed for a disclosure only

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.encrypt(password, algorithm=ALGORITHM)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
