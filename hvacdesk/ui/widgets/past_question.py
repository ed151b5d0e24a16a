"""The question before a job is put into the past: a slip of the finger more often than meant."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.calendar.slots import Slot
from hvacdesk.ui.widgets.form_dialog import SaveQuestion
from hvacdesk.ui.wording.dispatch import slot_words


def past_question(slot: Slot, now: datetime, before: Slot | None = None) -> SaveQuestion | None:
    """What to ask where a form puts a job into the past; ``before`` is where the job was."""
    if not slot.put_into_past(now, before):
        return None
    return SaveQuestion(
        QCoreApplication.translate("PastDoubt", "Put the job into the past?"),
        QCoreApplication.translate("PastDoubt", "{slot} has already passed.").format(slot=slot_words(slot)),
        QCoreApplication.translate("PastDoubt", "Change the day"),
        QCoreApplication.translate("PastDoubt", "Save all the same"),
    )
