"""Receipts: made out for payments, given to technicians as blank numbers, none missing from the series."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from hvacdesk.documents.billing.receipts import draw_blank_receipts, draw_receipt
from hvacdesk.domain.billing.filed_documents import FiledPageDestroyed, receipt_of
from hvacdesk.domain.billing.invoices import DocumentKind
from hvacdesk.domain.billing.payment_papers import BlankReceipt, ReceiptPaper
from hvacdesk.domain.billing.payments import PaymentRow, PaymentTakenBack
from hvacdesk.domain.billing.receipts import (
    MOST_BLANK,
    FoundReceipts,
    MoneyBack,
    NothingReceived,
    ReceiptDetail,
    ReceiptNotIssued,
    ReceiptNotOut,
    ReceiptOut,
    ReceiptQuery,
    ReceiptRecord,
    ReceiptRow,
    ReceiptStands,
    ReceiptState,
    ReceiptStep,
    check_receipt,
    counted,
    receipt_number,
    require_told,
    what_was_paid_for,
)
from hvacdesk.domain.billing.stamp_duty import StampDuty, parse_stamp_duty
from hvacdesk.domain.billing.tax import TaxClass
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import PaperKind, PaperRow
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import check_range, known_day
from hvacdesk.domain.text.wording import Words
from hvacdesk.resource_files import resource
from hvacdesk.services.billing.invoice_pages import pays_for_taxed, receipt_page, receipt_sums
from hvacdesk.services.billing.prices import shipped_tax
from hvacdesk.services.billing.told_apart import told_apart
from hvacdesk.services.customers.customer_search import CustomerSearch
from hvacdesk.services.papers.paper_entry import enter_printed
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import counters
from hvacdesk.store.billing import documents, open_items
from hvacdesk.store.billing import invoices as invoice_store
from hvacdesk.store.billing import payments as payment_store
from hvacdesk.store.billing import receipts as store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.disposal.disposal import keys_of
from hvacdesk.store.engine import Session
from hvacdesk.store.office import office
from hvacdesk.store.oversight import audit_log
from hvacdesk.store.papers import office_images
from hvacdesk.store.requests import suspension
from hvacdesk.store.staff.staff import account_names

if TYPE_CHECKING:
    from hvacdesk.store.models import Payment, Receipt

RECEIPTS_LISTED = 500
"""So many receipts are listed; day, sum, party and state find the others."""

_EVERY = ReceiptQuery()
_STEPS = frozenset(
    {Action.RECEIPT_ISSUED, Action.RECEIPT_REISSUED, Action.RECEIPT_SAVED, Action.RECEIPT_VOIDED}
)
_MOST_STEPS = 10_000
"""More than are logged of one customer's receipts."""
_ADDRESSED = (CustomerField.NAME,)


@cache
def shipped_stamp_duty() -> StampDuty:
    """The stamp duty on receipts, as shipped."""
    return parse_stamp_duty(resource("legal", "stamp_duty.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class IssuedReceipt:
    """A receipt that was just made out or printed again: its page as it was filed.

    Attributes:
        document: record id of the page.
        paper: its line in the register of papers; None for one that is sent as a file.
        again: whether something of it had left the office before, so that the next print is a reissue whether
            or not this one comes out.
    """

    receipt: str
    document: str
    page: ReceiptPaper
    paper: PaperRow | None
    pdf: bytes = field(repr=False)
    again: bool = False


@dataclass(frozen=True)
class GivenOut:
    """Blank receipts that a technician gets: their numbers, and the pages to print."""

    numbers: tuple[str, ...]
    pdf: bytes = field(repr=False)


class Receipts:
    """The receipts of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._customers = CustomerSearch(workplace)

    @needs(Permission.BILL)
    def listed(
        self, actor: Actor, query: ReceiptQuery = _EVERY, limit: int | None = RECEIPTS_LISTED
    ) -> FoundReceipts:
        """The receipts that fit in every respect, the newest number first; so many, or all without a limit.

        A party is found as among the customers, or by a part of a receipt's number.

        Raises:
            TooManyExactSearches: the actor has to wait before the next whole name.
        """
        customers = self._customers.named(actor, query.party)
        with self._workplace.reading() as session:
            found = store.found(session, query, customers, limit)
            keys = keys_of(session, sorted({row.customer for row in found.rows if row.customer}))
            parties = open_items.parties(session, keys.values())
            rows = _as_told(session, found.rows, keys)
            return replace(found, rows=rows, names=told_apart(session, parties.values(), revealable=True))

    @needs(Permission.BILL)
    def detail(self, actor: Actor, receipt: str) -> ReceiptDetail:
        """One receipt with what became of it, also of one that is void or came back unused.

        Its page is read as :meth:`~hvacdesk.services.billing.invoices.Invoices.document`, and marked there if
        it stands no more.

        Raises :class:`RecordGone`.
        """
        with self._workplace.reading() as session:
            row = store.get(session, receipt)
            payment = payment_store.of_receipt(session, row)
            standing = store.standing(session, payment) if payment is not None else None
            told = store.row_of(session, row)
            (told,) = _as_told(session, (told,), keys_of(session, [told.customer] if told.customer else []))
            return ReceiptDetail(
                told,
                documents.last_receipt(session, row.number),
                row.back_on,
                _history(session, row),
                standing.number if standing is not None and standing is not row else "",
            )

    @needs(Permission.BILL)
    def given_back(self, actor: Actor, payment: str, receipt: str = "") -> tuple[MoneyBack, ...]:
        """What of a payment went back to the customer, the oldest first: told before its receipt is printed.

        Args:
            receipt: of that payment: only what it says was received all the same; empty for all of it.

        Raises :class:`RecordGone`.
        """
        with self._workplace.reading() as session:
            paid = payment_store.get(session, payment)
            return (
                _counted(session, store.get(session, receipt), paid)
                if receipt
                else store.given_back(session, paid)
            )

    @needs(Permission.BILL)
    def of_invoice(self, actor: Actor, invoice: str) -> tuple[tuple[PaymentRow, ReceiptRow | None], ...]:
        """The payments that stand and came in for an invoice, the oldest first, each with its receipt.

        The office's notes on them are not among it. Raises :class:`RecordGone`.
        """
        with self._workplace.reading() as session:
            rows = payment_store.that_paid(session, invoice_store.get(session, invoice))
            listed = [replace(one, note="") for one in payment_store.rows_of(session, rows)]
            standing = [store.standing(session, row) for row in rows]
            told = [store.row_of(session, one) for one in standing if one is not None]
            keys = keys_of(session, sorted({one.customer for one in told}))
            receipts = {one.payment: one for one in _as_told(session, told, keys)}
            return tuple((one, receipts.get(one.payment)) for one in listed)

    @needs(Permission.BILL)
    def beginning(self, actor: Actor, payment: str, words: Words) -> ReceiptRecord:
        """What a receipt for a payment would begin with: over what was kept, where some of it went back.

        Raises :class:`RecordGone`.
        """
        with self._workplace.reading() as session:
            row = payment_store.get(session, payment)
            paid = payment_store.paid_invoices(session, row)
            numbers = "・".join(invoice.number for invoice, yen in paid if yen > 0)
            said = what_was_paid_for(
                {invoice.kind for invoice, yen in paid if yen > 0}, taxed=pays_for_taxed(paid)
            )
            proviso = words(said).format(number=numbers)
            over_kept = 0 < payment_store.gone_back(row) < row.yen
            return ReceiptRecord(proviso[:80], self._workplace.today().isoformat(), over_kept=over_kept)

    @needs(Permission.BILL)
    def stamp(self, actor: Actor, payment: str, record: ReceiptRecord) -> int:
        """Yen of the revenue stamp that such a receipt would need; 0 for none."""
        with self._workplace.reading() as session:
            return _stamp(session, payment_store.get(session, payment), record)

    @needs(Permission.BILL)
    def issue(
        self,
        actor: Actor,
        payment: str,
        record: ReceiptRecord,
        words: Words,
        back: Sequence[MoneyBack] = (),
    ) -> IssuedReceipt:
        """Make out a receipt for a payment, or enter what a technician wrote on a blank one.

        Args:
            back: what the person was told that went back of it, see :meth:`given_back`.

        Raises:
            MoneyWentBack: it is something else by now.
            PaymentTakenBack, NothingReceived, ReceiptStands: none can be made out for it.
            ReceiptNotOut: no technician has a blank one of this number.
            InvalidInput: a value cannot be stored.
        """
        today = self._workplace.today()
        with self._workplace.transaction() as session:
            row = payment_store.get(session, payment)
            if row.taken_back_on:
                raise PaymentTakenBack(number=row.number)
            if row.yen <= 0:
                raise NothingReceived
            if (there := store.standing(session, row)) is not None:
                raise ReceiptStands(number=there.number)
            require_told(store.given_back(session, row), back)
            checked = check_receipt(record, date.fromisoformat(row.received_on), today)
            number = checked.number or receipt_number(
                today.year, counters.take(session, f"receipt {today.year}")
            )
            if checked.number:
                store.note_back(self._given_out(session, checked.number), today.isoformat())
            yen, stamp_yen = _over(row, checked), _stamp(session, row, checked)
            made = store.issue(session, row, number, checked, yen, stamp_yen, actor.account)
            return self._drawn(session, actor, made, row, words, again=bool(made.given_on))

    @needs(Permission.BILL)
    def reissue(
        self, actor: Actor, receipt: str, version: int, words: Words, back: Sequence[MoneyBack] = ()
    ) -> IssuedReceipt:
        """The same receipt once more, as it was first made out and marked 再発行.

        One of which nothing was ever printed or saved is not marked: nobody has got any of it yet. It names
        whom and what the first one named, whatever was changed or paid since.

        Args:
            back: what the person was told that went back of what it counts, see :meth:`given_back`.

        Raises:
            MoneyWentBack: that is something else by now.
            ReceiptNotIssued, ChangedMeanwhile: it is not as it was read.
            FiledPageDestroyed: its page named a customer whose data was destroyed.
        """
        with self._workplace.transaction() as session:
            row = self._issued(session, receipt, version)
            payment = _payment(session, row)
            require_told(_counted(session, row, payment), back)
            if again := store.out(session, row).ever:
                store.note_reissued(session, row)
            return self._drawn(session, actor, row, payment, words, again=again)

    @needs(Permission.BILL)
    def out(self, actor: Actor, receipt: str) -> ReceiptOut:
        """What of a receipt left the office, to be got back before it is void. Raises :class:`RecordGone`."""
        with self._workplace.reading() as session:
            return store.out(session, store.get(session, receipt))

    @needs(Permission.BILL)
    def void(self, actor: Actor, receipt: str, version: int) -> None:
        """Make a receipt void, issued or blank; its number stays used.

        Raises :class:`ReceiptNotIssued`, :class:`ChangedMeanwhile`.
        """
        with self._workplace.transaction() as session:
            row = store.get(session, receipt)
            if row.state not in {ReceiptState.ISSUED, ReceiptState.GIVEN_OUT}:
                raise ReceiptNotIssued(number=row.number)
            if row.version != version:
                raise ChangedMeanwhile
            store.move(row, ReceiptState.VOID)
            self._log(session, actor, Action.RECEIPT_VOIDED, row)

    @needs(Permission.BILL)
    def give_out(self, actor: Actor, technician: str, count: int, words: Words) -> GivenOut:
        """Blank receipts with their numbers, for a technician who takes cash on site.

        Args:
            technician: account record id.

        Raises:
            OutOfRange: so many are not given out at once.
            InvalidInput: the account is nobody's who works here.
        """
        check_range("count", count, 1, MOST_BLANK)
        today = self._workplace.today()
        with self._workplace.transaction() as session:
            if not office.works_here(session, technician):
                raise InvalidInput("technician")
            first = counters.take(session, f"receipt {today.year}", count)
            numbers = tuple(receipt_number(today.year, first + at) for at in range(count))
            for number in numbers:
                store.give_out(session, number, technician, today.isoformat())
            subject = f"account:{technician}"
            self._workplace.record(session, actor, Action.RECEIPTS_GIVEN_OUT, subject, count=count)
            facts, name = office.facts(session), account_names(session).get(technician, "")
            blanks = [
                BlankReceipt(
                    number=number,
                    code=number,
                    made_on=today.isoformat(),
                    holder=name,
                    issuer_number=facts.invoice_registration,
                    rates=((TaxClass.STANDARD, shipped_tax().on(today).percent),),
                    stamp_from=shipped_stamp_duty().on(today).free_below,
                )
                for number in numbers
            ]
            letterhead = office_images.letterhead(session)
        return GivenOut(numbers, draw_blank_receipts(blanks, words, letterhead))

    @needs(Permission.BILL)
    def bring_back(self, actor: Actor, numbers: Sequence[str]) -> None:
        """Note that blank receipts came back unused. Raises :class:`ReceiptNotOut`."""
        with self._workplace.transaction() as session:
            for number in numbers:
                row = self._given_out(session, number)
                store.note_back(row, self._workplace.today().isoformat())
                store.move(row, ReceiptState.RETURNED)
            self._workplace.record(session, actor, Action.RECEIPTS_RETURNED, count=len(numbers))

    # Parts

    def _drawn(
        self,
        session: Session,
        actor: Actor,
        row: Receipt,
        payment: Payment,
        words: Words,
        *,
        again: bool,
    ) -> IssuedReceipt:
        """Register the paper, draw the page, file it as it is, and log its hash."""
        customer = customer_store.by_key(session, payment.customer_id)
        paper = None
        if not row.electronic:
            paper = enter_printed(
                self._workplace,
                session,
                actor,
                PaperKind.RECEIPT,
                customer,
                label=row.number,
                fields=_ADDRESSED,
            )
        page = receipt_page(session, row, payment, words, paper.code if paper is not None else row.number)
        if (first := documents.first_receipt(session, row.number)) is not None:
            if not first.pdf:
                raise FiledPageDestroyed(number=row.number)
            page = replace(receipt_of(first.data), code=page.code, reissue=row.reissues if again else 0)
        pdf = draw_receipt(page, words, office_images.letterhead(session))
        filed = documents.file(
            session,
            customer,
            DocumentKind.RECEIPT,
            row.number,
            invoice=None,
            issued_on=row.issued_on,
            yen=row.yen,
            data=json.dumps(asdict(page), ensure_ascii=False),
            pdf=pdf,
            by=actor.account,
            at=stamp(self._workplace.now()),
        )
        self._workplace.record(
            session,
            actor,
            Action.RECEIPT_REISSUED if page.reissue else Action.RECEIPT_ISSUED,
            f"customer:{customer.record_id}",
            receipt=row.number,
            sha256=filed.sha256,
            fields=list(_ADDRESSED),
        )
        return IssuedReceipt(row.record_id, filed.record_id, page, paper, pdf, again)

    def _given_out(self, session: Session, number: str) -> Receipt:
        row = store.numbered(session, number)
        if row is None or row.state is not ReceiptState.GIVEN_OUT:
            raise ReceiptNotOut(number=number)
        return row

    def _issued(self, session: Session, receipt: str, version: int) -> Receipt:
        row = store.get(session, receipt)
        if row.state is not ReceiptState.ISSUED:
            raise ReceiptNotIssued(number=row.number)
        if row.version != version:
            raise ChangedMeanwhile
        return row

    def _log(self, session: Session, actor: Actor, action: Action, row: Receipt) -> None:
        subject = ""
        if row.customer_id is not None:
            subject = f"customer:{customer_store.by_key(session, row.customer_id).record_id}"
        self._workplace.record(session, actor, action, subject, receipt=row.number)


def _as_told(session: Session, rows: Sequence[ReceiptRow], keys: Mapping[str, int]) -> tuple[ReceiptRow, ...]:
    """Receipts as lists show them; not what one is for of a customer whose data is suspended.

    Args:
        keys: the customers' primary keys by record id.
    """
    locked = suspension.locked_numbers(session, frozenset(keys.values()))
    hidden = {record for record, key in keys.items() if key in locked}
    return tuple(replace(row, proviso="") if row.customer in hidden else row for row in rows)


def _history(session: Session, row: Receipt) -> tuple[ReceiptStep, ...]:
    """What the log says of a receipt; of a blank one it names no customer."""
    subjects = {""}
    if row.customer_id is not None:
        customer = customer_store.by_key(session, row.customer_id)
        subjects |= {f"customer:{one}" for one in customer_store.joined_records(session, customer)}
    entries = audit_log.entries(session, limit=_MOST_STEPS, subjects=subjects, actions=_STEPS)
    return tuple(
        ReceiptStep(one.action, one.at, one.actor_name)
        for one in reversed(entries)
        if row.number in (one.details.get("receipt"), one.details.get("number"))
    )


def _payment(session: Session, row: Receipt) -> Payment:
    found = payment_store.of_receipt(session, row)
    if found is None:
        raise ReceiptNotIssued(number=row.number)
    return found


def _counted(session: Session, row: Receipt, payment: Payment) -> tuple[MoneyBack, ...]:
    """What went back of what a receipt says was received."""
    return counted(store.given_back(session, payment), payment.yen - row.yen)


def _over(payment: Payment, record: ReceiptRecord) -> int:
    """Yen that a receipt says were received. Raises :class:`NothingReceived` where all of it went back."""
    yen = payment.yen - payment_store.gone_back(payment) if record.over_kept else payment.yen
    if yen <= 0:
        raise NothingReceived
    return yen


def _stamp(session: Session, payment: Payment, record: ReceiptRecord) -> int:
    yen = _over(payment, record)
    sums = receipt_sums(session, payment, yen)
    return shipped_stamp_duty().of_receipt(
        yen,
        payment.way,
        known_day("issued_on", record.issued_on),
        stated_tax=sums.tax if sums is not None else 0,
        electronic=record.electronic,
    )
