"""Several PDFs as one, to be printed at once, and some pages of one: each page stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

from hvacdesk.documents.kit.page import HEIGHT


def joined(pdfs: Mapping[str, bytes]) -> bytes:
    """The pages of all of them, one file after the other; each is a part of it, called by its key."""
    from pypdf import PdfWriter  # 0.1 s, and needed for a joint reprint only
    from pypdf.generic import Fit

    writer, out = PdfWriter(), BytesIO()
    for number, pdf in pdfs.items():
        first = len(writer.pages)
        writer.append(BytesIO(pdf), import_outline=False)
        writer.add_outline_item(title=number, page_number=first, fit=Fit.xyz(left=0, top=HEIGHT, zoom=1))
    writer.write(out)
    return out.getvalue()


def only_pages(pdf: bytes, pages: Sequence[int]) -> bytes:
    """These pages, counted from 0, and nothing of what is on the others."""
    from pypdf import PdfReader, PdfWriter  # 0.1 s, and needed where a pile loses a page only

    source, writer, out = PdfReader(BytesIO(pdf)), PdfWriter(), BytesIO()
    for number in pages:
        writer.add_page(source.pages[number])
    writer.write(out)
    return out.getvalue()
