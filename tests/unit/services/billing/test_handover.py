"""Handing over to the books: each invoice and payment once, and what is taken back once more."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hvacdesk.domain.billing.accounting_export import MONEY_FORWARD_COLUMNS, AccountingProgram
from hvacdesk.domain.billing.handover import BuiltUpon, NothingToHandOver
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentRow, PaymentWay
from hvacdesk.domain.errors import BadDate, EndsBeforeStart, Missing, NotPermitted, RecordGone
from hvacdesk.domain.exchange.outside_lists import ListKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.services.billing.handover import BooksFile, BooksHandover
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.exchange.outside_lists import OutsideLists
from hvacdesk.store.billing import payments as payment_store
from hvacdesk.store.models import AuditRow
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import new_ground

MF = AccountingProgram.MONEY_FORWARD
PERIOD = ("2026-11-01", "2026-11-24")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Billed]:
    ground = new_ground(tmp_path)
    yield billed_office(ground)
    ground.close()


def handover(office: Billed) -> BooksHandover:
    return BooksHandover(office.ground.workplace)


def entries(file: BooksFile) -> list[tuple[str, str, str]]:
    """Debit, credit and sum of each row."""
    rows = csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"), newline=""))
    assert tuple(rows.fieldnames or ()) == MONEY_FORWARD_COLUMNS
    return [(row["借方勘定科目"], row["貸方勘定科目"], row["借方金額(円)"]) for row in rows]


def paid(office: Billed, yen: int = GROSS) -> tuple[str, str]:
    who = office.someone()
    issued = office.issued(office.job(who))
    record = PaymentRecord("2026-11-20", yen, PaymentWay.BANK, allocations=((issued.invoice, yen),))
    return issued.invoice, Payments(office.ground.workplace).book(office.books, who, record)


def test_a_period_is_handed_over_once_and_can_be_had_again(office: Billed) -> None:
    paid(office)
    summary = handover(office).summary(office.books, *PERIOD)
    assert (summary.invoices, summary.invoiced_yen, summary.payments, summary.received_yen) == (
        1,
        GROSS,
        1,
        GROSS,
    )
    made = handover(office).export(office.books, MF, *PERIOD)
    expected = [("普通預金", "売掛金", str(GROSS)), ("売掛金", "売上高", str(GROSS))]
    assert sorted(entries(made)) == sorted(expected)
    with pytest.raises(NothingToHandOver):
        handover(office).export(office.books, MF, *PERIOD)
    (run,) = handover(office).runs(office.books)
    assert run.entries == made.entries == 2
    assert (run.program, run.first, run.last, run.invoiced_yen, run.received_yen) == (
        *(MF, *PERIOD),
        *(GROSS, GROSS),
    )
    assert handover(office).again(office.books, MF, run.run).content == made.content


def test_only_what_is_new_is_handed_over(office: Billed) -> None:
    paid(office)
    handover(office).export(office.books, MF, *PERIOD)
    paid(office, 5_000)
    made = handover(office).export(office.books, AccountingProgram.MONEY_FORWARD, *PERIOD)
    assert ("普通預金", "売掛金", "5000") in entries(made)
    assert made.entries == 2


def test_what_was_booked_late_for_a_month_that_was_handed_over_is_told(office: Billed) -> None:
    """A bank's file of the last days comes after the month was closed: nobody asks for those days again."""
    paid(office)
    handover(office).export(office.books, MF, *PERIOD)
    office.ground.clock.pass_time(days=10)
    late = PaymentRecord("2026-11-19", 3_000, PaymentWay.BANK)
    Payments(office.ground.workplace).book(office.books, office.someone(), late)
    later = ("2026-11-25", "2026-12-04")
    summary = handover(office).summary(office.books, *later)
    assert (summary.payments, summary.before, summary.before_from) == (0, 1, "2026-11-19")
    handover(office).export(office.books, MF, summary.before_from, later[1])
    after = handover(office).summary(office.books, *later)
    assert (after.before, after.before_from) == (0, "")


def test_what_the_books_lack_is_proposed_by_whole_months_that_are_over(office: Billed) -> None:
    books = handover(office)
    assert books.proposed(office.books) == (date(2026, 11, 1), date(2026, 11, 24))
    paid(office)
    assert books.proposed(office.books) == (date(2026, 11, 1), date(2026, 11, 24))
    office.ground.clock.pass_time(days=10)
    assert books.proposed(office.books) == (date(2026, 11, 1), date(2026, 11, 30))
    old = PaymentRecord("2026-09-19", 3_000, PaymentWay.BANK)
    Payments(office.ground.workplace).book(office.books, office.someone(), old)
    assert books.proposed(office.books) == (date(2026, 9, 1), date(2026, 11, 30))
    books.export(office.books, MF, "2026-09-01", "2026-11-30")
    assert books.proposed(office.books) == (date(2026, 12, 1), date(2026, 12, 4)), "nothing waits"


@pytest.mark.parametrize(
    ("counted", "sides"), [(4_550, ("現金過不足", "現金")), (5_200, ("現金", "現金過不足"))]
)
def test_what_was_missing_or_too_much_in_the_cash_goes_to_the_books_once(
    office: Billed, counted: int, sides: tuple[str, str]
) -> None:
    technician = office.ground.people[Role.TECHNICIAN].account
    record = PaymentRecord("2026-11-20", 5_000, PaymentWay.CASH, collected_by=technician)
    payments = Payments(office.ground.workplace)
    made = payments.book(office.books, office.someone(), record)
    handover(office).export(office.books, MF, *PERIOD)
    payments.hand_in(office.books, [made], counted, "miscounted change")
    summary = handover(office).summary(office.books, *PERIOD)
    assert (summary.entries, summary.differences, summary.differing_yen) == (1, 1, counted - 5_000)
    assert handover(office).summary(office.books, "2026-11-01", "2026-11-23").differences == 0
    file = handover(office).export(office.books, MF, *PERIOD)
    assert entries(file) == [(*sides, str(abs(counted - 5_000)))]
    with pytest.raises(NothingToHandOver):
        handover(office).export(office.books, MF, *PERIOD)
    told = [(one.entries, one.differences, one.differing_yen) for one in handover(office).runs(office.books)]
    assert told == [(1, 1, counted - 5_000), (1, 0, 0)]
    assert handover(office).again(office.books, MF, file.run).content == file.content
    handover(office).not_written(office.books, file)
    assert handover(office).summary(office.books, *PERIOD).differences == 1
    deal = handover(office).export(office.books, AccountingProgram.FREEE, *PERIOD)
    (row,) = csv.DictReader(io.StringIO(deal.content.decode("utf-8-sig"), newline=""))
    way = "支出" if counted < 5_000 else "収入"
    assert (row["収支区分"], row["勘定科目"], row["税区分"]) == (way, "現金過不足", "対象外")
    assert (row["決済口座"], row["決済金額"]) == ("現金", str(abs(counted - 5_000)))


def counted(office: Billed, yen: int, *others: int) -> str:
    """Cash of 35,092 yen, handed in with other payments and counted as so much; record id of the first."""
    technician = office.ground.people[Role.TECHNICIAN].account
    payments, who = Payments(office.ground.workplace), office.someone()
    made = [
        payments.book(
            office.books, who, PaymentRecord("2026-11-20", sum_, PaymentWay.CASH, collected_by=technician)
        )
        for sum_ in (35_092, *others)
    ]
    payments.hand_in(office.books, made, yen, "miscounted")
    return made[0]


def listed(office: Billed, payment: str) -> PaymentRow:
    rows = Payments(office.ground.workplace).latest(office.books)
    return next(one.row for one in rows if one.row.payment == payment)


def test_a_difference_goes_back_with_the_payment_that_it_was_counted_with(office: Billed) -> None:
    payments = Payments(office.ground.workplace)
    made = counted(office, 35_000)
    row = listed(office, made)
    assert (row.differed, row.counted_with) == (-92, ())
    handover(office).export(office.books, MF, *PERIOD)
    payments.take_back(office.books, made, row.version)
    assert payments.cash_differences(office.books) == ()
    (count,) = payments.cash_counts(office.books)
    assert (count.taken_back_on, count.why, count.numbers) == ("2026-11-24", "", ("P2026-000001",))
    summary = handover(office).summary(office.books, *PERIOD)
    assert (summary.payments, summary.received_yen) == (1, -35_092)
    assert (summary.differences, summary.differing_yen) == (1, 92)
    made = counted(office, 35_092)
    file = handover(office).export(office.books, MF, *PERIOD)
    assert sorted(entries(file)) == sorted(
        [("売掛金", "現金", "35092"), ("現金", "現金過不足", "92"), ("現金", "売掛金", "35092")]
    )
    assert "集金の過不足 取消 P2026-000001" in file.content.decode("utf-8-sig")
    with pytest.raises(NothingToHandOver):
        handover(office).export(office.books, MF, *PERIOD)
    assert handover(office).again(office.books, MF, file.run).content == file.content
    handover(office).not_written(office.books, file)
    assert handover(office).summary(office.books, *PERIOD).differences == 1
    deal = handover(office).export(office.books, AccountingProgram.FREEE, *PERIOD)
    rows = list(csv.DictReader(io.StringIO(deal.content.decode("utf-8-sig"), newline="")))
    (back,) = [row for row in rows if row["勘定科目"] == "現金過不足"]
    assert (back["収支区分"], back["決済金額"]) == ("収入", "92")
    assert listed(office, made).differed is None


def test_a_difference_that_the_books_never_had_does_not_go_back_to_them(office: Billed) -> None:
    made = counted(office, 35_000)
    Payments(office.ground.workplace).take_back(office.books, made, 2)
    with pytest.raises(NothingToHandOver):
        handover(office).export(office.books, MF, *PERIOD)


def test_payments_that_were_counted_with_one_taken_back_wait_to_be_counted_again(office: Billed) -> None:
    payments = Payments(office.ground.workplace)
    made = counted(office, 39_000, 4_000)
    assert listed(office, made).counted_with == ("P2026-000002",)
    payments.take_back(office.books, made, 2)
    ((other,),) = (one.payments for one in payments.cash_out(office.books))
    assert other.number == "P2026-000002"
    for action in (Action.CASH_COUNT_TAKEN_BACK, Action.PAYMENT_TAKEN_BACK):
        with office.ground.workplace.reading() as session:
            assert session.query(AuditRow).filter(AuditRow.action == action.value).count() == 1


def test_what_was_counted_right_stays_counted_when_one_of_it_is_taken_back(office: Billed) -> None:
    payments = Payments(office.ground.workplace)
    made = counted(office, 39_092, 4_000)
    assert listed(office, made).counted_with == ()
    payments.take_back(office.books, made, 2)
    assert payments.cash_out(office.books) == ()


def test_a_corrected_difference_goes_back_with_what_corrected_it(office: Billed) -> None:
    payments = Payments(office.ground.workplace)
    made = counted(office, 35_000)
    handover(office).export(office.books, MF, *PERIOD)
    (count,) = payments.cash_counts(office.books)
    payments.correct_count(office.books, count.count, 35_050, "found")
    assert listed(office, made).differed == -42
    handover(office).export(office.books, MF, *PERIOD)
    (last, _first) = payments.cash_counts(office.books)
    payments.correct_count(office.books, last.count, 35_092, "found as well")
    payments.take_back(office.books, made, 2)
    assert {one.taken_back_on for one in payments.cash_counts(office.books)} == {"2026-11-24"}
    summary = handover(office).summary(office.books, *PERIOD)
    assert (summary.differences, summary.differing_yen) == (2, 92 - 50)
    file = handover(office).export(office.books, MF, *PERIOD)
    assert sorted(entries(file)) == sorted(
        [("売掛金", "現金", "35092"), ("現金", "現金過不足", "92"), ("現金過不足", "現金", "50")]
    )


def test_what_was_taken_back_is_proposed_and_handed_over_by_its_own_days(office: Billed) -> None:
    books, payments = handover(office), Payments(office.ground.workplace)
    office.ground.clock.pass_time(days=6)
    november = ("2026-11-01", "2026-11-30")
    invoice, payment = paid(office)
    cash = counted(office, 35_000)
    books.export(office.books, MF, *november)
    payments.take_back(office.books, payment, 1)
    payments.take_back(office.books, cash, 2)
    office.invoices.void(office.books, invoice)
    assert books.proposed(office.books) == (date(2026, 11, 1), date(2026, 11, 30))
    october = ("2026-10-01", "2026-10-31")
    assert books.summary(office.books, *october).entries == 0
    with pytest.raises(NothingToHandOver):
        books.export(office.books, MF, *october)
    office.ground.clock.pass_time(days=3)
    december = ("2026-12-01", "2026-12-03")
    summary = books.summary(office.books, *december)
    assert (summary.entries, summary.before, summary.before_from) == (0, 4, "2026-11-30")
    assert books.export(office.books, MF, *november).entries == 4
    assert books.summary(office.books, *december).before == 0


def test_a_draft_is_not_and_another_period_is_not(office: Billed) -> None:
    office.draft(office.job())
    paid(office)
    with pytest.raises(NothingToHandOver):
        handover(office).export(office.books, MF, "2026-10-01", "2026-10-31")
    assert handover(office).export(office.books, MF, *PERIOD).entries == 2


def test_what_was_handed_over_and_taken_back_goes_the_other_way_round(office: Billed) -> None:
    _invoice, payment = paid(office)
    voided = office.issued(office.job())
    handover(office).export(office.books, MF, *PERIOD)
    Payments(office.ground.workplace).take_back(office.books, payment, 1)
    office.invoices.void(office.books, voided.invoice)
    made = handover(office).export(office.books, MF, *PERIOD)
    assert sorted(entries(made)) == sorted(
        [("売掛金", "普通預金", str(GROSS)), ("売上高", "売掛金", str(GROSS))]
    )
    with pytest.raises(NothingToHandOver):
        handover(office).export(office.books, MF, *PERIOD)


def test_what_was_taken_back_bears_its_own_day_and_goes_off_the_sum(office: Billed) -> None:
    _invoice, payment = paid(office)
    voided = office.issued(office.job())
    handover(office).export(office.books, MF, *PERIOD)
    Payments(office.ground.workplace).take_back(office.books, payment, 1)
    office.invoices.void(office.books, voided.invoice)
    office.ground.clock.pass_time(days=9)
    summary = handover(office).summary(office.books, *PERIOD)
    assert (summary.invoices, summary.invoiced_yen) == (1, -GROSS)
    assert (summary.payments, summary.received_yen) == (1, -GROSS)
    made = handover(office).export(office.books, MF, *PERIOD)
    rows = list(csv.DictReader(io.StringIO(made.content.decode("utf-8-sig"), newline="")))
    assert {row["取引日"] for row in rows} == {"2026/11/24"}
    office.ground.clock.pass_time(days=9)
    assert handover(office).again(office.books, MF, made.run).content == made.content


def test_what_was_taken_back_before_never_reaches_the_books(office: Billed) -> None:
    invoice, payment = paid(office)
    Payments(office.ground.workplace).take_back(office.books, payment, 1)
    office.invoices.void(office.books, invoice)
    with pytest.raises(NothingToHandOver):
        handover(office).export(office.books, MF, *PERIOD)


def test_the_log_says_who_got_whose_names(office: Billed) -> None:
    paid(office)
    handover(office).export(office.books, AccountingProgram.YAYOI, *PERIOD)
    with office.ground.workplace.reading() as session:
        (row,) = session.query(AuditRow).filter(AuditRow.action == Action.BOOKS_EXPORTED.value)
        details = json.loads(row.details)
    assert (details["rows"], details["program"], details["fields"]) == (2, "yayoi", ["name"])
    assert len(details["listed"]) == 1


@pytest.mark.parametrize(
    ("first", "last", "error", "field"),
    [
        ("", "2026-11-24", Missing, "first"),
        ("2026-11-01", "", Missing, "last"),
        ("2026-11-02", "2026-11-01", EndsBeforeStart, "last"),
        ("2026-11-01", "2026-11-25", BadDate, "last"),
    ],
)
def test_days_that_cannot_be_are_refused(
    office: Billed, first: str, last: str, error: type[Missing], field: str
) -> None:
    with pytest.raises(error) as refused:
        handover(office).summary(office.books, first, last)
    assert refused.value.field == field


def test_the_desk_hands_nothing_over(office: Billed) -> None:
    with pytest.raises(NotPermitted):
        handover(office).export(office.ground.desk, MF, *PERIOD)


def test_a_file_that_could_not_be_saved_is_logged_and_its_entries_wait(office: Billed) -> None:
    paid(office)
    made = handover(office).export(office.books, MF, *PERIOD)
    with pytest.raises(RecordGone):
        handover(office).not_written(office.ground.owner, made)
    assert handover(office).summary(office.books, *PERIOD).invoices == 0
    handover(office).not_written(office.books, made)
    assert handover(office).summary(office.books, *PERIOD).invoices == 1
    with office.ground.workplace.reading() as session:
        last = session.query(AuditRow).order_by(AuditRow.id.desc()).first()
    assert last is not None
    assert (last.action, last.subject) == (Action.LIST_DESTROYED.value, f"list:{made.list}")
    with pytest.raises(RecordGone):
        handover(office).not_written(office.books, made)


def test_the_file_outside_is_registered_by_what_it_is(office: Billed) -> None:
    paid(office)
    handover(office).export(office.books, MF, *PERIOD)
    (out,) = OutsideLists(office.ground.workplace).out(office.books)
    assert (out.kind, out.document) == (ListKind.BOOKS, "/".join(PERIOD))


def test_a_list_that_another_was_built_upon_counts_as_handed_over(office: Billed) -> None:
    """The second list takes back what the first one had: without the first, the books would be wrong."""
    voided = office.issued(office.job())
    first = handover(office).export(office.books, MF, *PERIOD)
    office.invoices.void(office.books, voided.invoice)
    second = handover(office).export(office.books, MF, *PERIOD)
    outside = OutsideLists(office.ground.workplace)
    for refuse in (
        lambda: handover(office).not_written(office.books, first),
        lambda: outside.not_written(office.books, first.list),
    ):
        with pytest.raises(BuiltUpon):
            refuse()
    assert {one.list for one in outside.out(office.books)} == {first.list, second.list}
    assert handover(office).again(office.books, MF, first.run).content == first.content
    handover(office).not_written(office.books, second)
    handover(office).not_written(office.books, first)
    with pytest.raises(NothingToHandOver):
        handover(office).export(office.books, MF, *PERIOD)


def test_the_file_alone_says_which_list_was_not_written(office: Billed) -> None:
    office.issued(office.job())
    first = handover(office).export(office.books, MF, *PERIOD)
    office.issued(office.job())
    second = handover(office).export(office.books, MF, *PERIOD)
    handover(office).not_written(office.books, replace(second, run=first.run))
    assert [run.run for run in handover(office).runs(office.books)] == [first.run]
    assert handover(office).summary(office.books, *PERIOD).invoices == 1


def test_the_register_of_files_tells_the_books_that_a_list_was_not_written(office: Billed) -> None:
    office.issued(office.job())
    made = handover(office).export(office.books, MF, *PERIOD)
    OutsideLists(office.ground.workplace).not_written(office.books, made.list)
    assert handover(office).summary(office.books, *PERIOD).invoices == 1
    assert handover(office).runs(office.books) == ()


def test_a_list_that_is_had_again_and_not_written_stays_handed_over(office: Billed) -> None:
    office.issued(office.job())
    made = handover(office).export(office.books, MF, *PERIOD)
    again = handover(office).again(office.books, MF, made.run)
    handover(office).not_written(office.books, again)
    assert [run.run for run in handover(office).runs(office.books)] == [made.run]


@pytest.mark.parametrize("program", list(AccountingProgram))
def test_a_list_says_the_same_after_what_was_left_over_was_used(
    office: Billed, program: AccountingProgram
) -> None:
    who, payments = office.someone(), Payments(office.ground.workplace)
    record = PaymentRecord("2026-11-20", GROSS, PaymentWay.BANK)
    payment = payments.book(office.books, who, record)
    made = handover(office).export(office.books, program, *PERIOD)
    issued = office.issued(office.job(who))
    payments.use_credit(office.books, payment, 1, ((issued.invoice, GROSS),))
    assert handover(office).again(office.books, program, made.run).content == made.content


def test_what_was_set_off_is_told_apart_of_what_came_in(office: Billed) -> None:
    """The month's table has it beside what came in, so that the two sums can be brought together."""
    payments = Payments(office.ground.workplace)
    who = office.someone()
    issued = office.issued(office.job(who))
    parts = ((issued.invoice, 10_000),)
    made = payments.book(
        office.books, who, PaymentRecord("2026-11-20", 10_000, PaymentWay.SET_OFF, allocations=parts)
    )
    parts = ((issued.invoice, 5_000),)
    payments.book(office.books, who, PaymentRecord("2026-11-21", 5_000, PaymentWay.BANK, allocations=parts))
    summary = handover(office).summary(office.books, *PERIOD)
    assert (summary.received_yen, summary.set_off_yen) == (15_000, 10_000)
    handover(office).export(office.books, MF, *PERIOD)
    (run,) = handover(office).runs(office.books)
    assert (run.received_yen, run.set_off_yen) == (15_000, 10_000)
    payments.take_back(office.books, made, listed(office, made).version)
    summary = handover(office).summary(office.books, *PERIOD)
    assert (summary.received_yen, summary.set_off_yen) == (-10_000, -10_000)
    handover(office).export(office.books, MF, *PERIOD)
    assert [one.set_off_yen for one in handover(office).runs(office.books)] == [-10_000, 10_000]


def test_what_is_paid_for_once_later_payments_were_destroyed_is_none_that_an_earlier_list_had(
    office: Billed,
) -> None:
    """The database gives the key of a row that was the last one to the next row."""
    payments, who = Payments(office.ground.workplace), office.someone()
    kept = payments.book(office.books, who, PaymentRecord("2026-11-20", 9_000, PaymentWay.BANK))
    _invoice, destroyed = paid(office)
    run = handover(office).export(office.books, MF, *PERIOD).run
    with office.ground.workplace.transaction() as session:
        session.delete(payment_store.get(session, destroyed))
    made = handover(office).again(office.books, MF, run)
    issued = office.issued(office.job(who))
    (row,) = payments.of_customer(office.books, who).payments
    payments.use_credit(office.books, kept, row.version, ((issued.invoice, 9_000),))
    assert handover(office).again(office.books, MF, run).content == made.content
