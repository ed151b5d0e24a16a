"""Counts of collected cash: what was counted when, taken back where it was wrong, or corrected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from hvacdesk.domain.billing.collected_cash import DIFFERENCE_REASON_LIMIT, CashCounted
from hvacdesk.domain.errors import Missing
from hvacdesk.domain.rooms import Room
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.money_field import money_field
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.numbers import number_of, yen
from hvacdesk.ui.widgets.register_view import RegisterView
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.yen_column import yen_column


class CashCountsList(RegisterView):
    """The last counts; what becomes of one depends on whether the books have its difference."""

    rooms = frozenset({Room.BILLING, Room.STAFF})

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self.back_button = self.act(
            button(self.tr("Take back…"), self.take_back), lambda row: row.can_go_back, self._why_not_back
        )
        self.correct_button = self.act(
            button(self.tr("Correct…"), self.correct), lambda row: row.can_be_corrected
        )
        self.about = label("", wrap=True)
        self.column.addWidget(self.about)

    def make_table(self) -> DataTable:
        columns = [
            Column("on", self.tr("Counted on"), width=104),
            Column("collected_by", self.tr("Handed in by"), width=120, stretch=2),
            yen_column("expected_yen", self.tr("Expected"), width=100),
            yen_column("counted_yen", self.tr("Counted"), width=100),
            yen_column("yen", self.tr("Difference"), lambda row: row.yen or None, width=100),
            Column("state", self.tr("State"), width=150, kind="chip", value=self._state),
        ]
        table = self.new_table(
            self.tr("Cash counts"), columns, kept_as="cash_counts", names=names_nobody, record="count"
        )
        table.offer(lambda: (self.back_button, self.correct_button))
        return table

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "wallet",
            self.tr("No cash was counted yet"),
            self.tr("What technicians collect is counted with “Count collected cash…”."),
        )

    def reading(self) -> Callable[[], tuple[CashCounted, ...]]:
        payments, actor = self.context.office.payments, self.context.actor
        return lambda: payments.cash_counts(actor)

    def enable(self) -> None:
        """Say below the list what the chosen count was of, and why it was another sum or taken back."""
        row = self.table.current()
        self.about.setText("\n".join(self._about(row)) if isinstance(row, CashCounted) else "")
        self.about.setVisible(isinstance(row, CashCounted))

    def _about(self, row: CashCounted) -> list[str]:
        said = self.tr("Counted by {who}. Payments: {numbers}")
        told = [said.format(who=row.counted_by, numbers="・".join(row.numbers))]
        if row.reason:
            told.append(self.tr("Why the sum differs: {reason}").format(reason=row.reason))
        if row.taken_back_on:
            back = (
                self.tr("Taken back on {day} by {who}: {why}")
                if row.why
                else self.tr("Taken back on {day} by {who}, as a payment of it was taken back.")
            )
            told.append(back.format(day=day_text(row.taken_back_on), who=row.taken_back_by, why=row.why))
        elif why := self._why_not_back(row):
            told.append(why)
        return told

    def _why_not_back(self, row: CashCounted) -> str:
        if row.corrected:
            return self.tr("A later count corrects this one.")
        if row.in_books and not row.taken_back_on:
            return self.tr(
                "The accounting program has its difference, so it is not taken back. “Correct…” enters what "
                "is there now, and the new difference goes there with the next hand-over."
            )
        return ""

    def _state(self, row: CashCounted) -> ChipValue:
        if row.taken_back_on:
            return ChipValue(self.tr("Taken back"), Tone.NEUTRAL)
        if row.corrected:
            return ChipValue(self.tr("Corrected"), Tone.NEUTRAL)
        if row.in_books:
            return ChipValue(self.tr("In the books"), Tone.GOOD)
        return ChipValue(self.tr("Handed in"), Tone.WARN if row.yen else Tone.GOOD)

    def take_back(self) -> None:
        """Ask why, and take the chosen count back."""
        row = self.table.current()
        if isinstance(row, CashCounted):
            self.open_form(CountBackForm(self.context, row))

    def show_count(self, count: str, then: Callable[[], object]) -> None:
        """Choose a count, once the list is read, and do something with it."""
        if self.table.select(lambda row: row.count == count):
            then()

    def correct(self) -> None:
        """Count once more what the chosen count says."""
        row = self.table.current()
        if isinstance(row, CashCounted):
            self.open_form(CountCorrectForm(self.context, row))


class CashCountsDialog(Dialog):
    """The counts in a window of their own."""

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__(
            QCoreApplication.translate("CashCountsDialog", "Counts of collected cash"), ctx.window, width=720
        )
        self.list = CashCountsList(ctx)
        self.body.addWidget(self.list, 1)
        self.set_primary(self.tr("Close"))
        self.fit(840, 580)
        self.list.refresh()


class _CountForm(FormDialog):
    """A form about one count: what was counted is said first, and why it is changed is asked last.

    Args:
        title: names the ``{day}``; ``about`` names ``{yen}`` and ``{who}``.
    """

    def __init__(self, ctx: DeskContext, row: CashCounted, title: str, about: str) -> None:
        super().__init__(ctx, title.format(day=day_text(row.on)), width=460)
        self._count, self._on = row.count, day_text(row.on)
        said = about.format(yen=yen(row.counted_yen), who=row.collected_by)
        self.form.column.addWidget(label(said, wrap=True))

    def ask_reason(self) -> None:
        """Add the reason's field, the last one."""
        translate = QCoreApplication.translate
        self.reason = QLineEdit()
        self.reason.setMaxLength(DIFFERENCE_REASON_LIMIT)
        self.form.add(
            "reason",
            translate("CountForm", "Reason"),
            self.reason,
            required=True,
            hint=translate("CountForm", "Name no customer."),
        )
        self.form.column.addStretch(1)
        self.watch()


class CountBackForm(_CountForm):
    """Why a count is taken back; its cash waits to be counted again."""

    def __init__(self, ctx: DeskContext, row: CashCounted) -> None:
        title = QCoreApplication.translate("CountBackForm", "Take back the count of {day}")
        about = QCoreApplication.translate(
            "CountBackForm",
            "{yen} were counted in the cash of {who}. The payments stay, and wait to be counted again; the "
            "count stays in the list, marked as taken back.",
        )
        super().__init__(ctx, row, title, about)
        if self.primary is not None:
            self.primary.setText(self.tr("Take it back"))
        self.ask_reason()
        self.keep_draft("count_back", row.count, "billing", tab="payments", count_back=row.count)
        self.fit(480, 340)

    def said_of_save(self) -> str:
        return self.tr("The count of {day} was taken back.").format(day=self._on)

    def collect(self) -> Callable[[], object]:
        ctx, count, reason = self.ctx, self._count, self.reason.text()
        return lambda: ctx.office.payments.take_count_back(ctx.actor, count, reason)


class CountCorrectForm(_CountForm):
    """What is there now of cash whose difference the books have: a new count, a new entry."""

    def __init__(self, ctx: DeskContext, row: CashCounted) -> None:
        title = QCoreApplication.translate("CountCorrectForm", "Correct the count of {day}")
        about = QCoreApplication.translate(
            "CountCorrectForm",
            "{yen} were counted in the cash of {who}, and the books have the difference. What is there now "
            "beside that is a new difference of today, and goes to the books as cash over or short "
            "(現金過不足).",
        )
        super().__init__(ctx, row, title, about)
        self.counted = money_field()
        self.form.add("counted", self.tr("Yen counted"), self.counted, required=True)
        self.ask_reason()
        self.keep_draft("count_correct", row.count, "billing", tab="payments", count_correct=row.count)
        self.fit(480, 440)

    def said_of_save(self) -> str:
        return self.tr("The count of {day} was corrected.").format(day=self._on)

    def collect(self) -> Callable[[], object]:
        counted = number_of(self.counted.text(), int, "counted")
        if counted is None:
            raise Missing("counted")
        ctx, count, reason = self.ctx, self._count, self.reason.text()
        return lambda: ctx.office.payments.correct_count(ctx.actor, count, counted, reason)
