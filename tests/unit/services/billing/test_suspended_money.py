"""Money of a customer whose data is suspended: the books get what laws ask for, and nobody a name or note."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from sqlalchemy import update

from hvacdesk.domain.billing.accounting_export import AccountingProgram
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.receipts import ReceiptRecord
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.handover import BooksHandover
from hvacdesk.services.billing.invoice_index import InvoiceIndexes
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.billing.receipts import Receipts
from hvacdesk.services.requests.suspension import CustomerSuspended
from hvacdesk.store.models import Customer
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import Ground

RECORD = ReceiptRecord("工事代", "2026-11-24")
NOTE = "奥様が持参"


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


@pytest.fixture
def suspended(billed: Billed) -> tuple[str, str]:
    """A suspended customer with an invoice and a payment: their record ids."""
    who = billed.someone(name=PersonName("榊原", "健"))
    issued = billed.issued(billed.job(who))
    record = PaymentRecord(
        "2026-11-23", GROSS, PaymentWay.CASH, allocations=((issued.invoice, GROSS),), note=NOTE
    )
    paid = Payments(billed.ground.workplace).book(billed.books, who, record)
    lock(billed)
    return who, paid


def lock(billed: Billed, on: str = "2026-11-24") -> None:
    with billed.ground.workplace.transaction() as session:
        session.execute(update(Customer).values(suspended_on=on))


def test_no_receipt_is_made_out_or_printed_again(billed: Billed, suspended: tuple[str, str]) -> None:
    receipts, (_who, paid) = Receipts(billed.ground.workplace), suspended
    with pytest.raises(CustomerSuspended):
        receipts.issue(billed.books, paid, RECORD, english)
    lock(billed, "")
    made = receipts.issue(billed.books, paid, RECORD, english)
    lock(billed)
    with pytest.raises(CustomerSuspended):
        receipts.reissue(billed.books, made.receipt, 1, english)
    assert [row.reissues for row in receipts.listed(billed.books).rows] == [0]


def test_no_receipt_is_sent_as_a_file(billed: Billed, suspended: tuple[str, str]) -> None:
    record = ReceiptRecord("工事代", "2026-11-24", electronic=True)
    with pytest.raises(CustomerSuspended):
        Receipts(billed.ground.workplace).issue(billed.books, suspended[1], record, english)


def test_the_note_of_a_payment_is_hidden_and_money_is_still_booked(
    billed: Billed, suspended: tuple[str, str]
) -> None:
    payments, (who, _paid) = Payments(billed.ground.workplace), suspended
    assert [one.note for one in payments.of_customer(billed.books, who).payments] == [""]
    assert [one.row.note for one in payments.latest(billed.books)] == [""]
    cash = PaymentRecord("2026-11-24", 100, PaymentWay.CASH, note=NOTE, collected_by=billed.books.account)
    payments.book(billed.books, who, cash)
    ((out,),) = [one.payments for one in payments.cash_out(billed.books)]
    assert (out.yen, out.note) == (100, "")
    lock(billed, "")
    assert NOTE in [one.note for one in payments.of_customer(billed.books, who).payments]


def test_index_and_books_name_the_number_alone(billed: Billed, suspended: tuple[str, str]) -> None:
    index = InvoiceIndexes(billed.ground.workplace).as_csv(
        billed.books, date(2026, 11, 1), date(2026, 11, 30), english
    )
    rows = list(csv.reader(io.StringIO(index.content.decode("utf-8-sig"))))
    books = BooksHandover(billed.ground.workplace).export(
        billed.books, AccountingProgram.MONEY_FORWARD, "2026-11-01", "2026-11-24"
    )
    with billed.ground.workplace.reading() as session:
        (number,) = session.query(Customer.number).one()
    assert rows[1][5] == number
    for text in (index.content.decode("utf-8-sig"), books.content.decode("utf-8-sig")):
        assert "榊原" not in text
        assert number in text


def test_what_a_receipt_is_for_is_hidden_as_a_note_is(billed: Billed, suspended: tuple[str, str]) -> None:
    receipts, (_who, paid) = Receipts(billed.ground.workplace), suspended
    lock(billed, "")
    made = receipts.issue(billed.books, paid, RECORD, english)
    lock(billed)
    assert [row.proviso for row in receipts.listed(billed.books).rows] == [""]
    assert receipts.detail(billed.books, made.receipt).row.proviso == ""
    lock(billed, "")
    assert [row.proviso for row in receipts.listed(billed.books).rows] == [RECORD.proviso]
    assert receipts.detail(billed.books, made.receipt).row.proviso == RECORD.proviso
