"""Entering a hand-over by hand, and confirming what became of data that was handed over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from hvacdesk.domain.partners.client_data import CLIENT_ENDING_NAMES, ClientEnding, ClientJob
from hvacdesk.domain.partners.handovers import (
    CONFIRMED,
    ENDING_NAMES,
    HANDED_FIELD_NAMES,
    HANDED_FIELDS,
    MEDIUM_NAMES,
    Ending,
    HandoverMedium,
    HandoverRow,
    NewHandover,
)
from hvacdesk.domain.partners.partners import BASIS_NAMES, RETURN_TERM_NAMES, Basis
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.choices import chosen, code_choice, leave_open
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.firm_field import FirmField, offer_firms
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.typed_fields import TypedFields

COLUMNS = 3
HANDOVER = "handover"
"""What the page of the partner firms calls the form for a new hand-over."""
USUAL_DAYS = 7


class HandoverForm(FormDialog):
    """What was given to a firm besides copies of work orders, which enter themselves."""

    def __init__(self, ctx: DeskContext, firm: str = "") -> None:
        super().__init__(ctx, QCoreApplication.translate("HandoverForm", "Enter a hand-over"), width=600)
        self.controls: dict[str, QWidget] = {}
        note = self.tr(
            "Copies of work orders for partner firms enter themselves. Enter here what else was given."
        )
        self.form.column.addWidget(label(note, "muted", wrap=True))
        self._add_firm(firm)
        self._add_whose()
        self._add_what()
        self.form.column.addStretch(1)
        self.watch(self.controls)
        self._show_basis()
        self.keep_draft("handover", "new", "safeguards", section="partners", ledger="", dialog=HANDOVER)
        self.fit(660, 580)
        offer_firms(ctx, self, self.firm_field)

    def collect(self) -> Callable[[], object]:
        now = TypedFields(self.controls).now()
        new = NewHandover(
            firm=str(now["firm"]),
            on=self.day.iso("on"),
            fields=frozenset(one for one in HANDED_FIELDS if now[one.value]),
            medium=HandoverMedium(str(now["medium"])),
            basis=Basis(str(now["basis"])),
            customer=str(now["customer"]).strip(),
            job=str(now["job"]).strip(),
            due=self.due.iso("due"),
            by_contract=bool(now["by_contract"]),
        )
        office, actor = self.ctx.office, self.ctx.actor
        return lambda: office.handovers.enter(actor, new)

    def said_of_save(self) -> str:
        firm = str(TypedFields(self.controls).now()["firm"])
        return self.tr("What {firm} was given was entered in the hand-over ledger.").format(firm=firm)

    def fill(self, typed: Typed) -> None:
        super().fill(typed)
        self._show_basis()

    def _add_firm(self, firm: str) -> None:
        control = self.controls
        name = self.form.add("firm", self.tr("Firm"), QLineEdit(firm), required=True)
        self.firm_field = FirmField(self, "firm")
        control["firm"] = name
        self.basis: QComboBox = code_choice(self.ctx.words, BASIS_NAMES)
        control["basis"] = self.form.add("basis", self.tr("Basis"), self.basis)
        self.by_contract = QCheckBox(
            self.tr("A contract with the customer says all that the record must say (kept one year)")
        )
        control["by_contract"] = self.by_contract
        self.consent = label(
            self.tr(
                "The customer must have agreed; the consent stands on the customer's page. The firm's seat "
                "and who represents it must be in the register."
            ),
            "body",
            tone="warn",
            wrap=True,
        )
        self.form.column.addWidget(self.by_contract)
        self.form.column.addWidget(self.consent)
        self.basis.currentIndexChanged.connect(lambda _at: self._show_basis())

    def _add_whose(self) -> None:
        control = self.controls
        control["job"], control["customer"] = QLineEdit(), QLineEdit()
        self.form.column.addLayout(
            side_by_side(
                (self.form.field("job", self.tr("Job number"), control["job"]), 1),
                (self.form.field("customer", self.tr("Or customer number"), control["customer"]), 1),
            )
        )

    def _add_what(self) -> None:
        control, today = self.controls, self.ctx.today()
        place = QWidget()
        grid = QGridLayout(place)
        grid.setContentsMargins(0, 0, 0, 0)
        for at, one in enumerate(HANDED_FIELDS):
            box = QCheckBox(self.ctx.words(HANDED_FIELD_NAMES[one]))
            box.setChecked(one is RecordField.NAME)
            control[one.value] = box
            grid.addWidget(box, at // COLUMNS, at % COLUMNS)
        self.form.add("fields", self.tr("What was handed over"), place)
        self.day, self.due = DateField(today, past=True), DateField(today)
        self.day.set_iso(today.isoformat())
        self.due.set_iso(today.fromordinal(today.toordinal() + USUAL_DAYS).isoformat())
        control["on"], control["due"] = self.day, self.due
        control["medium"] = code_choice(self.ctx.words, MEDIUM_NAMES)
        self.form.column.addLayout(
            side_by_side(
                (self.form.field("medium", self.tr("On what"), control["medium"]), 1),
                (self.form.field("on", self.tr("Day"), self.day, required=True), 1),
                (self.form.field("due", self.tr("Back or destroyed by"), self.due), 1),
            )
        )

    def _show_basis(self) -> None:
        provision = self.basis.currentData() == Basis.PROVISION.value
        self.by_contract.setVisible(provision)
        self.consent.setVisible(provision)


class EndForm(FormDialog):
    """What became of something, and on which day."""

    def __init__(self, ctx: DeskContext, title: str, about: str, endings: QComboBox) -> None:
        super().__init__(ctx, title, width=480)
        self.form.column.addWidget(label(about, "strong", wrap=True))
        leave_open(endings, self.tr("Choose what the firm says"))
        self.ending: QComboBox = self.form.add("ending", self.tr("What became of it"), endings, required=True)
        self.day = self.form.add("ended_on", self.tr("Day"), DateField(ctx.today(), past=True), required=True)
        self.day.set_iso(ctx.today().isoformat())
        note = self.tr("Ask the firm and write down what it says. The log keeps who confirmed it.")
        self.form.column.addWidget(label(note, "muted", wrap=True))
        self.form.column.addStretch(1)
        self.watch()
        self.fit(520, 380)

    def chosen(self) -> str:
        """The code of what became of it; nothing is chosen beforehand."""
        return chosen(self.ending, "ending")


class ConfirmForm(EndForm):
    """That a firm gave back or destroyed what it got."""

    def __init__(self, ctx: DeskContext, row: HandoverRow) -> None:
        self._row = row
        title = QCoreApplication.translate("ConfirmForm", "What became of {number}?")
        super().__init__(
            ctx,
            title.format(number=row.number),
            "  ".join(filter(None, (row.firm, row.job_number))),
            code_choice(ctx.words, {one: ENDING_NAMES[one] for one in CONFIRMED}),
        )
        place = {"section": "partners", "ledger": row.firm, "dialog": row.record}
        self.keep_draft("handover-back", row.record, "safeguards", **place)

    def collect(self) -> Callable[[], object]:
        office, actor, record = self.ctx.office, self.ctx.actor, self._row.record
        ending, on = Ending(self.chosen()), self.day.iso("ended_on")
        return lambda: office.handovers.confirm(actor, record, ending, on)


class ClientBackForm(EndForm):
    """That a client contractor's data went back or was destroyed."""

    def __init__(self, ctx: DeskContext, row: ClientJob) -> None:
        self._row = row
        title = QCoreApplication.translate("ClientBackForm", "Client contractor's data of job {number}")
        terms = ctx.words(RETURN_TERM_NAMES[row.terms.data_after])
        agreed = QCoreApplication.translate("ClientBackForm", "Agreed: {terms}").format(terms=terms)
        super().__init__(
            ctx,
            title.format(number=row.job_number),
            f"{row.client}  {agreed}",
            code_choice(ctx.words, CLIENT_ENDING_NAMES),
        )
        place = {"section": "partners", "client": row.client, "dialog": row.job}
        self.keep_draft("client-back", row.job, "safeguards", **place)

    def collect(self) -> Callable[[], object]:
        office, actor, row = self.ctx.office, self.ctx.actor, self._row
        ending, on = ClientEnding(self.chosen()), self.day.iso("ended_on")
        return lambda: office.client_data.confirm(actor, row.job, ending, on, shown=row.client)
