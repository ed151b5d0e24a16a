"""Preview of freshly registered papers of any kind, which keeps their register right."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.papers.register import PaperRow
from hvacdesk.domain.papers.shown import ShownPages
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.printing.came_out import ask_which_came_out
from hvacdesk.ui.printing.in_preview import note_preview
from hvacdesk.ui.printing.noting import note_printed
from hvacdesk.ui.printing.pile import Pile
from hvacdesk.ui.printing.preview import PreviewDialog
from hvacdesk.ui.printing.still_so import StillSo
from hvacdesk.ui.printing.striking import Strike, note_struck
from hvacdesk.ui.widgets.dialog import Dialog


class PaperPreview(PreviewDialog):
    """Shows papers that were registered for printing; whatever closes it without a print strikes them.

    Of several papers it is asked afterwards which came out, of one whether it did.

    Attributes:
        printed_papers: those that are in the print.

    Signals:
        noted(): they were printed, and the register says so.
        struck(): it turned out afterwards that the one paper did not come out of the printer.

    Args:
        document: names the job in the printer's queue, such as ``Contact slip P2026-00012``.
        copies: record ids of a work order's copies on the same pages.
        unprinted: said besides when it is closed without printing: what stays all the same.
    """

    noted = Signal()
    struck = Signal()

    def __init__(
        self,
        ctx: DeskContext,
        papers: Sequence[PaperRow],
        pdf: bytes,
        document: str,
        *,
        note: str = "",
        copies: Sequence[str] = (),
        unprinted: str = "",
        parent: QWidget | None = None,
    ) -> None:
        usual = QCoreApplication.translate(
            "PaperPreview",
            "It is in the register of papers. Closed without printing, it is “Not printed” there.",
        )
        super().__init__(pdf, document, parent or ctx.window, note=f"{note}\n{usual}".strip())
        self._ctx = ctx
        self._all = tuple(papers)
        self._copies = tuple(copies)
        self.printed_papers = Pile({paper.paper: paper.number for paper in papers})
        if self._several:  # a cover goes with its copy, and neither without the other
            self.pile = self.printed_papers
        self.unprinted = unprinted
        self.printed.connect(self._note_printed)
        self.given_up.connect(self._note_given_up)
        self.stopped.connect(self._note_stopped)
        self.when_failed = self._ask
        note_preview(self, (*self._papers, *self._copies))
        self.still_so = StillSo(ctx, ShownPages(papers=(*self._papers, *self._copies)))

    @property
    def _rows(self) -> tuple[PaperRow, ...]:
        return tuple(paper for paper in self._all if paper.paper in self.printed_papers)

    @property
    def _papers(self) -> tuple[str, ...]:
        return self.printed_papers.papers

    def leave_out(self, records: Collection[str]) -> None:
        """Strike them, too, as far as they wait to be printed."""
        super().leave_out(records)
        ctx, left = self._ctx, tuple(records)
        note_printed(
            ctx, self._document, lambda: ctx.office.papers.not_printed(ctx.actor, left), printed=False
        )

    def _note_stopped(self, printer: str, pages: int) -> None:
        """Only where it is known which pages are whose is it known which of them the printer took."""
        if not self._several:
            self._note_printed(printer)
            return
        taken = self.printed_papers.came(pages)
        came = tuple(paper for paper in self._rows if paper.paper in taken)
        self.noted.connect(lambda: ask_which_came_out(self._ctx, self._rows, came))
        self._note_printed(printer)

    @property
    def _several(self) -> bool:
        return len(self._all) > 1 and not self._copies

    def _note_printed(self, printer: str) -> None:
        ctx, papers, copies = self._ctx, self._papers, self._copies

        def note() -> None:
            ctx.office.papers.printed(ctx.actor, papers, printer)

        def note_copies() -> None:
            ctx.office.work_orders.printed(ctx.actor, copies, printer)

        def told(_nothing: object) -> None:
            ctx.notify(message, self._ask, action=action)
            self.noted.emit()

        message, action = self.tr("Sent to the printer."), self.tr("It did not come out")
        note_printed(ctx, self._document, note, told, also=note_copies if copies else None)

    def _ask(self) -> None:
        """The printer dropped it, or the person says that nothing came out."""
        if self._several:
            ask_which_came_out(self._ctx, self._rows, self._rows)
            return
        question = Dialog(
            QCoreApplication.translate("PaperPreview", "Did the paper not come out?"), self._ctx.window
        )
        question.add_text(
            QCoreApplication.translate(
                "PaperPreview",
                "It is “Not printed” in the register then, and can be printed again. If any page came out, "
                "keep it in the register and shred it.",
            )
        )
        question.set_primary(QCoreApplication.translate("PaperPreview", "Nothing came out"), question.accept)
        question.add_secondary(QCoreApplication.translate("PaperPreview", "It is here"))
        question.accepted.connect(self._strike)
        question.open()

    def _strike(self) -> None:
        ctx, papers, copies = self._ctx, self._papers, self._copies

        strikes: list[Strike] = [lambda: ctx.office.papers.did_not_come_out(ctx.actor, papers)]
        if copies:
            strikes.append(lambda: ctx.office.work_orders.did_not_come_out(ctx.actor, copies))
        message = QCoreApplication.translate("PaperPreview", "It is “Not printed” in the register now.")
        note_struck(ctx, self._document, strikes, message, done=self.struck.emit)

    def _note_given_up(self) -> None:
        ctx, papers, copies, sent = self._ctx, self._papers, self._copies, self.sent_once

        strikes: list[Strike] = [lambda: ctx.office.papers.not_printed(ctx.actor, papers)]
        if copies:
            strikes.append(lambda: ctx.office.work_orders.not_printed(ctx.actor, copies, sent=sent))
        struck = self.tr("The printed paper is “Not printed” in the register now.")
        note_struck(ctx, self._document, strikes, struck, beside=self.unprinted, ask=self._ask)
