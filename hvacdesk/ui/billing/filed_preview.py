"""Pages shown from which nothing is registered until a printer took them: then each is a paper more."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.papers.register import PaperKind, PaperRow
from hvacdesk.domain.papers.shown import ShownPages
from hvacdesk.domain.roles import ROLE_NAMES, Permission, Role
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.printing.came_out import ask_which_came_out
from hvacdesk.ui.printing.noting import note_printed
from hvacdesk.ui.printing.pile import Pile
from hvacdesk.ui.printing.still_so import StillSo

if TYPE_CHECKING:
    from hvacdesk.ui.printing.preview import PreviewDialog

Enter = Callable[[str], Sequence[PaperRow]]
"""Enters what the printer of this name took into the register; called off the window's thread."""


def show_filed(
    ctx: DeskContext, title: str, pdf: bytes, documents: Mapping[str, str], *, ended: bool = False
) -> PreviewDialog:
    """Pages as they were filed, shown again; what is printed of them goes to the customer once more.

    Args:
        title: as for :func:`show_entered`.
        documents: the numbers of what was filed by its record id, in the order of its pages.
        ended: the pages say already that it does not stand any more.
    """
    note = QCoreApplication.translate(
        "FiledPreview", "What is printed from here is one more paper in the register of papers."
    )
    pile = Pile(documents)
    preview = show_entered(
        ctx,
        title,
        pdf,
        lambda printer: ctx.office.filed_invoices.printed(ctx.actor, pile.papers, printer),
        note,
        ShownPages(documents=tuple(documents), ended=ended),
    )
    preview.pile = pile
    return preview


def show_for_nobody(
    ctx: DeskContext, title: str, pdf: bytes, kind: PaperKind, shown: ShownPages, label: str, job: str = ""
) -> PreviewDialog:
    """Pages that go to nobody, such as a draft; what is printed of them is out until it is shredded.

    Args:
        title: as for :func:`show_entered`.
        shown: what they are about; its one customer is who the register says that they are about.
        job: record id of what they are about.
        label: what the register calls them.
    """
    if ctx.actor.may(Permission.REGISTER_COPIES):
        note = QCoreApplication.translate(
            "FiledPreview",
            "What is printed from here is one more paper in the register of papers, called “{label}”. Shred "
            "it today: until the register says that it is shredded, it counts as out.",
        )
    else:
        note = QCoreApplication.translate(
            "FiledPreview",
            "What is printed from here is one more paper in the register of papers, called “{label}”, and "
            "counts as out until it is registered as shredded. Who has the role “{role}” registers that: "
            "hand the paper over there today.",
        )
    (customer,) = shown.customers
    said = note.format(label=label, role=ctx.words(ROLE_NAMES[Role.DESK]))

    def enter(printer: str) -> Sequence[PaperRow]:
        return (ctx.office.papers.also_printed(ctx.actor, kind, customer, label, printer, job=job),)

    return show_entered(ctx, title, pdf, enter, said, shown)


def show_entered(
    ctx: DeskContext, title: str, pdf: bytes, enter: Enter, note: str, shown: ShownPages
) -> PreviewDialog:
    """A preview from which to print, open. Closed without printing it leaves nothing in the register.

    Args:
        title: names the job in the printer's queue; holds no personal data.
        note: said beside the pages.
        shown: what they are about.
    """
    from hvacdesk.ui.printing.preview import PreviewDialog  # loads Qt's PDF and printing modules

    sent = QCoreApplication.translate("PaperPreview", "Sent to the printer.")
    missing = QCoreApplication.translate("PaperPreview", "It did not come out")
    preview = PreviewDialog(pdf, title, ctx.window, note=note)
    preview.still_so = StillSo(ctx, shown)
    papers: list[PaperRow] = []

    def ask() -> None:
        ask_which_came_out(ctx, papers, papers)

    def told(entered: Sequence[PaperRow] | None) -> None:
        if entered is None:  # they are in the register; which ones was in an answer that was lost
            ctx.notify(sent)
            return
        papers.extend(entered)
        ctx.notify(sent, ask, action=missing)

    def stopped(entered: Sequence[PaperRow] | None) -> None:
        if entered is not None:
            papers.extend(entered)
            ask()

    def taken(then: Callable[[Sequence[PaperRow] | None], object], printer: str, *_pages: int) -> None:
        note_printed(ctx, title, lambda: enter(printer), then)

    preview.printed.connect(partial(taken, told))
    preview.stopped.connect(partial(taken, stopped))
    preview.when_failed = ask
    preview.open()
    return preview
