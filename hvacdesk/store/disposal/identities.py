"""By what the customers of a disposal could be recognised in other people's records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import astuple
from typing import NamedTuple

from sqlalchemy import Column, Table, select
from sqlalchemy.orm import Session

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.disposal.remnants import Marks, full_names, phone_forms
from hvacdesk.domain.text.named_people import KIN, bare_names, named_in
from hvacdesk.domain.text.text_forms import fold, fold_letters, plain
from hvacdesk.store.base import Base, ColumnKind
from hvacdesk.store.chunks import among
from hvacdesk.store.disposal.erasure import Belongings, personal_columns
from hvacdesk.store.models import CustomerFinding

FINDINGS: Table = Base.metadata.tables[CustomerFinding.__tablename__]
"""What a customer is found by only repeats other tables, so it tells nothing and proves nothing."""

NAME_PAIRS = (("family_name", "given_name"), ("family_kana", "given_kana"))
"""Columns that make a full name together, wherever a table has both."""

_PLACE_PAIR = ("town", "street")

_TELLING = frozenset({ColumnKind.NAME, ColumnKind.PHONE, ColumnKind.EMAIL, ColumnKind.ADDRESS})
"""What columns hold that identify a person; most tables have none."""


class OwnedColumns(NamedTuple):
    """Columns of rows, with the customer of each row."""

    table: Table
    columns: Sequence[Column[object]]
    owners: Mapping[int, int]


def parts_of(found: Belongings) -> tuple[OwnedColumns, ...]:
    """Everything personal in whole rows."""
    return tuple(OwnedColumns(table, personal_columns(table), owners) for table, owners in found.rows.items())


def marks(session: Session, parts: Iterable[OwnedColumns]) -> dict[int, Marks]:
    """By customer what identifies the people whom these columns name."""
    found: dict[int, list[Marks]] = defaultdict(list)
    for part in parts:
        columns = [column for column in part.columns if column.info["kind"] in _TELLING]
        if part.table is FINDINGS or not columns:
            continue
        names = [column.name for column in columns]
        kinds = {column.name: column.info["kind"] for column in columns}
        query = select(part.table.c.id, *columns).where(among(part.table.c.id, part.owners))
        for key, *values in session.execute(query).all():
            row = {name: value for name, value in zip(names, values, strict=True) if isinstance(value, str)}
            found[part.owners[key]].append(_marks_of_row(row, kinds))
    return {owner: together(several) for owner, several in found.items()}


def together(several: Collection[Marks]) -> Marks:
    """All of them as one."""
    return Marks(
        frozenset().union(*(one.names for one in several)),
        frozenset().union(*(one.phones for one in several)),
        frozenset().union(*(one.emails for one in several)),
        frozenset().union(*(one.addresses for one in several)),
    )


def _marks_of_row(row: Mapping[str, str], kinds: Mapping[str, ColumnKind]) -> Marks:
    in_pairs = [part for pair in NAME_PAIRS for part in pair]
    names = _of_person(PersonName(*(row.get(part, "") for part in in_pairs)))
    phones: set[str] = set()
    emails: set[str] = set()
    for column, value in row.items():
        if kinds[column] is ColumnKind.NAME and column not in in_pairs:
            names |= _in_one_column(value)
        elif kinds[column] is ColumnKind.PHONE:
            phones |= phone_forms(value)
        elif kinds[column] is ColumnKind.EMAIL and value:
            emails.add(fold_letters(value))
    town, street = (row.get(part, "") for part in _PLACE_PAIR)
    addresses = {fold(town + street)} if town and street else set[str]()
    return Marks(_filled(names), _filled(phones), _filled(emails), _filled(addresses))


def _filled(values: set[str]) -> frozenset[str]:
    return frozenset(filter(None, values))


def _of_person(person: PersonName) -> set[str]:
    """As it is stored, and each of 誠・美沙緒 and 美沙緒（経理） by itself; 柳川（妻） is no name."""
    people = (person, *(one for one in bare_names(person) if one.given not in KIN))
    return set().union(*(full_names(*astuple(one)) for one in people))


def _in_one_column(name: str) -> set[str]:
    """The full names in a column for both parts: 柳川 美沙緒（妻）. One word may be "mother"."""
    words = plain(name).split()
    people = (PersonName(*words),) if len(words) == len(("family", "given")) else ()
    return set().union(*(full_names(*astuple(one)) for one in (*people, *named_in(name).names)))
