"""The description of a customer's fields is complete: nothing that is stored of a customer is undescribed."""

from __future__ import annotations

from dataclasses import fields

import pytest

from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customers import CustomerField, CustomerRecord
from hvacdesk.domain.customers.field_names import FIELD_NAMES
from hvacdesk.domain.fields import DescribedField, Use
from hvacdesk.domain.incidents.exposure import fields_of_profile
from hvacdesk.domain.jobs.site_fields import SITE_FIELDS
from hvacdesk.domain.papers.work_orders import PROFILE_RULES, PrintExtent, PrintField, Profile
from hvacdesk.store.customers.customers import columns_of
from hvacdesk.store.models import Customer
from tests.helpers.people import customer

OF_OTHERS = {"phones", "cautions", "payment"}
"""What of a record has tables of its own or is sealed, and so no column of its own in the clear."""


def test_every_field_is_described_once_and_named() -> None:
    assert [one.key for one in CUSTOMER_FIELDS] == list(CustomerField)
    assert list(FIELD_NAMES) == list(CustomerField)
    assert all(CUSTOMER_FIELDS[key].key is key for key in CustomerField)


def test_every_personal_column_of_a_customer_belongs_to_one_field() -> None:
    personal = {
        column.name
        for column in Customer.__table__.columns
        if column.info["personal"] and not column.info["sealed"]
    }
    described_columns = [name for one in CUSTOMER_FIELDS for name in one.columns]
    assert len(described_columns) == len(set(described_columns))
    assert personal <= set(described_columns)
    assert set(columns_of(customer())) == {*described_columns, "payment_method"}


def test_every_text_of_a_record_is_in_a_column() -> None:
    parts = {part.name for part in fields(CustomerRecord)} - OF_OTHERS - {"name", "address"}
    assert parts <= set(columns_of(customer()))


@pytest.mark.parametrize("one", CUSTOMER_FIELDS, ids=lambda one: one.key.value)
def test_an_exception_says_why(one: DescribedField) -> None:
    assert all(reason.endswith(".") and len(reason.split()) > 5 for reason in one.otherwise.values())
    if one.printed is None:
        assert Use.BLACKED_OUT in one.otherwise
    if one.whole:
        assert one.goes(Use.FOUND)


def test_every_print_rule_but_the_customer_number_is_a_fields() -> None:
    printed = {one.printed for one in (*CUSTOMER_FIELDS, *SITE_FIELDS)} - {None}
    assert printed == set(PrintField) - {PrintField.CUSTOMER_NUMBER}


@pytest.mark.parametrize("profile", Profile)
def test_a_lost_copy_lays_open_what_its_profile_prints(profile: Profile) -> None:
    rules = PROFILE_RULES[profile]
    assert fields_of_profile(profile) == {
        one.key for one in CUSTOMER_FIELDS if one.printed and rules[one.printed] is not PrintExtent.NONE
    }
