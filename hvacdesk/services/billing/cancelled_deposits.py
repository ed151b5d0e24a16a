"""Deposits of cancelled jobs: paid back 返金, or kept as a cancellation fee 違約金・キャンセル料.

The deposit invoice asked for tax on work that will not be done, so a credit note takes all of it back. What
is kept is asked for by an invoice of its own, which the deposit pays, and the rest goes back. So every yen
goes through what there is for invoices and payments anyway: the open sums, the books, and the filed pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from hvacdesk.documents.billing.invoices import draw_invoices
from hvacdesk.domain.billing.invoice_rules import credit_of
from hvacdesk.domain.billing.invoices import InvoiceKind, InvoiceLineRecord, InvoiceRecord
from hvacdesk.domain.billing.open_items import (
    AdvancePart,
    DepositEnd,
    DepositsOfSeveral,
    HeldDeposit,
    NoHeldDeposit,
    check_deposit_end,
)
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.tax import TaxClass
from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.services.billing import invoice_issuing as issuing
from hvacdesk.services.billing.invoice_drafting import seen_name
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from hvacdesk.services.billing.invoice_pages import shown_fields
from hvacdesk.services.billing.payment_booking import book
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import invoices as store
from hvacdesk.store.billing import open_items, terms
from hvacdesk.store.billing import payments as payment_store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.papers import office_images

if TYPE_CHECKING:
    from hvacdesk.store.models import Invoice, Job

_LOT = phrase("Billing", "lot")
_FEE = phrase("Billing", "Cancellation fee for job {number}")
_PAID_BY = phrase("Billing", "{yen} yen of it are paid by your deposit ({numbers}).")
_GOES_BACK = phrase("Billing", "{yen} yen of the deposit go back to you.")
_SPLIT = phrase(
    "Billing",
    "Of your deposit of {received} yen {kept} yen pay for the cancellation fee, and {back} yen go back to "
    "you.",
)
_ALL_KEPT = phrase("Billing", "Your deposit of {received} yen pays for the cancellation fee.")


@dataclass(frozen=True)
class EndedDeposit:
    """A deposit of which was said what becomes of it.

    Attributes:
        issued: the credit notes about it, and the cancellation fee where there is one.
        pdf: their pages in one file.
    """

    issued: tuple[IssuedInvoice, ...]
    pdf: bytes = field(repr=False)


def pages_digest(pdf: bytes) -> str:
    """What tells pages that were looked at from others: who issues them says by it which they saw."""
    return sha256(pdf).hexdigest()


class CancelledDeposits:
    """The deposits of cancelled jobs of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.BILL)
    def held(self, actor: Actor) -> tuple[HeldDeposit, ...]:
        """The deposits of cancelled jobs that were neither paid back nor kept, by the jobs' numbers."""
        with self._workplace.reading() as session:
            rows = open_items.with_held_deposits(session)
            found = (_held(session, actor, job, _deposits(session, job)) for job in rows)
            return tuple(one for one in found if one is not None)

    @needs(Permission.SEE_BILLING)
    def in_advance(self, actor: Actor, job: str) -> tuple[AdvancePart, ...]:
        """What was asked for and came in before a job's work, told before somebody cancels it."""
        with self._workplace.reading() as session:
            return open_items.advance_parts(
                session, open_items.standing_in_advance(session, job_store.job(session, job))
            )

    @needs(Permission.BILL)
    def end(self, actor: Actor, held: HeldDeposit, end: DepositEnd, words: Words, seen: str) -> EndedDeposit:
        """Pay a deposit back, or keep some or all of it, as it was seen.

        Credit notes take the deposit invoices back; a cancellation fee is issued, and paid by what was
        received. Where the fee is more, the customer owes the rest; where it is less, the rest is noted as
        paid back, or stays open as the credit notes' until it is.

        Args:
            seen: :func:`pages_digest` of what :meth:`look` showed.

        Raises:
            NoHeldDeposit, ChangedMeanwhile: nothing waits any more, or it is another sum, or the pages would
                say something else by now, as of another day, account or address.
            DepositsOfSeveral: its invoices ask several customers.
            InvalidInput: a sum or day cannot be.
        """
        with self._workplace.transaction() as session:
            issued = self._ended(session, actor, held, end, words)
            letterhead = office_images.letterhead(session)
            if pages_digest(_drafts(issued, words, letterhead)) != seen:
                raise ChangedMeanwhile
        return EndedDeposit(tuple(issued), draw_invoices([one.page for one in issued], words, letterhead))

    @needs(Permission.BILL)
    def look(self, actor: Actor, held: HeldDeposit, end: DepositEnd, words: Words) -> bytes:
        """The pages that :meth:`end` would issue, marked as drafts; nothing of it is kept.

        Raises what :meth:`end` raises.
        """
        drawn: list[IssuedInvoice] = []
        with suppress(issuing.OnlySeen), self._workplace.transaction() as session:
            drawn += self._ended(session, actor, held, end, words)
            letterhead = office_images.letterhead(session)
            raise issuing.OnlySeen
        with self._workplace.transaction() as session:
            fields = list(shown_fields())
            subject = f"customer:{held.customer}"
            self._workplace.record(session, actor, Action.INVOICE_SHOWN, subject, fields=fields)
        return _drafts(drawn, words, letterhead)

    # Parts

    def _ended(
        self, session: Session, actor: Actor, held: HeldDeposit, end: DepositEnd, words: Words
    ) -> list[IssuedInvoice]:
        """Everything that :meth:`end` does, within its transaction."""
        job = job_store.job(session, held.job)
        deposits = _deposits(session, job)
        now = _held(session, actor, job, deposits)
        if now is None:
            raise NoHeldDeposit(number=job.number)
        if replace(now, name=held.name) != held:
            raise ChangedMeanwhile
        if len({row.customer_id for row in deposits}) > 1:
            raise DepositsOfSeveral(number=job.number)
        checked = check_deposit_end(end, held, self._workplace.today())
        told = [_split(part, kept, checked, words) for part, kept in _kept(held, checked)]
        issued = [
            self._credit(session, actor, row, remarks, words)
            for row, remarks in zip(deposits, told, strict=True)
        ]
        if checked.fee:
            issued.append(self._fee(session, actor, job, deposits[0], held, checked, words))
        self._pay(session, actor, deposits[0], [one.invoice for one in issued], held, checked)
        self._workplace.record(
            session,
            actor,
            Action.DEPOSIT_ENDED,
            f"job:{job.record_id}",
            kept_yen=checked.fee,
            back_yen=checked.back(held),
        )
        return issued

    def _credit(
        self, session: Session, actor: Actor, row: Invoice, remarks: str, words: Words
    ) -> IssuedInvoice:
        """Take back all that a deposit invoice still asks for; what is open of it is set off by that."""
        before = store.credits_of(session, row.number)
        label = issuing.taken_back(row.number, words, part=bool(before))
        record = credit_of(
            store.record_of(session, row), store.left(session, row), label, words(_LOT), whole=not before
        )
        record = replace(record, remarks=remarks)
        draft = store.draft_about(session, row.number, credit=True)
        if draft is None:
            customer = customer_store.by_key(session, row.customer_id)
            draft = store.add(session, customer, store.jobs_of(session, row), record, about=row.number)
        else:
            store.save(session, draft, record)
        session.flush()
        return issuing.issue(self._workplace, session, actor, draft, words)

    def _fee(
        self,
        session: Session,
        actor: Actor,
        job: Job,
        deposit: Invoice,
        held: HeldDeposit,
        end: DepositEnd,
        words: Words,
    ) -> IssuedInvoice:
        customer = customer_store.by_key(session, deposit.customer_id)
        today = self._workplace.today()
        label = words(_FEE).format(number=job.number)
        tax_class = TaxClass.STANDARD if end.taxable else TaxClass.OUTSIDE
        due = terms.due(session, customer, today).isoformat() if end.lacking(held) else ""
        record = InvoiceRecord(
            InvoiceKind.CANCELLATION,
            (InvoiceLineRecord(label, 1.0, words(_LOT), end.fee, tax_class, job=job.record_id),),
            *(today.isoformat(), today.isoformat(), due),
            with_tax=end.taxable,
            remarks="\n".join(_settled(held, end, words)),
        )
        row = store.add(session, customer, (job,), record)
        return issuing.issue(self._workplace, session, actor, row, words)

    def _pay(
        self,
        session: Session,
        actor: Actor,
        deposit: Invoice,
        issued: Sequence[str],
        held: HeldDeposit,
        end: DepositEnd,
    ) -> None:
        """Let what was received pay the fee, and note the rest as paid back where it was."""
        customer = customer_store.by_key(session, deposit.customer_id)
        rows = [store.get(session, one) for one in issued]
        kept, today = min(end.fee, held.received), self._workplace.today().isoformat()
        fee = [(row.record_id, kept) for row in rows if row.kind is InvoiceKind.CANCELLATION and kept]
        if fee:
            parts = (*fee, *_taken(rows, kept))
            set_off = PaymentRecord(today, 0, PaymentWay.SET_OFF, allocations=parts)
            book(self._workplace, session, actor, customer, set_off)
        back = end.back(held)
        if back and end.paid_back_on:
            parts = tuple(_taken(rows, back))
            money = PaymentRecord(end.paid_back_on, -back, end.way, allocations=parts)
            book(self._workplace, session, actor, customer, money)


def _drafts(issued: Sequence[IssuedInvoice], words: Words, letterhead: Letterhead) -> bytes:
    """The pages as they are before they have numbers."""
    pages = (one.page for one in issued)
    drafts = [replace(page, code="", row=replace(page.row, number="")) for page in pages]
    return draw_invoices(drafts, words, letterhead)


def _taken(rows: Sequence[Invoice], yen: int) -> list[tuple[str, int]]:
    """So many yen of what is open of the credit notes, the first one first; they are below zero."""
    found = []
    for row in rows:
        part = min(yen, -row.open_yen)
        if part > 0:
            found.append((row.record_id, -part))
            yen -= part
    return found


def _kept(held: HeldDeposit, end: DepositEnd) -> list[tuple[AdvancePart, int]]:
    """What of each deposit invoice is kept for the fee, as the credit notes pay it: the first one first."""
    found, left = [], end.fee
    for part in held.parts:
        kept = min(left, part.received)
        found.append((part, kept))
        left -= kept
    return found


def _split(part: AdvancePart, kept: int, end: DepositEnd, words: Words) -> str:
    """What the page of a credit note says of its own deposit: its sum is not what goes back, with a fee.

    Of a deposit that was never paid nothing is kept and nothing goes back.
    """
    if not end.fee or not part.received:
        return ""
    back = part.received - kept
    if not kept:
        return words(_GOES_BACK).format(yen=f"{back:,}")
    sums = {"received": part.received, "kept": kept, "back": back}
    told = _SPLIT if back else _ALL_KEPT
    return words(told).format(**{name: f"{yen:,}" for name, yen in sums.items()})


def _settled(held: HeldDeposit, end: DepositEnd, words: Words) -> list[str]:
    """What the page of a fee says of the deposit."""
    told = []
    if kept := min(end.fee, held.received):
        numbers = "・".join(part.number for part, own in _kept(held, end) if own)
        told.append(words(_PAID_BY).format(yen=f"{kept:,}", numbers=numbers))
    if back := end.back(held):
        told.append(words(_GOES_BACK).format(yen=f"{back:,}"))
    return told


def _deposits(session: Session, job: Job) -> list[Invoice]:
    """The standing deposit invoices of a cancelled job of which something was not credited."""
    if job.state is not JobState.CANCELLED:
        return []
    return [row for row in open_items.standing_in_advance(session, job) if row.kind is InvoiceKind.DEPOSIT]


def _held(session: Session, actor: Actor, job: Job, deposits: Sequence[Invoice]) -> HeldDeposit | None:
    if not deposits:
        return None
    customer = deposits[0].customer_id
    beside = [
        row for row in open_items.standing_in_advance(session, job) if row.kind is not InvoiceKind.DEPOSIT
    ]
    return HeldDeposit(
        job=job.record_id,
        number=job.number,
        customer=customer_store.by_key(session, customer).record_id,
        name=seen_name(session, actor, customer),
        parts=open_items.advance_parts(session, deposits),
        beside=open_items.advance_parts(session, beside),
        credit=payment_store.credit_of(session, customer),
    )
