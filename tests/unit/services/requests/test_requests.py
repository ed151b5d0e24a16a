"""The register of requests: the clock, who was known by what, what ends a request and on which ground."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.customers.contacts import ContactRecord
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.disposal.disposal import Blocker
from hvacdesk.domain.errors import BadDate, InvalidInput, Missing, NotPermitted, RecordGone
from hvacdesk.domain.exchange.outside_lists import ListMethod
from hvacdesk.domain.jobs.jobs import JobRecord, JobState, Party, WorkKind
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.duties import Duty, DutyKind
from hvacdesk.domain.partners.handovers import HandoverMedium, NewHandover, ProvisionStopped
from hvacdesk.domain.partners.partners import Basis, FirmFacts
from hvacdesk.domain.requests.consents import ConsentEvent, ConsentKind, ConsentWay
from hvacdesk.domain.requests.erasure_requests import ErasureOutcome
from hvacdesk.domain.requests.purposes_notice import NoticeWay, first_texts
from hvacdesk.domain.requests.refusal_grounds import REFUSAL_GROUNDS, grounds_for
from hvacdesk.domain.requests.request_answers import AnswerNotTrue, missing_act, possible_answers
from hvacdesk.domain.requests.request_letter import name_at_firm
from hvacdesk.domain.requests.requests import (
    AGENT_CHECKS,
    ANSWER_CLOCK,
    REQUEST_LAWS,
    STOPPING_KINDS,
    IdentityCheck,
    NewRequest,
    NobodyConcerned,
    RequestAnswer,
    RequestKind,
    RequestNotReady,
    RequestOutcome,
    RequestState,
    RequestWay,
    due_day,
)
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.refused_numbers import MyNumberFound
from hvacdesk.services.customers.contacts import Contacts
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.merging import Merging
from hvacdesk.services.exchange.outside_lists import OutsideLists
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.language import words_for
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.services.partners.handovers import Handovers
from hvacdesk.services.partners.partners import Partners
from hvacdesk.services.requests.disclosure import Disclosing, DisclosureForm
from hvacdesk.services.requests.purposes_notice import Notices
from hvacdesk.services.requests.requests import Requests
from hvacdesk.store.disposal import erasure
from hvacdesk.store.disposal.standstills import standstills
from hvacdesk.store.models import Customer, CustomerRequest, RequestWords
from hvacdesk.store.office import office
from hvacdesk.store.requests.requests import last_asked
from tests.helpers.ground import Ground
from tests.helpers.identity_checks import check_identity
from tests.helpers.paper import read_text
from tests.helpers.request_answers import assign, give_answer, take_back
from tests.helpers.sample_records import Person, add_customer, add_job

TODAY = "2026-11-24"
DONE = RequestAnswer(RequestOutcome.GRANTED, RequestWay.POST)
GRANTED_WHEN_DONE = (RequestKind.DISCLOSURE, RequestKind.CORRECTION, RequestKind.PURPOSE)
REFUSED_KEPT = RequestAnswer(None, RequestWay.POST, "kept_by_law")


@pytest.fixture
def requests(ground: Ground) -> Requests:
    with ground.workplace.transaction() as session:
        office.save_facts(session, OfficeFacts("唐山空調", "", "", LegalForm.COMPANY, 3))
    return Requests(ground.workplace)


@pytest.fixture
def customer(ground: Ground) -> str:
    with ground.workplace.transaction() as session:
        return add_customer(session, Person()).record_id


def new(customer: str = "", kind: RequestKind = RequestKind.DISCLOSURE, **more: object) -> NewRequest:
    name = "" if customer else "見知らぬ 人"
    return replace(NewRequest(kind, RequestWay.PHONE, TODAY, customer, name=name), **more)  # type: ignore[arg-type]


def checked(ground: Ground, requests: Requests, made: NewRequest) -> str:
    request = requests.receive(ground.desk, made)
    check_identity(requests, ground.desk, request, IdentityCheck.LICENCE)
    return request


def disclose(ground: Ground, request: str) -> str:
    """Make the file; returns the list in the register of what is outside."""
    words = words_for("ja")
    made = Disclosing(ground.workplace).make(ground.owner, request, DisclosureForm.JSON, words)
    return made.list


def change(ground: Ground, customer: str) -> None:
    """Correct the customer's note."""
    customers = Customers(ground.workplace)
    version = customers.detail(ground.owner, customer).version
    customers.change(ground.owner, customer, version, {"note": f"玄関は裏 {version}"})


def give_notice(ground: Ground, customer: str) -> None:
    """Hand the purposes notice over."""
    notices = Notices(ground.workplace)
    notices.write(ground.owner, first_texts(words_for("ja")), shown=0)
    notices.give(ground.owner, customer, NoticeWay.PAPER)


def do(ground: Ground, kind: RequestKind, request: str, customer: str) -> None:
    """Do what was asked for."""
    if kind is RequestKind.DISCLOSURE:
        disclose(ground, request)
    elif kind is RequestKind.CORRECTION:
        change(ground, customer)
    elif kind is RequestKind.PURPOSE:
        give_notice(ground, customer)


def granted(ground: Ground, requests: Requests, made: NewRequest, answer: RequestAnswer = DONE) -> str:
    """A request that was done and answered."""
    request = checked(ground, requests, made)
    do(ground, made.kind, request, made.customer)
    give_answer(requests, ground.owner, request, answer)
    return request


@pytest.mark.parametrize("kind", GRANTED_WHEN_DONE)
@pytest.mark.parametrize("outcome", RequestOutcome)
def test_an_answer_says_what_was_done_and_waits_for_it(
    ground: Ground, requests: Requests, customer: str, kind: RequestKind, outcome: RequestOutcome
) -> None:
    answer = RequestAnswer(
        outcome, RequestWay.POST, "" if outcome is RequestOutcome.GRANTED else _some_ground(kind)
    )
    request = checked(ground, requests, new(customer, kind))
    with pytest.raises(AnswerNotTrue):
        give_answer(requests, ground.owner, request, answer)
    detail = requests.detail(ground.desk, request)
    assert (detail.row.state, detail.done.on) == (RequestState.CHECKED, "")
    assert missing_act(detail) is not None
    do(ground, kind, request, customer)
    detail = requests.detail(ground.desk, request)
    assert (detail.done.on, missing_act(detail)) == (TODAY, None)
    give_answer(requests, ground.owner, request, answer)
    assert requests.detail(ground.desk, request).row.outcome is outcome


def _some_ground(kind: RequestKind) -> str:
    return next(one.code for one in grounds_for(kind) if one.code not in {"not_identified", "not_held"})


def test_what_was_done_before_the_request_came_does_not_answer_it(
    ground: Ground, requests: Requests, customer: str
) -> None:
    change(ground, customer)
    give_notice(ground, customer)
    ground.clock.pass_time(days=1)
    for kind in (RequestKind.CORRECTION, RequestKind.PURPOSE):
        request = checked(ground, requests, new(customer, kind, received_on="2026-11-25"))
        assert requests.detail(ground.desk, request).done.on == ""


def test_a_change_that_was_undone_corrects_nothing(ground: Ground, requests: Requests, customer: str) -> None:
    request = checked(ground, requests, new(customer, RequestKind.CORRECTION))
    change(ground, customer)
    ground.workplace.edits.undo(ground.owner)
    assert requests.detail(ground.desk, request).done.on == ""
    with pytest.raises(AnswerNotTrue):
        give_answer(requests, ground.owner, request, DONE)


def corrected_on(ground: Ground, requests: Requests, request: str) -> str:
    return requests.detail(ground.desk, request).done.on


def test_only_what_comes_after_the_request_was_entered_answers_it(
    ground: Ground, requests: Requests, customer: str
) -> None:
    change(ground, customer)
    give_notice(ground, customer)
    ground.clock.pass_time(hours=1)
    for on in (TODAY, "2026-11-20"):
        for kind in (RequestKind.CORRECTION, RequestKind.PURPOSE):
            request = checked(ground, requests, new(customer, kind, received_on=on))
            assert corrected_on(ground, requests, request) == "", (on, kind)


def test_a_save_that_changes_nothing_and_an_appointment_correct_nothing(
    ground: Ground, requests: Requests, customer: str
) -> None:
    jobs = Jobs(ground.workplace)
    jobs.add_site_at_customer(ground.desk, customer)
    site = jobs.sites(ground.desk, customer)[0].site
    booking = JobRecord(site, WorkKind.CLEAN, {Party.REQUESTER: customer}, on="2026-11-27")
    job = jobs.add(ground.desk, booking)
    request = checked(ground, requests, new(customer, RequestKind.CORRECTION))
    customers = Customers(ground.workplace)
    view = customers.detail(ground.owner, customer)
    customers.change(ground.owner, customer, view.version, {})
    jobs.change(ground.desk, job, jobs.detail(ground.desk, job).version, replace(booking, on="2026-11-28"))
    assert corrected_on(ground, requests, request) == ""
    change(ground, customer)
    jobs.set_state(ground.owner, job, JobState.ARRANGED)
    ground.workplace.edits.undo(ground.owner)
    assert corrected_on(ground, requests, request) == TODAY


def test_a_merge_corrects_nothing(ground: Ground, requests: Requests, customer: str) -> None:
    with ground.workplace.transaction() as session:
        other = add_customer(session, Person()).record_id
    request = checked(ground, requests, new(customer, RequestKind.CORRECTION))
    customers = Customers(ground.workplace)
    versions = tuple(customers.detail(ground.owner, one).version for one in (customer, other))
    Merging(ground.workplace).merge(ground.owner, customer, other, (versions[0], versions[1]), {})
    assert corrected_on(ground, requests, request) == ""


def test_a_contact_that_was_added_and_removed_again_corrects_nothing(
    ground: Ground, requests: Requests, customer: str
) -> None:
    request = checked(ground, requests, new(customer, RequestKind.CORRECTION))
    contacts = Contacts(ground.workplace)
    contact = contacts.add(ground.desk, customer, ContactRecord(name=PersonName("山", "一")))
    assert corrected_on(ground, requests, request) == TODAY
    contacts.remove(ground.desk, contact, contacts.of(ground.desk, customer)[0].version)
    assert corrected_on(ground, requests, request) == ""


def test_an_undo_takes_back_the_change_that_it_undid(
    ground: Ground, requests: Requests, customer: str
) -> None:
    change(ground, customer)
    request = checked(ground, requests, new(customer, RequestKind.CORRECTION))
    for done in (TODAY, ""):
        change(ground, customer)
        if not done:
            ground.workplace.edits.undo(ground.owner)
        assert corrected_on(ground, requests, request) == TODAY
    ground.workplace.edits.undo(ground.owner)
    assert corrected_on(ground, requests, request) == ""


def test_only_an_answer_is_noted_as_printed(ground: Ground, requests: Requests, customer: str) -> None:
    request = checked(ground, requests, new(customer))
    withdrawn = checked(ground, requests, new(customer))
    take_back(requests, ground.desk, withdrawn)
    for one in (request, withdrawn):
        with pytest.raises(RequestNotReady):
            requests.letter_printed(ground.owner, one)
    entries = AuditLog(ground.workplace).entries(ground.owner, subject=f"customer:{customer}")
    assert Action.ANSWER_PRINTED not in {entry.action for entry in entries}


def test_a_file_that_was_destroyed_or_never_saved_discloses_nothing(
    ground: Ground, requests: Requests, customer: str
) -> None:
    request = checked(ground, requests, new(customer))
    lists = OutsideLists(ground.workplace)
    lists.confirm_destroyed(ground.owner, disclose(ground, request), ListMethod.DELETED)
    assert requests.detail(ground.desk, request).done.on == ""
    lists.not_written(ground.owner, disclose(ground, request))
    assert requests.detail(ground.desk, request).done.on == ""
    assert lists.out(ground.owner) == ()
    lists.confirm_destroyed(ground.owner, disclose(ground, request), ListMethod.HANDED_OVER)
    give_answer(requests, ground.owner, request, DONE)


def test_nobody_is_told_that_they_are_not_held_or_not_known_when_they_are(
    ground: Ground, requests: Requests, customer: str
) -> None:
    request = checked(ground, requests, new(customer))
    for code in ("not_held", "not_identified"):
        with pytest.raises(AnswerNotTrue):
            give_answer(requests, ground.owner, request, RequestAnswer(None, RequestWay.POST, code))
    received = requests.receive(ground.desk, new(customer))
    with pytest.raises(AnswerNotTrue):
        give_answer(requests, ground.owner, received, RequestAnswer(None, RequestWay.POST, "not_held"))


def test_an_erasure_is_neither_granted_nor_called_kept_while_it_may_go(
    ground: Ground, requests: Requests, customer: str
) -> None:
    request = checked(ground, requests, new(customer, RequestKind.ERASURE))
    for answer in (DONE, RequestAnswer(RequestOutcome.PARTLY, RequestWay.POST, "kept_by_law"), REFUSED_KEPT):
        with pytest.raises(AnswerNotTrue):
            give_answer(requests, ground.owner, request, answer)
    detail = requests.detail(ground.desk, request)
    assert (detail.row.state, detail.done.erasure) == (RequestState.CHECKED, ErasureOutcome.MAY_GO)
    assert set(possible_answers(detail)) == {None}


def test_the_answer_is_due_two_weeks_after_the_day_of_arrival() -> None:
    assert (ANSWER_CLOCK.days, due_day("2026-11-24").isoformat()) == (14, "2026-12-08")
    assert due_day("2026-12-20").isoformat() == "2027-01-03"
    assert "39条" in ANSWER_CLOCK.source


def test_a_request_goes_from_received_to_answered(ground: Ground, requests: Requests, customer: str) -> None:
    request = requests.receive(ground.desk, new(customer, asked="去年の分も"))
    assert requests.waiting(ground.desk) == 1
    owed = Duty(DutyKind.REQUEST, due_day(TODAY), "R-0001", request, untouched=True)
    assert requests.duties(ground.desk) == (owed,)
    check_identity(requests, ground.desk, request, IdentityCheck.PASSPORT)
    assert requests.duties(ground.desk) == (replace(owed, untouched=False),)
    disclose(ground, request)
    give_answer(requests, ground.owner, request, replace(DONE, text="窓口でお渡しします"))
    found = requests.detail(ground.desk, request)
    assert (found.row.state, found.row.outcome) == (RequestState.ANSWERED, RequestOutcome.GRANTED)
    assert (found.asked, found.answer) == ("去年の分も", "窓口でお渡しします")
    assert requests.waiting(ground.desk) == 0
    entries = AuditLog(ground.workplace).entries(ground.owner, subject=f"customer:{customer}")
    assert [entry.action for entry in entries] == [
        Action.REQUEST_ANSWERED,
        Action.DISCLOSURE_MADE,
        Action.REQUEST_CHECKED,
        Action.REQUEST_RECEIVED,
    ]
    assert "去年の分も" not in repr(entries)


def test_it_is_overdue_from_the_day_after(ground: Ground, requests: Requests, customer: str) -> None:
    requests.receive(ground.desk, new(customer))
    ground.clock.pass_time(days=14)
    assert not requests.all(ground.desk)[0].overdue
    ground.clock.pass_time(days=1)
    assert requests.all(ground.desk)[0].overdue


def test_what_waits_stands_first_the_most_pressing_before_the_others(
    ground: Ground, requests: Requests, customer: str
) -> None:
    done = granted(ground, requests, new(customer))
    later = requests.receive(ground.desk, new(customer))
    sooner = requests.receive(ground.desk, new(customer, received_on="2026-11-16"))
    assert [row.request for row in requests.all(ground.desk)] == [sooner, later, done]


def test_nobody_answers_before_the_identity_was_checked(
    ground: Ground, requests: Requests, customer: str
) -> None:
    request = requests.receive(ground.desk, new(customer))
    for answer in (DONE, RequestAnswer(None, RequestWay.POST, "harms_rights")):
        with pytest.raises(RequestNotReady):
            give_answer(requests, ground.owner, request, answer)
    give_answer(requests, ground.owner, request, RequestAnswer(None, RequestWay.POST, "not_identified"))
    assert requests.detail(ground.desk, request).row.state is RequestState.REFUSED
    with pytest.raises(RequestNotReady):
        check_identity(requests, ground.desk, request, IdentityCheck.LICENCE)


@pytest.mark.parametrize("kind", RequestKind)
def test_each_kind_is_refused_on_its_own_grounds_only(
    ground: Ground, requests: Requests, customer: str, kind: RequestKind
) -> None:
    mine = {ground_.code for ground_ in grounds_for(kind)}
    assert mine >= {"not_identified", "not_held"}
    for code in REFUSAL_GROUNDS.keys() - {"not_identified", "not_held", "kept_by_law"}:
        request = checked(ground, requests, new(customer, kind))
        refusal = RequestAnswer(None, RequestWay.POST, code)
        if code in mine:
            give_answer(requests, ground.owner, request, refusal)
        else:
            with pytest.raises(InvalidInput):
                give_answer(requests, ground.owner, request, refusal)
    with pytest.raises(InvalidInput):
        give_answer(
            requests,
            ground.owner,
            checked(ground, requests, new(customer, kind)),
            replace(DONE, outcome=None),
        )


def test_every_ground_names_its_law_and_when_it_was_read() -> None:
    for one in REFUSAL_GROUNDS.values():
        assert one.law.startswith("個人情報保護法")
        assert one.source
        assert one.as_of == "2026-11"


def test_an_agent_is_known_otherwise_than_the_person(
    ground: Ground, requests: Requests, customer: str
) -> None:
    for agent in (False, True):
        for check in IdentityCheck:
            request = requests.receive(ground.desk, new(customer, by_agent=agent, name="代理 人"))
            if agent is (check in AGENT_CHECKS):
                check_identity(requests, ground.desk, request, check)
            else:
                with pytest.raises(InvalidInput):
                    check_identity(requests, ground.desk, request, check)


def test_bad_requests_are_not_entered(ground: Ground, requests: Requests, customer: str) -> None:
    bad = (
        (new(customer, received_on=""), Missing, "received_on"),
        (new(customer, received_on="2026-11-25"), BadDate, "received_on"),
        (new("", name=" "), Missing, "name"),
        (new(customer, by_agent=True), Missing, "name"),
        (new(customer, asked="マイナンバー 123456789018"), MyNumberFound, "asked"),
        (new("f" * 32), RecordGone, ""),
    )
    for made, error, field in bad:
        with pytest.raises(error) as caught:
            requests.receive(ground.desk, made)
        assert getattr(caught.value, "field", "") == field
    assert requests.all(ground.desk) == ()


def test_somebody_unknown_is_recorded_without_a_customer(ground: Ground, requests: Requests) -> None:
    request = checked(ground, requests, new(contact="名古屋市…"))
    row = requests.detail(ground.desk, request).row
    assert (row.customer, row.customer_number, row.name.text) == ("", "", "")
    with pytest.raises(NobodyConcerned):
        give_answer(requests, ground.owner, request, DONE)
    with pytest.raises(RequestNotReady):
        requests.erase_words(ground.owner, request)
    give_answer(requests, ground.owner, request, RequestAnswer(None, RequestWay.POST, "not_held"))
    assert "見知らぬ" in read_text(requests.letter(ground.owner, request, words_for("ja")))
    requests.erase_words(ground.owner, request)
    found = requests.detail(ground.desk, request)
    assert (found.name, found.contact, found.row.ground) == ("", "", "not_held")


def test_somebody_unknown_turns_out_to_be_a_customer(
    ground: Ground, requests: Requests, customer: str
) -> None:
    request = requests.receive(ground.desk, new())
    assign(requests, ground.desk, request, customer)
    assert requests.of_customer(ground.desk, customer)[0].request == request
    with pytest.raises(RequestNotReady):
        assign(requests, ground.desk, request, customer)


def test_whoever_was_known_before_a_customer_was_named_is_checked_again(
    ground: Ground, requests: Requests, customer: str
) -> None:
    request = checked(ground, requests, new())
    assign(requests, ground.desk, request, customer)
    row = requests.detail(ground.owner, request).row
    assert (row.state, row.identity) == (RequestState.RECEIVED, None)
    with pytest.raises(RequestNotReady):
        give_answer(requests, ground.owner, request, DONE)
    with pytest.raises(RequestNotReady):
        Disclosing(ground.workplace).make(ground.owner, request, DisclosureForm.JSON, words_for("ja"))
    check_identity(requests, ground.desk, request, IdentityCheck.LICENCE)
    assert requests.detail(ground.owner, request).row.state is RequestState.CHECKED


def test_who_may_do_what(ground: Ground, requests: Requests, customer: str) -> None:
    request = checked(ground, requests, new(customer))
    for role in (Role.ACCOUNTING, Role.TECHNICIAN, Role.INSPECTOR):
        person = ground.people[role]
        assert requests.duties(person) == ()
        for act in (
            lambda who=person: requests.all(who),
            lambda who=person: requests.receive(who, new(customer)),
            lambda who=person: requests.detail(who, request),
            lambda who=person: check_identity(requests, who, request, IdentityCheck.KNOWN),
        ):
            with pytest.raises(NotPermitted):
                act()
    for act in (
        lambda: give_answer(requests, ground.desk, request, DONE),
        lambda: requests.letter(ground.desk, request, words_for("en")),
        lambda: requests.lift(ground.desk, request),
        lambda: requests.erase_words(ground.desk, request),
    ):
        with pytest.raises(NotPermitted):
            act()


@pytest.mark.parametrize("kind", RequestKind)
def test_an_open_request_holds_a_disposal_back_but_for_erasure(
    ground: Ground, requests: Requests, customer: str, kind: RequestKind
) -> None:
    request = requests.receive(ground.desk, new(customer, kind))
    with ground.workplace.reading() as session:
        key = session.query(Customer.id).filter(Customer.record_id == customer).scalar()
        open_ones = standstills(session, [key])[key].blockers
    assert (Blocker.REQUEST_OPEN in open_ones) is (kind is not RequestKind.ERASURE)
    take_back(requests, ground.desk, request)
    with ground.workplace.reading() as session:
        assert Blocker.REQUEST_OPEN not in standstills(session, [key])[key].blockers


def test_a_disposal_takes_the_words_and_leaves_number_and_days(
    ground: Ground, requests: Requests, customer: str
) -> None:
    made = new(customer, asked="裏口の写真について")
    request = granted(ground, requests, made, replace(DONE, text="お渡ししました"))
    with ground.workplace.transaction() as session:
        key = session.query(Customer.id).filter(Customer.record_id == customer).scalar()
        found = erasure.belongings(session, [key])
        values = erasure.values(session, found)
        assert {"裏口の写真について".encode(), "お渡ししました".encode()} <= values.stored
        erasure.delete_rows(session, found)
        session.expire_all()
        assert session.query(RequestWords).count() == 0
        (row,) = session.query(CustomerRequest).all()
        assert (row.customer_id, row.number, row.received_on) == (None, "R-0001", TODAY)
        assert row.customer_number
    detail = requests.detail(ground.desk, request)
    assert (detail.asked, detail.row.name.text) == ("", "")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("kind", sorted({*GRANTED_WHEN_DONE, *STOPPING_KINDS}))
def test_the_letter_says_what_was_asked_and_what_came_of_it(
    ground: Ground, requests: Requests, customer: str, kind: RequestKind, language: str
) -> None:
    words = words_for(language)
    request = granted(ground, requests, new(customer, kind), replace(DONE, text="付記<b>太字</b>"))
    refused = checked(ground, requests, new("", kind))
    give_answer(requests, ground.owner, refused, RequestAnswer(None, RequestWay.POST, "not_held"))
    text = read_text(requests.letter(ground.owner, request, words))
    assert Person().given in text
    assert "付記<b>太字</b>" in text
    assert "R-0001" in text
    ended = read_text(requests.letter(ground.owner, refused, words))
    assert REFUSAL_GROUNDS["not_held"].law_of(kind) in ended
    if language == "ja" and kind is RequestKind.DISCLOSURE:
        assert "開示請求への回答書" in text


# 第三者提供の停止 (個人情報保護法 35条3項)


def handed(ground: Ground, customer: str, on: str, basis: Basis = Basis.PROVISION) -> str:
    """Enter what a firm got of a job; the customer agreed before."""
    with ground.workplace.transaction() as session:
        row = session.query(Customer).filter(Customer.record_id == customer).one()
        job = add_job(session, row, Person(), state=JobState.ARRANGED, on=on).number
    handovers = Handovers(ground.workplace, WorkOrders(ground.workplace))
    fields = frozenset({RecordField.NAME})
    return handovers.enter(
        ground.desk,
        NewHandover(
            "西区冷機",
            on,
            fields,
            HandoverMedium.EMAIL,
            customer=customer,
            job=job,
            basis=basis,
            due="2027-01-31",
        ),
    )


@pytest.fixture
def agreed(ground: Ground, requests: Requests, customer: str) -> str:
    firm = FirmFacts("西区冷機", basis=Basis.PROVISION, seat="名古屋市西区", representative="西区 一郎")
    Partners(ground.workplace).register(ground.owner, firm)
    consent = ConsentEvent(ConsentKind.THIRD_PARTY, True, "2026-11-01", ConsentWay.SIGNED)
    Notices(ground.workplace).record_consent(ground.desk, customer, consent)
    return customer


def test_a_stop_of_provision_holds_for_third_parties_from_its_day_until_it_is_lifted(
    ground: Ground, requests: Requests, agreed: str
) -> None:
    """Asked and granted on 2026-11-24, lifted on 2026-12-01; the consent of 2026-11-01 is still there."""
    handed(ground, agreed, TODAY)
    request = granted(ground, requests, new(agreed, RequestKind.PROVISION_STOP))
    with pytest.raises(ProvisionStopped):
        handed(ground, agreed, TODAY)
    handed(ground, agreed, "2026-11-23")
    handed(ground, agreed, TODAY, Basis.ENTRUSTMENT)
    assert requests.detail(ground.owner, request).row.in_force
    page = Customers(ground.workplace).detail(ground.owner, agreed)
    assert (page.suspended_on, page.provision_stopped) == ("", True)
    ground.clock.pass_time(days=7)
    requests.lift(ground.owner, request)
    assert not Customers(ground.workplace).detail(ground.owner, agreed).provision_stopped
    handed(ground, agreed, "2026-12-01")
    with pytest.raises(RequestNotReady):
        requests.lift(ground.owner, request)
    actions = [entry.action for entry in AuditLog(ground.workplace).entries(ground.owner)]
    assert {Action.PROVISION_STOPPED, Action.PROVISION_ALLOWED} <= set(actions)


def test_each_articles_of_a_refusal_is_that_of_what_was_asked() -> None:
    """35条: suspension and erasure in 1 and 2, provision to third parties in 3 and 4, the notice in 7."""
    stop = RequestKind.PROVISION_STOP
    assert REQUEST_LAWS[stop] == "個人情報保護法 第35条第3項・第5項"
    assert {ground.code: ground.law_of(stop) for ground in grounds_for(stop)} == {
        "not_identified": "個人情報保護法 第37条第1項",
        "not_held": "個人情報保護法 第35条第7項",
        "no_reason": "個人情報保護法 第35条第3項・第5項",
        "alternative": "個人情報保護法 第35条第4項ただし書・第6項ただし書",
    }
    assert REFUSAL_GROUNDS["no_reason"].law_of(RequestKind.SUSPENSION) == "個人情報保護法 第35条第1項・第5項"


# Who asks for a firm is a person


@pytest.fixture
def firm(ground: Ground) -> str:
    with ground.workplace.transaction() as session:
        return add_customer(session, Person(organisation="㈱田中食品")).record_id


def test_a_firms_request_names_the_person_and_the_letter_goes_to_them(
    ground: Ground, requests: Requests, firm: str
) -> None:
    made = new(firm, RequestKind.SUSPENSION)
    with pytest.raises(Missing) as missing:
        requests.receive(ground.desk, made)
    assert missing.value.field == "person"
    request = granted(ground, requests, replace(made, person="田中 一郎"))
    text = read_text(requests.letter(ground.owner, request, words_for("ja")))
    assert "㈱田中食品" in text
    assert "田中一郎様" in "".join(text.split())
    assert "御中" not in text
    assert requests.detail(ground.owner, request).person == "田中 一郎"


def test_a_stranger_who_turns_out_to_ask_for_a_firm_is_written_to_by_name(
    ground: Ground, requests: Requests, firm: str
) -> None:
    request = requests.receive(ground.desk, new(kind=RequestKind.SUSPENSION))
    assign(requests, ground.desk, request, firm)
    check_identity(requests, ground.desk, request, IdentityCheck.LICENCE)
    give_answer(requests, ground.owner, request, DONE)
    text = read_text(requests.letter(ground.owner, request, words_for("ja")))
    assert "見知らぬ人様" in "".join(text.split())


def test_the_answer_to_a_firms_erasure_is_addressed_to_who_asked_last(
    ground: Ground, requests: Requests, firm: str
) -> None:
    for person in ("前任 太郎", "田中 一郎"):
        requests.receive(ground.desk, new(firm, RequestKind.ERASURE, person=person))
    with ground.workplace.reading() as session:
        row = session.query(Customer).filter(Customer.record_id == firm).one()
        asked = last_asked(session, row, RequestKind.ERASURE)
        assert last_asked(session, row, RequestKind.DISCLOSURE) is None
    assert asked is not None
    to = name_at_firm("㈱田中食品", asked.person, asked.name, by_agent=asked.by_agent)
    assert to.line == "㈱田中食品　田中 一郎 様"


def test_behind_a_strangers_agent_stands_a_person(ground: Ground, requests: Requests) -> None:
    with pytest.raises(Missing) as missing:
        requests.receive(ground.desk, new(by_agent=True))
    assert missing.value.field == "person"
    request = requests.receive(ground.desk, new(by_agent=True, person="本人 花子"))
    assert requests.detail(ground.desk, request).person == "本人 花子"


def test_a_persons_own_request_keeps_no_second_name(
    ground: Ground, requests: Requests, customer: str
) -> None:
    request = requests.receive(ground.desk, new(customer, person="余計な 名前"))
    assert requests.detail(ground.desk, request).person == ""


def test_the_letters_head_says_who_issues_it(ground: Ground, requests: Requests, customer: str) -> None:
    """Firm, representative, address, telephone and the desk for personal data; no number of invoices."""
    facts = OfficeFacts(
        "唐山空調株式会社",
        "052-111-2222",
        "愛知県名古屋市中区栄1-2-3",
        LegalForm.COMPANY,
        3,
        representative="唐山 太郎",
        privacy_manager="窓口 良子",
        invoice_registration="T1234567890123",
    )
    with ground.workplace.transaction() as session:
        office.save_facts(session, facts)
    request = granted(ground, requests, new(customer, RequestKind.SUSPENSION))
    text = read_text(requests.letter(ground.owner, request, words_for("ja")))
    for given in (facts.name, facts.phone, facts.address, facts.representative):
        assert given in text
    assert "個人情報の窓口" in text
    assert facts.invoice_registration not in text
