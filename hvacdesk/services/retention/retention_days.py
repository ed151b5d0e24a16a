"""The retention days of everybody, kept up to date: what a review opens on without judging everybody.

Triggers mark the customers about whom something is recorded; these are judged again here. All customers are
judged again when the rules, the office's facts or the program are no longer those by which the days were
found.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator
from datetime import date

from hvacdesk import __version__
from hvacdesk.domain.periods import ONE_DAY
from hvacdesk.domain.retention.retention import CustomerFacts
from hvacdesk.domain.retention.retention_days import RetentionDays, days_of
from hvacdesk.domain.retention.retention_engine import Judge, office_circumstances
from hvacdesk.domain.retention.upcoming import MonthAhead, last_day_ahead, months_ahead
from hvacdesk.services.retention.retention import rules_in_force
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.office import office
from hvacdesk.store.retention import retention
from hvacdesk.store.retention import retention_days as store

_JUDGED_BY = "retention_judged_by"


def bring_up_to_date(workplace: Workplace) -> None:
    """Judge those who have to be judged again; if there is nobody, nothing is written."""
    with workplace.reading() as session:
        if _current(session, workplace.today()) and not store.any_marked(session):
            return
    with workplace.transaction() as session:
        refresh(workplace, session)


def refresh(workplace: Workplace, session: Session) -> None:
    """Judge those who have to be judged again, within a transaction."""
    today = workplace.today()
    current = _current(session, today)
    customers = store.marked(session) if current else None
    if customers == ():
        return
    if not current:
        store.forget_all(session)
        office.save_setting(session, "", _JUDGED_BY, _judged_by(session, today))
    store.keep(session, _days(workplace, session, customers))
    store.keep_merged(session)


def ahead(workplace: Workplace, session: Session) -> tuple[MonthAhead, ...]:
    """The twelve months ahead, of days that are up to date."""
    today = workplace.today()
    first, last = today + ONE_DAY, last_day_ahead(today)
    due = store.become_due(session, first, last)
    return months_ahead(due, store.become_reducible(session, first, last), today)


def mend(workplace: Workplace) -> int:
    """Judge everybody and put right whose stored days are others; returns how many those were.

    There should be none: if there are some, the program has a fault, or somebody changed the file.
    """
    with workplace.transaction() as session:
        refresh(workplace, session)
        kept = dict(store.everything(session))
        wrong = [(key, days) for key, days in _days(workplace, session, None) if kept.get(key) != days]
        store.keep(session, wrong)
        return len(wrong)


def _current(session: Session, today: date) -> bool:
    return bool(office.setting(session, "", _JUDGED_BY) == _judged_by(session, today))


def _judged_by(session: Session, today: date) -> str:
    """What everybody's days depend on besides what is recorded of them, as a digest."""
    facts = office.facts(session)
    said = {
        "program": __version__,
        "rules": [
            (rule.code, rule.law, retention.definition(rule)) for rule in rules_in_force(session, today)
        ],
        "year": (
            facts.legal_form,
            facts.fiscal_year_end_month,
            sorted(facts.loss_years),
            facts.return_extension,
        ),
        "office": sorted(office_circumstances(facts)),
    }
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def _days(
    workplace: Workplace, session: Session, customers: Collection[int] | None
) -> Iterator[tuple[int, RetentionDays]]:
    today = workplace.today()
    judge = Judge(rules_in_force(session, today), office.facts(session))
    inquiries: dict[CustomerFacts, RetentionDays] = {}
    for history in retention.histories(session, customers):
        facts = history.facts
        # A request that counts from a later day is counted at once: a day too early does no harm.
        day = max(today, facts.erasure_asked_on or today)
        if facts.jobs or facts.holds:
            yield history.id, days_of(facts, judge.judge(facts, day).reasons)
            continue
        if facts not in inquiries:  # thousands share them
            inquiries[facts] = days_of(facts, judge.judge(facts, day).reasons)
        yield history.id, inquiries[facts]
