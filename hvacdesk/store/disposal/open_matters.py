"""Matters about customers that are not finished, and whose data must not go before they are.

Incidents, requests and the hand-over ledger are read here; jobs, papers, calls, plans and money in
:mod:`hvacdesk.store.disposal.standstills`, by which alone review, proposal and destruction ask for all of it.
"""

from __future__ import annotations

from sqlalchemy import Select, func, or_, select

from hvacdesk.domain.partners.handovers import HandoverMedium
from hvacdesk.store.models import Customer, Handover, HandoverCustomer, Incident, IncidentCustomer
from hvacdesk.store.requests import requests


def concerned_by_open_incidents() -> Select[int]:
    """Primary keys of the customers whom an incident concerns that is still open.

    An incident is open until it is closed; a customer who was taken off its list is not concerned. A
    duplicate that was merged counts as the customer in whom it lives on. Drills are about nobody.
    """
    open_ones = (
        select(IncidentCustomer.customer)
        .join(Incident, Incident.id == IncidentCustomer.incident_id)
        .where(Incident.closed_at == "", Incident.drill.is_(False), IncidentCustomer.removed.is_(False))
    )
    return _customers().where(Customer.record_id.in_(open_ones))


def with_unanswered_requests() -> Select[int]:
    """Primary keys of the customers who asked for something that their data is needed to answer.

    Disclosure, correction and the suspension of use, until the request is answered or withdrawn. A request
    for erasure does not belong here: the disposal is its answer.
    """
    return _customers().where(Customer.id.in_(requests.unanswered()))


def out_with_partner_firms() -> Select[int]:
    """Primary keys of the customers whose data lies with a firm that is to return or destroy it.

    A copy on paper is not meant here: what becomes of it is in the register of copies, which may also say
    that it was lost.
    """
    out = (
        select(HandoverCustomer.customer)
        .join(Handover, Handover.id == HandoverCustomer.handover_id)
        .where(Handover.ending == "", Handover.due != "")
        .where(or_(Handover.copy == "", Handover.medium != HandoverMedium.PAPER))
    )
    return _customers().where(Customer.record_id.in_(out))


def _customers() -> Select[int]:
    return select(func.coalesce(Customer.merged_into_id, Customer.id))
