"""The months ahead: when customers become due, and when some of their fields may go before that."""

from datetime import date
from pathlib import Path

from hvacdesk.domain.jobs import EventKind, JobEvent, JobState
from hvacdesk.domain.office import LegalForm, OfficeFacts
from hvacdesk.domain.record_fields import EVERY_FIELD, RecordField
from hvacdesk.domain.retention import CustomerFacts, Hold, JobFacts, Verdict
from hvacdesk.domain.retention_engine import Judge
from hvacdesk.domain.retention_rules import parse_rules
from hvacdesk.domain.upcoming import MonthAhead, months_ahead, reducible_from

RULES = parse_rules((Path(__file__).parents[3] / "resources/legal/retention.toml").read_text("utf-8"))
TODAY = date(2026, 11, 24)
JUDGE = Judge(RULES, OfficeFacts("中部空調", "", "", LegalForm.COMPANY, 3))


def verdict(invoiced: str = "", contact: str = "", *holds: Hold) -> Verdict:
    jobs = ()
    if invoiced:
        jobs = (JobFacts("J-1", JobState.PAID, (JobEvent(EventKind.INVOICE, invoiced),)),)
    asked = date.fromisoformat(contact) if contact else None
    return JUDGE.judge(CustomerFacts(jobs, holds, asked, EVERY_FIELD - {RecordField.PAYMENT}), TODAY)


def test_the_next_twelve_months_begin_after_this_one() -> None:
    ahead = months_ahead([], TODAY)
    assert [month.month for month in ahead][:2] == ["2026-12", "2027-01"]
    assert ahead[-1] == MonthAhead("2027-11", 0, 0)


def test_each_customer_counts_in_the_month_after_its_last_day() -> None:
    until_may_31 = verdict("2019-10-04")
    until_february_28 = verdict(contact="2026-08-30")
    ahead = {month.month: month for month in months_ahead([until_may_31, until_february_28], TODAY)}
    assert (ahead["2027-05"].due, ahead["2027-06"].due) == (0, 1)
    assert (ahead["2027-02"].due, ahead["2027-03"].due) == (0, 1)


def test_whoever_becomes_reducible_counts_in_that_month() -> None:
    later = verdict("2022-03-15")
    assert reducible_from(later) == date(2027, 3, 16)
    ahead = {month.month: month for month in months_ahead([later], TODAY)}
    assert (ahead["2027-03"].reducible, sum(month.due for month in ahead.values())) == (1, 0)


def test_due_held_and_undecidable_customers_are_not_ahead() -> None:
    several = [verdict("2010-01-01"), verdict("2019-10-04", "", Hold(None)), verdict()]
    assert all(month.due == month.reducible == 0 for month in months_ahead(several, TODAY))
