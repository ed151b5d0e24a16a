"""What came in for a job's invoices, below its events: the event alone says what had been asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.billing.payments import InvoicePayment
from hvacdesk.domain.rooms import Room
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.payments import received_text

_READ = frozenset({Room.BILLING})


class ReceivedLines(QWidget):
    """One line a payment, with its invoice's number; nothing where none came."""

    def __init__(self, ctx: DeskContext, job: str) -> None:
        super().__init__()
        self._ctx, self._job = ctx, job
        self._reader = background.Reader(self)
        self._told = label("", wrap=True)
        self._told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._told)
        Freshness(self, ctx.changes, _READ, self._read, ages=False).read()

    def _read(self) -> None:
        ctx, job = self._ctx, self._job

        def found() -> tuple[InvoicePayment, ...]:
            invoices = [row.invoice for row in ctx.office.invoices.of_job(ctx.actor, job)]
            return ctx.office.payments.received(ctx.actor, invoices)

        self._reader.read(found).then(self._show)

    def _show(self, found: tuple[InvoicePayment, ...]) -> None:
        words = self._ctx.words
        self._told.setText("\n".join(f"{one.invoice_number}  {received_text(one, words)}" for one in found))
        self._told.setVisible(bool(found))
