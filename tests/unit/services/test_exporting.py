"""Exporting customers: who, why, how much, and that nothing leaves in clear."""

from __future__ import annotations

from pathlib import Path

import pytest

from hvacdesk.domain.audit import Action
from hvacdesk.domain.customers import PersonName
from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.exports import Exported, ExportExtent, ExportReason
from hvacdesk.domain.roles import Role
from hvacdesk.domain.wording import english
from hvacdesk.exchange.errors import LockedWorkbook
from hvacdesk.exchange.workbooks import Workbook
from hvacdesk.services.audit import AuditLog
from hvacdesk.services.customers import Customers
from hvacdesk.services.exporting import Exporting, ExportStopped, NobodyToExport
from tests.helpers.ground import Ground
from tests.helpers.people import HIDDEN, customer


def exported(ground: Ground, extent: ExportExtent, *, role: Role = Role.OWNER) -> Exported:
    return Exporting(ground.workplace).export(
        ground.people[role], ExportReason.MAILING, extent, english, lambda *_: None, lambda: False
    )


def cells(made: Exported, tmp_path: Path) -> list[list[str]]:
    path = tmp_path / "list.xlsx"
    path.write_bytes(made.content)
    return [row for _, row in Workbook(path, made.password).rows("Customers")]


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
    assert [value for value in HIDDEN if value in everything] == []


def test_a_full_list_holds_names_addresses_and_phones_but_no_notes(ground: Ground, tmp_path: Path) -> None:
    made = exported(ground, ExportExtent.FULL)
    everything = " ".join(cell for row in cells(made, tmp_path) for cell in row)
    record = customer()
    assert record.name.given in everything
    assert record.phones[0].number in everything
    assert record.note not in everything


def test_no_cell_begins_a_formula(ground: Ground, tmp_path: Path) -> None:
    rows = cells(exported(ground, ExportExtent.FULL), tmp_path)
    assert rows[2][1].startswith("'=HYPERLINK")


def test_the_file_opens_with_its_password_alone(ground: Ground, tmp_path: Path) -> None:
    made = exported(ground, ExportExtent.FULL)
    path = tmp_path / "list.xlsx"
    path.write_bytes(made.content)
    with pytest.raises(LockedWorkbook):
        Workbook(path, "another-password")
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
