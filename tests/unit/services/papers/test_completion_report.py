"""The completion report: registered before it is drawn, cut as the customer's copy is."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from hvacdesk.domain.errors import NotPermitted, RecordGone
from hvacdesk.domain.jobs.jobs import JobRecord, JobUnit, Party, SiteRecord, UnitPart, UnitRecord, WorkKind
from hvacdesk.domain.jobs.quantities import Quantity
from hvacdesk.domain.jobs.results import JobResults, UnitResultRecord
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.papers.register import PaperKind, PaperState, RegisterQuery
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.jobs.results import Results
from hvacdesk.services.papers.completion_report import Completion, NoResultsYet
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.store.office import office
from tests.helpers.ground import Ground
from tests.helpers.paper import read_text, scanned_codes
from tests.helpers.people import customer

TODAY = "2026-11-24"


@dataclass(frozen=True)
class Work:
    ground: Ground
    reports: Completion
    papers: Papers
    results: Results
    job: str
    unit: str
    phone: str

    def record(self, text: str = "") -> None:
        version = self.results.sheet(self.ground.desk, self.job).version
        unit = UnitResultRecord(self.unit, {Quantity.ADDED_KG: 0.1, Quantity.AIRTIGHT_MPA: 4.15}, text=text)
        self.results.save(self.ground.desk, self.job, version, JobResults(TODAY, text=text, units=(unit,)))

    def registered(self) -> list[PaperState]:
        rows = self.papers.rows(self.ground.desk, RegisterQuery())
        return [row.state for row in rows if row.kind is PaperKind.REPORT]


@pytest.fixture
def work(ground: Ground) -> Work:
    workplace, desk = ground.workplace, ground.desk
    with workplace.transaction() as session:
        office.save_facts(session, OfficeFacts("唐山空調", "052-111-2222", "名古屋市", LegalForm.COMPANY, 3))
    jobs, person = Jobs(workplace), customer()
    who = Customers(workplace).add(desk, person)
    site = jobs.add_site(desk, who, SiteRecord(person.address, access="裏口から", lock_codes="暗証 8842"))
    unit = jobs.add_unit(
        desk, site, UnitRecord("ベランダ", True, "ミライ", "CD-25", "", 2.5, 2026, "R32", 0.65)
    )
    job = jobs.add(
        desk,
        JobRecord(
            site,
            WorkKind.INSTALL,
            {Party.REQUESTER: who},
            on=TODAY,
            units=(JobUnit(unit, UnitPart.INSTALL),),
            note="値引きの相談あり",
        ),
    )
    orders = WorkOrders(workplace)
    return Work(
        ground,
        Completion(workplace),
        Papers(workplace, orders),
        Results(workplace),
        job,
        unit,
        person.phones[0].number,
    )


def test_a_report_is_registered_with_the_code_that_stands_on_it(work: Work) -> None:
    work.record()
    issued = work.reports.issue(work.ground.desk, work.job, english)
    assert work.registered() == [PaperState.PRINTING]
    assert scanned_codes(issued.pdf) == [issued.row.code]
    assert issued.row.number in read_text(issued.pdf)
    work.papers.printed(work.ground.desk, [issued.row.paper], "laser")
    assert work.registered() == [PaperState.HANDED_OVER]
    again = work.reports.issue(work.ground.desk, work.job, english)
    assert again.row.number != issued.row.number


def test_it_tells_what_was_measured_and_the_charge_that_is_in_the_unit(work: Work) -> None:
    work.record()
    text = read_text(work.reports.issue(work.ground.desk, work.job, english).pdf)
    for part in ("柳川 美沙緒 様", "4.15 MPa", "added 0.1 kg", "net charge 0.75 kg", "CD-25"):
        assert part in text


def test_what_the_customers_copy_hides_is_not_on_it_even_in_remarks(work: Work) -> None:
    work.record(text=f"連絡先 {work.phone} 鍵 8842 で入室")
    text = read_text(work.reports.issue(work.ground.desk, work.job, english).pdf)
    assert "連絡先" in text
    for hidden in (work.phone, "8842", "裏口", "値引き"):
        assert hidden not in text


def test_what_is_written_of_a_unit_holds_nothing_that_the_copy_hides(work: Work) -> None:
    work.record()
    jobs, desk = Jobs(work.ground.workplace), work.ground.desk
    before = jobs.detail(desk, work.job).units[0][1].record
    jobs.change_unit(desk, work.unit, replace(before, maker=f"ミライ {work.phone}"), shown=before)
    text = read_text(work.reports.issue(desk, work.job, english).pdf)
    assert "ミライ" in text
    assert work.phone not in text


def test_without_results_there_is_nothing_to_report_and_nothing_registered(work: Work) -> None:
    with pytest.raises(NoResultsYet):
        work.reports.issue(work.ground.desk, work.job, english)
    with pytest.raises(RecordGone):
        work.reports.issue(work.ground.desk, "f" * 32, english)
    assert work.registered() == []


def test_who_may_print_it(work: Work) -> None:
    work.record()
    for role in (Role.TECHNICIAN, Role.ACCOUNTING, Role.INSPECTOR):
        with pytest.raises(NotPermitted):
            work.reports.issue(work.ground.people[role], work.job, english)
    assert work.registered() == []
