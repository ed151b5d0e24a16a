"""Reading and verifying the audit log, and anchoring its head outside the database."""

from __future__ import annotations

from collections.abc import Sequence

from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.oversight.audit_chain import ChainLink
from hvacdesk.domain.oversight.audit_log import Action, AuditEntry
from hvacdesk.domain.oversight.chain_report import ChainReport, NoteState, SignedEntry
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import check_limit
from hvacdesk.services.oversight import log_check, log_records
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import LogInDoubt, Workplace
from hvacdesk.store import definitions
from hvacdesk.store.oversight import audit_log
from hvacdesk.vault.device.anchor import Head, Unread

_MOST_ANSWERED = 1000
"""An entry of the log stays short; what is over it is found again."""


class AuditLog:
    """The log of an open office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._note_missing = False

    @needs(Permission.READ_AUDIT)
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
        """The newest entries first; ``before_sequence`` pages back.

        Raises:
            OutOfRange: no list has so many.
        """
        check_limit("limit", limit)
        with self._workplace.reading() as session:
            return audit_log.entries(
                session,
                limit=limit,
                before_sequence=before_sequence,
                subject=subject,
                actor=actor_account,
                action=action,
            )

    @needs(Permission.READ_AUDIT)
    def verify(self, actor: Actor) -> ChainReport:
        """Check every entry against the one before it, and every stored head against the chain."""
        vault = self._workplace.vault
        anchors = tuple(self._states().items())
        with self._workplace.reading() as session:
            checked = log_check.whole(session, vault.log.keys)
            sequence, digest = audit_log.head(session)
        examined = checked.examined
        return ChainReport(
            entries=sequence,
            head_sequence=sequence,
            head_hash=digest,
            broken_at=min(checked.findings.intersection(examined.misfits), default=None),
            anchors=anchors,
            refused=tuple(sorted(checked.findings.intersection(examined.refused))),
            claims=tuple(sorted(checked.findings.intersection(examined.claims))),
            answered=tuple(sorted(checked.answered)),
            unsigned=checked.unsigned,
            strange=len(checked.defined.strange),
            altered=checked.defined.altered,
            signed_from=_signed(examined.signed[:1]),
            signed_to=_signed(examined.signed[-1:]),
            fingerprint=vault.signing_fingerprint,
            records=checked.records.wrong,
            notes_missing=checked.records.notes_missing,
            notes_altered=checked.records.notes_altered,
            notes_erased=checked.records.notes_erased,
        )

    def check(self, *, chain: bool) -> tuple[dict[str, NoteState], bool]:
        """The state of each note of the log's end, and whether all since the last signature is right.

        If anything is wrong, all notes are left as they are from now on, and nothing is signed.

        Args:
            chain: False leaves the log itself out, where somebody waits and nothing will be signed.

        Raises:
            KeyringLocked, KeyringMissing: the key store cannot be asked.
        """
        workplace = self._workplace
        states = self._states()
        with workplace.reading() as session:
            sound = not chain or log_check.since_signed(session, workplace.vault.log.keys).sound
        good = sound and all(state is NoteState.GOOD for state in states.values())
        workplace.log_doubted = bool(workplace.log_doubted) or not good
        return states, sound

    def check_whole(self) -> tuple[bool, bool]:
        """Whether every entry is as it should be, and all that hangs on one, if nobody answered for it.

        Takes a while in a long log.
        """
        with self._workplace.reading() as session:
            checked = log_check.whole(session, self._workplace.vault.log.keys)
        if not (checked.sound and checked.records.sound):
            self._workplace.log_doubted = True
        return checked.sound, checked.records.sound

    def _states(self) -> dict[str, NoteState]:
        """The state of each note of the log's end.

        What somebody writes between reading the notes and the log looks like a doubt; so a doubt is looked at
        again while nobody writes.
        """
        states = self._judged()
        if all(state is NoteState.GOOD for state in states.values()):
            return states
        with self._workplace.sole_writer():
            return self._judged()

    def _judged(self) -> dict[str, NoteState]:
        vault = self._workplace.vault
        noted = vault.log.noted_heads()
        self._note_missing = Unread.MISSING in noted.values()
        with self._workplace.reading() as session:
            return log_check.judged(session, noted, vault.log.keys, alone=not vault.last_read.logins)

    @needs(Permission.MANAGE_OFFICE)
    def reanchor(self, actor: Actor) -> None:
        """Answer for the log as it is: sign its present end and what was found, and note the end again.

        Where a table is not defined as the program defines it, the log stays in doubt all the same.

        Raises:
            NotPermitted: the actor is no person responsible, or the session cannot sign.
            DiskFull, FolderReadOnly, KeyringLocked, KeyringMissing: the former note is still there.
        """
        vault = self._workplace.vault
        if vault.log.signer is None:
            raise NotPermitted(permission=Permission.MANAGE_OFFICE.value)
        lost = [head for head in vault.log.noted_heads().values() if isinstance(head, Head)]
        with self._workplace.transaction() as session:
            checked = log_check.whole(session, vault.log.keys)
            # before the entry is written: one of them may keep entries out
            definitions.drop(session, checked.defined.strange)
            self._workplace.record(
                session,
                actor,
                Action.CHAIN_REANCHORED,
                lost_heads=[
                    [head.sequence, head.digest]
                    for head in lost
                    if audit_log.hash_at(session, head.sequence) != head.digest
                ],
                answered=sorted(checked.findings)[:_MOST_ANSWERED],
                tied=log_records.as_they_are(session, checked.records),
                notes_gone=sorted((*checked.records.notes_missing, *checked.records.notes_altered)),
                strange=len(checked.defined.strange),
            )
            left = definitions.differences(session)
        self._workplace.log_doubted = any(left)
        self.write_anchor()

    def require_no_doubt(self) -> None:
        """Refuse what nobody could sign for now.

        Raises:
            LogInDoubt: the log or a note of its end is in doubt.
            KeyringLocked, KeyringMissing: the key store's note cannot be read.
        """
        if self._workplace.log_doubted is None:
            self.check(chain=self._workplace.vault.holds_signing_key)
        if self._workplace.log_doubted:
            raise LogInDoubt

    @needs(Permission.READ_AUDIT)
    def database_sound(self, actor: Actor) -> bool:
        """Whether every page's checksum and the whole structure are right; takes seconds on a large file."""
        return self._workplace.store.sound()

    def note_login(self) -> None:
        """Note the log's end in the folder, and in the key store only if that has no note: somebody waits.

        Raises:
            DiskFull, FolderReadOnly, KeyringLocked, KeyringMissing: some former note is still there.
        """
        self.write_anchor(file_alone=not self._note_missing)

    def write_anchor(self, *, file_alone: bool = False) -> None:
        """Note the chain's head outside the database, where a rolled-back file would not follow.

        Nothing is noted before the former notes were compared with the log, nor once one of them was not as
        it should be: that note is what shows it.

        Args:
            file_alone: leave the key store out, where somebody waits.

        Raises:
            DiskFull, FolderReadOnly, KeyringLocked, KeyringMissing: some former note is still there.
        """
        try:
            self.require_no_doubt()
        except LogInDoubt:
            return
        with self._workplace.reading() as session:
            sequence, digest = audit_log.head(session)
        self._workplace.mark_log()
        self._workplace.vault.log.note_head(sequence, digest, in_keyring=not file_alone)


def _signed(links: Sequence[ChainLink]) -> SignedEntry | None:
    return next((SignedEntry(link.sequence, link.at) for link in links), None)
