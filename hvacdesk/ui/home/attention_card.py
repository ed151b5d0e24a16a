"""What else waits: papers that should be back, papers that were lost, disposals and what is due by itself."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.disposal import BATCH_STATE_NAMES, BatchRow
from hvacdesk.domain.home import DueItem, DueKind
from hvacdesk.domain.jobs import WORK_KIND_NAMES
from hvacdesk.domain.papers import LossRow, PaperRow, kind_text
from hvacdesk.domain.plans import PlanRow
from hvacdesk.services.home import HomeOverview
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.jobs.dates import day_of, short_day
from hvacdesk.ui.theme import Tone
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.task_list import TaskLine, TaskList
from hvacdesk.ui.widgets.text import label

PAPERS_SHOWN = 6
PLANS_SHOWN = 4


class AttentionCard(Card):
    """Everything beside jobs and calls that a person should see to, each line one click from its work."""

    def __init__(self, ctx: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self._ctx = ctx
        self.heading.setText(self.tr("Needs attention"))
        self.setAccessibleName(self.tr("Needs attention"))
        self.tasks = TaskList(self.tr("Needs attention"))
        self.body.addWidget(self.tasks)
        self._calm = label(
            self.tr("Nothing: every paper is back, nothing waits for you."), "muted", wrap=True
        )
        self.body.addWidget(self._calm)
        self.body.addStretch(1)

    def show_overview(self, overview: HomeOverview) -> None:
        """Show what waits."""
        lines = [self._due_line(item) for item in overview.due]
        lines += [self._batch_line(batch) for batch in overview.batches]
        lines += [self._loss_line(loss) for loss in overview.losses]
        lines += self._plan_lines(overview.plans)
        lines += [self._paper_line(paper) for paper in overview.overdue[:PAPERS_SHOWN]]
        more = len(overview.overdue) - PAPERS_SHOWN
        if more > 0:
            lines.append(TaskLine(self.tr("%n more overdue paper(s)", "", more), self._to_papers))
        self.tasks.set_lines(sorted(lines, key=lambda line: not line.alarm))  # what is wrong comes first
        self._calm.setVisible(not lines)

    def _plan_lines(self, plans: tuple[PlanRow, ...]) -> list[TaskLine]:
        lines = [self._plan_line(plan) for plan in plans[:PLANS_SHOWN]]
        more = len(plans) - PLANS_SHOWN
        if more > 0:
            lines.append(TaskLine(self.tr("%n more recurring job(s) to book", "", more), self._to_plans))
        return lines

    def _plan_line(self, plan: PlanRow) -> TaskLine:
        day = day_of(plan.next_on)
        due = self.tr("Recurring work due {day}").format(day=short_day(day) if day else plan.next_on)
        kind = self._ctx.words(WORK_KIND_NAMES[plan.work_kind])
        return TaskLine(
            f"{plan.name.text}  {kind}",
            self._to_plans,
            note=plan.town.text if plan.overdue else f"{due}  {plan.town.text}",
            alarm=self.tr("Overdue: {due}").format(due=due) if plan.overdue else "",
        )

    def _to_plans(self) -> None:
        self._ctx.navigate("schedule", plans=True)

    def _to_papers(self) -> None:
        self._ctx.navigate("work_orders", copies="yes")

    def _paper_line(self, row: PaperRow) -> TaskLine:
        day = day_of(row.return_by)
        due = self.tr("due back {day}").format(day=short_day(day) if day else row.return_by)
        facts = (kind_text(row, self._ctx.words), row.holder)
        return TaskLine(
            row.number,
            self._to_papers,
            note="  ".join(filter(None, facts)),
            alarm=self.tr("Overdue: {due}").format(due=due),
        )

    def _loss_line(self, row: LossRow) -> TaskLine:
        return TaskLine(
            self.tr("Lost paper {number}").format(number=row.number),
            lambda: self._ctx.navigate("work_orders", losses="yes"),
            alarm=self.tr("Nobody responsible has looked at it yet."),
        )

    def _batch_line(self, batch: BatchRow) -> TaskLine:
        return TaskLine(
            self.tr("Disposal {month}").format(month=batch.month),
            lambda: self._ctx.navigate("disposal", batch=batch.batch),
            chip=ChipValue(self._ctx.words(BATCH_STATE_NAMES[batch.state]), Tone.WARN),
        )

    def _due_line(self, item: DueItem) -> TaskLine:
        if item.kind is DueKind.REVIEW:
            return TaskLine(
                self.tr("Disposal review of {month}").format(month=item.about),
                lambda: self._ctx.navigate("disposal", review="yes"),
                note=self.tr("Once a month, look at whose data is no longer needed."),
            )
        return TaskLine(
            self.tr("Certificate {number}").format(number=item.about),
            lambda: self._ctx.navigate("disposal", batch=item.record),
            note=self.tr("Not printed and signed yet."),
        )
