"""Some pages of what was drawn, where the others of the pile must not be printed."""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.documents.kit.joined import only_pages


def chosen_pages(pdf: bytes, pages: Sequence[int]) -> bytes:
    """These pages, counted from 0, and nothing of what is on the others. Needs no office: it is called where
    the printer is.
    """
    return only_pages(pdf, pages)
