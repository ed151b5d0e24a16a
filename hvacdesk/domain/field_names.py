"""The names of the fields that reveals and the log speak of."""

from __future__ import annotations

from hvacdesk.domain.customers import CustomerField
from hvacdesk.domain.wording import Phrase, phrase

FIELD_NAMES: dict[CustomerField, Phrase] = {
    CustomerField.NAME: phrase("Customers", "Name"),
    CustomerField.KANA: phrase("Customers", "Kana"),
    CustomerField.ADDRESS: phrase("Customers", "Address"),
    CustomerField.PHONE: phrase("Customers", "Phone"),
    CustomerField.EMAIL: phrase("Customers", "E-mail"),
    CustomerField.NOTE: phrase("Customers", "Note"),
    CustomerField.PAYMENT: phrase("Customers", "Payment"),
    CustomerField.LOCK_CODE: phrase("Customers", "Keys and lock codes"),
}
