"""Which table has the records of which described fields, and in which columns each of these stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from hvacdesk.domain.customers.contacts import CONTACT_FIELDS
from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.customers.mentions import MENTION_FIELDS
from hvacdesk.domain.fields import DescribedField
from hvacdesk.domain.jobs.site_fields import SITE_FIELDS
from hvacdesk.store.models import CallNote, Customer, CustomerContact, CustomerPhone, RequestWords, Site

_TABLES: tuple[tuple[Any, Any], ...] = (
    (Customer, CUSTOMER_FIELDS),
    (CustomerContact, CONTACT_FIELDS),
    (CallNote, MENTION_FIELDS),
    (RequestWords, MENTION_FIELDS),
    (Site, SITE_FIELDS),
)


class DescribedColumn(NamedTuple):
    """A column of a table, and the described field that stands in it."""

    model: Any
    field: DescribedField[Any, Any]
    name: str


def described_columns() -> Iterator[DescribedColumn]:
    """Each column that holds something of a described field of somebody; a customer's numbers have rows."""
    for model, fields in _TABLES:
        for one in fields:
            yield from (DescribedColumn(model, one, name) for name in one.columns if hasattr(model, name))
    phone = CUSTOMER_FIELDS[CustomerField.PHONE]
    yield from (DescribedColumn(CustomerPhone, phone, name) for name in ("number", "digits"))
