"""How a retention period was counted: what it starts from and why, how long it is, and until when it runs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.jobs.job_events import EVENT_NAMES
from hvacdesk.domain.retention.retention import Reason, Start
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.wording.periods import period_text


def counted(reason: Reason, words: Words) -> str:
    """From when, for how long and until when, or which job lacks what; empty where nothing is counted."""
    if reason.missing is not None:
        return _lacking(reason).format(job=reason.job_number, event=words(EVENT_NAMES[reason.missing]))
    if reason.started_on is None or reason.keep_until is None:
        return ""
    text = QCoreApplication.translate("Counting", "{period} from {start} ({why}): kept until {until}")
    return text.format(
        period=period_text(reason.years, reason.months),
        start=day_text(reason.started_on),
        why=_cancelled() if reason.of_cancellation else _why(reason.start),
        until=day_text(reason.keep_until),
    )


def _lacking(reason: Reason) -> str:
    """Which day the period waits for: a job's own, for which papers of another job need not wait."""
    if not reason.job_number:
        return QCoreApplication.translate("Counting", "The date is not recorded: {event}")
    if reason.in_progress:
        return QCoreApplication.translate(
            "Counting", "job {job} has no date for “{event}” yet, and the period is counted from it"
        )
    return QCoreApplication.translate(
        "Counting", "job {job} has no date for “{event}”, so its end cannot be told"
    )


def _cancelled() -> str:
    return QCoreApplication.translate("Counting", "the day after the job was cancelled")


def _why(start: Start) -> str:
    """Why the period begins on that day."""
    match start:
        case Start.EVENT:
            return QCoreApplication.translate("Counting", "the day after the event")
        case Start.RETURN_DEADLINE:
            return QCoreApplication.translate(
                "Counting",
                "the day after that year's tax return is due: a company's two months after the fiscal year's "
                "end or later where that was granted, a sole proprietor's on 15 March",
            )
        case Start.TAX_PERIOD:
            return QCoreApplication.translate(
                "Counting", "the day after the two months that follow the fiscal year's end"
            )
        case Start.CLOSING:
            return QCoreApplication.translate("Counting", "the day after the fiscal year's end")
