"""A job's entry in the electrical-work ledger, and the question why the ledger is printed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from hvacdesk.domain.jobs.electrical import (
    ELECTRICAL_MEASURES,
    INSPECTION_RESULT_NAMES,
    LEDGER_CHECK_NAMES,
    LEDGER_REASON_NAMES,
    Inspection,
    LedgerCheck,
    LedgerDraft,
    LedgerRecord,
)
from hvacdesk.domain.jobs.quantities import read_number, shown
from hvacdesk.domain.jobs.results import CHECK_NAMES, Check
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.choices import choice, choose
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.reason_choice import ReasonChoice

_TEXTS = ("work", "chief", "workers", "diagram", "text")


class LedgerForm(FormDialog):
    """Everything that the law asks of an entry. ``saved`` carries the job's id."""

    def __init__(self, ctx: DeskContext, draft: LedgerDraft) -> None:
        title = QCoreApplication.translate("LedgerForm", "Electrical-work ledger, job {number}")
        super().__init__(ctx, title.format(number=draft.number), width=600)
        self._draft = draft
        record = draft.record
        self.day = DateField(ctx.today(), past=True)
        self.day.set_iso(record.on)
        self.edits = {key: QLineEdit(getattr(record, key)) for key in _TEXTS}
        self.edits |= {key: QLineEdit(shown(getattr(record, key))) for key in ELECTRICAL_MEASURES}
        self.outcome = QComboBox()
        self.outcome.addItem("–", "")
        for one in Inspection:
            self.outcome.addItem(ctx.words(INSPECTION_RESULT_NAMES[one]), one.value)
        self.outcome.setCurrentIndex(max(0, self.outcome.findData(record.result or "")))
        self.checks = {check: choice(ctx.words, CHECK_NAMES, none=True) for check in LedgerCheck}
        for check, box in self.checks.items():
            choose(box, record.checks.get(check))
        self._place(ctx)
        self.watch(known=bool(draft.version))
        self.keep_draft("ledger", draft.job, "work_orders", ledger=draft.job)
        self.fit(640, 630)

    def _place(self, ctx: DeskContext) -> None:
        names = {
            "work": self.tr("Kind of electrical work"),
            "chief": self.tr("Chief electrician"),
            "workers": self.tr("Workers"),
            "diagram": self.tr("Wiring diagram (number or place)"),
            "text": self.tr("Note"),
        }
        fields = {
            key: self.form.field(key, name, self.edits[key], required=key != "text")
            for key, name in names.items()
        }
        column = self.form.column
        column.addLayout(
            side_by_side(
                (self.form.field("on", self.tr("Day of the work"), self.day, required=True), 1),
                (fields["work"], 2),
            )
        )
        column.addLayout(side_by_side((fields["chief"], 1), (fields["workers"], 2)))
        column.addWidget(fields["diagram"])
        measured = [
            (self.form.field(key, f"{ctx.words(measure.name)} ({measure.unit})", self.edits[key]), 1)
            for key, measure in ELECTRICAL_MEASURES.items()
        ]
        column.addLayout(side_by_side(*measured))
        looked_at = [
            (self.form.field(check.value, ctx.words(LEDGER_CHECK_NAMES[check]), box), 1)
            for check, box in self.checks.items()
        ]
        column.addLayout(side_by_side(*looked_at))
        column.addWidget(
            self.form.field("result", self.tr("Result of the inspection"), self.outcome, required=True)
        )
        column.addWidget(fields["text"])
        column.addStretch(1)

    def collect(self) -> Callable[[], object]:
        result = self.outcome.currentData()
        record = LedgerRecord(
            on=self.day.iso("on"),
            work=self.edits["work"].text(),
            chief=self.edits["chief"].text(),
            workers=self.edits["workers"].text(),
            diagram=self.edits["diagram"].text(),
            insulation_mohm=self._number("insulation_mohm"),
            earth_ohm=self._number("earth_ohm"),
            volts=self._number("volts"),
            result=Inspection(result) if result else None,
            text=self.edits["text"].text(),
            checks={
                check: Check(box.currentData()) for check, box in self.checks.items() if box.currentData()
            },
        )
        ctx, draft = self.ctx, self._draft
        return lambda: ctx.office.electrical.save(ctx.actor, draft.job, draft.version, record)

    def present(self) -> Present | None:
        ctx, draft = self.ctx, self._draft
        return Present(
            SavedKind.ELECTRICAL,
            draft.job,
            draft.version,
            lambda: ctx.office.electrical.draft(ctx.actor, draft.job),
            lambda now: LedgerForm(ctx, now),
        )

    def _number(self, key: str) -> float | None:
        return read_number(self.edits[key].text(), ELECTRICAL_MEASURES[key], key)


class LedgerReasonDialog(Dialog):
    """Why names and addresses in full go onto paper.

    Signals:
        chosen(reason): the way to the preview.
    """

    chosen = Signal(object)

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__(
            QCoreApplication.translate("LedgerReasonDialog", "Why is the ledger printed?"), ctx.window
        )
        self.add_text(
            self.tr("It shows the customers' names and addresses in full. The reason goes into the log."),
            "muted",
        )
        self.reason = ReasonChoice(ctx.words, LEDGER_REASON_NAMES)
        self.body.addWidget(self.reason)
        self.reason.arm(self.set_primary(self.tr("Go on to the preview"), self._choose))
        self.add_secondary(self.tr("Cancel"))

    def _choose(self) -> None:
        self.accept()
        self.chosen.emit(self.reason.chosen())
