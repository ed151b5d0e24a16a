"""The register of all papers: copies of work orders and every other paper, in one list; and the cabinets."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from hvacdesk.domain import masking
from hvacdesk.domain.clock import moment_of, office_day, stamp
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.papers import copy_codes
from hvacdesk.domain.papers.register import (
    AWAY,
    CabinetRow,
    PaperCounts,
    PaperKind,
    PaperRow,
    PaperState,
    RegisterQuery,
    by_due_day,
)
from hvacdesk.domain.papers.work_orders import CopyState, number_of_copy
from hvacdesk.store import counters, records
from hvacdesk.store.models import Account, Cabinet, Copy, Customer, Job, Paper, WorkOrder

_paper_state = Paper.state.concat("")
"""As an expression, so that the few papers with a date are found by it, and not by the many that are kept."""

_COPY_STATES = {state.value for state in CopyState}


@dataclass(frozen=True)
class PaperFacts:
    """What is entered of a new paper; ``customer``, ``job`` and ``cabinet`` are primary keys.

    ``code`` is what is on its page, where that is another paper's.
    """

    kind: PaperKind
    customer: int
    job: int | None = None
    cabinet: int | None = None
    label: str = ""
    pages: int = 1
    dated: str = ""
    return_by: str = ""
    holder: str = ""
    code: str = ""


def add(session: Session, facts: PaperFacts, state: PaperState, by: str, at: datetime, year: int) -> Paper:
    """Enter a paper under the next number of the year."""
    demands = facts.kind is PaperKind.PAYMENT_REMINDER
    letter = copy_codes.DEMAND_LETTER if demands else copy_codes.PAPER_LETTER
    number = copy_codes.paper_number(year, counters.take(session, f"paper {year}"), letter)
    paper = Paper(
        customer_id=facts.customer,
        job_id=facts.job,
        cabinet_id=facts.cabinet,
        number=number,
        code=facts.code or copy_codes.paper_code(number),
        kind=facts.kind,
        label=facts.label,
        pages=facts.pages,
        state=state,
        dated=facts.dated,
        return_by=facts.return_by,
        holder=facts.holder,
        registered_by=by,
        registered_at=stamp(at),
        changed_by=by,
        changed_at=stamp(at),
    )
    session.add(paper)
    session.flush()
    return paper


def change(paper: Paper, state: PaperState, by: str, at: datetime) -> None:
    """Move a paper to another state; the person who had it does not have it any more.

    Of one that is struck it stays written who was to have it, and until when: it may be printed all the same.
    """
    paper.state = state
    paper.changed_by, paper.changed_at = by, stamp(at)
    if state not in AWAY and state not in (PaperState.LOST, PaperState.STRUCK):
        paper.holder = paper.return_by = ""


def find(session: Session, paper: str) -> Paper | None:
    """The paper with this record id."""
    return session.scalars(select(Paper).where(Paper.record_id == paper)).one_or_none()


def coded(session: Session, code_or_id: str) -> tuple[Paper, ...]:
    """The papers with this code or record id; of several, those that never came out of a printer are none."""
    named = or_(Paper.code == code_or_id, Paper.record_id == code_or_id)
    found = tuple(session.scalars(select(Paper).where(named).order_by(Paper.id))) if code_or_id else ()
    return tuple(paper for paper in found if paper.state is not PaperState.STRUCK) or found[:1]


def numbered(session: Session, code: str) -> tuple[Paper, ...]:
    """The paper whose own number gives this code, whatever is on its page."""
    return tuple(session.scalars(select(Paper).where(Paper.number.in_(copy_codes.numbers_of(code)))))


def find_all(session: Session, papers: Sequence[str]) -> tuple[Paper, ...]:
    """Papers by record id, in the order of registration."""
    return tuple(session.scalars(select(Paper).where(Paper.record_id.in_(papers)).order_by(Paper.id)))


def struck(session: Session, code: str) -> Paper | None:
    """The paper with this code that was entered first, if it never came out of the printer."""
    first = session.scalar(select(Paper).where(Paper.code == code).order_by(Paper.id))
    return first if code and first is not None and first.state is PaperState.STRUCK else None


def customer_of(session: Session, paper: Paper) -> Customer:
    """Whose paper it is."""
    return session.get_one(Customer, paper.customer_id)


def rows(session: Session, query: RegisterQuery, today: date) -> tuple[PaperRow, ...]:
    """The register, what is overdue the longest or due next first, then the newest first."""
    return tuple(by_due_day(_found(session, query, today))[: query.limit])


def counts(session: Session, today: date) -> PaperCounts:
    """How many copies and other papers are out, late, or wait for the printer, by their indexes."""

    def count(condition: Callable[[type[Copy | Paper]], ColumnElement[bool]]) -> int:
        wanted = (select(func.count()).select_from(table).where(condition(table)) for table in (Copy, Paper))
        return sum(session.scalar(one) or 0 for one in wanted)

    return PaperCounts(
        out=count(lambda table: table.state == PaperState.OUT),
        late=count(lambda table: _is_late(table, today)),
        printing=count(lambda table: table.state == PaperState.PRINTING),
    )


def longest_late(session: Session, today: date) -> str:
    """The day by which the paper that is late the longest should have been back; empty where none is late."""
    days = (
        session.scalar(select(func.min(table.return_by)).where(_is_late(table, today)))
        for table in (Copy, Paper)
    )
    return min(filter(None, days), default="")


def row(session: Session, paper: str, today: date) -> PaperRow:
    """The line of one copy or paper by its record id. Raises :class:`RecordGone`."""
    return next(iter(rows_of(session, [paper], today)), None) or _gone()


def rows_of(session: Session, papers: Sequence[str], today: date) -> tuple[PaperRow, ...]:
    """The lines of copies and papers by record id, in their order."""
    session.flush()
    if not papers:
        return ()  # most lists look for no code; the two questions would be put all the same
    copies = session.execute(_copies().where(Copy.record_id.in_(papers)))
    others = session.execute(_papers().where(Paper.record_id.in_(papers)))
    found = {
        row.paper: row
        for row in (*(_copy_row(one, today) for one in copies), *(_paper_row(one, today) for one in others))
    }
    return tuple(found[paper] for paper in papers if paper in found)


def cabinet(session: Session, record_id: str) -> Cabinet:
    """The cabinet of a record id. Raises :class:`RecordGone`."""
    return records.get(session, Cabinet, record_id)


def save_cabinet(session: Session, record_id: str, label: str, key_holder: str) -> str:
    """Add a cabinet (``record_id`` is empty) or change one; returns its record id."""
    row = cabinet(session, record_id) if record_id else Cabinet()
    row.label, row.key_holder, row.active = label, key_holder, True
    session.add(row)
    session.flush()
    return row.record_id


def papers_in(session: Session, record_id: str) -> int:
    """How many papers a cabinet in use keeps. Raises :class:`RecordGone`."""
    wanted = cabinet(session, record_id).record_id
    return next((one.papers for one in cabinets(session) if one.cabinet == wanted), 0)


def give_up_cabinet(session: Session, record_id: str) -> None:
    """Take a cabinet off the list. Raises :class:`RecordGone`."""
    cabinet(session, record_id).active = False


def put_into(session: Session, paper: Paper, record_id: str) -> None:
    """Put a paper into a cabinet; into none for an empty id. Raises :class:`RecordGone`."""
    paper.cabinet_id = cabinet(session, record_id).id if record_id else None


def lend(paper: Copy | Paper, holder: str, return_by: str) -> None:
    """Note who has a paper that was taken out, and until when."""
    paper.holder, paper.return_by = holder, return_by


def note_holder(paper: Paper, note: str) -> None:
    """Note in words where a paper went."""
    paper.holder_note = note


def cabinets(session: Session) -> tuple[CabinetRow, ...]:
    """Every cabinet in use, with how many papers it keeps."""
    count = (
        select(Paper.cabinet_id, func.count().label("papers"))
        .where(Paper.state == PaperState.KEPT)
        .group_by(Paper.cabinet_id)
        .subquery()
    )
    found = session.execute(
        select(Cabinet, Account.name, count.c.papers)
        .outerjoin(Account, Account.record_id == Cabinet.key_holder)
        .outerjoin(count, count.c.cabinet_id == Cabinet.id)
        .where(Cabinet.active)
        .order_by(Cabinet.label)
    )
    return tuple(
        CabinetRow(one.record_id, one.label, one.key_holder, name or "", papers or 0)
        for one, name, papers in found
    )


def _gone() -> Any:
    raise RecordGone


def _copies() -> Select[*tuple[Any, ...]]:
    """Columns and no whole rows, since today's page and the register ask for hundreds."""
    return (
        select(
            Copy.record_id.label("paper"),
            Copy.copy_number,
            Copy.copies,
            Copy.code,
            Copy.state,
            Copy.profile,
            Copy.return_by,
            Copy.holder,
            WorkOrder.issued_at,
            Job.record_id.label("job"),
            Job.number.label("job_number"),
            Customer.record_id.label("customer"),
            Customer.number.label("customer_number"),
            Customer.family_name,
            Customer.given_name,
            Customer.organisation,
        )
        .join(WorkOrder, Copy.work_order_id == WorkOrder.id)
        .join(Job, WorkOrder.job_id == Job.id)
        .join(Customer, Job.customer_id == Customer.id)
    )


def _papers() -> Select[Paper, Customer, str, str, str, str]:
    return (
        select(Paper, Customer, Job.record_id, Job.number, Cabinet.label, Account.name)
        .join(Customer, Paper.customer_id == Customer.id)
        .outerjoin(Job, Paper.job_id == Job.id)
        .outerjoin(Cabinet, Paper.cabinet_id == Cabinet.id)
        .outerjoin(Account, Account.record_id == Cabinet.key_holder)
    )


def _found(session: Session, query: RegisterQuery, today: date) -> Iterator[PaperRow]:
    """What is late, then the newest, each by an index: sorting a whole register by lateness takes seconds."""
    known: set[str] = set()
    for part in dict.fromkeys((replace(query, overdue=True), query)):
        for row in (*_copy_rows(session, part, today, known), *_paper_rows(session, part, today, known)):
            known.add(row.paper)
            yield row


def _copy_rows(
    session: Session, query: RegisterQuery, today: date, known: Container[str]
) -> Iterator[PaperRow]:
    states = {state.value for state in query.states}
    if (query.kinds and PaperKind.WORK_ORDER not in query.kinds) or (states and not states & _COPY_STATES):
        return
    if query.overdue and query.states and not query.states & AWAY:
        return  # only what is out can be late
    wanted = _copies()
    for condition in _conditions(query, Copy, today):
        wanted = wanted.where(condition)
    order = Copy.return_by if query.overdue else Copy.id.desc()
    for one in session.execute(wanted.order_by(order).limit(query.limit)):
        if one.paper not in known:
            yield _copy_row(one, today)


def _paper_rows(
    session: Session, query: RegisterQuery, today: date, known: Container[str]
) -> Iterator[PaperRow]:
    wanted = _papers()
    for condition in _conditions(query, Paper, today):
        wanted = wanted.where(condition)
    if query.kinds:
        wanted = wanted.where(Paper.kind.in_([kind.value for kind in query.kinds]))
    order = Paper.return_by if query.overdue else Paper.id.desc()
    for one in session.execute(wanted.order_by(order).limit(query.limit)):
        if one[0].record_id not in known:
            yield _paper_row(one, today)


def _conditions(
    query: RegisterQuery, table: type[Copy | Paper], today: date
) -> Iterator[ColumnElement[bool]]:
    if query.states:
        column = _paper_state if query.overdue and table is Paper else table.state
        states = [state.value for state in query.states]
        # An equality where it can be: its index has the rows in order already.
        yield column == states[0] if len(states) == 1 else column.in_(states)
    if query.overdue:
        yield _is_late(table, today)
    if query.holder:
        yield table.holder.contains(query.holder, autoescape=True)
    if query.job:
        yield Job.record_id == query.job
    if query.customer:
        yield Customer.record_id == query.customer


def _is_late(table: type[Copy | Paper], today: date) -> ColumnElement[bool]:
    """Whether it should be back with us, or a customer's own paper back with the customer."""
    due: ColumnElement[bool] = table.state == PaperState.OUT
    if table is Paper:
        own = and_(_paper_state == PaperState.KEPT.value, Paper.kind == PaperKind.HELD)
        due = or_(_paper_state == PaperState.OUT.value, own)
    return and_(due, table.return_by > "", table.return_by < today.isoformat())


def _copy_row(found: Any, today: date) -> PaperRow:
    missing = found.state in (CopyState.OUT, CopyState.LOST)
    return PaperRow(
        paper=found.paper,
        kind=PaperKind.WORK_ORDER,
        number=number_of_copy(found.job_number, found.copy_number, found.copies),
        code=found.code,
        state=PaperState(found.state),
        customer=found.customer,
        customer_number=found.customer_number,
        name=masking.name(_name(found), found.organisation),
        job=found.job,
        job_number=found.job_number,
        profile=found.profile,
        return_by=found.return_by if missing else "",
        holder=found.holder if missing else "",
        registered_on=office_day(moment_of(found.issued_at)).isoformat(),
        overdue=found.state == CopyState.OUT and "" < found.return_by < today.isoformat(),
    )


def _paper_row(found: Any, today: date) -> PaperRow:
    paper, customer, job, job_number, cabinet_label, key_holder = found
    state, kind = paper.state, paper.kind
    return PaperRow(
        paper=paper.record_id,
        kind=kind,
        number=paper.number,
        code=paper.code,
        state=state,
        customer=customer.record_id,
        customer_number=customer.number,
        name=masking.name(_name(customer), customer.organisation),
        job=job or "",
        job_number=job_number or "",
        label=paper.label,
        pages=paper.pages,
        dated=paper.dated,
        return_by="" if state is PaperState.STRUCK else paper.return_by,
        holder="" if state is PaperState.STRUCK else paper.holder,
        cabinet=cabinet_label or "",
        key_holder=key_holder or "",
        registered_on=office_day(moment_of(paper.registered_at)).isoformat(),
        overdue=_waited_for(state, kind) and "" < paper.return_by < today.isoformat(),
    )


def _waited_for(state: PaperState, kind: PaperKind) -> bool:
    return state is PaperState.OUT or (state is PaperState.KEPT and kind is PaperKind.HELD)


def _name(customer: Any) -> PersonName:
    return PersonName(customer.family_name, customer.given_name)
