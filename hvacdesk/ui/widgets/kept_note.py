"""Until when a customer's data is kept, by which rule, and from when on it can be disposed of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.requests.openness import KeptUntil, known_beside
from hvacdesk.domain.retention.retention import Reason
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.counting import counted


class KeptNote(QWidget):
    """Read in the background; hidden until then, and from who finds no customers."""

    def __init__(self, ctx: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._left_out = False
        self._reader = background.Reader(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.told = label("", "muted", wrap=True)
        column.addWidget(self.told)
        self.hide()

    def read(self, customer: str, job_number: str = "") -> None:
        """Say it of a customer; with a job's number also what that job's papers are kept by."""
        ctx = self._ctx
        if ctx.actor.may(Permission.FIND_CUSTOMERS):
            self._reader.read(lambda: ctx.office.openness.kept_until(ctx.actor, customer)).then(
                lambda found: self._show(found, job_number)
            )

    def _show(self, found: KeptUntil, job_number: str) -> None:
        ctx = self._ctx
        self.told.setText(kept_text(found, ctx.words, ctx.today(), job_number))
        self._appear()

    def leave_out(self, on: bool) -> None:
        """Say nothing while something else in sight says the same."""
        self._left_out = on
        self._appear()

    def _appear(self) -> None:
        self.setVisible(bool(self.told.text()) and not self._left_out)


def known_text(reason: Reason, reasons: Sequence[Reason], words: Words) -> str:
    """Until when what is recorded is kept anyway, where a reason's end cannot be told; else empty."""
    known = known_beside(reason, reasons)
    if known is None or not (until := counted(known, words)):
        return ""
    already = QCoreApplication.translate("KeptNote", "{record}, as far as recorded: {counted}")
    return already.format(record=words(known.title), counted=until)


def kept_text(found: KeptUntil, words: Words, today: date, job_number: str = "") -> str:
    """Until when, by which rule, and the first day of disposal, line by line.

    Args:
        job_number: the job beside which it is shown: what is said of another one is left out.
    """
    translate = QCoreApplication.translate
    sentence, facts = found.kept
    text = words(sentence)
    names_other = bool(job_number) and "{job}" in text and facts.get("job") != job_number
    lines = [] if names_other else [day_text(text.format(**facts))]
    reason = found.longest(job_number)
    said = counted(reason, words) if reason is not None else ""
    if reason is not None and said:
        record = (
            translate("KeptNote", "{record} of this job: {counted}")
            if job_number
            else translate("KeptNote", "{record}: {counted}")
        )
        lines.append(record.format(record=words(reason.title), counted=said))
    if reason is not None and not job_number and (already := known_text(reason, found.reasons, words)):
        lines.append(already)
    if found.disposable_from is not None:
        lines.append(disposable_text(found.disposable_from, today))
    return "\n".join(lines)


def disposable_text(first: date, today: date) -> str:
    """From when on everything may be disposed of."""
    if first <= today:
        return QCoreApplication.translate("KeptNote", "The customer's data can be disposed of now.")
    said = QCoreApplication.translate("KeptNote", "The customer's data can be disposed of from {day} on.")
    return day_text(said.format(day=first.isoformat()))
