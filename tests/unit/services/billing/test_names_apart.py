"""Customers whose names read alike are told apart in every list of billing, by their number and town."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from hvacdesk.domain.billing.open_items import InvoiceQuery, read_alike
from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.billing.receipts import ReceiptRecord
from hvacdesk.domain.customers.customers import Address, PersonName
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.billing_terms import BillingTerms
from hvacdesk.services.billing.collective import Collective
from hvacdesk.services.billing.invoice_index import InvoiceSearch
from hvacdesk.services.billing.month_summaries import MonthSummaries
from hvacdesk.services.billing.open_items import OpenItems
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.billing.prices import Prices
from hvacdesk.services.billing.receipts import Receipts
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.requests import suspension
from tests.helpers.billed import Billed, billed_office
from tests.helpers.booked import book_another
from tests.helpers.ground import Ground
from tests.helpers.paper import read_text

ELSEWHERE = Address("4600008", "愛知県", "名古屋市中区", "栄", "3-15-33")
FIRST, SECOND = "鈴木 ●●  C-000001  名古屋市千種区唐山町", "鈴木 ●●  C-000002  名古屋市中区栄"
ALONE = "髙﨑 ●●"


@pytest.fixture
def office(ground: Ground) -> Billed:
    return billed_office(ground)


def three(office: Billed) -> tuple[str, str, str]:
    """Two of one family name, and one of another."""
    return (
        office.someone(name=PersonName("鈴木", "一郎")),
        office.someone(name=PersonName("鈴木", "二郎"), address=ELSEWHERE),
        office.someone(name=PersonName("髙﨑", "花子")),
    )


def to_bill(office: Billed, people: tuple[str, ...]) -> list[str]:
    for who in people:
        office.job(who)
    return [row.name.text for row in OpenItems(office.ground.workplace).to_bill(office.books)]


def invoices(office: Billed, people: tuple[str, ...]) -> list[str]:
    for who in people:
        office.issued(office.job(who))
    found = InvoiceSearch(office.ground.workplace).search(office.books, InvoiceQuery())
    return [one.name.text for one in reversed(found.listed)]


def payments(office: Billed, people: tuple[str, ...]) -> list[str]:
    service = Payments(office.ground.workplace)
    for who in people:
        book_another(service, office.books, who, PaymentRecord("2026-11-20", 500, PaymentWay.CASH))
    return [one.name.text for one in reversed(service.latest(office.books))]


def receipts(office: Billed, people: tuple[str, ...]) -> list[str]:
    payments(office, people)
    service = Receipts(office.ground.workplace)
    for one in reversed(Payments(office.ground.workplace).latest(office.books)):
        service.issue(office.books, one.row.payment, ReceiptRecord("代金", "2026-11-24"), english)
    found = service.listed(office.books)
    return [found.names[row.customer].text for row in reversed(found.rows)]


def closing(office: Billed, people: tuple[str, ...]) -> list[str]:
    workplace = office.ground.workplace
    service = Collective(workplace)
    Prices(workplace).keep(office.ground.owner, PriceRecord(None, "Installation", "台", 10_000))
    for who in people:
        BillingTerms(office.ground.workplace).change_customer(office.books, who, None, PayTerms(31, 1, 31))
        office.job(who, on="2026-10-20")
    shown = service.preview(office.books, date(2026, 11, 30), english)
    return [row.name.text for row in shown]


def month(office: Billed, people: tuple[str, ...]) -> list[str]:
    payments(office, people)
    found = MonthSummaries(office.ground.workplace).of_month(office.books, "2026-11")
    return sorted((row.name for row in found.customers), key=lambda name: (name == ALONE, name))


LISTS: dict[str, Callable[[Billed, tuple[str, ...]], list[str]]] = {
    "to bill": to_bill,
    "invoices": invoices,
    "payments": payments,
    "receipts": receipts,
    "closing": closing,
    "month": month,
}


@pytest.mark.parametrize("listed", LISTS)
def test_names_that_read_alike_are_told_apart_and_no_others(office: Billed, listed: str) -> None:
    assert LISTS[listed](office, three(office)) == [FIRST, SECOND, ALONE]


def test_the_printed_month_tells_them_apart_as_well(office: Billed) -> None:
    month(office, three(office))
    pdf = MonthSummaries(office.ground.workplace).paper(office.books, "2026-11", english).pdf
    assert all(told in read_text(pdf) for told in ("C-000001", "名古屋市千種区唐山町", "C-000002"))


def test_no_town_of_who_is_suspended_is_told(office: Billed) -> None:
    people = three(office)
    with office.ground.workplace.transaction() as session:
        suspension.lock(session, customer_store.current(session, people[1]), "2026-11-24")
    assert payments(office, people) == [FIRST, "鈴木 ●●  C-000002", ALONE]


def test_one_customer_with_several_rows_is_nobody_elses_namesake(office: Billed) -> None:
    who = office.someone(name=PersonName("鈴木", "一郎"))
    assert payments(office, (who, who)) == ["鈴木 ●●", "鈴木 ●●"]


def test_what_was_shown_at_a_closing_with_its_addition_is_issued(office: Billed) -> None:
    closing(office, three(office))
    service = Collective(office.ground.workplace)
    office.ground.clock.pass_time(days=10)
    shown = service.preview(office.books, date(2026, 11, 30), english)
    other = replace(shown[1], name=replace(shown[1].name, text="別の人"))
    done = service.issue(office.books, (shown[0], other, shown[2]), english)
    assert [one.issued is not None for one in done] == [True, False, True]


@pytest.mark.parametrize(
    ("one", "other"),
    [("高橋 ●●", "髙橋 ●●"), ("斉藤 ●●", "齊藤 ●●"), ("㈱東海", "株式会社東海"), ("ｶﾄｳ商店", "カトウ商店")],
)
def test_names_that_are_nearly_the_same_read_alike(one: str, other: str) -> None:
    assert read_alike([("a", one), ("b", other), ("c", "田中 ●●")]) == {one, other}
    assert read_alike([("a", one), ("a", other)]) == frozenset()
