"""No text of a caller's reaches the audit log in the place of an id, a code or a printer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hvacdesk.domain.customers.customers import CustomerKind, CustomerRecord, PersonName
from hvacdesk.domain.errors import InvalidInput, RecordGone, TooLong, UnprintableCharacter
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.receipts import Receipts
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.papers.printed_lists import PrintedLists
from hvacdesk.services.staff.training import Training
from hvacdesk.services.workplace import Workplace
from tests.helpers.ground import Ground
from tests.unit.services.papers.test_printed_lists import LIST

TEXTS = ["山田 花子", "account", "job:", "job:山田", "job:a b", "job:" + "a" * 65, "job:a\nb", "JOB:a"]

REFUSED: dict[str, tuple[Role, Callable[[Workplace, Actor], object], type[InvalidInput]]] = {
    "a list's name": (
        Role.TECHNICIAN,
        lambda place, actor: PrintedLists(place).printed(actor, replace(LIST, table="山田 花子"), "Printer"),
        InvalidInput,
    ),
    "a printer's length": (
        Role.TECHNICIAN,
        lambda place, actor: PrintedLists(place).printed(actor, LIST, "x" * 201),
        TooLong,
    ),
    "a printer's lines": (
        Role.TECHNICIAN,
        lambda place, actor: PrintedLists(place).printed(actor, LIST, "Printer\nof"),
        UnprintableCharacter,
    ),
    "a technician": (
        Role.ACCOUNTING,
        lambda place, actor: Receipts(place).give_out(actor, "山田 花子", 1, english),
        InvalidInput,
    ),
    "no technician": (
        Role.ACCOUNTING,
        lambda place, actor: Receipts(place).give_out(actor, "", 1, english),
        InvalidInput,
    ),
}


@pytest.mark.parametrize("subject", TEXTS)
def test_a_subject_is_a_kind_and_an_id(ground: Ground, subject: str) -> None:
    with pytest.raises(InvalidInput), ground.workplace.transaction() as session:
        ground.workplace.record(session, ground.owner, Action.JOB_CHANGED, subject)


@pytest.mark.parametrize("what", REFUSED)
def test_no_text_stands_where_an_id_or_a_name_is_meant(ground: Ground, what: str) -> None:
    role, ask, refusal = REFUSED[what]
    before = AuditLog(ground.workplace).entries(ground.owner)
    with pytest.raises(refusal):
        ask(ground.workplace, ground.people[role])
    assert AuditLog(ground.workplace).entries(ground.owner) == before


def test_a_training_record_is_somebodys(ground: Ground) -> None:
    with pytest.raises(RecordGone):
        Training(ground.workplace).printed(ground.owner, account="山田 花子")


def test_customers_who_do_not_exist_are_on_no_list(ground: Ground) -> None:
    there = Customers(ground.workplace).add(
        ground.desk, CustomerRecord(CustomerKind.PERSON, PersonName("山田"))
    )
    listing = replace(LIST, customers=(there, "c" * 32, "患者 山田花子"))
    PrintedLists(ground.workplace).printed(ground.people[Role.TECHNICIAN], listing, "Printer")
    (entry,) = AuditLog(ground.workplace).entries(ground.owner, action=Action.LIST_PRINTED)
    assert (entry.details["customers"], entry.details["listed"]) == (1, [there])
