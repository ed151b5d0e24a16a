"""The rules page: the retention rules in force with their sources, and who may do what."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.jobs import EVENT_NAMES
from hvacdesk.domain.record_fields import RECORD_FIELD_NAMES
from hvacdesk.domain.retention import CIRCUMSTANCE_NAMES, RetentionRule, Start
from hvacdesk.domain.roles import PERMISSIONS, ROLE_NAMES, Permission, Role
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.rules.permission_names import PERMISSION_NAMES
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.page import Page
from hvacdesk.ui.widgets.tab_row import TabRow
from hvacdesk.ui.widgets.text import label

ALLOWED = "●"


class RulesPage(Page):
    """Read-only: what the program goes by."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__("")
        self._context = context
        self._rule: RetentionRule | None = None
        self.set_title(self.tr("Rules"))
        self.tabs = TabRow()
        self.tabs.add(self.tr("Retention rules"), self._retention())
        self.tabs.add(self.tr("Who may do what"), self._access())
        self.body.addWidget(self.tabs, 1)

    def refresh(self) -> None:
        office, actor = self._context.office, self._context.actor
        background.run(self, lambda _progress: office.disposal.rules(actor), self._show_rules)

    def _show_rules(self, rules: tuple[RetentionRule, ...]) -> None:
        self.retention.set_rows(rules, keep=lambda rule: rule == self._rule)
        if self.retention.current() is None:
            self.retention.select(lambda _rule: True)

    def _retention(self) -> QWidget:
        note = self.tr("Read from the sources named, on the dates named. Have a professional confirm them.")
        self.retention = DataTable(self.tr("Retention rules"))
        self.retention.set_columns(
            [
                Column("title", self.tr("Record"), width=150, stretch=3),
                Column("law", self.tr("Law or office rule"), width=110),
                Column("years", self.tr("Kept for"), width=120, value=self._period),
                Column("event", self.tr("Counted from"), width=150, stretch=4, value=self._start),
                Column("source", self.tr("Source"), width=150, stretch=4, kind="muted", optional=True),
                Column("as_of", self.tr("As of"), width=92, kind="muted", optional=True),
            ]
        )
        self.retention.keep_columns(self._context.columns, "retention_rules")
        self.source = label("", "muted", wrap=True)
        self.retention.current_changed.connect(self._show_source)
        return _with_note(note, self.retention, self.source)

    def _show_source(self, rule: object) -> None:
        """The whole of what the columns may cut."""
        if isinstance(rule, RetentionRule):
            self._rule = rule
            whole = (rule.law, self._start(rule), self._scope(rule), rule.source)
            self.source.setText("  ".join(whole))

    def _access(self) -> QWidget:
        words = self._context.words
        note = self.tr("The whole of the office's access rules; nothing else grants anything.")
        self.access = DataTable(self.tr("Who may do what"))
        self.access.set_columns(
            [
                Column("permission", self.tr("Permission"), width=180, stretch=1, value=_permission_name),
                *(Column(role.value, words(ROLE_NAMES[role]), width=76, value=_mark(role)) for role in Role),
            ]
        )
        self.access.keep_columns(self._context.columns, "access_rules")
        self.access.set_rows(tuple(Permission))
        return _with_note(note, self.access)

    def _period(self, rule: RetentionRule) -> str:
        if rule.loss_years:
            text = self.tr("{years} years (loss years {loss_years})")
            return text.format(years=rule.years, loss_years=rule.loss_years)
        if rule.years:
            return self.tr("%n year(s)", None, rule.years)
        return self.tr("%n month(s)", None, rule.months)

    def _start(self, rule: RetentionRule) -> str:
        words = self._context.words
        event = self.tr(", else ").join(words(EVENT_NAMES[kind]) for kind in rule.events)
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


def _permission_name(permission: Permission):
    return PERMISSION_NAMES[permission]


def _mark(role: Role):
    return lambda permission: ALLOWED if permission in PERMISSIONS[role] else ""


def _with_note(text: str, table: DataTable, foot: QWidget | None = None) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(8))
    column.addWidget(label(text, "muted", wrap=True))
    card = Card()
    card.body.addWidget(table, 1)
    column.addWidget(card, 1)
    if foot is not None:
        column.addWidget(foot)
    return part
