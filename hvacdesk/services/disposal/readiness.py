"""Whether the chosen customers may be destroyed at this moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hvacdesk.domain.disposal.disposal import Decision
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.retention.retention import Reason, Standing
from hvacdesk.services.retention.retention import judged
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.disposal import disposal as store
from hvacdesk.store.disposal.standstills import Standstill, standstills
from hvacdesk.store.engine import Session

if TYPE_CHECKING:
    from hvacdesk.store.models import DisposalItem

ALLOWED_BY = {Decision.DESTROY: Standing.DUE, Decision.REDUCE: Standing.REDUCIBLE}
"""The standing that a decision needs."""


@dataclass(frozen=True)
class DisposableCustomer:
    """A chosen customer for whom what was decided may be done.

    Attributes:
        key: the customer's primary key.
        reason: the duty that ended last; for a reduction the one that runs longest.
        keeps: the fields that stay; none where the customer is destroyed.
    """

    item: DisposalItem
    key: int
    reason: Reason
    standstill: Standstill
    keeps: frozenset[RecordField]

    @property
    def reduced(self) -> bool:
        """Whether something stays."""
        return self.item.decision == Decision.REDUCE


def ready(
    workplace: Workplace, session: Session, items: Sequence[DisposalItem]
) -> tuple[tuple[DisposableCustomer, ...], tuple[DisposalItem, ...]]:
    """Those who may go at this moment, and those who drop out; a kept paper holds its customer back."""
    due, unfit = sift(workplace, session, items)
    fit = tuple(one for one in due if one.reduced or not one.standstill.to_shred)
    going = {one.key for one in fit}
    return fit, (*unfit, *(one.item for one in due if one.key not in going))


def sift(
    workplace: Workplace, session: Session, items: Sequence[DisposalItem]
) -> tuple[tuple[DisposableCustomer, ...], tuple[DisposalItem, ...]]:
    """Judge the chosen customers again: those who may go, and those of whom that is no longer true.

    Kept papers do not make a customer unfit here; proposing and destroying ask for them separately.
    """
    keys = store.keys_of(session, [item.customer for item in items])
    verdicts = {one.customer.id: one.verdict for one in judged(workplace, session, set(keys.values()))}
    standing = standstills(session, keys.values())
    fit, unfit = [], []
    for item in items:
        key = keys.get(item.customer)
        verdict = verdicts.get(key) if key is not None else None
        wanted = ALLOWED_BY[item.decision]
        if key is None or verdict is None or verdict.standing is not wanted or standing[key].blockers:
            unfit.append(item)
        else:
            fit.append(DisposableCustomer(item, key, verdict.reasons[0], standing[key], verdict.held_back))
    return tuple(fit), tuple(unfit)
