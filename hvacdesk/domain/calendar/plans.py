"""Recurring work: what comes round again at a site, and on which day next.

The duties of フロン排出抑制法 are data, see :func:`parse_inspections`; everything else is agreed with the
customer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hvacdesk.domain.dated_law import document_on
from hvacdesk.domain.errors import InvalidInput, Missing
from hvacdesk.domain.jobs.jobs import WorkKind
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.text.input_checks import EARLIEST_WORK, check_range, clean_date, clean_text
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Phrase, phrase

FORMAT = 1
"""The form of the text that this program understands."""

MONTHS = (1, 120)
YEARS_AHEAD = 11
"""A plan's next day is no further ahead than its longest interval."""

AGREED = "agreed"
"""The basis of work that no law asks for."""

AGREED_NAME = phrase("Plans", "Agreed with the customer")

SHIPPED_TITLES = (
    phrase("Plans", "Simple inspection of commercial units"),
    phrase("Plans", "Regular inspection of air conditioners, 7.5 kW to below 50 kW"),
    phrase("Plans", "Regular inspection of air conditioners, 50 kW and more"),
)
"""The titles in the shipped file, named here so that they can be translated."""

_KEYS = frozenset({"code", "title", "law", "months", "source"})


@dataclass(frozen=True)
class InspectionRule:
    """A duty to inspect.

    Attributes:
        months: at least once in so many months.
        as_of: the month in which the source was read.
    """

    code: str
    title: Phrase
    law: str
    months: int
    source: str
    as_of: str


def parse_inspections(text_toml: str, on: date) -> tuple[InspectionRule, ...]:
    """The duties of a day in a TOML text. Raises :class:`ValueError` for any other form: it is shipped."""
    document = document_on(text_toml, on)
    if set(document) != {"format", "as_of", "rule"} or document["format"] != FORMAT:
        raise ValueError("not a table of inspections")
    return tuple(_rule(entry, document["as_of"]) for entry in document["rule"])


def _rule(entry: dict[str, Any], as_of: str) -> InspectionRule:
    if set(entry) != _KEYS:
        raise ValueError("not a duty to inspect")
    return InspectionRule(
        code=entry["code"],
        title=Phrase("Plans", entry["title"]),
        law=entry["law"],
        months=entry["months"],
        source=entry["source"],
        as_of=as_of,
    )


def basis_name(code: str, rules: Iterable[InspectionRule]) -> Phrase:
    """What a plan is based on."""
    return next((rule.title for rule in rules if rule.code == code), AGREED_NAME)


@dataclass(frozen=True)
class PlanRecord:
    """What the form saves.

    Attributes:
        customer, site: record ids; the site is one of the customer's.
        basis: a rule's code, or :data:`AGREED`.
        next_on: ISO date on which it is due next.
        text: what to do; goes into the job's note.
        active: whether it still comes round.
    """

    customer: str
    site: str
    work_kind: WorkKind
    basis: str
    every_months: int
    next_on: str
    text: str = ""
    active: bool = True


@dataclass(frozen=True)
class PlanRow:
    """One line of the list of recurring work.

    Attributes:
        overdue: whether its day has passed and nothing is booked.
        job, job_number, job_on: the open job that was booked for it, or empty.
    """

    plan: str
    version: int
    customer: str
    name: Masked
    town: Masked
    site: str
    work_kind: WorkKind
    basis: str
    every_months: int
    next_on: str
    active: bool
    overdue: bool = False
    job: str = ""
    job_number: str = ""
    job_on: str = ""


def check_plan(
    record: PlanRecord, today: date, bases: Iterable[str], *, allow_number: bool = False
) -> PlanRecord:
    """The plan as it is stored. Raises :class:`InvalidInput` or one of its kinds."""
    for field in ("customer", "site"):
        if not getattr(record, field):
            raise Missing(field)
    if record.basis not in {AGREED, *bases}:
        raise InvalidInput("basis")
    check_range("every_months", record.every_months, *MONTHS)
    latest = date(today.year + YEARS_AHEAD, 12, 31)
    next_on = clean_date("next_on", record.next_on, EARLIEST_WORK, latest)
    if not next_on:
        raise Missing("next_on")
    text = clean_text("text", record.text)
    check_free_text("text", text, allow_number=allow_number)
    return replace(record, next_on=next_on, text=text)
