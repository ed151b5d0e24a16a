"""Every described field of contacts, sites, units and jobs goes through all that the program does with one.

Entered, read masked, changed and undone, shown, found, moved by a merger, exported, printed around, kept
out of incidents, laid open by what leaks, disclosed and destroyed: a place that forgets a field is red
here, whatever the field is called. What a field is left out of says the description, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from hvacdesk.domain.customers.contacts import CONTACT_FIELDS, ContactField, ContactRecord
from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customers import Address, CustomerField, PersonName
from hvacdesk.domain.customers.mentions import MENTION_FIELDS
from hvacdesk.domain.exchange.exporting import (
    EXPORT_HEADERS,
    EXPORT_TABLE_NAMES,
    ExportExtent,
    ExportForm,
    ExportReason,
    ExportTable,
)
from hvacdesk.domain.fields import DescribedField, FieldSet, TextKind, Use
from hvacdesk.domain.incidents.concerned import Found
from hvacdesk.domain.incidents.exposure import fields_of_entry
from hvacdesk.domain.incidents.incident_errors import NamesCustomer
from hvacdesk.domain.incidents.incident_texts import IncidentPart
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.jobs.job_fields import JOB_FIELDS
from hvacdesk.domain.jobs.jobs import (
    ItemLine,
    JobReader,
    JobRecord,
    Party,
    SiteField,
    SiteRecord,
    UnitRecord,
    WorkItem,
    WorkKind,
)
from hvacdesk.domain.jobs.site_fields import SITE_FIELDS
from hvacdesk.domain.jobs.unit_fields import UNIT_FIELDS, UNITS, UnitDescription, locked
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.papers.work_orders import PROFILE_RULES, PrintExtent, Profile
from hvacdesk.domain.requests.disclosure_names import BY_WORD_ONLY, SEARCH_COPIES, TABLES
from hvacdesk.domain.roles import Role
from hvacdesk.exchange.workbooks import Workbook
from hvacdesk.services.customers.contacts import Contacts
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.merging import Merging
from hvacdesk.services.exchange.exporting import Exporting
from hvacdesk.services.incidents.incidents import Happening, Incidents
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.language import words_for
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.papers import work_order_issuing as issuing
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.papers.work_order_view import CopyFacts, cleaner, work_order_view
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.store.base import Base, Category
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.disposal import erasure
from hvacdesk.store.incidents import concerned, incidents
from hvacdesk.store.requests import suspension
from tests.helpers.described_tables import described_columns
from tests.helpers.ground import Ground
from tests.helpers.incident_writing import write
from tests.helpers.people import organisation

CALL = RevealReason.CALL
TODAY = "2026-11-24"
Described = DescribedField[Any, Any]

OWN_VALUES = {
    SiteField.ATTENDS: {"first": "別所 佐代里", "other": "林 千登世"},
    SiteField.LOCK_CODES: {"first": "暗証番号73164", "other": "暗証番号82951"},
}
"""Texts that must be of a form that nothing made up has."""


PARTS = {
    ContactField.NAME: ("name", "given"),
    ContactField.KANA: ("name", "given_kana"),
    SiteField.ADDRESS: ("address", "street"),
}
"""The part of a field of several parts that its mask hides."""


def written(one: Described, word: str, number: int) -> Any:
    """A value of the field's kind; no text is part of another."""
    if isinstance(one, UnitDescription) and one.measure:
        return one.measure.kind(one.measure.lowest + number + 10 * (word == "other"))
    if one.key in OWN_VALUES:
        return OWN_VALUES[one.key][word]
    match one.kind:
        case TextKind.MAILBOX:
            return f"{word}{number}@hidden.example"
        case TextKind.NUMBER:
            return f"090-66{number}0-12{number}{int(word == 'other')}"
        case TextKind.CODE:
            return f"{'GH'[word == 'other']}70{number}3458Z"
        case _:
            return f"{type(one.key).__name__}の{word}の{number}番"


def texts(described: FieldSet[Any, Any], word: str) -> dict[str, Any]:
    """Every text and number of a record."""
    single = (one for one in described if one.kind or one.key not in PARTS)
    return {one.key.value: written(one, word, number) for number, one in enumerate(single)}


@dataclass(frozen=True)
class Kind:
    """A kind of record, and how services handle it."""

    described: FieldSet[Any, Any]
    first: Any
    other: Any
    add: Callable[[Ground, str, Any], str]
    read: Callable[[Ground, Any, str], tuple[str, int, Mapping[Any, Masked]]]
    change: Callable[[Ground, str, int, Mapping[str, object]], None]
    show: Callable[[Ground, str, Any], str]
    sheet: ExportTable
    table: str


def _contact(ground: Ground, who: Any, customer: str) -> tuple[str, int, Mapping[Any, Masked]]:
    (view,) = Contacts(ground.workplace).of(who, customer)
    return view.contact, view.version, view.values


def _site(ground: Ground, who: Any, customer: str) -> tuple[str, int, Mapping[Any, Masked]]:
    (view,) = Jobs(ground.workplace).sites(who, customer)
    return view.site, view.version, view.values


AREA = Address("4640064", "愛知県", "名古屋市千種区", "唐山町")
CONTACT = Kind(
    CONTACT_FIELDS,
    ContactRecord(name=PersonName("橘", "小夜子", "タチバナ", "サヨコ"), **texts(CONTACT_FIELDS, "first")),
    ContactRecord(name=PersonName("別所", "美也子", "ベッショ", "ミヤコ"), **texts(CONTACT_FIELDS, "other")),
    add=lambda ground, customer, record: Contacts(ground.workplace).add(ground.desk, customer, record),
    read=_contact,
    change=lambda ground, key, version, changes: Contacts(ground.workplace).change(
        ground.desk, key, version, changes
    ),
    show=lambda ground, key, field: Contacts(ground.workplace).reveal(ground.desk, key, field, CALL),
    sheet=ExportTable.CONTACTS,
    table="customer_contacts",
)
SITE = Kind(
    SITE_FIELDS,
    SiteRecord(
        Address("4640064", "愛知県", "名古屋市千種区", "唐山町", "5-17-4"), **texts(SITE_FIELDS, "first")
    ),
    SiteRecord(
        Address("4640064", "愛知県", "名古屋市千種区", "唐山町", "9-9-91"), **texts(SITE_FIELDS, "other")
    ),
    add=lambda ground, customer, record: Jobs(ground.workplace).add_site(ground.desk, customer, record),
    read=_site,
    change=lambda ground, key, version, changes: Jobs(ground.workplace).change_site(
        ground.desk, key, changes, version=version
    ),
    show=lambda ground, key, field: Jobs(ground.workplace).reveal_site(ground.desk, key, field, CALL),
    sheet=ExportTable.SITES,
    table="sites",
)


def _unit(ground: Ground, who: Any, customer: str) -> tuple[str, int, Mapping[Any, Masked]]:
    (site,) = Jobs(ground.workplace).sites(who, customer)
    (view,) = site.units
    return view.unit, 1, {one.key: one.masked(view.record, False)[0] for one in UNITS}


def _change_unit(ground: Ground, key: str, _version: int, changes: Mapping[str, object]) -> None:
    record = replace(UNIT.first, **changes)
    Jobs(ground.workplace).change_unit(ground.desk, key, record, shown=UNIT.first)


UNIT = Kind(
    UNIT_FIELDS,
    UnitRecord(**texts(UNIT_FIELDS, "first")),
    UnitRecord(**texts(UNIT_FIELDS, "other")),
    add=lambda ground, customer, record: Jobs(ground.workplace).add_unit(
        ground.desk, _site(ground, ground.desk, customer)[0], record
    ),
    read=_unit,
    change=_change_unit,
    show=lambda *_: "",
    sheet=ExportTable.UNITS,
    table="units",
)


def _job(ground: Ground, who: Any, customer: str) -> tuple[str, int, Mapping[Any, Masked]]:
    jobs = Jobs(ground.workplace)
    (row,) = jobs.of_customer(who, customer)
    detail = jobs.detail(who, row.job)
    return row.job, detail.version, detail.texts


def _add_job(ground: Ground, customer: str, record: JobRecord) -> str:
    site = _site(ground, ground.desk, customer)[0]
    booked = replace(record, site=site, parties={Party.REQUESTER: customer})
    return Jobs(ground.workplace).add(ground.desk, booked)


def _change_job(ground: Ground, key: str, version: int, changes: Mapping[str, Any]) -> None:
    jobs = Jobs(ground.workplace)
    before = jobs.record_for_edit(ground.desk, key)
    jobs.change(ground.desk, key, version, replace(before, **changes))


JOB = Kind(
    JOB_FIELDS,
    JobRecord("", WorkKind.REPAIR, {}, **texts(JOB_FIELDS, "first")),
    JobRecord("", WorkKind.REPAIR, {}, **texts(JOB_FIELDS, "other")),
    add=_add_job,
    read=_job,
    change=_change_job,
    show=lambda *_: "",
    sheet=ExportTable.JOBS,
    table="jobs",
)
KINDS = (CONTACT, SITE, UNIT, JOB)
EACH = [(kind, one) for kind in KINDS for one in kind.described]
each_field = pytest.mark.parametrize(
    ("kind", "one"), EACH, ids=[f"{kind.table}-{one.key.value}" for kind, one in EACH]
)
each_kind = pytest.mark.parametrize("kind", KINDS, ids=[kind.table for kind in KINDS])


def secret(one: Described, record: Any) -> str:
    """What is hidden of the field."""
    if one.key in PARTS and not one.kind:
        whole, part = PARTS[one.key]
        return str(getattr(getattr(record, whole), part))
    return str(one.full(record)[0])


def changed_to(one: Described, record: Any) -> dict[str, object]:
    """What a form sends that changes the field alone."""
    if one.key in PARTS and not one.kind:
        whole, part = PARTS[one.key]
        return {whole: {part: secret(one, record)}}
    return {one.key.value: getattr(record, one.key.value)}


@dataclass
class Trip:
    """An office with one firm that has a contact and a site with every field."""

    ground: Ground
    customer: str
    keys: dict[str, str]


@pytest.fixture
def trip(ground: Ground) -> Trip:
    firm = organisation(name=PersonName(), phones=(), email="", note="", cautions=())
    customer = Customers(ground.workplace).add(ground.desk, firm)
    return Trip(ground, customer, {kind.table: kind.add(ground, customer, kind.first) for kind in KINDS})


def test_no_value_of_the_trip_is_part_of_another() -> None:
    worded = [(kind, one) for kind, one in EACH if one.kind or one.key in PARTS]
    values = [secret(one, record) for kind, one in worded for record in (kind.first, kind.other)]
    assert all(one not in other for one, other in permutations(sorted(set(values)), 2))


@each_field
def test_it_is_read_masked_changed_undone_and_shown(trip: Trip, kind: Kind, one: Described) -> None:
    ground, key = trip.ground, trip.keys[kind.table]
    _key, version, seen = kind.read(ground, ground.desk, trip.customer)
    assert set(seen) == {one.key for one in kind.described}
    assert (secret(one, kind.first) in seen[one.key].text) == (not seen[one.key].hidden)
    assert seen[one.key].revealable == one.revealed

    def stored() -> str:
        """In full: by a reveal, or where nothing is hidden as everybody reads it."""
        if one.revealed:
            return kind.show(ground, key, one.key)
        return kind.read(ground, ground.desk, trip.customer)[2][one.key].text

    assert stored() == one.full(kind.first)[0]
    kind.change(ground, key, version, changed_to(one, kind.other))
    assert secret(one, kind.other) in stored()
    ground.workplace.edits.undo(ground.desk)
    assert stored() == one.full(kind.first)[0]
    if one.revealed:
        shown = AuditLog(ground.workplace).entries(ground.owner, action=Action.REVEALED)[0]
        assert fields_of_entry(shown.action, shown.details) == {one.told_as}


FOR_THOSE_WHO_GO = frozenset({JobReader.VISIT, JobReader.GOING, JobReader.NOBODY})
"""Readers that accounting is none of."""


@each_kind
def test_whoever_reads_no_contact_details_gets_none(trip: Trip, kind: Kind) -> None:
    seen = kind.read(trip.ground, trip.ground.people[Role.ACCOUNTING], trip.customer)[2]
    for one in kind.described:
        if one.revealed or getattr(one, "whole_for", None) in FOR_THOSE_WHO_GO:
            assert secret(one, kind.first) not in seen[one.key].text
            assert seen[one.key].revealable == (one.revealed and one.addressee)


@each_field
def test_it_is_found_by_its_whole_form_alone(trip: Trip, kind: Kind, one: Described) -> None:
    def found(typed: str) -> bool:
        rows = Customers(trip.ground.workplace).search(trip.ground.owner, typed).rows
        return trip.customer in [row.customer for row in rows]

    assert found(one.full(kind.first)[0]) == one.goes(Use.FOUND)
    part = secret(one, kind.first)[:-1]
    assert not (part and found(part))


@each_field
def test_a_merger_moves_it_as_it_was(trip: Trip, kind: Kind, one: Described) -> None:
    assert not one.goes(Use.MERGED)
    ground, key = trip.ground, trip.keys[kind.table]
    kept = Customers(ground.workplace).add(ground.desk, organisation(name=PersonName()))
    merging = Merging(ground.workplace)
    view = merging.compare(ground.owner, kept, trip.customer)
    merging.merge(ground.owner, kept, trip.customer, (view.kept.version, view.merged.version), {})
    moved, _version, seen = kind.read(ground, ground.desk, kept)
    assert moved == key
    assert (kind.show(ground, key, one.key) if one.revealed else seen[one.key].text) == one.full(kind.first)[
        0
    ]


READ_IN_MASKED_LISTS = frozenset({SiteField.LABEL, SiteField.ACCESS})
"""What a masked list has although not everybody reads it: it helps who arranges jobs, and names nobody."""


def listed(one: Described, record: Any, extent: ExportExtent, *, suspended: bool) -> str:
    """What a list says of a field, whether somebody may ask for the rest of it or not."""
    whole = one.full(record)[0]
    if isinstance(one, UnitDescription):
        return "" if suspended and one.of_customer else whole
    reader = getattr(one, "whole_for", JobReader.NOBODY)
    seen = reader is JobReader.ANYBODY or (one.key in READ_IN_MASKED_LISTS and not suspended)
    if seen or (extent is ExportExtent.FULL and not suspended):
        return whole
    return one.masked(record, False)[0].text


LISTS = {
    "full": (ExportExtent.FULL, False),
    "masked": (ExportExtent.MASKED, False),
    "full-suspended": (ExportExtent.FULL, True),
}


@each_kind
@pytest.mark.parametrize(("extent", "suspended"), LISTS.values(), ids=LISTS)
def test_a_list_has_what_it_says_in_its_own_column(
    trip: Trip, tmp_path: Path, kind: Kind, extent: ExportExtent, suspended: bool
) -> None:
    if suspended:
        with trip.ground.workplace.transaction() as session:
            suspension.lock(session, customer_store.get(session, trip.customer), TODAY)
    words = words_for("ja")
    made = Exporting(trip.ground.workplace).export(
        trip.ground.owner,
        ExportReason.OTHER_PROGRAM,
        extent,
        words,
        lambda *_: None,
        lambda: False,
        ExportForm.WORKBOOK,
    )
    path = tmp_path / "list.xlsx"
    path.write_bytes(made.content)
    rows = Workbook(path.read_bytes(), made.password).rows(words(EXPORT_TABLE_NAMES[kind.sheet]))
    header, row = (cells for _line, cells in rows)
    assert header == [words(one) for one in EXPORT_HEADERS[kind.sheet]]
    for one in kind.described:
        if not one.goes(Use.EXPORTED):
            assert secret(one, kind.first) not in "\n".join(row)
            continue
        cell = row[header.index(words(one.label))]
        assert cell == listed(one, kind.first, extent, suspended=suspended), one.key


@each_field
@pytest.mark.parametrize("profile", Profile)
def test_no_free_text_on_paper_says_what_the_copy_hides(
    trip: Trip, kind: Kind, one: Described, profile: Profile
) -> None:
    text = f"来る前に{one.full(kind.first)[0]}まで"
    jobs, rules = Jobs(trip.ground.workplace), PROFILE_RULES[profile]
    items = (ItemLine(WorkItem.DRILLING, detail=text),)
    record = JobRecord(
        trip.keys["sites"], WorkKind.REPAIR, {Party.REQUESTER: trip.customer}, on=TODAY, items=items
    )
    job = jobs.add(trip.ground.desk, record)
    with trip.ground.workplace.reading() as session:
        material = issuing.material_of(session, job)
    clean = cleaner(material, rules)(material.items[0].detail)
    ruled = recognised_by(kind, one)
    hides = ruled.goes(Use.BLACKED_OUT) and (
        ruled.printed is None or rules[ruled.printed] is not PrintExtent.FULL
    )
    known = digits_of(one, kind.first)
    assert "来る前に" in clean
    assert (known in clean) == (not hides)
    assert issuing_shows_nothing(material, profile)


def recognised_by(kind: Kind, one: Described) -> Described:
    """The field whose trace knows a value: a name is recognised in kana, too."""
    return kind.described[ContactField.NAME] if one.key is ContactField.KANA else one


def digits_of(one: Described, record: Any) -> str:
    """What of a value is recognised: of a name the given one, of a code its digits, else all of it."""
    trace = one.trace(record)
    if trace.names:
        return trace.names[0].given
    return trace.codes[0] if trace.codes else secret(one, record)


def issuing_shows_nothing(material: Any, profile: Profile) -> bool:
    """Whether a copy says nothing of keys and codes, wherever it prints what is kept of the site."""
    view = work_order_view(material, CopyFacts(profile, 1, 1, TODAY, "青木", TODAY, "code"))
    return SITE.first.lock_codes not in repr(view)


@each_field
def test_no_text_of_an_incident_holds_it(trip: Trip, kind: Kind, one: Described) -> None:
    workplace, owner = trip.ground.workplace, trip.ground.owner
    desk = Incidents(workplace, Papers(workplace, WorkOrders(workplace)))
    desk.report(trip.ground.desk, Happening(IncidentKind.MIS_SENT, "FAXを間違えました"))
    incident = desk.all(owner)[0].incident
    with workplace.transaction() as session:
        listed = {trip.customer: frozenset({CustomerField.NAME})}
        concerned.put(session, incidents.get(session, incident), listed, Found.HAND)
    text = f"{one.full(kind.first)[0]}の件"
    if not recognised_by(kind, one).goes(Use.BARRED):
        write(desk, owner, incident, IncidentPart.CAUSE, text)
        return
    with pytest.raises(NamesCustomer):
        write(desk, owner, incident, IncidentPart.CAUSE, text)


@each_field
def test_it_is_disclosed_and_destroyed_with_its_customer(trip: Trip, kind: Kind, one: Described) -> None:
    table = Base.metadata.tables[kind.table]
    personal = {name for name in one.columns if table.c[name].info["personal"]}
    copies = {(kind.table, name) for name in personal} & SEARCH_COPIES
    assert personal - {name for _table, name in copies} <= set(TABLES[kind.table].columns)
    if one.told_as is CustomerField.LOCK_CODE:
        assert {(kind.table, name) for name in personal} <= BY_WORD_ONLY
    with trip.ground.workplace.transaction() as session:
        row = customer_store.get(session, trip.customer)
        going = erasure.belongings(session, [row.id])
        sought = {value.decode() for value in erasure.values(session, going).stored}
        assert not personal or secret(one, kind.first) in sought
        erasure.delete_rows(session, going)
    with trip.ground.workplace.reading() as session:
        left = repr([session.execute(every.select()).all() for every in Base.metadata.sorted_tables])
    assert secret(one, kind.first) not in left or not (one.kind or one.key in PARTS)


KEYS_AND_DAYS = {"building_started_on", "site", "contact", "on", "starts", "ends", "work_kind"}
"""Texts of a record that are no words of anybody's."""


@each_kind
def test_every_column_and_attribute_belongs_to_one_field(kind: Kind) -> None:
    described = [name for one in kind.described for name in one.columns]
    assert len(described) == len(set(described))
    personal = {column.name for column in Base.metadata.tables[kind.table].columns if column.info["personal"]}
    assert personal <= set(described)
    assert list(kind.described) == [kind.described[key] for key in type(next(iter(kind.described)).key)]
    facts = {part.name for part in fields(kind.first) if not isinstance(getattr(kind.first, part.name), str)}
    assert {part.name for part in fields(kind.first)} - facts - KEYS_AND_DAYS == {
        one.key.value for one in kind.described.texts
    }


EVERY_SET: tuple[FieldSet[Any, Any], ...] = (
    CUSTOMER_FIELDS,
    CONTACT_FIELDS,
    SITE_FIELDS,
    UNIT_FIELDS,
    JOB_FIELDS,
    MENTION_FIELDS,
)
REACHING = frozenset({Category.NAME, Category.KANA, Category.PHONE, Category.EMAIL})


def test_every_column_by_which_somebody_is_known_or_reached_is_described() -> None:
    described = {(one.model.__tablename__, one.name) for one in described_columns()}
    found = {
        (table.name, column.name)
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if column.info["personal"] and column.info["category"] in REACHING
        if table.name != "customer_findings"  # repeats the others
    }
    assert found <= described


@pytest.mark.parametrize(
    "one",
    [
        one
        for every in (CUSTOMER_FIELDS, CONTACT_FIELDS, SITE_FIELDS, UNIT_FIELDS, MENTION_FIELDS)
        for one in every
    ],
    ids=lambda one: f"{type(one.key).__name__}-{one.key.value}",
)
def test_an_exception_says_why(one: Described) -> None:
    assert all(reason.endswith(".") and len(reason.split()) > 5 for reason in one.otherwise.values())
    if one.printed is None:
        assert Use.BLACKED_OUT in one.otherwise


def test_what_is_recognised_is_not_left_without_a_trace() -> None:
    for kind, one in EACH:
        trace = one.trace(kind.first)
        seen = trace.names or trace.words or trace.numbers or trace.codes or trace.places
        assert seen or not (one.goes(Use.BLACKED_OUT) or one.goes(Use.BARRED)), one.key


def test_a_changed_record_differs_in_every_field() -> None:
    assert all(one.full(kind.first) != one.full(kind.other) for kind, one in EACH)


def test_a_unit_of_somebody_whose_data_is_suspended_tells_nothing_of_the_customer() -> None:
    left = replace(UNIT.first, **locked(UNIT.first))
    personal = {column.name for column in Base.metadata.tables["units"].columns if column.info["personal"]}
    assert personal == {one.key.value for one in UNITS if one.of_customer}
    assert {one.key.value for one in UNITS if not one.full(left)} == personal
