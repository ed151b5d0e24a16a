"""Which invoices a bank's deposits may pay for: proposals for a person to confirm, nothing is booked here.

A deposit is laid beside the open invoices of whoever it may come from: an invoice number in its text, or a
payer's name by which a customer is known. Whatever comes to its sum is a solution: one invoice, several of
one customer with his credit notes, or these less what banks keep for a transfer. A proposal is certain only
where there is exactly one solution, and no other deposit of the same file has it too.

Payers' names are compared as the program compares names elsewhere (:func:`fold`), without the legal form that
banks write as ｶ) or (ﾕ (全銀協 法人略語).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from hvacdesk.domain.billing.payments import (
    BankLine,
    MatchProposal,
    MatchReason,
    OpenInvoice,
    by_age,
    oldest_first,
)
from hvacdesk.domain.text.text_forms import fold, plain, without_legal_form

USUAL_FEES = (
    *(110, 145, 150, 154, 160, 165, 200, 220, 229, 275, 320, 330, 385),
    *(440, 490, 495, 550, 600, 605, 660, 700, 715, 770, 880, 990),
)  # fmt: skip
"""Yen that banks take for a transfer, by price lists of branches, machines and online banks (2026-11)."""

_MOST_COMBINED = 12
"""Of so many invoices every choice is tried; of more, only those that are next to each other by their age."""

_MOST_SOLUTIONS = 8
"""More than one is enough to know that it is not certain; a person looks at no more than these."""

_FORMS = (
    *("カブ", "カ", "ユウ", "ユ", "メ", "シホウ", "シ", "ド", "イ", "ザイ", "シャ", "シュウ", "ガク", "フク"),
    *("ソ", "ベン", "チュウ", "ギョ", "ゼイ", "ダイ", "ノウ", "カンリ", "ロウム", "トクヒ", "ホゴ", "ドク"),
    *("チドク", "チダイ"),
)
"""What a legal form is shortened to: カ 株式会社, ユ 有限会社, メ 合名会社, シ 合資会社, ド 合同会社."""

_SHORT = "|".join(sorted({fold(form) for form in _FORMS}, key=len, reverse=True))
_SHORT_FORM = re.compile(rf"^(?:{_SHORT})\)|\((?:{_SHORT})(?:\)|$)")
_BRANCH = re.compile(r"\((?:えい|しゆつ)\)?")
"""営業所 and 出張所, as banks shorten them within a name."""

_WHOLE_FORM = re.compile(
    "^(?:かぶしきがいしや|かぶしきかいしや|ゆうげんがいしや|ごうどうがいしや|ごうしがいしや|ごうめいがいしや)|"
    "(?:かぶしきがいしや|かぶしきかいしや|ゆうげんがいしや|ごうどうがいしや)$"
)
_SENDERS_NUMBER = re.compile(r"^[0-9]{1,12}(?=\D)")
"""Banks put the number that a sender typed before his name."""

_NO_LETTERS = re.compile(r"[-.,/()「」\\¥&'*]+")
_NUMBER = re.compile(r"(?<![0-9])[IＩ]?-?((?:19|20)[0-9]{2})-?([0-9]{6})(?![0-9])")


def comparable_payer(name: str) -> str:
    """The form in which payers are compared: of ｶ)ｱｵﾊﾞｼﾖｳﾃﾝ as of アオバショウテン(カ only the name is left.

    Kana and kanji stay what they are.
    """
    folded = _SENDERS_NUMBER.sub("", fold(name))
    bare = _BRANCH.sub("", _SHORT_FORM.sub("", folded))
    bare = _WHOLE_FORM.sub("", without_legal_form(bare)) or bare
    return _NO_LETTERS.sub("", bare)


def numbers_in(text: str) -> frozenset[str]:
    """The invoice numbers that a text names, as ``I2026-000012``, however they are written there."""
    flat = plain(text).upper().replace(" ", "")
    return frozenset(f"I{year}-{count}" for year, count in _NUMBER.findall(flat))


@dataclass(frozen=True)
class _Solution:
    """Invoices that come to a deposit's sum. Its ``reason`` says how."""

    invoices: tuple[str, ...]
    reason: MatchReason
    fee: int = 0


@dataclass
class _Books:
    """The open invoices, by whatever a deposit may name."""

    customer_of: dict[str, str] = field(default_factory=dict)
    by_payer: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    by_number: dict[str, OpenInvoice] = field(default_factory=dict)
    by_sum: dict[int, list[OpenInvoice]] = field(default_factory=lambda: defaultdict(list))
    of_customer: dict[str, list[OpenInvoice]] = field(default_factory=lambda: defaultdict(list))
    sums: dict[str, dict[int, list[tuple[str, ...]]]] = field(default_factory=dict)

    def add(self, invoice: OpenInvoice) -> None:
        self.customer_of[invoice.invoice] = invoice.customer
        self.by_number[invoice.number] = invoice
        self.of_customer[invoice.customer].append(invoice)
        self.by_sum[invoice.open_yen].append(invoice)
        for payer in invoice.payers:
            self.by_payer[payer].add(invoice.customer)

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
    lines: Iterable[BankLine], invoices: Iterable[OpenInvoice], fees: Sequence[int] = USUAL_FEES
) -> tuple[MatchProposal, ...]:
    """For each deposit what it may pay for, in the order of the lines.

    Args:
        invoices: those that wait for money, and credit notes not yet set off.
        fees: yen that a payer may have kept for the bank.
    """
    books = _Books()
    for invoice in invoices:
        if invoice.open_yen:
            books.add(invoice)
    proposals = [_proposal(line, books, fees) for line in lines]
    claimed = Counter(
        invoice for one in proposals for invoice in one.invoices if one.reasons != {MatchReason.SUM}
    )
    return tuple(
        replace(one, certain=False) if any(claimed[invoice] > 1 for invoice in one.invoices) else one
        for one in proposals
    )


def allotted(proposal: MatchProposal, invoices: Mapping[str, OpenInvoice]) -> tuple[tuple[str, int], ...]:
    """What the line would pay of the proposed invoices, its fee included."""
    chosen = [invoices[invoice] for invoice in proposal.invoices if invoice in invoices]
    return oldest_first(proposal.line.yen + proposal.fee, chosen)


def _proposal(line: BankLine, books: _Books, fees: Sequence[int]) -> MatchProposal:
    named = [
        books.by_number[number]
        for number in sorted(numbers_in(f"{line.payer} {line.text}"))
        if number in books.by_number
    ]
    payer = comparable_payer(line.payer)
    customers = set(books.by_payer.get(payer, ())) if payer else set()
    of_named = {one.customer for one in named}
    solutions = _solutions(line.yen, customers | of_named, books, fees)
    exact = [one for one in solutions if set(one.invoices) == {invoice.invoice for invoice in named}]
    contradicted = bool(named and customers) and not customers & of_named
    if exact:
        solutions = exact if not contradicted else [*exact, *solutions]
    if not solutions:
        return _likely(line, named, customers, books)
    best = solutions[0]
    reasons = {MatchReason.NUMBER} if named else set[MatchReason]()
    if customers:
        reasons.add(best.reason)
    certain = len(solutions) == 1 and not contradicted and _plain(best, books)
    return MatchProposal(line, best.invoices, frozenset(reasons), certain, best.fee)


def _plain(solution: _Solution, books: _Books) -> bool:
    """Whether it is more than a coincidence: among all choices less all fees, many sums occur by chance."""
    if not solution.fee or len(solution.invoices) == 1:
        return True
    customer = books.customer_of[solution.invoices[0]]
    return len(solution.invoices) == len(books.of_customer[customer])


def _solutions(yen: int, customers: set[str], books: _Books, fees: Sequence[int]) -> list[_Solution]:
    """All that fits, the plainest first: one invoice, several, and either less a fee; no choice twice."""
    found: dict[tuple[str, ...], _Solution] = {}
    for fee in (0, *fees):
        for customer in sorted(customers):
            for chosen in books.sums_of(customer).get(yen + fee, ()):
                if fee:
                    reason = MatchReason.PAYER_AND_FEE
                elif len(chosen) > 1:
                    reason = MatchReason.PAYER_AND_TOTAL
                else:
                    reason = MatchReason.PAYER_AND_SUM
                found.setdefault(chosen, _Solution(chosen, reason, fee))
    return sorted(found.values(), key=lambda one: (one.fee, len(one.invoices)))


def _likely(
    line: BankLine, named: Sequence[OpenInvoice], customers: set[str], books: _Books
) -> MatchProposal:
    """Where no sum fits: what is named, the payer's oldest invoices, or an invoice of just this sum."""
    if named:
        chosen, reason = sorted(named, key=by_age), MatchReason.NUMBER
    elif customers:
        of_payer = books.of_customer[min(customers)] if len(customers) == 1 else []
        reached = {invoice for invoice, _yen in oldest_first(line.yen, of_payer)}
        chosen, reason = (
            sorted((one for one in of_payer if one.invoice in reached), key=by_age),
            MatchReason.PAYER,
        )
    else:
        chosen, reason = sorted(books.by_sum.get(line.yen, ()), key=by_age)[:1], MatchReason.SUM
    reasons = frozenset({reason}) if chosen or customers else frozenset[MatchReason]()
    return MatchProposal(line, tuple(one.invoice for one in chosen), reasons, certain=False)
