"""A customer's own page: what is held, why, until when, who saw it, and what they were told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hvacdesk.domain.partners.client_data import ClientJob
from hvacdesk.domain.requests.consents import ConsentEvent, ConsentKind
from hvacdesk.domain.requests.purposes_notice import NoticeGiven
from hvacdesk.domain.requests.requests import RequestRow
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.retention.retention import Reason
from hvacdesk.domain.text.wording import Phrase


@dataclass(frozen=True)
class HeldKind:
    """One kind of personal content and how many values of it are stored."""

    field: RecordField
    values: int


@dataclass(frozen=True)
class KeptUntil:
    """Until when a customer's data is kept, and by which rules.

    Attributes:
        kept: a sentence and what fills it in.
        reasons: the rules that say so, the one that binds longest first.
        disposable_from: the first day on which everything may be disposed of; None where that cannot be told
            yet, or somebody put it off.
    """

    kept: tuple[Phrase, Mapping[str, object]]
    reasons: tuple[Reason, ...]
    disposable_from: date | None

    def longest(self, job_number: str = "") -> Reason | None:
        """The reason that binds longest: of one job, where a number is given, else of everything."""
        return next((one for one in self.reasons if job_number in {"", one.job_number}), None)


def known_beside(reason: Reason, reasons: Sequence[Reason]) -> Reason | None:
    """Where a reason's end cannot be told, the longest that is counted already; else None.

    That is of what was issued and paid, else of anything recorded.
    """
    if reason.missing is None:
        return None
    counted = [one for one in reasons if one.keep_until is not None]
    return next((one for one in counted if one.of_documents), next(iter(counted), None))


@dataclass(frozen=True)
class Openness:
    """The page. It holds no value of the customer, so it shows nothing that a mask hides.

    Attributes:
        suspended_on: ISO date since which the record is locked, or empty.
        kept: why and until when the data is kept, a sentence and what fills it in.
        reasons: the rules that say so, the one that binds longest first.
        disposable_from: as in :class:`KeptUntil`.
        given_back: what is agreed with client contractors about the data of the customer's jobs, as far as it
            has not gone back.
        looks: how many entries of the log tell of the customer; ``last_look``: the latest one's stamp.
        papers: how many papers about the customer are registered.
        consents: everything the customer said, the latest first.
    """

    customer: str
    suspended_on: str
    kept: tuple[Phrase, Mapping[str, object]]
    reasons: tuple[Reason, ...]
    disposable_from: date | None
    held: tuple[HeldKind, ...]
    looks: int
    last_look: str
    papers: int
    notices: tuple[NoticeGiven, ...] = ()
    consents: tuple[ConsentEvent, ...] = ()
    requests: tuple[RequestRow, ...] = ()
    given_back: tuple[ClientJob, ...] = ()

    def consent(self, kind: ConsentKind) -> ConsentEvent | None:
        """What the customer said last about one kind; None where they were never asked."""
        return next((event for event in self.consents if event.kind is kind), None)
