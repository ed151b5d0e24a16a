"""Which list of the evening's check sheet a paper is in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hvacdesk.documents.papers.day_sheet import DayPapers
from hvacdesk.domain.papers.register import SHRED_SAME_DAY, PaperRow


def sorted_out(
    away: Sequence[PaperRow], late: Sequence[PaperRow], lost: int, perhaps: Sequence[PaperRow], today: date
) -> DayPapers:
    """Each paper in the one list that says what to do with it today."""
    to_shred = [row for row in away if row.kind in SHRED_SAME_DAY]
    waiting = [row for row in away if row.kind not in SHRED_SAME_DAY and not row.overdue]
    return DayPapers(
        day=today.isoformat(),
        overdue=[row for row in late if row.away and row.kind not in SHRED_SAME_DAY],
        to_shred=to_shred,
        out=sorted(waiting, key=lambda row: row.return_by),
        give_back=[row for row in late if not row.away],
        lost=lost,
        perhaps=perhaps,
    )
