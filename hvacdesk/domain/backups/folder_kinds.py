"""On what kind of disk a folder is, and what that means for an office or for its backups."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hvacdesk.domain.text.wording import Phrase, phrase


class FolderKind(StrEnum):
    """Where the files of a folder really are."""

    LOCAL = "local"
    NETWORK = "network"
    SYNCED = "synced"
    MEMORY = "memory"
    """In this login's home folder, which is kept in memory."""
    PROFILE_DISCARDED = "profile_discarded"
    """For a login whose files and keys Windows discards at logoff, wherever the folder is."""
    PROFILE_ROAMING = "profile_roaming"
    """For a login whose files Windows fetches at logon and may remove at logoff."""


PASSING = (FolderKind.MEMORY, FolderKind.PROFILE_DISCARDED)
"""What is in them is gone at the end of the day."""


@dataclass(frozen=True)
class FolderStanding:
    """A folder's kind; ``name`` is the network's file system or the synchronising service, for people."""

    kind: FolderKind
    name: str = ""


OFFICE_WARNINGS: dict[FolderKind, Phrase] = {
    FolderKind.NETWORK: phrase(
        "Folders",
        "The office's folder is on a network drive ({name}). The database is safe only on this computer's "
        "own disk: a broken connection can damage it, and two computers must never open it at once.",
    ),
    FolderKind.SYNCED: phrase(
        "Folders",
        "{name} synchronises the office's folder. It can put an older file over the database, and it keeps "
        "copies elsewhere that a disposal cannot reach.",
    ),
    FolderKind.MEMORY: phrase(
        "Folders",
        "The home folder of this computer login is kept in memory: an office in it is gone when the computer "
        "is switched off. Use a login whose folder is on the disk.",
    ),
    FolderKind.PROFILE_DISCARDED: phrase(
        "Folders",
        "Windows discards the files and keys of this computer login at each logoff (a temporary or mandatory "
        "profile): the office would be gone the next day. Use a login that has a profile of its own.",
    ),
    FolderKind.PROFILE_ROAMING: phrase(
        "Folders",
        "This computer login has a roaming profile. The office and its key stay on this computer; where "
        "profiles are removed at logoff, they are gone. Ask whoever looks after the computer first.",
    ),
}
"""What speaks against a folder of that kind for an office; a kind that is missing here is good."""

BACKUP_WARNINGS: dict[FolderKind, Phrase] = {
    FolderKind.SYNCED: phrase(
        "Folders",
        "{name} synchronises this folder. Backups are encrypted, but the service may keep removed ones: "
        "empty its bin and its version history after each disposal.",
    ),
}
"""What speaks against a folder of that kind for backups. A network drive is a good place for them."""

SAME_DISK = phrase(
    "Folders",
    "This folder is on the same disk as the office. If that disk breaks, the office and these backups are "
    "lost together.",
)
