"""What is destroyed with a batch: rows, what the reduced lose, the values of both, and whose they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from hvacdesk.domain.disposal.remnants import Marks
from hvacdesk.store.chunks import among
from hvacdesk.store.disposal import erasure, identities, notes
from hvacdesk.store.disposal import reduction as reducing
from hvacdesk.store.disposal.identities import FINDINGS
from hvacdesk.store.disposal.remnants import Sought


class Going(NamedTuple):
    """What would be destroyed: rows, what the reduced lose, and the personal values of both."""

    found: erasure.Belongings
    reduction: reducing.Reduction
    values: erasure.Values

    def marks(self, session: Session) -> dict[int, Marks]:
        """By customer or call note what identifies those who go. The rows still have to be there."""
        found = identities.marks(session, identities.parts_of(self.found))
        found |= reducing.marks(session, self.reduction)
        return {owner: replace(marks, caller=notes.is_note(owner)) for owner, marks in found.items() if marks}

    def sought(self, marks: Mapping[int, Marks]) -> Sought:
        """What is looked for in rows that stay."""
        return Sought(tuple(marks.values()), self.values.stored)

    def hold_nothing(self, session: Session) -> Mapping[str, Collection[int]]:
        """By table the rows that are deleted, emptied or rewritten: nothing is left in them afterwards."""
        rows = {name: set(keys) for name, keys in self.found.joined(self.reduction.rows).keys.items()}
        for part in self.reduction.emptied:
            rows.setdefault(part.table.name, set()).update(part.owners)
        findings = select(FINDINGS.c.id).where(among(FINDINGS.c.customer_id, self.reduction.kept))
        rows.setdefault(FINDINGS.name, set()).update(session.scalars(findings))
        return rows

    def with_rows(self, session: Session, rows: Mapping[Table, Mapping[int, int]]) -> Going:
        """The same with other rows to delete. Nobody whom they name is looked for elsewhere."""
        if not rows:
            return self
        taken = erasure.belongings(session, (), rows)
        values = erasure.values(session, taken)
        return self._replace(found=taken.joined(self.found), values=self.values.joined(values))
