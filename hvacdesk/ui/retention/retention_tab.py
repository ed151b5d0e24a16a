"""The retention rules in force beside the program's; the person responsible sets the office's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.jobs.job_events import EVENT_NAMES
from hvacdesk.domain.retention.record_fields import RECORD_FIELD_NAMES
from hvacdesk.domain.retention.retention import CIRCUMSTANCE_NAMES, RetentionRule, Start, legal_ground
from hvacdesk.domain.retention.retention_choices import Choice, Effect, RuleInForce
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import as_of_text, day_text
from hvacdesk.ui.retention.choice_forms import NEW, ChoiceForm, OwnRuleForm, PeriodForm
from hvacdesk.ui.retention.effect_dialog import EffectDialog
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.periods import period_text


class RetentionTab(QWidget):
    """A table of the rules; what the office chose itself is shown beside what the program has."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._code = ""
        self._rules: tuple[RuleInForce, ...] = ()
        self._reader = background.Reader(self)
        self._fresh = Freshness(
            self, context.changes, frozenset({Room.RETENTION, Room.OFFICE, Room.STAFF}), self._read
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        note = self.tr("Read from the sources named, on the dates named. Have a professional confirm them.")
        column.addWidget(label(note, "muted", wrap=True))
        self._busy = Busy(self.tr("Looking at every customer's retention"), cancellable=False)
        column.addWidget(self._busy)
        card = Card()
        self.table = self._built_table()
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self._actions())
        column.addWidget(card, 1)
        self.source = label("", "muted", wrap=True)
        column.addWidget(self.source)

    def refresh(self) -> None:
        """Read the rules again."""
        self._fresh.read()

    def _read(self) -> None:
        office, actor = self._context.office, self._context.actor
        self._reader.read(lambda: office.retention.rules(actor)).then(self._show)

    def change_period(self) -> None:
        """Ask for another period for the marked rule."""
        one = self._marked()
        if one is not None:
            self._ask(PeriodForm(self._context, one))

    def add_rule(self) -> None:
        """Ask for a rule of the office's own."""
        self._ask(OwnRuleForm(self._context))

    def open_form(self, code: str) -> None:
        """Open the form that was left half-typed: for the rule with this code, or for a new one."""
        office, actor = self._context.office, self._context.actor
        if code == NEW:
            self.add_rule()
            return

        def found(rules: tuple[RuleInForce, ...]) -> None:
            one = next((one for one in rules if one.rule.code == code), None)
            if one is not None:
                self._ask(PeriodForm(self._context, one))

        background.ask(self, lambda: office.retention.rules(actor)).then(found)

    def take_back(self) -> None:
        """Show what taking the marked choice back would do, and do it."""
        one = self._marked()
        if one is None or one.choice is None:
            return
        office, actor, taken = self._context.office, self._context.actor, replace(one.choice, active=False)
        background.ask(self, lambda: office.retention.effect(actor, taken)).with_busy(self._busy).then(
            lambda effect: self._confirm(
                effect, lambda: office.retention.take_back(actor, taken.code, taken.version)
            )
        )

    def show_rule(self, code: str) -> None:
        """Bring a rule to the front, now or once the rules are read."""
        self._code = code
        self.table.select(lambda one: one.rule.code == code)

    def show_history(self) -> None:
        """Show who chose what."""
        office, actor = self._context.office, self._context.actor
        titles = {one.rule.code: one.rule.title for one in self._rules}

        def done(history: tuple[Choice, ...]) -> None:
            HistoryDialog(self._context, history, titles, self).open()

        background.ask(self, lambda: office.retention.history(actor)).then(done)

    def _ask(self, form: ChoiceForm) -> None:
        office, actor = self._context.office, self._context.actor

        def confirm(effect: object) -> None:
            if isinstance(effect, Effect):
                choice = form.choice()
                self._confirm(effect, lambda: office.retention.save(actor, choice), form)

        form.effect_found.connect(confirm)
        form.open()

    def _confirm(self, effect: Effect, save: Callable[[], object], form: ChoiceForm | None = None) -> None:
        dialog = EffectDialog(self._context, effect, save, form or self)
        if form is not None:
            dialog.saved.connect(form.finish)
        dialog.saved.connect(self._saved)
        dialog.open()

    def _saved(self) -> None:
        self._context.notify(self.tr("The retention rule was saved."))
        self.refresh()

    def _show(self, rules: tuple[RuleInForce, ...]) -> None:
        self._rules = rules
        wanted = self._code
        self.table.set_rows(rules, keep=lambda one: one.rule.code == wanted)
        self.table.choose_first(keyboard=False)

    def _built_table(self) -> DataTable:
        table = DataTable(self.tr("Retention rules"))
        table.set_columns(
            [
                Column("title", self.tr("Record"), width=150, stretch=3, value=self._title),
                Column("law", self.tr("Law or office rule"), width=110, value=self._law),
                Column(
                    "years",
                    self.tr("Kept for"),
                    width=120,
                    value=self._kept_for,
                    sort=lambda one: _length(one.rule),
                ),
                Column(
                    "event",
                    self.tr("Counted from"),
                    width=150,
                    stretch=4,
                    wide_only=True,
                    value=self._start,
                ),
                Column(
                    "source",
                    self.tr("Source"),
                    width=150,
                    stretch=4,
                    kind="muted",
                    wide_only=True,
                    value=lambda one: one.rule.source,
                ),
                Column(
                    "as_of",
                    self.tr("As of"),
                    width=112,
                    kind="muted",
                    wide_only=True,
                    value=lambda one: as_of_text(one.rule.as_of),
                    sort=lambda one: one.rule.as_of,
                ),
            ]
        )
        table.keep_columns(self._context.columns, "retention_rules", names_nobody)
        table.offer(lambda: (self.change_button, self.back_button))
        table.current_changed.connect(self._mark)
        if self._context.actor.may(Permission.MANAGE_OFFICE):
            table.activated_row.connect(lambda _one: self.change_period())
        return table

    def _actions(self) -> FlowRow:
        self.change_button = button(self.tr("Another period…"), self.change_period, icon="pencil")
        self.add_button = button(self.tr("A rule of our own…"), self.add_rule, icon="plus")
        self.back_button = button(self.tr("Take back…"), self.take_back, icon="undo-2")
        self.history_button = button(self.tr("Choices so far"), self.show_history, icon="history")
        manages = self._context.actor.may(Permission.MANAGE_OFFICE)
        managing = (self.change_button, self.add_button, self.back_button)
        if not manages:
            for one in managing:
                one.hide()
        return FlowRow((*managing, self.history_button))

    def _marked(self) -> RuleInForce | None:
        return next((one for one in self._rules if one.rule.code == self._code), None)

    def _mark(self, one: object) -> None:
        """The whole of what the columns may cut, and what can be done."""
        self.change_button.setEnabled(isinstance(one, RuleInForce))
        if not isinstance(one, RuleInForce):
            self.back_button.setEnabled(False)
            self.source.setText("")
            return
        self._code = one.rule.code
        self.back_button.setEnabled(one.choice is not None)
        whole = [self._law(one), self._start(one), self._scope(one.rule), one.rule.source]
        if one.choice is not None:
            text = self.tr("Set by {name} on {day}.")
            whole.append(text.format(name=one.choice.set_by, day=day_text(one.choice.set_on)))
        self.source.setText("  ".join(whole))

    def _law(self, one: RuleInForce) -> str:
        return legal_ground(one.rule.law, self._context.words)

    def _title(self, one: RuleInForce) -> str:
        return self._context.words(one.rule.title)

    def _period(self, rule: RetentionRule) -> str:
        if rule.loss_years > rule.years:
            text = self.tr("{years} years (loss years {loss_years})")
            return text.format(years=rule.years, loss_years=rule.loss_years)
        return period_text(rule.years, rule.months)

    def _kept_for(self, one: RuleInForce) -> str:
        """The period, and beside one that the office chose the program's own."""
        period = self._period(one.rule)
        if one.shipped is None or one.choice is None:
            return period
        text = self.tr("{period} (program: {shipped})")
        return text.format(period=period, shipped=self._period(one.shipped))

    def _start(self, one: RuleInForce) -> str:
        words, rule = self._context.words, one.rule
        event = self.tr(", else ").join(words(EVENT_NAMES[kind]) for kind in rule.events)
        if rule.also:
            others = self.tr(", ").join(words(EVENT_NAMES[kind]) for kind in rule.also)
            event = self.tr("{event}, or if later {others}").format(event=event, others=others)
        match rule.start:
            case Start.EVENT:
                return event
            case Start.RETURN_DEADLINE:
                text = self.tr("{event}; the day after that year's tax return is due")
            case Start.TAX_PERIOD:
                text = self.tr("{event}; two months after that year's end")
            case Start.CLOSING:
                text = self.tr("{event}; the day after that year's end")
        return text.format(event=event)

    def _scope(self, rule: RetentionRule) -> str:
        """Whom the rule binds and what it needs."""
        words = self._context.words
        needs = self.tr(", ").join(words(CIRCUMSTANCE_NAMES[need]) for need in sorted(rule.needs))
        keeps = self.tr(", ").join(
            words(name) for field, name in RECORD_FIELD_NAMES.items() if field in rule.keeps
        )
        only = self.tr("Only if: {needs}").format(needs=needs) if needs else ""
        return "  ".join(filter(None, (only, self.tr("Keeps: {fields}").format(fields=keeps))))


class HistoryDialog(Dialog):
    """Every version of every choice, the newest first.

    Args:
        titles: of the program's rules, by code.
    """

    def __init__(
        self,
        ctx: DeskContext,
        history: tuple[Choice, ...],
        titles: Mapping[str, Phrase],
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("HistoryDialog", "The office's choices so far")
        super().__init__(title, parent or ctx.window, width=680)
        self.table = DataTable(title)
        self.table.set_columns(
            [
                Column("set_on", self.tr("Day"), width=96),
                Column("set_by", self.tr("By"), width=110),
                Column(
                    "title",
                    self.tr("Record"),
                    width=170,
                    stretch=1,
                    value=lambda one: one.title or ctx.words(titles[one.code]),
                ),
                Column("years", self.tr("Kept for"), width=150, value=self._period, sort=_chosen_length),
            ]
        )
        self.table.keep_columns(ctx.columns, "retention_history", names_nobody)
        self.table.set_rows(history)
        self.body.addWidget(self.table, 1)
        self.table.setVisible(bool(history))
        if not history:
            self.add_text(self.tr("The office has chosen nothing yet: the program's rules apply."), "muted")
        self.set_primary(self.tr("Close"))
        self.resize(self.sizeHint().expandedTo(self.minimumSize()))

    def _period(self, choice: Choice) -> str:
        return period_text(choice.years, choice.months) if choice.active else self.tr("taken back")


def _length(rule: RetentionRule) -> tuple[int, int]:
    return rule.years * 12 + rule.months, rule.loss_years


def _chosen_length(choice: Choice) -> int:
    return choice.years * 12 + choice.months if choice.active else -1
