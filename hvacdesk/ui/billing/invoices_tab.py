"""The invoices of one job, the newest first, each with what can be done next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout

from hvacdesk.domain.billing.invoices import (
    INVOICE_KIND_NAMES,
    STANDING,
    BillingBasis,
    InvoiceKind,
    InvoiceRow,
    InvoiceState,
)
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.ui import background
from hvacdesk.ui.billing.invoice_acts import InvoiceActs, state_chip
from hvacdesk.ui.billing.invoice_form import sums_text
from hvacdesk.ui.billing.invoice_forms import ShareForm
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.line_list import Line, LineAction, LineList
from hvacdesk.ui.widgets.numbers import yen
from hvacdesk.ui.widgets.record_tab import InvoicesPart
from hvacdesk.ui.widgets.scroll_column import scrolled
from hvacdesk.ui.widgets.text import label

READ = frozenset({Room.BILLING, Room.JOBS, Room.PAPERS})


class InvoicesTab(InvoicesPart):
    """Drafts, issues and corrects for who keeps the books; states and sums for the front desk."""

    def __init__(self, ctx: DeskContext, job: str) -> None:
        super().__init__()
        self._ctx, self._job = ctx, job
        self.rows: tuple[InvoiceRow, ...] = ()
        self._next = InvoiceKind.WHOLE
        self._bills = ctx.actor.may(Permission.BILL)
        self.acts = InvoiceActs(ctx, self)
        self._reader = background.Reader(self)
        self._fresh = Freshness(self, ctx.changes, READ, self._read)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addLayout(self._buttons())
        self._about = label("", "muted", wrap=True)
        column.addWidget(self._about)
        self._none = label("", "muted", wrap=True)
        column.addWidget(self._none)
        self.list = LineList(self.tr("Invoices"))
        column.addWidget(scrolled(self.list, (0, 0, theme.px(4), 0)), 1)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.draft_button = button(self.tr("Make an invoice"), self.draft, icon="plus")
        self.share_button = button(self.tr("Deposit or part invoice…"), self.ask_share, kind="link")
        for made in (self.draft_button, self.share_button):
            row.addWidget(made)
            if not self._bills:
                made.hide()
        row.addStretch(1)
        return row

    def read(self) -> None:
        """Read the invoices again."""
        self._fresh.read()

    def _read(self) -> None:
        ctx, job = self._ctx, self._job

        def found() -> tuple[BillingBasis, tuple[InvoiceRow, ...]]:
            invoices = ctx.office.invoices
            return invoices.basis(ctx.actor, job), invoices.of_job(ctx.actor, job)

        self._reader.read(found).then(lambda told: self._show(*told))

    def _show(self, basis: BillingBasis, rows: tuple[InvoiceRow, ...]) -> None:
        self.rows, self._next = rows, basis.kind
        about = [self.tr("Invoices of this job go to {name}.").format(name=basis.name.text)]
        if not basis.done and self._bills:
            about.append(
                self.tr("The work is not noted as done, so only a deposit or a part is asked for as yet.")
            )
        self._about.setText(" ".join(about))
        self._none.setText(
            self.tr("No invoice yet. It begins with the accepted estimate, else with the job's work.")
        )
        self._none.setVisible(not rows)
        self.list.set_lines([self._line(row) for row in rows])

    def _line(self, row: InvoiceRow) -> Line:
        ctx = self._ctx
        notes = [sums_text(row.sums)]
        if row.issued_on and row.due_on:
            said = self.tr("Issued {day}, to be paid by {last}")
            notes.append(said.format(day=day_text(row.issued_on), last=day_text(row.due_on)))
        elif row.issued_on:
            notes.append(self.tr("Issued {day}").format(day=day_text(row.issued_on)))
        if row.first:
            notes.append(self.tr("About invoice {number}").format(number=row.first))
        for credit in self._credits(row):
            said = self.tr("Taken back with {number}: {amount}")
            notes.append(said.format(number=credit.number, amount=yen(-credit.sums.gross)))
        if row.open_yen > 0:
            notes.append(self.tr("Open: {amount}").format(amount=yen(row.open_yen)))
        elif row.open_yen < 0:
            notes.append(self.tr("To pay back or set off: {amount}").format(amount=yen(-row.open_yen)))
        name = f"{ctx.words(INVOICE_KIND_NAMES[row.kind])}  {row.number}".strip()
        return Line(name, notes, chip=state_chip(ctx, row), actions=self._actions(row, name))

    def _credits(self, row: InvoiceRow) -> list[InvoiceRow]:
        """The credit notes about an invoice that stand."""
        return [
            one
            for one in self.rows
            if one.kind is InvoiceKind.CREDIT and one.state in STANDING and one.first == row.number
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
        if row.state in STANDING and row.kind is not InvoiceKind.CREDIT:
            offered.append((self.tr("Put right…"), partial(self.offer_corrections, row)))
        return offered

    def offer_corrections(self, row: InvoiceRow) -> None:
        """Offer the ways to put an issued invoice right, in a menu below the button that asks."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Credit note…"), partial(self.acts.credit, row))
        for text, act in ((self.tr("Reissue…"), self.acts.reissue), (self.tr("Void…"), self.acts.void)):
            menu.addAction(text, partial(act, row)).setEnabled(row.open_yen == row.sums.gross)
        if row.open_yen != row.sums.gross:
            why = (
                self.tr("A credit note took some of it back: only further credit notes can put it right")
                if self._credits(row)
                else self.tr("It is paid in part or whole: only a credit note can put it right")
            )
            menu.addAction(why).setEnabled(False)
        asked = QApplication.focusWidget()
        anchor = asked if asked is not None and self.list.isAncestorOf(asked) else self.list
        menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    # Acts

    def draft(self) -> None:
        """Open the draft that there is, or make the invoice that comes next and open it."""
        ctx, job, kind = self._ctx, self._job, self._next
        waiting = next((row for row in self.rows if row.state is InvoiceState.DRAFT), None)
        if waiting is not None:
            self.acts.open_draft(waiting.invoice)
        elif kind in {InvoiceKind.DEPOSIT, InvoiceKind.PART}:
            self.ask_share()
        else:
            background.ask(self, lambda: ctx.office.invoices.draft(ctx.actor, job, kind, ctx.words)).then(
                self.acts.open_draft
            )

    def open_draft(self, invoice: str) -> None:
        """Open the form of one draft."""
        self.acts.open_draft(invoice)

    def ask_share(self) -> None:
        """Ask what share of the whole is asked for in advance, and open the draft."""
        kind = self._next if self._next in {InvoiceKind.DEPOSIT, InvoiceKind.PART} else InvoiceKind.DEPOSIT
        form = ShareForm(self._ctx, self._job, kind)
        form.saved.connect(lambda invoice: self.acts.open_draft(str(invoice)))
        form.open()
