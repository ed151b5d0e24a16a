"""What somebody reports tells them nothing that they may not see, neither at once nor later.

A report may hold guesses, and the list of those concerned comes to it at once or afterwards. Whatever the
person hears or reads of it has to be the same whether a guess is true or not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.errors import InvalidInput, UserFacingError
from hvacdesk.domain.incidents.concerned import Extent, ListReason
from hvacdesk.domain.incidents.incident_errors import NamesCustomer
from hvacdesk.domain.incidents.incident_steps import TimelineStep
from hvacdesk.domain.incidents.incident_texts import IncidentPart
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.masking import LONG
from hvacdesk.domain.papers.register import PaperKind
from hvacdesk.domain.roles import Permission, Role
from hvacdesk.services.incidents.incidents import Happening
from tests.helpers.printed_papers import print_paper
from tests.unit.services.incidents.test_incidents import YANAGAWA, Office, desk

__all__ = ["desk"]

REPORTERS = [role for role in Role if role is not Role.OWNER]
GUESSES = {
    "name": (f"柳川{YANAGAWA.given}さんの紙", "柳川縫子さんの紙"),
    "phone": (f"{YANAGAWA.phone} に電話", "052-987-6549 に電話"),
    "mailbox": (YANAGAWA.email, "nobody-at-all@example.com"),
}
"""By kind a text with a value of a customer, and one with a value that nobody has."""


def with_number(office: Office, role: Role, text: str) -> str:
    """The customer is named in the report itself."""
    what = Happening(IncidentKind.MIS_SENT, text, customer=office.numbers[0])
    return office.desk.report(office.ground.people[role], what)


def with_paper(office: Office, role: Role, text: str) -> str:
    """Their paper is."""
    paper = print_paper(office.ground.workplace, office.ground.desk, PaperKind.LABEL, office.customers[0])
    what = Happening(IncidentKind.MIS_SENT, text, paper=paper.number)
    return office.desk.report(office.ground.people[role], what)


def with_paper_afterwards(office: Office, role: Role, text: str) -> str:
    """Their paper is named by the person who reported."""
    who = office.ground.people[role]
    number = office.desk.report(who, Happening(IncidentKind.MIS_SENT, text))
    paper = print_paper(office.ground.workplace, office.ground.desk, PaperKind.LABEL, office.customers[0])
    office.desk.add_to_report(who, office.desk.own_reports(who)[0].incident, paper.number)
    return number


def listed_afterwards(office: Office, role: Role, text: str) -> str:
    """The person responsible puts them onto the list."""
    number = office.desk.report(office.ground.people[role], Happening(IncidentKind.MIS_SENT, text))
    incident = office.desk.all(office.owner)[0].incident
    office.desk.customers.add(
        office.owner,
        incident,
        office.numbers[0],
        frozenset({CustomerField.NAME}),
        ListReason.STAFF_SAID,
    )
    return number


def taken_off_again(office: Office, role: Role, text: str) -> str:
    """They are put onto the list and taken off it."""
    number = listed_afterwards(office, role, text)
    incident = office.desk.all(office.owner)[0].incident
    office.desk.customers.take_off(office.owner, incident, office.customers[0], ListReason.NOT_CONCERNED)
    return number


def everybody_listed(office: Office, role: Role, text: str) -> str:
    """It concerns everybody."""
    number = office.desk.report(office.ground.people[role], Happening(IncidentKind.MIS_SENT, text))
    incident = office.desk.all(office.owner)[0].incident
    office.desk.customers.set_extent(office.owner, incident, Extent.EVERYBODY, shown=Extent.OPEN)
    return number


def joined_afterwards(office: Office, role: Role, text: str) -> str:
    """It is joined into another incident, which has them on its list."""
    with_number(office, Role.OWNER, "指示書を渡し間違えました")
    into = office.desk.all(office.owner)[0].incident
    number = office.desk.report(office.ground.people[role], Happening(IncidentKind.MIS_SENT, text))
    office.desk.join(office.owner, into, office.desk.all(office.owner)[0].incident)
    return number


Way = Callable[[Office, Role, str], str]
WAYS: list[Way] = [
    with_number,
    with_paper,
    with_paper_afterwards,
    listed_afterwards,
    taken_off_again,
    everybody_listed,
    joined_afterwards,
]


def heard(office: Office, role: Role, way: Way, text: str) -> tuple[object, object]:
    """What the person hears when they report, and what they read of it later, without what counts reports."""
    try:
        answer: object = way(office, role, text)[:2]
    except UserFacingError as refused:
        answer = type(refused)
    reports = office.desk.own_reports(office.ground.people[role])[:1]
    return answer, [replace(one, incident="", number="", papers=("x",) * len(one.papers)) for one in reports]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("role", REPORTERS)
def test_who_reports_hears_the_same_of_a_true_guess_as_of_a_wrong_one(
    desk: Office, role: Role, way: Way
) -> None:
    office = desk
    for kind, (there, nowhere) in GUESSES.items():
        assert heard(office, role, way, there) == heard(office, role, way, nowhere), kind
        if way is not joined_afterwards:
            now = office.get(office.desk.all(office.owner)[1].incident).texts[IncidentPart.WHAT]
            assert LONG in now, "the incident is kept longer than the customer's data"
            assert there not in now


def test_own_words_are_read_until_somebody_is_on_the_list(desk: Office) -> None:
    who = desk.ground.people[Role.TECHNICIAN]
    desk.desk.report(who, Happening(IncidentKind.MIS_SENT, "FAXを間違えました"))
    assert [one.text for one in desk.desk.own_reports(who)] == ["FAXを間違えました"]
    listed_afterwards(desk, Role.TECHNICIAN, "また間違えました")
    assert [one.text for one in desk.desk.own_reports(who)] == ["", "FAXを間違えました"]


def test_the_person_responsible_is_asked_to_name_nobody(desk: Office) -> None:
    for there, _nowhere in GUESSES.values():
        with pytest.raises(NamesCustomer):
            with_number(desk, Role.OWNER, there)
    assert desk.desk.all(desk.owner) == ()


@pytest.mark.parametrize("role", REPORTERS)
def test_only_who_may_find_customers_hears_that_nobody_has_a_number(desk: Office, role: Role) -> None:
    who = desk.ground.people[role]
    unknown = Happening(IncidentKind.MIS_SENT, "渡し間違えました", customer=" C-999999 ")
    if who.may(Permission.FIND_CUSTOMERS):
        with pytest.raises(InvalidInput) as refused:
            desk.desk.report(who, unknown)
        assert refused.value.field == "customer"
        return
    with_number(desk, role, "渡し間違えました")
    desk.desk.report(who, unknown)
    known, typed = (replace(one, incident="", number="") for one in desk.desk.own_reports(who))
    assert known == typed
    found = desk.get(desk.desk.all(desk.owner)[0].incident)
    assert [one.text for one in found.events if one.step is TimelineStep.UNKNOWN_NUMBER] == ["C-999999"]
    assert found.concerned == ()
    assert not found.begun


def test_what_was_typed_for_a_number_names_nobody_once_they_are_listed(desk: Office) -> None:
    who = desk.ground.people[Role.TECHNICIAN]
    typed = Happening(IncidentKind.MIS_SENT, "渡し間違えました", customer=YANAGAWA.phone)
    desk.desk.report(who, typed)
    incident = desk.desk.all(desk.owner)[0].incident
    fields = frozenset({CustomerField.NAME})
    desk.desk.customers.add(desk.owner, incident, desk.numbers[0], fields, ListReason.STAFF_SAID)
    assert YANAGAWA.phone not in {one.text for one in desk.get(incident).events}
