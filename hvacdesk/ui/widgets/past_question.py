"""The question before a job is put into the past: a slip of the finger more often than meant."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.calendar.slots import Slot
from hvacdesk.ui.dates import day_of, near_day
from hvacdesk.ui.widgets.save_question import SaveQuestion
from hvacdesk.ui.widgets.slot_fields import SlotFields
from hvacdesk.ui.wording.dispatch import slot_words


def past_question(fields: SlotFields, now: datetime, before: Slot) -> SaveQuestion | None:
    """What to ask where the fields of a form put a job into the past; ``before`` is where the job was."""
    slot = fields.slot()
    if not slot.put_into_past(now, before):
        return None
    day = day_of(slot.on)
    today = now.date()
    when = near_day(day, today) if day is not None and not slot.starts else slot_words(slot, today)
    return SaveQuestion(
        QCoreApplication.translate("PastDoubt", "Put the job into the past?"),
        QCoreApplication.translate("PastDoubt", "{slot} has already passed.").format(slot=when),
        QCoreApplication.translate("PastDoubt", "Change the day"),
        QCoreApplication.translate("PastDoubt", "Save all the same"),
        about=fields.day,
    )
