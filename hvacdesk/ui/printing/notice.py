"""The purposes notice on paper: shown and printed, and noted as given to a customer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.requests.purposes_notice import NoticeWay
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.printing.noting import note_printed
from hvacdesk.ui.printing.showing import prepare, show_pages


def _title() -> str:
    return QCoreApplication.translate("PurposesNotice", "Purposes notice")


def note_notice(
    ctx: DeskContext,
    customer: str,
    number: int,
    told: Callable[[object], object] = lambda _nothing: None,
    *,
    way: NoticeWay = NoticeWay.PAPER,
    given: bool = True,
) -> None:
    """Note that a printed notice was given, or did not come out; the office learns of it as of the print.

    Args:
        number: of the wording that was printed.
        told: called in the window once that is noted.
    """
    notices, actor = ctx.office.notices, ctx.actor
    call = notices.give if given else notices.not_given
    note_printed(ctx, _title(), lambda: call(actor, customer, way, number), told, printed=given)


def print_notice(ctx: DeskContext, owner: QWidget, printed: Callable[[int], object]) -> None:
    """Show the purposes notice in force; ``printed`` is told its number when it went to the printer."""
    notices, actor = ctx.office.notices, ctx.actor

    def read() -> tuple[int, bytes]:
        number = notices.in_force(actor)
        return number, notices.pdf(actor, ctx.words, number)

    def show(found: tuple[int, bytes]) -> None:
        number, pdf = found
        show_pages(
            ctx, _title(), pdf, note=lambda: notices.printed(actor, number), printed=lambda: printed(number)
        )

    prepare(owner, _title(), read, show)
