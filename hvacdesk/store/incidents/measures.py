"""The measures of prevention that were decided after an incident."""

from __future__ import annotations

from collections.abc import Mapping

from hvacdesk.domain.errors import ChangedMeanwhile, RecordGone
from hvacdesk.domain.incidents.incidents import Measure
from hvacdesk.store.models import Incident, IncidentMeasure


def of_incident(row: Incident, names: Mapping[str, str]) -> tuple[Measure, ...]:
    """The measures of prevention, in the order in which they were decided."""
    return tuple(
        Measure(one.record_id, one.text, one.owner, one.due, names.get(one.owner, ""), one.done_on)
        for one in row.measures
    )


def get(row: Incident, measure: str) -> Measure:
    """What was decided of one measure. Raises :class:`RecordGone`."""
    found = _row(row, measure)
    return Measure(measure, found.text, found.owner, found.due)


def put(row: Incident, measure: Measure) -> None:
    """Add a measure, or write another text, owner or day of one."""
    if measure.measure:
        found = _row(row, measure.measure)
        found.text, found.owner, found.due = measure.text, measure.owner, measure.due
    else:
        row.measures.append(IncidentMeasure(text=measure.text, owner=measure.owner, due=measure.due))


def note_done(row: Incident, shown: Measure, by: str, on: str) -> str:
    """Note that a measure is done, and return its text; an empty day opens it again.

    Raises :class:`ChangedMeanwhile` where it is another than was ``shown`` by now, or done or not.
    """
    one = _row(row, shown.measure)
    if (one.text, one.owner, one.due, one.done_on) != (shown.text, shown.owner, shown.due, shown.done_on):
        raise ChangedMeanwhile
    one.done_on, one.done_by = on, by if on else ""
    return one.text


def _row(row: Incident, measure: str) -> IncidentMeasure:
    for one in row.measures:
        if one.record_id == measure:
            return one
    raise RecordGone
