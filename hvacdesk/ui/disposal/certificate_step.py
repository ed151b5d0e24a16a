"""Step 6: the result in one of its three words, and the certificate itself, to print, sign and file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QWidget

from hvacdesk.domain.clock import moment_of, office_time
from hvacdesk.domain.disposal.certificates import CertificatePaper
from hvacdesk.domain.disposal.disposal import BATCH_STATE_NAMES, BatchState, CertificateFacts, Review
from hvacdesk.domain.disposal.place_decisions import exceptions_said
from hvacdesk.domain.errors import RecordGone, UserFacingError
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.disposal.certificate_preview import CertificatePreview, not_as_issued
from hvacdesk.ui.disposal.step import Step
from hvacdesk.ui.disposal.what_goes import CertificateTitle
from hvacdesk.ui.file_writing import write_private
from hvacdesk.ui.language import language
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.printing.noting import note_printed
from hvacdesk.ui.printing.pages_view import PagesView
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.file_choice import choose_new_file
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.text import label, unbroken

ROOM_FOR_BOTH, RESULT_WIDTH, PAGE_LEAST = 860, 340, 380
"""Design pixels: from which width the page is shown beside the result, and how high it is at least."""
WIDEST = 16777215
"""Qt's own limit: no limit."""

TONES = {BatchState.VERIFIED: Tone.GOOD, BatchState.EXCEPTIONS: Tone.WARN, BatchState.FAILED: Tone.BAD}


class CertificateStep(Step):
    """What was found out about the erasure; nothing is claimed beyond it."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._reader = background.Reader(self)
        self._paper_reader = background.Reader(self)
        self.title = self.tr("Certificate")
        self._number = ""
        self._paper: CertificatePaper | None = None
        self.pages: PagesView | None = None
        self._lines: list[QLabel] = []
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.px(14))
        self._columns.addWidget(self._result_card(), 0)
        self._page_card = Card(padding=8)
        self._page_card.setMinimumHeight(theme.px(PAGE_LEAST))
        self._columns.addWidget(self._page_card, 1)
        self.body.addLayout(self._columns, 1)

    def _result_card(self) -> Card:
        self._result = card = Card()
        self._chip = Chip("")
        card.body.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        self._heading = label("", "heading", wrap=True)
        card.body.addWidget(self._heading)
        self._exceptions = label("", wrap=True, tone="warn")
        card.body.addWidget(self._exceptions)
        self._facts = QGridLayout()
        self._facts.setColumnStretch(1, 1)
        self._facts.setHorizontalSpacing(theme.px(14))
        self._facts.setVerticalSpacing(theme.px(6))
        card.body.addLayout(self._facts)
        card.body.addSpacing(theme.px(8))
        self.print_button = button(
            self.tr("Print the certificate…"), self._preview, kind="primary", icon="printer"
        )
        self.save_button = button(self.tr("Save as PDF…"), self._choose_file, icon="save")
        for one in (self.print_button, self.save_button):
            card.body.addWidget(one)
        card.body.addStretch(1)
        return card

    def show_batch(self, review: Review) -> None:
        office, actor, batch = self.context.office, self.context.actor, review.batch
        self._reader.read(lambda: office.disposal.certificates.certificate_of(actor, batch)).then(
            self._show_facts
        ).otherwise(lambda error: self._show_none(review, error))

    def first(self) -> QWidget:
        return self.print_button

    def sentence(self, review: Review) -> str:
        return self.tr("Print the certificate, sign it and file it. The ledger keeps what was destroyed.")

    def _show_none(self, review: Review, error: UserFacingError) -> None:
        """A restored backup from before the disposal knows its result from the signed list, and no more."""
        if not isinstance(error, RecordGone):
            self.context.report_error(error)
            return
        self._chip.set(self.context.words(BATCH_STATE_NAMES[review.state]), TONES[review.state])
        self._heading.setText(self.tr("This batch's certificate is not in the program any more"))
        self._exceptions.setText(
            self.tr(
                "A backup from before the disposal was restored. The certificate that was printed then still "
                "holds; what was destroyed again is on the certificate of the restore (Safeguards, ledger)."
            )
        )
        self._exceptions.show()
        self._fill()
        self._offer(shown=False)

    def _show_facts(self, facts: CertificateFacts) -> None:
        words = self.context.words
        if facts.number != self._number:
            self._number = facts.number
            self._read_paper()
        self._offer(shown=True)
        self._chip.set(words(BATCH_STATE_NAMES[facts.result]), TONES[facts.result])
        alone = replace(facts, batch_number="")  # the wizard's own title names the review
        self._heading.setText(CertificateTitle().of(alone))
        said = [
            "\n　　".join((f"・{exception}", *places))
            for exception, places in exceptions_said(facts.exceptions, facts.remnants, facts.kept, words)
        ]
        self._exceptions.setText("\n".join(said))
        self._exceptions.setVisible(bool(facts.exceptions))
        destroyed = day_text(f"{office_time(moment_of(facts.destroyed_at)):%Y-%m-%d %H:%M}")
        reduced = sum(one.customers for one in facts.reduced)
        besides = (
            (self.tr("Customers reduced to the ledger"), reduced),
            (self.tr("Call notes without a customer"), facts.call_notes),
            (self.tr("Papers shredded"), facts.copies_shredded),
        )
        self._fill(
            (self.tr("Destroyed"), destroyed),
            *((name, f"{count:,}") for name, count in besides if count),
            (self.tr("Records destroyed"), f"{facts.records:,}"),
            (self.tr("Different values sought"), f"{facts.values:,}"),
            (self.tr("Pages searched"), f"{facts.pages + facts.frames:,}"),
            (self.tr("Proposed"), _by(facts.proposed_on, facts.proposed_by)),
            (self.tr("Approved"), _by(facts.approved_on, facts.approved_by)),
            (self.tr("Head of the audit log"), f"{facts.head_sequence}  {facts.head_hash[:8]}…"),
        )

    def _fill(self, *lines: tuple[str, str]) -> None:
        for old in self._lines:
            old.deleteLater()
        self._lines = [
            part
            for name, value in lines
            for part in (label(name, "muted", wrap=True), label(value, wrap=True))
        ]
        for number, part in enumerate(self._lines):
            self._facts.addWidget(part, number // 2, number % 2, Qt.AlignmentFlag.AlignTop)

    def _offer(self, *, shown: bool) -> None:
        for one in (self.print_button, self.save_button, self._page_card):
            one.setVisible(shown)

    # The paper

    def _read_paper(self) -> None:
        office, actor, number = self.context.office, self.context.actor, self._number
        self._paper_reader.read(
            lambda: office.disposal.certificates.certificate_paper(actor, number, language.code)
        ).then(self._show_paper)

    def _show_paper(self, paper: CertificatePaper) -> None:
        self._paper = paper
        clear(self._page_card.body)
        if not paper.as_issued:
            self._page_card.body.addWidget(label(not_as_issued(), wrap=True, tone="warn"))
        self.pages = PagesView(paper.pdf)
        self._page_card.body.addWidget(self.pages, 1)

    def _preview(self) -> None:
        ctx, paper = self.context, self._paper
        if paper is None:
            return
        certificates = ctx.office.disposal.certificates
        dialog = CertificatePreview(paper, self)

        def note() -> None:
            note_printed(
                ctx, dialog.windowTitle(), lambda: certificates.certificate_printed(ctx.actor, paper)
            )

        dialog.printed.connect(lambda _printer: note())
        dialog.stopped.connect(lambda _printer, _pages: note())
        dialog.open()

    def _choose_file(self) -> None:
        if self._paper is not None:
            name = self.tr("certificate-{number}.pdf").format(number=self._number)
            choose_new_file(self, self.tr("Save the certificate"), name, "PDF (*.pdf)", self.save_as)

    def save_as(self, path: str) -> None:
        """Write the certificate into a file, and note that."""
        office, actor, paper = self.context.office, self.context.actor, self._paper
        if paper is None:
            return

        def write() -> None:
            write_private(Path(path), paper.pdf)
            office.disposal.certificates.certificate_saved(actor, paper)

        told = self.tr("The certificate was saved as {path}.").format(path=path)
        background.ask(self, write).then(lambda _nothing: self.context.notify(told))

    # Qt's overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(ROOM_FOR_BOTH)
        self._columns.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        self._result.setMaximumWidth(theme.px(RESULT_WIDTH) if wide else WIDEST)
        self._result.setMinimumWidth(theme.px(RESULT_WIDTH) if wide else 0)


def _by(day: str, name: str) -> str:
    """A day and who did it; the name stays on one line."""
    return f"{day_text(day)}  {unbroken(name)}"
