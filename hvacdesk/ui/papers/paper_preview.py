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
        finished: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        usual = QCoreApplication.translate(
            "PaperPreview", "It is in the register of papers. Closing without printing strikes it from there."
        )
        super().__init__(pdf, document, parent or ctx.window, note=f"{note}\n{usual}".strip())
        self._ctx = ctx
        self._papers = tuple(paper.paper for paper in papers)
        self._finished = finished
        self.printed.connect(self._note_printed)
        self.given_up.connect(self._note_given_up)

    def _note_printed(self, printer: str) -> None:
        ctx, papers, finished = self._ctx, self._papers, self._finished
        message = self.tr("Sent to the printer.")
        background.run(
            ctx.window,
            lambda _progress: ctx.office.papers.printed(ctx.actor, papers, printer),
            lambda _nothing: _tell(ctx, message, finished),
        )

    def _note_given_up(self) -> None:
        ctx, papers, finished = self._ctx, self._papers, self._finished
        message = self.tr("Not printed. It was struck from the register.")
        background.run(
            ctx.window,
            lambda _progress: ctx.office.papers.not_printed(ctx.actor, papers),
            lambda _nothing: _tell(ctx, message, finished),
        )


def _tell(ctx: DeskContext, message: str, finished: Callable[[], object] | None) -> None:
    ctx.notify(message)
    if finished is not None:
        finished()
