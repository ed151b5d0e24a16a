"""Hand-worked cases of the laws beside the tax return, of loss years, and of what may go before the rest."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.retention.record_fields import EVERY_FIELD, RecordField
from hvacdesk.domain.retention.retention import (
    Circumstance,
    CustomerFacts,
    JobFacts,
    RetentionVerdict,
    Standing,
)
from hvacdesk.domain.retention.retention_engine import Judge
from hvacdesk.domain.retention.retention_rules import parse_rules

TEXT = (Path(__file__).parents[4] / "resources/legal/retention.toml").read_text("utf-8")
RULES = parse_rules(TEXT, date(2026, 11, 24))
COMPANY = OfficeFacts("中部空調", "", "", LegalForm.COMPANY, 3)
LICENSED = replace(COMPANY, construction_licence=True)
ELECTRICIAN = replace(COMPANY, electrical_registration=True)
NO_PAYMENT = EVERY_FIELD - {RecordField.PAYMENT}

E, C = EventKind, Circumstance
INVOICED = (E.INVOICE, "2019-10-04")


def judged(
    facts: OfficeFacts,
    today: str,
    *events: tuple[EventKind, str],
    there: frozenset[Circumstance] = frozenset(),
    held: frozenset[RecordField] = NO_PAYMENT,
    state: JobState = JobState.PAID,
) -> RetentionVerdict:
    job = JobFacts("J-1", state, tuple(JobEvent(kind, on) for kind, on in events), there)
    return Judge(RULES, facts).judge(CustomerFacts((job,), held=held), date.fromisoformat(today))


def end_of(verdict: RetentionVerdict, rule: str) -> date | None:
    return next(reason.keep_until for reason in verdict.reasons if reason.rule == rule)


CASES = [
    # office, circumstances, events beside the invoice of 2019-10-04, rule, kept until
    (COMPANY, {}, [], "corporate-tax-documents", "2027-05-31"),
    (replace(COMPANY, fiscal_year_end_month=9), {}, [], "corporate-tax-documents", "2027-11-30"),
    (replace(COMPANY, fiscal_year_end_month=10), {}, [], "corporate-tax-documents", "2026-12-31"),
    (replace(COMPANY, fiscal_year_end_month=12), {}, [], "corporate-tax-documents", "2027-02-28"),
    # The year to March 2020 closed with a loss: ten years from 2020-06-01.
    (replace(COMPANY, loss_years=(2020,)), {}, [], "corporate-tax-documents", "2030-05-31"),
    # A loss in the year before does not matter.
    (replace(COMPANY, loss_years=(2019,)), {}, [], "corporate-tax-documents", "2027-05-31"),
    # The receipt belongs to its own year, to March 2020: return due 2020-05-31, seven years from 2020-06-01.
    (COMPANY, {}, [(E.SETTLEMENT, "2020-04-25")], "corporate-tax-documents", "2028-05-31"),
    # An earlier contract, of the year to March 2019, ends before the invoice does.
    (COMPANY, {}, [(E.CONTRACT, "2019-03-01")], "corporate-tax-documents", "2027-05-31"),
    # That year closed with a loss: the contract is kept ten years from 2019-06-01, longer than the invoice.
    (
        replace(COMPANY, loss_years=(2019,)),
        {},
        [(E.CONTRACT, "2019-03-01")],
        "corporate-tax-documents",
        "2029-05-31",
    ),
    # One month of extension: return due 2020-06-30, seven years from 2020-07-01; four months: 2020-09-30.
    (replace(COMPANY, return_extension=1), {}, [], "corporate-tax-documents", "2027-06-30"),
    (replace(COMPANY, return_extension=4), {}, [], "corporate-tax-documents", "2027-09-30"),
    # The extension is the corporate tax's: the consumption tax counts from two months as before.
    (
        replace(COMPANY, return_extension=1, invoice_registration="T1"),
        {},
        [],
        "consumption-tax-invoices",
        "2027-05-31",
    ),
    # A sole proprietor's year 2020: return due 2021-03-15, seven years from 2021-03-16.
    (
        replace(COMPANY, legal_form=LegalForm.SOLE_BLUE, fiscal_year_end_month=12),
        {},
        [(E.SETTLEMENT, "2020-01-10")],
        "income-tax-documents",
        "2028-03-15",
    ),
    # Books closed on 2020-03-31: ten years from 2020-04-01.
    (replace(COMPANY, books_here=True), {}, [], "company-books", "2030-03-31"),
    # The payment is booked in the year to March 2021.
    (replace(COMPANY, books_here=True), {}, [(E.SETTLEMENT, "2020-04-25")], "company-books", "2031-03-31"),
    # Tax period to 2020-03-31, two months on 2020-05-31: seven years from 2020-06-01.
    (replace(COMPANY, invoice_registration="T1"), {}, [], "consumption-tax-invoices", "2027-05-31"),
    # A sole proprietor: the period ends with the year, two months on 2020-02-29, seven years from 03-01.
    (
        replace(COMPANY, invoice_registration="T1", legal_form=LegalForm.SOLE_BLUE, fiscal_year_end_month=12),
        {},
        [],
        "consumption-tax-invoices",
        "2027-02-28",
    ),
    (LICENSED, {}, [(E.HANDOVER, "2019-09-30")], "construction-ledger", "2024-09-30"),
    (
        LICENSED,
        {C.NEW_HOUSING, C.DIRECT_ORDER},
        [(E.HANDOVER, "2019-09-30")],
        "construction-ledger-new-housing",
        "2029-09-30",
    ),
    # An estimate that names costs apart: ten years from the handover, by a subcontract as well.
    (LICENSED, {C.COSTS_APART}, [(E.HANDOVER, "2026-01-20")], "construction-cost-estimate", "2036-01-20"),
    # Manifest issued on 2026-02-02, B2 back on 2026-02-20, D on 2026-04-10, E, the last, on 2026-07-15.
    (COMPANY, {}, [(E.MANIFEST, "2026-02-02")], "waste-manifest", "2031-02-02"),
    (
        COMPANY,
        {},
        [(E.MANIFEST, "2026-02-02"), (E.MANIFEST_B2, "2026-02-20"), (E.MANIFEST_D, "2026-04-10")],
        "waste-manifest",
        "2031-04-10",
    ),
    (
        COMPANY,
        {C.MANIFEST_ISSUED},
        [(E.MANIFEST, "2026-02-02"), (E.MANIFEST_E, "2026-07-15")],
        "waste-manifest-last-slip",
        "2031-07-15",
    ),
    # The retailer's part of the recycling slip came back on 2026-03-05.
    (COMPANY, {C.RECYCLED_APPLIANCE}, [(E.SLIP_RETURN, "2026-03-05")], "recycling-slip", "2029-03-05"),
    # The certificate that the recovered gas was destroyed, of 2026-06-30.
    (COMPANY, {}, [(E.GAS_CERTIFICATE, "2026-06-30")], "refrigerant-certificates", "2029-06-30"),
    # A licence holder counts as registered, whatever was answered at set-up.
    (
        replace(LICENSED, electrical_registration=False),
        {C.ELECTRICAL_WORK},
        [(E.LEDGER_ENTRY, "2026-05-11")],
        "electrical-work-ledger",
        "2031-05-11",
    ),
    # The check in documents of a building begun after the ban is a survey's record: three years from it.
    (COMPANY, {}, [(E.SURVEY, "2026-10-05")], "asbestos-survey", "2029-10-05"),
    (
        LICENSED,
        {C.DIRECT_ORDER, C.DRAWINGS},
        [(E.HANDOVER, "2020-02-29")],
        "construction-drawings",
        "2030-02-28",
    ),
    (
        ELECTRICIAN,
        {C.ELECTRICAL_WORK},
        [(E.LEDGER_ENTRY, "2019-10-10")],
        "electrical-work-ledger",
        "2024-10-10",
    ),
    (COMPANY, {}, [(E.REFRIGERANT, "2024-02-29")], "refrigerant-log", "2029-02-28"),
    (COMPANY, {}, [(E.RECOVERY_SLIP, "2019-12-31")], "refrigerant-recovery-slip", "2022-12-31"),
    (COMPANY, {C.RECYCLED_APPLIANCE}, [(E.SLIP_RETURN, "2019-11-15")], "recycling-slip", "2022-11-15"),
    (COMPANY, {}, [(E.MANIFEST, "2019-10-31")], "waste-manifest", "2024-10-31"),
    (COMPANY, {}, [(E.SURVEY, "2019-09-02")], "asbestos-survey", "2022-09-02"),
    (
        COMPANY,
        {C.ASBESTOS_SURVEY, C.DIRECT_ORDER},
        [(E.SURVEY, "2019-09-02"), (E.COMPLETION, "2019-10-01")],
        "asbestos-survey-main-contractor",
        "2022-10-01",
    ),
    (COMPANY, {}, [(E.COMPLETION, "2019-10-01")], "service-and-warranty", "2024-10-01"),
    # Where no completion is recorded the invoice stands for it.
    (COMPANY, {}, [], "service-and-warranty", "2024-10-04"),
]


@pytest.mark.parametrize(("facts", "there", "events", "rule", "until"), CASES)
def test_the_day_a_law_says(
    facts: OfficeFacts,
    there: set[Circumstance],
    events: list[tuple[EventKind, str]],
    rule: str,
    until: str,
) -> None:
    verdict = judged(facts, "2020-01-01", INVOICED, *events, there=frozenset(there))
    assert end_of(verdict, rule) == date.fromisoformat(until)


def test_the_receipt_of_the_next_year_is_kept_to_the_end_of_its_own_period() -> None:
    """Invoice of the year to March 2019, payment of the year to March 2020 (法人税法施行規則59条2項)."""
    paid_later = ((E.INVOICE, "2019-03-20"), (E.SETTLEMENT, "2019-04-25"))
    verdict = judged(COMPANY, "2026-06-01", *paid_later)
    assert (verdict.standing, verdict.keep_until) == (Standing.REDUCIBLE, date(2027, 5, 31))
    assert verdict.reasons[0].started_on == date(2020, 6, 1)
    assert judged(COMPANY, "2027-06-01", *paid_later).standing is Standing.DUE


@pytest.mark.parametrize(
    ("event", "state"), [(E.ESTIMATE, JobState.ESTIMATED), (E.CONTRACT, JobState.CANCELLED)]
)
def test_what_was_made_out_for_a_deal_that_came_to_nothing_is_kept_by_the_tax_law(
    event: EventKind, state: JobState
) -> None:
    """Year to 2026-03-31, return due 2026-05-31, kept until 2033-05-31; the inquiry until 2026-07-10."""
    job = JobFacts("J-1", state, (JobEvent(event, "2026-01-10"),))
    person = CustomerFacts((job,), last_contact=date(2026, 1, 10), held=NO_PAYMENT)
    judge = Judge(RULES, COMPANY)
    assert judge.judge(person, date(2026, 7, 10)).standing is Standing.KEPT
    after = judge.judge(person, date(2026, 7, 11))
    assert (after.standing, after.keep_until) == (Standing.REDUCIBLE, date(2033, 5, 31))
    assert after.held_back == {RecordField.NAME, RecordField.ADDRESS, RecordField.SLIP}
    assert judge.judge(person, date(2033, 6, 1)).standing is Standing.DUE
    asked = replace(person, erasure_asked_on=date(2026, 2, 1))
    assert judge.judge(asked, date(2026, 2, 1)).held_back == after.held_back


def test_a_request_for_erasure_leaves_the_record_of_the_asbestos_survey() -> None:
    """Surveyed 2026-01-10, the job was cancelled: kept until 2029-01-10 (石綿則 3条), whatever is asked."""
    job = JobFacts("J-1", JobState.CANCELLED, (JobEvent(E.SURVEY, "2026-01-10"),))
    person = CustomerFacts(
        (job,), last_contact=date(2026, 1, 10), held=NO_PAYMENT, erasure_asked_on=date(2026, 2, 1)
    )
    judge = Judge(RULES, COMPANY)
    asked = judge.judge(person, date(2026, 2, 1))
    assert (asked.standing, asked.keep_until) == (Standing.REDUCIBLE, date(2029, 1, 10))
    assert asked.held_back == {RecordField.NAME, RecordField.ADDRESS, RecordField.SITE}
    assert judge.judge(person, date(2029, 1, 11)).standing is Standing.DUE


def test_payment_details_go_a_month_after_the_settlement() -> None:
    settled = (E.SETTLEMENT, "2019-11-30")
    before = judged(COMPANY, "2019-12-31", INVOICED, settled, held=EVERY_FIELD)
    assert before.standing is Standing.KEPT
    assert RecordField.PAYMENT not in before.goes
    after = judged(COMPANY, "2020-01-01", INVOICED, settled, held=EVERY_FIELD)
    assert after.goes == {RecordField.PAYMENT}


MISSING = [
    (LICENSED, {}, E.HANDOVER),
    (ELECTRICIAN, {C.ELECTRICAL_WORK}, E.LEDGER_ENTRY),
    (COMPANY, {C.RECYCLED_APPLIANCE}, E.SLIP_RETURN),
    (COMPANY, {C.ASBESTOS_SURVEY, C.DIRECT_ORDER}, E.COMPLETION),
]


@pytest.mark.parametrize(("facts", "there", "missing"), MISSING)
def test_where_a_needed_event_is_missing_nothing_goes(
    facts: OfficeFacts, there: set[Circumstance], missing: EventKind
) -> None:
    verdict = judged(facts, "2045-01-01", INVOICED, there=frozenset(there))
    assert (verdict.standing, verdict.goes) == (Standing.UNDECIDABLE, frozenset())
    assert verdict.reasons[0].missing is missing


@pytest.mark.parametrize(("facts", "there", "_missing"), MISSING)
def test_a_circumstance_that_is_not_there_asks_for_nothing(
    facts: OfficeFacts, there: set[Circumstance], _missing: EventKind
) -> None:
    elsewhere = replace(COMPANY, legal_form=facts.legal_form)
    verdict = judged(elsewhere, "2045-01-01", INVOICED)
    assert verdict.standing is Standing.DUE


def test_between_service_and_tax_only_what_the_tax_needs_is_kept() -> None:
    last_day = date(2024, 10, 4)
    assert judged(COMPANY, last_day.isoformat(), INVOICED).standing is Standing.KEPT
    verdict = judged(COMPANY, (last_day + timedelta(days=1)).isoformat(), INVOICED)
    assert verdict.standing is Standing.REDUCIBLE
    assert verdict.held_back == {RecordField.NAME, RecordField.ADDRESS, RecordField.SLIP}
    assert RecordField.PHONE in verdict.goes
    assert verdict.keep_until == date(2027, 5, 31)


def test_a_second_law_keeps_more_for_as_long_as_it_runs() -> None:
    events = (INVOICED, (E.LEDGER_ENTRY, "2022-04-01"))
    there = frozenset({C.ELECTRICAL_WORK})
    assert RecordField.SITE not in judged(ELECTRICIAN, "2027-04-01", *events, there=there).goes
    assert RecordField.SITE in judged(ELECTRICIAN, "2027-04-02", *events, there=there).goes


def test_what_is_not_paid_yet_is_kept_whole() -> None:
    unpaid = judged(COMPANY, "2045-01-01", INVOICED, held=EVERY_FIELD, state=JobState.INVOICED)
    assert (unpaid.standing, unpaid.goes) == (Standing.KEPT, frozenset())
    lost = judged(COMPANY, "2045-01-01", INVOICED, held=EVERY_FIELD, state=JobState.PAID)
    assert (lost.standing, lost.reasons[0].missing) == (Standing.UNDECIDABLE, E.SETTLEMENT)


def test_whoever_was_reduced_is_not_asked_about_again() -> None:
    kept = frozenset({RecordField.NAME, RecordField.ADDRESS, RecordField.SLIP})
    assert judged(COMPANY, "2026-01-01", INVOICED, held=kept).standing is Standing.KEPT
    verdict = judged(COMPANY, "2027-06-01", INVOICED, held=kept)
    assert (verdict.standing, verdict.goes) == (Standing.DUE, kept)


def test_new_housing_by_a_subcontract_is_kept_five_years_like_other_work() -> None:
    """規則28条1項: ten years are for contracts with the orderer. Handover 2019-09-30: until 2024-09-30."""
    there = frozenset({C.NEW_HOUSING})
    verdict = judged(LICENSED, "2020-01-01", INVOICED, (E.HANDOVER, "2019-09-30"), there=there)
    assert "construction-ledger-new-housing" not in {reason.rule for reason in verdict.reasons}
    assert end_of(verdict, "construction-ledger") == date(2024, 9, 30)


def test_a_manifest_without_its_last_slip_is_never_due() -> None:
    """Issued on 2015-02-02, B2 and D came back: eleven years later nobody knows that E ever did."""
    events = ((E.MANIFEST, "2015-02-02"), (E.MANIFEST_B2, "2015-02-20"), (E.MANIFEST_D, "2015-04-10"))
    verdict = judged(COMPANY, "2036-11-24", INVOICED, *events, there=frozenset({C.MANIFEST_ISSUED}))
    assert verdict.standing is Standing.UNDECIDABLE
    assert E.MANIFEST_E in {reason.missing for reason in verdict.reasons}


def test_work_that_goes_with_the_sale_of_appliances_needs_no_ledger() -> None:
    """電気工事業法2条1項ただし書; for licence holders as for others."""
    for office in (ELECTRICIAN, LICENSED):
        exempt = replace(office, electrical_incidental=True)
        verdict = judged(exempt, "2026-11-24", INVOICED, there=frozenset({C.ELECTRICAL_WORK}))
        assert "electrical-work-ledger" not in {reason.rule for reason in verdict.reasons}
        bound = judged(office, "2026-11-24", INVOICED, there=frozenset({C.ELECTRICAL_WORK}))
        assert "electrical-work-ledger" in {reason.rule for reason in bound.reasons}


def test_the_rule_on_costs_apart_holds_since_its_day() -> None:
    before, since = ({rule.code for rule in parse_rules(TEXT, date(2025, 12, day))} for day in (11, 12))
    assert since - before == {"construction-cost-estimate"}


def cancelled(
    *events: tuple[EventKind, str], circumstances: frozenset[Circumstance] = frozenset()
) -> JobFacts:
    told = tuple(JobEvent(kind, on) for kind, on in events)
    return JobFacts("J-1", JobState.CANCELLED, told, circumstances, cancelled_on=date(2026, 11, 20))


def test_what_a_cancelled_job_never_comes_to_counts_from_its_cancellation() -> None:
    """Its invoices are kept as long as any other, and an end can be told."""
    billed = CustomerFacts((cancelled((E.INVOICE, "2026-11-10")),), held=NO_PAYMENT)
    verdict = Judge(RULES, LICENSED).judge(billed, date(2026, 11, 24))
    ends = {one.rule: one.keep_until for one in verdict.reasons}
    assert ends["corporate-tax-documents"] == verdict.keep_until == date(2034, 5, 31)
    assert ends["construction-ledger"] == date(2031, 11, 20)
    assert {one.rule for one in verdict.reasons if one.of_cancellation} == {"construction-ledger"}


def test_a_cancelled_jobs_refund_counts_as_its_settlement() -> None:
    paid = tuple(JobEvent(E.SETTLEMENT, on) for on in ("2026-11-05", "2026-11-24"))
    billed = CustomerFacts((cancelled((E.INVOICE, "2026-11-10")),), documents=paid)
    reasons = Judge(RULES, COMPANY).judge(billed, date(2026, 11, 24)).reasons
    assert {one.rule: one.keep_until for one in reasons}["payment-after-settlement"] == date(2026, 12, 24)


def test_a_slip_that_is_out_when_a_job_is_cancelled_still_has_to_come_back() -> None:
    out = cancelled(
        (E.INVOICE, "2026-11-10"), (E.MANIFEST, "2026-11-10"), circumstances=frozenset({C.MANIFEST_ISSUED})
    )
    verdict = Judge(RULES, LICENSED).judge(CustomerFacts((out,), held=NO_PAYMENT), date(2026, 11, 24))
    assert verdict.standing is Standing.UNDECIDABLE
    assert [one.missing for one in verdict.reasons if one.missing] == [E.MANIFEST_E]


def test_a_cancelled_job_without_a_known_day_stays_undecidable() -> None:
    billed = replace(cancelled((E.INVOICE, "2026-11-10")), cancelled_on=None)
    verdict = Judge(RULES, LICENSED).judge(CustomerFacts((billed,), held=NO_PAYMENT), date(2026, 11, 24))
    assert verdict.standing is Standing.UNDECIDABLE
