"""Finding out what is to be destroyed with the customers and call notes of a batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from hvacdesk.services.disposal.readiness import DisposableCustomer
from hvacdesk.store.disposal import erasure, notes
from hvacdesk.store.disposal import reduction as reducing
from hvacdesk.store.disposal.going import Going
from hvacdesk.store.engine import Session

if TYPE_CHECKING:
    from hvacdesk.store.models import DisposalItem


def going(session: Session, fit: Sequence[DisposableCustomer], calls: Mapping[int, DisposalItem]) -> Going:
    """What is to be destroyed with these customers and call notes."""
    whole = [one.key for one in fit if not one.reduced]
    found = erasure.belongings(session, whole, notes.rows(calls))
    reduction = reducing.planned(session, {one.key: one.keeps for one in fit if one.reduced})
    return Going(found, reduction, erasure.values(session, found).joined(reducing.values(session, reduction)))
