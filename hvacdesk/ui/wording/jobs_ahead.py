"""Jobs that are still to be done, named where somebody is about to take away what they need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.jobs.ahead import JobAhead
from hvacdesk.domain.requests.requests import RequestKind
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.wording.jobs import job_line, who_text

MOST_NAMED = 5
"""Of more it is said how many there are: a form has to stay on a small screen."""


def ahead_line(one: JobAhead, words: Words) -> str:
    """Which job it is: day, time, work, number, the town, and who goes there."""
    return "  ".join(filter(None, (job_line(one, words), one.town.text, who_text(one))))


def ahead_lines(ahead: Sequence[JobAhead], words: Words) -> Iterator[str]:
    """The nearest jobs, one a line, and how many more there are."""
    for one in ahead[:MOST_NAMED]:
        yield ahead_line(one, words)
    if more := ahead[MOST_NAMED:]:
        yield QCoreApplication.translate("JobsAhead", "and {count} more").format(count=len(more))


def still_ahead() -> str:
    """What heads such lines."""
    return QCoreApplication.translate("JobsAhead", "Still to be done for this customer:")


def who_goes(name: str) -> str:
    """What heads the jobs that somebody goes to who leaves, or goes to none any more."""
    return QCoreApplication.translate("JobsAhead", "Jobs still ahead with {name}:").format(name=name)


def others_go() -> str:
    """What is to be done about those."""
    return QCoreApplication.translate(
        "JobsAhead",
        "The jobs stay as they are: put somebody else down for each under “Schedule”, or nobody comes.",
    )


def suspension_stops() -> str:
    """What becomes of such jobs once the use of the customer's data is suspended."""
    return QCoreApplication.translate(
        "JobsAhead",
        "Once the use is suspended, the jobs stay in the calendar, but nobody can show the masked parts of "
        "name, phone and address any more, and no work order is printed. Think of papers that are out, too.",
    )


def suspension_ways() -> str:
    """What can be done before that."""
    return QCoreApplication.translate(
        "JobsAhead",
        "Ask the customer, and finish or cancel the jobs first. If the contract is still to be fulfilled, "
        "answer once the work is done, or refuse as long as the data is needed for it.",
    )


def erasure_waits_for() -> str:
    """What an erasure does about such jobs."""
    return QCoreApplication.translate(
        "JobsAhead",
        "Nothing is erased before each of these jobs is finished or cancelled. Ask the customer which it is "
        "to be.",
    )


def stopped_already() -> str:
    """What is to be done about such jobs of a customer whose use is suspended."""
    return QCoreApplication.translate(
        "JobsAhead",
        "The use is suspended: nobody gets a work order for these jobs. Finish or cancel each of them, or "
        "lift the suspension.",
    )


def told_of(kind: RequestKind, *, in_force: bool = False) -> tuple[str, ...]:
    """What is said below the jobs of a customer who makes such a request, or has made it."""
    if in_force:
        return (stopped_already(),)
    if kind is RequestKind.ERASURE:
        return (erasure_waits_for(),)
    return suspension_stops(), suspension_ways()
