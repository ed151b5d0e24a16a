"""Reducing a customer to what a law still needs: decided, carried out, proved, certified, restored."""

from __future__ import annotations

import pytest
from sqlalchemy import select, text

from hvacdesk.domain.billing.payments import BankLine, PaymentRecord, PaymentWay
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.disposal.disposal import BatchState, Decision
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.retention.retention import Standing
from hvacdesk.services.disposal.errors import NotDestroyable
from hvacdesk.services.office.drafts import Drafts
from hvacdesk.store.billing import bank_deposits, payments
from hvacdesk.store.disposal import disposed_list, reduction
from hvacdesk.store.models import (
    BankLineSeen,
    CallNote,
    Customer,
    CustomerPhone,
    Draft,
    Job,
    JobEventRow,
    Payment,
    Site,
)
from tests.helpers.decisions import decide, propose
from tests.helpers.paper import read_text
from tests.helpers.sample_records import ACCOUNT, STAMP, Person, add_customer, add_job
from tests.integration.disposal.office import MONTH, DisposalOffice, seal_payment

PERSON = Person(
    family="楠木",
    given="登和子",
    phone="0561-77-8899",
    email="towako@kusunoki.example",
    street="9丁目88-1",
    building="ハイツ楠 808号室",
    note="裏の物置に脚立",
    access="砂利の駐車場の奥",
    lock_code="暗証 9183",
    serial="SN-55667788",
)
GONE = (
    "0561-77-8899",
    "0561778899",
    "towako@",
    "裏の物置に脚立",
    "砂利の駐車場",
    "暗証 9183",
    "再来週に電話",
)
STAYS = ("楠木", "登和子", "9丁目88-1", "INV-2020-0417")


@pytest.fixture
def reducible(office: DisposalOffice) -> str:
    """Somebody whose invoice binds until 2028, and whose service and warranty ended in 2025."""
    events = {EventKind.INVOICE: "2020-05-20", EventKind.SETTLEMENT: "2020-06-30"}
    with office.workplace.transaction() as session:
        customer = add_customer(session, PERSON, family_kana="クスノキ")
        seal_payment(office, customer, PERSON)
        job = add_job(session, customer, PERSON, events=events, detail="楠木様の希望の色")
        session.execute(
            text("UPDATE job_events SET number = 'INV-2020-0417' WHERE job_id = :job AND kind = 'invoice'"),
            {"job": job.id},
        )
        session.add(
            CallNote(
                customer_id=customer.id, taken_by=ACCOUNT, taken_at=STAMP, text="再来週に電話", done_at=STAMP
            )
        )
        session.add(
            Draft(
                account=office.desk.account,
                form="customer",
                subject=customer.record_id,
                payload='{"note": "裏の物置に脚立"}',
                kept_at=STAMP,
            )
        )
        return customer.record_id


def approved(office: DisposalOffice, *reduce: str, destroy: tuple[str, ...] = ()) -> str:
    """A batch that reduces and destroys these customers and was approved yesterday."""
    review = office.disposal.reviews.review(office.desk, MONTH)
    for row in review.rows:
        wanted = Decision.REDUCE if row.customer in reduce else Decision.DESTROY
        chosen = row.customer in (*reduce, *destroy)
        decide(
            office.disposal.reviews,
            office.desk,
            review.batch,
            row.customer,
            wanted if chosen else Decision.KEEP,
        )
    propose(office.disposal.reviews, office.desk, review.batch)
    office.disposal.approvals.approve_beside(
        office.desk, review.batch, office.approver.account, "shouninsha-no-aikotoba"
    )
    office.clock.pass_time(days=1)
    return review.batch


def test_a_reducible_customer_is_shown_with_what_goes(office: DisposalOffice, reducible: str) -> None:
    review = office.disposal.reviews.review(office.desk, MONTH)
    (row,) = [row for row in review.rows if row.customer == reducible]
    assert (row.verdict.standing, row.decision) == (Standing.REDUCIBLE, Decision.KEEP)
    assert review.reducible == 1
    assert {RecordField.PHONE, RecordField.PAYMENT, RecordField.TEXT} <= row.verdict.goes
    with pytest.raises(NotDestroyable):
        decide(office.disposal.reviews, office.desk, review.batch, reducible, Decision.DESTROY)
    with pytest.raises(NotDestroyable):
        decide(office.disposal.reviews, office.desk, review.batch, office.going()[0], Decision.REDUCE)


def test_what_no_law_needs_is_gone_from_every_page_and_the_rest_is_there(
    office: DisposalOffice, reducible: str
) -> None:
    before = office.dump()
    assert [value for value in (*GONE, *STAYS) if value.encode() not in before] == []
    result = office.destroy(approved(office, reducible), 1)
    assert (result.state, result.exceptions, result.customers) == (BatchState.VERIFIED, (), 1)
    after = office.dump()
    assert [value for value in GONE if value.encode() in after] == []
    assert [value for value in STAYS if value.encode() not in after] == []


def test_the_record_holds_only_what_was_kept(office: DisposalOffice, reducible: str) -> None:
    office.destroy(approved(office, reducible), 1)
    with office.workplace.reading() as session:
        row = session.scalars(select(Customer).where(Customer.record_id == reducible)).one()
        assert (row.family_name, row.given_name, row.street) == ("楠木", "登和子", "9丁目88-1")
        assert (row.email, row.note, row.bank, row.account, row.family_kana) == ("", "", None, None, "")
        assert session.scalars(select(CustomerPhone).where(CustomerPhone.customer_id == row.id)).all() == []
        site = session.scalars(select(Site).where(Site.customer_id == row.id)).one()
        assert (site.access, site.lock_codes, site.street) == ("", "", "")
        numbers = session.scalars(select(JobEventRow.number)).all()
        assert "INV-2020-0417" in numbers
        assert row.reduced_on
        assert RecordField.PHONE not in reduction.read(row.reduced_to)
    verdict = office.disposal.reviews.verdict(office.desk, reducible)
    assert verdict.standing is Standing.KEPT


def test_one_batch_reduces_and_destroys(office: DisposalOffice, reducible: str) -> None:
    gone = office.going()[0]
    result = office.destroy(approved(office, reducible, destroy=(gone,)), 2)
    assert (result.state, result.customers) == (BatchState.VERIFIED, 2)
    with office.workplace.reading() as session:
        left = session.scalars(select(Customer.record_id)).all()
    assert reducible in left
    assert gone not in left


def test_ledger_and_certificate_say_what_was_kept_and_why(office: DisposalOffice, reducible: str) -> None:
    result = office.destroy(approved(office, reducible), 1)
    (line,) = office.disposal.certificates.ledger(office.owner, reducible)
    assert set(line.keeps) >= {RecordField.NAME, RecordField.ADDRESS, RecordField.SLIP}
    assert line.keeps_until > "2028-05-30"
    assert dict(line.categories)["phone"] >= 2
    assert dict(line.categories)["name"] == 3  # two of the contact, one of the call note
    printed = read_text(
        office.disposal.certificates.certificate_paper(office.owner, result.certificate, "en").pdf
    )
    assert "reduced to the ledger" in printed
    assert "登和子" not in printed


def test_whoever_is_reduced_can_be_destroyed_when_the_time_comes(
    office: DisposalOffice, reducible: str
) -> None:
    office.destroy(approved(office, reducible), 1)
    office.clock.pass_time(days=365 * 6)
    review = office.disposal.reviews.review(office.desk, "2032-11")
    (row,) = [row for row in review.rows if row.customer == reducible]
    assert row.verdict.standing is Standing.DUE
    with office.workplace.reading() as session:
        assert (
            len([line for line in disposed_list.listed(session).customers if line.record == reducible]) == 1
        )


def deposit_seen(office: DisposalOffice, customer: str, on: str) -> str:
    """A deposit of a bank's file that was booked for a customer; what it is told by."""
    line = BankLine(on, 18_755, "ｸｽﾉｷ ﾄﾜｺ", "", "\x1f".join(("", on, "18755", "ｸｽﾉｷﾄﾜｺ", "", "1")))
    with office.workplace.transaction() as session:
        owner = session.scalars(select(Customer).where(Customer.record_id == customer)).one()
        record = PaymentRecord(on, line.yen, PaymentWay.BANK)
        row = payments.add(session, owner, f"P{on[:4]}-000001", record, by=ACCOUNT, at=STAMP)
        payments.use_credit(row, line.yen)
        seal = office.vault.seal_payment
        payments.note_bank(row, {"payer": seal("payments", "payer", row.id, line.payer)})
        bank_deposits.note_seen(session, line, row.id, seal, by=ACCOUNT, at=STAMP)
        session.flush()
        return session.scalars(select(BankLineSeen.digest)).one()


def test_a_deposit_that_was_seen_says_nothing_of_who_was_reduced(
    office: DisposalOffice, reducible: str
) -> None:
    digest = deposit_seen(office, reducible, "2020-06-30")
    assert digest.encode() in office.dump()
    result = office.destroy(approved(office, reducible), 1)
    assert (result.state, result.exceptions) == (BatchState.VERIFIED, ())
    assert digest.encode() not in office.dump()
    with office.workplace.reading() as session:
        (payment,) = session.scalars(select(Payment).where(Payment.number == "P2020-000001"))
        assert (payment.yen, payment.payer) == (18_755, None)


def test_a_deposit_that_was_seen_goes_with_who_is_destroyed(office: DisposalOffice) -> None:
    gone = office.going()[0]
    digest = deposit_seen(office, gone, "2010-06-30")
    result = office.destroy(office.approved(gone), 1)
    assert (result.state, result.exceptions) == (BatchState.VERIFIED, ())
    assert digest.encode() not in office.dump()
    with office.workplace.reading() as session:
        assert session.scalars(select(BankLineSeen.id)).all() == []


def test_sabotage_a_field_that_was_not_emptied_is_noticed(
    office: DisposalOffice, reducible: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgetful(session: object, plan: reduction.Reduction, on: str) -> None:
        email = tuple(
            part for part in plan.emptied if not any(column.name == "email" for column in part.columns)
        )
        whole(session, reduction.Reduction(plan.kept, plan.rows, email), on)  # type: ignore[arg-type]

    whole = reduction.carry_out
    monkeypatch.setattr(reduction, "carry_out", forgetful)
    result = office.destroy(approved(office, reducible), 1)
    assert result.state is BatchState.FAILED


def test_a_copy_from_before_is_reduced_again(office: DisposalOffice, reducible: str) -> None:
    office.destroy(approved(office, reducible), 1)
    with office.workplace.reading() as session:
        listed = disposed_list.listed(session)
    assert [line.record for line in listed.customers if line.keeps] == [reducible]
    with office.workplace.transaction() as session:
        row = session.scalars(select(Customer).where(Customer.record_id == reducible)).one()
        row.email, row.reduced_on, row.reduced_to = "towako@kusunoki.example", "", ""
        session.add(
            CustomerPhone(customer_id=row.id, kind="home", number="0561-77-8899", digits="0561778899")
        )
    with office.workplace.transaction() as session:
        replayed = disposed_list.replay(session, listed)
        assert replayed.needles
    with office.workplace.reading() as session:
        row = session.scalars(select(Customer).where(Customer.record_id == reducible)).one()
        assert (row.email, row.family_name) == ("", "楠木")
        assert row.reduced_to
        phones = select(CustomerPhone).where(CustomerPhone.customer_id == row.id)
        assert session.scalars(phones).all() == []


def test_a_form_that_was_opened_before_is_stored_no_more(office: DisposalOffice, reducible: str) -> None:
    drafts, desk, begun = Drafts(office.workplace), office.desk, stamp(office.clock())
    with office.workplace.reading() as session:
        jobs = (
            select(Job.record_id)
            .join(Customer, Customer.id == Job.customer_id)
            .where(Customer.record_id == reducible)
        )
        job = session.scalars(jobs).one()
    office.destroy(approved(office, reducible), 1)
    office.clock.pass_time(seconds=1)
    for arguments in ({"customer": reducible}, {"job": job}):
        payload = {"arguments": arguments, "typed": {"note": "裏の物置に脚立"}, "begun": begun}
        with pytest.raises(RecordGone):
            drafts.keep(desk, "customer", "", payload)
        drafts.keep(desk, "customer", "", {**payload, "begun": stamp(office.clock())})  # opened since
        drafts.drop(desk, "customer", "")
