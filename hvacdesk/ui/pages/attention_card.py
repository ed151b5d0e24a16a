"""What else waits: papers that should be back, incidents in hand, disposals and what is due by itself."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.billing.open_items import BillingFile
from hvacdesk.domain.calendar.plans import PlanRow
from hvacdesk.domain.disposal.disposal import BATCH_STATE_NAMES, BatchRow
from hvacdesk.domain.incidents.incidents import OpenIncident
from hvacdesk.domain.jobs.jobs import WORK_KIND_NAMES
from hvacdesk.domain.office.today import DueItem, DueKind
from hvacdesk.domain.oversight.duties import Duty, DutyKind
from hvacdesk.domain.papers.register import LossRow, PaperRow, kind_text
from hvacdesk.domain.staff.standing import Asked
from hvacdesk.services.office.today import TodayOverview
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_of, month_text, near_day
from hvacdesk.ui.oversight.duty_opening import open_duty
from hvacdesk.ui.pages.new_requests import is_new_request
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.printing.came_out import ask_what_became_of
from hvacdesk.ui.printing.in_preview import in_preview
from hvacdesk.ui.staff.rules_reminder import destination, what
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.task_list import TaskLine, TaskList
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.duties import due_text, late_text, title
from hvacdesk.ui.wording.leaks import found_text, incident_state, incident_title, is_urgent
from hvacdesk.ui.wording.rules import due_line

PLANS_SHOWN = 4
DUTIES_SHOWN = 6
"""Of more it is said how many there are; answers that the law wants without delay are named all the same."""


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
        self._calm.hide()
        self.body.addWidget(self._calm)
        self.body.addStretch(1)

    def show_overview(self, overview: TodayOverview) -> None:
        """Show what waits."""
        lines = [self._asked_line(one) for one in overview.asked]
        lines += [self._due_line(item) for item in overview.due]
        if overview.reports:
            unread = self.tr("Report box: %n report(s) that nobody has read", "", overview.reports)
            lines.append(TaskLine(unread, self._to_reports))
        previewed = in_preview()
        forgotten = tuple(paper for paper in overview.unprinted if paper.paper not in previewed)
        if forgotten:
            lines.append(self._unprinted_line(forgotten))
        lines += [self._file_line(file, count) for file, count in overview.billing.in_files.items()]
        told = {one.next for one in overview.incidents}  # each incident's line says it
        lines += self._duty_lines(
            tuple(duty for duty in overview.duties if duty not in told and not is_new_request(duty))
        )
        lines += [self._batch_line(batch) for batch in overview.batches]
        lines += [self._found_line(loss) for loss in overview.losses if loss.found_on]
        today = self._ctx.today()
        lines += [self._incident_line(one) for one in overview.incidents if not is_urgent(one, today)]
        lines += self._plan_lines(overview.plans)
        if overview.reminders:
            due = self.tr("%n reminder(s) due this month", "", overview.reminders)
            lines.append(TaskLine(due, self._to_reminders))
        lines += [self._paper_line(paper) for paper in overview.overdue]
        more = overview.papers.late - len(overview.overdue)
        if more > 0:
            lines.append(TaskLine(self.tr("%n more overdue paper(s)", "", more), self._to_papers))
        self.tasks.set_lines(sorted(lines, key=lambda line: not line.alarm))  # what is wrong comes first
        self._calm.setVisible(not lines)

    def _unprinted_line(self, papers: tuple[PaperRow, ...]) -> TaskLine:
        return TaskLine(
            self.tr("%n paper(s) registered, perhaps never printed", "", len(papers)),
            lambda: ask_what_became_of(self._ctx, papers),
            alarm=self.tr("Look into the printer's tray and say what came out."),
        )

    def _to_reports(self) -> None:
        self._ctx.navigate("safeguards", section="reports")

    def _file_line(self, file: BillingFile, count: int) -> TaskLine:
        bank = file is BillingFile.BANK
        return TaskLine(
            self.tr("Bank file: %n deposit(s) not seen to", "", count)
            if bank
            else self.tr("List of another program: %n invoice(s) not seen to", "", count),
            lambda: self._ctx.navigate("billing", tab="bank" if bank else "outside"),
            note=self.tr("See to them before you remind anybody.") if bank else "",
        )

    def _duty_lines(self, duties: tuple[Duty, ...]) -> list[TaskLine]:
        named = [duty for at, duty in enumerate(duties) if at < DUTIES_SHOWN or duty.kind is DutyKind.REQUEST]
        lines = [self._duty_line(duty) for duty in named]
        more = len(duties) - len(named)
        if more > 0:
            lines.append(TaskLine(self.tr("%n more dated task(s)", "", more), self._to_duties))
        return lines

    def _duty_line(self, duty: Duty) -> TaskLine:
        late = duty.overdue(self._ctx.today())
        return TaskLine(
            title(duty, self._ctx.words),
            lambda: open_duty(self._ctx, duty),
            note="" if late else due_text(duty, self._ctx.today()),
            alarm=late_text(duty, self._ctx.today()) if late else "",
            record=duty.record,
        )

    def _to_duties(self) -> None:
        self._ctx.navigate("safeguards", section="duties")

    def _plan_lines(self, plans: tuple[PlanRow, ...]) -> list[TaskLine]:
        lines = [self._plan_line(plan) for plan in plans[:PLANS_SHOWN]]
        more = len(plans) - PLANS_SHOWN
        if more > 0:
            lines.append(TaskLine(self.tr("%n more recurring job(s) to book", "", more), self._to_plans))
        return lines

    def _plan_line(self, plan: PlanRow) -> TaskLine:
        day = day_of(plan.next_on)
        due = self.tr("Recurring work due {day}").format(
            day=near_day(day, self._ctx.today()) if day else plan.next_on
        )
        kind = self._ctx.words(WORK_KIND_NAMES[plan.work_kind])
        return TaskLine(
            f"{plan.name.text}  {kind}",
            self._to_plans,
            note=plan.town.text if plan.overdue else f"{due}  {plan.town.text}",
            alarm=self.tr("Overdue: {due}").format(due=due) if plan.overdue else "",
        )

    def _to_plans(self) -> None:
        self._ctx.navigate("schedule", plans=True)

    def _to_reminders(self) -> None:
        self._ctx.navigate("schedule", reminders="all")

    def _to_papers(self) -> None:
        self._ctx.navigate("work_orders", copies="yes")

    def _paper_line(self, row: PaperRow) -> TaskLine:
        day = day_of(row.return_by)
        due = self.tr("due back {day}").format(day=near_day(day, self._ctx.today()) if day else row.return_by)
        facts = (kind_text(row, self._ctx.words), row.holder)
        return TaskLine(
            row.number,
            self._to_papers,
            note="  ".join(filter(None, facts)),
            alarm=self.tr("Overdue: {due}").format(due=due),
        )

    def _found_line(self, row: LossRow) -> TaskLine:
        day = day_of(row.found_on)
        return TaskLine(
            self.tr("Paper {number} was found again").format(number=row.number),
            lambda: self._ctx.navigate("work_orders", losses="yes"),
            note=self.tr("{day}: a person responsible decides what follows").format(
                day=near_day(day, self._ctx.today()) if day else row.found_on
            ),
        )

    def _incident_line(self, row: OpenIncident) -> TaskLine:
        words = self._ctx.words
        return TaskLine(
            incident_title(row, words),
            lambda: self._ctx.navigate("safeguards", section="leaks", incident=row.incident),
            note="\n".join(
                filter(
                    None, (incident_state(row, words, self._ctx.today()), found_text(row, self._ctx.today()))
                )
            ),
            record=row.incident,
        )

    def _batch_line(self, batch: BatchRow) -> TaskLine:
        return TaskLine(
            self.tr("Erasure on request") if batch.on_request else self._month(batch),
            lambda: self._ctx.navigate("disposal", batch=batch.batch),
            chip=ChipValue(self._ctx.words(BATCH_STATE_NAMES[batch.state]), Tone.WARN),
            record=batch.batch,
        )

    def _month(self, batch: BatchRow) -> str:
        return self.tr("Disposal {month}").format(month=month_text(batch.month))

    def _asked_line(self, asked: Asked) -> TaskLine:
        today = self._ctx.today()
        due = due_line(asked, today)
        overdue = asked.overdue(today)
        return TaskLine(
            what(asked),
            lambda: self._ctx.navigate("rules", **destination(asked)),
            note="" if overdue else due,
            alarm=due if overdue else "",
        )

    def _due_line(self, item: DueItem) -> TaskLine:
        if item.kind is DueKind.STAFF_OVERDUE:
            return TaskLine(
                self.tr("Rules or training overdue: %n person(s)", "", int(item.about)),
                lambda: self._ctx.navigate("rules", tab="standing"),
                note=self.tr("They cannot show hidden values or export until it is done."),
            )
        if item.kind is DueKind.RULES_PROPOSED:
            return TaskLine(
                self.tr("Office rules: %n text(s) to put in force", "", int(item.about)),
                lambda: self._ctx.navigate("rules", tab="rules"),
                note=self.tr("The program proposes them; they bind nobody until you put them in force."),
            )
        if item.kind is DueKind.REVIEW:
            return TaskLine(
                self.tr("Disposal review of {month}").format(month=month_text(item.about)),
                lambda: self._ctx.navigate("disposal", review="yes"),
                note=self.tr("Once a month, look at whose data is no longer needed."),
            )
        return TaskLine(
            self.tr("Certificate {number}").format(number=item.about),
            lambda: self._ctx.navigate("disposal", batch=item.record),
            note=self.tr("Not printed and signed yet."),
        )
