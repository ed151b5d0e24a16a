"""Every described field of a customer goes through everything that the program does with one.

Registered, read masked, changed and undone, shown, found, compared, exported and imported, merged, printed
around, kept out of incidents, laid open by what leaks, disclosed and destroyed: a place that forgets a field
is red here, whatever the field is called.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import permutations
from pathlib import Path

import pytest

from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS, mailboxes
from hvacdesk.domain.customers.customers import (
    CustomerField,
    CustomerKind,
    CustomerRecord,
    PersonName,
    Phone,
    PhoneKind,
)
from hvacdesk.domain.customers.duplicates import Resemblance
from hvacdesk.domain.customers.merging import MERGE_COLUMNS, MERGE_FIELD_NAMES, REVEALS, MergeField, Take
from hvacdesk.domain.exchange.exporting import (
    EXPORT_HEADERS,
    EXPORT_TABLE_NAMES,
    ExportExtent,
    ExportForm,
    ExportReason,
    ExportTable,
)
from hvacdesk.domain.exchange.importing import IMPORT_FIELD_NAMES, Duplicates, ImportField
from hvacdesk.domain.fields import DescribedField, TextKind, Use
from hvacdesk.domain.incidents.concerned import Found
from hvacdesk.domain.incidents.exposure import fields_of_entry
from hvacdesk.domain.incidents.incident_errors import NamesCustomer
from hvacdesk.domain.incidents.incident_texts import IncidentPart
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.jobs.jobs import ItemLine, JobRecord, Party, SiteRecord, WorkItem, WorkKind
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.papers.work_orders import PROFILE_RULES, PrintExtent, Profile, WorkOrderView
from hvacdesk.domain.requests.disclosure_names import SEARCH_COPIES, TABLES
from hvacdesk.exchange.workbooks import Workbook
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.merging import Merging
from hvacdesk.services.exchange.exporting import Exporting
from hvacdesk.services.exchange.importing import Importing
from hvacdesk.services.incidents.incidents import Happening, Incidents
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.language import words_for
from hvacdesk.services.papers import work_order_issuing as issuing
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.papers.work_order_view import CopyFacts, work_order_view
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.store.base import Base
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.disposal import erasure, identities
from hvacdesk.store.exchange import exporting as export_store
from hvacdesk.store.incidents import concerned, incidents
from hvacdesk.ui.file_reading import given_file
from tests.helpers.ground import Ground, new_ground
from tests.helpers.incident_writing import write
from tests.helpers.people import customer

CALL = RevealReason.CALL
CUSTOMERS_SHEET = EXPORT_TABLE_NAMES[ExportTable.CUSTOMERS]
TODAY = "2026-11-24"


def filled(word: str) -> dict[str, str]:
    """Every mailbox with an address of its own, none of which is part of another."""
    return {
        one.key.value: f"{word}{number}@hidden.example"
        for number, one in enumerate(CUSTOMER_FIELDS.texts_of(TextKind.MAILBOX))
    }


RECORD = customer(phones=(Phone(PhoneKind.HOME, "052-781-4649"),), **filled("first"))
OTHER = customer(
    name=PersonName("柳川", "みどり", "ヤナガワ", "ミドリ"),
    address=replace(RECORD.address, street="9-9-91", building=""),
    phones=(Phone(PhoneKind.HOME, "052-781-0007"),),
    note="玄関は東側",
    **filled("other"),
)
STORED = tuple(one for one in CUSTOMER_FIELDS if one.full(RECORD))
"""Every field but those that are sealed or a site's."""

PARTS = {
    CustomerField.NAME: "given",
    CustomerField.KANA: "given_kana",
    CustomerField.ADDRESS: "street",
}
"""The part of a field of several parts that its mask hides."""


def secret(one: DescribedField, record: CustomerRecord = RECORD) -> str:
    """What a mask hides of the field."""
    if one.key is CustomerField.ADDRESS:
        return record.address.street
    return getattr(record.name, PARTS[one.key]) if one.key in PARTS else one.full(record)[0]


def changed_to(one: DescribedField, record: CustomerRecord) -> dict[str, object]:
    """What a form sends that changes the hidden part of the field alone."""
    if one.key is CustomerField.PHONE:
        return {"phones": {0: record.phones[0]}}
    if one.key in PARTS:
        whole = "address" if one.key is CustomerField.ADDRESS else "name"
        return {whole: {PARTS[one.key]: secret(one, record)}}
    return {one.key.value: secret(one, record)}


def with_field(one: DescribedField, base: CustomerRecord, other: CustomerRecord) -> CustomerRecord:
    """The base with this field as another record has it."""
    if one.key is CustomerField.PHONE:
        return replace(base, phones=other.phones)
    if one.key is CustomerField.ADDRESS:
        return replace(base, address=other.address)
    if one.key in PARTS:
        return replace(base, name=replace(base.name, **{PARTS[one.key]: secret(one, other)}))
    return replace(base, **{one.key.value: secret(one, other)})


@dataclass
class Trip:
    """An office with one customer who has every field."""

    ground: Ground
    customer: str

    @property
    def customers(self) -> Customers:
        return Customers(self.ground.workplace)

    def shown(self, one: DescribedField, of: str = "") -> str:
        return self.customers.reveal(self.ground.owner, of or self.customer, one.key, CALL)

    def found(self, typed: str) -> bool:
        return self.customer in [row.customer for row in self.customers.search(self.ground.owner, typed).rows]


@pytest.fixture
def trip(ground: Ground) -> Trip:
    return Trip(ground, Customers(ground.workplace).add(ground.desk, RECORD))


@pytest.fixture
def another(tmp_path: Path) -> Iterator[Ground]:
    (tmp_path / "another").mkdir()
    made = new_ground(tmp_path / "another")
    yield made
    made.close()


def test_no_value_of_the_trip_is_part_of_another() -> None:
    values = [secret(one, record) for one in STORED for record in (RECORD, OTHER)]
    assert all(one not in other for one, other in permutations(values, 2))


each_field = pytest.mark.parametrize("one", STORED, ids=lambda one: one.key.value)


@each_field
def test_it_is_read_masked_changed_undone_and_shown(trip: Trip, one: DescribedField) -> None:
    ground, mask = trip.ground, one.masked(RECORD, True)[0]
    for seen in (
        trip.customers.detail(ground.desk, trip.customer),
        trip.customers.record_for_edit(ground.desk, trip.customer),
    ):
        assert secret(one) not in repr(seen)
        assert set(seen.texts) == {text.key for text in CUSTOMER_FIELDS if text.kind}
        assert seen.texts.get(one.key, mask) == mask
    assert trip.shown(one) == one.full(RECORD)[0]
    trip.customers.change(ground.owner, trip.customer, 1, changed_to(one, OTHER))
    assert secret(one, OTHER) in trip.shown(one)
    ground.workplace.edits.undo(ground.owner)
    assert trip.shown(one) == one.full(RECORD)[0]


@each_field
def test_it_is_found_by_its_whole_form_alone(trip: Trip, one: DescribedField) -> None:
    assert trip.found(one.full(RECORD)[0]) == one.goes(Use.FOUND)
    assert not trip.found(secret(one)[:-1])
    trip.customers.change(trip.ground.owner, trip.customer, 1, changed_to(one, OTHER))
    assert trip.found(one.full(with_field(one, RECORD, OTHER))[0]) == one.goes(Use.FOUND)
    assert not trip.found(one.full(RECORD)[0])


@pytest.mark.parametrize("mine", CUSTOMER_FIELDS.texts_of(TextKind.MAILBOX), ids=lambda one: one.key.value)
@pytest.mark.parametrize("theirs", CUSTOMER_FIELDS.texts_of(TextKind.MAILBOX), ids=lambda one: one.key.value)
def test_two_with_one_mailbox_are_likely_the_same(
    trip: Trip, mine: DescribedField, theirs: DescribedField
) -> None:
    nobody = CustomerRecord(CustomerKind.PERSON, PersonName("森"))
    new = replace(nobody, **{mine.key.value: theirs.full(RECORD)[0]})  # type: ignore[arg-type]
    (found,) = trip.customers.likely_duplicates(trip.ground.desk, new)
    assert (found.row.customer, found.shared) == (trip.customer, (Resemblance.EMAIL,))


@each_field
def test_two_registrations_are_merged_with_the_value_that_was_chosen(trip: Trip, one: DescribedField) -> None:
    merging, owner = Merging(trip.ground.workplace), trip.ground.owner
    theirs = with_field(one, RECORD, OTHER)
    other = trip.customers.add(owner, theirs)
    view = merging.compare(owner, trip.customer, other)
    if not one.goes(Use.MERGED):
        assert view.lines == ()
        return
    (line,) = view.lines
    assert (line.field, line.kept, line.merged) == (
        one.key.value,
        one.masked(RECORD, True)[0],
        one.masked(theirs, True)[0],
    )
    assert trip.customers.reveal(owner, other, REVEALS[line.field], CALL) == one.full(theirs)[0]
    versions = (view.kept.version, view.merged.version)
    merge = merging.merge(owner, trip.customer, other, versions, {line.field: Take.MERGED})
    assert trip.shown(one) == one.full(theirs)[0]
    merging.undo(owner, merge)
    assert trip.shown(one) == one.full(RECORD)[0]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_full_list_has_what_its_exposure_says_and_comes_back(
    trip: Trip, another: Ground, tmp_path: Path, language: str
) -> None:
    path, password = exported(trip, tmp_path, ExportExtent.FULL, language)
    header, row = (
        cells for _, cells in Workbook(path.read_bytes(), password).rows(words_for(language)(CUSTOMERS_SHEET))
    )
    for one in CUSTOMER_FIELDS:
        laid_open = one.key in fields_of_entry(Action.CUSTOMERS_EXPORTED, {"extent": "full"})
        assert laid_open == one.goes(Use.EXPORTED)
        if one in STORED:
            assert any(one.full(RECORD)[0] in cell for cell in row) == laid_open
        if one.kind and laid_open:
            assert row[header.index(words_for(language)(one.label))] == one.full(RECORD)[0]
    assert imported(another, path, password) == [replace(RECORD, cautions=(), note="")]


def test_a_masked_list_has_the_masks(trip: Trip, tmp_path: Path) -> None:
    path, password = exported(trip, tmp_path, ExportExtent.MASKED, "ja")
    _header, row = (
        cells for _, cells in Workbook(path.read_bytes(), password).rows(words_for("ja")(CUSTOMERS_SHEET))
    )
    for one in STORED:
        assert secret(one) not in "\n".join(row)
        if one.kind and one.goes(Use.EXPORTED):
            assert one.masked(RECORD, False)[0].text in row


def recognised_by(one: DescribedField) -> DescribedField:
    """The field whose trace knows a value: a name is recognised in kana, too."""
    return CUSTOMER_FIELDS[CustomerField.NAME] if one.key is CustomerField.KANA else one


@each_field
@pytest.mark.parametrize("profile", [Profile.TECHNICIAN, Profile.PARTNER])
def test_no_free_text_on_paper_says_what_the_copy_hides(
    trip: Trip, one: DescribedField, profile: Profile
) -> None:
    view = printed(trip, one, profile)
    ruled = recognised_by(one)
    rule = PROFILE_RULES[profile][ruled.printed] if ruled.printed else PrintExtent.NONE
    hides = ruled.goes(Use.BLACKED_OUT) and rule is not PrintExtent.FULL
    for text in (view.access, view.items[0].detail, view.attends):
        assert "来る前に" in text
        assert (secret(one) in text) == (not hides)


@each_field
def test_no_text_of_an_incident_names_whom_it_concerns(trip: Trip, one: DescribedField) -> None:
    workplace, owner = trip.ground.workplace, trip.ground.owner
    orders = WorkOrders(workplace)
    desk = Incidents(workplace, Papers(workplace, orders))
    desk.report(trip.ground.desk, Happening(IncidentKind.MIS_SENT, "FAXを間違えました"))
    incident = desk.all(owner)[0].incident
    with workplace.transaction() as session:
        listed = {trip.customer: frozenset({one.key})}
        concerned.put(session, incidents.get(session, incident), listed, Found.HAND)
    assert desk.get(owner, incident).fields == (one.key,)
    text = f"{one.full(RECORD)[0]}の件"
    if not recognised_by(one).goes(Use.BARRED):
        write(desk, owner, incident, IncidentPart.CAUSE, text)
        return
    with pytest.raises(NamesCustomer):
        write(desk, owner, incident, IncidentPart.CAUSE, text)


@each_field
def test_it_is_disclosed_and_destroyed_with_its_customer(trip: Trip, one: DescribedField) -> None:
    with trip.ground.workplace.transaction() as session:
        row = customer_store.get(session, trip.customer)
        going = erasure.belongings(session, [row.id])
        sought = {value.decode() for value in erasure.values(session, going).stored}
        assert secret(one) in sought
        marks = identities.marks(session, identities.parts_of(going))[row.id]
        assert set(mailboxes(RECORD)) == marks.emails
        told = {name for name in one.columns if getattr(row, name)} - {"kind"}
        assert told <= set(TABLES["customers"].columns)
        copies = set() if one.whole is None else {("customer_findings", one.whole.column)}
        assert copies <= SEARCH_COPIES
        erasure.delete_rows(session, going)
    with trip.ground.workplace.reading() as session:
        left = repr([session.execute(table.select()).all() for table in Base.metadata.sorted_tables])
    assert secret(one) not in left


def test_tables_with_a_line_for_each_field_are_complete() -> None:
    merged = {MergeField(one.key) for one in CUSTOMER_FIELDS if one.goes(Use.MERGED)}
    assert set(MergeField) == merged | {MergeField.PAYMENT_METHOD, MergeField.PAY_TERMS}
    assert set(MERGE_FIELD_NAMES) == set(MERGE_COLUMNS) == set(MergeField)
    assert set(REVEALS) == merged
    assert list(IMPORT_FIELD_NAMES) == list(ImportField)
    assert {one.key.value for one in CUSTOMER_FIELDS if one.kind} <= {field.value for field in ImportField}
    assert len(set(EXPORT_HEADERS[ExportTable.CUSTOMERS])) == len(EXPORT_HEADERS[ExportTable.CUSTOMERS])


def test_a_mailbox_is_left_out_of_nothing() -> None:
    assert [one.otherwise for one in CUSTOMER_FIELDS.texts_of(TextKind.MAILBOX)] == [{}] * len(
        CUSTOMER_FIELDS.texts_of(TextKind.MAILBOX)
    )


def exported(trip: Trip, folder: Path, extent: ExportExtent, language: str) -> tuple[Path, str]:
    """A list for another program, and its password."""
    exporting, words = Exporting(trip.ground.workplace), words_for(language)
    made = exporting.export(
        trip.ground.owner,
        ExportReason.OTHER_PROGRAM,
        extent,
        words,
        lambda *_: None,
        lambda: False,
        ExportForm.WORKBOOK,
    )
    path = folder / "list.xlsx"
    path.write_bytes(made.content)
    return path, made.password


def imported(ground: Ground, path: Path, password: str) -> list[CustomerRecord]:
    """What is in an empty register once a list was imported, ways of payment apart."""
    importing = Importing(ground.workplace)
    table = importing.open(ground.desk, given_file(path), password)
    sheet = table.sheets[0]
    layout = importing.layout(ground.desk, table.key, sheet)
    preview = importing.preview(ground.desk, table.key, sheet, layout, lambda *_: None, lambda: False)
    importing.run(
        ground.desk,
        preview.table,
        only_good_rows=False,
        duplicates=Duplicates.IMPORT,
        progress=lambda *_: None,
        cancelled=lambda: False,
    )
    with ground.workplace.reading() as session:
        found = [record for _line, record in export_store.customers(session)]
    return [replace(record, payment_method=RECORD.payment_method) for record in found]


def printed(trip: Trip, one: DescribedField, profile: Profile) -> WorkOrderView:
    """A copy of a job in whose every free text somebody wrote the field."""
    jobs, desk = Jobs(trip.ground.workplace), trip.ground.desk
    text = f"来る前に{one.full(RECORD)[0]}まで"
    site = SiteRecord(RECORD.address, access=text, attends=text)
    job = jobs.add(
        desk,
        JobRecord(
            jobs.add_site(desk, trip.customer, site),
            WorkKind.REPAIR,
            {Party.REQUESTER: trip.customer},
            on=TODAY,
            items=(ItemLine(WorkItem.DRILLING, detail=text),),
        ),
    )
    with trip.ground.workplace.reading() as session:
        material = issuing.material_of(session, job)
    return work_order_view(material, CopyFacts(profile, 1, 1, TODAY, "青木", TODAY, "code"))
