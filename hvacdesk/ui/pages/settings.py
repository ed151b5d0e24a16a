"""The settings page: yourself, the office, its accounts, keys and backups, and what the program is."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QScrollArea, QWidget

from hvacdesk.domain.roles import Permission
from hvacdesk.ui.backups.backups_tab import BackupsTab
from hvacdesk.ui.billing.prices_tab import PricesTab
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.entry.keys_tab import KeysTab
from hvacdesk.ui.entry.seats_tab import SeatsTab
from hvacdesk.ui.office.about_tab import AboutTab
from hvacdesk.ui.pages.settings_office import OfficeTab
from hvacdesk.ui.pages.settings_personal import PersonalTab
from hvacdesk.ui.papers.layout_tab import LayoutTab
from hvacdesk.ui.staff.accounts_tab import AccountsTab
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.scroll_column import scrolled
from hvacdesk.ui.widgets.tabbed_page import TabbedPage
from hvacdesk.ui.widgets.text import label

WIDEST = 720
WIDEST_BESIDE = 1100
"""With a page beside the form."""


class SettingsPage(TabbedPage):
    """Tabs by permission.

    Attributes:
        personal, office, layout_of_papers, prices, accounts, keys, backups, seats: the tabs; all but the
            first are None where the role may not see them.
    """

    CALLED = ("personal", "office", "prices", "layout_of_papers", "accounts", "keys", "backups", "seats")

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Settings"))
        tabs = self.tabs
        manages = context.actor.may(Permission.MANAGE_OFFICE)
        tabs.place("personal", self.tr("You"), lambda: PersonalTab(context), _scrolled)
        if manages:
            tabs.place("office", self.tr("Office"), lambda: OfficeTab(context), _scrolled)
            tabs.place("prices", self.tr("Prices"), lambda: PricesTab(context))
            tabs.place("layout_of_papers", self.tr("Papers"), lambda: LayoutTab(context), _scrolled_beside)
        if context.actor.may(Permission.MANAGE_ACCOUNTS):
            tabs.place("accounts", self.tr("Accounts"), lambda: AccountsTab(context))
        if manages:
            tabs.place(
                "keys",
                self.tr("Keys"),
                lambda: self._elsewhere() if context.at_seat else KeysTab(context),
                _scrolled,
            )
            tabs.place(
                "backups",
                self.tr("Backups"),
                lambda: BackupsTab(context),
                _scrolled,
            )
        seats = context.seats
        if seats is not None and context.actor.may(Permission.MANAGE_ACCOUNTS):
            tabs.place("seats", self.tr("Other PCs"), lambda: SeatsTab(context, seats), _scrolled)
        tabs.place("about", self.tr("About"), lambda: AboutTab(context), _scrolled)

    def _elsewhere(self) -> QWidget:
        """What a seat shows in place of what is seen to where the office's keys are."""
        text = self.tr(
            "The office's keys lie at the office PC and nowhere else. The recovery sheet is printed there, "
            "keys are renewed there, and other logins of that computer are let in there."
        )
        card = Card(self.tr("At the office PC"))
        card.body.addWidget(label(text, wrap=True))
        return card

    def refresh(self) -> None:
        shown = self.tabs.content(self.tabs.in_front)
        if isinstance(shown, (PersonalTab, LayoutTab, PricesTab, AccountsTab, KeysTab, BackupsTab, SeatsTab)):
            shown.refresh()

    def open(self, **arguments: object) -> None:
        """``tab`` is a tab's name, or its number from 0; ``price=ID`` opens the form of a position,
        ``first_run`` the page of the first run on a Windows, ``invite`` and ``rename=ACCOUNT`` the forms
        about accounts, ``enrol`` that for another login of this computer, ``seat=ID`` that for a seat's name.
        """
        tab = arguments.get("tab")
        if arguments.get("price") and self.prices is not None:
            self.prices.open_later(str(arguments["price"]))
        if isinstance(tab, int):
            self.tabs.show_tab(tab)
        else:
            self.tabs.show_named(str(tab))
        asked = arguments.keys() & {"invite", "rename"}
        if asked and isinstance(accounts := self.tabs.content("accounts"), AccountsTab):
            accounts.go_on_with(renamed=str(arguments.get("rename", "")))
        if arguments.get("enrol") and isinstance(keys := self.tabs.content("keys"), KeysTab):
            keys.enrol()
        if arguments.get("seat") and isinstance(seats := self.tabs.content("seats"), SeatsTab):
            seats.rename_later(str(arguments["seat"]))
        if arguments.get("first_run"):
            cast(AboutTab, self.tabs.content("about")).show_first_run()


def _scrolled(content: QWidget, widest: int = WIDEST) -> QScrollArea:
    content.setMaximumWidth(theme.px(widest))
    return scrolled(content, (0, 0, theme.px(6), 0))


def _scrolled_beside(content: QWidget) -> QScrollArea:
    return _scrolled(content, WIDEST_BESIDE)
