"""Whether a leak is reported: the four triggers, encryption, losses, and the client who is told first."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.incidents.exposure import fields_of_profile
from hvacdesk.domain.incidents.leak_drills import scenario_of
from hvacdesk.domain.incidents.leak_rules import (
    ANSWERED,
    Answer,
    Assessment,
    Encryption,
    IncidentKind,
    LeakVerdict,
    Shield,
    Trigger,
    judge,
    likely_triggers,
    parse_leak_law,
    shield,
)
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.services.incidents.law import leak_law

TODAY = date(2026, 11, 24)
LAW = leak_law(TODAY)
YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN
ALL_NO = dict.fromkeys(ANSWERED, NO)


def assessed(**changes: object) -> Assessment:
    return Assessment(**({"triggers": ALL_NO} | changes))  # type: ignore[arg-type]


def test_nothing_is_decided_before_every_question_is_answered() -> None:
    found = judge(IncidentKind.LOST_PAPER, Assessment(), 1, LAW)
    assert (found.verdict, found.unanswered) == (LeakVerdict.UNDECIDED, ANSWERED)
    assert judge(IncidentKind.LOST_PAPER, assessed(), 1, LAW).verdict is LeakVerdict.NO_REPORT


@pytest.mark.parametrize("trigger", ANSWERED)
@pytest.mark.parametrize("answer", [YES, UNKNOWN])
def test_one_person_is_enough_and_possible_counts(trigger: Trigger, answer: Answer) -> None:
    found = judge(IncidentKind.MISUSE, assessed(triggers={**ALL_NO, trigger: answer}), 1, LAW)
    assert found.verdict is LeakVerdict.REPORT
    assert found.triggers == (trigger,)
    assert found.improper == (trigger is Trigger.IMPROPER)


@pytest.mark.parametrize(("people", "reported"), [(1000, False), (1001, True)])
def test_more_than_a_thousand_means_more(people: int, reported: bool) -> None:
    assert judge(IncidentKind.OTHER, assessed(), people, LAW).verdict.reported is reported


@pytest.mark.parametrize("answers", list(product(Answer, repeat=3)))
def test_encryption_exempts_only_with_three_times_yes(answers: tuple[Answer, Answer, Answer]) -> None:
    found = shield(IncidentKind.STOLEN_PC, Encryption(*answers))
    if NO in answers[:2]:
        assert found is Shield.NOT_EXEMPT
    else:
        assert found is (Shield.EXEMPT if answers == (YES, YES, YES) else Shield.UNCLEAR)


def test_paper_has_no_shield_however_well_the_files_are_encrypted() -> None:
    assert shield(IncidentKind.LOST_PAPER, Encryption(YES, YES, YES)) is Shield.NONE


def test_a_stolen_unlocked_computer_is_unclear_and_stays_reportable() -> None:
    unlocked = assessed(triggers={**ALL_NO, Trigger.IMPROPER: YES}, encryption=Encryption(YES, YES, NO))
    found = judge(IncidentKind.STOLEN_PC, unlocked, 1, LAW)
    assert (found.shield, found.verdict) == (Shield.UNCLEAR, LeakVerdict.REPORT)


def test_paper_is_never_exempt_by_encryption() -> None:
    sure = assessed(triggers={**ALL_NO, Trigger.FINANCIAL: YES}, encryption=Encryption(YES, YES, YES))
    assert judge(IncidentKind.LOST_PAPER, sure, 1, LAW).verdict is LeakVerdict.REPORT
    assert judge(IncidentKind.STOLEN_PC, sure, 1, LAW).verdict is LeakVerdict.EXEMPT


@pytest.mark.parametrize("kind", [IncidentKind.LOST_KEY, IncidentKind.WRONG_DISPOSAL])
def test_a_loss_is_none_while_the_same_data_survives(kind: IncidentKind) -> None:
    answers = {"triggers": {**ALL_NO, Trigger.FINANCIAL: UNKNOWN}}
    answers["unreadable"] = YES
    assert judge(kind, assessed(survives=YES, **answers), 1, LAW).verdict is LeakVerdict.SURVIVES
    assert judge(kind, assessed(survives=UNKNOWN, **answers), 1, LAW).verdict is LeakVerdict.REPORT
    assert (
        judge(IncidentKind.LOST_PAPER, assessed(survives=YES, **answers), 1, LAW).verdict
        is LeakVerdict.REPORT
    )


@pytest.mark.parametrize("kind", [IncidentKind.LOST_KEY, IncidentKind.WRONG_DISPOSAL])
@pytest.mark.parametrize("unreadable", [NO, UNKNOWN])
def test_what_somebody_may_have_read_is_a_leak_whatever_survives(
    kind: IncidentKind, unreadable: Answer
) -> None:
    """Papers of 5,000 people put out unshredded, with an improper purpose possible: both triggers hold."""
    triggers = {**ALL_NO, Trigger.IMPROPER: YES}
    answers = assessed(triggers=triggers, survives=YES, unreadable=unreadable)
    found = judge(kind, answers, 5_000, LAW)
    assert found.verdict is LeakVerdict.REPORT
    assert set(found.triggers) == {Trigger.IMPROPER, Trigger.MANY}
    harmless = assessed(survives=YES, unreadable=unreadable)
    assert judge(kind, harmless, 5, LAW).verdict is LeakVerdict.NO_REPORT


def test_where_nobody_can_be_traced_the_greatest_possible_number_counts() -> None:
    assert assessed().most(3, registered=4_000) == 4_000
    assert assessed(at_most=40).most(3, registered=4_000) == 40
    assert assessed(at_most=1).most(3, registered=4_000) == 3, "those on the list are certain"


def test_the_client_reports_once_it_was_told_and_not_before() -> None:
    answers = {"triggers": {**ALL_NO, Trigger.IMPROPER: YES}, "client": "中部建設株式会社"}
    assert judge(IncidentKind.MISUSE, assessed(**answers), 1, LAW).verdict is LeakVerdict.REPORT
    told = assessed(**answers, client_told_on="2026-11-24")
    assert judge(IncidentKind.MISUSE, told, 1, LAW).verdict is LeakVerdict.CLIENT


def test_what_should_be_thought_of() -> None:
    assert likely_triggers(IncidentKind.MALWARE, ()) == {Trigger.IMPROPER}
    assert likely_triggers(IncidentKind.STOLEN_PAPER, ()) == {Trigger.IMPROPER}
    assert likely_triggers(IncidentKind.LOST_PAPER, {CustomerField.LOCK_CODE}) == {Trigger.FINANCIAL}
    assert likely_triggers(IncidentKind.LOST_PAPER, {CustomerField.NAME}) == frozenset()


@pytest.mark.parametrize(
    ("kind", "profile"),
    [(IncidentKind.LOST_PAPER, Profile.TECHNICIAN), (IncidentKind.MIS_SENT, Profile.PARTNER)],
)
def test_a_drill_with_work_orders_lays_open_what_such_a_copy_says(
    kind: IncidentKind, profile: Profile
) -> None:
    assert set(scenario_of(kind).fields) == fields_of_profile(profile)
    assert (CustomerField.PHONE in scenario_of(kind).fields) == (profile is Profile.TECHNICIAN)


def test_every_rule_names_its_source_and_day() -> None:
    assert LAW.as_of
    assert all(LAW.triggers.values())
    assert all(LAW.sources.values())
    with pytest.raises(ValueError, match="unknown format"):
        parse_leak_law("format = 2", TODAY)
