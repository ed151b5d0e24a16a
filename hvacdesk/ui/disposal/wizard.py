"""The frame of the disposal wizard: steps across the top, a sentence of truth and the way on at the foot."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.disposal.disposal import BATCH_STATE_NAMES, BatchState, Review, ReviewRow
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.beside import LOOK_EACH_MS, Inside
from hvacdesk.domain.rooms import Room
from hvacdesk.services.disposal.errors import DecidedMeanwhile
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.disposal.approval_step import ApprovalStep
from hvacdesk.ui.disposal.certificate_step import CertificateStep
from hvacdesk.ui.disposal.check_step import DisposalCheckStep
from hvacdesk.ui.disposal.decide_step import DecideStep
from hvacdesk.ui.disposal.destroy_step import DestroyStep
from hvacdesk.ui.disposal.papers_step import PapersStep
from hvacdesk.ui.disposal.step import Step
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.errors import show_error
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.page_room import FrontStack
from hvacdesk.ui.widgets.step_bar import StepBar
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.warning_box import WarningBox

CHECK, DECIDE, PAPERS, APPROVAL, DESTROY, CERTIFICATE = range(6)
TONES = {
    BatchState.DRAFT: Tone.NEUTRAL,
    BatchState.PROPOSED: Tone.WARN,
    BatchState.APPROVED: Tone.WARN,
    BatchState.DESTROYING: Tone.BAD,
    BatchState.REJECTED: Tone.NEUTRAL,
    BatchState.VERIFIED: Tone.GOOD,
    BatchState.EXCEPTIONS: Tone.WARN,
    BatchState.FAILED: Tone.BAD,
}
FIRST_STEP = {
    BatchState.DRAFT: CHECK,
    BatchState.REJECTED: CHECK,
    BatchState.PROPOSED: APPROVAL,
    BatchState.APPROVED: DESTROY,
    BatchState.DESTROYING: DESTROY,
    BatchState.VERIFIED: CERTIFICATE,
    BatchState.EXCEPTIONS: CERTIFICATE,
    BatchState.FAILED: CERTIFICATE,
}


class DisposalWizard(QWidget):
    """Leads through one batch and may be left at any step: every decision is stored at once.

    Attributes:
        decide: the step at which each customer is decided about.

    Signals:
        left: *stop and save* was pressed.
    """

    left = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._review: Review | None = None
        self._reader = background.Reader(self)
        self._beside_reader = background.Reader(self)
        self._fresh = Freshness(self, context.changes, frozenset(Room), self._look_meanwhile, ages=False)
        self.decide = DecideStep(context)
        self.decide.decided.connect(self._decided)
        self.decide.outdated.connect(self.reload)
        self.steps: tuple[Step, ...] = (
            DisposalCheckStep(context),
            self.decide,
            PapersStep(context),
            ApprovalStep(context),
            DestroyStep(context),
            CertificateStep(context),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(14))
        top = QHBoxLayout()
        self.bar = StepBar([step.title for step in self.steps])
        self.state = Chip("")
        top.addWidget(self.bar, 1)
        top.addWidget(self.state)
        column.addLayout(top)
        self._stack = FrontStack()
        column.addLayout(self._stack, 1)
        for step in self.steps:
            self._stack.addWidget(step)
            step.changed.connect(self.reload)
            step.finished.connect(self.reload)
            step.work_changed.connect(self._show_work)
        self.changed_note = WarningBox(
            self.tr("Something about this batch was changed meanwhile. What you see is from before."),
            action=(self.tr("Read it again"), self.reload),
        )
        self.changed_note.hide()
        column.addWidget(self.changed_note)
        self.beside_note = label("", tone="warn", wrap=True)
        self.beside_note.hide()
        column.addWidget(self.beside_note)
        self._looking = QTimer(self, interval=LOOK_EACH_MS)
        self._looking.timeout.connect(self._look_beside)
        self._looking.start()
        self.left.connect(self.leave_batch)
        column.addWidget(self._foot())

    def show_batch(self, review: Review, *, step: int | None = None) -> None:
        """Show a batch, at the step that its state asks for unless ``step`` says otherwise."""
        self._review = review
        self.changed_note.hide()
        first = FIRST_STEP[review.state]
        if review.on_request:  # one customer: there are no numbers to look at first
            first = max(first, DECIDE)
        self._show(first if step is None else step, entered=step is None)
        self._look_beside()

    def hold(self, review: Review, customer: str) -> None:
        """Show a batch where it is decided, and ask why a customer's disposal is put off."""
        self.show_batch(review, step=DECIDE)
        self.decide.hold(customer)

    def _look_beside(self) -> None:
        """Say that the batch is open here, and who else has it open."""
        if not self.batch or not self.isVisible():
            return
        office, actor, subject = self._context.office, self._context.actor, f"batch:{self.batch}"
        self._beside_reader.read(lambda: office.beside.look(actor, subject)).then(
            self._show_beside
        ).otherwise(lambda _error: None)

    def _show_beside(self, others: tuple[Inside, ...]) -> None:
        there = self.tr("{who}, at the PC “{seat}”")
        here = self.tr("{who}, at the office PC")
        names = [(there if one.seat else here).format(who=one.name, seat=one.seat) for one in others]
        text = self.tr(
            "Also in this check at the moment: {names}. Each decision is stored at once and is the same for "
            "both."
        )
        self.beside_note.setText(text.format(names=self.tr("; ").join(names)) if names else "")
        self.beside_note.setVisible(bool(names))

    def leave_batch(self) -> None:
        """Nobody looks at the batch here any more."""
        if self.batch:
            office, actor, subject = self._context.office, self._context.actor, f"batch:{self.batch}"
            background.ask(
                self._context.window, lambda: office.beside.leave(actor, subject)
            ).begin().otherwise(lambda _error: None)

    @property
    def batch(self) -> str:
        """The batch that is shown; empty before the first."""
        return self._review.batch if self._review else ""

    def _decided(self, rows: tuple[ReviewRow, ...]) -> None:
        """Decisions do not make anybody due: everything else of the batch stays as it was read."""
        if self._review is not None:
            self._review = replace(self._review, rows=rows)
            self._update_foot(self.steps[DECIDE], DECIDE)

    def reload(self) -> None:
        """Read the batch again and stay at this step while its state allows."""
        if self._review is None:
            return
        self._fresh.note()
        office, actor, batch = self._context.office, self._context.actor, self._review.batch
        before = self._review.state

        def done(review: Review) -> None:
            same = review.state is before
            self.show_batch(review, step=self._stack.currentIndex() if same else None)

        self._reader.read(lambda: office.disposal.reviews.open_batch(actor, batch)).then(done)

    def _look_meanwhile(self) -> None:
        """Something was changed, perhaps elsewhere. What somebody decides about stays before their eyes."""
        if self._review is None or background.working(self):  # a step's own work: it says itself what changed
            return
        self._look_beside()
        self.steps[self._stack.currentIndex()].look_again()
        office, actor, batch = self._context.office, self._context.actor, self._review.batch
        self._reader.read(lambda: office.disposal.reviews.open_batch(actor, batch)).then(
            self._compare
        ).otherwise(lambda _error: None)

    def _compare(self, now: Review) -> None:
        shown, step = self._review, self._stack.currentIndex()
        if shown is None or now.batch != shown.batch:
            return
        if step == CHECK and now.state is shown.state:  # numbers alone: nothing is decided there
            self.show_batch(now, step=CHECK)
        else:
            self._tell_changed(shown, now)

    def _tell_changed(self, shown: Review, now: Review) -> None:
        """What is shown stays, but for what nobody can rely on any more: that it still waits for somebody."""
        self.changed_note.setVisible(_decided_about(now) != _decided_about(shown))
        if now.state is shown.state:
            self.changed_note.say(
                self.tr("Something about this batch was changed meanwhile. What you see is from before.")
            )
            return
        name = self._context.words(BATCH_STATE_NAMES[now.state])
        told = self.tr("Meanwhile this batch has become: {state}. What else you see is from before.")
        self.changed_note.say(told.format(state=name))
        self.state.set(name, TONES[now.state])
        self.sentence.setText(self.tr("Read it again to go on."))
        self.steps[self._stack.currentIndex()].end_waiting()

    def _foot(self) -> FlowRow:
        self.sentence = label("", "muted", wrap=True)
        self.back_button = button(self.tr("Back"), self._go_back, icon="arrow-left")
        self.stop_button = button(self.tr("Stop and save"), self.left.emit)
        self.next_button = button("", self._next, kind="primary")
        ways = FlowRow([self.back_button, self.stop_button, self.next_button])  # stay together
        return FlowRow([self.sentence], at_end=[ways], fills=self.sentence)

    def _show(self, number: int, *, entered: bool = False) -> None:
        """Show a step. The keyboard goes to it when it is another one than before, or was ``entered``."""
        if self._review is None:
            return
        step = self.steps[number]
        finished = self._review.state in {BatchState.VERIFIED, BatchState.EXCEPTIONS, BatchState.FAILED}
        moved = self._stack.currentIndex() != number
        if moved or not step.isVisible():
            self._stack.setCurrentIndex(number)
        self.bar.set_current(len(self.steps) if finished else number)
        self.state.set(self._context.words(BATCH_STATE_NAMES[self._review.state]), TONES[self._review.state])
        step.show_batch(self._review)
        self._update_foot(step, number)
        if moved or entered:
            self._give_keyboard(step.first(), self.next_button, self.stop_button)

    @staticmethod
    def _give_keyboard(*wanted: QWidget | None) -> None:
        for one in wanted:
            if one is not None and one.isVisible() and one.isEnabled():
                one.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _update_foot(self, step: Step, number: int) -> None:
        review = self._review
        if review is None:
            return
        sent_back = review.state is BatchState.REJECTED
        self.sentence.setText(self._sent_back(review) if sent_back else step.sentence(review))
        before = {PAPERS} if review.on_request else {DECIDE, PAPERS}
        self.back_button.setVisible(number in before and review.state is BatchState.DRAFT)
        self.next_button.setText(step.next_text)
        nothing = step.has_nothing(review)
        self.next_button.setVisible(bool(step.next_text) and review.state is BatchState.DRAFT and not nothing)
        self.next_button.setEnabled(step.may_go_on(review))
        closed = number == CERTIFICATE or nothing
        self.stop_button.setEnabled(not step.at_work)
        self.stop_button.setText(self.tr("Close") if closed else self.tr("Stop and save"))

    def _show_work(self) -> None:
        """The step in front has begun something or ended it."""
        number = self._stack.currentIndex()
        self._update_foot(self.steps[number], number)

    def _sent_back(self, review: Review) -> str:
        """A batch that was sent back stays as it is; the way on is a new one."""
        if review.on_request:
            return self.tr("This batch was sent back. Begin it again on the customer's page.")
        return self.tr("This batch was sent back. Begin the review again: what was decided is kept.")

    def _go_back(self) -> None:
        number = max(CHECK, self._stack.currentIndex() - 1)
        self._show(number)
        if number == CHECK:  # decisions may have put customers on hold, which its numbers count
            self.reload()

    def _next(self) -> None:
        number = self._stack.currentIndex()
        if number == PAPERS:
            self._propose()
        else:
            self._show(number + 1)

    def _propose(self) -> None:
        if self._review is None:
            return
        office, actor, review = self._context.office, self._context.actor, self._review
        background.ask(
            self, lambda: office.disposal.reviews.propose(actor, review.batch, review.decisions)
        ).then(lambda _answer: self.reload()).otherwise(self._not_proposed)

    def _not_proposed(self, error: UserFacingError) -> None:
        if isinstance(error, DecidedMeanwhile):
            self._show(DECIDE)
            self.reload()
        show_error(self, error)


def _decided_about(review: Review) -> tuple[object, ...]:
    return review.state, review.rows, review.call_notes, review.papers_out
