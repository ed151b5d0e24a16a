"""Step 5: the one red button of the program."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.disposal.disposal import BatchState, Decision, DisposalResult, DryRun, Review
from hvacdesk.domain.errors import Unfinished, UserFacingError
from hvacdesk.domain.text.wording import Phrase, in_a_row
from hvacdesk.services.backups.backups import BackupNeeded
from hvacdesk.ui import background
from hvacdesk.ui.background import Progress
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.disposal.review_table import ReviewTable
from hvacdesk.ui.disposal.step import Step
from hvacdesk.ui.disposal.what_goes import WhatGoes
from hvacdesk.ui.language import listed
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.danger_confirm import DangerConfirm
from hvacdesk.ui.widgets.failure import Action, FailureLine
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.text import label

_GOING = frozenset({Decision.DESTROY, Decision.REDUCE})


class _StepBusy(Busy):
    """Tells the step as well.

    Signals:
        running(whether): the work begins, or ended one way or another.
    """

    running = Signal(bool)

    def begin(self, cancel: Callable[[], None]) -> None:
        super().begin(cancel)
        self.running.emit(True)

    def finish(self) -> None:
        super().finish()
        self.running.emit(False)


class DestroyStep(Step):
    """Names the number of people, says what cannot be undone, and asks for the number to be typed."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._reader = background.Reader(self)
        self.title = self.tr("Destroy")
        self.result: DisposalResult | None = None
        self._review: Review | None = None
        self._may_begin = self._running = False
        self._goes: WhatGoes | None = None
        card = Card()
        self._heading = label("", "heading", wrap=True)
        card.body.addWidget(self._heading)
        self._steps = QVBoxLayout()
        card.body.addLayout(self._steps)
        card.body.addWidget(label(self.tr("This cannot be undone."), "strong", tone="bad"))
        self._waiting = label(
            self.tr(
                "The office's keys change with it, so a person responsible has to log in and carry it out. "
                "The batch waits until then."
            ),
            wrap=True,
            tone="bad",
        )
        card.body.addWidget(self._waiting)
        self.first_day = label("", "strong", wrap=True)
        card.body.addWidget(self.first_day)
        self.destroy_button = button("", self._ask, kind="danger", icon="shredder")
        self.dry_run_button = button(self.tr("Dry run"), self._dry_run)
        self.dry_run_button.setToolTip(self.tr("Counts what would go now, and changes nothing."))
        self.send_back_button = button(self.tr("Send back"), self._send_back)
        self.send_back_button.setToolTip(
            self.tr("Takes the approval back. Somebody can be put on hold then, and the rest proposed again.")
        )
        card.body.addWidget(FlowRow((self.destroy_button, self.dry_run_button, self.send_back_button)))
        self.dry_run = label("", wrap=True)
        card.body.addWidget(self.dry_run)
        self._busy = _StepBusy("", cancellable=False)
        self._busy.running.connect(self._set_running)
        card.body.addWidget(self._busy)
        hindrance = QVBoxLayout()
        card.body.addLayout(hindrance)
        self.hindrance = FailureLine(hindrance)
        self.table = ReviewTable(context, self.tr("Who goes"), "disposal_destroy")
        self.table.setMinimumHeight(theme.px(160))
        card.body.addWidget(self.table, 1)
        card.body.addStretch(0)
        self.body.addWidget(ScrollColumn(card), 1)

    def show_batch(self, review: Review) -> None:
        if self._review is None or self._review.batch != review.batch:
            self.hindrance.clear()
            self._reader.drop()
            self.dry_run.clear()
        self._review = review
        goes = self._goes = WhatGoes(review, self.context.words, several_pcs=self.context.several_pcs)
        clear(self._steps)
        for number, happens in enumerate(goes.steps(), 1):
            self._steps.addWidget(label(f"{number}　{happens}", wrap=True))
        self.table.set_rows([row for row in review.rows if row.decision in _GOING])
        self.table.setVisible(review.state is BatchState.APPROVED and bool(self._count()))
        count = self._count()
        allowed = self.context.office.disposal.destruction.may_destroy(self.context.actor)
        self._waiting.setVisible(not allowed)
        early = self._show_first_day(review)
        self._may_begin = allowed and not early
        self._enable_buttons()
        self.send_back_button.setVisible(review.state is BatchState.APPROVED)
        self.dry_run_button.setVisible(review.state is BatchState.APPROVED)
        self.dry_run.setVisible(review.state is BatchState.APPROVED)
        if review.state is BatchState.DESTROYING:
            self._heading.setText(self.tr("The last attempt was interrupted before its proof was complete."))
            self.destroy_button.setText(self.tr("Finish and verify"))
            return
        heading = self.tr("%n customer(s), approved by {name}", None, count).format(name=review.approved_by)
        self._heading.setText(heading)
        self.destroy_button.setText(f"{goes.title()}…")

    def _set_running(self, running: bool) -> None:
        self._running = running
        self.at_work = running and self.at_work
        self._enable_buttons()
        self.work_changed.emit()

    def _enable_buttons(self) -> None:
        """Nothing else may be begun, and nothing taken back, while customers are destroyed."""
        self.destroy_button.setEnabled(self._may_begin and not self._running)
        self.dry_run_button.setEnabled(not self.at_work)
        self.send_back_button.setEnabled(not self.at_work)

    def first(self) -> QWidget:
        """Never the red button, which a key pressed once too often would press."""
        return self.dry_run_button

    def _show_first_day(self, review: Review) -> bool:
        """Say until when an approved batch waits; returns whether it still does."""
        day = review.first_day
        early = day is not None and self.context.office.today() < day
        if day is not None:
            text = self.tr("This batch waits until {day}. Until then the approval can be taken back.")
            self.first_day.setText(text.format(day=day_text(day)))
        self.first_day.setVisible(early)
        return early

    def _send_back(self) -> None:
        if self._review is None:
            return
        office, actor, batch = self.context.office, self.context.actor, self._review.batch
        background.ask(self, lambda: office.disposal.approvals.reject(actor, batch)).then(
            lambda _answer: self.changed.emit()
        )

    def _dry_run(self) -> None:
        office, actor = self.context.office, self.context.actor
        batch = self._review.batch if self._review else ""
        self._busy.say(self.tr("Counting what would go"))
        self._reader.read(lambda: office.disposal.destruction.dry_run(actor, batch)).with_busy(
            self._busy
        ).then(self._show_dry_run)

    def _show_dry_run(self, found: DryRun) -> None:
        texts = [
            self.tr("Dry run: %n customer(s) would be destroyed.", None, found.customers),
            self.tr("%n would be reduced.", None, found.reduced) if found.reduced else "",
            self.tr(
                "Records that would go: {records}; personal values in them: {values}. Each counted once, and "
                "without the very short ones, these are {sought} different values; so many are searched for "
                "afterwards."
            ).format(records=f"{found.records:,}", values=f"{found.values:,}", sought=f"{found.sought:,}"),
            self.tr(
                "%n of them is half typed and was never saved; who typed it is told.", "", found.half_typed
            )
            if found.half_typed
            else "",
            self.tr("Would drop out: {numbers}.").format(numbers=listed(found.dropped))
            if found.dropped
            else self.tr("Nobody would drop out."),
            self.tr("Nothing was changed."),
        ]
        self.dry_run.setText(in_a_row(*texts))

    def may_go_on(self, review: Review) -> bool:
        return review.state in {BatchState.VERIFIED, BatchState.EXCEPTIONS, BatchState.FAILED}

    def sentence(self, review: Review) -> str:
        if self.at_work:
            return self.tr("Destroying. This cannot be stopped, and goes on while you use other pages.")
        if review.state is BatchState.DESTROYING:
            return self.tr("Part of the work was done. It is only certified once every page was looked at.")
        return self.tr("Approved. Nothing has been destroyed yet.")

    def _count(self) -> int:
        return self._review.carried_out if self._review else 0

    def _ask(self) -> None:
        review, goes = self._review, self._goes
        if review is None or goes is None:
            return
        if review.state is BatchState.DESTROYING:
            self._destroy(review.number_to_type)
            return
        dialog = DangerConfirm(goes.title(), goes.warnings(), review.number_to_type, goes.button(), self)
        dialog.accepted.connect(lambda: self._destroy(dialog.typed_number()))
        dialog.open()

    def _destroy(self, typed: int) -> None:
        self.hindrance.clear()
        office, actor, words = self.context.office, self.context.actor, self.context.words
        batch = self._review.batch if self._review else ""

        def work(progress: Progress) -> DisposalResult:
            def report(step: Phrase, done: int, total: int) -> None:
                progress(done, total, words(step))

            return office.disposal.destruction.destroy(
                actor, batch, typed, report, lambda: progress.cancelled
            )

        self.at_work = True
        self._busy.say(self.tr("Destroying"))
        goes_on = self.tr(
            "Customers are being destroyed and every page is looked at. That goes on by itself; leave "
            "the computer switched on. Then the window can be closed."
        )
        if self.context.several_pcs:
            goes_on = self.tr(
                "Customers are being destroyed and every page is looked at. That goes on by itself; leave "
                "the office PC switched on. Then the window can be closed."
            )
        background.ask_with_progress(self, work).with_busy(self._busy).keeping_open(goes_on).then(
            self._done
        ).otherwise(self._failed)

    def _done(self, result: DisposalResult) -> None:
        self.result = result
        self.finished.emit()

    def _failed(self, error: UserFacingError) -> None:
        """Say what prevents the work, at the place where it was begun, with a button to the remedy."""
        cause = error.cause if isinstance(error, Unfinished) else error
        ways: list[Action] = []
        if isinstance(cause, BackupNeeded):
            ways = [(self.tr("Backup folders"), lambda: self.context.navigate("settings", tab="backups"))]
        self.hindrance.show_error(error, others=ways)
        self.changed.emit()
