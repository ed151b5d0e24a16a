"""Recovered refrigerant that is handed on: day, amount, to whom, and its certificate, kept three years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from hvacdesk.domain.errors import BadDate, Missing, NotPermitted, OutOfRange
from hvacdesk.domain.jobs.jobs import JobState, SiteRecord, UnitRecord
from hvacdesk.domain.jobs.refrigerant import (
    GasRecord,
    GasUse,
    NoGasToHandOn,
    RefrigerantKind,
    RefrigerantRecord,
    StrikeReason,
)
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.jobs.refrigerant import AlreadyCertified, NotCommercial, Refrigerant
from hvacdesk.services.language import words_for
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.retention.retention import judged
from hvacdesk.store.models import Customer, RefrigerantEntry
from hvacdesk.store.office import office
from tests.helpers.ground import Ground
from tests.helpers.paper import read_text
from tests.helpers.people import customer
from tests.helpers.sample_records import Person, add_job

RECLAIMER = "中部フロン再生株式会社　名古屋市港区1-1"


@dataclass(frozen=True)
class Gas:
    ground: Ground
    logs: Refrigerant
    unit: str
    entry: str

    def hand_on(self, on: str = "2026-11-20", kg: float = 2.0, **more: str) -> str:
        record = GasRecord(on, kg, RECLAIMER, GasUse.DESTROYED, **more)
        return self.logs.hand_on(self.ground.desk, self.entry, record)

    def left(self) -> float:
        return self.logs.log(self.ground.desk, self.unit).entries[0].left_kg


def unit_of(ground: Ground, *, commercial: bool) -> str:
    jobs = Jobs(ground.workplace)
    who = Customers(ground.workplace).add(ground.desk, customer())
    site = jobs.add_site(ground.desk, who, SiteRecord(customer().address))
    return jobs.add_unit(
        ground.desk, site, UnitRecord(place="屋上", commercial=commercial, refrigerant="R410A")
    )


def recovered(ground: Ground, unit: str, kind: RefrigerantKind = RefrigerantKind.RECOVERED) -> str:
    record = RefrigerantRecord(kind, "2026-11-18", 3.5, "R410A", servicer="西区設備　名古屋市西区2-2")
    return Refrigerant(ground.workplace).add(ground.desk, unit, record)


@pytest.fixture
def gas(ground: Ground) -> Gas:
    with ground.workplace.transaction() as session:
        office.save_facts(session, OfficeFacts("唐山空調", "", "名古屋市中区9-9", LegalForm.COMPANY, 3))
    unit = unit_of(ground, commercial=True)
    return Gas(ground, Refrigerant(ground.workplace), unit, recovered(ground, unit))


def test_gas_is_handed_on_in_parts_until_none_is_left(gas: Gas) -> None:
    gas.hand_on(kg=2.0)
    assert gas.left() == 1.5
    with pytest.raises(OutOfRange):
        gas.hand_on(kg=1.501)
    gas.hand_on(kg=1.5)
    assert gas.left() == 0
    with pytest.raises(NoGasToHandOn):
        gas.hand_on(kg=0.1)


@pytest.mark.parametrize("on", ["2026-11-17", "2026-11-25"])
def test_it_is_handed_on_after_it_was_recovered_and_not_in_days_to_come(gas: Gas, on: str) -> None:
    with pytest.raises(BadDate):
        gas.hand_on(on=on)


def test_whoever_gets_it_is_named_and_a_certificate_has_number_and_day(gas: Gas) -> None:
    with pytest.raises(Missing) as missing:
        gas.logs.hand_on(gas.ground.desk, gas.entry, GasRecord("2026-11-20", 1.0, " "))
    assert missing.value.field == "receiver"
    with pytest.raises(Missing):
        gas.hand_on(certificate="D-77")


def test_the_certificate_comes_later_and_is_noted_once(gas: Gas) -> None:
    handover = gas.hand_on(kg=3.5)
    (entry,) = gas.logs.log(gas.ground.desk, gas.unit).entries
    assert entry.uncertified is not None
    with pytest.raises(BadDate):
        gas.logs.certify(gas.ground.desk, handover, "D-77", "2026-11-19")
    gas.logs.certify(gas.ground.desk, handover, "D-77", "2026-11-23")
    (entry,) = gas.logs.log(gas.ground.desk, gas.unit).entries
    assert entry.uncertified is None
    with pytest.raises(AlreadyCertified):
        gas.logs.certify(gas.ground.desk, handover, "D-78", "2026-11-23")
    actions = [one.action for one in AuditLog(gas.ground.workplace).entries(gas.ground.owner)]
    assert {Action.REFRIGERANT_HANDED_ON, Action.REFRIGERANT_CERTIFIED} <= set(actions)


def test_neither_charged_nor_struck_nor_household_gas_is_handed_on(gas: Gas, ground: Ground) -> None:
    charged = recovered(ground, gas.unit, RefrigerantKind.CHARGED)
    gas.logs.strike(ground.desk, gas.entry, StrikeReason.TWICE)
    for entry in (charged, gas.entry):
        with pytest.raises(NoGasToHandOn):
            gas.logs.hand_on(ground.desk, entry, GasRecord("2026-11-20", 1.0, RECLAIMER))
    household = recovered(ground, unit_of(ground, commercial=False))
    with pytest.raises(NotCommercial):
        gas.logs.hand_on(ground.desk, household, GasRecord("2026-11-20", 1.0, RECLAIMER))


def test_only_whoever_edits_jobs_notes_it(gas: Gas) -> None:
    for role in (Role.TECHNICIAN, Role.INSPECTOR, Role.ACCOUNTING):
        with pytest.raises(NotPermitted):
            gas.logs.hand_on(gas.ground.people[role], gas.entry, GasRecord("2026-11-20", 1.0, RECLAIMER))


def test_the_printed_log_names_owner_servicer_products_and_what_became_of_the_gas(gas: Gas) -> None:
    gas.hand_on(kg=3.5, certificate="D-77", certified_on="2026-11-23")
    _row, pdf = gas.logs.paper(gas.ground.desk, (gas.unit,), words_for("ja"))
    text = "".join(read_text(pdf).split())
    for said in (
        "管理者の住所",
        "エアコンディショナー1台",
        "整備者：西区設備",
        "中部フロン再生",
        "破壊証明書D-77",
    ):
        assert said in text


@pytest.mark.parametrize("of_a_job", [False, True])
def test_the_certificates_day_starts_its_three_years(gas: Gas, ground: Ground, of_a_job: bool) -> None:
    """Certified on 2026-11-23: kept until 2029-11-23, whether the gas was recovered in a job or by hand."""
    if of_a_job:
        with ground.workplace.transaction() as session:
            owner = session.query(Customer).one()
            job = add_job(session, owner, Person(), state=JobState.DONE, on="2026-11-18")
            entry = session.query(RefrigerantEntry).filter(RefrigerantEntry.record_id == gas.entry).one()
            entry.job_id = job.id
    handover = gas.hand_on(kg=3.5)

    def ends() -> set[date | None]:
        with ground.workplace.reading() as session:
            return {
                reason.keep_until
                for found in judged(ground.workplace, session)
                for reason in found.verdict.reasons
                if reason.rule == "refrigerant-certificates"
            }

    assert ends() == set()
    gas.logs.certify(ground.desk, handover, "D-77", "2026-11-23")
    assert ends() == {date(2029, 11, 23)}
