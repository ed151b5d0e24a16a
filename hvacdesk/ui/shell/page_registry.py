"""The pages of the main window, in the order of the navigation, and who may see which."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import phrase
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.page_entry import PageEntry
from hvacdesk.ui.pages.safeguard_sections import SAFEGUARDS_NEED
from hvacdesk.ui.widgets.page import Page


def _today(context: DeskContext, parent: QWidget) -> Page:
    from hvacdesk.ui.pages.today import TodayPage

    return TodayPage(context, parent)


def _customers(context: DeskContext, parent: QWidget) -> Page:
    from hvacdesk.ui.pages.customers import CustomersPage

    return CustomersPage(context, parent)


def _calls(context: DeskContext, parent: QWidget) -> Page:
    from hvacdesk.ui.pages.calls import CallsPage

    return CallsPage(context, parent)


def _schedule(context: DeskContext, parent: QWidget) -> Page:
    from hvacdesk.ui.pages.schedule import SchedulePage

    return SchedulePage(context, parent)


def _work_orders(context: DeskContext, parent: QWidget) -> Page:
    from hvacdesk.ui.pages.work_orders import WorkOrdersPage

    return WorkOrdersPage(context, parent)


def _billing(context: DeskContext, parent: QWidget) -> Page:
    from hvacdesk.ui.pages.billing import BillingPage

    return BillingPage(context, parent)


def _disposal(context: DeskContext, parent: QWidget) -> Page:
    from hvacdesk.ui.pages.disposal import DisposalPage

    return DisposalPage(context, parent)


def _safeguards(context: DeskContext, parent: QWidget) -> Page:
    from hvacdesk.ui.pages.safeguards import SafeguardsPage

    return SafeguardsPage(context, parent)


def _rules(context: DeskContext, parent: QWidget) -> Page:
    from hvacdesk.ui.pages.rules import RulesPage

    return RulesPage(context, parent)


def _settings(context: DeskContext, parent: QWidget) -> Page:
    from hvacdesk.ui.pages.settings import SettingsPage

    return SettingsPage(context, parent)


_CALLS = frozenset({Permission.FIND_CUSTOMERS, Permission.SEE_OWN_JOBS})
_JOBS = frozenset({Permission.SEE_ALL_JOBS, Permission.SEE_OWN_JOBS})
_PAPERS = frozenset({Permission.ISSUE_WORK_ORDERS, Permission.REGISTER_COPIES})
_DISPOSAL = frozenset({Permission.PROPOSE_DISPOSAL, Permission.APPROVE_DISPOSAL, Permission.READ_LEDGER})

PAGES: tuple[PageEntry, ...] = (
    PageEntry("today", "house", phrase("Navigation", "Today"), _JOBS, _today),
    PageEntry(
        "customers",
        "users",
        phrase("Navigation", "Customers"),
        frozenset({Permission.FIND_CUSTOMERS}),
        _customers,
    ),
    PageEntry("calls", "phone", phrase("Navigation", "Call notes"), _CALLS, _calls),
    PageEntry("schedule", "calendar-days", phrase("Navigation", "Schedule"), _JOBS, _schedule),
    PageEntry("work_orders", "printer", phrase("Navigation", "Work orders"), _PAPERS, _work_orders),
    PageEntry(
        "billing",
        "wallet",
        phrase("Navigation", "Billing"),
        frozenset({Permission.SEE_BILLING}),
        _billing,
    ),
    PageEntry("disposal", "shredder", phrase("Navigation", "Disposal"), _DISPOSAL, _disposal),
    PageEntry(
        "safeguards",
        "shield-check",
        phrase("Navigation", "Safeguards"),
        SAFEGUARDS_NEED,
        _safeguards,
    ),
    PageEntry("rules", "book-open", phrase("Navigation", "Rules"), frozenset(), _rules),
    PageEntry("settings", "settings", phrase("Navigation", "Settings"), frozenset(), _settings),
)


def pages_for(actor: Actor) -> tuple[PageEntry, ...]:
    """The pages that the actor's roles show, in order."""
    return tuple(page for page in PAGES if page.visible_to(actor))
