"""The office's facts and pictures, the settings, half-typed forms and counters of numbers."""

from __future__ import annotations

from sqlalchemy import Boolean, Integer, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped

from hvacdesk.domain.office.office import LegalForm
from hvacdesk.store.base import CONTENT, Base, Category, ColumnKind, RecordId, personal, plain
from hvacdesk.store.column_types import Coded


class OfficeFactsRow(Base):
    """The one row of facts that retention and papers need. They are the office's own, not a customer's."""

    __tablename__ = "office_facts"

    id: Mapped[int] = plain(Integer, primary_key=True)
    name: Mapped[str] = plain(String(120), kind=ColumnKind.NAME)
    phone: Mapped[str] = plain(String(40), kind=ColumnKind.PHONE)
    address: Mapped[str] = plain(String(200), kind=ColumnKind.ADDRESS)
    legal_form: Mapped[LegalForm] = plain(Coded(LegalForm))
    fiscal_year_end_month: Mapped[int] = plain(Integer)
    construction_licence: Mapped[bool] = plain(Boolean, default=False)
    electrical_registration: Mapped[bool] = plain(Boolean, default=False)
    privacy_manager: Mapped[str] = plain(String(80), kind=ColumnKind.NAME, default="")
    postal_code: Mapped[str] = plain(String(7), default="")
    fax: Mapped[str] = plain(String(40), kind=ColumnKind.PHONE, default="")
    email: Mapped[str] = plain(String(120), kind=ColumnKind.EMAIL, default="")
    representative: Mapped[str] = plain(String(80), kind=ColumnKind.NAME, default="")
    invoice_registration: Mapped[str] = plain(String(14), default="")
    loss_years: Mapped[str] = plain(Text, kind=ColumnKind.CODE, default="")
    books_here: Mapped[bool] = plain(Boolean, default=False)
    electrical_incidental: Mapped[bool] = plain(Boolean, default=False)


class OfficeImage(Base):
    """A picture for the office's papers: its logo or its seal, as PNG."""

    __tablename__ = "office_images"

    id: Mapped[int] = plain(Integer, primary_key=True)
    kind: Mapped[str] = plain(String(16), unique=True)
    png: Mapped[bytes] = plain(LargeBinary)
    added_at: Mapped[str] = plain(String(20))


class Setting(Base):
    """A remembered choice of one account, or of the office where ``account`` is empty."""

    __tablename__ = "settings"
    __table_args__ = (UniqueConstraint("account", "key"),)

    id: Mapped[int] = plain(Integer, primary_key=True)
    account: Mapped[str] = plain(String(32), default="")
    key: Mapped[str] = plain(String(80), kind=ColumnKind.CODE)
    value: Mapped[str] = plain(Text, kind=ColumnKind.TEXT)


class Draft(Base):
    """A half-typed form, kept for its author only.

    ``sealed`` is what was typed into fields whose columns are sealed: it is so here, too.
    """

    __tablename__ = "drafts"
    __table_args__ = (UniqueConstraint("account", "form", "subject"), CONTENT)

    id: Mapped[int] = plain(Integer, primary_key=True)
    account: Mapped[str] = plain(RecordId)
    form: Mapped[str] = plain(String(40), kind=ColumnKind.CODE)
    subject: Mapped[str] = plain(String(40), kind=ColumnKind.CODE, default="", index=True)
    payload: Mapped[str] = personal(Category.TEXT, Text)
    sealed: Mapped[bytes | None] = personal(Category.PAYMENT, LargeBinary, sealed=True)
    kept_at: Mapped[str] = plain(String(20))


class EndedForm(Base):
    """An opening of a form that ended: it was saved, or where ``saved_at`` is empty given up, or destroyed.

    ``attempt`` names the save that may go on with it; empty where none may. Of what a disposal took it tells
    that instead.
    """

    __tablename__ = "ended_forms"
    __table_args__ = (UniqueConstraint("account", "opening"),)

    id: Mapped[int] = plain(Integer, primary_key=True)
    account: Mapped[str] = plain(RecordId)
    opening: Mapped[str] = plain(String(32))
    attempt: Mapped[str] = plain(String(32))
    saved_at: Mapped[str] = plain(String(20))


class Counter(Base):
    """The last number given out of a series such as customer numbers."""

    __tablename__ = "counters"

    id: Mapped[int] = plain(Integer, primary_key=True)
    series: Mapped[str] = plain(String(40), kind=ColumnKind.CODE, unique=True)
    last: Mapped[int] = plain(Integer)
