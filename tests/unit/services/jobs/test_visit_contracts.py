"""Contracts on a visit at a job: recorded once, due at once, and on a paper that says all and is red."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hvacdesk.domain.billing.estimates import EstimateLineRecord, EstimateRecord
from hvacdesk.domain.errors import ChangedMeanwhile, NotPermitted
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import (
    JobRecord,
    JobState,
    JobUnit,
    Party,
    SiteRecord,
    UnitPart,
    UnitRecord,
    WorkKind,
)
from hvacdesk.domain.jobs.visit_contracts import (
    NoDayForPaper,
    NoPaperOwed,
    NoPriceForPaper,
    VisitException,
    VisitRecord,
)
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.duties import DutyKind
from hvacdesk.domain.papers.register import PaperKind
from hvacdesk.domain.roles import Role
from hvacdesk.services.billing.estimates import Estimates
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.jobs.visit_contracts import VisitContracts
from hvacdesk.services.language import words_for
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.store.office import office as office_store
from tests.helpers.ground import ROLES, Ground
from tests.helpers.paper import page_picture, read_text
from tests.helpers.people import customer

MADE = VisitRecord("2026-11-24", "受付 花子")


class Visit:
    """A job at a customer's, with an estimate where one is wanted."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.contracts = VisitContracts(ground.workplace)
        self.jobs = Jobs(ground.workplace)
        who = Customers(ground.workplace).add(ground.desk, customer())
        site = self.jobs.add_site(ground.desk, who, SiteRecord(customer().address))
        unit = UnitRecord(place="居間", maker="見本電機", model="AB-22")
        units = self.jobs.add_units(ground.desk, site, unit, 2)
        self.record = JobRecord(
            site,
            WorkKind.INSTALL,
            {Party.REQUESTER: who},
            on="2026-12-10",
            units=tuple(JobUnit(one, UnitPart.INSTALL) for one in units),
        )
        self.job = self.jobs.add(ground.desk, self.record)
        with ground.workplace.transaction() as session:
            facts = OfficeFacts("唐山空調", "052-111-2222", "名古屋市中区1-1", LegalForm.COMPANY, 3)
            office_store.save_facts(session, facts)

    def estimate(self) -> None:
        estimates = Estimates(self.ground.workplace)
        made = estimates.draft(self.ground.desk, self.job, words_for("ja"))
        lines = (
            EstimateLineRecord("エアコン本体", 2, "台", 110_000),
            EstimateLineRecord("標準取付工事", 2, "台", 20_000),
        )
        version = estimates.detail(self.ground.desk, made).row.version
        estimates.issue(self.ground.desk, made, version, EstimateRecord(lines, with_tax=True))

    def keep(self, record: VisitRecord = MADE, version: int = 0) -> None:
        self.contracts.record(self.ground.desk, self.job, version, record)

    def duties(self) -> list[tuple[DutyKind, date, str]]:
        return [(one.kind, one.due, one.record) for one in self.contracts.duties(self.ground.desk)]


@pytest.fixture
def visit(ground: Ground) -> Visit:
    return Visit(ground)


def test_a_contract_dates_the_job_and_wants_its_paper_that_day(visit: Visit) -> None:
    assert visit.contracts.of_job(visit.ground.desk, visit.job).version == 0
    visit.keep()
    view = visit.contracts.of_job(visit.ground.desk, visit.job)
    assert (view.version, view.paper_missing) == (1, True)
    assert visit.duties() == [(DutyKind.VISIT_PAPER, date(2026, 11, 24), visit.job)]
    events = visit.jobs.detail(visit.ground.desk, visit.job).events
    assert [(one.kind, one.on) for one in events if one.kind is EventKind.CONTRACT] == [
        (EventKind.CONTRACT, "2026-11-24")
    ]
    visit.keep(replace(MADE, paper_on="2026-11-24"), 1)
    assert visit.duties() == []
    assert visit.contracts.of_job(visit.ground.desk, visit.job).ends == "2026-12-01"
    events = visit.jobs.detail(visit.ground.desk, visit.job).events
    assert len([one for one in events if one.kind is EventKind.CONTRACT]) == 1


def test_no_paper_is_due_for_an_exception_a_withdrawal_or_a_cancelled_job(visit: Visit) -> None:
    visit.keep(replace(MADE, exception=VisitException.BUSINESS))
    assert visit.duties() == []
    visit.keep(MADE, 1)
    assert len(visit.duties()) == 1
    visit.keep(replace(MADE, withdrawn_on="2026-11-24"), 2)
    assert visit.duties() == []
    visit.keep(MADE, 3)
    visit.jobs.set_state(visit.ground.desk, visit.job, JobState.CANCELLED)
    assert visit.duties() == []


def test_nobody_writes_over_what_a_colleague_recorded(visit: Visit) -> None:
    visit.keep()
    with pytest.raises(ChangedMeanwhile):
        visit.keep(replace(MADE, paper_on="2026-11-24"))


def test_what_was_recorded_is_logged_by_code_alone(visit: Visit) -> None:
    visit.keep(replace(MADE, terms="分割払いの特約", paper_on="2026-11-24"))
    log = AuditLog(visit.ground.workplace)
    (entry,) = log.entries(visit.ground.owner, action=Action.VISIT_CONTRACT_RECORDED)
    assert entry.details == {"visit_exception": "none", "paper_handed": True, "withdrawn": False}


def test_the_paper_needs_a_contract_a_price_and_a_day(visit: Visit) -> None:
    words = words_for("ja")
    with pytest.raises(NoPaperOwed):
        visit.contracts.print_out(visit.ground.desk, visit.job, words)
    visit.keep()
    with pytest.raises(NoPriceForPaper):
        visit.contracts.print_out(visit.ground.desk, visit.job, words)
    visit.estimate()
    version = visit.jobs.detail(visit.ground.desk, visit.job).version
    visit.jobs.change(visit.ground.desk, visit.job, version, replace(visit.record, on=""))
    with pytest.raises(NoDayForPaper):
        visit.contracts.print_out(visit.ground.desk, visit.job, words)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_paper_says_all_that_the_law_wants(visit: Visit, language: str) -> None:
    visit.keep(replace(MADE, payment="工事の日に銀行振込"))
    visit.estimate()
    issued = visit.contracts.print_out(visit.ground.desk, visit.job, words_for(language))
    assert issued.papers[0].kind is PaperKind.CONTRACT
    text = "".join(read_text(issued.pdf).split())
    said = {
        "ja": (
            "契約書（訪問販売）",
            "この書面の内容を十分にお読みください。",
            "2026年11月24日",
            "2026年12月10日",
            "見本電機AB-222台",
            "8日を経過するまで",
            "電子メールなどの電磁的記録",
            "通知を発した時に効力を生じます",
            "無料で元の状態に戻す",
            "威迫",
        ),
        "en": (
            "Contract(saleonavisit)",
            "Pleasereadthispapercarefully.",
            "24Nov2026",
            "10Dec2026",
            "見本電機AB-22,2pcs",
            "Within8days",
            "e-mail",
            "takeseffectwhenyousendthenotice",
            "freeofcharge",
            "pressure",
        ),
    }[language]
    office = ("唐山空調", "052-111-2222", "名古屋市中区1-1", "受付花子", "柳川美沙緒", "工事の日に銀行振込")
    for part in (*said, *office, "¥260,000", "¥220,000"):
        assert part in text, part


def test_the_frame_and_the_words_within_it_are_red(visit: Visit) -> None:
    visit.keep()
    visit.estimate()
    issued = visit.contracts.print_out(visit.ground.desk, visit.job, words_for("ja"))
    picture = page_picture(issued.pdf, dpi=72).convert("RGB")
    red = [
        (x, y)
        for x in range(picture.width)
        for y in range(picture.height)
        if (rgb := picture.getpixel((x, y)))[0] > 150 and max(rgb[1:]) < 110
    ]
    wide = max(x for x, _y in red) - min(x for x, _y in red)
    assert wide > picture.width * 0.8
    assert len(red) > 3 * (wide + (max(y for _x, y in red) - min(y for _x, y in red)))


@pytest.mark.parametrize("role", ROLES)
def test_each_act_is_for_its_roles_alone(visit: Visit, role: Role) -> None:
    visit.keep()
    visit.estimate()
    who = visit.ground.people[role]
    desk = {Role.OWNER, Role.DESK}
    acts = (
        (lambda: visit.contracts.of_job(who, visit.job), desk | {Role.ACCOUNTING}),
        (lambda: visit.contracts.record_for_edit(who, visit.job), desk),
        (lambda: visit.contracts.print_out(who, visit.job, words_for("ja")), desk),
        (lambda: visit.contracts.record(who, visit.job, 1, MADE), desk),
    )
    for act, allowed in acts:
        if role in allowed:
            act()
        else:
            with pytest.raises(NotPermitted):
                act()
