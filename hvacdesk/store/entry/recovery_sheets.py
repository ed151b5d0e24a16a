"""The recovery sheets that were printed: which one counts, and which papers should not exist any more."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from hvacdesk.domain.entry.keys import SheetRecord
from hvacdesk.domain.errors import RecordGone
from hvacdesk.store.models import RecoverySheetRow


def sheets(session: Session) -> tuple[SheetRecord, ...]:
    """Every recovery sheet, the newest first."""
    rows = session.scalars(select(RecoverySheetRow).order_by(RecoverySheetRow.number.desc()))
    return tuple(
        SheetRecord(row.number, row.created_on, row.replaced_on, row.shredded_on, row.exposed_on)
        for row in rows
    )


def follow_vault(session: Session, number: int, created: date, today: date) -> bool:
    """Bring the table in line with the key file, which decides; returns whether anything was amended.

    Args:
        number, created: of the sheet that opens the office.
    """
    known = {row.number: row for row in session.scalars(select(RecoverySheetRow))}
    amended = number not in known
    if amended:
        session.add(RecoverySheetRow(number=number, created_on=created.isoformat()))
    for row in known.values():
        if (row.number == number) != (not row.replaced_on):
            row.replaced_on = "" if row.number == number else today.isoformat()
            amended = True
    return amended


def expose(session: Session, today: date) -> None:
    """Note that the code of the sheet that counts may be known to somebody who should not use it."""
    session.execute(
        update(RecoverySheetRow)
        .where(RecoverySheetRow.replaced_on == "", RecoverySheetRow.exposed_on == "")
        .values(exposed_on=today.isoformat())
    )


def shred(session: Session, number: int, today: date) -> bool:
    """Note that a replaced sheet's paper was shredded; returns False if that was noted before.

    Raises:
        RecordGone: there is no such sheet, or it is the one that opens the office.
    """
    row = session.scalars(select(RecoverySheetRow).where(RecoverySheetRow.number == number)).one_or_none()
    if row is None or not row.replaced_on:
        raise RecordGone
    if row.shredded_on:
        return False
    row.shredded_on = today.isoformat()
    return True
