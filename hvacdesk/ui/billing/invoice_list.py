"""Invoices under each other, the newest first, each with what can be done next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.billing.invoices import (
    INVOICE_KIND_NAMES,
    STANDING,
    InvoiceKind,
    InvoiceRow,
    InvoiceState,
)
from hvacdesk.domain.billing.payments import InvoicePayment
from hvacdesk.domain.calls.call_notes import CallNoteRow
from hvacdesk.domain.roles import Permission
from hvacdesk.ui.billing.invoice_acts import (
    InvoiceActs,
    can_be_paid,
    can_be_put_right,
    can_have_receipt,
    pay_label,
    put_right_label,
    receipt_label,
    state_chip,
)
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.widgets.line_list import Line, LineAction, LineList
from hvacdesk.ui.widgets.numbers import sums_text, yen
from hvacdesk.ui.wording.calls import call_text
from hvacdesk.ui.wording.payments import received_text


class InvoiceList(LineList):
    """The invoices of a job or of a customer; who makes none sees states and sums alone.

    Attributes:
        rows: what is shown.
        acts: what can be done with them.
        calls: the last call about each of them, by record id.
    """

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__(QCoreApplication.translate("InvoiceList", "Invoices"))
        self._ctx = ctx
        self._bills = ctx.actor.may(Permission.BILL)
        self.rows: tuple[InvoiceRow, ...] = ()
        self._received: tuple[InvoicePayment, ...] = ()
        self.acts = InvoiceActs(ctx, self)
        self.calls: Mapping[str, CallNoteRow] = {}

    def set_rows(
        self,
        rows: Sequence[InvoiceRow],
        received: Sequence[InvoicePayment],
        calls: Mapping[str, CallNoteRow],
    ) -> None:
        """Show these, what came in for them, and the last call about each of them."""
        self.rows, self._received, self.calls = tuple(rows), tuple(received), calls
        self.set_lines([self._line(row) for row in self.rows])

    def _line(self, row: InvoiceRow) -> Line:
        ctx = self._ctx
        notes = [sums_text(row.sums)]
        if row.issued_on and row.due_on:
            said = self.tr("Issued {day}, to be paid by {last}")
            notes.append(said.format(day=day_text(row.issued_on), last=day_text(row.due_on)))
        elif row.issued_on:
            notes.append(self.tr("Issued {day}").format(day=day_text(row.issued_on)))
        if row.sent_on:
            notes.append(self.tr("Sent {day}").format(day=day_text(row.sent_on)))
        if not row.jobs:
            notes.append(self.tr("Without a job"))
        if row.about:
            notes.append(self.tr("About invoice {number}").format(number=row.about))
        for credit in self._credits(row):
            said = self.tr("Taken back with {number}: {amount}")
            notes.append(said.format(number=credit.number, amount=yen(-credit.sums.gross)))
        notes.extend(received_text(one, ctx.words) for one in self._received if one.invoice == row.invoice)
        if row.open_yen > 0:
            notes.append(self.tr("Open: {amount}").format(amount=yen(row.open_yen)))
        elif row.open_yen < 0:
            notes.append(self.tr("To pay back or set off: {amount}").format(amount=yen(-row.open_yen)))
        if call := self.calls.get(row.invoice):
            notes.append(call_text(call, ctx.words))
        name = f"{ctx.words(INVOICE_KIND_NAMES[row.kind])}  {row.number}".strip()
        return Line(name, notes, chip=state_chip(ctx, row), actions=self._actions(row, name))

    def _credits(self, row: InvoiceRow) -> list[InvoiceRow]:
        """The credit notes about an invoice that stand."""
        return [
            one
            for one in self.rows
            if one.kind is InvoiceKind.CREDIT and one.state in STANDING and one.about == row.number
        ]

    def _actions(self, row: InvoiceRow, name: str) -> list[LineAction]:
        if not self._bills:
            return []
        offered = self._of_draft(row) if row.state is InvoiceState.DRAFT else self._of_issued(row)
        return [LineAction(text, slot, f"{text} {name}") for text, slot in offered]

    def _of_draft(self, row: InvoiceRow):
        return [
            (self.tr("Change"), partial(self.acts.open_draft, row.invoice)),
            (self.tr("Preview"), partial(self.acts.preview, row)),
            (self.tr("Delete"), partial(self.acts.drop, row)),
        ]

    def _of_issued(self, row: InvoiceRow):
        offered = [(self.tr("Show"), partial(self.acts.show, row))]
        if row.state is InvoiceState.ISSUED:
            offered.append((self.tr("It was sent"), partial(self.acts.note_sent, row)))
        if row.state is InvoiceState.SENT:
            offered.append((self.tr("Not sent after all"), partial(self.acts.not_sent, row)))
        if can_be_paid(row):
            offered.append((pay_label(), partial(self.acts.pay, row)))
        if can_have_receipt(row):
            offered.append((receipt_label(), partial(self.acts.receipt, row)))
        if can_be_put_right(row):
            offered.append((put_right_label(), partial(self.acts.offer_corrections, row)))
        return offered


def calls_about(ctx: DeskContext, rows: Sequence[InvoiceRow]) -> dict[str, CallNoteRow]:
    """Read the last call about each of these invoices, on a worker thread."""
    return ctx.office.call_notes.about_invoices(ctx.actor, [row.invoice for row in rows])
