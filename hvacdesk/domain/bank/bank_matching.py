"""Which invoices a bank's deposits may pay for: proposals for a person to confirm, nothing is booked here.

A deposit is laid beside the open invoices of the customers it may come from: an invoice number in its text,
or a payer's name by which a customer is known. Whatever comes to its sum is a solution: one invoice, several
of one customer with his credit notes, or these less what banks keep for a transfer.

A proposal is certain only where nothing else in the whole office can be meant: there is exactly one solution,
nobody else has the payer's name, whether or not anything is open of him, whatever number the text names is
among what is paid, no other deposit of the same file has it too, and it came on the day of the invoice or
later. Nor may it be what a cheque, a bill or a recorded claim brings that was taken of the customer before:
that paid for its invoice on the day on which it was taken.

Where nothing but the sum fits, an invoice of that sum is proposed which no other deposit pays for certain, of
the payer's family before a stranger's.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import combinations

from hvacdesk.domain.bank.bank_files import BankFile
from hvacdesk.domain.bank.payer_names import PayerName, comparable_payer, family_names, legal_form
from hvacdesk.domain.billing.open_items import BilledWork
from hvacdesk.domain.billing.payments import (
    BankLine,
    OpenInvoice,
    PaymentRecord,
    PaymentWay,
    by_age,
    oldest_first,
)
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.text.text_forms import plain
from hvacdesk.domain.text.wording import Phrase, Words, phrase

USUAL_FEES = (
    *(110, 145, 150, 154, 160, 165, 200, 220, 229, 275, 320, 330, 385),
    *(440, 490, 495, 550, 600, 605, 660, 700, 715, 770, 880, 990),
)  # fmt: skip
"""Yen that banks take for a transfer, by price lists of branches, machines and online banks (2026-11)."""

_MOST_COMBINED = 12
"""Of so many invoices every choice is tried; of more, only those that are next to each other by their age."""

_MOST_SOLUTIONS = 8
"""More than one is enough to know that it is not certain; a person looks at no more than these."""

_NUMBER = re.compile(
    r"(?:(?<![A-Z])(?P<series>[A-Z])-?|(?<![0-9]))"
    r"(?P<year>(?:19|20)[0-9]{2})-?(?P<count>[0-9]{6})(?![0-9])"
)
_SERIES = "I"
_OTHER_SERIES = frozenset("CEPR")
"""Credit notes, estimates, payments and receipts, whose numbers are written alike."""


class MatchReason(StrEnum):
    """Why a payment is proposed for an invoice."""

    NUMBER = "number"
    PAYER_AND_SUM = "payer_and_sum"
    PAYER_AND_TOTAL = "payer_and_total"
    PAYER_AND_FEE = "payer_and_fee"
    PAYER = "payer"
    FAMILY_AND_SUM = "family_and_sum"
    SUM = "sum"
    BOOKED = "booked"
    BY_HAND = "by_hand"
    FROM_FILE = "from_file"
    IN_PARTS = "in_parts"
    PART_OF = "part_of"
    TAKEN = "taken"
    EARLY = "early"


MATCH_REASON_NAMES: dict[MatchReason, Phrase] = {
    MatchReason.NUMBER: phrase("Billing", "invoice number"),
    MatchReason.PAYER_AND_SUM: phrase("Billing", "payer and sum"),
    MatchReason.PAYER_AND_TOTAL: phrase("Billing", "payer and sum of several"),
    MatchReason.PAYER_AND_FEE: phrase("Billing", "payer and sum less the bank's fee"),
    MatchReason.PAYER: phrase("Billing", "payer, another sum"),
    MatchReason.FAMILY_AND_SUM: phrase("Billing", "family name and sum"),
    MatchReason.SUM: phrase("Billing", "sum alone"),
    MatchReason.BOOKED: phrase("Billing", "the same day, sum and payer are booked"),
    MatchReason.BY_HAND: phrase("Billing", "a payment of this sum seems to be booked by hand"),
    MatchReason.FROM_FILE: phrase("Billing", "a payment of this day and sum is booked from another file"),
    MatchReason.IN_PARTS: phrase("Billing", "payments booked by hand come to this sum together"),
    MatchReason.PART_OF: phrase("Billing", "may be a part of a payment that was booked by hand"),
    MatchReason.TAKEN: phrase("Billing", "may be a cheque, note or claim that was taken before"),
    MatchReason.EARLY: phrase("Billing", "received before the invoice's day"),
}


@dataclass(frozen=True)
class TakenPaper:
    """A cheque, bill or recorded claim that was booked when it was taken, and not seen at the bank yet.

    Attributes:
        key: primary key; ``payment`` the record id.
        number: what the office calls the payment; ``on`` the ISO day of it.
    """

    key: int
    payment: str
    number: str
    customer: str
    on: str
    yen: int


@dataclass(frozen=True)
class AlikePayment:
    """A payment that is booked, and may be the one that a deposit is, for a reason.

    Attributes:
        payment: record id; ``number`` what the office calls it.
    """

    reason: MatchReason
    payment: str
    number: str


@dataclass(frozen=True)
class MatchProposal:
    """What one line may pay for, for a person to confirm; never booked by itself.

    Attributes:
        invoices: record ids, the oldest first; empty where nothing fits.
        certain: whether nothing else fits as well: it may be offered ticked.
        fee: yen that the customer seems to have kept for the bank's fee.
        fitting: record ids of the customers whose name, or family name, the payer's is; of other people too
            than those of the invoices.
        others: record ids of whatever else fits as well as what is proposed, each choice by itself.
        alike: the payments that it may be and that are booked already, those of one reason the oldest first.
    """

    line: BankLine
    invoices: tuple[str, ...]
    reasons: frozenset[MatchReason]
    certain: bool
    fee: int = 0
    fitting: frozenset[str] = frozenset()
    others: tuple[tuple[str, ...], ...] = ()
    alike: tuple[AlikePayment, ...] = ()

    @property
    def taken(self) -> tuple[str, ...]:
        """Numbers of the payments by cheque, bill or claim whose money it may be."""
        return self.numbers_of(MatchReason.TAKEN)

    def numbers_of(self, reason: MatchReason) -> tuple[str, ...]:
        """Numbers of the payments that it may be for a reason."""
        return tuple(one.number for one in self.alike if one.reason is reason)

    def beside(self, alike: Iterable[AlikePayment]) -> MatchProposal:
        """The same as it is judged beside payments that it may be as well; it is not certain then."""
        found = tuple(alike)
        if not found:
            return self
        reasons = self.reasons | {one.reason for one in found}
        return replace(self, certain=False, reasons=reasons, alike=(*self.alike, *found))


def reasons_text(proposal: MatchProposal, words: Words) -> str:
    """Why something is proposed or doubtful, in words; payments that it may be are named."""
    told = []
    for one in sorted(proposal.reasons):
        numbers = ", ".join(proposal.numbers_of(one))
        told.append(words(MATCH_REASON_NAMES[one]) + (f" ({numbers})" if numbers else ""))
    return "・".join(told)


def numbers_in(text: str) -> dict[str, bool]:
    """The invoice numbers that a text may name, as ``I2026-000012``, however they are written there.

    Whether it is sure is told of each: without the letter it may as well be a job's or another document's.
    """
    flat = plain(text).upper().replace(" ", "")
    found: dict[str, bool] = {}
    for one in _NUMBER.finditer(flat):
        if one["series"] not in _OTHER_SERIES:
            number = f"{_SERIES}{one['year']}-{one['count']}"
            found[number] = found.get(number, False) or one["series"] == _SERIES
    return found


@dataclass(frozen=True)
class BankProposals:
    """A file that was read, with what its new deposits may pay for.

    Attributes:
        proposals: in the order of the file; deposits that were seen to before are not among them.
        seen: how many deposits were booked, or set aside, from an earlier file.
        aside: those of them that were set aside.
        invoices: everything that waits for its money.
        names: customers by record id, as the reader may see them.
        works: what each of the invoices is for, by its record id.
        places: number and town of the customers by record id, which tell them from others of the same name.
    """

    file: BankFile
    proposals: tuple[MatchProposal, ...]
    seen: int
    invoices: tuple[OpenInvoice, ...]
    aside: tuple[BankLine, ...] = ()
    names: Mapping[str, Masked] = field(default_factory=dict)
    works: Mapping[str, tuple[BilledWork, ...]] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ConfirmedDeposit:
    """A deposit as somebody confirmed it.

    Attributes:
        customer: record id of whose payment it is.
        allocations: as in :class:`PaymentRecord`; what is left over is the customer's credit.
        doubts: why it was not certain, and a person decided; the log says so.
        another: record ids of the payments like it that were shown: the person says that it is none of these.
    """

    line: BankLine
    customer: str
    allocations: tuple[tuple[str, int], ...]
    fee: int = 0
    doubts: tuple[MatchReason, ...] = ()
    another: frozenset[str] = frozenset()

    def record(self, way: PaymentWay) -> PaymentRecord:
        """The payment that it is."""
        line = self.line
        return PaymentRecord(line.on, line.yen, way, self.fee, self.allocations, line.payer)


def confirmed(proposal: MatchProposal, invoices: Mapping[str, OpenInvoice]) -> ConfirmedDeposit:
    """A deposit that pays for what is proposed, at least one invoice.

    Args:
        invoices: what is open, by record id.
    """
    doubts = () if proposal.certain else tuple(sorted(proposal.reasons))
    customer = invoices[proposal.invoices[0]].customer
    another = frozenset(one.payment for one in proposal.alike)
    return ConfirmedDeposit(
        proposal.line, customer, allotted(proposal, invoices), proposal.fee, doubts, another
    )


@dataclass(frozen=True)
class _Solution:
    """Invoices that come to a deposit's sum. Its ``reason`` says how."""

    invoices: tuple[str, ...]
    reason: MatchReason
    fee: int = 0


@dataclass
class _Books:
    """The open invoices, by whatever a deposit may name, and everybody by name."""

    customer_of: dict[str, str] = field(default_factory=dict)
    issued_on: dict[str, str] = field(default_factory=dict)
    by_payer: dict[str, list[PayerName]] = field(default_factory=lambda: defaultdict(list))
    by_family: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    unread: set[str] = field(default_factory=set)
    by_number: dict[str, OpenInvoice] = field(default_factory=dict)
    by_sum: dict[int, list[OpenInvoice]] = field(default_factory=lambda: defaultdict(list))
    of_customer: dict[str, list[OpenInvoice]] = field(default_factory=lambda: defaultdict(list))
    sums: dict[str, dict[int, list[tuple[str, ...]]]] = field(default_factory=dict)

    def add(self, invoice: OpenInvoice) -> None:
        self.customer_of[invoice.invoice] = invoice.customer
        self.issued_on[invoice.invoice] = invoice.issued_on
        self.by_number[invoice.number] = invoice
        self.of_customer[invoice.customer].append(invoice)
        self.by_sum[invoice.open_yen].append(invoice)

    def know(self, name: PayerName) -> None:
        self.by_payer[name.name].append(name)
        if name.family:
            self.by_family[name.family].add(name.customer)
        if name.unread:
            self.unread.add(name.customer)

    def fitting(self, payer: str) -> frozenset[str]:
        """Whose name, or family name, a payer's is."""
        form, written = legal_form(payer), comparable_payer(payer)
        named = (one for one in self.by_payer.get(written, ()) if written and one.fits(form))
        families = family_names(_NUMBER.sub(" ", plain(payer).upper()))
        relatives = (self.by_family.get(family, ()) for family in families)
        return frozenset(one.customer for one in named).union(*relatives)

    def whose(self, proposal: MatchProposal) -> set[str]:
        """Everybody whom a deposit may come from by its payer, or by the numbers in its text."""
        known = self.by_payer.get(comparable_payer(proposal.line.payer), ())
        named = proposal.invoices if MatchReason.NUMBER in proposal.reasons else ()
        owing = (self.customer_of[one] for one in named)
        return {*proposal.fitting, *(one.customer for one in known), *owing}

    def with_open(self, customers: Iterable[str]) -> list[str]:
        """Those of whom something is open."""
        return [customer for customer in sorted(customers) if customer in self.of_customer]

    def unread_of(self, line: BankLine, relatives: Iterable[str], fee: int) -> tuple[tuple[str, ...], ...]:
        """What a deposit pays for as well, of relatives whose given name nobody entered as it is read."""
        owing = self.with_open(self.unread.intersection(relatives))
        return tuple(chosen for one in owing for chosen in self.sums_of(one).get(line.yen + fee, ()))

    def are_later(self, invoices: Iterable[str], on: str) -> bool:
        """Whether any of some invoices was issued only after a deposit of an ISO day."""
        return any(self.issued_on[invoice] > on for invoice in invoices)

    def sums_of(self, customer: str) -> dict[int, list[tuple[str, ...]]]:
        """What choices of a customer's invoices come to; made once, since customers pay several times."""
        if customer not in self.sums:
            self.sums[customer] = _sums(sorted(self.of_customer[customer], key=by_age))
        return self.sums[customer]


def _sums(invoices: Sequence[OpenInvoice]) -> dict[int, list[tuple[str, ...]]]:
    if len(invoices) <= _MOST_COMBINED:
        sizes = range(1, len(invoices) + 1)
        choices = [chosen for size in sizes for chosen in combinations(invoices, size)]
    else:
        ends = range(1, len(invoices) + 1)
        choices = [tuple(invoices[start:end]) for end in ends for start in range(max(0, end - 24), end)]
        choices.append(tuple(invoices))
    found: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    for chosen in choices:
        yen = sum(one.open_yen for one in chosen)
        known = found[yen]
        names = tuple(one.invoice for one in chosen)
        if yen > 0 and len(known) < _MOST_SOLUTIONS and names not in known:
            known.append(names)
    return found


def propose(
    lines: Iterable[BankLine],
    invoices: Iterable[OpenInvoice],
    names: Iterable[PayerName],
    fees: Sequence[int] = USUAL_FEES,
    papers: Collection[TakenPaper] = (),
) -> tuple[MatchProposal, ...]:
    """For each deposit what it may pay for, in the order of the lines.

    Args:
        invoices: those that wait for money, and credit notes not yet set off.
        names: of everybody in the office, also of those of whom nothing is open.
        fees: yen that a payer may have kept for the bank.
        papers: the cheques, bills and claims whose money may still come.
    """
    books = _Books()
    for invoice in invoices:
        if invoice.open_yen:
            books.add(invoice)
    for name in names:
        books.know(name)
    proposals = [_proposal(line, books, fees) for line in lines]
    claimed = Counter(invoice for one in proposals for invoice in one.invoices)
    proposals = [
        replace(one, certain=False) if any(claimed[invoice] > 1 for invoice in one.invoices) else one
        for one in proposals
    ]
    taken = {invoice for one in proposals if one.certain for invoice in one.invoices}
    proposals = [one if one.reasons else _of_this_sum(one, books, taken) for one in proposals]
    proposals = [_taken_before(one, books, papers) for one in proposals]
    return tuple(
        replace(one, certain=False, reasons=one.reasons | {MatchReason.EARLY})
        if books.are_later(one.invoices, one.line.on)
        else one
        for one in proposals
    )


def _taken_before(proposal: MatchProposal, books: _Books, papers: Iterable[TakenPaper]) -> MatchProposal:
    """A deposit that may be what a cheque, bill or claim brought; where nobody is known by it, anybody's."""
    line, whose = proposal.line, books.whose(proposal)
    alike = [one for one in papers if one.yen == line.yen and one.on <= line.on]
    own = sorted((one for one in alike if not whose or one.customer in whose), key=lambda one: one.on)
    return proposal.beside(AlikePayment(MatchReason.TAKEN, one.payment, one.number) for one in own)


def _of_this_sum(proposal: MatchProposal, books: _Books, taken: Collection[str]) -> MatchProposal:
    """A deposit that nothing is known of, with an invoice of its sum that is not taken, if there is one."""
    free = [one for one in books.by_sum.get(proposal.line.yen, ()) if one.invoice not in taken]
    family, on = proposal.fitting, proposal.line.on
    free.sort(key=lambda one: (one.customer not in family, one.issued_on > on, by_age(one)))
    if not free:
        return proposal
    best = free[0]
    related = best.customer in family
    reason = MatchReason.FAMILY_AND_SUM if related else MatchReason.SUM
    others = tuple((one.invoice,) for one in free[1:] if (one.customer in family) is related)
    return replace(proposal, invoices=(best.invoice,), reasons=frozenset({reason}), others=others)


def allotted(proposal: MatchProposal, invoices: Mapping[str, OpenInvoice]) -> tuple[tuple[str, int], ...]:
    """What the line would pay of the proposed invoices, its fee included."""
    chosen = [invoices[invoice] for invoice in proposal.invoices if invoice in invoices]
    return oldest_first(proposal.line.yen + proposal.fee, chosen)


def _proposal(line: BankLine, books: _Books, fees: Sequence[int]) -> MatchProposal:
    told = numbers_in(f"{line.payer} {line.text}")
    named = [books.by_number[number] for number in sorted(told) if number in books.by_number]
    payer = comparable_payer(line.payer)
    known = books.by_payer.get(payer, ()) if payer else ()
    customers = {one.customer for one in known}
    fitting = books.fitting(line.payer)
    of_named = {one.customer for one in named}
    contradicted = bool(named and customers) and not customers & of_named
    solutions = _solutions(line, customers | of_named, books, fees)
    exact = [one for one in solutions if set(one.invoices) == {invoice.invoice for invoice in named}]
    if exact and not contradicted:
        solutions = exact
    else:
        of_payer = [one for one in solutions if books.customer_of[one.invoices[0]] in customers]
        solutions = [*exact, *of_payer]
    if not solutions:
        return replace(_likely(line, named, customers, books), fitting=fitting)
    best = solutions[0]
    customer = books.customer_of[best.invoices[0]]
    reasons = {MatchReason.NUMBER} if exact else set[MatchReason]()
    if customer in customers:
        reasons.add(best.reason)
    if told:
        says = customer in customers or (all(told.values()) and not best.fee)
        meant = bool(exact) and len(told) == len(named) and says
    else:
        meant = customers == {customer} and _is_named(line, known)
    unread = books.unread_of(line, fitting - customers, best.fee) if meant and not told else ()
    certain = len(solutions) == 1 and meant and not contradicted and not unread and _plain(best, books)
    others = (*(one.invoices for one in solutions[1:]), *unread)
    return MatchProposal(line, best.invoices, frozenset(reasons), certain, best.fee, fitting, others)


def _is_named(line: BankLine, known: Iterable[PayerName]) -> bool:
    """Whether the payer's name says by itself who it is."""
    form = legal_form(line.payer)
    return any(one.sure and one.fits(form) for one in known)


def _plain(solution: _Solution, books: _Books) -> bool:
    """Whether it is more than a coincidence: among all choices less all fees, many sums occur by chance."""
    if not solution.fee or len(solution.invoices) == 1:
        return True
    customer = books.customer_of[solution.invoices[0]]
    return len(solution.invoices) == len(books.of_customer[customer])


def _solutions(line: BankLine, customers: set[str], books: _Books, fees: Sequence[int]) -> list[_Solution]:
    """All that fits, the plainest first: one invoice, several, and either less a fee; no choice twice.

    What was issued only after the deposit comes last.
    """
    found: dict[tuple[str, ...], _Solution] = {}
    for fee in (0, *fees):
        for customer in books.with_open(customers):
            for chosen in books.sums_of(customer).get(line.yen + fee, ()):
                if fee:
                    reason = MatchReason.PAYER_AND_FEE
                elif len(chosen) > 1:
                    reason = MatchReason.PAYER_AND_TOTAL
                else:
                    reason = MatchReason.PAYER_AND_SUM
                found.setdefault(chosen, _Solution(chosen, reason, fee))
    return sorted(
        found.values(), key=lambda one: (books.are_later(one.invoices, line.on), one.fee, len(one.invoices))
    )


def _likely(
    line: BankLine, named: Sequence[OpenInvoice], customers: set[str], books: _Books
) -> MatchProposal:
    """Where no sum fits: what is named or the payer's oldest invoices; else it is left to the sum alone.

    Invoices issued after the deposit are offered only where the payer has no other.
    """
    owing = books.with_open(customers)
    if named:
        chosen, reason = sorted(named, key=by_age), MatchReason.NUMBER
    elif owing:
        of_payer = books.of_customer[owing[0]] if len(owing) == 1 else []
        of_payer = [one for one in of_payer if one.issued_on <= line.on] or of_payer
        reached = {invoice for invoice, _yen in oldest_first(line.yen, of_payer)}
        chosen, reason = (
            sorted((one for one in of_payer if one.invoice in reached), key=by_age),
            MatchReason.PAYER,
        )
    else:
        return MatchProposal(line, (), frozenset(), certain=False)
    return MatchProposal(line, tuple(one.invoice for one in chosen), frozenset({reason}), certain=False)
