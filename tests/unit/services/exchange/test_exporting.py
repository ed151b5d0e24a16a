"""Exporting customers: who, why, how much, and that nothing leaves in clear."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
import pyzipper
from sqlalchemy import select

from hvacdesk.domain.customers.contacts import ContactRecord
from hvacdesk.domain.customers.customers import Address, PersonName
from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.exchange.exporting import Exported, ExportExtent, ExportForm, ExportReason
from hvacdesk.domain.fields import FieldSet
from hvacdesk.domain.jobs.job_fields import JOB_FIELDS
from hvacdesk.domain.jobs.jobs import (
    JobField,
    JobReader,
    JobRecord,
    JobUnit,
    Party,
    SiteRecord,
    UnitPart,
    UnitRecord,
    WorkKind,
)
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.exchange.errors import LockedWorkbook
from hvacdesk.exchange.workbooks import Workbook
from hvacdesk.services.customers.contacts import Contacts
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.exchange import export_rows
from hvacdesk.services.exchange.exporting import Exporting, ExportStopped, NobodyToExport
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.store.models import Customer, Job
from tests.helpers.ground import Ground
from tests.helpers.people import HIDDEN, customer, organisation

AES_256 = 3
PLACE = Address("4600008", "愛知県", "名古屋市中区", "栄", "3丁目41-7", "")
CLERK = ContactRecord(
    "総務部", PersonName("長谷川", "真由美", "ハセガワ", "マユミ"), "052-001-0022", "m@hidden.example"
)


def exported(
    ground: Ground,
    extent: ExportExtent,
    form: ExportForm = ExportForm.WORKBOOK,
    *,
    role: Role = Role.OWNER,
) -> Exported:
    return Exporting(ground.workplace).export(
        ground.people[role], ExportReason.MAILING, extent, english, lambda *_: None, lambda: False, form
    )


def sheets(made: Exported, tmp_path: Path) -> dict[str, list[list[str]]]:
    """Every row under the header, by the sheet's name."""
    path = tmp_path / "list.xlsx"
    path.write_bytes(made.content)
    book = Workbook(path.read_bytes(), made.password)
    return {name: [row for _, row in book.rows(name)][1:] for name in book.sheets}


def files(made: Exported) -> dict[str, list[list[str]]]:
    """The same from an archive."""
    with pyzipper.AESZipFile(io.BytesIO(made.content)) as archive:
        archive.setpassword(made.password.encode())
        return {
            name.removesuffix(".csv"): list(csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"))))[
                1:
            ]
            for name in archive.namelist()
        }


def everything_of(ground: Ground) -> None:
    """An organisation with a contact, a caution, a site with a unit, and a job there."""
    customers, jobs, desk = Customers(ground.workplace), Jobs(ground.workplace), ground.desk
    firm = customers.add(desk, organisation())
    Contacts(ground.workplace).add(desk, firm, CLERK)
    site = jobs.add_site(
        desk, firm, SiteRecord(PLACE, label="本社", attends="守衛", access="裏口から", lock_codes="4071")
    )
    unit = jobs.add_unit(
        desk, site, UnitRecord(place="屋上", maker="試験工業", serial="SN-4711", capacity_kw=14.0)
    )
    jobs.add(
        desk,
        JobRecord(
            site=site,
            work_kind=WorkKind.REPAIR,
            parties={Party.REQUESTER: firm},
            on="2026-11-24",
            units=(JobUnit(unit, UnitPart.SERVICE),),
            amount_to_collect=33_000,
        ),
    )


def cells(made: Exported, tmp_path: Path) -> list[list[str]]:
    path = tmp_path / "list.xlsx"
    path.write_bytes(made.content)
    return [row for _, row in Workbook(path.read_bytes(), made.password).rows("Customers")]


@pytest.fixture(autouse=True)
def registered(ground: Ground) -> None:
    customers = Customers(ground.workplace)
    customers.add(ground.desk, customer())
    customers.add(ground.desk, customer(name=PersonName("=HYPERLINK", "x"), note="+81"))


def test_a_masked_list_holds_nothing_hidden(ground: Ground, tmp_path: Path) -> None:
    made = exported(ground, ExportExtent.MASKED)
    rows = cells(made, tmp_path)
    assert [row[0] for row in rows] == ["Customer number", "C-000001", "C-000002"]
    everything = " ".join(cell for row in rows for cell in row)
    assert [value for value in HIDDEN.values() if value in everything] == []


def test_a_full_list_holds_names_addresses_and_phones_but_no_notes(ground: Ground, tmp_path: Path) -> None:
    made = exported(ground, ExportExtent.FULL)
    everything = " ".join(cell for row in cells(made, tmp_path) for cell in row)
    record = customer()
    assert record.name.given in everything
    assert record.phones[0].number in everything
    assert record.note not in everything


def test_everything_that_belongs_to_a_customer_is_in_it(ground: Ground, tmp_path: Path) -> None:
    everything_of(ground)
    found = sheets(exported(ground, ExportExtent.FULL), tmp_path)
    assert list(found) == ["Customers", "Contacts", "Cautions", "Sites", "Units", "Jobs"]
    assert found["Contacts"] == [
        ["C-000003", "総務部", "長谷川 真由美", "ハセガワ マユミ", "052-001-0022", "m@hidden.example"]
    ]
    assert ["C-000001", "Dog or other pet in the house", "犬に注意"] in found["Cautions"]
    assert found["Sites"] == [["C-000003", "本社", "4600008", PLACE.full(), "", "守衛", "裏口から"]]
    assert found["Units"][0][:4] == ["C-000003", PLACE.full(), "屋上", "試験工業"]
    (job,) = found["Jobs"]
    assert (job[0], job[2:5], job[8]) == ("C-000003", ["Repair", "Received", "2026-11-24"], "33000")
    assert "4071" not in str(found)


def test_masks_hold_for_everything_that_belongs_to_a_customer(ground: Ground, tmp_path: Path) -> None:
    everything_of(ground)
    found = sheets(exported(ground, ExportExtent.MASKED), tmp_path)
    assert found["Contacts"] == [
        ["C-000003", "総務部", "長谷川 ●●", "ハセガワ ●●", "●●●-●●●●-0022", "m●●●@●●●"]
    ]
    hidden = [*HIDDEN.values(), "真由美", "マユミ", "m@hidden.example", PLACE.street, "守衛"]
    assert [value for value in hidden if value in str(found)] == []


def test_a_text_of_a_job_is_as_hidden_in_a_list_as_on_the_screens(
    ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of them, were it exported: what not everybody reads who sees the job is in a full list alone."""
    every = FieldSet(*(replace(one, otherwise={}) for one in JOB_FIELDS))
    monkeypatch.setattr(export_rows, "JOB_FIELDS", every)
    everything_of(ground)
    texts = {one.key: f"本文{number}{one.key.value}" for number, one in enumerate(every)}
    with ground.workplace.transaction() as session:
        job = session.scalars(select(Job)).one()
        for key, written in texts.items():
            setattr(job, key.value, written)
    open_ones = {key for key in texts if JOB_FIELDS[key].whole_for is JobReader.ANYBODY}
    assert open_ones < set(texts)

    def told(extent: ExportExtent) -> set[JobField]:
        row = sheets(exported(ground, extent), tmp_path)["Jobs"][0]
        return {key for key, written in texts.items() if written in row}

    assert told(ExportExtent.FULL) == set(texts)
    assert told(ExportExtent.MASKED) == open_ones
    with ground.workplace.transaction() as session:
        for stored in session.scalars(select(Customer)):
            stored.suspended_on = "2026-11-20"
    assert told(ExportExtent.FULL) == open_ones


def test_a_suspended_customer_is_masked_in_every_table_of_a_full_list(ground: Ground, tmp_path: Path) -> None:
    everything_of(ground)
    with ground.workplace.transaction() as session:
        for stored in session.scalars(select(Customer)):
            stored.suspended_on = "2026-11-20"
    found = sheets(exported(ground, ExportExtent.FULL), tmp_path)
    hidden = [HIDDEN["given"], HIDDEN["street"], HIDDEN["email"], "真由美", PLACE.street, "守衛"]
    hidden += ["犬に注意", "本社", "裏口から", "屋上", "SN-4711"]
    assert [value for value in hidden if value in str(found)] == []
    assert (found["Cautions"], found["Units"][0][3]) == ([], "試験工業")


@pytest.mark.parametrize("party", [None, Party.RESIDENT, Party.BUILDING_MANAGER, Party.PAYER], ids=str)
def test_a_jobs_place_is_masked_for_everybody_who_has_a_part_in_it(
    ground: Ground, tmp_path: Path, party: Party | None
) -> None:
    """Whoever requested the job, it may be where the one lives whose use is suspended."""
    customers, jobs, desk = Customers(ground.workplace), Jobs(ground.workplace), ground.desk
    requester, other = (customers.add(desk, organisation()) for _each in range(2))
    site = jobs.add_site(desk, requester if party else other, SiteRecord(PLACE, attends="守衛"))
    parties = {Party.REQUESTER: requester} | ({party: other} if party else {})
    for where in (site, jobs.add_site(desk, requester, SiteRecord(PLACE, attends="守衛"))):
        jobs.add_unit(desk, where, UnitRecord(place="屋上", maker="試験工業"))
        held = parties if where == site else {Party.REQUESTER: requester}
        jobs.add(desk, JobRecord(where, WorkKind.REPAIR, held, on="2026-11-24"))
    with ground.workplace.transaction() as session:
        stored = session.scalars(select(Customer).where(Customer.record_id == other)).one()
        stored.suspended_on = "2026-11-20"
    found = sheets(exported(ground, ExportExtent.FULL), tmp_path)
    assert [PLACE.street in str(job) for job in found["Jobs"]] == [False, True]
    for table in ("Sites", "Units"):
        assert sorted(PLACE.street in str(row) for row in found[table]) == [False, True], table
        assert sorted("屋上" in str(row) or "守衛" in str(row) for row in found[table]) == [False, True], (
            table
        )


def test_whose_job_it_is_another_one_at_the_place_shows_it_no_more(ground: Ground, tmp_path: Path) -> None:
    customers, jobs, desk = Customers(ground.workplace), Jobs(ground.workplace), ground.desk
    owner, resident = (customers.add(desk, organisation()) for _each in range(2))
    site = jobs.add_site(desk, owner, SiteRecord(PLACE))
    for parties in ({Party.RESIDENT: resident}, {}):
        held = {Party.REQUESTER: owner} | parties
        jobs.add(desk, JobRecord(site, WorkKind.REPAIR, held, on="2026-11-24"))
    with ground.workplace.transaction() as session:
        stored = session.scalars(select(Customer).where(Customer.record_id == resident)).one()
        stored.suspended_on = "2026-11-20"
    found = sheets(exported(ground, ExportExtent.FULL), tmp_path)
    assert PLACE.street not in str([found[table] for table in ("Sites", "Units", "Jobs")])


@pytest.mark.parametrize("extent", ExportExtent)
def test_an_archive_holds_what_the_workbook_holds(
    ground: Ground, tmp_path: Path, extent: ExportExtent
) -> None:
    everything_of(ground)
    made = exported(ground, extent, ExportForm.ARCHIVE)
    assert files(made) == sheets(exported(ground, extent), tmp_path)
    with pyzipper.AESZipFile(io.BytesIO(made.content)) as archive:
        assert {one.wz_aes_strength for one in archive.infolist()} == {AES_256}
        archive.setpassword(b"another-password")
        with pytest.raises(RuntimeError, match="Bad password"):
            archive.read("Customers.csv")


def test_no_cell_begins_a_formula(ground: Ground, tmp_path: Path) -> None:
    rows = cells(exported(ground, ExportExtent.FULL), tmp_path)
    assert rows[2][1].startswith("'=HYPERLINK")


def test_the_file_opens_with_its_password_alone(ground: Ground, tmp_path: Path) -> None:
    made = exported(ground, ExportExtent.FULL)
    path = tmp_path / "list.xlsx"
    path.write_bytes(made.content)
    with pytest.raises(LockedWorkbook):
        Workbook(path.read_bytes(), "another-password")
    assert customer().name.family.encode() not in made.content
    assert made.password not in repr(made)


def test_an_export_is_logged_with_its_reason(ground: Ground) -> None:
    exported(ground, ExportExtent.FULL)
    (entry,) = AuditLog(ground.workplace).entries(ground.owner, action=Action.CUSTOMERS_EXPORTED)
    assert entry.details == {"customers": 2, "reason": "mailing", "extent": "full"}


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.OWNER])
def test_only_the_person_responsible_exports(ground: Ground, role: Role) -> None:
    with pytest.raises(NotPermitted):
        exported(ground, ExportExtent.MASKED, role=role)


def test_stopping_makes_and_logs_nothing(ground: Ground) -> None:
    with pytest.raises(ExportStopped):
        Exporting(ground.workplace).export(
            ground.owner, ExportReason.MAILING, ExportExtent.FULL, english, lambda *_: None, lambda: True
        )
    assert AuditLog(ground.workplace).entries(ground.owner, action=Action.CUSTOMERS_EXPORTED) == ()


def test_an_empty_office_has_nothing_to_export(empty: Ground) -> None:
    with pytest.raises(NobodyToExport):
        exported(empty, ExportExtent.MASKED)


@pytest.fixture
def empty(tmp_path: Path) -> Ground:
    from tests.helpers.ground import new_ground

    (tmp_path / "empty").mkdir()
    return new_ground(tmp_path / "empty")
