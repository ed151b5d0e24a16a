"""What stands of the destroyed among what stays: told apart from what living records rightly hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select, update

from hvacdesk.domain.disposal.disposal import BatchState, DisposalResult
from hvacdesk.domain.disposal.remnants import RemnantPlace
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.text.text_forms import fold
from hvacdesk.services.disposal import exceptions
from hvacdesk.services.disposal.exceptions import EXCEPTION_NAMES
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.models import (
    CallNote,
    Customer,
    CustomerContact,
    CustomerFinding,
    CustomerPhone,
    Draft,
    Incident,
    IncidentText,
    Job,
)
from hvacdesk.vault.erasure import pending_proof
from hvacdesk.vault.office import OpenVault
from tests.helpers.paper import read_text
from tests.helpers.sabotage import replaced
from tests.helpers.sample_records import ACCOUNT, HIDDEN_DIGITS, STAMP, add_customer
from tests.integration.disposal.office import GOING, DisposalOffice, power_cut

REMNANTS = EXCEPTION_NAMES[exceptions.REMNANTS]
GONE = GOING[0]
"""Nobody who stays has anything of hers."""

Plant = Callable[[DisposalOffice, Session, str], None]


def other(office: DisposalOffice, session: Session, number: int = 5) -> Customer:
    """Somebody who stays and has nothing to do with anybody who goes."""
    record = office.customers[f"staying {number}"]
    return session.scalars(select(Customer).where(Customer.record_id == record)).one()


def in_another_note(office: DisposalOffice, session: Session, value: str) -> None:
    other(office, session).note = f"紹介は{value}から"


def in_another_job(office: DisposalOffice, session: Session, value: str) -> None:
    job = session.scalars(select(Job).where(Job.customer_id == other(office, session).id)).first()
    assert job is not None
    job.note = f"{value}に前日連絡"


def in_an_unlinked_call_note(_office: DisposalOffice, session: Session, value: str) -> None:
    session.add(CallNote(taken_by=ACCOUNT, taken_at=STAMP, subject="breakdown", text=f"{value}の件"))


def in_a_draft(office: DisposalOffice, session: Session, value: str) -> None:
    session.add(
        Draft(
            account=office.desk.account,
            form="call_note",
            subject="",
            payload=f'{{"text": "{value}"}}',
            kept_at=STAMP,
        )
    )


def in_an_audit_note(office: DisposalOffice, session: Session, value: str) -> None:
    office.workplace.record(session, office.desk, Action.REVEALED, note=f"{value}の依頼")


def in_log_details(office: DisposalOffice, session: Session, value: str) -> None:
    office.workplace.record(session, office.desk, Action.REVEALED, field=value)


def in_a_search_line(office: DisposalOffice, session: Session, value: str) -> None:
    changed = update(CustomerFinding).where(CustomerFinding.customer_id == other(office, session).id)
    session.execute(changed.values(shown=f"隣人5 名古屋市 {value}"))


def in_an_incident(_office: DisposalOffice, session: Session, value: str) -> None:
    incident = Incident(kind="lost_paper", reported_by=ACCOUNT, reported_at=STAMP)
    incident.texts = [IncidentText(part="course", text=f"{value}の控えを紛失")]
    session.add(incident)


PLANTS: dict[str, tuple[Plant, RemnantPlace]] = {
    "another customer's note": (in_another_note, RemnantPlace.CUSTOMERS),
    "another customer's job": (in_another_job, RemnantPlace.JOBS),
    "an unlinked call note": (in_an_unlinked_call_note, RemnantPlace.CALL_NOTES),
    "a draft": (in_a_draft, RemnantPlace.DRAFTS),
    "an audit note": (in_an_audit_note, RemnantPlace.LOG_NOTES),
    "log details": (in_log_details, RemnantPlace.LOG),
    "a search line": (in_a_search_line, RemnantPlace.SEARCH),
    "an incident": (in_an_incident, RemnantPlace.INCIDENTS),
}
VALUES = {
    "name": "柳川 美沙緒様",
    "phone": "電話052(987)6543",
    "e-mail": "Misao@Yanagawa.example",
    "address": "唐山町三丁目41番地の7",
}


def write(office: DisposalOffice, *statements: tuple[str, tuple[object, ...]], bound: bool = True) -> None:
    """Run SQL past the program, without asking whether references are right unless ``bound``."""
    connection: Any = office.vault.connect()
    connection.isolation_level = None
    connection.execute(f"PRAGMA foreign_keys = {'ON' if bound else 'OFF'}")
    for statement, values in statements:
        connection.execute(statement, values)
    connection.close()


def assert_verified(result: DisposalResult) -> None:
    assert (result.state, result.exceptions) == (BatchState.VERIFIED, ())


def assert_named(office: DisposalOffice, result: DisposalResult, *places: tuple[RemnantPlace, int]) -> None:
    """The result is not plainly verified, and the certificate says how many places there are, and where."""
    assert result.state is BatchState.EXCEPTIONS
    assert result.exceptions == (REMNANTS,)
    facts = office.disposal.certificates.certificate_of(office.owner, result.batch)
    assert facts.result is BatchState.EXCEPTIONS
    assert facts.exceptions == (REMNANTS,)
    assert facts.remnants == tuple((place.value, count) for place, count in places)


@pytest.mark.parametrize("plant", PLANTS)
def test_sabotage_a_text_that_stays_names_somebody_destroyed(office: DisposalOffice, plant: str) -> None:
    put, place = PLANTS[plant]
    with office.workplace.transaction() as session:
        put(office, session, VALUES["name"])
    assert_named(office, office.destroy(office.approved()), (place, 1))


@pytest.mark.parametrize(
    "writing",
    [
        "柳川【美沙緒】",
        "柳川氏 美沙緒",
        "柳川（みさお）",
        "Yanagawa Misao",
        "misao(at)yanagawa.example",
        '["柳川", "美沙緒"]',
    ],
)
def test_sabotage_a_note_that_stays_has_another_writing_of_somebody_destroyed(
    office: DisposalOffice, writing: str
) -> None:
    with office.workplace.transaction() as session:
        going = session.scalars(
            select(Customer).where(Customer.record_id == office.customers["going 0"])
        ).one()
        going.family_kana, going.given_kana = "ヤナガワ", "ミサオ"
        other(office, session).note = writing
    assert_named(office, office.destroy(office.approved()), (RemnantPlace.CUSTOMERS, 1))


@pytest.mark.parametrize("value", ["phone", "e-mail", "address"])
def test_sabotage_texts_that_stay_hold_another_value_of_the_destroyed(
    office: DisposalOffice, value: str
) -> None:
    with office.workplace.transaction() as session:
        for put, _ in PLANTS.values():
            put(office, session, VALUES[value])
    places = sorted((place for _, place in PLANTS.values()), key=list(RemnantPlace).index)
    assert_named(office, office.destroy(office.approved()), *((place, 1) for place in places))


STRAYS: dict[str, tuple[tuple[tuple[str, tuple[object, ...]], ...], RemnantPlace]] = {
    "a stray table": (
        (
            ("CREATE TABLE old_list (who TEXT)", ()),
            ("INSERT INTO old_list VALUES (?)", (f"{GONE.family}{GONE.given}",)),
        ),
        RemnantPlace.UNKNOWN,
    ),
    "a stray table with a family name alone": (
        (("CREATE TABLE old_list (who TEXT)", ()), ("INSERT INTO old_list VALUES (?)", (GONE.family,))),
        RemnantPlace.UNKNOWN,
    ),
    "an extra column": (
        (
            ("ALTER TABLE customers ADD COLUMN nickname TEXT", ()),
            ("UPDATE customers SET nickname = ? WHERE family_name = '隣人5'", (GONE.given,)),
        ),
        RemnantPlace.UNKNOWN,
    ),
    "the name of a table": ((("CREATE TABLE 柳川美沙緒 (who TEXT)", ()),), RemnantPlace.UNKNOWN),
    "a row without an owner": (
        (
            (
                "INSERT INTO customer_phones VALUES (NULL, 987654, 0, 'home', ?, '0529876543')",
                (GONE.phone,),
            ),
        ),
        RemnantPlace.NOBODY,
    ),
}


@pytest.mark.parametrize("stray", STRAYS)
def test_sabotage_a_place_where_nothing_may_stand_holds_something(office: DisposalOffice, stray: str) -> None:
    statements, place = STRAYS[stray]
    write(office, *statements, bound=False)
    assert_named(office, office.destroy(office.approved()), (place, 1))


def test_sabotage_a_name_stands_with_its_phone_in_columns_of_their_kind(office: DisposalOffice) -> None:
    """Each alone might be somebody else's; together they are one person."""
    with office.workplace.transaction() as session:
        session.add(
            CustomerContact(
                customer_id=other(office, session).id,
                family_name=GONE.family,
                given_name=GONE.given,
                phone=GONE.phone,
                digits="0529876543",
            )
        )
    assert_named(office, office.destroy(office.approved()), (RemnantPlace.CUSTOMERS, 1))


def test_sabotage_an_unlinked_call_note_has_the_phone_in_its_column(office: DisposalOffice) -> None:
    """A caller who is nobody's is no living record that could rightly share the number."""
    with office.workplace.transaction() as session:
        session.add(CallNote(taken_by=ACCOUNT, taken_at=STAMP, phone=GONE.phone, digits="0529876543"))
    assert_named(office, office.destroy(office.approved()), (RemnantPlace.CALL_NOTES, 1))


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("whole_name", "柳川美沙緒"),
        ("whole_name", "柳川美沙緒".encode()),
        ("whole_kana", "柳川美沙緒"),
        ("whole_email", fold(GONE.email)),
        ("whole_address", fold(f"{GONE.town}{GONE.street}")),
    ],
)
def test_sabotage_a_search_line_has_what_its_customer_has_not(
    office: DisposalOffice, column: str, value: str | bytes
) -> None:
    with office.workplace.reading() as session:
        key = other(office, session).id
    write(office, (f"UPDATE customer_findings SET {column} = ? WHERE customer_id = ?", (value, key)))
    assert_named(office, office.destroy(office.approved()), (RemnantPlace.SEARCH, 1))


def test_sabotage_search_lines_of_namesakes_have_the_name_of_another(office: DisposalOffice) -> None:
    """Beside one of somebody who has the name, which is right."""
    with office.workplace.transaction() as session:
        add_customer(session, replace(GONE, phone="052-111-9999", email="another@yanagawa.example"))
        namesakes = [other(office, session, number) for number in (5, 6)]
        for one in namesakes:
            one.family_name, one.given_name = "隣人", "某"
        theirs = CustomerFinding.customer_id.in_([one.id for one in namesakes])
        session.execute(update(CustomerFinding).where(theirs).values(whole_name="柳川美沙緒"))
    assert_named(office, office.destroy(office.approved()), (RemnantPlace.SEARCH, 2))


def test_what_living_records_rightly_hold_is_verified(office: DisposalOffice) -> None:
    """A namesake with notes of his own, a phone that two share, an address, a mailbox, a colleague's name."""
    with office.workplace.transaction() as session:
        living = replace(GONE, phone="052-111-9999", email="another@yanagawa.example", note="柳川美沙緒様")
        add_customer(session, living)
        neighbour_of = other(office, session)
        digits = "0529876543"
        session.add(CustomerPhone(customer_id=neighbour_of.id, kind="home", number=GONE.phone, digits=digits))
        session.add(CallNote(customer_id=neighbour_of.id, taken_by=ACCOUNT, taken_at=STAMP, phone=GONE.phone))
        neighbour_of.note = f"ご自宅 {GONE.phone}"
        other(office, session, 6).email = GONE.email
    write(office, ("UPDATE accounts SET name = ? WHERE name = '緑川 文'", ("柳川 美沙緒",)))
    assert_verified(office.destroy(office.approved()))


def test_a_family_name_and_a_town_alone_tell_nothing(office: DisposalOffice) -> None:
    with office.workplace.transaction() as session:
        other(office, session).note = f"{GONE.family}さんの紹介、{GONE.town}の角"
    assert_verified(office.destroy(office.approved()))


def test_dead_bytes_fail_as_before_whatever_was_kept_besides(office: DisposalOffice) -> None:
    with office.workplace.transaction() as session:
        in_another_note(office, session, VALUES["name"])
    with replaced(Workplace, "exchange_keys", lambda _workplace, _exchange: None):
        result = office.destroy(office.approved())
    assert result.state is BatchState.FAILED
    assert REMNANTS in result.exceptions
    facts = office.disposal.certificates.certificate_of(office.owner, result.batch)
    assert facts.remnants == ((RemnantPlace.CUSTOMERS.value, 1),)


def test_the_certificate_says_where_and_names_nobody(office: DisposalOffice) -> None:
    with office.workplace.transaction() as session:
        in_another_note(office, session, VALUES["name"])
        in_log_details(office, session, VALUES["phone"])
    result = office.destroy(office.approved())
    paper = office.disposal.certificates.certificate_paper(office.owner, result.certificate, "en")
    said = read_text(paper.pdf)
    assert "Records and notes of other customers: 1" in said
    assert "Audit log: 1" in said
    assert GONE.given not in said
    assert not HIDDEN_DIGITS.search(said)


def test_a_disposal_that_was_cut_off_still_knows_whom_to_look_for(office: DisposalOffice) -> None:
    with office.workplace.transaction() as session:
        in_a_draft(office, session, VALUES["e-mail"])
    batch = office.approved()
    with power_cut("disposal.deleted"):
        office.destroy(batch)
    assert_named(office, office.destroy(batch), (RemnantPlace.DRAFTS, 1))


@pytest.mark.approved
def test_what_an_earlier_release_left_unfinished_says_that_texts_were_not_searched(
    office: DisposalOffice,
) -> None:
    load = pending_proof.load

    def earlier(vault: OpenVault, batch: str, key: str) -> pending_proof.KeptValues | None:
        kept = load(vault, batch, key)
        return kept and replace(kept, people=None)

    batch = office.approved()
    with power_cut("disposal.deleted"):
        office.destroy(batch)
    with replaced(pending_proof, "load", earlier):
        result = office.destroy(batch)
    assert result.state is BatchState.EXCEPTIONS
    assert result.exceptions == (EXCEPTION_NAMES[exceptions.TEXTS_UNSEARCHED],)
