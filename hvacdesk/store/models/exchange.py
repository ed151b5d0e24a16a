"""Customer lists that lie outside the program."""

from __future__ import annotations

from sqlalchemy import Integer, String, Text
from sqlalchemy.orm import Mapped

from hvacdesk.domain.exchange.outside_lists import ListKind, ListMethod
from hvacdesk.store.base import Base, ColumnKind, RecordId, new_record_id, plain
from hvacdesk.store.column_types import NONE_YET, Coded, CodedOrNone


class OutsideList(Base):
    """A list that was imported from, or exported to, a file.

    ``place`` is folder and name of the file while it is out: it may name a customer, as any text may.
    ``document`` is the number of the invoice that it is a copy of, or the days that it is about;
    ``seat`` is what the seat was called at which it was taken in or given out, empty at the office PC.
    """

    __tablename__ = "outside_lists"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    kind: Mapped[ListKind] = plain(Coded(ListKind))
    made_on: Mapped[str] = plain(String(10))
    made_by: Mapped[str] = plain(RecordId)
    customers: Mapped[int] = plain(Integer)
    document: Mapped[str] = plain(String(24), default="")
    seat: Mapped[str] = plain(String(40), kind=ColumnKind.TEXT, default="")
    place: Mapped[str] = plain(Text, kind=ColumnKind.TEXT, default="")
    destroyed_on: Mapped[str] = plain(String(10), default="")
    destroyed_by: Mapped[str] = plain(RecordId, default="")
    method: Mapped[ListMethod | None] = plain(CodedOrNone(ListMethod), **NONE_YET)
