"""Undoing edits: the former values come back as a save of its own, or nothing changes and it is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from sqlalchemy import text

from hvacdesk.domain.calendar.reminders import ReminderFacts, ReminderKey, ReminderKind, ReminderOutcome
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.customers.cautions import Caution, CautionKind
from hvacdesk.domain.customers.customers import Address
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
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
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import NewPaper, PaperKind
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.partners.handovers import HandoverMedium, NewHandover
from hvacdesk.domain.partners.partner_orders import NewOrder
from hvacdesk.domain.partners.partners import Basis, FirmFacts
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.job_undo import PaperInPreview
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.services.partners.handovers import Handovers
from hvacdesk.services.partners.partner_orders import PartnerOrders
from hvacdesk.services.partners.partners import Partners
from hvacdesk.services.undo import KEPT, EditOverwritten, NotDoneLast, NothingToUndo, UndoneAlready
from hvacdesk.store.calendar.reminders import note_seen
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.jobs import records_about
from hvacdesk.store.office import office
from tests.helpers.ground import Ground
from tests.helpers.people import customer, payment
from tests.helpers.printed_papers import print_paper
from tests.helpers.sabotage import replaced

UNIT = UnitRecord(maker="試験工業", serial="E012345")
TABLES = (
    "customers",
    "customer_phones",
    "customer_findings",
    "customer_cautions",
    "sites",
    "units",
    "jobs",
    "job_staff",
    "job_units",
)


RENUMBERED = ("job_staff", "job_units", "customer_cautions")


@dataclass(frozen=True)
class Made:
    """A customer with payment details, a site, a unit and a job."""

    customers: Customers
    jobs: Jobs
    customer: str
    site: str
    unit: str
    job: str
    booking: JobRecord


@pytest.fixture
def made(ground: Ground) -> Made:
    customers, jobs, owner = Customers(ground.workplace), Jobs(ground.workplace), ground.owner
    who = customers.add(owner, customer(payment=payment()))
    site = jobs.add_site(
        owner, who, SiteRecord(Address(city="名古屋市中区"), label="離れ", lock_codes="暗証番号 8842")
    )
    unit = jobs.add_unit(owner, site, UNIT)
    booking = JobRecord(
        site,
        WorkKind.CLEAN,
        {Party.REQUESTER: who},
        on="2026-11-24",
        starts="09:00",
        staff=(ground.people[Role.TECHNICIAN].account,),
        units=(JobUnit(unit, UnitPart.SERVICE),),
    )
    made = Made(customers, jobs, who, site, unit, jobs.add(owner, booking), booking)
    ground.workplace.edits.forget()
    return made


def stored(ground: Ground) -> dict[str, list[tuple[object, ...]]]:
    """Every row of what can be edited, but for what counts saves and uses."""
    found = {}
    with ground.workplace.reading() as session:
        for table in TABLES:
            rows = session.execute(text(f"SELECT * FROM {table} ORDER BY 1")).mappings()
            passing = ("version", "used_at", "id") if table in RENUMBERED else ("version", "used_at")
            found[table] = [tuple(v for k, v in row.items() if k not in passing) for row in rows]
    return found


Act = Callable[[Ground, Made], None]
EDITS: dict[str, Act] = {
    "cautions": lambda g, m: m.customers.change(
        g.owner, m.customer, 1, {"cautions": (Caution(CautionKind.STAIRS),)}
    ),
    "name and phones": lambda g, m: m.customers.change(
        g.owner, m.customer, 1, {"name": {"given": "花"}, "phones": {0: None}}
    ),
    "payment": lambda g, m: m.customers.change(
        g.owner, m.customer, 1, {"payment": {"account": "111", "bank": ""}}
    ),
    "booking": lambda g, m: m.jobs.change(
        g.owner, m.job, 1, replace(m.booking, on="2026-12-01", starts="", staff=(), units=())
    ),
    "site": lambda g, m: m.jobs.change_site(g.owner, m.site, {"label": "母屋", "lock_codes": ""}),
    "unit": lambda g, m: m.jobs.change_unit(g.owner, m.unit, UnitRecord(maker="例示空調"), shown=UNIT),
    "state": lambda g, m: m.jobs.set_state(g.owner, m.job, JobState.DONE),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_every_former_value_comes_back_and_the_log_says_so(ground: Ground, made: Made, edit: Act) -> None:
    before = stored(ground)
    edit(ground, made)
    assert stored(ground) != before
    subject = ground.workplace.edits.undo(ground.owner).subject
    assert stored(ground) == before
    (entry,) = AuditLog(ground.workplace).entries(ground.owner, limit=1)
    assert (entry.action, entry.subject) == (Action.EDIT_UNDONE, subject)
    assert entry.details["fields"]


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_was_changed_again_since_stays_and_is_told(ground: Ground, made: Made, edit: Act) -> None:
    edit(ground, made)
    with ground.workplace.transaction() as session:
        session.execute(text("UPDATE customers SET note = '段差'"))
        session.execute(text("UPDATE sites SET floor = '2階'"))
        session.execute(text("UPDATE units SET model = 'Z'"))
        session.execute(text("UPDATE jobs SET note = 'Z', state = 'invoiced'"))
    now = stored(ground)
    with pytest.raises(EditOverwritten):
        ground.workplace.edits.undo(ground.owner)
    assert stored(ground) == now
    with pytest.raises(NothingToUndo):
        ground.workplace.edits.undo(ground.owner)


def test_an_undone_save_is_a_save_for_open_forms(ground: Ground, made: Made) -> None:
    EDITS["name and phones"](ground, made)
    ground.workplace.edits.undo(ground.owner)
    assert made.customers.detail(ground.owner, made.customer).version == 3


def test_edits_are_undone_from_the_last_to_the_first(ground: Ground, made: Made) -> None:
    before = stored(ground)
    for version, note in enumerate(("一", "二", "三"), 1):
        made.customers.change(ground.owner, made.customer, version, {"note": note})
    for _ in range(3):
        assert ground.workplace.edits.possible(ground.owner)
        ground.workplace.edits.undo(ground.owner)
    assert stored(ground) == before
    assert not ground.workplace.edits.possible(ground.owner)


def test_only_so_many_are_kept(ground: Ground, made: Made) -> None:
    for version in range(1, KEPT + 3):
        made.customers.change(ground.owner, made.customer, version, {"note": f"その{version}"})
    for _ in range(KEPT):
        ground.workplace.edits.undo(ground.owner)
    with pytest.raises(NothingToUndo):
        ground.workplace.edits.undo(ground.owner)


def test_nobody_undoes_what_somebody_else_changed(ground: Ground, made: Made) -> None:
    EDITS["site"](ground, made)
    with pytest.raises(NothingToUndo):
        ground.workplace.edits.undo(ground.desk)
    assert ground.workplace.edits.possible(ground.owner)


def test_a_step_with_a_document_behind_it_is_not_taken_back(ground: Ground, made: Made) -> None:
    made.jobs.set_state(ground.owner, made.job, JobState.INVOICED)
    assert not ground.workplace.edits.possible(ground.owner)


def test_a_cancelled_job_is_not_taken_up_again(ground: Ground, made: Made) -> None:
    made.jobs.set_state(ground.owner, made.job, JobState.CANCELLED)
    assert not ground.workplace.edits.possible(ground.owner)


def test_a_booking_is_undone_by_cancelling_it(ground: Ground, made: Made) -> None:
    job = made.jobs.add(ground.owner, made.booking)
    made.jobs.change(ground.owner, job, 1, replace(made.booking, on="2026-12-01"))
    made.jobs.set_state(ground.owner, job, JobState.ARRANGED)
    edits = ground.workplace.edits
    for _later in range(2):
        edits.undo(ground.owner)
    assert made.jobs.detail(ground.owner, job).row.state is JobState.RECEIVED
    undone = edits.undo(ground.owner)
    assert (undone.subject, undone.told.text) == (
        f"job:{job}",
        "The booking was undone: the job is cancelled.",
    )
    assert made.jobs.detail(ground.owner, job).row.state is JobState.CANCELLED
    entry, *_, added = AuditLog(ground.workplace).entries(ground.owner, subject=f"job:{job}")
    assert (entry.action, added.action) == (Action.EDIT_UNDONE, Action.JOB_ADDED)
    assert entry.details["undoes"] == added.sequence
    assert made.jobs.detail(ground.owner, made.job).row.state is JobState.RECEIVED


def test_a_booking_is_undone_once_a_look_at_its_order_is_over(ground: Ground, made: Made) -> None:
    job = made.jobs.add(ground.owner, made.booking)
    with ground.workplace.transaction() as session:
        office.save_facts(session, OfficeFacts("唐山空調", "052-111-2222", "名古屋市", LegalForm.COMPANY, 3))
    orders = WorkOrders(ground.workplace)
    looked = orders.issue(ground.owner, job, (Profile.OFFICE,), english).copies[0].copy
    with pytest.raises(PaperInPreview):
        ground.workplace.edits.undo(ground.owner)
    assert made.jobs.detail(ground.owner, job).row.state is JobState.RECEIVED
    orders.not_printed(ground.owner, [looked], sent=False)
    assert ground.workplace.edits.undo(ground.owner).subject == f"job:{job}"
    assert made.jobs.detail(ground.owner, job).row.state is JobState.CANCELLED


@pytest.mark.parametrize("came_out", [True, False], ids=["printed", "struck"])
def test_a_booking_of_whose_order_the_register_knows_is_not_undone(
    ground: Ground, made: Made, came_out: bool
) -> None:
    job = made.jobs.add(ground.owner, made.booking)
    with ground.workplace.transaction() as session:
        office.save_facts(session, OfficeFacts("唐山空調", "052-111-2222", "名古屋市", LegalForm.COMPANY, 3))
    orders = WorkOrders(ground.workplace)
    copies = [orders.issue(ground.owner, job, (Profile.OFFICE,), english).copies[0].copy]
    if came_out:
        orders.printed(ground.owner, copies, "p")
    else:
        orders.not_printed(ground.owner, copies)
    with pytest.raises(EditOverwritten):
        ground.workplace.edits.undo(ground.owner)
    assert made.jobs.detail(ground.owner, job).row.state is JobState.RECEIVED


Record = Callable[[Ground, Made, str], object]


def hand_over(ground: Ground, made: Made, job: str) -> object:
    new = NewHandover(
        firm="例示電気工事",
        basis=Basis.ENTRUSTMENT,
        medium=HandoverMedium.FAX,
        fields=frozenset({RecordField.NAME}),
        on="2026-11-24",
        due="2026-11-30",
        job=made.jobs.detail(ground.owner, job).row.number,
    )
    return Handovers(ground.workplace, WorkOrders(ground.workplace)).enter(ground.owner, new)


def file_contract(ground: Ground, made: Made, job: str) -> object:
    papers = Papers(ground.workplace, WorkOrders(ground.workplace))
    return papers.file(ground.owner, NewPaper(PaperKind.CONTRACT, made.customer, job=job))


def order_work(ground: Ground, made: Made, job: str) -> object:
    firm = Partners(ground.workplace).register(ground.owner, FirmFacts("例示電気工事"))
    number = made.jobs.detail(ground.owner, job).row.number
    order = NewOrder(firm, "配線", "2026-12-01", 20_000, "2026-12-31", number, "名古屋市")
    return PartnerOrders(ground.workplace).write(ground.owner, order)


def see_to_reminder(ground: Ground, _made: Made, job: str) -> object:
    with ground.workplace.transaction() as session:
        row = job_store.job(session, job)
        key = ReminderKey(ReminderKind.WARRANTY, job, "2027-11-24")
        facts = ReminderFacts(key, row.customer_id, row.site_id, row.number)
        now = ground.workplace.now()
        today, by, at = ground.workplace.today(), ground.owner.account, stamp(now)
        note_seen(session, facts, ReminderOutcome.CALLED, today=today, by=by, at=at)
    return job


RECORDS: dict[str, Record] = {
    "hand-over by fax": hand_over,
    "filed contract": file_contract,
    "work ordered": order_work,
    "reminder": see_to_reminder,
}


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_a_booking_of_which_something_was_recorded_elsewhere_is_not_undone(
    ground: Ground, made: Made, record: Record
) -> None:
    job = made.jobs.add(ground.owner, made.booking)
    assert record(ground, made, job)
    with pytest.raises(EditOverwritten):
        ground.workplace.edits.undo(ground.owner)
    assert made.jobs.detail(ground.owner, job).row.state is JobState.RECEIVED


def test_what_was_recorded_of_another_job_stops_no_undo(ground: Ground, made: Made) -> None:
    job = made.jobs.add(ground.owner, made.booking)
    for record in RECORDS.values():
        record(ground, made, made.job)
    ground.workplace.edits.undo(ground.owner)
    assert made.jobs.detail(ground.owner, job).row.state is JobState.CANCELLED


def test_the_undo_of_a_booking_waits_for_a_paper_in_preview(ground: Ground, made: Made) -> None:
    job = made.jobs.add(ground.owner, made.booking)
    papers = Papers(ground.workplace, WorkOrders(ground.workplace))
    paper = print_paper(ground.workplace, ground.owner, PaperKind.CONTACT_SLIP, made.customer, job)
    with pytest.raises(PaperInPreview):
        ground.workplace.edits.undo(ground.owner)
    papers.not_printed(ground.owner, [paper.paper])
    ground.workplace.edits.undo(ground.owner)
    assert made.jobs.detail(ground.owner, job).row.state is JobState.CANCELLED


def test_a_partner_firms_copy_that_was_looked_at_stops_no_undo(ground: Ground, made: Made) -> None:
    job = made.jobs.add(ground.owner, replace(made.booking, partner_firm="例示電気工事"))
    with ground.workplace.transaction() as session:
        office.save_facts(session, OfficeFacts("唐山空調", "052-111-2222", "名古屋市", LegalForm.COMPANY, 3))
    orders = WorkOrders(ground.workplace)
    looked = orders.issue(ground.owner, job, (Profile.PARTNER,), english).copies[0].copy
    with pytest.raises(PaperInPreview):
        ground.workplace.edits.undo(ground.owner)
    orders.not_printed(ground.owner, [looked], sent=False)
    ground.workplace.edits.undo(ground.owner)
    assert made.jobs.detail(ground.owner, job).row.state is JobState.CANCELLED


def test_every_table_that_names_a_job_is_asked_but_those_of_the_booking() -> None:
    """One that is new is asked by itself; whoever adds it says here whether an undo may pass over it."""
    asked = {table.name for table, _column in records_about.references()}
    assert asked == {
        *("client_data_returns", "handovers", "partner_orders", "reminders_seen"),
        *("electrical_ledger", "estimates", "invoice_jobs", "invoice_lines", "job_events", "job_results"),
        *("papers", "refrigerant_log", "unit_results", "visit_contracts"),
    }
    assert asked.isdisjoint(records_about.BOOKED)


def test_a_booking_with_a_recorded_day_is_not_undone(ground: Ground, made: Made) -> None:
    job = made.jobs.add(ground.owner, made.booking)
    made.jobs.record_event(ground.owner, job, JobEvent(EventKind.CONTRACT, "2026-11-20"))
    with pytest.raises(EditOverwritten):
        ground.workplace.edits.undo(ground.owner)


def test_a_save_that_failed_leaves_nothing_to_undo(ground: Ground, made: Made) -> None:
    def fail() -> None:
        with ground.workplace.transaction() as session:
            ground.workplace.edits.keep(session, ground.owner, "customer:x", lambda _s: 1, lambda _s: ())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert not ground.workplace.edits.possible(ground.owner)


def test_what_is_gone_is_told_and_nothing_of_it_comes_back(ground: Ground, made: Made) -> None:
    EDITS["name and phones"](ground, made)
    with ground.workplace.transaction() as session:
        session.execute(text("DELETE FROM customers"))
    with pytest.raises(EditOverwritten):
        ground.workplace.edits.undo(ground.owner)
    assert stored(ground)["customers"] == []


def test_a_disposal_forgets_every_former_value(ground: Ground, made: Made) -> None:
    EDITS["name and phones"](ground, made)
    ground.workplace.forget()
    with pytest.raises(NothingToUndo):
        ground.workplace.edits.undo(ground.owner)


def test_an_undo_that_is_asked_for_twice_is_done_once(ground: Ground, made: Made) -> None:
    """The first answer may have been lost: the edit before it was not meant."""
    edits = ground.workplace.edits
    EDITS["site"](ground, made)
    EDITS["state"](ground, made)
    meant = edits.standing(ground.owner)
    assert (meant.newest, meant.subject) == (edits.count, f"job:{made.job}")
    edits.undo(ground.owner, meant.newest)
    before = stored(ground)
    with pytest.raises(UndoneAlready):
        edits.undo(ground.owner, meant.newest)
    assert stored(ground) == before
    assert edits.standing(ground.owner).subject == f"site:{made.site}"


def test_only_what_was_done_last_is_undone(ground: Ground, made: Made) -> None:
    edits = ground.workplace.edits
    EDITS["site"](ground, made)
    meant = edits.standing(ground.owner).newest
    EDITS["state"](ground, made)
    before = stored(ground)
    with pytest.raises(NotDoneLast):
        edits.undo(ground.owner, meant)
    assert stored(ground) == before
    edits.undo(ground.owner)
    edits.undo(ground.owner, meant)
    with pytest.raises(UndoneAlready):
        edits.undo(ground.owner, meant)


def test_an_undo_that_was_refused_keeps_its_number(ground: Ground, made: Made) -> None:
    edits = ground.workplace.edits
    EDITS["site"](ground, made)
    meant = edits.standing(ground.owner).newest
    with replaced(edits._workplace, "record", refusing), pytest.raises(NothingToUndo):
        edits.undo(ground.owner, meant)
    edits.undo(ground.owner, meant)


def refusing(*_what: object, **_more: object) -> int:
    raise NothingToUndo
