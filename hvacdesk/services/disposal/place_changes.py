"""Carrying out what was decided about places: values blacked out, and rows deleted with the batch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hvacdesk.domain.disposal.place_decisions import PlaceDecision, PlaceRef
from hvacdesk.domain.disposal.remnants import Marks, RemnantPlace
from hvacdesk.store.disposal import notes
from hvacdesk.store.disposal import place_decisions as decisions
from hvacdesk.store.disposal.going import Going
from hvacdesk.store.disposal.identities import FINDINGS
from hvacdesk.store.disposal.place_rows import PlaceRows, by_table, with_owners
from hvacdesk.store.engine import Session

if TYPE_CHECKING:
    from hvacdesk.store.models import DisposalBatch, DisposalPlace

_Decided = Mapping[PlaceRef, "DisposalPlace"]

_TAKEN_OWNERS = -(10**12)
"""From here on down are the owners under which values of other rows to delete are counted."""


@dataclass(frozen=True)
class CarriedOut:
    """What came of the decisions when the batch was carried out.

    Attributes:
        cleaned: how many rows had values blacked out.
        taken: how many rows are deleted.
        calls: by primary key the record ids of the call notes among them.
    """

    cleaned: int = 0
    taken: int = 0
    calls: Mapping[int, str] = field(default_factory=dict)


def carry_out(
    session: Session, row: DisposalBatch, goes: Going, marks: Mapping[int, Marks]
) -> tuple[Going, CarriedOut]:
    """Black out what was decided so, and list the rows to delete too, within the deletion's transaction.

    A row that changed since the decision about it stays as it is and counts as undecided.

    Returns:
        What is to be deleted, with these rows; the caller deletes it.
    """
    decided = decisions.decided(session, row)
    rows = rows_of(session, marks, decided)
    standing = _standing(decided, rows, goes)
    chosen = [ref for ref, one in standing.items() if one.decision == PlaceDecision.CLEAN]
    # Search lines first: each is also rewritten with its customer's record.
    chosen.sort(key=lambda ref: ref.table != FINDINGS.name)
    clean = [ref for ref in chosen if rows.clean(ref)]
    void = [
        one
        for ref, one in decided.items()
        if ref not in standing or (one.decision == PlaceDecision.CLEAN and ref not in clean)
    ]
    decisions.drop(session, void)
    take = _taken(standing)
    calls = {ref.key: rows.record(ref) for ref in take if ref.table == notes.NOTES.name}
    goes = goes.with_rows(session, with_owners(take, call_owner))
    session.flush()
    return goes, CarriedOut(len(clean), len(take), calls)


def with_taken(session: Session, row: DisposalBatch, goes: Going) -> Going:
    """What is to be deleted, with the rows that :func:`carry_out` would list too. Nothing is changed."""
    decided = decisions.decided(session, row)
    if not _taken(decided):
        return goes
    taken = _taken(_standing(decided, rows_of(session, goes.marks(session), decided), goes))
    return goes.with_rows(session, with_owners(taken, call_owner))


def _standing(decided: _Decided, rows: PlaceRows, goes: Going) -> _Decided:
    """What can be carried out as it was decided."""
    gone = goes.found.keys
    return {
        ref: one
        for ref, one in decided.items()
        if still_applies(one, ref, rows)
        and ref.key not in gone.get(ref.table, ())
        and (
            one.decision == PlaceDecision.KEEP
            or one.place == RemnantPlace.NOBODY
            or ref.table == FINDINGS.name
            or rows.concerns(ref)
        )
    }


def _taken(decided: _Decided) -> list[PlaceRef]:
    return [ref for ref, one in decided.items() if one.decision == PlaceDecision.TAKE]


def note_kept(session: Session, row: DisposalBatch) -> None:
    """Note the rows to keep as they are after the deletion, which may have removed a reference from them."""
    kept = {
        ref: one
        for ref, one in decisions.decided(session, row).items()
        if ref.table and one.decision == PlaceDecision.KEEP
    }
    rows = rows_of(session, {}, kept)
    decisions.note_contents(
        session, [(one, rows.content(ref) if ref in rows else "") for ref, one in kept.items()]
    )


def call_owner(key: int) -> int:
    """The owner under which the values of a call note that is deleted too are counted."""
    return _TAKEN_OWNERS - key


def still_applies(known: DisposalPlace | None, ref: PlaceRef, rows: PlaceRows, strange: int = 0) -> bool:
    """Whether a decision is about what is there now, and may be carried out on it.

    Args:
        strange: how many rows there are where strange ones are decided about all at once, if that is known.
    """
    if known is None:
        return False
    if not ref.table:
        return strange <= decisions.strange_rows(known.content)
    if not rows.is_as(ref, known.content):
        return False
    return known.decision == PlaceDecision.KEEP or known.decision in rows.may(ref, known.place)


def rows_of(session: Session, marks: Mapping[int, Marks], refs: Iterable[PlaceRef]) -> PlaceRows:
    """The rows as they are, against the marks of those who go."""
    return PlaceRows(session, tuple(marks.values()), marks, by_table(refs))
