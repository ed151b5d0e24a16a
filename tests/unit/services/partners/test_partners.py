"""Partner firms and client contractors: who keeps them, what a contract and a check must say, what is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, NotPermitted, RecordGone
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.duties import DutyKind
from hvacdesk.domain.oversight.small_firm import Relief, ReliefLost
from hvacdesk.domain.partners.partner_checks import (
    CHECK_ITEMS,
    CheckAnswer,
    CheckPart,
    CheckResult,
    FirmCheck,
    next_day,
    suggested_result,
)
from hvacdesk.domain.partners.partners import (
    Basis,
    ClientTerms,
    Contract,
    FirmFacts,
    FirmRow,
    FirmTaken,
    Trouble,
    firm_key,
    trouble,
)
from hvacdesk.domain.roles import Role
from hvacdesk.services.language import words_for
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.partners.partners import Partners
from hvacdesk.store.engine import Session
from hvacdesk.store.office import office
from hvacdesk.store.partners import partners as store
from tests.helpers.ground import Ground
from tests.helpers.paper import read_text
from tests.helpers.sample_records import Person, add_customer, add_job

TODAY = date(2026, 11, 24)
CONTRACT = Contract("2025-04-01", "委-12", "2027-03-31", confidentiality=True)
FIRM = FirmFacts("見本設備㈱", contract=CONTRACT)
YES = {item.code: CheckAnswer.YES for item in CHECK_ITEMS}
CHECK = FirmCheck("2026-11-20", YES, CheckResult.GOOD, "2027-11-20")


@pytest.fixture
def partners(ground: Ground) -> Partners:
    with ground.workplace.transaction() as session:
        office.save_facts(session, OfficeFacts("唐山空調", "", "", LegalForm.COMPANY, 3))
    return Partners(ground.workplace)


def test_the_person_responsible_keeps_the_register_and_others_read_it(
    ground: Ground, partners: Partners
) -> None:
    firm = partners.register(ground.owner, FIRM)
    for reader in (ground.desk, ground.people[Role.INSPECTOR]):
        (row,) = partners.all(reader)
        assert (row.record, row.number, row.facts) == (firm, "F-001", FIRM)
        with pytest.raises(NotPermitted):
            partners.change(reader, firm, FIRM, shown=FIRM)
    with pytest.raises(NotPermitted):
        partners.all(ground.people[Role.TECHNICIAN])


def test_one_firm_stands_once_however_it_is_written(ground: Ground, partners: Partners) -> None:
    firm = partners.register(ground.owner, FIRM)
    with pytest.raises(FirmTaken):
        partners.register(ground.owner, FirmFacts("株式会社　見本設備"))
    partners.change(ground.owner, firm, replace(FIRM, firm="株式会社見本設備"), shown=FIRM)
    (entry,) = AuditLog(ground.workplace).entries(ground.owner, action=Action.FIRM_CHANGED)
    assert entry.details == {"fields": ["firm"]}
    assert firm_key("見本設備㈱") == firm_key("㈱見本設備") != firm_key("見本工業")


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (FirmFacts("  "), "firm"),
        (FirmFacts("見本", partner=False), "partner"),
        (FirmFacts("見本", basis=Basis.PROVISION, seat="名古屋市"), "representative"),
        (FirmFacts("見本", contract=Contract("2026-04-01", ends="2026-03-31")), "ends"),
        (FirmFacts("見本", contract=Contract(ends="2026-03-31")), "on"),
        (FirmFacts("見本", client=True, terms=ClientTerms(days=-1)), "days"),
        (FirmFacts("見本", client=True, terms=ClientTerms(leak_hours=9999)), "leak_hours"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    ground: Ground, partners: Partners, facts: FirmFacts, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        partners.register(ground.owner, facts)
    assert refused.value.field == field


def test_firms_that_jobs_name_are_listed_before_anybody_registers_them(
    ground: Ground, partners: Partners
) -> None:
    with ground.workplace.transaction() as session:
        customer = add_customer(session, Person())
        for firm in ("東山設備", "株式会社東山設備", "見本設備"):
            add_job(session, customer, Person(), state=JobState.ARRANGED, on="2026-11-24", partner_firm=firm)
        add_job(
            session, customer, Person(), state=JobState.DONE, on="2026-11-24", client_contractor="例示建設"
        )
        add_job(session, customer, Person(), state=JobState.DONE, on="2020-01-01", partner_firm="昔の設備")
    partners.register(ground.owner, FIRM)
    rows = partners.all(ground.desk)
    assert [(row.facts.firm, bool(row.record), row.facts.client) for row in rows] == [
        ("見本設備㈱", True, False),
        ("例示建設", False, True),
        ("東山設備", False, False),
    ]
    assert trouble(rows[1], TODAY) is Trouble.UNREGISTERED


def test_what_is_out_is_counted_once_for_the_whole_list(
    ground: Ground, partners: Partners, monkeypatch: pytest.MonkeyPatch
) -> None:
    partners.register(ground.owner, FIRM)
    asked: list[object] = []
    counts = store._open_by_key

    def counted(session: Session, before: date | None = None) -> dict[str, int]:
        asked.append(before)
        return counts(session, before)

    monkeypatch.setattr(store, "_open_by_key", counted)
    assert len(partners.all(ground.desk)) == 1
    assert asked == [None, TODAY]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (FirmRow(FIRM, "f"), None),
        (FirmRow(FIRM, "f", stopped=True), Trouble.STOPPED),
        (FirmRow(FirmFacts("見本"), "f"), Trouble.NO_CONTRACT),
        (
            FirmRow(FirmFacts("見本", contract=replace(CONTRACT, ends="2026-11-23")), "f"),
            Trouble.CONTRACT_ENDED,
        ),
        (
            FirmRow(FirmFacts("見本", contract=replace(CONTRACT, on="2026-11-25")), "f"),
            Trouble.CONTRACT_AHEAD,
        ),
        (FirmRow(FirmFacts("見本", contract=replace(CONTRACT, on="2026-11-24")), "f"), None),
        (
            FirmRow(FirmFacts("見本", contract=replace(CONTRACT, ends="2026-11-24")), "f"),
            Trouble.CONTRACT_ENDING,
        ),
        (
            FirmRow(FirmFacts("見本", contract=replace(CONTRACT, ends="2027-01-23")), "f"),
            Trouble.CONTRACT_ENDING,
        ),
        (FirmRow(FirmFacts("見本", contract=replace(CONTRACT, ends="2027-01-24")), "f"), None),
        (
            FirmRow(FirmFacts("見本", contract=replace(CONTRACT, confidentiality=False)), "f"),
            Trouble.NOT_CONFIDENTIAL,
        ),
        (FirmRow(FIRM, "f", open_handovers=2), None),
        (FirmRow(FIRM, "f", open_handovers=2, overdue_handovers=2), Trouble.OVERDUE),
        (FirmRow(FIRM, open_handovers=1, overdue_handovers=1), Trouble.OVERDUE),
        (
            FirmRow(
                FirmFacts("見本", contract=replace(CONTRACT, ends="2026-11-24")), "f", overdue_handovers=1
            ),
            Trouble.OVERDUE,
        ),
    ],
)
def test_what_is_wrong_with_a_firm_is_named(row: FirmRow, found: Trouble | None) -> None:
    assert trouble(row, TODAY) is found


def test_a_check_is_due_when_a_firm_is_registered_and_a_year_after_the_last(
    ground: Ground, partners: Partners
) -> None:
    firm = partners.register(ground.owner, FIRM)
    partners.register(ground.owner, FirmFacts("例示建設", partner=False, client=True))
    (duty,) = partners.duties(ground.owner)
    assert (duty.kind, duty.due, duty.about, duty.record) == (
        DutyKind.PARTNER_CHECK,
        TODAY,
        "見本設備㈱",
        firm,
    )
    assert partners.duties(ground.desk) == ()
    partners.check(ground.owner, firm, CHECK)
    (duty,) = partners.duties(ground.owner)
    assert duty.due == date(2027, 11, 20)
    partners.change(ground.owner, firm, replace(FIRM, active=False), shown=FIRM)
    assert partners.duties(ground.owner) == ()


def test_a_firm_is_not_set_back_to_what_an_older_form_showed(ground: Ground, partners: Partners) -> None:
    firm = partners.register(ground.owner, FIRM)
    ended = replace(FIRM, active=False)
    partners.change(ground.owner, firm, ended, shown=FIRM)
    with pytest.raises(ChangedMeanwhile):
        partners.change(ground.owner, firm, replace(FIRM, representative="山本"), shown=FIRM)
    (row,) = partners.all(ground.owner)
    assert row.facts == ended


def test_the_questions_cover_what_the_guideline_asks() -> None:
    assert {item.part for item in CHECK_ITEMS} == set(CheckPart)
    assert len({item.code for item in CHECK_ITEMS}) == len(CHECK_ITEMS)
    assert all(item.source for item in CHECK_ITEMS)


def test_a_no_is_never_in_order() -> None:
    assert suggested_result(YES) is CheckResult.GOOD
    assert suggested_result(YES | {"locked": CheckAnswer.DOES_NOT_APPLY}) is CheckResult.GOOD
    assert suggested_result(YES | {"locked": CheckAnswer.NO}) is CheckResult.TO_IMPROVE
    assert next_day(date(2026, 11, 20), CheckResult.TO_IMPROVE) == date(2027, 2, 20)


@pytest.mark.parametrize(
    ("check", "field"),
    [
        (replace(CHECK, on="2026-11-25"), "on"),
        (replace(CHECK, answers={"locked": CheckAnswer.YES}), "answers"),
        (replace(CHECK, answers=YES | {"locked": CheckAnswer.NO}), "result"),
        (replace(CHECK, result=CheckResult.STOP, next_on="2026-12-20"), "remarks"),
        (replace(CHECK, next_on="2027-11-21"), "next_on"),
        (replace(CHECK, next_on="2026-11-20"), "next_on"),
    ],
)
def test_a_check_that_does_not_hold_together_is_refused(
    ground: Ground, partners: Partners, check: FirmCheck, field: str
) -> None:
    firm = partners.register(ground.owner, FIRM)
    with pytest.raises(InvalidInput) as refused:
        partners.check(ground.owner, firm, check)
    assert refused.value.field == field


def test_a_check_prints_with_every_question_and_its_basis(ground: Ground, partners: Partners) -> None:
    firm = partners.register(ground.owner, FIRM)
    found = replace(
        CHECK,
        answers=YES | {"locked": CheckAnswer.NO},
        result=CheckResult.TO_IMPROVE,
        remarks="車内の書類入れに鍵をつける（12月末まで）",
        next_on="2027-02-20",
    )
    check = partners.check(ground.owner, firm, found)
    (row,) = partners.checks(ground.people[Role.INSPECTOR], firm)
    assert (row.record, row.check, row.checked_by) == (check, found, "owner")
    text = read_text(partners.check_pdf(ground.desk, check, words_for("ja")))
    for part in ("見本設備㈱", "25条", "3-4-4", "車内の書類入れ", "owner", "唐山空調"):
        assert part in text
    with pytest.raises(RecordGone):
        partners.check_pdf(ground.desk, "0" * 32, words_for("ja"))


def test_the_relief_for_small_firms_lapses_where_somebody_entrusts_us(
    ground: Ground, partners: Partners
) -> None:
    assert partners.relief(ground.desk).lost == ()
    with ground.workplace.transaction() as session:
        add_job(
            session,
            add_customer(session, Person()),
            Person(),
            state=JobState.DONE,
            on="2026-11-01",
            client_contractor="例示建設",
        )
    assert partners.relief(ground.desk).lost == (ReliefLost.ENTRUSTED,)
    assert Relief(people=5001, clients=0).lost == (ReliefLost.TOO_MANY_PEOPLE,)
    assert Relief(people=5000, clients=0).lost == ()
