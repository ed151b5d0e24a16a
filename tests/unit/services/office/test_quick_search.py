"""One search over everything: each kind for whom it is, masked as everywhere, and nothing unmasked by it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hvacdesk.domain.jobs.jobs import JobRecord, Party, SiteRecord, WorkKind
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.office.quick_search import FoundEverywhere
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.partners.partners import Contract, FirmFacts
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.exact_tries import TooManyExactSearches
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.office.quick_search import QuickSearch
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.services.partners.partners import Partners
from hvacdesk.store.office import office
from tests.helpers.ground import ROLES, Ground
from tests.helpers.people import HIDDEN, customer

FIND_CUSTOMERS = {Role.OWNER, Role.DESK, Role.ACCOUNTING}
SEE_JOBS = {Role.OWNER, Role.DESK, Role.ACCOUNTING}
REGISTER = {Role.OWNER, Role.DESK}
READ_FIRMS = {Role.OWNER, Role.DESK, Role.INSPECTOR}


@pytest.fixture
def search(ground: Ground) -> QuickSearch:
    work_orders = WorkOrders(ground.workplace)
    return QuickSearch(
        Customers(ground.workplace),
        Jobs(ground.workplace),
        Papers(ground.workplace, work_orders),
        Partners(ground.workplace),
    )


@pytest.fixture
def number(ground: Ground) -> str:
    """The number of a job next week, of which one copy was issued; the technician is sent there."""
    with ground.workplace.transaction() as session:
        office.save_facts(session, OfficeFacts("唐山空調", "", "", LegalForm.COMPANY, 3))
    jobs = Jobs(ground.workplace)
    who = Customers(ground.workplace).add(ground.desk, customer())
    site = jobs.add_site(ground.desk, who, SiteRecord(customer().address))
    staff = (ground.people[Role.TECHNICIAN].account,)
    record = JobRecord(site, WorkKind.CLEAN, {Party.REQUESTER: who}, on="2026-11-30", staff=staff)
    job = jobs.add(ground.desk, record)
    WorkOrders(ground.workplace).issue(ground.desk, job, (Profile.OFFICE,), english)
    contract = Contract("2025-04-01", "委-12", "2027-03-31", confidentiality=True)
    Partners(ground.workplace).register(ground.owner, FirmFacts("株式会社見本設備", contract=contract))
    return jobs.detail(ground.desk, job).row.number


def texts(found: FoundEverywhere) -> str:
    return repr(found)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(
    ("kind", "who"),
    [("customers", FIND_CUSTOMERS), ("jobs", SEE_JOBS | {Role.TECHNICIAN}), ("papers", REGISTER)],
)
def test_a_job_number_finds_job_papers_and_customer_for_whom_they_are(
    ground: Ground, search: QuickSearch, number: str, role: Role, kind: str, who: set[Role]
) -> None:
    found = search.find(ground.people[role], number)
    assert bool(getattr(found, kind)) is (role in who)
    assert not [one for one in HIDDEN.values() if one in texts(found)]


@pytest.mark.parametrize("role", ROLES)
def test_firms_by_any_part_of_the_name(ground: Ground, search: QuickSearch, number: str, role: Role) -> None:
    found = search.find(ground.people[role], "見本")
    assert [one.facts.firm for one in found.firms] == (["株式会社見本設備"] if role in READ_FIRMS else [])


@pytest.mark.parametrize("write", [str, lambda n: f"{n} 1/1", lambda n: n.split("-")[1].lstrip("0")])
def test_a_number_is_found_as_it_stands_on_the_paper_and_in_short(
    ground: Ground, search: QuickSearch, number: str, write: Callable[[str], str]
) -> None:
    found = search.find(ground.desk, write(number))
    assert [one.number for one in found.jobs] == [number]
    assert [one.job_number for one in found.papers] == [number]


def test_a_number_on_several_copies_finds_them_all(ground: Ground, search: QuickSearch, number: str) -> None:
    job = search.find(ground.desk, number).jobs[0].job
    WorkOrders(ground.workplace).issue(ground.desk, job, (Profile.TECHNICIAN, Profile.CUSTOMER), english)
    found = search.find(ground.desk, number)
    assert [one.number for one in found.jobs] == [number]
    assert len(found.papers) == len({one.paper for one in found.papers}) == 3


def test_a_code_finds_its_paper(ground: Ground, search: QuickSearch, number: str) -> None:
    paper = search.find(ground.desk, number).papers[0]
    assert search.find(ground.desk, paper.code).papers == (paper,)


def test_a_customer_brings_their_jobs_and_another_technician_sees_none(
    ground: Ground, search: QuickSearch, number: str
) -> None:
    family = customer().name.family
    assert [one.number for one in search.find(ground.desk, family).jobs] == [number]
    assert search.find(ground.other_technician, number).jobs == ()
    assert search.find(ground.people[Role.TECHNICIAN], family) == FoundEverywhere()


def test_nothing_typed_finds_nothing(ground: Ground, search: QuickSearch, number: str) -> None:
    assert search.find(ground.owner, "  ") == FoundEverywhere()


def test_who_guesses_hidden_names_waits_here_too_and_is_told_so(
    ground: Ground, search: QuickSearch, number: str
) -> None:
    tried = [search.find(ground.desk, f"090-{n}-5678") for n in range(1000, 1040)]
    assert tried[0].refused is None
    assert isinstance(tried[-1].refused, TooManyExactSearches)
    assert search.find(ground.desk, number).jobs


def test_rows_of_known_customers_leave_out_who_is_gone(ground: Ground, number: str) -> None:
    customers = Customers(ground.workplace)
    first, second = (customers.add(ground.desk, customer(phones=())) for _n in range(2))
    rows = customers.rows_of(ground.desk, (second, "f" * 32, first))
    assert [one.customer for one in rows] == [second, first]
