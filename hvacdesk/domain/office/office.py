"""The office's own facts: who it is, and what its retention duties are counted from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.text.wording import Phrase, phrase


class LegalForm(StrEnum):
    """What the office is in law; tax retention starts differ by it."""

    COMPANY = "company"
    SOLE_BLUE = "sole_blue"
    SOLE_WHITE = "sole_white"


LEGAL_FORM_NAMES: dict[LegalForm, Phrase] = {
    LegalForm.COMPANY: phrase("Office", "Company"),
    LegalForm.SOLE_BLUE: phrase("Office", "Sole proprietor, blue return"),
    LegalForm.SOLE_WHITE: phrase("Office", "Sole proprietor, white return"),
}


LONGEST_EXTENSION = 4
"""Months; more the tax office cannot grant (法人税法75条の2第1項)."""

SOLE_PROPRIETOR_YEAR_END = 12
"""The month. A sole proprietor's tax year is the calendar year (所得税法)."""


@dataclass(frozen=True)
class OfficeFacts:
    """Facts asked for at set-up.

    Attributes:
        fiscal_year_end_month: 1–12; the year ends on that month's last day. Always 12 for a sole proprietor.
        construction_licence: licensed under 建設業法.
        electrical_registration: registered under 電気工事業法, or notified as a licence holder who counts as
            registered (34条, みなし登録).
        electrical_incidental: does no other electrical work than what goes with the sale of household
            appliances, which that law does not cover (2条1項).
        privacy_manager: the person named on papers as responsible for personal data.
        invoice_registration: the number as an issuer of qualified invoices, ``T`` and 13 digits, or empty.
        loss_years: calendar years in which a fiscal year with a loss ended (法人税法57条: ten years then).
        return_extension: months by which the tax office has granted a company a later day for its tax
            returns, 0 to 4 (法人税法75条の2).
        books_here: whether this program's records serve as the accounting books (会社法432条).
    """

    name: str
    phone: str
    address: str
    legal_form: LegalForm
    fiscal_year_end_month: int
    construction_licence: bool = False
    electrical_registration: bool = False
    privacy_manager: str = ""
    postal_code: str = ""
    fax: str = ""
    email: str = ""
    representative: str = ""
    invoice_registration: str = ""
    loss_years: tuple[int, ...] = ()
    books_here: bool = False
    return_extension: int = 0
    electrical_incidental: bool = False

    @property
    def keeps_electrical_ledger(self) -> bool:
        """Whether the office keeps the ledger of electrical work (電気工事業法 26条).

        Licence holders count as registered, whatever was answered.
        """
        bound = self.electrical_registration or self.construction_licence
        return bound and not self.electrical_incidental


@dataclass(frozen=True)
class StaffMember:
    """A person who works here, as lists show them.

    Attributes:
        since: rises with each one-time passphrase that is made for the person; 0 before the login.
    """

    account: str
    name: str
    roles: tuple[str, ...]
    active: bool = True
    invited: bool = False
    since: int = 0


@dataclass(frozen=True)
class RecoverySheetFacts:
    """What the recovery sheet prints.

    Attributes:
        number: counts the office's sheets from 1.
        made_at: the stored moment at which it was made: a set-up that is begun twice makes number 1 twice.
        groups: the code in its printed groups.
        fingerprint: of the office's signing key.
        qr_text: the code again, for a camera.
    """

    office_name: str
    office_id: str
    number: int
    epoch: int
    made_at: str
    groups: tuple[str, ...]
    fingerprint: str
    qr_text: str


def grouped(fingerprint: str) -> str:
    """A fingerprint as it is printed and shown: in fours, unless it comes with separators of its own."""
    if not fingerprint.isalnum():
        return fingerprint
    return " ".join(fingerprint[at : at + 4] for at in range(0, len(fingerprint), 4))
