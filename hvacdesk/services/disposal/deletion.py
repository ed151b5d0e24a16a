"""The deletion of an approved batch.

The rows, the ledger's entries with their result still pending, and the batch's state change in one
transaction, and only customers who may be destroyed at that moment are.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hvacdesk.domain.clock import stamp
from hvacdesk.domain.disposal.disposal import BatchState, Decision, DryRun
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import PaperState
from hvacdesk.domain.retention.retention import Reason
from hvacdesk.domain.roles import Actor
from hvacdesk.services.backups.backups import Backups
from hvacdesk.services.disposal import approval, certifying, notes, place_changes
from hvacdesk.services.disposal.clock_check import require_sound_clock
from hvacdesk.services.disposal.errors import (
    AnotherUnfinished,
    ApproverGone,
    DisposalStopped,
    NotAsLogged,
    NothingChosen,
    WaitingDay,
    WrongCount,
    WrongState,
)
from hvacdesk.services.disposal.going import going
from hvacdesk.services.disposal.place_changes import CarriedOut
from hvacdesk.services.disposal.readiness import DisposableCustomer, ready
from hvacdesk.services.oversight import log_check
from hvacdesk.services.permissions import step_of
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.base import Category
from hvacdesk.store.billing import imported
from hvacdesk.store.customers import merging
from hvacdesk.store.disposal import disposal as store
from hvacdesk.store.disposal import disposal_ledger, erasure, place_decisions
from hvacdesk.store.disposal import notes as note_disposal
from hvacdesk.store.disposal import reduction as reducing
from hvacdesk.store.disposal.disposal_ledger import LedgerValues
from hvacdesk.store.disposal.named_in_drafts import DRAFTS
from hvacdesk.store.disposal.standstills import papers_to_shred
from hvacdesk.store.engine import Session, large_cache
from hvacdesk.store.oversight import audit_log, tied
from hvacdesk.vault import milestones
from hvacdesk.vault.erasure import pending_proof
from hvacdesk.vault.erasure.pending_proof import KeptValues
from hvacdesk.vault.erasure.proof import Needle

if TYPE_CHECKING:
    from hvacdesk.store.models import DisposalBatch, DisposalItem

TAKEN_ALONG = "taken-along"
"""In the ledger in place of a rule's code: decided about because it named somebody who was destroyed."""

_WAITING = frozenset({BatchState.DRAFT, BatchState.PROPOSED, BatchState.APPROVED})


@dataclass(frozen=True)
class Deleted:
    """What the deletion leaves for the proof and the certificate. The numbers are in the log, too.

    Attributes:
        epoch: the epoch whose file the rows were deleted from.
        sought: the destroyed values and what identified the persons; None where they are lost.
        going: by table the keys of the deleted rows; empty after an interruption.
        customers, reduced: record ids of those who were destroyed, and of those who were reduced.
        call_notes: how many call notes without a customer were deleted.
        cleaned, taken: in how many other places values were blacked out, and how many others were deleted.
    """

    epoch: int
    sought: KeptValues | None
    going: Mapping[str, Collection[int]]
    customers: tuple[str, ...]
    reduced: tuple[str, ...]
    dropped: tuple[str, ...]
    records: int
    shredded: int
    lost: int
    call_notes: int = 0
    cleaned: int = 0
    taken: int = 0


class Deletion:
    """Deletes batches of an open office."""

    def __init__(self, workplace: Workplace, backups: Backups) -> None:
        self._workplace = workplace
        self._backups = backups

    def dry_run(self, batch: str) -> DryRun:
        """What carrying a batch out now would do. Nothing is changed.

        Raises:
            WrongState: the batch was carried out already, or is being carried out.
        """
        with self._workplace.reading() as session:
            row = store.get_batch(session, batch)
            if row.state not in _WAITING:
                raise WrongState
            fit, dropped = ready(self._workplace, session, store.chosen(session, row))
            calls = note_disposal.fit(session, note_disposal.chosen(session, row))
            goes = place_changes.with_taken(session, row, going(session, fit, calls))
            return DryRun(
                customers=sum(not one.reduced for one in fit),
                reduced=sum(one.reduced for one in fit),
                call_notes=len(calls),
                records=goes.found.count + goes.reduction.rows.count,
                values=sum(counts.total() for counts in goes.values.counts.values()),
                sought=len(goes.values.stored),
                dropped=tuple(item.customer_number for item in dropped),
                half_typed=len(goes.found.rows.get(DRAFTS, ())),
            )

    @step_of("Destruction.destroy")
    def carry_out(
        self,
        actor: Actor,
        batch: str,
        typed: int,
        judged: Callable[[], object],
        cancelled: Callable[[], bool],
    ) -> Deleted:
        """Delete the customers of the batch who may go; the others drop out.

        Args:
            typed: how many customers the person typed that there are; call notes, where none is.
            judged: called when it is known who goes.
            cancelled: asked last of all.

        Raises:
            BackupNeeded: no backup could follow.
            WrongState, AnotherUnfinished, WrongCount, WaitingDay, ApproverGone, NotAsLogged, NothingChosen,
                ClockSetBack, ClockJumped, DisposalStopped: nothing was deleted.
        """
        with self._workplace.transaction() as session, large_cache(session):
            row = self._approved(session, batch, typed)
            self._backups.require_reachable(actor)
            erasure.require_secure_delete(session)
            fit, dropped = self._sift(session, row)
            calls = note_disposal.fit(session, note_disposal.chosen(session, row))
            if not (fit or calls):
                raise NothingChosen
            judged()
            deleted = self._delete_rows(session, actor, row, fit, dropped, calls)
            if cancelled():
                raise DisposalStopped
            # Last before the commit: once the rows are gone the proof can be made at any time.
            store.note_needle_key(row, pending_proof.new_key())
            if deleted.sought is not None:
                pending_proof.keep(self._workplace.vault, row.record_id, row.needle_key, deleted.sought)
            milestones.reached("disposal.kept")
        return deleted

    def interrupted(self, batch: str) -> Deleted | None:
        """What an interrupted destruction left; all rows that are there now count as living."""
        with self._workplace.reading() as session:
            row = store.get_batch(session, batch)
            if row.state != BatchState.DESTROYING:
                return None
            logged = _logged(session, row)
            return Deleted(
                epoch=row.epoch or self._workplace.vault.epoch,
                sought=pending_proof.load(self._workplace.vault, row.record_id, row.needle_key),
                going={},
                customers=tuple(item.customer for item in store.to_destroy(session, row)),
                reduced=tuple(
                    item.customer for item in store.chosen(session, row) if item.decision == Decision.REDUCE
                ),
                dropped=tuple(logged["dropped"]),
                records=logged["records"],
                shredded=logged["shredded"],
                lost=logged["lost"],
                call_notes=logged.get("call_notes", 0),
                cleaned=logged.get("cleaned", 0),
                taken=logged.get("taken", 0),
            )

    def _approved(self, session: Session, batch: str, typed: int) -> DisposalBatch:
        row = store.get_batch(session, batch)
        if row.state != BatchState.APPROVED:
            raise WrongState
        if (interrupted := store.interrupted(session)) is not None:
            raise AnotherUnfinished(interrupted.number)
        require_sound_clock(self._workplace, session)
        if row.approved_by not in {member.account for member in approval.eligible(self._workplace)}:
            raise ApproverGone
        require_as_logged(self._workplace, session, row)
        first_day = approval.first_day(session, row)
        if self._workplace.today() < first_day:
            raise WaitingDay(first_day.isoformat())
        if typed != (len(store.chosen(session, row)) or len(note_disposal.chosen(session, row))):
            raise WrongCount
        return row

    def _sift(
        self, session: Session, row: DisposalBatch
    ) -> tuple[tuple[DisposableCustomer, ...], tuple[DisposalItem, ...]]:
        """Those who go, and those who drop out; a copy kept since the proposal holds its customer back."""
        fit, dropped = ready(self._workplace, session, store.chosen(session, row))
        store.drop_out(dropped)
        return fit, dropped

    def _delete_rows(
        self,
        session: Session,
        actor: Actor,
        row: DisposalBatch,
        fit: Sequence[DisposableCustomer],
        dropped: Sequence[DisposalItem],
        calls: Mapping[int, DisposalItem],
    ) -> Deleted:
        whole = [one for one in fit if not one.reduced]
        # Everything that ledger, log and proof need is read first: afterwards the rows are gone.
        goes = going(session, fit, calls)
        marks = goes.marks(session)
        (found, reduction, values), places = place_changes.carry_out(session, row, goes, marks)
        papers = papers_to_shred(session, [one.key for one in whole])
        store.begin(row, stamp(self._workplace.now()), self._workplace.vault.epoch)
        duplicates = merging.duplicates(session, [one.key for one in fit])
        lines: list[LedgerValues] = []
        for one in fit:
            store.note_rule(one.item, one.reason.rule)
            counts = {category.value: count for category, count in sorted(values.counts[one.key].items())}
            lines.append(_ledger_row(row, one, counts))
            lines += (_ledger_row(row, one, {}, *duplicate) for duplicate in duplicates.get(one.key, ()))
        disposal_ledger.add_rows(session, lines)
        today = self._workplace.today()
        disposal_ledger.add_rows(session, tuple(notes.ledger_rows(session, row, calls, values.counts, today)))
        disposal_ledger.add_rows(session, tuple(_taken_along(row, places, values.counts)))
        deleted = Deleted(
            epoch=row.epoch,
            sought=KeptValues(tuple(map(Needle, values.stored)), tuple(marks.values())),
            going=found.joined(reduction.rows).keys,
            customers=tuple(one.item.customer for one in whole),
            reduced=tuple(one.item.customer for one in fit if one.reduced),
            dropped=tuple(item.customer_number for item in dropped),
            records=found.count + reduction.rows.count,
            shredded=sum(one.paper.state == PaperState.SHREDDED for one in papers),
            lost=sum(one.standstill.lost for one in whole),
            call_notes=len(calls),
            cleaned=places.cleaned,
            taken=places.taken,
        )
        self._log_deletion(session, actor, row, deleted)
        store.end_requests(session, row, deleted.customers)
        erasure.clear_statistics(session)
        erasure.delete_rows(session, found)
        reducing.carry_out(session, reduction, self._workplace.today().isoformat())
        imported.forget_gone(session)
        place_changes.note_kept(session, row)
        place_decisions.clear_contents(session)
        return deleted

    def _log_deletion(self, session: Session, actor: Actor, row: DisposalBatch, facts: Deleted) -> None:
        self._workplace.record(
            session,
            actor,
            Action.DISPOSAL_STARTED,
            f"batch:{row.record_id}",
            ties=[tied.ledger_of(row.record_id), *tied.decided_of(row.record_id)],
            notes_gone=tied.entries_of(session, facts.going),
            customers=len(facts.customers),
            reduced=len(facts.reduced),
            dropped=list(facts.dropped),
            records=facts.records,
            shredded=facts.shredded,
            lost=facts.lost,
            call_notes=facts.call_notes,
            cleaned=facts.cleaned,
            taken=facts.taken,
            waiting_days=approval.waiting_days(session),
        )


def _logged(session: Session, row: DisposalBatch) -> dict[str, Any]:
    """The numbers that :meth:`Deletion._log_deletion` wrote; without them nothing was begun."""
    subject = f"batch:{row.record_id}"
    entries = audit_log.entries(session, limit=1, subject=subject, action=Action.DISPOSAL_STARTED)
    if not entries:
        raise NotAsLogged
    return entries[0].details


def _ledger_row(
    row: DisposalBatch, one: DisposableCustomer, counts: dict[str, int], record: str = "", number: str = ""
) -> LedgerValues:
    """A customer's line, or that of a duplicate merged into one: a backup may still hold it by itself."""
    return {
        "batch": row.record_id,
        "record": record or one.item.customer,
        "customer_number": number or one.item.customer_number,
        "categories": json.dumps(counts),
        "rule": one.reason.rule,
        "law": one.reason.law,
        "method": certifying.METHOD,
        "result": BatchState.DESTROYING.value,
        "destroyed_at": row.destroyed_at,
        "keeps": reducing.written(one.keeps) if one.reduced else "",
        "keeps_until": _until(one.reason) if one.reduced else "",
    }


def _taken_along(
    row: DisposalBatch, places: CarriedOut, counts: Mapping[int, Counter[Category]]
) -> Iterator[LedgerValues]:
    """A line for each call note that was deleted too, so that a restored backup destroys it again."""
    for key, record in places.calls.items():
        of_note = counts[place_changes.call_owner(key)]
        yield {
            "batch": row.record_id,
            "record": record,
            "customer_number": note_disposal.NO_NUMBER,
            "categories": json.dumps({category.value: count for category, count in sorted(of_note.items())}),
            "rule": TAKEN_ALONG,
            "law": "",
            "method": certifying.METHOD,
            "result": BatchState.DESTROYING.value,
            "destroyed_at": row.destroyed_at,
        }


def _until(reason: Reason) -> str:
    return reason.keep_until.isoformat() if reason.keep_until else ""


def require_as_logged(workplace: Workplace, session: Session, row: DisposalBatch) -> None:
    """Compare an approved batch with the entry of its approval, and with the log as a whole.

    The entry itself counts, not only the latest one about the same, and only one that never had to be
    answered for: a person who answers for a log that was tampered with says that they looked at it, but does
    not approve a disposal by that.

    Raises:
        NotAsLogged: there is no such entry, or what it says was changed since, in the log or in the batch.
    """
    subject = f"batch:{row.record_id}"
    entries = audit_log.entries(session, limit=1, subject=subject, action=Action.DISPOSAL_APPROVED)
    ties = tied.decided_of(row.record_id)
    if not entries or entries[0].actor != row.approved_by:
        raise NotAsLogged
    (entry,) = entries
    if entry.details.get(tied.TIED) != tied.digests(session, ties):
        raise NotAsLogged
    checked = log_check.whole(session, workplace.vault.log.keys)
    wrong = {(one.register, one.key) for one in checked.records.wrong}
    answered = entry.sequence in checked.answered
    if wrong.intersection(ties) or answered or any(one >= entry.sequence for one in checked.findings):
        raise NotAsLogged
