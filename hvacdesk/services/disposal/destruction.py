"""Destroying an approved batch: delete, renew the keys, prove and back up, end the former copies, certify.

Everything after the deletion, which is one transaction, can be repeated: a batch that was interrupted says so
and is finished by calling again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial

from hvacdesk.domain.disposal.copies_ahead import CopyAhead
from hvacdesk.domain.disposal.disposal import DisposalResult, DryRun
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Phrase, phrase
from hvacdesk.services.backups.backups import Backups, NewBackups
from hvacdesk.services.disposal import certifying, copies_ahead, filed_certificates, proving
from hvacdesk.services.disposal.deletion import Deleted, Deletion
from hvacdesk.services.disposal.errors import DisposalUnfinished, NoBackupTaken
from hvacdesk.services.disposal.exceptions import LOST_COPY, named
from hvacdesk.services.disposal.permission import PART, may_destroy, require_keys
from hvacdesk.services.disposal.proving import Proof
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.permissions import needs, nothing_without
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.disposal import disposal as store
from hvacdesk.store.office import office
from hvacdesk.vault import milestones
from hvacdesk.vault.backup.backup_errors import BackupNeeded
from hvacdesk.vault.erasure import pending_proof

CHECKING = phrase("Disposal", "Judging every customer of the batch again")
DELETING = phrase("Disposal", "Deleting the records")
RENEWING = phrase(
    "Disposal", "Rewriting the file under new keys, searching every page and taking new backups"
)
ENDING = phrase("Disposal", "Removing the former copies")
CERTIFYING = phrase("Disposal", "Writing ledger and certificate")
STEPS = 5

Progress = Callable[[Phrase, int, int], None]


class Destruction:
    """Carries out batches of an open office.

    Args:
        forget: called when customers are gone, to drop what is held of them in memory.
    """

    def __init__(self, workplace: Workplace, backups: Backups, forget: Callable[[], None]) -> None:
        self._workplace = workplace
        self._backups = backups
        self._forget = forget
        self._deletion = Deletion(workplace, backups)
        self._audit = AuditLog(workplace)

    @needs(*PART)
    def copies_ahead(self, actor: Actor) -> tuple[CopyAhead, ...]:
        """Which other copies a disposal will replace or cannot reach; looks at disks, which may take a while.

        Raises:
            PlacesUnreadable: the note of the backup folders is damaged.
        """
        return copies_ahead.copies_ahead(self._workplace, self._backups, actor)

    @nothing_without(Permission.APPROVE_DISPOSAL)
    def may_destroy(self, actor: Actor) -> bool:
        """Whether this session can carry a batch out; approved batches wait for a person responsible."""
        return actor.may(Permission.APPROVE_DISPOSAL) and may_destroy(self._workplace.vault)

    @needs(*PART)
    def destroy(
        self,
        actor: Actor,
        batch: str,
        typed_count: int,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> DisposalResult:
        """Carry out an approved batch, or finish one that was interrupted.

        A customer who is no longer due, is on hold again or has something open drops out; the result names
        them.

        Args:
            typed_count: how many customers the person typed that there are; call notes, where none is.
            progress: told the step, its number and how many there are.
            cancelled: asked until the deletion is committed; afterwards there is no way back.

        Raises:
            ResponsibleNeeded, BackupNeeded: the session cannot change the keys, or no backup can follow.
            LogInDoubt, KeyringLocked, KeyringMissing: nobody could sign for it; nothing was deleted now.
            WrongState, AnotherUnfinished, WrongCount, WaitingDay, ApproverGone, NotAsLogged, NothingChosen,
                ClockSetBack, ClockJumped, DisposalStopped: nothing was deleted.
            DisposalUnfinished: the customers are deleted, and the batch stays interrupted.
        """
        require_keys(self._workplace.vault)
        self._audit.require_no_doubt()
        with self._workplace.sole_writer():
            deleted = self._deletion.interrupted(batch)
            if deleted is None:
                progress(CHECKING, 0, STEPS)
                judged = partial(progress, DELETING, 1, STEPS)
                deleted = self._deletion.carry_out(actor, batch, typed_count, judged, cancelled)
            milestones.reached("disposal.deleted")
            with _unfinished():
                self._resume(batch, deleted)
                result = self._finish(actor, batch, deleted, progress)
            self._tidy_up(actor)
        progress(CERTIFYING, STEPS, STEPS)
        return result

    @needs(*PART)
    def dry_run(self, actor: Actor, batch: str) -> DryRun:
        """What carrying a batch out now would do. Nothing is changed.

        Raises:
            WrongState: the batch was carried out already, or is being carried out.
        """
        return self._deletion.dry_run(batch)

    def _finish(self, actor: Actor, batch: str, deleted: Deleted, progress: Progress) -> DisposalResult:
        """Everything after the deletion, each step of which can be repeated."""
        self._forget()
        self._backups.write_disposed_list(actor)  # first of all: a restore has no other way to know of them
        progress(RENEWING, 2, STEPS)
        with ThreadPoolExecutor(1, "beside") as other:
            other.submit(filed_certificates.get_ready)  # while the database writes and nobody computes
            needles = deleted.sought.needles if deleted.sought else None
            renewed = proving.renew(self._workplace, deleted.epoch, deleted.going, needles)
            # What follows only reads the file, so it is done while the backups are taken.
            with self._workplace.reading():
                checked = renewed.early.facts if renewed.early else None
                taking = other.submit(self._backups.take, actor, checked=checked)
                proof = proving.prove_gone(self._workplace, deleted.sought, renewed, deleted.customers, batch)
        self._note_keys(actor)
        milestones.reached("disposal.proved")
        progress(ENDING, 3, STEPS)
        new = taking.result()
        if proof.sound:
            self._end_former_copies(actor, new)
        else:  # it must not become the only file
            self._backups.take_back(actor, new)
        proof = proof.with_exceptions([LOST_COPY] if deleted.lost else [])
        proof = proof.with_exceptions(copies_ahead.copies_left(self._workplace, self._backups, actor))
        progress(CERTIFYING, 4, STEPS)
        return self._certify(actor, batch, deleted, proof)

    def _note_keys(self, actor: Actor) -> None:
        """Log that the keys were changed, unless the log says so already."""
        with self._workplace.reading() as session:
            noted = office.noted_epoch(session)
        if self._workplace.vault.epoch > noted:
            self._workplace.note_keys(actor)

    def _end_former_copies(self, actor: Actor, new: NewBackups) -> None:
        """Remove the former backups, file and secret, now that the new epoch is backed up.

        Raises:
            BackupNeeded, NoBackupTaken: no folder took a backup, so the former epoch's file stays.
            KeyringLocked, KeyringMissing, FolderReadOnly: the former epoch's secret or file stays.
        """
        self._backups.finish(actor, new)
        if not new.taken:
            raise NoBackupTaken(new.failures[0].what) if new.failures else BackupNeeded
        milestones.reached("disposal.backed_up")
        if self._workplace.vault.epochs.former:
            self._workplace.vault.epochs.discard_former()
        milestones.reached("disposal.discarded")

    def _tidy_up(self, actor: Actor) -> None:
        """What follows the certificate; whatever fails of it is made up for by the next backup and close."""
        milestones.reached("disposal.certified")
        with suppress(UserFacingError):
            pending_proof.drop(self._workplace.vault)
        with suppress(UserFacingError):
            self._backups.write_disposed_list(actor)
        with suppress(UserFacingError):
            self._audit.write_anchor()
        milestones.reached("disposal.done")

    def _resume(self, batch: str, deleted: Deleted) -> None:
        """Store the values of a batch that the first release left, so that a change of keys keeps them."""
        with self._workplace.reading() as session:
            row = store.get_batch(session, batch)
            if row.needle_key or deleted.sought is None:
                return
        with self._workplace.transaction() as session:
            row = store.get_batch(session, batch)
            key = pending_proof.new_key()
            store.note_needle_key(row, key)
            store.note_epoch(row, deleted.epoch)
        pending_proof.keep(self._workplace.vault, batch, key, deleted.sought)

    def _certify(self, actor: Actor, batch: str, deleted: Deleted, proof: Proof) -> DisposalResult:
        """Write the result down, whichever it is, and the certificate that states it."""
        counts = certifying.Counts(
            len(deleted.customers),
            deleted.records,
            deleted.shredded,
            deleted.call_notes,
            deleted.cleaned,
            deleted.taken,
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


@contextmanager
def _unfinished() -> Iterator[None]:
    """Turn errors after the deletion into one that says so: none may say that nothing was changed."""
    try:
        yield
    except UserFacingError as error:
        raise DisposalUnfinished(error) from error
