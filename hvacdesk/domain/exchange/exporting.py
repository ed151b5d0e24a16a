"""Exporting customers: why, how much of them shows, and what was handed out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.customers.contacts import CONTACT_FIELDS
from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.fields import Use
from hvacdesk.domain.jobs.job_fields import JOB_FIELDS
from hvacdesk.domain.jobs.site_fields import SITE_FIELDS
from hvacdesk.domain.jobs.unit_fields import UNIT_FIELDS
from hvacdesk.domain.text.wording import Phrase, phrase


class ExportReason(StrEnum):
    """Why a list leaves the program. Codes only, as in the audit log."""

    TAX_ADVISER = "tax_adviser"
    MAILING = "mailing"
    OTHER_PROGRAM = "other_program"
    AUTHORITY = "authority"
    OWN_CHECK = "own_check"


EXPORT_REASON_NAMES: dict[ExportReason, Phrase] = {
    ExportReason.TAX_ADVISER: phrase("Export", "For the tax adviser"),
    ExportReason.MAILING: phrase("Export", "For a mailing to customers"),
    ExportReason.OTHER_PROGRAM: phrase("Export", "For another program of the office"),
    ExportReason.AUTHORITY: phrase("Export", "For a public authority"),
    ExportReason.OWN_CHECK: phrase("Export", "To check the list on paper or screen"),
}


class ExportExtent(StrEnum):
    """How much of each customer the list holds."""

    MASKED = "masked"
    FULL = "full"


EXPORT_EXTENT_NAMES: dict[ExportExtent, Phrase] = {
    ExportExtent.MASKED: phrase("Export", "Masked, as on the screen"),
    ExportExtent.FULL: phrase("Export", "In full, without payment details, notes and lock codes"),
}


class ExportForm(StrEnum):
    """What kind of file it is. Both are encrypted with AES-256."""

    WORKBOOK = "xlsx"
    ARCHIVE = "zip"


EXPORT_FORM_NAMES: dict[ExportForm, Phrase] = {
    ExportForm.WORKBOOK: phrase("Export", "Excel workbook"),
    ExportForm.ARCHIVE: phrase("Export", "ZIP archive of CSV files (opened with 7-Zip and the like)"),
}


class ExportTable(StrEnum):
    """A table of the export: a sheet of the workbook, a file of the archive."""

    CUSTOMERS = "customers"
    CONTACTS = "contacts"
    CAUTIONS = "cautions"
    SITES = "sites"
    UNITS = "units"
    JOBS = "jobs"


EXPORT_TABLE_NAMES: dict[ExportTable, Phrase] = {
    ExportTable.CUSTOMERS: phrase("Export", "Customers"),
    ExportTable.CONTACTS: phrase("Export", "Contacts"),
    ExportTable.CAUTIONS: phrase("Export", "Cautions"),
    ExportTable.SITES: phrase("Export", "Sites"),
    ExportTable.UNITS: phrase("Export", "Units"),
    ExportTable.JOBS: phrase("Export", "Jobs"),
}

EXPORTED_TEXTS = tuple(one for one in CUSTOMER_FIELDS.used(Use.EXPORTED) if one.kind)
"""The customer's single texts that a list has, a column each."""

_NUMBER = phrase("Export", "Customer number")
_NAME, _KANA = phrase("Export", "Name"), phrase("Export", "Kana")
_POSTAL_CODE, _ADDRESS = phrase("Export", "Postal code"), phrase("Export", "Address")
_PHONE = phrase("Export", "Phone")
_SITE_ADDRESS = phrase("Export", "Address of the site")

_SITES = SITE_FIELDS.used(Use.EXPORTED)

EXPORT_HEADERS: dict[ExportTable, tuple[Phrase, ...]] = {
    ExportTable.CUSTOMERS: (
        _NUMBER,
        _NAME,
        _KANA,
        _POSTAL_CODE,
        _ADDRESS,
        _PHONE,
        *(one.label for one in EXPORTED_TEXTS),
        phrase("Export", "Way of payment"),
        phrase("Export", "Registered on"),
        phrase("Export", "Last contact on"),
        phrase("Export", "Organisation"),
        phrase("Export", "Organisation, kana"),
        phrase("Export", "Family name"),
        phrase("Export", "Given name"),
        phrase("Export", "Family name, kana"),
        phrase("Export", "Given name, kana"),
        phrase("Export", "Prefecture"),
        phrase("Export", "City"),
        phrase("Export", "Town"),
        phrase("Export", "Street and number"),
        phrase("Export", "Building and room"),
        phrase("Export", "Mobile phone"),
        phrase("Export", "Work phone"),
        phrase("Export", "Fax"),
    ),
    ExportTable.CONTACTS: (
        _NUMBER,
        *(one.label for one in CONTACT_FIELDS.used(Use.EXPORTED)),
    ),
    ExportTable.CAUTIONS: (_NUMBER, phrase("Export", "Caution"), phrase("Export", "Details")),
    ExportTable.SITES: (
        _NUMBER,
        _SITES[0].label,
        _POSTAL_CODE,
        *(one.label for one in _SITES[1:]),
    ),
    ExportTable.UNITS: (
        _NUMBER,
        _SITE_ADDRESS,
        *(one.label for one in UNIT_FIELDS.used(Use.EXPORTED)),
    ),
    ExportTable.JOBS: (
        _NUMBER,
        phrase("Export", "Job number"),
        phrase("Export", "Work"),
        phrase("Export", "State"),
        phrase("Export", "Day"),
        _SITE_ADDRESS,
        *(one.label for one in JOB_FIELDS.used(Use.EXPORTED)),
        phrase("Export", "Amount to collect (yen)"),
    ),
}


@dataclass(frozen=True)
class Exported:
    """A list ready to be saved; it holds customers' data and its password, and exists in memory only.

    Attributes:
        content: the file, under the password.
        password: shown once, never stored.
        customers: how many are in it.
        list: its record id in the register of files outside the program.
    """

    content: bytes
    password: str
    customers: int
    list: str = ""

    def __repr__(self) -> str:
        return f"<Exported {self.customers} customers>"
