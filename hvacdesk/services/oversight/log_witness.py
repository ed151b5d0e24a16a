"""Heads of the audit log that outsiders keep: saving them, and comparing kept ones with the log.

A person who has this computer, its key store and a person responsible's key can still not change what lies on
somebody else's USB stick.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hvacdesk.domain.clock import office_day
from hvacdesk.domain.errors import NotPermitted, UserFacingError
from hvacdesk.domain.exchange.given_files import GivenFile
from hvacdesk.domain.oversight import checkpoints, merkle
from hvacdesk.domain.oversight.audit_chain import own_hash
from hvacdesk.domain.oversight.audit_log import Action, day_of
from hvacdesk.domain.oversight.chain_report import SignedEntry
from hvacdesk.domain.oversight.checkpoints import (
    Checkpoint,
    HeadComparison,
    KeptHead,
    KeptHeadState,
    in_one_line,
)
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import phrase
from hvacdesk.services.oversight import log_check
from hvacdesk.services.permissions import needs, nothing_without
from hvacdesk.services.workplace import LogInDoubt, Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.oversight import audit_log
from hvacdesk.vault.keyfile import checkpoint_keys

_SHORT_ID = 8
"""So many digits of the office's id keep the files of several offices apart in one folder."""
_CONTRADICTING = (KeptHeadState.REWRITTEN, KeptHeadState.SHORTER)


class StateNotSigned(LogInDoubt):
    """The log or a note of its end is not as it should be: its state is not signed for others to keep."""

    what = phrase(
        "Errors",
        "The audit log is not as it should be, so its present state is not saved for others to keep.",
    )
    safe = phrase("Errors", "Nothing was written. Copies that were kept before are untouched.")
    todo = phrase(
        "Errors", "Compare a kept copy with the log first, and let a person responsible answer for the log."
    )


class KeptCopyContradicts(UserFacingError):
    """A copy that lies in the chosen folder does not agree with the log; ``file`` is its name."""

    what = phrase("Errors", "The copy “{file}” that is kept there does not agree with the audit log.")
    safe = phrase("Errors", "Nothing was written. The kept copy is untouched: it is the proof.")
    todo = phrase(
        "Errors",
        "Choose “Compare with kept copies” to read what differs. After a backup was restored this is "
        "expected: save into an empty folder then.",
    )


class LogWitness:
    """What the log of an open office gives to outsiders to keep, and gets back from them."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @nothing_without(Permission.READ_AUDIT)
    def may_save(self, actor: Actor) -> bool:
        """Whether this session can sign a state of the log."""
        return actor.may(Permission.READ_AUDIT) and self._workplace.vault.log.signer is not None

    @needs(Permission.READ_AUDIT)
    def save(self, actor: Actor, kept: Sequence[GivenFile]) -> tuple[GivenFile, GivenFile]:
        """The log's state, signed, with the proof that it follows the last one that is kept.

        Args:
            kept: the states that lie where the new one goes; see :mod:`witness_folder`.

        Returns:
            The office's public keys, the present one last, by its generation; and the state. The names carry
            the beginning of the office's id.

        Raises:
            NotPermitted: the session cannot sign.
            StateNotSigned: the log is not as it should be.
            KeptCopyContradicts: one of the kept states is none that the log agrees with.
        """
        vault = self._workplace.vault
        signer = vault.log.signer
        if signer is None:
            raise NotPermitted(permission=Permission.MANAGE_OFFICE.value)
        found = self.compare(actor, kept)
        if (against := next((one for one in found.kept if one.state in _CONTRADICTING), None)) is not None:
            raise KeptCopyContradicts(file=against.name)
        with self._workplace.reading() as session:
            if self._workplace.log_doubted is not False or not log_check.whole(session, vault.log.keys).sound:
                raise StateNotSigned
            leaves = _leaves(session)
        former = [one.sequence for one in found.kept if one.state is KeptHeadState.AGREES]
        earlier = max((size for size in former if size < len(leaves)), default=0)
        now, origin = self._workplace.now(), checkpoints.origin_of(vault.office_id)
        checkpoint = checkpoint_keys.signed(Checkpoint(origin, len(leaves), merkle.root(leaves)), signer, now)
        text = checkpoints.for_witness(checkpoint, earlier, merkle.consistency(leaves, earlier))
        keys = "".join(
            f"{checkpoints.verifier_key(origin, public)}\n"
            for _, public in sorted(vault.log.keys.keys.items())
        )
        short = vault.office_id[:_SHORT_ID]
        return (
            GivenFile(f"hvacdesk-log-key-{short}-{signer.generation}.txt", keys.encode()),
            GivenFile(f"hvacdesk-log-{short}-{office_day(now):%Y-%m-%d}-{len(leaves)}.txt", text.encode()),
        )

    @needs(Permission.READ_AUDIT)
    def compare(self, actor: Actor, kept: Sequence[GivenFile]) -> HeadComparison:
        """Compare kept states with the log; a file that holds none is told as unreadable."""
        with self._workplace.reading() as session:
            leaves = _leaves(session)
            found = sorted((self._compared(file, leaves) for file in kept), key=lambda one: one.sequence)
            restores = self._restores(session) if any(one.state in _CONTRADICTING for one in found) else ()
        agreeing = [one.sequence for one in found if one.state is KeptHeadState.AGREES]
        told = (
            replace(
                one,
                agreed=max((entry for entry in agreeing if entry < one.sequence), default=0),
                restored=next((entry for entry in restores if _explains(entry, one)), None),
            )
            if one.state in _CONTRADICTING
            else one
            for one in found
        )
        return HeadComparison(len(leaves), tuple(told))

    def _compared(self, file: GivenFile, leaves: Sequence[bytes]) -> KeptHead:
        name, checkpoint = in_one_line(file.name), checkpoints.state_in(file.content)
        if checkpoint is None:
            return KeptHead(name, KeptHeadState.UNREADABLE)
        keys = self._workplace.vault.log.keys
        if checkpoint.origin != checkpoints.origin_of(self._workplace.vault.office_id):
            return KeptHead(name, KeptHeadState.OTHER_OFFICE)
        if not checkpoint_keys.holds(checkpoint, keys):
            return KeptHead(name, KeptHeadState.NOT_SIGNED)
        seconds = checkpoint_keys.signed_seconds(checkpoint, keys)
        day = None if seconds is None else checkpoints.signed_day(seconds)
        if checkpoint.size > len(leaves):
            return KeptHead(name, KeptHeadState.SHORTER, checkpoint.size, day)
        same = merkle.root(leaves[: checkpoint.size]) == checkpoint.root
        state = KeptHeadState.AGREES if same else KeptHeadState.REWRITTEN
        return KeptHead(name, state, checkpoint.size, day)

    def _restores(self, session: Session) -> tuple[SignedEntry, ...]:
        """The restores of a backup that the office signed, the latest first."""
        examined = log_check.whole(session, self._workplace.vault.log.keys).examined
        return tuple(
            SignedEntry(link.sequence, link.at)
            for link in reversed(examined.signed)
            if link.action == Action.BACKUP_RESTORED.value
        )


def checkpoint_note(workplace: Workplace, session: Session, size: int) -> str:
    """The log's state up to an entry as a signed note for a paper; empty where this session cannot sign.

    So it is too where the log is in doubt: a paper then names the last hash alone.
    """
    signer = workplace.vault.log.signer
    if signer is None or workplace.log_doubted is not False:
        return ""
    origin = checkpoints.origin_of(workplace.vault.office_id)
    made = Checkpoint(origin, size, merkle.root(_leaves(session)[:size]))
    return checkpoint_keys.signed(made, signer).note()


def _leaves(session: Session) -> list[bytes]:
    """The tree's leaves, from what each entry says: a stored hash could be left as it was."""
    return [merkle.leaf(own_hash(link)) for link in audit_log.chain(session)]


def _explains(restore: SignedEntry, one: KeptHead) -> bool:
    """Whether a restore gave up what a state held: it came after the state was kept, but before its end."""
    return restore.sequence <= one.sequence and one.day is not None and day_of(restore.at) >= one.day
