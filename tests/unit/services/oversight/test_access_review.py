"""The access review as a service: the sheet from the log, who may sign it, its paper and its duty."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.access_review import AlreadySigned, MonthNotOver, OwnAccess, Pattern
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.duties import DutyKind
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.oversight.access_review import AccessReview
from hvacdesk.store.office import office
from hvacdesk.store.oversight import audit_log
from hvacdesk.vault.keyfile.roster import StaffSlot
from tests.helpers.ground import Ground
from tests.helpers.paper import read_text
from tests.helpers.sabotage import replaced
from tests.helpers.sample_records import Person, add_customer, add_job

MONTH = "2026-11"


@dataclass
class Reviewed:
    """A ground whose desk looked at two customers in November; it is December now."""

    ground: Ground
    review: AccessReview
    with_job: str
    jobless: str

    def record(self, actor: Actor, action: Action, subject: str = "", **details: object) -> None:
        with self.ground.workplace.transaction() as session:
            self.ground.workplace.record(session, actor, action, subject, **details)  # type: ignore[arg-type]


@pytest.fixture
def reviewed(ground: Ground) -> Reviewed:
    workplace = ground.workplace
    with workplace.transaction() as session:
        office.save_facts(session, OfficeFacts("唐山空調", "", "", LegalForm.COMPANY, 3))
        people = [add_customer(session, Person()) for _ in range(2)]
        job = add_job(session, people[0], Person(), state=JobState.ARRANGED).record_id
        ids, numbers = [one.record_id for one in people], [one.number for one in people]
    made = Reviewed(ground, AccessReview(workplace), numbers[0], numbers[1])
    for one in ids:
        made.record(ground.desk, Action.REVEALED, f"customer:{one}", fields=["phone"], reason="call")
    made.record(ground.desk, Action.WORK_ORDER_PRINTED, f"job:{job}", profiles=["technician"])
    made.record(ground.desk, Action.EXACT_SEARCH, field="phone", hits=1, tries=40)
    ground.clock.pass_time(days=10)
    return made


def test_the_sheet_counts_by_person_and_customer_and_names_what_is_unusual(reviewed: Reviewed) -> None:
    sheet = reviewed.review.sheet(reviewed.ground.owner, MONTH)
    (clerk,) = sheet.people
    assert (clerk.name, clerk.reveals, clerk.prints, clerk.searches) == (reviewed.ground.desk.name, 2, 1, 40)
    assert {one.number: (one.reveals, one.prints) for one in sheet.customers} == {
        reviewed.with_job: (1, 1),
        reviewed.jobless: (1, 0),
    }
    assert [(one.pattern, one.customers) for one in sheet.findings] == [
        (Pattern.REVEAL_WITHOUT_JOB, (reviewed.jobless,)),
        (Pattern.MANY_SEARCHES, ()),
    ]
    assert reviewed.review.sheet(reviewed.ground.owner, "2026-10").people == ()


def test_an_inspector_reads_and_only_an_owner_signs(reviewed: Reviewed) -> None:
    people = reviewed.ground.people
    assert reviewed.review.sheet(people[Role.INSPECTOR], MONTH).people
    for role in (Role.DESK, Role.ACCOUNTING, Role.TECHNICIAN):
        with pytest.raises(NotPermitted):
            reviewed.review.sheet(people[role], MONTH)
    for role in (Role.INSPECTOR, Role.DESK):
        with pytest.raises(NotPermitted):
            reviewed.review.sign(people[role], MONTH)
        assert reviewed.review.waiting(people[role]) == 0
        assert reviewed.review.duties(people[role]) == ()


def test_signing_keeps_the_end_of_the_chain_on_the_sheet(reviewed: Reviewed) -> None:
    owner = reviewed.ground.owner
    (duty,) = reviewed.review.duties(owner)
    assert (duty.kind, duty.due.isoformat(), duty.about) == (DutyKind.ACCESS_REVIEW, "2026-12-10", MONTH)
    head = reviewed.review.sheet(owner, MONTH).head_hash
    reviewed.review.sign(owner, MONTH, "夜の印刷について確認した")
    assert reviewed.review.duties(owner) == ()
    reviewed.ground.clock.pass_time(hours=1)
    reviewed.record(owner, Action.LOCKED)
    sheet = reviewed.review.sheet(owner, MONTH)
    assert sheet.signature is not None
    assert (sheet.signature.head_hash, sheet.signature.about_themselves) == (head, False)
    text = read_text(reviewed.review.sheet_pdf(owner, MONTH, english))
    for said in (head, owner.name, reviewed.jobless, "夜の印刷", "Reveals of customers without any job"):
        assert said in text
    with pytest.raises(AlreadySigned):
        reviewed.review.sign(owner, MONTH)
    with reviewed.ground.workplace.reading() as session:
        (entry,) = audit_log.entries(session, limit=5, action=Action.ACCESS_REVIEWED)
    assert entry.details == {"month": MONTH, "findings": 2, "alone": False}


def test_a_running_month_is_not_signed(reviewed: Reviewed) -> None:
    with pytest.raises(MonthNotOver):
        reviewed.review.sign(reviewed.ground.owner, "2026-12")


def test_nobody_signs_about_themselves_while_somebody_else_could(reviewed: Reviewed) -> None:
    owner, ground = reviewed.ground.owner, reviewed.ground
    ground.clock.now -= timedelta(days=10)
    reviewed.record(owner, Action.CUSTOMERS_EXPORTED, extent="masked", customers=2)
    ground.clock.pass_time(days=10)
    other = secrets.token_hex(16)
    with ground.workplace.transaction() as session:
        office.add_account(session, other, "副責任者", {Role.OWNER}, ground.clock())
    alone = tuple(
        StaffSlot(one.account, one.name, one.roles, invited=False) for one in ground.people.values()
    )
    second = StaffSlot(other, "副責任者", frozenset({Role.OWNER}), invited=False)
    vault = ground.workplace.vault
    with replaced(vault, "staff", (*alone, second)), pytest.raises(OwnAccess):
        reviewed.review.sign(owner, MONTH)
    with replaced(vault, "staff", (*alone, replace(second, invited=True))):
        reviewed.review.sign(owner, MONTH)
    sheet = reviewed.review.sheet(owner, MONTH)
    assert sheet.signature is not None
    assert sheet.signature.about_themselves
    assert "nobody else" in read_text(reviewed.review.sheet_pdf(owner, MONTH, english))
