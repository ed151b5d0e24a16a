"""Pages as they were filed, shown again: what is printed of them is one more paper in the register."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.papers.register import PaperRow
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.printing.came_out import ask_which_came_out
from hvacdesk.ui.printing.noting import note_printed

if TYPE_CHECKING:
    from hvacdesk.ui.printing.preview import PreviewDialog


def show_filed(ctx: DeskContext, title: str, pdf: bytes, documents: Sequence[str]) -> PreviewDialog:
    """A preview from which to print, open. Closed without printing it leaves nothing in the register.

    Args:
        title: names the job in the printer's queue; holds no personal data.
        documents: record ids of what was filed, in the order of its pages.
    """
    from hvacdesk.ui.printing.preview import PreviewDialog  # loads Qt's PDF and printing modules

    translate = QCoreApplication.translate
    sent = translate("PaperPreview", "Sent to the printer.")
    missing = translate("PaperPreview", "It did not come out")
    note = translate("FiledPreview", "What is printed from here is one more paper in the register of papers.")
    preview = PreviewDialog(pdf, title, ctx.window, note=note)
    papers: list[PaperRow] = []

    def ask() -> None:
        ask_which_came_out(ctx, papers, papers)

    def told(entered: Sequence[PaperRow]) -> None:
        papers.extend(entered)
        ctx.notify(sent, ask, action=missing)

    def stopped(entered: Sequence[PaperRow]) -> None:
        papers.extend(entered)
        ask()

    def enter(then: Callable[[Sequence[PaperRow]], object], printer: str, *_pages: int) -> None:
        note_printed(
            ctx, title, lambda: ctx.office.filed_invoices.printed(ctx.actor, documents, printer), then
        )

    preview.printed.connect(partial(enter, told))
    preview.stopped.connect(partial(enter, stopped))
    preview.when_failed = ask
    preview.open()
    return preview
