"""Law as dated data: a made-up change takes force on its day by itself, in every file of rules."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import takewhile

import pytest

from hvacdesk.domain.calendar.plans import parse_inspections
from hvacdesk.domain.dated_law import days_of_change, document_on
from hvacdesk.domain.incidents.leak_rules import parse_leak_law
from hvacdesk.domain.jobs.surveys import parse_asbestos
from hvacdesk.domain.retention.retention_rules import DamagedRules, parse_rules
from hvacdesk.resource_files import resource

LAST, FIRST = date(2027, 3, 31), date(2027, 4, 1)
HEAD = '\n[[change]]\nin_force_from = 2027-04-01\nsource = "架空の改正"\nas_of = "2026-12"\n'


def shipped(name: str) -> str:
    return resource("legal", name).read_text(encoding="utf-8")


def test_a_made_up_reform_of_the_law_on_leaks_takes_force_on_its_day() -> None:
    """From 2027-04-01: 45 days instead of 30, and more than 500 people instead of 1,000."""
    text = (
        shipped("leaks.toml")
        + HEAD
        + (
            "final = { days = 45 }\n"
            '[[change.trigger]]\ncode = "many"\nabove = 500\nsource = "架空の改正 第7条第4号"\n'
        )
    )
    before, after = parse_leak_law(text, LAST), parse_leak_law(text, FIRST)
    assert (before.final, before.above) == (30, 1000)
    assert (after.final, after.above, after.final_improper) == (45, 500, 60)
    assert before == parse_leak_law(shipped("leaks.toml"), FIRST)
    assert set(after.triggers) == set(before.triggers)


RULE = """
[[change.rule]]
code = "construction-ledger"
title = "Construction ledger and contract"
law = "建設業法"
events = ["handover"]
also = []
start = "event"
years = 7
months = 0
loss_years = 0
legal_forms = []
binds = "ordered"
needs = ["construction_licence"]
keeps = ["name", "address", "site", "slip"]
source = "架空の改正"
as_of = "2026-12"
version = 2
"""


def test_a_made_up_period_of_retention_takes_force_on_its_day_and_another_rule_ends() -> None:
    text = shipped("retention.toml") + HEAD + 'ended = ["construction-drawings"]\n' + RULE
    before = {rule.code: rule for rule in parse_rules(text, LAST)}
    after = {rule.code: rule for rule in parse_rules(text, FIRST)}
    assert (before["construction-ledger"].years, after["construction-ledger"].years) == (5, 7)
    assert before.keys() - after.keys() == {"construction-drawings"}
    as_shipped = [rule.code for rule in parse_rules(shipped("retention.toml"), FIRST)]
    assert [code for code in as_shipped if code in after] == list(after)


def test_a_made_up_duty_to_inspect_takes_force_on_its_day() -> None:
    entry = (
        '[[change.rule]]\ncode = "new"\ntitle = "New"\nlaw = "架空の法"\nmonths = 6\n'
        'source = "架空の法 第1条"\n'
    )
    text = shipped("inspections.toml") + HEAD + entry
    assert "new" not in {rule.code for rule in parse_inspections(text, LAST)}
    assert "new" in {rule.code for rule in parse_inspections(text, FIRST)}


def test_the_later_of_two_changes_counts_and_their_order_in_the_file_does_not() -> None:
    text = (
        "days = 1\n[[change]]\nin_force_from = 2028-01-01\nsource = 's'\nas_of = '2026-12'\ndays = 3\n"
        "[[change]]\nin_force_from = 2027-01-01\nsource = 's'\nas_of = '2026-12'\ndays = 2\n"
    )
    days = [date(2026, 12, 31), date(2027, 1, 1), date(2027, 12, 31), date(2028, 1, 1)]
    assert [document_on(text, day) for day in days] == [{"days": value} for value in (1, 2, 2, 3)]
    assert days_of_change(text) == (date(2027, 1, 1), date(2028, 1, 1))


@pytest.mark.parametrize(
    "change",
    [
        "[[change]]\nin_force_from = 2027-04-01\nas_of = '2026-12'\ndays = 2",
        "[[change]]\nin_force_from = '2027-04-01'\nsource = 's'\nas_of = '2026-12'\ndays = 2",
        "[[change]]\nin_force_from = 2027-04-01\nsource = 's'\nas_of = '2026-12'\nnights = 2",
        "[[change]]\nin_force_from = 2027-04-01\nsource = 's'\nas_of = '2026-12'\ndays = 'two'",
        "[[change]]\nin_force_from = 2027-04-01\nsource = 's'\nas_of = '2026-12'\nended = ['none']",
    ],
    ids=["no source", "no day", "of nothing", "of another kind", "ends nothing"],
)
def test_a_change_that_says_too_little_or_of_nothing_is_refused(change: str) -> None:
    with pytest.raises(ValueError, match="change"):
        document_on(f"days = 1\n{change}\n", FIRST)


def test_a_damaged_rule_of_a_day_to_come_is_found_today() -> None:
    text = shipped("retention.toml") + HEAD + RULE.replace("years = 7", "years = 0")
    with pytest.raises(DamagedRules):
        parse_rules(text, date(2026, 11, 24))


@pytest.mark.parametrize("name", ["leaks.toml", "retention.toml", "inspections.toml", "asbestos.toml"])
def test_every_coming_state_of_the_shipped_files_can_be_read(name: str) -> None:
    parse = {
        "leaks.toml": parse_leak_law,
        "retention.toml": parse_rules,
        "inspections.toml": parse_inspections,
        "asbestos.toml": parse_asbestos,
    }
    for day in (date(2020, 1, 1), *days_of_change(shipped(name)), date.max):
        assert parse[name](shipped(name), day)


def _header(name: str) -> list[str]:
    """The comment at a file's head, without its signs."""
    lines = takewhile(lambda line: line.startswith("#"), shipped(name).splitlines())
    return [line.removeprefix("#").strip() for line in lines]


@pytest.mark.parametrize("name", ["leaks.toml", "retention.toml", "inspections.toml", "asbestos.toml"])
def test_the_head_of_every_file_that_takes_changes_says_so(name: str) -> None:
    assert "[[change]]" in " ".join(_header(name))


def test_the_example_at_the_head_of_the_periods_of_retention_does_what_it_says() -> None:
    head = _header("retention.toml")
    example = "\n".join(head[head.index("[[change]]") :])
    text = f"{shipped('retention.toml')}\n{example}\n"
    days = set(days_of_change(text)) - set(days_of_change(shipped("retention.toml")))
    (day,) = days
    before, after = (parse_rules(text, on) for on in (day - timedelta(days=1), day))
    assert {rule.code for rule in before} - {rule.code for rule in after} == {"company-books"}
