"""What can go wrong with backup folders and backups that a user can do something about.

The sentences of ``what`` have no placeholders: they are also shown alone, as the reason beside a folder's
name.
"""

from __future__ import annotations

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase

_UNTOUCHED = phrase("Errors", "The office is untouched, and earlier backups are still there.")


class PlaceFailure(UserFacingError):
    """No backup could be made in a folder; ``code`` names the reason in the audit log and in the notes."""

    code = "disk"
    about_the_computer = True
    what = phrase("Errors", "The disk with the backup folder reported an error.")
    safe = _UNTOUCHED
    todo = phrase("Errors", "Check the disk and its cable, or use another one.")


class PlaceAbsent(PlaceFailure):
    """The folder is not there, or what is there is not the folder that was chosen: an empty mount point."""

    code = "absent"
    what = phrase("Errors", "The backup folder is not connected.")
    todo = phrase("Errors", "Connect the disk or the network drive and back up again.")


class PlaceVanished(PlaceFailure):
    """The folder was there when the backup began, and is not any more."""

    code = "vanished"
    what = phrase("Errors", "The backup folder disappeared during the backup.")
    todo = phrase(
        "Errors", "Connect the disk or the network drive again and leave it until the backup is done."
    )


class PlaceFull(PlaceFailure):
    """There is no room for another backup."""

    code = "full"
    what = phrase("Errors", "The backup folder has too little free space.")
    todo = phrase("Errors", "Free some space on that disk, or use a larger one.")


class PlaceReadOnly(PlaceFailure):
    """The folder cannot be written to."""

    code = "read-only"
    what = phrase("Errors", "The backup folder cannot be written to.")
    todo = phrase("Errors", "Check the permissions of the folder and whether the disk is write-protected.")


class NotUnderstood(PlaceFailure):
    """What a backup was about to say of itself could not be read again, so that nobody could restore it."""

    code = "not-understood"
    what = phrase("Errors", "The backup was not kept: what it says of the office could not be read again.")
    todo = phrase(
        "Errors",
        "Look at the office's name in the settings, have the audit log checked, and back up again.",
    )


class CopyNotAlike(PlaceFailure):
    """What was read back from the disk is not what was written."""

    code = "not-alike"
    what = phrase("Errors", "The backup did not match when it was read back from the disk.")
    todo = phrase("Errors", "Use another disk for backups: this one does not keep what is written to it.")


class OfficeUnreadable(PlaceFailure):
    """The office's own database could not be copied whole."""

    code = "office"
    what = phrase("Errors", "The office's database could not be read completely.")
    safe = phrase("Errors", "Earlier backups are still there.")
    todo = phrase(
        "Errors", "Check the database under the safeguards. If it is damaged, restore the newest backup."
    )


class OfficeBusy(PlaceFailure):
    """Somebody read or wrote the database for so long that it could not be copied."""

    code = "busy"
    what = phrase("Errors", "The database was in use and could not be copied.")
    todo = phrase("Errors", "Back up again in a moment.")


class PlaceOfAnother(UserFacingError):
    """The folder already belongs to another office's backups, or its marker cannot be read."""

    what = phrase("Errors", "This folder holds another office's backups, or an unreadable marker of one.")
    todo = phrase("Errors", "Choose another folder, or make a new one beside it.")


class PlaceInOffice(UserFacingError):
    """The folder is the office's own, or lies in it."""

    what = phrase("Errors", "This folder is the office's own data folder, or lies in it.")
    todo = phrase("Errors", "Choose a folder on another disk, so that both are not lost together.")


class PlaceInProgram(UserFacingError):
    """The folder is the program's own, or lies in it."""

    what = phrase("Errors", "This folder is the program's own, or lies in it: an update may empty it.")
    todo = phrase("Errors", "Choose a folder on another disk, so that both are not lost together.")


class PlaceInBackup(UserFacingError):
    """The folder is one single backup."""

    what = phrase("Errors", "This folder is a backup itself.")
    todo = phrase("Errors", "Choose the folder in which the backups lie.")


class PlaceTooDeep(UserFacingError):
    """With the names of a backup's files the path would be longer than Windows allows."""

    what = phrase("Errors", "The path of this folder is too long for backups on Windows.")
    todo = phrase("Errors", "Choose a folder with a shorter path, for example directly on the disk.")


class PlaceMissing(UserFacingError):
    """There is no such folder."""

    about_the_computer = True
    what = phrase("Errors", "This folder does not exist.")
    todo = phrase("Errors", "Connect the disk, or make the folder first.")


class PlaceKnown(UserFacingError):
    """The folder is already among the office's backup folders."""

    what = phrase("Errors", "Backups already go to this folder.")
    todo = phrase("Errors", "Choose another folder, on another disk.")


class PlacesUnreadable(UserFacingError):
    """The office's note of its backup folders is damaged."""

    what = phrase("Errors", "The list of backup folders cannot be read.")
    safe = phrase("Errors", "The office and its backups are untouched.")
    todo = phrase("Errors", "Add the backup folders again.")


class BackupNeeded(UserFacingError):
    """A step needs a backup afterwards, and no backup folder is connected and takes one."""

    what = phrase("Errors", "No backup folder is connected that has room for a backup.")
    todo = phrase("Errors", "Connect the disk with a backup folder, or add a backup folder, and try again.")


class NotSetAside(UserFacingError):
    """The folder is none that a restore put aside."""

    what = phrase("Errors", "This folder was not put aside by a restore.")
    todo = phrase("Errors", "Refresh the list.")


class NotABackup(UserFacingError):
    """The folder that was named is no backup of this program."""

    what = phrase("Errors", "This folder is not a backup of this program.")
    todo = phrase(
        "Errors", "Choose a folder whose name begins with “hvacdesk-backup-”, or the folder that holds it."
    )


class BackupIncomplete(UserFacingError):
    """A part of the backup is missing: it was copied by half, or interrupted."""

    what = phrase("Errors", "This backup is not complete.")
    todo = phrase("Errors", "Copy the whole folder again, or choose another backup.")


class BackupDamaged(UserFacingError):
    """The backup's files are not what its manifest says, or do not decrypt."""

    what = phrase("Errors", "This backup is damaged.")
    todo = phrase("Errors", "Choose another backup.")


class BackupUnreachable(UserFacingError):
    """The backup could not be read to its end."""

    about_the_computer = True
    what = phrase("Errors", "The disk with the backup was disconnected, or reported an error.")
    todo = phrase("Errors", "Connect it again and start again, or choose a backup on another disk.")


class BackupForbidden(BackupUnreachable):
    """The operating system does not let this login read the backup, as of another login's (mode 0700)."""

    what = phrase("Errors", "This login of the computer may not read the backup.")
    todo = phrase(
        "Errors",
        "Sign in to the computer as the user who made it, or let whoever looks after the computer give you "
        "the right to read its folder.",
    )


class KeyFileThere(UserFacingError):
    """The office's own key file is not lost."""

    what = phrase("Errors", "The office's own key file can be read, so none is needed from a backup.")
    todo = phrase("Errors", "Open the office again.")


class KeyFileUnfit(UserFacingError):
    """The backup's key file belongs to another epoch or another office."""

    about_the_computer = True
    what = phrase("Errors", "The key file of this backup does not belong to the database on this computer.")
    todo = phrase("Errors", "Choose the newest backup of this office, or restore the backup as a whole.")


class KeyFileOutdated(UserFacingError):
    """Accounts or passphrases were changed after the backup; the key file would undo that."""

    what = phrase("Errors", "Accounts or passphrases were changed after this backup was taken.")
    todo = phrase("Errors", "Choose a newer backup of this office, or restore the backup as a whole.")


class NotAnOwner(UserFacingError):
    """Only who holds all of the office's keys can restore."""

    what = phrase("Errors", "This account is not a person responsible.")
    todo = phrase("Errors", "Let a person responsible restore the backup, or use the recovery sheet.")


class PassphraseOutdated(UserFacingError):
    """The account got new keys after the backup was taken."""

    what = phrase("Errors", "This account was reset after the backup was taken and cannot open it.")
    todo = phrase("Errors", "Use another person responsible's passphrase, or the recovery sheet.")


class ReplayUnproved(UserFacingError):
    """Customers who had been destroyed could not be proved to be gone from the restored file."""

    what = phrase(
        "Errors", "Customers who had been destroyed could not be removed from the restored data for certain."
    )
    todo = phrase("Errors", "Choose another backup, and keep this message for whoever supports the program.")


class BackupNewer(UserFacingError):
    """A later version of the program made the backup."""

    what = phrase("Errors", "This backup was made by a newer version of this program.")
    todo = phrase("Errors", "Install the newer version of the program and restore with it.")


class BackupOfFormerKeys(UserFacingError):
    """The backup belongs to a former epoch, whose keys this session does not have."""

    what = phrase("Errors", "This backup was made under former keys, so the present ones cannot check it.")
    todo = phrase("Errors", "Check a backup that was made after the keys were last renewed.")


class BackupWithoutKeys(UserFacingError):
    """The backup's key file is missing or damaged, and no other one of that epoch was found."""

    what = phrase("Errors", "The key file of this backup is missing or damaged, and no other one fits it.")
    todo = phrase(
        "Errors",
        "Connect another disk with backups of this office, or choose another backup. Keep this one: its "
        "database is not lost.",
    )


class BackupOfAnother(UserFacingError):
    """The folder to restore into holds another office."""

    about_the_computer = True
    what = phrase("Errors", "This backup belongs to another office than the one on this computer.")
    todo = phrase("Errors", "Choose a backup of this office, or restore into another folder.")
