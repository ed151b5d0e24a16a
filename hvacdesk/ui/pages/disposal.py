"""The disposal page: past and present batches, and the wizard on one of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.disposal.disposal import (
    BATCH_STATE_NAMES,
    RESULTS,
    UNFINISHED,
    BatchRow,
    BatchState,
    Review,
)
from hvacdesk.domain.office.today import REVIEW_FROM_DAY
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import month_text
from hvacdesk.ui.disposal.wizard import TONES, DisposalWizard
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.page import Page
from hvacdesk.ui.widgets.page_room import FrontStack


class AnotherReview(Dialog):
    """Asks before a second review of a month whose review is done, or before the next one is begun early.

    Args:
        early: the running month, where the one that is done is the month before; else empty.

    Signals:
        open_wanted: the one that is done is to be opened instead.
    """

    open_wanted = Signal()

    def __init__(self, done: BatchRow, early: str = "", parent: QWidget | None = None) -> None:
        heading = QCoreApplication.translate("AnotherReview", "The review of {month} is done")
        super().__init__(heading.format(month=month_text(done.month)), parent, width=620)
        text = self.tr("Review {number} was carried out and has certificate {certificate}.")
        self.add_text(text.format(number=done.number, certificate=done.certificate or "–"))
        if early:
            more = self.tr(
                "That of {month} is held from day {day} on, when most of its work is done. It can be begun "
                "now where the office cannot wait for that."
            )
            self.add_text(more.format(month=month_text(early), day=REVIEW_FROM_DAY))
        else:
            self.add_text(self.tr("Another review of this month gets a number and a certificate of its own."))
        self.set_primary(self.tr("Open {number}").format(number=done.number), self._open_done)
        begin = self.tr("Begin {month}") if early else self.tr("Begin another review")
        self.add_secondary(begin.format(month=month_text(early) if early else ""), self.accept)
        self.add_secondary(self.tr("Cancel"))

    def _open_done(self) -> None:
        self.reject()
        self.open_wanted.emit()


class DisposalPage(Page):
    """Starts or resumes a month's review; nothing here destroys without the wizard's six steps."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self.set_title(self.tr("Disposal"))
        self._stack = FrontStack()
        self.body.addLayout(self._stack, 1)
        overview = self._overview()
        self._stack.addWidget(overview)
        self._reader = background.Reader(self)
        self._opening = background.Reader(self)
        self._fresh = Freshness(
            overview, context.changes, frozenset({Room.DISPOSAL, Room.STAFF}), self._read_batches
        )
        self._steps: DisposalWizard | None = None
        self._left = ""  # the batch that was in front, until the list shows it
        self._start = self.set_primary(self.tr("Month-end review"), "clipboard-list", self.start_review)
        self._start.setVisible(context.actor.may(Permission.PROPOSE_DISPOSAL))

    def refresh(self) -> None:
        if self._steps is not None and self._stack.currentWidget() is self._steps:
            self._steps.reload()
            return
        self._fresh.read()

    def _read_batches(self) -> None:
        office, actor = self._context.office, self._context.actor
        self._reader.read(lambda: office.disposal.reviews.batches(actor)).then(self._show_batches)

    @property
    def wizard(self) -> DisposalWizard:
        """The wizard, built when it is first needed: its six steps are most of the page."""
        if self._steps is None:
            self._steps = DisposalWizard(self._context)
            self._steps.left.connect(self._leave)
            self._stack.addWidget(self._steps)
        return self._steps

    def open(self, **arguments: object) -> None:
        """``batch=ID`` opens one batch, with ``hold=CUSTOMER`` the form that puts that one's disposal off;
        ``review`` begins or goes on with the one that is held now.
        """
        if arguments.get("review") and self._context.actor.may(Permission.PROPOSE_DISPOSAL):
            self.start_review()
        batch = arguments.get("batch")
        if isinstance(batch, str):
            self._open_batch(batch, str(arguments.get("hold", "")))

    def go_to_top(self) -> None:
        """The list of batches; what was decided is saved."""
        if self._steps is not None and self._stack.currentWidget() is self._steps:
            self._leave()

    def start_review(self) -> None:
        """Begin the review that is held now, or go on with it; asks before a second one for a month that is
        done.
        """
        reviews, actor = self._context.office.disposal.reviews, self._context.actor
        background.ask(self, lambda: (reviews.month(actor), reviews.batches(actor))).with_busy(
            self._busy
        ).then(lambda found: self._begin_or_ask(*found))

    def _begin_or_ask(self, month: str, batches: tuple[BatchRow, ...]) -> None:
        of_month = [row for row in batches if row.month == month and not row.on_request]
        done = next((row for row in of_month if row.state in RESULTS), None)
        if done is None or any(row.state in UNFINISHED for row in of_month):
            self._begin(month)
            return
        running = f"{self._context.today():%Y-%m}"
        question = AnotherReview(done, running if running != month else "", self)
        question.accepted.connect(lambda: self._begin(running))
        question.open_wanted.connect(lambda: self._open_batch(done.batch))
        question.open()

    def _begin(self, month: str) -> None:
        office, actor = self._context.office, self._context.actor
        self._opening.read(lambda: office.disposal.reviews.review(actor, month)).with_busy(self._busy).then(
            self._show_review
        )

    def _overview(self) -> QWidget:
        overview = QWidget()
        column = QVBoxLayout(overview)
        column.setContentsMargins(0, 0, 0, 0)
        self._busy = Busy(self.tr("Looking at every customer's retention"), cancellable=False)
        column.addWidget(self._busy)
        self._empty = EmptyState(
            "shredder",
            self.tr("No disposal yet"),
            self.tr(
                "Once a month, look at which customers' data is no longer needed, destroy it, "
                "and keep the proof."
            ),
        )
        column.addWidget(self._empty, 1)
        self._card = Card()
        self.table = DataTable(self.tr("Disposal batches"), record="batch")
        self.table.set_columns(
            [
                Column("number", self.tr("Review number"), width=90),
                Column("month", self.tr("Month"), width=100, value=self._occasion, sort=_month),
                Column("state", self.tr("State"), width=90, kind="chip", value=self._state),
                Column("customers", self.tr("Customers"), width=60, kind="number", align="right"),
                Column("proposed_by", self.tr("Proposed by"), width=96, stretch=1, wide_only=True),
                Column("approved_by", self.tr("Approved by"), width=96, stretch=1, wide_only=True),
                Column("certificate", self.tr("Certificate"), width=112, wide_only=True),
            ]
        )
        self.table.keep_columns(self._context.columns, "disposal_batches", names_nobody)
        self.table.offer(tuple, opening=self.tr("Open"))
        self.table.activated_row.connect(lambda row: self._open_batch(row.batch))
        self._card.body.addWidget(self.table, 1)
        column.addWidget(self._card, 1)
        return overview

    def _show_batches(self, batches: tuple[BatchRow, ...]) -> None:
        left, self._left = self._left, ""
        self.table.set_rows(batches)
        self._card.setVisible(bool(batches))
        self._empty.setVisible(not batches)
        if left and self.table.select(lambda row: row.batch == left):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_batch(self, batch: str, held: str = "") -> None:
        office, actor = self._context.office, self._context.actor

        def show(review: Review) -> None:
            self._show_review(review)
            if held and review.state is BatchState.DRAFT:
                self.wizard.hold(review, held)

        self._opening.read(lambda: office.disposal.reviews.open_batch(actor, batch)).then(show)

    def _show_review(self, review: Review) -> None:
        self.set_title(self._title(review))
        self._start.hide()
        self._stack.setCurrentWidget(self.wizard)
        self.wizard.show_batch(review)

    def _title(self, review: Review) -> str:
        if review.on_request:
            numbers = self.tr(", ").join(row.number for row in review.rows)
            return self.tr("Erasure on request {numbers}").format(numbers=numbers)
        text = self.tr("Disposal review {month} ({number})")
        return text.format(month=month_text(review.month), number=review.number)

    def _leave(self) -> None:
        self._left = self.wizard.batch
        self.set_title(self.tr("Disposal"))
        self._start.setVisible(self._context.actor.may(Permission.PROPOSE_DISPOSAL))
        self._stack.setCurrentIndex(0)
        self.refresh()

    def _occasion(self, row: BatchRow) -> str:
        return self.tr("On request") if row.on_request else month_text(row.month)

    def _state(self, row: BatchRow) -> ChipValue:
        return ChipValue(self._context.words(BATCH_STATE_NAMES[row.state]), TONES[row.state])


def _month(row: BatchRow) -> str:
    """Sorts by the month itself, not by its name."""
    return row.month
