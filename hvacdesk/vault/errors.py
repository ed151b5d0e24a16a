"""What can go wrong with keys and files that a user can do something about.

None of these carries a key, a passphrase, a code or a person's data: their details may be logged.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import Phrase, Words, phrase


class KeyringMissing(UserFacingError):
    """No key store of the operating system answers."""

    about_the_computer = True
    what = phrase("Errors", "The key store of this computer cannot be reached.")
    safe = phrase("Errors", "The office's data is untouched and still encrypted.")
    todo = phrase(
        "Errors",
        "Start the key store (log in to the desktop again) and try again, or use the recovery sheet.",
    )


class KeyringLocked(UserFacingError):
    """The key store is there, but locked."""

    about_the_computer = True
    what = phrase("Errors", "The key store of this computer is locked.")
    safe = phrase("Errors", "The office's data is untouched and still encrypted.")
    todo = phrase("Errors", "Unlock the key store and try again, or use the recovery sheet.")


class KeyringPartLocked(KeyringLocked):
    """Of a desktop's keyrings some are locked that hold a secret, or may hold it; ``keyrings`` names them."""

    what = phrase("Errors", "The keyring “{keyrings}” is locked. It holds or may hold a key of this office.")
    safe = phrase("Errors", "The office's data is untouched and still encrypted.")
    todo = phrase(
        "Errors",
        "Unlock this keyring in the desktop's program for passwords and keys, then try again.",
    )


class KeyringRefused(UserFacingError):
    """The configured key store is not one that protects secrets; ``backend`` names it."""

    about_the_computer = True
    what = phrase("Errors", "The configured key store ({backend}) does not protect secrets and is not used.")
    safe = phrase("Errors", "No key was stored in it.")
    todo = phrase(
        "Errors",
        "Remove this setting (PYTHON_KEYRING_BACKEND or keyringrc.cfg) so that the operating system's own "
        "key store is used.",
    )


class KeyringConfigurationWrong(UserFacingError):
    """The file that may name a key store for all programs in Python cannot be read; ``file`` is its path."""

    about_the_computer = True
    what = phrase("Errors", "The file {file}, which chooses the key store, cannot be understood.")
    safe = phrase("Errors", "The office's data is untouched and still encrypted.")
    todo = phrase("Errors", "Correct the file or remove it, then try again.")


class KeyringReadOnly(UserFacingError):
    """The key store can be read but takes no changes."""

    about_the_computer = True
    what = phrase("Errors", "The key store of this computer can be read, but it takes no changes.")
    safe = phrase("Errors", "The keys in it and the office's data are untouched.")
    todo = phrase(
        "Errors",
        "Check whether the key store is full or write-protected, or its disk is full. Then try again.",
    )


class KeyringForbidden(UserFacingError):
    """Windows keeps no credentials for this login: by policy, or for want of rights or a logon."""

    about_the_computer = True
    what = phrase("Errors", "Windows does not let this login of the computer store keys.")
    safe = phrase("Errors", "The keys in the key store and the office's data are untouched.")
    todo = phrase(
        "Errors",
        "Ask whoever looks after this computer: a policy forbids to store passwords and credentials, or this "
        "login is of a kind that keeps none. Once that is changed, log in again and try again.",
    )


class KeyringBusy(UserFacingError):
    """Another program of the same user has been changing the key store for too long."""

    about_the_computer = True
    what = phrase("Errors", "Another program is just changing keys in the key store.")
    safe = phrase("Errors", "The keys in it and the office's data are untouched.")
    todo = phrase("Errors", "Close other copies of this program and try again.")


class KeyringKeepsNothing(UserFacingError):
    """What was written to the key store could not be read back."""

    about_the_computer = True
    what = phrase("Errors", "The key store accepted a key but did not keep it.")
    todo = phrase("Errors", "Check the key store of this computer, restart it and try again.")


class KeyringUntilLogoff(UserFacingError):
    """The desktop's only keyring is the one that is kept in memory, and gone at logoff."""

    about_the_computer = True
    what = phrase("Errors", "This desktop has only a keyring that forgets every key at logoff.")
    safe = phrase("Errors", "The keys in it and the office's data are untouched.")
    todo = phrase(
        "Errors",
        "In the desktop's program for passwords and keys make a keyring with a password, and make it the "
        "default one. Then try again, before you log off.",
    )


class KeyringKeepsSecret(UserFacingError):
    """The key store was told to remove a secret, and still holds it."""

    about_the_computer = True
    what = phrase("Errors", "The key store was told to remove a key but still holds it.")
    safe = phrase("Errors", "The office's data is untouched and still encrypted.")
    todo = phrase("Errors", "Check the key store of this computer, restart it and try again.")


_STORE_NAMES = {
    "keyring.backends.Windows.WinVaultKeyring": phrase("Key stores", "Windows Credential Manager"),
    "keyring.backends.SecretService.Keyring": phrase("Key stores", "the desktop's keyring (Secret Service)"),
    "keyring.backends.libsecret.Keyring": phrase("Key stores", "the desktop's keyring (libsecret)"),
    "keyring.backends.kwallet.DBusKeyring": phrase("Key stores", "the KDE wallet"),
}


def store_name(backend: str, words: Words) -> str:
    """What people call a key store; one that is not listed keeps its technical name.

    Args:
        backend: keyring's name of it.
    """
    return words(_STORE_NAMES[backend]) if backend in _STORE_NAMES else backend


class KeyringChanged(UserFacingError):
    """Another key store answers than the one that holds the office's secret."""

    about_the_computer = True
    what = phrase("Errors", "The office's key is in {recorded}, but this computer now offers {found}.")
    safe = phrase("Errors", "The office's data is untouched and still encrypted. No new key was made.")
    todo = phrase("Errors", "Switch back to the former key store and try again, or use the recovery sheet.")

    def said(self, words: Words) -> Mapping[str, object]:
        """The stores as their users call them."""
        return {place: store_name(str(self.details[place]), words) for place in ("recorded", "found")}


class DeviceSecretMissing(UserFacingError):
    """The key store answers but does not hold this office's secret."""

    what = phrase("Errors", "The key store does not hold the key of this office.")
    safe = phrase("Errors", "The office's data is untouched and still encrypted. No new key was made.")
    todo = phrase(
        "Errors",
        "Log in to the computer with the login that uses the office, ask a person responsible to enrol this"
        " login, or use the recovery sheet.",
    )


class DeviceSecretWrong(UserFacingError):
    """The key store holds a secret for this office that does not open its key file."""

    what = phrase("Errors", "The key in the key store does not fit this office's key file.")
    safe = phrase("Errors", "The office's data is untouched and still encrypted. No new key was made.")
    todo = phrase("Errors", "Restore the key store's former state, or use the recovery sheet.")


class SlotsMissing(UserFacingError):
    """There is a database but no key file beside it."""

    what = phrase("Errors", "The key file of this office is missing.")
    safe = phrase("Errors", "The database is untouched. No new key was made.")
    todo = phrase("Errors", "Put the key file back from the newest backup of this office.")


class SlotsDamaged(UserFacingError):
    """Both copies of the key file are unreadable."""

    what = phrase("Errors", "Both copies of the office's key file are damaged.")
    safe = phrase("Errors", "The database is untouched. No new key was made.")
    todo = phrase("Errors", "Put the key file back from the newest backup of this office.")


class SlotsNewer(UserFacingError):
    """The key file was written by a later version of the program."""

    what = phrase("Errors", "The office's key file was written by a newer version of this program.")
    safe = phrase("Errors", "Nothing was opened and nothing was changed.")
    todo = phrase("Errors", "Install the newer version of the program.")


class SlotsRolledBack(UserFacingError):
    """The key file is older than one that was already in use."""

    what = phrase("Errors", "The office's key file is older than the one last used.")
    safe = phrase("Errors", "Nothing was opened and nothing was changed.")
    todo = phrase(
        "Errors", "Put the newest key file back. If nobody exchanged it, inform the person responsible."
    )


class RosterRefused(UserFacingError):
    """The list of people and keys is not signed by this office."""

    what = phrase("Errors", "The list of accounts in the key file is not signed by this office.")
    safe = phrase("Errors", "Nothing was opened, and no key was given to anybody.")
    todo = phrase("Errors", "Inform the person responsible: somebody may have tampered with the key file.")


class OfficeExists(UserFacingError):
    """The folder already holds an office, so no new one is made in it."""

    what = phrase("Errors", "This folder already holds an office.")
    todo = phrase("Errors", "Open that office, or choose another folder.")


class OfficeMissing(UserFacingError):
    """The folder holds no office."""

    what = phrase("Errors", "There is no office in this folder.")
    todo = phrase("Errors", "Set up an office, or choose the folder that holds it.")


class DatabaseMissing(UserFacingError):
    """The key file names a database file that is not there."""

    what = phrase("Errors", "The database file {file} is missing.")
    safe = phrase("Errors", "The keys are untouched.")
    todo = phrase("Errors", "Put the file back from the newest backup of this office.")


class FailedTry(UserFacingError):
    """Something secret was typed wrongly; ``wait`` is the number of seconds until the next try is taken."""

    slowed: ClassVar[Phrase]

    def __init__(self, wait: int) -> None:
        super().__init__(wait=wait)
        self.wait = wait

    def sentences(self, words: Words) -> tuple[str, str, str]:
        """As for every error; the seconds are named only while there are any to wait."""
        what, safe, todo = super().sentences(words)
        return what, safe, words(self.slowed).format(**self.details) if self.wait else todo


class WrongPassphrase(FailedTry):
    """The passphrase does not fit."""

    what = phrase("Errors", "This passphrase is not correct.")
    safe = phrase("Errors", "Nothing was opened.")
    todo = phrase("Errors", "Type it again.")
    slowed = phrase("Errors", "Try again in {wait} seconds.")


class TooManyTries(UserFacingError):
    """The try came too soon after failed ones; it was not looked at. ``wait`` is in seconds."""

    what = phrase("Errors", "There were too many failed tries.")
    safe = phrase("Errors", "This try was not looked at.")
    todo = phrase("Errors", "Try again in {wait} seconds.")

    def __init__(self, wait: int) -> None:
        super().__init__(wait=wait)
        self.wait = wait


class TriesNotKnown(TooManyTries):
    """The count of failed tries is gone: as slow as after many, of which nobody need have made one."""

    about_the_computer = True
    what = phrase("Errors", "This computer's key store does not hold the count of failed tries.")
    safe = phrase(
        "Errors", "This try was not looked at. Without the count the longest wait applies, to be safe."
    )


class SlotGone(UserFacingError):
    """The account was removed in the meantime."""

    what = phrase("Errors", "This account no longer exists.")
    todo = phrase("Errors", "Choose another account.")


class LastOwner(UserFacingError):
    """The change would leave the office without a person responsible."""

    what = phrase("Errors", "An office needs at least one person responsible.")
    todo = phrase("Errors", "Give another account this role first.")


class RecoveryCodeMistyped(UserFacingError):
    """A group of the recovery code has a typing error; ``group`` counts from 1 as printed."""

    what = phrase("Errors", "Group {group} of the recovery code has a typing error.")
    safe = phrase("Errors", "Nothing was opened and nothing was changed.")
    todo = phrase("Errors", "Compare this group with the sheet and type it again.")

    def __init__(self, group: int) -> None:
        super().__init__(group=group)
        self.group = group


class RecoveryCodeIncomplete(UserFacingError):
    """The code has too few or too many groups."""

    what = phrase(
        "Errors", "The recovery code has {expected} groups of {length} characters, but {found} were typed."
    )
    safe = phrase("Errors", "Nothing was opened and nothing was changed.")
    todo = phrase("Errors", "Type the whole code as printed on the sheet.")


class RecoveryCodeForeign(UserFacingError):
    """A correctly typed code that does not open this office, or no longer does."""

    what = phrase(
        "Errors", "This recovery sheet does not open this office's present data. Sheet {number} does."
    )
    safe = phrase("Errors", "Nothing was opened and nothing was changed.")
    todo = phrase("Errors", "Use the sheet with this number. Shred older sheets.")


class RecoveryNotConfirmed(UserFacingError):
    """The printed sheet was not yet proved readable by retyping parts of it."""

    what = phrase("Errors", "The recovery sheet has not been checked yet.")
    todo = phrase("Errors", "Print the sheet and retype the groups that are asked for.")


class SheetOutdated(UserFacingError):
    """A sheet was printed for an epoch that did not come: the keys were changed in between."""

    what = phrase("Errors", "The office's keys were changed after this recovery sheet was printed.")
    safe = phrase("Errors", "Nothing was changed. The former recovery sheet is still the one that counts.")
    todo = phrase("Errors", "Shred the sheet that was just printed, and print a new one.")


class DiskFull(UserFacingError):
    """No space was left for a write; the last complete state is still there."""

    about_the_computer = True
    what = phrase("Errors", "The disk is full.")
    safe = phrase("Errors", "Everything saved before is intact; this change was not saved.")
    todo = phrase("Errors", "Free some space on the disk and save again.")


class FolderReadOnly(UserFacingError):
    """The data folder or a file in it cannot be written."""

    about_the_computer = True
    what = phrase("Errors", "The office's folder cannot be written to.")
    safe = phrase("Errors", "Everything saved before is intact; this change was not saved.")
    todo = phrase("Errors", "Check the permissions of the folder and whether the disk is write-protected.")


class LockUnusable(FolderReadOnly):
    """In place of a lock's file is something else, or one that this login may not write to.

    ``file`` is its whole path: it may lie in a folder that no window shows.
    """

    what = phrase(
        "Errors",
        "The program cannot use its lock file “{file}”: something else lies there, or this login may not "
        "write to it.",
    )
    safe = phrase("Errors", "Nothing was changed. The lock file itself never holds anything.")
    todo = phrase(
        "Errors",
        "Close the program everywhere. Move away what lies there, or let this login write to the file and "
        "its folder. Then try again.",
    )


class FileHeld(FolderReadOnly):
    """Windows does not let a file of the office be read or exchanged while another program has it open.

    What goes on without a folder that cannot be written goes on without such a file, too.
    """

    what = phrase("Errors", "Another program, such as a virus scanner, holds a file of the office.")
    safe = phrase("Errors", "Everything saved before is intact; this change was not saved.")
    todo = phrase(
        "Errors", "Try again in a moment. If it fails again, except the office's folder from scans."
    )


class DatabaseBusy(UserFacingError):
    """Another program holds the database."""

    about_the_computer = True
    what = phrase("Errors", "The database is in use by another program.")
    safe = phrase("Errors", "Everything saved before is intact; this change was not saved.")
    todo = phrase("Errors", "Close other copies of this program and try again.")


class DatabaseDamaged(UserFacingError):
    """The database file does not decrypt or its structure is broken."""

    what = phrase("Errors", "The database file is damaged.")
    safe = phrase("Errors", "Nothing was changed. Do not delete the file.")
    todo = phrase("Errors", "Restore the newest verified backup.")


class DatabaseNewer(UserFacingError):
    """The database was written by a later version of the program; it was left untouched."""

    what = phrase("Errors", "The database was written by a newer version of this program.")
    safe = phrase("Errors", "The file was not touched.")
    todo = phrase("Errors", "Install the newer version of the program.")


class DatabaseForeign(UserFacingError):
    """The file decrypts but is no database of this program."""

    what = phrase("Errors", "The database file does not belong to this program.")
    safe = phrase("Errors", "The file was not touched.")
    todo = phrase("Errors", "Restore the newest verified backup.")


class EntryKeptOut(UserFacingError):
    """Something in the file keeps an entry out of the audit log, so the act that it is about is refused."""

    what = phrase(
        "Errors", "The audit log did not take the entry: somebody changed the office's file with other tools."
    )
    safe = phrase("Errors", "Nothing was shown, changed or saved: nothing happens here without its entry.")
    todo = phrase("Errors", "Tell the person responsible, who restores a backup from before it.")


class SchemaSetBack(UserFacingError):
    """The file says that it is of an earlier version than its tables are."""

    what = phrase(
        "Errors",
        "The office's file says that an earlier version wrote it, but its tables are of a later one: "
        "somebody changed it with other tools.",
    )
    safe = phrase("Errors", "The file is as it was found.")
    todo = phrase("Errors", "Restore the newest verified backup.")


class HeadDamaged(UserFacingError):
    """The note of the audit log's end is unreadable."""

    what = phrase("Errors", "The note of the audit log's last entry is unreadable.")
    safe = phrase("Errors", "The audit log itself is untouched.")
    todo = phrase("Errors", "Check the audit log against a printed certificate, then write the note again.")


class EpochEnded(UserFacingError):
    """Another session changed the office's keys; this one's database is no longer the present one."""

    what = phrase("Errors", "The office's keys were changed by another session.")
    todo = phrase("Errors", "Log in again.")


class DiskFailed(UserFacingError):
    """The operating system reported a failed read or write."""

    about_the_computer = True
    what = phrase("Errors", "The disk reported an error.")
    safe = phrase("Errors", "Everything saved before is still there; this change was not saved.")
    todo = phrase("Errors", "Check the disk and its free space, then save again. Make a backup soon.")


class KeyWithdrawal(UserFacingError):
    """Roles were to be taken away that carry a key, without changing the keys."""

    what = phrase("Errors", "Taking this role away needs the office's keys to be changed.")
    todo = phrase("Errors", "Remove the role together with a change of keys.")


class PaymentUnreadable(UserFacingError):
    """A sealed payment field does not open in its place: altered, moved, or of an earlier key."""

    what = phrase("Errors", "A payment field cannot be read: it was altered or belongs to another record.")
    safe = phrase("Errors", "The other fields are not affected.")
    todo = phrase("Errors", "Compare it with the paper original and enter it again, or restore a backup.")
