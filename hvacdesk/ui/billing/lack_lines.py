"""The lines that say what a page would lack, wherever one is about to be made."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QLabel

from hvacdesk.domain.billing.invoices import PAGE_LACKS, PageLack
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.widgets.text import label


def lack_lines(lacks: Collection[PageLack], words: Words) -> list[QLabel]:
    """A line for each."""
    return [label(words(said), wrap=True, tone="warn") for lack, said in PAGE_LACKS.items() if lack in lacks]
