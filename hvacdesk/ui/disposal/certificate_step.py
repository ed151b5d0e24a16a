"""Step 6: the result in one of its three words, and the certificate to print and sign."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from hvacdesk.domain.certificates import CertificatePaper
from hvacdesk.domain.clock import moment_of, office_time
from hvacdesk.domain.disposal import BATCH_STATE_NAMES, BatchState, CertificateFacts, Review
from hvacdesk.domain.errors import RecordGone, UserFacingError
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.disposal.certificate_preview import CertificatePreview
from hvacdesk.ui.disposal.step import Step
from hvacdesk.ui.language import language
from hvacdesk.ui.theme import Tone, theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.list_dates import list_day
from hvacdesk.ui.widgets.text import label

TONES = {BatchState.VERIFIED: Tone.GOOD, BatchState.EXCEPTIONS: Tone.WARN, BatchState.FAILED: Tone.BAD}


class CertificateStep(Step):
    """What was found out about the erasure; nothing is claimed beyond it."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self.title = self.tr("Certificate")
        self._number = ""
        self._lines: list[QLabel] = []
        card = Card()
        line = QHBoxLayout()
        line.setSpacing(theme.px(10))
        self._chip = Chip("")
        self._heading = label("", "heading", wrap=True)
        line.addWidget(self._chip)
        line.addWidget(self._heading, 1)
        card.body.addLayout(line)
        self._exceptions = label("", wrap=True, tone="warn")
        card.body.addWidget(self._exceptions)
        self._facts = QGridLayout()
        self._facts.setColumnStretch(1, 1)
        self._facts.setHorizontalSpacing(theme.px(24))
        self._facts.setVerticalSpacing(theme.px(6))
        card.body.addLayout(self._facts)
        actions = QHBoxLayout()
        self.print_button = button(
            self.tr("Print the certificate…"), self._preview, kind="primary", icon="printer"
        )
        actions.addWidget(self.print_button)
        actions.addStretch(1)
        card.body.addSpacing(theme.px(8))
        card.body.addLayout(actions)
        card.body.addStretch(1)
        self.body.addWidget(card, 1)

    def show_batch(self, review: Review) -> None:
        office, actor, batch = self.context.office, self.context.actor, review.batch
        background.run(
            self,
            lambda _progress: office.disposal.certificate_of(actor, batch),
            self._show_facts,
            lambda error: self._show_none(review, error),
        )

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
        self.print_button.hide()

    def _show_facts(self, facts: CertificateFacts) -> None:
        words = self.context.words
        self._number = facts.number
        self.print_button.show()
        self._chip.set(words(BATCH_STATE_NAMES[facts.result]), TONES[facts.result])
        title = self.tr("Certificate {number}: %n customer(s)", None, facts.customers)
        self._heading.setText(title.format(number=facts.number))
        self._exceptions.setText("\n".join(f"・{words(text)}" for text in facts.exceptions))
        self._exceptions.setVisible(bool(facts.exceptions))
        destroyed = list_day(f"{office_time(moment_of(facts.destroyed_at)):%Y-%m-%d %H:%M}")
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
            (self.tr("Erased values searched for"), f"{facts.values:,}"),
            (self.tr("Pages decrypted and searched"), f"{facts.pages + facts.frames:,}"),
            (self.tr("Proposed"), f"{list_day(facts.proposed_on)}  {facts.proposed_by}"),
            (self.tr("Approved"), f"{list_day(facts.approved_on)}  {facts.approved_by}"),
            (self.tr("Head of the audit log"), f"{facts.head_sequence}  {facts.head_hash[:16]}…"),
        )

    def _fill(self, *lines: tuple[str, str]) -> None:
        for old in self._lines:
            old.deleteLater()
        self._lines = [part for name, value in lines for part in (label(name, "muted"), label(value))]
        for number, part in enumerate(self._lines):
            self._facts.addWidget(part, number // 2, number % 2)

    def _preview(self) -> None:
        office, actor, number = self.context.office, self.context.actor, self._number
        background.run(
            self,
            lambda _progress: office.disposal.certificate_paper(actor, number, language.code),
            self._show_preview,
        )

    def _show_preview(self, paper: CertificatePaper) -> None:
        office, actor = self.context.office, self.context.actor
        dialog = CertificatePreview(paper, self)
        dialog.printed.connect(lambda _printer: office.disposal.certificate_printed(actor, paper))
        dialog.open()
