"""The settings page: yourself, the office, its accounts, keys and backups, and what the program is."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from hvacdesk.domain.roles import Permission
from hvacdesk.ui.accounts.accounts_tab import AccountsTab
from hvacdesk.ui.backups.backups_tab import BackupsTab
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.keys.keys_tab import KeysTab
from hvacdesk.ui.layout.layout_tab import LayoutTab
from hvacdesk.ui.pages.settings_about import AboutTab
from hvacdesk.ui.pages.settings_office import OfficeTab
from hvacdesk.ui.pages.settings_personal import PersonalTab
from hvacdesk.ui.prices.prices_tab import PricesTab
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.page import Page
from hvacdesk.ui.widgets.tab_row import TabRow

WIDEST = 720
WIDEST_BESIDE = 1100
"""With a page beside the form."""


class SettingsPage(Page):
    """Tabs by permission.

    Attributes:
        personal, office, layout_of_papers, prices, accounts, keys, backups: the tabs; all but the first are
            None where the role may not see them.
    """

    def __init__(self, context: DeskContext) -> None:
        super().__init__()
        self.set_title(self.tr("Settings"))
        self._names: list[str] = []
        self.tabs = TabRow()
        self.body.addWidget(self.tabs, 1)
        self.personal = PersonalTab(context)
        self._add("personal", self.tr("You"), _scrolled(self.personal))
        self.office: OfficeTab | None = None
        self.prices: PricesTab | None = None
        self.layout_of_papers: LayoutTab | None = None
        self.accounts: AccountsTab | None = None
        self.keys: KeysTab | None = None
        self.backups: BackupsTab | None = None
        manages = context.actor.may(Permission.MANAGE_OFFICE)
        if manages:
            self.office = OfficeTab(context)
            self._add("office", self.tr("Office"), _scrolled(self.office))
            self.prices = PricesTab(context)
            self._add("prices", self.tr("Prices"), self.prices)
            self.layout_of_papers = LayoutTab(context)
            self._add("layout_of_papers", self.tr("Papers"), _scrolled(self.layout_of_papers, WIDEST_BESIDE))
        if context.actor.may(Permission.MANAGE_ACCOUNTS):
            self.accounts = AccountsTab(context)
            self._add("accounts", self.tr("Accounts"), self.accounts)
        if manages:
            self.keys = KeysTab(context)
            self._add("keys", self.tr("Keys"), _scrolled(self.keys))
            self.backups = BackupsTab(context)
            self._add("backups", self.tr("Backups"), _scrolled(self.backups))
        self._add("about", self.tr("About"), _scrolled(AboutTab()))
        self.tabs.changed.connect(lambda _number: self.refresh())

    def _add(self, name: str, title: str, content: QWidget) -> None:
        self._names.append(name)
        self.tabs.add(title, content)

    def refresh(self) -> None:
        shown = getattr(self, self._names[self.tabs.current], None)
        if isinstance(shown, (PersonalTab, LayoutTab, PricesTab, AccountsTab, KeysTab, BackupsTab)):
            shown.refresh()

    def open(self, **arguments: object) -> None:
        """``tab`` is a tab's name, or its number from 0."""
        tab = arguments.get("tab")
        if isinstance(tab, int):
            self.tabs.show_tab(tab)
        elif tab in self._names:
            self.tabs.show_tab(self._names.index(str(tab)))


def _scrolled(content: QWidget, widest: int = WIDEST) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    place = QWidget()
    place.setProperty("role", "clear")
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, theme.px(8), 0)
    content.setMaximumWidth(theme.px(widest))
    column.addWidget(content)
    column.addStretch(1)
    area.setWidget(place)
    return area
