"""The rules page: the office's own rules, training, standing and violations; retention and access rules."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.roles import PERMISSIONS, ROLE_NAMES, Permission, Role
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.retention.retention_tab import RetentionTab
from hvacdesk.ui.staff.office_rules_tab import OfficeRulesTab
from hvacdesk.ui.staff.standing_tab import StandingTab
from hvacdesk.ui.staff.training_tab import TrainingTab
from hvacdesk.ui.staff.violations_tab import ViolationsTab
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.tabbed_page import TabbedPage
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.permissions import PERMISSION_NAMES

ALLOWED = "●"


class RulesPage(TabbedPage):
    """What the office and the program go by.

    Attributes:
        rules, training, standing, violations, retention: the tabs; *standing* and *violations* are None where
            the role may not see them.
    """

    CALLED = ("rules", "training", "standing", "violations", "retention")

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Rules"))
        self._context = context
        may = context.actor.may
        self.tabs.place("rules", self.tr("Office rules"), lambda: OfficeRulesTab(context))
        self.tabs.place("training", self.tr("Training"), lambda: TrainingTab(context))
        if may(Permission.READ_TRAINING):
            self.tabs.place("standing", self.tr("Staff standing"), lambda: StandingTab(context))
        if may(Permission.RECORD_VIOLATIONS):
            self.tabs.place("violations", self.tr("Violations"), lambda: ViolationsTab(context))
        self.tabs.place("retention", self.tr("Retention rules"), lambda: RetentionTab(context))
        self.tabs.place("access", self.tr("Who may do what"), self._access)

    @property
    def tab(self) -> str:
        """The name of the tab in front."""
        return self.tabs.in_front

    def refresh(self) -> None:
        shown = self.tabs.content(self.tab)
        if isinstance(shown, OfficeRulesTab | TrainingTab | StandingTab | ViolationsTab | RetentionTab):
            shown.refresh()

    def open(self, **arguments: object) -> None:
        """``tab=NAME``, and there ``text=ID`` to choose a rule text, ``rule=CODE`` to choose
        a retention rule, or ``edit=KEY`` to open a form.
        """
        name = str(arguments.get("tab", ""))
        if name not in self.tabs.names:
            return
        if arguments.get("text"):
            self.rules.open_text(str(arguments["text"]))
        if arguments.get("rule"):
            self.retention.show_rule(str(arguments["rule"]))
        edit = str(arguments.get("edit", ""))
        if edit and name == "rules":
            self.rules.edit_text(edit)
        elif edit and name == "violations":
            self.violations.edit_violation(edit)
        elif edit and name == "retention":
            self.retention.open_form(edit)
        self.tabs.show_named(name)

    def _access(self) -> QWidget:
        words = self._context.words
        note = self.tr("The whole of the office's access rules; nothing else grants anything.")
        table = DataTable(self.tr("Who may do what"))
        table.set_columns(
            [
                Column("permission", self.tr("Permission"), width=180, stretch=1, value=_permission_name),
                *(Column(role.value, words(ROLE_NAMES[role]), width=76, value=_mark(role)) for role in Role),
            ]
        )
        table.keep_columns(self._context.columns, "access_rules", names_nobody)
        table.set_rows(tuple(Permission))
        return _with_note(note, table)


def _permission_name(permission: Permission):
    return PERMISSION_NAMES[permission]


def _mark(role: Role):
    return lambda permission: ALLOWED if permission in PERMISSIONS[role] else ""


def _with_note(text: str, table: DataTable) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(8))
    column.addWidget(label(text, "muted", wrap=True))
    card = Card()
    card.body.addWidget(table, 1)
    column.addWidget(card, 1)
    return part
