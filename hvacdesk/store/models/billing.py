"""The price list, estimates, invoices, payments and receipts, and what the office bills by."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, relationship

from hvacdesk.domain.billing.accounting_export import AccountingProgram
from hvacdesk.domain.billing.estimates import EstimateState
from hvacdesk.domain.billing.handover import HandedOverKind
from hvacdesk.domain.billing.invoices import DocumentKind, InvoiceKind, InvoiceState
from hvacdesk.domain.billing.payments import PaymentWay
from hvacdesk.domain.billing.receipts import ReceiptState
from hvacdesk.domain.billing.tax import Rounding, TaxClass
from hvacdesk.domain.jobs.jobs import WorkItem
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.store.base import CONTENT, Base, Category, ColumnKind, RecordId, new_record_id, personal, plain
from hvacdesk.store.column_types import NONE_YET, Coded, CodedOrNone
from hvacdesk.store.models.jobs import Job

_OPEN_COLUMNS = (
    *("due_on", "record_id", "issued_on", "customer_id", "kind"),
    *("state", "number", "gross_yen", "open_yen"),
)
"""What a list of open items shows: its index answers alone."""


class Price(Base):
    """One line of the office's price list. ``item`` is a work item's code, or empty for a line of its own.

    ``yen`` is empty until the office has decided on a price.
    """

    __tablename__ = "prices"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    position: Mapped[int] = plain(Integer, default=0)
    item: Mapped[WorkItem | None] = plain(CodedOrNone(WorkItem), **NONE_YET)
    label: Mapped[str] = plain(String(120), kind=ColumnKind.TEXT, default="")
    unit: Mapped[str] = plain(String(8), kind=ColumnKind.TEXT, default="")
    yen: Mapped[int | None] = plain(Integer)
    active: Mapped[bool] = plain(Boolean, default=True)


class Estimate(Base):
    """An estimate 見積書 for a job, as it was given; a changed one is another with a higher ``issue``.

    ``costs_apart``: material, labour and other needed costs are listed apart
    (建設業法 20条 材料費等記載見積書). ``rounding``: what its tax is rounded by, as the invoice's will be.
    ``deposit_percent``: what share of the whole is asked for in advance; 0 where none is.
    ``answer`` (JSON): what else the customer's answer changed; empty where this very one was not answered.
    """

    __tablename__ = "estimates"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    job_id: Mapped[int] = plain(ForeignKey("jobs.id", ondelete="CASCADE"), index=True)
    number: Mapped[str] = plain(String(16), unique=True)
    issue: Mapped[int] = plain(Integer, default=1)
    state: Mapped[EstimateState] = plain(Coded(EstimateState))
    issued_on: Mapped[str] = plain(String(10), default="")
    valid_until: Mapped[str] = plain(String(10), default="")
    tax_percent: Mapped[int] = plain(Integer)
    prices_with_tax: Mapped[bool] = plain(Boolean, default=False)
    rounding: Mapped[Rounding] = plain(Coded(Rounding), default=Rounding.DOWN, server_default="down")
    costs_apart: Mapped[bool] = plain(Boolean, default=False)
    deposit_percent: Mapped[int] = plain(Integer, default=0, server_default="0")
    text: Mapped[str] = personal(Category.TEXT, Text, default="")
    issued_by: Mapped[str] = plain(RecordId, default="")
    answer: Mapped[str] = plain(Text, kind=ColumnKind.CODE, default="")
    version: Mapped[int] = plain(Integer, default=1)

    lines: Mapped[list[EstimateLine]] = relationship(
        cascade="all, delete-orphan", order_by="EstimateLine.position"
    )


class EstimateLine(Base):
    """One line of an estimate. ``yen`` is the price of one ``unit``; a discount is negative.

    ``material_yen``, ``labour_yen`` and ``welfare_yen`` are within its amount; 0 where they are not named.
    """

    __tablename__ = "estimate_lines"

    id: Mapped[int] = plain(Integer, primary_key=True)
    estimate_id: Mapped[int] = plain(ForeignKey("estimates.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = plain(Integer)
    item: Mapped[WorkItem | None] = plain(CodedOrNone(WorkItem), **NONE_YET)
    label: Mapped[str] = personal(Category.TEXT, Text, field=RecordField.SLIP, default="")
    quantity: Mapped[float] = plain(Float)
    unit: Mapped[str] = plain(String(8), kind=ColumnKind.TEXT, default="")
    yen: Mapped[int] = plain(Integer)
    material_yen: Mapped[int] = plain(Integer, default=0)
    labour_yen: Mapped[int] = plain(Integer, default=0)
    welfare_yen: Mapped[int] = plain(Integer, default=0)


class BillingFacts(Base):
    """The one row of what the office bills by: rounding, usual terms, and its own bank account."""

    __tablename__ = "billing_facts"

    id: Mapped[int] = plain(Integer, primary_key=True)
    rounding: Mapped[Rounding] = plain(Coded(Rounding), default=Rounding.DOWN)
    pay_months: Mapped[int] = plain(Integer, default=1)
    pay_day: Mapped[int] = plain(Integer, default=31)
    bank: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT, default="")
    branch: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT, default="")
    kind: Mapped[str] = plain(String(16), kind=ColumnKind.TEXT, default="")
    number: Mapped[str] = plain(String(16), default="")
    holder: Mapped[str] = plain(String(80), kind=ColumnKind.NAME, default="")


class Invoice(Base):
    """An invoice 請求書 or credit note 返還請求書; once issued it is never changed but for its state.

    ``number`` is empty until it is issued. ``about`` is the number of the invoice that it credits or takes
    the place of. ``rounding`` is what its taxes were rounded by.
    ``rates`` (JSON) holds the sums of each rate, ``earlier`` (JSON) what was asked for before.
    ``open_yen`` is what is still to be paid, and 0 for a draft and for one that no longer stands: so an index
    of a few rows answers what is open, however many there are. ``ended_on`` is the day on which it became
    void or was replaced, ``issue_on`` the one that a draft is to be dated. ``sold_by`` is, of a credit note
    about a deposit, the number of the final invoice that had made the deposit sales by then. ``in_books``
    says whether the office's books were handed it as it is now: what is not in them is found by an index of
    that alone. Of a collective one ``balance`` (JSON) is what its page carries over, empty where it does not,
    and ``account`` (JSON) the customer's account once it was issued, from which the next one goes on.
    """

    __tablename__ = "invoices"
    __table_args__ = (
        Index("uq_invoices_number", "number", unique=True, sqlite_where=text("number != ''")),
        Index("ix_invoices_about", "about", sqlite_where=text("about != ''")),
        Index(
            "ix_invoices_open",
            *_OPEN_COLUMNS,
            sqlite_where=text("open_yen != 0"),
        ),
        Index("ix_invoices_drafts", "customer_id", sqlite_where=text("state = 'draft'")),
        Index(
            "ix_invoices_not_in_books",
            *("issued_on", "state", "gross_yen", "kind"),
            sqlite_where=text("in_books = 0 AND issued_on != ''"),
        ),
    )

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    customer_id: Mapped[int] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    kind: Mapped[InvoiceKind] = plain(Coded(InvoiceKind))
    state: Mapped[InvoiceState] = plain(Coded(InvoiceState))
    number: Mapped[str] = plain(String(16), default="")
    about: Mapped[str] = plain(String(16), default="")
    sold_by: Mapped[str] = plain(String(16), default="")
    issued_on: Mapped[str] = plain(String(10), default="", index=True)
    delivered_from: Mapped[str] = plain(String(10), default="")
    delivered_to: Mapped[str] = plain(String(10), default="")
    due_on: Mapped[str] = plain(String(10), default="")
    closed_on: Mapped[str] = plain(String(10), default="")
    issue_on: Mapped[str] = plain(String(10), default="")
    prices_with_tax: Mapped[bool] = plain(Boolean, default=False)
    rounding: Mapped[Rounding] = plain(Coded(Rounding), default=Rounding.DOWN)
    net_yen: Mapped[int] = plain(Integer, default=0)
    tax_yen: Mapped[int] = plain(Integer, default=0)
    gross_yen: Mapped[int] = plain(Integer, default=0)
    open_yen: Mapped[int] = plain(Integer, default=0)
    rates: Mapped[str] = plain(Text, kind=ColumnKind.CODE, default="[]")
    earlier: Mapped[str] = plain(Text, kind=ColumnKind.CODE, default="[]")
    balance: Mapped[str] = plain(Text, kind=ColumnKind.CODE, default="")
    account: Mapped[str] = plain(Text, kind=ColumnKind.CODE, default="")
    remarks: Mapped[str] = personal(Category.TEXT, Text, field=RecordField.SLIP, default="")
    sent_on: Mapped[str] = plain(String(10), default="")
    ended_on: Mapped[str] = plain(String(10), default="")
    in_books: Mapped[bool] = plain(Boolean, default=False)
    issued_by: Mapped[str] = plain(RecordId, default="")
    version: Mapped[int] = plain(Integer, default=1)

    lines: Mapped[list[InvoiceLine]] = relationship(
        cascade="all, delete-orphan", order_by="InvoiceLine.position"
    )
    jobs: Mapped[list[InvoiceJob]] = relationship(cascade="all, delete-orphan", order_by="InvoiceJob.id")


class InvoiceLine(Base):
    """One line of an invoice. ``yen`` is the price of one ``unit``; a discount is negative."""

    __tablename__ = "invoice_lines"

    id: Mapped[int] = plain(Integer, primary_key=True)
    invoice_id: Mapped[int] = plain(ForeignKey("invoices.id", ondelete="CASCADE"), index=True)
    job_id: Mapped[int | None] = plain(ForeignKey("jobs.id", ondelete="SET NULL"), index=True)
    position: Mapped[int] = plain(Integer)
    item: Mapped[WorkItem | None] = plain(CodedOrNone(WorkItem), **NONE_YET)
    label: Mapped[str] = personal(Category.TEXT, Text, field=RecordField.SLIP, default="")
    quantity: Mapped[float] = plain(Float)
    unit: Mapped[str] = plain(String(8), kind=ColumnKind.TEXT, default="")
    yen: Mapped[int] = plain(Integer)
    tax_class: Mapped[TaxClass] = plain(Coded(TaxClass), default=TaxClass.STANDARD)
    on: Mapped[str] = plain(String(10), default="")


class InvoiceJob(Base):
    """A job that an invoice is for."""

    __tablename__ = "invoice_jobs"
    __table_args__ = (UniqueConstraint("invoice_id", "job_id"),)

    id: Mapped[int] = plain(Integer, primary_key=True)
    invoice_id: Mapped[int] = plain(ForeignKey("invoices.id", ondelete="CASCADE"))
    job_id: Mapped[int] = plain(ForeignKey("jobs.id", ondelete="CASCADE"), index=True)

    job: Mapped[Job] = relationship(lazy="joined", innerjoin=True)


class IssuedDocument(Base):
    """An invoice, credit note or receipt as it was issued: the PDF's very bytes, and what they show as JSON.

    The PDF goes with its row, and the row goes when ``data`` does: what the PDF shows of a person is in
    there, and bytes that are packed tell nobody who searches the file for a name. So ``pdf`` is emptied as
    soon as ``data`` loses a word, and ``data_sha256`` with it: while there is a PDF, it is the hash of all
    that the PDF shows, and no erased word can be guessed from it. ``sha256`` is of the PDF, stays, and is
    in the log as well.
    """

    __tablename__ = "issued_documents"
    __table_args__ = CONTENT

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    customer_id: Mapped[int] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    invoice_id: Mapped[int | None] = plain(ForeignKey("invoices.id", ondelete="CASCADE"), index=True)
    kind: Mapped[DocumentKind] = plain(Coded(DocumentKind))
    number: Mapped[str] = plain(String(16), index=True)
    issued_on: Mapped[str] = plain(String(10))
    yen: Mapped[int] = plain(Integer)
    data: Mapped[str] = personal(Category.TEXT, Text, field=RecordField.SLIP)
    data_sha256: Mapped[str] = plain(String(64), kind=ColumnKind.CODE, default="")
    pdf: Mapped[bytes] = plain(LargeBinary)
    sha256: Mapped[str] = plain(String(64), kind=ColumnKind.CODE)
    filed_by: Mapped[str] = plain(RecordId)
    filed_at: Mapped[str] = plain(String(20))


class Payment(Base):
    """Money that a customer paid or got back. Never deleted: one booked in error is taken back, and stays.

    ``payer`` and ``bank_text`` are what the bank wrote, sealed under the payment key. ``credit_yen`` is what
    is left over for the customer. ``collected_by`` took the cash on site and hands it in, ``cash_count`` is
    the record id of that count. ``pays_back`` is the record id of the payment of which something left over
    was given back. ``in_books`` is as for invoices.
    """

    __tablename__ = "payments"
    __table_args__ = (
        Index("ix_payments_credit", "customer_id", sqlite_where=text("credit_yen != 0")),
        Index(
            "ix_payments_cash_out",
            "collected_by",
            sqlite_where=text("collected_by != '' AND handed_in_on = '' AND taken_back_on = ''"),
        ),
        Index("ix_payments_cash_count", "cash_count", sqlite_where=text("cash_count != ''")),
        Index("ix_payments_pays_back", "pays_back", sqlite_where=text("pays_back != ''")),
        Index(
            "ix_payments_not_in_books",
            *("received_on", "taken_back_on", "yen"),
            sqlite_where=text("in_books = 0 AND yen != 0"),
        ),
    )

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    customer_id: Mapped[int] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    number: Mapped[str] = plain(String(16), unique=True)
    received_on: Mapped[str] = plain(String(10), index=True)
    yen: Mapped[int] = plain(Integer)
    fee: Mapped[int] = plain(Integer, default=0)
    way: Mapped[PaymentWay] = plain(Coded(PaymentWay))
    credit_yen: Mapped[int] = plain(Integer, default=0)
    payer: Mapped[bytes | None] = personal(Category.PAYMENT, LargeBinary, sealed=True)
    bank_text: Mapped[bytes | None] = personal(Category.PAYMENT, LargeBinary, sealed=True)
    note: Mapped[str] = personal(Category.TEXT, Text, default="")
    collected_by: Mapped[str] = plain(RecordId, default="")
    handed_in_on: Mapped[str] = plain(String(10), default="")
    counted_by: Mapped[str] = plain(RecordId, default="")
    cash_count: Mapped[str] = plain(RecordId, default="")
    pays_back: Mapped[str] = plain(RecordId, default="")
    taken_back_on: Mapped[str] = plain(String(10), default="")
    taken_back_by: Mapped[str] = plain(RecordId, default="")
    in_books: Mapped[bool] = plain(Boolean, default=False)
    booked_by: Mapped[str] = plain(RecordId)
    booked_at: Mapped[str] = plain(String(20))
    version: Mapped[int] = plain(Integer, default=1)

    allocations: Mapped[list[PaymentAllocation]] = relationship(
        cascade="all, delete-orphan", order_by="PaymentAllocation.id"
    )


class CashCount(Base):
    """Collected cash that was handed in and counted, and why it was another sum, if it was.

    ``in_books`` is as for invoices: only a difference is ever handed over. ``corrects`` is the record id of
    the count whose difference the books have and that this one puts right. One that was taken back stays,
    with the ``numbers`` (JSON) of the payments that wait to be counted again.
    """

    __tablename__ = "cash_counts"
    __table_args__ = (
        Index(
            "ix_cash_counts_not_in_books",
            *("counted_on", "taken_back_on", "expected_yen", "counted_yen"),
            sqlite_where=text("in_books = 0 AND reason != ''"),
        ),
    )

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    collected_by: Mapped[str] = plain(RecordId)
    counted_on: Mapped[str] = plain(String(10))
    counted_by: Mapped[str] = plain(RecordId)
    expected_yen: Mapped[int] = plain(Integer)
    counted_yen: Mapped[int] = plain(Integer)
    reason: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT, default="")
    corrects: Mapped[str] = plain(RecordId, default="")
    taken_back_on: Mapped[str] = plain(String(10), default="")
    taken_back_by: Mapped[str] = plain(RecordId, default="")
    why: Mapped[str] = plain(String(80), kind=ColumnKind.TEXT, default="")
    numbers: Mapped[str] = plain(Text, kind=ColumnKind.CODE, default="")
    in_books: Mapped[bool] = plain(Boolean, default=False)


class PaymentAllocation(Base):
    """What of a payment pays for an invoice 充当; negative for a credit note that is set off."""

    __tablename__ = "payment_allocations"

    id: Mapped[int] = plain(Integer, primary_key=True)
    payment_id: Mapped[int] = plain(ForeignKey("payments.id", ondelete="CASCADE"), index=True)
    invoice_id: Mapped[int] = plain(ForeignKey("invoices.id", ondelete="CASCADE"), index=True)
    yen: Mapped[int] = plain(Integer)
    on: Mapped[str] = plain(String(10))


class Receipt(Base):
    """A receipt 領収書, or the number of a blank one that a technician carries.

    ``yen`` are what it says was received: the payment's, or what was kept of it; 0 of a blank one.
    """

    __tablename__ = "receipts"
    __table_args__ = (
        Index("ix_receipts_state", "state", "number"),
        Index(
            "ix_receipts_issued",
            *("issued_on", "number", "state", "customer_id", "payment_id", "yen"),
            sqlite_where=text("issued_on != ''"),
        ),
    )

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    customer_id: Mapped[int | None] = plain(ForeignKey("customers.id", ondelete="CASCADE"), index=True)
    payment_id: Mapped[int | None] = plain(ForeignKey("payments.id", ondelete="CASCADE"), index=True)
    number: Mapped[str] = plain(String(16), unique=True)
    state: Mapped[ReceiptState] = plain(Coded(ReceiptState))
    issued_on: Mapped[str] = plain(String(10), default="")
    yen: Mapped[int] = plain(Integer, default=0)
    proviso: Mapped[str] = personal(Category.TEXT, Text, field=RecordField.SLIP, default="")
    electronic: Mapped[bool] = plain(Boolean, default=False)
    stamp_yen: Mapped[int] = plain(Integer, default=0)
    reissues: Mapped[int] = plain(Integer, default=0)
    holder: Mapped[str] = plain(RecordId, default="")
    given_on: Mapped[str] = plain(String(10), default="")
    back_on: Mapped[str] = plain(String(10), default="")
    issued_by: Mapped[str] = plain(RecordId, default="")
    version: Mapped[int] = plain(Integer, default=1)


class BankLineSeen(Base):
    """A deposit of a bank's file that was booked, or set aside as no customer's.

    Nothing of who paid is kept here: ``digest`` only tells whether a line of another file is the same one,
    and that to nobody without ``salt``, which is sealed. The row goes with its payment, or with the payer's
    name there.
    """

    __tablename__ = "bank_lines"
    __table_args__ = (UniqueConstraint("digest"), CONTENT)

    id: Mapped[int] = plain(Integer, primary_key=True)
    on: Mapped[str] = plain(String(10), index=True)
    yen: Mapped[int] = plain(Integer)
    salt: Mapped[bytes | None] = personal(Category.PAYMENT, LargeBinary, sealed=True)
    digest: Mapped[str] = plain(String(64), kind=ColumnKind.CODE)
    payment_id: Mapped[int | None] = plain(ForeignKey("payments.id", ondelete="CASCADE"), index=True)
    seen_by: Mapped[str] = plain(RecordId)
    seen_at: Mapped[str] = plain(String(20))


class BooksRun(Base):
    """A list that was handed over to the office's books: of which days, and how much it held then.

    ``record_id`` is that of its file in the register of files outside. ``allotted_until`` is the last key of
    what was allotted by then: so the list says the same when it is had once more.
    """

    __tablename__ = "books_runs"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    handed_at: Mapped[str] = plain(String(20))
    handed_by: Mapped[str] = plain(RecordId)
    program: Mapped[AccountingProgram] = plain(Coded(AccountingProgram))
    first_day: Mapped[str] = plain(String(10))
    last_day: Mapped[str] = plain(String(10))
    entries: Mapped[int] = plain(Integer)
    invoiced_yen: Mapped[int] = plain(Integer)
    received_yen: Mapped[int] = plain(Integer)
    allotted_until: Mapped[int] = plain(Integer)


class HandedOver(Base):
    """An entry that was handed over to the office's books: once, and named by its record."""

    __tablename__ = "handed_over"
    __table_args__ = (UniqueConstraint("kind", "subject"),)

    id: Mapped[int] = plain(Integer, primary_key=True)
    kind: Mapped[HandedOverKind] = plain(Coded(HandedOverKind))
    subject: Mapped[str] = plain(RecordId)
    run: Mapped[str] = plain(RecordId, index=True)
