"""Registering a paper that came in or was signed: what it is, whose, and in which cabinet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from hvacdesk.domain.customers.customers import CustomerRow
from hvacdesk.domain.errors import Missing
from hvacdesk.domain.jobs.jobs import JobRow
from hvacdesk.domain.papers.register import (
    KIND_NAMES,
    MOST_PAGES,
    RECEIVED_KINDS,
    CabinetRow,
    NewPaper,
    PaperKind,
)
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.choices import code_choice
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form import FormField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.number_field import NumberField
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.jobs import kind_text
from hvacdesk.ui.wording.places import chosen_text


class CustomerChoice(QWidget):
    """The chosen customer, masked, and the way to choose.

    Signals:
        changed(customer): another record id.
    """

    changed = Signal(str)

    def __init__(self, ctx: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.customer = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self.shown = label(self.tr("nobody chosen yet"), "muted", wrap=True)
        row.addWidget(self.shown, 1)
        self.choose_button: QPushButton = button(self.tr("Choose"), self.choose, icon="search")
        self.choose_button.setAccessibleName(self.tr("Choose the customer"))
        row.addWidget(self.choose_button)
        self.setFocusProxy(self.choose_button)

    def fill(self, customer: str, shown: str) -> None:
        """Show a customer who was chosen before."""
        self.customer = customer
        self.shown.setText(shown)
        self.shown.setProperty("role", "")
        self.changed.emit(customer)

    def choose(self) -> None:
        """Search the customer."""
        finder = CustomerFinder(self._ctx, self.tr("Whose paper is it?"), self)
        finder.chosen.connect(self.take)
        finder.open()

    def take(self, row: CustomerRow) -> None:
        """Use the customer who was found."""
        self.fill(row.customer, chosen_text(row))


class FilePaperDialog(FormDialog):
    """The form. Of a paper held for the customer it asks when it has to go back."""

    def __init__(self, ctx: DeskContext, customer: CustomerRow | None = None) -> None:
        super().__init__(ctx, "", width=560)
        self._reader = background.Reader(self)
        self.set_title(self.tr("Register a paper"))
        self.kind = code_choice(ctx.words, {kind: KIND_NAMES[kind] for kind in RECEIVED_KINDS})
        self.pages = NumberField()
        self.pages.setRange(1, MOST_PAGES)
        self._row(
            (self.form.field("kind", self.tr("Kind"), self.kind, required=True), 3),
            (self.form.field("pages", self.tr("Sheets"), self.pages), 1),
        )
        self.customer = CustomerChoice(ctx)
        self.customer.changed.connect(self._read_jobs)
        self.form.add("customer", self.tr("Customer"), self.customer, required=True)
        self.customer.changed.connect(lambda _customer: self.form.fields["customer"].set_error(""))
        self.job = QComboBox()
        self.job.addItem(self.tr("none"), "")
        self.form.add("job", self.tr("Job"), self.job)
        hint = self.tr("What tells it apart: “warranty of the bedroom unit”")
        self.label = self.form.add("label", self.tr("What it is"), QLineEdit(), hint=hint)
        self.dated = DateField(ctx.today(), past=True)
        self.until = DateField(ctx.today())
        self._until_field = self.form.field("return_by", self.tr("Give back by"), self.until)
        self._row((self.form.field("dated", self.tr("Date on it"), self.dated), 1), (self._until_field, 1))
        self.cabinet = QComboBox()
        self.cabinet.addItem(self.tr("no cabinet"), "")
        self.form.add("cabinet", self.tr("Cabinet"), self.cabinet)
        self.form.column.addStretch(1)
        self.kind.currentIndexChanged.connect(lambda _at: self._on_kind())
        self._on_kind()
        background.ask(self, lambda: ctx.office.papers.cabinets.all(ctx.actor)).then(self._offer)
        if customer is not None:
            self.customer.take(customer)
        self._wanted: Typed = {}
        self.watch(
            {
                "kind": self.kind,
                "pages": self.pages,
                "label": self.label,
                "dated": self.dated,
                "until": self.until,
            }
        )
        self.keep_draft("paper", "new", "work_orders", copies="yes", file="yes")
        self.fit(600, 560)
        self.kind.setFocus()

    def _row(self, *fields: tuple[FormField, int]) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        for field, share in fields:
            row.addWidget(field, share)
        self.form.column.addLayout(row)

    def _on_kind(self) -> None:
        self._until_field.setVisible(self.kind.currentData() == PaperKind.HELD)

    def _offer(self, cabinets: tuple[CabinetRow, ...]) -> None:
        for one in cabinets:
            self.cabinet.addItem(one.label, one.cabinet)
        self._choose_wanted()

    def _read_jobs(self, customer: str) -> None:
        ctx = self.ctx
        self._reader.read(lambda: ctx.office.jobs.of_customer(ctx.actor, customer)).then(self._offer_jobs)

    def _offer_jobs(self, jobs: tuple[JobRow, ...]) -> None:
        while self.job.count() > 1:
            self.job.removeItem(1)
        for row in jobs:
            self.job.addItem(f"{row.number}  {row.on}  {kind_text(row, self.ctx.words)}".strip(), row.job)
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        """Choose what a draft had chosen, as soon as it can be."""
        for key, choice in (("cabinet", self.cabinet), ("job", self.job)):
            if (place := choice.findData(self._wanted.get(key, ""))) > 0:
                choice.setCurrentIndex(place)
                del self._wanted[key]

    def collect(self) -> Callable[[], object]:
        """The work that registers the paper."""
        if not self.customer.customer:
            raise Missing("customer")
        kind = PaperKind(self.kind.currentData())
        new = NewPaper(
            kind=kind,
            customer=self.customer.customer,
            job=str(self.job.currentData()),
            label=self.label.text(),
            pages=self.pages.value(),
            dated=self.dated.iso("dated"),
            cabinet=str(self.cabinet.currentData()),
            return_by=self.until.iso("return_by") if kind is PaperKind.HELD else "",
        )
        office, actor = self.ctx.office, self.ctx.actor
        return lambda: office.papers.file(actor, new)

    def typed(self) -> Typed | None:
        typed = super().typed()
        if typed is None:
            return None
        choices = {"cabinet": self.cabinet.currentData(), "job": self.job.currentData()}
        return {**typed, **choices, "customer": self.customer.customer, "name": self.customer.shown.text()}

    def fill(self, typed: Typed) -> None:
        super().fill(typed)
        self._wanted = {key: typed[key] for key in ("cabinet", "job")}
        if typed["customer"]:
            self.customer.fill(str(typed["customer"]), str(typed["name"]))
        self._choose_wanted()
