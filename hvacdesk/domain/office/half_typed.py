"""What the windows and the office agree on about half-typed forms."""

from __future__ import annotations

from dataclasses import dataclass

from hvacdesk.domain.errors import InvalidInput, UserFacingError
from hvacdesk.domain.text.wording import phrase

SEAT_LETTERS = 7
"""So much of a seat's id tells the few seats of an office apart, where it follows a draft's subject."""

FILE = "file"
"""This name holds which file a list was read from, as a digest: the same at every PC."""

SEALED = "sealed"
"""This name, among what was typed, holds what may be stored under the payment key alone."""

LEFT_OUT_OF = "left_out"
"""This name, beside what was typed, holds which fields of it are stored without a number."""


@dataclass(frozen=True)
class SavedForm:
    """A form that is being saved: what it stored while it was half typed ends with that.

    Attributes:
        form, subject: as which its draft is stored.
        names: of the openings whose draft is meant, and of which none may have been saved before.
        attempt: the same for every call of one save, and for the next save where it is known what came of
            this one; another where it is not, since that one may be the second.
    """

    form: str
    subject: str
    names: tuple[str, ...]
    attempt: str


class NumberLeftOut(InvalidInput):
    """What is half typed is stored, but for a number that is never stored; a form names the field."""

    what = phrase(
        "Errors", "What looks like a card number or a My Number is not kept while it is half typed."
    )
    safe = phrase("Errors", "Everything else is kept.")
    todo = phrase("Errors", "It was left out here.")


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


class RemovedInDisposal(NoLongerKept):
    """A disposal took something out of what the form is about, which the form may still show."""

    what = phrase(
        "Errors",
        "Since you opened this form a disposal has removed data of a destroyed customer from what it is "
        "about.",
    )
    safe = phrase("Errors", "The form may still show that data, so what is typed here is not kept any more.")
    todo = phrase("Errors", "Save it or open it again: then you see what is there now.")


class DestroyedWithDisposal(NoLongerKept):
    """What was half typed was destroyed, since it names somebody who was; the form is still open."""

    what = phrase(
        "Errors",
        "What was half typed here was destroyed in a disposal: it names a customer whose data was destroyed.",
    )
    safe = phrase("Errors", "It stands on this screen alone, and is not kept any more.")
    todo = phrase("Errors", "Close the form, or save it if you may still use what it says.")


class SavedBefore(NoLongerKept):
    """What the form holds was saved, and whoever has it open has not heard of that."""

    what = phrase(
        "Errors",
        "This form was saved already ({at}): the answer to that was lost, or you saved it at another PC.",
    )
    safe = phrase("Errors", "It was saved once, and nothing was saved since.")
    todo = phrase(
        "Errors", "Look at what was saved before you save it again. What is typed here since is not kept."
    )


class SealedBeforeDisposal(NoLongerKept):
    """What is half typed under seal may name somebody who was destroyed since: nobody can search it.

    The form may be about a customer who stays, and is saved as ever.
    """

    what = phrase(
        "Errors",
        "Data of a customer was destroyed since you opened this form, and the payment details typed here may "
        "name that customer.",
    )
    safe = phrase("Errors", "You can save the form. Until then what is typed here is not kept.")
    todo = phrase(
        "Errors", "Look whether you may still use the name that is typed here, then save or close it."
    )


class OpenedBeforeDisposal(NoLongerKept):
    """What is half typed was never stored before a disposal took something, so that one did not search it.

    It may be about anybody, most often about a customer who stays, and is saved as ever.
    """

    what = phrase(
        "Errors",
        "Data of a customer was destroyed since you opened this form, and nothing typed here was kept "
        "before.",
    )
    safe = phrase("Errors", "You can save the form. Until then what is typed here is not kept.")
    todo = phrase("Errors", "Look whether you may still use what is typed here, then save or close the form.")


class HalfTypedBefore(UserFacingError):
    """What is typed would take the place of an earlier form that nobody has seen to yet."""

    what = phrase("Errors", "The same form was left half typed before, and that is still kept.")
    safe = phrase("Errors", "Nothing of it is lost.")
    todo = phrase("Errors", "Go on with what is waiting first: save it, or throw it away.")
