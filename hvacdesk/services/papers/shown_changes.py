"""What the log says was changed of what papers show, since they were registered to be printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from hvacdesk.domain.billing.estimates import numbers_called
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import PaperKind
from hvacdesk.domain.papers.shown import Outdated, Since
from hvacdesk.domain.papers.shown_parts import ADDRESSED, PARTS, Parts
from hvacdesk.store.billing import estimates as estimate_store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.papers import shown as store

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, Job

_EDITS = (
    *(Action.CUSTOMER_CHANGED, Action.CONTACT_CHANGED, Action.SITE_CHANGED, Action.UNIT_CHANGED),
    *(Action.JOB_CHANGED, Action.EDIT_UNDONE),
)
_MONEY = (Action.PAYMENT_BOOKED, Action.PAYMENT_ALLOTTED, Action.PAYMENT_TAKEN_BACK)
_NOTED = frozenset().union(*(parts.noted for parts in PARTS.values()))
_MERGES = (Action.CUSTOMERS_MERGED, Action.MERGE_UNDONE)

_Watched = Mapping[str, tuple[frozenset[str], Outdated]]
"""By the log's subject the fields that a paper shows, and what is said where one of them was changed."""


class ChangesOfPapers:
    """Reads the log once for all papers that are shown or listed together; mostly nothing was changed.

    Args:
        papers: those that are there.
    """

    def __init__(self, session: Session, papers: Sequence[store.Registered]) -> None:
        self._session = session
        self._from = store.entries_of(session, [one for one in papers if one.kind in PARTS])
        first = min(self._from.values(), default=None)
        acts = (*_EDITS, *_MONEY, *_NOTED)
        self._entries = () if first is None else store.entries_after(session, first, acts)
        jobs = {one.job.id for one in papers if one.job is not None} if self._entries else set[int]()
        self._met = store.met(session, jobs) if jobs else {}
        self._units = store.units(session, jobs) if jobs else {}
        self._payments = store.payments_of(session, jobs) if jobs else {}

    def entry(self, one: store.Registered) -> int:
        """The number of the log's entry with which a paper was registered."""
        if one.named not in self._from:
            self._from[one.named] = store.entry_of(self._session, one)
        return self._from[one.named]

    def of(self, one: store.Registered) -> Iterator[Outdated]:
        """What was changed of what a paper shows."""
        parts, since = PARTS.get(one.kind), self._from.get(one.named, 0)
        entries = [entry for entry in self._entries if entry.number > since]
        if parts is None or not entries:
            return
        watched = self._watched(one, parts)
        for entry in entries:
            fields, found = watched.get(entry.subject, (frozenset(), None))
            if found is not None and entry.action in _EDITS and self._shows(entry, fields, parts, one.job):
                yield found
        yield from self._noted(one, parts, entries)
        yield from self._paid(one, entries)

    def _watched(self, one: store.Registered, parts: Parts) -> _Watched:
        watched = {
            f"customer:{row.record_id}": (parts.customer, Outdated(Since.CUSTOMER_CHANGED, row.number))
            for row in self._named(one)
        }
        if one.job is None:
            return watched
        number = one.job.number
        at_site = Outdated(Since.SITE_CHANGED, number)
        watched[f"job:{one.job.record_id}"] = parts.job, Outdated(Since.JOB_CHANGED, number)
        if parts.site:
            watched[f"site:{one.job.site.record_id}"] = parts.site, at_site
        for unit in self._units.get(one.job.id, ()) if parts.units else ():
            watched[f"unit:{unit}"] = frozenset(), at_site
        return watched

    def _named(self, one: store.Registered) -> Iterator[Customer]:
        """Whose name stands on a paper: a copy for those who go there names whom they meet."""
        yield one.customer
        if one.kind is PaperKind.WORK_ORDER and one.job is not None:
            resident = self._met.get(one.job.id)
            if resident is not None:
                yield resident

    def _shows(
        self, entry: store.LoggedChange, fields: frozenset[str], parts: Parts, job: Job | None
    ) -> bool:
        if entry.action == Action.CONTACT_CHANGED:
            contact = job_store.contact(self._session, job) if job is not None else None
            is_named = contact is not None and entry.details.get("contact") == contact.record_id
            return is_named and not parts.contact.isdisjoint(entry.fields)
        if entry.subject.startswith("unit:"):
            return bool(entry.fields)
        return not fields.isdisjoint(entry.fields)

    def _noted(
        self, one: store.Registered, parts: Parts, entries: Sequence[store.LoggedChange]
    ) -> Iterator[Outdated]:
        if one.job is None or not parts.noted:
            return
        subjects = {f"job:{one.job.record_id}": Outdated(Since.JOB_CHANGED, one.job.number)}
        called = numbers_called(one.label)
        for row in estimate_store.of_job(self._session, one.job) if called else ():
            if row.number in called:
                subjects[f"estimate:{row.record_id}"] = Outdated(Since.ANSWERED, row.number)
        for entry in entries:
            if entry.action in parts.noted and entry.subject in subjects:
                yield subjects[entry.subject]

    def _paid(self, one: store.Registered, entries: Sequence[store.LoggedChange]) -> Iterator[Outdated]:
        moved = {entry.payment for entry in entries if entry.action in _MONEY}
        if one.collects and one.job is not None and moved & self._payments.get(one.job.id, set()):
            yield Outdated(Since.OTHER_AMOUNT, one.job.number)


def of_firm(session: Session, firm: str, shown: frozenset[str], after: int) -> Iterator[Outdated]:
    """What was changed of what pages show of a registered firm, by record id, since they were drawn.

    Args:
        after: as for :func:`of_customers`.
    """
    changes = store.entries_after(session, after, (Action.FIRM_CHANGED,))
    if any(entry.subject == f"firm:{firm}" and not shown.isdisjoint(entry.fields) for entry in changes):
        yield Outdated(Since.FIRM_CHANGED)


def of_customers(session: Session, customers: Sequence[Customer], after: int) -> Iterator[Outdated]:
    """What became of customers whom pages of no register name, since they were drawn.

    Args:
        after: the number of the log's last entry by then.
    """
    by_subject = {f"customer:{one.record_id}": one for one in customers if one.merged_into_id is None}
    told_apart = {one.record_id: 0 for one in by_subject.values()}
    for entry in store.entries_after(session, after, (*_MERGES, Action.CUSTOMER_CHANGED, Action.EDIT_UNDONE)):
        row = by_subject.get(entry.subject)
        if entry.action in _MERGES:
            undone = entry.action == Action.MERGE_UNDONE
            kept, merged = entry.subject.partition(":")[2], str(entry.details.get("merged", ""))
            for record in told_apart.keys() & {kept, merged}:
                told_apart[record] += 1 if undone else -1
        elif row is not None and not ADDRESSED.isdisjoint(entry.fields):
            yield Outdated(Since.CUSTOMER_CHANGED, row.number)
    for row in by_subject.values():
        if told_apart[row.record_id] > 0:
            yield Outdated(Since.SEPARATED, row.number)
        elif told_apart[row.record_id] < 0:
            yield Outdated(Since.JOINED, row.number)
