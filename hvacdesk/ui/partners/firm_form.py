"""Registering a firm: what it is to the office, the contract, and what a client contractor asks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.domain.partners.partner_orders import PAY_AS_OF, PAY_SOURCE
from hvacdesk.domain.partners.partners import (
    BASIS_AS_OF,
    BASIS_NAMES,
    BASIS_SOURCE,
    REENTRUSTMENT_NAMES,
    RETURN_TERM_NAMES,
    Basis,
    ClientTerms,
    Contract,
    FirmFacts,
    FirmRow,
    Reentrustment,
    ReturnTerm,
)
from hvacdesk.domain.partners.purchase_deduction import DeductionShare
from hvacdesk.domain.text.input_checks import LATEST_DAY
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.services.partners.partner_orders import shipped_deduction
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import as_of_text, day_text
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.choices import code_choice
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.number_doubt import number_doubt
from hvacdesk.ui.widgets.others_save import Present, chosen_of
from hvacdesk.ui.widgets.text import label, rule
from hvacdesk.ui.widgets.typed_fields import TypedFields

TERMS_HEIGHT = 72


class FirmForm(FormDialog):
    """One firm; ``row`` is the one to change or, without a record, one to register under its name."""

    def __init__(self, ctx: DeskContext, row: FirmRow | None = None) -> None:
        translate = QCoreApplication.translate
        known = row is not None and bool(row.record)
        title = (
            translate("FirmForm", "Change {firm}").format(firm=row.facts.firm)
            if known and row is not None
            else translate("FirmForm", "Register a firm")
        )
        super().__init__(ctx, title, width=600)
        self._record = row.record if row is not None else ""
        self._read = row.facts if row is not None else FirmFacts("")
        self.controls: dict[str, QWidget] = {}
        self._add_firm()
        self._add_contract()
        self._add_client()
        self.form.column.addStretch(1)
        TypedFields(self.controls).fill(_as_typed(self._read))
        self.watch(self.controls, known=known)
        self.client_box.toggled.connect(lambda _on: self._show_parts())
        self.partner_box.toggled.connect(lambda _on: self._show_parts())
        self._show_parts()
        self.keep_draft(
            "firm", self._record or "new", "safeguards", section="partners", firm=self._record, dialog="firm"
        )
        self.fit(660, 700)
        self.controls["firm"].setFocus()

    def collect(self) -> Callable[[], object]:
        office, actor, record, facts = self.ctx.office, self.ctx.actor, self._record, self._facts()
        shown = self._read
        if record:
            return lambda: office.partners.change(actor, record, facts, shown=shown)
        return lambda: office.partners.register(actor, facts)

    def present(self) -> Present | None:
        ctx, record = self.ctx, self._record
        if not record:
            return None

        def read() -> FirmRow:
            return chosen_of(ctx.office.partners.all(ctx.actor), lambda row: row.record == record)

        return Present(SavedKind.FIRM, record, 0, read, lambda now: FirmForm(ctx, now))

    def fill(self, typed: Typed) -> None:
        super().fill(typed)
        self._show_parts()

    # Parts

    def _add_firm(self) -> None:
        control = self.controls
        control["firm"] = self.form.add("firm", self.tr("Firm"), QLineEdit(), required=True)
        self.partner_box = QCheckBox(self.tr("Works for us: it gets customers' data (partner firm)"))
        self.client_box = QCheckBox(
            self.tr("Entrusts us: its customers' data comes to us (client contractor)")
        )
        control["partner"], control["client"] = self.partner_box, self.client_box
        self.form.add("partner", self.tr("What it is to us"), self.partner_box)
        self.form.column.addWidget(self.client_box)
        control["basis"] = self.form.add(
            "basis",
            self.tr("Why it gets data"),
            code_choice(self.ctx.words, BASIS_NAMES),
            hint=self.tr(
                "Entrusted work needs a contract and supervision. For the firm's own use each customer must "
                "agree, and a record is kept ({source}, as of {date})."
            ).format(source=BASIS_SOURCE, date=as_of_text(BASIS_AS_OF)),
        )
        control["seat"], control["representative"] = QLineEdit(), QLineEdit()
        self.form.column.addLayout(
            side_by_side(
                (self.form.field("seat", self.tr("Seat"), control["seat"]), 3),
                (self.form.field("representative", self.tr("Represented by"), control["representative"]), 2),
            )
        )
        share = shipped_deduction().on(self.ctx.today())
        self.one_person = self.form.add(
            "one_person",
            self.tr("One-person firm"),
            QCheckBox(self.tr("One person without employees (freelancer law)")),
            hint=self.tr(
                "Such a firm gets its order in writing at once and is paid within 60 days of the work "
                "({source}, as of {date})."
            ).format(source=PAY_SOURCE, date=as_of_text(PAY_AS_OF)),
        )
        control["one_person"] = self.one_person
        number = self.form.add(
            "invoice_number",
            self.tr("Invoice number (T and 13 digits)"),
            QLineEdit(),
            hint=self._deduction_hint(share),
        )
        control["invoice_number"] = number
        self.number_doubt = number_doubt(number)
        self.form.column.addWidget(self.number_doubt)
        control["active"] = QCheckBox(self.tr("We work with this firm now"))
        self.form.column.addWidget(control["active"])

    def _deduction_hint(self, share: DeductionShare) -> str:
        table = shipped_deduction()
        holds = (
            self.tr("Without a number {percent} % of the tax may be deducted until {until}")
            if share.until
            else self.tr("Without a number nothing of the tax may be deducted")
        )
        until = day_text(share.until.isoformat()) if share.until else ""
        source = self.tr("({source}, as of {date}).").format(
            source=table.source, date=as_of_text(table.as_of)
        )
        return in_a_row(holds.format(percent=share.percent, until=until), source)

    def _add_contract(self) -> None:
        control, today = self.controls, self.ctx.today()
        self._head(self.tr("Contract on personal data"))
        control["on"] = DateField(today, mostly_past=True)
        control["ends"] = DateField(today, any_past=True, until=LATEST_DAY)
        control["number"] = QLineEdit()
        self.form.column.addLayout(
            side_by_side(
                (self.form.field("on", self.tr("Concluded on"), control["on"]), 1),
                (self.form.field("ends", self.tr("Ends on (empty: until ended)"), control["ends"]), 1),
                (self.form.field("number", self.tr("Number"), control["number"]), 1),
            )
        )
        control["confidentiality"] = QCheckBox(self.tr("It has confidentiality terms"))
        self.form.column.addWidget(control["confidentiality"])
        control["reentrustment"] = self.form.add(
            "reentrustment", self.tr("Passing the work on"), code_choice(self.ctx.words, REENTRUSTMENT_NAMES)
        )
        terms = QPlainTextEdit()
        terms.setFixedHeight(theme.px(TERMS_HEIGHT))
        terms.setTabChangesFocus(True)
        control["terms"] = self.form.add("terms", self.tr("Terms in short"), terms)

    def _add_client(self) -> None:
        control = self.controls
        self._client_head = self._head(self.tr("What the client contractor asks"))
        control["data_after"], control["days"] = code_choice(self.ctx.words, RETURN_TERM_NAMES), QLineEdit()
        control["leak_hours"], control["leak_contact"] = QLineEdit(), QLineEdit()
        self._client_fields = [
            self.form.field("data_after", self.tr("Data after the work"), control["data_after"]),
            self.form.field("days", self.tr("Within days of completion"), control["days"]),
            self.form.field("leak_hours", self.tr("Leak: told within hours"), control["leak_hours"]),
            self.form.field("leak_contact", self.tr("Leak: whom we call"), control["leak_contact"]),
        ]
        after, days, hours, contact = self._client_fields
        self.form.column.addLayout(side_by_side((after, 1), (days, 1)))
        control["leak_first"] = QCheckBox(self.tr("It hears of a leak first, before customers and offices"))
        self.form.column.addWidget(control["leak_first"])
        self.form.column.addLayout(side_by_side((hours, 1), (contact, 2)))

    def _head(self, text: str) -> list:
        line, title = rule(), label(text, "strong")
        self.form.column.addSpacing(theme.px(4))
        self.form.column.addWidget(line)
        self.form.column.addWidget(title)
        return [line, title]

    def _show_parts(self) -> None:
        client = self.client_box.isChecked()
        for part in (*self._client_head, *self._client_fields, self.controls["leak_first"]):
            part.setVisible(client)
        for name in ("basis", "one_person", "invoice_number"):
            self.form.fields[name].setVisible(self.partner_box.isChecked())

    # Values

    def _facts(self) -> FirmFacts:
        now = TypedFields(self.controls).now()

        def text(name: str) -> str:
            return str(now[name])

        def ticked(name: str) -> bool:
            return bool(now[name])

        return FirmFacts(
            firm=text("firm"),
            partner=ticked("partner"),
            client=ticked("client"),
            basis=Basis(text("basis")),
            seat=text("seat"),
            representative=text("representative"),
            contract=Contract(
                self._day("on"),
                text("number"),
                self._day("ends"),
                ticked("confidentiality"),
                Reentrustment(text("reentrustment")),
                text("terms"),
            ),
            terms=ClientTerms(
                ReturnTerm(text("data_after")),
                self._count(text("days"), "days") or 0,
                ticked("leak_first"),
                self._count(text("leak_hours"), "leak_hours"),
                text("leak_contact"),
            ),
            active=ticked("active"),
            one_person=ticked("one_person"),
            invoice_number=text("invoice_number"),
        )

    def _day(self, name: str) -> str:
        field = self.controls[name]
        assert isinstance(field, DateField)
        return field.iso(name)

    @staticmethod
    def _count(text: str, name: str) -> int | None:
        if not text.strip():
            return None
        if not text.strip().isdecimal():
            raise InvalidInput(name)
        return int(text)


def _as_typed(facts: FirmFacts) -> Typed:
    contract, terms = facts.contract, facts.terms
    return {
        "firm": facts.firm,
        "partner": facts.partner,
        "client": facts.client,
        "basis": facts.basis.value,
        "seat": facts.seat,
        "representative": facts.representative,
        "active": facts.active,
        "one_person": facts.one_person,
        "invoice_number": facts.invoice_number,
        "on": contract.on,
        "ends": contract.ends,
        "number": contract.number,
        "confidentiality": contract.confidentiality,
        "reentrustment": contract.reentrustment.value,
        "terms": contract.terms,
        "data_after": terms.data_after.value,
        "days": str(terms.days),
        "leak_first": terms.leak_first,
        "leak_hours": "" if terms.leak_hours is None else str(terms.leak_hours),
        "leak_contact": terms.leak_contact,
    }
