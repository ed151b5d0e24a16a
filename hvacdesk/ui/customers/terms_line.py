"""What was agreed on with a customer about billing and paying, in one line of their page."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.customers.customers import PaymentMethod
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.masked_value import MaskedValue
from hvacdesk.ui.wording.pay_terms import terms_text


class TermsLine(QWidget):
    """Read in the background, and again once it was changed; nothing for who makes no invoices.

    Attributes:
        told: the line; None until it was read.
    """

    def __init__(
        self, ctx: DeskContext, customer: str, method: PaymentMethod, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ctx, self._customer, self._method = ctx, customer, method
        self.told: MaskedValue | None = None
        self._reader = background.Reader(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        if not ctx.actor.may(Permission.BILL):
            self.hide()
            return
        self._fresh = Freshness(self, ctx.changes, frozenset({Room.CUSTOMERS, Room.BILLING}), self._read)
        self._fresh.read()

    def _read(self) -> None:
        ctx, customer = self._ctx, self._customer

        def read() -> tuple[PayTerms | None, PayTerms]:
            terms = ctx.office.billing_terms
            return terms.of_customer(ctx.actor, customer), terms.office(ctx.actor).terms

        self._reader.read(read).then(lambda found: self._show(*found))

    def _show(self, own: PayTerms | None, usual: PayTerms) -> None:
        if self.told is not None:
            self.told.hide()
            self.told.deleteLater()
        self.told = MaskedValue(self.tr("Terms"), Masked.shown(terms_text(own, usual, self._method)))
        self._column.addWidget(self.told)
