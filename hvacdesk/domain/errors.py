"""Errors that a user can meet: what happened, what is safe, what to do.

There are two families of error. The classes below :class:`UserFacingError` are foreseen: a full disk, a wrong
passphrase, a locked keyring. Everything else is a bug and crashes loudly into a report without personal data.
"""

from __future__ import annotations

from typing import ClassVar

from hvacdesk.domain.wording import Phrase, Words, english, phrase


class UserFacingError(Exception):
    """A foreseen failure.

    Subclasses set the three phrases; ``details`` fill their ``{placeholders}`` and must never hold secrets or
    customers' data, since they may be logged.
    """

    what: ClassVar[Phrase]
    safe: ClassVar[Phrase] = phrase("Errors", "Nothing was changed.")
    todo: ClassVar[Phrase]

    def __init__(self, **details: object) -> None:
        super().__init__()
        self.details = details

    def sentences(self, words: Words) -> tuple[str, str, str]:
        """What happened, what is safe and what to do, in the reader's language."""
        what, safe, todo = (words(text).format(**self.details) for text in (self.what, self.safe, self.todo))
        return what, safe, todo

    def __str__(self) -> str:
        return " ".join(self.sentences(english))


class NotPermitted(UserFacingError):
    """The user's roles do not include the permission that the action needs."""

    what = phrase("Errors", "Your role does not allow this.")
    todo = phrase("Errors", "Ask the person responsible if your work needs it.")


class InvalidInput(UserFacingError):
    """A value that cannot be stored; ``field`` names the input that should be corrected."""

    what = phrase("Errors", "This value cannot be used.")
    safe = phrase("Errors", "What you typed is still on the screen; nothing was saved.")
    todo = phrase("Errors", "Correct the marked field and save again.")

    def __init__(self, field: str, **details: object) -> None:
        super().__init__(field=field, **details)
        self.field = field


class ChangedMeanwhile(UserFacingError):
    """The record was saved by someone else after the form had read it."""

    what = phrase("Errors", "Someone else changed this record in the meantime.")
    safe = phrase("Errors", "What you typed is still on the screen; nothing was saved.")
    todo = phrase("Errors", "Open the record again and compare before you save.")


class RecordGone(UserFacingError):
    """The record does not exist, or no longer does: it was destroyed in a disposal."""

    what = phrase("Errors", "This record no longer exists.")
    todo = phrase("Errors", "Refresh the list. The disposal ledger tells whether it was destroyed.")
