"""Several PDFs as one, to be printed at once: the pages of each stay as they are."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO


def joined(pdfs: Iterable[bytes]) -> bytes:
    """The pages of all of them, one file after the other."""
    from pypdf import PdfWriter  # 0.1 s, and needed for a joint reprint only

    writer, out = PdfWriter(), BytesIO()
    for pdf in pdfs:
        writer.append(BytesIO(pdf), import_outline=False)
    writer.write(out)
    return out.getvalue()
