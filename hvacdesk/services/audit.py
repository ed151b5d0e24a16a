"""Reading and verifying the audit log, and anchoring its head outside the database."""

from __future__ import annotations

from datetime import date

from hvacdesk.domain import audit_chain
from hvacdesk.domain.audit import Action, AuditEntry, ChainReport
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import audit_log
from hvacdesk.vault.anchor import Head


class AuditLog:
    """The log of an open office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._anchored_on: date | None = None

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
        return self.report()

    def report(self) -> ChainReport:
        """The chain's state, which the program itself may ask for without anyone's permission."""
        with self._workplace.reading() as session:
            broken_at = audit_chain.verify_chain(audit_log.chain(session))
            sequence, digest = audit_log.head(session)
            cut_off = audit_log.lost_heads(session)
            anchors = tuple(
                (
                    place,
                    audit_log.hash_at(session, head.sequence) == head.digest
                    or (head.sequence, head.digest) in cut_off,
                )
                for place, head in self._workplace.vault.noted_heads().items()
            )
        return ChainReport(
            entries=sequence,
            head_sequence=sequence,
            head_hash=digest,
            broken_at=broken_at,
            anchors=anchors,
        )

    def database_sound(self, actor: Actor) -> bool:
        """Whether every page's checksum and the whole structure are right; takes seconds on a large file."""
        actor.require(Permission.READ_AUDIT)
        return self._workplace.store.sound()

    def write_anchor(self, *, file_alone: bool = False) -> None:
        """Note the chain's head outside the database, where a rolled-back file would not follow.

        The file is written each time, the key store once a day: it is slow and may ask to be unlocked.

        Args:
            file_alone: leave the key store out, where somebody waits.
        """
        with self._workplace.reading() as session:
            sequence, digest = audit_log.head(session)
        today = self._workplace.today()
        in_keyring = not file_alone and self._anchored_on != today
        self._workplace.vault.note_head(Head(sequence, digest), in_keyring=in_keyring)
        if in_keyring:
            self._anchored_on = today
