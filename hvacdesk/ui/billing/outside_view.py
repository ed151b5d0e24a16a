"""What another program says of its invoices and payments, and the jobs at which they would be noted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hvacdesk.domain.billing.invoices import NO_NAME
from hvacdesk.domain.billing.outside_doubts import OutsideReason
from hvacdesk.domain.billing.outside_invoices import RefusedRow
from hvacdesk.domain.billing.outside_matching import OutsideProposal, OutsideProposals
from hvacdesk.domain.exchange.given_files import GivenFile
from hvacdesk.domain.exchange.taken_imports import ImportKind
from hvacdesk.domain.rooms import Room
from hvacdesk.services.billing.outside_invoices import TakenOver
from hvacdesk.ui import background
from hvacdesk.ui.billing.file_view import FileView
from hvacdesk.ui.billing.outside_form import OutsideInvoiceForm
from hvacdesk.ui.billing.outside_words import paid_text, reasons_text, refused_text
from hvacdesk.ui.billing.taken_at_once import tell_taken
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.edits import SavingWork
from hvacdesk.ui.moments import moment_text
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.file_choice import choose_file
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.yen_column import yen_column

_BILLED = frozenset({OutsideReason.OWN_NUMBER, OutsideReason.BILLED_HERE})
"""What of a file was billed in this program, so that nothing of it is left to take over."""


@dataclass(frozen=True)
class OutsideRow:
    """A line of the list: an invoice with its proposal, or a row of the file that is not taken."""

    line: int
    number: str
    customer: str
    issued_on: str = ""
    yen: int | None = None
    proposal: OutsideProposal | None = None
    refused: RefusedRow | None = None


def _can_be_taken(row: OutsideRow) -> bool:
    """This program's own invoices are in its books already."""
    return row.proposal is not None and OutsideReason.OWN_NUMBER not in row.proposal.reasons


class OutsideView(FileView):
    """Nothing is noted by itself: certain ones all at once, the others one by one."""

    rooms = frozenset({Room.BILLING, Room.JOBS, Room.CUSTOMERS})
    tab = "outside"
    kind = ImportKind.OUTSIDE_INVOICES
    _found: OutsideProposals | None

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self.choose_button = self.act(
            button(self.tr("Take over invoices and payments of another program…"), self.choose, icon="upload")
        )
        self.all_button = self.act(
            button(self.tr("Take over all that are certain"), self.take_certain, kind="primary")
        )
        self.one_button = self.act(button(self.tr("Take over this one…"), self.take_one), _can_be_taken)
        self.act(self.away_button)
        self.act(self.earlier_button)
        self.busy = Busy(self.tr("Noting the invoices"), cancellable=False)
        self.above.addWidget(self.busy)
        self.told = label("", "muted", wrap=True)
        self.above.addWidget(self.told)
        self.warned = label("", wrap=True, tone="warn")
        self.warned.hide()
        self.above.addWidget(self.warned)
        self.table.activated_row.connect(lambda _row: self.take_one())

    def make_table(self) -> DataTable:
        words = self.context.words
        columns = [
            Column("number", self.tr("Invoice"), width=120),
            Column("issued_on", self.tr("Day"), width=104, wide_only=True),
            Column("customer", self.tr("Customer in the file"), width=130, stretch=2),
            yen_column("yen", self.tr("Sum in the file"), width=100),
            Column(
                "paid",
                self.tr("Paid"),
                width=104,
                value=lambda row: paid_text(row.proposal.invoice, words) if row.proposal else "",
            ),
            Column("jobs", self.tr("Job"), width=120, value=self._jobs),
            Column("name", self.tr("Customer here"), width=110, stretch=1, value=self._name, wide_only=True),
            Column("reasons", self.tr("Why"), width=160, stretch=3, value=self._why),
            Column("certain", self.tr("Proposal"), width=110, kind="chip", value=self._chip),
        ]
        table = self.new_table(
            self.tr("Invoices of the other program"),
            columns,
            kept_as="outside_invoices",
            names=self._names,
            record="line",
        )
        table.offer(lambda: (self.one_button,))
        return table

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "upload",
            self.tr("No invoice waits here"),
            self.tr(
                "If you bill with another program, choose the list of invoices that it exported (CSV or "
                "Excel). The days of invoice and payment are noted at the jobs, so that the program knows "
                "how long their customers' data is kept."
            ),
        )

    def waiting(self) -> int:
        return sum(not _BILLED & one.reasons for one in self._proposals())

    def leaving(self, waiting: int) -> str:
        return self.tr(
            "%n invoice(s) of this file are not taken over yet. They leave the list; choose this file again "
            "later to see to them.",
            "",
            waiting,
        )

    def ask_file(self) -> None:
        title = self.tr("Choose the other program's list of invoices")
        choose_file(self, title, self.tr("Lists of invoices (*)"), self.read_file)

    def propose(self, file: GivenFile) -> OutsideProposals:
        return self.context.office.outside_invoices.read(self.context.actor, file)

    def show_file(self, found: OutsideProposals | None) -> None:
        self.told.setText(self._told(found) if found is not None else "")
        warned = "\n".join(self._warned(found)) if found is not None else ""
        self.warned.setText(warned)
        self.warned.setVisible(bool(warned))
        self.show_rows(tuple(_rows(found)) if found is not None else ())

    def enable(self) -> None:
        self.all_button.setEnabled(any(one.certain for one in self._proposals()))

    def take_certain(self) -> None:
        """Note every invoice of which it is certain which job it is for."""
        ctx, found = self.context, self._found
        taken = [one.taken() for one in self._proposals() if one.certain]
        if found is None or not taken:
            return
        taking = SavingWork(
            lambda: ctx.office.outside_invoices.take_certain(ctx.actor, found.file, found.mark, taken)
        )

        def say(done: TakenOver) -> None:
            told = self.tr("%n invoice(s) were noted at their jobs.", "", done.invoices)
            tell_taken(ctx, taking, done.invoices, [told], done.doubted)
            self.refresh()

        background.ask(self, taking).with_busy(self.busy).then(say)

    def take_one(self) -> None:
        """Open the form of the chosen invoice."""
        row = self.table.current()
        if not isinstance(row, OutsideRow) or not _can_be_taken(row):
            return
        if row.proposal is not None and self._found is not None:
            self.open_form(OutsideInvoiceForm(self.context, row.proposal, self._found))

    def _proposals(self) -> tuple[OutsideProposal, ...]:
        return self._found.proposals if self._found is not None else ()

    def _jobs(self, row: OutsideRow) -> str:
        if row.proposal is None or self._found is None:
            return ""
        return "・".join(self._found.jobs[job].number for job in row.proposal.jobs)

    def _name(self, row: OutsideRow) -> str:
        """The customer of the proposed job, as lists show it."""
        if row.proposal is None or self._found is None or not row.proposal.jobs:
            return ""
        payer = self._found.jobs[row.proposal.jobs[0]].payer
        return self._found.names.get(payer, NO_NAME).text

    def _names(self, row: OutsideRow) -> Iterable[str]:
        """The customers of the proposed jobs: those in the file are known here by nothing but a name."""
        if row.proposal is None or self._found is None:
            return ()
        return [self._found.jobs[job].payer for job in row.proposal.jobs]

    def _why(self, row: OutsideRow) -> str:
        words = self.context.words
        if row.refused is not None:
            return refused_text(row.refused, words)
        return reasons_text(row.proposal.reasons, words) if row.proposal is not None else ""

    def _chip(self, row: OutsideRow) -> ChipValue:
        if row.refused is not None:
            return ChipValue(self.tr("left out"), Tone.NEUTRAL)
        if row.proposal is not None and row.proposal.certain:
            return ChipValue(self.tr("certain"), Tone.GOOD)
        if row.proposal is not None and OutsideReason.BILLED_HERE in row.proposal.reasons:
            return ChipValue(self.tr("billed"), Tone.NEUTRAL)
        proposed = row.proposal is not None and row.proposal.jobs
        return ChipValue(self.tr("look at it") if proposed else self.tr("unknown"), Tone.WARN)

    def _told(self, found: OutsideProposals) -> str:
        said = [self.tr("%n invoice(s) say something new", "", len(found.proposals))]
        if found.known:
            said.append(self.tr("%n are noted already", "", found.known))
        if found.file.refused:
            said.append(self.tr("%n row(s) are left out", "", len(found.file.refused)))
        if found.file.parts:
            said.append(self.tr("%n row(s) are parts of others or totals", "", found.file.parts))
        return self.tr("{parts}.").format(parts=self.tr(", ").join(said))

    def _warned(self, found: OutsideProposals) -> Iterator[str]:
        """What a person has to know of the file as a whole."""
        if found.earlier:
            last = found.earlier[-1]
            again = self.tr("This very file was taken over on {at} by {by}. Nothing is noted twice.")
            if left := self.waiting():
                again = self.tr(
                    "Of this very file something was taken over on {at} by {by}. Still open: %n invoice(s). "
                    "Nothing is noted twice.",
                    "",
                    left,
                )
            yield again.format(at=moment_text(last.at, self.context.today()), by=last.by)
        for number, job in found.void_noted:
            void = self.tr(
                "Invoice {number} is void in the other program and noted at job {job}: remove it there."
            )
            yield void.format(number=number, job=job)


def _rows(found: OutsideProposals) -> Iterator[OutsideRow]:
    """The proposals in the order of the file, and behind them the rows that are not taken."""
    for one in found.proposals:
        told = one.invoice
        yield OutsideRow(told.line, told.number, told.customer, told.issued_on, told.yen, one)
    for refused in found.file.refused:
        yield OutsideRow(refused.line, refused.number, refused.customer, refused=refused)
