"""Moving a job: typed in a dialog, asked about where something speaks against it, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from hvacdesk.domain.calendar.dispatch import Board, BoardJob, Clash, Lane, Placement
from hvacdesk.domain.errors import InvalidInput, RecordGone
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.ui import background
from hvacdesk.ui.calendar.carry import Carry
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.edits import SavingWork
from hvacdesk.ui.printing.former_day import FormerDay
from hvacdesk.ui.widgets.clash_note import ClashNote
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.past_question import past_question
from hvacdesk.ui.widgets.save_question import SaveQuestion
from hvacdesk.ui.widgets.slot_fields import SlotFields
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.dispatch import clash_sentences, lane_text, slot_words

WEEK = 7


class MoveDialog(FormDialog):
    """Day, times and row of a job, for a person who does not drag it."""

    def __init__(self, ctx: DeskContext, board: Board, block: BoardJob, lane: Lane) -> None:
        title = QCoreApplication.translate("MoveDialog", "Move job {number}")
        super().__init__(ctx, title.format(number=block.row.number), width=520)
        self._block, self._lane = block, lane
        self._former: FormerDay | None = None
        slot = block.placement.slot
        self.form.column.addWidget(
            label(f"{block.row.name.text}  {block.row.town.text}", "strong", wrap=True)
        )
        self.slot = SlotFields(self.form, ctx.today(), slot.on, slot.starts, slot.ends)
        self.lane = QComboBox()
        for one in board.lanes:
            self.lane.addItem(lane_text(one), one)
        self.lane.setCurrentIndex(board.lanes.index(lane))
        self.form.add("staff", self.tr("Who goes"), self.lane)
        self.note = ClashNote(ctx, self.placement, block.row.job)
        self.note.names = {one.key: one.name for one in board.lanes}
        self.form.column.addWidget(self.note)
        self.form.column.addStretch(1)
        self.slot.edited.connect(self.note.seek)
        self.lane.currentIndexChanged.connect(self.note.seek)
        if self.primary is not None:
            self.primary.setText(self.tr("Move"))
        self.fit(560, 380)
        self.slot.day.setFocus()
        self.note.seek()
        self.keep_draft("move", block.row.job, "schedule", move=block.row.job, week=slot.on)

    def placement(self) -> Placement:
        """Where the fields put the job. Raises :class:`InvalidInput`."""
        return self._block.placement.carried(self._lane, self.lane.currentData(), self.slot.slot())

    def collect(self) -> Callable[[], object]:
        self._former, moving = _moving(self.ctx, self._block, self.placement())
        return moving

    def said_once_saved(self, said: str) -> str:
        return self._former.said() if self._former is not None else said

    def present(self) -> Present | None:
        ctx, job = self.ctx, self._block.row.job

        def read() -> tuple[Board, BoardJob, Lane]:
            on = ctx.office.jobs.detail(ctx.actor, job).row.on
            day = date.fromisoformat(on) if on else ctx.today()
            found = board_place(ctx.office.dispatch.board(ctx.actor, monday(day), WEEK), job)
            if found is None:
                raise RecordGone
            return found

        return Present(SavedKind.JOB, job, self._block.version, read, lambda now: MoveDialog(ctx, *now))

    def save_question(self) -> SaveQuestion | None:
        return past_question(self.slot, self.ctx.now(), self._block.placement.slot)

    def typed(self) -> Typed | None:
        try:
            unchanged = self.placement() == self._block.placement
        except InvalidInput:
            unchanged = False
        if unchanged:
            return None
        moved: Typed = {"slot": self.slot.typed()}
        return (
            moved
            if self.lane.currentData() == self._lane
            else {**moved, "staff": _named(self.lane.currentData())}
        )

    def fill(self, typed: Typed) -> None:
        slot = typed["slot"]
        assert isinstance(slot, list)
        self.slot.fill(slot)
        if "staff" not in typed:
            return
        lanes = (self.lane.itemData(at) for at in range(self.lane.count()))
        found = next((at for at, lane in enumerate(lanes) if _named(lane) == typed["staff"]), -1)
        if found >= 0:
            self.lane.setCurrentIndex(found)

    def doubt(self) -> None:
        self.note.seek()


def board_place(board: Board, job: str) -> tuple[Board, BoardJob, Lane] | None:
    """A job on the board, with its row; None where it is not there, or nothing may be moved."""
    block = next((one for one in (*board.blocks, *board.undated) if one.row.job == job), None)
    if block is None or not board.may_move:
        return None
    return board, block, next((one for one in board.lanes if block.placement.in_lane(one)), board.lanes[0])


def monday(day: date) -> date:
    """The first day of a day's week."""
    return day - timedelta(days=day.weekday())


def _named(lane: Lane) -> str:
    """What a draft calls a row of the calendar."""
    return f"{lane.kind.value} {lane.key}"


def _moving(ctx: DeskContext, block: BoardJob, placement: Placement) -> tuple[FormerDay, Callable[[], int]]:
    """What moves a job, and what then knows how many copies of it show where it was."""
    former = FormerDay(ctx, block.row.job, block.placement.slot, placement.slot)

    def work() -> int:
        return ctx.office.dispatch.move(ctx.actor, block.row.job, block.version, placement)

    return former, lambda: former.counted(work)


def move_asked(ctx: DeskContext, carry: Carry, clashes: tuple[Clash, ...], names: dict[str, str]) -> None:
    """Move a job that was put down; where something speaks against it, only after a question."""
    block, placement = carry.block, carry.placement
    if not clashes:
        move(ctx, block, placement)
        return
    question = Dialog(QCoreApplication.translate("MoveDialog", "Move the job all the same?"), ctx.window)
    question.add_text(f"{block.row.number}  {slot_words(placement.slot, ctx.today())}")
    question.body.addWidget(label(clash_sentences(clashes, names, ctx.words), wrap=True, tone="warn"))

    def agree() -> None:
        question.accept()
        move(ctx, block, placement)

    question.set_primary(QCoreApplication.translate("MoveDialog", "Move all the same"), agree)
    question.add_secondary(QCoreApplication.translate("MoveDialog", "Leave it where it was"))
    question.open()


def move(ctx: DeskContext, block: BoardJob, placement: Placement) -> None:
    """Move a job and offer to undo that."""
    former, work = _moving(ctx, block, placement)
    moving = SavingWork(work)

    def moved(_version: int) -> None:
        ctx.edits.offer(moving, former.said())

    background.ask(ctx.window, moving).then(moved)
