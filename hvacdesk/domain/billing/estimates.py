"""Estimates 見積書: their lines and sums, how they are numbered, and the states they go through.

What was given to a customer is never altered: a changed estimate is the next issue under the same number, and
the former one stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from hvacdesk.domain.billing.money import Totals, line_amount, totals
from hvacdesk.domain.billing.prices import USUAL_OF_WORK, PriceList, checked_line, lowered, quantity_of
from hvacdesk.domain.billing.tax import Rounding
from hvacdesk.domain.errors import InvalidInput, Missing, UserFacingError
from hvacdesk.domain.jobs.job_rules import YEN
from hvacdesk.domain.jobs.jobs import (
    WORK_ITEM_NAMES,
    WORK_KIND_NAMES,
    ItemLine,
    JobState,
    UnitPart,
    UnitRecord,
    WorkItem,
    WorkKind,
)
from hvacdesk.domain.jobs.work_subjects import WORK_SUBJECTS, JobUnits, subject_units
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.text.input_checks import check_range, clean_date, clean_text
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Phrase, Words, phrase

VALID_DAYS = 30
"""An estimate is offered for so long, unless another day is chosen."""

VARIANTS = ("A", "B", "C")
"""Plans 松竹梅 of one estimate, of which the customer accepts one; their letters end their numbers."""

LONGEST_VALID = timedelta(days=366)
DEPOSITS = (0, 100)
"""Percent of the whole that is asked for in advance; 0: none."""

MOST_LINES = 100


class EstimateState(StrEnum):
    """Draft → issued → accepted or declined; an issued one is replaced by its next issue."""

    DRAFT = "draft"
    ISSUED = "issued"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    REPLACED = "replaced"


ANSWERED = frozenset({EstimateState.ACCEPTED, EstimateState.DECLINED})
"""States that an answer of the customer leads to."""

ESTIMATE_STATE_NAMES: dict[EstimateState, Phrase] = {
    EstimateState.DRAFT: phrase("Estimates", "Draft"),
    EstimateState.ISSUED: phrase("Estimates", "Issued"),
    EstimateState.ACCEPTED: phrase("Estimates", "Accepted"),
    EstimateState.DECLINED: phrase("Estimates", "Declined"),
    EstimateState.REPLACED: phrase("Estimates", "Replaced"),
}


class EstimateSettled(UserFacingError):
    """What was issued stays as it was given."""

    what = phrase("Errors", "This estimate has been issued and is no longer changed.")
    todo = phrase("Errors", "Make its next issue: the former one is kept.")


class EstimateNotOpen(UserFacingError):
    """Only an issued estimate that waits for an answer can be answered or printed."""

    what = phrase("Errors", "This estimate is not waiting for an answer.")
    todo = phrase("Errors", "Refresh the list and look at its newest issue.")


class TooManyVariants(UserFacingError):
    """A customer compares a few, not a catalogue."""

    what = phrase("Errors", "This estimate has three variants already.")
    todo = phrase("Errors", "Change one of them, or take one out first.")


class EstimateOfCancelledJob(UserFacingError):
    """Nothing is offered or ordered for work that was called off."""

    what = phrase("Errors", "Job {number} is cancelled, so no estimate is made or accepted for it.")
    todo = phrase("Errors", "Book a new job if the work is to be done after all.")


class NotAnswered(UserFacingError):
    """Only what the customer was noted to have said of an estimate can be taken back."""

    what = phrase("Errors", "No answer to this estimate is noted that could be taken back.")
    todo = phrase("Errors", "Refresh the list and look at the estimate that was accepted or declined.")


class AcceptedAndBilled(UserFacingError):
    """An invoice asks for what was agreed on."""

    what = phrase("Errors", "Job {number} is billed with {invoice}, so its acceptance stands.")
    todo = phrase(
        "Errors", "At that invoice choose “Put right…”, then “Void…”, or “Credit note…” for all of it, first."
    )


class AcceptedAndDrafted(UserFacingError):
    """A draft of an invoice began with what was agreed on."""

    what = phrase("Errors", "There is a draft of an invoice for job {number}, so its acceptance stands.")
    todo = phrase("Errors", "Delete the draft first; the next one begins with what is agreed on by then.")


class AcceptedAndBilledElsewhere(UserFacingError):
    """Another program, or a paper, asks for what was agreed on."""

    what = phrase("Errors", "Job {number} is noted as billed elsewhere: {invoice}. Its acceptance stands.")
    todo = phrase("Errors", "If that is wrong, strike the invoice from the job's events first.")


class AcceptedOnPaper(UserFacingError):
    """A contract paper names this estimate's price, and the customer may have it."""

    what = phrase(
        "Errors", "The contract paper {paper} was printed with this estimate, so its acceptance stands."
    )
    todo = phrase("Errors", "Get the paper back first, and note in the register that it was shredded.")


class NotCollectedOnSite(InvalidInput):
    """A sum to collect on the day of the work, of a customer who pays otherwise."""

    what = phrase("Errors", "This customer does not pay at the site, so nothing is collected there.")
    safe = phrase("Errors", "The answer was not recorded; what you typed is still on the screen.")
    todo = phrase(
        "Errors",
        "Take the tick off, or first change the customer's payment method to cash or card, and try again.",
    )


class NothingToPay(InvalidInput):
    """An estimate of 0 yen: somebody did not fill in a price."""

    what = phrase("Errors", "This estimate comes to zero yen.")
    todo = phrase("Errors", "Enter the prices of its lines first.")


class CostsTooLarge(InvalidInput):
    """The costs that a line names are more than the line itself."""

    what = phrase("Errors", "The costs named for a line are more than its amount.")
    todo = phrase("Errors", "Check material, labour and statutory welfare of each line.")


class DiscountTooLarge(InvalidInput):
    """The discounts are more than what they are taken from."""

    what = phrase("Errors", "The discounts are larger than the sum of the other lines.")
    todo = phrase("Errors", "Lower the discount, or check the prices.")


@dataclass(frozen=True)
class EstimateLineRecord:
    """One line. ``yen`` is the price of one ``unit``; a discount is negative.

    Attributes:
        material_yen, labour_yen, welfare_yen: 材料費, 労務費 and 法定福利費 within its amount; 0 where they
            are not named.
    """

    label: str
    quantity: float
    unit: str
    yen: int
    item: WorkItem | None = None
    material_yen: int = 0
    labour_yen: int = 0
    welfare_yen: int = 0

    @property
    def costs(self) -> tuple[int, int, int]:
        """Material, labour and statutory welfare, as they are named apart."""
        return self.material_yen, self.labour_yen, self.welfare_yen

    @property
    def amount(self) -> int:
        """In whole yen, a fraction dropped."""
        return line_amount(self.quantity, self.yen)


@dataclass(frozen=True)
class EstimateRecord:
    """What the form saves.

    Attributes:
        valid_until: ISO date; where it is empty, the usual one is set when the estimate is issued.
        with_tax: whether the prices include the tax.
        text: notes for the customer.
        costs_apart: whether material, labour and other needed costs are named separately (建設業法 20条1項
            材料費等記載見積書), which licence holders keep for ten years.
        deposit_percent: 着手金, what share of the whole is asked for in advance; 0 where none is.
    """

    lines: tuple[EstimateLineRecord, ...] = ()
    valid_until: str = ""
    with_tax: bool = False
    text: str = ""
    costs_apart: bool = False
    deposit_percent: int = 0

    @property
    def names_costs(self) -> bool:
        """Whether any line says what it is made of."""
        return any(any(line.costs) for line in self.lines)

    def totals(self, percent: int, rounding: Rounding = Rounding.DOWN) -> Totals:
        """The sums of its lines."""
        amounts = (line.amount for line in self.lines)
        return totals(amounts, percent, with_tax=self.with_tax, rounding=rounding)

    def deposit(self, percent: int, rounding: Rounding = Rounding.DOWN) -> Totals:
        """The sums of the deposit, as its invoice will ask for it: a fraction of a yen is dropped."""
        share = sum(line.amount for line in self.lines) * self.deposit_percent // 100
        return totals((share,), percent, with_tax=self.with_tax, rounding=rounding)


@dataclass(frozen=True)
class EstimateRow:
    """One estimate of a job, as lists show it.

    ``answered``: whether the customer answered this very one, so that the answer can be taken back.
    ``label``: of its first line: by what the variants are told apart.
    ``deposit_yen``: what is billed beforehand, tax included.
    """

    estimate: str
    number: str
    issue: int
    state: EstimateState
    issued_on: str
    valid_until: str
    sums: Totals
    version: int
    answered: bool = False
    label: str = field(default="", repr=False)
    deposit_yen: int = 0

    @property
    def to_collect(self) -> int:
        """What is left for the day of the work, in yen, tax included."""
        return self.sums.gross - self.deposit_yen

    @property
    def variant(self) -> str:
        """Its letter; empty where it has no variants."""
        return variant_of(self.number)


@dataclass(frozen=True)
class EstimateDetail:
    """One estimate with its lines, and the job it is for.

    Attributes:
        job: record id, ``job_number`` its number.
        name: of the customer, as the reader may see it.
    """

    row: EstimateRow
    record: EstimateRecord
    job: str
    job_number: str
    name: Masked


@dataclass(frozen=True)
class EstimateAnswer:
    """What the customer said.

    Attributes:
        accepted: or declined.
        contract_on: ISO day of the contract to record; empty records none.
        contract_number: as printed on the contract; where it is empty, the estimate's number is used.
        collect: take the sum, less the deposit that is billed beforehand, as the job's amount to collect.
        cancel_job: cancel the job of a declined estimate.
    """

    accepted: bool
    contract_on: str = ""
    contract_number: str = ""
    collect: bool = False
    cancel_job: bool = False


@dataclass(frozen=True)
class AnswerEffects:
    """What an answer changed beside its estimate, so that it can be taken back.

    Attributes:
        closed: record ids of the estimates that it closed, with their states before.
        contract_on: ISO day of the contract that it recorded; empty where it did not.
        collects: whether it set the sum to collect, which was ``collect_before``.
        job_before, job_after: the job's states, where it moved the job.
    """

    closed: tuple[tuple[str, EstimateState], ...] = ()
    contract_on: str = ""
    collects: bool = False
    collect_before: int | None = None
    job_before: JobState | None = None
    job_after: JobState | None = None


@dataclass(frozen=True)
class AnswerTakenBack:
    """What taking an answer back changes by now.

    Attributes:
        estimates: number and next state of the estimate, and of those that the answer closed.
        contracts: ISO days of the contracts that are struck.
        collects: whether the sum to collect becomes ``collect`` again.
        job_state: the state that the job goes back to; None where it stays where it is.
    """

    estimates: tuple[tuple[str, EstimateState], ...]
    contracts: tuple[str, ...] = ()
    collects: bool = False
    collect: int | None = None
    job_state: JobState | None = None


CLOSED_AS: dict[EstimateState, EstimateState] = {
    EstimateState.ISSUED: EstimateState.DECLINED,
    EstimateState.DRAFT: EstimateState.REPLACED,
    EstimateState.ACCEPTED: EstimateState.REPLACED,
}
"""What becomes of the others when one is answered: a draft, which the customer never had, is replaced."""


def state_again(before: EstimateState, *, later: bool, later_issued: bool) -> EstimateState:
    """The state of an estimate once an answer is taken back: what a later issue took the place of stays so.

    Args:
        before: its state before the answer.
        later: whether there is a later issue; ``later_issued``: whether the customer has one.
    """
    replaced = later_issued if before is EstimateState.ISSUED else later and before is EstimateState.DRAFT
    return EstimateState.REPLACED if replaced else before


@dataclass(frozen=True)
class EstimatePaper:
    """What the printed page shows. ``name`` and ``site`` are whole: it goes to the customer.

    ``units`` are the job's machines, which its subject names;
    ``contact`` is the person at a firm whom it is for, with the honorific; empty where nobody is named.
    """

    row: EstimateRow
    record: EstimateRecord
    code: str
    job_number: str
    work_kind: WorkKind
    name: str
    honorific: str
    site: str
    on: str
    issued_by: str
    units: tuple[tuple[UnitPart, UnitRecord], ...] = ()
    contact: str = ""


def estimate_number(year: int, count: int, issue: int = 1) -> str:
    """``E2026-000012``, and ``E2026-000012-2`` for the second issue."""
    base = f"E{year}-{count:06}"
    return base if issue == 1 else f"{base}-{issue}"


def later_issue(number: str, issue: int, later: int) -> str:
    """The number of a later issue of the same estimate, without its variant."""
    offer = offer_of(number)
    base = offer if issue == 1 else offer.rsplit("-", 1)[0]
    return f"{base}-{later}"


def variant_of(number: str) -> str:
    """The letter of a variant, with which its number ends; empty where there are none."""
    return number[-1] if number[-1:] in VARIANTS else ""


def offer_of(number: str) -> str:
    """The number that the variants of one issue have in common."""
    return number.removesuffix(variant_of(number))


def called_by(numbers: Sequence[str]) -> str:
    """What tells a document of one or several variants apart: the first's number and the others' letters."""
    return ", ".join((numbers[0], *map(variant_of, numbers[1:])))


def numbers_called(label: str) -> tuple[str, ...]:
    """The numbers of the variants that a document was called by."""
    first, *others = label.split(", ")
    return (first, *(offer_of(first) + letter for letter in others))


def lines_of_job(
    kind: WorkKind,
    units: JobUnits,
    items: Iterable[ItemLine],
    prices: PriceList,
    words: Words,
    spoken: Iterable[Words] = (),
) -> tuple[EstimateLineRecord, ...]:
    """What an estimate begins with: the work itself, and each additional item at its price.

    Where neither job nor price list knows a price it is zero and has to be filled in.

    Args:
        spoken: the other languages of the office: whoever reads it, a work has the price that the list has
            under its name.
    """
    first = EstimateLineRecord(words(WORK_SUBJECTS[kind]), float(max(len(subject_units(units)), 1)), "台", 0)
    called = [WORK_SUBJECTS[kind], WORK_KIND_NAMES[kind]]
    called += [USUAL_OF_WORK[kind]] if kind in USUAL_OF_WORK else []
    names = [say(one) for say in (words, *spoken) for one in called]
    priced = [one for one in prices.offered if one.item is None and one.yen is not None]
    own = next((one for name in names for one in priced if one.label == name), None)
    if own is not None and own.yen is not None:
        first = replace(first, label=own.label, unit=own.unit or first.unit, yen=own.yen)
    return (first, *(_line_of(line, prices, words) for line in items if _charged(line, prices)))


def _charged(line: ItemLine, prices: PriceList) -> bool:
    return line.yen is not None or line.quantity is not None or prices.yen_of(line.item) is not None


def _line_of(line: ItemLine, prices: PriceList, words: Words) -> EstimateLineRecord:
    known = next((one for one in prices.offered if one.item is line.item), None)
    yen = line.yen if line.yen is not None else known.yen if known else None
    label = f"{words(WORK_ITEM_NAMES[line.item])}　{line.detail}".strip()
    unit = line.unit or (known.unit if known else "")
    return EstimateLineRecord(label, quantity_of(line), unit, yen or 0, line.item)


def as_discount(line: EstimateLineRecord) -> EstimateLineRecord:
    """A line that its name says to be a discount 値引き lowers the sum, whichever sign was typed."""
    return replace(line, yen=lowered(line.label, line.yen))


def check_estimate(record: EstimateRecord, today: date, *, allow_number: bool = False) -> EstimateRecord:
    """The estimate as it is stored. Raises :class:`InvalidInput` or one of its kinds."""
    if not record.lines:
        raise Missing("lines")
    check_range("lines", len(record.lines), 1, MOST_LINES)
    check_range("deposit_percent", record.deposit_percent, *DEPOSITS)
    text = clean_text("text", record.text)
    check_free_text("text", text, allow_number=allow_number)
    checked = replace(
        record,
        lines=tuple(_checked_line(line, allow_number) for line in record.lines),
        valid_until=clean_date("valid_until", record.valid_until, today, today + LONGEST_VALID),
        text=text,
    )
    if sum(line.amount for line in checked.lines) < 0:
        raise DiscountTooLarge("lines")
    return checked


def _checked_line(line: EstimateLineRecord, allow_number: bool) -> EstimateLineRecord:
    words = checked_line(line.label, line.quantity, line.unit, line.yen, allow_number=allow_number)
    for yen in line.costs:
        check_range("lines", yen, 0, YEN[1])
    if sum(line.costs) > max(0, line.amount):
        raise CostsTooLarge("lines")
    return as_discount(replace(line, label=words.label, unit=words.unit))
