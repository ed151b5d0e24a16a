"""The forms of an incident: facts, texts, the questions of the law, what was sent, measures, customers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.customers.field_names import FIELD_NAMES
from hvacdesk.domain.incidents.concerned import ADD_REASONS, REMOVE_REASONS, Concerned, ListReason
from hvacdesk.domain.incidents.incident_texts import PART_NAMES, TEXT_LIMIT, CommissionReport, IncidentPart
from hvacdesk.domain.incidents.incidents import IncidentDetail, IncidentFacts, Measure
from hvacdesk.domain.incidents.leak_rules import KIND_NAMES, IncidentKind
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.incidents.incident_form import IncidentForm
from hvacdesk.ui.widgets.choices import code_choice
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.others_save import Present, chosen_of
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.leaks import text_box

translate = QCoreApplication.translate
Choices = tuple[tuple[str, str], ...]
"""Record ids with names."""


class FactsForm(IncidentForm):
    """What is known of what happened, and where to look for the customers concerned."""

    def __init__(self, ctx: DeskContext, incident: IncidentDetail, staff: Choices, batches: Choices) -> None:
        title = translate("FactsForm", "Facts of {number}").format(number=incident.number)
        super().__init__(ctx, title, incident, width=620)
        self._staff, self._batches = staff, batches
        facts = incident.facts
        self.kind = self.form.add("kind", self.tr("Kind"), code_choice(ctx.words, KIND_NAMES))
        self.kind.setCurrentIndex(self.kind.findData(facts.kind.value))
        self.known = self._day("known_on", self.tr("Known since"), facts.known_on, required=True)
        self.form.column.addWidget(label(self.tr("This day is day 1 of every deadline."), "muted", wrap=True))
        self.first = self._day("happened_from", self.tr("It began on"), facts.happened_from)
        self.last = self._day("happened_until", self.tr("It ended on"), facts.happened_until)
        self.account = self.form.add(
            "account",
            self.tr("Whose login is concerned"),
            _records(staff, facts.account),
            hint=self.tr(
                "For a stolen computer or a misuse: everything this login saw, printed or exported in "
                "these days is found in the log."
            ),
        )
        self.batch = self.form.add(
            "batch", self.tr("Which disposal is concerned"), _records(batches, facts.batch)
        )
        self.form.column.addStretch(1)
        self.fit(560, 640)
        self.watch(known=True)
        self.keep_for_incident("facts")

    def collect(self) -> Callable[[], object]:
        office, actor, incident = self.ctx.office, self.ctx.actor, self._incident.incident
        facts = IncidentFacts(
            IncidentKind(self.kind.currentData()),
            self.known.iso("known_on"),
            self.first.iso("happened_from"),
            self.last.iso("happened_until"),
            self.account.currentData(),
            self.batch.currentData(),
        )
        shown = self._incident.facts
        return lambda: office.incidents.writing.save_facts(actor, incident, facts, shown=shown)

    def present(self) -> Present | None:
        ctx, staff, batches = self.ctx, self._staff, self._batches
        return self.present_incident(lambda now: FactsForm(ctx, now, staff, batches))

    def _day(self, key: str, name: str, value: str, *, required: bool = False) -> DateField:
        field = self.form.add(key, name, DateField(self.ctx.today(), past=True), required=required)
        field.set_iso(value)
        return field


class TextForm(IncidentForm):
    """One of the texts."""

    def __init__(self, ctx: DeskContext, incident: IncidentDetail, part: IncidentPart) -> None:
        super().__init__(ctx, ctx.words(PART_NAMES[part]), incident, width=600)
        self._part = part
        self.text = self.form.add(
            part.value,
            ctx.words(PART_NAMES[part]),
            text_box(8),
            hint=self.tr(
                "No customers' names: write their numbers. The text stays when their data is gone. At most "
                "{limit} characters."
            ).format(limit=f"{TEXT_LIMIT:,}"),
        )
        self.text.setPlainText(incident.texts.get(part, ""))
        self.fit(640, 420)
        self.watch(known=True)
        self.keep_for_incident("text", part.value)
        self.text.setFocus()

    def collect(self) -> Callable[[], object]:
        office, actor, incident = self.ctx.office, self.ctx.actor, self._incident.incident
        text, part = self.text.toPlainText(), self._part
        shown = self._incident.texts.get(part, "")
        return lambda: office.incidents.writing.write(actor, incident, part, text, shown=shown)

    def present(self) -> Present | None:
        ctx, part = self.ctx, self._part
        return self.present_incident(lambda now: TextForm(ctx, now, part))

    def fill(self, typed: Typed) -> None:
        """What was typed about an incident that was joined into this one goes below this one's text."""
        stored, text = self._incident.texts.get(self._part, ""), str(typed.get(self._part.value, ""))
        if self._incident.typed_for and stored and not text.startswith(stored):
            typed = {**typed, self._part.value: f"{stored}\n{text}"}
        super().fill(typed)


class NoteForm(IncidentForm):
    """A line of one's own for the timeline."""

    def __init__(self, ctx: DeskContext, incident: IncidentDetail) -> None:
        super().__init__(ctx, translate("NoteForm", "Note for the timeline"), incident)
        self.text = self.form.add("text", self.tr("Note"), text_box(3), required=True)
        self.fit(560, 300)
        self.watch()
        self.keep_for_incident("note")
        self.text.setFocus()

    def collect(self) -> Callable[[], object]:
        office, actor, incident = self.ctx.office, self.ctx.actor, self._incident.incident
        text = self.text.toPlainText()
        return lambda: office.incidents.writing.add_note(actor, incident, text)


PUBLISHED = "published"


class SentForm(IncidentForm):
    """When a report went to the commission, or when the notice was published."""

    def __init__(self, ctx: DeskContext, incident: IncidentDetail, report: CommissionReport | None) -> None:
        titles = {
            CommissionReport.PRELIMINARY: translate("SentForm", "The preliminary report was sent"),
            CommissionReport.FINAL: translate("SentForm", "The final report was sent"),
            None: translate("SentForm", "The notice was published"),
        }
        super().__init__(ctx, titles[report], incident, width=460)
        self._report = report
        on, number = (incident.substitute_on, "") if report is None else incident.sent(report)
        self.day = self.form.add("on", self.tr("Day"), DateField(ctx.today(), past=True), required=True)
        self.day.set_iso(on or ctx.today().isoformat())
        self.number = QLineEdit(number)
        if report is not None:
            self.form.add("number", self.tr("Receipt number"), self.number)
        self.form.column.addStretch(1)
        self.fit(480, 300)
        self.watch(known=bool(on))
        self.keep_for_incident("sent", report.value if report is not None else PUBLISHED)

    def collect(self) -> Callable[[], object]:
        office, actor, incident = self.ctx.office, self.ctx.actor, self._incident.incident
        day, number, report = self.day.iso("on"), self.number.text(), self._report
        if report is None:
            published = self._incident.substitute_on
            return lambda: office.incidents.writing.note_published(actor, incident, day, shown=published)
        sent = self._incident.sent(report)
        return lambda: office.incidents.writing.note_sent(actor, incident, report, day, number, shown=sent)

    def present(self) -> Present | None:
        ctx, report = self.ctx, self._report
        return self.present_incident(lambda now: SentForm(ctx, now, report), decides=True)


class MeasureForm(IncidentForm):
    """What is done so that it does not happen again."""

    def __init__(
        self, ctx: DeskContext, incident: IncidentDetail, staff: Choices, measure: Measure | None = None
    ) -> None:
        super().__init__(ctx, translate("MeasureForm", "Measure of prevention"), incident)
        self._staff = staff
        self._measure = measure or Measure("", "", ctx.actor.account, "")
        self.text = self.form.add("text", self.tr("What is done"), QLineEdit(), required=True)
        self.owner = self.form.add("owner", self.tr("Who sees to it"), _records(staff, self._measure.owner))
        self.due = self.form.add("due", self.tr("By when"), DateField(ctx.today()), required=True)
        self.text.setText(self._measure.text)
        self.due.set_iso(self._measure.due)
        self.form.column.addStretch(1)
        self.fit(560, 400)
        self.watch(known=measure is not None)
        self.keep_for_incident("measure", self._measure.measure)
        self.text.setFocus()

    def collect(self) -> Callable[[], object]:
        office, actor, incident = self.ctx.office, self.ctx.actor, self._incident.incident
        measure = replace(
            self._measure,
            text=self.text.text(),
            owner=self.owner.currentData(),
            due=self.due.iso("due"),
        )
        shown = self._measure
        return lambda: office.incidents.writing.keep_measure(actor, incident, measure, shown=shown)

    def present(self) -> Present | None:
        ctx, staff, measure = self.ctx, self._staff, self._measure.measure
        if not measure:
            return None

        def make(now: IncidentDetail) -> MeasureForm:
            return MeasureForm(ctx, now, staff, chosen_of(now.measures, lambda one: one.measure == measure))

        return self.present_incident(make)


class AddCustomerForm(IncidentForm):
    """Put somebody onto the list by hand."""

    def __init__(self, ctx: DeskContext, incident: IncidentDetail) -> None:
        super().__init__(ctx, translate("AddCustomerForm", "Add a customer concerned"), incident, width=480)
        self.number = self.form.add("customer", self.tr("Customer number"), QLineEdit(), required=True)
        self.boxes = {field: QCheckBox(ctx.words(FIELD_NAMES[field])) for field in CustomerField}
        fields = QWidget()
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, 0, 0)
        for at, box in enumerate(self.boxes.values()):
            grid.addWidget(box, at // 2, at % 2)
        self.form.add("fields", self.tr("Which of their data"), fields)
        self.boxes[CustomerField.NAME].setChecked(True)
        self.reason = self.form.add("reason", self.tr("Why"), code_choice(ctx.words, ADD_REASONS))
        self.form.column.addStretch(1)
        self.fit(520, 560)
        boxes = {field.value: box for field, box in self.boxes.items()}
        self.watch(beside=boxes)
        self.keep_for_incident("customer")
        self.number.setFocus()

    def collect(self) -> Callable[[], object]:
        office, actor, incident = self.ctx.office, self.ctx.actor, self._incident.incident
        number, reason = self.number.text(), ListReason(self.reason.currentData())
        fields = frozenset(field for field, box in self.boxes.items() if box.isChecked())
        return lambda: office.incidents.customers.add(actor, incident, number, fields, reason)


class RemoveCustomerForm(FormDialog):
    """Take somebody off the list, with a reason."""

    def __init__(self, ctx: DeskContext, incident: IncidentDetail, one: Concerned) -> None:
        title = translate("RemoveCustomerForm", "Take {number} off the list")
        super().__init__(ctx, title.format(number=one.number), width=460)
        self._incident, self._one = incident, one
        self.reason = self.form.add("reason", self.tr("Why"), code_choice(ctx.words, REMOVE_REASONS))
        self.form.column.addWidget(
            label(self.tr("The line stays on the list with this reason."), "muted", wrap=True)
        )
        self.form.column.addStretch(1)
        self.fit(480, 260)

    def collect(self) -> Callable[[], object]:
        office, actor, incident = self.ctx.office, self.ctx.actor, self._incident.incident
        customer, reason = self._one.customer, ListReason(self.reason.currentData())
        return lambda: office.incidents.customers.take_off(actor, incident, customer, reason)


def _records(choices: Choices, chosen: str) -> QComboBox:
    """A box of records, with none at its top."""
    box = QComboBox()
    box.addItem("–", "")
    for record, name in choices:
        box.addItem(name, record)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box
