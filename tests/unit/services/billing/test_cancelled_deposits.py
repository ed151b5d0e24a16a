"""What becomes of a cancelled job's deposit: to the yen in what is open, on paper and in the books."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from hvacdesk.domain.billing.accounting_export import AccountingProgram
from hvacdesk.domain.billing.estimates import EstimateAnswer, EstimateState
from hvacdesk.domain.billing.invoice_rules import InvoiceOfCancelledJob
from hvacdesk.domain.billing.invoices import BankAccount, InvoiceKind, InvoiceState, invoice_state_name
from hvacdesk.domain.billing.open_items import DepositEnd, HeldDeposit, MoneyMeanwhile, NoHeldDeposit
from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.disposal.disposal import Blocker
from hvacdesk.domain.errors import BadDate, ChangedMeanwhile, NotPermitted, OutOfRange
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.retention.retention import Standing
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.billing_terms import BillingTerms
from hvacdesk.services.billing.cancelled_deposits import CancelledDeposits, EndedDeposit, pages_digest
from hvacdesk.services.billing.estimates import Estimates
from hvacdesk.services.billing.handover import BooksFile, BooksHandover
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.billing.prices import Prices
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.job_events import require_same_money
from hvacdesk.services.retention import retention_days
from hvacdesk.services.retention.retention import judged
from hvacdesk.store.customers import customers
from hvacdesk.store.disposal.standstills import standstills
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.office import office
from hvacdesk.store.oversight import audit_log
from tests.helpers.billed import Billed, billed_office
from tests.helpers.booked import book_another
from tests.helpers.ground import Ground
from tests.helpers.real_office import FACTS
from tests.unit.documents.billing.money_papers import pages_of, squeezed

DEPOSIT = 14_877
"""Half of 27,050 yen, 13,525, and 1,352 tax."""
TODAY = "2026-11-24"


@pytest.fixture
def billed(ground: Ground) -> Billed:
    made = billed_office(ground)
    Prices(ground.workplace).keep(ground.owner, PriceRecord(None, "Installation", "台", 10_000))
    return made


def deposits(billed: Billed) -> CancelledDeposits:
    return CancelledDeposits(billed.ground.workplace)


def cancelled(billed: Billed, received: int = DEPOSIT) -> HeldDeposit:
    """A cancelled job whose deposit was received, or some of it."""
    who = billed.someone()
    job = billed.job(who, JobState.ARRANGED)
    issued = billed.issued(job, InvoiceKind.DEPOSIT, 50)
    if received:
        money = PaymentRecord(
            "2026-11-20", received, PaymentWay.BANK, allocations=((issued.invoice, received),)
        )
        Payments(billed.ground.workplace).book(billed.books, who, money)
    assert deposits(billed).held(billed.books) == (), "the work may still be done"
    billed.jobs.set_state(billed.ground.desk, job, JobState.CANCELLED)
    (held,) = deposits(billed).held(billed.books)
    return held


def look_and_end(billed: Billed, held: HeldDeposit, record: DepositEnd) -> EndedDeposit:
    """End a deposit as it is seen."""
    made = deposits(billed)
    seen = pages_digest(made.look(billed.books, held, record, english))
    return made.end(billed.books, held, record, english, seen)


def end(billed: Billed, held: HeldDeposit, **said: object) -> EndedDeposit:
    record = DepositEnd(**said)  # type: ignore[arg-type]
    return look_and_end(billed, held, record)


def open_of(billed: Billed, held: HeldDeposit) -> list[tuple[str, int]]:
    money = Payments(billed.ground.workplace).of_customer(billed.books, held.customer)
    return [(one.number, one.open_yen) for one in money.open_invoices]


def books(billed: Billed) -> list[tuple[str, str, str, str]]:
    """Debit, credit, sum and the credit's tax of each entry, as Money Forward gets them."""
    file: BooksFile = BooksHandover(billed.ground.workplace).export(
        billed.books, AccountingProgram.MONEY_FORWARD, "2026-11-01", TODAY
    )
    rows = csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"), newline=""))
    columns = ("借方勘定科目", "貸方勘定科目", "貸方金額(円)", "貸方税区分")
    return [tuple(row[column] for column in columns) for row in rows]  # type: ignore[misc]


def balances(entries: list[tuple[str, str, str, str]]) -> dict[str, int]:
    """What each account comes to: debits less credits."""
    found: dict[str, int] = {}
    for debit, credit, yen, _tax in entries:
        found[debit] = found.get(debit, 0) + int(yen)
        found[credit] = found.get(credit, 0) - int(yen)
    return {account: yen for account, yen in found.items() if yen}


def test_it_waits_until_somebody_says_what_becomes_of_it(billed: Billed) -> None:
    held = cancelled(billed, 10_000)
    assert (held.asked, held.received, held.numbers) == (DEPOSIT, 10_000, ("I2026-000001",))
    with pytest.raises(NotPermitted):
        deposits(billed).held(billed.ground.desk)
    end(billed, held)
    assert deposits(billed).held(billed.books) == ()
    with pytest.raises(NoHeldDeposit):
        end(billed, held)


def test_no_deposit_is_asked_for_once_a_job_is_cancelled(billed: Billed) -> None:
    job = billed.job(billed.someone(), JobState.ARRANGED)
    waiting = billed.draft(job, InvoiceKind.DEPOSIT)
    billed.jobs.set_state(billed.ground.desk, job, JobState.CANCELLED)
    assert billed.invoices.basis(billed.books, job).cancelled
    assert billed.invoices.kind_of_next(billed.books, job) is InvoiceKind.PART
    with pytest.raises(InvoiceOfCancelledJob):
        billed.issue(waiting)
    billed.invoices.drop(billed.books, waiting, billed.invoices.detail(billed.books, waiting).row.version)
    with pytest.raises(InvoiceOfCancelledJob):
        billed.draft(job, InvoiceKind.DEPOSIT)
    assert billed.issue(billed.draft(job, InvoiceKind.PART)).page.row.kind is InvoiceKind.PART


def test_all_of_it_is_paid_back(billed: Billed) -> None:
    held = cancelled(billed)
    made = end(billed, held, paid_back_on=TODAY, way=PaymentWay.CASH)
    assert [one.number for one in made.issued] == ["C2026-000001"]
    assert open_of(billed, held) == []
    paid = Payments(billed.ground.workplace).of_customer(billed.books, held.customer).payments
    assert (paid[0].yen, paid[0].way, paid[0].paid_for) == (
        *(-DEPOSIT, PaymentWay.CASH),
        (("C2026-000001", -DEPOSIT),),
    )
    assert balances(books(billed)) == {"普通預金": DEPOSIT, "現金": -DEPOSIT}
    with billed.ground.workplace.reading() as session:
        (told,) = audit_log.details_of(session, Action.DEPOSIT_ENDED)
    assert (told["kept_yen"], told["back_yen"]) == (0, DEPOSIT)


def test_how_long_it_is_kept_can_be_told_once_the_deposit_went_back(billed: Billed) -> None:
    """No handover comes any more: the construction ledger's five years count from the cancellation."""
    with billed.ground.workplace.transaction() as session:
        office.save_facts(session, replace(FACTS, construction_licence=True))
    held = cancelled(billed)
    end(billed, held, paid_back_on=TODAY, way=PaymentWay.CASH)
    with billed.ground.workplace.reading() as session:
        verdicts = [found.verdict for found in judged(billed.ground.workplace, session)]
    (verdict,) = (one for one in verdicts if any(reason.of_cancellation for reason in one.reasons))
    assert verdict.standing is Standing.KEPT
    assert verdict.keep_until == date(2034, 5, 31)
    ends = {one.rule: one.keep_until for one in verdict.reasons if one.of_cancellation}
    assert ends["construction-ledger"] == date(2031, 11, 24)
    assert retention_days.mend(billed.ground.workplace) == 0


def test_what_goes_back_later_stays_open_until_it_does(billed: Billed) -> None:
    held = cancelled(billed)
    end(billed, held, fee=5_000)
    assert open_of(billed, held) == [("C2026-000001", -(DEPOSIT - 5_000))]


def test_what_is_kept_as_damages_is_no_sale_and_not_taxed(billed: Billed) -> None:
    held = cancelled(billed)
    made = end(billed, held, fee=5_000, paid_back_on=TODAY)
    credit, fee = made.issued
    assert (fee.number, fee.page.row.kind) == ("I2026-000002", InvoiceKind.CANCELLATION)
    assert [(rate.tax_class.value, rate.tax, rate.gross) for rate in fee.page.row.sums.rates] == [
        ("outside", 0, 5_000)
    ]
    assert billed.invoices.detail(billed.books, fee.invoice).row.state is InvoiceState.SETTLED
    assert open_of(billed, held) == []
    entries = books(billed)
    assert ("売掛金", "雑収入", "5000", "対象外") in entries
    assert ("前受金", "売掛金", str(DEPOSIT), "対象外") in entries
    assert balances(entries) == {"普通預金": 5_000, "雑収入": -5_000}
    text = squeezed(made.pdf)
    assert "Wechargethefollowingforthecancellationofthework." in text
    assert "5,000yenofitarepaidbyyourdeposit(I2026-000001)." in text
    assert f"{DEPOSIT - 5_000:,}yenofthedepositgobacktoyou." in text
    assert "Payby" not in text
    assert f"Ofyourdepositof{DEPOSIT:,}yen5,000yenpayfor" in text, "a credit note says all"
    assert credit.page.row.sums.tax == -1_352


def test_a_fee_for_the_handling_is_taxed(billed: Billed) -> None:
    held = cancelled(billed)
    made = end(billed, held, fee=5_500, taxable=True, paid_back_on=TODAY)
    assert made.issued[1].page.row.sums.tax == 500
    assert ("売掛金", "雑収入", "5500", "課税売上 10%") in books(billed)


def test_a_fee_above_what_was_received_is_still_to_be_paid(billed: Billed) -> None:
    held = cancelled(billed, 4_000)
    made = end(billed, held, fee=10_000, paid_back_on=TODAY)
    assert open_of(billed, held) == [("I2026-000002", 6_000)]
    assert made.issued[1].page.row.due_on == "2026-12-31"
    text = squeezed(made.pdf)
    assert "Payby" in text
    assert "Yourdepositof4,000yenpaysforthecancellationfee." in text
    assert balances(books(billed)) == {"普通預金": 4_000, "売掛金": 6_000, "雑収入": -10_000}


def test_a_deposit_that_was_never_paid_asks_for_nothing_any_more(billed: Billed) -> None:
    held = cancelled(billed, 0)
    end(billed, held, paid_back_on=TODAY)
    assert open_of(billed, held) == []
    assert balances(books(billed)) == {}


def test_what_was_credited_before_is_not_taken_back_twice(billed: Billed) -> None:
    held = cancelled(billed, 0)
    (number,) = held.numbers
    rows = billed.invoices.of_job(billed.books, held.job)
    (deposit,) = (one for one in rows if one.number == number)
    draft = billed.invoices.credit(billed.books, deposit.invoice, english)
    detail = billed.invoices.detail(billed.books, draft)
    part = replace(detail.record, lines=(replace(detail.record.lines[0], yen=-1_000),))
    billed.invoices.issue(billed.books, draft, detail.row.version, english, part)
    with pytest.raises(ChangedMeanwhile):
        end(billed, held)
    (now,) = deposits(billed).held(billed.books)
    assert now.asked == DEPOSIT - 1_100
    made = end(billed, now, fee=2_000)
    assert -made.issued[0].page.row.sums.gross == DEPOSIT - 1_100
    assert open_of(billed, now) == [("I2026-000002", 2_000)]


def test_sums_and_days_that_cannot_be_are_refused(billed: Billed) -> None:
    held = cancelled(billed)
    with pytest.raises(OutOfRange):
        end(billed, held, fee=-1)
    with pytest.raises(BadDate):
        end(billed, held, paid_back_on="2026-12-24")
    assert deposits(billed).held(billed.books) == (held,)


def test_a_credit_note_about_a_fee_goes_against_the_same_account(billed: Billed) -> None:
    held = cancelled(billed)
    fee = end(billed, held, fee=5_000, paid_back_on=TODAY).issued[1]
    billed.issue(billed.invoices.credit(billed.books, fee.invoice, english))
    assert balances(books(billed)) == {"普通預金": 5_000, "売掛金": -5_000}


def test_a_fee_beside_work_billed_elsewhere_tells_the_log_of_no_decision(billed: Billed) -> None:
    held = cancelled(billed)
    event = JobEvent(EventKind.INVOICE, "2026-11-21", "INV-1", 3_000)
    billed.jobs.record_event(billed.ground.desk, held.job, event)
    end(billed, held, fee=30_000)
    with billed.ground.workplace.reading() as session:
        entries = audit_log.entries(session, limit=2, actions=(Action.INVOICE_ISSUED,))
    fee, credit = sorted(entries, key=lambda one: str(one.details["invoice_kind"]))
    assert (fee.details["invoice_kind"], credit.details["invoice_kind"]) == ("cancellation", "credit")
    assert fee.details["doubts"] == credit.details["doubts"] == [], "the form asked nobody about it"


def pay(billed: Billed, who: str, yen: int, invoice: str = "", part: int | None = None) -> None:
    parts = ((invoice, yen if part is None else part),) if invoice else ()
    money = PaymentRecord("2026-11-20", yen, PaymentWay.BANK, allocations=parts)
    book_another(Payments(billed.ground.workplace), billed.books, who, money)


def test_each_deposit_and_each_payment_of_it_is_told_and_what_else_came_beside(billed: Billed) -> None:
    who = billed.someone()
    job = billed.job(who, JobState.ARRANGED)
    first = billed.issued(job, InvoiceKind.DEPOSIT, 20)
    second = billed.issued(job, InvoiceKind.DEPOSIT, 10)
    part = billed.issued(job, InvoiceKind.PART, 30)
    sums = [one.page.row.sums.gross for one in (first, second, part)]
    pay(billed, who, 3_000, first.invoice)
    pay(billed, who, sums[0] - 3_000, first.invoice)
    pay(billed, who, 5_000, second.invoice, part=1_000)
    pay(billed, who, sums[2], part.invoice)
    told = deposits(billed).in_advance(billed.ground.desk, job)
    assert [(one.number, one.kind, one.asked, one.received) for one in told] == [
        (first.number, InvoiceKind.DEPOSIT, sums[0], sums[0]),
        (second.number, InvoiceKind.DEPOSIT, sums[1], 1_000),
        (part.number, InvoiceKind.PART, sums[2], sums[2]),
    ]
    billed.jobs.set_state(billed.ground.desk, job, JobState.CANCELLED)
    (held,) = deposits(billed).held(billed.books)
    assert (held.parts, held.beside, held.credit) == (told[:2], told[2:], 4_000)
    assert [one.part for one in held.parts[0].payments] == [3_000, sums[0] - 3_000]
    assert (held.asked, held.received) == (sums[0] + sums[1], sums[0] + 1_000)


def remarks_of(made: EndedDeposit) -> list[str]:
    return [one.page.record.remarks for one in made.issued]


def test_each_credit_note_tells_its_own_deposit_and_one_that_was_never_paid_nothing(billed: Billed) -> None:
    who = billed.someone()
    job = billed.job(who, JobState.ARRANGED)
    first, second, third, last = (billed.issued(job, InvoiceKind.DEPOSIT, 20) for _ in range(4))
    yen = first.page.row.sums.gross
    for paid in (second, third, last):
        pay(billed, who, yen, paid.invoice)
    billed.jobs.set_state(billed.ground.desk, job, JobState.CANCELLED)
    (held,) = deposits(billed).held(billed.books)
    made = end(billed, held, fee=yen + 1_000, paid_back_on=TODAY)
    assert remarks_of(made) == [
        "",
        f"Your deposit of {yen:,} yen pays for the cancellation fee.",
        (
            f"Of your deposit of {yen:,} yen 1,000 yen pay for the cancellation fee, and {yen - 1_000:,} yen "
            "go back to you."
        ),
        f"{yen:,} yen of the deposit go back to you.",
        (
            f"{yen + 1_000:,} yen of it are paid by your deposit ({second.number}・{third.number}).\n"
            f"{2 * yen - 1_000:,} yen of the deposit go back to you."
        ),
    ]
    assert open_of(billed, held) == []


def test_one_fee_of_the_bank_is_counted_once_for_all_that_its_payment_pays(billed: Billed) -> None:
    who = billed.someone()
    job = billed.job(who, JobState.ARRANGED)
    first, second = (billed.issued(job, InvoiceKind.DEPOSIT, 20) for _ in range(2))
    other = billed.issued(billed.job(who))
    gross = first.page.row.sums.gross
    parts = ((first.invoice, gross), (second.invoice, gross), (other.invoice, 2 * gross))
    record = PaymentRecord("2026-11-20", 4 * gross - 440, PaymentWay.BANK, fee=440, allocations=parts)
    Payments(billed.ground.workplace).book(billed.books, who, record)
    billed.jobs.set_state(billed.ground.desk, job, JobState.CANCELLED)
    (held,) = deposits(billed).held(billed.books)
    assert ([one.fees for one in held.parts], held.fees) == ([110, 110], 220)


def test_a_deposit_that_a_credit_note_paid_is_told_as_set_off(billed: Billed) -> None:
    who = billed.someone()
    other = billed.issued(billed.job(who))
    pay(billed, who, other.page.row.sums.gross, other.invoice)
    note = billed.issue(billed.invoices.credit(billed.books, other.invoice, english))
    job = billed.job(who, JobState.ARRANGED)
    deposit = billed.issued(job, InvoiceKind.DEPOSIT, 50)
    parts = ((deposit.invoice, 6_000), (note.invoice, -6_000))
    record = PaymentRecord("2026-11-20", 0, PaymentWay.BANK, allocations=parts)
    Payments(billed.ground.workplace).book(billed.books, who, record)
    pay(billed, who, 4_000, deposit.invoice)
    billed.jobs.set_state(billed.ground.desk, job, JobState.CANCELLED)
    (held,) = deposits(billed).held(billed.books)
    assert (held.received, held.fees, held.set_off) == (10_000, 0, 6_000)


def test_what_a_credit_note_took_back_of_a_paid_deposit_is_told_apart(billed: Billed) -> None:
    who = billed.someone()
    job = billed.job(who, JobState.ARRANGED)
    issued = billed.issued(job, InvoiceKind.DEPOSIT, 50)
    pay(billed, who, DEPOSIT, issued.invoice)
    draft = billed.invoices.credit(billed.books, issued.invoice, english)
    detail = billed.invoices.detail(billed.books, draft)
    record = replace(detail.record, lines=(replace(detail.record.lines[0], yen=-9_000),))
    billed.invoices.issue(billed.books, draft, detail.row.version, english, record)
    billed.jobs.set_state(billed.ground.desk, job, JobState.CANCELLED)
    (held,) = deposits(billed).held(billed.books)
    (one,) = held.parts
    assert (one.gross, one.paid) == (DEPOSIT, DEPOSIT), "all of it was received"
    assert (one.asked, one.received) == (DEPOSIT - 9_900, DEPOSIT - 9_900), "the credit note has the rest"


def test_a_deposit_that_was_never_paid_reads_as_set_off_and_its_credit_note_pays_nothing_out(
    billed: Billed,
) -> None:
    held = cancelled(billed, 0)
    made = end(billed, held)
    rows = {row.number: row for row in billed.invoices.of_job(billed.books, held.job)}
    deposit = rows[held.numbers[0]]
    assert (deposit.state, deposit.set_off, deposit.paid_yen) == (InvoiceState.SETTLED, True, 0)
    assert english(invoice_state_name(deposit.kind, deposit.state, set_off=deposit.set_off)) == "Set off"
    text = squeezed(made.pdf)
    assert "Ithadnotbeenpaid,sonothingispaidout." in text
    assert "Nolongeraskedfor" in text
    assert "Wetakebackthefollowing" not in text


def test_a_deposit_that_was_paid_in_part_says_what_of_it_was_never_paid(billed: Billed) -> None:
    held = cancelled(billed, 4_000)
    made = end(billed, held, paid_back_on=TODAY)
    rows = {row.number: row for row in billed.invoices.of_job(billed.books, held.job)}
    deposit = rows[held.numbers[0]]
    assert (deposit.state, deposit.set_off, deposit.paid_yen) == (InvoiceState.SETTLED, False, 4_000)
    text = squeezed(made.pdf)
    assert f"Ofit4,000yenhadbeenpaid.Theother{DEPOSIT - 4_000:,}yenhadnot" in text
    assert "Wetakebackthefollowing" in text


def test_a_credit_note_of_a_paid_deposit_tells_of_nothing_that_was_not_paid(billed: Billed) -> None:
    text = squeezed(end(billed, cancelled(billed), paid_back_on=TODAY).pdf)
    assert "hadnot" not in text


def blockers(billed: Billed, who: str) -> set[Blocker]:
    with billed.ground.workplace.reading() as session:
        key = customers.get(session, who).id
        return standstills(session, [key])[key].blockers


def test_a_deposit_that_the_office_still_holds_holds_a_disposal_back(billed: Billed) -> None:
    held = cancelled(billed)
    assert Blocker.DEPOSIT_HELD in blockers(billed, held.customer)
    end(billed, held, paid_back_on=TODAY)
    assert not blockers(billed, held.customer) & {Blocker.DEPOSIT_HELD, Blocker.UNPAID_INVOICE}


def test_it_holds_back_whoever_ordered_the_work_as_well_for_the_job_goes_with_them(billed: Billed) -> None:
    orderer, payer = billed.someone(), billed.someone()
    job = billed.job(orderer, JobState.ARRANGED, payer=payer)
    issued = billed.issued(job, InvoiceKind.DEPOSIT, 50)
    yen = billed.invoices.detail(billed.books, issued.invoice).row.sums.gross
    money = PaymentRecord("2026-11-20", yen, PaymentWay.BANK, allocations=((issued.invoice, yen),))
    Payments(billed.ground.workplace).book(billed.books, payer, money)
    billed.jobs.set_state(billed.ground.desk, job, JobState.CANCELLED)
    (held,) = deposits(billed).held(billed.books)
    for who in (orderer, payer):
        assert Blocker.DEPOSIT_HELD in blockers(billed, who)
    end(billed, held, paid_back_on=TODAY)
    for who in (orderer, payer):
        assert Blocker.DEPOSIT_HELD not in blockers(billed, who)


def test_a_deposit_that_is_kept_holds_no_disposal_back(billed: Billed) -> None:
    held = cancelled(billed)
    end(billed, held, fee=DEPOSIT)
    assert not blockers(billed, held.customer) & {Blocker.DEPOSIT_HELD, Blocker.UNPAID_INVOICE}


def test_the_pages_are_seen_as_drafts_before_anything_is_issued(billed: Billed) -> None:
    held = cancelled(billed)
    record = DepositEnd(fee=4_000, paid_back_on=TODAY)
    before = open_of(billed, held)
    pdf = deposits(billed).look(billed.books, held, record, english)
    said = squeezed(pdf)
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 2
    assert said.count("Draft,notaninvoice") == 2
    assert f"{DEPOSIT:,}" in said
    assert "4,000" in said
    assert "C2026" not in said
    assert deposits(billed).held(billed.books) == (held,)
    assert open_of(billed, held) == before
    ended = deposits(billed).end(billed.books, held, record, english, pages_digest(pdf))
    assert [one.number for one in ended.issued] == ["C2026-000001", "I2026-000002"], "no number was used up"
    with pytest.raises(NoHeldDeposit):
        deposits(billed).look(billed.books, held, record, english)
    with billed.ground.workplace.reading() as session:
        shown = audit_log.entries(session, limit=9, actions=frozenset({Action.INVOICE_SHOWN}))
        assert len(shown) == 1


def test_a_fee_that_cannot_be_is_refused_at_the_look_as_well(billed: Billed) -> None:
    held = cancelled(billed)
    with pytest.raises(BadDate):
        deposits(billed).look(billed.books, held, DepositEnd(paid_back_on="2027-01-01"), english)
    with pytest.raises(NotPermitted):
        deposits(billed).look(billed.ground.desk, held, DepositEnd(), english)


@pytest.mark.parametrize("what", ["account", "terms", "name", "day", "nothing"])
def test_what_is_issued_is_what_was_looked_at(billed: Billed, what: str) -> None:
    """Of the credit note nothing but its day and name may change; the fee names account and last day too."""
    held, workplace = cancelled(billed), billed.ground.workplace
    record = DepositEnd(fee=held.received + 5_000)
    seen = pages_digest(deposits(billed).look(billed.books, held, record, english))
    before, facts = open_of(billed, held), BillingTerms(workplace)
    if what == "account":
        told = facts.office(billed.books)
        account = BankAccount("別銀行", "本店", "普通", "7654321", "シケン")
        facts.change_office(billed.ground.owner, replace(told, account=account), told)
    elif what == "terms":
        own = facts.of_customer(billed.books, held.customer)
        facts.change_customer(billed.books, held.customer, own, PayTerms(0, 3, 31))
    elif what == "name":
        people, desk = Customers(workplace), billed.ground.desk
        version = people.detail(desk, held.customer).version
        people.change(desk, held.customer, version, {"name": PersonName("別", "花子")})
    elif what == "day":
        billed.ground.clock.pass_time(days=1)
    if what == "nothing":
        assert len(deposits(billed).end(billed.books, held, record, english, seen).issued) == 2
        return
    with pytest.raises(ChangedMeanwhile):
        deposits(billed).end(billed.books, held, record, english, seen)
    assert open_of(billed, held) == before
    with pytest.raises(ChangedMeanwhile):
        deposits(billed).end(billed.books, held, record, english, "")
    assert look_and_end(billed, held, record).issued[0].number == "C2026-000001", "no number was used up"


def test_how_much_goes_back_stands_right_below_the_sum_that_is_taken_back(billed: Billed) -> None:
    """The large figure is all that the credit note takes back, of which a part is kept."""
    held = cancelled(billed)
    ended = end(billed, held, fee=5_000, paid_back_on=TODAY)
    page = pages_of(ended.pdf)[0]
    said = f"{DEPOSIT - 5_000:,} yen go back to you.".replace(" ", "")
    assert page.index(f"{DEPOSIT:,}") < page.index(said) < page.index("Takenbackon")
    assert "Remarks" not in page


def waiting(billed: Billed) -> tuple[str, str, JobState]:
    """Whose and which a job is of which nothing came in yet, and its state."""
    who = billed.someone()
    job = billed.job(who, JobState.ARRANGED)
    return who, job, billed.state(job)


def deposit_came(billed: Billed, who: str, job: str) -> None:
    pay(billed, who, 3_000, billed.issued(job, InvoiceKind.DEPOSIT, 30).invoice)


def test_a_job_is_not_cancelled_by_a_question_that_named_other_money(billed: Billed) -> None:
    who, job, shown = waiting(billed)
    desk = billed.ground.desk
    told = deposits(billed).in_advance(desk, job)
    deposit_came(billed, who, job)
    with pytest.raises(MoneyMeanwhile):
        billed.jobs.set_state(desk, job, JobState.CANCELLED, shown=shown, money=told)
    assert billed.state(job) is shown
    told = deposits(billed).in_advance(desk, job)
    billed.jobs.set_state(desk, job, JobState.CANCELLED, shown=shown, money=told)
    assert billed.state(job) is JobState.CANCELLED


def test_who_may_not_see_the_money_learns_nothing_by_guessing_it(billed: Billed) -> None:
    who, job, shown = waiting(billed)
    deposit_came(billed, who, job)
    blind = replace(billed.ground.desk, roles=frozenset())
    with billed.ground.workplace.reading() as session:
        require_same_money(session, blind, job_store.job(session, job), ())
    assert billed.state(job) is shown


@pytest.mark.parametrize("cancels", [True, False])
def test_a_declined_estimate_ends_no_job_of_which_other_money_was_shown(
    billed: Billed, cancels: bool
) -> None:
    who, job, shown = waiting(billed)
    desk, estimates = billed.ground.desk, Estimates(billed.ground.workplace)
    made = estimates.draft(desk, job, english)
    detail = estimates.detail(desk, made)
    estimates.issue(desk, made, detail.row.version, detail.record)
    shown, told = billed.state(job), deposits(billed).in_advance(desk, job)
    deposit_came(billed, who, job)
    answer = EstimateAnswer(False, cancel_job=cancels)
    if cancels:
        with pytest.raises(MoneyMeanwhile):
            estimates.answer(desk, made, answer, shown=shown, money=told)
        with pytest.raises(ChangedMeanwhile):
            estimates.answer(desk, made, answer, shown=JobState.RECEIVED)
        assert estimates.detail(desk, made).row.state is EstimateState.ISSUED
        told = deposits(billed).in_advance(desk, job)
    estimates.answer(desk, made, answer, shown=shown, money=told)
    assert (billed.state(job) is JobState.CANCELLED) is cancels
