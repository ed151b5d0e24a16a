"""The fields of a customer's record in retention: what a law needs may stay while the rest is destroyed.

Every personal column belongs to exactly one of these; the marks of the tables say to which.
"""

from __future__ import annotations

from enum import StrEnum

from hvacdesk.domain.text.wording import Phrase, phrase


class RecordField(StrEnum):
    """One kind of personal content that is kept or destroyed as a whole."""

    NAME = "name"
    KANA = "kana"
    ADDRESS = "address"
    SITE = "site"
    PHONE = "phone"
    EMAIL = "email"
    PAYMENT = "payment"
    SLIP = "slip"
    UNIT = "unit"
    REFRIGERANT = "refrigerant"
    ACCESS = "access"
    TEXT = "text"


RECORD_FIELD_NAMES: dict[RecordField, Phrase] = {
    RecordField.NAME: phrase("Record fields", "Name"),
    RecordField.KANA: phrase("Record fields", "Kana"),
    RecordField.ADDRESS: phrase("Record fields", "Customer's address"),
    RecordField.SITE: phrase("Record fields", "Site address"),
    RecordField.PHONE: phrase("Record fields", "Phone"),
    RecordField.EMAIL: phrase("Record fields", "E-mail"),
    RecordField.PAYMENT: phrase("Record fields", "Payment details"),
    RecordField.SLIP: phrase("Record fields", "Invoices, estimates, slips"),
    RecordField.UNIT: phrase("Record fields", "Serial numbers"),
    RecordField.REFRIGERANT: phrase("Record fields", "Refrigerant certificates"),
    RecordField.ACCESS: phrase("Record fields", "Parking and carry-in, keys, codes"),
    RecordField.TEXT: phrase("Record fields", "Notes"),
}

EVERY_FIELD = frozenset(RecordField)
