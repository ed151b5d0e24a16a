"""The safeguards page: the audit log, the disposal ledger and the register of storage media."""

from __future__ import annotations

from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.media.media_view import MediaView
from hvacdesk.ui.safeguards.audit_view import AuditView
from hvacdesk.ui.safeguards.ledger_view import LedgerView
from hvacdesk.ui.widgets.page import Page
from hvacdesk.ui.widgets.tab_row import TabRow


class SafeguardsPage(Page):
    """Holds no customer data, so an inspector may see all of it."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__("")
        self.set_title(self.tr("Safeguards"))
        self.audit = AuditView(context)
        self.ledger = LedgerView(context)
        self.media = MediaView(context)
        self.tabs = TabRow()
        self.tabs.add(self.tr("Audit log"), self.audit)
        self.tabs.add(self.tr("Disposal ledger"), self.ledger)
        self.tabs.add(self.tr("Storage media"), self.media)
        self.tabs.changed.connect(lambda _number: self.refresh())
        self.body.addWidget(self.tabs, 1)

    def refresh(self) -> None:
        (self.audit, self.ledger, self.media)[self.tabs.current].refresh()
