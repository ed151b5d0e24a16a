"""When personal data may and must go: the retention rules and the judgement over one customer.

The start of a period comes from the office's facts and recorded events, never from completion plus years.
Where a needed event is missing the answer is *undecidable, kept* and never *due*. Rules are data (a TOML
file with law, period, start event, source and date), several may bind one customer, and the latest end wins.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hvacdesk.domain.jobs import EventKind
from hvacdesk.domain.wording import Phrase


class Standing(StrEnum):
    """The answer for a customer on a day."""

    DUE = "due"
    KEPT = "kept"
    ON_HOLD = "on_hold"
    UNDECIDABLE = "undecidable"


class Start(StrEnum):
    """What a rule's clock starts from.

    ``RETURN_DEADLINE``: the day after the deadline of the tax return for the fiscal year that holds the
    event: two months after the year's end for a company (法人税法74条), 15 March of the next year for a
    sole proprietor (所得税法120条). ``EVENT``: the event itself.
    """

    EVENT = "event"
    RETURN_DEADLINE = "return_deadline"


@dataclass(frozen=True)
class RetentionRule:
    """One duty or office rule.

    Attributes:
        code: stable name, as recorded in the ledger.
        event: the event the clock starts from. ``CONTACT`` means the last contact with the customer.
        years, months: the period. It begins on the day after the event (民法140条), or after the deadline.
        legal_forms: the office's legal forms that the rule binds; empty for all.
        for_ordered_work: binds jobs that were ordered or invoiced; otherwise it binds jobs that were not, and
            customers without any job.
        source, as_of: where the rule was read, and when (ISO date or month).
    """

    code: str
    title: Phrase
    law: str
    event: EventKind
    start: Start
    years: int
    months: int
    legal_forms: frozenset[str]
    for_ordered_work: bool
    source: str
    as_of: str
    version: int = 1


@dataclass(frozen=True)
class Reason:
    """Why one rule says what it says.

    Attributes:
        keep_until: the last day of the period, or None when it cannot be told.
        missing: the event that is not recorded, when it cannot be told.
        job_number: the job that the reason is about, or empty.
        in_progress: the event is missing because the work is not done yet, which nobody has to mend.
    """

    rule: str
    title: Phrase
    law: str
    started_on: date | None
    keep_until: date | None
    missing: EventKind | None = None
    job_number: str = ""
    in_progress: bool = False


@dataclass(frozen=True)
class Verdict:
    """The answer with every reason, latest end first."""

    standing: Standing
    keep_until: date | None
    reasons: tuple[Reason, ...]
