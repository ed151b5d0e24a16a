"""Backup drills that were held."""

from __future__ import annotations

from sqlalchemy import Integer, String
from sqlalchemy.orm import Mapped

from hvacdesk.domain.backups.drills import DrillOutcome, DrillWay
from hvacdesk.store.base import Base, RecordId, new_record_id, plain
from hvacdesk.store.column_types import Coded


class BackupDrill(Base):
    """A restore that was tried, and how it went."""

    __tablename__ = "backup_drills"

    id: Mapped[int] = plain(Integer, primary_key=True)
    record_id: Mapped[str] = plain(RecordId, unique=True, default=new_record_id)
    on: Mapped[str] = plain(String(10))
    backup_of: Mapped[str] = plain(String(10))
    way: Mapped[DrillWay] = plain(Coded(DrillWay))
    outcome: Mapped[DrillOutcome] = plain(Coded(DrillOutcome))
    recorded_by: Mapped[str] = plain(RecordId)
    recorded_at: Mapped[str] = plain(String(20))
