"""Work orders: four print profiles, numbered copies, and the masked view that a page is drawn from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from hvacdesk.domain.customers.cautions import Caution
from hvacdesk.domain.jobs.jobs import ItemLine, UnitPart, UnitRecord, WorkKind
from hvacdesk.domain.jobs.surveys import NOT_SURVEYED, Survey
from hvacdesk.domain.text.wording import Phrase, phrase


class Profile(StrEnum):
    """Whom a copy is for."""

    TECHNICIAN = "technician"
    PARTNER = "partner"
    CUSTOMER = "customer"
    OFFICE = "office"


PROFILE_NAMES: dict[Profile, Phrase] = {
    Profile.TECHNICIAN: phrase("Work orders", "Technician's copy"),
    Profile.PARTNER: phrase("Work orders", "Partner firm's copy"),
    Profile.CUSTOMER: phrase("Work orders", "Customer's copy"),
    Profile.OFFICE: phrase("Work orders", "Office copy"),
}


class PrintExtent(StrEnum):
    """How much of a field a profile prints."""

    NONE = "none"
    FAMILY_NAME = "family_name"
    MASKED = "masked"
    LAST_FOUR = "last_four"
    TOWN = "town"
    AMOUNT_DUE = "amount_due"
    METHOD = "method"
    METHOD_AND_AMOUNT = "method_and_amount"
    FULL = "full"


class PrintField(StrEnum):
    """A field that profiles print differently."""

    NAME = "name"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    PAYMENT = "payment"
    ACCESS = "access"
    LOCK_CODES = "lock_codes"
    CUSTOMER_NUMBER = "customer_number"


PROFILE_RULES: dict[Profile, dict[PrintField, PrintExtent]] = {
    Profile.TECHNICIAN: {
        PrintField.NAME: PrintExtent.FAMILY_NAME,
        PrintField.ADDRESS: PrintExtent.FULL,
        PrintField.PHONE: PrintExtent.LAST_FOUR,
        PrintField.EMAIL: PrintExtent.NONE,
        PrintField.PAYMENT: PrintExtent.AMOUNT_DUE,
        PrintField.ACCESS: PrintExtent.FULL,
        PrintField.LOCK_CODES: PrintExtent.NONE,
        PrintField.CUSTOMER_NUMBER: PrintExtent.NONE,
    },
    Profile.PARTNER: {
        PrintField.NAME: PrintExtent.FAMILY_NAME,
        PrintField.ADDRESS: PrintExtent.FULL,
        PrintField.PHONE: PrintExtent.NONE,
        PrintField.EMAIL: PrintExtent.NONE,
        PrintField.PAYMENT: PrintExtent.NONE,
        PrintField.ACCESS: PrintExtent.FULL,
        PrintField.LOCK_CODES: PrintExtent.NONE,
        PrintField.CUSTOMER_NUMBER: PrintExtent.NONE,
    },
    Profile.CUSTOMER: {
        PrintField.NAME: PrintExtent.FULL,
        PrintField.ADDRESS: PrintExtent.FULL,
        PrintField.PHONE: PrintExtent.NONE,
        PrintField.EMAIL: PrintExtent.NONE,
        PrintField.PAYMENT: PrintExtent.METHOD_AND_AMOUNT,
        PrintField.ACCESS: PrintExtent.NONE,
        PrintField.LOCK_CODES: PrintExtent.NONE,
        PrintField.CUSTOMER_NUMBER: PrintExtent.FULL,
    },
    Profile.OFFICE: {
        PrintField.NAME: PrintExtent.MASKED,
        PrintField.ADDRESS: PrintExtent.TOWN,
        PrintField.PHONE: PrintExtent.LAST_FOUR,
        PrintField.EMAIL: PrintExtent.NONE,
        PrintField.PAYMENT: PrintExtent.METHOD,
        PrintField.ACCESS: PrintExtent.NONE,
        PrintField.LOCK_CODES: PrintExtent.NONE,
        PrintField.CUSTOMER_NUMBER: PrintExtent.FULL,
    },
}
"""The print profiles' defaults. Source: the design's table of print profiles (2026-11)."""


def needed_profiles(staff: Collection[str], partner_firm: str) -> tuple[Profile, ...]:
    """The copies that a job needs: one for each who goes there, one for the customer, one for the office."""
    own = (Profile.TECHNICIAN,) if staff or not partner_firm else ()
    firm = (Profile.PARTNER,) if partner_firm else ()
    return (*own, *firm, Profile.CUSTOMER, Profile.OFFICE)


class CopyState(StrEnum):
    """Where a copy is. The customer's copy is handed over and never overdue.

    ``PRINTING``: registered, and no printer has taken it yet. ``STRUCK``: it never came out of the printer.
    It stays in the register, so that its number is never given again.
    """

    PRINTING = "printing"
    OUT = "out"
    HANDED_OVER = "handed_over"
    KEPT = "kept"
    SHREDDED = "shredded"
    LOST = "lost"
    STRUCK = "struck"


COPY_STATE_NAMES: dict[CopyState, Phrase] = {
    CopyState.PRINTING: phrase("Work orders", "Waiting to be printed"),
    CopyState.OUT: phrase("Work orders", "Out"),
    CopyState.HANDED_OVER: phrase("Work orders", "Handed over"),
    CopyState.KEPT: phrase("Work orders", "Kept"),
    CopyState.SHREDDED: phrase("Work orders", "Shredded"),
    CopyState.LOST: phrase("Work orders", "Lost"),
    CopyState.STRUCK: phrase("Work orders", "Not printed"),
}


class ReprintReason(StrEnum):
    """Why a copy is printed that already exists. Codes only: the log stores them."""

    SPOILED = "spoiled"
    LOST = "lost"
    DAY_CHANGED = "day_changed"
    JOB_CHANGED = "job_changed"
    ANOTHER_PERSON = "another_person"


REPRINT_REASON_NAMES: dict[ReprintReason, Phrase] = {
    ReprintReason.SPOILED: phrase("Work orders", "The print was spoiled"),
    ReprintReason.LOST: phrase("Work orders", "The copy was lost"),
    ReprintReason.DAY_CHANGED: phrase("Work orders", "The day or the time was changed"),
    ReprintReason.JOB_CHANGED: phrase("Work orders", "The job was changed"),
    ReprintReason.ANOTHER_PERSON: phrase("Work orders", "Another person goes"),
}


@dataclass(frozen=True)
class WorkOrderView:
    """Everything one page may show, already cut to its profile. ``documents`` sees this and nothing else.

    Attributes:
        name, address, phone, access, payment, customer_number, cautions: as the profile allows; empty
            means not printed.
        amount_not_fixed: money may be collected at the site, and nobody entered how much, or how it is paid.
        on: ISO date; ``starts``/``ends``: ``HH:MM``.
        qr_text: order and copy ids with a check, no personal data.
        return_by: ISO date, or empty for the customer's copy.
        asbestos_survey: the building's construction started before 2006-09-01 or is unknown; ``survey`` is
            what was found, once it was looked for.
        phone_missing: a number would be printed here, but none is registered.
    """

    profile: Profile
    number: str
    copy_number: int
    copies: int
    issued_on: str
    issued_by: str
    return_by: str
    qr_text: str
    work_kind: WorkKind
    on: str
    starts: str
    ends: str
    staff: tuple[str, ...]
    partner_firm: str
    name: str
    honorific: str
    address: str
    phone: str
    access: str
    payment_method: str
    amount_to_collect: int | None
    shows_payment: bool
    customer_number: str
    detached: bool | None
    floor: str
    attends: str
    manager_permission: bool
    building_started_on: str
    asbestos_survey: bool
    units: tuple[tuple[UnitPart, UnitRecord], ...]
    items: tuple[ItemLine, ...]
    commercial: bool
    phone_missing: bool = False
    amount_not_fixed: bool = False
    amount_paid: int = 0
    cautions: tuple[Caution, ...] = ()
    survey: Survey = NOT_SURVEYED


def number_of_copy(order: str, copy: int, copies: int) -> str:
    """Order number and copy, as printed at the top of the paper and as the register shows it."""
    return f"{order}  {copy}/{copies}"


@dataclass(frozen=True)
class CopyRow:
    """One line of the register of copies.

    Attributes:
        code: what the QR code holds and a scanner types.
    """

    copy: str
    code: str
    job: str
    number: str
    copy_number: int
    copies: int
    profile: Profile
    state: CopyState
    issued_on: str
    return_by: str
    holder: str
    overdue: bool


PRINTED_INTO: dict[Profile, CopyState] = {
    Profile.CUSTOMER: CopyState.HANDED_OVER,
    Profile.OFFICE: CopyState.KEPT,
}
"""Where a copy is once it has left the printer; a copy of any other profile is out."""


def comes_out(state: str) -> bool:
    """Whether a print puts a copy or any other paper in this state on paper, as the register has to say.

    One that was struck while its preview was still open is out all the same once it is printed. Whatever else
    became of it, somebody registered with the paper in the hand.
    """
    return state in {CopyState.PRINTING, CopyState.STRUCK}


def as_sent(copy: CopyRow) -> bool:
    """Whether a copy is where the printer put it, as far as its state tells."""
    return copy.state in {CopyState.OUT, PRINTED_INTO.get(copy.profile)}


@dataclass(frozen=True)
class IssuedOrder:
    """Freshly issued copies: one PDF with one page or more per copy, kept in memory only."""

    job: str
    number: str
    copies: tuple[CopyRow, ...]
    pdf: bytes


class IssuedDay(NamedTuple):
    """The work orders of a day in one ``pdf``; each order's own ``pdf`` is empty."""

    orders: tuple[IssuedOrder, ...]
    pdf: bytes

    @property
    def copies(self) -> tuple[CopyRow, ...]:
        """Every copy in printing order."""
        return tuple(copy for order in self.orders for copy in order.copies)
