"""Whether the chosen customers may be destroyed at this moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hvacdesk.domain.retention import Reason, Standing
from hvacdesk.services.retention import judged
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import disposal as store
from hvacdesk.store.engine import Session
from hvacdesk.store.models import DisposalItem
from hvacdesk.store.standstills import Standstill, standstills


@dataclass(frozen=True)
class Fit:
    """A chosen customer whom nothing keeps.

    Attributes:
        key: the customer's primary key.
        reason: the duty that ended last.
    """

    item: DisposalItem
    key: int
    reason: Reason
    standstill: Standstill


def sift(
    workplace: Workplace, session: Session, items: Sequence[DisposalItem]
) -> tuple[tuple[Fit, ...], tuple[DisposalItem, ...]]:
    """Judge the chosen customers anew: those who may go, and those who are not due, on hold, blocked or gone.

    Kept papers do not make a customer unfit here; proposing and destroying ask for them separately.
    """
    keys = store.keys_of(session, [item.customer for item in items])
    verdicts = {one.customer.id: one.verdict for one in judged(workplace, session, set(keys.values()))}
    standing = standstills(session, keys.values())
    fit, unfit = [], []
    for item in items:
        key = keys.get(item.customer)
        verdict = verdicts.get(key) if key is not None else None
        if key is None or verdict is None or verdict.standing is not Standing.DUE or standing[key].blockers:
            unfit.append(item)
        else:
            fit.append(Fit(item, key, verdict.reasons[0], standing[key]))
    return tuple(fit), tuple(unfit)
