"""What can go wrong with the report box. None of it tells who wrote what, or whether there is a report."""

from __future__ import annotations

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase
from hvacdesk.vault.errors import FailedTry


class BoxUnreachable(UserFacingError):
    """The box's folder cannot be read or written."""

    about_the_computer = True
    what = phrase("Errors", "The report box cannot be reached on this computer's disk.")
    safe = phrase("Errors", "Reports that were sent before are untouched; nothing was sent now.")
    todo = phrase(
        "Errors",
        "Try again later, or use the paper form or one of the desks outside the office.",
    )


class BoxBusy(UserFacingError):
    """Another window is writing to the box."""

    what = phrase("Errors", "Another window is using the report box.")
    safe = phrase("Errors", "Reports that were sent before are untouched; nothing was sent now.")
    todo = phrase("Errors", "Try again in a minute.")


class BoxFull(UserFacingError):
    """The disk has no room for the box, or not for a larger one."""

    about_the_computer = True
    what = phrase("Errors", "The disk of this computer has no room left for the report box.")
    safe = phrase("Errors", "Reports that were sent before are untouched; nothing was sent now.")
    todo = phrase(
        "Errors",
        "Ask for some space to be freed on the disk, without saying why, or use the paper form or one of the "
        "desks outside the office.",
    )


class ReportFull(UserFacingError):
    """The texts of one report would fill more than its file."""

    what = phrase("Errors", "This report holds as much text as fits.")
    safe = phrase("Errors", "What was written before is untouched; this text was not saved.")
    todo = phrase("Errors", "Shorten the text, or write another report that refers to this one.")


class ReportGone(UserFacingError):
    """The report is no longer in the box, or no longer opens for this person."""

    what = phrase("Errors", "This report is no longer in the box.")
    todo = phrase("Errors", "Read the list again.")


class ReceiptUnknown(FailedTry):
    """No report opens with this receipt."""

    what = phrase("Errors", "No report opens with this receipt number.")
    safe = phrase("Errors", "A report that was closed long ago is deleted.")
    todo = phrase("Errors", "Check the digits and try again.")
    slowed = phrase("Errors", "Check the digits. The next try is possible in {wait} seconds.")


class StillReadable(UserFacingError):
    """A report is to go to others because nobody could open it, and now somebody can."""

    what = phrase("Errors", "Somebody can read this report again; it was not sent to others.")
    todo = phrase("Errors", "Leave, and come back with the receipt number: then write more if you want to.")


class ReaderNotListed(UserFacingError):
    """Somebody cannot be sealed to: not a reader on the signed roster, or left out by the reporter."""

    what = phrase("Errors", "This person cannot be given the report.")
    todo = phrase(
        "Errors",
        "Choose a person responsible who has a passphrase of their own and was not left out.",
    )


class OnlyReader(UserFacingError):
    """The report would be left without a reader."""

    what = phrase("Errors", "Nobody else could read this report any more.")
    todo = phrase("Errors", "Hand it over to another person responsible first.")
