"""Whatever a person may type: refused numbers, absurd dates, endless names, emoji, rare kanji."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from hvacdesk.domain.customers.customers import (
    Address,
    CustomerField,
    CustomerRecord,
    PaymentDetails,
    PersonName,
    Phone,
    PhoneKind,
)
from hvacdesk.domain.disposal.disposal import Decision
from hvacdesk.domain.errors import BadDate, InvalidInput, TooLong
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import (
    ItemLine,
    JobRecord,
    JobUnit,
    Party,
    SiteRecord,
    UnitPart,
    UnitRecord,
    WorkItem,
    WorkKind,
)
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.papers.work_orders import CopyState, Profile
from hvacdesk.domain.text.refused_numbers import CardNumberFound, MyNumberFound
from hvacdesk.services.backups.backups import Backups
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.disposal.disposal import Disposal
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.language import words_for
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.store.office import office as office_store
from tests.helpers.decisions import decide
from tests.helpers.ground import Ground, new_ground
from tests.helpers.paper import page_picture, read_text
from tests.helpers.people import customer, organisation, payment
from tests.helpers.real_office import FACTS

CARD = "4111 1111 1111 1111"
MY_NUMBER = "個人番号 123456789018"
SITE = SiteRecord(Address("4600008", "愛知県", "名古屋市中区", "栄", "3丁目"))
TODAY = "2026-11-24"

OTHERWISE = {"address.postal_code", "email", "payment.card_last_four", "phones"}
"""Fields that take no free text: the number is refused there too, as something that the field cannot hold."""

OWN_NUMBERS = {"client_slip", "model", "serial"}
"""Fields for numbers that may look like a card's: a client's slip, a maker's model and serial number."""


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Ground]:
    made = new_ground(tmp_path)
    with made.workplace.transaction() as session:
        office_store.save_facts(session, FACTS)
    yield made
    made.close()


class Office:
    """The services of one ground, and a customer with a job to type into."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.customers = Customers(ground.workplace)
        self.jobs = Jobs(ground.workplace)
        self.orders = WorkOrders(ground.workplace)
        self.disposal = Disposal(ground.workplace, Backups(ground.workplace))
        self.customer = self.customers.add(ground.desk, customer())
        self.site = self.jobs.add_site(ground.desk, self.customer, SITE)
        self.job = self.jobs.add(ground.desk, self.booking())

    def booking(self, **changes: Any) -> JobRecord:
        return replace(
            JobRecord(self.site, WorkKind.REPAIR, {Party.REQUESTER: self.customer}, on=TODAY), **changes
        )


@pytest.fixture
def office(ground: Ground) -> Office:
    return Office(ground)


Typing = Callable[[Office, str, bool], object]
"""Saves a text in one field; the flag is the statement that it is no such number."""


def _texts(record: Any, skip: frozenset[str] = frozenset()) -> list[str]:
    """The names of a record's text fields."""
    return [
        one.name
        for one in fields(record)
        if isinstance(getattr(record, one.name), str) and one.name not in skip
    ]


def _customer(change: Callable[[str], CustomerRecord]) -> Typing:
    return lambda office, text, allow: office.customers.add(
        office.ground.owner, change(text), allow_number=allow
    )


def _site(change: Callable[[str], SiteRecord]) -> Typing:
    return lambda office, text, allow: office.jobs.add_site(
        office.ground.desk, office.customer, change(text), allow_number=allow
    )


def _job(change: Callable[[str], dict[str, Any]]) -> Typing:
    return lambda office, text, allow: office.jobs.add(
        office.ground.desk, office.booking(**change(text)), allow_number=allow
    )


def _every_field() -> dict[str, Typing]:
    found: dict[str, Typing] = {}
    whole = organisation(payment=payment())
    for name in _texts(whole, frozenset({"kind", "payment_method"})):
        found[f"customer.{name}"] = _customer(lambda text, name=name: replace(whole, **{name: text}))
    for key, record in (("name", whole.name), ("address", whole.address), ("payment", payment())):
        for name in _texts(record):
            found[f"customer.{key}.{name}"] = _customer(
                lambda text, key=key, name=name, record=record: replace(
                    whole, **{key: replace(record, **{name: text})}
                )
            )
    for name in _texts(SITE, frozenset({"building_started_on"})):
        found[f"site.{name}"] = _site(lambda text, name=name: replace(SITE, **{name: text}))
    for name in _texts(SITE.address):
        found[f"site.address.{name}"] = _site(
            lambda text, name=name: replace(SITE, address=replace(SITE.address, **{name: text}))
        )
    empty = JobRecord("", WorkKind.REPAIR, {})
    for name in _texts(empty, frozenset({"site", "work_kind", "on", "starts", "ends", "contact"})):
        found[f"job.{name}"] = _job(lambda text, name=name: {name: text})
    for name in ("unit", "detail"):
        found[f"job.items.{name}"] = _job(
            lambda text, name=name: {"items": (ItemLine(WorkItem.COVER, **{name: text}),)}
        )
    for name in _texts(UnitRecord()):
        found[f"unit.{name}"] = lambda office, text, _allow, name=name: office.jobs.add_unit(
            office.ground.desk, office.site, UnitRecord(**{name: text})
        )
    found["copy.note"] = _return_with_note
    found["hold.reason"] = _hold
    return found


def _return_with_note(office: Office, text: str, _allow: bool) -> object:
    copy = office.orders.issue(office.ground.desk, office.job, (Profile.OFFICE,), words_for("ja")).copies[0]
    return office.orders.register_return(office.ground.desk, copy.code, CopyState.KEPT, text)


def _hold(office: Office, text: str, _allow: bool) -> object:
    batch = office.disposal.reviews.review(office.ground.owner, "2026-11").batch
    return decide(
        office.disposal.reviews,
        office.ground.owner,
        batch,
        office.customer,
        Decision.HOLD,
        hold_reason=text,
        hold_until="2027-11-24",
    )


FIELDS = _every_field()
ABSURD_DAYS = ("2026-02-30", "0000-00-00", "9999-12-31", "1066-10-14", "明日", "2026/11/24", "-1")
STATED = [name for name in FIELDS if name.split(".")[0] in {"customer", "site", "job"}]
"""Fields whose forms let a person state that it is something else."""


def _ends(name: str, of: set[str]) -> bool:
    return any(name.endswith(f".{ending}") for ending in of)


@pytest.mark.parametrize("field", [name for name in FIELDS if not _ends(name, OWN_NUMBERS)])
@pytest.mark.parametrize(("text", "refusal"), [(CARD, CardNumberFound), (MY_NUMBER, MyNumberFound)])
def test_no_field_keeps_a_card_number_or_my_number(
    office: Office, field: str, text: str, refusal: type[InvalidInput]
) -> None:
    expected = InvalidInput if _ends(field, OTHERWISE) else refusal
    with pytest.raises(expected) as told:
        FIELDS[field](office, text, False)
    assert "1111" not in str(told.value)
    assert "123456789018" not in str(told.value)


def test_phones_keep_no_card_number(office: Office) -> None:
    phones = tuple(replace(phone, number=CARD) for phone in customer().phones)
    with pytest.raises(InvalidInput):
        office.customers.add(office.ground.desk, customer(phones=phones))


@pytest.mark.parametrize("field", [name for name in STATED if not _ends(name, OWN_NUMBERS | OTHERWISE)])
def test_a_statement_lets_it_pass_and_is_logged(office: Office, field: str) -> None:
    FIELDS[field](office, CARD, True)
    logged = AuditLog(office.ground.workplace).entries(
        office.ground.owner, limit=10, action=Action.NUMBER_ALLOWED
    )
    assert [entry.details for entry in logged] == [{"field": field.split(".")[1]}]
    runs = ("1111 1111", "11111111")  # four digits alone occur in ids and hashes by chance
    assert not any(run in str(entry) for entry in logged for run in runs)


ABSURD = ("2026-02-30", "0000-00-00", "9999-12-31", "1066-10-14", "明日", "2026/11/24", "-1")
FOR_EVER = ("hold", "9999-12-31")
"""No absurd date: a hold may last."""


@pytest.mark.parametrize(
    ("where", "day"),
    [
        (where, day)
        for where in ("job", "site", "event", "hold")
        for day in ABSURD
        if (where, day) != FOR_EVER
    ],
)
def test_an_absurd_date_is_refused_with_the_possible_ones(office: Office, where: str, day: str) -> None:
    desk = office.ground.desk
    acts: dict[str, Callable[[], object]] = {
        "job": lambda: office.jobs.add(desk, office.booking(on=day)),
        "site": lambda: office.jobs.add_site(desk, office.customer, replace(SITE, building_started_on=day)),
        "event": lambda: office.jobs.record_event(desk, office.job, JobEvent(EventKind.INVOICE, day)),
        "hold": lambda: decide(
            office.disposal.reviews,
            office.ground.owner,
            office.disposal.reviews.review(office.ground.owner, "2026-11").batch,
            office.customer,
            Decision.HOLD,
            hold_reason="訴訟",
            hold_until=day,
        ),
    }
    with pytest.raises(InvalidInput) as told:
        acts[where]()
    if where != "hold":
        assert isinstance(told.value, BadDate)
        assert "from" in str(told.value)


def test_an_empty_date_is_no_date(office: Office) -> None:
    made = office.jobs.add(office.ground.desk, office.booking(on=""))
    assert office.jobs.record_for_edit(office.ground.desk, made).on == ""
    with pytest.raises(InvalidInput):
        office.jobs.record_event(office.ground.desk, office.job, JobEvent(EventKind.INVOICE, ""))


@pytest.mark.parametrize("name", [one.name for one in fields(PersonName)])
@pytest.mark.parametrize("letter", ["あ", "𠮷", "👩‍🔧", "か\u3099"])
def test_a_name_of_5000_characters_is_told_its_limit_and_nothing_is_saved(
    office: Office, name: str, letter: str
) -> None:
    person = replace(PersonName("柳川"), **{name: letter * 5000})
    with pytest.raises(TooLong, match="200"):
        office.customers.add(office.ground.desk, customer(name=person))
    assert office.customers.search(office.ground.desk, "").total == 1


WRITINGS = {
    "rare kanji": ("髙﨑", "𠮷乃"),
    "variation selector": ("葛\U000e0100城", "邊\U000e0101子"),
    "half-width kana": ("ﾀｶｻｷ", "ﾖｼﾉ"),
    "emoji": ("髙田👷", "花🌸"),
    "circled and joined": ("㈱髙﨑①", "㍼"),
    "old form": ("神林", "晴彥"),
}


@pytest.mark.parametrize(("family", "given"), WRITINGS.values(), ids=WRITINGS)
def test_a_name_is_stored_found_and_printed_as_it_is_written(office: Office, family: str, given: str) -> None:
    desk = office.ground.desk
    made = office.customers.add(desk, customer(name=PersonName(family, given)))
    assert office.customers.reveal(desk, made, CustomerField.NAME, RevealReason.CALL) == f"{family} {given}"
    assert made in [row.customer for row in office.customers.search(desk, family).rows]
    assert made in [row.customer for row in office.customers.search(desk, f"{family}{given}").rows]
    site = office.jobs.add_site(desk, made, SITE)
    job = office.jobs.add(desk, replace(office.booking(site=site), parties={Party.REQUESTER: made}))
    order = office.orders.issue(desk, job, (Profile.CUSTOMER,), words_for("ja"))
    printed = read_text(order.pdf).replace(" ", "")
    for character in family + given:
        if character.isalpha() and ord(character) < 0xE0000:
            assert character in printed, f"{character} is missing on the paper"
    assert page_picture(order.pdf).convert("L").getextrema()[0] == 0


def test_its_common_form_finds_a_rare_one(office: Office) -> None:
    desk = office.ground.desk
    made = office.customers.add(desk, customer(name=PersonName("髙﨑", "𠮷乃", "タカサキ", "ヨシノ")))
    for typed in ("高崎", "髙崎", "ﾀｶｻｷ", "たかさき", "takasaki"):
        assert made in [row.customer for row in office.customers.search(desk, typed).rows], typed


def test_payment_fields_are_all_looked_at() -> None:
    """A field added to a record is tested above without being named here."""
    assert {name for name in FIELDS if name.startswith("customer.payment.")} == {
        f"customer.payment.{one.name}" for one in fields(PaymentDetails)
    }
    assert len(FIELDS) > 35


@pytest.mark.parametrize(("family", "given"), [("李", ""), ("一", "一"), ("のの", "め"), ("Ō", "O")])
def test_a_name_of_one_character_is_stored_masked_found_and_printed(
    office: Office, family: str, given: str
) -> None:
    desk = office.ground.desk
    made = office.customers.add(desk, customer(name=PersonName(family, given)))
    shown = office.customers.detail(desk, made).name.text
    assert shown.startswith(family)
    assert not given or given not in shown.removeprefix(family)
    assert made in [row.customer for row in office.customers.search(desk, family).rows]
    site = office.jobs.add_site(desk, made, SITE)
    job = office.jobs.add(desk, replace(office.booking(site=site), parties={Party.REQUESTER: made}))
    order = office.orders.issue(desk, job, (Profile.CUSTOMER,), words_for("ja"))
    assert f"{family}{given}様" in "".join(read_text(order.pdf).split())


@pytest.mark.parametrize("number", ["+1 212 555 0100", "010 44 20 7946 0018", "+86 10-6555-0100"])
def test_a_foreign_phone_is_kept_as_it_is_dialled_masked_and_found_whole(office: Office, number: str) -> None:
    desk = office.ground.desk
    made = office.customers.add(desk, customer(phones=(Phone(PhoneKind.MOBILE, number),)))
    (phone,) = office.customers.detail(desk, made).phones
    assert phone.number.text == f"●●●-●●●●-{number[-4:]}"
    revealed = office.customers.reveal(desk, made, CustomerField.PHONE, RevealReason.CALL)
    assert number in revealed
    for typed in (number, number.replace("-", " "), number[-4:]):
        assert made in [row.customer for row in office.customers.search(desk, typed).rows], typed


def test_two_hundred_units_at_one_site_go_through_booking_and_paper(office: Office) -> None:
    desk = office.ground.desk
    units = [
        office.jobs.add_unit(desk, office.site, UnitRecord(f"{number}号室", serial=f"S{number:04}"))
        for number in range(200)
    ]
    chosen = tuple(JobUnit(unit, UnitPart.SERVICE) for unit in units)
    job = office.jobs.add(desk, office.booking(units=chosen))
    printed = read_text(office.orders.issue(desk, job, (Profile.TECHNICIAN,), words_for("ja")).pdf)
    assert [number for number in range(200) if f"{number}号室" not in printed] == []
