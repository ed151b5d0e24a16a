"""What a restored file goes through before it is the office's: migrations, disposals, new log entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from hvacdesk.domain.backups.backups import FoundBackup, RestoreReport
from hvacdesk.domain.backups.number_series import NumbersLeftOut, SinceBackup
from hvacdesk.domain.backups.restore_certificates import RestoreCertificateFacts
from hvacdesk.domain.clock import Clock, moment_of, office_day, stamp
from hvacdesk.domain.disposal.disposed_list import DisposedList, ListsAtHand
from hvacdesk.domain.disposal.remnants import counted
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.services.backups.found_lists import lists_in, require_latest
from hvacdesk.services.backups.left_out_numbers import leave_out
from hvacdesk.services.backups.restore_certificates import file_restore, free_number, repeated
from hvacdesk.services.disposal.exceptions import REMNANTS, TOLD_APART, named
from hvacdesk.services.oversight.log_check import SIGNED_SINCE_SCHEMA
from hvacdesk.services.oversight.log_records import tie_rest
from hvacdesk.store import schema
from hvacdesk.store.disposal import disposed_list as disposed
from hvacdesk.store.disposal import erasure, remnants
from hvacdesk.store.disposal.disposed_list import Replayed
from hvacdesk.store.engine import Session, Store
from hvacdesk.store.jobs.jobs import drop_starts_to_come
from hvacdesk.store.office import office
from hvacdesk.store.oversight import audit_log, tied
from hvacdesk.store.oversight.tied import Tie
from hvacdesk.store.staff.staff import account_names
from hvacdesk.vault import folder, milestones
from hvacdesk.vault.backup import discovery
from hvacdesk.vault.backup.backup_errors import ReplayUnproved
from hvacdesk.vault.backup.unlocking import Unlocked
from hvacdesk.vault.device import anchor
from hvacdesk.vault.device.anchor import Head
from hvacdesk.vault.device.keyring_store import Secrets
from hvacdesk.vault.erasure import disposed_list
from hvacdesk.vault.erasure.proof import ProofResult, prove
from hvacdesk.vault.erasure.surviving_rows import living_rows
from hvacdesk.vault.keyfile import signers, slots
from hvacdesk.vault.keyfile.rotation import DatabaseFile
from hvacdesk.vault.keyfile.signers import SignerSuccession


class RestoredFile:
    """A backup's data on its way into the office's folder.

    Args:
        home: the folder, whose former log's head is not to be lost without a trace.
    """

    def __init__(self, home: Path, unlocked: Unlocked, secrets: Secrets, clock: Clock) -> None:
        self._unlocked = unlocked
        self._clock = clock
        self._lost = _heads_after(unlocked, home, secrets)
        self._longest = _longest_log(unlocked, home, secrets, self._lost)
        self._disposed = DisposedList()
        self._home = home
        self._at_hand = ListsAtHand()
        self._number = ""
        self._replayed = Replayed()
        self._left: tuple[tuple[str, int], ...] = ()
        self._left_out: tuple[NumbersLeftOut, ...] = ()
        self._tied: Mapping[Tie, str] = {}

    def read_lists(self, holders: Iterable[Path], *, without_list: bool = False) -> None:
        """Read every disposed list that this office signed in these folders; a damaged one is left out.

        Args:
            without_list: an owner was told what the lists may lack, and goes on all the same.

        Raises:
            DisposalsUnknown: disposals may be on no list, and nobody said to go on.
        """
        office_id = self._unlocked.fit.office_id
        read = partial(disposed_list.read, office_id=office_id, verify=self._signed_by_office)
        self._disposed, self._at_hand = lists_in(self._home, holders, read)
        if not without_list:
            require_latest(self._at_hand, self._unlocked.fit.manifest.facts.taken_at)

    def prepare(self, new: DatabaseFile) -> None:
        """Bring the file up to date, destroy again those who were destroyed, log and certify what happened.

        Raises:
            ReplayUnproved: a destroyed value is still in the file, or a page could not be searched.
        """
        store = Store(new.connect)
        try:
            today = office_day(self._clock())
            schema.bring_up_to_date(store, lambda session: drop_starts_to_come(session, today))
            with store.transaction() as session:
                self._tied = {} if self._untied_backup() else tied.present(session)
                self._replayed = disposed.replay(session, self._disposed)
            milestones.reached("restore.replayed")
            proof = self._prove(store, new) if self._replayed.anything else None
            with store.transaction() as session:
                self._left_out = leave_out(session, self._since_backup(new))
                self._log(session)
                file_restore(session, self._certificate(session, proof))
                unlocked = self._unlocked
                tie_rest(session, self._clock(), unlocked.slot_id, self._tied, unlocked.log_signer)
            milestones.reached("restore.certified")
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
        return RestoreReport(
            backup=backup,
            replayed=len(self._replayed.customers),
            lost_entries=self._lost_entries(),
            set_aside=put_aside,
            epoch=epoch,
            reduced=len(self._replayed.reduced),
            certificate=self._number,
            remnants=self._left,
            lists=self._at_hand,
            told_apart=self._doubtful(),
            numbers=self._left_out,
        )

    def _untied_backup(self) -> bool:
        """Whether a version took the backup whose registers did not hang on the log yet."""
        return self._unlocked.fit.manifest.facts.schema < SIGNED_SINCE_SCHEMA

    def _signed_by_office(
        self, data: bytes, signature: bytes, successions: Sequence[SignerSuccession]
    ) -> bool:
        contents = self._unlocked.contents
        signer = contents.body.roster.signer
        return signers.signed_by_office(self._unlocked.fit.office_id, signer, data, signature, successions)

    def _prove(self, store: Store, new: DatabaseFile) -> ProofResult:
        """Rewrite the file from its living rows, then search its pages and rows for what was deleted."""
        store.close()
        living = living_rows(new.path, new.key, self._replayed.going)
        erasure.rebuild(store)
        store.close()
        proof = prove(new.path, new.key, self._replayed.needles, living)
        with store.reading() as session:
            there = erasure.still_there(session, self._replayed.customers)
            there += disposed.left_over(session, self._disposed)
            stored = [needle.value for needle in self._replayed.needles]
            self._left = counted(remnants.find(session, remnants.Sought(self._replayed.people, stored)))
        if proof.state == "failed" or there:
            raise ReplayUnproved
        milestones.reached("restore.proved")
        return proof

    def _certificate(self, session: Session, proof: ProofResult | None) -> RestoreCertificateFacts:
        facts = self._unlocked.fit.manifest.facts
        now, replayed = self._clock(), self._replayed
        sequence, digest = audit_log.head(session)
        self._number = free_number(session, now)
        return RestoreCertificateFacts(
            number=self._number,
            office_name=office.facts(session).name,
            restored_at=stamp(now),
            restored_by=account_names(session).get(self._unlocked.slot_id, ""),
            backup=self._unlocked.fit.path.name,
            taken_at=facts.taken_at,
            lists=self._at_hand.lists,
            list_until=self._at_hand.until,
            repeated=repeated(self._disposed.customers, replayed.customers, replayed.reduced),
            pages=proof.pages if proof else 0,
            frames=proof.frames if proof else 0,
            values=proof.needles if proof else 0,
            exceptions=named(self._exceptions(proof)),
            remnants=self._left,
            lost_entries=self._lost_entries(),
            head_sequence=sequence,
            head_hash=digest,
            damaged_lists=self._at_hand.damaged,
        )

    def _exceptions(self, proof: ProofResult | None) -> Iterator[str]:
        yield from proof.exceptions if proof else ()
        if self._left:
            yield REMNANTS
        if self._replayed.told_apart:
            yield TOLD_APART

    def _doubtful(self) -> tuple[str, ...]:
        """Numbers of the customers who stay, and have what was noted while another was one with them."""
        gone = frozenset(self._replayed.customers)
        told = self._replayed.told_apart
        both = [pair for one in told for pair in (one[:2], one[2:])]
        return tuple(sorted({number for record, number in both if record not in gone}))

    def _log(self, session: Session) -> None:
        fit, actor, now = self._unlocked.fit, self._unlocked.slot_id, self._clock()
        self._log_told_apart(session)
        audit_log.append(
            session,
            now,
            actor,
            Action.BACKUP_RESTORED,
            "",
            {
                "backup": fit.path.name,
                "entries_lost": self._lost_entries(),
                "lists": self._at_hand.lists,
                "lists_damaged": self._at_hand.damaged,
                audit_log.LOST_HEADS: [[head.sequence, head.digest] for head in self._lost],
            },
            signer=self._unlocked.log_signer,
        )
        if self._replayed.customers or self._replayed.lines:
            details = {"customers": len(self._replayed.customers), "lines": self._replayed.lines}
            if self._replayed.reduced:
                details["reduced"] = len(self._replayed.reduced)
            audit_log.append(session, now, actor, Action.DISPOSALS_REPLAYED, "", details)

    def _log_told_apart(self, session: Session) -> None:
        """Note the merges that were undone, with the holds of both, which it may have moved."""
        for one in self._replayed.told_apart:
            ties = [tied.holds_of(one.kept), tied.holds_of(one.duplicate)]
            audit_log.append(
                session,
                self._clock(),
                self._unlocked.slot_id,
                Action.MERGE_UNDONE,
                f"customer:{one.kept}",
                {
                    "merged": one.duplicate,
                    "number": one.duplicate_number,
                    "fields": [],
                    tied.TIED: tied.digests(session, ties),
                },
                signer=self._unlocked.log_signer,
            )

    def _since_backup(self, new: DatabaseFile) -> SinceBackup:
        facts = self._unlocked.fit.manifest.facts
        return SinceBackup(
            taken=moment_of(facts.taken_at),
            now=self._clock(),
            epochs=folder.epoch_of(new.path) - facts.epoch,
            entries=self._longest - facts.head_sequence,
        )

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
    if (mark := unlocked.contents.roster.log_mark) is not None:  # set while the backup was being taken
        noted.append(Head(mark.sequence, mark.digest))
    heads = {(head.sequence, head.digest): head for head in noted if head is not None}
    return tuple(head for head in heads.values() if head.sequence > facts.head_sequence)


def _longest_log(unlocked: Unlocked, home: Path, secrets: Secrets, lost: Iterable[Head]) -> int:
    """The highest sequence number that any log of the office is known to have reached since the backup.

    The one of an office that an earlier restore put aside is told by the key store.
    """
    facts = unlocked.fit.manifest.facts
    reached = [facts.head_sequence, *(head.sequence for head in lost)]
    for epoch in {epoch for former in folder.set_aside(home) for epoch in folder.databases(former)}:
        with suppress(UserFacingError):
            head = anchor.read_head_keyring(secrets, facts.office_id, epoch)
            reached.append(head.sequence if head else 0)
    return max(reached)
