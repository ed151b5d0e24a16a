"""Invoices: drafted from a job, issued in one step with all that follows, and put right without editing."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader
from sqlalchemy import func, select

from hvacdesk.domain.billing.estimates import EstimateAnswer, EstimateLineRecord, EstimateRecord
from hvacdesk.domain.billing.invoice_rules import (
    BilledAlready,
    CreditTooLarge,
    InvoiceIssuedAlready,
    InvoiceNotStanding,
    InvoiceOfCancelledJob,
    InvoicePaidUpon,
    NothingToBill,
    PartsAskedBefore,
    TakenOffLater,
    ToldByInvoice,
    WorkNotDone,
)
from hvacdesk.domain.billing.invoices import (
    InvoiceDetail,
    InvoiceKind,
    InvoiceLineRecord,
    InvoiceRecord,
    InvoiceState,
)
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, NotPermitted, RecordGone
from hvacdesk.domain.jobs.job_events import EventKind, EventStrikeReason, JobEvent
from hvacdesk.domain.jobs.jobs import ItemLine, JobState, WorkKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing import invoice_issuing, settling
from hvacdesk.services.billing.estimates import Estimates
from hvacdesk.services.billing.invoices import Invoices
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.billing.prices import Prices
from hvacdesk.services.customers.customers import Customers
from hvacdesk.store.billing import documents
from hvacdesk.store.billing import invoices as store
from hvacdesk.store.models import AuditRow, Counter, IssuedDocument, Paper
from tests.helpers.billed import GROSS, ITEMS, Billed, billed_office
from tests.helpers.ground import ROLES, Ground
from tests.helpers.people import customer

BOOKS = {Role.OWNER, Role.ACCOUNTING}
SEEING = {Role.OWNER, Role.ACCOUNTING, Role.DESK}


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


def events(billed: Billed, job: str, kind: EventKind = EventKind.INVOICE) -> list[JobEvent]:
    return [one for one in billed.jobs.detail(billed.ground.desk, job).events if one.kind is kind]


def row(billed: Billed, invoice: str) -> object:
    return billed.invoices.detail(billed.books, invoice).row


def pay(billed: Billed, invoice: str, left: int = 0, on: str = "2026-12-20") -> None:
    """As a payment does it."""
    workplace = billed.ground.workplace
    with workplace.transaction() as session:
        settling.note_open(workplace, session, billed.books, store.get(session, invoice), left, on)


ACTS: dict[str, tuple[Callable[[Invoices, Actor, str, str, str], object], set[Role]]] = {
    "of_job": (lambda i, who, job, _one, _doc: i.of_job(who, job), SEEING),
    "kind_of_next": (lambda i, who, job, _one, _doc: i.kind_of_next(who, job), SEEING),
    "basis": (lambda i, who, job, _one, _doc: i.basis(who, job), SEEING),
    "share": (lambda i, who, job, _one, _doc: i.share(who, job, 30, english), BOOKS),
    "detail": (lambda i, who, _job, one, _doc: i.detail(who, one), BOOKS),
    "document": (lambda i, who, _job, _one, doc: i.document(who, doc, english), BOOKS),
    "sent": (lambda i, who, _job, one, _doc: i.note_sent(who, one), BOOKS),
    "void": (lambda i, who, _job, one, _doc: i.void(who, one), BOOKS),
    "reissue": (lambda i, who, _job, one, _doc: i.reissue(who, one), BOOKS),
    "credit": (lambda i, who, _job, one, _doc: i.credit(who, one, english), BOOKS),
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("act", ACTS)
def test_each_act_is_for_its_roles_alone(billed: Billed, act: str, role: Role) -> None:
    job = billed.job()
    made = billed.issued(job)
    do, allowed = ACTS[act]
    who = billed.ground.people[role]
    if role in allowed:
        do(billed.invoices, who, job, made.invoice, made.document)
    else:
        with pytest.raises(NotPermitted):
            do(billed.invoices, who, job, made.invoice, made.document)


def test_a_draft_begins_with_the_accepted_estimate(billed: Billed) -> None:
    job = billed.job(state=None)
    estimates, desk = Estimates(billed.ground.workplace), billed.ground.desk
    made = estimates.draft(desk, job, english)
    detail = estimates.detail(desk, made)
    lines = (
        *detail.record.lines[1:],
        replace(detail.record.lines[1], label="特別値引き", quantity=1, yen=50),
    )
    estimates.issue(desk, made, detail.row.version, replace(detail.record, lines=lines, with_tax=True))
    estimates.answer(desk, made, EstimateAnswer(True))
    billed.jobs.set_state(desk, job, JobState.DONE)
    record = billed.invoices.detail(billed.books, billed.draft(job)).record
    assert [(one.label, one.yen) for one in record.lines] == [
        ("Extra pipe", 3_300),
        ("Drilling", 8_800),
        ("特別値引き", -50),
    ]
    assert record.with_tax
    assert {one.job for one in record.lines} == {job}


def test_a_draft_without_an_estimate_begins_with_the_work_and_its_day(billed: Billed) -> None:
    detail = billed.invoices.detail(billed.books, billed.draft(billed.job()))
    assert [one.yen for one in detail.record.lines] == [0, 3_300, 8_800]
    assert (detail.record.delivered_from, detail.record.delivered_to) == ("2026-11-20", "2026-11-20")
    assert (detail.row.number, detail.row.sums.gross, detail.row.open_yen) == ("", GROSS, 0)


def asked(billed: Billed, kind: WorkKind, amount: int | None, items: tuple[ItemLine, ...]) -> InvoiceDetail:
    """The first draft of a job of a kind of work with an amount to collect."""
    desk = billed.ground.desk
    record = billed.jobs.record_for_edit(desk, billed.job())
    job = billed.jobs.add(desk, replace(record, work_kind=kind, amount_to_collect=amount, items=items))
    billed.jobs.set_state(desk, job, JobState.DONE)
    return billed.invoices.detail(billed.books, billed.draft(job))


@pytest.mark.parametrize(
    ("amount", "items", "expected"),
    [
        (12_000, (), [12_000]),
        (40_000, ITEMS, [36_364 - 8_250 - 8_800, 3_300, 8_800]),
        (12_000, ITEMS, [12_000]),
        (None, (), [0]),
    ],
)
def test_a_draft_asks_for_what_was_agreed_on(
    billed: Billed, amount: int | None, items: tuple[ItemLine, ...], expected: list[int]
) -> None:
    detail = asked(billed, WorkKind.INSTALL, amount, items)
    assert [one.yen for one in detail.record.lines] == expected
    assert detail.row.sums.gross == (amount or 0)


OWN = ("Standard installation", 1.0, 16_500)
PIPE = ("Extra pipe", 2.5, 3_300)
DRILL = ("Drilling", 1.0, 8_800)
LISTED = (OWN, PIPE, DRILL)
DOWN, UP = "Discount", "Adjustment to the amount agreed on"


@pytest.mark.parametrize(
    ("with_tax", "amount", "expected"),
    [
        (True, 12_000, (*LISTED, (DOWN, 1.0, 12_000 - 33_550))),
        (True, 40_000, (*LISTED, (UP, 1.0, 40_000 - 33_550))),
        (True, 33_550, LISTED),
        (False, 22_000, (*LISTED, (DOWN, 1.0, 20_000 - 33_550))),
        (False, 36_905, LISTED),
        # no sum before tax comes to ¥12,011 with the fraction dropped: the prices are told with their tax
        (False, 12_011, (*((name, n, yen * 11 // 10) for name, n, yen in LISTED), (DOWN, 1.0, -24_894))),
    ],
)
def test_known_prices_stay_and_the_difference_to_what_was_agreed_is_a_line(
    billed: Billed, with_tax: bool, amount: int, expected: tuple[tuple[str, float, int], ...]
) -> None:
    prices, owner = Prices(billed.ground.workplace), billed.ground.people[Role.OWNER]
    prices.keep(owner, PriceRecord(None, "Standard installation", "台", 16_500))
    prices.set_with_tax(owner, with_tax)
    detail = asked(billed, WorkKind.INSTALL, amount, ITEMS)
    assert tuple((one.label, one.quantity, one.yen) for one in detail.record.lines) == expected
    assert detail.row.sums.gross == amount


@pytest.mark.parametrize(
    ("kind", "position"),
    [
        (WorkKind.INSTALL, "Standard installation"),
        (WorkKind.REPLACE, "Standard installation"),
        (WorkKind.RELOCATE, "Relocation"),
        (WorkKind.CLEAN, "Cleaning"),
        (WorkKind.INSPECT, "Inspection"),
    ],
)
def test_a_draft_takes_the_works_usual_position_of_the_price_list(
    billed: Billed, kind: WorkKind, position: str
) -> None:
    price = PriceRecord(None, position, "台", 22_000)
    Prices(billed.ground.workplace).keep(billed.ground.people[Role.OWNER], price)
    (line,) = asked(billed, kind, None, ()).record.lines
    assert (line.label, line.yen) == (position, 22_000)


def test_there_is_one_draft_for_a_job(billed: Billed) -> None:
    job = billed.job()
    assert billed.draft(job) == billed.draft(job)


def test_issuing_is_one_step_with_all_that_follows(billed: Billed) -> None:
    job = billed.job()
    made = billed.issued(job)
    (found,) = billed.invoices.of_job(billed.books, job)
    assert (found.number, found.state, found.issued_on) == ("I2026-000001", InvoiceState.ISSUED, "2026-11-24")
    assert (found.due_on, found.open_yen, found.sums.tax) == ("2026-12-31", GROSS, 1_705)
    assert billed.state(job) is JobState.INVOICED
    assert events(billed, job) == [JobEvent(EventKind.INVOICE, "2026-11-24", "I2026-000001", GROSS)]
    with billed.ground.workplace.reading() as session:
        filed = session.scalars(select(IssuedDocument)).one()
        assert (filed.pdf, filed.number, filed.yen) == (made.pdf, made.number, GROSS)
        assert filed.sha256 == hashlib.sha256(made.pdf).hexdigest()
        assert json.loads(filed.data)["row"]["number"] == made.number
        entry = session.scalars(select(AuditRow).where(AuditRow.action == Action.INVOICE_ISSUED)).one()
        assert json.loads(entry.details)["sha256"] == filed.sha256
        paper = session.scalars(select(Paper).where(Paper.kind == "invoice")).one()
        assert (paper.label, paper.code) == (made.number, made.paper.code)
    text = PdfReader(io.BytesIO(made.pdf)).pages[0].extract_text()
    assert made.number in text
    assert "18,755" in text
    assert billed.invoices.document(billed.books, made.document, english) == made.pdf


def test_what_was_issued_is_never_changed(billed: Billed) -> None:
    made = billed.issued(billed.job())
    detail = billed.invoices.detail(billed.books, made.invoice)
    with pytest.raises(InvoiceIssuedAlready):
        billed.invoices.change(billed.books, made.invoice, detail.row.version, detail.record)
    with pytest.raises(InvoiceIssuedAlready):
        billed.issue(made.invoice)
    with pytest.raises(InvoiceIssuedAlready):
        billed.invoices.drop(billed.books, made.invoice, detail.row.version)


def test_a_failure_while_issuing_uses_no_number_up(billed: Billed, monkeypatch: pytest.MonkeyPatch) -> None:
    job = billed.job()
    draft = billed.draft(job)

    def jam(*_anything: object) -> bytes:
        raise OSError("no room")

    with monkeypatch.context() as patch:
        patch.setattr(invoice_issuing, "draw_invoice", jam)
        with pytest.raises(OSError, match="no room"):
            billed.issue(draft)
    assert billed.invoices.detail(billed.books, draft).row.state is InvoiceState.DRAFT
    assert billed.state(job) is JobState.DONE
    assert events(billed, job) == []
    with billed.ground.workplace.reading() as session:
        assert session.scalar(select(func.count(IssuedDocument.id))) == 0
        assert session.scalar(select(Counter.last).where(Counter.series == "invoice 2026")) is None
    assert billed.issue(draft).number == "I2026-000001"


def test_numbers_go_on_without_gaps_and_begin_anew_each_year(billed: Billed) -> None:
    numbers = [billed.issued(billed.job()).number for _ in range(3)]
    dropped = billed.draft(billed.job())
    billed.invoices.drop(billed.books, dropped, billed.invoices.detail(billed.books, dropped).row.version)
    numbers.append(billed.issued(billed.job()).number)
    billed.ground.clock.now = datetime(2026, 12, 31, 15, 0, tzinfo=UTC)  # midnight in the office
    numbers.append(billed.issued(billed.job()).number)
    assert numbers == [*(f"I2026-{count:06}" for count in range(1, 5)), "I2027-000001"]


def test_two_who_change_one_draft_are_told(billed: Billed) -> None:
    draft = billed.draft(billed.job())
    detail = billed.invoices.detail(billed.books, draft)
    billed.invoices.change(billed.books, draft, detail.row.version, replace(detail.record, remarks="一度目"))
    with pytest.raises(ChangedMeanwhile):
        billed.invoices.change(billed.books, draft, detail.row.version, detail.record)
    assert billed.invoices.detail(billed.books, draft).record.remarks == "一度目"


def test_a_job_is_not_billed_twice(billed: Billed) -> None:
    job = billed.job()
    billed.issued(job)
    for kind in (InvoiceKind.WHOLE, InvoiceKind.DEPOSIT, InvoiceKind.FINAL):
        with pytest.raises(BilledAlready) as refused:
            billed.draft(job, kind)
        assert refused.value.details["invoice"] == "I2026-000001"


def test_two_drafts_of_one_job_cannot_both_be_issued(billed: Billed) -> None:
    job = billed.job()
    first = billed.issued(job)
    again = billed.invoices.reissue(billed.books, first.invoice)
    other = billed.invoices.credit(billed.books, first.invoice, english)
    billed.issue(other)
    with pytest.raises(InvoicePaidUpon):
        billed.issue(again)


def test_the_whole_is_billed_once_the_work_is_done(billed: Billed) -> None:
    with pytest.raises(WorkNotDone):
        billed.draft(billed.job(state=JobState.WORKING))
    with pytest.raises(InvoiceOfCancelledJob):
        billed.draft(billed.job(state=JobState.CANCELLED))
    billed.issued(billed.job(state=JobState.CANCELLED), InvoiceKind.PART)


def test_an_invoice_of_zero_yen_is_not_issued(billed: Billed) -> None:
    draft = billed.draft(billed.job())
    detail = billed.invoices.detail(billed.books, draft)
    nothing = replace(detail.record, lines=(replace(detail.record.lines[0], yen=0),))
    with pytest.raises(NothingToBill):
        billed.invoices.issue(billed.books, draft, detail.row.version, english, nothing)


def test_the_deposit_invoice_asks_for_what_the_accepted_estimate_says(billed: Billed) -> None:
    job = billed.job(state=JobState.ARRANGED)
    estimates, desk = Estimates(billed.ground.workplace), billed.ground.desk
    draft = estimates.draft(desk, job, english)
    detail = estimates.detail(desk, draft)
    record = EstimateRecord((EstimateLineRecord("更新", 1, "式", 100_001),), deposit_percent=40)
    estimates.issue(desk, draft, detail.row.version, record)
    assert billed.invoices.basis(billed.books, job).deposit_percent == 0, "nobody agreed yet"
    estimates.answer(desk, draft, EstimateAnswer(accepted=True))
    basis = billed.invoices.basis(billed.books, job)
    assert (basis.kind, basis.deposit_percent) == (InvoiceKind.DEPOSIT, 40)
    issued = billed.issued(job, InvoiceKind.DEPOSIT, basis.deposit_percent)
    sums = billed.invoices.detail(billed.books, issued.invoice).row.sums
    assert sums.gross == record.deposit(10).gross == 44_000
    assert billed.invoices.basis(billed.books, job).deposit_percent == 0, "it was asked for"


def test_deposit_part_and_final_come_to_the_whole(billed: Billed) -> None:
    job = billed.job(state=JobState.ARRANGED)
    assert billed.invoices.kind_of_next(billed.books, job) is InvoiceKind.DEPOSIT
    deposit = billed.issued(job, InvoiceKind.DEPOSIT)
    assert billed.state(job) is JobState.ARRANGED
    part = billed.issued(job, InvoiceKind.PART, 25)
    billed.jobs.set_state(billed.ground.desk, job, JobState.DONE)
    assert billed.invoices.kind_of_next(billed.books, job) is InvoiceKind.FINAL
    assert not billed.invoices.basis(billed.books, job).billed
    with pytest.raises(PartsAskedBefore):
        billed.draft(job)
    final = billed.issued(job, InvoiceKind.FINAL)
    found = billed.invoices.of_job(billed.books, job)
    assert [one.number for one in found] == [final.number, part.number, deposit.number]
    assert sum(one.sums.gross for one in found) == GROSS
    assert found[0].sums.earlier == found[1].sums.gross + found[2].sums.gross
    assert billed.state(job) is JobState.INVOICED
    assert len(events(billed, job)) == 3
    with pytest.raises(TakenOffLater):
        billed.invoices.void(billed.books, deposit.invoice)


def test_a_draft_of_the_final_invoice_follows_what_was_asked_meanwhile(billed: Billed) -> None:
    job = billed.job(state=JobState.DONE)
    deposit = billed.issued(job, InvoiceKind.DEPOSIT)
    draft = billed.draft(job, InvoiceKind.FINAL)
    credit = billed.invoices.credit(billed.books, deposit.invoice, english)
    billed.issue(credit)
    assert billed.issue(draft)
    assert billed.invoices.detail(billed.books, draft).row.sums.gross == GROSS


def test_the_job_is_paid_when_all_of_its_invoices_are(billed: Billed) -> None:
    job = billed.job()
    deposit = billed.issued(job, InvoiceKind.DEPOSIT)
    final = billed.issued(job, InvoiceKind.FINAL)
    pay(billed, final.invoice)
    assert billed.state(job) is JobState.INVOICED
    pay(billed, deposit.invoice, on="2027-01-05")
    assert billed.state(job) is JobState.PAID
    assert events(billed, job, EventKind.SETTLEMENT) == [
        JobEvent(EventKind.SETTLEMENT, "2027-01-05", final.number, GROSS)
    ]
    assert row(billed, final.invoice).state is InvoiceState.SETTLED  # type: ignore[attr-defined]
    pay(billed, final.invoice, left=100)  # the payment was taken back
    assert billed.state(job) is JobState.INVOICED
    assert events(billed, job, EventKind.SETTLEMENT) == []
    assert row(billed, final.invoice).state is InvoiceState.ISSUED  # type: ignore[attr-defined]


def test_a_job_is_settled_by_the_credit_note_where_that_came_after_the_money(billed: Billed) -> None:
    """The money came first and was booked last: what made it enough is the credit note of a later day."""
    who = billed.someone()
    job = billed.job(who)
    made = billed.issued(job)
    billed.ground.clock.pass_time(days=10)
    credit = billed.invoices.credit(billed.books, made.invoice, english)
    detail = billed.invoices.detail(billed.books, credit)
    line = replace(detail.record.lines[0], quantity=1.0, yen=-5_000)
    record = replace(detail.record, lines=(line,))
    credited = billed.invoices.issue(billed.books, credit, detail.row.version, english, record)
    assert credited.page.row.issued_on == "2026-12-04"
    left = billed.invoices.detail(billed.books, made.invoice).row.open_yen
    paid = PaymentRecord("2026-11-30", left, PaymentWay.BANK, allocations=((made.invoice, left),))
    Payments(billed.ground.workplace).book(billed.books, who, paid)
    assert [one.on for one in events(billed, job, EventKind.SETTLEMENT)] == ["2026-12-04"]


def test_a_credit_note_for_the_whole_takes_all_back_and_settles(billed: Billed) -> None:
    job = billed.job()
    first = billed.issued(job)
    credit = billed.issue(billed.invoices.credit(billed.books, first.invoice, english))
    assert credit.number == "C2026-000001"
    newest, old = billed.invoices.of_job(billed.books, job)
    assert (newest.about, newest.sums.gross, newest.open_yen) == (first.number, -GROSS, 0)
    assert (old.open_yen, old.state) == (0, InvoiceState.SETTLED)
    assert billed.state(job) is JobState.DONE
    with pytest.raises(InvoiceNotStanding):
        billed.invoices.credit(billed.books, first.invoice, english)
    again = billed.issued(job)  # billed anew, as it should have been
    assert again.number == "I2026-000002"


def test_a_credit_of_part_leaves_the_rest_open(billed: Billed) -> None:
    first = billed.issued(billed.job())
    draft = billed.invoices.credit(billed.books, first.invoice, english)
    detail = billed.invoices.detail(billed.books, draft)
    some = replace(detail.record, lines=(InvoiceLineRecord("値引", 1, "式", -1_000),))
    billed.invoices.issue(billed.books, draft, detail.row.version, english, some)
    assert row(billed, first.invoice).open_yen == GROSS - 1_100  # type: ignore[attr-defined]
    second = billed.invoices.credit(billed.books, first.invoice, english)
    rest = billed.invoices.detail(billed.books, second)
    assert rest.row.sums.gross == -(GROSS - 1_100)
    more = replace(rest.record, lines=(replace(rest.record.lines[0], yen=-GROSS),))
    with pytest.raises(CreditTooLarge):
        billed.invoices.issue(billed.books, second, rest.row.version, english, more)


def test_a_credit_for_what_was_paid_is_owed_to_the_customer(billed: Billed) -> None:
    job = billed.job()
    first = billed.issued(job)
    pay(billed, first.invoice)
    credit = billed.issue(billed.invoices.credit(billed.books, first.invoice, english))
    assert row(billed, credit.invoice).open_yen == -GROSS  # type: ignore[attr-defined]
    pay(billed, credit.invoice)  # paid back
    assert row(billed, credit.invoice).state is InvoiceState.SETTLED  # type: ignore[attr-defined]


def filed(billed: Billed, document: str) -> bytes:
    with billed.ground.workplace.reading() as session:
        return documents.get(session, document).pdf


def test_a_reissue_takes_the_place_and_the_first_is_kept(billed: Billed) -> None:
    job = billed.job()
    first = billed.issued(job)
    draft = billed.invoices.reissue(billed.books, first.invoice)
    assert row(billed, first.invoice).state is InvoiceState.ISSUED  # type: ignore[attr-defined]
    second = billed.issue(draft)
    newest, old = billed.invoices.of_job(billed.books, job)
    assert (newest.number, newest.about, newest.open_yen) == ("I2026-000002", first.number, GROSS)
    assert (old.state, old.open_yen) == (InvoiceState.REPLACED, 0)
    assert billed.state(job) is JobState.INVOICED
    assert [one.number for one in events(billed, job)] == [second.number]
    assert filed(billed, first.document) == first.pdf
    assert first.number in PdfReader(io.BytesIO(second.pdf)).pages[0].extract_text()
    with pytest.raises(InvoiceNotStanding):
        billed.invoices.reissue(billed.books, first.invoice)


OTHER_CONTENT: dict[str, Callable[[InvoiceRecord], InvoiceRecord]] = {
    "a price": lambda record: replace(record, lines=(replace(record.lines[1], yen=4_000), *record.lines[2:])),
    "a remark": lambda record: replace(record, remarks="No. 2"),
    "a day": lambda record: replace(record, delivered_from="2026-11-19", delivered_to="2026-11-19"),
    "nothing": lambda record: record,
    "the day of payment alone": lambda record: replace(record, due_on="2026-12-15"),
}


@pytest.mark.parametrize("what", OTHER_CONTENT)
def test_another_content_is_a_correction_and_the_same_again_a_reissue(billed: Billed, what: str) -> None:
    first = billed.issued(billed.job())
    draft = billed.invoices.reissue(billed.books, first.invoice)
    detail = billed.invoices.detail(billed.books, draft)
    record = OTHER_CONTENT[what](detail.record)
    seen = billed.invoices.preview(billed.books, draft, english, record)
    second = billed.invoices.issue(billed.books, draft, detail.row.version, english, record)
    corrected = what in {"a price", "a remark", "a day"}
    for pdf in (seen, second.pdf):
        text = PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
        assert ("Corrected" in text, "Reissue" in text) == (corrected, not corrected)
        assert f"This takes the place of invoice no. {first.number}" in text
    ended = InvoiceState.CORRECTED if corrected else InvoiceState.REPLACED
    assert billed.invoices.detail(billed.books, first.invoice).row.state is ended
    old = PdfReader(io.BytesIO(billed.invoices.document(billed.books, first.document, english)))
    assert ("CORRECTED" if corrected else "REPLACED") in old.pages[0].extract_text()


def test_another_name_of_whom_it_asks_is_a_correction(billed: Billed) -> None:
    who = billed.someone()
    first = billed.issued(billed.job(who))
    customers = Customers(billed.ground.workplace)
    version = customers.detail(billed.ground.desk, who).version
    name = replace(customer().name, family="別名")
    customers.change(billed.ground.desk, who, version, {"name": name})
    assert billed.issue(billed.invoices.reissue(billed.books, first.invoice)).page.corrected


def test_the_reissue_of_a_final_invoice_takes_off_what_the_first_did(billed: Billed) -> None:
    job = billed.job()
    billed.issued(job, InvoiceKind.DEPOSIT)
    final = billed.issued(job, InvoiceKind.FINAL)
    before = row(billed, final.invoice).sums  # type: ignore[attr-defined]
    again = billed.issue(billed.invoices.reissue(billed.books, final.invoice))
    assert row(billed, again.invoice).sums == before  # type: ignore[attr-defined]


def test_a_void_invoice_is_kept_and_its_job_is_to_bill_again(billed: Billed) -> None:
    job = billed.job()
    first = billed.issued(job)
    billed.invoices.void(billed.books, first.invoice)
    assert row(billed, first.invoice).state is InvoiceState.VOID  # type: ignore[attr-defined]
    assert row(billed, first.invoice).open_yen == 0  # type: ignore[attr-defined]
    assert billed.state(job) is JobState.DONE
    assert events(billed, job) == []
    assert filed(billed, first.document) == first.pdf
    assert billed.issued(job).number == "I2026-000002"


@pytest.mark.parametrize("act", ["void", "reissue"])
def test_what_was_credited_stays_though_the_whole_of_it_is_open_again(billed: Billed, act: str) -> None:
    first = billed.issued(billed.job())
    pay(billed, first.invoice)
    billed.issue(billed.invoices.credit(billed.books, first.invoice, english))
    pay(billed, first.invoice, left=GROSS)  # the payment was booked in error, and taken back
    with pytest.raises(InvoicePaidUpon):
        getattr(billed.invoices, act)(billed.books, first.invoice)


@pytest.mark.parametrize("act", ["void", "reissue"])
def test_what_was_paid_upon_neither_becomes_void_nor_is_replaced(billed: Billed, act: str) -> None:
    first = billed.issued(billed.job())
    pay(billed, first.invoice, left=1)
    with pytest.raises(InvoicePaidUpon):
        getattr(billed.invoices, act)(billed.books, first.invoice)


def test_the_event_of_an_invoice_is_not_struck_by_hand(billed: Billed) -> None:
    job = billed.job()
    billed.issued(job)
    (event,) = events(billed, job)
    with pytest.raises(ToldByInvoice):
        billed.jobs.strike_event(billed.ground.desk, job, event, EventStrikeReason.NOT_SO)
    assert events(billed, job) == [event]
    by_hand = JobEvent(EventKind.HANDOVER, "2026-11-20", "H-1")
    billed.jobs.record_event(billed.ground.desk, job, by_hand)
    billed.jobs.strike_event(billed.ground.desk, job, by_hand, EventStrikeReason.NOT_SO)


def test_sending_is_noted(billed: Billed) -> None:
    first = billed.issued(billed.job())
    billed.invoices.note_sent(billed.books, first.invoice)
    found = billed.invoices.detail(billed.books, first.invoice).row
    assert (found.state, found.sent_on) == (InvoiceState.SENT, "2026-11-24")
    pay(billed, first.invoice)
    pay(billed, first.invoice, left=5)
    assert billed.invoices.detail(billed.books, first.invoice).row.state is InvoiceState.SENT
    with pytest.raises(InvoiceNotStanding):
        billed.invoices.note_sent(billed.books, billed.draft(billed.job()))


def test_the_payer_is_asked_where_there_is_one(billed: Billed) -> None:
    payer = billed.someone()
    job = billed.job(payer=payer)
    billed.issued(job)
    assert billed.invoices.of_job(billed.books, job)[0].customer == payer


def test_a_draft_is_looked_at_without_being_issued(billed: Billed) -> None:
    draft = billed.draft(billed.job())
    pdf = billed.invoices.preview(billed.books, draft, english)
    assert "Draft" in PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    assert billed.issue(draft).number == "I2026-000001"
    with pytest.raises(InvoiceIssuedAlready):
        billed.invoices.preview(billed.books, draft, english)


def test_a_look_before_issuing_refuses_what_issuing_refuses_and_writes_nothing(billed: Billed) -> None:
    job = billed.job()
    made = billed.draft(job)
    record = billed.invoices.detail(billed.books, made).record
    typed = replace(record, remarks="お振込みください")
    page = billed.invoices.preview(billed.books, made, english, typed)
    assert "お振込みください" in PdfReader(io.BytesIO(page)).pages[0].extract_text().replace("\n", "")
    assert billed.invoices.detail(billed.books, made).record == record
    free = replace(record, lines=tuple(replace(line, yen=0) for line in record.lines))
    with pytest.raises(NothingToBill):
        billed.invoices.preview(billed.books, made, english, free)
    billed.issued(job)
    other = billed.invoices.reissue(billed.books, billed.invoices.of_job(billed.books, job)[0].invoice)
    assert billed.invoices.preview(billed.books, other, english, record)


def test_a_dropped_draft_is_gone(billed: Billed) -> None:
    draft = billed.draft(billed.job())
    billed.invoices.drop(billed.books, draft, billed.invoices.detail(billed.books, draft).row.version)
    with pytest.raises(RecordGone):
        billed.invoices.detail(billed.books, draft)


def test_a_draft_that_was_changed_since_it_was_read_is_not_dropped(billed: Billed) -> None:
    draft = billed.draft(billed.job())
    read = billed.invoices.detail(billed.books, draft)
    billed.invoices.change(billed.books, draft, read.row.version, replace(read.record, remarks="足した"))
    with pytest.raises(ChangedMeanwhile):
        billed.invoices.drop(billed.books, draft, read.row.version)
    assert billed.invoices.detail(billed.books, draft).record.remarks == "足した"


def test_the_kind_of_a_credit_note_or_a_collective_invoice_stays(billed: Billed) -> None:
    job = billed.job()
    with pytest.raises(InvalidInput):
        billed.draft(job, InvoiceKind.COLLECTIVE)
    first = billed.issued(job)
    credit = billed.invoices.credit(billed.books, first.invoice, english)
    detail = billed.invoices.detail(billed.books, credit)
    whole = replace(detail.record, kind=InvoiceKind.WHOLE)
    with pytest.raises(InvalidInput):
        billed.invoices.change(billed.books, credit, detail.row.version, whole)


def test_a_final_invoice_tells_the_whole_and_the_tax_of_what_it_takes_off(billed: Billed) -> None:
    job = billed.job()
    deposit = billed.issued(job, InvoiceKind.DEPOSIT, percent=33)
    draft = billed.draft(job, InvoiceKind.FINAL)
    detail = billed.invoices.detail(billed.books, draft)
    seen = billed.invoices.preview(billed.books, draft, english, detail.record)
    final = billed.issue(draft)
    asked = billed.invoices.detail(billed.books, deposit.invoice).row.sums
    assert (asked.net, asked.tax) == (5_626, 562)
    assert [(one.gross, one.tax) for one in final.page.earlier] == [(6_188, 562)]
    whole = final.page.whole
    assert whole is not None
    assert (whole.net, whole.tax, whole.gross) == (17_050, 1_705, GROSS)
    assert final.page.row.sums.gross == GROSS - 6_188
    for pdf in (seen, final.pdf):
        text = "".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())
        assert "Sumwithouttax¥17,050Consumptiontax¥1,705Whole,taxincluded¥18,755" in text
        assert "−562−6,188" in text
    assert billed.issued(billed.job()).page.whole is None
