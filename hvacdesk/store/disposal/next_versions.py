"""What a disposal changes is in its next version from then on, so that no form opened before saves it back.

A form decides by the version that it read whether its record is still the same. What a disposal blacks out,
empties, deletes of a record that stays, or takes a reference from, is part of such a record. It is found
along the cascading foreign keys: so is a table that is added later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from sqlalchemy import Column, Table, select, update
from sqlalchemy.orm import Session

from hvacdesk.store.base import Base
from hvacdesk.store.chunks import among
from hvacdesk.store.disposal.cascades import cascading

Rows = Mapping[Table, Collection[int]]


@cache
def versioned() -> frozenset[Table]:
    """The tables whose rows count how often they were changed.

    Others name in a column so called which published text a row is, or is about: it begins with nothing.
    """
    tables = Base.metadata.tables.values()
    return frozenset(one for one in tables if "version" in one.c and one.c.version.default is not None)


def raise_versions(session: Session, changed: Rows, gone: Rows | None = None) -> None:
    """Let every form that was opened with these rows before be told that they were changed.

    Args:
        gone: rows that are deleted as well, which nobody saves any more.
    """
    session.flush()
    for table, keys in decided_on(session, changed, gone).items():
        if table in versioned():
            raised = update(table).where(among(table.c.id, keys)).values(version=table.c.version + 1)
            session.execute(raised)
    session.expire_all()


def decided_on(session: Session, changed: Rows, gone: Rows | None = None) -> Rows:
    """The rows by which forms decide that show the changed ones: these themselves and what they are part of.

    Above them it ends with the first record that counts its versions, such as a job; what is saved beside it
    by a version of its own, such as the job's results, counts as changed with it.

    Args:
        gone: rows that are not among them.
    """
    away = {table: frozenset(keys) for table, keys in (gone or {}).items()}
    found: dict[Table, set[int]] = defaultdict(set)
    waiting = [(table, set(keys)) for table, keys in changed.items()]
    while waiting:
        table, keys = waiting.pop()
        fresh = keys - found[table]
        found[table] |= fresh
        ends = fresh - away.get(table, frozenset()) if _is_whole(table) else set()
        for part, reference in _parts(table) if ends else ():
            found[part].update(session.scalars(select(part.c.id).where(among(reference, ends))))
        for above, reference in cascading(table) if fresh - ends else ():
            query = select(reference).where(among(table.c.id, fresh - ends), reference.is_not(None))
            waiting.append((above, set(session.scalars(query.distinct()))))
    staying = {table: keys - away.get(table, frozenset()) for table, keys in found.items()}
    return {table: keys for table, keys in staying.items() if keys}


def _is_whole(table: Table) -> bool:
    """Whether it counts versions, and is not part of one other row that does."""
    return table in versioned() and not any(reference.unique for _other, reference in cascading(table))


def _parts(table: Table) -> Iterator[tuple[Table, Column[object]]]:
    """What has a version of its own, and of which a row of this table has at most one."""
    for part in versioned():
        for above, reference in cascading(part):
            if above is table and reference.unique:
                yield part, reference
