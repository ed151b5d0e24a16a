"""What comes round again and when: the list of recurring work, and the next job booked from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QComboBox

from hvacdesk.domain.calendar.plans import PlanRecord, PlanRow, basis_name
from hvacdesk.domain.customers.customers import CustomerRow
from hvacdesk.domain.jobs.jobs import WORK_KIND_NAMES
from hvacdesk.domain.periods import months_after
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.services.calendar.plans import shipped_inspections
from hvacdesk.ui import background
from hvacdesk.ui.calendar.plan_form import Kept, PlanForm
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.edits import SavingWork
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.named_rows import names_its_customer
from hvacdesk.ui.widgets.register_view import RegisterView, any_record
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.places import chosen_text

EVER = 12 * 20
SPANS = (1, 3, 12, EVER)
"""How far ahead is looked, in months."""


class PlansTab(RegisterView):
    """Enter books the next job, or opens the one that is booked."""

    rooms = frozenset({Room.CALENDAR, Room.JOBS, Room.CUSTOMERS, Room.REQUESTS})

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__(ctx)
        self.span = QComboBox()
        self.span.setAccessibleName(self.tr("Due within"))
        names = (self.tr("a month"), self.tr("three months"), self.tr("a year"), self.tr("any time"))
        for name, months in zip(names, SPANS, strict=True):
            self.span.addItem(name, months)
        self.span.setCurrentIndex(1)
        self.span.currentIndexChanged.connect(self.narrow)
        self.line.add(label(self.tr("Due within"), "label"))
        self.line.add(self.span)
        self.new_button = self.act(button(self.tr("Plan recurring work…"), self.new, icon="plus"))
        self.change_button = self.act(button(self.tr("Change…"), self.change, icon="pencil"), any_record)
        self.book_button = self.act(
            button(self.tr("Book the next job"), self.book, kind="primary", icon="calendar-days"), any_record
        )
        if not ctx.actor.may(Permission.EDIT_JOBS):
            for made in (self.new_button, self.change_button, self.book_button):
                made.hide()

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "rotate-cw",
            self.tr("Nothing is due"),
            self.tr(
                "Inspections and cleanings that come round again stand here when they are due, and the "
                "next job is booked from them in one step."
            ),
        )

    def make_table(self) -> DataTable:
        words = self.context.words
        rules = shipped_inspections(self.context.today())
        columns = (
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
                wide_only=True,
                value=lambda row: words(basis_name(row.basis, rules)),
            ),
            Column(
                "every",
                self.tr("Every"),
                90,
                kind="muted",
                value=self._every,
                wide_only=True,
                sort=lambda row: row.every_months,
            ),
        )
        table = self.new_table(
            self.tr("Recurring work"), columns, kept_as="plans", names=names_its_customer, record="plan"
        )
        table.offer(lambda: (self.book_button, self.change_button), opening=self.tr("Open"))
        table.activated_row.connect(self._open)
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

    def reading(self) -> Callable[[], tuple[PlanRow, ...]]:
        ctx = self.context
        until = months_after(ctx.today(), self.span.currentData())
        return lambda: ctx.office.plans.due(ctx.actor, until)

    def show_read(self, found: tuple[PlanRow, ...]) -> None:
        self.pane.show_rows(found)  # none is chosen: the button books

    def current(self) -> PlanRow | None:
        """The chosen line."""
        return cast("PlanRow | None", self.table.current())

    def enable(self) -> None:
        row = self.current()
        booked = row is not None and bool(row.job)
        self.book_button.setText(self.tr("Open the job") if booked else self.tr("Book the next job"))

    # Acts

    def _open(self, row: PlanRow) -> None:
        """Open the job that is booked, else the plan: Enter and a double click book nothing."""
        if row.job:
            self.context.rooms.open_job(row.job)
        elif self.context.actor.may(Permission.EDIT_JOBS):
            self.change()

    def _go(self, row: PlanRow) -> None:
        ctx = self.context
        if row.job:
            ctx.rooms.open_job(row.job)
        elif ctx.actor.may(Permission.EDIT_JOBS):
            booking = SavingWork(lambda: ctx.office.plans.book(ctx.actor, row.plan))
            background.ask(self, booking).then(lambda job: self._booked(job, booking))

    def _booked(self, job: str, booking: SavingWork[str]) -> None:
        self.context.edits.offer(booking, self.tr("The next job is booked."))
        self.context.rooms.open_job(job)

    def book(self) -> None:
        """Book the chosen line's next job, or open the one that is booked."""
        row = self.current()
        if row is not None:
            self._go(row)

    def change(self) -> None:
        """Change the chosen plan."""
        ctx, row = self.context, self.current()
        if row is not None:
            background.ask(self, lambda: ctx.office.plans.record_for_edit(ctx.actor, row.plan)).then(
                lambda record: self._open_kept(row, record)
            )

    def _open_kept(self, row: PlanRow, record: PlanRecord) -> None:
        kept = Kept(row.plan, row.version, record)
        self.open_form(PlanForm(self.context, row.customer, row.name.text, kept))

    def open_for(self, customer: str, plan: str, site: str = "") -> None:
        """Open the form of a customer's plan, or for a new one at a site where ``plan`` is empty."""
        ctx = self.context

        def found() -> tuple[str, PlanRow | None, PlanRecord | None]:
            detail = ctx.office.customers.detail(ctx.actor, customer)
            row = next(
                (one for one in ctx.office.plans.of_customer(ctx.actor, customer) if one.plan == plan), None
            )
            record = ctx.office.plans.record_for_edit(ctx.actor, plan) if row is not None else None
            return f"{detail.name.text}  {detail.number}", row, record

        background.ask(self, found).then(lambda told: self._open_told(customer, site, *told))

    def _open_told(
        self, customer: str, site: str, name: str, row: PlanRow | None, record: PlanRecord | None
    ) -> None:
        if row is not None and record is not None:
            self._open_kept(row, record)
        else:
            self.open_form(PlanForm(self.context, customer, name, site=site))

    def new(self) -> None:
        """Plan recurring work for a customer."""
        finder = CustomerFinder(self.context, self.tr("For which customer?"), self, for_work=True)
        finder.chosen.connect(self._open_new)
        finder.open()

    def _open_new(self, row: CustomerRow) -> None:
        self.open_form(PlanForm(self.context, row.customer, chosen_text(row)))
