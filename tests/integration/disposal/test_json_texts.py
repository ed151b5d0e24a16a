"""What stands of the destroyed in JSON, and what people write in other ways, ends no disposal as verified."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from hvacdesk.domain.disposal.place_decisions import PlaceDecision
from hvacdesk.domain.disposal.remnants import RemnantPlace
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.store.engine import Session
from hvacdesk.store.models import Customer, Draft, Incident
from tests.helpers.sample_records import ACCOUNT, STAMP, add_customer
from tests.integration.disposal.office import GOING, DisposalOffice
from tests.integration.disposal.test_places import carried_out, decide, looked
from tests.integration.disposal.test_remnants import assert_named, assert_verified, other, write

GONE = GOING[0]
KEEP, TAKE = PlaceDecision.KEEP, PlaceDecision.TAKE
IN_FIELDS = {"typed": {"name": {"family": GONE.family, "given": GONE.given}, "phones": [], "note": None}}
ESCAPED = f"{GONE.family}\n{GONE.given}"


def draft(office: DisposalOffice, session: Session, payload: Any, subject: str = "new") -> None:
    said = json.dumps(payload, ensure_ascii=False)
    session.add(
        Draft(account=office.desk.account, form="customer", subject=subject, payload=said, kept_at=STAMP)
    )


def in_parts(office: DisposalOffice, session: Session) -> None:
    draft(office, session, {"page": "customers", **IN_FIELDS})


def in_an_address(office: DisposalOffice, session: Session) -> None:
    draft(office, session, {"typed": {"address": {"town": GONE.town, "street": GONE.street}}})


def in_two_lines(office: DisposalOffice, session: Session) -> None:
    draft(office, session, {"typed": {"text": ESCAPED}})


def in_log_details(office: DisposalOffice, session: Session) -> None:
    office.workplace.record(session, office.desk, Action.REVEALED, field=ESCAPED)


def in_answers(_office: DisposalOffice, session: Session) -> None:
    answers = json.dumps({"told": [ESCAPED]}, sort_keys=True)
    session.add(Incident(kind="lost_paper", reported_by=ACCOUNT, reported_at=STAMP, answers=answers))


PLANTS: dict[str, tuple[Callable[[DisposalOffice, Session], None], RemnantPlace]] = {
    "a draft with fields for a name": (in_parts, RemnantPlace.DRAFTS),
    "a draft with fields for an address": (in_an_address, RemnantPlace.DRAFTS),
    "a draft of two lines": (in_two_lines, RemnantPlace.DRAFTS),
    "log details": (in_log_details, RemnantPlace.LOG),
    "answers about an incident": (in_answers, RemnantPlace.INCIDENTS),
}


@pytest.mark.parametrize("plant", PLANTS)
def test_sabotage_json_that_stays_names_somebody_destroyed(office: DisposalOffice, plant: str) -> None:
    put, place = PLANTS[plant]
    with office.workplace.transaction() as session:
        put(office, session)
    assert_named(office, office.destroy(office.approved()), (place, 1))


def test_a_draft_with_fields_for_a_name_can_go_as_well(office: DisposalOffice) -> None:
    with office.workplace.transaction() as session:
        in_parts(office, session)
        draft(office, session, {"note": f"{GONE.family}{GONE.given}"}, other(office, session).record_id)
    batch, found = looked(office)
    assert [one.may for one in found] == [{KEEP, TAKE}] * 2, "also where it is about somebody who stays"
    decide(office, batch, TAKE)
    facts = carried_out(office, batch)
    assert (facts.exceptions, facts.taken) == ((), 2)


def test_a_draft_that_changes_a_living_namesake_s_record_says_what_the_record_does(
    office: DisposalOffice,
) -> None:
    with office.workplace.transaction() as session:
        living = add_customer(session, replace(GONE, phone="052-111-9999", email="another@yanagawa.example"))
        where = {"town": GONE.town, "street": GONE.street}
        draft(office, session, {"typed": {**IN_FIELDS["typed"], "address": where}}, living.record_id)
        draft(office, session, IN_FIELDS, f"{living.record_id}@5ea7000")
    assert_verified(office.destroy(office.approved()))


def test_sabotage_a_strange_table_holds_a_value_in_json(office: DisposalOffice) -> None:
    said = json.dumps({"who": GONE.family})
    write(office, ("CREATE TABLE old_list (who TEXT)", ()), ("INSERT INTO old_list VALUES (?)", (said,)))
    assert_named(office, office.destroy(office.approved()), (RemnantPlace.UNKNOWN, 1))


def read_as(session: Session, customer: str, family: str, given: str) -> None:
    row = session.scalars(select(Customer).where(Customer.record_id == customer)).one()
    row.family_kana, row.given_kana = family, given


@pytest.mark.parametrize("said", ["柳川ミサオ様", "美沙緒 柳川", "柳川様 美沙緒様", "52-987-6543"])
def test_sabotage_another_note_has_it_in_an_everyday_writing(office: DisposalOffice, said: str) -> None:
    with office.workplace.transaction() as session:
        read_as(session, office.customers["going 0"], "ヤナガワ", "ミサオ")
        other(office, session).note = f"紹介は {said} から"
    assert_named(office, office.destroy(office.approved()), (RemnantPlace.CUSTOMERS, 1))


def test_a_living_customer_who_is_called_as_the_name_is_read_is_no_remnant(office: DisposalOffice) -> None:
    with office.workplace.transaction() as session:
        read_as(session, office.customers["going 0"], "ヤナガワ", "ミサオ")
        living = add_customer(
            session, replace(GONE, given="みさお", phone="052-111-9999", email="another@yanagawa.example")
        )
        living.note = "柳川みさお様、みさお 柳川、柳川ミサオ様のご主人、電話52-111-9999"
    assert_verified(office.destroy(office.approved()))
