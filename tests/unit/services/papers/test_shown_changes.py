"""What is changed of what pages show, while they are shown: who they name, where, and what is to be paid."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event

from hvacdesk.domain.jobs.jobs import JobState, Party
from hvacdesk.domain.papers.register import PaperKind
from hvacdesk.domain.papers.shown import NEVER_PRINTED_THEN, ShownPages, Since
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.text.wording import english
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.merging import Merging
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.requests import suspension
from tests.helpers.paper_desk import TODAY, Desk, paper_desk
from tests.helpers.printed_papers import print_paper
from tests.helpers.sample_records import Person, add_customer, add_job

Told = list[tuple[Since, str]]
PROFILES = (Profile.TECHNICIAN, Profile.CUSTOMER, Profile.OFFICE)
NUMBERS = {"resident": "C-000071", "payer": "C-000072", "other": "C-000073"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from paper_desk(tmp_path)


@pytest.fixture
def people(desk: Desk) -> dict[str, str]:
    """Record ids of a resident and a payer of the job, and of somebody who has no part in it."""
    with desk.ground.workplace.transaction() as session:
        rows = {
            part: add_customer(session, Person(family=family), number=NUMBERS[part])
            for part, family in (("resident", "森下"), ("payer", "西川"), ("other", "山本"))
        }
        job = job_store.job(session, desk.job)
        job.resident_id, job.payer_id = rows["resident"].id, rows["payer"].id
        found = {part: row.record_id for part, row in rows.items()}
    desk.ground.clock.pass_time(minutes=1)
    return found


def order(desk: Desk) -> ShownPages:
    issued = desk.orders.issue(desk.clerk, desk.job, (Profile.TECHNICIAN, Profile.CUSTOMER), english)
    desk.ground.clock.pass_time(minutes=1)
    return ShownPages(papers=tuple(copy.copy for copy in issued.copies))


def paper(desk: Desk, kind: PaperKind, customer: str = "") -> ShownPages:
    printed = print_paper(
        desk.ground.workplace, desk.clerk, kind, customer or desk.customer, desk.job, return_by=TODAY
    )
    desk.ground.clock.pass_time(minutes=1)
    return ShownPages(papers=(printed.paper,))


def told(desk: Desk, pages: ShownPages) -> Told:
    return [(one.since, one.about) for one in desk.papers.shown.outdated(desk.clerk, pages)]


def joined(desk: Desk, kept: str, merged: str) -> Callable[[], object]:
    """Joins the two; returns what undoes it a minute later."""
    merging, owner = Merging(desk.ground.workplace), desk.ground.owner
    view = merging.compare(owner, kept, merged)
    merge = merging.merge(owner, kept, merged, (view.kept.version, view.merged.version), {})
    desk.ground.clock.pass_time(minutes=1)
    return lambda: merging.undo(owner, merge)


def change_customer(desk: Desk, customer: str, **changes: object) -> None:
    customers = Customers(desk.ground.workplace)
    version = customers.detail(desk.clerk, customer).version
    customers.change(desk.clerk, customer, version, changes)


def change_site(desk: Desk, **changes: object) -> None:
    with desk.ground.workplace.reading() as session:
        site = job_store.job(session, desk.job).site.record_id
    Jobs(desk.ground.workplace).change_site(desk.clerk, site, changes)


def change_unit(desk: Desk) -> None:
    with desk.ground.workplace.transaction() as session:
        job = job_store.job(session, desk.job)
        ((_part, unit),) = job_store.units_of(session, job)
        known, record = job_store.unit_record(unit), unit.record_id
    Jobs(desk.ground.workplace).change_unit(desk.clerk, record, replace(known, model="AS-40"), shown=known)


def change_job(desk: Desk, **changes: object) -> None:
    jobs = Jobs(desk.ground.workplace)
    with desk.ground.workplace.reading() as session:
        version = job_store.job(session, desk.job).version
    record = jobs.record_for_edit(desk.clerk, desk.job)
    jobs.change(desk.clerk, desk.job, version, replace(record, **changes))


def number_of_job(desk: Desk) -> str:
    with desk.ground.workplace.reading() as session:
        return job_store.job(session, desk.job).number


def number_of(desk: Desk, customer: str) -> str:
    with desk.ground.workplace.reading() as session:
        return customer_store.current(session, customer).number


@pytest.mark.parametrize("part", ["resident", "payer"])
@pytest.mark.parametrize("kept", [False, True], ids=["merged", "kept"])
def test_an_order_is_not_up_to_date_once_anybody_on_its_job_was_joined(
    desk: Desk, people: dict[str, str], part: str, kept: bool
) -> None:
    pages = order(desk)
    assert told(desk, pages) == []
    one, other = (people[part], people["other"]) if kept else (people["other"], people[part])
    joined(desk, one, other)
    assert told(desk, pages) == [(Since.JOINED, number_of(desk, one))]


@pytest.mark.parametrize("part", ["resident", "payer"])
def test_an_order_from_when_somebody_on_its_job_was_joined_is_asked_about_once_that_is_undone(
    desk: Desk, people: dict[str, str], part: str
) -> None:
    undo = joined(desk, people["other"], people[part])
    pages = order(desk)
    undo()
    assert told(desk, pages) == [(Since.SEPARATED, NUMBERS[part])]


def test_what_is_changed_of_a_site_a_unit_or_a_job_is_said_of_its_order(desk: Desk) -> None:
    number = number_of_job(desk)
    for change, since in (
        (lambda: change_site(desk, address={"street": "3丁目41-8"}), Since.SITE_CHANGED),
        (lambda: change_site(desk, access="北側に駐車"), Since.SITE_CHANGED),
        (lambda: change_unit(desk), Since.SITE_CHANGED),
        (lambda: change_job(desk, starts="09:00", ends="11:00"), Since.JOB_CHANGED),
        (lambda: change_customer(desk, desk.customer, name={"family": "柳川原"}), Since.CUSTOMER_CHANGED),
    ):
        issued = desk.orders.issue(desk.clerk, desk.job, (Profile.TECHNICIAN,), english, reason="spoiled")
        pages = ShownPages(papers=(issued.copies[0].copy,))
        assert told(desk, pages) == []
        change()  # in the same second: the log's order counts
        about = number_of(desk, desk.customer) if since is Since.CUSTOMER_CHANGED else number
        assert told(desk, pages) == [(since, about)]


def test_the_residents_phone_is_on_the_technicians_copy(desk: Desk, people: dict[str, str]) -> None:
    pages = order(desk)
    with desk.ground.workplace.reading() as session:
        phones = customer_store.record_of(customer_store.get(session, people["resident"])).phones
    change_customer(desk, people["resident"], phones=(replace(phones[0], number="052-111-2233"),))
    assert told(desk, pages) == [(Since.CUSTOMER_CHANGED, NUMBERS["resident"])]


def test_what_no_page_shows_is_not_asked_about(desk: Desk, people: dict[str, str]) -> None:
    pages = [order(desk), paper(desk, PaperKind.INVOICE), paper(desk, PaperKind.LABEL)]
    change_customer(desk, desk.customer, note="裏口から", email="other@example.jp")
    change_site(desk, label="本宅", lock_codes="4827")
    change_job(desk, note="急がない")
    change_customer(desk, people["payer"], name={"family": "西川口"})
    assert [told(desk, one) for one in pages] == [[], [], []]


def test_a_label_shows_the_address_and_an_invoice_stays_as_it_was_issued(desk: Desk) -> None:
    label, invoice = paper(desk, PaperKind.LABEL), paper(desk, PaperKind.INVOICE)
    change_customer(desk, desk.customer, address={"street": "3丁目41-8"})
    assert told(desk, label) == [(Since.CUSTOMER_CHANGED, number_of(desk, desk.customer))]
    assert told(desk, invoice) == []


def test_who_is_named_on_a_job_is_asked_about_where_they_go_to_as_well(
    desk: Desk, people: dict[str, str]
) -> None:
    pages = order(desk)
    change_job(desk, parties={Party.REQUESTER: desk.customer, Party.RESIDENT: people["other"]})
    assert told(desk, pages) == [(Since.JOB_CHANGED, number_of_job(desk))]


@pytest.mark.parametrize("part", ["", "resident", "payer"])
def test_nothing_about_somebody_whose_data_is_suspended_is_printed(
    desk: Desk, people: dict[str, str], part: str
) -> None:
    pages = order(desk)
    with desk.ground.workplace.transaction() as session:
        row = customer_store.get(session, people.get(part, desk.customer))
        suspension.lock(session, row, TODAY)
        number = row.number
    found = desk.papers.shown.outdated(desk.clerk, pages)
    assert [(one.since, one.about, one.page_of) for one in found] == [
        (Since.SUSPENDED, number, copy) for copy in pages.papers
    ]
    assert Since.SUSPENDED in NEVER_PRINTED_THEN
    log = paper(desk, PaperKind.REFRIGERANT_LOG)  # the law asks for it all the same
    assert told(desk, log) == []


def test_pages_of_no_register_are_asked_about_as_papers_are(desk: Desk, people: dict[str, str]) -> None:
    def drawn() -> ShownPages:
        now = desk.papers.shown.drawn_now(desk.clerk)
        return ShownPages(customers=(people["resident"], people["payer"]), drawn=now)

    before = drawn()
    undo = joined(desk, people["resident"], people["other"])
    assert told(desk, before) == [(Since.JOINED, NUMBERS["resident"])]
    meanwhile = drawn()
    assert told(desk, meanwhile) == []
    undo()
    assert told(desk, meanwhile) == [(Since.SEPARATED, NUMBERS["resident"])]
    assert told(desk, before) == []  # it is as it was
    since = drawn()
    change_customer(desk, people["payer"], address={"street": "1丁目2-3"}, note="別件")
    assert told(desk, since) == [(Since.CUSTOMER_CHANGED, NUMBERS["payer"])]


def test_the_copies_of_a_list_that_show_what_was_changed_since_are_found_at_once(desk: Desk) -> None:
    """However many jobs the list has, the database is asked as often as for one."""
    with desk.ground.workplace.transaction() as session:
        customer = customer_store.get(session, desk.customer)
        others = [add_job(session, customer, Person(), on=TODAY, state=JobState.ARRANGED) for _ in range(3)]
        jobs = [desk.job, *(job.record_id for job in others)]
    copies = [
        [one.copy for one in desk.orders.issue(desk.clerk, job, PROFILES, english).copies] for job in jobs
    ]
    every = [copy for of_job in copies for copy in of_job]
    assert desk.orders.changed_since(desk.clerk, every) == ()
    change_job(desk, starts="09:00", ends="11:00")
    assert desk.orders.changed_since(desk.clerk, every) == tuple(copies[0])
    assert desk.orders.changed_since(desk.clerk, [*copies[1], "0" * 32]) == ()
    change_customer(desk, desk.customer, name={"family": "柳川原"})
    assert desk.orders.changed_since(desk.clerk, every) == tuple(every)
    assert questions(desk, every) == questions(desk, copies[0])
    again = desk.orders.issue(desk.clerk, desk.job, PROFILES, english, reason="day_changed")
    assert desk.orders.changed_since(desk.clerk, [one.copy for one in again.copies]) == ()


def questions(desk: Desk, copies: list[str]) -> int:
    """How often the database is asked for what was changed of copies."""
    said: list[str] = []
    with desk.ground.workplace.reading() as session:
        engine = session.get_bind()
    note = event.listens_for(engine, "before_cursor_execute")(
        lambda _connection, _cursor, statement, *_rest: said.append(statement)
    )
    desk.orders.changed_since(desk.clerk, copies)
    event.remove(engine, "before_cursor_execute", note)
    return len(said)
