"""Why something cannot be written in an incident."""

from __future__ import annotations

from hvacdesk.domain.errors import InvalidInput, UserFacingError
from hvacdesk.domain.text.wording import phrase


class IncidentClosed(UserFacingError):
    """A closed incident can be read only."""

    what = phrase("Errors", "This incident is closed and can only be read.")
    todo = phrase("Errors", "Open it again with a reason if something else came to light.")


class IncidentJoined(IncidentClosed):
    """It goes on in another incident."""

    what = phrase("Errors", "This incident was joined into another one, where it goes on.")
    safe = phrase("Errors", "Nothing was saved; what you typed is still in the form.")
    todo = phrase("Errors", "Copy it into the form of the incident in which this one goes on.")


class NamesCustomer(InvalidInput):
    """A text names a customer whom the incident concerns."""

    what = phrase("Errors", "This text names one of the customers concerned.")
    todo = phrase("Errors", "Write the customer's number instead: the text is kept longer than their data.")


class UnknownPaper(InvalidInput):
    """A line of the list of papers names no registered paper."""

    what = phrase("Errors", "Line {line} names no registered paper, or a digit of it is wrong.")
    todo = phrase("Errors", "Type what is printed on the paper: its number, or the digits under its square.")


class TooManyPapers(InvalidInput):
    """More papers than are named at once: none of them is named."""

    what = phrase("Errors", "{count} papers are named here; at once it can be {most} at most.")
    safe = phrase(
        "Errors", "What you typed is still on the screen; no paper was left out and none was saved."
    )
    todo = phrase("Errors", "Save the first {most}, then name the others at the same incident.")


class CannotJoin(UserFacingError):
    """An incident is joined with another open one of its kind: no drill with a real one."""

    what = phrase("Errors", "These two incidents cannot be joined.")
    safe = phrase("Errors", "Both are as they were.")
    todo = phrase("Errors", "Both have to be open, and a drill is joined with drills only.")
