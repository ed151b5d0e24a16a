"""Comparing the registers and notes that hang on the audit log with what its entries say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from hvacdesk.domain.oversight.audit_chain import ChainLink, Fits, is_signed
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.chain_report import ErasedNote, RecordState, TiedRecord
from hvacdesk.store.billing import as_issued
from hvacdesk.store.billing.as_issued import ISSUING, Logged
from hvacdesk.store.engine import Session
from hvacdesk.store.oversight import audit_log, tied
from hvacdesk.store.oversight.tied import NOTES_GONE, TIED, Tie
from hvacdesk.vault.keyfile.signers import LogSigner


@dataclass(frozen=True)
class Records:
    """What the comparison showed.

    Attributes:
        wrong: what is not as its entry in the log says.
        notes_missing, notes_altered: entries whose note is gone without a word, or is not the one written.
        notes_erased: notes of which the log says who erased them, and when.
    """

    wrong: tuple[TiedRecord, ...]
    notes_missing: tuple[int, ...]
    notes_altered: tuple[int, ...]
    notes_erased: tuple[ErasedNote, ...]

    @property
    def sound(self) -> bool:
        """Whether everything is as the log says."""
        return not (self.wrong or self.notes_missing or self.notes_altered)


NOTHING_TIED = Records((), (), (), ())

DOCUMENTS = "issued_documents"
"""Issued documents, which hang on the entries that told of their issue."""

_OF_EVERYTHING = frozenset({Action.RECORDS_TIED, Action.CHAIN_REANCHORED})
"""Entries of these actions may state the content of any register. As long as nobody ever signed, the first of
them needs no signature: the person who first opened an office of an earlier version wrote it."""

_SPEAKS: dict[str, frozenset[Action]] = {
    tied.LEDGER: frozenset({Action.DISPOSAL_STARTED, Action.DISPOSAL_FINISHED}),
    tied.CERTIFICATES: frozenset(),
    tied.PDFS: frozenset(),
    tied.MEDIA: frozenset({Action.MEDIUM_REGISTERED, Action.MEDIUM_CHANGED, Action.MEDIUM_SANITIZED}),
    tied.HOLDS: frozenset(
        {Action.HOLD_SET, Action.HOLD_LIFTED, Action.CUSTOMERS_MERGED, Action.MERGE_UNDONE}
    ),
    tied.APPROVALS: frozenset({Action.DISPOSAL_PROPOSED, Action.DISPOSAL_APPROVED, Action.DISPOSAL_STARTED}),
    tied.PLACES: frozenset({Action.PLACES_DECIDED, Action.DISPOSAL_APPROVED, Action.DISPOSAL_STARTED}),
    tied.ITEMS: frozenset({Action.DISPOSAL_PROPOSED, Action.DISPOSAL_APPROVED, Action.DISPOSAL_STARTED}),
}
"""Which other entries may state a register's content: no login and no reveal explains a certificate away."""

_SIGNED_ALONE = frozenset({tied.LEDGER, tied.CERTIFICATES, tied.PDFS})
"""Registers that are written with the office's signing key alone: no disposal runs without it."""

_SIGNED_LASTS = frozenset({tied.APPROVALS, tied.PLACES, tied.ITEMS})
"""Registers that nobody changes once a disposal has begun and signed for them."""

_STAYING = frozenset({tied.MEDIA, tied.HOLDS})
"""Registers that the desk writes and takes nothing out of: that something is gone takes a signature."""

_MOVES_HOLDS = frozenset({Action.CUSTOMERS_MERGED, Action.MERGE_UNDONE})
"""What lets a customer's holds be another's; lifting a hold only marks it."""

_ERASES_NOTES = frozenset({Action.DISPOSAL_STARTED, *_OF_EVERYTHING})


class Ties:
    """What the log's entries say of the registers and notes; the latest entry that may say it counts.

    Anybody who opens the file could append an entry. So each register hears the actions that write it, and
    what only a person responsible does counts with the office's signature.

    Args:
        fits: whether the office made a signature.
    """

    def __init__(self, fits: Fits) -> None:
        self._fits = fits
        self._said: dict[Tie, str] = {}
        self._signed: set[Tie] = set()
        self._begun = False
        self._gone: dict[int, ErasedNote] = {}
        self._answered: set[int] = set()
        self._issued = Logged()

    def watching(self, links: Iterable[ChainLink]) -> Iterator[ChainLink]:
        """The same entries, noting on the way what each says."""
        for link in links:
            self._note(link)
            yield link

    def _note(self, link: ChainLink) -> None:
        signed = is_signed(link, self._fits)
        if link.action in ISSUING:
            self._issued.note(link.details)
        told = {
            Tie(one[0], one[1]): one[2]
            for one in _listed(link.details.get(TIED))
            if isinstance(one, list) and len(one) == 3 and all(isinstance(part, str) for part in one)
        }
        may_go = signed or self._moves_holds(link, told)
        for key, digest in told.items():
            if digest or may_go or key.register not in _STAYING or link.action in _OF_EVERYTHING:
                self._hear(link, key, digest, signed=signed)
        if link.action in _ERASES_NOTES and (signed or self._first_tie(link)):
            for entry in _listed(link.details.get(NOTES_GONE)):
                if isinstance(entry, int):
                    self._gone.setdefault(entry, ErasedNote(entry, link.sequence, link.actor, link.at))
                    self._answered |= {entry} if link.action == Action.CHAIN_REANCHORED else set()
        self._begun = self._begun or signed

    def _moves_holds(self, link: ChainLink, told: Mapping[Tie, str]) -> bool:
        """Whether a customer's holds may be gone by an entry that nobody signed: another has them now."""
        return link.action in _MOVES_HOLDS and any(
            digest and key.register == tied.HOLDS and self._said.get(key) != digest
            for key, digest in told.items()
        )

    def _hear(self, link: ChainLink, key: Tie, digest: str, *, signed: bool) -> None:
        """Take an entry's word for the content of a row, if such an entry may state it."""
        if link.action in _OF_EVERYTHING:
            may = signed or self._first_tie(link)
        else:
            may = link.action in _SPEAKS.get(key.register, ()) and (
                signed or key.register not in _SIGNED_ALONE
            )
        if may and (signed or key.register not in _SIGNED_LASTS or key not in self._signed):
            self._said[key] = digest
            if signed:
                self._signed.add(key)

    def _first_tie(self, link: ChainLink) -> bool:
        """Whether an entry ties an office of an earlier version to its log."""
        return not self._begun and link.action == Action.RECORDS_TIED

    def against(self, session: Session) -> Records:
        """What is not as the log says."""
        notes = tied.notes(session)
        return Records(
            wrong=tuple(self._wrong(session)),
            notes_missing=tuple(sorted(notes.missing - self._gone.keys())),
            notes_altered=tuple(sorted(notes.altered - self._answered)),
            notes_erased=tuple(self._gone[entry] for entry in sorted(self._gone.keys() & notes.missing)),
        )

    def _wrong(self, session: Session) -> Iterator[TiedRecord]:
        there, destroyed = tied.present(session), tied.destroyed(session)
        for key in sorted(there.keys() | {key for key in self._said if key.register != DOCUMENTS}):
            said, now = self._said.get(key), there.get(key, "")
            if now == said or (key.register == tied.HOLDS and not now and key.key in destroyed):
                continue
            if said is None and key.register == tied.ITEMS:
                continue  # proposed with an earlier version, whose disposals are not carried out any more
            if said is None or not said:
                yield TiedRecord(key.register, key.key, RecordState.ADDED)
            else:
                state = RecordState.ALTERED if now else RecordState.GONE
                yield TiedRecord(key.register, key.key, state)
        for number in as_issued.altered(session, self._issued):
            if self._said.get(Tie(DOCUMENTS, number)) != as_issued.state(session, number):
                yield TiedRecord(DOCUMENTS, number, RecordState.ALTERED)


def as_they_are(session: Session, records: Records) -> list[list[str]]:
    """What an entry holds that says of everything wrong: this is how it is from now on."""
    documents = [one for one in records.wrong if one.register == DOCUMENTS]
    others = [Tie(one.register, one.key) for one in records.wrong if one.register != DOCUMENTS]
    answered = [[one.register, one.key, as_issued.state(session, one.key)] for one in documents]
    return tied.digests(session, others) + answered


def tie_rest(
    session: Session,
    at: datetime,
    actor: str,
    before: Mapping[Tie, str],
    signer: LogSigner | None = None,
) -> None:
    """Append an entry that states the content of everything that the log does not know of yet.

    Args:
        before: what the log says, which is not repeated; nothing where an earlier version wrote the office.
    """
    now = tied.present(session)
    changed = [[*key, digest] for key, digest in sorted(now.items()) if before.get(key) != digest]
    ties = Ties(lambda *_: True)  # what is said already need not be said again, by whomever
    for _link in ties.watching(audit_log.chain(session)):
        pass
    gone = list(ties.against(session).notes_missing)
    if changed or gone:
        details = {TIED: changed, NOTES_GONE: gone}
        audit_log.append(session, at, actor, Action.RECORDS_TIED, "", details, signer=signer)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []
