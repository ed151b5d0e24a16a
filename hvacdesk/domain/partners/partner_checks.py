"""The yearly check of a partner firm: what is asked, the answers, and when it is asked again.

The questions follow the three things that the guideline asks of a business that entrusts personal data:
choosing the firm, the contract, and knowing how the data is handled there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hvacdesk.domain.errors import InvalidInput, Missing
from hvacdesk.domain.periods import ONE_DAY, period_end
from hvacdesk.domain.text.input_checks import clean_text, known_day
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Phrase, phrase

CHECK_SOURCE = "個人情報保護法 第25条、ガイドライン（通則編）3-4-4 委託先の監督"
CHECK_AS_OF = "2026-11"
REMARKS_LIMIT = 1000


class CheckPart(StrEnum):
    """The three duties of a business that entrusts data."""

    SELECTION = "selection"
    CONTRACT = "contract"
    SUPERVISION = "supervision"


CHECK_PART_NAMES: dict[CheckPart, Phrase] = {
    CheckPart.SELECTION: phrase("Partner checks", "Choosing the firm"),
    CheckPart.CONTRACT: phrase("Partner checks", "Contract"),
    CheckPart.SUPERVISION: phrase("Partner checks", "Handling of the data"),
}


@dataclass(frozen=True)
class CheckItem:
    """One question. ``source`` is the place of the guideline or the law that it comes from."""

    code: str
    part: CheckPart
    text: Phrase
    source: str


CHECK_ITEMS: tuple[CheckItem, ...] = (
    CheckItem(
        "responsible",
        CheckPart.SELECTION,
        phrase("Partner checks", "The firm has named a person responsible for personal data."),
        "通則編 3-4-4(1)・10-3",
    ),
    CheckItem(
        "locked",
        CheckPart.SELECTION,
        phrase("Partner checks", "Papers are locked away and devices have a passphrase, also in the vans."),
        "通則編 3-4-4(1)・10-5",
    ),
    CheckItem(
        "no_leak",
        CheckPart.SELECTION,
        phrase("Partner checks", "No leak or misuse has become known since the last check."),
        "通則編 3-4-4(1)",
    ),
    CheckItem(
        "contract",
        CheckPart.CONTRACT,
        phrase("Partner checks", "A contract on the handling of personal data is in force."),
        "通則編 3-4-4(2)",
    ),
    CheckItem(
        "purpose",
        CheckPart.CONTRACT,
        phrase("Partner checks", "It binds the firm to confidentiality and to the use for the job alone."),
        "通則編 3-4-4(2)",
    ),
    CheckItem(
        "reentrustment",
        CheckPart.CONTRACT,
        phrase("Partner checks", "It says whether the work may be passed on, and on which conditions."),
        "通則編 3-4-4(2)・(3)",
    ),
    CheckItem(
        "return",
        CheckPart.CONTRACT,
        phrase("Partner checks", "It asks for return or destruction after the job, with a confirmation."),
        "通則編 3-4-4(2)",
    ),
    CheckItem(
        "leak_report",
        CheckPart.CONTRACT,
        phrase("Partner checks", "It asks the firm to tell us of a leak at once."),
        "個人情報保護法 第26条第1項ただし書、通則編 3-5-3",
    ),
    CheckItem(
        "returned",
        CheckPart.SUPERVISION,
        phrase("Partner checks", "By the hand-over ledger everything came back or was destroyed in time."),
        "通則編 3-4-4(3)",
    ),
    CheckItem(
        "looked",
        CheckPart.SUPERVISION,
        phrase("Partner checks", "The handling was looked at on the spot, or a report of it was read."),
        "通則編 3-4-4(3)",
    ),
    CheckItem(
        "told",
        CheckPart.SUPERVISION,
        phrase("Partner checks", "The firm's workers have been told our rules for papers on site."),
        "通則編 3-4-4(3)・10-4",
    ),
    CheckItem(
        "others_known",
        CheckPart.SUPERVISION,
        phrase("Partner checks", "Firms that the work was passed on to are known, and were checked as well."),
        "通則編 3-4-4(3)",
    ),
)


class CheckAnswer(StrEnum):
    """What was found."""

    YES = "yes"
    NO = "no"
    DOES_NOT_APPLY = "does_not_apply"


ANSWER_NAMES: dict[CheckAnswer, Phrase] = {
    CheckAnswer.YES: phrase("Partner checks", "Yes"),
    CheckAnswer.NO: phrase("Partner checks", "No"),
    CheckAnswer.DOES_NOT_APPLY: phrase("Partner checks", "Does not apply"),
}


class CheckResult(StrEnum):
    """What follows from the answers. A firm that is stopped gets no data until a later check."""

    GOOD = "good"
    TO_IMPROVE = "to_improve"
    STOP = "stop"


CHECK_RESULT_NAMES: dict[CheckResult, Phrase] = {
    CheckResult.GOOD: phrase("Partner checks", "In order"),
    CheckResult.TO_IMPROVE: phrase("Partner checks", "To be mended"),
    CheckResult.STOP: phrase("Partner checks", "Stop handing over data"),
}

MONTHS_UNTIL_NEXT: dict[CheckResult, int] = {
    CheckResult.GOOD: 12,
    CheckResult.TO_IMPROVE: 3,
    CheckResult.STOP: 1,
}
"""From one check to the next. The guideline says "regularly" and names no period: office rule (2026-11)."""


@dataclass(frozen=True)
class FirmCheck:
    """One check.

    Attributes:
        on, next_on: ISO dates.
        answers: by the items' codes; a check asks every item.
        remarks: what was found and what is to be mended, by whom.
    """

    on: str
    answers: Mapping[str, CheckAnswer]
    result: CheckResult
    next_on: str
    remarks: str = ""


@dataclass(frozen=True)
class CheckRow:
    """A check as it was written down."""

    record: str
    check: FirmCheck
    firm: str
    checked_by: str = ""


def suggested_result(answers: Mapping[str, CheckAnswer]) -> CheckResult:
    """In order only where nothing was answered with no."""
    return CheckResult.TO_IMPROVE if CheckAnswer.NO in answers.values() else CheckResult.GOOD


def next_day(on: date, result: CheckResult) -> date:
    """The day by which the firm is checked again, unless the office decides on an earlier one."""
    return period_end(on, 0, MONTHS_UNTIL_NEXT[result]) + ONE_DAY


def checked(check: FirmCheck, today: str) -> FirmCheck:
    """The check as it is stored.

    Raises:
        InvalidInput: a day to come, an item without an answer, "in order" in spite of a no, a mending that
            nobody described, or a next check that is not within the period.
    """
    day = known_day("on", check.on, latest=date.fromisoformat(today))
    if set(check.answers) != {item.code for item in CHECK_ITEMS}:
        raise InvalidInput("answers")
    if check.result is CheckResult.GOOD and CheckAnswer.NO in check.answers.values():
        raise InvalidInput("result")
    remarks = clean_text("remarks", check.remarks, limit=REMARKS_LIMIT)
    check_free_text("remarks", remarks)
    if check.result is not CheckResult.GOOD and not remarks:
        raise Missing("remarks")
    next_on = known_day("next_on", check.next_on, day + ONE_DAY, next_day(day, check.result))
    return FirmCheck(day.isoformat(), dict(check.answers), check.result, next_on.isoformat(), remarks)
