"""Call notes without a customer in a disposal: they are a group of their own, each a line of the ledger.

Such a note is an item of the batch like a customer, and a line of the ledger, told apart by having no
customer number. So the disposed list names it too, and a restored backup destroys it again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Table, delete, func, select
from sqlalchemy.orm import Session

from hvacdesk.domain.disposal.disposal import Decision
from hvacdesk.store.base import Base
from hvacdesk.store.chunks import chunks
from hvacdesk.store.models import CallNote, DisposalBatch, DisposalItem

NOTES: Table = Base.metadata.tables[CallNote.__tablename__]
NO_NUMBER = ""
"""Written in place of a customer number, in batches and in the ledger."""


def finished(session: Session) -> Sequence[CallNote]:
    """Closed notes of callers who never became customers."""
    query = select(CallNote).where(CallNote.customer_id.is_(None), CallNote.done_at != "")
    return session.scalars(query.order_by(CallNote.id)).all()


def waiting(session: Session) -> int:
    """How many notes without a customer are open, and stay whatever their age."""
    query = select(func.count()).where(CallNote.customer_id.is_(None), CallNote.done_at == "")
    return session.scalar(query) or 0


def choose(session: Session, batch: DisposalBatch, notes: Iterable[CallNote], rule: str) -> None:
    """Put exactly these notes on the batch."""
    session.execute(
        delete(DisposalItem).where(
            DisposalItem.batch_id == batch.id, DisposalItem.customer_number == NO_NUMBER
        )
    )
    session.add_all(
        DisposalItem(
            batch_id=batch.id,
            customer=note.record_id,
            customer_number=NO_NUMBER,
            decision=Decision.DESTROY,
            rule=rule,
        )
        for note in notes
    )
    session.flush()


def chosen(session: Session, batch: DisposalBatch) -> tuple[DisposalItem, ...]:
    """The notes that are destroyed with the batch."""
    query = select(DisposalItem).where(
        DisposalItem.batch_id == batch.id,
        DisposalItem.customer_number == NO_NUMBER,
        DisposalItem.decision == Decision.DESTROY,
    )
    return tuple(session.scalars(query.order_by(DisposalItem.id)))


def fit(session: Session, items: Sequence[DisposalItem]) -> dict[int, DisposalItem]:
    """Those that are still closed and nobody's, by their primary key; the others drop out of the batch."""
    known = {note.record_id: note.id for note in finished(session)}
    for item in items:
        if item.customer not in known:
            item.decision = Decision.KEEP
    return {known[item.customer]: item for item in items if item.customer in known}


def keys_of(session: Session, records: Sequence[str]) -> tuple[int, ...]:
    """Primary keys of those of the notes that are in the table and nobody's."""
    found: list[int] = []
    for chunk in chunks(records):
        query = select(CallNote.id).where(CallNote.record_id.in_(chunk), CallNote.customer_id.is_(None))
        found += session.scalars(query)
    return tuple(found)


def rows(keys: Collection[int]) -> Mapping[Table, Mapping[int, int]]:
    """Rows as :func:`~hvacdesk.store.disposal.erasure.belongings` takes them: each note its own owner."""
    return {NOTES: {key: owner(key) for key in keys}} if keys else {}


def owner(key: int) -> int:
    """The owner under which the values of a note are counted: no customer has a negative key."""
    return -key


def is_note(owner: int) -> bool:
    """Whether values are counted under a note, and not under a customer."""
    return owner < 0
