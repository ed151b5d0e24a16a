"""Writing an order to a firm, and noting what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.domain.partners.partner_orders import (
    NEXT_STEPS,
    ORDER_STEP_NAMES,
    OTHER_PAY_SOURCE,
    PAY_AS_OF,
    PAY_SOURCE,
    NewOrder,
    NotThisStep,
    OrderRow,
    OrderStep,
    latest_payment,
)
from hvacdesk.domain.partners.partners import FirmRow
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import as_of_text, day_text
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.choices import code_choice
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.money_field import money_field
from hvacdesk.ui.widgets.numbers import number_of, yen
from hvacdesk.ui.widgets.others_save import Present, chosen_of
from hvacdesk.ui.widgets.shown_fields import Shown
from hvacdesk.ui.widgets.text import label

WORK_HEIGHT = 76
STEP = "step"
"""What the page of the partner firms calls the form for an order's next step."""


class OrderForm(FormDialog):
    """What the order paper says; ``job`` is the number of the job that it is for.

    ``written`` is an order to correct, of which nothing was printed yet.
    """

    def __init__(
        self,
        ctx: DeskContext,
        firms: Sequence[FirmRow],
        job: str = "",
        firm: str = "",
        written: OrderRow | None = None,
    ) -> None:
        super().__init__(ctx, QCoreApplication.translate("OrderForm", "Order to a firm"), width=600)
        self._offered = firms
        self._firms = {row.record: row for row in firms}
        self._written = written
        today = ctx.today()
        self.firm = QComboBox()
        for row in firms:
            alone = self.tr("{firm} (one person)").format(firm=row.facts.firm)
            self.firm.addItem(alone if row.facts.one_person else row.facts.firm, row.record)
        self.firm.setCurrentIndex(max(0, self.firm.findData(firm)))
        self.job = QLineEdit(job)
        self.form.column.addLayout(
            side_by_side(
                (self.form.field("firm", self.tr("Firm"), self.firm, required=True), 3),
                (self.form.field("job", self.tr("Job number"), self.job), 2),
            )
        )
        self.work = QPlainTextEdit()
        self.work.setTabChangesFocus(True)
        self.work.setFixedHeight(theme.px(WORK_HEIGHT))
        self.form.add(
            "work",
            self.tr("Work: what, how many, which model"),
            self.work,
            required=True,
            hint=self.tr("Name no customer here: the work order's copy does."),
        )
        self.place = self.form.add(
            "place", self.tr("Place (empty: the job's town, in full on its work order)"), QLineEdit()
        )
        self.work_on, self.inspect_by, self.pay_by = (DateField(today) for _day in range(3))
        self.form.column.addLayout(
            side_by_side(
                (self.form.field("work_on", self.tr("Day of the work"), self.work_on, required=True), 1),
                (self.form.field("inspect_by", self.tr("Inspection by (empty: none)"), self.inspect_by), 1),
            )
        )
        self.yen = money_field()
        self.form.column.addLayout(
            side_by_side(
                (self.form.field("yen", self.tr("Reward in yen, tax included"), self.yen, required=True), 1),
                (self.form.field("pay_by", self.tr("Day of payment"), self.pay_by, required=True), 1),
            )
        )
        self.law = label("", "muted", wrap=True)
        self.form.column.addWidget(self.law)
        self.form.column.addStretch(1)
        if written is not None:
            self._show(written)
        controls: dict[str, QWidget] = {
            "firm": self.firm,
            "job": self.job,
            "work": self.work,
            "place": self.place,
            "work_on": self.work_on,
            "inspect_by": self.inspect_by,
            "yen": self.yen,
            "pay_by": self.pay_by,
        }
        # Only now: what a written order holds already does not count as typed.
        self.watch(controls, known=written is not None)
        self.firm.currentIndexChanged.connect(lambda _at: self._show_law())
        self.work_on.editingFinished.connect(self._show_law)
        self.pay_by.editingFinished.connect(self._show_law)
        self._show_law()
        self._keep(job)
        self.fit(660, 620)

    def _keep(self, job: str) -> None:
        if self._written is None:
            key = f"new-{job}" if job else "new"
            self.keep_draft("partner_order", key, "safeguards", section="partners", order_for=job)
        else:
            order = self._written.order
            self.keep_draft("partner_order", order, "safeguards", section="partners", correct_order=order)

    def _show(self, written: OrderRow) -> None:
        facts = written.facts
        self.set_title(self.tr("Correct order {number}").format(number=written.number))
        self.firm.setCurrentIndex(max(0, self.firm.findData(facts.firm)))
        self.job.setText(facts.job)
        self.work.setPlainText(facts.work)
        self.place.setText(facts.place)
        self.yen.setText(f"{facts.yen:,}")
        for field, day in (
            (self.work_on, facts.work_on),
            (self.inspect_by, facts.inspect_by),
            (self.pay_by, facts.pay_by),
        ):
            field.set_iso(day)

    def collect(self) -> Callable[[], object]:
        yen = number_of(self.yen.text(), int, "yen")
        order = NewOrder(
            firm=str(self.firm.currentData() or ""),
            job=self.job.text().strip(),
            work=self.work.toPlainText().strip(),
            place=self.place.text().strip(),
            work_on=self.work_on.iso("work_on"),
            inspect_by=self.inspect_by.iso("inspect_by"),
            yen=yen or 0,
            pay_by=self.pay_by.iso("pay_by"),
        )
        orders, actor, written = self.ctx.office.partner_orders, self.ctx.actor, self._written
        if written is not None:
            return lambda: orders.correct(actor, written.order, order, shown=written.facts)
        return lambda: orders.write(actor, order)

    def said_of_save(self) -> str:
        said = self.tr("The order to {firm} was written: {yen}, work on {day}. Print it for the firm.")
        if self._written is not None:
            said = self.tr("The order to {firm} was corrected: {yen}, work on {day}.")
        amount = yen(number_of(self.yen.text(), int, "yen") or 0)
        day = day_text(self.work_on.iso("work_on"))
        firm = self._firms[str(self.firm.currentData())].facts.firm
        return said.format(firm=firm, yen=amount, day=day)

    def present(self) -> Present | None:
        ctx, written, firms = self.ctx, self._written, self._offered
        if written is None:
            return None

        def read() -> OrderRow:
            return chosen_of(ctx.office.partner_orders.all(ctx.actor), lambda row: row.order == written.order)

        return Present(
            SavedKind.ORDER,
            written.order,
            0,
            read,
            lambda now: OrderForm(ctx, firms, written=now),
            merges=False,
        )

    def fill(self, typed: Typed) -> None:
        super().fill(typed)
        self._show_law()

    def _show_law(self) -> None:
        """By when one person is paid; with a firm that has employees only a remark on a late day."""
        row = self._firms.get(str(self.firm.currentData()))
        one_person = row is not None and row.facts.one_person
        on, pay_by = _day(self.work_on), _day(self.pay_by)
        last = latest_payment(date.fromisoformat(on)).isoformat() if on else ""
        self.law.setVisible(one_person or (bool(last) and pay_by > last))
        if one_person and last:
            text, source = self.tr("Paid by {latest} at the latest. {source} (as of {as_of})."), PAY_SOURCE
        elif one_person:
            text = self.tr("Paid within 60 days of the work at the latest. {source} (as of {as_of}).")
            source = PAY_SOURCE
        else:
            source = OTHER_PAY_SOURCE
            text = self.tr(
                "More than 60 days after the work ({latest}). Laws may want this firm paid earlier as well: "
                "{source} (as of {as_of}). The order can be saved all the same."
            )
        self.law.setText(text.format(latest=day_text(last), source=source, as_of=as_of_text(PAY_AS_OF)))


def _day(field: DateField) -> str:
    """The ISO day that is typed, or empty where it is none yet."""
    try:
        return field.iso("day")
    except UserFacingError:
        return ""


class OrderStepForm(FormDialog):
    """On which day the order's next step was."""

    def __init__(self, ctx: DeskContext, row: OrderRow, step: OrderStep | None = None) -> None:
        """``step`` is chosen at first, instead of the one that usually comes next."""
        super().__init__(ctx, QCoreApplication.translate("OrderStepForm", "Note a step"), width=460)
        self._row, self._step = row, step
        self.form.column.addWidget(label(f"{row.firm}  {row.number}", "strong", wrap=True))
        self.form.column.addWidget(label(_terms(row), wrap=True))
        possible = {step: name for step, name in ORDER_STEP_NAMES.items() if step in NEXT_STEPS[row.state]}
        self.step = self.form.add("step", self.tr("What happened"), code_choice(ctx.words, possible))
        if step is not None:
            self.step.setCurrentIndex(self.step.findData(step))
        self.on = self.form.add("on", self.tr("On"), DateField(ctx.today(), past=True), required=True)
        self.on.set_iso(ctx.today().isoformat())
        self.form.column.addStretch(1)
        self.watch()
        form, dialog = ("order_step", STEP) if step is None else (f"order_{step.value}", step.value)
        self.keep_draft(form, row.order, "safeguards", section="partners", order=row.order, dialog=dialog)
        self.fit(500, 390)

    def collect(self) -> Callable[[], object]:
        step, on = OrderStep(self.step.currentData()), self.on.iso("on")
        office, actor, row = self.ctx.office, self.ctx.actor, self._row
        return lambda: office.partner_orders.note(actor, row.order, step, on, shown=row.facts)

    def said_of_save(self) -> str:
        said = self.tr("Order {number} to {firm}: “{step}” on {day} was noted.")
        name = self.ctx.words(ORDER_STEP_NAMES[OrderStep(self.step.currentData())])
        day = day_text(self.on.iso("on"))
        return said.format(number=self._row.number, firm=self._row.firm, step=name, day=day)

    def present(self) -> Present | None:
        ctx, order, step = self.ctx, self._row.order, self._step

        def read() -> OrderRow:
            row = chosen_of(ctx.office.partner_orders.all(ctx.actor), lambda one: one.order == order)
            if not NEXT_STEPS[row.state]:
                raise NotThisStep
            return row

        return Present(
            SavedKind.ORDER, order, 0, read, lambda now: OrderStepForm(ctx, now, step), decides=True
        )

    def shown(self) -> dict[str, Shown]:
        """With the terms that the step is about."""
        return {**super().shown(), "terms": Shown(self.tr("Order"), _terms(self._row))}


def _terms(row: OrderRow) -> str:
    """What was ordered and for how much."""
    return "  ".join(
        filter(None, (row.facts.work, row.facts.place, day_text(row.facts.work_on), yen(row.facts.yen)))
    )
