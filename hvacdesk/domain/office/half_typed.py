"""What the windows and the office agree on about half-typed forms."""

from __future__ import annotations

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase

SEAT_LETTERS = 7
"""So much of a seat's id tells the few seats of an office apart, where it stands behind a draft's subject."""

FILE = "file"
"""Under this name stands which file a list was read from, as a digest: the same at every PC."""

SEALED = "sealed"
"""Under this name stands, among what was typed, what may be stored under the payment key alone."""


class NoLongerKept(UserFacingError):
    """What is typed into a form is not kept any more; the form stays open and says why."""


class DeletedMeanwhile(NoLongerKept):
    """The record that the form is about was deleted by somebody, and not by a disposal."""

    what = phrase(
        "Errors", "What this form is about was deleted meanwhile, in another window or at another PC."
    )
    safe = phrase("Errors", "It cannot be saved any more, and what is typed here is not kept either.")
    todo = phrase("Errors", "Copy from it what you still need, then close it.")


class MovedElsewhere(NoLongerKept):
    """The form is open at a PC from which its draft was taken to another one."""

    what = phrase("Errors", "You went on with this form at another PC.")
    safe = phrase(
        "Errors", "What the office PC had of it by then is there. What was typed here since is not kept."
    )
    todo = phrase("Errors", "Copy from it what is missing there, finish it there, and close it here.")


class HalfTypedBefore(UserFacingError):
    """What is typed would take the place of an earlier form that nobody has seen to yet."""

    what = phrase("Errors", "The same form was left half typed before, and that is still kept.")
    safe = phrase("Errors", "Nothing of it is lost.")
    todo = phrase("Errors", "Go on with what is waiting first: save it, or throw it away.")
