"""The texts of a job, each described once; see :mod:`hvacdesk.domain.fields`.

One more text of a job is a member of ``JobField``, an attribute of ``JobRecord``, its column with its
migration, and one line in :data:`JOB_FIELDS`: with that it is stored and shown. What prints it is said in
``resources/docs/engineers.md``. Who has a part in it, when it is and what is done are facts beside them;
what is written of a single piece of work belongs to that.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from operator import attrgetter

from hvacdesk.domain import masking
from hvacdesk.domain.fields import DescribedField, FieldSet, TextKind, Use, filled
from hvacdesk.domain.jobs.jobs import JobField, JobReader, JobRecord
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.text.traces import Trace
from hvacdesk.domain.text.wording import Phrase, phrase

_READ_BY_WHO_ARRANGES = frozenset({JobReader.ANYBODY, JobReader.JOBS, JobReader.VISIT})


@dataclass(frozen=True)
class JobDescription(DescribedField[JobField, JobRecord]):
    """One text of a job.

    Attributes:
        whole_for: who reads it in full. No window shows a job's hidden text one by one: so whoever arranges
            jobs has to be among its readers.
    """

    whole_for: JobReader = JobReader.ANYBODY

    def __post_init__(self) -> None:
        if self.whole_for not in _READ_BY_WHO_ARRANGES:
            raise ValueError(f"{self.key}: nobody who arranges jobs could read what is for {self.whole_for}")


_FIRMS = "It names a firm, and no person of the customer's."
_NOT_FOR_OTHERS = {Use.EXPORTED: "It is for the work at hand, and no other program asks for it."}
_EACH = {
    Use.FOUND: "Customers are found by the number of a job, not by what is written in it.",
    Use.SHOWN: "A job's page has lines of its own, beside facts that belong together.",
    Use.MERGED: "A merged customer has the jobs of both, each as it was.",
}
_OF_FIRMS = dict.fromkeys((Use.BLACKED_OUT, Use.BARRED), _FIRMS)
_PROSE = "It is prose, which nobody writes a second time word for word."


def _absent(_record: JobRecord, _may: bool) -> tuple[Masked, ...]:
    return (Masked(""),)


def _text(
    key: JobField,
    label: Phrase,
    kind: TextKind,
    whole_for: JobReader,
    otherwise: dict[Use, str],
    masked: Callable[[JobRecord, bool], tuple[Masked, ...]] = _absent,
    disclosed: Phrase | None = None,
) -> JobDescription:
    text: Callable[[JobRecord], str] = attrgetter(key.value)
    return JobDescription(
        key,
        label,
        columns=(key.value,),
        full=lambda record: filled(text(record)),
        masked=masked,
        told_as=None,
        printed=None,
        trace=lambda _record: Trace(),
        kind=kind,
        disclosed=disclosed,
        whole_for=whole_for,
        otherwise={**_EACH, **otherwise},
    )


_FIELDS = (
    _text(JobField.PARTNER_FIRM, phrase("Jobs", "Partner firm"), TextKind.LINE, JobReader.ANYBODY, _OF_FIRMS),
    _text(
        JobField.CLIENT_CONTRACTOR,
        phrase("Jobs", "Client contractor"),
        TextKind.LINE,
        JobReader.ANYBODY,
        _OF_FIRMS,
    ),
    _text(
        JobField.CLIENT_SLIP,
        phrase("Jobs", "Its slip number"),
        TextKind.CODE,
        JobReader.JOBS,
        dict.fromkeys((Use.BLACKED_OUT, Use.BARRED), "It is a number among others, and tells of nobody.")
        | _NOT_FOR_OTHERS,
        disclosed=phrase("Disclosure", "Client's slip number"),
    ),
    _text(
        JobField.NOTE,
        phrase("Jobs", "Note"),
        TextKind.PROSE,
        JobReader.VISIT,
        dict.fromkeys((Use.BLACKED_OUT, Use.BARRED), _PROSE) | _NOT_FOR_OTHERS,
        masked=lambda record, may: (masking.withheld(record.note, revealable=may),),
        disclosed=phrase("Disclosure", "Note"),
    ),
)

JOB_FIELDS = FieldSet(*_FIELDS)
"""Every text, in the order of ``JobField``."""


def texts_seen(record: JobRecord, readers: Collection[JobReader]) -> dict[JobField, Masked]:
    """What somebody gets of each text, by the kinds of readers that they are."""
    return {
        one.key: Masked.shown("".join(one.full(record)))
        if one.whole_for in readers
        else one.masked(record, False)[0]
        for one in _FIELDS
    }
