"""The names of the fields that reveals and the log speak of."""

from __future__ import annotations

from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.text.wording import Phrase

FIELD_NAMES: dict[CustomerField, Phrase] = {one.key: one.label for one in CUSTOMER_FIELDS}
