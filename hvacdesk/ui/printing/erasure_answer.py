"""The answer to a request for erasure, shown: the log says what was on the paper that came out."""

from __future__ import annotations

from hvacdesk.domain.requests.erasure_requests import ErasurePaper
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.printing.showing import show_pages


def show_erasure_answer(ctx: DeskContext, title: str, paper: ErasurePaper) -> None:
    """A preview from which to print, open."""
    erasures = ctx.office.disposal.erasures
    show_pages(
        ctx,
        title,
        paper.pdf,
        note=lambda: erasures.answer_printed(
            ctx.actor, paper.customer, outcome=paper.outcome, certificate=paper.certificate
        ),
    )
