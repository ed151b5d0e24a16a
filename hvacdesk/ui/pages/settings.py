"""The settings page: yourself, the office, its accounts, and what the program is made of."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from hvacdesk.domain.roles import Permission
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.pages.settings_about import AboutTab
from hvacdesk.ui.pages.settings_accounts import AccountsTab
from hvacdesk.ui.pages.settings_office import OfficeTab
from hvacdesk.ui.pages.settings_personal import PersonalTab
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.page import Page
from hvacdesk.ui.widgets.tab_row import TabRow

WIDEST = 720


class SettingsPage(Page):
    """Tabs by permission.

    Attributes:
        personal, office, accounts: the tabs; the latter two are None where the role may not see them.
    """

    def __init__(self, context: DeskContext) -> None:
        super().__init__()
        self.set_title(self.tr("Settings"))
        self.tabs = TabRow()
        self.body.addWidget(self.tabs, 1)
        self.personal = PersonalTab(context)
        self.tabs.add(self.tr("You"), _scrolled(self.personal))
        self.office: OfficeTab | None = None
        self.accounts: AccountsTab | None = None
        if context.actor.may(Permission.MANAGE_OFFICE):
            self.office = OfficeTab(context)
            self.tabs.add(self.tr("Office"), _scrolled(self.office))
        if context.actor.may(Permission.MANAGE_ACCOUNTS):
            self.accounts = AccountsTab(context)
            self.tabs.add(self.tr("Accounts"), self.accounts)
        self.tabs.add(self.tr("About"), _scrolled(AboutTab()))

    def refresh(self) -> None:
        self.personal.refresh()
        if self.accounts is not None:
            self.accounts.refresh()

    def open(self, **arguments: object) -> None:
        """``tab`` is a number from 0."""
        tab = arguments.get("tab")
        if isinstance(tab, int):
            self.tabs.show_tab(tab)


def _scrolled(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    place = QWidget()
    place.setProperty("role", "clear")
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, theme.px(8), 0)
    content.setMaximumWidth(theme.px(WIDEST))
    column.addWidget(content)
    column.addStretch(1)
    area.setWidget(place)
    return area
