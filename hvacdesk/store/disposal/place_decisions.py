"""What was decided about places that hold something of those who go, as it is stored with the batch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from sqlalchemy import and_, delete, select, update
from sqlalchemy.orm import Session

from hvacdesk.domain.clock import stamp
from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.disposal.place_decisions import (
    KeepReason,
    KeptPlaces,
    PlaceDecision,
    PlaceRef,
    PlaceToDecide,
)
from hvacdesk.domain.disposal.remnants import Remnant, RemnantPlace
from hvacdesk.store.base import Base
from hvacdesk.store.models import DisposalBatch, DisposalPlace

_WAITING = (BatchState.DRAFT.value, BatchState.PROPOSED.value, BatchState.APPROVED.value)


def ref_of(found: Remnant) -> PlaceRef:
    """The row, as decisions name it: strange tables and columns are decided about all at once."""
    if found.place is RemnantPlace.UNKNOWN or found.table not in Base.metadata.tables:
        return PlaceRef("", 0)
    return PlaceRef(found.table, found.key)


def decided(session: Session, batch: DisposalBatch) -> dict[PlaceRef, DisposalPlace]:
    """Every decision of a batch."""
    rows = session.scalars(
        select(DisposalPlace).where(DisposalPlace.batch_id == batch.id).order_by(DisposalPlace.id)
    )
    return {PlaceRef(row.of_table, row.row_key): row for row in rows}


def save(
    session: Session,
    batch: DisposalBatch,
    places: Iterable[PlaceToDecide],
    decision: PlaceDecision,
    reason: KeepReason | None,
    by: str,
    at: datetime,
) -> None:
    """Decide alike about some places, in place of what was decided about them before."""
    known = decided(session, batch)
    for place in places:
        row = known.get(place.ref) or DisposalPlace(
            batch_id=batch.id, of_table=place.ref.table, row_key=place.ref.key
        )
        session.add(row)
        row.place, row.decision, row.reason = place.place, decision, reason
        row.decided_by, row.decided_at, row.content = by, stamp(at), place.content
    session.flush()


def drop(session: Session, rows: Iterable[DisposalPlace]) -> None:
    """Delete decisions that cannot be carried out: the places count as not decided about."""
    keys = [row.id for row in rows]
    session.execute(delete(DisposalPlace).where(DisposalPlace.id.in_(keys)))


def note_contents(session: Session, rows: Iterable[tuple[DisposalPlace, str]]) -> None:
    """Note what recognises the rows that were decided about, as they are now."""
    for row, content in rows:
        row.content = content
    session.flush()


def clear_contents(session: Session) -> None:
    """Delete the hashes by which rows are recognised, except those of batches that still wait.

    Of a batch that is being carried out, the hashes of rows to keep stay: they tell these from later rows.
    """
    waiting = select(DisposalBatch.id).where(DisposalBatch.state.in_(_WAITING))
    running = select(DisposalBatch.id).where(DisposalBatch.state == BatchState.DESTROYING)
    still_told = and_(DisposalPlace.batch_id.in_(running), DisposalPlace.decision == PlaceDecision.KEEP)
    session.execute(
        update(DisposalPlace)
        .where(DisposalPlace.batch_id.not_in(waiting), ~still_told, DisposalPlace.content != "")
        .values(content="")
    )


def strange_content(rows: int) -> str:
    """What recognises strange rows, which are decided about all at once: how many there were."""
    return str(rows)


def strange_rows(content: str) -> int:
    """How many strange rows were decided about."""
    return int(content) if content.isdecimal() else 0


def kept(
    found: Iterable[Remnant],
    decisions: Mapping[PlaceRef, DisposalPlace],
    unchanged: Callable[[PlaceRef, str], bool],
) -> tuple[KeptPlaces, ...]:
    """Those of what was found that were kept on purpose, in the order of places and reasons.

    Args:
        unchanged: whether a row is what it was when its content was noted.
    """
    counts: Counter[tuple[RemnantPlace, KeepReason | None]] = Counter()
    strange = 0
    for one in found:
        ref = ref_of(one)
        row = decisions.get(ref)
        if row is None or row.decision != PlaceDecision.KEEP or row.place != one.place:
            continue
        strange += not ref.table
        if unchanged(ref, row.content) if ref.table else strange <= strange_rows(row.content):
            counts[one.place, row.reason] += 1
    return tuple(
        KeptPlaces(place.value, reason.value, counts[place, reason])
        for place in RemnantPlace
        for reason in KeepReason
        if counts[place, reason]
    )
