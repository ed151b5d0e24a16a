"""The register of partner firms and client contractors, and their checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from hvacdesk.domain.clock import stamp
from hvacdesk.domain.partners.firm_names import FirmName
from hvacdesk.domain.partners.partner_checks import CheckResult, CheckRow, FirmCheck
from hvacdesk.domain.partners.partners import (
    ClientTerms,
    Contract,
    FirmFacts,
    FirmRow,
    FirmTaken,
    firm_key,
)
from hvacdesk.store import counters, records
from hvacdesk.store.models import (
    Customer,
    CustomerContact,
    FirmCheckAnswer,
    FirmCheckRow,
    Handover,
    Job,
    PartnerFirm,
)
from hvacdesk.store.staff.staff import account_names

NAMED_SINCE = timedelta(days=365)
"""An unregistered firm is listed for so long after its last job."""


def everything(session: Session, today: date) -> tuple[FirmRow, ...]:
    """Every firm of the register, and those that jobs and hand-overs name and the register does not."""
    is_open, is_late = _open_by_key(session), _open_by_key(session, before=today)
    rows = _registered(session, is_open, is_late)
    known = {firm_key(row.facts.firm) for row in rows}
    others = tuple(
        FirmRow(facts, open_handovers=is_open.get(key, 0), overdue_handovers=is_late.get(key, 0))
        for key, facts in _unregistered(session, today, known).items()
    )
    return (*rows, *others)


def registered(session: Session, today: date) -> tuple[FirmRow, ...]:
    """Every firm of the register, the active first."""
    return _registered(session, _open_by_key(session), _open_by_key(session, before=today))


def _registered(
    session: Session, is_open: Mapping[str, int], is_late: Mapping[str, int]
) -> tuple[FirmRow, ...]:
    found = session.scalars(select(PartnerFirm).order_by(PartnerFirm.active.desc(), PartnerFirm.id))
    return tuple(_row(firm, is_open, is_late) for firm in found)


def get(session: Session, record_id: str) -> PartnerFirm:
    """The firm of a record id. Raises :class:`RecordGone`."""
    return records.get(session, PartnerFirm, record_id)


def called(session: Session, firm: str) -> PartnerFirm | None:
    """The firm of the register that a written name means."""
    return session.scalars(select(PartnerFirm).where(PartnerFirm.key == firm_key(firm))).one_or_none()


def facts_of(firm: PartnerFirm) -> FirmFacts:
    """A firm as the form shows it."""
    return records.record_of(
        FirmFacts,
        firm,
        contract=Contract(
            firm.contract_on,
            firm.contract_number,
            firm.contract_ends,
            firm.confidentiality,
            firm.reentrustment,
            firm.contract_terms,
        ),
        terms=ClientTerms(
            firm.data_after, firm.data_days, firm.leak_first, firm.leak_hours, firm.leak_contact
        ),
    )


def add(session: Session, facts: FirmFacts, by: str, today: date) -> PartnerFirm:
    """Register a firm under the next number. Raises :class:`FirmTaken`."""
    _require_free(session, facts.firm, 0)
    row = PartnerFirm(
        number=f"F-{counters.take(session, 'firm'):03}",
        registered_by=by,
        registered_on=today.isoformat(),
        **_columns(facts),
    )
    session.add(row)
    session.flush()
    return row


def change(session: Session, row: PartnerFirm, facts: FirmFacts) -> tuple[str, ...]:
    """Write other facts; returns the names of the columns that differ. Raises :class:`FirmTaken`."""
    _require_free(session, facts.firm, row.id)
    return records.write(row, _columns(facts))


def add_check(session: Session, firm: PartnerFirm, check: FirmCheck, by: str, at: datetime) -> str:
    """Write a check down; returns its record id."""
    row = FirmCheckRow(
        on=check.on,
        result=check.result,
        next_on=check.next_on,
        remarks=check.remarks,
        checked_by=by,
        checked_at=stamp(at),
        answers=[FirmCheckAnswer(item=item, answer=answer) for item, answer in check.answers.items()],
    )
    firm.checks.append(row)
    session.flush()
    return row.record_id


def checks(session: Session, firm: PartnerFirm) -> tuple[CheckRow, ...]:
    """The checks of a firm, the newest first."""
    names = account_names(session)
    return tuple(_check(row, firm.firm, names) for row in reversed(firm.checks))


def one_check(session: Session, record_id: str) -> CheckRow:
    """One check. Raises :class:`RecordGone`."""
    row = records.get(session, FirmCheckRow, record_id)
    return _check(row, session.get_one(PartnerFirm, row.firm_id).firm, account_names(session))


def written_names(session: Session, today: date) -> tuple[FirmName, ...]:
    """Every firm of the register by name, then those that jobs and hand-overs name and it does not."""
    rows = session.execute(
        select(PartnerFirm.firm, PartnerFirm.partner, PartnerFirm.client, PartnerFirm.active).order_by(
            PartnerFirm.firm
        )
    )
    found = [FirmName(firm, partner, client, active=active) for firm, partner, client, active in rows]
    known = {firm_key(one.firm) for one in found}
    others = _unregistered(session, today, known).values()
    found += [FirmName(one.firm, one.partner, one.client, registered=False) for one in others]
    return tuple(found)


def people(session: Session) -> int:
    """How many people the office holds data of: customers and contacts at organisations."""
    return sum(
        session.scalar(select(func.count()).select_from(table)) or 0 for table in (Customer, CustomerContact)
    )


def clients(session: Session, since: date) -> int:
    """How many firms entrust the office: registered clients, and those whose jobs name them since a day."""
    keys = set(session.scalars(select(PartnerFirm.key).where(PartnerFirm.client, PartnerFirm.active)))
    named = session.scalars(_named(Job.client_contractor, since))
    return len(keys | {firm_key(name) for name in named})


def _named(column: InstrumentedAttribute[str], since: date) -> Select[str]:
    day = since.isoformat()
    return select(column).where(column > "", or_(Job.on >= day, Job.received_on >= day)).distinct()


def _unregistered(session: Session, today: date, known: Iterable[str]) -> Mapping[str, FirmFacts]:
    """What is known of firms without an entry, by key."""
    since, taken = today - NAMED_SINCE, set(known)
    found: dict[str, FirmFacts] = {}
    partners = [*session.scalars(_named(Job.partner_firm, since))]
    partners += session.scalars(select(Handover.firm).where(Handover.ended_on == "").distinct())
    for name in partners:
        found.setdefault(firm_key(name), FirmFacts(name))
    for name in session.scalars(_named(Job.client_contractor, since)):
        key = firm_key(name)
        found[key] = FirmFacts(name, partner=key in found, client=True)
    return {key: facts for key, facts in sorted(found.items()) if key not in taken}


def _open_by_key(session: Session, before: date | None = None) -> dict[str, int]:
    query = select(Handover.firm_key, func.count()).where(Handover.ended_on == "", Handover.due != "")
    if before is not None:
        query = query.where(Handover.due < before.isoformat())
    return {row[0]: row[1] for row in session.execute(query.group_by(Handover.firm_key))}


def _require_free(session: Session, firm: str, but: int) -> None:
    other = called(session, firm)
    if other is not None and other.id != but:
        raise FirmTaken(firm=other.firm)


def _columns(facts: FirmFacts) -> dict[str, object]:
    contract, terms = facts.contract, facts.terms
    return {
        **records.columns_of(facts, "contract", "terms", key=firm_key(facts.firm)),
        "contract_on": contract.on,
        "contract_number": contract.number,
        "contract_ends": contract.ends,
        "confidentiality": contract.confidentiality,
        "reentrustment": contract.reentrustment,
        "contract_terms": contract.terms,
        "data_after": terms.data_after,
        "data_days": terms.days,
        "leak_first": terms.leak_first,
        "leak_hours": terms.leak_hours,
        "leak_contact": terms.leak_contact,
    }


def _row(firm: PartnerFirm, is_open: Mapping[str, int], is_late: Mapping[str, int]) -> FirmRow:
    last = firm.checks[-1] if firm.checks else None
    due = last.next_on if last else firm.registered_on
    return FirmRow(
        facts=facts_of(firm),
        record=firm.record_id,
        number=firm.number,
        next_check=due if firm.partner and firm.active else "",
        checked_on=last.on if last else "",
        stopped=last is not None and last.result == CheckResult.STOP,
        open_handovers=is_open.get(firm.key, 0),
        overdue_handovers=is_late.get(firm.key, 0),
    )


def _check(row: FirmCheckRow, firm: str, names: Mapping[str, str]) -> CheckRow:
    check = FirmCheck(
        row.on,
        {one.item: one.answer for one in row.answers},
        row.result,
        row.next_on,
        row.remarks,
    )
    return CheckRow(row.record_id, check, firm, names.get(row.checked_by, ""))
