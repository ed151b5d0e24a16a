"""Preview of freshly registered papers of any kind, which keeps their register right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.papers import PaperRow
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.papers.preview import PreviewDialog


class PaperPreview(PreviewDialog):
    """Shows papers that were registered for printing; whatever closes it without a print strikes them.

    Args:
        document: names the job in the printer's queue, such as ``Contact slip P2026-00012``.
        copies: record ids of a work order's copies on the same pages.
        finished: called when the register is right again, whether or not they were printed.
    """

    def __init__(
        self,
        ctx: DeskContext,
        papers: Sequence[PaperRow],
        pdf: bytes,
        document: str,
        *,
        note: str = "",
        copies: Sequence[str] = (),
        finished: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        usual = QCoreApplication.translate(
            "PaperPreview", "It is in the register of papers. Closing without printing strikes it from there."
        )
        super().__init__(pdf, document, parent or ctx.window, note=f"{note}\n{usual}".strip())
        self._ctx = ctx
        self._papers = tuple(paper.paper for paper in papers)
        self._copies = tuple(copies)
        self._finished = finished
        self.printed.connect(self._note_printed)
        self.given_up.connect(self._note_given_up)

    def _note_printed(self, printer: str) -> None:
        ctx, papers, copies = self._ctx, self._papers, self._copies

        def note(_progress: object) -> None:
            ctx.office.papers.printed(ctx.actor, papers, printer)
            if copies:
                ctx.office.work_orders.printed(ctx.actor, copies, printer)

        self._run(note, self.tr("Sent to the printer."))

    def _note_given_up(self) -> None:
        ctx, papers, copies = self._ctx, self._papers, self._copies

        def note(_progress: object) -> None:
            ctx.office.papers.not_printed(ctx.actor, papers)
            if copies:
                ctx.office.work_orders.not_printed(ctx.actor, copies)

        self._run(note, self.tr("Not printed. It was struck from the register."))

    def _run(self, note: Callable[[object], None], message: str) -> None:
        ctx, finished = self._ctx, self._finished
        background.run(ctx.window, note, lambda _nothing: _tell(ctx, message, finished))


def _tell(ctx: DeskContext, message: str, finished: Callable[[], object] | None) -> None:
    ctx.notify(message)
    if finished is not None:
        finished()
