"""Deposits of bank files: which were booked, set aside, or brought by a cheque, bill or claim."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Table, delete, or_, select
from sqlalchemy.orm import Session

from hvacdesk.domain.bank.bank_matching import TakenPaper
from hvacdesk.domain.bank.deposit_doubts import BookedDeposit
from hvacdesk.domain.billing.payments import DISHONOURED, TO_THE_ACCOUNT, BankLine
from hvacdesk.store.base import Base
from hvacdesk.store.chunks import among, chunks
from hvacdesk.store.models import BankLineSeen, Customer, Payment

_SALT_BYTES = 16
_STANDING = Payment.taken_back_on == ""


Sealing = Callable[[str, str, int, str], bytes]
"""Seals a field: table, column, primary key, text."""

Opening = Callable[[str, str, int, bytes], str]
"""Opens a sealed field: table, column, primary key, ciphertext."""


class SeenTo(NamedTuple):
    """A deposit that was booked with a payment, or set aside: primary keys.

    One that was set aside may be what a ``payment`` by cheque, bill or claim brought to the bank.
    """

    row: int
    payment: int | None
    booked: bool


def seen(session: Session, lines: Iterable[BankLine], opening: Opening) -> dict[BankLine, SeenTo]:
    """Those lines that were booked or set aside; one whose payment was taken back counts as new."""
    waiting = defaultdict[tuple[str, int], list[BankLine]](list)
    for line in lines:
        waiting[line.on, line.yen].append(line)
    table: Table = Base.metadata.tables[BankLineSeen.__tablename__]
    query = select(
        *(BankLineSeen.id, BankLineSeen.on, BankLineSeen.yen),
        *(BankLineSeen.salt, BankLineSeen.digest, BankLineSeen.payment_id, Payment.way),
    ).outerjoin(Payment, Payment.id == BankLineSeen.payment_id)
    standing = or_(BankLineSeen.payment_id.is_(None), _STANDING)
    rows: Iterable[Any] = session.execute(
        query.where(among(table.c.on, {on for on, _yen in waiting}), standing)
    )
    found = {}
    for row in rows:
        alike = waiting.get((row.on, row.yen))
        if not alike:
            continue
        salt = opening(BankLineSeen.__tablename__, "salt", row.id, row.salt)
        for line in alike:
            if _digest(salt, line) == row.digest:
                booked = row.payment_id is not None and row.way not in DISHONOURED
                found[line] = SeenTo(row.id, row.payment_id, booked)
    return found


def note_seen(
    session: Session, line: BankLine, payment: int | None, seal: Sealing, *, by: str, at: str
) -> None:
    """Note that a deposit was seen to, see :class:`SeenTo`: with the payment of a primary key."""
    salt = secrets.token_hex(_SALT_BYTES)
    row = BankLineSeen(
        on=line.on,
        yen=line.yen,
        digest=_digest(salt, line),
        payment_id=payment,
        seen_by=by,
        seen_at=at,
    )
    session.add(row)
    session.flush()
    row.salt = seal(BankLineSeen.__tablename__, "salt", row.id, salt)


def bring_back(session: Session, seen_to: Iterable[SeenTo]) -> int:
    """Forget which of these deposits were set aside; returns how many were."""
    table: Table = Base.metadata.tables[BankLineSeen.__tablename__]
    keys = [one.row for one in seen_to if not one.booked]
    for few in chunks(keys):
        session.execute(delete(table).where(table.c.id.in_(few)))
    return len(keys)


def forget_set_aside(session: Session, before: str) -> None:
    """Forget the deposits that were set aside of days before an ISO day: no file is as old."""
    table: Table = Base.metadata.tables[BankLineSeen.__tablename__]
    session.execute(delete(table).where(table.c.payment_id.is_(None), table.c.on < before))


def booked_deposits(session: Session, days: Collection[str], opening: Opening) -> tuple[BookedDeposit, ...]:
    """The payments that came by bank on these days and stand."""
    table: Table = Base.metadata.tables[Payment.__tablename__]
    met = select(BankLineSeen.id).where(BankLineSeen.payment_id == Payment.id).exists()
    query = (
        select(
            *(Payment.id, Payment.record_id, Payment.number, Payment.received_on, Payment.yen, Payment.fee),
            *(Payment.payer, Customer.record_id, ~met, Payment.way),
        )
        .join(Customer, Customer.id == Payment.customer_id)
        .where(among(table.c.received_on, days), Payment.way.in_(TO_THE_ACCOUNT), _STANDING)
        .order_by(Payment.id)
    )
    rows: Sequence[Any] = session.execute(query).all()
    return tuple(
        BookedDeposit(
            *(key, record_id, number, on, yen, fee),
            opening(table.name, "payer", key, payer) if payer else "",
            *(customer, by_hand, way),
        )
        for key, record_id, number, on, yen, fee, payer, customer, by_hand, way in rows
    )


def later_deposits(session: Session, on: str, yen: int, opening: Opening) -> tuple[BookedDeposit, ...]:
    """The payments of a sum that files of the bank brought from an ISO day on and that stand."""
    query = select(Payment.received_on).where(Payment.yen == yen, Payment.received_on >= on)
    days = set(session.scalars(query.where(Payment.way.in_(TO_THE_ACCOUNT), _STANDING)))
    found = booked_deposits(session, days, opening) if days else ()
    return tuple(one for one in found if one.yen == yen and not one.by_hand)


def taken_papers(session: Session, sums: Collection[int]) -> tuple[TakenPaper, ...]:
    """The cheques, bills and claims of these sums that stand and were not seen at the bank yet."""
    table: Table = Base.metadata.tables[Payment.__tablename__]
    met = select(BankLineSeen.id).where(BankLineSeen.payment_id == Payment.id)
    query = (
        select(
            *(Payment.id, Payment.record_id, Payment.number),
            *(Customer.record_id, Payment.received_on, Payment.yen),
        )
        .join(Customer, Customer.id == Payment.customer_id)
        .where(among(table.c.yen, sums), Payment.yen > 0, Payment.way.in_(DISHONOURED), _STANDING)
        .where(~met.exists())
        .order_by(Payment.received_on, Payment.id)
    )
    rows: Sequence[Any] = session.execute(query).all()
    return tuple(TakenPaper(*row) for row in rows)


def _digest(salt: str, line: BankLine) -> str:
    return hmac.new(salt.encode(), line.reference.encode(), hashlib.sha256).hexdigest()
