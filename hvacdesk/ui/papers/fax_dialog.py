"""A FAX to the partner firm: its number typed twice, since a wrong digit sends an address to a stranger."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit

from hvacdesk.domain.errors import Missing, UserFacingError
from hvacdesk.domain.jobs.jobs import JobRow
from hvacdesk.domain.papers.other_papers import FaxNumbersDiffer, FaxRequest, same_number
from hvacdesk.domain.papers.register import IssuedPaper
from hvacdesk.domain.papers.work_orders import REPRINT_REASON_NAMES, CopyRow, IssuedOrder, Profile
from hvacdesk.services.papers.work_order_issuing import ReprintNeedsReason
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.papers.issue import printed_profiles
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.reason_choice import ReasonChoice
from hvacdesk.ui.widgets.text import label


class FaxDialog(FormDialog):
    """Asks for the number twice, without pasting, and why if the firm has a copy already."""

    def __init__(self, ctx: DeskContext, row: JobRow) -> None:
        super().__init__(ctx, "", width=480)
        self.set_title(self.tr("FAX to {firm}").format(firm=row.partner_firm))
        self._row = row
        text = self.tr("A cover and the firm's copy, in type that a FAX leaves legible. Shred both then.")
        self.form.column.addWidget(label(text, "muted", wrap=True))
        self.number = self.form.add("number", self.tr("FAX number"), _Typed(), required=True)
        self.again = self.form.add("again", self.tr("FAX number once more"), _Typed(), required=True)
        hint = self.tr("Printed on the cover; no customer's name or address.")
        self.remark = self.form.add("remark", self.tr("Remarks"), QLineEdit(), hint=hint)
        self._question = label(self.tr("Why is it printed again?"), "strong", wrap=True)
        self.form.column.addWidget(self._question)
        self.choice = ReasonChoice(ctx.words, REPRINT_REASON_NAMES)
        self.form.column.addWidget(self.choice)
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("Preview"))
        self._ask_why(needed=False)
        background.ask(self, lambda: ctx.office.work_orders.copies(ctx.actor, job=row.job)).then(
            self._look_at_copies
        )
        self.saved.connect(self._preview)
        self.watch(
            without=("number", "again")
        )  # numbers are typed again: nobody would check one from a draft
        self.keep_draft("fax", row.job, "schedule", job=row.job, fax="yes")
        self.fit(520, 500)
        self.number.setFocus()

    def _look_at_copies(self, copies: tuple[CopyRow, ...]) -> None:
        self._ask_why(needed=Profile.PARTNER in printed_profiles(copies))

    def _ask_why(self, *, needed: bool) -> None:
        self._question.setVisible(needed)
        self.choice.setVisible(needed)

    def collect(self) -> Callable[[], object]:
        """The work that registers and draws the FAX."""
        number, again = self.number.text(), self.again.text()
        if not number.strip():
            raise Missing("number")
        if not same_number(number, again):
            raise FaxNumbersDiffer("again")
        office, actor, words, job = self.ctx.office, self.ctx.actor, self.ctx.words, self._row.job
        request = FaxRequest(number, again, self.remark.text())
        reason = self.choice.chosen()
        return lambda: office.other_papers.fax(actor, job, request, words, reason=reason)

    def ask_about(self, error: UserFacingError) -> bool:
        """The firm was given a copy since the dialog was opened: there has to be a place to say why again."""
        if isinstance(error, ReprintNeedsReason):
            self._ask_why(needed=True)
        return False

    def _preview(self, issued: object) -> None:
        if not isinstance(issued, tuple):
            return
        paper, order = issued
        if isinstance(paper, IssuedPaper) and isinstance(order, IssuedOrder):
            from hvacdesk.ui.printing.paper_preview import PaperPreview  # loads Qt's PDF and printing modules

            document = self.tr("FAX {number}").format(number=paper.papers[0].number)
            copies = [copy.copy for copy in order.copies]
            PaperPreview(self.ctx, paper.papers, paper.pdf, document, copies=copies).open()


class _Typed(QLineEdit):
    """A number that is typed: pasting the same mistake twice would prove nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)

    # Qt's overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.matches(QKeySequence.StandardKey.Paste):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.MiddleButton:  # it pastes what was selected elsewhere
            super().mouseReleaseEvent(event)
