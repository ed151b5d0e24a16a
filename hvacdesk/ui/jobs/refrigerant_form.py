"""Adding to a unit's refrigerant log by hand, and striking what is wrong."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit

from hvacdesk.domain.errors import Missing
from hvacdesk.domain.jobs.quantities import MEASURES, Quantity, read_number
from hvacdesk.domain.jobs.refrigerant import (
    REFRIGERANT_KIND_NAMES,
    REFRIGERANT_REASON_NAMES,
    STRIKE_REASON_NAMES,
    LoggedRefrigerant,
    RefrigerantKind,
    RefrigerantLog,
    RefrigerantReason,
    RefrigerantRecord,
    StrikeReason,
)
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.jobs.reason_form import ReasonForm
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.text import label

_TEXTS = ("refrigerant", "worker", "certificate", "servicer", "text")


class RefrigerantForm(FormDialog):
    """One entry. ``saved`` carries its record id."""

    def __init__(self, ctx: DeskContext, log: RefrigerantLog) -> None:
        title = QCoreApplication.translate("RefrigerantForm", "Refrigerant charged or recovered")
        super().__init__(ctx, title, width=520)
        self._unit = log.unit
        self.kind, self.reason = QComboBox(), QComboBox()
        for kind in RefrigerantKind:
            self.kind.addItem(ctx.words(REFRIGERANT_KIND_NAMES[kind]), kind.value)
        for reason in RefrigerantReason:
            self.reason.addItem(ctx.words(REFRIGERANT_REASON_NAMES[reason]), reason.value)
        self.reason.setCurrentIndex(self.reason.findData(RefrigerantReason.SERVICE.value))
        self.day = DateField(ctx.today(), past=True)
        self.day.set_iso(ctx.today().isoformat())
        self.edits = {key: QLineEdit() for key in (*_TEXTS, "kg")}
        self.edits["refrigerant"].setText(log.record.refrigerant)
        names = {
            "kg": self.tr("Amount (kg)"),
            "refrigerant": self.tr("Refrigerant"),
            "worker": self.tr("Done by"),
            "certificate": self.tr("Certificate no."),
            "servicer": self.tr("Servicer, if not this office (name and address)"),
            "text": self.tr("Note"),
        }
        fields = {key: self.form.field(key, name, self.edits[key]) for key, name in names.items()}
        column = self.form.column
        column.addLayout(
            side_by_side(
                (self.form.field("kind", self.tr("What"), self.kind), 1),
                (fields["kg"], 1),
                (fields["refrigerant"], 1),
            )
        )
        column.addLayout(
            side_by_side(
                (self.form.field("on", self.tr("Day"), self.day), 1),
                (self.form.field("reason", self.tr("Occasion"), self.reason), 1),
            )
        )
        column.addLayout(side_by_side((fields["worker"], 1), (fields["certificate"], 1)))
        column.addWidget(fields["servicer"])
        column.addWidget(fields["text"])
        column.addWidget(
            label(self.tr("Entries cannot be changed later: a wrong one is struck."), "muted", wrap=True)
        )
        column.addStretch(1)
        self.watch({"kind": self.kind, "reason": self.reason, "on": self.day, **self.edits})
        self.keep_draft("refrigerant", log.unit, "customers", refrigerant=log.unit)
        self.fit(560, 500)
        self.kind.setFocus()

    def collect(self) -> Callable[[], object]:
        kg = read_number(self.edits["kg"].text(), MEASURES[Quantity.ADDED_KG], "kg")
        if kg is None:
            raise Missing("kg")
        texts = {key: self.edits[key].text().strip() for key in _TEXTS}
        record = RefrigerantRecord(
            kind=RefrigerantKind(self.kind.currentData()),
            on=self.day.iso("on"),
            kg=kg,
            reason=RefrigerantReason(self.reason.currentData()),
            **texts,
        )
        ctx, unit = self.ctx, self._unit
        return lambda: ctx.office.refrigerant.add(ctx.actor, unit, record)


class StrikeForm(ReasonForm[StrikeReason]):
    """Why an entry no longer counts."""

    def __init__(self, ctx: DeskContext, entry: LoggedRefrigerant) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            ctx,
            translate("StrikeForm", "Strike this entry?"),
            translate("StrikeForm", "It stays in the log, crossed out, and no longer counts."),
        )
        self._entry = entry.entry
        self.ask_why(STRIKE_REASON_NAMES, self.tr("Strike"))
        self.fit(480, 330)

    def collect(self) -> Callable[[], object]:
        ctx, entry, reason = self.ctx, self._entry, self.chosen()
        return lambda: ctx.office.refrigerant.strike(ctx.actor, entry, reason)
