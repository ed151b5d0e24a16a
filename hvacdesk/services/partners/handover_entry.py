"""Entering hand-overs within a transaction: copies of work orders for partner firms enter themselves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.work_orders import WorkOrderView
from hvacdesk.domain.partners.handovers import ConsentNeeded, HandoverMedium, ProvisionStopped
from hvacdesk.domain.partners.partner_checks import CheckResult
from hvacdesk.domain.partners.partners import Basis, FirmStopped
from hvacdesk.domain.requests.consents import ConsentKind
from hvacdesk.domain.requests.requests import RequestKind
from hvacdesk.domain.requests.suspension import CustomerSuspended
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.roles import Actor
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.papers.work_orders import OrderMaterial
from hvacdesk.store.partners import handovers as store
from hvacdesk.store.partners import partners
from hvacdesk.store.requests import consents, requests

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer


def enter_copy(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    material: OrderMaterial,
    copy: str,
    view: WorkOrderView,
) -> None:
    """Enter a partner firm's copy of a work order, with the fields that its page shows.

    Raises:
        FirmStopped: by the last check the firm gets no data.
        ConsentNeeded: the firm gets data for its own use, and somebody on the page has not agreed.
    """
    numbers = (material.on_site.number, material.requester.number)
    people = store.customers_numbered(session, tuple(dict.fromkeys(numbers)))
    facts = store.HandoverFacts(
        firm=material.partner_firm,
        basis=basis_of(session, material.partner_firm),
        medium=HandoverMedium.PAPER,
        fields=fields_on(view),
        on=view.issued_on,
        due=view.return_by,
        customers=tuple((one.record_id, one.number) for one in people),
        job=material.job,
        job_number=material.number,
        copy=copy,
        copy_number=view.copy_number,
    )
    enter(workplace, session, actor, facts, people)


def enter(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    facts: store.HandoverFacts,
    people: Sequence[Customer],
) -> str:
    """Enter a line and log it; returns its record id.

    Raises:
        FirmStopped, ConsentNeeded: as for :func:`enter_copy`.
        ProvisionStopped, CustomerSuspended: somebody had the provision, or the use, of their data stopped by
            then. What was given before any such stop is still entered.
    """
    require_not_stopped(session, facts.firm, facts.on)
    if any(one.suspended_on and facts.on >= one.suspended_on for one in people):
        raise CustomerSuspended
    consent = facts.basis is Basis.PROVISION
    if consent:
        _require_provision(session, facts, people)
    row = store.add(
        session,
        store.with_consent(facts) if consent else facts,
        actor.account,
        workplace.now(),
        workplace.today().year,
    )
    workplace.record(
        session,
        actor,
        Action.HANDED_OVER,
        f"handover:{row.record_id}",
        handover=row.number,
        basis=row.basis,
        medium=row.medium,
        handed=row.fields.split(),
    )
    return row.record_id


def basis_of(session: Session, firm: str) -> Basis:
    """On what ground a firm gets data; entrusted work where the register does not know it."""
    known = partners.called(session, firm)
    return Basis(known.basis) if known is not None else Basis.ENTRUSTMENT


def require_not_stopped(session: Session, firm: str, on: str) -> None:
    """Raise :class:`FirmStopped` where the last check, or those like it before it, had it by that day."""
    known = partners.called(session, firm)
    checks = reversed(known.checks) if known is not None else ()
    stops = takewhile(lambda check: check.result == CheckResult.STOP, checks)
    if known is not None and any(on >= check.on for check in stops):
        raise FirmStopped(firm=known.firm)


def fields_on(view: WorkOrderView) -> frozenset[RecordField]:
    """The kinds of data that a page shows."""
    shown = (
        (RecordField.NAME, view.name),
        (RecordField.SITE, view.address or view.survey.basis),
        (RecordField.PHONE, view.phone),
        (RecordField.ACCESS, view.access),
        (RecordField.UNIT, any(unit.serial for _, unit in view.units)),
        (RecordField.TEXT, view.attends or view.cautions),
        (RecordField.TEXT, any(item.detail for item in view.items)),
        (RecordField.TEXT, any(unit.place for _, unit in view.units)),
    )
    return frozenset(field for field, there in shown if there)


def agreed(session: Session, people: Sequence[Customer]) -> bool:
    """Whether everybody has agreed that their data is given to another firm for its own use."""
    return all(consents.allowed(session, one.id, ConsentKind.THIRD_PARTY) for one in people)


def _require_provision(session: Session, facts: store.HandoverFacts, people: Sequence[Customer]) -> None:
    """Check that a firm may get data for its own use: everybody agreed, and nobody had it stopped by then."""
    stopped = requests.in_force(session, RequestKind.PROVISION_STOP, [one.id for one in people])
    if any(facts.on >= one.answered_on for one in stopped):
        raise ProvisionStopped
    if not agreed(session, people):
        raise ConsentNeeded(firm=facts.firm)
