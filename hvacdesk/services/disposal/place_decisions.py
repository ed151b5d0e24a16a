"""Places outside their records that hold something of those who go: decided about before the approval."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.disposal.place_decisions import (
    DecisionsChanged,
    KeepReason,
    PlaceChanged,
    PlaceDecision,
    PlaceRef,
    PlacesUndecided,
    PlaceTexts,
    PlaceToDecide,
    as_shown,
)
from hvacdesk.domain.disposal.remnants import Remnant, RemnantPlace, ValueKind
from hvacdesk.domain.errors import InvalidInput, NotPermitted
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.disposal.errors import WrongState
from hvacdesk.services.disposal.going import going
from hvacdesk.services.disposal.permission import PART
from hvacdesk.services.disposal.place_changes import rows_of, still_applies
from hvacdesk.services.disposal.readiness import sift
from hvacdesk.services.permissions import body_decides, needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers
from hvacdesk.store.disposal import disposal as store
from hvacdesk.store.disposal import notes, remnants
from hvacdesk.store.disposal import place_decisions as decisions
from hvacdesk.store.disposal.going import Going
from hvacdesk.store.disposal.place_decisions import ref_of
from hvacdesk.store.disposal.place_rows import PlaceRows
from hvacdesk.store.engine import Session, large_cache
from hvacdesk.store.office import office
from hvacdesk.store.oversight import tied

if TYPE_CHECKING:
    from hvacdesk.store.models import DisposalBatch, DisposalPlace

_DECIDABLE = frozenset({BatchState.DRAFT, BatchState.PROPOSED})

_NEEDED: dict[RemnantPlace, Permission] = {
    RemnantPlace.CUSTOMERS: Permission.REVEAL_CONTACT,
    RemnantPlace.SEARCH: Permission.REVEAL_CONTACT,
    RemnantPlace.CALL_NOTES: Permission.KEEP_CALLS,
    RemnantPlace.JOBS: Permission.REVEAL_CONTACT,
    RemnantPlace.PAPERS: Permission.REVEAL_CONTACT,
    RemnantPlace.REQUESTS: Permission.KEEP_REQUESTS,
    RemnantPlace.DRAFTS: Permission.APPROVE_DISPOSAL,
    RemnantPlace.INCIDENTS: Permission.HANDLE_INCIDENTS,
    RemnantPlace.LOG: Permission.READ_AUDIT,
    RemnantPlace.LOG_NOTES: Permission.READ_AUDIT,
    RemnantPlace.DISPOSALS: Permission.READ_LEDGER,
    RemnantPlace.PARTNERS: Permission.KEEP_PARTNERS,
    RemnantPlace.RULES: Permission.RECORD_VIOLATIONS,
    RemnantPlace.OFFICE: Permission.MANAGE_OFFICE,
    RemnantPlace.SETTINGS: Permission.MANAGE_OFFICE,
    RemnantPlace.NOBODY: Permission.APPROVE_DISPOSAL,
    RemnantPlace.UNKNOWN: Permission.APPROVE_DISPOSAL,
}
"""Who may see a place's text, and change it or have it deleted. All who take part may keep any place."""


_ONLY_KEPT = frozenset({PlaceDecision.KEEP})


class _Look(NamedTuple):
    """What a search before the approval found, each row once."""

    found: Mapping[PlaceRef, Sequence[Remnant]]
    rows: PlaceRows


class Places:
    """The places of an open office's batches."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._shown: dict[str, dict[PlaceRef, PlaceToDecide]] = {}

    @needs(*PART)
    def look(self, actor: Actor, batch: str) -> tuple[PlaceToDecide, ...]:
        """Every place that there is now, with what was decided about it; reads all of the file.

        Raises:
            WrongState: the batch was approved already, or sent back.
        """
        with self._workplace.reading() as session, large_cache(session):
            row = _decidable(session, batch)
            found = self._look(session, row)
            places = [*self._to_decide(session, actor, row, found)]
        places.sort(key=lambda one: (list(RemnantPlace).index(one.place), one.ref))
        self._shown[batch] = {one.ref: one for one in places}
        return tuple(places)

    @needs(*PART)
    @body_decides("who may not see what stands in a place can only keep it")
    def decide(
        self,
        actor: Actor,
        batch: str,
        refs: Sequence[PlaceRef],
        decision: PlaceDecision,
        reason: KeepReason | None = None,
    ) -> tuple[PlaceToDecide, ...]:
        """Decide alike about some of the places that :meth:`look` gave; returns them as they are now.

        Raises:
            InvalidInput: a place is kept without a reason, or anything else is done with one.
            PlaceChanged: this cannot be done there.
            NotPermitted: the actor may not see what is there, so may not change it.
            WrongState: the batch was approved already, or sent back.
        """
        if (decision is PlaceDecision.KEEP) != (reason is not None):
            raise InvalidInput("reason")
        shown = self._shown.get(batch, {})
        places = [shown[ref] for ref in refs if ref in shown]
        for one in places if decision is not PlaceDecision.KEEP else ():
            actor.require(_NEEDED[one.place])
        if len(places) != len(refs) or any(decision not in one.may for one in places):
            raise PlaceChanged
        with self._workplace.transaction() as session:
            row = _decidable(session, batch)
            decisions.save(session, row, places, decision, reason, actor.account, self._workplace.now())
            self._workplace.record(
                session,
                actor,
                Action.PLACES_DECIDED,
                f"batch:{row.record_id}",
                ties=[tied.places_of(row.record_id)],
                place_decision=decision.value,
                keep_reason=reason.value if reason else "",
                places=len(places),
            )
        new = tuple(replace(one, decision=decision, reason=reason) for one in places)
        shown.update({one.ref: one for one in new})
        return new

    @needs(*PART)
    @body_decides("the places that the actor may see")
    def text(self, actor: Actor, batch: str, ref: PlaceRef, reason: RevealReason) -> PlaceTexts:
        """The text of a place, in full, and what blacking out would leave of it.

        It is logged like every hidden value that is shown.

        Raises:
            NotPermitted: the actor may not see it.
            PlaceChanged: it is not there any more.
        """
        place = self._shown.get(batch, {}).get(ref)
        if place is None:
            raise PlaceChanged
        if not place.readable:
            raise NotPermitted(permission=_NEEDED[place.place].value)
        with self._workplace.transaction() as session:
            row = _decidable(session, batch)
            rows = self._look_at(session, row, [ref])
            if ref not in rows:
                raise PlaceChanged
            owners = rows.owners(ref)
            owner = customers.known(session, min(owners)) if owners else None
            self._workplace.record(
                session,
                actor,
                Action.REVEALED,
                f"customer:{owner.record_id}" if owner else f"batch:{row.record_id}",
                fields=[CustomerField.NOTE.value],
                reason=reason.value,
            )
            return PlaceTexts(rows.texts(ref), rows.left(ref))

    def require_decided(self, batch: str, seen: Sequence[PlaceToDecide]) -> None:
        """Let only those decisions be approved that were shown.

        Args:
            seen: the places as the approver saw them, with their decisions.

        Raises:
            PlacesUndecided: there is a place about which nothing was decided.
            DecisionsChanged: something else was decided since.
        """
        with self._workplace.reading() as session, large_cache(session):
            row = store.get_batch(session, batch)
            found = self._look(session, row)
            decided = decisions.decided(session, row)
            left = sum(
                not still_applies(decided.get(ref), ref, found.rows, len(of_it))
                for ref, of_it in found.found.items()
            )
            if left:
                raise PlacesUndecided(left)
            not_shown(session, row, seen)
            if not found.found.keys() <= as_shown(seen).keys():
                raise DecisionsChanged

    def _going(self, session: Session, row: DisposalBatch) -> Going:
        fit, _ = sift(self._workplace, session, store.chosen(session, row))
        records = [item.customer for item in notes.chosen(session, row)]
        items = {item.customer: item for item in notes.chosen(session, row)}
        known = {note.record_id: note.id for note in notes.finished(session)} if records else {}
        calls = {known[record]: items[record] for record in records if record in known}
        return going(session, fit, calls)

    def _look(self, session: Session, row: DisposalBatch) -> _Look:
        goes = self._going(session, row)
        marks = goes.marks(session)
        found: dict[PlaceRef, list[Remnant]] = defaultdict(list)
        for one in remnants.find(session, goes.sought(marks), goes.hold_nothing(session), marks):
            found[ref_of(one)].append(one)
        return _Look(found, rows_of(session, marks, found))

    def _look_at(self, session: Session, row: DisposalBatch, refs: Iterable[PlaceRef]) -> PlaceRows:
        return rows_of(session, self._going(session, row).marks(session), refs)

    def _to_decide(
        self, session: Session, actor: Actor, row: DisposalBatch, look: _Look
    ) -> Iterable[PlaceToDecide]:
        decided = decisions.decided(session, row)
        authors = _authors(session, look.found)
        for ref, found in look.found.items():
            place = found[0].place
            sees = actor.may(_NEEDED[place])
            kinds = frozenset().union(*(one.kinds for one in found))
            known = decided.get(ref)
            valid = known if still_applies(known, ref, look.rows, len(found)) else None
            content = valid.content if valid else _content(ref, found, look.rows)
            yield PlaceToDecide(
                ref,
                place,
                tuple(kind for kind in ValueKind if kind in kinds),
                customer=look.rows.customer(ref),
                combined=any(one.combined for one in found),
                rows=len(found),
                may=look.rows.may(ref, place) if ref in look.rows and sees else _ONLY_KEPT,
                readable=ref in look.rows and (authors[ref] == actor.account if ref in authors else sees),
                content=content,
                decision=valid.decision if valid else None,
                reason=valid.reason if valid else None,
            )


def _decidable(session: Session, batch: str) -> DisposalBatch:
    row = store.get_batch(session, batch)
    if row.state not in _DECIDABLE:
        raise WrongState
    return row


def _content(ref: PlaceRef, found: Sequence[Remnant], rows: PlaceRows) -> str:
    """What a place that is decided about is recognised by."""
    if not ref.table:
        return decisions.strange_content(len(found))
    return rows.content(ref) if ref in rows else ""


def not_shown(
    session: Session, row: DisposalBatch, seen: Sequence[PlaceToDecide]
) -> tuple[DisposalPlace, ...]:
    """Decisions about what was no place any more when the places were shown.

    Raises:
        DecisionsChanged: of a place that was shown something else was decided since.
    """
    shown, now = as_shown(seen), decisions.decided(session, row)
    for ref, said in shown.items():
        if said != ((now[ref].decision, now[ref].reason) if ref in now else (None, None)):
            raise DecisionsChanged
    return tuple(one for ref, one in now.items() if ref not in shown)


def _authors(session: Session, refs: Iterable[PlaceRef]) -> dict[PlaceRef, str]:
    """Who types the half-typed forms, which nobody else may read."""
    drafts = [ref for ref in refs if ref.table == office.DRAFTS]
    authors = office.draft_authors(session, [ref.key for ref in drafts])
    return {ref: authors.get(ref.key, "") for ref in drafts}
