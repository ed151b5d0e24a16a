"""What a job is called on a paper for the customer: the whole work and its machines, not its kind alone."""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.domain.jobs.jobs import UnitPart, UnitRecord, WorkKind
from hvacdesk.domain.text.wording import Phrase, Words, phrase

WORK_SUBJECTS: dict[WorkKind, Phrase] = {
    WorkKind.INSTALL: phrase("Work subjects", "Installation of air conditioners"),
    WorkKind.REPLACE: phrase("Work subjects", "Replacement of air conditioners"),
    WorkKind.RELOCATE: phrase("Work subjects", "Relocation of air conditioners"),
    WorkKind.REMOVE: phrase("Work subjects", "Removal of air conditioners"),
    WorkKind.REPAIR: phrase("Work subjects", "Repair of air conditioners"),
    WorkKind.CLEAN: phrase("Work subjects", "Cleaning of air conditioners"),
    WorkKind.INSPECT: phrase("Work subjects", "Inspection of air conditioners"),
}
_WITH_UNITS = phrase("Work subjects", "{work} ({units})")
_AND_MORE = phrase("Work subjects", "{units} and {count} more")

_NAMED = 3
"""So many machines are named; the rest is counted."""

JobUnits = Sequence[tuple[UnitPart, UnitRecord]]
"""A job's units and what is done with each."""


def subject_units(units: JobUnits) -> tuple[UnitRecord, ...]:
    """The machines that the work is about: what stays or is put in, else what is removed; indoor ones first.

    An indoor unit and its outdoor one are one machine to the customer, and an old one that a new one
    replaces is none.
    """
    staying = [unit for part, unit in units if part is not UnitPart.REMOVE] or [unit for _, unit in units]
    return tuple([unit for unit in staying if not unit.outdoor] or staying)


def work_subject(kind: WorkKind, units: JobUnits, words: Words) -> str:
    """``エアコン交換工事（居間 ミライ空調 CD-25YY）``."""
    work, found = words(WORK_SUBJECTS[kind]), subject_units(units)
    texts = [text for text in map(_unit, found) if text]
    if not texts:
        return work
    named = "、".join(texts[:_NAMED])
    if len(found) > _NAMED:
        named = words(_AND_MORE).format(units=named, count=len(found) - _NAMED)
    return words(_WITH_UNITS).format(work=work, units=named)


def _unit(unit: UnitRecord) -> str:
    return " ".join(filter(None, (unit.place, unit.maker, unit.model)))
