"""Step 3: the papers of the customers in the batch, shredded and scanned one by one, and the other copies."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.disposal.disposal import PaperToShred, Review
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.papers.copy_codes import is_whole_code
from hvacdesk.domain.papers.paper_names import SeveralCopies
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.disposal.copies_card import CopiesCard
from hvacdesk.ui.disposal.shredding_fields import ShreddingFields
from hvacdesk.ui.disposal.step import Step
from hvacdesk.ui.finder.which_copy import WhichCopyDialog
from hvacdesk.ui.moments import moment_text
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.errors import show_error
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.scan_field import ScanField
from hvacdesk.ui.widgets.scroll_column import ScrollColumn, bring_into_sight
from hvacdesk.ui.widgets.text import label, restyle
from hvacdesk.ui.widgets.untaken_scans import UntakenScans
from hvacdesk.ui.widgets.whole_table import WholeTable


class PapersStep(Step):
    """Each kept paper is scanned (or its number typed) as it goes into the shredder."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self.title = self.tr("Paper and media")
        self.next_text = self.tr("Propose disposal")
        self._batch = ""
        self._papers: tuple[PaperToShred, ...] = ()
        self._reader = background.Reader(self)
        card = Card()
        self._scanning = QWidget()
        asked = QVBoxLayout(self._scanning)
        asked.setContentsMargins(0, 0, 0, 0)
        said = self.tr("Shred each of these papers (P-4 or finer), then type its number or scan its code")
        asked.addWidget(label(said, "heading", wrap=True))
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        self.code = ScanField(
            self.tr("Number of the shredded paper"), self.tr("Scan the QR code or type the paper's number")
        )
        self.code.returnPressed.connect(self._shred_typed)
        line.addWidget(self.code, 1)
        line.addWidget(button(self.tr("Shredded"), self._shred_typed, icon="check"))
        asked.addLayout(line)
        self.answer = label("", wrap=True)
        self.answer.hide()
        asked.addWidget(self.answer)
        self.untaken = UntakenScans(self.code)
        asked.addWidget(self.untaken)
        card.body.addWidget(self._scanning)
        self.table = WholeTable(self.tr("Papers to shred"), record="paper")
        self.table.set_columns(
            [
                Column("number", self.tr("Paper number"), width=116),
                Column("code", self.tr("Code"), width=150, wide_only=True),
                Column(
                    "name",
                    self.tr("Kind of paper"),
                    width=120,
                    stretch=1,
                    value=lambda paper: context.words(paper.name),
                ),
                Column("shredded", self.tr("State"), width=84, kind="chip", value=self._state),
            ]
        )
        self.table.keep_columns(context.columns, "disposal_papers", names_nobody)
        self.table.offer(tuple, opening=self.tr("Shredded"))
        self.table.activated_row.connect(lambda row: self._look_up(row.paper))
        card.body.addWidget(self.table)
        self.nothing = label(
            self.tr("No papers of these customers are kept. You can propose the disposal now."),
            "muted",
            wrap=True,
        )
        card.body.addWidget(self.nothing)
        self.how = ShreddingFields(context)
        card.body.addWidget(self.how)
        inside = QWidget()
        inside.setProperty("role", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        column.addWidget(card)
        self.copies = CopiesCard(context)
        column.addWidget(self.copies)
        column.addStretch(1)
        self.body.addWidget(ScrollColumn(inside), 1)

    def show_batch(self, review: Review) -> None:
        if review.batch != self._batch:
            self._batch = review.batch
            self._say("", "")
            self.untaken.forget()
        self.look_again()
        self.how.read(review.batch)
        self.copies.refresh()

    def look_again(self) -> None:
        office, actor, batch = self.context.office, self.context.actor, self._batch
        self._reader.read(lambda: office.disposal.reviews.papers(actor, batch)).then(self._show_papers)

    def first(self) -> QWidget:
        return self.code

    def may_go_on(self, review: Review) -> bool:
        return all(paper.shredded for paper in self._papers)

    def sentence(self, review: Review) -> str:
        left = sum(not paper.shredded for paper in self._papers)
        if left:
            return self.tr("%n paper(s) still to be shredded before you can propose.", None, left)
        return self.tr("Proposing asks another person responsible to approve. Nothing is destroyed yet.")

    def _show_papers(self, papers: tuple[PaperToShred, ...]) -> None:
        changed = papers != self._papers
        self._papers = papers
        self.table.set_rows(papers)
        self._scanning.setVisible(bool(papers))
        self.table.setVisible(bool(papers))
        self.how.setVisible(bool(papers))
        self.nothing.setVisible(not papers)
        if changed:
            self.changed.emit()

    def _shred_typed(self) -> None:
        typed = self.code.text().strip()
        self.untaken.scanned_again(typed)
        if is_whole_code(typed):
            self._shred(typed)
        elif typed:
            self._look_up(typed)

    def _look_up(self, number: str) -> None:
        """Ask about a paper that is to be shredded; of any other, say at once that it is not."""
        office, actor, batch = self.context.office, self.context.actor, self._batch

        def ask(paper: PaperToShred) -> None:
            if paper.shredded:
                self._shredded(paper)
            else:
                self._ask(paper.paper, paper.number)

        background.ask(self, lambda: office.disposal.reviews.paper_named(actor, batch, number)).then(
            ask
        ).otherwise(lambda error: self._refused(error, self._look_up))

    def _ask(self, code: str, number: str) -> None:
        """A code that was scanned comes from the paper in the hand; a number can be one digit off."""
        question = Dialog(self.tr("Was {number} shredded?").format(number=number), self)
        question.add_text(self.tr("Check the number on the paper. The certificate counts it as shredded."))
        question.set_primary(self.tr("Not yet"))
        question.add_secondary(self.tr("It was shredded"), lambda: self._agree(question, code))
        self.untaken.watch(question)
        question.open()

    def _agree(self, question: Dialog, code: str) -> None:
        question.accept()
        self._shred(code)

    def _shred(self, code: str) -> None:
        office, actor, batch = self.context.office, self.context.actor, self._batch

        background.ask(self, lambda: office.disposal.reviews.shred(actor, batch, code)).then(
            self._shredded
        ).otherwise(lambda error: self._refused(error, self._shred))

    def _shredded(self, paper: PaperToShred) -> None:
        """Say what was registered, or that it was before: else a second scan looks like a dead scanner."""
        name = "  ".join((paper.number, self.context.words(paper.name)))
        if paper.known_at:
            said = self.tr(
                "{paper} is ticked already: registered as shredded {at}, by {who}. Nothing was changed."
            )
            at = moment_text(paper.known_at, self.context.today())
            self._say(said.format(paper=name, at=at, who=paper.known_by or self.tr("somebody")), "warn")
        else:
            self._say(self.tr("{paper}: registered as shredded.").format(paper=name), "good")
        self.code.clear()
        self.code.setFocus()
        self.changed.emit()

    def _say(self, text: str, tone: str) -> None:
        """Answer under the field."""
        self.answer.setText(text)
        self.answer.setProperty("tone", tone)
        self.answer.setVisible(bool(text))
        restyle(self.answer)
        if text:
            bring_into_sight(self.answer)

    def _refused(self, error: UserFacingError, again: Callable[[str], None]) -> None:
        """Say why, or ask which of several papers with the number is meant and try ``again`` with that."""
        self._say("", "")
        if isinstance(error, SeveralCopies):
            words = self.context.words
            which = WhichCopyDialog(error.papers, words, lambda picked: again(picked[0].paper), self)
            self.untaken.watch(which)
            which.open()
        elif shown := show_error(self, error):
            self.untaken.watch(shown)

    def _state(self, paper: PaperToShred) -> ChipValue:
        if paper.shredded:
            return ChipValue(self.tr("Shredded"), Tone.GOOD)
        return ChipValue(self.tr("To be shredded"), Tone.WARN)
