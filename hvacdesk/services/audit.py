"""Reading and verifying the audit log, and anchoring its head outside the database."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date

from hvacdesk.domain import audit_chain
from hvacdesk.domain.audit import Action, AuditEntry, ChainReport
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import audit_log
from hvacdesk.store.engine import Session
from hvacdesk.vault.anchor import Head
from hvacdesk.vault.errors import HeadDamaged


class AuditLog:
    """The log of an open office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._anchored_in_keyring: tuple[date, int] | None = None

    def entries(
        self,
        actor: Actor,
        *,
        limit: int = 200,
        before_sequence: int | None = None,
        subject: str | None = None,
        actor_account: str | None = None,
        action: Action | None = None,
    ) -> tuple[AuditEntry, ...]:
        """The newest entries first; ``before_sequence`` pages back."""
        actor.require(Permission.READ_AUDIT)
        with self._workplace.reading() as session:
            return audit_log.entries(
                session,
                limit=limit,
                before_sequence=before_sequence,
                subject=subject,
                actor=actor_account,
                action=action,
            )

    def verify(self, actor: Actor) -> ChainReport:
        """Check every entry against the one before it, and every stored head against the chain."""
        actor.require(Permission.READ_AUDIT)
        heads = self._workplace.vault.noted_heads()
        with self._workplace.reading() as session:
            broken_at = audit_chain.verify_chain(audit_log.chain(session))
            sequence, digest = audit_log.head(session)
            anchors = tuple((place, _lies_on(session, head)) for place, head in heads.items())
        return ChainReport(
            entries=sequence,
            head_sequence=sequence,
            head_hash=digest,
            broken_at=broken_at,
            anchors=anchors,
        )

    def anchored(self) -> bool:
        """Whether every noted end of the log lies on it; if one does not, notes are left as they are.

        Raises:
            HeadDamaged, KeyringLocked, KeyringMissing: a note cannot be read.
        """
        return self._believed(self._workplace.vault.noted_heads().values())

    def file_anchored(self) -> bool:
        """As :meth:`anchored`, by the note in the folder alone; one that is unreadable says nothing."""
        with suppress(HeadDamaged):
            return self._believed(self._workplace.vault.noted_heads(file_alone=True).values())
        return True

    def anchor_anew(self, actor: Actor) -> None:
        """Note the log's present end, although an earlier note does not lie on it; the log says who did.

        Raises:
            DiskFull, FolderReadOnly, KeyringLocked, KeyringMissing: the former note is still there.
        """
        actor.require(Permission.MANAGE_OFFICE)
        with self._workplace.transaction() as session:
            self._workplace.record(session, actor, Action.CHAIN_REANCHORED)
        self._workplace.log_doubted = False
        self._anchored_in_keyring = None
        self.write_anchor()

    def _believed(self, heads: Iterable[Head]) -> bool:
        with self._workplace.reading() as session:
            believed = all(_lies_on(session, head) for head in heads)
        if not believed:
            self._workplace.log_doubted = True
        return believed

    def database_sound(self, actor: Actor) -> bool:
        """Whether every page's checksum and the whole structure are right; takes seconds on a large file."""
        actor.require(Permission.READ_AUDIT)
        return self._workplace.store.sound()

    def write_anchor(self, *, file_alone: bool = False) -> None:
        """Note the chain's head outside the database, where a rolled-back file would not follow.

        The file is written each time, the key store once a day and epoch: it is slow and may ask to be
        unlocked. Nothing is noted once a note does not lie on the log: that note is what shows it.

        Args:
            file_alone: leave the key store out, where somebody waits.
        """
        if self._workplace.log_doubted:
            return
        with self._workplace.reading() as session:
            sequence, digest = audit_log.head(session)
        at = (self._workplace.today(), self._workplace.vault.epoch)
        in_keyring = not file_alone and self._anchored_in_keyring != at
        self._workplace.vault.note_head(Head(sequence, digest), in_keyring=in_keyring)
        if in_keyring:
            self._anchored_in_keyring = at


def _lies_on(session: Session, head: Head) -> bool:
    """Whether a noted end is an entry of the log, or one that a restore cut off and says so."""
    if audit_log.hash_at(session, head.sequence) == head.digest:
        return True
    return (head.sequence, head.digest) in audit_log.lost_heads(session)
