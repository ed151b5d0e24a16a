"""Deposit and part invoices ask for shares of the whole, and together for no more than it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.billing.invoice_rules import EarlierTooLarge
from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.errors import ChangedMeanwhile, OutOfRange
from hvacdesk.domain.jobs.jobs import ItemLine, WorkItem
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from hvacdesk.services.billing.prices import Prices
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground
from tests.unit.documents.billing.money_papers import squeezed

DEPOSIT, PART = InvoiceKind.DEPOSIT, InvoiceKind.PART

INSTALLATION = PriceRecord(None, "Installation", "台", 10_000)


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


@pytest.mark.parametrize("percent", [-1, 0, 101, 1_000])
def test_a_share_is_of_a_hundred(billed: Billed, percent: int) -> None:
    with pytest.raises(OutOfRange):
        billed.draft(billed.job(), DEPOSIT, percent)


def test_shares_come_to_no_more_than_the_whole(billed: Billed) -> None:
    job = billed.job()
    billed.issued(job, DEPOSIT, 80)
    with pytest.raises(EarlierTooLarge):
        billed.draft(job, PART, 80)
    assert len(billed.invoices.of_job(billed.books, job)) == 1
    billed.issued(job, PART, 20)


def test_a_part_that_was_typed_in_comes_to_no_more_than_the_whole_either(billed: Billed) -> None:
    prices = Prices(billed.ground.workplace)
    prices.keep(billed.ground.owner, PriceRecord(None, "Installation", "台", 10_000))
    job = billed.job()
    billed.issued(job, DEPOSIT, 80)
    draft = billed.draft(job, PART, 20)
    detail = billed.invoices.detail(billed.books, draft)
    more = replace(
        detail.record, lines=(replace(detail.record.lines[0], yen=detail.record.lines[0].yen + 10),)
    )
    with pytest.raises(EarlierTooLarge):
        billed.invoices.issue(billed.books, draft, detail.row.version, english, more)
    billed.issue(draft)


def test_a_part_of_work_without_a_price_is_typed_in(billed: Billed) -> None:
    draft = billed.draft(billed.job(), DEPOSIT)
    detail = billed.invoices.detail(billed.books, draft)
    much = replace(detail.record, lines=(replace(detail.record.lines[0], yen=100_000),))
    billed.invoices.issue(billed.books, draft, detail.row.version, english, much)


def test_a_reissued_deposit_asks_for_no_more_than_the_whole_or_than_before(billed: Billed) -> None:
    prices = Prices(billed.ground.workplace)
    price = prices.keep(billed.ground.owner, INSTALLATION)
    job = billed.job()
    first = billed.issued(job, DEPOSIT, 30)
    billed.issued(job, PART, 30)
    again = billed.invoices.reissue(billed.books, first.invoice)
    detail = billed.invoices.detail(billed.books, again)
    (line,) = detail.record.lines

    def issue(yen: int) -> IssuedInvoice:
        record = replace(detail.record, lines=(replace(line, yen=yen),))
        version = billed.invoices.detail(billed.books, again).row.version
        return billed.invoices.issue(billed.books, again, version, english, record)

    with pytest.raises(EarlierTooLarge):
        issue(line.yen * 9)
    with pytest.raises(EarlierTooLarge):
        issue(line.yen * 7 // 3 + 10)
    prices.keep(billed.ground.owner, replace(INSTALLATION, yen=1), price, INSTALLATION)
    assert issue(line.yen).number == "I2026-000003"


@pytest.mark.parametrize(("kind", "name"), [(DEPOSIT, "Deposit"), (PART, "Part payment")])
def test_a_line_names_its_percentage_of_the_whole(billed: Billed, kind: InvoiceKind, name: str) -> None:
    unpriced = billed.invoices.detail(billed.books, billed.draft(billed.job(), kind, 40))
    number = unpriced.job_numbers[0]
    assert [line.label for line in unpriced.record.lines] == [f"{name} for job {number}"], (
        "a price is missing"
    )
    prices = Prices(billed.ground.workplace)
    prices.keep(billed.ground.owner, PriceRecord(None, "Installation", "台", 10_000))
    issued = billed.issued(billed.job(), kind, 40)
    told = f"{name} for job {issued.page.job_numbers[0]} (40 % of the contract sum)"
    assert [line.label for line in issued.page.record.lines] == [told]


PART_OF = 27_050
"""The whole before its tax: installation at 10,000, and the extras."""


@pytest.mark.parametrize(
    ("yen", "told"),
    [
        (PART_OF * 30 // 100, "Deposit for job {number} (30 % of the contract sum)"),
        (PART_OF * 40 // 100, "Deposit for job {number} (40 % of the contract sum)"),
        (10_000, "Deposit for job {number}"),
    ],
)
def test_the_percentage_in_a_line_follows_its_sum(billed: Billed, yen: int, told: str) -> None:
    Prices(billed.ground.workplace).keep(billed.ground.owner, PriceRecord(None, "Installation", "台", 10_000))
    job, invoices, books = billed.job(), billed.invoices, billed.books
    draft = billed.draft(job, DEPOSIT, 30)
    detail = invoices.detail(books, draft)
    record = replace(detail.record, lines=(replace(detail.record.lines[0], yen=yen),))
    label = told.format(number=detail.job_numbers[0])
    shown = [squeezed(invoices.preview(books, draft, english, record))]
    invoices.change(books, draft, detail.row.version, record)
    shown.append(squeezed(invoices.preview(books, draft, english)))
    issued = billed.issue(draft)
    assert [line.label for line in issued.page.record.lines] == [label]
    assert [line.label for line in invoices.detail(books, draft).record.lines] == [label]
    assert all("".join(label.split()) in page for page in shown)
    again = invoices.reissue(books, issued.invoice)
    detail = invoices.detail(books, again)
    changed = replace(detail.record, lines=(replace(detail.record.lines[0], yen=PART_OF // 4),))
    page = invoices.issue(books, again, detail.row.version, english, changed).page
    named = "(25 % of" in page.record.lines[0].label
    assert named == ("%" in told), "a percentage that was left out comes back with nobody's word"


def test_a_percentage_follows_the_sum_of_the_work_and_a_worded_line_stays(billed: Billed) -> None:
    prices = Prices(billed.ground.workplace)
    price = prices.keep(billed.ground.owner, INSTALLATION)
    jobs = [billed.job(), billed.job()]
    drafts = [billed.draft(job, PART, 50) for job in jobs]
    detail = billed.invoices.detail(billed.books, drafts[1])
    worded = replace(detail.record, lines=(replace(detail.record.lines[0], label="中間金（約50％）"),))
    billed.invoices.change(billed.books, drafts[1], detail.row.version, worded)
    prices.keep(billed.ground.owner, replace(INSTALLATION, yen=20_000), price, INSTALLATION)
    labels = [billed.issue(draft).page.record.lines[0].label for draft in drafts]
    assert labels == [
        f"Part payment for job {billed.invoices.detail(billed.books, drafts[0]).job_numbers[0]}",
        "中間金（約50％）",
    ]


def priced(billed: Billed) -> str:
    prices = Prices(billed.ground.workplace)
    return prices.keep(billed.ground.owner, PriceRecord(None, "Installation", "台", 10_000))


def with_items(billed: Billed, job: str, *items: ItemLine) -> None:
    """Somebody else changes what a job is made of."""
    desk = billed.ground.desk
    record, version = billed.jobs.record_for_edit(desk, job), billed.jobs.detail(desk, job).version
    billed.jobs.change(desk, job, version, replace(record, items=items))


def test_a_line_beside_the_share_leaves_no_percentage_of_another_sum(billed: Billed) -> None:
    priced(billed)
    draft = billed.draft(billed.job(), DEPOSIT, 50)
    detail = billed.invoices.detail(billed.books, draft)
    (share,) = detail.record.lines
    lines = (share, replace(share, label="値引き", yen=-5_000))
    record = replace(detail.record, lines=lines)
    issued = billed.invoices.issue(billed.books, draft, detail.row.version, english, record)
    number = detail.job_numbers[0]
    assert [line.label for line in issued.page.record.lines] == [f"Deposit for job {number}", "値引き"]


def test_work_that_lacks_a_price_by_now_leaves_no_percentage_of_it(billed: Billed) -> None:
    priced(billed)
    job = billed.job()
    draft = billed.draft(job, DEPOSIT, 30)
    assert "30 %" in billed.invoices.detail(billed.books, draft).record.lines[0].label
    with_items(
        billed,
        job,
        ItemLine(WorkItem.EXTRA_PIPE, 2.5, "m", yen=3_300),
        ItemLine(WorkItem.DRILLING, 1, "か所"),
    )
    page = billed.issue(draft).page
    assert page.record.lines[0].label == f"Deposit for job {page.job_numbers[0]}"


@pytest.mark.parametrize("with_tax", [False, True])
def test_a_share_that_was_looked_at_is_the_share_that_is_issued(billed: Billed, with_tax: bool) -> None:
    """The page says 30 % of the work: once the work is another one, who looked at it is told."""
    priced(billed)
    job = billed.job()
    draft = billed.draft(job, DEPOSIT, 30)
    books, invoices = billed.books, billed.invoices
    seen = invoices.detail(books, draft)
    invoices.change(books, draft, seen.row.version, replace(seen.record, with_tax=with_tax))
    seen = invoices.detail(books, draft)
    with_items(billed, job, ItemLine(WorkItem.EXTRA_PIPE, 2.5, "m", yen=3_300))
    with pytest.raises(ChangedMeanwhile):
        invoices.issue(books, draft, seen.row.version, english, seen.record)
    assert "%" not in billed.issue(draft).page.record.lines[0].label


def test_other_invoices_do_not_change_with_what_a_share_is_of(billed: Billed) -> None:
    priced(billed)
    job = billed.job()
    draft = billed.draft(job)
    version = billed.invoices.detail(billed.books, draft).row.version
    with_items(billed, job, ItemLine(WorkItem.EXTRA_PIPE, 2.5, "m", yen=3_300))
    assert billed.invoices.detail(billed.books, draft).row.version == version
