"""The disposed list: whom the office destroyed, so that a restored backup destroys them again.

It holds the disposal ledger's codes and random record ids, never a value of anybody destroyed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hvacdesk.domain.disposal.disposal import BatchState


@dataclass(frozen=True)
class DestroyedBatch:
    """A disposal batch that destroyed somebody; fields as in the ledger's tables.

    ``on_request``: the customer had asked for it.
    """

    batch: str
    number: str
    month: str
    state: str
    proposed_by: str
    proposed_at: str
    approved_by: str
    approved_at: str
    alone: bool
    destroyed_at: str
    on_request: bool = False


@dataclass(frozen=True)
class DestroyedCustomer:
    """One line of the disposal ledger; ``record`` is the customer's random record id, never used again.

    ``keeps`` names the fields that stayed where the customer was reduced, empty for one who was destroyed.
    """

    record: str
    customer_number: str
    batch: str
    categories: str
    rule: str
    law: str
    method: str
    result: str
    destroyed_at: str
    certificate: str
    keeps: str = ""
    keeps_until: str = ""

    @property
    def line(self) -> tuple[str, str]:
        """What tells it from every other line: a customer is destroyed once, and may be reduced before."""
        return self.record, self.keeps


@dataclass(frozen=True)
class DisposedList:
    """Everybody whom an office destroyed, in the ledger's order."""

    batches: tuple[DestroyedBatch, ...] = ()
    customers: tuple[DestroyedCustomer, ...] = ()

    def lines(self) -> frozenset[tuple[str, str]]:
        """What is on it: record ids, with what was kept."""
        return frozenset(customer.line for customer in self.customers)


@dataclass(frozen=True)
class ListsAtHand:
    """What is known of the lists that a restore can use.

    Attributes:
        lists: how many whole ones there are; ``damaged``: how many more were found but cannot be used.
        until: stamp of the last disposal that any of them knows, or empty; ``certificate`` is its number.
        own: whether one is the office's own, which every disposal of this computer wrote on.
        begun: whether a disposal was begun on this computer, and may have destroyed somebody who is on none.
    """

    lists: int = 0
    damaged: int = 0
    until: str = ""
    certificate: str = ""
    own: bool = False
    begun: bool = False

    def may_be_older(self, taken_at: str) -> bool:
        """Whether disposals after the backup of that moment may be on none of them."""
        return self.begun or bool(self.damaged) or not (self.own or self.until > taken_at)


def at_hand(listed: DisposedList, *, lists: int, damaged: int, own: bool, begun: bool) -> ListsAtHand:
    """What is known of lists that were merged to one.

    Args:
        begun: a disposal was begun on this computer that has no certificate yet.
    """
    last = max(listed.customers, key=lambda line: line.destroyed_at, default=None)
    until, certificate = ("", "") if last is None else (last.destroyed_at, last.certificate)
    on_list = any(batch.state == BatchState.DESTROYING for batch in listed.batches)
    return ListsAtHand(lists, damaged, until, certificate, own, begun and not on_list)


def merged(lists: Iterable[DisposedList]) -> DisposedList:
    """Everybody who is on any of the lists, the longest list first; a line that has its result wins.

    A list only grows, so the longest usually holds all others. After the restore of an old backup with an old
    list there are two that grew apart; who was destroyed by either of them stays destroyed.
    """
    batches: dict[str, DestroyedBatch] = {}
    customers: dict[tuple[str, str], DestroyedCustomer] = {}
    for one in sorted(lists, key=lambda one: len(one.customers), reverse=True):
        for batch in one.batches:
            if batch.batch not in batches or batches[batch.batch].state == BatchState.DESTROYING:
                batches[batch.batch] = batch
        for customer in one.customers:
            if customer.line not in customers or not customers[customer.line].certificate:
                customers[customer.line] = customer
    return DisposedList(tuple(batches.values()), tuple(customers.values()))
