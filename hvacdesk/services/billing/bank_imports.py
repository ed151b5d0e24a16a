"""A bank's file: read, laid beside what is open, and booked as somebody confirms it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from typing import NamedTuple

from hvacdesk.domain import masking
from hvacdesk.domain.bank.bank_files import OLDEST, BankFile, of_office
from hvacdesk.domain.bank.bank_matching import (
    USUAL_FEES,
    BankProposals,
    ConfirmedDeposit,
    MatchProposal,
    confirmed,
    propose,
)
from hvacdesk.domain.bank.bank_tables import BankWords, parse_bank_words
from hvacdesk.domain.bank.deposit_doubts import (
    BookedBefore,
    BookedMeanwhile,
    SetAsideMeanwhile,
    require_shown,
)
from hvacdesk.domain.billing.payments import BankLine, OpenInvoice, PaymentWay
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.errors import InvalidInput, TooLong
from hvacdesk.domain.exchange.given_files import GivenFile
from hvacdesk.domain.exchange.taken_imports import ImportKind, is_digest
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import TEXT_LIMIT, check_range, known_day
from hvacdesk.domain.text.wording import Phrase, phrase
from hvacdesk.exchange.bank_files import read_bank_file
from hvacdesk.resource_files import resource
from hvacdesk.services.billing.bank.payer_names import payer_names
from hvacdesk.services.billing.bank.typed_payments import typed_beside
from hvacdesk.services.billing.open_items import billed_works
from hvacdesk.services.billing.payment_booking import book, keep_undo
from hvacdesk.services.billing.told_apart import additions
from hvacdesk.services.named_edits import deposits_edit
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import bank_deposits, imported, open_items, terms
from hvacdesk.store.billing import payments as store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.customers import merging
from hvacdesk.store.engine import Session

_UNDONE = phrase("Undo", "The payments were taken back; their deposits wait in the file again.")
_ONE_UNDONE = phrase("Undo", "The payment was taken back; its deposit waits in the file again.")
_BROUGHT_BACK = phrase("Undo", "The deposit is proposed again.")


@cache
def shipped_bank_words() -> BankWords:
    """The headers of banks' files, as shipped."""
    return parse_bank_words(resource("import", "bank_columns.toml").read_text(encoding="utf-8"))


MOST_DEPOSITED = 10**12
"""Yen of one line of a bank's file."""


def _require_deposit(line: BankLine) -> None:
    """A window sends back what a file said; nothing else is stored, or compared with what is."""
    known_day("on", line.on)
    check_range("yen", line.yen, 0, MOST_DEPOSITED)
    for field, text in (("payer", line.payer), ("text", line.text), ("reference", line.reference)):
        if len(text) > TEXT_LIMIT:
            raise TooLong(field, TEXT_LIMIT)


class BookedDeposits(NamedTuple):
    """What became of deposits that were certain: ``doubted`` are those that are not any more.

    ``with_fee`` of the booked ones came with less than their invoices ask for; ``fees`` are these yen, which
    were booked as banks' fees that the office bears.
    """

    booked: int
    doubted: int
    with_fee: int = 0
    fees: int = 0


@dataclass(frozen=True)
class _Judged:
    """What is proposed for a file, and what that is judged by.

    Attributes:
        waiting: everything that waits for its money.
        seen: the lines that were seen to before.
        booked: those that are like a payment that no line of this file was seen as.
    """

    proposals: tuple[MatchProposal, ...]
    waiting: tuple[OpenInvoice, ...]
    seen: dict[BankLine, bank_deposits.SeenTo]
    booked: set[BankLine]


class BankImports:
    """Bank files in an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.BILL)
    def read(self, actor: Actor, given: GivenFile) -> BankProposals:
        """Read a file and propose what its new deposits pay for; nothing is stored.

        Deposits that the bank took back in the file itself are told where they are booked: an earlier file
        had them alone.

        Raises:
            AnotherAccount, AccountOfAnotherBank: it is of another account than invoices name.
            UserFacingError: as :func:`hvacdesk.exchange.bank_files.read_bank_file`.
        """
        file = read_bank_file(given.content, shipped_bank_words(), self._workplace.today())
        file = replace(file, digest=sha256(given.content).hexdigest())
        with self._workplace.reading() as session:
            file = of_office(file, terms.facts(session).account)
            judged = self._judged(session, file)
            parties = [row.party for row in open_items.open_items(session)]
            works = billed_works(session)
            places = additions(session, {one.customer for one in parties})
        names = {one.customer: masking.name(one.name, one.organisation, revealable=True) for one in parties}
        seen = judged.seen
        booked = judged.booked | {line for line, one in seen.items() if one.payment is not None}
        gone = (*file.cancelled, *(line for line in file.annulled if line in booked))
        return BankProposals(
            replace(file, cancelled=gone),
            judged.proposals,
            len(file.lines) - len(judged.proposals),
            judged.waiting,
            tuple(line for line in file.lines if line in seen and not seen[line].booked),
            names,
            works,
            places,
        )

    @needs(Permission.BILL)
    def book_certain(self, actor: Actor, file: BankFile, shown: Sequence[ConfirmedDeposit]) -> BookedDeposits:
        """Book what was shown as certain, as far as it is so by now: everything is judged again.

        What is doubtful by now, or would be booked otherwise than was shown, is left alone and counted: the
        file read again says why. What is booked can be undone in one step: its payments are taken back then.

        Args:
            file: as it was read; ``shown``: those of its deposits that were certain then.
        """
        with self._workplace.transaction() as session:
            judged = self._judged(session, file)
            waiting = {one.invoice: one for one in judged.waiting}
            certain = {one.line: confirmed(one, waiting) for one in judged.proposals if one.certain}
            taken = [one for one in shown if certain.get(one.line) == one]
            new = {one.line for one in judged.proposals}
            doubted = sum(one.line in new and one not in taken for one in shown)
            booked = self._book(session, actor, taken, file.way)
            self._keep(session, actor, file.digest, tuple(booked.values()), _UNDONE)
            fees = [one.fee for one in taken if one.line in booked and one.fee]
            return BookedDeposits(len(booked), doubted, len(fees), sum(fees))

    @needs(Permission.BILL)
    def confirm(
        self,
        actor: Actor,
        deposits: Sequence[ConfirmedDeposit],
        way: PaymentWay = PaymentWay.BANK,
        digest: str = "",
        *,
        lines: Sequence[BankLine] = (),
    ) -> int:
        """Book deposits, all or none; returns how many were new.

        One that somebody else booked in the meantime from the same line is left out. What is booked can be
        undone in one step.

        Args:
            deposits: with the doubts, and the payments like them, that were shown to who decided.
            digest: of their file, with whose other payments they can be taken back; empty for none.
            lines: all deposits of their file: payments that stand for another of them are none of these.

        Raises:
            InvalidInput: an invoice asks for less by now than is allotted to it.
            DepositDoubted: it may be a payment that was not shown to who decided.
        """
        with self._workplace.transaction() as session:
            return self._confirm(session, actor, deposits, way, digest, lines)

    @needs(Permission.BILL)
    def confirm_one(
        self,
        actor: Actor,
        deposit: ConfirmedDeposit,
        way: PaymentWay = PaymentWay.BANK,
        digest: str = "",
        *,
        lines: Sequence[BankLine] = (),
    ) -> None:
        """Book one deposit, as :meth:`confirm` does.

        Raises:
            SeenToMeanwhile: somebody else saw to it: what it is now.
        """
        with self._workplace.transaction() as session:
            self._require_new(session, deposit.line)
            self._confirm(session, actor, [deposit], way, digest, lines)

    def _confirm(
        self,
        session: Session,
        actor: Actor,
        deposits: Sequence[ConfirmedDeposit],
        way: PaymentWay,
        digest: str,
        lines: Sequence[BankLine],
    ) -> int:
        own = [one.line for one in deposits]
        file = BankFile((*lines, *(one for one in own if one not in lines)), way=way)
        judged = self._judged(session, file, {one.line: one for one in deposits})
        require_shown(deposits, judged.proposals)
        booked = tuple(self._book(session, actor, deposits, way).values())
        told = _UNDONE if len(booked) > 1 else _ONE_UNDONE
        self._keep(session, actor, digest, booked, told)
        return len(booked)

    def _require_new(self, session: Session, line: BankLine) -> None:
        found = self._seen(session, [line]).get(line)
        if found is None:
            return
        if not found.booked or found.payment is None:
            raise SetAsideMeanwhile
        payment = store.by_key(session, found.payment)
        customer = customer_store.by_key(session, payment.customer_id)
        raise BookedMeanwhile(payment=payment.number, customer=customer.number)

    @needs(Permission.BILL)
    def set_aside(self, actor: Actor, lines: Sequence[BankLine], way: PaymentWay = PaymentWay.BANK) -> None:
        """Note that these deposits are no customers' payments: no file proposes them again.

        One that may be what a cheque, bill or claim brought is noted as that, so that the next deposit of
        its sum is not doubted for it. It can be undone: they are proposed again then.
        """
        with self._workplace.transaction() as session:
            seen = self._seen(session, lines)
            new = [line for line in lines if line not in seen]
            seal, at = self._workplace.vault.seal_payment, stamp(self._workplace.now())
            brought = self._brought(session, new) if way is PaymentWay.BANK else {}
            for line in new:
                bank_deposits.note_seen(session, line, brought.get(line), seal, by=actor.account, at=at)
            bank_deposits.forget_set_aside(session, (self._workplace.today() - OLDEST).isoformat())
            self._workplace.record(session, actor, Action.DEPOSITS_SET_ASIDE, count=len(new))
            if new:
                self._keep_set_aside(session, actor, new)

    @needs(Permission.BILL)
    def bring_back(self, actor: Actor, lines: Sequence[BankLine]) -> None:
        """Let deposits that were set aside by mistake be proposed again."""
        with self._workplace.transaction() as session:
            count = bank_deposits.bring_back(session, self._seen(session, lines).values())
            self._workplace.record(session, actor, Action.DEPOSITS_BROUGHT_BACK, count=count)

    def _keep_set_aside(self, session: Session, actor: Actor, lines: Sequence[BankLine]) -> None:
        """Remember deposits that were set aside, so that the next undo brings them back."""

        def aside(later: Session) -> tuple[bank_deposits.SeenTo, ...]:
            return tuple(one for one in self._seen(later, lines).values() if not one.booked)

        def restore(later: Session) -> Iterable[str]:
            bank_deposits.bring_back(later, aside(later))
            return ("state",)

        named = deposits_edit([line.yen for line in lines])
        self._workplace.edits.keep(session, actor, "", aside, restore, told=_BROUGHT_BACK, named=named)

    def _keep(
        self, session: Session, actor: Actor, digest: str, payments: tuple[str, ...], told: Phrase
    ) -> None:
        """Remember payments that were booked together: for the next undo, and with their file's others.

        Raises :class:`InvalidInput` for what is no file's digest.
        """
        if digest and not is_digest(digest):
            raise InvalidInput("digest")
        keep_undo(self._workplace, session, actor, payments, told)
        if digest and payments:
            at, kind = stamp(self._workplace.now()), ImportKind.DEPOSITS
            step = imported.ImportStep(kind, digest, at, actor.account, payments=payments)
            imported.remember(session, step)

    def _judged(
        self, session: Session, file: BankFile, chosen: Mapping[BankLine, ConfirmedDeposit] | None = None
    ) -> _Judged:
        """What is proposed for a file by now, and what that is judged by.

        Args:
            chosen: how a person wants to book a deposit, whatever is proposed for it.
        """
        seen = self._seen(session, (*file.lines, *file.annulled))
        new = [line for line in file.lines if line not in seen]
        before = self._before(session, (*new, *file.annulled), seen)
        waiting = store.open_invoices(session)
        by_bank = file.way is PaymentWay.BANK
        fees = USUAL_FEES if by_bank else ()
        papers = bank_deposits.taken_papers(session, {line.yen for line in new}) if by_bank else ()
        owners = {one.invoice: one.customer for one in waiting}

        proposals = propose(
            new, waiting, payer_names(session, self._workplace.vault.open_payment), fees, papers
        )
        customers = {
            one.line: {*one.fitting, *(owners[invoice] for invoice in one.invoices)} for one in proposals
        }
        for line, decided in (chosen or {}).items():
            if line in customers:
                customers[line].add(customer_store.current(session, decided.customer).record_id)
        aside = [line for line in file.lines if line in seen and not seen[line].booked]
        wholes = before.wholes(customers, fees, aside)

        def doubted(one: MatchProposal) -> MatchProposal:
            kept = {*fees, one.fee}
            if decided := chosen.get(one.line) if chosen else None:
                kept.add(decided.fee)
            alike = tuple(before.alike(one.line, customers[one.line], kept))
            told = {found.payment for found in alike}
            parts = (found for found in wholes.get(one.line, ()) if found.payment not in told)
            return one.beside((*alike, *parts))

        proposals = tuple(map(doubted, proposals))
        booked = {line for line in (*new, *file.annulled) if before.has(line)}
        return _Judged(proposals, waiting, seen, booked)

    def _book(
        self, session: Session, actor: Actor, deposits: Sequence[ConfirmedDeposit], way: PaymentWay
    ) -> dict[BankLine, str]:
        """Book deposits but those that somebody else saw to meanwhile; their payments' record ids."""
        seen = self._seen(session, [one.line for one in deposits])
        new = {one.line for one in deposits if one.line not in seen}
        booked: dict[BankLine, str] = {}
        for one in deposits:
            if one.line in new:
                customer = customer_store.current(session, one.customer)
                made = book(
                    self._workplace, session, actor, customer, one.record(way), one.line, doubts=one.doubts
                )
                merging.note_meant(session, one.customer, made)
                booked[one.line] = made.record_id
                new.discard(one.line)
        return booked

    def _seen(self, session: Session, lines: Iterable[BankLine]) -> dict[BankLine, bank_deposits.SeenTo]:
        """What was seen of deposits before. Raises InvalidInput for what no bank's file names."""
        deposits = tuple(lines)
        for one in deposits:
            _require_deposit(one)
        return bank_deposits.seen(session, deposits, self._workplace.vault.open_payment)

    def _before(
        self, session: Session, lines: Collection[BankLine], seen: Mapping[BankLine, bank_deposits.SeenTo]
    ) -> BookedBefore:
        """The payments that may be these by their days, and that no line of this file was seen as."""
        told = {one.payment for one in seen.values()}
        days = {day for line in lines for day in typed_beside(line.on)}
        booked = bank_deposits.booked_deposits(session, days, self._workplace.vault.open_payment)
        return BookedBefore((one for one in booked if one.key not in told), typed_beside)

    def _brought(self, session: Session, lines: Collection[BankLine]) -> dict[BankLine, int]:
        """Of deposits those that a cheque, bill or claim seems to have brought, with its primary key.

        What may be a payment that came by bank is that payment's, from another file.
        """
        left = {one.number: one for one in bank_deposits.taken_papers(session, {line.yen for line in lines})}
        before = self._before(session, lines, {})
        found: dict[BankLine, int] = {}
        for one in propose(
            lines,
            (),
            payer_names(session, self._workplace.vault.open_payment) if left else (),
            (),
            left.values(),
        ):
            number = next((number for number in one.taken if number in left), "")
            if number and not any(before.alike(one.line, one.fitting, USUAL_FEES)):
                found[one.line] = left.pop(number).key
        return found
