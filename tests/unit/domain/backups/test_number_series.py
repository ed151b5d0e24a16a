"""Every series of numbers that the program gives out is one that a restore leaves numbers out of."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

import hvacdesk
from hvacdesk.domain.backups.number_series import SERIES, NumberSeries, SinceBackup, counters_of
from hvacdesk.domain.clock import day_begins

PROGRAM = Path(hvacdesk.__file__).parent
KNOWN = {one.name: one for one in SERIES}
TAKEN = day_begins(date(2026, 11, 25)) + timedelta(hours=18)
AT_ONCE = SinceBackup(TAKEN, TAKEN)
NAMED_ELSEWHERE = {"drill", "incident", "credit note {year}", "invoice {year}"}
"""Chosen by an expression; their calls are counted below."""


def taken() -> Iterator[ast.expr]:
    """The second argument of every call that takes numbers of a series."""
    for path in sorted(PROGRAM.rglob("*.py")):
        if "counters.take(" not in (text := path.read_text(encoding="utf-8")):
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "counters.take":
                yield node.args[1]


def test_every_series_is_known() -> None:
    names, others = set[str](), 0
    for series in taken():
        said = ast.unparse(series)
        name = re.sub(r"\{[a-z.]*year\}", "{year}", said.removeprefix("f").strip("'"))
        if "{_SERIES" in name or " if " in name:
            others += 1
        else:
            names.add(name)
    assert others == 2
    assert names | NAMED_ELSEWHERE == {one.name for one in SERIES}


def test_a_series_of_years_has_a_counter_for_each() -> None:
    known = {one.name: one for one in SERIES}
    assert list(counters_of(known["receipt {year}"], 2026, 2027)) == [
        ("receipt 2026", 2026),
        ("receipt 2027", 2027),
    ]
    assert [name for name, _ in counters_of(known["invoice {year}"], 2026, 2026)] == [
        "invoice 2025",
        "invoice 2026",
    ]
    assert list(counters_of(known["customer"], 2026, 2027)) == [("customer", 0)]


def test_numbers_are_written_as_on_papers() -> None:
    written = {one.name: one.written(2026, 12) for one in SERIES if one.label is not None}
    assert written == {
        "job {year}": "2026-000012",
        "paper {year}": "P2026-00012",
        "estimate {year}": "E2026-000012",
        "invoice {year}": "I2026-000012",
        "credit note {year}": "C2026-000012",
        "receipt {year}": "R2026-000012",
        "payment {year}": "P2026-000012",
        "customer": "C-000012",
        "partner order {year}": "O2026-0012",
        "handover-{year}": "H-2026-0012",
    }


def after(**passed: float) -> datetime:
    return TAKEN + timedelta(**passed)


@pytest.mark.parametrize("one", SERIES, ids=lambda one: one.name)
def test_of_two_restores_within_an_hour_the_later_one_leaves_out_as_many_again(one: NumberSeries) -> None:
    year = 2026 if "{year}" in one.name else 0
    first, second = (replace(AT_ONCE, epochs=epochs).left_out(one, year) for epochs in (1, 2))
    assert (first, second) == (one.left_out, 2 * one.left_out)


@pytest.mark.parametrize("one", SERIES, ids=lambda one: one.name)
def test_a_computer_that_knows_of_no_other_restore_leaves_out_more_with_every_hour(one: NumberSeries) -> None:
    year = 2027 if "{year}" in one.name else 0
    hours = [replace(AT_ONCE, now=after(days=60, hours=hour)).left_out(one, year) for hour in range(48)]
    assert {later - sooner for sooner, later in pairwise(hours)} == {one.hourly}
    assert one.hourly >= 1


def test_of_a_year_that_began_since_only_its_own_hours_count() -> None:
    since = replace(AT_ONCE, now=day_begins(date(2027, 1, 1)) + timedelta(hours=3))
    assert since.left_out(KNOWN["job {year}"], 2027) == 1_000 + 3 * 10
    assert since.left_out(KNOWN["job {year}"], 2026) == 1_000 + (36 * 24 + 9) * 10


def test_a_log_that_went_further_counts_as_far_as_it_went_at_each_restore() -> None:
    since = replace(AT_ONCE, entries=5_000)
    assert since.left_out(KNOWN["customer"], 0) == 5_000
    assert replace(since, epochs=2).left_out(KNOWN["customer"], 0) == 6_000


def test_a_clock_that_is_before_the_backup_takes_nothing_off() -> None:
    since = replace(AT_ONCE, now=after(days=-3))
    assert (since.left_out(KNOWN["customer"], 0), since.left_out_of_one) == (1_000, 20)


def test_an_old_backup_and_many_changes_of_keys_leave_room_in_every_series() -> None:
    """Keys are changed with every disposal, once a month and more."""
    since = SinceBackup(TAKEN, after(days=366), epochs=24)
    digits = {"paper {year}": 99_999, "customer": 999_999, "job {year}": 999_999}
    for name, most in digits.items():
        assert since.left_out(KNOWN[name], 2026 if "{year}" in name else 0) + 10_000 < most
    assert since.left_out_of_one < 900


def test_copies_of_one_job_go_on_after_each_restore_too() -> None:
    assert [replace(AT_ONCE, epochs=epochs).left_out_of_one for epochs in (1, 2, 3)] == [20, 40, 60]
    assert [replace(AT_ONCE, now=after(hours=hours)).left_out_of_one for hours in (1, 24, 9_000)] == [
        21,
        44,
        260,
    ]
