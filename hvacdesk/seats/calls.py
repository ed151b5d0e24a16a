"""What passes between a seat and the office PC: a call with its number, and one answer to each."""

from __future__ import annotations

from dataclasses import dataclass, field

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.office.half_typed import SavedForm
from hvacdesk.domain.rooms import Room
from hvacdesk.domain.text.wording import phrase
from hvacdesk.seats.wire import Wire
from hvacdesk.services.own_edits import OwnEdits


@dataclass(frozen=True)
class SeatCall:
    """One call of a seat.

    Attributes:
        number: counted by the seat from 1 within a login. A call that is sent again keeps its number.
        door: see :mod:`hvacdesk.seats.doors`.
        arguments: the body of what travels of them.
        saves: the form that it saves, whose draft ends with that.
    """

    number: int
    door: str
    arguments: bytes = field(repr=False)
    saves: SavedForm | None = None


@dataclass(frozen=True)
class SeatAnswer:
    """What came of a call.

    Attributes:
        returned: the body of what the method returned; None where it did not.
        failure: why it did not.
        changed: in which rooms anything was changed since the answer before, by this call or another.
        own: what this very call did that can be undone.
    """

    returned: bytes | None = field(default=None, repr=False)
    failure: UserFacingError | None = None
    changed: frozenset[Room] = frozenset()
    own: OwnEdits = field(default_factory=OwnEdits)


MOST_ASKED_BYTES = 16 * 1024 * 1024
"""Of a call; its arguments are forms and pictures, and the rows of an imported list at most."""

CALL: Wire[SeatCall] = Wire(SeatCall, MOST_ASKED_BYTES)
ANSWER: Wire[SeatAnswer] = Wire(SeatAnswer)


class OfficePcFailed(UserFacingError):
    """The office PC met a bug, or a call that it does not understand. Nothing of either is told here."""

    may_be_done = True
    what = phrase("Errors", "The office PC could not do this: it met a fault in the program.")
    safe = phrase("Errors", "Everything that was saved before is safe.")
    todo = phrase("Errors", "Look whether it was saved. If this happens again, tell the person responsible.")


class TooMuchFromASeat(UserFacingError):
    """What a call brings is longer than calls are, such as a list of more than a hundred thousand rows."""

    what = phrase("Errors", "This is too large to go from this PC to the office PC.")
    todo = phrase("Errors", "Do it at the office PC, or in several smaller files.")


class TooMuchForASeat(UserFacingError):
    """What came of a call is longer than answers are."""

    may_be_done = True
    what = phrase("Errors", "What came of this is too large to go from the office PC to this one.")
    safe = phrase("Errors", "It was done once at most.")
    todo = phrase("Errors", "Look whether it was saved. If it was not, do it at the office PC.")


class AnswerLost(UserFacingError):
    """A call was made before, and its answer is no longer there to be given again. It is not done twice."""

    may_be_done = True
    what = phrase("Errors", "The answer to this was lost on the way from the office PC.")
    safe = phrase("Errors", "It was done once at most.")
    todo = phrase("Errors", "Look whether it was saved before you repeat it.")


class NoAnswer(UserFacingError):
    """Nothing came back from the office PC. As with :class:`AnswerLost`, it may have been done."""

    may_be_done = True
    what = phrase("Errors", "The office PC does not answer.")
    safe = phrase("Errors", "What you typed is still on the screen. It may have been saved all the same.")
    todo = phrase(
        "Errors",
        "Check that the office PC is on and connected. Look whether it was saved before you repeat it.",
    )

    def of_reading(self) -> UserFacingError:
        return NotRead()


class NotReached(NoAnswer):
    """Nothing came back from the office PC, which was asked for nothing that changes anything there."""

    safe = phrase(
        "Errors", "This did not reach the office PC and changed nothing. What was saved before stays saved."
    )
    todo = phrase("Errors", "Check that the office PC is on and connected, and try again.")
    passes = True
    may_be_done = False


class NothingShown(NotReached):
    """Nothing came back to a call that was made for its answer alone, which may have been on its way."""

    safe = phrase(
        "Errors", "This was only asked to be shown, and changed nothing. What was saved before stays saved."
    )


class NotRead(NotReached):
    """What was to be shown could not be read from the office PC."""

    safe = phrase("Errors", "It only could not be shown; nothing else is touched by that.")
    todo = phrase("Errors", "This is shown here by itself once the office PC answers again.")
