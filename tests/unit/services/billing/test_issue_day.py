"""The day of issue: chosen, in the order of the numbers, and what follows from it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pypdf import PdfReader

from hvacdesk.domain.billing.invoice_rules import (
    IssueDayAhead,
    IssueDayBefore,
    IssueDayBeforeClosing,
    IssueDayBeforeWork,
    IssueDayTooEarly,
)
from hvacdesk.domain.billing.invoices import InvoiceKind, InvoiceLineRecord
from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.errors import BadDate
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.billing_terms import BillingTerms
from hvacdesk.services.billing.collective import Collective
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from hvacdesk.services.billing.prices import Prices
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground

LINE = InvoiceLineRecord("交換用フィルター", 1, "枚", 10_000)
TODAY = "2026-11-24"


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


def drafted(billed: Billed, on: str, *, delivered: str | None = None) -> str:
    """A draft that is to be issued on a day, on which its work was done unless another day is named."""
    delivered = on if delivered is None else delivered
    made = billed.invoices.draft_free(billed.books, billed.someone())
    detail = billed.invoices.detail(billed.books, made)
    record = replace(
        detail.record, lines=(LINE,), issue_on=on, delivered_from=delivered, delivered_to=delivered
    )
    billed.invoices.change(billed.books, made, detail.row.version, record)
    return made


def issued(billed: Billed, on: str) -> IssuedInvoice:
    return billed.issue(drafted(billed, on))


def day_of(billed: Billed, made: IssuedInvoice) -> str:
    return billed.invoices.detail(billed.books, made.invoice).row.issued_on


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_without_a_choice_it_is_today(billed: Billed) -> None:
    assert day_of(billed, issued(billed, "")) == TODAY


def test_an_earlier_day_stands_on_the_page_and_counts_for_the_payment(billed: Billed) -> None:
    made = issued(billed, "2026-10-31")
    row = billed.invoices.detail(billed.books, made.invoice).row
    assert (row.issued_on, row.due_on) == ("2026-10-31", "2026-11-30")
    assert "31 Oct 2026" in text_of(made.pdf)
    preview = billed.invoices.preview(billed.books, drafted(billed, "2026-11-01"), english)
    assert text_of(preview) != text_of(billed.invoices.preview(billed.books, drafted(billed, ""), english))


def test_days_go_in_the_order_of_the_numbers(billed: Billed) -> None:
    issued(billed, "2026-11-10")
    assert issued(billed, "2026-11-10").number == "I2026-000002"
    early = drafted(billed, "2026-11-09")
    for refused in (
        lambda: billed.issue(early),
        lambda: billed.invoices.preview(
            billed.books, early, english, billed.invoices.detail(billed.books, early).record
        ),
    ):
        with pytest.raises(IssueDayBefore) as told:
            refused()
        assert told.value.field == "issue_on"
        assert "I2026-000002" in str(told.value)
        assert "2026-11-10" in str(told.value)
    assert issued(billed, "").number == "I2026-000003", "what was refused used up no number"


def test_a_day_to_come_is_refused_when_it_is_saved(billed: Billed) -> None:
    with pytest.raises(IssueDayAhead) as told:
        drafted(billed, "2026-11-25")
    assert told.value.field == "issue_on"
    assert TODAY in str(told.value)


def test_each_years_numbers_are_a_series_of_their_own(billed: Billed) -> None:
    issued(billed, "")
    billed.ground.clock.pass_time(days=45)
    assert [issued(billed, "").number for _made in range(2)] == ["I2027-000001", "I2027-000002"]
    late = issued(billed, "2026-12-30")
    assert (late.number, day_of(billed, late)) == ("I2026-000002", "2026-12-30")
    with pytest.raises(IssueDayBefore):
        issued(billed, "2026-12-29")


def test_a_credit_note_is_not_older_than_its_invoice(billed: Billed) -> None:
    made = issued(billed, "2026-11-20")
    credit = billed.invoices.credit(billed.books, made.invoice, english)
    detail = billed.invoices.detail(billed.books, credit)
    early = replace(detail.record, issue_on="2026-11-19")
    with pytest.raises(IssueDayBefore, match="I2026-000001"):
        billed.invoices.issue(billed.books, credit, detail.row.version, english, early)
    done = billed.invoices.issue(
        billed.books, credit, detail.row.version, english, replace(early, issue_on="2026-11-20")
    )
    assert (done.number, day_of(billed, done)) == ("C2026-000001", "2026-11-20")


def test_what_takes_the_place_of_another_is_dated_anew(billed: Billed) -> None:
    made = issued(billed, "2026-11-20")
    again = billed.invoices.reissue(billed.books, made.invoice)
    assert billed.invoices.detail(billed.books, again).record.issue_on == ""
    credit = billed.invoices.credit(billed.books, made.invoice, english)
    assert billed.invoices.detail(billed.books, credit).record.issue_on == ""


def test_where_no_delivery_is_named_the_rate_is_that_of_the_day_of_issue(billed: Billed) -> None:
    billed.ground.clock.now = datetime(2019, 10, 5, 1, tzinfo=UTC)
    made = billed.issue(drafted(billed, "2019-09-30", delivered=""))
    assert [rate.percent for rate in billed.invoices.detail(billed.books, made.invoice).row.sums.rates] == [8]
    assert made.number == "I2019-000001"


def closing(billed: Billed, own: PayTerms) -> Collective:
    workplace = billed.ground.workplace
    Prices(workplace).keep(billed.ground.owner, PriceRecord(None, "Installation", "台", 10_000))
    who = billed.someone()
    BillingTerms(workplace).change_customer(billed.books, who, None, own)
    billed.job(who, on="2026-11-10")
    return Collective(workplace)


@pytest.mark.parametrize(
    ("own", "closed", "period"),
    [
        (PayTerms(31, 1, 31), date(2026, 11, 30), "1 Nov 2026 to 30 Nov 2026"),
        (PayTerms(20, 1, 31), date(2026, 11, 20), "21 Oct 2026 to 20 Nov 2026"),
    ],
)
def test_a_collective_invoice_names_the_period_that_it_closes(
    billed: Billed, own: PayTerms, closed: date, period: str
) -> None:
    collective = closing(billed, own)
    shown = collective.preview(billed.books, closed, english)
    (done,) = collective.issue(billed.books, shown, english, issue_on="2026-11-22")
    assert done.issued is not None
    text = text_of(done.issued.pdf)
    assert "Closing period" in text
    assert period in text.replace("\n", " ")
    assert day_of(billed, done.issued) == "2026-11-22"


def test_closings_on_a_day_that_cannot_be_issue_nothing_at_all(billed: Billed) -> None:
    collective = closing(billed, PayTerms(31, 1, 31))
    issued(billed, "2026-11-23")
    shown = collective.preview(billed.books, date(2026, 11, 30), english)
    with pytest.raises(IssueDayBefore):
        collective.issue(billed.books, shown, english, issue_on="2026-11-22")
    with pytest.raises(IssueDayAhead):
        collective.issue(billed.books, shown, english, issue_on="2026-11-30")
    assert collective.preview(billed.books, date(2026, 11, 30), english) == shown


def test_a_day_of_long_ago_is_refused(billed: Billed) -> None:
    """A figure that is a digit off would date it ten years back, and let its copy be destroyed early."""
    for on in ("2016-11-24", "2026-09-23"):
        with pytest.raises(IssueDayTooEarly, match="2026-09-24") as told:
            drafted(billed, on, delivered="")
        assert told.value.field == "issue_on"
    kept = drafted(billed, "2026-09-24", delivered="")
    billed.ground.clock.pass_time(days=1)
    with pytest.raises(IssueDayTooEarly, match="2026-09-25"):
        billed.issue(kept)


def test_a_day_before_the_work_is_refused(billed: Billed) -> None:
    with pytest.raises(IssueDayBeforeWork, match="2026-11-10") as told:
        drafted(billed, "2026-11-09", delivered="2026-11-10")
    assert told.value.field == "issue_on"
    assert billed.issue(drafted(billed, "2026-11-10", delivered="2026-11-10")).number == "I2026-000001"
    ahead = billed.issue(drafted(billed, "2026-11-20", delivered="2026-12-05"))
    assert day_of(billed, ahead) == "2026-11-20", "what is billed ahead of the work comes before it"


def test_the_days_of_single_lines_are_days_of_work(billed: Billed) -> None:
    made = drafted(billed, "2026-11-09", delivered="")
    detail = billed.invoices.detail(billed.books, made)
    late = replace(detail.record, lines=(replace(LINE, on="2026-11-10"),))
    with pytest.raises(IssueDayBeforeWork):
        billed.invoices.issue(billed.books, made, detail.row.version, english, late)


def test_a_collective_invoice_is_not_dated_before_its_work_or_its_closing_day(billed: Billed) -> None:
    collective = closing(billed, PayTerms(20, 1, 31))
    shown = collective.preview(billed.books, date(2026, 11, 20), english)
    with pytest.raises(IssueDayBeforeClosing, match="2026-11-20") as told:
        collective.issue(billed.books, shown, english, issue_on="2026-11-19")
    assert told.value.field == "issue_on"
    assert collective.preview(billed.books, date(2026, 11, 20), english) == shown
    (done,) = collective.issue(billed.books, shown, english, issue_on="2026-11-20")
    assert done.issued is not None
    again = billed.invoices.reissue(billed.books, done.issued.invoice)
    detail = billed.invoices.detail(billed.books, again)
    with pytest.raises(IssueDayBefore):
        billed.invoices.issue(
            billed.books, again, detail.row.version, english, replace(detail.record, issue_on="2026-11-19")
        )


def test_a_closing_ahead_is_not_dated_before_its_work(billed: Billed) -> None:
    collective = closing(billed, PayTerms(31, 1, 31))
    shown = collective.preview(billed.books, date(2026, 11, 30), english)
    (refused,) = collective.issue(billed.books, shown, english, issue_on="2026-11-09")
    assert isinstance(refused.refused, IssueDayBeforeWork)


def test_a_final_invoice_is_not_older_than_the_deposit_that_it_takes_off(billed: Billed) -> None:
    billed.ground.clock.pass_time(days=45)
    job = billed.job(on="2026-12-20")
    deposit = billed.issued(job, InvoiceKind.DEPOSIT)
    assert deposit.number == "I2027-000001"
    final = billed.draft(job, InvoiceKind.FINAL)
    detail = billed.invoices.detail(billed.books, final)
    early = replace(detail.record, issue_on="2026-12-31")
    with pytest.raises(IssueDayBefore, match="I2027-000001"):
        billed.invoices.issue(billed.books, final, detail.row.version, english, early)


def test_a_reissue_keeps_the_rates_of_the_first_issue(billed: Billed) -> None:
    clock = billed.ground.clock
    clock.now = datetime(2019, 9, 30, 1, tzinfo=UTC)
    last = billed.issue(drafted(billed, "", delivered=""))
    clock.now = datetime(2026, 11, 24, 1, tzinfo=UTC)
    for number in ("I2026-000001", "I2026-000002"):
        draft = billed.invoices.reissue(billed.books, last.invoice)
        sums = billed.invoices.detail(billed.books, draft).row.sums
        assert (
            billed.invoices.worked_out(
                billed.books, draft, billed.invoices.detail(billed.books, draft).record
            ).sums
            == sums
        )
        last = billed.issue(draft)
        row = billed.invoices.detail(billed.books, last.invoice).row
        assert last.number == number
        assert [(rate.percent, rate.gross) for rate in row.sums.rates] == [(8, 10_800)]


@pytest.mark.parametrize(
    ("work", "kind", "due", "late"),
    [
        ("2026-12-10", InvoiceKind.DEPOSIT, "2026-12-09", False),
        ("2027-03-01", InvoiceKind.DEPOSIT, "2026-12-31", False),
        ("2026-11-25", InvoiceKind.DEPOSIT, "2026-11-24", False),
        ("2026-11-24", InvoiceKind.DEPOSIT, "2026-11-24", False),
        ("2026-11-23", InvoiceKind.DEPOSIT, "2026-12-31", False),
        ("2026-12-10", InvoiceKind.PART, "2026-12-31", False),
    ],
)
def test_a_deposit_is_due_before_the_work_where_that_is_to_come(
    billed: Billed, work: str, kind: InvoiceKind, due: str, late: bool
) -> None:
    """Today is the 24th of November, and the usual day the end of the next month."""
    job = billed.job(state=JobState.ARRANGED, on=work)
    draft = billed.draft(job, kind)
    detail = billed.invoices.detail(billed.books, draft)
    found = billed.invoices.worked_out(billed.books, draft, detail.record)
    assert (found.due_on, found.due_late) == (due, late)
    shown = billed.invoices.preview(billed.books, draft, english, detail.record)
    made = billed.issue(draft)
    assert billed.invoices.detail(billed.books, made.invoice).row.due_on == due
    day = date.fromisoformat(due)
    for pdf in (shown, made.pdf):
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
        assert f"{day.day} {day:%b} {day.year}" in text


@pytest.mark.parametrize(
    ("work", "chosen", "late"),
    [
        ("2026-12-10", "2026-12-09", False),
        ("2026-12-10", "2026-12-10", True),
        ("2026-11-25", "2026-11-24", False),
        ("2026-11-24", "2026-11-24", False),
        ("2026-11-24", "2026-11-25", True),
        ("2026-11-23", "2026-12-31", False),
    ],
)
def test_a_late_deposit_is_warned_of_only_where_an_earlier_day_can_be_chosen(
    billed: Billed, work: str, chosen: str, late: bool
) -> None:
    draft = billed.draft(billed.job(state=JobState.ARRANGED, on=work), InvoiceKind.DEPOSIT)
    record = replace(billed.invoices.detail(billed.books, draft).record, due_on=chosen)
    found = billed.invoices.worked_out(billed.books, draft, record)
    assert found.due_late == late
    if late:
        again = billed.invoices.worked_out(billed.books, draft, replace(record, due_on=found.pay_by))
        assert not again.due_late, "the day that the warning names can be chosen"


def test_a_chosen_day_of_payment_counts_from_the_day_of_issue(billed: Billed) -> None:
    draft = billed.draft(billed.job(on="2026-10-01"))
    detail = billed.invoices.detail(billed.books, draft)
    record = replace(
        detail.record,
        delivered_from="2026-10-01",
        delivered_to="2026-10-01",
        issue_on="2026-10-05",
        due_on="2026-10-15",
    )
    with pytest.raises(BadDate):
        billed.invoices.preview(billed.books, draft, english, replace(record, due_on="2026-10-04"))
    made = billed.invoices.issue(billed.books, draft, detail.row.version, english, record)
    row = billed.invoices.detail(billed.books, made.invoice).row
    assert (row.issued_on, row.due_on) == ("2026-10-05", "2026-10-15")
