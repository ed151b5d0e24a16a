"""A receipt as it is by now: its page with its mark, what was done with it, and what took its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.billing.filed_documents import END_MARKS
from hvacdesk.domain.billing.receipts import (
    RECEIPT_STATE_NAMES,
    MoneyBack,
    ReceiptDetail,
    ReceiptRow,
    ReceiptState,
)
from hvacdesk.domain.oversight.action_names import ACTION_NAMES
from hvacdesk.ui import background
from hvacdesk.ui.billing.document_saving import offer_saving
from hvacdesk.ui.billing.filed_preview import show_filed
from hvacdesk.ui.billing.receipt_form import print_again
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.moments import moment_text
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.payments import given_back_text


class ReceiptDialog(Dialog):
    """What became of it. What stands is printed from here too, marked as a reissue if it is one.

    Args:
        back: what of its payment went back to the customer, though it says that it was received.
        holder: name of the technician who has, or had, a blank one; empty for none.
        pdf: its page; None for one that was never filled in.
    """

    def __init__(
        self,
        ctx: DeskContext,
        found: ReceiptDetail,
        holder: str,
        pdf: bytes | None,
        back: Sequence[MoneyBack] = (),
    ) -> None:
        title = QCoreApplication.translate("ReceiptDialog", "Receipt {number}: {state}").format(
            number=found.row.number, state=ctx.words(RECEIPT_STATE_NAMES[found.row.state])
        )
        super().__init__(title, ctx.window, width=560)
        self._ctx, self._found, self._pdf = ctx, found, pdf
        told: list[QWidget] = [label(said, wrap=True, tone="warn") for said in self._warned()]
        if back:
            told.append(label(given_back_text(back, ctx.words, found.row.yen), wrap=True, tone="warn"))
        self.history = label("\n".join(self._history(holder)), wrap=True)
        told.append(self.history)
        self.set_primary(self.tr("Close"))
        if pdf is None:
            for one in told:
                self.body.addWidget(one)
            self.body.addStretch(1)
            self.fit(560, 240)
            return
        from hvacdesk.ui.printing.said_beside import SaidBeside  # loads Qt's PDF module

        beside = SaidBeside(pdf)
        for one in told:
            beside.add(one)
        self.body.addWidget(beside, 1)
        if found.row.state is ReceiptState.VOID:
            self.copy_button = self.add_secondary(self.tr("Print or save this copy…"), self.show_copy)
        elif found.row.state is ReceiptState.ISSUED:
            self.again_button = self.add_secondary(self.tr("Print or save"), self.print_again)
        self.fit(940, 780)

    def _warned(self) -> Iterator[str]:
        found = self._found
        mark = END_MARKS.get(found.row.state)
        if mark is None:
            return
        if self._pdf is None:
            yield self.tr("It does not count any more. It was never filled in, so no page of it is filed.")
        else:
            said = self.tr(
                "It does not count any more: “{mark}” stands across this copy. What was filed stays as it "
                "was."
            )
            yield said.format(mark=self._ctx.words(mark))
        if found.replaced_by:
            yield self.tr("In its place: receipt {number}").format(number=found.replaced_by)

    def _history(self, holder: str) -> Iterator[str]:
        ctx, row = self._ctx, self._found.row
        if row.given_on:
            said = self.tr("{day}  Given out blank: {who}")
            yield said.format(day=day_text(row.given_on), who=holder)
        if self._found.back_on:
            yield self.tr("{day}  Came back").format(day=day_text(self._found.back_on))
        for step in self._found.history:
            said = self.tr("{at}  {what}, by {who}")
            what = ctx.words(ACTION_NAMES[step.action])
            yield said.format(at=moment_text(step.at, ctx.today()), what=what, who=step.by)

    def print_again(self) -> None:
        """Close this, which would be out of date, and print it."""
        self.accept()
        print_again(self._ctx.window, self._ctx, self._found.row)

    def show_copy(self) -> None:
        """Show the marked copy where it can be printed, and saved where it went out as a file."""
        ctx, found = self._ctx, self._found
        if self._pdf is not None:
            preview = show_filed(
                ctx,
                self.windowTitle(),
                self._pdf,
                {found.document: found.row.number},
                ended=found.row.state in END_MARKS,
            )
            if found.row.electronic:
                make = partial(ctx.office.filed_invoices.save_copy, ctx.actor, found.document, ctx.words)
                offer_saving(ctx, preview, make, found.row.number)


def open_receipt_page(owner: QWidget, ctx: DeskContext, row: ReceiptRow, holder: str) -> None:
    """Read a receipt and its page, and show both. ``holder`` is as for :class:`ReceiptDialog`."""

    def read() -> tuple[ReceiptDetail, bytes | None, tuple[MoneyBack, ...]]:
        found = ctx.office.receipts.detail(ctx.actor, row.receipt)
        back = ctx.office.receipts.given_back(ctx.actor, row.payment, row.receipt) if row.payment else ()
        if not found.document:
            return found, None, back
        return found, ctx.office.invoices.document(ctx.actor, found.document, ctx.words), back

    background.ask(owner, read).then(
        lambda told: ReceiptDialog(ctx, found=told[0], holder=holder, pdf=told[1], back=told[2]).open()
    )
