"""Billing that meets what should not happen: the same done twice at once, other years, rates and accounts."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from hvacdesk.domain.bank.bank_files import AccountOfAnotherBank
from hvacdesk.domain.bank.bank_matching import BankProposals, ConfirmedDeposit, allotted
from hvacdesk.domain.billing.billing_facts import OfficeBilling
from hvacdesk.domain.billing.estimates import DiscountTooLarge
from hvacdesk.domain.billing.invoice_rules import RateChangesWithin
from hvacdesk.domain.billing.invoices import BankAccount, InvoiceKind, InvoiceLineRecord
from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.disposal.disposal import Blocker
from hvacdesk.domain.errors import ChangedMeanwhile, OutOfRange, UserFacingError
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.bank_imports import BankImports
from hvacdesk.services.billing.billing_terms import BillingTerms
from hvacdesk.services.billing.collective import Collective
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.billing.prices import Prices
from hvacdesk.services.billing.receipts import Receipts
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.merging import Merging
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.disposal.standstills import standstills
from hvacdesk.store.models import AuditRow
from hvacdesk.ui.file_reading import given_file
from tests.helpers.bank_files import notices
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.booked import book_another
from tests.helpers.ground import new_ground

LIMIT = 1_000_000_000
"""Yen that a sum may have."""

CLOSED = date(2026, 11, 20)
PRICED = 36_905
"""The work at 16,500 and the items of the helper's jobs, 33,550 in all, and 3,355 tax."""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Billed]:
    ground = new_ground(tmp_path)
    yield billed_office(ground)
    ground.close()


def read(office: Billed, folder: Path, *deposits: tuple[int, str]) -> BankProposals:
    path = folder / "notice.txt"
    path.write_bytes(notices([("261124", yen, payer) for yen, payer in deposits], "261124"))
    return BankImports(office.ground.workplace).read(office.books, given_file(path))


def confirmed(found: BankProposals) -> list[ConfirmedDeposit]:
    """Everything that is certain, as a person would confirm it."""
    waiting = {one.invoice: one for one in found.invoices}
    return [
        ConfirmedDeposit(one.line, waiting[one.invoices[0]].customer, allotted(one, waiting), one.fee)
        for one in found.proposals
        if one.certain
    ]


def digits(number: str) -> str:
    """An invoice's number as a payer types it."""
    return number.replace("-", "")


def numbers(office: Billed, table: str) -> list[str]:
    with office.ground.workplace.reading() as session:
        found = session.scalars(text(f"SELECT number FROM {table} WHERE number != '' ORDER BY number"))
        return [str(one) for one in found]


def at_once(*works: Callable[[], object]) -> list[object]:
    """Several people's work at the same moment: what each of them got, or was refused with."""
    ready, results = threading.Barrier(len(works)), list[object]([None] * len(works))

    def run(at: int) -> None:
        ready.wait()
        try:
            results[at] = works[at]()
        except UserFacingError as error:
            results[at] = error

    threads = [threading.Thread(target=run, args=(at,)) for at in range(len(works))]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return results


def closing_customer(office: Billed) -> str:
    """Somebody with a closing day, and the price of the work, without which it is billed apart."""
    Prices(office.ground.workplace).keep(office.ground.owner, PriceRecord(None, "Installation", "台", 16_500))
    who = office.someone()
    BillingTerms(office.ground.workplace).change_customer(
        office.books, who, None, PayTerms(CLOSED.day, 1, 20)
    )
    return who


# The same twice


def test_who_issues_one_draft_at_the_same_moment_gets_one_invoice(office: Billed) -> None:
    draft = office.draft(office.job())
    version = office.invoices.detail(office.books, draft).row.version
    results = at_once(*[lambda: office.invoices.issue(office.books, draft, version, english)] * 4)
    assert sum(not isinstance(one, UserFacingError) for one in results) == 1
    assert numbers(office, "invoices") == ["I2026-000001"]
    office.issued(office.job())
    assert numbers(office, "invoices") == ["I2026-000001", "I2026-000002"]


def test_a_job_is_billed_by_itself_or_with_its_closing_and_never_both(office: Billed) -> None:
    who = closing_customer(office)
    job = office.job(who, on="2026-11-18")
    collective = Collective(office.ground.workplace)
    shown = collective.preview(office.books, CLOSED, english)
    office.issued(job)
    (refused,) = collective.issue(office.books, shown, english)
    assert isinstance(refused.refused, ChangedMeanwhile)
    assert numbers(office, "invoices") == ["I2026-000001"]


def test_one_file_booked_by_two_at_the_same_moment_is_booked_once(office: Billed, tmp_path: Path) -> None:
    issued = [office.issued(office.job()) for _ in range(5)]
    found = read(office, tmp_path, *((GROSS, f"{digits(one.number)} ﾀﾅｶ") for one in issued))
    deposits = confirmed(found)
    assert len(deposits) == len(issued)
    imports = BankImports(office.ground.workplace)
    results = at_once(*[lambda: imports.confirm(office.books, deposits)] * 3)
    assert sorted(one for one in results if isinstance(one, int)) == [0, 0, len(issued)]
    assert numbers(office, "payments") == [f"P2026-{at:06}" for at in range(1, len(issued) + 1)]


# Whom it asks, and where the money is


def test_deposits_read_before_a_merge_are_the_kept_customers(office: Billed, tmp_path: Path) -> None:
    kept, duplicate = office.someone(), office.someone()
    issued = office.issued(office.job(duplicate))
    deposits = confirmed(read(office, tmp_path, (GROSS, f"{digits(issued.number)} ﾀﾅｶ")))
    owner, people = office.ground.owner, Customers(office.ground.workplace)
    versions = (people.detail(owner, kept).version, people.detail(owner, duplicate).version)
    Merging(office.ground.workplace).merge(owner, kept, duplicate, versions, {})
    assert BankImports(office.ground.workplace).confirm(office.books, deposits) == 1
    money = Payments(office.ground.workplace).of_customer(office.books, kept)
    assert [(one.yen, one.paid_for) for one in money.payments] == [(GROSS, ((issued.number, GROSS),))]
    assert money.open_invoices == ()


@pytest.mark.parametrize("owed", ["by the customer", "to the customer", "paid too much"])
def test_who_took_a_duplicates_open_sums_over_is_kept_until_they_are_settled(
    office: Billed, owed: str
) -> None:
    """A merge carries them over, whichever way the money goes; a disposal is held back and says by what."""
    kept, duplicate = office.someone(), office.someone()
    payments, workplace = Payments(office.ground.workplace), office.ground.workplace
    issued = office.issued(office.job(duplicate))
    if owed != "by the customer":
        over = 1_000 if owed == "paid too much" else 0
        pays = ((issued.invoice, GROSS),)
        record = PaymentRecord("2026-11-24", GROSS + over, PaymentWay.BANK, allocations=pays)
        payments.book(office.books, duplicate, record)
    if owed == "to the customer":
        office.issue(office.invoices.credit(office.books, issued.invoice, english))
    owner, people = office.ground.owner, Customers(workplace)
    versions = (people.detail(owner, kept).version, people.detail(owner, duplicate).version)
    Merging(workplace).merge(owner, kept, duplicate, versions, {})
    blocker = Blocker.CREDIT_LEFT if owed == "paid too much" else Blocker.UNPAID_INVOICE
    with workplace.transaction() as session:
        session.execute(text("UPDATE jobs SET state = 'cancelled'"))
        key = customer_store.get(session, kept).id
        assert blocker in standstills(session, [key])[key].blockers
    money = payments.of_customer(office.books, kept)
    yen = {"by the customer": GROSS, "to the customer": -GROSS, "paid too much": -1_000}[owed]
    if money.open_invoices:
        pays = tuple((one.invoice, one.open_yen) for one in money.open_invoices)
        settled = PaymentRecord("2026-11-24", yen, PaymentWay.BANK, allocations=pays)
        payments.book(office.books, kept, settled)
    else:
        (payment,) = money.payments
        back = PaymentRecord("2026-11-24", yen, PaymentWay.BANK)
        payments.pay_back(office.books, payment.payment, payment.version, back)
    with workplace.reading() as session:
        assert blocker not in standstills(session, [key])[key].blockers


def test_the_same_number_at_another_bank_is_another_account(office: Billed, tmp_path: Path) -> None:
    own = BankAccount("ﾍﾞﾂﾉ", "ﾎﾝﾃﾝ", "普通", "1234567", "ﾋﾔｼﾔ")
    BillingTerms(office.ground.workplace).change_office(
        office.ground.owner,
        OfficeBilling(account=own),
        BillingTerms(office.ground.workplace).office(office.ground.owner),
    )
    issued = office.issued(office.job())
    with pytest.raises(AccountOfAnotherBank, match="ｻﾝﾌﾟﾙ"):
        read(office, tmp_path, (GROSS, f"{digits(issued.number)} ﾀﾅｶ"))
    assert numbers(office, "payments") == []


# Sums that cannot be


@pytest.mark.parametrize(
    ("yen", "refusal"), [(-1, DiscountTooLarge), (LIMIT, OutOfRange), (LIMIT + 1, OutOfRange)]
)
def test_a_sum_that_cannot_be_uses_no_number(office: Billed, yen: int, refusal: type[Exception]) -> None:
    """A thousand million yen are no line too much, but a sum too much with their tax."""
    draft = office.draft(office.job())
    detail = office.invoices.detail(office.books, draft)
    record = replace(detail.record, lines=(InvoiceLineRecord("工事一式", 1.0, "式", yen),))
    with pytest.raises(refusal):
        office.invoices.issue(office.books, draft, detail.row.version, english, record)
    assert office.issued(office.job()).number == "I2026-000001"


def test_a_closing_of_too_much_is_told_and_keeps_nobody_back(office: Billed) -> None:
    who, other = closing_customer(office), closing_customer(office)
    for one in (who, other):
        office.job(one, on="2026-11-18")
    with office.ground.workplace.transaction() as session:
        session.execute(
            text(
                "UPDATE job_items SET yen = :yen, quantity = 1 WHERE job_id = (SELECT j.id FROM jobs j JOIN"
                " customers c ON c.id = j.customer_id WHERE c.record_id = :who)"
            ),
            {"yen": LIMIT, "who": who},
        )
    collective = Collective(office.ground.workplace)
    results = collective.issue(office.books, collective.preview(office.books, CLOSED, english), english)
    told = {one.preview.customer: one for one in results}
    assert isinstance(told[who].refused, OutOfRange)
    assert told[other].issued is not None
    assert told[other].issued.number == "I2026-000001"
    assert numbers(office, "invoices") == ["I2026-000001"]


def test_a_deposit_over_the_field_is_refused_with_all_beside_it(office: Billed, tmp_path: Path) -> None:
    issued = office.issued(office.job())
    huge = 9_999_999_999
    found = read(office, tmp_path, (GROSS, f"{digits(issued.number)} ﾀﾅｶ"), (huge, "ｵｵｶﾞﾈ"))
    (line,) = (one.line for one in found.proposals if one.line.yen == huge)
    deposits = [*confirmed(found), ConfirmedDeposit(line, found.invoices[0].customer, ())]
    imports = BankImports(office.ground.workplace)
    with pytest.raises(OutOfRange):
        imports.confirm(office.books, deposits)
    assert numbers(office, "payments") == []
    imports.set_aside(office.books, [line])
    assert imports.confirm(office.books, deposits[:1]) == 1
    assert numbers(office, "payments") == ["P2026-000001"]


# Other years


def test_each_series_begins_anew_with_the_offices_new_year(office: Billed) -> None:
    """In the office it is the first of January nine hours before it is so in UTC."""
    clock, who = office.ground.clock, office.someone()
    payments, receipts = Payments(office.ground.workplace), Receipts(office.ground.workplace)

    def everything() -> list[str]:
        issued = office.issued(office.job(who))
        today = office.ground.workplace.today().isoformat()
        record = PaymentRecord(today, 5_000, PaymentWay.CASH, allocations=((issued.invoice, 5_000),))
        paid = book_another(payments, office.books, who, record)
        begun = receipts.beginning(office.books, paid, english)
        receipt = receipts.issue(office.books, paid, begun, english)
        credit = office.issue(office.invoices.credit(office.books, issued.invoice, english))
        (payment,) = (one.row for one in payments.latest(office.books) if one.row.payment == paid)
        return [issued.number, payment.number, receipt.page.number, credit.number]

    clock.now = datetime(2026, 12, 31, 14, 59, tzinfo=UTC)
    assert everything() == [f"{series}2026-000001" for series in "IPRC"]
    late = office.draft(office.job(who))
    clock.now = datetime(2026, 12, 31, 15, 0, tzinfo=UTC)
    assert everything() == [f"{series}2027-000001" for series in "IPRC"]
    assert office.issue(late).number == "I2027-000002"
    assert office.invoices.detail(office.books, late).row.issued_on == "2027-01-01"


def test_a_credit_note_for_an_invoice_of_last_year_has_a_number_of_this_year(office: Billed) -> None:
    issued = office.issued(office.job())
    office.ground.clock.now = datetime(2027, 2, 1, 1, 0, tzinfo=UTC)
    credit = office.issue(office.invoices.credit(office.books, issued.invoice, english))
    row = office.invoices.detail(office.books, credit.invoice).row
    assert (row.number, row.about, row.sums.gross) == ("C2027-000001", "I2026-000001", -GROSS)


def test_a_blank_receipt_of_last_year_keeps_its_number(office: Billed) -> None:
    who, clock = office.someone(), office.ground.clock
    payments, receipts = Payments(office.ground.workplace), Receipts(office.ground.workplace)
    (blank,) = receipts.give_out(office.books, office.ground.desk.account, 1, english).numbers
    clock.now = datetime(2027, 1, 5, 1, 0, tzinfo=UTC)
    record = PaymentRecord("2026-12-30", 5_000, PaymentWay.CASH)
    paid = payments.book(office.books, who, record)
    begun = replace(receipts.beginning(office.books, paid, english), number=blank, issued_on="2026-12-30")
    assert receipts.issue(office.books, paid, begun, english).page.number == blank == "R2026-000001"
    other = book_another(payments, office.books, who, record)
    new = receipts.issue(office.books, other, receipts.beginning(office.books, other, english), english)
    assert new.page.number == "R2027-000001"


# The day on which the rate changed: 8 % until 2019-09-30, 10 % from 2019-10-01


@pytest.mark.parametrize(("on", "tax"), [("2019-09-30", 1_364), ("2019-10-01", 1_705)])
def test_the_rate_is_that_of_the_day_of_the_work(office: Billed, on: str, tax: int) -> None:
    """17,050 yen of work: 1,364 are 8 %, 1,705 are 10 %."""
    issued = office.issued(office.job(on=on))
    sums = office.invoices.detail(office.books, issued.invoice).row.sums
    assert (sums.net, sums.tax) == (17_050, tax)


def test_a_closing_bills_the_days_after_the_change_apart(office: Billed) -> None:
    who = closing_customer(office)
    before, after = (office.job(who, on=on) for on in ("2019-09-30", "2019-10-01"))
    collective = Collective(office.ground.workplace)
    (shown,) = collective.preview(office.books, CLOSED, english)
    assert (shown.jobs, len(shown.left_out), shown.gross) == ((before,), 1, 33_550 + 2_684)
    (made,) = collective.issue(office.books, (shown,), english)
    assert made.issued is not None
    (rest,) = collective.preview(office.books, CLOSED, english)
    assert (rest.jobs, rest.gross) == ((after,), PRICED)


def test_days_on_both_sides_of_the_change_are_no_one_invoice(office: Billed) -> None:
    draft = office.draft(office.job(on="2019-10-01"))
    detail = office.invoices.detail(office.books, draft)
    record = replace(detail.record, delivered_from="2019-09-30", delivered_to="2019-10-01")
    with pytest.raises(RateChangesWithin):
        office.invoices.issue(office.books, draft, detail.row.version, english, record)
    assert numbers(office, "invoices") == []


def test_a_deposit_at_the_old_rate_and_a_final_invoice_at_the_new_one_come_to_the_whole(
    office: Billed,
) -> None:
    """All of the work was done at 10 %: with its final invoice the deposit is taxed so, too."""
    job = office.job(on="2019-10-01")
    deposit = office.draft(job, InvoiceKind.DEPOSIT)
    detail = office.invoices.detail(office.books, deposit)
    record = replace(detail.record, delivered_from="2019-09-20", delivered_to="2019-09-20")
    office.invoices.issue(office.books, deposit, detail.row.version, english, record)
    asked = office.invoices.detail(office.books, deposit).row.sums
    assert (asked.net, asked.tax) == (5_115, 409)
    final = office.invoices.detail(office.books, office.issued(job, InvoiceKind.FINAL).invoice).row
    assert final.sums.gross == GROSS - asked.gross
    assert office.state(job) is JobState.INVOICED


def test_the_log_names_every_number_that_was_given(office: Billed) -> None:
    """Whatever was refused before: each number is in the log once."""
    for yen in (-1, LIMIT, 1_000):
        draft = office.draft(office.job())
        detail = office.invoices.detail(office.books, draft)
        record = replace(detail.record, lines=(InvoiceLineRecord("工事一式", 1.0, "式", yen),))
        try:
            office.invoices.issue(office.books, draft, detail.row.version, english, record)
        except UserFacingError:
            continue
    with office.ground.workplace.reading() as session:
        logged = session.query(AuditRow).filter(AuditRow.action == Action.INVOICE_ISSUED.value).all()
    assert len(logged) == 1
    assert '"I2026-000001"' in logged[0].details
