"""The draft of an invoice or credit note: lines with their tax, days, remarks, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit

from hvacdesk.domain.billing.agreed_sums import is_adjustment
from hvacdesk.domain.billing.estimates import EstimateRow
from hvacdesk.domain.billing.invoice_rules import InvoiceIssuedAlready, Stated, on_days_of
from hvacdesk.domain.billing.invoices import (
    IN_ADVANCE,
    INVOICE_KIND_NAMES,
    InvoiceDetail,
    InvoiceKind,
    InvoiceLineRecord,
    InvoiceRecord,
    InvoiceState,
    WorkedOut,
)
from hvacdesk.domain.billing.pay_terms import CarriedOn
from hvacdesk.domain.billing.tax import InvoiceSums
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.ui import background
from hvacdesk.ui.billing.carried_on import carried_text
from hvacdesk.ui.billing.invoice_forms import out_of_books
from hvacdesk.ui.billing.issuing_form import IssuingForm
from hvacdesk.ui.billing.lack_lines import lack_lines
from hvacdesk.ui.billing.line_adding import LineAdding
from hvacdesk.ui.billing.line_rows import LineRows
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.language import listed
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.numbers import gross, priced, sums_text, yen
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.text import WORD_JOINER, label
from hvacdesk.ui.wording.estimates import awaited_estimates, awaited_text
from hvacdesk.ui.wording.pay_terms import month_day_text


class InvoiceForm(IssuingForm):
    """Saves a draft; *save and issue* gives it its number and files it.

    Signals:
        saved(issued): the :class:`IssuedInvoice`, or None where the draft was saved alone.

    Attributes:
        carried_on: the pages that are to be put right as well, once it is issued as it was shown.
    """

    takes_statement = True
    carried_on: tuple[CarriedOn, ...] = ()

    def __init__(self, ctx: DeskContext, detail: InvoiceDetail) -> None:
        title = QCoreApplication.translate("InvoiceForm", "{kind}, draft")
        super().__init__(ctx, title.format(kind=ctx.words(INVOICE_KIND_NAMES[detail.row.kind])), width=760)
        self._detail = detail
        self._reader = background.Reader(self)
        self._lay_out()
        self.rows.edited.connect(self._work_out)
        self.with_tax.toggled.connect(lambda _on: self._work_out())
        for day in self.days.values():
            day.editingFinished.connect(self._work_out)
        self.issue_button = self.add_secondary(self.tr("Save and issue…"), self.save_and_issue)
        self.offer_deletion(
            detail.row.invoice,
            lambda: ctx.office.invoices.drop(ctx.actor, detail.row.invoice, detail.row.version),
            saved=detail.saved,
            kept=detail.saved,
        )
        self.sum.setText(sums_text(detail.row.sums))
        self._work_out()
        self.watch(beside={"with_tax": self.with_tax})  # what "another" says is said again each time
        page, job = ("schedule", {"job": detail.row.jobs[0]}) if detail.row.jobs else ("billing", {})
        self.keep_draft("invoice", detail.row.invoice, page, invoice=detail.row.invoice, **job)
        self.fit(900, 740)

    def _lay_out(self) -> None:
        self._add_whose()
        self._add_about()
        for line in lack_lines(self._detail.lacks, self.ctx.words):
            self.form.column.addWidget(line)
        self._add_another()
        self._add_lines()
        self._add_delivery()
        self._add_issue_and_due()
        self._add_told_of_due()
        self.remarks = QPlainTextEdit(self._detail.record.remarks)
        self.remarks.setTabChangesFocus(True)
        self.remarks.setFixedHeight(theme.px(64))
        self.form.add("remarks", self.tr("Remarks for the customer"), self.remarks)
        self.form.column.addStretch(1)

    @property
    def _credit(self) -> bool:
        return self._detail.record.kind is InvoiceKind.CREDIT

    def _add_whose(self) -> None:
        self.form.column.addWidget(label(_whose(self._detail), "strong", wrap=True))
        if apart := _apart_text(self._detail):
            self.form.column.addWidget(label(apart, wrap=True))
        self.awaited = label("", wrap=True)
        self.form.column.addWidget(self.awaited)
        self.awaited.hide()

    def _add_about(self) -> None:
        """Say which invoice it is about, or seek what its jobs still wait for."""
        ctx, detail = self.ctx, self._detail
        if detail.row.about:
            about = (
                self.tr("About invoice {number}, which is kept as it was issued.")
                if self._credit
                else self.tr(
                    "It takes the place of invoice {number}: once it is issued, that one asks for nothing "
                    "any more, and is kept as it was issued. Its page says “Corrected” where it says "
                    "something else than that one, and “Reissue” where it says the same."
                )
            )
            self.form.column.addWidget(label(about.format(number=detail.row.about), "muted", wrap=True))
            if detail.in_books and not self._credit:
                self.form.column.addWidget(label(out_of_books(), "muted", wrap=True))
        elif detail.row.jobs:
            background.Reader(self).read(
                lambda: [row for job in detail.row.jobs for row in awaited_estimates(ctx, job)]
            ).then(self._say_awaited).otherwise(lambda _error: None)  # issuing it says what is wrong

    def _add_another(self) -> None:
        self.another = QCheckBox(self.tr("It asks for something else than that"))
        if self._detail.elsewhere:
            known = self.tr(
                "These invoices are noted at the job: {numbers}. Nothing is billed twice unasked."
            )
            hint = known.format(numbers="・".join(self._detail.elsewhere))
            self.form.add("another", self.tr("Billed elsewhere"), self.another, hint=hint)

    def _add_lines(self) -> None:
        ctx, record = self.ctx, self._detail.record
        self.rows = LineRows(record.lines, lowers=not self._credit, words=ctx.words)
        self.form.add("lines", self.tr("Lines"), self.rows)
        self.adjusted = label("", wrap=True, tone="warn")
        self.form.column.addWidget(self.adjusted)
        self.adding = LineAdding(ctx, self.rows, InvoiceLineRecord)
        self.form.column.addWidget(self.adding)
        self.with_tax = QCheckBox(self.tr("The prices include the consumption tax"))
        self.with_tax.setChecked(record.with_tax)
        self.form.column.addWidget(self.with_tax)
        self.sum = label("", "strong", wrap=True)
        self.form.column.addWidget(self.sum)
        self._show_adjusted(record.lines, self._detail.row.sums)

    def _add_delivery(self) -> None:
        self.days: dict[str, DateField] = {}
        self._add_day(
            "delivered_from",
            self.tr("Delivered, first day"),
            self.tr("The tax rates are those of the days of delivery."),
        )
        self._add_day("delivered_to", self.tr("Delivered, last day"))
        self.moved = label("", wrap=True, tone="warn")
        self.form.column.addWidget(self.moved)
        self.take_day_button = button(self.tr("Take over the day of the job"), self.take_day, kind="link")
        self.form.column.addWidget(self.take_day_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_issue_and_due(self) -> None:
        self._add_day(
            "issue_on",
            self.tr("Day of issue"),
            self.tr(
                "Empty: the day on which it is issued. Else at most two months back, not before the work, "
                "and in the order of the numbers."
            ),
        )
        self._add_day(
            "due_on",
            self.tr("Pay by"),
            self.tr("Empty: the day that was agreed on with the customer, else the office's usual one."),
        )
        self.form.fields["due_on"].setVisible(not self._credit)

    def _add_told_of_due(self) -> None:
        detail = self._detail
        if detail.former_due_on:
            kept = self.tr(
                "Invoice {number} is to pay by {day}. This one keeps the day unless you choose another."
            )
            kept = kept.format(number=detail.row.about, day=day_text(detail.former_due_on))
            self.form.column.addWidget(label(kept, wrap=True))
        self.due = label("", wrap=True)
        self.due_late = label("", wrap=True, tone="warn")
        self.carried = label("", wrap=True, tone="warn")
        for told in (self.due, self.due_late, self.carried):
            self.form.column.addWidget(told)
            told.hide()

    def _say_awaited(self, rows: Sequence[EstimateRow]) -> None:
        self.awaited.setText(awaited_text(self.ctx, rows))
        self.awaited.setVisible(bool(rows))

    def _add_day(self, key: str, name: str, hint: str = "") -> None:
        """A field for a day of the record, which is named as the record names it."""
        self.days[key] = self.form.add(key, name, DateField(self.ctx.today()), hint=hint)
        self.days[key].set_iso(getattr(self._detail.record, key))

    def _work_out(self) -> None:
        """Say what it comes to as it is typed; what is half typed comes to nothing yet."""
        try:
            record = self.record()
        except InvalidInput:
            self._reader.drop()
            self._show_nothing()
            return
        self.moved.setText(said := self._moved(record))
        for told in (self.moved, self.take_day_button):
            told.setVisible(bool(said))
        ctx, invoice = self.ctx, self._detail.row.invoice
        self._reader.read(lambda: ctx.office.invoices.worked_out(ctx.actor, invoice, record)).then(
            partial(self._show_worked_out, record.lines)
        ).otherwise(lambda _half_typed: self._show_nothing())

    def _show_worked_out(self, lines: Sequence[InvoiceLineRecord], found: WorkedOut) -> None:
        self.sum.setText(sums_text(found.sums))
        self._show_adjusted(lines, found.sums)
        due = self.tr("It would be to pay by {day}.")
        if found.pay_by and found.pay_by < found.begins_on:
            due = self.tr(
                "It would be to pay by {day}: a deposit is paid before the work, which begins {begins}."
            )
        self.due.setText(due.format(day=day_text(found.due_on), begins=day_text(found.begins_on)))
        self.due.setVisible(bool(found.due_on) and not self.days["due_on"].text())
        self.due_late.setText(late := self._late(found))
        self.due_late.setVisible(bool(late))
        self.carried.setText(carried := self._carried(found))
        self.carried.setVisible(bool(carried))

    def _show_nothing(self) -> None:
        self.sum.setText("")
        self.adjusted.hide()
        for told in (self.due, self.due_late, self.carried):
            told.setText("")
            told.hide()

    def _carried(self, found: WorkedOut) -> str:
        """What is said of pages that carried over what this takes back or changes; empty where none did."""
        return carried_text(found.carried_on, credit=self._detail.record.kind is InvoiceKind.CREDIT)

    def _late(self, found: WorkedOut) -> str:
        """What is said of a deposit that is due later than it can be asked for; empty where it is not."""
        if not found.due_late:
            return ""
        said = self.tr(
            "A deposit is paid before the work: by {day}, the day before it. This one is due {due}."
        )
        if found.pay_by >= found.begins_on:
            said = self.tr(
                "The work begins today, so its deposit is due at once, on {day}. This one is due {due}."
            )
        return said.format(day=day_text(found.pay_by), due=day_text(found.due_on))

    def _show_adjusted(self, lines: Sequence[InvoiceLineRecord], sums: InvoiceSums) -> None:
        self.adjusted.setText(said := self._adjustment(lines, sums))
        self.adjusted.setVisible(bool(said))

    def _adjustment(self, lines: Sequence[InvoiceLineRecord], sums: InvoiceSums) -> str:
        """What is said of a line that brings known prices to the agreed amount; empty where there is none.

        Where the other lines were changed, it says by how much it does not.
        """
        if self._detail.record.kind is InvoiceKind.CREDIT:  # what it takes back was agreed on as it is
            return ""
        agreed = self._detail.agreed
        found = (line for line in lines if is_adjustment(line, agreed, self.ctx.words))
        whole, noted = sums.gross + sums.earlier, self._detail.agreed_yen or 0
        told = (
            self._said_of_adjustment(whole - noted if noted else 0).format(
                line=line.label,
                yen=priced(line.amount, with_tax=self.with_tax.isChecked()),
                number=self._detail.row.about,
                whole=yen(whole),
                noted=yen(noted),
                agreed=gross(noted),
                difference=yen(abs(whole - noted)),
            )
            for line in found
        )
        return "\n".join(told).replace("−", f"−{WORD_JOINER}")

    def _said_of_adjustment(self, difference: int) -> str:
        """What such a line is, by what the draft is: its sum was only agreed on as it was first made.

        Args:
            difference: yen that the draft is more than is noted at the job, below zero what it is less.
        """
        if self._detail.row.about:
            return self.tr(
                "“{line}”, {yen}, brought invoice {number} to the amount agreed on. It does not follow what "
                "you change in the other lines: look whether the total is right, and change or remove it if "
                "not."
            )
        if difference:
            more = self.tr(
                "“{line}”, {yen}, was added to bring the known prices to the {noted} noted at the job "
                "(contract or amount to collect). With the other lines as they are now it no longer does. "
                "The whole is {whole}, {difference} more. Look whether that is right, and change or remove "
                "the line if not."
            )
            less = self.tr(
                "“{line}”, {yen}, was added to bring the known prices to the {noted} noted at the job "
                "(contract or amount to collect). With the other lines as they are now it no longer does. "
                "The whole is {whole}, {difference} less. Look whether that is right, and change or remove "
                "the line if not."
            )
            return more if difference > 0 else less
        if self._detail.agreed_yen:
            return self.tr(
                "“{line}”, {yen}, was added because the known prices do not come to the {agreed} noted at "
                "the job (contract or amount to collect). The customer reads it. It does not follow what you "
                "change in the other lines: look whether the total is right, and change or remove it if not."
            )
        return self.tr(
            "“{line}”, {yen}, was added because the known prices do not come to the amount noted at the job "
            "(contract or amount to collect). The customer reads it. It does not follow what you change in "
            "the other lines: look whether the total is right, and change or remove it if not."
        )

    def _moved(self, record: InvoiceRecord) -> str:
        """What is said of jobs whose work was done on another day than this names; else empty."""
        days = self._detail.days
        if on_days_of(record, days) == record:
            return ""
        said = self.tr("Job {number} was done or handed over on {day}; this draft names {named}.")
        no_day = self.tr("Job {number} was done or handed over on {day}; this draft names no day.")
        told = []
        for (job, day), number in zip(days.items(), self._detail.job_numbers, strict=True):
            lines = {line.on for line in record.lines if line.job == job and line.on}
            for named in sorted((lines or {record.delivered_to}) - {day}) if day else ():
                days_told = {"day": day_text(day), "named": day_text(named) if named else ""}
                told.append((said if named else no_day).format(number=number, **days_told))
        return "\n".join(told)

    def take_day(self) -> None:
        """Name the days on which the work of the jobs was done, as the jobs tell them by now."""
        try:
            record = on_days_of(self.record(), self._detail.days)
        except InvalidInput as error:
            self.show_failure(error)
            return
        self.rows.set_lines(record.lines)
        for key in ("delivered_from", "delivered_to"):
            self.days[key].set_iso(getattr(record, key))
        self._work_out()

    # Saving

    def record(self) -> InvoiceRecord:
        """The invoice as it is typed in the form. Raises :class:`InvalidInput`."""
        return InvoiceRecord(
            kind=self._detail.record.kind,
            lines=cast("tuple[InvoiceLineRecord, ...]", self.rows.lines()),
            with_tax=self.with_tax.isChecked(),
            remarks=self.remarks.toPlainText().strip(),
            **{key: day.iso(key) for key, day in self.days.items()},
        )

    def stated(self) -> Stated:
        """What is said in the form of what was billed elsewhere."""
        return Stated.ASKS_FOR_ELSE if self.another.isChecked() else Stated.NOTHING

    def drawing(self, record: InvoiceRecord) -> Callable[[], tuple[bytes, WorkedOut]]:
        ctx, invoice, allow = self.ctx, self._detail.row.invoice, self.number_allowed
        stated = self.stated()
        return lambda: (
            ctx.office.invoices.preview(
                ctx.actor, invoice, ctx.words, record, allow_number=allow, stated=stated
            ),
            ctx.office.invoices.worked_out(ctx.actor, invoice, record),
        )

    def ask_issue(self, record: InvoiceRecord, drawn: tuple[bytes, WorkedOut]) -> None:
        pdf, found = drawn
        dated = self.tr("Dated {day}").format(day=day_text(record.dated(self.ctx.today()).isoformat()))
        said = [_whose(self._detail), sums_text(found.sums), dated]
        if apart := _apart_text(self._detail):
            said.append(apart)
        if awaited := self.awaited.text():
            said.append(awaited)
        if before := self._detail.former_due_on:
            due = (
                self.tr("Pay by {day}, as invoice {number} says")
                if found.due_on == before
                else self.tr("Pay by {day}; invoice {number} says {before}")
            )
            days = {"day": day_text(found.due_on), "before": day_text(before)}
            said.append(due.format(number=self._detail.row.about, **days))
        if free := [line.label for line in record.lines if not line.yen]:
            said.append(self.tr("Without a price: {lines}").format(lines=listed(free)))
        warned = lack_lines(self._detail.lacks, self.ctx.words)
        self.carried_on = () if record.kind is InvoiceKind.CREDIT else found.carried_on
        adjusted = self._adjustment(record.lines, found.sums)
        odd = filter(None, (self._moved(record), adjusted, self._late(found), self._carried(found)))
        warned = [*(label(one, wrap=True, tone="warn") for one in odd), *warned]
        self.show_page(pdf, said, warned)

    def present(self) -> Present | None:
        ctx, row = self.ctx, self._detail.row

        def read() -> InvoiceDetail:
            detail = ctx.office.invoices.detail(ctx.actor, row.invoice)
            if detail.row.state is not InvoiceState.DRAFT:
                raise InvoiceIssuedAlready
            return detail

        return Present(
            SavedKind.INVOICE,
            row.invoice,
            row.version,
            read,
            lambda now: InvoiceForm(ctx, now),
            merges=False,
        )

    def collect(self) -> Callable[[], object]:
        record, ctx, row = self.record(), self.ctx, self._detail.row
        issues, allow, stated = self.issues, self.number_allowed, self.stated()
        self.issues = False
        invoices = ctx.office.invoices
        if issues:
            return lambda: invoices.issue(
                ctx.actor, row.invoice, row.version, ctx.words, record, allow_number=allow, stated=stated
            )
        return lambda: invoices.change(ctx.actor, row.invoice, row.version, record, allow_number=allow)

    def fill(self, typed: Typed) -> None:
        super().fill(typed)
        self._work_out()


def _whose(detail: InvoiceDetail) -> str:
    """Whom it asks, and for which jobs."""
    if not detail.job_numbers:
        said = QCoreApplication.translate("InvoiceForm", "To {name}, for no job")
        return said.format(name=detail.name.text)
    numbers = "・".join(detail.job_numbers)
    said = QCoreApplication.translate("InvoiceForm", "To {name}, for job {numbers}")
    return said.format(name=detail.name.text, numbers=numbers)


def _apart_text(detail: InvoiceDetail) -> str:
    """What becomes of the collective invoice if this one is issued beside it; empty where there is none."""
    closing = detail.closing
    if closing is None:
        return ""
    translate = QCoreApplication.translate
    said = [
        translate(
            "InvoiceForm", "This customer gets a collective invoice at the closing day ({closing})."
        ).format(closing=month_day_text(closing.closing_day))
    ]
    if detail.record.kind in IN_ADVANCE:
        said.append(
            translate(
                "InvoiceForm",
                "A job with a deposit or part invoice is left out of it, and "
                "gets a final invoice of its own.",
            )
        )
    elif detail.row.jobs:
        said.append(
            translate(
                "InvoiceForm",
                "Issued by itself, this invoice is left out of it; so is the "
                "job as long as this draft waits.",
            )
        )
    else:
        said.append(translate("InvoiceForm", "Issued by itself, this invoice is left out of it."))
    if closing.carries_balance:
        said.append(translate("InvoiceForm", "What is open of this one is then carried over on its page."))
    return in_a_row(*said)
