"""The hand-over ledger: copies enter themselves, nothing is lost sight of, and it outlives the customer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text, update

from hvacdesk.domain.customers.customer_numbers import NoSuchCustomer
from hvacdesk.domain.disposal.disposal import Blocker
from hvacdesk.domain.errors import BadDate, ChangedMeanwhile, InvalidInput, Missing, NotPermitted, RecordGone
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.job_numbers import NoSuchJob
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.duties import DutyKind
from hvacdesk.domain.papers.other_papers import FaxRequest
from hvacdesk.domain.papers.register import PaperState
from hvacdesk.domain.papers.work_orders import CopyState, Profile, ReprintReason
from hvacdesk.domain.partners.client_data import ClientEnding
from hvacdesk.domain.partners.handovers import (
    ConsentNeeded,
    Ending,
    HandoverMedium,
    HandoverSettled,
    LedgerQuery,
    NewHandover,
    NotOfThisJob,
    check_query,
)
from hvacdesk.domain.partners.partner_checks import CHECK_ITEMS, CheckAnswer, CheckResult, FirmCheck
from hvacdesk.domain.partners.partners import Basis, ClientTerms, FirmFacts, FirmStopped
from hvacdesk.domain.requests.consents import ConsentEvent, ConsentKind, ConsentWay
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.language import words_for
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.papers.other_papers import OtherPapers
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.services.partners import handover_entry
from hvacdesk.services.partners.client_data import ClientData
from hvacdesk.services.partners.handovers import Handovers
from hvacdesk.services.partners.partners import Partners
from hvacdesk.services.partners.provisions import provisions_of
from hvacdesk.services.requests.purposes_notice import Notices
from hvacdesk.services.retention.retention import judged
from hvacdesk.store.disposal import erasure
from hvacdesk.store.disposal.standstills import standstills
from hvacdesk.store.models import Customer, Job
from hvacdesk.store.office import office
from hvacdesk.store.partners import handovers as handover_store
from tests.helpers.ground import Ground, new_ground
from tests.helpers.paper import read_text
from tests.helpers.sample_records import Person, add_customer, add_job

TODAY = "2026-11-24"
FIRM = "東山設備"
OF_SOMEBODY_ELSE = "2026-900001"


@dataclass
class Desk:
    """A ground with one job of today for a partner firm."""

    ground: Ground
    orders: WorkOrders
    handovers: Handovers
    job: str
    number: str
    customer: str
    key: int

    def issue(self, *profiles: Profile, reason: str | None = None) -> str:
        issued = self.orders.issue(
            self.ground.desk, self.job, profiles or (Profile.PARTNER,), english, reason=reason
        )
        return next(copy.copy for copy in issued.copies if copy.profile is Profile.PARTNER)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    ground = new_ground(tmp_path)
    with ground.workplace.transaction() as session:
        office.save_facts(session, OfficeFacts("唐山空調", "052-111-2222", "名古屋市", LegalForm.COMPANY, 3))
        customer = add_customer(session, Person())
        job = add_job(session, customer, Person(), state=JobState.ARRANGED, on=TODAY, partner_firm=FIRM)
        orders = WorkOrders(ground.workplace)
        found = Desk(
            ground,
            orders,
            Handovers(ground.workplace, orders),
            job.record_id,
            job.number,
            customer.record_id,
            customer.id,
        )
    yield found
    ground.close()


def by_hand(desk: Desk, **changes: object) -> NewHandover:
    new = NewHandover(
        FIRM,
        TODAY,
        frozenset({RecordField.NAME, RecordField.PHONE}),
        HandoverMedium.EMAIL,
        customer=desk.customer,
        due="2026-12-01",
    )
    return replace(new, **changes)  # type: ignore[arg-type]


# What enters itself


def test_a_partner_firms_copy_enters_itself_with_the_fields_on_it(desk: Desk) -> None:
    desk.issue(Profile.PARTNER, Profile.OFFICE)
    (row,) = desk.handovers.all(desk.ground.desk)
    assert (row.number, row.firm, row.job, row.job_number) == ("H-2026-0001", FIRM, desk.job, desk.number)
    assert (row.basis, row.medium, row.on, row.due) == (
        Basis.ENTRUSTMENT,
        HandoverMedium.PAPER,
        TODAY,
        "2026-11-25",
    )
    assert {RecordField.NAME, RecordField.SITE, RecordField.ACCESS, RecordField.UNIT} <= set(row.fields)
    assert not {RecordField.PHONE, RecordField.EMAIL, RecordField.PAYMENT} & set(row.fields)
    assert [one for one, _ in row.customers] == [desk.customer]
    assert row.open
    assert row.keep_until is None
    (entry,) = AuditLog(desk.ground.workplace).entries(desk.ground.owner, action=Action.HANDED_OVER)
    assert entry.details["handover"] == row.number


def test_a_copy_that_no_printer_took_is_not_with_the_firm_yet(desk: Desk) -> None:
    copy = desk.issue()
    assert [row.printing for row in desk.handovers.all(desk.ground.desk)] == [True]
    desk.orders.printed(desk.ground.desk, [copy], "laser")
    assert [row.printing for row in desk.handovers.all(desk.ground.desk)] == [False]


def test_other_copies_are_no_hand_over(desk: Desk) -> None:
    desk.orders.issue(
        desk.ground.desk, desk.job, (Profile.TECHNICIAN, Profile.CUSTOMER, Profile.OFFICE), english
    )
    assert desk.handovers.all(desk.ground.desk) == ()


@pytest.mark.parametrize(
    ("state", "ending"),
    [
        (PaperState.KEPT, Ending.RETURNED),
        (PaperState.SHREDDED, Ending.SHREDDED_HERE),
        (PaperState.LOST, Ending.LOST),
    ],
)
def test_a_copy_that_is_registered_ends_its_hand_over(desk: Desk, state: PaperState, ending: Ending) -> None:
    copy = desk.issue()
    Papers(desk.ground.workplace, desk.orders).register_return(desk.ground.desk, copy, state)
    (row,) = desk.handovers.all(desk.ground.desk)
    assert (row.ending, row.ended_on, row.confirmed_by, row.open) == (ending, TODAY, "desk", False)


def test_a_copy_that_never_left_the_printer_was_not_handed_over(desk: Desk) -> None:
    copy = desk.issue()
    desk.orders.not_printed(desk.ground.desk, [copy])
    (row,) = desk.handovers.all(desk.ground.desk)
    assert (row.ending, row.open) == (Ending.NOT_GIVEN, False)


def test_a_copy_that_was_only_looked_at_was_not_handed_over(desk: Desk) -> None:
    copy = desk.issue()
    desk.orders.not_printed(desk.ground.desk, [copy], sent=False)
    assert desk.orders.copies(desk.ground.desk) == ()
    (row,) = desk.handovers.all(desk.ground.desk)
    assert (row.ending, row.open, row.printing) == (Ending.NOT_GIVEN, False, False)


@pytest.mark.parametrize(
    ("ending", "state"),
    [(Ending.RETURNED, CopyState.KEPT), (Ending.SHREDDED_THERE, CopyState.SHREDDED)],
)
def test_a_confirmed_hand_over_ends_its_copy_in_the_register_too(
    desk: Desk, ending: Ending, state: CopyState
) -> None:
    desk.issue()
    (row,) = desk.handovers.all(desk.ground.desk)
    desk.handovers.confirm(desk.ground.desk, row.record, ending, TODAY)
    (copy,) = desk.orders.copies(desk.ground.desk)
    assert copy.state is state
    (row,) = desk.handovers.all(desk.ground.desk)
    assert row.ending is ending


def test_a_fax_stays_with_the_firm_whatever_becomes_of_our_paper(desk: Desk) -> None:
    papers = OtherPapers(desk.ground.workplace, desk.orders)
    request = FaxRequest("052-333-4444", "052-333-4444", "")
    _, order = papers.fax(desk.ground.desk, desk.job, request, english)
    desk.orders.register_return(desk.ground.desk, order.copies[0].copy, CopyState.SHREDDED)
    (row,) = desk.handovers.all(desk.ground.desk)
    assert (row.medium, row.ending) == (HandoverMedium.FAX, None)
    desk.handovers.confirm(desk.ground.desk, row.record, Ending.SHREDDED_THERE, TODAY)
    (row,) = desk.handovers.all(desk.ground.desk)
    assert row.ending is Ending.SHREDDED_THERE


def test_a_firm_that_a_check_stopped_gets_no_copy(desk: Desk) -> None:
    partners = Partners(desk.ground.workplace)
    firm = partners.register(desk.ground.owner, FirmFacts(f"{FIRM}株式会社"))
    answers = {item.code: CheckAnswer.NO for item in CHECK_ITEMS}
    stop = FirmCheck(TODAY, answers, CheckResult.STOP, "2026-12-24", "書類を車内に放置")
    partners.check(desk.ground.owner, firm, stop)
    with pytest.raises(FirmStopped):
        desk.issue()
    assert desk.orders.copies(desk.ground.desk) == ()
    assert desk.handovers.all(desk.ground.desk) == ()


def test_what_a_firm_got_before_a_check_stopped_it_is_still_entered(desk: Desk) -> None:
    partners = Partners(desk.ground.workplace)
    firm = partners.register(desk.ground.owner, FirmFacts(f"{FIRM}株式会社"))
    answers = {item.code: CheckAnswer.NO for item in CHECK_ITEMS}
    stop = FirmCheck("2026-11-20", answers, CheckResult.STOP, "2026-12-20", "書類を車内に放置")
    partners.check(desk.ground.owner, firm, replace(stop, on="2026-10-01", next_on="2026-11-01"))
    partners.check(
        desk.ground.owner,
        firm,
        replace(stop, on="2026-10-20", result=CheckResult.TO_IMPROVE, next_on="2026-11-20"),
    )
    partners.check(desk.ground.owner, firm, replace(stop, on="2026-11-10", next_on="2026-12-10"))
    partners.check(desk.ground.owner, firm, stop)
    desk.handovers.enter(desk.ground.desk, by_hand(desk, on="2026-11-09"))
    for on in ("2026-11-10", "2026-11-15", "2026-11-20", TODAY):  # stopped since the tenth, and confirmed
        with pytest.raises(FirmStopped):
            desk.handovers.enter(desk.ground.desk, by_hand(desk, on=on))
    assert [row.on for row in desk.handovers.all(desk.ground.desk)] == ["2026-11-09"]


def test_our_paper_of_a_fax_is_not_registered_by_what_the_firm_confirms(desk: Desk) -> None:
    papers = OtherPapers(desk.ground.workplace, desk.orders)
    request = FaxRequest("052-333-4444", "052-333-4444", "")
    _, order = papers.fax(desk.ground.desk, desk.job, request, english)
    before = [(one.copy, one.state) for one in desk.orders.copies(desk.ground.desk)]
    assert dict(before)[order.copies[0].copy] in (CopyState.PRINTING, CopyState.OUT)
    (row,) = desk.handovers.all(desk.ground.desk)
    desk.handovers.confirm(desk.ground.desk, row.record, Ending.SHREDDED_THERE, TODAY)
    assert [(one.copy, one.state) for one in desk.orders.copies(desk.ground.desk)] == before


def test_a_firm_is_chased_once_for_what_is_due_first(desk: Desk) -> None:
    for due in ("2026-12-05", "2026-11-28", "2026-12-01"):
        desk.handovers.enter(desk.ground.desk, by_hand(desk, due=due))
    desk.handovers.enter(desk.ground.desk, by_hand(desk, firm="例示建設", due="2026-12-03"))
    found = {duty.about: duty.due for duty in desk.handovers.duties(desk.ground.desk)}
    assert found == {FIRM: date(2026, 11, 28), "例示建設": date(2026, 12, 3)}
    assert len(desk.handovers.duties(desk.ground.desk)) == len(found)


def test_a_query_asks_for_lines_from_its_first_to_its_last_day(desk: Desk) -> None:
    for on in ("2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"):
        desk.handovers.enter(desk.ground.desk, by_hand(desk, on=on))
    for first, last, wanted in (
        ("", "2026-11-21", ["20", "21"]),
        ("2026-11-22", "", ["22", "23"]),
        ("2026-11-21", "2026-11-22", ["21", "22"]),
    ):
        rows = desk.handovers.all(desk.ground.desk, LedgerQuery(first_on=first, last_on=last))
        assert sorted(row.on[-2:] for row in rows) == wanted


# Consent


def test_data_for_a_firms_own_use_needs_consent(desk: Desk) -> None:
    facts = FirmFacts(FIRM, basis=Basis.PROVISION, seat="名古屋市東区1-1", representative="見本 太郎")
    Partners(desk.ground.workplace).register(desk.ground.owner, facts)
    with pytest.raises(ConsentNeeded):
        desk.issue()
    assert desk.orders.copies(desk.ground.desk) == ()
    notices = Notices(desk.ground.workplace)
    agreed = ConsentEvent(ConsentKind.THIRD_PARTY, given=True, on=TODAY, way=ConsentWay.SIGNED)
    notices.record_consent(desk.ground.desk, desk.customer, agreed)
    desk.issue()
    (row,) = desk.handovers.all(desk.ground.desk)
    assert (row.basis, row.consent, row.keep_until) == (Basis.PROVISION, True, date(2029, 11, 24))
    notices.record_consent(desk.ground.desk, desk.customer, replace(agreed, given=False))
    with pytest.raises(ConsentNeeded):  # taken back
        desk.issue(reason=ReprintReason.SPOILED.value)


def test_the_record_of_a_provision_names_what_the_law_asks(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handover_entry, "agreed", lambda _session, _people: True)
    provision = by_hand(desk, basis=Basis.PROVISION, job=desk.job, due="", by_contract=True)
    with pytest.raises(InvalidInput) as refused:  # nobody knows the firm's seat
        desk.handovers.enter(desk.ground.desk, provision)
    assert refused.value.field == "firm"
    facts = FirmFacts(FIRM, seat="名古屋市東区1-1", representative="見本 太郎")
    firm = Partners(desk.ground.workplace).register(desk.ground.owner, facts)
    record = desk.handovers.enter(desk.ground.desk, provision)
    paper = desk.handovers.provision_pdf(desk.ground.owner, record, words_for("ja"))
    assert (paper.firm, paper.customers) == (firm, (desk.customer,))
    said = read_text(paper.pdf)
    for part in (FIRM, "名古屋市東区1-1", "見本 太郎", "柳川 美沙緒", "29条", "2027"):
        assert part in said
    with pytest.raises(NotPermitted):
        desk.handovers.provision_pdf(desk.ground.desk, record, english)
    log = AuditLog(desk.ground.workplace)
    (shown,) = log.entries(desk.ground.owner, action=Action.PAPER_SHOWN)
    assert "柳川" not in str(shown)
    assert log.entries(desk.ground.owner, action=Action.PROVISION_PRINTED) == ()
    desk.handovers.provision_printed(desk.ground.owner, record)
    (entry,) = log.entries(desk.ground.owner, action=Action.PROVISION_PRINTED)
    assert "柳川" not in str(entry)


@pytest.mark.parametrize(
    ("by_contract", "rule", "until"),
    [(False, "provision-record", date(2029, 11, 24)), (True, "provision-by-contract", date(2027, 11, 24))],
)
def test_a_provision_keeps_the_persons_name_for_its_legal_time(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, by_contract: bool, rule: str, until: date
) -> None:
    monkeypatch.setattr(handover_entry, "agreed", lambda _session, _people: True)
    facts = FirmFacts(FIRM, seat="名古屋市東区1-1", representative="見本 太郎")
    Partners(desk.ground.workplace).register(desk.ground.owner, facts)
    new = by_hand(desk, basis=Basis.PROVISION, job=desk.job, due="", by_contract=by_contract)
    desk.handovers.enter(desk.ground.desk, new)
    with desk.ground.workplace.reading() as session:
        (found,) = judged(desk.ground.workplace, session, {desk.key})
    reason = next(one for one in found.verdict.reasons if one.rule == rule)
    assert (reason.keep_until, reason.keeps) == (until, frozenset({RecordField.NAME}))


def test_a_provision_is_never_recorded_by_hand_as_an_event(desk: Desk) -> None:
    with pytest.raises(InvalidInput):
        Jobs(desk.ground.workplace).record_event(
            desk.ground.owner, desk.job, JobEvent(EventKind.PROVISION, TODAY)
        )


# By hand


def test_an_entry_by_hand_is_chased_until_somebody_confirms(desk: Desk) -> None:
    handover = desk.handovers.enter(desk.ground.desk, by_hand(desk))
    (duty,) = desk.handovers.duties(desk.ground.desk)
    assert (duty.kind, duty.due, duty.about) == (DutyKind.HANDOVER, date(2026, 12, 1), FIRM)
    desk.ground.clock.pass_time(days=10)
    assert desk.handovers.one(desk.ground.desk, handover).overdue
    assert duty.overdue(desk.ground.workplace.today())
    desk.handovers.confirm(desk.ground.desk, handover, Ending.ERASED_THERE, "2026-12-02")
    assert desk.handovers.duties(desk.ground.desk) == ()
    with pytest.raises(HandoverSettled):
        desk.handovers.confirm(desk.ground.desk, handover, Ending.RETURNED, "2026-12-02")
    (entry,) = AuditLog(desk.ground.workplace).entries(desk.ground.owner, action=Action.HANDOVER_SETTLED)
    assert entry.details["ending"] == "erased_there"


@pytest.mark.parametrize(
    ("changes", "field", "refusal"),
    [
        ({"firm": " "}, "firm", Missing),
        ({"on": "2026-11-25"}, "on", BadDate),
        ({"customer": ""}, "customer", Missing),
        ({"customer": "C-000009"}, "customer", NoSuchCustomer),
        ({"fields": frozenset()}, "fields", Missing),
        ({"fields": frozenset({RecordField.PAYMENT})}, "fields", InvalidInput),
        ({"due": "2026-11-23"}, "due", BadDate),
        ({"due": ""}, "due", Missing),
        ({"basis": Basis.PROVISION}, "job", Missing),
        ({"job": "2026-999999"}, "job", NoSuchJob),
        ({"job": OF_SOMEBODY_ELSE}, "customer", NotOfThisJob),
    ],
)
def test_an_entry_that_says_too_little_is_refused(
    desk: Desk, changes: dict[str, object], field: str, refusal: type[InvalidInput]
) -> None:
    with desk.ground.workplace.transaction() as session:
        other = add_customer(session, Person(family="別人"))
        add_job(session, other, Person(), state=JobState.ARRANGED, on=TODAY).number = OF_SOMEBODY_ELSE
    with pytest.raises(refusal) as refused:
        desk.handovers.enter(desk.ground.desk, by_hand(desk, **changes))
    assert refused.value.field == field


def test_a_customer_is_named_beside_a_job_that_they_have_a_part_in(desk: Desk) -> None:
    handover = desk.handovers.enter(desk.ground.desk, by_hand(desk, job=desk.number))
    assert desk.handovers.one(desk.ground.desk, handover).job_number == desk.number


@pytest.mark.parametrize("typed", ["C-000001", "c-000001", "ｃ－０００００１", " 1 "])
def test_a_customers_number_is_understood_however_it_is_typed(desk: Desk, typed: str) -> None:
    with desk.ground.workplace.transaction() as session:
        handover_store.customer_called(session, desk.customer).number = "C-000001"
    handover = desk.handovers.enter(desk.ground.desk, by_hand(desk, customer=typed))
    assert desk.handovers.one(desk.ground.desk, handover).customers == ((desk.customer, "C-000001"),)


@pytest.mark.parametrize(
    ("ending", "on", "refusal"),
    [
        (Ending.LOST, TODAY, InvalidInput),
        (Ending.RETURNED, "2026-11-23", BadDate),
        (Ending.RETURNED, "2026-11-25", BadDate),
    ],
)
def test_a_confirmation_that_cannot_be_is_refused(
    desk: Desk, ending: Ending, on: str, refusal: type[InvalidInput]
) -> None:
    handover = desk.handovers.enter(desk.ground.desk, by_hand(desk))
    with pytest.raises(refusal):
        desk.handovers.confirm(desk.ground.desk, handover, ending, on)


def blocked(desk: Desk) -> bool:
    """Whether the customer's disposal has to wait for a firm."""
    with desk.ground.workplace.reading() as session:
        return Blocker.HANDED_OUT in standstills(session, [desk.key])[desk.key].blockers


def test_what_is_out_with_a_firm_holds_a_disposal_back_until_it_is_confirmed(desk: Desk) -> None:
    copy = desk.issue()
    assert not blocked(desk)  # the register of copies holds it back by itself
    Papers(desk.ground.workplace, desk.orders).register_return(desk.ground.desk, copy, PaperState.KEPT)
    line = desk.handovers.enter(desk.ground.desk, by_hand(desk))
    assert blocked(desk)
    desk.handovers.confirm(desk.ground.desk, line, Ending.ERASED_THERE, TODAY)
    assert not blocked(desk)


def test_a_fax_holds_it_back_though_our_paper_is_shredded(desk: Desk) -> None:
    OtherPapers(desk.ground.workplace, desk.orders).fax(
        desk.ground.desk, desk.job, FaxRequest("052-333-4444", "052-333-4444", ""), english
    )
    assert blocked(desk)


def test_a_duplicate_that_was_merged_counts_for_the_customer_in_whom_it_lives_on(desk: Desk) -> None:
    with desk.ground.workplace.transaction() as session:
        other = add_customer(session, Person())
        other.merged_into_id = desk.key
        duplicate = other.record_id
    desk.handovers.enter(desk.ground.desk, by_hand(desk, customer=duplicate))
    assert blocked(desk)


def test_each_role_may_what_it_should(desk: Desk) -> None:
    inspector, technician = desk.ground.people[Role.INSPECTOR], desk.ground.people[Role.TECHNICIAN]
    handover = desk.handovers.enter(desk.ground.desk, by_hand(desk))
    assert len(desk.handovers.all(inspector)) == 1
    with pytest.raises(NotPermitted):
        desk.handovers.confirm(inspector, handover, Ending.RETURNED, TODAY)
    with pytest.raises(NotPermitted):
        desk.handovers.all(technician)


# The ledger on paper, and what stays


@pytest.mark.parametrize("number", ["2026-0001", "2026-028888"])
def test_the_ledger_prints_a_firm_and_a_period_by_numbers_alone(desk: Desk, number: str) -> None:
    with desk.ground.workplace.transaction() as session:
        session.execute(update(Job).values(number=number))  # a long one is not broken in two, either
    desk.issue()
    desk.handovers.enter(desk.ground.desk, by_hand(desk, firm="ほかの設備"))
    query = LedgerQuery(firm=f"{FIRM}㈱", first_on=TODAY, last_on=TODAY)
    said = read_text(desk.handovers.ledger_pdf(desk.ground.desk, query, words_for("ja")).pdf)
    for part in (FIRM, "H-2026-0001", number, "25条"):
        assert part in said
    for hidden in ("ほかの設備", "柳川", "美沙緒", "3丁目41-7", "987-6543"):
        assert hidden not in said


def test_the_ledger_outlives_the_customer_and_holds_nothing_of_theirs(desk: Desk) -> None:
    desk.issue()
    with desk.ground.workplace.transaction() as session:
        belongings = erasure.belongings(session, [desk.key])
        assert not {"handovers", "handover_customers"} & {table.name for table in belongings.rows}
        erasure.delete_rows(session, belongings)
    with desk.ground.workplace.reading() as session:
        assert session.get(Customer, desk.key) is None
        assert session.query(Job).count() == 0
        stored = " ".join(
            str(tuple(row))
            for table in ("handovers", "handover_customers")
            for row in session.execute(text(f"SELECT * FROM {table}"))
        )
    (row,) = desk.handovers.all(desk.ground.desk)
    assert (row.job_number, [one for one, _ in row.customers]) == (desk.number, [desk.customer])
    person = Person()
    for value in (person.family, person.given, person.phone, person.street, person.town, person.serial):
        assert value not in stored


def test_a_reprint_is_another_hand_over(desk: Desk) -> None:
    desk.issue()
    desk.issue(reason=ReprintReason.SPOILED.value)
    rows = desk.handovers.all(desk.ground.desk)
    assert sorted((row.copy_number, row.number) for row in rows) == [(1, "H-2026-0001"), (2, "H-2026-0002")]
    assert len(desk.handovers.duties(desk.ground.desk)) == 1


def test_a_customer_is_told_where_the_data_went(desk: Desk) -> None:
    copy = desk.issue()
    desk.orders.not_printed(desk.ground.desk, [copy])
    desk.issue(reason=ReprintReason.SPOILED.value)
    (row,) = desk.handovers.all(desk.ground.desk, LedgerQuery(only_open=True))
    desk.handovers.confirm(desk.ground.desk, row.record, Ending.SHREDDED_THERE, TODAY)
    with desk.ground.workplace.reading() as session:
        (told,) = provisions_of(session, [desk.key], english, desk.ground.workplace.today())
    assert (told.on, told.to_whom, told.basis) == (TODAY, FIRM, "Entrusted work")
    assert "Site address" in told.fields
    assert told.back == f"{TODAY}  Shredded by the firm"


# Entrusted to us

CLIENT = "例示建設（株）"


@pytest.fixture
def for_client(desk: Desk) -> str:
    with desk.ground.workplace.transaction() as session:
        customer = session.get_one(Customer, desk.key)
        job = add_job(
            session, customer, Person(), state=JobState.ARRANGED, on=TODAY, client_contractor=CLIENT
        )
        return job.record_id


def test_a_clients_data_goes_back_after_the_work(desk: Desk, for_client: str) -> None:
    client_data, jobs = ClientData(desk.ground.workplace), Jobs(desk.ground.workplace)
    facts = FirmFacts("例示建設", partner=False, client=True, terms=ClientTerms(days=14))
    firm = Partners(desk.ground.workplace).register(desk.ground.owner, facts)
    assert client_data.duties(desk.ground.desk) == ()
    with pytest.raises(InvalidInput):
        client_data.confirm(desk.ground.desk, for_client, ClientEnding.RETURNED, TODAY, shown=CLIENT)
    jobs.set_state(desk.ground.owner, for_client, JobState.DONE)
    with pytest.raises(BadDate):
        client_data.confirm(desk.ground.desk, for_client, ClientEnding.RETURNED, "2026-11-25", shown=CLIENT)
    (duty,) = client_data.duties(desk.ground.desk)
    assert (duty.kind, duty.due, duty.record) == (DutyKind.CLIENT_DATA, date(2026, 12, 8), firm)
    client_data.confirm(desk.ground.desk, for_client, ClientEnding.REDUCED, TODAY, shown=CLIENT)
    assert client_data.duties(desk.ground.desk) == ()
    (job,) = client_data.all(desk.ground.people[Role.INSPECTOR])
    assert (job.ending, job.ended_on, job.confirmed_by) == (ClientEnding.REDUCED, TODAY, "desk")
    with pytest.raises(HandoverSettled):
        client_data.confirm(desk.ground.desk, for_client, ClientEnding.RETURNED, TODAY, shown=CLIENT)
    with pytest.raises(RecordGone):
        client_data.confirm(desk.ground.desk, desk.job, ClientEnding.RETURNED, TODAY, shown=CLIENT)


def test_nothing_is_said_of_another_clients_data(desk: Desk, for_client: str) -> None:
    client_data, ground = ClientData(desk.ground.workplace), desk.ground
    Jobs(ground.workplace).set_state(ground.owner, for_client, JobState.DONE)
    with pytest.raises(ChangedMeanwhile):
        client_data.confirm(ground.desk, for_client, ClientEnding.RETURNED, TODAY, shown="別の建設")
    (job,) = client_data.all(ground.desk)
    assert job.ending is None


def test_the_day_counts_from_the_completion_that_was_recorded(desk: Desk, for_client: str) -> None:
    client_data, jobs = ClientData(desk.ground.workplace), Jobs(desk.ground.workplace)
    jobs.set_state(desk.ground.owner, for_client, JobState.DONE)
    jobs.record_event(desk.ground.owner, for_client, JobEvent(EventKind.COMPLETION, "2026-11-20"))
    (job,) = client_data.all(desk.ground.desk)
    assert (job.done_on, job.due) == ("2026-11-20", "2026-12-20")


def test_the_days_of_a_query_are_asked_as_they_are_understood() -> None:
    query = check_query(LedgerQuery(first_on=" 2026-11-01", last_on="２０２６-11-30 "))
    assert (query.first_on, query.last_on) == ("2026-11-01", "2026-11-30")
