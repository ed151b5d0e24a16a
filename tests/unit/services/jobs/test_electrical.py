"""The electrical-work ledger: what a job's entry needs, what is missing, and what is printed and logged."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from hvacdesk.domain.errors import (
    BadDate,
    ChangedMeanwhile,
    EndsBeforeStart,
    InvalidInput,
    Missing,
    NotPermitted,
)
from hvacdesk.domain.jobs.electrical import Inspection, LedgerCheck, LedgerReason, LedgerRecord
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import ItemLine, JobRecord, JobState, Party, WorkItem, WorkKind
from hvacdesk.domain.jobs.results import Check
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.electrical import ElectricalLedger, NoLedgerEntries
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.language import words_for
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.store.office import office
from tests.helpers.ground import Ground
from tests.helpers.paper import read_text
from tests.helpers.people import HIDDEN, customer

TODAY, YEAR = "2026-11-24", "2026-01-01"
RECORD = LedgerRecord(
    on=TODAY,
    work="専用回路の増設 200V",
    chief="青木 主任",
    workers="山本",
    diagram="図-2026-014",
    insulation_mohm=100.0,
    earth_ohm=18.5,
    volts=202.0,
    result=Inspection.PASSED,
)


@dataclass(frozen=True)
class Desk:
    ground: Ground
    jobs: Jobs
    ledger: ElectricalLedger
    job: str

    def rows(self) -> list[tuple[str, bool]]:
        found = self.ledger.rows(self.ground.desk, YEAR, TODAY)
        return [(row.job, row.entry is not None) for row in found]

    def save(self, record: LedgerRecord = RECORD, version: int = 0) -> None:
        self.ledger.save(self.ground.desk, self.job, version, record)

    def entries(self, action: Action) -> list[dict[str, object]]:
        log = AuditLog(self.ground.workplace).entries(self.ground.owner)
        return [entry.details for entry in log if entry.action is action]


@pytest.fixture
def desk(ground: Ground) -> Desk:
    with ground.workplace.transaction() as session:
        office.save_facts(
            session, OfficeFacts("唐山空調", "052-111-2222", "名古屋市中区9-9", LegalForm.COMPANY, 3)
        )
    jobs = Jobs(ground.workplace)
    who = Customers(ground.workplace).add(ground.desk, customer())
    site = jobs.add_site_at_customer(ground.desk, who)
    job = jobs.add(
        ground.desk,
        JobRecord(
            site,
            WorkKind.INSTALL,
            {Party.REQUESTER: who},
            on=TODAY,
            staff=(ground.people[Role.TECHNICIAN].account,),
            items=(ItemLine(WorkItem.NEW_CIRCUIT, 1),),
        ),
    )
    return Desk(ground, jobs, ElectricalLedger(ground.workplace), job)


class TestEntries:
    def test_a_done_job_with_electrical_work_waits_for_its_entry(self, desk: Desk) -> None:
        assert desk.rows() == []
        desk.jobs.set_state(desk.ground.desk, desk.job, JobState.DONE)
        assert desk.rows() == [(desk.job, False)]
        desk.save()
        assert desk.rows() == [(desk.job, True)]

    def test_a_job_entered_in_a_book_on_paper_does_not_wait(self, desk: Desk) -> None:
        desk.jobs.set_state(desk.ground.desk, desk.job, JobState.DONE)
        desk.jobs.record_event(desk.ground.desk, desk.job, JobEvent(EventKind.LEDGER_ENTRY, TODAY))
        assert desk.rows() == []

    def test_the_entry_dates_the_event_from_which_its_years_are_counted(self, desk: Desk) -> None:
        desk.ground.clock.pass_time(days=2)
        desk.save()
        desk.ground.clock.pass_time(days=1)
        desk.save(replace(RECORD, text="分電盤を交換"), version=1)
        events = desk.jobs.detail(desk.ground.desk, desk.job).events
        assert [(event.kind, event.on) for event in events] == [(EventKind.LEDGER_ENTRY, "2026-11-26")]

    def test_the_form_begins_with_what_is_known(self, desk: Desk) -> None:
        draft = desk.ledger.draft(desk.ground.desk, desk.job)
        assert (draft.version, draft.record.on, draft.record.workers) == (0, TODAY, "technician")
        desk.save()
        assert desk.ledger.draft(desk.ground.desk, desk.job).record == RECORD

    def test_what_was_looked_at_is_kept_and_a_fault_is_good_only_after_mending(self, desk: Desk) -> None:
        looked = {LedgerCheck.EARTHING: Check.OK, LedgerCheck.WALL_PASS: Check.FOUND}
        with pytest.raises(InvalidInput) as wrong:
            desk.save(replace(RECORD, checks=looked))
        assert wrong.value.field == "result"
        mended = replace(RECORD, checks=looked, result=Inspection.MENDED)
        desk.save(mended)
        assert desk.ledger.draft(desk.ground.desk, desk.job).record == mended
        paper = desk.ledger.paper(desk.ground.desk, YEAR, TODAY, LedgerReason.OWN_CHECK, words_for("ja")).pdf
        text = read_text(paper)
        assert "接地工事" in text
        assert "壁貫通部" in text

    @pytest.mark.parametrize("missing", ["on", "work", "chief", "workers", "diagram", "result"])
    def test_everything_that_the_law_lists_is_needed(self, desk: Desk, missing: str) -> None:
        with pytest.raises(Missing) as caught:
            desk.save(replace(RECORD, **{missing: None if missing == "result" else ""}))
        assert caught.value.field == missing

    def test_what_cannot_be_right_is_refused(self, desk: Desk) -> None:
        for changes in ({"earth_ohm": -1.0}, {"volts": 6600.0}, {"on": "2026-11-25"}):
            with pytest.raises(InvalidInput):
                desk.save(replace(RECORD, **changes))
        desk.save()
        with pytest.raises(ChangedMeanwhile):
            desk.save()

    def test_who_may(self, desk: Desk) -> None:
        for role in (Role.TECHNICIAN, Role.INSPECTOR, Role.ACCOUNTING):
            with pytest.raises(NotPermitted):
                desk.ledger.save(desk.ground.people[role], desk.job, 0, RECORD)
            with pytest.raises(NotPermitted):
                desk.ledger.paper(desk.ground.people[role], YEAR, TODAY, LedgerReason.OWN_CHECK, english)


class TestPaper:
    def test_names_and_addresses_are_masked_on_screen_and_whole_on_paper(self, desk: Desk) -> None:
        desk.save()
        rows = desk.ledger.rows(desk.ground.desk, YEAR, TODAY)
        assert not any(hidden in rows[0].town.text for hidden in HIDDEN)
        text = read_text(
            desk.ledger.paper(desk.ground.desk, YEAR, TODAY, LedgerReason.INSPECTION, english).pdf
        )
        whole = "".join(text.split())
        for part in (
            "柳川美沙緒",
            "専用回路の増設200V",
            "青木主任",
            "山本",
            "図-2026-014",
            "100MΩ",
            "18.5Ω",
        ):
            assert part in whole
        assert "090" not in whole
        assert "様" not in whole, "a ledger names, it does not address"

    def test_the_print_is_logged_with_its_reason(self, desk: Desk) -> None:
        desk.save()
        paper = desk.ledger.paper(desk.ground.desk, YEAR, TODAY, LedgerReason.INSPECTION, english)
        said = {"reason": "inspection", "lines": 1, "until": TODAY}
        assert desk.entries(Action.PAPER_SHOWN) == [said | {"document": "electrical_ledger_printed"}]
        assert desk.entries(Action.ELECTRICAL_LEDGER_PRINTED) == []
        found = desk.jobs.detail(desk.ground.desk, desk.job)
        assert paper.customers == (found.row.customer,)
        who = {Party.REQUESTER: found.parties[0].customer}
        another = JobRecord(found.site.site, WorkKind.INSTALL, who, on=TODAY)
        job = desk.jobs.add(desk.ground.desk, another)
        desk.ledger.save(desk.ground.desk, job, 0, RECORD)  # while it is with the printer
        desk.ledger.printed(desk.ground.desk, YEAR, TODAY, LedgerReason.INSPECTION, paper.lines)
        assert desk.entries(Action.ELECTRICAL_LEDGER_PRINTED) == [said]

    def test_a_period_without_entries_or_turned_round_is_told(self, desk: Desk) -> None:
        actor, reason = desk.ground.desk, LedgerReason.FILING
        with pytest.raises(NoLedgerEntries):
            desk.ledger.paper(actor, YEAR, TODAY, reason, english)
        desk.save()
        with pytest.raises(EndsBeforeStart):
            desk.ledger.paper(actor, TODAY, YEAR, reason, english)
        with pytest.raises(BadDate):
            desk.ledger.rows(actor, "gestern", TODAY)
        assert desk.entries(Action.ELECTRICAL_LEDGER_PRINTED) == []
