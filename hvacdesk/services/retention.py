"""Judging customers by the retention rules, which are data shipped with the program."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from hvacdesk.domain.retention import CustomerFacts, RetentionRule, Verdict
from hvacdesk.domain.retention_engine import Judge
from hvacdesk.domain.retention_rules import parse_rules
from hvacdesk.resource_files import resource
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import office, retention
from hvacdesk.store.engine import Session
from hvacdesk.store.retention import CustomerHistory


class Judged(NamedTuple):
    """A customer and what the rules say about them today."""

    customer: CustomerHistory
    verdict: Verdict


@cache
def shipped_rules() -> tuple[RetentionRule, ...]:
    """The rules as shipped. Raises the parser's errors: without its rules the program judges nothing."""
    return parse_rules(resource("legal", "retention.toml").read_text(encoding="utf-8"))


def judged(
    workplace: Workplace, session: Session, customers: Collection[int] | None = None
) -> Iterator[Judged]:
    """Judge everybody, or the customers with these primary keys, by the office's facts and today's date."""
    judge, today = Judge(shipped_rules(), office.facts(session)), workplace.today()
    # Of whoever only asked once, nothing but the day of the last contact and what is held is judged.
    inquiries: dict[CustomerFacts, Verdict] = {}
    for history in retention.histories(session, customers):
        inquiry = not history.facts.jobs and not history.facts.holds
        verdict = inquiries.get(history.facts) if inquiry else None
        if verdict is None:
            verdict = judge.judge(history.facts, today)
        if inquiry:
            inquiries[history.facts] = verdict
        yield Judged(history, verdict)
