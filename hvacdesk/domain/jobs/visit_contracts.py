"""A contract that is made away from the office: its paper, eight days to withdraw, and who is excepted.

Source: 特定商取引法 4条・5条・9条・26条, see the shipped file. The exception for a customer who asked the
office to come holds only where they asked it to come *to make this contract*: a call for a look, an
estimate or a repair is no such request, and work beyond what they asked for is not covered.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from hvacdesk.domain.billing.estimates import EstimateLineRecord
from hvacdesk.domain.billing.money import Totals
from hvacdesk.domain.errors import InvalidInput, Missing, UserFacingError
from hvacdesk.domain.jobs.jobs import UnitRecord, WorkKind
from hvacdesk.domain.text.input_checks import EARLIEST_WORK, clean_date, clean_line, clean_text
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Phrase, phrase

FORMAT = 1
"""The form of the text that this program understands."""

SELLER_LIMIT = 80
TEXT_LIMIT = 500


class VisitException(StrEnum):
    """Why the law's paper and days would not be owed."""

    NONE = "none"
    ASKED = "asked"
    BUSINESS = "business"


VISIT_EXCEPTION_NAMES: dict[VisitException, Phrase] = {
    VisitException.NONE: phrase("Visit contracts", "None: paper and cooling-off are owed"),
    VisitException.ASKED: phrase("Visit contracts", "The customer asked us to come to make this contract"),
    VisitException.BUSINESS: phrase("Visit contracts", "The customer makes it for a business"),
}


class WithdrawalWay(StrEnum):
    """How the customer sent the notice."""

    LETTER = "letter"
    EMAIL = "email"
    OTHER = "other"


WITHDRAWAL_WAY_NAMES: dict[WithdrawalWay, Phrase] = {
    WithdrawalWay.LETTER: phrase("Visit contracts", "Letter or postcard (day of the postmark)"),
    WithdrawalWay.EMAIL: phrase("Visit contracts", "E-mail, form or FAX (day it was sent)"),
    WithdrawalWay.OTHER: phrase("Visit contracts", "Said to us"),
}


class NoPriceForPaper(UserFacingError):
    """The paper has to name the price, which comes from the job's estimate."""

    what = phrase("Errors", "Job {number} has no issued estimate from which the paper could take the price.")
    safe = phrase("Errors", "Nothing was printed.")
    todo = phrase("Errors", "Write and issue the estimate first, then print the contract paper.")


class VariantNotChosen(UserFacingError):
    """Several variants of the estimate are out, and each has a price of its own."""

    what = phrase("Errors", "Several variants of the estimate of job {number} wait for an answer.")
    safe = phrase("Errors", "Nothing was printed.")
    todo = phrase("Errors", "Note which one is accepted first, then print the contract paper.")


class NoDayForPaper(UserFacingError):
    """The paper has to say when the work is done."""

    what = phrase("Errors", "Job {number} has no day yet, and the paper must say when the work is done.")
    safe = phrase("Errors", "Nothing was printed.")
    todo = phrase("Errors", "Change the booking and enter the day, then print the contract paper.")


class NoPaperOwed(UserFacingError):
    """There is nothing to print: no contract on a visit, or one that is excepted or withdrawn."""

    what = phrase("Errors", "Job {number} has no contract on a visit for which this paper is owed.")
    safe = phrase("Errors", "Nothing was printed.")
    todo = phrase("Errors", "Record the contract on the job's page first.")


@dataclass(frozen=True)
class VisitLaw:
    """What is shipped; ``as_of`` is the month in which the sources were read."""

    days: int
    cooling_source: str
    paper_source: str
    exception_source: str
    as_of: str


def parse_visit_law(text_toml: str) -> VisitLaw:
    """The file's content. Raises :class:`ValueError` for any other form: it is shipped, so it fits."""
    document = tomllib.loads(text_toml)
    keys = {"format", "as_of", "cooling_off", "paper", "exception"}
    if set(document) != keys or document["format"] != FORMAT:
        raise ValueError("not the law of visits")
    cooling = document["cooling_off"]
    if set(cooling) != {"days", "source"}:
        raise ValueError("not a number of days")
    return VisitLaw(
        cooling["days"],
        cooling["source"],
        document["paper"]["source"],
        document["exception"]["source"],
        document["as_of"],
    )


@dataclass(frozen=True)
class VisitRecord:
    """What the form saves; all days are ISO dates.

    Attributes:
        seller: who made the contract for the office; the paper names them.
        asked_on, asked_for: what the customer had called for and when; for the exception of that name.
        confirmed: that they asked for this very contract and nothing beyond it was sold; never stored.
        payment, terms: how and when it is paid, and special terms, as the paper says them.
        paper_on: when the customer received the paper; empty while they have not.
        withdrawn_on: when the customer sent the notice.
    """

    contract_on: str
    seller: str
    exception: VisitException = VisitException.NONE
    asked_on: str = ""
    asked_for: str = ""
    confirmed: bool = False
    payment: str = ""
    terms: str = ""
    paper_on: str = ""
    withdrawn_on: str = ""
    withdrawn_way: WithdrawalWay = WithdrawalWay.LETTER


@dataclass(frozen=True)
class VisitView:
    """The state of a job's contract, without its texts.

    Attributes:
        version: 0 where there is none.
        ends: ISO date of the last day on which a notice is in time; empty while the paper is not handed over,
            since the days have not begun then, and where nothing is owed.
        owed: whether paper and days are owed.
        in_time: of a withdrawal.
        printed: whether a contract paper for the job was printed here.
    """

    version: int = 0
    contract_on: str = ""
    exception: VisitException = VisitException.NONE
    owed: bool = False
    paper_on: str = ""
    ends: str = ""
    withdrawn_on: str = ""
    in_time: bool = False
    printed: bool = False

    @property
    def paper_missing(self) -> bool:
        """Whether the paper still has to be handed over."""
        return self.owed and not self.paper_on and not self.withdrawn_on


@dataclass(frozen=True)
class VisitPaper:
    """What is printed on the paper, in full: it goes to the customer."""

    number: str
    code: str
    job_number: str
    record: VisitRecord
    work_kind: WorkKind
    work_on: str
    name: str = field(repr=False)
    honorific: str
    address: str = field(repr=False)
    site: str = field(repr=False)
    units: tuple[UnitRecord, ...]
    lines: tuple[EstimateLineRecord, ...]
    sums: Totals
    days: int


def cooling_off_end(paper_on: date, days: int) -> date:
    """The last day on which a notice may be sent: the day of receipt is the first."""
    return paper_on + timedelta(days=days - 1)


def view_of(record: VisitRecord, version: int, law: VisitLaw) -> VisitView:
    """The state of a contract, without its texts."""
    owed = record.exception is VisitException.NONE
    ends = (
        cooling_off_end(date.fromisoformat(record.paper_on), law.days).isoformat()
        if owed and record.paper_on
        else ""
    )
    in_time = owed and bool(record.withdrawn_on) and (not ends or record.withdrawn_on <= ends)
    return VisitView(
        version=version,
        contract_on=record.contract_on,
        exception=record.exception,
        owed=owed,
        paper_on=record.paper_on,
        ends=ends,
        withdrawn_on=record.withdrawn_on,
        in_time=in_time,
    )


def checked_visit(record: VisitRecord, today: date) -> VisitRecord:
    """The contract as it is stored.

    Raises:
        Missing, BadDate, TooLong, InvalidInput: name the field; ``confirmed`` where the exception for a
            customer who called is claimed without saying that it was for this very contract.
    """
    contract_on = clean_date("contract_on", record.contract_on, EARLIEST_WORK, today)
    if not contract_on:
        raise Missing("contract_on")
    seller = clean_line("seller", record.seller, limit=SELLER_LIMIT)
    if not seller:
        raise Missing("seller")
    check_free_text("seller", seller)
    began = date.fromisoformat(contract_on)
    checked = replace(
        record,
        contract_on=contract_on,
        seller=seller,
        asked_on=clean_date("asked_on", record.asked_on, EARLIEST_WORK, began),
        asked_for=_text("asked_for", record.asked_for),
        payment=_text("payment", record.payment),
        terms=_text("terms", record.terms),
        paper_on=clean_date("paper_on", record.paper_on, began, today),
        withdrawn_on=clean_date("withdrawn_on", record.withdrawn_on, began, today),
    )
    if checked.exception is VisitException.ASKED:
        _check_asked(checked)
    else:
        checked = replace(checked, asked_on="", asked_for="")
    return replace(checked, confirmed=False)


def _check_asked(record: VisitRecord) -> None:
    for name in ("asked_on", "asked_for"):
        if not getattr(record, name):
            raise Missing(name)
    if not record.confirmed:
        raise InvalidInput("confirmed")


def _text(field: str, text: str) -> str:
    clean = clean_text(field, text, limit=TEXT_LIMIT)
    check_free_text(field, clean)
    return clean
