"""Every series of numbers that the program gives out is one that a restore leaves numbers out of."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import hvacdesk
from hvacdesk.domain.backups.number_series import SERIES, counters_of

PROGRAM = Path(hvacdesk.__file__).parent
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
