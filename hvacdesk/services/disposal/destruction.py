"""Destroying an approved batch: delete, rebuild, prove, certify; and the same again after a crash.

The rows, the ledger's entries with their result still pending, and the batch's state change in one
transaction. Everything after it can be repeated: a batch that was interrupted says so and is finished by
calling again.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hvacdesk.domain.audit import Action
from hvacdesk.domain.clock import moment_of, office_day, stamp
from hvacdesk.domain.disposal import BatchState, CertificateFacts, Decision, DisposalResult
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.wording import Phrase, phrase
from hvacdesk.domain.work_orders import CopyState
from hvacdesk.services.audit import AuditLog
from hvacdesk.services.disposal import approval, proving
from hvacdesk.services.disposal.certificates import file_certificate
from hvacdesk.services.disposal.clock_check import require_sound_clock
from hvacdesk.services.disposal.errors import (
    ApproverGone,
    DisposalStopped,
    NothingChosen,
    WaitingDay,
    WrongCount,
    WrongState,
)
from hvacdesk.services.disposal.permission import require_part
from hvacdesk.services.disposal.standing import Fit, sift
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import audit_log, counters, erasure, office
from hvacdesk.store import disposal as store
from hvacdesk.store.engine import Session
from hvacdesk.store.models import DisposalBatch, DisposalItem, DisposalLedgerRow
from hvacdesk.vault import pending_proof
from hvacdesk.vault.proof import Needle

METHOD = "delete+rebuild+search"
"""The ledger's code of the method below."""

METHOD_NAME = phrase(
    "Disposal",
    "Records deleted and overwritten, the encrypted file rebuilt, every page decrypted and searched",
)

CHECKING = phrase("Disposal", "Judging every customer of the batch again")
DELETING = phrase("Disposal", "Deleting the records")
REBUILDING = phrase("Disposal", "Rebuilding the file and searching every page")
CERTIFYING = phrase("Disposal", "Writing ledger and certificate")
STEPS = 4

Progress = Callable[[Phrase, int, int], None]


@dataclass(frozen=True)
class _Deleted:
    """What the deletion leaves for the proof and the certificate. The numbers are in the log as well.

    Attributes:
        needles: the destroyed values; None where they are lost.
        going: by table the keys of the deleted rows; empty after an interruption.
    """

    needles: tuple[Needle, ...] | None
    going: Mapping[str, Collection[int]]
    customers: tuple[str, ...]
    dropped: tuple[str, ...]
    records: int
    shredded: int
    lost: int


class Destruction:
    """Carries out batches of an open office.

    Args:
        forget: called when customers are gone, to forget what is kept of them in memory.
    """

    def __init__(self, workplace: Workplace, forget: Callable[[], None]) -> None:
        self._workplace = workplace
        self._forget = forget
        self._audit = AuditLog(workplace)

    def destroy(
        self,
        actor: Actor,
        batch: str,
        typed_count: int,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> DisposalResult:
        """Carry out an approved batch, or finish one that was interrupted.

        Whoever is no longer due, is on hold again or has something open drops out; the result names them.

        Args:
            typed_count: how many customers the person typed that there are.
            progress: told the step, its number and how many there are.
            cancelled: asked until the deletion is committed; afterwards there is no way back.

        Raises:
            WrongState, WrongCount, WaitingDay, ApproverGone, NothingChosen, ClockSetBack, ClockJumped,
                DisposalStopped: nothing was deleted.
            DatabaseBusy, DiskFull and other failures after the deletion: the batch stays interrupted.
        """
        require_part(actor)
        with self._workplace.store.sole_writer():
            deleted = self._interrupted(batch)
            if deleted is None:
                progress(CHECKING, 0, STEPS)
                deleted = self._delete(actor, batch, typed_count, progress, cancelled)
            self._forget()
            progress(REBUILDING, 2, STEPS)
            proof = self._prove(deleted)
            progress(CERTIFYING, 3, STEPS)
            result = self._certify(actor, batch, deleted, proof)
            pending_proof.drop(self._workplace.vault)
            self._audit.write_anchor()
        progress(CERTIFYING, STEPS, STEPS)
        return result

    def _delete(
        self, actor: Actor, batch: str, typed: int, progress: Progress, cancelled: Callable[[], bool]
    ) -> _Deleted:
        with self._workplace.transaction() as session:
            row = self._approved(session, batch, typed)
            erasure.require_secure_delete(session)
            fit, dropped = self._sift(session, row)
            progress(DELETING, 1, STEPS)
            deleted = self._delete_rows(session, actor, row, fit, dropped)
            if cancelled():
                raise DisposalStopped
            # Last before the commit: once the rows are gone the proof can be made at any time.
            pending_proof.keep(self._workplace.vault, row.record_id, deleted.needles or ())
        return deleted

    def _approved(self, session: Session, batch: str, typed: int) -> DisposalBatch:
        row = store.get_batch(session, batch)
        if row.state != BatchState.APPROVED:
            raise WrongState
        require_sound_clock(self._workplace, session)
        if row.approved_by not in {member.account for member in approval.eligible(self._workplace)}:
            raise ApproverGone
        first_day = approval.first_day(session, row)
        if self._workplace.today() < first_day:
            raise WaitingDay(first_day.isoformat())
        if typed != len(store.chosen(session, row)):
            raise WrongCount
        return row

    def _sift(self, session: Session, row: DisposalBatch) -> tuple[tuple[Fit, ...], tuple[DisposalItem, ...]]:
        """Those who go, and those who drop out; a copy kept since the proposal holds its customer back."""
        due, unfit = sift(self._workplace, session, store.chosen(session, row))
        fit = tuple(one for one in due if not one.standstill.to_shred)
        dropped = (*unfit, *(one.item for one in due if one.standstill.to_shred))
        if not fit:
            raise NothingChosen
        for item in dropped:
            item.decision = Decision.KEEP.value
        return fit, dropped

    def _delete_rows(
        self,
        session: Session,
        actor: Actor,
        row: DisposalBatch,
        fit: Sequence[Fit],
        dropped: Sequence[DisposalItem],
    ) -> _Deleted:
        found = erasure.belongings(session, [one.key for one in fit])
        values = erasure.values(session, found)
        copies = store.copies_to_shred(session, [one.key for one in fit])
        row.state = BatchState.DESTROYING.value
        row.destroyed_at = stamp(self._workplace.now())
        for one in fit:
            one.item.rule = one.reason.rule
            counts = {category.value: count for category, count in sorted(values.counts[one.key].items())}
            session.add(_ledger_row(row, one, counts))
        deleted = _Deleted(
            needles=tuple(map(Needle, values.stored)),
            going=found.keys,
            customers=tuple(one.item.customer for one in fit),
            dropped=tuple(item.customer_number for item in dropped),
            records=found.count,
            shredded=sum(copy.state == CopyState.SHREDDED for copy, _ in copies),
            lost=sum(one.standstill.lost for one in fit),
        )
        self._log_deletion(session, actor, row, deleted)
        erasure.clear_statistics(session)
        erasure.delete_rows(session, found)
        return deleted

    def _log_deletion(self, session: Session, actor: Actor, row: DisposalBatch, facts: _Deleted) -> None:
        self._workplace.record(
            session,
            actor,
            Action.DISPOSAL_STARTED,
            f"batch:{row.record_id}",
            customers=len(facts.customers),
            dropped=list(facts.dropped),
            records=facts.records,
            shredded=facts.shredded,
            lost=facts.lost,
            waiting_days=approval.waiting_days(session),
        )

    def _interrupted(self, batch: str) -> _Deleted | None:
        """What an interrupted destruction left; all rows that are there now count as living."""
        with self._workplace.reading() as session:
            row = store.get_batch(session, batch)
            if row.state != BatchState.DESTROYING:
                return None
            logged = _logged(session, row)
            return _Deleted(
                needles=pending_proof.load(self._workplace.vault, row.record_id),
                going={},
                customers=tuple(item.customer for item in store.chosen(session, row)),
                dropped=tuple(logged["dropped"]),
                records=logged["records"],
                shredded=logged["shredded"],
                lost=logged["lost"],
            )

    def _prove(self, deleted: _Deleted) -> proving.Proof:
        exceptions = [proving.LOST_COPY] if deleted.lost else []
        if deleted.needles is None:
            return proving.unprovable(exceptions)
        return proving.rebuild_and_prove(
            self._workplace, deleted.needles, deleted.going, deleted.customers, exceptions
        )

    def _certify(self, actor: Actor, batch: str, deleted: _Deleted, proof: proving.Proof) -> DisposalResult:
        """Write the result down, whichever it is, and the certificate that states it."""
        with self._workplace.transaction() as session:
            row = store.get_batch(session, batch)
            row.state = proof.state.value
            year = office_day(moment_of(row.destroyed_at)).year
            number = f"DC{year}-{counters.take(session, f'certificate {year}'):03}"
            ledger = store.ledger_rows(session, batch)
            for line in ledger:
                line.result, line.certificate = proof.state.value, number
            self._workplace.record(
                session,
                actor,
                Action.DISPOSAL_FINISHED,
                f"batch:{batch}",
                result=proof.state.value,
                certificate=number,
                customers=len(deleted.customers),
                values=proof.values,
                pages=proof.pages,
                frames=proof.frames,
            )
            facts = self._facts(session, row, number, deleted, proof, _by_rule(ledger))
            file_certificate(session, batch, facts)
        return DisposalResult(
            batch=batch,
            state=proof.state,
            certificate=number,
            customers=len(deleted.customers),
            pages=proof.pages,
            frames=proof.frames,
            exceptions=proof.exceptions,
            dropped=deleted.dropped,
        )

    def _facts(
        self,
        session: Session,
        row: DisposalBatch,
        number: str,
        deleted: _Deleted,
        proof: proving.Proof,
        rules: tuple[tuple[str, str, int], ...],
    ) -> CertificateFacts:
        names = store.account_names(session)
        sequence, digest = audit_log.head(session)
        return CertificateFacts(
            number=number,
            office_name=office.facts(session).name,
            issued_on=self._workplace.today().isoformat(),
            month=row.month,
            customers=len(deleted.customers),
            records=deleted.records,
            values=proof.values,
            rules=rules,
            copies_shredded=deleted.shredded,
            method=METHOD_NAME,
            pages=proof.pages,
            frames=proof.frames,
            result=proof.state,
            exceptions=proof.exceptions,
            proposed_by=names.get(row.proposed_by, ""),
            proposed_on=_day(row.proposed_at),
            approved_by=names.get(row.approved_by, ""),
            approved_on=_day(row.approved_at),
            destroyed_at=row.destroyed_at,
            same_person=row.alone,
            head_sequence=sequence,
            head_hash=digest,
        )


def _logged(session: Session, row: DisposalBatch) -> dict[str, Any]:
    """The numbers that :meth:`Destruction._log_deletion` wrote."""
    subject = f"batch:{row.record_id}"
    return audit_log.entries(session, limit=1, subject=subject, action=Action.DISPOSAL_STARTED)[0].details


def _ledger_row(row: DisposalBatch, one: Fit, counts: dict[str, int]) -> DisposalLedgerRow:
    return DisposalLedgerRow(
        batch=row.record_id,
        record=one.item.customer,
        customer_number=one.item.customer_number,
        categories=json.dumps(counts),
        rule=one.reason.rule,
        law=one.reason.law,
        method=METHOD,
        result=BatchState.DESTROYING.value,
        destroyed_at=row.destroyed_at,
    )


def _by_rule(ledger: Sequence[DisposalLedgerRow]) -> tuple[tuple[str, str, int], ...]:
    counted = Counter((line.rule, line.law) for line in ledger)
    return tuple((rule, law, count) for (rule, law), count in sorted(counted.items()))


def _day(moment: str) -> str:
    return office_day(moment_of(moment)).isoformat()
