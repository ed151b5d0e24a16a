"""Destroying an approved batch: delete, renew the keys, prove and back up, end the former copies, certify.

The rows, the ledger's entries with their result still pending, and the batch's state change in one
transaction. Everything after it can be repeated: a batch that was interrupted says so and is finished by
calling again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, NamedTuple

from hvacdesk.documents.fonts import load_fonts
from hvacdesk.domain.audit import Action
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.disposal import BatchState, Decision, DisposalResult, DryRun
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.papers import PaperState
from hvacdesk.domain.retention import Reason
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.wording import Phrase, phrase
from hvacdesk.services.audit import AuditLog
from hvacdesk.services.backups import Backups, NewBackups
from hvacdesk.services.disposal import approval, certifying, notes, proving
from hvacdesk.services.disposal.clock_check import require_sound_clock
from hvacdesk.services.disposal.errors import (
    ApproverGone,
    DisposalStopped,
    DisposalUnfinished,
    NoBackupTaken,
    NothingChosen,
    WaitingDay,
    WrongCount,
    WrongState,
)
from hvacdesk.services.disposal.exceptions import LOST_COPY, copies_left, named
from hvacdesk.services.disposal.permission import require_keys, require_part
from hvacdesk.services.disposal.proving import Proof
from hvacdesk.services.disposal.standing import Fit, ready
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import audit_log, disposal_ledger, erasure, merging, note_disposal, office
from hvacdesk.store import disposal as store
from hvacdesk.store import reduction as reducing
from hvacdesk.store.disposal_ledger import LedgerValues
from hvacdesk.store.engine import Session, large_cache
from hvacdesk.store.models import DisposalBatch, DisposalItem
from hvacdesk.store.standstills import papers_to_shred
from hvacdesk.vault import milestones, pending_proof
from hvacdesk.vault.backup_errors import BackupNeeded
from hvacdesk.vault.proof import Needle

CHECKING = phrase("Disposal", "Judging every customer of the batch again")
DELETING = phrase("Disposal", "Deleting the records")
RENEWING = phrase(
    "Disposal", "Writing the file anew under new keys, searching every page and taking new backups"
)
ENDING = phrase("Disposal", "Removing the former copies")
CERTIFYING = phrase("Disposal", "Writing ledger and certificate")
STEPS = 5

_WAITING = frozenset({BatchState.DRAFT, BatchState.PROPOSED, BatchState.APPROVED})

Progress = Callable[[Phrase, int, int], None]


@dataclass(frozen=True)
class _Deleted:
    """What the deletion leaves for the proof and the certificate. The numbers are in the log as well.

    Attributes:
        epoch: the epoch whose file the rows were deleted from.
        needles: the destroyed values; None where they are lost.
        going: by table the keys of the deleted rows; empty after an interruption.
        customers, reduced: record ids of those who were destroyed, and of those who were reduced.
        call_notes: how many call notes without a customer went.
    """

    epoch: int
    needles: tuple[Needle, ...] | None
    going: Mapping[str, Collection[int]]
    customers: tuple[str, ...]
    reduced: tuple[str, ...]
    dropped: tuple[str, ...]
    records: int
    shredded: int
    lost: int
    call_notes: int = 0


class Destruction:
    """Carries out batches of an open office.

    Args:
        forget: called when customers are gone, to forget what is kept of them in memory.
    """

    def __init__(self, workplace: Workplace, backups: Backups, forget: Callable[[], None]) -> None:
        self._workplace = workplace
        self._backups = backups
        self._forget = forget
        self._audit = AuditLog(workplace)

    def destroy(
        self,
        actor: Actor,
        batch: str,
        typed_count: int,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> DisposalResult:
        """Carry out an approved batch, or finish one that was interrupted.

        Whoever is no longer due, is on hold again or has something open drops out; the result names them.

        Args:
            typed_count: how many customers the person typed that there are; call notes, where none is.
            progress: told the step, its number and how many there are.
            cancelled: asked until the deletion is committed; afterwards there is no way back.

        Raises:
            ResponsibleNeeded, BackupNeeded: the session cannot change the keys, or no backup can follow.
            WrongState, WrongCount, WaitingDay, ApproverGone, NothingChosen, ClockSetBack, ClockJumped,
                DisposalStopped: nothing was deleted.
            DisposalUnfinished: the customers are deleted, and the batch stays interrupted.
        """
        require_part(actor)
        require_keys(self._workplace.vault)
        with self._workplace.store.sole_writer():
            deleted = self._interrupted(batch)
            if deleted is None:
                progress(CHECKING, 0, STEPS)
                deleted = self._delete(actor, batch, typed_count, progress, cancelled)
            milestones.reached("disposal.deleted")
            with _unfinished():
                self._resume(batch, deleted)
                result = self._finish(actor, batch, deleted, progress)
            self._tidy_up()
        progress(CERTIFYING, STEPS, STEPS)
        return result

    def dry_run(self, actor: Actor, batch: str) -> DryRun:
        """What carrying a batch out now would do. Nothing is changed.

        Raises:
            WrongState: the batch was carried out already, or is being carried out.
        """
        require_part(actor)
        with self._workplace.reading() as session:
            row = store.get_batch(session, batch)
            if row.state not in _WAITING:
                raise WrongState
            fit, dropped = ready(self._workplace, session, store.chosen(session, row))
            calls = note_disposal.fit(session, note_disposal.chosen(session, row))
            going = _going(session, fit, calls)
            return DryRun(
                customers=sum(not one.reduced for one in fit),
                reduced=sum(one.reduced for one in fit),
                call_notes=len(calls),
                records=going.found.count + going.reduction.rows.count,
                values=sum(counts.total() for counts in going.values.counts.values()),
                dropped=tuple(item.customer_number for item in dropped),
            )

    def _finish(self, actor: Actor, batch: str, deleted: _Deleted, progress: Progress) -> DisposalResult:
        """Everything after the deletion, each step of which can be repeated."""
        self._forget()
        progress(RENEWING, 2, STEPS)
        with ThreadPoolExecutor(1, "beside") as other:
            other.submit(load_fonts)  # of the certificate, while the database writes and nobody computes
            renewed = proving.renew(self._workplace, deleted.epoch, deleted.going, deleted.needles)
            # What follows only reads the file, so it is done while the backups are taken.
            with self._workplace.reading():
                checked = renewed.early.facts if renewed.early else None
                taking = other.submit(self._backups.take, checked=checked)
                proof = proving.prove_gone(
                    self._workplace, deleted.needles, renewed, deleted.customers, batch
                )
                self._backups.write_disposed_list()
        self._note_keys(actor)
        milestones.reached("disposal.proved")
        progress(ENDING, 3, STEPS)
        new = taking.result()
        if proof.sound:
            self._end_former_copies(actor, new)
        else:  # it must not become the only file
            self._backups.take_back(new)
        proof = proof.with_exceptions([LOST_COPY] if deleted.lost else [])
        proof = proof.with_exceptions(copies_left(self._workplace, self._backups))
        progress(CERTIFYING, 4, STEPS)
        return self._certify(actor, batch, deleted, proof)

    def _note_keys(self, actor: Actor) -> None:
        """Log that the keys were changed, unless the log says so already."""
        with self._workplace.reading() as session:
            noted = office.noted_epoch(session)
        if self._workplace.vault.epoch > noted:
            self._workplace.note_keys(actor)

    def _end_former_copies(self, actor: Actor, new: NewBackups) -> None:
        """Let the former backups, file and secret go, now that the new epoch is backed up.

        Raises:
            BackupNeeded, NoBackupTaken: no folder took a backup, so the former epoch's file stays.
            KeyringLocked, KeyringMissing, FolderReadOnly: the former epoch's secret or file stays.
        """
        self._backups.finish(actor, new)
        if not new.taken:
            raise NoBackupTaken(new.failures[0].what) if new.failures else BackupNeeded
        milestones.reached("disposal.backed_up")
        if self._workplace.vault.former_epochs:
            self._workplace.vault.discard_former_epochs()
        milestones.reached("disposal.discarded")

    def _tidy_up(self) -> None:
        """What follows the certificate; whatever fails of it is made up for by the next backup and close."""
        milestones.reached("disposal.certified")
        with suppress(UserFacingError):
            pending_proof.drop(self._workplace.vault)
        with suppress(UserFacingError):
            self._backups.write_disposed_list()
        with suppress(UserFacingError):
            self._audit.write_anchor()
        milestones.reached("disposal.done")

    def _delete(
        self, actor: Actor, batch: str, typed: int, progress: Progress, cancelled: Callable[[], bool]
    ) -> _Deleted:
        with self._workplace.transaction() as session, large_cache(session):
            row = self._approved(session, batch, typed)
            self._backups.require_reachable()
            erasure.require_secure_delete(session)
            fit, dropped = self._sift(session, row)
            calls = note_disposal.fit(session, note_disposal.chosen(session, row))
            if not (fit or calls):
                raise NothingChosen
            progress(DELETING, 1, STEPS)
            deleted = self._delete_rows(session, actor, row, fit, dropped, calls)
            if cancelled():
                raise DisposalStopped
            # Last before the commit: once the rows are gone the proof can be made at any time.
            row.needle_key = pending_proof.new_key()
            pending_proof.keep(self._workplace.vault, row.record_id, row.needle_key, deleted.needles or ())
            milestones.reached("disposal.kept")
        return deleted

    def _approved(self, session: Session, batch: str, typed: int) -> DisposalBatch:
        row = store.get_batch(session, batch)
        if row.state != BatchState.APPROVED:
            raise WrongState
        require_sound_clock(self._workplace, session)
        if row.approved_by not in {member.account for member in approval.eligible(self._workplace)}:
            raise ApproverGone
        first_day = approval.first_day(session, row)
        if self._workplace.today() < first_day:
            raise WaitingDay(first_day.isoformat())
        if typed != (len(store.chosen(session, row)) or len(note_disposal.chosen(session, row))):
            raise WrongCount
        return row

    def _sift(self, session: Session, row: DisposalBatch) -> tuple[tuple[Fit, ...], tuple[DisposalItem, ...]]:
        """Those who go, and those who drop out; a copy kept since the proposal holds its customer back."""
        fit, dropped = ready(self._workplace, session, store.chosen(session, row))
        for item in dropped:
            item.decision = Decision.KEEP.value
        return fit, dropped

    def _delete_rows(
        self,
        session: Session,
        actor: Actor,
        row: DisposalBatch,
        fit: Sequence[Fit],
        dropped: Sequence[DisposalItem],
        calls: Mapping[int, DisposalItem],
    ) -> _Deleted:
        whole = [one for one in fit if not one.reduced]
        found, reduction, values = _going(session, fit, calls)
        papers = papers_to_shred(session, [one.key for one in whole])
        row.state = BatchState.DESTROYING.value
        row.destroyed_at = stamp(self._workplace.now())
        row.epoch = self._workplace.vault.epoch
        duplicates = merging.duplicates(session, [one.key for one in fit])
        lines: list[LedgerValues] = []
        for one in fit:
            one.item.rule = one.reason.rule
            counts = {category.value: count for category, count in sorted(values.counts[one.key].items())}
            lines.append(_ledger_row(row, one, counts))
            lines += (_ledger_row(row, one, {}, *duplicate) for duplicate in duplicates.get(one.key, ()))
        disposal_ledger.add_rows(session, lines)
        disposal_ledger.add_rows(session, tuple(notes.ledger_rows(session, row, calls, values.counts)))
        deleted = _Deleted(
            epoch=row.epoch,
            needles=tuple(map(Needle, values.stored)),
            going=found.joined(reduction.rows).keys,
            customers=tuple(one.item.customer for one in whole),
            reduced=tuple(one.item.customer for one in fit if one.reduced),
            dropped=tuple(item.customer_number for item in dropped),
            records=found.count + reduction.rows.count,
            shredded=sum(one.paper.state == PaperState.SHREDDED for one in papers),
            lost=sum(one.standstill.lost for one in whole),
            call_notes=len(calls),
        )
        self._log_deletion(session, actor, row, deleted)
        store.end_requests(session, row, deleted.customers)
        erasure.clear_statistics(session)
        erasure.delete_rows(session, found)
        reducing.carry_out(session, reduction, self._workplace.today().isoformat())
        return deleted

    def _log_deletion(self, session: Session, actor: Actor, row: DisposalBatch, facts: _Deleted) -> None:
        self._workplace.record(
            session,
            actor,
            Action.DISPOSAL_STARTED,
            f"batch:{row.record_id}",
            customers=len(facts.customers),
            reduced=len(facts.reduced),
            dropped=list(facts.dropped),
            records=facts.records,
            shredded=facts.shredded,
            lost=facts.lost,
            call_notes=facts.call_notes,
            waiting_days=approval.waiting_days(session),
        )

    def _interrupted(self, batch: str) -> _Deleted | None:
        """What an interrupted destruction left; all rows that are there now count as living."""
        with self._workplace.reading() as session:
            row = store.get_batch(session, batch)
            if row.state != BatchState.DESTROYING:
                return None
            logged = _logged(session, row)
            return _Deleted(
                epoch=row.epoch or self._workplace.vault.epoch,
                needles=pending_proof.load(self._workplace.vault, row.record_id, row.needle_key),
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
            )

    def _resume(self, batch: str, deleted: _Deleted) -> None:
        """Let a batch that the first release left keep its values over the change of keys, as now."""
        with self._workplace.reading() as session:
            row = store.get_batch(session, batch)
            if row.needle_key or deleted.needles is None:
                return
        with self._workplace.transaction() as session:
            row = store.get_batch(session, batch)
            row.needle_key, row.epoch = pending_proof.new_key(), deleted.epoch
            key = row.needle_key
        pending_proof.keep(self._workplace.vault, batch, key, deleted.needles)

    def _certify(self, actor: Actor, batch: str, deleted: _Deleted, proof: Proof) -> DisposalResult:
        """Write the result down, whichever it is, and the certificate that states it."""
        counts = certifying.Counts(
            len(deleted.customers), deleted.records, deleted.shredded, deleted.call_notes
        )
        return DisposalResult(
            batch=batch,
            state=proof.state,
            certificate=certifying.certify(self._workplace, actor, batch, counts, proof),
            customers=counts.customers + len(deleted.reduced),
            pages=proof.pages,
            frames=proof.frames,
            exceptions=named(proof.exceptions),
            dropped=deleted.dropped,
            call_notes=deleted.call_notes,
        )


class _Going(NamedTuple):
    """What would go: rows, what is taken from the reduced, and the personal values of both."""

    found: erasure.Belongings
    reduction: reducing.Reduction
    values: erasure.Values


def _going(session: Session, fit: Sequence[Fit], calls: Mapping[int, DisposalItem]) -> _Going:
    whole = [one.key for one in fit if not one.reduced]
    found = erasure.belongings(session, whole, note_disposal.rows(calls))
    reduction = reducing.planned(session, {one.key: one.keeps for one in fit if one.reduced})
    return _Going(
        found, reduction, erasure.values(session, found).joined(reducing.values(session, reduction))
    )


@contextmanager
def _unfinished() -> Iterator[None]:
    """After the deletion nothing may say that nothing was changed."""
    try:
        yield
    except UserFacingError as error:
        raise DisposalUnfinished(error) from error


def _logged(session: Session, row: DisposalBatch) -> dict[str, Any]:
    """The numbers that :meth:`Destruction._log_deletion` wrote."""
    subject = f"batch:{row.record_id}"
    return audit_log.entries(session, limit=1, subject=subject, action=Action.DISPOSAL_STARTED)[0].details


def _ledger_row(
    row: DisposalBatch, one: Fit, counts: dict[str, int], record: str = "", number: str = ""
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


def _until(reason: Reason) -> str:
    return reason.keep_until.isoformat() if reason.keep_until else ""
