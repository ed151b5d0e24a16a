"""Step 1: how many customers are due, reducible, kept, on hold, undecidable, and what each of these means."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hvacdesk.domain.disposal.disposal import Review
from hvacdesk.domain.retention.upcoming import MonthAhead
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.disposal.step import Step
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.month_bars import MonthBar, MonthBars
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.stat_tile import StatTile
from hvacdesk.ui.widgets.text import label


class DisposalCheckStep(Step):
    """A look before any decision."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._reader = background.Reader(self)
        self.title = self.tr("Check")
        self.next_text = self.tr("Next: decide")
        self._due = StatTile(0, self.tr("Retention over"), Tone.BAD)
        self._reducible = StatTile(0, self.tr("Reducible to the ledger"), Tone.WARN)
        self._undecided = StatTile(0, self.tr("Cannot be decided (kept)"), Tone.WARN)
        self._hold = StatTile(0, self.tr("On hold"), Tone.INFO)
        self._kept = StatTile(0, self.tr("Kept by law or office rule"), Tone.GOOD)
        self._out = StatTile(0, self.tr("Paper copies not back"), Tone.WARN)
        tiles = (self._due, self._reducible, self._undecided, self._hold, self._kept, self._out)
        self.body.addWidget(FlowRow(tiles, even=True, gap=14))
        self._calls = label("", wrap=True)
        self.body.addWidget(self._calls)
        self.body.addWidget(self._scrolled(self._months_ahead(), self._explanation()), 1)

    def show_batch(self, review: Review) -> None:
        self._due.set_number(review.due, Tone.BAD if review.due else Tone.NEUTRAL)
        self._reducible.set_number(review.reducible, Tone.WARN if review.reducible else Tone.NEUTRAL)
        self._undecided.set_number(review.undecided, Tone.WARN if review.undecided else Tone.NEUTRAL)
        self._hold.set_number(review.on_hold, Tone.INFO)
        self._kept.set_number(review.kept, Tone.GOOD)
        self._out.set_number(review.papers_out, Tone.WARN if review.papers_out else Tone.NEUTRAL)
        office, actor = self.context.office, self.context.actor
        self._reader.read(lambda: office.disposal.reviews.months_ahead(actor)).then(self._show_ahead)
        self._calls.setText(self._call_notes(review))
        self._calls.setVisible(bool(review.call_notes or review.call_notes_open))

    def _show_ahead(self, months: tuple[MonthAhead, ...]) -> None:
        self.bars.show_months(
            [MonthBar(self._short(month.month), month.due, month.reducible) for month in months]
        )

    def _call_notes(self, review: Review) -> str:
        """The group of its own: callers who never became customers."""
        texts = []
        if review.call_notes:
            texts.append(
                self.tr(
                    "The time of %n call note(s) without a customer has run out; they go with this batch.",
                    None,
                    review.call_notes,
                )
            )
        if review.call_notes_open:
            texts.append(
                self.tr(
                    "%n call note(s) without a customer are still open and stay.",
                    None,
                    review.call_notes_open,
                )
            )
        return in_a_row(*texts)

    def sentence(self, review: Review) -> str:
        return self.tr("You decide for each customer in the next step. Nothing has been destroyed yet.")

    def _scrolled(self, *cards: Card) -> ScrollColumn:
        """The cards below the numbers, which a low screen may cut and scroll."""
        inside = QWidget()
        inside.setProperty("role", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        return ScrollColumn(inside, name=self.tr("How to read these numbers"))

    def _short(self, month: str) -> str:
        """``2026-12`` as a bar's foot; January says its year."""
        year, number = month.split("-")
        text = self.tr("{month}/{year}") if number == "01" else self.tr("{month}")
        return text.format(month=int(number), year=year)

    def _months_ahead(self) -> Card:
        card = Card()
        card.body.addWidget(label(self.tr("What comes due in the next 12 months"), "heading"))
        names = (self.tr("Retention over"), self.tr("Reducible"))
        self.bars = MonthBars(names)
        self.bars.setAccessibleName(self.tr("What comes due in the next 12 months"))
        legend = QHBoxLayout()
        legend.setSpacing(theme.px(8))
        for name, tone in zip(names, (Tone.BAD, Tone.WARN), strict=True):
            legend.addWidget(Chip(name, tone))
        note = self.tr("As long as nothing new is recorded about these customers.")
        legend.addWidget(label(note, "muted", wrap=True), 1)
        card.body.addWidget(self.bars)
        card.body.addLayout(legend)
        return card

    def _explanation(self) -> Card:
        card = Card()
        card.body.addWidget(label(self.tr("How to read these numbers"), "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(14))
        grid.setVerticalSpacing(theme.px(10))
        grid.setColumnStretch(1, 1)
        lines = (
            (
                self.tr("Retention over"),
                Tone.BAD,
                self.tr("Every law and office rule has run out. You may destroy these customers' data."),
            ),
            (
                self.tr("Reducible"),
                Tone.WARN,
                self.tr("A law still needs some fields, such as the name. You may let the others go now."),
            ),
            (
                self.tr("Cannot be decided"),
                Tone.WARN,
                self.tr("A date is missing, for example an invoice. The data is kept until it is recorded."),
            ),
            (
                self.tr("On hold"),
                Tone.INFO,
                self.tr("Somebody put the disposal off, with a reason and a date."),
            ),
            (
                self.tr("Kept"),
                Tone.GOOD,
                self.tr("A law or office rule still asks for the data; the customer's page says until when."),
            ),
            (
                self.tr("Paper copies not back"),
                Tone.WARN,
                self.tr("A customer whose copy is still out cannot be destroyed. Ask for its return first."),
            ),
        )
        for row, (name, tone, meaning) in enumerate(lines):
            grid.addWidget(Chip(name, tone), row, 0)
            text: QLabel = label(meaning, wrap=True)
            grid.addWidget(text, row, 1)
        card.body.addLayout(grid)
        return card
