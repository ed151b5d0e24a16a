"""Asking before a job is cancelled: what papers are out, and what money came before the work."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.jobs.jobs import JobRow
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.advances import Advances, advance_lines, read_advances
from hvacdesk.ui.wording.jobs import job_line


class CancelQuestion(Dialog):
    """Accepted: the job is to be cancelled.

    Args:
        money: what came in before the work, line by line.
    """

    def __init__(self, parent: QWidget, row: JobRow, words: Words, money: Sequence[str]) -> None:
        super().__init__(QCoreApplication.translate("CancelQuestion", "Cancel this job?"), parent)
        self.add_text("  ".join(filter(None, (row.name.text, job_line(row, words)))))
        self.add_text(self.tr("A cancelled job cannot be taken up again; book a new one instead."))
        if row.copies_out:
            out = self.tr(
                "%n copy(ies) of its work order are out: call them back and shred them.", "", row.copies_out
            )
            self.add_text(out)
        if row.copies_waiting:
            perhaps = self.tr(
                "%n copy(ies) of its work order were perhaps printed: look for them and shred them.",
                "",
                row.copies_waiting,
            )
            self.add_text(perhaps)
        for told in money:
            self.body.addWidget(label(told, wrap=True, tone="warn"))
        self.set_primary(self.tr("Cancel the job"))
        self.add_secondary(self.tr("Keep it"))


def ask_cancel(
    ctx: DeskContext,
    owner: QWidget,
    row: JobRow,
    cancel: Callable[[Advances], object],
    *,
    why_again: str = "",
) -> None:
    """Read what came in before the work, as far as the reader may see it, and ask.

    Args:
        cancel: is given what the question told of it.
        why_again: why it is asked once more.
    """

    def ask(money: Advances) -> None:
        question = CancelQuestion(
            owner, row, ctx.words, [*filter(None, [why_again]), *advance_lines(ctx, money)]
        )
        question.accepted.connect(lambda: cancel(money))
        question.open()

    background.ask(owner, lambda: read_advances(ctx, row.job)).then(ask)
