"""Checking the audit log: its chain, the office's signatures in it, and the notes of its end.

A signature vouches for everything up to its entry, and the person who made it had checked that far. So a
start looks only at what follows the last one. What was written since then rests on the notes alone: they lie
outside the database, but not beyond the reach of a person who uses this computer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hvacdesk.domain.oversight.audit_chain import ChainLink, Examined, Walk, is_itself, is_signed
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.chain_report import NoteState
from hvacdesk.services.oversight.log_records import NOTHING_TIED, Records, Ties
from hvacdesk.store import definitions
from hvacdesk.store.definitions import AS_MADE, Differences
from hvacdesk.store.engine import Session
from hvacdesk.store.oversight import audit_log
from hvacdesk.vault.device.anchor import Head, HeadNotes, Noted, Unread
from hvacdesk.vault.keyfile.signers import LogKeys

NOTED, ANSWERED = "noted", "answered"
"""In the details of a signed entry: the count of the key store's note when it was signed; and, where somebody
answers for findings, which entries they are about.
"""
SIGNED_SINCE_SCHEMA = 17
"""An office of an earlier version may have no signature yet."""

_EXPLAINING = tuple(action.value for action in audit_log.EXPLAINING)
_BIRTHS = (Action.OFFICE_CREATED, Action.BACKUP_RESTORED)
_BEFORE_THE_FIRST_NOTE = frozenset(
    {
        *(*_BIRTHS, Action.DISPOSALS_REPLAYED, Action.RECORDS_TIED),
        *(Action.LOGGED_IN, Action.LOGIN_FAILED, Action.RECOVERY_USED),
        *(Action.ACCOUNT_CHANGED, Action.ACCOUNT_REMOVED, Action.ACCOUNT_RESET, Action.SHEET_RENEWED),
        *(Action.KEYS_ROTATED, Action.LOGIN_ENROLLED, Action.LOGIN_WITHDRAWN),
    }
)
"""What a set-up or a restore logs, and the next login, before the log's end is noted for the first time."""


@dataclass(frozen=True)
class Checked:
    """What a check of the log showed; entries by their sequence numbers.

    Attributes:
        findings: every entry that is not as it should be and that nobody has answered for.
        answered: those that a person responsible has answered for, by a signed entry.
        unsigned: whether a log that should be signed carries no signature at all.
        defined: triggers, views, indexes and tables that are not as the program makes them: they could keep
            entries out.
    """

    examined: Examined
    findings: frozenset[int]
    answered: frozenset[int]
    unsigned: bool
    defined: Differences = AS_MADE
    records: Records = NOTHING_TIED

    @property
    def sound(self) -> bool:
        """Whether nothing is left to answer for in the log itself."""
        return not (self.findings or self.unsigned or any(self.defined))


def whole(session: Session, keys: LogKeys) -> Checked:
    """Look at every entry, and at everything that hangs on one by hash."""
    ties = Ties(keys.fit)
    examined = Walk(keys.fit, _EXPLAINING).along(ties.watching(audit_log.chain(session)))
    checked = _checked(session, examined)
    return replace(checked, defined=definitions.differences(session), records=ties.against(session))


def since_signed(session: Session, keys: LogKeys) -> Checked:
    """Look at the last signed entry and at what follows it; at every entry where there is none that holds."""
    last = audit_log.last_signed(session)
    if last is None or not _holds(last, keys) or not audit_log.begins_right(session):
        return whole(session, keys)
    examined = Walk(keys.fit, _EXPLAINING, after=last).along(audit_log.chain(session, last.sequence))
    defined = definitions.differences(session)
    return Checked(examined, examined.findings, frozenset(), unsigned=False, defined=defined)


def _checked(session: Session, examined: Examined) -> Checked:
    answered = frozenset(
        sequence
        for link in examined.signed
        if link.action == Action.CHAIN_REANCHORED.value
        for sequence in _numbers(link.details.get(ANSWERED))
    )
    unsigned = not examined.signed and not _of_an_earlier_version(session)
    return Checked(examined, examined.findings - answered, examined.findings & answered, unsigned)


def _of_an_earlier_version(session: Session) -> bool:
    """Whether the log says that an earlier version, which signed nothing, wrote the office."""
    former = audit_log.details_of(session, Action.BROUGHT_UP_TO_DATE)
    versions = [details.get("schema_before") for details in former]
    return any(isinstance(version, int) and version < SIGNED_SINCE_SCHEMA for version in versions)


def judged(
    session: Session, noted: Mapping[str, Noted], keys: LogKeys, *, alone: bool
) -> dict[str, NoteState]:
    """The state of each note of the log's end, by place.

    Args:
        alone: whether no other login of this computer, with a key store of its own, writes notes, too.
    """
    born = _born(session, keys)
    states = {place: _state(session, head, born) for place, head in noted.items()}
    file, keyring = noted.get(HeadNotes.FILE), noted.get(HeadNotes.KEYRING)
    least = _least_count(session, keys)
    if isinstance(file, Head) and file.count < max(least, keyring.count if isinstance(keyring, Head) else 0):
        _worsen(states, HeadNotes.FILE)
    known = max(least, file.stored if isinstance(file, Head) else 0)
    if alone and isinstance(keyring, Head) and keyring.count < known:
        _worsen(states, HeadNotes.KEYRING)
    return states


def _worsen(states: dict[str, NoteState], place: str) -> None:
    if states[place] is NoteState.GOOD:
        states[place] = NoteState.OLDER


def _state(session: Session, head: Noted, born: ChainLink | None) -> NoteState:
    if head is Unread.MISSING:
        return NoteState.MISSING if born is None else NoteState.GOOD
    if not isinstance(head, Head):
        return NoteState.DAMAGED
    if audit_log.hash_at(session, head.sequence) == head.digest:
        return NoteState.GOOD
    explained = [] if born is None else born.details.get(audit_log.LOST_HEADS, [])
    lost = isinstance(explained, list) and [head.sequence, head.digest] in explained
    return NoteState.GOOD if lost else NoteState.OFF_CHAIN


def _born(session: Session, keys: LogKeys) -> ChainLink | None:
    """The signed set-up or restore in whose session the log ends: it has noted nothing yet."""
    sequence = audit_log.last_sequence(session, _BIRTHS)
    if sequence == 0 or not audit_log.actions_after(session, sequence) <= _BEFORE_THE_FIRST_NOTE:
        return None
    link = next(audit_log.chain(session, sequence - 1))
    return link if _holds(link, keys) else None


def _least_count(session: Session, keys: LogKeys) -> int:
    """The count of the key store's note when somebody signed last: no later note has a lower one."""
    last = audit_log.last_signed(session)
    if last is None or not _holds(last, keys):
        return 0
    count = last.details.get(NOTED)
    return count if isinstance(count, int) else 0


def _holds(link: ChainLink, keys: LogKeys) -> bool:
    """Whether an entry is as the office signed it, looked at by itself."""
    return is_itself(link) and is_signed(link, keys.fit)


def _numbers(value: object) -> list[int]:
    return [one for one in value if isinstance(one, int)] if isinstance(value, list) else []
