"""Deposits that several customers' invoices fit: how many, what tells them apart, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hvacdesk.domain.bank.bank_matching import BankProposals, MatchReason, confirmed
from hvacdesk.domain.billing.invoices import InvoiceLineRecord
from hvacdesk.domain.billing.open_items import read_alike
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.jobs.jobs import JobState, WorkKind
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.bank_imports import BankImports, BookedDeposits
from hvacdesk.services.billing.open_items import OpenItems
from hvacdesk.services.billing.payments import Payments
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.requests import suspension
from hvacdesk.ui.file_reading import given_file
from tests.helpers.bank_files import notices
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import START, new_ground

ICHIRO = PersonName("鈴木", "一郎", "スズキ", "イチロウ")
JIRO = PersonName("鈴木", "二郎", "スズキ", "ジロウ")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Billed]:
    """Whose invoices are of 20 November until a file is read, on the 24th."""
    ground = new_ground(tmp_path)
    ground.clock.now = START - timedelta(days=4)
    yield billed_office(ground)
    ground.close()


def read(office: Billed, folder: Path, *deposits: tuple[str, int, str]) -> BankProposals:
    office.ground.clock.now = START
    path = folder / "notice.txt"
    path.write_bytes(notices(deposits, "081124"))
    return BankImports(office.ground.workplace).read(office.books, given_file(path))


def test_a_deposit_that_fits_two_of_one_family_says_so_and_what_each_is_for(
    office: Billed, tmp_path: Path
) -> None:
    first = office.issued(office.job(office.someone(name=ICHIRO), on="2026-11-19"))
    second = office.issued(office.job(office.someone(name=JIRO), on="2026-11-18"))
    found = read(office, tmp_path, ("081124", GROSS, "ｽｽﾞｷ"))
    (one,) = found.proposals
    assert (one.invoices, one.others, one.certain) == ((first.invoice,), ((second.invoice,),), False)
    assert one.reasons == {MatchReason.FAMILY_AND_SUM}
    assert read_alike((customer, name.text) for customer, name in found.names.items()) == {"鈴木 ●●"}
    works = {invoice: works[0] for invoice, works in found.works.items()}
    assert works[first.invoice].number != works[second.invoice].number
    assert (works[first.invoice].work_kind, works[first.invoice].on) == (WorkKind.INSTALL, "2026-11-19")
    assert works[first.invoice].town == "名古屋市千種区唐山町"


def test_what_is_open_says_what_it_is_for_and_no_town_of_who_is_suspended(office: Billed) -> None:
    who = office.someone(name=ICHIRO)
    office.issued(office.job(who))
    items = OpenItems(office.ground.workplace)
    for role in (office.books, office.ground.desk):
        (item,) = items.open(role)
        assert [work.town for work in item.works] == ["名古屋市千種区唐山町"]
        assert items.of_customer(role, who)[0].works == item.works
    with office.ground.workplace.transaction() as session:
        suspension.lock(session, customer_store.current(session, who), "2026-11-24")
    (item,) = items.open(office.books)
    assert [(work.number[:4], work.town) for work in item.works] == [("2026", "")]


def test_fees_of_what_was_booked_at_once_are_told(office: Billed, tmp_path: Path) -> None:
    office.issued(office.job(office.someone(name=ICHIRO)))
    found = read(office, tmp_path, ("081124", GROSS - 440, "ｽｽﾞｷ ｲﾁﾛｳ"))
    invoices = {one.invoice: one for one in found.invoices}
    shown = [confirmed(one, invoices) for one in found.proposals]
    imports = BankImports(office.ground.workplace)
    assert imports.book_certain(office.books, found.file, shown) == BookedDeposits(1, 0, 1, 440)


@pytest.mark.parametrize("way", ["bank file", "by hand"])
def test_a_payment_that_was_booked_by_itself_is_taken_back_by_undo(
    office: Billed, tmp_path: Path, way: str
) -> None:
    who = office.someone(name=ICHIRO)
    job = office.job(who)
    invoice = office.issued(job).invoice
    payments = Payments(office.ground.workplace)
    if way == "bank file":
        found = read(office, tmp_path, ("081124", GROSS, "ｽｽﾞｷ ｲﾁﾛｳ"))
        invoices = {one.invoice: one for one in found.invoices}
        deposit = confirmed(found.proposals[0], invoices)
        assert BankImports(office.ground.workplace).confirm(office.books, [deposit]) == 1
    else:
        record = PaymentRecord("2026-11-20", GROSS, PaymentWay.BANK, allocations=((invoice, GROSS),))
        payments.book(office.books, who, record)
    assert office.state(job) is JobState.PAID
    office.ground.workplace.edits.undo(office.books)
    assert office.state(job) is JobState.INVOICED
    (payment,) = payments.of_customer(office.books, who).payments
    assert payment.taken_back_on == office.ground.workplace.today().isoformat()
    assert payments.of_customer(office.books, who).open_invoices[0].open_yen == GROSS


def test_each_that_fits_has_what_there_is_to_decide_by_without_a_job(office: Billed, tmp_path: Path) -> None:
    people = [office.someone(name=ICHIRO), office.someone(name=JIRO)]
    for who in people:
        draft = office.invoices.draft_free(office.books, who)
        detail = office.invoices.detail(office.books, draft)
        record = replace(detail.record, lines=(InvoiceLineRecord("部品", 1.0, "個", 9_000),))
        assert "C-00000" in detail.name.text, "a draft for no job says whose it is by the number"
        assert "名古屋市" in detail.name.text
        office.invoices.issue(office.books, draft, detail.row.version, english, record)
    found = read(office, tmp_path, ("081124", 9_900, "ｽｽﾞｷ"))
    assert len(found.proposals[0].others) == 1
    assert found.works == {}
    places = [found.places[one.customer] for one in found.invoices]
    assert places == ["C-000001  名古屋市千種区唐山町", "C-000002  名古屋市千種区唐山町"]
    items = OpenItems(office.ground.workplace).open(office.books)
    assert [one.place for one in items] == places
