"""The settings page: yourself, the office, its accounts, keys and backups, and what the program is."""

from __future__ import annotations

from collections.abc import Callable

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
from hvacdesk.ui.widgets.deferred import Deferred
from hvacdesk.ui.widgets.page import Page
from hvacdesk.ui.widgets.tab_row import TabRow

TABS = ("personal", "office", "prices", "layout_of_papers", "accounts", "keys", "backups")
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
        self._places: dict[str, Deferred] = {}
        self.tabs = TabRow()
        self.body.addWidget(self.tabs, 1)
        manages = context.actor.may(Permission.MANAGE_OFFICE)
        self._add("personal", self.tr("You"), lambda: PersonalTab(context), _scrolled)
        if manages:
            self._add("office", self.tr("Office"), lambda: OfficeTab(context), _scrolled)
            self._add("prices", self.tr("Prices"), lambda: PricesTab(context))
            self._add("layout_of_papers", self.tr("Papers"), lambda: LayoutTab(context), _scrolled_beside)
        if context.actor.may(Permission.MANAGE_ACCOUNTS):
            self._add("accounts", self.tr("Accounts"), lambda: AccountsTab(context))
        if manages:
            self._add("keys", self.tr("Keys"), lambda: KeysTab(context), _scrolled)
            self._add("backups", self.tr("Backups"), lambda: BackupsTab(context), _scrolled)
        self._add("about", self.tr("About"), AboutTab, _scrolled)
        self.tabs.changed.connect(lambda _number: self.refresh())

    def __getattr__(self, name: str) -> QWidget | None:
        """The tabs by their names."""
        if name not in TABS:
            raise AttributeError(name)
        place = self.__dict__["_places"].get(name)
        return None if place is None else place.content

    def _add(
        self,
        name: str,
        title: str,
        build: Callable[[], QWidget],
        frame: Callable[[QWidget], QWidget] | None = None,
    ) -> None:
        self._names.append(name)
        self._places[name] = Deferred(build, frame)
        self.tabs.add(title, self._places[name])

    def refresh(self) -> None:
        shown = self._places[self._names[self.tabs.current]].content
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


def _scrolled_beside(content: QWidget) -> QScrollArea:
    return _scrolled(content, WIDEST_BESIDE)
