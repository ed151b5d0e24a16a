"""What proves, outside the database, that an office's audit log is whole: signatures, notes and a mark."""

from __future__ import annotations

from hvacdesk.vault.device.anchor import Head, HeadNotes, Noted
from hvacdesk.vault.keyfile import staff
from hvacdesk.vault.keyfile.roster import LogMark
from hvacdesk.vault.keyfile.signers import LogKeys, LogSigner
from hvacdesk.vault.session import Session


class LogProof:
    """The proof of an open office's audit log: signs entries, and notes the chain's head elsewhere."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._head_notes = HeadNotes(session.home)

    @property
    def head_notes(self) -> HeadNotes:
        """Where this session notes heads."""
        return self._head_notes

    def note_with(self, head_notes: HeadNotes) -> None:
        """Note heads with the other sessions of this program, under one count and one after the other."""
        self._head_notes = head_notes

    @property
    def signer(self) -> LogSigner | None:
        """What signs entries of the audit log; None where this session does not hold the signing key."""
        session = self._session
        with session.lock:
            key, generation = session.keys.signing, session.contents.roster.signing_generation
        return None if key is None else LogSigner(session.office_id, generation, key)

    @property
    def keys(self) -> LogKeys:
        """What checks the signatures in the audit log."""
        session = self._session
        with session.lock:
            roster, signer = session.contents.roster, session.contents.body.roster.signer
        return LogKeys.of(session.office_id, signer, roster.signing_generation, roster.successions)

    @property
    def noted_count(self) -> int:
        """The count of the latest note in the key store of which this session knows."""
        return self._head_notes.stored

    def note_head(self, sequence: int, digest: str, *, in_keyring: bool) -> None:
        """Note the audit chain's head outside the database, in the key store too when it is wanted there.

        Raises:
            DiskFull, FolderReadOnly, KeyringLocked, KeyringMissing: some former note is still there.
        """
        session = self._session
        secrets = session.book.secrets if in_keyring else None
        self._head_notes.write(sequence, digest, secrets, session.office_id, session.epoch)

    def follow_head(self, sequence: int, digest: str) -> None:
        """Note the head of what was just committed in the folder, without waiting for the disk.

        Raises:
            DiskFull, FolderReadOnly: the former note is still there.
        """
        self._head_notes.follow(sequence, digest)

    def noted_heads(self) -> dict[str, Noted]:
        """The heads noted outside the database, by place: ``file`` and, with a key store, ``keyring``.

        And ``roster``, once the roster names an entry that the office signed.

        Raises:
            KeyringLocked, KeyringMissing: the key store cannot be asked.
        """
        session = self._session
        noted = self._head_notes.read(session.book.secrets, session.office_id, session.epoch)
        mark = self.mark
        if mark is not None:
            noted[HeadNotes.ROSTER] = Head(mark.sequence, mark.digest)
        return noted

    @property
    def mark(self) -> LogMark | None:
        """The entry of the audit log that the signed roster names, as it was read last."""
        return self._session.contents.roster.log_mark

    def set_mark(self, sequence: int, digest: str) -> None:
        """Let the signed roster name an entry of the audit log that the office signed.

        Raises:
            NotPermitted: this session does not hold the signing key.
            DatabaseBusy, DiskFull, FolderReadOnly, KeyringLocked, KeyringMissing: the former mark is there.
        """
        session = self._session
        keys, mark = session.signing_keys(), LogMark(session.epoch, sequence, digest)
        session.change(lambda contents: staff.with_log_mark(contents, mark, keys))
