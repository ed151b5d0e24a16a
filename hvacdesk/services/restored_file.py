"""What a restored file goes through before it is the office's: migrations, disposals, new log entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from hvacdesk.domain.audit import Action
from hvacdesk.domain.backups import FoundBackup, RestoreReport
from hvacdesk.domain.clock import Clock
from hvacdesk.domain.disposed_list import DisposedList, merged
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.store import audit_log, disposed, erasure, schema
from hvacdesk.store.disposed import Replayed
from hvacdesk.store.engine import Session, Store
from hvacdesk.vault import anchor, discovery, disposed_list, milestones, signers, slots
from hvacdesk.vault.anchor import Head
from hvacdesk.vault.backup_errors import ReplayUnproved
from hvacdesk.vault.keyring_store import Secrets
from hvacdesk.vault.living import living_rows
from hvacdesk.vault.proof import prove
from hvacdesk.vault.rotation import DatabaseFile
from hvacdesk.vault.signers import SignerSuccession
from hvacdesk.vault.unlocking import Unlocked


class RestoredFile:
    """A backup's data on its way into the office's folder.

    Args:
        home: the folder, whose former log's head is not to be lost without a trace.
    """

    def __init__(self, home: Path, unlocked: Unlocked, secrets: Secrets, clock: Clock) -> None:
        self._unlocked = unlocked
        self._clock = clock
        self._lost = _heads_after(unlocked, home, secrets)
        self._disposed = DisposedList()
        self._replayed = Replayed()

    def read_lists(self, holders: Iterable[Path]) -> None:
        """Take every disposed list that this office signed from these folders."""
        office_id = self._unlocked.fit.office_id
        lists = (disposed_list.read(holder, office_id, self._signed_by_office) for holder in holders)
        self._disposed = merged(one for one in lists if one is not None)

    def prepare(self, new: DatabaseFile) -> None:
        """Bring the file up to date, destroy again whoever was destroyed, and log what happened.

        Raises:
            ReplayUnproved: a destroyed value is still in the file, or a page could not be searched.
        """
        store = Store(new.connect)
        try:
            schema.bring_up_to_date(store)
            with store.transaction() as session:
                self._replayed = disposed.replay(session, self._disposed)
            milestones.reached("restore.replayed")
            if self._replayed.going:
                self._prove(store, new)
            with store.transaction() as session:
                self._log(session)
        finally:
            store.close()

    def report(self, epoch: int, put_aside: str) -> RestoreReport:
        """What was done."""
        facts = self._unlocked.fit.manifest.facts
        backup = discovery.described(self._unlocked.fit.path) or FoundBackup(
            facts.path,
            facts.office_id,
            facts.office_name,
            facts.epoch,
            facts.taken_at,
            facts.size,
            facts.program,
        )
        return RestoreReport(backup, len(self._replayed.customers), self._lost_entries(), put_aside, epoch)

    def _signed_by_office(
        self, data: bytes, signature: bytes, successions: Sequence[SignerSuccession]
    ) -> bool:
        contents = self._unlocked.contents
        signer = contents.body.roster.signer
        return signers.signed_by_office(self._unlocked.fit.office_id, signer, data, signature, successions)

    def _prove(self, store: Store, new: DatabaseFile) -> None:
        """Write the file anew from its living rows and search every page for what was deleted."""
        store.close()
        living = living_rows(new.path, new.key, self._replayed.going)
        erasure.rebuild(store)
        store.close()
        proof = prove(new.path, new.key, self._replayed.needles, living)
        with store.reading() as session:
            there = erasure.still_there(session, self._replayed.customers)
        if proof.state == "failed" or there:
            raise ReplayUnproved
        milestones.reached("restore.proved")

    def _log(self, session: Session) -> None:
        fit, actor, now = self._unlocked.fit, self._unlocked.slot_id, self._clock()
        audit_log.append(
            session,
            now,
            actor,
            Action.BACKUP_RESTORED,
            "",
            {
                "backup": fit.path.name,
                "entries_lost": self._lost_entries(),
                audit_log.LOST_HEADS: [[head.sequence, head.digest] for head in self._lost],
            },
        )
        if self._replayed.customers or self._replayed.lines:
            details = {"customers": len(self._replayed.customers), "lines": self._replayed.lines}
            audit_log.append(session, now, actor, Action.DISPOSALS_REPLAYED, "", details)

    def _lost_entries(self) -> int:
        known = max((head.sequence for head in self._lost), default=0)
        return max(0, known - self._unlocked.fit.manifest.facts.head_sequence)


def _heads_after(unlocked: Unlocked, home: Path, secrets: Secrets) -> tuple[Head, ...]:
    """Noted ends of the log that the backup's log does not reach."""
    facts = unlocked.fit.manifest.facts
    noted: list[Head | None] = []
    with suppress(UserFacingError, OSError):
        noted.append(anchor.read_head_file(home))
    with suppress(UserFacingError):
        epoch = slots.newest_epoch(home) or facts.epoch
        noted.append(anchor.read_head_keyring(secrets, facts.office_id, epoch))
    heads = dict.fromkeys(head for head in noted if head is not None)
    return tuple(head for head in heads if head.sequence > facts.head_sequence)
