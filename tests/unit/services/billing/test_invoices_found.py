"""Invoices are found by day, sum and party together, and an inspector gets the index of all of them."""

from __future__ import annotations

import csv
import hashlib
import io
from datetime import date

import pytest

from hvacdesk.domain.billing.invoices import InvoiceState
from hvacdesk.domain.billing.open_items import InvoiceQuery
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.receipts import ReceiptQuery, ReceiptRecord
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.invoice_index import INVOICES_LISTED, InvoiceIndexes, InvoiceSearch
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.billing.receipts import Receipts
from hvacdesk.services.customers.exact_tries import FREE_TRIES, TooManyExactSearches
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.store.billing import invoices as store
from hvacdesk.store.models import Invoice
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import ROLES, Ground

DAY = date(2026, 11, 30)


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


@pytest.fixture
def search(ground: Ground) -> InvoiceSearch:
    return InvoiceSearch(ground.workplace)


@pytest.fixture
def indexes(ground: Ground) -> InvoiceIndexes:
    return InvoiceIndexes(ground.workplace)


@pytest.mark.parametrize("role", ROLES)
def test_both_are_for_who_keeps_the_books(
    ground: Ground, search: InvoiceSearch, indexes: InvoiceIndexes, role: Role
) -> None:
    who = ground.people[role]
    if role in {Role.OWNER, Role.ACCOUNTING}:
        assert search.search(who, InvoiceQuery()).total == indexes.as_csv(who, DAY, DAY, english).rows == 0
        return
    with pytest.raises(NotPermitted):
        search.search(who, InvoiceQuery())
    with pytest.raises(NotPermitted):
        indexes.as_csv(who, DAY, DAY, english)


def test_search_combines_day_sum_and_party(billed: Billed, search: InvoiceSearch) -> None:
    one = billed.someone(name=PersonName("柳川", "美沙緒"))
    other = billed.someone(name=PersonName("榊原", "健"))
    first = billed.issued(billed.job(one))
    billed.ground.clock.pass_time(days=10)
    second = billed.issued(billed.job(other, on="2026-12-01"))

    def numbers(**query: object) -> list[str]:
        found = search.search(billed.books, InvoiceQuery(**query))  # type: ignore[arg-type]
        assert found.total == len(found.listed)
        return [listed.row.number for listed in found.listed]

    found = search.search(billed.books, InvoiceQuery()).listed
    assert [listed.customer for listed in found] == [other, one]
    assert numbers() == [second.number, first.number]
    assert numbers(first_day="2026-12-01") == [second.number]
    assert numbers(last_day="2026-12-01") == [first.number]
    assert numbers(lowest=GROSS, highest=GROSS) == [second.number, first.number]
    assert numbers(lowest=GROSS + 1) == []
    assert numbers(party="柳川") == [first.number]
    assert numbers(party="柳川", first_day="2026-12-01") == []
    assert numbers(party="榊原", first_day="2026-12-01", lowest=1_000, highest=20_000) == [second.number]
    assert numbers(party="健") == []  # a given name is hidden, so no part of it finds
    for typed in (first.number.lower(), "I2026-000001", "Ｉ２０２６－０００００１", "000001", " ０００１ "):
        assert numbers(party=typed) == [first.number]
    assert numbers(party="i2026-0000") == [second.number, first.number]
    for wildcard in ("%", "_"):
        assert numbers(party=wildcard) == []
    paid = PaymentRecord("2026-12-04", GROSS, PaymentWay.CASH, allocations=((first.invoice, GROSS),))
    Payments(billed.ground.workplace).book(billed.books, one, paid)
    assert numbers(lowest=GROSS, highest=GROSS) == [second.number, first.number], "the sum, not what is open"
    assert numbers(highest=GROSS - 1) == []
    assert numbers(states=frozenset({InvoiceState.VOID})) == []
    billed.invoices.draft_free(billed.books, one)
    assert numbers(highest=GROSS) == [second.number, first.number], "a draft has no sum yet"
    assert numbers(lowest=0) == [second.number, first.number]


@pytest.mark.parametrize("typed", ["榊原 健", "榊原\u3000健", "榊原健", "さかきばら けん"])
def test_a_whole_name_finds_as_among_the_customers_and_is_logged(
    billed: Billed, search: InvoiceSearch, typed: str
) -> None:
    who = billed.someone(name=PersonName("榊原", "健", "サカキバラ", "ケン"))
    other = billed.someone(name=PersonName("榊原", "美沙緒", "サカキバラ", "ミサオ"))
    made = billed.issued(billed.job(who))
    paid = PaymentRecord("2026-11-24", GROSS, PaymentWay.CASH, allocations=((made.invoice, GROSS),))
    workplace = billed.ground.workplace
    payment = Payments(workplace).book(billed.books, who, paid)
    receipts = Receipts(workplace)
    receipts.issue(billed.books, payment, ReceiptRecord("work", "2026-11-24"), english)
    billed.issued(billed.job(other))
    (found,) = search.search(billed.books, InvoiceQuery(party=typed)).listed
    assert (found.customer, found.name.text) == (who, "榊原 ●●")
    (row,) = receipts.listed(billed.books, ReceiptQuery(typed)).rows
    assert row.customer == who
    audit = AuditLog(workplace)
    (entry,) = audit.entries(billed.ground.owner, action=Action.EXACT_SEARCH)
    assert (entry.subject, entry.details["field"]) == (f"customer:{who}", "name")


def test_part_of_a_hidden_name_finds_nothing_and_many_tries_have_to_wait(
    billed: Billed, search: InvoiceSearch
) -> None:
    billed.issued(billed.job(billed.someone(name=PersonName("榊原", "健太"))))
    for part in ("健太", "榊原 健", "榊原健"):
        assert search.search(billed.books, InvoiceQuery(party=part)).total == 0
    tried = [InvoiceQuery(party=f"榊原 {chr(0x5065 + at)}太郎") for at in range(FREE_TRIES)]
    for one in tried[2:]:  # two of those above went on from the one before
        search.search(billed.books, one)
    with pytest.raises(TooManyExactSearches):
        search.search(billed.books, InvoiceQuery(party="榊原 次郎"))
    assert search.search(billed.books, InvoiceQuery(party="榊原")).total == 1
    assert search.search(billed.books, InvoiceQuery(party="I2026-000001")).total == 1


def test_the_index_names_everything_that_was_issued(billed: Billed, indexes: InvoiceIndexes) -> None:
    who = billed.someone(name=PersonName("柳川", "美沙緒"))
    first = billed.issued(billed.job(who))
    billed.invoices.void(billed.books, first.invoice)
    second = billed.issued(billed.job(who))
    billed.issue(billed.invoices.credit(billed.books, second.invoice, english))
    billed.draft(billed.job(who))
    made = indexes.as_csv(billed.books, date(2026, 11, 1), date(2026, 11, 30), english)
    rows = list(csv.reader(io.StringIO(made.content.decode("utf-8-sig"))))
    assert rows[0][:6] == ["Number", "Kind", "State", "Date", "Issued", "Party"]
    assert [row[0] for row in rows[1:]] == ["I2026-000001", "I2026-000002", "C2026-000001"]
    assert [row[2] for row in rows[1:]] == ["Void", "Set off", "Set off"]
    assert {row[5] for row in rows[1:]} == {"柳川 美沙緒"}
    assert rows[0][6:8] == ["Amount (yen)", "Tax (yen)"]
    assert [row[6:8] for row in rows[1:3]] == [[f"{GROSS}", "1705"]] * 2
    assert rows[3][6:8] == [f"-{GROSS}", "-1705"]
    assert rows[3][9] == "I2026-000002"
    assert all(len(row[11]) == 64 for row in rows[1:])
    assert made.rows == 3


def test_the_index_tells_the_day_of_the_trade_and_beside_it_that_of_the_issue(
    billed: Billed, indexes: InvoiceIndexes
) -> None:
    billed.issued(billed.job(on="2026-11-20"))
    one = billed.issued(billed.job(on="2026-11-19"))
    billed.issue(billed.invoices.credit(billed.books, one.invoice, english))
    made = indexes.as_csv(billed.books, date(2026, 11, 1), date(2026, 11, 30), english)
    rows = list(csv.reader(io.StringIO(made.content.decode("utf-8-sig"))))
    assert [row[3:5] for row in rows[1:]] == [
        ["2026-11-20", "2026-11-24"],
        ["2026-11-19", "2026-11-24"],
        ["2026-11-24", "2026-11-24"],
    ]


def test_the_index_names_the_receipts_too(billed: Billed, indexes: InvoiceIndexes) -> None:
    who = billed.someone(name=PersonName("柳川", "美沙緒"))
    issued = billed.issued(billed.job(who))
    paid = Payments(billed.ground.workplace).book(
        billed.books,
        who,
        PaymentRecord("2026-11-20", GROSS, PaymentWay.CASH, allocations=((issued.invoice, GROSS),)),
    )
    receipts = Receipts(billed.ground.workplace)
    record = ReceiptRecord("空調設備工事代として", "2026-11-24", electronic=True)
    first = receipts.issue(billed.books, paid, record, english)
    (row,) = receipts.listed(billed.books).rows
    receipts.void(billed.books, row.receipt, row.version)
    again = receipts.issue(billed.books, paid, record, english)
    receipts.give_out(billed.books, billed.ground.people[Role.TECHNICIAN].account, 2, english)
    made = indexes.as_csv(billed.books, date(2026, 11, 1), date(2026, 11, 30), english)
    rows = list(csv.reader(io.StringIO(made.content.decode("utf-8-sig"))))[2:]
    assert [tuple(row[:11]) for row in rows] == [
        (
            *(number, "Receipt", state, "2026-11-20", "2026-11-24", "柳川 美沙緒"),
            *(f"{GROSS}", "", "", issued.number, f"{number}.pdf"),
        )
        for number, state in ((first.page.number, "Void"), (again.page.number, "Issued"))
    ]
    assert [row[11] for row in rows] == [hashlib.sha256(one.pdf).hexdigest() for one in (first, again)]
    assert made.rows == 3
    early = indexes.as_csv(billed.books, date(2026, 11, 1), date(2026, 11, 23), english)
    assert early.rows == 0


def test_the_index_leaves_nothing_out_that_the_list_has_no_room_for(
    billed: Billed, search: InvoiceSearch, indexes: InvoiceIndexes
) -> None:
    last = billed.issued(billed.job())
    with billed.ground.workplace.transaction() as session:
        known = store.get(session, last.invoice)
        kept = {"customer_id": known.customer_id, "kind": known.kind, "state": known.state}
        for count in range(INVOICES_LISTED):
            session.add(Invoice(**kept, number=f"I2026-1{count:05}", issued_on=known.issued_on))
    made = indexes.as_csv(billed.books, date(2026, 11, 1), date(2026, 11, 30), english)
    assert len(search.search(billed.books, InvoiceQuery()).listed) == INVOICES_LISTED
    assert len(made.content.decode("utf-8-sig").splitlines()) - 1 == made.rows == INVOICES_LISTED + 1
