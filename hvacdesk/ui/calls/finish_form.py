"""Closing a call note: what came of the call."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.calls.call_notes import CallNoteRow
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.form_dialog import FormDialog, Typed
from hvacdesk.ui.widgets.part_edit import PartText
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.calls import name_text


class FinishForm(FormDialog):
    """*Called back*, with the outcome in a few words; they may be left out.

    Args:
        outcome: what is already known to have come of it.
    """

    def __init__(
        self, ctx: DeskContext, note: CallNoteRow, outcome: str = "", parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("FinishForm", "Called back")
        super().__init__(ctx, title, width=460, parent=parent)
        self._note = note
        self._start = outcome
        self.form.column.addWidget(label(name_text(note), "strong", wrap=True))
        self.outcome = self.form.add("outcome", self.tr("What came of it"), PartText())
        self.outcome.setText(outcome)
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("Done"))
            self.primary.setAccessibleName(self.tr("Done"))
        self.keep_draft("call-outcome", note.note, "calls", note=note.note, finish="yes")
        self.fit(520, 320)
        self.outcome.setFocus()

    def collect(self) -> Callable[[], object]:
        ctx, note, allow, text = self.ctx, self._note, self.number_allowed, self.outcome.text()

        def finish() -> str:
            ctx.office.call_notes.finish(ctx.actor, note.note, note.version, text, allow_number=allow)
            return note.note

        return finish

    def typed(self) -> Typed | None:
        text = self.outcome.text()
        return {"outcome": text} if text.strip() and text != self._start else None

    def fill(self, typed: Typed) -> None:
        self.outcome.setText(str(typed["outcome"]))
        self.ctx.notify(self.tr("What you had typed before is here again."))
