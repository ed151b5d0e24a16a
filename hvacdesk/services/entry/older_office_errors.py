"""Why an office of an older version is not opened; apart from what opens it, which takes long to import."""

from __future__ import annotations

from collections.abc import Mapping

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import Words, phrase

_FAULT = phrase("Errors", "A fault in the program ({kind}).")


class UpdateFailure(UserFacingError):
    """Why an older office is not opened.

    Attributes:
        cause: what failed; the program's own faults are among it.
    """

    def __init__(self, cause: Exception, backup: str = "") -> None:
        super().__init__(cause=type(cause).__name__, backup=backup)
        self.cause = cause

    @property
    def fault(self) -> Exception | None:
        """What failed, where it is the program's own fault and wants a report."""
        return None if isinstance(self.cause, UserFacingError) else self.cause

    def said(self, words: Words) -> Mapping[str, object]:
        """With what failed in the reader's language."""
        if isinstance(self.cause, UserFacingError):
            cause = self.cause.sentences(words)[0]
        else:
            cause = words(_FAULT).format(kind=type(self.cause).__name__)
        return self.details | {"cause": cause}


class NoBackupBeforeUpdate(UpdateFailure):
    """There is nowhere to put the backup without which nothing is changed."""

    about_the_computer = True
    what = phrase(
        "Errors",
        "This version has to bring the office's data up to date, and the backup before it failed: {cause}",
    )
    safe = phrase("Errors", "Nothing was changed: the former version of the program still opens the office.")
    todo = phrase("Errors", "Connect a backup disk or make room on this computer's disk, then try again.")


class NotBroughtUpToDate(UpdateFailure):
    """The office is as it was; the former version of the program still opens it."""

    what = phrase("Errors", "The office's data could not be brought up to date for this version: {cause}")
    safe = phrase("Errors", "The office is as it was before. A checked backup of it is in {backup}.")
    todo = phrase(
        "Errors",
        "Try again. If it fails again, install the former version, which still opens the office, and tell"
        " whoever looks after the program.",
    )


class FormerStateLost(UpdateFailure):
    """The office's file is not as it was, and could not be made so again; its backup is whole."""

    what = phrase(
        "Errors", "The office's data was not brought up to date, and its file is no longer whole: {cause}"
    )
    safe = phrase(
        "Errors", "A checked backup of the office as it was is in {backup}. Do not delete anything."
    )
    todo = phrase("Errors", "Restore this backup.")
