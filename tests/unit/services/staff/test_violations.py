"""The record of violations: owners alone, staff alone, and closed once it says what followed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, NotPermitted, RecordGone
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.domain.staff.violations import Consequence, ViolationKind, ViolationRecord
from hvacdesk.domain.text.refused_numbers import CardNumberFound
from hvacdesk.services.language import words_for
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.staff.violations import NothingFollowed, Violations
from hvacdesk.store.office import office
from tests.helpers.ground import Ground
from tests.helpers.paper import read_text

CARD = "4111 1111 1111 1111"


@pytest.fixture
def violations(ground: Ground) -> Violations:
    with ground.workplace.transaction() as session:
        office.save_facts(session, OfficeFacts("唐山空調", "", "", LegalForm.COMPANY, 3))
    return Violations(ground.workplace)


@pytest.fixture
def left_paper(ground: Ground) -> ViolationRecord:
    return ViolationRecord(
        "2026-11-20",
        ground.desk.account,
        ViolationKind.PAPER_LEFT,
        "複合機に1枚残した",
        Consequence.TALK,
        "朝礼で注意",
    )


def test_owners_alone_see_and_write_it(
    ground: Ground, violations: Violations, left_paper: ViolationRecord
) -> None:
    violation = violations.record(ground.owner, left_paper)
    for role in set(Role) - {Role.OWNER}:
        person = ground.people[role]
        for act in (
            violations.all,
            violations.staff,
            lambda who: violations.record(who, left_paper),
            lambda who: violations.change(who, violation, 1, left_paper),
            lambda who: violations.close(who, violation, 1),
            lambda who: violations.record_pdf(who, words_for("ja")),
        ):
            with pytest.raises(NotPermitted):
                act(person)


def test_a_closed_record_stands(ground: Ground, violations: Violations, left_paper: ViolationRecord) -> None:
    violation = violations.record(ground.owner, replace(left_paper, consequence=Consequence.UNDECIDED))
    with pytest.raises(NothingFollowed):
        violations.close(ground.owner, violation, 1)
    assert violations.all(ground.owner)[0].closed_on == ""
    violations.change(ground.owner, violation, 1, left_paper)
    with pytest.raises(ChangedMeanwhile):
        violations.change(ground.owner, violation, 1, left_paper)
    violations.close(ground.owner, violation, 2)
    (row,) = violations.all(ground.owner)
    assert (row.number, row.record, row.name, row.closed_by) == (
        "V-0001",
        left_paper,
        ground.desk.name,
        ground.owner.name,
    )
    with pytest.raises(RecordGone):
        violations.change(ground.owner, violation, 3, left_paper)


def test_what_it_cannot_say_is_refused_at_its_field(
    ground: Ground, violations: Violations, left_paper: ViolationRecord
) -> None:
    wrong = {
        "on": replace(left_paper, on="2999-01-01"),
        "account": replace(left_paper, account="0" * 32),
        "what": replace(left_paper, kind=ViolationKind.OTHER, what=""),
        "followed": replace(left_paper, followed="x" * 1001),
    }
    for field, record in wrong.items():
        with pytest.raises(InvalidInput) as refused:
            violations.record(ground.owner, record)
        assert refused.value.field == field


def test_card_numbers_are_refused_as_in_every_note(
    ground: Ground, violations: Violations, left_paper: ViolationRecord
) -> None:
    record = replace(left_paper, what=CARD)
    with pytest.raises(CardNumberFound):
        violations.record(ground.owner, record)
    violations.record(ground.owner, record, allow_number=True)
    entries = AuditLog(ground.workplace).entries(ground.owner, limit=10)
    assert Action.NUMBER_ALLOWED in {one.action for one in entries}
    assert "4111" not in repr([one.details for one in entries])


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_paper_says_all_of_it(
    ground: Ground, violations: Violations, left_paper: ViolationRecord, language: str
) -> None:
    violations.record(ground.owner, left_paper)
    said = read_text(violations.record_pdf(ground.owner, words_for(language)).pdf)
    for part in ("V-0001", ground.desk.name, "複合機に1枚残した", "朝礼で注意"):
        assert part in said, part


def test_who_left_can_still_be_named(
    ground: Ground, violations: Violations, left_paper: ViolationRecord
) -> None:
    with ground.workplace.transaction() as session:
        office.deactivate(session, ground.desk.account)
    violations.record(ground.owner, left_paper)
    assert violations.all(ground.owner)[0].name == ground.desk.name


def test_the_log_says_how_many_were_on_the_paper(
    ground: Ground, violations: Violations, left_paper: ViolationRecord
) -> None:
    violations.record(ground.owner, left_paper)
    paper = violations.record_pdf(ground.owner, words_for("ja"))
    violations.record(ground.owner, left_paper)  # while it is with the printer
    violations.printed(ground.owner, paper.lines)
    (entry,) = AuditLog(ground.workplace).entries(ground.owner, action=Action.VIOLATIONS_PRINTED)
    assert entry.details["records"] == 1
