"""Errors that a user can meet: what happened, what is safe, what to do.

There are two families of error. The classes below :class:`UserFacingError` are foreseen: a full disk, a wrong
passphrase, a locked keyring. Everything else is a bug and crashes loudly into a report without personal data.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Self

from hvacdesk.domain.text.visible import visible
from hvacdesk.domain.text.wording import Phrase, Words, english, in_a_row, phrase

_AT_THE_OFFICE_PC = phrase("Errors", "At the office PC: {what}")


class UserFacingError(Exception):
    """A foreseen failure.

    Subclasses set the three phrases; ``details`` fill their ``{placeholders}`` and must never hold secrets or
    customers' data, since they may be logged. ``about_the_computer`` marks what is about the computer on
    which it was met: its key store, disk, folders or clock. ``passes`` marks what is over by itself, nothing
    having been done. ``may_be_done`` marks what leaves open whether it was done all the same.
    """

    what: ClassVar[Phrase]
    safe: ClassVar[Phrase] = phrase("Errors", "Nothing was changed.")
    todo: ClassVar[Phrase]
    about_the_computer: ClassVar[bool] = False
    passes: ClassVar[bool] = False
    may_be_done: ClassVar[bool] = False
    _at_office_pc = False

    def __init__(self, **details: object) -> None:
        super().__init__()
        self.details = details

    def sentences(self, words: Words) -> tuple[str, str, str]:
        """What happened, what is safe and what to do, in the reader's language."""
        said = {name: visible(one) if isinstance(one, str) else one for name, one in self.said(words).items()}
        what, safe, todo = (words(text).format(**said) for text in (self.what, self.safe, self.todo))
        if self._at_office_pc and self.about_the_computer:
            what = words(_AT_THE_OFFICE_PC).format(what=what)
        return what, safe, todo

    def in_full(self, words: Words) -> str:
        """All three sentences on one line."""
        return in_a_row(*self.sentences(words))

    def in_short(self, words: Words) -> str:
        """What happened and what to do on one line, where what is safe is seen."""
        what, _safe, todo = self.sentences(words)
        return in_a_row(what, todo)

    def said(self, words: Words) -> Mapping[str, object]:
        """What fills the placeholders, as people read it."""
        return self.details

    def of_reading(self) -> UserFacingError:
        """What it is where something was only to be read and shown."""
        return self

    def met_at_office_pc(self) -> Self:
        """The same error at a seat, which says whose computer it is about, if it is about one."""
        self._at_office_pc = True
        return self

    def __str__(self) -> str:
        return self.in_full(english)


class NotPermitted(UserFacingError):
    """The user's roles do not include the permission that the action needs."""

    what = phrase("Errors", "Your role does not allow this.")
    todo = phrase("Errors", "Ask the person responsible if your work needs it.")


class InvalidInput(UserFacingError):
    """A value that cannot be stored.

    Attributes:
        field: names the input that should be corrected, as the record's field is named.
        part: the part of a field made of several, such as ``family`` of ``name``; empty otherwise.
    """

    what = phrase("Errors", "This value cannot be used.")
    safe = phrase("Errors", "What you typed is still on the screen; nothing was saved.")
    todo = phrase("Errors", "Correct the marked field and save again.")

    def __init__(self, field: str, *, part: str = "", **details: object) -> None:
        super().__init__(field=field, part=part, **details)
        self.field = field
        self.part = part


class Missing(InvalidInput):
    """A field without which the record makes no sense."""

    what = phrase("Errors", "A required field is empty.")
    todo = phrase("Errors", "Fill in the marked field and save again.")


class TooLong(InvalidInput):
    """More characters than a field may hold."""

    what = phrase("Errors", "This text is longer than {limit} characters.")
    todo = phrase("Errors", "Shorten the marked field to {limit} characters at most and save again.")

    def __init__(self, field: str, limit: int, *, part: str = "") -> None:
        super().__init__(field, part=part, limit=limit)
        self.limit = limit


class UnprintableCharacter(InvalidInput):
    """A control character, half of a character, or a mark that turns the direction of writing."""

    what = phrase("Errors", "This text holds a character that cannot be shown or printed.")
    todo = phrase("Errors", "Type the marked field again instead of pasting it, and save again.")


class BadPostalCode(InvalidInput):
    """Not seven digits."""

    what = phrase("Errors", "A postal code has seven digits.")
    todo = phrase("Errors", "Enter them alone, such as 464-0811.")


class BadEmail(InvalidInput):
    """No mailbox such as ``name@example.jp``."""

    what = phrase("Errors", "This is not an e-mail address.")
    todo = phrase("Errors", "Enter the address alone, such as name@example.jp.")


class BadDate(InvalidInput):
    """No date, or one that the field cannot mean."""

    what = phrase("Errors", "This date cannot be right.")
    todo = phrase("Errors", "Enter a date from {earliest} to {latest} and save again.")

    def __init__(self, field: str, earliest: str, latest: str, *, part: str = "") -> None:
        super().__init__(field, part=part, earliest=earliest, latest=latest)


class EndsBeforeStart(BadDate):
    """The last day of a period that lies before its first one."""

    what = phrase("Errors", "The end lies before the start.")


class NoSuchDay(InvalidInput):
    """A day that the calendar does not have, such as 30 February."""

    what = phrase("Errors", "There is no such day.")
    todo = phrase("Errors", "Check the month and the day, and save again.")


class BadNumber(InvalidInput):
    """Something else than figures where a number is meant."""

    what = phrase("Errors", "This is not a number.")
    todo = phrase("Errors", "Enter it in figures alone, such as 12,000, and save again.")


class BadYear(BadNumber):
    """Something else than a year where one is meant."""

    what = phrase("Errors", "This is not a year.")
    todo = phrase("Errors", "Enter the year, such as 2021 or R3, and save again.")


class HighestBelowLowest(InvalidInput):
    """Two bounds between which there is no number."""

    what = phrase("Errors", "The highest sum lies below the lowest.")
    todo = phrase("Errors", "Change one of the two.")


class BadTime(InvalidInput):
    """No time of day, or an end that is not after its start."""

    what = phrase("Errors", "These times cannot be right.")
    todo = phrase("Errors", "Enter times such as 09:00 and 12:30, the end after the start, and save again.")


_LEAST_YEAR, _LAST_YEAR = 1_000, 9_999
"""Between two such bounds a year is asked for, which nobody writes with a comma."""


class OutOfRange(InvalidInput):
    """A number that the field cannot mean."""

    what = phrase("Errors", "This number cannot be right.")
    todo = phrase("Errors", "Enter a number from {lowest} to {highest} and save again.")

    def __init__(self, field: str, lowest: float, highest: float, *, part: str = "") -> None:
        super().__init__(field, part=part, lowest=lowest, highest=highest)

    def said(self, words: Words) -> Mapping[str, object]:
        """The bounds with their thousands apart, but for years."""
        bounds = {key: self.details[key] for key in ("lowest", "highest")}
        numbers = [bound for bound in bounds.values() if isinstance(bound, (int, float))]
        if all(_LEAST_YEAR <= number <= _LAST_YEAR for number in numbers):
            return self.details
        shown = {key: f"{one:,}" if isinstance(one, (int, float)) else one for key, one in bounds.items()}
        return self.details | shown


class ChangedMeanwhile(UserFacingError):
    """The record was saved by someone else after the form had read it."""

    what = phrase(
        "Errors", "This record was changed after you opened it: by someone else, or by you at another PC."
    )
    safe = phrase("Errors", "What you typed is still on the screen; nothing was saved.")
    todo = phrase("Errors", "Open the record again and compare before you save.")


TYPED_IS_KEPT = phrase(
    "Errors",
    "What was saved is safe. What you were typing is kept as long as the program stays open here, until you "
    "log in again.",
)
TYPED_WENT_WITH_ROLE = phrase(
    "Errors",
    "What was saved is safe. What you were typing was thrown away with the role, since it may hold what only "
    "that role sees.",
)
TYPED_WENT_WITH_ACCOUNT = phrase(
    "Errors", "What was saved is safe. What was being typed was thrown away with the account."
)

ROLE_WAS_TAKEN = phrase("Errors", "Your login has ended: the person responsible took a role away from you.")
ACCOUNT_WAS_REMOVED = phrase("Errors", "Your login has ended: your account was removed from the office.")
"""Why a login is over, at the office PC and at a seat."""


class LoginOver(UserFacingError):
    """The login is over, whatever was asked in it. Its window ends by itself and says why, once.

    Attributes:
        typed_stays: whether what was half typed in it waits for the person's next login.
    """

    typed_stays = True


class RecordGone(UserFacingError):
    """The record does not exist, or no longer does: it was destroyed in a disposal."""

    what = phrase("Errors", "This record no longer exists.")
    todo = phrase("Errors", "Refresh the list. The disposal ledger tells whether it was destroyed.")


class Unfinished(UserFacingError):
    """A change that is in force, of which a later step failed: the text must not say that nothing changed.

    Attributes:
        cause: why the later step failed.
    """

    may_be_done = True
    what = phrase("Errors", "The change was made, but not finished: {cause}")
    safe = phrase("Errors", "Nothing was lost.")
    todo = phrase("Errors", "Remove the cause, then start the program again: it goes on where it stopped.")

    def __init__(self, cause: UserFacingError) -> None:
        super().__init__(cause=type(cause).__name__)
        self.cause = cause

    def said(self, words: Words) -> Mapping[str, object]:
        """With what happened to the later step in the reader's language."""
        return self.details | {"cause": self.cause.sentences(words)[0]}

    def met_at_office_pc(self) -> Self:
        """As for every error; the later step failed there, too."""
        self.cause.met_at_office_pc()
        return super().met_at_office_pc()
