"""A file of the bank: its new deposits, and the invoices that each of them seems to pay for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hvacdesk.domain.bank.bank_files import FileAccount
from hvacdesk.domain.bank.bank_matching import (
    BankProposals,
    ConfirmedDeposit,
    MatchProposal,
    confirmed,
    reasons_text,
)
from hvacdesk.domain.billing.invoices import NO_NAME
from hvacdesk.domain.billing.open_items import read_alike
from hvacdesk.domain.billing.payments import OpenInvoice
from hvacdesk.domain.exchange.given_files import GivenFile
from hvacdesk.domain.exchange.taken_imports import ImportKind
from hvacdesk.domain.rooms import Room
from hvacdesk.services.billing.bank_imports import BookedDeposits
from hvacdesk.ui import background
from hvacdesk.ui.billing.deposit_form import DepositForm
from hvacdesk.ui.billing.file_view import FileView
from hvacdesk.ui.billing.taken_at_once import tell_taken
from hvacdesk.ui.billing.told_apart import name_apart
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.edits import SavingWork
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.file_choice import choose_file
from hvacdesk.ui.widgets.numbers import yen
from hvacdesk.ui.widgets.register_view import any_record
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.yen_column import yen_column

_LAST_DIGITS = 3
"""So many of an account's last digits are said, as everywhere."""


class BankView(FileView):
    """Nothing is booked by itself: certain ones all at once, the others one by one."""

    rooms = frozenset({Room.BILLING, Room.CUSTOMERS, Room.JOBS})
    tab = "bank"
    kind = ImportKind.DEPOSITS
    _found: BankProposals | None

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._invoices: Mapping[str, OpenInvoice] = {}
        self._alike: frozenset[str] = frozenset()
        self.choose_button = self.act(button(self.tr("Choose a bank file…"), self.choose, icon="upload"))
        self.all_button = self.act(
            button(self.tr("Book all that are certain"), self.book_certain, kind="primary")
        )
        self.one_button = self.act(button(self.tr("Book this one…"), self.book_one), any_record)
        self.aside_button = self.act(button(self.tr("No customer's payment"), self.set_aside), any_record)
        self.again_button = self.act(button(self.tr("Bring back what was set aside"), self.bring_back))
        self.again_button.hide()
        self.act(self.away_button)
        self.act(self.earlier_button)
        self.busy = Busy(self.tr("Booking the deposits"), cancellable=False)
        self.above.addWidget(self.busy)
        self.summary = label("", "muted", wrap=True)
        self.above.addWidget(self.summary)
        self.table.activated_row.connect(lambda _row: self.book_one())

    def make_table(self) -> DataTable:
        words = self.context.words
        columns = [
            Column("on", self.tr("Day"), width=104, value=lambda one: one.line.on),
            yen_column("yen", self.tr("Sum"), lambda one: one.line.yen),
            Column("payer", self.tr("Payer"), width=130, stretch=1, value=lambda one: one.line.payer),
            Column("invoices", self.tr("Invoices"), width=130, value=self._numbers),
            Column("name", self.tr("Customer"), width=130, stretch=3, value=self._name),
            yen_column("fee", self.tr("Bank's fee"), lambda one: one.fee or None, width=80),
            Column(
                "reasons",
                self.tr("Why"),
                width=150,
                stretch=2,
                value=lambda one: reasons_text(one, words),
                wide_only=True,
            ),
            Column("certain", self.tr("Proposal"), width=110, kind="chip", value=self._chip),
        ]
        table = self.new_table(
            self.tr("Deposits of the bank file"),
            columns,
            kept_as="bank_file",
            names=self._names,
            record="line.reference",
        )
        table.offer(lambda: (self.one_button, self.aside_button))
        return table

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "upload",
            self.tr("No deposit is listed"),
            self.tr(
                "Choose a file that you downloaded from your bank: a CSV of the account, or a notice in the "
                "全銀 form. Deposits that were booked before are left out; those of an earlier file that "
                "still wait are listed once you choose that file again."
            ),
        )

    def waiting(self) -> int:
        return len(self._proposals())

    def leaving(self, waiting: int) -> str:
        return self.tr(
            "%n deposit(s) of this file are not seen to yet. They leave the list; choose this file again "
            "later to see to them.",
            "",
            waiting,
        )

    def ask_file(self) -> None:
        choose_file(self, self.tr("Choose a bank file"), self.tr("Bank files (*)"), self.read_file)

    def propose(self, file: GivenFile) -> BankProposals:
        return self.context.office.bank_imports.read(self.context.actor, file)

    def show_file(self, found: BankProposals | None) -> None:
        self._invoices = {one.invoice: one for one in found.invoices} if found is not None else {}
        names = found.names.items() if found is not None else ()
        self._alike = read_alike((customer, name.text) for customer, name in names)
        self.summary.setText(self._summed_up(found) if found is not None else "")
        self.show_rows(found.proposals if found is not None else ())

    def enable(self) -> None:
        self.all_button.setEnabled(any(one.certain for one in self._proposals()))
        self.again_button.setVisible(self._found is not None and bool(self._found.aside))

    def book_certain(self) -> None:
        """Book every deposit of which it is certain what it pays for."""
        found = self._found
        deposits = [confirmed(one, self._invoices) for one in self._proposals() if one.certain]
        if found is None or not deposits:
            return
        fees = [one.fee for one in deposits if one.fee]
        if not fees:
            self._book(found, deposits)
            return
        question = Dialog(self.tr("Book %n payment(s)?", "", len(deposits)), self)
        said = self.tr(
            "%n of them came with less than the invoices ask for: {yen} in all, booked as banks' fees that "
            "the office bears.",
            "",
            len(fees),
        )
        question.add_text(said.format(yen=yen(sum(fees))))
        question.add_text(
            self.tr("“Book this one…” books a deposit by itself, with another fee or none."), "muted"
        )
        question.set_primary(self.tr("Book them"))
        question.add_secondary(self.tr("Not now"))
        question.accepted.connect(lambda: self._book(found, deposits))
        question.open()

    def _book(self, found: BankProposals, deposits: list[ConfirmedDeposit]) -> None:
        ctx = self.context
        booking = SavingWork(lambda: ctx.office.bank_imports.book_certain(ctx.actor, found.file, deposits))

        def say(done: BookedDeposits) -> None:
            told = [self.tr("%n payment(s) were booked.", "", done.booked)]
            if done.fees:
                booked = self.tr(
                    "%n of them came with less than the invoices asked for: {yen} in all were booked as "
                    "banks' fees that the office bears.",
                    "",
                    done.with_fee,
                )
                told.append(booked.format(yen=yen(done.fees)))
            tell_taken(ctx, booking, done.booked, told, done.doubted)
            self.refresh()

        background.ask(self, booking).with_busy(self.busy).then(say)

    def book_one(self) -> None:
        """Open the form of the chosen deposit."""
        one = self.table.current()
        if isinstance(one, MatchProposal) and self._found is not None:
            self.open_form(DepositForm(self.context, one, self._found))

    def set_aside(self) -> None:
        """Note that the chosen deposit is no customer's payment."""
        ctx, one, found = self.context, self.table.current(), self._found
        if isinstance(one, MatchProposal) and found is not None:
            way = found.file.way
            noting = SavingWork(lambda: ctx.office.bank_imports.set_aside(ctx.actor, [one.line], way))

            def say(_done: object) -> None:
                said = self.tr("{yen} is no customer's payment: it leaves the list.")
                ctx.edits.offer(noting, said.format(yen=yen(one.line.yen)))
                self.refresh()

            background.ask(self, noting).then(say)

    def bring_back(self) -> None:
        """Propose again which deposits of the file were set aside."""
        ctx, found = self.context, self._found
        if found is not None:

            def say(_done: object) -> None:
                ctx.notify(self.tr("%n deposit(s) are proposed again.", "", len(found.aside)))
                self.refresh()

            background.ask(self, lambda: ctx.office.bank_imports.bring_back(ctx.actor, found.aside)).then(say)

    def _proposals(self) -> tuple[MatchProposal, ...]:
        return self._found.proposals if self._found is not None else ()

    def _numbers(self, one: MatchProposal) -> str:
        return "・".join(self._invoices[invoice].number for invoice in one.invoices)

    def _name(self, one: MatchProposal) -> str:
        """The customer of the invoices that are proposed, as lists show it; with the work where it takes that
        to tell them from others.
        """
        if self._found is None or not one.invoices:
            return ""
        invoice = self._invoices[one.invoices[0]]
        name = self._found.names.get(invoice.customer, NO_NAME).text
        if name not in self._alike:
            return name
        works, place = self._found.works.get(invoice.invoice, ()), self._found.places
        return name_apart(name, works, self.context.words, place.get(invoice.customer, ""))

    def _names(self, one: MatchProposal) -> Iterable[str]:
        """The customers of what is proposed; where nothing is, the only one who has the payer's name."""
        if one.invoices:
            return [self._invoices[invoice].customer for invoice in one.invoices]
        return one.fitting if len(one.fitting) == 1 else ()

    def _chip(self, one: MatchProposal) -> ChipValue:
        if one.certain:
            return ChipValue(self.tr("certain"), Tone.GOOD)
        if one.others:
            return ChipValue(self.tr("%n fit: choose", "", len(one.others) + 1), Tone.WARN)
        return ChipValue(
            self.tr("look at it") if one.invoices or one.taken else self.tr("unknown"), Tone.WARN
        )

    def _summed_up(self, found: BankProposals) -> str:
        said = [self.tr("%n deposit(s) are new", "", len(found.proposals))]
        if found.seen:
            said.append(self.tr("%n were seen to before", "", found.seen))
        if found.aside:
            said.append(self.tr("%n of them set aside", "", len(found.aside)))
        if found.file.left_out:
            said.append(self.tr("%n are no deposits", "", found.file.left_out))
        told = self.tr("{parts}.").format(parts=self.tr(", ").join(said))
        text = "\n".join((*filter(None, map(_account_text, found.file.accounts)), told))
        if found.proposals:
            text += "\n" + self.tr(
                "What you do not see to now waits here: you find it again when you come back, also after "
                "closing the program, as long as the file is where it is."
            )
        for line in found.file.cancelled:
            gone = self.tr(
                "The bank took back {yen} of {payer} on {day}: take that payment back if it is booked."
            )
            text += "\n" + gone.format(yen=yen(line.yen), payer=line.payer, day=day_text(line.on))
        return text


def _account_text(account: FileAccount) -> str:
    """Of which account the file is: a person sees whether it is the office's."""
    number = f"…{account.number[-_LAST_DIGITS:]}" if account.number else ""
    return " ".join(filter(None, (account.bank, account.branch, number, account.holder)))
