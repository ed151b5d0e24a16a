"""Step 6: the result in one of its three words, and the certificate to print and sign."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from hvacdesk.domain.disposal import BATCH_STATE_NAMES, BatchState, CertificateFacts, Review
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.disposal.step import Step
from hvacdesk.ui.papers.preview import PreviewDialog
from hvacdesk.ui.theme import Tone, theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.text import label

RESULT_TONES = {
    BatchState.VERIFIED: Tone.GOOD,
    BatchState.EXCEPTIONS: Tone.WARN,
    BatchState.FAILED: Tone.BAD,
}


class CertificateStep(Step):
    """What was found out about the erasure; nothing is claimed beyond it."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self.title = self.tr("Certificate")
        self._number = ""
        card = Card()
        line = QHBoxLayout()
        line.setSpacing(theme.px(10))
        self._chip = Chip("")
        self._heading = label("", "heading", wrap=True)
        line.addWidget(self._chip)
        line.addWidget(self._heading, 1)
        card.body.addLayout(line)
        self._found = label("", wrap=True)
        self._exceptions = label("", wrap=True, tone="warn")
        card.body.addWidget(self._found)
        card.body.addWidget(self._exceptions)
        actions = QHBoxLayout()
        self._print = button(self.tr("Print the certificate…"), self._preview, kind="primary", icon="printer")
        actions.addWidget(self._print)
        actions.addStretch(1)
        card.body.addLayout(actions)
        card.body.addStretch(1)
        self.body.addWidget(card, 1)

    def show_batch(self, review: Review) -> None:
        office, actor, batch = self.context.office, self.context.actor, review.batch
        background.run(self, lambda _progress: office.disposal.certificate_of(actor, batch), self._show_facts)

    def sentence(self, review: Review) -> str:
        return self.tr("Print the certificate, sign it and file it. The ledger keeps what was destroyed.")

    def _show_facts(self, facts: CertificateFacts) -> None:
        words = self.context.words
        self._number = facts.number
        self._chip.set(words(BATCH_STATE_NAMES[facts.result]), RESULT_TONES[facts.result])
        title = self.tr("Certificate {number}: %n customer(s)", None, facts.customers)
        self._heading.setText(title.format(number=facts.number))
        found = self.tr("{values} values were sought on {pages} pages and {frames} log frames.")
        self._found.setText(found.format(values=facts.values, pages=facts.pages, frames=facts.frames))
        self._exceptions.setText("\n".join(f"・{words(text)}" for text in facts.exceptions))
        self._exceptions.setVisible(bool(facts.exceptions))

    def _preview(self) -> None:
        office, actor, words, number = (
            self.context.office, self.context.actor, self.context.words, self._number,
        )  # fmt: skip
        background.run(
            self,
            lambda _progress: office.disposal.certificate_pdf(actor, number, words),
            self._show_preview,
        )

    def _show_preview(self, pdf: bytes) -> None:
        office, actor, number = self.context.office, self.context.actor, self._number
        dialog = PreviewDialog(pdf, self.tr("Certificate {number}").format(number=number), self)
        dialog.printed.connect(lambda _printer: office.disposal.certificate_printed(actor, number))
        dialog.open()
