"""What can keep somebody at an office's door."""

from __future__ import annotations

from hvacdesk.domain.errors import Unfinished, UserFacingError
from hvacdesk.domain.text.wording import phrase


class AlreadyRunning(UserFacingError):
    """Another running program holds this office."""

    what = phrase("Errors", "hvacdesk is already open on this office.")
    todo = phrase("Errors", "Use the window that is already open. If there is none, restart the computer.")


class OthersAtWork(UserFacingError):
    """Something that nobody may do while others are logged in to the office."""

    what = phrase("Errors", "Others are logged in to this office.")
    safe = phrase("Errors", "Nothing was changed.")
    todo = phrase("Errors", "Ask them to log out, then try again.")


class FolderUnusable(UserFacingError):
    """The office's folder cannot be read or written by this login of the computer."""

    what = phrase("Errors", "The office's folder cannot be read or written.")
    todo = phrase(
        "Errors", "Check who may use the folder and whether the disk is write-protected, then try again."
    )


class FolderOutOfReach(FolderUnusable):
    """The system knows no such folder, and makes none: its drive is away, or it cannot have that name."""

    what = phrase("Errors", "The office's folder cannot be reached: {reason}.")
    todo = phrase(
        "Errors", "Check whether its drive is connected and how its name is written, then try again."
    )


class NoRoomForOffice(UserFacingError):
    """A new office would soon fill the disk; ``free`` and ``needed`` are in MB."""

    what = phrase(
        "Errors",
        "The disk has {free} MB left. A new office needs {needed} MB, to grow and to change its keys.",
    )
    safe = phrase("Errors", "Nothing was created.")
    todo = phrase("Errors", "Free some space on the disk, then try again.")


class SetUpUnfinished(Unfinished):
    """A new office is there, but the person who set it up is not logged in."""

    what = phrase("Errors", "The office was created, but could not be opened: {cause}")
    safe = phrase("Errors", "The office is complete; its recovery sheet and your passphrase are valid.")
    todo = phrase("Errors", "Remove the cause, then try again and log in with your passphrase.")


class PassphraseChosen(Unfinished):
    """An invitation was accepted, but the person is not logged in."""

    what = phrase("Errors", "Your own passphrase is set, but the office could not be opened: {cause}")
    safe = phrase("Errors", "The one-time passphrase is no longer needed.")
    todo = phrase("Errors", "Remove the cause, then try again and log in with your own passphrase.")
