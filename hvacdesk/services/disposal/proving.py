"""Rewriting the file under new keys, and proving page by page that the destroyed values are not in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace

from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.disposal.place_decisions import KeptPlaces
from hvacdesk.domain.disposal.remnants import counted
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.seats.seats import Pause
from hvacdesk.services.disposal.exceptions import (
    NEEDLES_LOST,
    PAGE_DAMAGED,
    REMNANTS,
    STILL_THERE,
    STRUCTURE,
    TEXTS_UNSEARCHED,
    VALUE_FOUND,
)
from hvacdesk.services.disposal.place_changes import rows_of
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.disposal import disposal as store
from hvacdesk.store.disposal import disposal_ledger, erasure, notes, place_decisions, remnants
from hvacdesk.store.disposal import reduction as reducing
from hvacdesk.store.engine import Session, large_cache
from hvacdesk.vault.database.rewrite import DatabaseFile
from hvacdesk.vault.erasure import pending_proof
from hvacdesk.vault.erasure.early_proof import EarlyProof, prove_early
from hvacdesk.vault.erasure.pending_proof import KeptValues
from hvacdesk.vault.erasure.proof import Needle, ProofResult, prove
from hvacdesk.vault.erasure.surviving_rows import living_rows


@dataclass(frozen=True)
class Proof:
    """What was found out, as the certificate states it.

    Attributes:
        exceptions: codes of :data:`hvacdesk.services.disposal.exceptions.EXCEPTION_NAMES`.
        remnants: how many places of which kind hold something of the destroyed, among what stays.
        kept: those of them that were kept on purpose.
    """

    state: BatchState
    pages: int
    frames: int
    values: int
    exceptions: tuple[str, ...]
    remnants: tuple[tuple[str, int], ...] = ()
    kept: tuple[KeptPlaces, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether the file could be read and followed everywhere, whatever was found in it."""
        return not {PAGE_DAMAGED, STRUCTURE}.intersection(self.exceptions)

    def with_exceptions(self, codes: Iterable[str]) -> Proof:
        """The proof with what could not be vouched for besides; it is not simply verified any more then."""
        named = tuple(dict.fromkeys((*self.exceptions, *codes)))
        verified = self.state is BatchState.VERIFIED
        state = BatchState.EXCEPTIONS if verified and named else self.state
        return replace(self, state=state, exceptions=named)


def end_pending_proof(workplace: Workplace, session: Session) -> None:
    """Delete what a disposal kept for its proof, if no batch waits for one: it was cut off before or after.

    Args:
        session: one that writes, so that no disposal can be between keeping the values and its commit.
    """
    if store.interrupted(session) is None:
        with suppress(UserFacingError, OSError):  # what is left is sealed, and the next login tries again
            pending_proof.drop(workplace.vault)


@dataclass(frozen=True)
class Renewed:
    """A file that was rewritten.

    Attributes:
        going: by table the keys of the rows that were deleted, as far as they are known.
        early: the proof that was made while it was compared, if there was one to make.
    """

    going: Mapping[str, Collection[int]]
    early: EarlyProof | None

    def proof_of(self, workplace: Workplace, needles: Sequence[Needle]) -> ProofResult:
        """The early proof, if it is about the file that the office has now; otherwise a proof made now.

        A row that stayed although it was deleted is no living one, which the early proof took it for.
        """
        path, key = workplace.vault.database_path, workplace.vault.database_key()
        with workplace.reading() as session:
            stayed = erasure.rows_there(session, self.going)
        if self.early is None or stayed:
            return prove(path, key, needles, living_rows(path, key, self.going))
        if self.early.stands_for(path):
            return self.early.result
        return prove(path, key, needles, self.early.living)


def renew(
    workplace: Workplace,
    deleted_from: int,
    going: Mapping[str, Collection[int]],
    needles: Sequence[Needle] | None,
) -> Renewed:
    """Write the living rows into the file of a new epoch, and search that file as early as possible.

    Args:
        deleted_from: the epoch whose file the rows were deleted from; if the office is past it, the file has
            been rewritten already.
        going: by table the keys of the rows that were deleted, as far as they are known.
        needles: the destroyed values; None where they are lost.

    Raises:
        UserFacingError: the keys could not be changed; it may be tried again.
    """
    vault = workplace.vault
    found: list[EarlyProof] = []

    def search(new: DatabaseFile) -> bool:
        found.append(prove_early(new, needles or ()))
        return found[-1].whole

    if vault.epoch == deleted_from:
        with workplace.shared.pauses.asked(Pause.DISPOSAL):
            workplace.exchange_keys(lambda: vault.epochs.rotate(beside=search))
    return Renewed(going, found[0] if found else None)


def prove_gone(
    workplace: Workplace,
    sought: KeptValues | None,
    renewed: Renewed,
    customers: Sequence[str],
    batch: str,
) -> Proof:
    """Search the file that the office has now; nothing but the rotation may have written to it yet.

    Its pages are searched for dead bytes, and its rows for what is where it does not belong.

    Args:
        sought: the destroyed values and what identified the persons; None where they are lost.
        renewed: what :func:`renew` gave.
        customers: record ids of the destroyed customers, none of whom may be in the tables.
        batch: the batch, whose reduced customers may hold nothing but what was kept.
    """
    if sought is None:
        return Proof(BatchState.FAILED, 0, 0, 0, (NEEDLES_LOST,))
    with (
        ThreadPoolExecutor(1, "pages") as other,
        workplace.reading() as session,
        large_cache(session),
    ):
        pages = other.submit(renewed.proof_of, workplace, sought.needles)
        there = erasure.still_there(session, customers) + reducing.left_over(
            session, _reduced(session, batch)
        )
        there += _call_notes_left(session, batch)
        if sought.people is None:
            return _said(pages.result(), there).with_exceptions([TEXTS_UNSEARCHED])
        stored = [needle.value for needle in sought.needles]
        left = remnants.find(session, remnants.Sought(sought.people, stored))
        decided = place_decisions.decided(session, store.get_batch(session, batch))
        kept = place_decisions.kept(left, decided, rows_of(session, {}, decided).is_as)
        proof = _said(pages.result(), there)
    return replace(proof.with_exceptions([REMNANTS] if left else []), remnants=counted(left), kept=kept)


def _call_notes_left(session: Session, batch: str) -> int:
    """How many of the batch's call notes still are in the table."""
    items = notes.chosen(session, store.get_batch(session, batch))
    return len(notes.keys_of(session, [item.customer for item in items]))


def _reduced(session: Session, batch: str) -> reducing.Kept:
    """The batch's reduced customers with what was kept of them."""
    lines = [(line.record, line.keeps) for line in disposal_ledger.rows_of(session, batch) if line.keeps]
    return reducing.keys_and_fields(store.keys_of(session, [record for record, _ in lines]), lines)


def _said(found: ProofResult, still_there: int) -> Proof:
    codes = list(found.exceptions)
    codes += [VALUE_FOUND] if found.hits else []
    codes += [PAGE_DAMAGED] if found.hmac_failures else []
    codes += [STILL_THERE] if still_there else []
    state = BatchState.FAILED if still_there else BatchState(found.state)
    return Proof(state, found.pages, found.frames, found.needles, tuple(dict.fromkeys(codes)))
