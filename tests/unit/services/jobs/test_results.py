"""Results typed in: kept with a version, refused and doubted, logged; what follows for units and the job."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, Missing, NotPermitted
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobRecord, JobState, JobUnit, Party, UnitPart, UnitRecord, WorkKind
from hvacdesk.domain.jobs.quantities import Quantity
from hvacdesk.domain.jobs.refrigerant import (
    RefrigerantKind,
    RefrigerantReason,
    RefrigerantRecord,
    StrikeReason,
)
from hvacdesk.domain.jobs.results import (
    Check,
    Doubt,
    DoubtfulValues,
    InspectionItem,
    JobCheck,
    JobResults,
    UnitResultRecord,
)
from hvacdesk.domain.jobs.surveys import Qualification, Survey, SurveyOutcome, SurveyTarget
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import PaperKind
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.jobs.refrigerant import AlreadyStruck, NoRefrigerantLog, Refrigerant
from hvacdesk.services.jobs.results import Results
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.retention.retention import judged
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.office import office
from tests.helpers.ground import Ground
from tests.helpers.paper import qr_codes, read_text
from tests.helpers.people import customer

TODAY = "2026-11-24"
MEASURED = {
    Quantity.AIRTIGHT_MPA: 4.15,
    Quantity.VACUUM_PA: 66.7,
    Quantity.ADDED_KG: 0.2,
    Quantity.SUCTION_C: 27.0,
    Quantity.OUTLET_C: 14.0,
}

OF_A_BUILDING = (SurveyTarget.BUILDING, Qualification.GENERAL)
"""By a general surveyor of buildings."""


@dataclass(frozen=True)
class Work:
    """A replacement: an old outdoor unit goes, a new one comes."""

    ground: Ground
    jobs: Jobs
    results: Results
    refrigerant: Refrigerant
    customer: str
    site: str
    job: str
    old: str
    new: str

    def record(self, **changes: object) -> JobResults:
        units = (
            UnitResultRecord(self.new, MEASURED),
            UnitResultRecord(self.old, {Quantity.RECOVERED_KG: 0.75}),
        )
        checks = {JobCheck.DRAIN: Check.OK, JobCheck.SIGNED: Check.OK}
        return replace(JobResults(TODAY, "13:00", "15:10", checks, "2027-11-23", units=units), **changes)  # type: ignore[arg-type]

    def save(self, record: JobResults, version: int = 0, **how: bool) -> None:
        self.results.save(self.ground.desk, self.job, version, record, **how)

    def net(self, unit: str) -> float | None:
        return self.refrigerant.log(self.ground.desk, unit).net_kg

    def kept_by(self, rule: str) -> date | None:
        """The end of the first reason that a rule gives, or None where it gives none."""
        with self.ground.workplace.reading() as session:
            (one,) = judged(self.ground.workplace, session)
            return next((reason.keep_until for reason in one.verdict.reasons if reason.rule == rule), None)

    def logged(self) -> list[Action]:
        return [entry.action for entry in AuditLog(self.ground.workplace).entries(self.ground.owner)]


@pytest.fixture
def work(ground: Ground) -> Work:
    with ground.workplace.transaction() as session:
        facts = OfficeFacts("唐山空調", "052-111-2222", "名古屋市", LegalForm.COMPANY, 3)
        office.save_facts(session, facts)
    jobs = Jobs(ground.workplace)
    who = Customers(ground.workplace).add(ground.desk, customer())
    site = jobs.add_site_at_customer(ground.desk, who)
    old, new = (
        jobs.add_unit(
            ground.desk, site, UnitRecord("ベランダ", True, "ミライ", model, "", 2.5, 2015, "R32", kg)
        )
        for model, kg in (("AB-22", 0.8), ("CD-25", 0.65))
    )
    technician = ground.people[Role.TECHNICIAN].account
    job = jobs.add(
        ground.desk,
        JobRecord(
            site,
            WorkKind.REPLACE,
            {Party.REQUESTER: who},
            on=TODAY,
            staff=(technician,),
            units=(JobUnit(old, UnitPart.REMOVE), JobUnit(new, UnitPart.INSTALL)),
        ),
    )
    return Work(
        ground, jobs, Results(ground.workplace), Refrigerant(ground.workplace), who, site, job, old, new
    )


class TestSaving:
    def test_what_was_typed_comes_back(self, work: Work) -> None:
        work.save(work.record(text="ドレンホースを延長"))
        sheet = work.results.sheet(work.ground.desk, work.job)
        assert sheet.results == work.record(text="ドレンホースを延長")
        assert sheet.version == 1
        assert [(unit.measured, unit.recovers) for unit in sheet.units] == [(False, True), (True, False)]

    def test_a_version_that_is_behind_is_refused_and_nothing_is_lost(self, work: Work) -> None:
        work.save(work.record())
        with pytest.raises(ChangedMeanwhile):
            work.save(work.record(text="second"), version=0)
        work.save(work.record(text="second"), version=1)
        assert work.results.sheet(work.ground.desk, work.job).results.text == "second"

    def test_a_value_that_is_not_usual_is_asked_about_then_kept_and_logged(self, work: Work) -> None:
        record = work.record(units=(UnitResultRecord(work.new, {Quantity.INSULATION_MOHM: 0.3}),))
        with pytest.raises(DoubtfulValues) as caught:
            work.save(record)
        assert caught.value.doubts == (Doubt(work.new, Quantity.INSULATION_MOHM),)
        assert work.results.sheet(work.ground.desk, work.job).version == 0
        work.save(record, confirmed=True)
        assert work.results.sheet(work.ground.desk, work.job).results == record
        entry = next(
            one
            for one in AuditLog(work.ground.workplace).entries(work.ground.owner)
            if one.action is Action.RESULTS_RECORDED
        )
        assert entry.details["confirmed"] == ["insulation_mohm"]

    def test_a_unit_of_another_job_is_refused(self, work: Work) -> None:
        with pytest.raises(InvalidInput):
            work.save(work.record(units=(UnitResultRecord("f" * 32, {Quantity.CURRENT_A: 5.0}),)))

    def test_simple_inspection_and_survey_are_kept(self, work: Work) -> None:
        unit = UnitResultRecord(
            work.new, checks={InspectionItem.OIL: Check.FOUND, InspectionItem.FROST: Check.OK}
        )
        survey = Survey("2026-11-20", "山本", SurveyOutcome.NONE_FOUND, *OF_A_BUILDING)
        work.save(work.record(units=(unit,), survey=survey))
        found = work.results.sheet(work.ground.desk, work.job).results
        assert found.of(work.new).checks == unit.checks
        assert found.survey == survey
        assert set(found.checks) == {JobCheck.DRAIN, JobCheck.SIGNED}

    def test_a_survey_before_the_work_keeps_what_else_is_noted(self, work: Work) -> None:
        work.save(work.record())
        survey = Survey("2026-11-20", "山本", SurveyOutcome.FOUND, *OF_A_BUILDING)
        work.results.record_survey(work.ground.desk, work.job, survey, shown=Survey())
        assert work.results.sheet(work.ground.desk, work.job).results == work.record(survey=survey)
        with pytest.raises(Missing):
            work.results.record_survey(work.ground.desk, work.job, Survey(), shown=survey)

    def test_a_survey_that_somebody_else_put_right_meanwhile_is_not_set_back(self, work: Work) -> None:
        desk, results = work.ground.desk, work.results
        first = Survey("2026-11-20", "山本", SurveyOutcome.NONE_FOUND, *OF_A_BUILDING)
        results.record_survey(desk, work.job, first, shown=Survey())
        found = replace(first, outcome=SurveyOutcome.FOUND, basis="分析")
        results.record_survey(desk, work.job, found, shown=first)
        with pytest.raises(ChangedMeanwhile):
            results.record_survey(desk, work.job, replace(first, by="山口"), shown=first)
        assert results.sheet(desk, work.job).results.survey == found
        work.save(work.record(survey=found), version=2)  # which leaves the survey as it is
        results.record_survey(desk, work.job, replace(found, by="山口"), shown=found)
        assert results.sheet(desk, work.job).results.survey == replace(found, by="山口")

    def test_a_unit_that_was_taken_out_of_the_job_stands_in_nobodys_way(self, work: Work) -> None:
        work.save(work.record())
        desk, jobs = work.ground.desk, work.jobs
        booked = jobs.record_for_edit(desk, work.job)
        version = jobs.detail(desk, work.job).version
        jobs.change(desk, work.job, version, replace(booked, units=booked.units[:1]))
        survey = Survey("2026-11-20", "山本", SurveyOutcome.NONE_FOUND, *OF_A_BUILDING)
        work.results.record_survey(desk, work.job, survey, shown=Survey())
        sheet = work.results.sheet(desk, work.job)
        assert sheet.results.survey == survey
        assert [unit.unit for unit in sheet.units] == [work.old]
        work.save(work.record(units=(), survey=survey), version=sheet.version)

    def test_done_is_dated_by_the_day_of_the_work_and_only_once(self, work: Work) -> None:
        work.save(work.record(), complete=True)
        detail = work.jobs.detail(work.ground.desk, work.job)
        assert detail.row.state is JobState.DONE
        assert [(event.kind, event.on) for event in detail.events] == [(EventKind.COMPLETION, TODAY)]
        with pytest.raises(InvalidInput):
            work.save(work.record(), version=1, complete=True)

    def test_done_needs_the_day_of_the_work(self, work: Work) -> None:
        with pytest.raises(Missing):
            work.save(JobResults(), complete=True)
        assert work.jobs.detail(work.ground.desk, work.job).row.state is JobState.RECEIVED

    def test_who_may_see_and_who_may_save(self, work: Work) -> None:
        ground = work.ground
        work.save(work.record(text="合鍵は隣家"))
        assert work.results.sheet(ground.people[Role.TECHNICIAN], work.job).results.text
        assert not work.results.sheet(ground.people[Role.ACCOUNTING], work.job).results.text
        for actor in (ground.other_technician, ground.people[Role.INSPECTOR]):
            with pytest.raises(NotPermitted):
                work.results.sheet(actor, work.job)
        for role in (Role.TECHNICIAN, Role.ACCOUNTING, Role.INSPECTOR):
            with pytest.raises(NotPermitted):
                work.results.save(ground.people[role], work.job, 1, work.record())


class TestRefrigerant:
    def test_results_make_the_entries_and_the_net_charge_runs(self, work: Work) -> None:
        work.save(work.record())
        log = work.refrigerant.log(work.ground.desk, work.new)
        (entry,) = log.entries
        assert (entry.record.kind, entry.record.kg) == (RefrigerantKind.CHARGED, 0.2)
        assert entry.record.reason is RefrigerantReason.INSTALLATION
        assert log.net_kg == 0.85
        assert work.net(work.old) == 0.05

    def test_saving_the_same_again_adds_nothing(self, work: Work) -> None:
        work.save(work.record())
        work.save(work.record(text="once more"), version=1)
        assert len(work.refrigerant.log(work.ground.desk, work.new).entries) == 1

    def test_a_corrected_amount_strikes_the_wrong_entry_which_stays(self, work: Work) -> None:
        work.save(work.record())
        units = (UnitResultRecord(work.new, {**MEASURED, Quantity.ADDED_KG: 0.1}),)
        work.save(work.record(units=units), version=1)
        log = work.refrigerant.log(work.ground.desk, work.new)
        assert [(entry.record.kg, entry.struck) for entry in log.entries] == [
            (0.2, StrikeReason.WRONG_AMOUNT),
            (0.1, None),
        ]
        assert log.running() == (0.65, 0.75)
        assert work.net(work.old) == 0.8
        assert work.logged().count(Action.REFRIGERANT_STRUCK) == 2

    def test_an_entry_by_hand_and_its_striking(self, work: Work) -> None:
        desk = work.ground.desk
        record = RefrigerantRecord(RefrigerantKind.CHARGED, "2026-06-01", 0.3, "R32", worker="外注")
        entry = work.refrigerant.add(desk, work.new, record)
        assert work.net(work.new) == 0.95
        work.refrigerant.strike(desk, entry, StrikeReason.WRONG_UNIT)
        assert work.net(work.new) == 0.65
        with pytest.raises(AlreadyStruck):
            work.refrigerant.strike(desk, entry, StrikeReason.TWICE)
        with pytest.raises(InvalidInput):
            work.refrigerant.add(desk, work.new, replace(record, kg=0.0))
        with pytest.raises(InvalidInput):
            work.refrigerant.add(desk, work.new, replace(record, on="2026-11-25"))

    def test_the_survey_is_kept_from_its_day_and_by_the_main_contractor_from_the_end_of_the_work(
        self, work: Work
    ) -> None:
        assert work.kept_by("asbestos-survey") is None
        survey = Survey("2026-11-20", "調査者 一郎", SurveyOutcome.NONE_FOUND, *OF_A_BUILDING)
        work.results.record_survey(work.ground.desk, work.job, survey, shown=Survey())
        assert work.kept_by("asbestos-survey") == date(2029, 11, 20)
        work.save(work.record(survey=survey), version=1, complete=True)
        assert work.kept_by("asbestos-survey-main-contractor") == date(2029, 11, 24)

    @pytest.mark.parametrize("by_job", [False, True])
    def test_the_law_on_refrigerants_keeps_the_log_of_commercial_units_alone(
        self, work: Work, by_job: bool
    ) -> None:
        """Logged on 2026-11-24: kept until 2031-11-24 (フロン排出抑制法 47条), at a household not at all."""
        if by_job:
            work.save(work.record())
        else:
            record = RefrigerantRecord(RefrigerantKind.CHARGED, TODAY, 0.3, "R32")
            work.refrigerant.add(work.ground.desk, work.new, record)
        assert work.kept_by("refrigerant-log") is None
        with work.ground.workplace.transaction() as session:
            job_store.unit(session, work.new).commercial = True
        assert work.kept_by("refrigerant-log") == date(2031, 11, 24)

    def test_a_unit_of_unknown_charge_has_no_net_charge(self, work: Work) -> None:
        desk = work.ground.desk
        unit = work.jobs.add_unit(desk, work.site, UnitRecord("屋上", True))
        work.refrigerant.add(desk, unit, RefrigerantRecord(RefrigerantKind.CHARGED, TODAY, 1.0))
        assert work.net(unit) is None

    def test_the_printed_log_shows_struck_entries_and_is_registered(self, work: Work) -> None:
        desk = work.ground.desk
        work.save(work.record())
        work.save(work.record(units=(UnitResultRecord(work.new, {Quantity.ADDED_KG: 0.1}),)), version=1)
        units = work.refrigerant.units_beside(desk, work.new)
        assert set(units) == {work.old, work.new}
        row, pdf = work.refrigerant.paper(desk, units, english)
        text = read_text(pdf)
        for part in ("0.2 kg", "0.1 kg", "0.75 kg", "Struck", "柳川 美沙緒"):
            assert part in text
        assert "様" not in text, "a log names, it does not address"
        assert row.kind is PaperKind.REFRIGERANT_LOG
        assert qr_codes(pdf) == [row.code]
        assert row.number in text
        with pytest.raises(NoRefrigerantLog):
            work.refrigerant.paper(desk, (), english)
