"""What the hand-over ledger says that a firm got: everything of a person that stands on its copy.

Each field of a page is looked at by itself, so one that is printed some day cannot be left out: it is told as
what its column is to the retention rules, or stands among those that are of the work and of nobody.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from hvacdesk.domain.customers.cautions import Caution, CautionKind
from hvacdesk.domain.jobs.jobs import ItemLine, UnitPart, UnitRecord, WorkItem, WorkKind
from hvacdesk.domain.jobs.surveys import Survey
from hvacdesk.domain.papers.work_orders import PROFILE_RULES, PrintExtent, PrintField, Profile, WorkOrderView
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.services.partners.handover_entry import fields_on
from hvacdesk.store.base import Base

OF_THE_WORK: dict[str, Any] = {
    "profile": Profile.PARTNER,
    "number": "2026-000071",
    "copy_number": 1,
    "copies": 1,
    "issued_on": "2026-11-24",
    "issued_by": "青木",
    "return_by": "2026-11-25",
    "qr_text": "code",
    "work_kind": WorkKind.REPAIR,
    "on": "2026-11-24",
    "starts": "09:00",
    "ends": "11:00",
    "staff": ("青木",),
    "partner_firm": "東山設備",
    "honorific": "様",
    "detached": True,
    "floor": "3階",
    "manager_permission": True,
    "building_started_on": "1998-04-01",
    "asbestos_survey": True,
    "commercial": True,
    "phone_missing": True,
}
"""Of the paper, of the work and of the building, with a value each: no column of them is a person's."""

ON_NO_FIRMS_COPY: dict[str, tuple[PrintField, Any]] = {
    "payment_method": (PrintField.PAYMENT, ""),
    "amount_to_collect": (PrintField.PAYMENT, None),
    "amount_paid": (PrintField.PAYMENT, 0),
    "amount_not_fixed": (PrintField.PAYMENT, False),
    "shows_payment": (PrintField.PAYMENT, False),
    "customer_number": (PrintField.CUSTOMER_NUMBER, ""),
}
"""What a firm's copy does not print, by its rule, and how it is empty."""

EMPTY: dict[str, Any] = {
    "name": "",
    "address": "",
    "phone": "",
    "access": "",
    "attends": "",
    "units": (),
    "items": (),
    "cautions": (),
    "survey": Survey(),
}
BARE = WorkOrderView(
    **OF_THE_WORK, **EMPTY, **{name: empty for name, (_rule, empty) in ON_NO_FIRMS_COPY.items()}
)

OF_SOMEBODY: list[tuple[str, Any, str]] = [
    ("name", "柳川", "customers.family_name"),
    ("address", "名古屋市千種区唐山町3丁目41-7", "sites.street"),
    ("phone", "●●●-●●●●-6543", "customer_phones.number"),
    ("access", "南側の来客用に駐車", "sites.access"),
    ("attends", "管理人", "sites.attends"),
    ("items", (ItemLine(WorkItem.COVER, detail="奥様のご希望で白"),), "job_items.detail"),
    ("cautions", (Caution(CautionKind.NO_PARKING, "北側は不可"),), "customer_cautions.detail"),
    ("survey", Survey(basis="管理人の書類"), "job_results.survey_basis"),
    *(
        ("units", ((UnitPart.INSTALL, UnitRecord(**{column.name: "4711"})),), f"units.{column.name}")
        for column in Base.metadata.tables["units"].columns
        if column.info["personal"]
    ),
]
"""What is somebody's, each filled by itself, with the column that it comes from."""


@pytest.mark.parametrize(("name", "value", "column"), OF_SOMEBODY, ids=[one[2] for one in OF_SOMEBODY])
def test_what_of_somebody_stands_on_a_firms_copy_is_in_the_ledger(
    name: str, value: object, column: str
) -> None:
    table, of_table = column.split(".")
    mark: RecordField = Base.metadata.tables[table].c[of_table].info["field"]
    assert fields_on(replace(BARE, **{name: value})) == {mark}


def test_what_is_of_the_work_is_nobodys() -> None:
    assert not fields_on(BARE)


def test_every_field_of_a_page_is_looked_at() -> None:
    of_somebody = {name for name, _value, _column in OF_SOMEBODY}
    assert of_somebody == set(EMPTY)
    listed = [*OF_THE_WORK, *EMPTY, *ON_NO_FIRMS_COPY]
    assert sorted(listed) == sorted(one.name for one in fields(WorkOrderView))
    rules = PROFILE_RULES[Profile.PARTNER]
    assert {rules[rule] for rule, _empty in ON_NO_FIRMS_COPY.values()} == {PrintExtent.NONE}
