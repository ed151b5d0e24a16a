"""Partner firms, both ways: the register, what we handed over and ordered, and what was entrusted to us."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.partners.clients_tab import ClientsTab
from hvacdesk.ui.partners.firms_tab import FirmsTab
from hvacdesk.ui.partners.ledger_tab import LedgerTab
from hvacdesk.ui.partners.orders_tab import OrdersTab
from hvacdesk.ui.widgets.section import Section
from hvacdesk.ui.widgets.tab_row import TabRow

FIRMS, LEDGER, CLIENTS, ORDERS = range(4)


class PartnersView(Section):
    """Four lists."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.tabs = TabRow(frugal=True)
        self.firms, self.ledger, self.clients = FirmsTab(context), LedgerTab(context), ClientsTab(context)
        self.orders = OrdersTab(context)
        self.tabs.add(self.tr("Firms"), self.firms)
        self.tabs.add(self.tr("Hand-over ledger"), self.ledger)
        self.tabs.add(self.tr("Entrusted to us"), self.clients)
        self.tabs.add(self.tr("Orders"), self.orders)
        self.tabs.changed.connect(lambda _number: self.refresh())
        column.addWidget(self.tabs, 1)

    def refresh(self) -> None:
        """Read the list in front again."""
        (self.firms, self.ledger, self.clients, self.orders)[self.tabs.current].refresh()

    def open(self, **arguments: object) -> None:
        """``firm=ID`` a firm, ``ledger=NAME`` a firm's hand-overs, ``client=NAME`` a client's jobs,
        ``order=ID`` an order, ``order_for=NUMBER`` a new one for a job,
        ``correct_order=ID`` the correction of one.

        ``dialog`` opens the form that was left half-typed: a new hand-over's by its name, that of a hand-over
        or a client's job by the record id, an order's next step by any word, its withdrawal by that step's
        code.
        """
        form = str(arguments.get("dialog", ""))
        if "ledger" in arguments:
            self._bring(LEDGER)
            self.ledger.show_firm(str(arguments["ledger"]))
            if form:
                self.ledger.enter_or_confirm(form)
        elif "client" in arguments:
            self._bring(CLIENTS)
            if form:
                self.clients.confirm_job(form)
            else:
                self.clients.choose_client(str(arguments["client"]))
        elif arguments.keys() & {"order", "order_for", "correct_order"}:
            self._bring(ORDERS)
            self.orders.choose_order(str(arguments.get("order", "")), form=form)
            if "order_for" in arguments:
                self.orders.write(str(arguments["order_for"]))
            if "correct_order" in arguments:
                self.orders.correct_one(str(arguments["correct_order"]))
        else:
            self._bring(FIRMS)
            self.firms.choose_firm(str(arguments.get("firm", "")), form)

    def _bring(self, number: int) -> None:
        """Show a tab without reading it twice."""
        self.tabs.blockSignals(True)
        self.tabs.show_tab(number)
        self.tabs.blockSignals(False)
