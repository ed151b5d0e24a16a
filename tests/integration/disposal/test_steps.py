"""The way from a proposal to destruction: who may take which step, and what stops it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select, update

from hvacdesk.domain.disposal.disposal import BatchState, Blocker, Decision
from hvacdesk.domain.disposal.shredding import ShredFacts, ShredMethod
from hvacdesk.domain.errors import InvalidInput, NotPermitted
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.copy_codes import make_code, paper_code, paper_number
from hvacdesk.domain.retention.retention import Standing
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.disposal import errors
from hvacdesk.services.disposal.approval import WAITING_DAYS
from hvacdesk.services.language import words_for
from hvacdesk.services.oversight.clock_behind import ClockCheck
from hvacdesk.store.disposal import open_matters
from hvacdesk.store.engine import Session
from hvacdesk.store.models import (
    CallNote,
    Copy,
    Customer,
    Incident,
    IncidentCustomer,
    IncidentPaper,
    InspectionPlan,
    Job,
    WorkOrder,
)
from hvacdesk.store.office import office as office_store
from hvacdesk.store.oversight import audit_log
from hvacdesk.vault.errors import WrongPassphrase
from tests.helpers.decisions import decide, decide_all, propose
from tests.helpers.paper import read_text
from tests.helpers.sample_records import add_paper
from tests.helpers.vault_offices import ONE_TIME, OWNER_PASSPHRASE
from tests.integration.disposal.office import GOING, MONTH, PASSPHRASE, DisposalOffice, no_progress

OURS = make_code(1, 1)


def job_of(session: Session, customer: str) -> Job:
    job = session.scalars(
        select(Job).join(Customer, Customer.id == Job.customer_id).where(Customer.record_id == customer)
    ).one()
    assert isinstance(job, Job)
    return job


def put_copy(office: DisposalOffice, customer: str, state: str, code: str = OURS) -> None:
    with office.workplace.transaction() as session:
        copy = Copy(
            code=code, copy_number=2, copies=2, profile="office", state=state, changed_at="2026-11-01"
        )
        job = job_of(session, customer)
        session.add(
            WorkOrder(job_id=job.id, issued_by="0" * 32, issued_at="2026-11-01T00:00:00Z", copies=[copy])
        )


def put_paper(office: DisposalOffice, customer: str, state: str, kind: str = "contract") -> str:
    with office.workplace.transaction() as session:
        number = paper_number(2026, 77)
        paper = add_paper(
            session,
            job_of(session, customer),
            state=state,
            kind=kind,
            number=number,
            code=paper_code(number),
            changed_at="2026-11-01",
        )
        return paper.number


def set_state(office: DisposalOffice, customer: str, state: JobState) -> None:
    with office.workplace.transaction() as session:
        job = job_of(session, customer)
        session.execute(update(Job).where(Job.id == job.id).values(state=state.value))


def note_call(office: DisposalOffice, customer: str) -> None:
    with office.workplace.transaction() as session:
        key = session.scalars(select(Customer.id).where(Customer.record_id == customer)).one()
        session.add(CallNote(customer_id=key, taken_by="0" * 32, taken_at="2010-05-11T00:00:00Z"))


def plan_work(office: DisposalOffice, customer: str) -> None:
    with office.workplace.transaction() as session:
        job = job_of(session, customer)
        session.add(
            InspectionPlan(
                customer_id=job.customer_id,
                site_id=job.site_id,
                work_kind="inspect",
                every_months=12,
                next_on="2027-05-10",
            )
        )


def open_incident(office: DisposalOffice, customer: str) -> None:
    concerned = IncidentCustomer(customer=customer, customer_number="C0")
    reported_at = "2026-11-01T00:00:00Z"
    paper = IncidentPaper(
        paper="1" * 32, paper_number="P-2026-0001", paper_kind="contract", entered_at=reported_at
    )
    with office.workplace.transaction() as session:
        session.add(
            Incident(
                kind="lost_paper",
                papers=[paper],
                reported_by="0" * 32,
                reported_at=reported_at,
                customers=[concerned],
            )
        )


def details_of(office: DisposalOffice, action: Action) -> dict[str, object]:
    with office.workplace.reading() as session:
        return audit_log.entries(session, limit=1, action=action)[0].details


def test_the_review_lists_who_is_due_and_counts_who_is_kept(office: DisposalOffice) -> None:
    review = office.disposal.reviews.review(office.desk, MONTH)
    assert {row.customer for row in review.rows} == set(office.going())
    assert (review.due, review.kept, review.on_hold, review.undecided) == (3, 40, 0, 0)
    assert {row.name.text for row in review.rows} == {"柳川 ●●", "犬飼 ●●", "田中 ●●"}
    assert {row.decision for row in review.rows} == {Decision.DESTROY}
    assert all(row.last_job_on == "2010-05-10" for row in review.rows)


def test_a_review_is_resumed_with_its_decisions(office: DisposalOffice) -> None:
    first = office.disposal.reviews.review(office.desk, MONTH)
    decide(office.disposal.reviews, office.desk, first.batch, office.going()[1], Decision.KEEP)
    again = office.disposal.reviews.review(office.owner, MONTH)
    assert again.batch == first.batch
    chosen = {row.customer for row in again.rows if row.decision is Decision.DESTROY}
    assert chosen == {office.going()[0], office.going()[2]}


def test_many_are_decided_alike_as_far_as_that_may_be(office: DisposalOffice) -> None:
    going = office.going()
    batch = office.disposal.reviews.review(office.desk, MONTH).batch
    put_copy(office, going[0], "out")
    decide(
        office.disposal.reviews,
        office.owner,
        batch,
        going[1],
        Decision.HOLD,
        hold_reason="係争中",
        hold_until="2027-01-31",
    )
    everybody = [*going, office.customers["staying 3"]]
    rows = decide_all(office.disposal.reviews, office.desk, batch, everybody, Decision.KEEP)
    kept = {row.customer: row.decision for row in rows}
    assert kept == {
        going[0]: Decision.KEEP,
        going[1]: Decision.HOLD,
        going[2]: Decision.KEEP,
        everybody[-1]: Decision.KEEP,
    }
    rows = decide_all(office.disposal.reviews, office.desk, batch, everybody, Decision.DESTROY)
    assert [row.customer for row in rows if row.decision is Decision.DESTROY] == [going[2]]
    assert {
        row.customer: row.decision for row in office.disposal.reviews.open_batch(office.desk, batch).rows
    } == {
        going[0]: Decision.KEEP,
        going[1]: Decision.HOLD,
        going[2]: Decision.DESTROY,
    }
    with pytest.raises(InvalidInput):
        decide_all(office.disposal.reviews, office.desk, batch, going, Decision.HOLD)


def test_whoever_is_blocked_is_not_suggested(office: DisposalOffice) -> None:
    put_copy(office, office.going()[0], "out")
    review = office.disposal.reviews.review(office.desk, MONTH)
    assert {row.customer: row.decision for row in review.rows}[office.going()[0]] is Decision.KEEP


def test_a_batch_that_was_sent_back_starts_the_next_one(office: DisposalOffice) -> None:
    batch = office.proposed(office.going()[1])
    office.disposal.approvals.reject(office.approver, batch)
    assert office.disposal.reviews.open_batch(office.owner, batch).state is BatchState.REJECTED
    again = office.disposal.reviews.review(office.desk, MONTH)
    assert again.batch != batch
    assert [row.customer for row in again.rows if row.decision is Decision.DESTROY] == [office.going()[1]]


def test_nobody_who_is_kept_can_be_chosen(office: DisposalOffice) -> None:
    batch = office.disposal.reviews.review(office.desk, MONTH).batch
    with pytest.raises(errors.NotDestroyable):
        decide(office.disposal.reviews, office.desk, batch, office.customers["staying 3"], Decision.DESTROY)


@pytest.mark.parametrize(
    ("prepare", "blocker"),
    [
        (lambda office, customer: put_copy(office, customer, "out"), Blocker.COPY_OUT),
        (lambda office, customer: put_copy(office, customer, "printing"), Blocker.COPY_OUT),
        (lambda office, customer: put_copy(office, customer, "a later state"), Blocker.COPY_OUT),
        (lambda office, customer: put_paper(office, customer, "a later state"), Blocker.PAPER_OUT),
        (lambda office, customer: put_paper(office, customer, "out"), Blocker.PAPER_OUT),
        (lambda office, customer: put_paper(office, customer, "printing"), Blocker.PAPER_OUT),
        (lambda office, customer: put_paper(office, customer, "kept", "held"), Blocker.PAPER_HELD),
        (lambda office, customer: set_state(office, customer, JobState.WORKING), Blocker.OPEN_JOB),
        (lambda office, customer: set_state(office, customer, JobState.INVOICED), Blocker.UNPAID_INVOICE),
        (note_call, Blocker.CALL_BACK_OPEN),
        (plan_work, Blocker.PLAN_ACTIVE),
        (open_incident, Blocker.INCIDENT_OPEN),
    ],
)
def test_what_is_open_blocks(
    office: DisposalOffice, prepare: Callable[[DisposalOffice, str], object], blocker: Blocker
) -> None:
    batch, customer = office.disposal.reviews.review(office.desk, MONTH).batch, office.going()[0]
    prepare(office, customer)
    (row,) = (
        row for row in office.disposal.reviews.open_batch(office.desk, batch).rows if row.customer == customer
    )
    assert row.blockers == (blocker,)
    with pytest.raises(errors.NotDestroyable):
        propose(office.disposal.reviews, office.desk, batch)
    with pytest.raises(errors.NotDestroyable):
        decide(office.disposal.reviews, office.desk, batch, customer, Decision.DESTROY)


def test_an_incident_that_is_closed_blocks_no_longer(office: DisposalOffice) -> None:
    open_incident(office, office.going()[0])
    with office.workplace.transaction() as session:
        session.execute(update(Incident).values(closed_at="2026-11-02T00:00:00Z"))
    propose(office.disposal.reviews, office.desk, office.disposal.reviews.review(office.desk, MONTH).batch)


@pytest.mark.approved
def test_an_incident_after_the_approval_keeps_its_customer(office: DisposalOffice) -> None:
    batch = office.approved()
    open_incident(office, office.going()[0])
    result = office.destroy(batch)
    assert (result.customers, len(result.dropped)) == (len(GOING) - 1, 1)


def test_an_unanswered_request_blocks(office: DisposalOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = select(Customer.id).where(Customer.record_id == office.going()[0])
    monkeypatch.setattr(open_matters, "with_unanswered_requests", lambda: asked)
    review = office.disposal.reviews.review(office.desk, MONTH)
    (row,) = (row for row in review.rows if row.customer == office.going()[0])
    assert (row.blockers, row.decision) == ((Blocker.REQUEST_OPEN,), Decision.KEEP)


def test_a_payers_open_job_blocks_them_as_well(office: DisposalOffice) -> None:
    with office.workplace.transaction() as session:
        payer = session.scalars(select(Customer.id).where(Customer.record_id == office.going()[0])).one()
        job = job_of(session, office.customers["staying 5"])
        session.execute(update(Job).where(Job.id == job.id).values(payer_id=payer, state="working"))
    batch = office.disposal.reviews.review(office.desk, MONTH).batch
    with pytest.raises(errors.NotDestroyable):
        decide(office.disposal.reviews, office.desk, batch, office.going()[0], Decision.DESTROY)


def test_kept_papers_are_shredded_first(office: DisposalOffice) -> None:
    put_copy(office, office.going()[0], "kept")
    put_copy(office, office.customers["staying 2"], "kept", code=make_code(2, 1))
    batch = office.disposal.reviews.review(office.desk, MONTH).batch
    (paper,) = office.disposal.reviews.papers(office.desk, batch)
    assert not paper.shredded
    with pytest.raises(errors.PapersLeft):
        propose(office.disposal.reviews, office.desk, batch)
    with pytest.raises(errors.NotInBatch):
        office.disposal.reviews.shred(office.desk, batch, make_code(2, 1))
    assert office.disposal.reviews.shred(office.desk, batch, f" {OURS[:6]}　{OURS[6:]}").shredded
    assert [paper.shredded for paper in office.disposal.reviews.papers(office.desk, batch)] == [True]
    propose(office.disposal.reviews, office.desk, batch)
    office.disposal.approvals.approve(office.approver, batch)
    office.clock.pass_time(days=1)
    office.destroy(batch)
    assert office.disposal.certificates.certificate_of(office.owner, batch).copies_shredded == 7


def test_every_kept_paper_is_shredded_by_scanning_it(office: DisposalOffice) -> None:
    number = put_paper(office, office.going()[0], "kept")
    batch = office.disposal.reviews.review(office.desk, MONTH).batch
    (row,) = (
        row for row in office.disposal.reviews.open_batch(office.desk, batch).rows if row.papers_to_shred
    )
    assert row.customer == office.going()[0]
    (paper,) = office.disposal.reviews.papers(office.desk, batch)
    assert (paper.number, paper.shredded) == (number, False)
    with pytest.raises(errors.PapersLeft):
        propose(office.disposal.reviews, office.desk, batch)
    full_width = number.translate(str.maketrans("0123456789-P", "０１２３４５６７８９ーＰ"))
    assert office.disposal.reviews.shred(office.desk, batch, full_width).shredded
    propose(office.disposal.reviews, office.desk, batch)


@pytest.mark.parametrize("put", [put_copy, put_paper])
def test_a_lost_paper_is_named_as_an_exception(
    office: DisposalOffice, put: Callable[[DisposalOffice, str, str], object]
) -> None:
    put(office, office.going()[0], "lost")
    result = office.destroy(office.approved())
    assert result.state is BatchState.EXCEPTIONS
    assert len(result.exceptions) == 1
    assert "lost" in result.exceptions[0].text


def test_the_proposer_cannot_approve(office: DisposalOffice) -> None:
    batch = office.disposal.reviews.review(office.owner, MONTH).batch
    propose(office.disposal.reviews, office.owner, batch)
    with pytest.raises(errors.SameProposer):
        office.disposal.approvals.approve(office.owner, batch)
    with pytest.raises(errors.SameProposer):
        office.disposal.approvals.approve_beside(office.desk, batch, office.owner.account, OWNER_PASSPHRASE)
    assert [member.account for member in office.disposal.approvals.approvers(office.owner, batch)] == [
        office.approver.account
    ]
    office.disposal.approvals.approve(office.approver, batch)
    assert office.disposal.reviews.open_batch(office.owner, batch).approved_by == "青木 真"


def test_approval_takes_the_approvers_passphrase_and_role(office: DisposalOffice) -> None:
    batch = office.proposed()
    with pytest.raises(WrongPassphrase):
        office.disposal.approvals.approve_beside(
            office.desk, batch, office.approver.account, "mattaku-chigau-aikotoba"
        )
    assert office.disposal.reviews.open_batch(office.desk, batch).state is BatchState.PROPOSED
    with pytest.raises(errors.SameProposer):
        office.disposal.approvals.approve_beside(office.desk, batch, office.desk.account, PASSPHRASE)
    with pytest.raises(NotPermitted):
        office.disposal.approvals.approve_beside(
            office.desk, batch, _another_desk(office).account, PASSPHRASE
        )


def test_who_was_invited_and_never_logged_in_approves_nothing(office: DisposalOffice) -> None:
    """An invitation is a slip of paper: until its first login nobody knows who holds it."""
    slot = office.vault.slots.add("招かれた責任者", frozenset({Role.OWNER}), ONE_TIME)
    invited = Actor(slot.slot_id, slot.name, slot.roles)
    batch = office.proposed()
    named = [member.account for member in office.disposal.approvals.approvers(office.desk, batch)]
    assert invited.account not in named
    with pytest.raises(NotPermitted):
        office.disposal.approvals.approve(invited, batch)
    office.vault.slots.set_roles(office.approver.account, frozenset({Role.OWNER, Role.DESK}))
    office.dismiss(office.approver)
    assert office.disposal.approvals.only_one_eligible(office.owner)


def _another_desk(office: DisposalOffice) -> Actor:
    slot = office.vault.slots.add("別の受付", frozenset({Role.DESK}), PASSPHRASE)
    return Actor(slot.slot_id, slot.name, slot.roles)


def test_approval_is_logged_in_the_approvers_name(office: DisposalOffice) -> None:
    office.approved()
    with office.workplace.reading() as session:
        (entry,) = audit_log.entries(session, limit=1, action=Action.DISPOSAL_APPROVED)
    assert entry.actor == office.approver.account
    assert entry.details["sat_at"] == office.desk.account


def test_where_another_may_approve_nobody_confirms_alone(office: DisposalOffice) -> None:
    batch = office.proposed()
    assert not office.disposal.approvals.only_one_eligible(office.owner)
    with pytest.raises(errors.AnotherMayApprove):
        office.disposal.approvals.confirm_alone(office.owner, batch)


def test_the_only_one_confirms_on_a_later_day_and_the_certificate_says_so(office: DisposalOffice) -> None:
    office.vault.slots.set_roles(office.approver.account, frozenset({Role.OWNER, Role.DESK}))
    office.dismiss(office.approver)
    batch = office.disposal.reviews.review(office.owner, MONTH).batch
    propose(office.disposal.reviews, office.owner, batch)
    assert office.disposal.approvals.only_one_eligible(office.owner)
    with pytest.raises(errors.SameProposer):
        office.disposal.approvals.approve(office.owner, batch)
    with pytest.raises(errors.ConfirmLater):
        office.disposal.approvals.confirm_alone(office.owner, batch)
    office.clock.pass_time(days=1)
    office.disposal.approvals.confirm_alone(office.owner, batch)
    office.clock.pass_time(days=1)
    assert office.destroy(batch).state is BatchState.VERIFIED
    assert office.disposal.certificates.certificate_of(office.owner, batch).same_person


def test_the_only_one_approves_what_somebody_else_proposed_as_any_other(office: DisposalOffice) -> None:
    office.vault.slots.set_roles(office.approver.account, frozenset({Role.OWNER, Role.DESK}))
    office.dismiss(office.approver)
    batch = office.proposed()
    office.clock.pass_time(days=1)
    with pytest.raises(errors.WrongState):
        office.disposal.approvals.confirm_alone(office.owner, batch)
    office.disposal.approvals.approve(office.owner, batch)
    office.clock.pass_time(days=1)
    assert office.destroy(batch).state is BatchState.VERIFIED
    assert not office.disposal.certificates.certificate_of(office.owner, batch).same_person


@pytest.mark.approved
def test_an_approver_who_is_gone_approves_nothing(office: DisposalOffice) -> None:
    batch = office.approved()
    office.dismiss(office.approver)
    with pytest.raises(errors.ApproverGone):
        office.destroy(batch)


def test_an_approved_batch_waits_a_day_unless_the_office_decides_otherwise(office: DisposalOffice) -> None:
    batch = office.proposed()
    office.disposal.approvals.approve(office.approver, batch)
    with pytest.raises(errors.WaitingDay) as refused:
        office.destroy(batch)
    assert refused.value.details["day"] == "2026-11-25"
    with office.workplace.transaction() as session:
        office_store.save_setting(session, office_store.OFFICE, WAITING_DAYS, 0)
    assert office.destroy(batch).state is BatchState.VERIFIED
    assert details_of(office, Action.DISPOSAL_STARTED)["waiting_days"] == 0


@pytest.mark.approved
def test_a_hold_set_after_the_approval_keeps_its_customer(office: DisposalOffice) -> None:
    batch = office.approved()
    later = office.disposal.reviews.review(office.owner, "2026-12").batch
    decide(
        office.disposal.reviews,
        office.owner,
        later,
        office.going()[1],
        Decision.HOLD,
        hold_reason="苦情の調査",
        hold_until="2027-03-31",
    )
    result = office.destroy(batch)
    assert (result.state, result.customers) == (BatchState.VERIFIED, 2)
    assert len(result.dropped) == 1
    with office.workplace.reading() as session:
        numbers = session.scalars(
            select(Customer.number).where(Customer.record_id == office.going()[1])
        ).all()
    assert list(result.dropped) == list(numbers)
    assert details_of(office, Action.DISPOSAL_STARTED)["dropped"] == list(numbers)
    assert office.disposal.certificates.certificate_of(office.owner, batch).customers == 2
    assert "犬飼".encode() in office.dump()


@pytest.mark.approved
def test_a_paper_that_came_back_after_the_approval_keeps_its_customer(office: DisposalOffice) -> None:
    batch = office.approved()
    put_copy(office, office.going()[0], "kept")
    assert len(office.destroy(batch).dropped) == 1


def test_nothing_is_destroyed_when_everybody_dropped_out(office: DisposalOffice) -> None:
    batch = office.approved(office.going()[0])
    put_copy(office, office.going()[0], "out")
    with pytest.raises(errors.NothingChosen):
        office.destroy(batch, 1)
    assert office.disposal.reviews.open_batch(office.owner, batch).state is BatchState.APPROVED


@pytest.mark.approved
def test_a_dry_run_says_what_would_happen_and_changes_nothing(office: DisposalOffice) -> None:
    batch = office.approved()
    before = office.dump()
    found = office.disposal.destruction.dry_run(office.owner, batch)
    assert (found.customers, found.reduced, found.dropped) == (len(GOING), 0, ())
    assert office.dump() == before
    note_call(office, office.going()[0])
    now = office.disposal.destruction.dry_run(office.owner, batch)
    assert now.customers == len(GOING) - 1
    assert len(now.dropped) == 1
    result = office.destroy(batch)
    assert (result.customers, result.dropped) == (now.customers, now.dropped)
    facts = office.disposal.certificates.certificate_of(office.owner, batch)
    assert facts.records == now.records
    assert facts.values == now.sought < now.values
    (line, *others) = office.disposal.certificates.ledger(office.owner)
    assert now.values == sum(count for one in (line, *others) for _, count in one.categories)
    with pytest.raises(errors.WrongState):
        office.disposal.destruction.dry_run(office.owner, batch)


@pytest.mark.approved
def test_the_typed_number_must_be_right(office: DisposalOffice) -> None:
    batch = office.approved()
    with pytest.raises(errors.WrongCount):
        office.destroy(batch, 2)


@pytest.mark.approved
def test_stopping_before_the_deletion_changes_nothing(office: DisposalOffice) -> None:
    batch = office.approved()
    before = office.dump()
    with pytest.raises(errors.DisposalStopped):
        office.disposal.destruction.destroy(office.owner, batch, 3, no_progress, lambda: True)
    assert office.dump() == before
    assert office.disposal.reviews.open_batch(office.owner, batch).state is BatchState.APPROVED


def test_holds_need_permission_a_reason_and_a_day_to_come(office: DisposalOffice) -> None:
    batch, customer = office.disposal.reviews.review(office.desk, MONTH).batch, office.going()[0]
    with pytest.raises(NotPermitted):
        decide(office.disposal.reviews, office.desk, batch, customer, Decision.HOLD, hold_reason="係争中")
    with pytest.raises(InvalidInput):
        decide(office.disposal.reviews, office.owner, batch, customer, Decision.HOLD, hold_reason="  ")
    for wrong in ("2020-01-01", "明日"):
        with pytest.raises(InvalidInput):
            decide(
                office.disposal.reviews,
                office.owner,
                batch,
                customer,
                Decision.HOLD,
                hold_reason="係争中",
                hold_until=wrong,
            )
    decide(office.disposal.reviews, office.owner, batch, customer, Decision.HOLD, hold_reason="係争中")
    (row,) = (
        row for row in office.disposal.reviews.open_batch(office.desk, batch).rows if row.customer == customer
    )
    assert (row.verdict.standing, row.hold_reason, row.decision) == (
        Standing.ON_HOLD,
        "係争中",
        Decision.HOLD,
    )
    with pytest.raises(errors.HoldStands):
        decide(office.disposal.reviews, office.desk, batch, customer, Decision.KEEP)
    decide(office.disposal.reviews, office.owner, batch, customer, Decision.KEEP)
    assert office.disposal.reviews.verdict(office.desk, customer).standing is Standing.DUE


@pytest.mark.approved
def test_a_clock_that_the_log_contradicts_is_refused(office: DisposalOffice) -> None:
    batch = office.approved()
    office.clock.pass_time(days=-2)
    for _ in range(2):
        with pytest.raises(errors.ClockSetBack):
            office.destroy(batch)
        with office.workplace.transaction() as session:  # a login leaves an entry under the wrong date
            office.workplace.record(session, office.owner, Action.LOGGED_IN)
    office.clock.pass_time(days=2 + 365)
    with office.workplace.transaction() as session:
        office.workplace.record(session, office.owner, Action.LOGGED_IN)
    for _ in range(2):
        with pytest.raises(errors.ClockJumped):
            office.destroy(batch)
        office.clock.pass_time(days=1)  # a day's work under a date says nothing of the date
        with office.workplace.transaction() as session:
            office.workplace.record(session, office.owner, Action.LOGGED_IN)
    with pytest.raises(NotPermitted):
        ClockCheck(office.workplace).confirm(office.desk)
    ClockCheck(office.workplace).confirm(office.owner)
    office.destroy(batch)


@pytest.mark.approved
@pytest.mark.parametrize("role", [Role.ACCOUNTING, Role.TECHNICIAN, Role.INSPECTOR])
def test_roles_that_take_no_part_see_and_do_nothing(office: DisposalOffice, role: Role) -> None:
    batch = office.approved()
    actor = Actor("a" * 32, "だれか", frozenset({role}))
    disposal = office.disposal
    for step in (
        lambda: disposal.reviews.review(actor, MONTH),
        lambda: disposal.reviews.open_batch(actor, batch),
        lambda: decide(disposal.reviews, actor, batch, office.going()[0], Decision.KEEP),
        lambda: disposal.reviews.papers(actor, batch),
        lambda: disposal.reviews.shred(actor, batch, OURS),
        lambda: propose(disposal.reviews, actor, batch),
        lambda: disposal.approvals.reject(actor, batch),
        lambda: disposal.approvals.approve(actor, batch),
        lambda: disposal.approvals.confirm_alone(actor, batch),
        lambda: disposal.destruction.destroy(actor, batch, 3, no_progress, lambda: False),
    ):
        with pytest.raises(NotPermitted):
            step()
    if role is Role.INSPECTOR:
        assert disposal.certificates.ledger(actor) == ()
    else:
        with pytest.raises(NotPermitted):
            disposal.certificates.ledger(actor)


def test_the_desk_carries_out_what_was_approved_but_approves_nothing(office: DisposalOffice) -> None:
    batch = office.proposed()
    with pytest.raises(NotPermitted):
        office.disposal.approvals.approve(office.desk, batch)
    office.disposal.approvals.approve(office.approver, batch)
    office.clock.pass_time(days=1)
    result = office.disposal.destruction.destroy(office.owner, batch, 3, no_progress, lambda: False)
    assert result.state is BatchState.VERIFIED
    assert office.disposal.certificates.certificate_of(office.desk, batch).approved_by == "青木 真"


def test_each_step_asks_for_the_one_before(office: DisposalOffice) -> None:
    batch = office.disposal.reviews.review(office.desk, MONTH).batch
    for customer in office.going():
        decide(office.disposal.reviews, office.desk, batch, customer, Decision.KEEP)
    with pytest.raises(errors.NothingChosen):
        propose(office.disposal.reviews, office.desk, batch)
    with pytest.raises(errors.WrongState):
        office.disposal.approvals.approve(office.approver, batch)
    with pytest.raises(errors.WrongState):
        office.destroy(batch, 0)
    with pytest.raises(InvalidInput):
        office.disposal.reviews.review(office.desk, "2026-13")


def test_how_papers_were_destroyed_stands_on_the_certificate(office: DisposalOffice) -> None:
    review = office.disposal.reviews.review(office.desk, MONTH)
    assert office.disposal.reviews.shredding(office.desk, review.batch) == ShredFacts()
    with pytest.raises(InvalidInput):
        office.disposal.reviews.note_shredding(
            office.desk, review.batch, ShredFacts(ShredMethod.DISSOLVE), read=ShredFacts()
        )
    noted = ShredFacts(ShredMethod.SHRED, "P-5", "伊藤 誠")
    office.disposal.reviews.note_shredding(office.desk, review.batch, noted, read=ShredFacts())
    result = office.destroy(office.approved())
    facts = office.disposal.certificates.certificate_of(office.owner, review.batch)
    assert facts.shredding == noted
    printed = read_text(
        office.disposal.certificates.certificate_paper(office.owner, result.certificate, "ja").pdf
    )
    assert "P-5" in printed
    assert "伊藤 誠" in printed
    assert {line.witness for line in office.disposal.certificates.ledger(office.owner)} == {"伊藤 誠"}
    assert "伊藤 誠" in office.disposal.certificates.ledger_file(office.owner, "", words_for("ja")).decode(
        "utf-8-sig"
    )
    following = office.disposal.reviews.review(office.desk, "2026-12")
    assert office.disposal.reviews.shredding(office.desk, following.batch) == noted


def test_a_coarse_shredder_is_warned_about_and_not_refused(office: DisposalOffice) -> None:
    review = office.disposal.reviews.review(office.desk, MONTH)
    coarse = ShredFacts(ShredMethod.SHRED, "P-2")
    assert coarse.coarse
    office.disposal.reviews.note_shredding(office.desk, review.batch, coarse, read=ShredFacts())
    assert office.disposal.reviews.shredding(office.desk, review.batch) == coarse
    with pytest.raises(InvalidInput):
        office.disposal.reviews.note_shredding(
            office.desk, review.batch, ShredFacts(ShredMethod.SHRED, "P-9"), read=coarse
        )
