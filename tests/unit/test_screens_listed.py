"""A new window has its line in tests/helpers/screens: told without opening one.

That each is really shown, and looks right, is told by ``tests/ui/test_every_screen.py``, in some minutes.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.helpers.screens.classes import window_classes

SCREENS = Path(__file__).parents[1] / "helpers" / "screens"

REACHED = frozenset(
    {
        # pages, which are opened by their name
        *("CallsPage", "SafeguardsPage", "SettingsPage", "TodayPage"),
        # tabs and sections of a page that is opened
        *("AccountsTab", "BankView", "CashCountsList", "ClientsTab", "ClosingView", "CustomerInvoices"),
        *("DutiesView", "ElectricalLedgerTab", "FirmsTab", "InvoicesView", "LeaksList", "LedgerTab"),
        *("LedgerView", "MediaView", "NoticeView", "OpenView", "OrdersTab", "OutsideView", "PartnersView"),
        *("PaymentsView", "PlansTab", "PricesTab", "ReceiptsView", "RequestsView", "SalesMonthView"),
        *("ToBillView", "ViolationsTab"),
        # steps that the one before leads to
        *("ApprovalStep", "BeginStep", "CertificateStep", "CheckStep", "DecideStep", "DestroyStep"),
        *("DisposalCheckStep", "FindStep", "OfficeStep", "OwnerStep", "RunStep"),
        *("SheetCheckStep", "SheetStep", "UnlockStep", "WelcomeStep"),
        # forms and dialogs that a page opens by an argument, or a press on what is shown
        *("BillingFactsForm", "BooksForm", "CashForm", "CreditForm", "CreditNoteForm", "DepositForm"),
        *("EstimateForm", "GiveOutForm", "LosingQuestion", "OutsideInvoiceForm", "PaperPreview"),
        *("ReceiptDialog", "ReceiptForm", "RefrigerantForm", "ReminderForm", "SavingDialog"),
        *("ShortcutOverview", "StrikeEventForm", "StrikeForm"),
    }
)
"""What a line of tests/helpers/screens brings to the front without naming its class."""


@pytest.fixture(scope="module")
def named() -> frozenset[str]:
    """What the lines use: a name that is imported alone, or told of in a comment, shows nothing."""
    texts = [path.read_text(encoding="utf-8") for path in SCREENS.glob("*.py")]
    assert texts
    used = [one for text in texts for one in ast.walk(ast.parse(text))]
    return frozenset(
        {one.id for one in used if isinstance(one, ast.Name)}
        | {one.attr for one in used if isinstance(one, ast.Attribute)}
    )


def test_every_window_has_a_line_among_the_screens(named: frozenset[str]) -> None:
    """Give a new one its ``Screen`` there; where that opens it by a page's argument, name it above, too."""
    missing = sorted(kind.__name__ for kind in window_classes() if kind.__name__ not in named | REACHED)
    assert missing == [], "shown by no line of tests/helpers/screens"


def test_what_is_reached_is_a_window_and_named_by_no_line(named: frozenset[str]) -> None:
    windows = {kind.__name__ for kind in window_classes()}
    assert sorted(REACHED - windows) == [], "no window any more"
    assert sorted(REACHED & named) == [], "named by a line: not needed here"
