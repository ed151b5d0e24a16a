"""The office's own period for a rule, and rules of the office's own; saving shows the effect first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.jobs.job_events import EVENT_NAMES, EventKind
from hvacdesk.domain.retention.record_fields import RECORD_FIELD_NAMES, RecordField
from hvacdesk.domain.retention.retention_choices import MOST_YEARS, TITLE_LIMIT, Choice, RuleInForce
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.number_field import NumberField
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.periods import period_text

DEFAULT_FIELDS = frozenset({RecordField.NAME, RecordField.ADDRESS, RecordField.SLIP})
DEFAULT_YEARS = 1
NEW = "new"
"""What the rules' page calls the form for a rule of the office's own."""


class ChoiceForm(FormDialog):
    """Base of the two forms: a period, and the way to the effect.

    Signals:
        effect_found(effect): what saving would do. The form stays as it was typed, with its draft, until
            :meth:`finish`: a person who does not like the effect changes the choice and looks again.
    """

    effect_found = Signal(object)

    def __init__(self, ctx: DeskContext, title: str) -> None:
        super().__init__(ctx, title, width=520)
        self.years, self.months = NumberField(), NumberField()
        self.years.setRange(0, MOST_YEARS)
        self.months.setRange(0, 11)
        if self.primary is not None:
            self.primary.setText(self.tr("Next: see the effect"))

    def add_period(self, years: int, months: int) -> None:
        """Place the two fields of the period."""
        self.years.setValue(years)
        self.months.setValue(months)
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        row.addWidget(self.form.field("period", self.tr("Years"), self.years), 1)
        row.addWidget(self.form.field("months", self.tr("Months"), self.months), 1)
        self.form.column.addLayout(row)

    def choice(self) -> Choice:
        """What was chosen."""
        raise AssertionError(f"{type(self).__name__} chooses nothing")

    def finish(self) -> None:
        """Close: what was chosen is saved."""
        super()._done(None)

    def _done(self, result: object) -> None:
        if self.primary is not None:
            self.primary.setEnabled(True)
        self.effect_found.emit(result)

    def collect(self) -> Callable[[], object]:
        choice, office, actor = self.choice(), self.ctx.office, self.ctx.actor
        if not choice.years + choice.months:
            raise InvalidInput("period")
        return lambda: office.retention.effect(actor, choice)


class PeriodForm(ChoiceForm):
    """Another period for a rule of the program, or for one of the office's own."""

    def __init__(self, ctx: DeskContext, one: RuleInForce) -> None:
        title = QCoreApplication.translate("PeriodForm", "How long is it kept?")
        super().__init__(ctx, title)
        self._one = one
        self.form.column.addWidget(label(ctx.words(one.rule.title), "strong", wrap=True))
        self.form.column.addWidget(label(self._bound(one), "muted", wrap=True))
        self.add_period(one.rule.years, one.rule.months)
        self.form.column.addStretch(1)
        self.fit(520, 320)
        self.watch(known=True)
        self.keep_draft("period", one.rule.code[:40], "rules", tab="retention", edit=one.rule.code)
        self.years.setFocus()

    def choice(self) -> Choice:
        made_from = self._one.choice or Choice(self._one.rule.code, 0, 0)
        return replace(made_from, years=self.years.value(), months=self.months.value())

    def _bound(self, one: RuleInForce) -> str:
        shipped = one.shipped
        if shipped is not None and shipped.by_law:
            text = self.tr("{law} asks for {period}. You may keep it longer.")
            return text.format(law=shipped.law, period=period_text(shipped.years, shipped.months))
        return self.tr("A rule of the office: you may lengthen or shorten it.")


class OwnRuleForm(ChoiceForm):
    """A rule of the office's own. It can only lengthen: what a law asks for stays as it is."""

    def __init__(self, ctx: DeskContext) -> None:
        title = QCoreApplication.translate("OwnRuleForm", "A rule of the office's own")
        super().__init__(ctx, title)
        self._code = ctx.office.retention.new_code()
        self.title = self.form.add("title", self.tr("What is kept"), QLineEdit(), required=True)
        self.title.setMaxLength(TITLE_LIMIT)
        self.start_event = self.form.add("event", self.tr("Counted from"), QComboBox())
        for kind, name in EVENT_NAMES.items():
            self.start_event.addItem(ctx.words(name), kind.value)
        self.start_event.setCurrentIndex(self.start_event.findData(EventKind.HANDOVER.value))
        self.add_period(DEFAULT_YEARS, 0)
        self.form.column.addWidget(label(self.tr("Fields that are kept"), "label"))
        self.fields = {field: QCheckBox(ctx.words(name)) for field, name in RECORD_FIELD_NAMES.items()}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(14))
        for place, (field, box) in enumerate(self.fields.items()):
            box.setChecked(field in DEFAULT_FIELDS)
            grid.addWidget(box, place // 2, place % 2)
        self.form.column.addLayout(grid)
        self.form.column.addStretch(1)
        self.fit(600, 580)
        boxes = {field.value: box for field, box in self.fields.items()}
        self.watch(
            {
                "title": self.title,
                "event": self.start_event,
                "years": self.years,
                "months": self.months,
                **boxes,
            }
        )
        self.keep_draft("own-rule", NEW, "rules", tab="retention", edit=NEW)
        self.title.setFocus()

    def choice(self) -> Choice:
        keeps = frozenset(field for field, box in self.fields.items() if box.isChecked())
        if not self.title.text().strip():
            raise InvalidInput("title")
        event = EventKind(self.start_event.currentData())
        return Choice(self._code, self.years.value(), self.months.value(), self.title.text(), event, keeps)
