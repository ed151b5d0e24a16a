"""A customer asks for erasure: the same path at once, for one customer; laws that stop it are the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import select, update

from hvacdesk.domain.calls.call_notes import CallNoteRecord
from hvacdesk.domain.customers.contacts import ContactRecord
from hvacdesk.domain.customers.customers import Address, PersonName
from hvacdesk.domain.disposal.disposal import BatchState, Blocker, Decision
from hvacdesk.domain.errors import NotPermitted, RecordGone
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobState, SiteRecord
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.requests.erasure_requests import ErasureOutcome, ErasurePaper
from hvacdesk.domain.requests.request_answers import (
    AnswerNotTrue,
    erasure_waits,
    may_begin_erasure,
    possible_answers,
)
from hvacdesk.domain.requests.requests import (
    RequestAnswer,
    RequestOutcome,
    RequestState,
    RequestWay,
)
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.retention.retention import Standing
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.calls.call_notes import CallNotes
from hvacdesk.services.customers.contacts import Contacts
from hvacdesk.services.disposal import errors
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.language import words_for
from hvacdesk.services.requests.requests import Requests
from hvacdesk.store.customers import customers
from hvacdesk.store.models import Customer, CustomerRequest
from hvacdesk.store.office import today as todays_store
from hvacdesk.store.oversight import audit_log
from hvacdesk.store.requests import suspension
from tests.helpers.decisions import decide, propose
from tests.helpers.erasure_requests import ask_for_erasure, erase_on_request
from tests.helpers.paper import read_text
from tests.helpers.request_answers import give_answer, take_back
from tests.helpers.sample_records import Person, add_customer, add_job
from tests.integration.disposal.office import MONTH, PASSPHRASE, DisposalOffice
from tests.integration.disposal.test_steps import note_call, put_copy

ASKED_ON = "2026-11-20"


@pytest.fixture
def inquirer(office: DisposalOffice) -> str:
    """Somebody who asked for a price a week ago: kept by the office's own rule alone."""
    with office.workplace.transaction() as session:
        person = Person(family="柏木", given="透子", phone="0561-77-1122", email="touko@kashiwagi.example")
        return add_customer(session, person, last_contact_on="2026-11-17").record_id


@pytest.fixture
def buyer(office: DisposalOffice) -> str:
    """Somebody whose invoice of last year a tax law asks for."""
    with office.workplace.transaction() as session:
        person = Person(family="楠木", given="登和子", phone="0561-77-8899", email="towako@kusunoki.example")
        customer = add_customer(session, person, last_contact_on="2025-05-20")
        events = {EventKind.INVOICE: "2025-05-20", EventKind.SETTLEMENT: "2025-06-20"}
        add_job(session, customer, person, state=JobState.PAID, events=events)
        return customer.record_id


def carried_out(office: DisposalOffice, customer: str) -> str:
    """The request's batch after every step; returns the certificate's number."""
    batch = erase_on_request(office.workplace, office.desk, customer, ASKED_ON).batch
    propose(office.disposal.reviews, office.desk, batch)
    office.disposal.approvals.approve_beside(office.desk, batch, office.approver.account, PASSPHRASE)
    office.clock.pass_time(days=1)
    result = office.destroy(batch, 1)
    assert result.state is BatchState.VERIFIED
    return result.certificate


def pdf_text(office: DisposalOffice, customer: str, language: str = "ja", addressee: str = "") -> str:
    return read_text(
        office.disposal.erasures.answer_pdf(office.owner, customer, words_for(language), addressee).pdf
    )


def test_what_would_happen_is_told_without_a_request(
    office: DisposalOffice, inquirer: str, buyer: str
) -> None:
    all_of_it = office.disposal.erasures.answer(office.desk, inquirer)
    assert (all_of_it.outcome, all_of_it.kept) == (ErasureOutcome.MAY_GO, ())
    part = office.disposal.erasures.answer(office.desk, buyer)
    assert part.outcome is ErasureOutcome.MAY_GO
    assert RecordField.PHONE in part.goes
    assert RecordField.NAME not in part.goes
    assert {one.law: one.until for one in part.kept}["法人税法"] == "2033-05-31"
    assert office.disposal.reviews.verdict(office.desk, inquirer).standing is Standing.KEPT


def test_only_a_law_stops_it_and_the_offices_own_rule_does_not(office: DisposalOffice, inquirer: str) -> None:
    answer = erase_on_request(office.workplace, office.desk, inquirer, ASKED_ON)
    assert answer.outcome is ErasureOutcome.UNDER_WAY
    review = office.disposal.reviews.open_batch(office.desk, answer.batch)
    assert [(row.customer, row.decision) for row in review.rows] == [(inquirer, Decision.DESTROY)]
    assert (review.on_request, review.kept) == (True, 0)


def test_somebody_without_a_law_is_gone_after_the_path(office: DisposalOffice, inquirer: str) -> None:
    certificate = carried_out(office, inquirer)
    with office.workplace.reading() as session:
        assert session.scalars(select(Customer).where(Customer.record_id == inquirer)).all() == []
    (line,) = office.disposal.certificates.ledger(office.owner, inquirer)
    assert (line.rule, line.law) == ("erasure-request", "個人情報保護法")
    answer = office.disposal.erasures.answer(office.desk, line.customer_number)
    assert (answer.outcome, answer.certificate) == (ErasureOutcome.ERASED, certificate)
    assert b"touko@kashiwagi.example" not in office.dump()
    assert "お客様のご請求" in read_text(
        office.disposal.certificates.certificate_paper(office.owner, certificate, "ja").pdf
    )


def test_what_a_law_keeps_stays_and_the_rest_goes(office: DisposalOffice, buyer: str) -> None:
    carried_out(office, buyer)
    answer = office.disposal.erasures.answer(office.desk, buyer)
    assert answer.outcome is ErasureOutcome.REDUCED
    assert RecordField.PHONE in answer.goes
    assert RecordField.NAME not in answer.goes
    assert [one.until for one in answer.kept if one.law == "法人税法"] == ["2033-05-31"]
    assert office.disposal.reviews.verdict(office.desk, buyer).standing is Standing.KEPT
    text = pdf_text(office, buyer)
    assert "法人税法" in text
    assert "2033" in text
    assert "楠木 登和子 様" in text


def test_a_request_does_not_wait_for_the_month_and_is_not_part_of_it(
    office: DisposalOffice, inquirer: str
) -> None:
    month = office.disposal.reviews.review(office.desk, MONTH).batch
    answer = erase_on_request(office.workplace, office.desk, inquirer, ASKED_ON)
    assert answer.batch != month
    review = office.disposal.reviews.review(office.desk, MONTH)
    assert review.batch == month
    assert {row.customer for row in review.rows if row.decision is Decision.DESTROY} == set(office.going())


def test_whoever_is_gone_on_request_is_off_the_months_list(office: DisposalOffice) -> None:
    gone = office.going()[0]
    month = office.disposal.reviews.review(office.desk, MONTH).batch
    carried_out(office, gone)
    propose(office.disposal.reviews, office.desk, month)
    left = {row.customer for row in office.disposal.reviews.open_batch(office.desk, month).rows}
    assert left == set(office.going()[1:])


def test_a_request_counts_as_no_months_review(office: DisposalOffice) -> None:
    carried_out(office, office.going()[0])
    with office.workplace.reading() as session:
        assert todays_store.month_reviewed(session) == ""
    propose(office.disposal.reviews, office.desk, office.disposal.reviews.review(office.desk, MONTH).batch)
    with office.workplace.reading() as session:
        assert todays_store.month_reviewed(session) == MONTH


def test_a_month_that_destroys_the_customer_ends_the_request(office: DisposalOffice) -> None:
    gone = office.going()[0]
    month = office.approved()
    batch = erase_on_request(office.workplace, office.desk, gone, ASKED_ON).batch
    office.destroy(month)
    assert office.disposal.reviews.open_batch(office.owner, batch).state is BatchState.REJECTED
    assert office.disposal.erasures.answer(office.desk, gone).outcome is ErasureOutcome.ERASED


def test_what_is_open_is_the_answer(office: DisposalOffice, buyer: str) -> None:
    put_copy(office, buyer, "out")
    note_call(office, buyer)
    answer = erase_on_request(office.workplace, office.desk, buyer, ASKED_ON)
    assert (answer.outcome, answer.batch) == (ErasureOutcome.BLOCKED, "")
    assert set(answer.blockers) == {Blocker.COPY_OUT, Blocker.CALL_BACK_OPEN}
    text = pdf_text(office, buyer)
    assert "未対応の電話メモがあります" in text


@pytest.mark.parametrize("until", ["", "2027-03-31"])
def test_a_requests_page_is_told_what_stands_in_the_way(
    office: DisposalOffice, inquirer: str, until: str
) -> None:
    request = asked(office, inquirer)
    detail = Requests(office.workplace).detail(office.owner, request)
    assert detail.done.in_the_way is None, "nothing does"
    note_call(office, inquirer)
    going = office.disposal.reviews.review(office.desk, MONTH).batch
    decide(
        office.disposal.reviews,
        office.owner,
        going,
        inquirer,
        Decision.HOLD,
        hold_reason="係争中",
        hold_until=until,
    )
    done = Requests(office.workplace).detail(office.owner, request).done
    assert done.erasure is ErasureOutcome.BLOCKED
    assert done.in_the_way is not None
    assert done.in_the_way.blockers == (Blocker.CALL_BACK_OPEN,)
    assert (done.in_the_way.on_hold, done.in_the_way.hold_until) == (True, until)


def test_asking_twice_begins_it_once(office: DisposalOffice, inquirer: str) -> None:
    first = erase_on_request(office.workplace, office.desk, inquirer, ASKED_ON)
    again = erase_on_request(office.workplace, office.desk, inquirer, ASKED_ON)
    assert first.batch == again.batch


def test_a_request_taken_back_ends_its_disposal(office: DisposalOffice, inquirer: str) -> None:
    batch = erase_on_request(office.workplace, office.desk, inquirer, ASKED_ON).batch
    with office.workplace.transaction() as session:
        office.disposal.erasures.withdraw(session, office.desk, customers.get(session, inquirer))
    assert office.disposal.reviews.open_batch(office.owner, batch).state is BatchState.REJECTED
    assert office.disposal.reviews.verdict(office.desk, inquirer).standing is Standing.KEPT
    assert office.disposal.reviews.review(office.desk, MONTH).batch != batch


def test_the_proposer_of_a_request_cannot_approve_it(office: DisposalOffice, inquirer: str) -> None:
    batch = erase_on_request(office.workplace, office.owner, inquirer, ASKED_ON).batch
    propose(office.disposal.reviews, office.owner, batch)
    with pytest.raises(errors.SameProposer):
        office.disposal.approvals.approve(office.owner, batch)


def test_nothing_is_called_erased_before_it_is(office: DisposalOffice, inquirer: str) -> None:
    erase_on_request(office.workplace, office.desk, inquirer, ASKED_ON)
    text = pdf_text(office, inquirer, "en")
    assert "carrying it out" in text
    assert "was erased" not in text


def test_a_name_is_typed_for_whoever_is_not_in_the_register(office: DisposalOffice, inquirer: str) -> None:
    carried_out(office, inquirer)
    (line,) = office.disposal.certificates.ledger(office.owner, inquirer)
    text = pdf_text(office, line.customer_number, "ja", "柏木 透子 様")
    assert "柏木 透子 様" in text
    assert "柏木" not in pdf_text(office, line.customer_number)
    with office.workplace.reading() as session:
        assert audit_log.entries(session, limit=1, action=Action.ERASURE_ANSWERED) == ()
    note_printed(office, office.disposal.erasures.answer_pdf(office.owner, line.customer_number, english))
    with office.workplace.reading() as session:
        entry = audit_log.entries(session, limit=1, action=Action.ERASURE_ANSWERED)[0]
    assert entry.details == {"outcome": "erased", "certificate": line.certificate}


def test_the_log_notes_what_was_on_the_paper(office: DisposalOffice, inquirer: str) -> None:
    """Another PC begins the erasure, and ends it, while the answer is on the screen."""
    shown = office.disposal.erasures.answer_pdf(office.owner, inquirer, english)
    carried_out(office, inquirer)
    note_printed(office, shown)
    with office.workplace.reading() as session:
        (entry,) = audit_log.entries(session, limit=2, action=Action.ERASURE_ANSWERED)
    assert shown.outcome is ErasureOutcome.MAY_GO
    assert entry.details == {"outcome": shown.outcome.value, "certificate": ""}
    with pytest.raises(RecordGone):
        note_printed(office, replace(shown, certificate="D2026-99999"))


def note_printed(office: DisposalOffice, paper: ErasurePaper) -> None:
    office.disposal.erasures.answer_printed(
        office.owner, paper.customer, outcome=paper.outcome, certificate=paper.certificate
    )


def test_nobody_is_told_about_a_number_that_was_never_given(office: DisposalOffice) -> None:
    with pytest.raises(RecordGone):
        office.disposal.erasures.answer(office.desk, "C-99999")


def test_a_technician_neither_asks_nor_is_told(office: DisposalOffice, inquirer: str) -> None:
    technician = Actor("9" * 32, "技", frozenset({Role.TECHNICIAN}))
    request = asked(office, inquirer)
    shown = Requests(office.workplace).detail(office.desk, request).noted
    with pytest.raises(NotPermitted):
        office.disposal.erasures.erase_on_request(technician, request, shown=shown)
    with pytest.raises(NotPermitted):
        office.disposal.erasures.answer(technician, inquirer)


def test_an_inspector_draws_the_answer_without_the_name(office: DisposalOffice, buyer: str) -> None:
    inspector = Actor("9" * 32, "点検", frozenset({Role.INSPECTOR}))
    text = read_text(office.disposal.erasures.answer_pdf(inspector, buyer, words_for("ja")).pdf)
    assert "楠木" not in text


def test_of_a_suspended_customer_only_who_answers_requests_draws_the_answer_with_the_name(
    office: DisposalOffice, buyer: str
) -> None:
    accounting = Actor("8" * 32, "経理", frozenset({Role.ACCOUNTING, Role.INSPECTOR}))
    drawn = office.disposal.erasures.answer_pdf
    readers = (office.desk, accounting)

    def named(actor: Actor) -> bool:
        return "楠木" in read_text(drawn(actor, buyer, words_for("ja")).pdf)

    assert [named(one) for one in readers] == [True, True]
    with office.workplace.transaction() as session:
        suspension.lock(session, customers.get(session, buyer), ASKED_ON)
    assert [named(one) for one in readers] == [False, False]
    assert named(office.owner), "the law wants the answer all the same"
    with office.workplace.reading() as session:
        newest = audit_log.entries(session, limit=1, action=Action.PAPER_SHOWN)[0]
    assert newest.actor == office.owner.account
    assert (newest.subject, newest.details["fields"]) == (f"customer:{buyer}", ["name"])
    with office.workplace.transaction() as session:
        suspension.unlock(session, customers.get(session, buyer))
    assert named(office.desk)


def asked(office: DisposalOffice, customer: str) -> str:
    """The customer's request in the register, the person known."""
    return ask_for_erasure(Requests(office.workplace), office.desk, customer, ASKED_ON)


def possible(office: DisposalOffice, request: str) -> set[RequestOutcome | None]:
    return set(possible_answers(Requests(office.workplace).detail(office.owner, request)))


GRANTED = RequestAnswer(RequestOutcome.GRANTED, RequestWay.POST)
PARTLY = RequestAnswer(RequestOutcome.PARTLY, RequestWay.POST, "kept_by_law")
KEPT = RequestAnswer(None, RequestWay.POST, "kept_by_law")


def test_a_request_is_closed_as_done_only_once_the_data_is_gone(
    office: DisposalOffice, inquirer: str
) -> None:
    requests, words = Requests(office.workplace), words_for("ja")
    request = asked(office, inquirer)
    assert may_begin_erasure(requests.detail(office.owner, request))
    assert possible(office, request) == {None}
    batch = erase_on_request(office.workplace, office.desk, inquirer, ASKED_ON).batch
    for answer in (GRANTED, PARTLY, KEPT, RequestAnswer(None, RequestWay.POST, "no_reason")):
        with pytest.raises(AnswerNotTrue):
            give_answer(requests, office.owner, request, answer)
    assert may_begin_erasure(requests.detail(office.owner, request))
    propose(office.disposal.reviews, office.desk, batch)
    office.disposal.approvals.approve_beside(office.desk, batch, office.approver.account, PASSPHRASE)
    office.clock.pass_time(days=1)
    office.destroy(batch, 1)
    detail = requests.detail(office.owner, request)
    assert (detail.row.state, detail.done.erasure) == (RequestState.CHECKED, ErasureOutcome.ERASED)
    assert not may_begin_erasure(detail)
    assert possible(office, request) == {RequestOutcome.GRANTED}
    give_answer(requests, office.owner, request, replace(GRANTED, text="ご不便をおかけしました"))
    letter = read_text(requests.letter(office.owner, request, words))
    assert "お客様の情報を、当社のお客様台帳から消去いたしました" in letter.replace("\n", "")
    assert "ご不便をおかけしました" in letter
    requests.erase_words(office.owner, request)
    assert requests.detail(office.owner, request).answer == ""


def test_what_laws_keep_is_answered_in_part_with_its_law(office: DisposalOffice, buyer: str) -> None:
    request = asked(office, buyer)
    carried_out(office, buyer)
    assert possible(office, request) == {RequestOutcome.PARTLY}
    requests = Requests(office.workplace)
    with pytest.raises(AnswerNotTrue):
        give_answer(requests, office.owner, request, GRANTED)
    give_answer(requests, office.owner, request, PARTLY)
    assert not may_begin_erasure(requests.detail(office.owner, request))


def test_what_is_open_is_neither_done_nor_kept_by_law(office: DisposalOffice, buyer: str) -> None:
    request = asked(office, buyer)
    put_copy(office, buyer, "out")
    erase_on_request(office.workplace, office.desk, buyer, ASKED_ON)
    requests = Requests(office.workplace)
    assert possible(office, request) == {None}
    with pytest.raises(AnswerNotTrue):
        give_answer(requests, office.owner, request, KEPT)
    detail = requests.detail(office.owner, request)
    assert erasure_waits(detail), "it is noted"
    assert not may_begin_erasure(detail), "and cannot be begun yet"


@pytest.mark.parametrize("refused", [False, True])
def test_what_is_not_asked_for_any_more_does_not_go_on_by_itself(
    office: DisposalOffice, inquirer: str, *, refused: bool
) -> None:
    requests, request = Requests(office.workplace), asked(office, inquirer)
    batch = erase_on_request(office.workplace, office.desk, inquirer, ASKED_ON).batch
    if refused:
        propose(office.disposal.reviews, office.desk, batch)
        office.disposal.approvals.reject(office.owner, batch)
        give_answer(requests, office.owner, request, RequestAnswer(None, RequestWay.POST, "no_reason"))
    else:
        take_back(requests, office.desk, request)
    assert office.disposal.reviews.open_batch(office.owner, batch).state is BatchState.REJECTED
    assert office.disposal.reviews.verdict(office.desk, inquirer).standing is Standing.KEPT


def test_a_request_that_was_closed_though_nothing_was_erased_says_so_and_can_be_carried_out(
    office: DisposalOffice, inquirer: str
) -> None:
    """An older program closed it as done."""
    requests, request = Requests(office.workplace), asked(office, inquirer)
    with office.workplace.transaction() as session:
        row = session.scalars(select(CustomerRequest).where(CustomerRequest.record_id == request)).one()
        row.state, row.outcome, row.answered_on = "answered", "granted", ASKED_ON
    assert may_begin_erasure(requests.detail(office.owner, request))
    letter = read_text(requests.letter(office.owner, request, words_for("en")))
    assert "can be erased" in letter
    assert "was erased" not in letter


def fresh_contact(office: DisposalOffice, customer: str) -> None:
    contact = ContactRecord(name=PersonName("新谷", "新子"), phone="052-999-1234", email="new@x.example")
    Contacts(office.workplace).add(office.desk, customer, contact)


def fresh_site(office: DisposalOffice, customer: str) -> None:
    address = Address("4600008", "愛知県", "名古屋市中区", "栄", "9-9-9")
    Jobs(office.workplace).add_site(office.desk, customer, SiteRecord(address, access="鍵は植木鉢の下"))


def fresh_call(office: DisposalOffice, customer: str) -> None:
    """A note that nobody has to call back about."""
    record = CallNoteRecord(customer=customer, caller_name="新谷", text="また頼みたい")
    CallNotes(office.workplace).take(office.desk, record)


def fresh_job(office: DisposalOffice, customer: str) -> None:
    with office.workplace.transaction() as session:
        row = session.scalars(select(Customer).where(Customer.record_id == customer)).one()
        events = {EventKind.INVOICE: "2026-11-20", EventKind.SETTLEMENT: "2026-11-21"}
        person = Person(family="楠木", given="登和子", note="日曜に")
        add_job(session, row, person, state=JobState.PAID, events=events)


def fresh_payment(office: DisposalOffice, customer: str) -> None:
    with office.workplace.transaction() as session:
        session.execute(update(Customer).where(Customer.record_id == customer).values(bank=b"sealed"))


ADDED = (fresh_contact, fresh_site, fresh_call, fresh_job, fresh_payment)


@pytest.mark.parametrize("add", ADDED)
def test_what_comes_after_a_reduction_is_seen_and_erased_again(
    office: DisposalOffice, buyer: str, add: Callable[[DisposalOffice, str], None]
) -> None:
    carried_out(office, buyer)
    office.clock.pass_time(days=40)
    add(office, buyer)
    with office.workplace.reading() as session:
        row = session.scalars(select(Customer).where(Customer.record_id == buyer)).one()
        assert (row.reduced_on, row.reduced_to, row.erasure_asked_on) == ("", "", "")
    request = asked(office, buyer)
    assert possible(office, request) == {None}
    answer = office.disposal.erasures.answer(office.desk, buyer)
    assert (answer.outcome, answer.done_on) == (ErasureOutcome.MAY_GO, "")
    assert carried_out(office, buyer)
    assert possible(office, request) == {RequestOutcome.PARTLY}
    for said in ("new@x.example", "鍵は植木鉢の下", "また頼みたい", "日曜に"):
        assert said.encode() not in office.dump()


def test_what_was_erased_before_a_request_came_does_not_answer_it(office: DisposalOffice, buyer: str) -> None:
    first = asked(office, buyer)
    carried_out(office, buyer)
    second = asked(office, buyer)
    requests = Requests(office.workplace)
    assert possible(office, first) == {RequestOutcome.PARTLY}
    assert None in possible(office, second)
    with pytest.raises(AnswerNotTrue):
        give_answer(requests, office.owner, second, PARTLY)
    give_answer(requests, office.owner, second, KEPT)
    letter = read_text(requests.letter(office.owner, second, words_for("ja"))).replace("\n", "")
    assert "消去いたしました" not in letter
    assert "各法の保存義務" in letter


def test_a_request_that_was_carried_out_is_not_begun_again_when_the_customer_comes_back(
    office: DisposalOffice, buyer: str
) -> None:
    request = asked(office, buyer)
    carried_out(office, buyer)
    requests = Requests(office.workplace)
    give_answer(requests, office.owner, request, PARTLY)
    fresh_contact(office, buyer)
    detail = requests.detail(office.owner, request)
    assert detail.done.erasure is ErasureOutcome.REDUCED
    assert not may_begin_erasure(detail)


def test_a_request_after_the_reduction_outlives_what_is_added(office: DisposalOffice, buyer: str) -> None:
    carried_out(office, buyer)
    office.clock.pass_time(days=40)
    today = office.workplace.today().isoformat()
    erase_on_request(office.workplace, office.desk, buyer, today)
    fresh_contact(office, buyer)
    assert office.disposal.reviews.verdict(office.desk, buyer).standing is Standing.REDUCIBLE
