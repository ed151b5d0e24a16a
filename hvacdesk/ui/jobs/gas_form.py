"""Handing recovered gas on: to whom, how much, and the certificate that comes back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from hvacdesk.domain.errors import Missing
from hvacdesk.domain.jobs.quantities import MEASURES, Quantity, read_number, shown
from hvacdesk.domain.jobs.refrigerant import GAS_USE_NAMES, GasHandedOn, GasRecord, GasUse, LoggedRefrigerant
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.choices import choice, choose
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.text import label


class GasForm(FormDialog):
    """One hand-over of an entry's gas. Where all of it is gone, only the certificate is asked for."""

    def __init__(self, ctx: DeskContext, unit: str, entry: LoggedRefrigerant) -> None:
        """``unit`` is the record id of the unit whose log has the entry."""
        title = QCoreApplication.translate("GasForm", "Recovered gas handed on")
        super().__init__(ctx, title, width=560)
        self._entry = entry
        self._gone: GasHandedOn | None = entry.uncertified if not entry.left_kg else None
        known = self._gone.record if self._gone else GasRecord("", entry.left_kg, "")
        self.day = DateField(ctx.today(), past=True)
        self.day.set_iso(known.on or ctx.today().isoformat())
        self.kg, self.receiver = QLineEdit(shown(known.kg)), QLineEdit(known.receiver)
        self.use = choice(ctx.words, GAS_USE_NAMES)
        choose(self.use, known.use)
        self.certificate = QLineEdit()
        self.certified = DateField(ctx.today(), past=True)
        self._place()
        for field in (self.day, self.kg, self.receiver, self.use):
            field.setEnabled(self._gone is None)
        self.watch()
        # What was typed to hand it on must not fill in the form that asks for a certificate alone.
        form, key = ("certificate", self._gone.handover) if self._gone else ("gas", entry.entry)
        self.keep_draft(form, key, "customers", refrigerant=unit, gas=entry.entry)
        self.fit(580, 430)
        (self.day if self._gone is None else self.certificate).setFocus()

    def _place(self) -> None:
        field, column = self.form.field, self.form.column
        column.addLayout(
            side_by_side(
                (field("on", self.tr("Handed on"), self.day, required=True), 1),
                (field("kg", self.tr("Amount (kg)"), self.kg, required=True), 1),
                (field("use", self.tr("What becomes of it"), self.use), 1),
            )
        )
        column.addWidget(
            field("receiver", self.tr("To whom (name and address)"), self.receiver, required=True)
        )
        column.addLayout(
            side_by_side(
                (field("certificate", self.tr("Certificate no."), self.certificate), 1),
                (field("certified_on", self.tr("Certificate of"), self.certified), 1),
            )
        )
        column.addWidget(
            label(
                self.tr(
                    "The certificate of reclaiming or destruction may be noted later. Send it on to whoever "
                    "ordered the work; its copy is kept for three years."
                ),
                "muted",
                wrap=True,
            )
        )
        column.addStretch(1)

    def collect(self) -> Callable[[], object]:
        ctx, number, certified = self.ctx, self.certificate.text().strip(), self.certified.iso("certified_on")
        if self._gone is not None:
            handover = self._gone.handover
            return lambda: ctx.office.refrigerant.certify(ctx.actor, handover, number, certified)
        kg = read_number(self.kg.text(), MEASURES[Quantity.RECOVERED_KG], "kg")
        if kg is None:
            raise Missing("kg")
        use = GasUse(self.use.currentData())
        record = GasRecord(self.day.iso("on"), kg, self.receiver.text(), use, number, certified)
        entry = self._entry.entry
        return lambda: ctx.office.refrigerant.hand_on(ctx.actor, entry, record)
