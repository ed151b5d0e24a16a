"""The register of customers' requests."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from hvacdesk.domain import masking
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.requests.requests import (
    OPEN_REQUESTS,
    STOPPING_KINDS,
    IdentityCheck,
    NewRequest,
    RequestAnswer,
    RequestDetail,
    RequestDone,
    RequestKind,
    RequestRow,
    RequestState,
    due_day,
    is_overdue,
)
from hvacdesk.store import counters, records
from hvacdesk.store.chunks import among
from hvacdesk.store.customers.customers import name_of
from hvacdesk.store.customers.marks import table_of
from hvacdesk.store.models import Customer, CustomerRequest, RequestWords
from hvacdesk.store.staff.staff import account_names

_WORDS = ("name", "person", "contact", "asked")
"""What was said in a request, which is kept apart from it."""

_OPEN = tuple(state.value for state in OPEN_REQUESTS)


def add(session: Session, new: NewRequest, customer: Customer | None, by: str) -> CustomerRequest:
    """Enter a request under the next number, with its words apart."""
    row = CustomerRequest(
        number=f"R-{counters.take(session, 'request'):04}",
        customer_id=customer.id if customer else None,
        customer_number=customer.number if customer else "",
        **records.columns_of(new, "customer", *_WORDS),
        state=RequestState.RECEIVED,
        received_by=by,
        due_on=due_day(new.received_on).isoformat(),
    )
    session.add(row)
    session.flush()
    session.add(
        RequestWords(
            request_id=row.id,
            customer_id=row.customer_id,
            **{name: getattr(new, name) for name in _WORDS},
        )
    )
    return row


def correct(session: Session, row: CustomerRequest, new: NewRequest) -> tuple[str, ...]:
    """Rewrite what was noted of a request; returns the names of what differs."""
    said = words(session, row)
    changed = records.write(row, records.columns_of(new, "customer", *_WORDS))
    row.due_on = due_day(new.received_on).isoformat()
    if said is not None:
        changed += records.write(said, {name: getattr(new, name) for name in _WORDS})
    return changed


def get(session: Session, record_id: str) -> CustomerRequest:
    """The request of a record id. Raises :class:`RecordGone`."""
    return records.get(session, CustomerRequest, record_id)


def words(session: Session, row: CustomerRequest) -> RequestWords | None:
    """What was said in a request; None once that is destroyed."""
    return session.scalars(select(RequestWords).where(RequestWords.request_id == row.id)).one_or_none()


def assign(session: Session, row: CustomerRequest, customer: Customer) -> None:
    """Assign a request of somebody unknown to a customer."""
    row.customer_id, row.customer_number = customer.id, customer.number
    said = words(session, row)
    if said is not None:
        said.customer_id = customer.id


def erase_words(session: Session, row: CustomerRequest) -> bool:
    """Delete what was said in a request; whether there was anything."""
    said = words(session, row)
    if said is not None:
        session.delete(said)
    return said is not None


def rows(session: Session, today: date, *, customer: Customer | None = None) -> tuple[RequestRow, ...]:
    """Every request or a customer's: the open ones first, the most pressing of them first."""
    query = select(CustomerRequest)
    if customer is not None:
        query = query.where(CustomerRequest.customer_id == customer.id)
    found = session.scalars(query.order_by(CustomerRequest.id.desc())).all()
    ordered = sorted(
        found, key=lambda row: (row.state not in _OPEN, row.due_on if row.state in _OPEN else "")
    )
    return _rows(session, today, ordered)


def of_kind(session: Session, kind: RequestKind, customer: Customer) -> tuple[CustomerRequest, ...]:
    """Every request of one kind that a customer made."""
    query = select(CustomerRequest).where(CustomerRequest.customer_id == customer.id)
    return tuple(session.scalars(query.where(CustomerRequest.kind == kind.value)))


def numbers(session: Session, keys: Collection[int]) -> tuple[str, ...]:
    """The numbers of some requests, by primary key, the earliest first."""
    query = select(CustomerRequest.number).where(among(table_of(CustomerRequest).c.id, keys))
    return tuple(session.scalars(query.order_by(CustomerRequest.id)))


def open_requests(session: Session, today: date) -> tuple[RequestRow, ...]:
    """Requests that wait for an answer, the most pressing first."""
    query = select(CustomerRequest).where(CustomerRequest.state.in_(_OPEN))
    return _rows(session, today, session.scalars(query.order_by(CustomerRequest.due_on)).all())


def row_of(session: Session, row: CustomerRequest, today: date) -> RequestRow:
    """One line of the register."""
    return _rows(session, today, [row])[0]


def detail(session: Session, row: CustomerRequest, today: date, done: RequestDone) -> RequestDetail:
    """A request with what was said in it and what was ``done`` about it."""
    said = words(session, row)
    received_by = account_names(session).get(row.received_by, "")
    if said is None:
        return RequestDetail(row_of(session, row, today), received_by, done=done)
    return RequestDetail(
        row_of(session, row, today),
        received_by,
        said.name,
        said.contact,
        said.asked,
        said.answer,
        done,
        said.person,
    )


def note_identity(row: CustomerRequest, check: IdentityCheck, today: date, by: str) -> None:
    """Note by what the person who asks was known."""
    row.identity, row.identity_on, row.identity_by = check, today.isoformat(), by
    row.state = RequestState.CHECKED


def forget_identity(row: CustomerRequest) -> None:
    """Let the identity be checked again."""
    row.identity, row.identity_on, row.identity_by = None, "", ""
    row.state = RequestState.RECEIVED


def note_answer(session: Session, row: CustomerRequest, answer: RequestAnswer, today: date, by: str) -> None:
    """Note how the request was answered or refused, and what else the letter says."""
    row.state = RequestState.ANSWERED if answer.outcome else RequestState.REFUSED
    row.outcome, row.ground = answer.outcome, answer.ground
    row.answer_way = answer.way
    _end(row, today, by)
    _put_answer(session, row, answer.text)


def note_withdrawn(row: CustomerRequest, today: date, by: str) -> None:
    """Note that the person withdrew the request."""
    row.state = RequestState.WITHDRAWN
    _end(row, today, by)


def note_lifted(session: Session, row: CustomerRequest, today: date, by: str) -> None:
    """Note that what the request stopped is allowed again."""
    row.lifted_on, row.lifted_by = today.isoformat(), by
    session.flush()


def _end(row: CustomerRequest, today: date, by: str) -> None:
    row.answered_on, row.answered_by = today.isoformat(), by


def _put_answer(session: Session, row: CustomerRequest, text: str) -> None:
    """Store what else the letter says, even if the words of the request were deleted with their customer."""
    said = words(session, row)
    if said is not None:
        said.answer = text
    elif text:
        session.add(RequestWords(request_id=row.id, customer_id=row.customer_id, answer=text))


class Requester(NamedTuple):
    """Who asked: the person concerned where they were noted, and the name given, which may be an agent's."""

    person: str
    name: str
    by_agent: bool


def last_asked(session: Session, customer: Customer, kind: RequestKind) -> Requester | None:
    """Who made a customer's last request of a kind; None where nobody did, or it is destroyed."""
    found = session.execute(
        select(RequestWords.person, RequestWords.name, CustomerRequest.by_agent)
        .join(CustomerRequest, CustomerRequest.id == RequestWords.request_id)
        .where(CustomerRequest.customer_id == customer.id, CustomerRequest.kind == kind.value)
        .order_by(CustomerRequest.id.desc())
        .limit(1)
    ).one_or_none()
    return Requester(*found) if found else None


def in_force(session: Session, kind: RequestKind, customers: Collection[int]) -> tuple[CustomerRequest, ...]:
    """The granted requests of a stopping kind that bind any of these customers until they are lifted."""
    query = select(CustomerRequest).where(
        CustomerRequest.customer_id.in_(customers),
        CustomerRequest.kind == kind.value,
        CustomerRequest.state == RequestState.ANSWERED,
        CustomerRequest.lifted_on == "",
    )
    return tuple(session.scalars(query))


def unanswered() -> Select[int | None]:
    """Primary keys of customers whose data is needed to answer a request; erasure is its own answer."""
    return select(CustomerRequest.customer_id).where(
        CustomerRequest.customer_id.is_not(None),
        CustomerRequest.state.in_(_OPEN),
        CustomerRequest.kind != RequestKind.ERASURE,
    )


def _rows(session: Session, today: date, found: Sequence[CustomerRequest]) -> tuple[RequestRow, ...]:
    keys = [row.customer_id for row in found if row.customer_id is not None]
    people = {one.id: one for one in session.scalars(select(Customer).where(Customer.id.in_(keys)))}
    names = account_names(session)
    return tuple(_row(row, people.get(row.customer_id or 0), names, today) for row in found)


def _row(
    row: CustomerRequest, customer: Customer | None, names: Mapping[str, str], today: date
) -> RequestRow:
    kind, state = row.kind, row.state
    return RequestRow(
        request=row.record_id,
        number=row.number,
        kind=kind,
        state=state,
        customer=customer.record_id if customer else "",
        customer_number=row.customer_number,
        name=masking.name(*name_of(customer)) if customer else Masked(""),
        received_on=row.received_on,
        due_on=row.due_on,
        way=row.way,
        by_agent=row.by_agent,
        overdue=is_overdue(state, row.due_on, today),
        identity=row.identity,
        identity_on=row.identity_on,
        answered_on=row.answered_on,
        answered_by=names.get(row.answered_by, ""),
        outcome=row.outcome,
        ground=row.ground,
        answer_way=row.answer_way,
        lifted_on=row.lifted_on,
        in_force=kind in STOPPING_KINDS
        and state is RequestState.ANSWERED
        and not row.lifted_on
        and customer is not None,
    )
