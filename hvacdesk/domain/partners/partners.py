"""Firms that the office hands customers' data to (協力会社), and firms that entrust it with theirs (元請).

One register for both, since a firm may be both. Jobs name firms by their written name; a firm of the register
is the one whose name compares equal.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from hvacdesk.domain.errors import InvalidInput, Missing, UserFacingError
from hvacdesk.domain.office.invoice_numbers import clean_invoice_number
from hvacdesk.domain.text.input_checks import (
    EARLIEST_DAY,
    LATEST_DAY,
    clean_date,
    clean_line,
    clean_text,
    is_seen,
)
from hvacdesk.domain.text.refused_numbers import check_free_text, clean_words
from hvacdesk.domain.text.text_forms import fold, without_legal_form
from hvacdesk.domain.text.wording import Phrase, phrase

FIRM_LIMIT = 120
TERMS_LIMIT = 500
MOST_DAYS = 3650
MOST_HOURS = 720
RETURN_DAYS = 30
"""Days after completion where a client contractor agreed on none. Source: office rule (2026-11)."""

ENDING_SOON = timedelta(days=60)
"""So long before its end a contract is shown as ending."""


class Basis(StrEnum):
    """On what ground a firm gets data: to do the office's work, or for its own use."""

    ENTRUSTMENT = "entrustment"
    PROVISION = "provision"


BASIS_NAMES: dict[Basis, Phrase] = {
    Basis.ENTRUSTMENT: phrase("Partners", "Entrusted work"),
    Basis.PROVISION: phrase("Partners", "Provision to a third party"),
}

BASIS_SOURCE = "個人情報保護法 第25条（委託先の監督）、第27条（第三者提供の制限）・第29条（提供の記録）"
BASIS_AS_OF = "2026-11"


class Reentrustment(StrEnum):
    """Whether the firm may pass the work on."""

    FORBIDDEN = "forbidden"
    ON_CONSENT = "on_consent"
    ALLOWED = "allowed"


REENTRUSTMENT_NAMES: dict[Reentrustment, Phrase] = {
    Reentrustment.FORBIDDEN: phrase("Partners", "Not allowed"),
    Reentrustment.ON_CONSENT: phrase("Partners", "With our consent in advance"),
    Reentrustment.ALLOWED: phrase("Partners", "Allowed"),
}


class ReturnTerm(StrEnum):
    """What a client contractor wants done with its data once the work is done."""

    RETURN = "return"
    DESTROY = "destroy"
    EITHER = "either"
    NOT_AGREED = "not_agreed"


RETURN_TERM_NAMES: dict[ReturnTerm, Phrase] = {
    ReturnTerm.RETURN: phrase("Partners", "Return"),
    ReturnTerm.DESTROY: phrase("Partners", "Destroy and report"),
    ReturnTerm.EITHER: phrase("Partners", "Return or destroy"),
    ReturnTerm.NOT_AGREED: phrase("Partners", "Nothing agreed"),
}


class FirmTaken(UserFacingError):
    """Another firm of the register has this name."""

    what = phrase("Errors", "{firm} is in the register already.")
    safe = phrase("Errors", "Nothing was saved.")
    todo = phrase("Errors", "Open the entry that there is, and change that one.")


class FirmStopped(UserFacingError):
    """The last check found that the firm may not get data."""

    what = phrase("Errors", "By its last check {firm} gets no data about customers.")
    safe = phrase("Errors", "Nothing was handed over.")
    todo = phrase(
        "Errors", "Give the job to somebody else, or let the person responsible check the firm again."
    )


@dataclass(frozen=True)
class Contract:
    """What was agreed about customers' data.

    Attributes:
        on, ends: ISO dates; ``ends`` is empty where it runs until it is ended.
        terms: the confidentiality terms and whatever else matters, in the office's words.
    """

    on: str = ""
    number: str = ""
    ends: str = ""
    confidentiality: bool = False
    reentrustment: Reentrustment = Reentrustment.ON_CONSENT
    terms: str = ""

    def in_force(self, day: date) -> bool:
        """Whether there is one on that day."""
        return (
            bool(self.on) and self.on <= day.isoformat() and (not self.ends or day.isoformat() <= self.ends)
        )


@dataclass(frozen=True)
class ClientTerms:
    """What a client contractor asks of the office.

    Attributes:
        days: within how many days after completion its data is returned or destroyed.
        leak_first: whether it hears of a leak before anybody else outside.
        leak_hours: within how many hours; None where it is at once.
        leak_contact: whom the office calls there.
    """

    data_after: ReturnTerm = ReturnTerm.EITHER
    days: int = RETURN_DAYS
    leak_first: bool = True
    leak_hours: int | None = None
    leak_contact: str = ""


@dataclass(frozen=True)
class FirmFacts:
    """A firm as the form saves it.

    Attributes:
        seat, representative: of the firm; a record of a provision has to name them.
        partner: whether the office hands data to it.
        client: whether it entrusts the office.
        one_person: a 特定受託事業者: one person, or a company of one, without employees (フリーランス法 2条).
        invoice_number: the number as an issuer of qualified invoices; empty where it has none.
    """

    firm: str
    partner: bool = True
    client: bool = False
    basis: Basis = Basis.ENTRUSTMENT
    seat: str = ""
    representative: str = ""
    contract: Contract = Contract()
    terms: ClientTerms = ClientTerms()
    active: bool = True
    one_person: bool = False
    invoice_number: str = ""


@dataclass(frozen=True)
class FirmRow:
    """A firm in the list.

    Attributes:
        record: empty for a firm that jobs or hand-overs name and the register does not.
        next_check: ISO date by which it is checked again; empty for one that needs none.
        checked_on: ISO date of the last check.
        stopped: whether the last check says that it gets no data until things are mended.
        open_handovers: what it has not given back.
    """

    facts: FirmFacts
    record: str = ""
    number: str = ""
    next_check: str = ""
    checked_on: str = ""
    stopped: bool = False
    open_handovers: int = 0
    overdue_handovers: int = 0


def firm_key(firm: str) -> str:
    """What two spellings of one firm have in common: 「見本設備㈱」 and 「株式会社 見本設備」."""
    return without_legal_form(fold(firm))


def checked_facts(facts: FirmFacts) -> FirmFacts:
    """The facts as they are stored. Raises :class:`InvalidInput`."""
    firm = clean_words("firm", facts.firm, limit=FIRM_LIMIT)
    if not firm:
        raise Missing("firm")
    if not facts.partner and not facts.client:
        raise InvalidInput("partner")
    if facts.partner and facts.basis is Basis.PROVISION:  # its record has to name both
        for field in ("seat", "representative"):
            if not is_seen(getattr(facts, field)):
                raise Missing(field)
    return replace(
        facts,
        firm=firm,
        seat=clean_words("seat", facts.seat),
        representative=clean_words("representative", facts.representative, limit=FIRM_LIMIT),
        contract=_checked_contract(facts.contract),
        terms=_checked_terms(facts.terms),
        one_person=facts.partner and facts.one_person,
        invoice_number=clean_invoice_number("invoice_number", facts.invoice_number),
    )


def _checked_contract(contract: Contract) -> Contract:
    on = clean_date("on", contract.on, EARLIEST_DAY, LATEST_DAY)
    if contract.ends and not on:
        raise Missing("on")
    ends = clean_date("ends", contract.ends, date.fromisoformat(on) if on else EARLIEST_DAY, LATEST_DAY)
    terms = clean_text("terms", contract.terms, limit=TERMS_LIMIT)
    check_free_text("terms", terms)
    number = clean_line("number", contract.number, limit=80)
    return replace(contract, on=on, ends=ends, number=number, terms=terms)


def _checked_terms(terms: ClientTerms) -> ClientTerms:
    if not 0 <= terms.days <= MOST_DAYS:
        raise InvalidInput("days")
    if terms.leak_hours is not None and not 0 <= terms.leak_hours <= MOST_HOURS:
        raise InvalidInput("leak_hours")
    return replace(terms, leak_contact=clean_words("leak_contact", terms.leak_contact, limit=FIRM_LIMIT))


class Trouble(StrEnum):
    """What is wrong with a firm's entry."""

    UNREGISTERED = "unregistered"
    STOPPED = "stopped"
    NO_CONTRACT = "no_contract"
    CONTRACT_AHEAD = "contract_ahead"
    CONTRACT_ENDED = "contract_ended"
    NOT_CONFIDENTIAL = "not_confidential"
    OVERDUE = "overdue"
    CONTRACT_ENDING = "contract_ending"


TROUBLE_NAMES: dict[Trouble, Phrase] = {
    Trouble.UNREGISTERED: phrase("Partners", "Not registered"),
    Trouble.STOPPED: phrase("Partners", "Stopped by the check"),
    Trouble.NO_CONTRACT: phrase("Partners", "No contract"),
    Trouble.CONTRACT_AHEAD: phrase("Partners", "Contract has not begun yet"),
    Trouble.CONTRACT_ENDED: phrase("Partners", "Contract has ended"),
    Trouble.NOT_CONFIDENTIAL: phrase("Partners", "No confidentiality terms"),
    Trouble.OVERDUE: phrase("Partners", "Not given back in time"),
    Trouble.CONTRACT_ENDING: phrase("Partners", "Contract ends soon"),
}


def trouble(row: FirmRow, today: date) -> Trouble | None:
    """The most pressing thing that is wrong, or None."""
    late = Trouble.OVERDUE if row.overdue_handovers else None
    if not row.record:
        return late or Trouble.UNREGISTERED
    if row.stopped:
        return Trouble.STOPPED
    return _contract_trouble(row.facts.contract, today) or late or _soon(row.facts.contract, today)


def _contract_trouble(contract: Contract, today: date) -> Trouble | None:
    if not contract.on:
        return Trouble.NO_CONTRACT
    if contract.on > today.isoformat():
        return Trouble.CONTRACT_AHEAD
    if not contract.in_force(today):
        return Trouble.CONTRACT_ENDED
    return None if contract.confidentiality else Trouble.NOT_CONFIDENTIAL


def _soon(contract: Contract, today: date) -> Trouble | None:
    ends = contract.ends and date.fromisoformat(contract.ends) - ENDING_SOON <= today
    return Trouble.CONTRACT_ENDING if ends else None
