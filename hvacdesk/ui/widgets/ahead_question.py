"""The question before something is recorded as done on a day to come: a slip of the finger most often."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from hvacdesk.ui.dates import long_day
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.save_question import SaveQuestion


def ahead_question(field: DateField, today: date) -> SaveQuestion | None:
    """What to ask of an event's day in the future; an invoice may be dated ahead, so it is not refused."""
    day = field.day()
    if day is None or day <= today:
        return None
    return SaveQuestion(
        QCoreApplication.translate("AheadDoubt", "{day} is still to come. Record it?").format(
            day=long_day(day)
        ),
        QCoreApplication.translate(
            "AheadDoubt",
            "An event has the day on which it happened; how long data is kept is counted from it. Only a "
            "document that bears a later date is recorded ahead.",
        ),
        QCoreApplication.translate("AheadDoubt", "Change the day"),
        QCoreApplication.translate("AheadDoubt", "Record it with this day"),
        about=field,
    )
