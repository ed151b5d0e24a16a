"""The office's own periods and rules: what they change is shown first, and no law is ever shortened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, NotPermitted, RecordGone
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.retention.record_fields import EVERY_FIELD, RecordField
from hvacdesk.domain.retention.retention import Standing
from hvacdesk.domain.retention.retention_choices import Choice, Effect, Shift, ShorterThanLaw, in_force
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.refused_numbers import CardNumberFound
from hvacdesk.services.retention.retention import judged, rules_in_force, shipped_rules
from hvacdesk.services.retention.retention_choices import RetentionChoices
from hvacdesk.store.office import office
from hvacdesk.store.oversight import audit_log
from tests.helpers.ground import Ground
from tests.helpers.sample_records import Person, add_customer, add_job

FACTS = OfficeFacts("唐山空調", "", "", LegalForm.COMPANY, 3)
TODAY = date(2026, 11, 24)
INQUIRY, TAX, PAYMENT = "inquiry-without-order", "corporate-tax-documents", "payment-after-settlement"


@pytest.fixture
def choices(ground: Ground) -> RetentionChoices:
    with ground.workplace.transaction() as session:
        office.save_facts(session, FACTS)
    return RetentionChoices(ground.workplace)


@pytest.fixture
def inquirer(ground: Ground, choices: RetentionChoices) -> str:
    """Asked on 10 April 2026 and never ordered: due since October by the program's six months."""
    with ground.workplace.transaction() as session:
        return add_customer(session, Person(), last_contact_on="2026-04-10").number


@pytest.fixture
def buyer(ground: Ground, choices: RetentionChoices) -> str:
    """Invoiced on 2019-10-04: a tax law asks for it until 31 May 2027, or 2030 after a loss."""
    with ground.workplace.transaction() as session:
        person = Person(family="森", given="茂")
        customer = add_customer(session, person, last_contact_on="2019-10-04")
        paid = {EventKind.INVOICE: "2019-10-04", EventKind.SETTLEMENT: "2019-11-04"}
        add_job(session, customer, person, events=paid)
        return customer.number


def standings(ground: Ground) -> dict[str, Standing]:
    with ground.workplace.reading() as session:
        return {one.customer.number: one.verdict.standing for one in judged(ground.workplace, session)}


def test_a_longer_period_is_shown_before_it_counts(
    ground: Ground, choices: RetentionChoices, inquirer: str
) -> None:
    longer = Choice(INQUIRY, 1, 0)
    effect = choices.effect(ground.owner, longer)
    assert effect.shifts == (Shift(Standing.DUE, Standing.KEPT, 1, (inquirer,)),)
    assert standings(ground)[inquirer] is Standing.DUE
    choices.save(ground.owner, longer)
    assert standings(ground)[inquirer] is Standing.KEPT


def test_a_shorter_office_rule_makes_due(ground: Ground, choices: RetentionChoices) -> None:
    with ground.workplace.transaction() as session:
        number = add_customer(session, Person(), last_contact_on="2026-09-10").number
    effect = choices.effect(ground.owner, Choice(INQUIRY, 0, 1))
    assert effect.shifts == (Shift(Standing.KEPT, Standing.DUE, 1, (number,)),)


def test_whoever_keeps_the_standing_is_counted_as_kept_longer(
    ground: Ground, choices: RetentionChoices, buyer: str
) -> None:
    effect = choices.effect(ground.owner, Choice(TAX, 9, 6))
    assert (effect.shifts, effect.longer, effect.shorter, effect.customers) == ((), 1, 0, 1)
    assert choices.effect(ground.owner, Choice(TAX, 7, 0)).none


def test_other_facts_of_the_office_are_shown_alike(
    ground: Ground, choices: RetentionChoices, buyer: str
) -> None:
    loss = replace(FACTS, loss_years=(2020,))
    assert choices.effect(ground.owner, facts=loss).longer == 1
    with pytest.raises(InvalidInput, match=r".*") as refused:
        choices.effect(ground.owner, facts=replace(FACTS, loss_years=(20,)))
    assert refused.value.field == "loss_years"


@pytest.mark.parametrize("period", [(6, 11), (0, 1)])
def test_no_law_is_shortened(ground: Ground, choices: RetentionChoices, period: tuple[int, int]) -> None:
    with pytest.raises(ShorterThanLaw):
        choices.save(ground.owner, Choice(TAX, *period))
    with pytest.raises(ShorterThanLaw):
        choices.effect(ground.owner, Choice(TAX, *period))
    assert choices.history(ground.owner) == ()


def test_a_choice_gives_way_to_a_law_that_asks_for_longer_since(choices: RetentionChoices) -> None:
    older = Choice(TAX, 8, 0, version=1)
    stricter = tuple(replace(rule, years=10) if rule.code == TAX else rule for rule in shipped_rules(TODAY))
    applied = {one.rule.code: one.rule for one in in_force(stricter, [older])}
    assert applied[TAX].years == 10


def test_a_longer_period_of_a_law_leaves_its_loss_years(ground: Ground, choices: RetentionChoices) -> None:
    choices.save(ground.owner, Choice(TAX, 8, 0))
    (one,) = [one for one in choices.rules(ground.desk) if one.rule.code == TAX]
    assert (one.rule.years, one.rule.loss_years) == (8, 10)
    assert one.shipped is not None
    assert one.shipped.years == 7


def test_an_own_rule_keeps_longer_and_only_its_fields(
    ground: Ground, choices: RetentionChoices, inquirer: str
) -> None:
    own = Choice(choices.new_code(), 2, 0, "問い合わせ台帳", EventKind.CONTACT, frozenset({RecordField.NAME}))
    effect = choices.effect(ground.owner, own)
    assert effect.shifts == (Shift(Standing.DUE, Standing.REDUCIBLE, 1, (inquirer,)),)
    choices.save(ground.owner, own)
    with ground.workplace.reading() as session:
        (one,) = list(judged(ground.workplace, session))
    assert one.verdict.goes == EVERY_FIELD - {RecordField.NAME, RecordField.PAYMENT}
    choices.take_back(ground.owner, own.code, 1)
    assert standings(ground)[inquirer] is Standing.DUE


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "a" * 81}, "title"),
        ({"event": None}, "event"),
        ({"keeps": frozenset()}, "keeps"),
        ({"years": 0}, "period"),
        ({"years": -1, "months": 20}, "period"),
        ({"years": 51}, "period"),
    ],
)
def test_an_own_rule_says_everything(
    ground: Ground, choices: RetentionChoices, changes: dict[str, object], field: str
) -> None:
    whole = Choice("own-1", 1, 0, "保証書の控え", EventKind.HANDOVER, frozenset({RecordField.NAME}))
    with pytest.raises(InvalidInput) as refused:
        choices.save(ground.owner, replace(whole, **changes))  # type: ignore[arg-type]
    assert refused.value.field == field


def test_a_title_is_no_place_for_a_card_number(ground: Ground, choices: RetentionChoices) -> None:
    own = Choice("own-1", 1, 0, "4111 1111 1111 1111", EventKind.HANDOVER, frozenset({RecordField.NAME}))
    with pytest.raises(CardNumberFound):
        choices.save(ground.owner, own)


def test_every_version_stays_with_who_and_when(ground: Ground, choices: RetentionChoices) -> None:
    choices.save(ground.owner, Choice(INQUIRY, 1, 0))
    ground.clock.pass_time(days=3)
    choices.save(ground.owner, Choice(INQUIRY, 0, 9, version=1))
    with pytest.raises(ChangedMeanwhile):
        choices.take_back(ground.owner, INQUIRY, 1)
    choices.take_back(ground.owner, INQUIRY, 2)
    told = [
        (one.version, one.years, one.months, one.active, one.set_on) for one in choices.history(ground.desk)
    ]
    assert told == [
        (3, 0, 9, False, "2026-11-27"),
        (2, 0, 9, True, "2026-11-27"),
        (1, 1, 0, True, "2026-11-24"),
    ]
    assert {one.set_by for one in choices.history(ground.desk)} == {ground.owner.name}
    (one,) = [one for one in choices.rules(ground.desk) if one.rule.code == INQUIRY]
    assert (one.rule, one.choice) == (one.shipped, None)
    with pytest.raises(RecordGone):
        choices.take_back(ground.owner, INQUIRY, 2)
    with ground.workplace.reading() as session:
        entries = audit_log.entries(session, limit=9, action=Action.RETENTION_CHOSEN)
    assert [entry.subject for entry in entries] == [f"rule:{INQUIRY}"] * 3


def test_what_somebody_else_chose_meanwhile_is_not_written_over(
    ground: Ground, choices: RetentionChoices
) -> None:
    choices.save(ground.owner, Choice(INQUIRY, 1, 0))
    for late in (
        lambda: choices.save(ground.owner, Choice(INQUIRY, 0, 9)),
        lambda: choices.take_back(ground.owner, INQUIRY, 0),
    ):
        with pytest.raises(ChangedMeanwhile):
            late()
    choices.take_back(ground.owner, INQUIRY, 1)
    with pytest.raises(ChangedMeanwhile):
        choices.save(ground.owner, Choice(INQUIRY, 0, 9, version=1))
    choices.save(ground.owner, Choice(INQUIRY, 0, 9))
    assert choices.history(ground.desk)[0].version == 3


def test_rules_have_a_version_of_their_own_for_each_choice(ground: Ground, choices: RetentionChoices) -> None:
    versions = []
    for before, months in enumerate((7, 8)):
        choices.save(ground.owner, Choice(INQUIRY, 0, months, version=before))
        with ground.workplace.reading() as session:
            versions += [rule.version for rule in rules_in_force(session, TODAY) if rule.code == INQUIRY]
    assert len(set(versions)) == 2


def test_only_whoever_manages_the_office_chooses(ground: Ground, choices: RetentionChoices) -> None:
    for role in (Role.DESK, Role.ACCOUNTING, Role.TECHNICIAN, Role.INSPECTOR):
        person = ground.people[role]
        choices.rules(person)
        for use in (
            lambda person=person: choices.effect(person, Choice(INQUIRY, 1, 0)),
            lambda person=person: choices.save(person, Choice(INQUIRY, 1, 0)),
            lambda person=person: choices.take_back(person, INQUIRY, 1),
        ):
            with pytest.raises(NotPermitted):
                use()


def test_a_rule_that_nobody_knows_is_not_chosen(ground: Ground, choices: RetentionChoices) -> None:
    with pytest.raises(InvalidInput) as refused:
        choices.save(ground.owner, Choice("no-such-rule", 9, 0))
    assert refused.value.field == "code"


def test_nothing_of_nobody_changes(ground: Ground, choices: RetentionChoices) -> None:
    assert choices.effect(ground.owner, Choice(INQUIRY, 1, 0)) == Effect(0, {}, {}, (), 0, 0)
