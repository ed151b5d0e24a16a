"""Writing down what a disposal did: batch, ledger, log and certificate in one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hvacdesk.domain.clock import moment_of, office_day
from hvacdesk.domain.disposal.disposal import CertificateFacts, KeptFields
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import Phrase, phrase
from hvacdesk.services.disposal.certificates import file_certificate
from hvacdesk.services.disposal.exceptions import named
from hvacdesk.services.disposal.proving import Proof
from hvacdesk.services.oversight.log_witness import checkpoint_note
from hvacdesk.services.permissions import step_of
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import counters
from hvacdesk.store.disposal import disposal as store
from hvacdesk.store.disposal import disposal_ledger, place_decisions
from hvacdesk.store.engine import Session
from hvacdesk.store.office import office
from hvacdesk.store.oversight import audit_log, tied
from hvacdesk.store.staff.staff import account_names

if TYPE_CHECKING:
    from hvacdesk.store.models import DisposalBatch, DisposalLedgerRow

METHOD = "delete+renew+search+end"
METHOD_NOT_ENDED = "delete+renew+search"
METHOD_NOT_SEARCHED = "delete+renew"
METHOD_OF_FIRST_RELEASE = "delete+rebuild+search"

METHOD_NAMES: dict[str, Phrase] = {
    METHOD: phrase(
        "Disposal",
        "Records deleted, all others written into a new file encrypted under new keys, every page of it "
        "decrypted and searched, former keys, file and reachable backups removed",
    ),
    METHOD_NOT_ENDED: phrase(
        "Disposal",
        "Records deleted, all others written into a new file encrypted under new keys, every page of it "
        "decrypted and searched",
    ),
    METHOD_NOT_SEARCHED: phrase(
        "Disposal", "Records deleted, all others written into a new file encrypted under new keys"
    ),
    METHOD_OF_FIRST_RELEASE: phrase(
        "Disposal",
        "Records deleted and overwritten, the encrypted file rebuilt, every page decrypted and searched",
    ),
}
"""What the certificate says of the ledger's codes; earlier certificates keep what was true of them."""


@dataclass(frozen=True)
class Counts:
    """What was deleted."""

    customers: int
    records: int
    shredded: int
    call_notes: int = 0
    cleaned: int = 0
    taken: int = 0


@step_of("Destruction.destroy")
def certify(workplace: Workplace, actor: Actor, batch: str, counts: Counts, proof: Proof) -> str:
    """Write the result down, whichever it is, and file the certificate that states it.

    Returns:
        The certificate's number.
    """
    with workplace.transaction() as session:
        row = store.get_batch(session, batch)
        store.end(session, row, proof.state)
        place_decisions.clear_contents(session)
        number = _number(session, row)
        disposal_ledger.end_rows(
            session, batch, result=proof.state.value, certificate=number, method=_method(proof)
        )
        workplace.record(
            session,
            actor,
            Action.DISPOSAL_FINISHED,
            f"batch:{batch}",
            ties=[tied.ledger_of(batch)],
            result=proof.state.value,
            certificate=number,
            customers=counts.customers,
            call_notes=counts.call_notes,
            values=proof.values,
            pages=proof.pages,
            frames=proof.frames,
            exceptions=list(proof.exceptions),
        )
        # The certificate names the log's end, so the entry above comes first; its own hash comes after.
        ledger = disposal_ledger.rows_of(session, batch)
        file_certificate(session, batch, _facts(workplace, session, row, number, counts, proof, ledger))
        ties = tied.certificate(number)
        workplace.record(session, actor, Action.RECORDS_TIED, f"batch:{batch}", ties=ties, certificate=number)
    return number


def _method(proof: Proof) -> str:
    """The ledger's code of what was done, and nothing more than that."""
    if not proof.pages:
        return METHOD_NOT_SEARCHED
    return METHOD if proof.sound else METHOD_NOT_ENDED


def _number(session: Session, row: DisposalBatch) -> str:
    year = office_day(moment_of(row.destroyed_at)).year
    return f"DC{year}-{counters.take(session, f'certificate {year}'):03}"


def _facts(
    workplace: Workplace,
    session: Session,
    row: DisposalBatch,
    number: str,
    counts: Counts,
    proof: Proof,
    ledger: Sequence[DisposalLedgerRow],
) -> CertificateFacts:
    names = account_names(session)
    sequence, digest = audit_log.head(session)
    return CertificateFacts(
        number=number,
        office_name=office.facts(session).name,
        issued_on=workplace.today().isoformat(),
        month=row.month,
        customers=counts.customers,
        records=counts.records,
        values=proof.values,
        rules=_by_rule(ledger),
        copies_shredded=counts.shredded,
        method=METHOD_NAMES[ledger[0].method],
        pages=proof.pages,
        frames=proof.frames,
        result=proof.state,
        exceptions=named(proof.exceptions),
        remnants=proof.remnants,
        kept=proof.kept,
        cleaned=counts.cleaned,
        taken=counts.taken,
        proposed_by=names.get(row.proposed_by, ""),
        proposed_on=_day(row.proposed_at),
        approved_by=names.get(row.approved_by, ""),
        approved_on=_day(row.approved_at),
        destroyed_at=row.destroyed_at,
        same_person=row.alone,
        head_sequence=sequence,
        head_hash=digest,
        reduced=_by_kept_fields(ledger),
        shredding=store.shredding(session, row) if counts.shredded and row.shred_method else None,
        call_notes=counts.call_notes,
        on_request=row.on_request,
        batch_number=row.number,
        checkpoint=checkpoint_note(workplace, session, sequence),
    )


def _by_rule(ledger: Sequence[DisposalLedgerRow]) -> tuple[tuple[str, str, int], ...]:
    counted = Counter((line.rule, line.law) for line in ledger if not line.keeps and line.customer_number)
    return tuple((rule, law, count) for (rule, law), count in sorted(counted.items()))


def _by_kept_fields(ledger: Sequence[DisposalLedgerRow]) -> tuple[KeptFields, ...]:
    counted = Counter((line.rule, line.law, line.keeps) for line in ledger if line.keeps)
    return tuple(
        KeptFields(rule, law, tuple(keeps.split()), count)
        for (rule, law, keeps), count in sorted(counted.items())
    )


def _day(moment: str) -> str:
    return office_day(moment_of(moment)).isoformat()
