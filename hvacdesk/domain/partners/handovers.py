"""The hand-over ledger 受け渡し記録: which firm got what about whom, why, and that it came back.

An entry holds record ids, numbers and the names of fields, never the fields' values. It stays when the
customer's data is destroyed, since it proves what was done with that data (通則編 3-4-4(3)).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from hvacdesk.domain.errors import InvalidInput, Missing, UserFacingError
from hvacdesk.domain.jobs.site_fields import ACCESS_NAME
from hvacdesk.domain.partners.partners import FIRM_LIMIT, Basis
from hvacdesk.domain.periods import ONE_DAY, period_end
from hvacdesk.domain.retention.record_fields import RECORD_FIELD_NAMES, RecordField
from hvacdesk.domain.text.input_checks import EARLIEST_DAY, LATEST_DAY, clean_date, clean_line, known_day
from hvacdesk.domain.text.refused_numbers import clean_words
from hvacdesk.domain.text.wording import Phrase, phrase

PROVISION_YEARS, CONTRACT_YEARS = 3, 1
PROVISION_SOURCE = "個人情報保護法 第29条、同施行規則 第19条～第21条"
PROVISION_AS_OF = "2026-11"


class HandoverMedium(StrEnum):
    """On which medium the data left the office."""

    PAPER = "paper"
    FAX = "fax"
    EMAIL = "email"
    FILE = "file"
    SPOKEN = "spoken"


MEDIUM_NAMES: dict[HandoverMedium, Phrase] = {
    HandoverMedium.PAPER: phrase("Hand-overs", "Paper"),
    HandoverMedium.FAX: phrase("Hand-overs", "By FAX"),
    HandoverMedium.EMAIL: phrase("Hand-overs", "E-mail"),
    HandoverMedium.FILE: phrase("Hand-overs", "File on a medium"),
    HandoverMedium.SPOKEN: phrase("Hand-overs", "By word of mouth"),
}


class Ending(StrEnum):
    """What became of it. ``NOT_GIVEN``: the copy never left the printer."""

    RETURNED = "returned"
    SHREDDED_THERE = "shredded_there"
    ERASED_THERE = "erased_there"
    SHREDDED_HERE = "shredded_here"
    LOST = "lost"
    NOT_GIVEN = "not_given"


ENDING_NAMES: dict[Ending, Phrase] = {
    Ending.RETURNED: phrase("Hand-overs", "Returned"),
    Ending.SHREDDED_THERE: phrase("Hand-overs", "Shredded by the firm"),
    Ending.ERASED_THERE: phrase("Hand-overs", "Erased by the firm"),
    Ending.SHREDDED_HERE: phrase("Hand-overs", "Returned and shredded"),
    Ending.LOST: phrase("Hand-overs", "Lost"),
    Ending.NOT_GIVEN: phrase("Hand-overs", "Not handed over"),
}

CONFIRMED = (Ending.RETURNED, Ending.SHREDDED_THERE, Ending.ERASED_THERE, Ending.SHREDDED_HERE)
"""What a person confirms; the others follow from the register of papers."""

HANDED_FIELDS = tuple(
    one for one in RecordField if one not in {RecordField.KANA, RecordField.PAYMENT, RecordField.REFRIGERANT}
)
"""What an entry by hand offers: payment details are never handed over."""

HANDED_FIELD_NAMES: dict[RecordField, Phrase] = RECORD_FIELD_NAMES | {
    RecordField.ACCESS: ACCESS_NAME,
    RecordField.SLIP: phrase("Hand-overs", "Estimates, slips"),
}
"""Keys and lock codes are never on a firm's copy, so the field is called by the rest of it."""


class ConsentNeeded(UserFacingError):
    """Data is given to a firm for its own use only with the person's consent (27条1項)."""

    what = phrase(
        "Errors", "{firm} would get the data for its own use, and the customer has not agreed to that."
    )
    safe = phrase("Errors", "Nothing was handed over.")
    todo = phrase("Errors", "Ask the customer first and record the consent, then try again.")


class ProvisionStopped(UserFacingError):
    """The person had the provision of their data to third parties stopped (個人情報保護法 35条3項・4項)."""

    what = phrase("Errors", "The customer had the provision of their data to other firms stopped.")
    safe = phrase("Errors", "Nothing was handed over.")
    todo = phrase("Errors", "Give the firm no data of this customer, unless the stop is lifted.")


class HandoverSettled(UserFacingError):
    """The ledger already says what became of it."""

    what = phrase("Errors", "What became of this hand-over is written down already.")
    safe = phrase("Errors", "Nothing was changed.")
    todo = phrase("Errors", "Look at the list again: somebody else may have confirmed it meanwhile.")


@dataclass(frozen=True)
class NewHandover:
    """A hand-over entered by hand.

    Attributes:
        customer: record id or number of the customer; may be empty where ``job`` names one.
        job: record id or number, or empty.
        on, due: ISO dates; ``due`` is empty for what is not to come back.
        by_contract: for a provision: a contract with the customer holds what the record must say.
    """

    firm: str
    on: str
    fields: frozenset[RecordField]
    medium: HandoverMedium
    basis: Basis = Basis.ENTRUSTMENT
    customer: str = ""
    job: str = ""
    due: str = ""
    by_contract: bool = False


@dataclass(frozen=True)
class HandoverRow:
    """One line of the ledger.

    Attributes:
        firm_record: the firm's entry in the register; empty where there is none.
        customers: record ids and numbers of those whom it is about.
        copy_number: of the copy of a work order, else 0.
        ended_on, ending: when it came back and how; None while it is out.
        confirmed_by: who wrote that down.
        printing: no printer has taken the copy yet, so the firm cannot have it.
    """

    record: str
    number: str
    firm: str
    firm_record: str
    basis: Basis
    medium: HandoverMedium
    fields: tuple[RecordField, ...]
    on: str
    due: str
    job: str
    job_number: str
    customers: tuple[tuple[str, str], ...]
    copy_number: int = 0
    consent: bool = False
    by_contract: bool = False
    entered_by: str = ""
    ended_on: str = ""
    ending: Ending | None = None
    confirmed_by: str = ""
    overdue: bool = False
    printing: bool = False

    @property
    def open(self) -> bool:
        """Whether it is to come back and has not."""
        return self.ending is None and bool(self.due)

    @property
    def keep_until(self) -> date | None:
        """The last day on which the law asks for the record of a provision; None for entrusted work."""
        if self.basis is not Basis.PROVISION or self.ending is Ending.NOT_GIVEN:
            return None
        return period_end(
            date.fromisoformat(self.on) + ONE_DAY, CONTRACT_YEARS if self.by_contract else PROVISION_YEARS, 0
        )


@dataclass(frozen=True)
class HandoverPaper:
    """The printed ledger, and how many lines are on it."""

    pdf: bytes
    lines: int


@dataclass(frozen=True)
class LedgerQuery:
    """Which lines: of a firm (any spelling of it; empty for all), of days, or only those that are out."""

    firm: str = ""
    first_on: str = ""
    last_on: str = ""
    only_open: bool = False


class NotOfThisJob(InvalidInput):
    """Customer and job are both named, and do not belong together."""

    what = phrase("Errors", "This customer has no part in the job that is named beside.")
    todo = phrase("Errors", "Correct one of the two numbers, or empty one of the two fields, and save again.")


def check_query(query: LedgerQuery) -> LedgerQuery:
    """The query as it can be asked. Raises :class:`InvalidInput` for no days, or a firm too long."""
    first, last = (
        clean_date(field, day, EARLIEST_DAY, LATEST_DAY)
        for field, day in (("first_on", query.first_on), ("last_on", query.last_on))
    )
    firm = clean_line("firm", query.firm, limit=FIRM_LIMIT)
    return replace(query, first_on=first, last_on=last, firm=firm)


def checked(new: NewHandover, today: str) -> NewHandover:
    """The entry as it is stored. Raises :class:`InvalidInput`."""
    firm = clean_words("firm", new.firm, limit=FIRM_LIMIT)
    if not firm:
        raise Missing("firm")
    on = known_day("on", new.on, latest=date.fromisoformat(today))
    due = clean_date("due", new.due, on, LATEST_DAY)
    if not new.customer and not new.job:
        raise Missing("customer")
    if new.basis is Basis.PROVISION and not new.job:  # the period of its record binds the job's customers
        raise Missing("job")
    if not new.fields:
        raise Missing("fields")
    if not new.fields <= set(HANDED_FIELDS):
        raise InvalidInput("fields")
    if not due and new.basis is Basis.ENTRUSTMENT and new.medium is not HandoverMedium.SPOKEN:
        raise Missing("due")
    by_contract = new.by_contract and new.basis is Basis.PROVISION
    return replace(new, firm=firm, on=on.isoformat(), due=due, by_contract=by_contract)


def checked_ending(row_on: str, ended_on: str, ending: Ending, today: str) -> str:
    """The day as it is stored. Raises :class:`InvalidInput` unless it can have ended so on that day."""
    if ending not in CONFIRMED:
        raise InvalidInput("ending")
    first, last = date.fromisoformat(row_on), date.fromisoformat(today)
    return known_day("ended_on", ended_on, first, last).isoformat()


def in_field_order(fields: Collection[RecordField]) -> tuple[RecordField, ...]:
    """As papers and screens name them."""
    return tuple(one for one in RecordField if one in fields)
