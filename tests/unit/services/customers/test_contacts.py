"""Contacts of organisations: masked like customers, revealed with a reason, found, named by a job."""

from __future__ import annotations

import pytest

from hvacdesk.domain.customers.contacts import CONTACTS_LIMIT, ContactField, ContactRecord
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, Missing, NotPermitted, RecordGone
from hvacdesk.domain.jobs.jobs import JobRecord, Party, WorkKind
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.refused_numbers import CardNumberFound
from hvacdesk.services.customers.contacts import Contacts, TooManyContacts
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.store.customers import contacts as store
from hvacdesk.store.customers import customers
from tests.helpers.ground import Ground
from tests.helpers.people import customer, organisation

CLERK = ContactRecord(
    "総務部", PersonName("森", "佐代子", "モリ", "サヨコ"), "０９０６６６６１２３４", "sayoko@mori.example"
)
HIDDEN = ("佐代子", "サヨコ", "090-6666", "sayoko@")
CALL = RevealReason.CALL


@pytest.fixture
def contacts(ground: Ground) -> Contacts:
    return Contacts(ground.workplace)


@pytest.fixture
def firm(ground: Ground) -> str:
    return Customers(ground.workplace).add(ground.desk, organisation(), with_site=True)


@pytest.fixture
def clerk(ground: Ground, contacts: Contacts, firm: str) -> str:
    return contacts.add(ground.desk, firm, CLERK)


def test_the_list_is_masked_and_in_the_order_of_entry(
    ground: Ground, contacts: Contacts, firm: str, clerk: str
) -> None:
    second = contacts.add(ground.desk, firm, ContactRecord("現場"))
    for role in (Role.OWNER, Role.DESK, Role.ACCOUNTING):
        found = contacts.of(ground.people[role], firm)
        assert [one.contact for one in found] == [clerk, second]
        assert found[0].title == "総務部  森 ●●"
        assert found[0].values[ContactField.PHONE].text == "●●●-●●●●-1234"
        assert not [value for value in HIDDEN if value in repr(found)]
    with pytest.raises(NotPermitted):
        contacts.of(ground.people[Role.TECHNICIAN], firm)


def test_each_hidden_value_is_shown_with_a_reason_in_the_log(
    ground: Ground, contacts: Contacts, firm: str, clerk: str
) -> None:
    fields = (ContactField.NAME, ContactField.KANA, ContactField.PHONE, ContactField.EMAIL)
    shown = [contacts.reveal(ground.desk, clerk, field, CALL) for field in fields]
    assert shown == ["森 佐代子", "モリ サヨコ", "090-6666-1234", "sayoko@mori.example"]
    entry = Customers(ground.workplace).accesses(ground.owner, firm)[0]
    assert (entry.action, entry.details["fields"], entry.details["reason"]) == (
        Action.REVEALED,
        ["email"],
        "call",
    )
    with pytest.raises(NotPermitted):
        contacts.reveal(ground.people[Role.ACCOUNTING], clerk, ContactField.PHONE, CALL)
    with pytest.raises(InvalidInput):
        contacts.reveal(ground.desk, clerk, ContactField.DEPARTMENT, CALL)


def test_named_fields_change_and_no_others(ground: Ground, contacts: Contacts, firm: str, clerk: str) -> None:
    contacts.change(ground.desk, clerk, 1, {"name": {"family": "森田"}, "phone": ""})
    assert contacts.reveal(ground.desk, clerk, ContactField.NAME, CALL) == "森田 佐代子"
    assert contacts.of(ground.desk, firm)[0].values[ContactField.PHONE].text == ""
    with pytest.raises(ChangedMeanwhile):
        contacts.change(ground.desk, clerk, 1, {"email": ""})
    contacts.remove(ground.desk, clerk, 2)
    assert contacts.of(ground.desk, firm) == ()
    with pytest.raises(RecordGone):
        contacts.remove(ground.desk, clerk, 2)


@pytest.mark.parametrize(
    ("record", "refusal", "field"),
    [
        (ContactRecord(), Missing, "name"),
        (ContactRecord("\u3164", PersonName("\u200b")), Missing, "name"),
        (ContactRecord("-", PersonName("。")), Missing, "name"),
        (ContactRecord("部", phone="12"), InvalidInput, "phone"),
        (ContactRecord("部", email="x"), InvalidInput, "email"),
        (ContactRecord("4111 1111 1111 1111"), CardNumberFound, "department"),
        (ContactRecord(name=PersonName("森", "4111111111111111")), CardNumberFound, "name"),
    ],
)
def test_what_cannot_be_stored_is_refused_at_its_field(
    ground: Ground,
    contacts: Contacts,
    firm: str,
    record: ContactRecord,
    refusal: type[InvalidInput],
    field: str,
) -> None:
    with pytest.raises(refusal) as found:
        contacts.add(ground.desk, firm, record)
    assert found.value.field == field
    assert contacts.of(ground.desk, firm) == ()


@pytest.mark.usefixtures("clerk")
def test_the_organisation_is_found_by_its_contact(ground: Ground, firm: str) -> None:
    search = Customers(ground.workplace).search
    for typed in ("森", "1234", "090-6666-1234"):
        assert [row.customer for row in search(ground.desk, typed).rows] == [firm], typed


def test_a_job_names_a_contact_of_its_requester(
    ground: Ground, contacts: Contacts, firm: str, clerk: str
) -> None:
    jobs = Jobs(ground.workplace)
    site = jobs.sites(ground.desk, firm)[0].site
    record = JobRecord(site, WorkKind.CLEAN, {Party.REQUESTER: firm}, contact=clerk)
    job = jobs.add(ground.desk, record)
    assert jobs.record_for_edit(ground.desk, job).contact == clerk
    assert jobs.detail(ground.desk, job).contact.text == "総務部 森 ●●"
    stranger = Customers(ground.workplace).add(ground.desk, customer())
    with pytest.raises(InvalidInput) as refusal:
        jobs.add(ground.desk, JobRecord(site, WorkKind.CLEAN, {Party.REQUESTER: stranger}, contact=clerk))
    assert refusal.value.field == "contact"
    contacts.remove(ground.desk, clerk, 1)
    assert jobs.detail(ground.desk, job).contact.text == ""


def test_a_change_is_undone_and_found_as_before(
    ground: Ground, contacts: Contacts, firm: str, clerk: str
) -> None:
    contacts.change(ground.desk, clerk, 1, {"phone": "090-7777-4321", "name": {"family": "林"}})
    search = Customers(ground.workplace).search
    assert [row.customer for row in search(ground.desk, "4321").rows] == [firm]
    ground.workplace.edits.undo(ground.desk)
    assert contacts.reveal(ground.desk, clerk, ContactField.PHONE, CALL) == "090-6666-1234"
    assert search(ground.desk, "4321").rows == ()
    assert [row.customer for row in search(ground.desk, "1234").rows] == [firm]


def test_there_are_two_hundred_at_most(ground: Ground, contacts: Contacts, firm: str) -> None:
    with ground.workplace.transaction() as session:
        owner = customers.get(session, firm)
        for number in range(CONTACTS_LIMIT - 1):
            store.add(session, owner, ContactRecord(f"現場{number}"))
    contacts.add(ground.desk, firm, CLERK)
    with pytest.raises(TooManyContacts) as refused:
        contacts.add(ground.desk, firm, CLERK)
    assert refused.value.details["limit"] == 200
    assert len(contacts.of(ground.desk, firm)) == 200
