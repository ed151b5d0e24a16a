"""The rules' text is understood as a whole or refused as a whole."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.dated_law import days_of_change
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.retention.retention import Binding, RetentionRule, Start
from hvacdesk.domain.retention.retention_rules import (
    SHIPPED_TITLES,
    DamagedRules,
    RulesFromNewerProgram,
    parse_rules,
)
from hvacdesk.domain.text.wording import Phrase

SHIPPED = (Path(__file__).parents[4] / "resources/legal/retention.toml").read_text("utf-8")

TODAY = date(2026, 11, 24)
ONE_RULE = """
format = 3
[[rule]]
code = "inquiry-without-order"
title = "Inquiry that became no order"
law = "社内の決まり"
events = ["contact"]
also = []
start = "event"
years = 0
months = 6
loss_years = 0
legal_forms = []
binds = "not_ordered"
needs = []
keeps = ["name", "phone"]
source = "手引き"
as_of = "2026-11"
version = 1
"""


def test_every_value_of_a_rule_is_read() -> None:
    assert parse_rules(ONE_RULE, TODAY) == (
        RetentionRule(
            code="inquiry-without-order",
            title=Phrase("Retention", "Inquiry that became no order"),
            law="社内の決まり",
            events=(EventKind.CONTACT,),
            start=Start.EVENT,
            years=0,
            months=6,
            legal_forms=frozenset(),
            binds=Binding.NOT_ORDERED,
            keeps=frozenset({RecordField.NAME, RecordField.PHONE}),
            source="手引き",
            as_of="2026-11",
            version=1,
        ),
    )


def test_the_shipped_file_is_understood_and_every_rule_says_where_it_was_read() -> None:
    rules = parse_rules(SHIPPED, TODAY)
    assert {rule.code: (rule.years, rule.months) for rule in rules} == {
        "corporate-tax-documents": (7, 0),
        "income-tax-documents": (7, 0),
        "consumption-tax-invoices": (7, 0),
        "company-books": (10, 0),
        "construction-ledger": (5, 0),
        "construction-ledger-new-housing": (10, 0),
        "construction-drawings": (10, 0),
        "electrical-work-ledger": (5, 0),
        "refrigerant-log": (5, 0),
        "refrigerant-recovery-slip": (3, 0),
        "recycling-slip": (3, 0),
        "waste-manifest": (5, 0),
        "asbestos-survey": (3, 0),
        "construction-cost-estimate": (10, 0),
        "refrigerant-certificates": (3, 0),
        "waste-manifest-last-slip": (5, 0),
        "asbestos-survey-main-contractor": (3, 0),
        "provision-record": (3, 0),
        "provision-by-contract": (1, 0),
        "service-and-warranty": (5, 0),
        "payment-after-settlement": (0, 1),
        "inquiry-without-order": (0, 6),
    }
    assert all(re.fullmatch(r"20\d\d-\d\d", rule.as_of) for rule in rules)


def test_every_shipped_title_can_be_translated() -> None:
    days = (TODAY, *days_of_change(SHIPPED))
    assert {rule.title for day in days for rule in parse_rules(SHIPPED, day)} == set(SHIPPED_TITLES)


@pytest.mark.parametrize("form", ["4", "99"])
def test_a_form_from_the_future_is_refused(form: str) -> None:
    with pytest.raises(RulesFromNewerProgram):
        parse_rules(ONE_RULE.replace("format = 3", f"format = {form}"), TODAY)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("format = 3", ""),
        ("format = 3", "format = 0"),
        ("format = 3", "format = true"),
        ("format = 3", 'format = "1"'),
        ("format = 3", "format = 3\nextra = 1"),
        ("[[rule]]", "[rule]"),
        ("[[rule]]", "[[rules]]"),
        ("months = 6", ""),
        ("months = 6", "months = 0"),
        ("months = 6", "months = -6"),
        ("months = 6", "months = 6.5"),
        ("months = 6", "months = true"),
        ("months = 6", 'months = "6"'),
        ("months = 6", "months = 6\nweeks = 1"),
        ("version = 1", "version = 0"),
        ('events = ["contact"]', 'events = ["completion plus years"]'),
        ('events = ["contact"]', 'events = "contact"'),
        ('events = ["contact"]', "events = [1]"),
        ('events = ["contact"]', "events = []"),
        ("also = []", ""),
        ("also = []", 'also = ["the rest"]'),
        ("needs = []", 'needs = ["a good reason"]'),
        ("needs = []", "needs = false"),
        ('keeps = ["name", "phone"]', "keeps = []"),
        ('keeps = ["name", "phone"]', 'keeps = ["everything"]'),
        ("loss_years = 0", "loss_years = -1"),
        ('start = "event"', 'start = "whenever"'),
        ("legal_forms = []", 'legal_forms = ["club"]'),
        ("legal_forms = []", 'legal_forms = "company"'),
        ('binds = "not_ordered"', 'binds = "sometimes"'),
        ('binds = "not_ordered"', "binds = true"),
        ('law = "社内の決まり"', 'law = " "'),
        ('source = "手引き"', "source = 5930"),
        ('as_of = "2026-11"', "as_of = 2026-11-01"),
    ],
)
def test_damage_of_any_kind_is_refused(old: str, new: str) -> None:
    assert old in ONE_RULE
    with pytest.raises(DamagedRules):
        parse_rules(ONE_RULE.replace(old, new), TODAY)


@pytest.mark.parametrize(
    "text", ["", "format = 3", "format = 3\nrule = []", "\x00", "<html>", ONE_RULE[:-20]]
)
def test_a_broken_file_is_refused(text: str) -> None:
    with pytest.raises(DamagedRules):
        parse_rules(text, TODAY)


def test_two_rules_never_share_a_code() -> None:
    twice = ONE_RULE + ONE_RULE.replace("format = 3", "")
    with pytest.raises(DamagedRules, match="code"):
        parse_rules(twice, TODAY)


@given(st.integers(0, len(SHIPPED.rstrip()) - 1))
def test_a_shipped_file_cut_short_never_loses_a_rule_in_silence(length: int) -> None:
    cut = SHIPPED[:length]
    try:
        rules = parse_rules(cut, date.max)
    except DamagedRules:
        return
    assert {rule.code for rule in rules} == set(re.findall(r'^code = "(.+)"$', cut, re.MULTILINE))
