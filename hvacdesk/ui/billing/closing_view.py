"""A closing day: what would be billed to whom, seen first and issued in one go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeGuard

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from hvacdesk.domain.billing.open_items import APART_HINTS, APART_NAMES, ApartJob, ApartReason, ClosingPreview
from hvacdesk.domain.errors import InvalidInput, UserFacingError
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.services.billing.collective import ClosingResult
from hvacdesk.services.billing.filed_invoices import ClosingAgain
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from hvacdesk.ui import background
from hvacdesk.ui.billing.document_saving import offer_saving_each
from hvacdesk.ui.billing.filed_preview import show_filed
from hvacdesk.ui.billing.invoice_acts import InvoiceActs
from hvacdesk.ui.billing.lack_lines import adjusted_text, lack_lines
from hvacdesk.ui.billing.terms_form import open_terms
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_of, day_text
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.folding_row import below
from hvacdesk.ui.widgets.named_rows import names_its_customer
from hvacdesk.ui.widgets.numbers import gross, yen
from hvacdesk.ui.widgets.register_view import RegisterView, any_record
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.yen_column import yen_column

if TYPE_CHECKING:
    from hvacdesk.ui.printing.preview import PreviewDialog

MOST_NAMED = 12
"""So many customers are named in the question; the rest is counted."""


class ClosingView(RegisterView):
    """The collective invoices of a closing day; what cannot go into one is named beside it."""

    rooms = frozenset({Room.BILLING, Room.JOBS, Room.CUSTOMERS})

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self.acts = InvoiceActs(context, self)
        self.day = DateField(context.today(), any_past=True)
        self.day.setAccessibleName(self.tr("Closing day"))
        background.ask(self, lambda: context.office.collective.next_day(context.actor)).then(self._begin)
        self.day.editingFinished.connect(self.narrow)
        self.line.add(label(self.tr("Closing day"), "label"))
        self.line.add(self.day)
        self.dated = DateField(context.today())
        self.dated.setAccessibleName(self.tr("Day of issue"))
        self.dated.set_iso(context.today().isoformat())
        self.line.add(label(self.tr("Day of issue"), "label"))
        self.line.add(self.dated)
        self.table.activated_row.connect(lambda _row: self.open_row())
        self.issue_button = self.act(
            button(self.tr("Issue all of them"), self.issue, kind="primary", icon="wallet")
        )
        self.again_button = self.act(
            button(self.tr("Print this closing day again…"), self.print_again, icon="printer")
        )
        self.apart_button = self.act(
            button(self.tr("Open what is billed apart…"), self.open_apart, icon="wallet"), _has_apart
        )
        self.look_button = self.act(
            button(self.tr("Look at the invoice…"), self.look, icon="eye"), _is_billed
        )
        self.terms_button = self.act(button(self.tr("Payment terms…"), self.terms), any_record)
        self.busy = Busy(self.tr("Issuing the invoices"), cancellable=False)
        self.above.addWidget(self.busy)
        self._told = label("", wrap=True)
        self._told.hide()
        self.above.addWidget(self._told)
        for field in (self.day, self.dated):
            field.textChanged.connect(lambda _text: self._told.hide())  # it was said of another day
        self._other: date | None = None
        self._waits = label("", wrap=True, tone="warn")
        self._waits.hide()
        self.above.addWidget(self._waits)
        self.other_button = button(self.tr("Show this closing day"), self.show_other, kind="link")
        self.other_button.hide()
        self.above.addWidget(self.other_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._why_not = label("", wrap=True)
        self._why_not.hide()
        self.above.addWidget(self._why_not)
        self.hint = label("", "muted", wrap=True)
        self.hint.hide()
        self.column.addWidget(self.hint)

    def make_table(self) -> DataTable:
        columns = [
            Column("name", self.tr("Customer"), width=190, stretch=2, kind="masked"),
            Column("numbers", self.tr("Jobs"), width=80, value=lambda row: len(row.jobs), align="right"),
            Column("lines", self.tr("Lines"), width=80, align="right", wide_only=True),
            yen_column("gross", self.tr("Sum with tax"), width=120),
            yen_column(
                "to_pay",
                self.tr("To pay in all, with tax"),
                lambda row: row.to_pay if row.balance and row.is_billed else None,
                width=120,
                wide_only=True,
            ),
            Column(
                "due_on",
                self.tr("Pay by"),
                width=104,
                value=lambda row: row.due_on if row.is_billed else "",
            ),
            Column(
                "left_out",
                self.tr("Billed apart"),
                width=150,
                stretch=3,
                value=self._apart,
            ),
        ]
        table = self.new_table(
            self.tr("Collective invoices"),
            columns,
            kept_as="closing",
            names=names_its_customer,
            record="customer",
        )
        table.offer(lambda: (self.look_button, self.apart_button, self.terms_button))
        return table

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "calendar-days",
            self.tr("Nothing to bill on this closing day"),
            self.tr(
                "Customers with this closing day are listed here, with their work that is done by then, or "
                "with what they owe from before this period where that is carried over. The closing day is "
                "kept under “Payment terms…”, beside the jobs to bill and in the customer's menu “More”."
            ),
        )

    def _apart(self, row: ClosingPreview) -> str:
        if row.alone:
            return self.tr("only what is carried over")
        drafts = [self.tr("%n draft(s) without a job", "", row.drafts)] if row.drafts else []
        return "・".join((*map(self._named, row.left_out), *drafts))

    def _named(self, apart: ApartJob) -> str:
        said = self.tr("{number} ({why})")
        return said.format(number=apart.number, why=self.context.words(APART_NAMES[apart.reason]))

    def reading(self) -> Callable[[], tuple[tuple[ClosingPreview, ...], date | None]]:
        ctx, closed = self.context, day_of(self.day.iso("closed_on"))

        def read() -> tuple[tuple[ClosingPreview, ...], date | None]:
            """What is to bill on the day; where that is nothing, another closing day with work."""
            collective = ctx.office.collective
            found = collective.preview(ctx.actor, closed, ctx.words) if closed is not None else ()
            if found:
                return found, None
            other = collective.next_day(ctx.actor)
            return found, other if collective.preview(ctx.actor, other, ctx.words) else None

        return read

    def show_wrong(self, error: InvalidInput) -> None:
        """The list is emptied: nothing is issued for another day than is typed."""
        super().show_wrong(error)
        self.show_read(((), None))
        self.pane.claim_nothing()

    def show_read(self, found: tuple[tuple[ClosingPreview, ...], date | None]) -> None:
        rows, other = found
        self._other = other
        self._waits.setVisible(other is not None)
        self.other_button.setVisible(other is not None)
        if other is not None:
            said = self.tr("On the closing day {day} there is something to bill.")
            self._waits.setText(said.format(day=day_text(other)))
        self.show_rows(rows)

    def show_other(self) -> None:
        """Go to the closing day with work that waits to be billed."""
        if self._other is not None:
            self.day.set_iso(self._other.isoformat())
            self.refresh()

    def _begin(self, day: date) -> None:
        """Begin with the closing day that is to be seen to, unless somebody typed another one."""
        if not self.day.text():
            self.day.set_iso(day.isoformat())
            self.refresh()

    def enable(self) -> None:
        rows = [row for row in self.table.rows() if isinstance(row, ClosingPreview)]
        can = bool(self._shown())
        why = "" if can or not rows else self._nothing_fits(rows)
        self.issue_button.setEnabled(can)
        self.issue_button.setToolTip(why)
        self.issue_button.setAccessibleDescription(why)
        self._why_not.setText(why)
        self._why_not.setVisible(bool(why))
        self.apart_button.setVisible(any(map(_has_apart, self.table.rows())))
        hint = self._hint_about(self.table.current())
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def _hint_about(self, row: object) -> str:
        """What can be done that the chosen customer's jobs go into one invoice, where that is not plain."""
        reasons = {one.reason for one in row.left_out} if isinstance(row, ClosingPreview) else set()
        hints = (self.context.words(said) for reason, said in APART_HINTS.items() if reason in reasons)
        return "\n".join(hints)

    def _shown(self) -> list[ClosingPreview]:
        """What can be billed, as it is listed."""
        return [row for row in self.table.rows() if isinstance(row, ClosingPreview) and row.is_billed]

    def _nothing_fits(self, rows: Sequence[ClosingPreview]) -> str:
        """Why nothing of what is listed can be issued together."""
        nothing = self.tr("Nothing here can be issued together yet.")
        owing = any(row.balance and row.balance.carried > 0 for row in rows)
        waits = self.tr(
            "What is carried over gets no page of its own while something new waits to be billed apart. "
            "Issue that first, or delete its draft."
        )
        return "\n".join((nothing, *self._left_out(rows), *([waits] if owing else [])))

    def _left_out(self, rows: Sequence[ClosingPreview]) -> list[str]:
        """How many jobs are in none of the invoices, for each reason, and how many drafts wait apart."""
        counted = Counter(apart.reason for row in rows for apart in row.left_out)
        said = [
            self.tr("%n job(s) are not in them: {why}", "", counted[reason]).format(
                why=self.context.words(APART_NAMES[reason])
            )
            for reason in ApartReason
            if counted[reason]
        ]
        drafts = sum(row.drafts for row in rows)
        return [*said, *([self.tr("%n draft(s) without a job", "", drafts)] if drafts else [])]

    def open_row(self) -> None:
        """Look at the invoice, where there is one; else open what is billed apart."""
        row = self.table.current()
        if isinstance(row, ClosingPreview) and row.is_billed:
            self._look(row)
        elif isinstance(row, ClosingPreview) and row.left_out:
            self.open_apart()
        else:
            self.open_jobs()

    def look(self) -> None:
        """Show the chosen customer's invoice as it would be issued."""
        row = self.table.current()
        if _is_billed(row):
            self._look(row)

    def _look(self, row: ClosingPreview, over: QWidget | None = None) -> None:
        """Show an invoice as it would be issued, over the window that asks."""
        from hvacdesk.ui.billing.closing_look import open_look  # loads Qt's PDF module

        try:
            day = self.dated.iso("issue_on")
        except InvalidInput as error:
            self._refuse(error)
            return
        jobs = self.open_jobs if over is None else None
        open_look(over or self, self.context, row, day, self.busy, jobs)

    def open_jobs(self) -> None:
        """Open the job that is billed together with others, of several offer them in a menu; without one,
        the customer's invoices.
        """
        row = self.table.current()
        if not isinstance(row, ClosingPreview):
            return
        if len(row.jobs) == 1:
            self.context.rooms.open_invoices(row.jobs[0])
        elif row.jobs:
            self._offer(
                [
                    (number, partial(self.context.rooms.open_invoices, job))
                    for job, number in zip(row.jobs, row.numbers, strict=True)
                ]
            )
        else:
            self.context.rooms.open_customer_invoices(row.customer, row.name.text)

    def _offer(self, ways: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Offer several of them in a menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, act in ways:
            menu.addAction(text, act)
        menu.popup(below(self.apart_button))

    def terms(self) -> None:
        """Open the payment terms of the chosen customer."""
        row = self.table.current()
        if isinstance(row, ClosingPreview):
            open_terms(self, self.context, row.customer, row.name.text)

    def open_apart(self) -> None:
        """Open the chosen customer's job that is billed apart; of several, offer them in a menu."""
        row = self.table.current()
        if not isinstance(row, ClosingPreview) or not row.left_out:
            return
        if len(row.left_out) == 1:
            self._open_apart(row.left_out[0])
            return
        self._offer([(self._named(apart), partial(self._open_apart, apart)) for apart in row.left_out])

    def _open_apart(self, apart: ApartJob) -> None:
        """Open its booking where a price is missing and may be entered, so that it is billed with the others;
        else the draft of its own invoice. The list stays behind it, and is read again once something changed.
        """
        if apart.reason is ApartReason.NO_PRICE and self.context.actor.may(Permission.EDIT_JOBS):
            self.context.rooms.price_job(apart.job)
        else:
            self.acts.bill(apart.job)

    def print_again(self) -> None:
        """Show all invoices that were issued for the closing day as they were filed, to be printed."""
        try:
            ctx, closed = self.context, day_of(self.day.iso("closed_on"))
        except InvalidInput as error:
            self.show_wrong(error)
            return
        if closed is not None:
            background.ask(
                self, lambda: ctx.office.filed_invoices.closing_again(ctx.actor, closed, ctx.words)
            ).with_busy(self.busy).then(self._shown_again).otherwise(self._refuse)

    def _shown_again(self, again: ClosingAgain) -> None:
        title = self.tr("%n collective invoice(s), printed again", "", len(again.numbers))
        documents = dict(zip(again.documents, again.numbers, strict=True))
        preview = show_filed(self.context, title, again.pdf, documents)
        self._offer_files(preview, zip(again.numbers, again.documents, strict=True))
        said = [self.tr("The pages are those that were issued. No number is used up by printing them again.")]
        for number, error in again.left_out:
            said.append(f"{number}: {error.sentences(self.context.words)[0]}")
        preview.add_note("\n".join(said))

    def issue(self) -> None:
        """Ask, and issue the collective invoice of every customer in the list."""
        rows = self._shown()
        if not rows:
            return
        try:
            day = self.dated.iso("issue_on")
        except InvalidInput as error:
            self._refuse(error)
            return
        ctx, closed = self.context, date.fromisoformat(rows[0].closed_on)
        background.ask(self, lambda: ctx.office.collective.check_day(ctx.actor, closed, day)).with_busy(
            self.busy
        ).then(lambda _fits: self._ask(rows, day)).otherwise(self._refuse)

    def _ask(self, rows: list[ClosingPreview], day: str) -> None:
        """Ask whether these are issued on a day."""
        question = Dialog(self.tr("Issue %n invoice(s)?", "", len(rows)), self)
        for row in rows[:MOST_NAMED]:
            question.body.addLayout(self._with_look(self._asked_of(row), row, question))
        if len(rows) > MOST_NAMED:
            question.add_text(self.tr("and %n more", "", len(rows) - MOST_NAMED))
        listed = [row for row in self.table.rows() if isinstance(row, ClosingPreview)]
        for told in (*self._adjusted(rows), *self._left_out(listed)):
            question.body.addWidget(label(told, wrap=True, tone="warn"))
        closed, last = rows[0].closed_on, {row.due_on for row in rows if row.due_on}
        told = self.tr("Closing day {day}, pay by {last}") if last else self.tr("Closing day {day}")
        question.add_text(day_text(told.format(day=closed, last=" / ".join(sorted(last)))))
        if closed > self.context.today().isoformat():
            ahead = self.tr(
                "{day} is still to come. Work that is done until then will be missing in these invoices, and "
                "goes into those of the next closing day."
            )
            warning = label(day_text(ahead.format(day=closed)), wrap=True, tone="warn")
            question.body.addWidget(warning)
        for line in lack_lines(rows[0].lacks, self.context.words):
            question.body.addWidget(line)
        if day:
            question.add_text(self.tr("Dated {day}").format(day=day_text(day)))
        whole = self.tr("Together {yen}. They get their numbers now, are filed, and are no longer changed.")
        question.add_text(whole.format(yen=gross(sum(row.gross for row in rows))), "muted")
        question.set_primary(self.tr("Issue"))
        question.add_secondary(self.tr("Not now"))
        question.accepted.connect(partial(self._issue, rows, day))
        question.open()

    def _adjusted(self, rows: Sequence[ClosingPreview]) -> list[str]:
        """Whose invoices bring known prices to an agreed amount, and by how much."""
        adjusted = [row for row in rows if row.adjusted]
        told = [f"{row.name.text}: {adjusted_text(row)}" for row in adjusted[:MOST_NAMED]]
        if len(adjusted) > MOST_NAMED:
            told.append(self.tr("and %n more with such lines", "", len(adjusted) - MOST_NAMED))
        return told

    def _asked_of(self, row: ClosingPreview) -> str:
        """What is asked of a customer, and with what is carried over, where that was agreed on."""
        if row.alone:
            said = self.tr("{name}: nothing new, {yen} carried over")
            return said.format(name=row.name.text, yen=yen(row.to_pay))
        said = self.tr("{name}: {count} job(s), {yen}")
        named = said.format(name=row.name.text, count=len(row.jobs), yen=gross(row.gross))
        if row.carried_on:
            later = self.tr(
                "{number}, of a later day, asks for what is open: this one for its own work alone"
            )
            return f"{named}\n{later.format(number=row.carried_on)}"
        if not row.balance or not row.balance.carried:
            return named
        carried = self.tr("with {carried} carried over {yen} to pay in all")
        return f"{named}\n{carried.format(carried=yen(row.balance.carried), yen=yen(row.to_pay))}"

    def _with_look(self, named: str, row: ClosingPreview, question: Dialog) -> QHBoxLayout:
        """A line of the question, and beside it the way to the page that it is about."""
        line = QHBoxLayout()
        line.addWidget(label(named, wrap=True), 1)
        look = self.tr("Look at the invoice…")
        name = f"{look} {named.splitlines()[0]}"
        line.addWidget(button(look, partial(self._look, row, question), kind="link", name=name))
        return line

    def _issue(self, shown: list[ClosingPreview], day: str) -> None:
        ctx = self.context
        background.ask(
            self, lambda: ctx.office.collective.issue(ctx.actor, shown, ctx.words, issue_on=day)
        ).with_busy(self.busy).then(self._issued).otherwise(self._refuse)

    def _refuse(self, error: UserFacingError) -> None:
        self._tell(day_text(error.in_short(self.context.words)))

    def _issued(self, results: tuple[ClosingResult, ...]) -> None:
        done = [one.issued for one in results if one.issued is not None]
        said = [self.tr("%n invoice(s) were issued.", "", len(done))]
        for one in results:
            if one.refused is not None:
                why = one.refused.sentences(self.context.words)[0]
                said.append(f"{one.preview.name.text}: {why}")
        if done:
            said.append(self.tr("They are under “All invoices”, where each can be shown and printed."))
        self._tell("\n".join(said))
        if done:
            self._print(done)

    def _tell(self, text: str) -> None:
        self._told.setText(text)
        self._told.show()

    def _print(self, issued: list[IssuedInvoice]) -> None:
        """Show all of them in one preview, to be printed at once."""
        ctx, documents = self.context, [one.document for one in issued]
        background.ask(self, lambda: ctx.office.collective.drawn(ctx.actor, documents, ctx.words)).with_busy(
            self.busy
        ).then(partial(self._preview, issued))

    def _preview(self, issued: list[IssuedInvoice], pdf: bytes) -> None:
        from hvacdesk.ui.printing.paper_preview import PaperPreview  # loads Qt's PDF and printing modules

        stays = self.tr("The invoices themselves stay issued, and can be shown and printed later.")
        title = self.tr("%n collective invoice(s)", "", len(issued))
        papers = [one.paper for one in issued]
        preview = PaperPreview(self.context, papers, pdf, title, unprinted=stays)
        self._offer_files(preview, ((one.number, one.document) for one in issued))
        preview.open()

    def _offer_files(self, preview: PreviewDialog, documents: Iterable[tuple[str, str]]) -> None:
        """Let each invoice be saved as a file of its own, by number and record id of what was filed."""
        ctx = self.context
        save = ctx.office.filed_invoices.save_copy
        copies = [(number, partial(save, ctx.actor, one, ctx.words)) for number, one in documents]
        offer_saving_each(ctx, preview, copies)


def _is_billed(row: object) -> TypeGuard[ClosingPreview]:
    return isinstance(row, ClosingPreview) and row.is_billed


def _has_apart(row: object) -> bool:
    return isinstance(row, ClosingPreview) and bool(row.left_out)
