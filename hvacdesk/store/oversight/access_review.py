"""What the access review reads of the log, and the sheets that were signed."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from hvacdesk.domain.clock import moment_of, office_time
from hvacdesk.domain.oversight.access_review import REVIEWED, Look, ReviewFinding, Signature
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.store.chunks import chunks
from hvacdesk.store.disposal.standstills import job_customers
from hvacdesk.store.incidents import affected
from hvacdesk.store.models import AccessReviewRow, AuditRow, Customer, Invoice
from hvacdesk.store.oversight import audit_log, joins

_TRIES = "tries"


def looks(session: Session, start: str, end: str) -> tuple[Look, ...]:
    """Everything that the review counts between two stamps; only that stretch of the log is read.

    A look at somebody who lives on in another customer is one at the other; one at a customer in whom another
    lived on then was at both.
    """
    first, last = affected.stretch(session, start, end)
    rows = session.execute(
        select(AuditRow.id, AuditRow.at, AuditRow.actor, AuditRow.action, AuditRow.subject, AuditRow.details)
        .where(
            AuditRow.id.between(first, last),
            AuditRow.at.between(start, end),
            AuditRow.action.in_([action.value for action in REVIEWED]),
        )
        .order_by(AuditRow.id)
    ).all()
    about = affected.customers_of_subjects(session, {row.subject for row in rows})
    as_one = joins.AsOne(session)
    return tuple(
        _look(at, actor, action, json.loads(details), as_one.at(sequence, about.get(subject, ())))
        for sequence, at, actor, action, subject, details in rows
    )


def _look(
    at: str, actor: str, action: str, details: dict[str, object], people: Collection[frozenset[str]]
) -> Look:
    tries = details.get(_TRIES, 1)
    return Look(
        at=office_time(moment_of(at)),
        account=actor,
        action=Action(action),
        customers=tuple(sorted(frozenset().union(*people))),
        reason=str(details.get("reason", "")),
        tries=tries if isinstance(tries, int) else 1,
        one_then=tuple(one for one in people if len(one) > 1),
    )


def numbers(session: Session, customers: Collection[str]) -> dict[str, str]:
    """Customer numbers by record id; of those who exist no more there is none."""
    found: dict[str, str] = {}
    for piece in chunks(customers):
        query = select(Customer.record_id, Customer.number).where(Customer.record_id.in_(piece))
        found |= dict(session.execute(query).all())
    return found


def jobless(session: Session, customers: Collection[str]) -> frozenset[str]:
    """Those of the customers who have no part in any job and were billed nothing; no destroyed ones."""
    found: set[str] = set()
    parts = job_customers().subquery()
    for piece in chunks(customers):
        with_part = select(parts.c.customer)
        query = select(Customer.record_id).where(
            Customer.record_id.in_(piece),
            Customer.merged_into_id.is_(None),
            Customer.id.not_in(with_part),
            Customer.id.not_in(select(Invoice.customer_id).where(Invoice.issued_on != "")),
        )
        found |= set(session.scalars(query))
    return frozenset(found)


def signed_months(session: Session) -> frozenset[str]:
    """The months whose sheet is signed."""
    return frozenset(session.scalars(select(AccessReviewRow.month)))


def signature(session: Session, month: str, names: dict[str, str]) -> Signature | None:
    """Who signed a month's sheet."""
    row = session.scalars(select(AccessReviewRow).where(AccessReviewRow.month == month)).one_or_none()
    if row is None:
        return None
    return Signature(
        names.get(row.signed_by, ""),
        row.signed_at,
        row.head_sequence,
        row.head_hash,
        row.about_themselves,
        row.remark,
    )


def sign(session: Session, month: str, by: str, signed: Signature, findings: Sequence[ReviewFinding]) -> None:
    """File a signed sheet: its findings by codes, counts and customer numbers."""
    kept = [
        {"pattern": one.pattern.value, "account": one.account, "when": one.when, "count": one.count}
        for one in findings
    ]
    session.add(
        AccessReviewRow(
            month=month,
            signed_by=by,
            signed_at=signed.at,
            about_themselves=signed.about_themselves,
            head_sequence=signed.head_sequence,
            head_hash=signed.head_hash,
            findings=json.dumps(kept, sort_keys=True),
            remark=signed.remark,
        )
    )


def months(session: Session) -> Iterator[str]:
    """First and last month of the log."""
    query = select(AuditRow.at).order_by(AuditRow.id).limit(1)
    for at in (session.scalar(query), audit_log.latest_moment(session)):
        if at:
            yield f"{office_time(moment_of(at)):%Y-%m}"
