"""Hand-worked retention cases, and what must hold for all of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.periods import period_end, return_deadline
from hvacdesk.domain.retention.record_fields import EVERY_FIELD, RecordField
from hvacdesk.domain.retention.retention import (
    OFFICE_RULE,
    Binding,
    Circumstance,
    CustomerFacts,
    HoldRecord,
    JobFacts,
    Reason,
    RetentionRule,
    RetentionVerdict,
    Standing,
    Start,
    legal_ground,
)
from hvacdesk.domain.retention.retention_choices import Comparison, Shift
from hvacdesk.domain.retention.retention_days import days_of
from hvacdesk.domain.retention.retention_engine import ERASURE_REQUEST, Judge, counts_otherwise
from hvacdesk.domain.retention.retention_rules import parse_rules
from hvacdesk.domain.retention.retention_words import verdict_in_short, verdict_sentence
from hvacdesk.domain.text.wording import Phrase, english

TEXT = (Path(__file__).parents[4] / "resources/legal/retention.toml").read_text("utf-8")
RULES = parse_rules(TEXT, date(2026, 11, 24))
TODAY = date(2026, 11, 24)
DUE, REDUCIBLE, KEPT = Standing.DUE, Standing.REDUCIBLE, Standing.KEPT
ON_HOLD, UNDECIDABLE = Standing.ON_HOLD, Standing.UNDECIDABLE
NO_PAYMENT = EVERY_FIELD - {RecordField.PAYMENT}


def office(form: LegalForm = LegalForm.COMPANY, year_end: int = 3) -> OfficeFacts:
    return OfficeFacts("中部空調", "052-000-0000", "名古屋市", form, year_end)


def job(state: JobState, *events: tuple[EventKind, str], number: str = "J-1") -> JobFacts:
    return JobFacts(number, state, tuple(JobEvent(kind, on) for kind, on in events))


def paid(*invoiced_on: str, number: str = "J-1") -> JobFacts:
    return job(JobState.PAID, *((EventKind.INVOICE, on) for on in invoiced_on), number=number)


def judged(
    jobs: Sequence[JobFacts] = (),
    last_contact: str = "",
    *,
    holds: Sequence[HoldRecord] = (),
    facts: OfficeFacts | None = None,
    rules: Sequence[RetentionRule] = RULES,
    today: date = TODAY,
    held: frozenset[RecordField] = NO_PAYMENT,
) -> RetentionVerdict:
    contact = date.fromisoformat(last_contact) if last_contact else None
    person = CustomerFacts(tuple(jobs), tuple(holds), contact, held)
    return Judge(rules, facts or office()).judge(person, today)


COMPANY_CASES = [
    # year end, invoiced on, return due, kept until
    (1, "2020-01-31", "2020-03-31", "2027-03-31"),
    (1, "2020-02-01", "2021-03-31", "2028-03-31"),
    (2, "2020-02-29", "2020-04-30", "2027-04-30"),
    (2, "2020-03-01", "2021-04-30", "2028-04-30"),
    (2, "2021-02-28", "2021-04-30", "2028-04-30"),
    (3, "2019-10-04", "2020-05-31", "2027-05-31"),
    (3, "2020-02-29", "2020-05-31", "2027-05-31"),
    (3, "2020-03-31", "2020-05-31", "2027-05-31"),
    (3, "2020-04-01", "2021-05-31", "2028-05-31"),
    (4, "2020-04-30", "2020-06-30", "2027-06-30"),
    (6, "2020-06-30", "2020-08-31", "2027-08-31"),
    (7, "2020-07-15", "2020-09-30", "2027-09-30"),
    (9, "2019-09-30", "2019-11-30", "2026-11-30"),
    (9, "2019-10-01", "2020-11-30", "2027-11-30"),
    (9, "2019-10-04", "2020-11-30", "2027-11-30"),
    (10, "2019-10-04", "2019-12-31", "2026-12-31"),
    (10, "2019-10-31", "2019-12-31", "2026-12-31"),
    (10, "2019-11-01", "2020-12-31", "2027-12-31"),
    (11, "2020-11-30", "2021-01-31", "2028-01-31"),
    (11, "2020-12-01", "2022-01-31", "2029-01-31"),
    (12, "2019-10-04", "2020-02-29", "2027-02-28"),
    (12, "2019-12-31", "2020-02-29", "2027-02-28"),
    (12, "2020-01-01", "2021-02-28", "2028-02-29"),
    (12, "2020-12-31", "2021-02-28", "2028-02-29"),
]

SOLE_CASES = [
    (LegalForm.SOLE_BLUE, "2019-01-01", "2020-03-15", "2027-03-15"),
    (LegalForm.SOLE_BLUE, "2019-12-31", "2020-03-15", "2027-03-15"),
    (LegalForm.SOLE_BLUE, "2020-01-01", "2021-03-15", "2028-03-15"),
    (LegalForm.SOLE_WHITE, "2020-02-29", "2021-03-15", "2028-03-15"),
]

INQUIRY_CASES = [
    # last contact, kept until
    ("2026-05-15", "2026-11-15"),
    ("2026-08-27", "2027-02-27"),
    ("2026-08-28", "2027-02-28"),
    ("2026-08-29", "2027-02-28"),
    ("2026-08-30", "2027-02-28"),
    ("2026-08-31", "2027-02-28"),
    ("2026-09-01", "2027-03-01"),
    ("2027-08-28", "2028-02-28"),
    ("2027-08-29", "2028-02-29"),
    ("2027-08-30", "2028-02-29"),
    ("2027-08-31", "2028-02-29"),
    ("2026-02-28", "2026-08-31"),
    ("2028-02-28", "2028-08-28"),
    ("2028-02-29", "2028-08-31"),
    ("2026-03-30", "2026-09-30"),
    ("2026-03-31", "2026-09-30"),
    ("2026-10-31", "2027-04-30"),
    ("2026-11-30", "2027-05-31"),
    ("2026-12-31", "2027-06-30"),
    ("2026-04-30", "2026-10-31"),
]


@pytest.mark.parametrize(("year_end", "invoiced", "due", "until"), COMPANY_CASES)
def test_a_companys_invoice(year_end: int, invoiced: str, due: str, until: str) -> None:
    facts = office(year_end=year_end)
    assert return_deadline(facts, date.fromisoformat(invoiced)) == date.fromisoformat(due)
    verdict = judged([paid(invoiced)], facts=facts)
    assert verdict.keep_until == date.fromisoformat(until)
    assert verdict.reasons[0].rule == "corporate-tax-documents"
    assert verdict.reasons[0].started_on == date.fromisoformat(due) + timedelta(days=1)


@pytest.mark.parametrize(("form", "invoiced", "due", "until"), SOLE_CASES)
@pytest.mark.parametrize("year_end", [3, 12])
def test_a_sole_proprietors_invoice(
    form: LegalForm, invoiced: str, due: str, until: str, year_end: int
) -> None:
    facts = office(form, year_end)
    assert return_deadline(facts, date.fromisoformat(invoiced)) == date.fromisoformat(due)
    verdict = judged([paid(invoiced)], facts=facts)
    assert verdict.keep_until == date.fromisoformat(until)
    assert verdict.reasons[0].rule == "income-tax-documents"


@pytest.mark.parametrize(("contact", "until"), INQUIRY_CASES)
def test_an_inquiry_without_order(contact: str, until: str) -> None:
    last_day = date.fromisoformat(until)
    verdict = judged(last_contact=contact, today=last_day)
    assert (verdict.standing, verdict.keep_until) == (KEPT, last_day)
    assert judged(last_contact=contact, today=last_day + timedelta(days=1)).standing is DUE


CONTACT, ESTIMATE, CONTRACT = EventKind.CONTACT, EventKind.ESTIMATE, EventKind.CONTRACT
INVOICE, SETTLEMENT = EventKind.INVOICE, EventKind.SETTLEMENT
OLD, RECENT = "2015-06-01", "2026-10-01"
OLD_END, RECENT_END = date(2023, 5, 31), date(2034, 5, 31)

STANDINGS = [
    # jobs, last contact, holds, standing, kept until
    ([], "", [], UNDECIDABLE, None),
    ([], "2026-01-01", [], DUE, date(2026, 7, 1)),
    ([], RECENT, [], KEPT, date(2027, 4, 1)),
    ([paid(OLD)], RECENT, [], DUE, OLD_END),
    ([paid(OLD)], "", [], DUE, OLD_END),
    ([paid(RECENT)], "", [], KEPT, RECENT_END),
    ([paid(OLD), paid(RECENT)], "", [], KEPT, RECENT_END),
    ([paid(OLD, RECENT)], "", [], KEPT, RECENT_END),
    ([paid()], OLD, [], UNDECIDABLE, None),
    ([paid(OLD), paid()], OLD, [], UNDECIDABLE, None),
    ([job(JobState.INVOICED, (INVOICE, OLD))], "", [], DUE, OLD_END),
    ([job(JobState.DONE, (EventKind.COMPLETION, OLD))], OLD, [], UNDECIDABLE, None),
    ([job(JobState.ARRANGED, (CONTRACT, OLD))], OLD, [], KEPT, None),
    ([job(JobState.WORKING)], OLD, [], KEPT, None),
    ([job(JobState.WORKING), paid()], OLD, [], UNDECIDABLE, None),
    ([job(JobState.RECEIVED)], "2026-01-01", [], DUE, date(2026, 7, 1)),
    ([job(JobState.ESTIMATED)], RECENT, [], KEPT, date(2027, 4, 1)),
    ([job(JobState.ESTIMATED)], "", [], UNDECIDABLE, None),
    ([job(JobState.ESTIMATED, (CONTACT, RECENT))], "", [], KEPT, date(2027, 4, 1)),
    ([job(JobState.ESTIMATED, (CONTACT, OLD))], RECENT, [], KEPT, date(2027, 4, 1)),
    ([job(JobState.ESTIMATED, (CONTACT, RECENT))], OLD, [], KEPT, date(2027, 4, 1)),
    ([job(JobState.CANCELLED)], "2026-01-01", [], DUE, date(2026, 7, 1)),
    # A contract that was cancelled is kept by the tax law, and the inquiry by the office's rule.
    ([job(JobState.CANCELLED, (CONTRACT, OLD))], RECENT, [], KEPT, date(2027, 4, 1)),
    ([job(JobState.CANCELLED, (CONTRACT, OLD))], OLD, [], DUE, OLD_END),
    ([job(JobState.CANCELLED, (CONTRACT, RECENT))], "2026-10-01", [], KEPT, RECENT_END),
    ([job(JobState.CANCELLED, (CONTRACT, RECENT))], "2026-01-01", [], REDUCIBLE, RECENT_END),
    ([job(JobState.CANCELLED, (ESTIMATE, RECENT))], "2026-01-01", [], REDUCIBLE, RECENT_END),
    ([job(JobState.ESTIMATED, (ESTIMATE, RECENT))], "2026-01-01", [], REDUCIBLE, RECENT_END),
    ([job(JobState.CANCELLED, (ESTIMATE, OLD), (CONTRACT, RECENT))], OLD, [], REDUCIBLE, RECENT_END),
    ([job(JobState.RECEIVED, (CONTRACT, RECENT))], "", [], UNDECIDABLE, None),
    # What was ordered still waits for its invoice.
    ([job(JobState.DONE, (ESTIMATE, OLD), (CONTRACT, OLD))], OLD, [], UNDECIDABLE, None),
    ([job(JobState.PAID, (CONTRACT, OLD), (SETTLEMENT, OLD))], OLD, [], UNDECIDABLE, None),
    ([job(JobState.CANCELLED, (INVOICE, RECENT))], OLD, [], KEPT, RECENT_END),
    ([paid(OLD), job(JobState.CANCELLED)], RECENT, [], KEPT, date(2027, 4, 1)),
    ([paid(OLD), job(JobState.CANCELLED)], "", [], UNDECIDABLE, None),
    ([paid(OLD)], "", [HoldRecord(None)], ON_HOLD, None),
    ([paid(OLD)], "", [HoldRecord(TODAY)], ON_HOLD, TODAY),
    ([paid(OLD)], "", [HoldRecord(TODAY - timedelta(days=1))], DUE, OLD_END),
    (
        [paid(OLD)],
        "",
        [HoldRecord(date(2027, 1, 1)), HoldRecord(date(2028, 1, 1))],
        ON_HOLD,
        date(2028, 1, 1),
    ),
    ([paid(RECENT)], "", [HoldRecord(date(2027, 1, 1))], ON_HOLD, RECENT_END),
    ([paid()], "", [HoldRecord(date(2027, 1, 1))], ON_HOLD, None),
]


@pytest.mark.parametrize(("jobs", "contact", "holds", "standing", "until"), STANDINGS)
def test_standing(
    jobs: list[JobFacts], contact: str, holds: list[HoldRecord], standing: Standing, until: date | None
) -> None:
    verdict = judged(jobs, contact, holds=holds)
    assert (verdict.standing, verdict.keep_until) == (standing, until)


def test_due_begins_on_the_day_after_the_last_day() -> None:
    last_day = date(2027, 5, 31)
    assert judged([paid("2019-10-04")], today=last_day).standing is REDUCIBLE
    assert judged([paid("2019-10-04")], today=last_day + timedelta(days=1)).standing is DUE


def test_a_missing_event_is_named_with_its_job() -> None:
    verdict = judged([paid(OLD, number="J-1"), paid(number="J-2")])
    assert verdict.reasons[0].missing is INVOICE
    assert verdict.reasons[0].job_number == "J-2"
    assert [reason.keep_until for reason in verdict.reasons[:3]] == [None, None, OLD_END]


def test_what_was_issued_without_a_job_is_judged_beside_a_job_that_is_not_billed() -> None:
    issued = CustomerFacts(
        (job(JobState.WORKING, number="J-1"),), held=NO_PAYMENT, documents=(JobEvent(INVOICE, RECENT),)
    )
    reasons = Judge(RULES, office()).judge(issued, TODAY).reasons
    of_invoice = [one for one in reasons if one.of_documents]
    assert [(one.rule, one.keep_until) for one in of_invoice] == [
        ("corporate-tax-documents", date(2034, 5, 31))
    ]
    assert [one.job_number for one in reasons if one.missing] == ["J-1"] * len(
        [one for one in reasons if one.missing]
    )
    alone = replace(issued, jobs=(), last_contact=date.fromisoformat(RECENT))
    assert Judge(RULES, office()).judge(alone, TODAY).keep_until == date(2034, 5, 31)


def test_a_customer_without_jobs_misses_the_contact() -> None:
    assert [reason.missing for reason in judged().reasons] == [CONTACT]


def test_reasons_come_latest_end_first() -> None:
    verdict = judged([paid(OLD, number="old"), paid(RECENT, number="new")])
    ends = [reason.keep_until for reason in verdict.reasons]
    assert ends == sorted(ends, reverse=True)
    assert verdict.reasons[0].job_number == "new"


def test_without_a_binding_rule_nothing_can_be_judged() -> None:
    tax_only = [rule for rule in RULES if rule.binds is Binding.ORDERED]
    assert judged(last_contact=OLD, rules=tax_only).standing is UNDECIDABLE
    assert judged([paid(OLD)], rules=[]).standing is UNDECIDABLE
    assert judged([paid(OLD), job(JobState.CANCELLED)], OLD, rules=tax_only).standing is UNDECIDABLE
    company_only = [rule for rule in RULES if rule.legal_forms == {"company"}]
    assert judged([paid(OLD)], rules=company_only, facts=office(LegalForm.SOLE_BLUE)).standing is UNDECIDABLE


def test_the_longer_of_two_rules_wins() -> None:
    longer = replace(RULES[0], code="books", years=10)
    verdict = judged([paid("2019-10-04")], rules=[*RULES, longer])
    assert verdict.keep_until == date(2030, 5, 31)
    assert [reason.rule for reason in verdict.reasons[:2]] == ["books", "corporate-tax-documents"]


@pytest.mark.parametrize(
    ("first", "years", "months", "last"),
    [
        ("2020-06-01", 7, 0, "2027-05-31"),
        ("2020-03-01", 8, 0, "2028-02-29"),
        ("2020-02-29", 1, 0, "2021-02-28"),
        ("2020-02-29", 4, 0, "2024-02-28"),
        ("2026-01-31", 0, 1, "2026-02-28"),
        ("2026-01-01", 0, 1, "2026-01-31"),
        ("2026-12-15", 0, 1, "2027-01-14"),
        ("2026-07-31", 1, 2, "2027-09-30"),
    ],
)
def test_period_end(first: str, years: int, months: int, last: str) -> None:
    assert period_end(date.fromisoformat(first), years, months) == date.fromisoformat(last)


SENTENCES = [
    (judged([paid(RECENT)]), "Kept until 2034-05-31 (法人税法)"),
    (judged([paid(OLD)]), "Retention ended 2023-05-31 (法人税法)"),
    (judged(last_contact=RECENT), "Kept until 2027-04-01 (office rule)"),
    (judged([paid()]), "Undecidable, kept: job J-1 has no invoice date."),
    (judged(), "Undecidable, kept: no contact is recorded."),
    (judged(rules=[]), "Undecidable, kept: no retention rule covers this customer."),
    (judged([paid(OLD)], rules=[]), "Undecidable, kept: no retention rule covers job J-1."),
    (judged([paid(OLD)], holds=[HoldRecord(None)]), "Disposal is on hold."),
    (
        judged([paid(OLD)], holds=[HoldRecord(date(2027, 1, 1))]),
        "Disposal is on hold; kept until 2027-01-01.",
    ),
]


@pytest.mark.parametrize(("verdict", "sentence"), SENTENCES)
def test_sentence(verdict: RetentionVerdict, sentence: str) -> None:
    text, details = verdict_sentence(verdict)
    assert english(text).format(**details) == sentence


@pytest.mark.parametrize(
    ("verdict", "line"),
    [
        (judged([paid(OLD)]), "Retention ended 2023-05-31 (法人税法)"),
        (judged([paid()]), "Undecidable: Invoice of J-1 not recorded"),
        (judged([paid(OLD)], rules=[]), "Undecidable: no retention rule fits"),
    ],
)
def test_a_list_says_it_in_short(verdict: RetentionVerdict, line: str) -> None:
    assert verdict_in_short(verdict, english) == line


def standing_on(standing: Standing, law: str, rule: str = "some-rule") -> RetentionVerdict:
    """A verdict of one reason that names a law or the office's own rule."""
    reason = Reason(rule, Phrase("Retention", "papers"), law, date(2020, 1, 1), date(2030, 12, 31))
    return RetentionVerdict(standing, date(2030, 12, 31), (reason,))


@pytest.mark.parametrize(
    ("verdict", "sentence"),
    [
        (standing_on(REDUCIBLE, "法人税法"), "Part may go; rest until 2030-12-31 (法人税法)"),
        (standing_on(REDUCIBLE, OFFICE_RULE), "Part may go; rest until 2030-12-31 (office rule)"),
        (standing_on(DUE, OFFICE_RULE), "Retention ended 2030-12-31 (office rule)"),
        (standing_on(DUE, "", ERASURE_REQUEST), "Asked for erasure; no law keeps anything"),
    ],
)
def test_a_law_is_named_and_the_offices_own_rule_is_called_so(
    verdict: RetentionVerdict, sentence: str
) -> None:
    text, details = verdict_sentence(verdict)
    assert english(text).format(**details) == sentence


def test_the_ground_of_an_own_rule_is_told_in_the_readers_language() -> None:
    assert legal_ground("会社法", english) == "会社法"
    assert legal_ground(OFFICE_RULE, english) == "Office rule"


@pytest.mark.parametrize(
    ("changes", "otherwise"),
    [
        ({"legal_form": LegalForm.SOLE_BLUE}, True),
        ({"fiscal_year_end_month": 12}, True),
        ({"loss_years": (2024,)}, True),
        ({"return_extension": 1}, True),
        ({"construction_licence": True}, True),
        ({"invoice_registration": "T1234567890123"}, True),
        ({"books_here": True}, True),
        (
            {"name": "別名空調", "phone": "052-000-9999", "address": "岡崎市", "privacy_manager": "誰か"},
            False,
        ),
    ],
)
def test_facts_that_retention_asks_for_make_a_difference(changes: dict[str, Any], otherwise: bool) -> None:
    """The office is asked whether it means it exactly where customers would be judged otherwise."""
    assert counts_otherwise(office(), replace(office(), **changes)) is otherwise


def test_kept_longer_or_shorter_is_counted_only_where_both_ends_are_known() -> None:
    """Whoever is undecidable before and after has no end, and nothing changes for them."""
    kept = standing_on(KEPT, "法人税法")
    later, open_end = replace(kept, keep_until=date(2031, 1, 1)), replace(kept, keep_until=None)
    counted = Comparison()
    for number, (before, after) in enumerate([(kept, later), (later, kept), (open_end, kept), (kept, kept)]):
        counted.add(f"C-{number}", before, after)
    effect = counted.effect()
    assert (effect.customers, effect.shifts, effect.longer, effect.shorter) == (4, (), 1, 1)
    assert not effect.none


def test_all_customers_of_a_shift_are_counted_and_some_of_them_named() -> None:
    counted = Comparison()
    numbers = [f"C-{number}" for number in range(Comparison.EXAMPLES + 5)]
    for number in numbers:
        counted.add(number, standing_on(KEPT, "法人税法"), standing_on(DUE, "法人税法"))
    named = tuple(numbers[: Comparison.EXAMPLES])
    assert counted.effect().shifts == (Shift(KEPT, DUE, len(numbers), named),)


@pytest.mark.parametrize(
    "kind", sorted({rule.events[0] for rule in RULES if rule.binds is not Binding.RECORDED})
)
def test_every_event_that_can_be_missing_has_a_sentence(kind: EventKind) -> None:
    rule = replace(RULES[0], events=(kind,))
    text, details = verdict_sentence(judged([paid()], rules=[rule]))
    assert english(text).format(**details).startswith("Undecidable")


DAYS = st.dates(date(2005, 1, 1), date(2030, 12, 31))
EVENTS = st.builds(JobEvent, st.sampled_from(EventKind), DAYS.map(date.isoformat))
JOBS = st.lists(
    st.builds(
        JobFacts,
        st.just("J-1"),
        st.sampled_from(JobState),
        st.lists(EVENTS, max_size=3).map(tuple),
        st.frozensets(st.sampled_from(Circumstance)),
    ),
    max_size=3,
)
HOLDS = st.lists(st.builds(HoldRecord, st.none() | DAYS), max_size=2)
FLAGS = st.booleans()
OFFICES = st.builds(
    OfficeFacts,
    st.just("中部空調"),
    st.just(""),
    st.just(""),
    st.sampled_from(LegalForm),
    st.integers(1, 12),
    construction_licence=FLAGS,
    electrical_registration=FLAGS,
    invoice_registration=st.sampled_from(["", "T1234567890123"]),
    loss_years=st.lists(st.integers(2005, 2030), max_size=3).map(tuple),
    books_here=FLAGS,
)
EXTRA_RULES = st.builds(
    RetentionRule,
    code=st.just("extra"),
    title=st.just(Phrase("Retention", "Extra")),
    law=st.just("extra"),
    events=st.lists(st.sampled_from(EventKind), min_size=1, max_size=2).map(tuple),
    start=st.sampled_from(Start),
    years=st.integers(0, 10),
    months=st.integers(0, 11),
    legal_forms=st.just(frozenset()),
    binds=st.sampled_from(Binding),
    source=st.just(""),
    as_of=st.just(""),
    needs=st.frozensets(st.sampled_from(Circumstance), max_size=2),
    keeps=st.frozensets(st.sampled_from(RecordField), min_size=1),
    loss_years=st.integers(0, 12),
)
CONTACTS = st.none() | DAYS
HELD = st.frozensets(st.sampled_from(RecordField), min_size=1)
PEOPLE = st.builds(CustomerFacts, JOBS.map(tuple), HOLDS.map(tuple), CONTACTS, HELD, CONTACTS)
STRICTNESS = [DUE, REDUCIBLE, KEPT, UNDECIDABLE]


@given(EXTRA_RULES, OFFICES, PEOPLE, DAYS)
def test_one_more_rule_never_shortens(
    extra: RetentionRule, facts: OfficeFacts, person: CustomerFacts, today: date
) -> None:
    unheld = replace(person, holds=())
    before = Judge(RULES, facts).judge(unheld, today)
    after = Judge([*RULES, extra], facts).judge(unheld, today)
    assert STRICTNESS.index(after.standing) >= STRICTNESS.index(before.standing)
    assert after.goes <= before.goes
    if before.keep_until and after.keep_until:
        assert after.keep_until >= before.keep_until


@given(OFFICES, PEOPLE, DAYS, st.integers(1, 4000))
def test_a_later_day_never_undoes_due(
    facts: OfficeFacts, person: CustomerFacts, today: date, days: int
) -> None:
    judge = Judge(RULES, facts)
    now, later = judge.judge(person, today), judge.judge(person, today + timedelta(days=days))
    assert now.goes <= later.goes
    if now.standing is DUE:
        assert later.standing is DUE


@given(OFFICES, PEOPLE, DAYS, DAYS)
def test_the_days_of_a_judgement_say_on_any_day_what_a_judgement_of_that_day_would(
    facts: OfficeFacts, person: CustomerFacts, today: date, other: date
) -> None:
    """Before the day of a request for erasure it is only told that something may go, not yet how much."""
    judge, asked = Judge(RULES, facts), person.erasure_asked_on or date.min
    reasons = judge.judge(person, max(today, asked)).reasons
    days = days_of(person, reasons)
    lasts = {reason.keep_until for reason in reasons} | {hold.until for hold in person.holds}
    turns = [last + timedelta(days=more) for last in lasts if last for more in (0, 1)]
    for day in (other, *turns):
        verdict, kept = judge.judge(person, day), days.standing(day)
        if day >= asked or verdict.standing is ON_HOLD:
            assert kept is verdict.standing
        elif verdict.goes:
            assert kept in (DUE, REDUCIBLE)


@given(OFFICES, PEOPLE, DAYS)
def test_due_means_that_every_reason_has_ended_and_nothing_holds(
    facts: OfficeFacts, person: CustomerFacts, today: date
) -> None:
    verdict = Judge(RULES, facts).judge(person, today)
    ended = all(reason.keep_until and reason.keep_until < today for reason in verdict.reasons)
    assert (verdict.standing is DUE) == (ended and not any(hold.binds(today) for hold in person.holds))
    assert verdict.reasons


@given(OFFICES, PEOPLE, DAYS)
def test_a_request_for_erasure_lets_more_go_and_nothing_that_a_law_keeps(
    facts: OfficeFacts, person: CustomerFacts, today: date
) -> None:
    judge = Judge(RULES, facts)
    before = judge.judge(replace(person, erasure_asked_on=None), today)
    after = judge.judge(replace(person, erasure_asked_on=today), today)
    assert before.goes <= after.goes
    laws = {rule.code for rule in RULES if rule.by_law}
    for reason in before.reasons:
        assert not (reason.rule in laws and reason.runs(today) and reason.keeps & after.goes)
    if after.standing is KEPT:
        assert any(reason.rule in laws for reason in after.reasons)


def test_a_request_counts_from_its_day() -> None:
    person = CustomerFacts(last_contact=date.fromisoformat(RECENT), erasure_asked_on=TODAY)
    judge = Judge(RULES, office())
    assert judge.judge(person, TODAY - timedelta(days=1)).standing is KEPT
    asked = judge.judge(person, TODAY)
    assert (asked.standing, asked.reasons[0].rule) == (DUE, ERASURE_REQUEST)


@given(OFFICES, PEOPLE, DAYS)
def test_what_a_running_rule_keeps_never_goes(facts: OfficeFacts, person: CustomerFacts, today: date) -> None:
    verdict = Judge(RULES, facts).judge(person, today)
    for reason in verdict.reasons:
        assert not (reason.runs(today) and reason.keeps & verdict.goes)
    assert verdict.goes <= person.held
    assert bool(verdict.goes) == (verdict.standing in {DUE, REDUCIBLE})


@given(OFFICES, PEOPLE, DAYS, st.integers(0, 4000))
def test_reduced_and_then_due_is_due_on_the_same_day(
    facts: OfficeFacts, person: CustomerFacts, today: date, days: int
) -> None:
    judge, later = Judge(RULES, facts), today + timedelta(days=days)
    now = judge.judge(person, today)
    if now.standing is not REDUCIBLE:
        return
    reduced = replace(person, held=person.held - now.goes)
    assert judge.judge(reduced, today).standing is KEPT
    due, due_whole = judge.judge(reduced, later), judge.judge(person, later)
    assert (due.standing is DUE) == (due_whole.standing is DUE)
    assert due.goes == due_whole.goes - now.goes


@given(OFFICES, DAYS)
def test_a_return_is_due_after_its_year_and_within_fifteen_months(facts: OfficeFacts, day: date) -> None:
    assert day + timedelta(days=58) <= return_deadline(facts, day) <= day + timedelta(days=440)


@given(DAYS, st.integers(0, 10), st.integers(0, 11))
def test_periods_that_follow_each_other_leave_no_gap(first: date, years: int, months: int) -> None:
    if years + months:
        last = period_end(first, years, months)
        assert last >= first
        assert period_end(first + timedelta(days=1), years, months) >= last
