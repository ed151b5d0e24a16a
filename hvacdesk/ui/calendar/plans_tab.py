"""What comes round again and when: the list of recurring work, and the next job booked from it."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout, QWidget

from hvacdesk.domain.calendar.plans import PlanRecord, PlanRow, basis_name, months_after
from hvacdesk.domain.customers.customers import CustomerRow
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.jobs.jobs import WORK_KIND_NAMES
from hvacdesk.domain.roles import Permission
from hvacdesk.services.calendar.plans import shipped_inspections
from hvacdesk.ui import background
from hvacdesk.ui.calendar.plan_form import Kept, PlanForm
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.failure import FailurePane
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.places import chosen_text

TABLE, NOTHING, TROUBLE = range(3)
EVER = 12 * 20
SPANS = (1, 3, 12, EVER)
"""How far ahead is looked, in months."""


class PlansTab(QWidget):
    """Enter books the next job, or opens the one that is booked."""

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__()
        self.ctx = ctx
        self._shown: tuple[int, int] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._tools())
        self._stack = QStackedWidget()
        self.table = self._make_table()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                "rotate-cw",
                self.tr("Nothing is due"),
                self.tr(
                    "Inspections and cleanings that come round again stand here when they are due, and the "
                    "next job is booked from them in one step."
                ),
            )
        )
        self._trouble = FailurePane()
        self._stack.addWidget(self._trouble)
        column.addWidget(self._stack, 1)

    def _tools(self) -> FlowRow:
        self.span = QComboBox()
        self.span.setAccessibleName(self.tr("Due within"))
        names = (self.tr("a month"), self.tr("three months"), self.tr("a year"), self.tr("any time"))
        for name, months in zip(names, SPANS, strict=True):
            self.span.addItem(name, months)
        self.span.setCurrentIndex(1)
        self.span.currentIndexChanged.connect(lambda _number: self.read())
        self.book_button = button(
            self.tr("Book the next job"), self.book, kind="primary", icon="calendar-days"
        )
        self.change_button = button(self.tr("Change…"), self.change, icon="pencil")
        self.new_button = button(self.tr("Plan recurring work…"), self.new, icon="plus")
        acts = (self.new_button, self.change_button, self.book_button)
        if not self.ctx.actor.may(Permission.EDIT_JOBS):
            for made in acts:
                made.hide()
        return FlowRow((label(self.tr("Due within"), "label"), self.span), at_end=acts)

    def _make_table(self) -> DataTable:
        words = self.ctx.words
        rules = shipped_inspections(self.ctx.today())
        table = DataTable(self.tr("Recurring work"))
        table.set_columns(
            (
                Column("next_on", self.tr("Due on"), 104, kind="number"),
                Column("state", self.tr("State"), 120, kind="chip", value=self._state),
                Column("work", self.tr("Work"), 90, value=lambda row: words(WORK_KIND_NAMES[row.work_kind])),
                Column("name", self.tr("Customer"), 130, 2, kind="masked"),
                Column("town", self.tr("Town"), 130, 2, kind="masked"),
                Column(
                    "basis",
                    self.tr("Basis"),
                    150,
                    3,
                    kind="muted",
                    optional=True,
                    value=lambda row: words(basis_name(row.basis, rules)),
                ),
                Column("every", self.tr("Every"), 90, kind="muted", value=self._every, optional=True),
            )
        )
        table.keep_columns(self.ctx.columns, "plans")
        table.offer(lambda: (self.book_button, self.change_button), opening=self.tr("Open"))
        table.activated_row.connect(self._go)
        table.current_changed.connect(self._arm)
        return table

    def _state(self, row: PlanRow) -> ChipValue:
        if row.job:
            day = day_text(row.job_on) if row.job_on else row.job_number
            return ChipValue(self.tr("Booked {day}").format(day=day), Tone.GOOD)
        if row.overdue:
            return ChipValue(self.tr("Overdue"), Tone.BAD)
        return ChipValue(self.tr("Not booked"), Tone.WARN)

    def _every(self, row: PlanRow) -> str:
        return self.tr("%n month(s)", "", row.every_months)

    # Reading

    def refresh(self) -> None:
        """Read again if anything was changed since."""
        if self._shown != (self.span.currentData(), self.ctx.office.data_version):
            self.read()

    def read(self) -> None:
        """Read what is due."""
        ctx, months = self.ctx, self.span.currentData()
        until: date = months_after(ctx.today(), months)
        self._shown = (months, ctx.office.data_version)
        background.run(
            self, lambda _progress: ctx.office.plans.due(ctx.actor, until), self._show, self._failed
        )

    def _show(self, rows: tuple[PlanRow, ...]) -> None:
        kept = self.current()
        self.table.set_rows(rows, keep=lambda row: kept is not None and row.plan == kept.plan)
        self._stack.setCurrentIndex(TABLE if rows else NOTHING)
        self._arm(self.current())

    def _failed(self, error: UserFacingError) -> None:
        self._trouble.show_error(error, self.read)
        self._stack.setCurrentIndex(TROUBLE)

    def current(self) -> PlanRow | None:
        """The chosen line."""
        return cast("PlanRow | None", self.table.current())

    def _arm(self, row: PlanRow | None) -> None:
        self.book_button.setEnabled(row is not None)
        self.change_button.setEnabled(row is not None)
        booked = row is not None and bool(row.job)
        self.book_button.setText(self.tr("Open the job") if booked else self.tr("Book the next job"))

    # Acts

    def _go(self, row: PlanRow) -> None:
        ctx = self.ctx
        if row.job:
            ctx.rooms.open_job(row.job, self.read)
        elif ctx.actor.may(Permission.EDIT_JOBS):
            mark = ctx.edits.mark()
            background.run(
                self,
                lambda _progress: ctx.office.plans.book(ctx.actor, row.plan),
                lambda job: self._booked(job, mark),
            )

    def _booked(self, job: str, mark: int) -> None:
        self.ctx.edits.offer(mark, self.tr("The next job is booked."))
        self.read()
        self.ctx.rooms.open_job(job, self.read)

    def book(self) -> None:
        """Book the chosen line's next job, or open the one that is booked."""
        row = self.current()
        if row is not None:
            self._go(row)

    def change(self) -> None:
        """Change the chosen plan."""
        ctx, row = self.ctx, self.current()
        if row is not None:
            background.run(
                self,
                lambda _progress: ctx.office.plans.record_for_edit(ctx.actor, row.plan),
                lambda record: self._open_kept(row, record),
            )

    def _open_kept(self, row: PlanRow, record: PlanRecord) -> None:
        kept = Kept(row.plan, row.version, record)
        self._open_form(PlanForm(self.ctx, row.customer, row.name.text, kept))

    def _open_form(self, form: PlanForm) -> None:
        form.saved.connect(lambda _plan: self.read())
        form.open()

    def open_for(self, customer: str, plan: str) -> None:
        """Open the form of a customer's plan, or for a new one where ``plan`` is empty."""
        ctx = self.ctx

        def found(_progress: background.Progress) -> tuple[str, PlanRow | None, PlanRecord | None]:
            detail = ctx.office.customers.detail(ctx.actor, customer)
            row = next(
                (one for one in ctx.office.plans.of_customer(ctx.actor, customer) if one.plan == plan), None
            )
            record = ctx.office.plans.record_for_edit(ctx.actor, plan) if row is not None else None
            return f"{detail.name.text}  {detail.number}", row, record

        background.run(self, found, lambda told: self._open_told(customer, *told))

    def _open_told(self, customer: str, name: str, row: PlanRow | None, record: PlanRecord | None) -> None:
        if row is not None and record is not None:
            self._open_kept(row, record)
        else:
            self._open_form(PlanForm(self.ctx, customer, name))

    def new(self) -> None:
        """Plan recurring work for a customer."""
        finder = CustomerFinder(self.ctx, self.tr("For which customer?"), self)
        finder.chosen.connect(self._open_new)
        finder.open()

    def _open_new(self, row: CustomerRow) -> None:
        self._open_form(PlanForm(self.ctx, row.customer, chosen_text(row)))
