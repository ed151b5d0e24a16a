"""A list of the screen: previewed, printed, and noted in the log once the printer took it."""

from __future__ import annotations

from hvacdesk.domain.papers.printed_lists import PrintedList
from hvacdesk.domain.papers.shown import DrawnAt, ShownPages
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.printing.noting import note_printed
from hvacdesk.ui.printing.showing import say_sent
from hvacdesk.ui.printing.still_so import StillSo, marked


def print_list(ctx: DeskContext, listing: PrintedList) -> None:
    """Draw the list and show it, ready to print."""
    draw = marked(ctx, lambda: ctx.office.printed_lists.paper(ctx.actor, listing, ctx.words))
    background.ask(ctx.window, draw).then(lambda made: _preview(ctx, listing, *made))


def _preview(ctx: DeskContext, listing: PrintedList, drawn: DrawnAt, pdf: bytes) -> None:
    from hvacdesk.ui.printing.preview import PreviewDialog  # loads Qt's PDF and printing modules

    def note(printer: str, stopped_after: int = 0) -> None:
        note_printed(
            ctx,
            listing.title,
            lambda: ctx.office.printed_lists.printed(ctx.actor, listing, printer, stopped_after),
            lambda _nothing: say_sent(ctx),
        )

    preview = PreviewDialog(pdf, listing.title, ctx.window)
    if listing.customers:
        preview.still_so = StillSo(ctx, ShownPages(customers=tuple(listing.customers), drawn=drawn))
    preview.printed.connect(note)
    preview.stopped.connect(note)
    preview.open()
