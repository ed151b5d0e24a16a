"""Judging customers by the retention rules, which are data shipped with the program."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import NamedTuple

from hvacdesk.domain.retention.retention import CustomerFacts, RetentionRule, RetentionVerdict
from hvacdesk.domain.retention.retention_choices import in_force
from hvacdesk.domain.retention.retention_engine import ERASURE_REQUEST, ERASURE_REQUEST_TITLE, Judge
from hvacdesk.domain.retention.retention_rules import parse_rules
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.resource_files import resource
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.office import office
from hvacdesk.store.retention import retention, retention_choices
from hvacdesk.store.retention.retention import CustomerHistory


class Judged(NamedTuple):
    """A customer and what the rules say about them today."""

    customer: CustomerHistory
    verdict: RetentionVerdict


@cache
def shipped_rules(on: date) -> tuple[RetentionRule, ...]:
    """The rules as shipped for a day. Raises the parser's errors: without its rules nothing is judged."""
    return parse_rules(resource("legal", "retention.toml").read_text(encoding="utf-8"), on)


def rules_in_force(session: Session, on: date) -> tuple[RetentionRule, ...]:
    """The shipped rules of a day with the office's own periods, and the office's own rules."""
    return tuple(one.rule for one in in_force(shipped_rules(on), retention_choices.everything(session)))


def rule_titles(session: Session) -> dict[str, Phrase]:
    """The title of every rule that the ledger may name by its code, those that ended included."""
    titles = {rule.code: rule.title for on in (date.min, date.max) for rule in shipped_rules(on)}
    for choice in retention_choices.everything(session):
        if choice.own:
            titles[choice.code] = Phrase("Office rules", choice.title)
    return titles | {ERASURE_REQUEST: ERASURE_REQUEST_TITLE}


def judged(
    workplace: Workplace,
    session: Session,
    customers: Collection[int] | None = None,
    *,
    as_if_asked: bool = False,
) -> Iterator[Judged]:
    """Judge everybody, or the customers with these primary keys, by the office's facts and today's date.

    Args:
        as_if_asked: judge those who did not ask for erasure as if they had done so today.
    """
    today = workplace.today()
    judge = Judge(rules_in_force(session, today), office.facts(session))
    # A customer who only inquired is judged by the last contact and what is held: equal facts are judged
    # once.
    inquiries: dict[CustomerFacts, RetentionVerdict] = {}
    for found in retention.histories(session, customers):
        history = _asked(found, today) if as_if_asked else found
        inquiry = not history.facts.jobs and not history.facts.holds
        verdict = inquiries.get(history.facts) if inquiry else None
        if verdict is None:
            verdict = judge.judge(history.facts, today)
        if inquiry:
            inquiries[history.facts] = verdict
        yield Judged(history, verdict)


def _asked(history: CustomerHistory, today: date) -> CustomerHistory:
    on = history.facts.erasure_asked_on or today
    return history._replace(facts=replace(history.facts, erasure_asked_on=on))
