"""Backups and restoring: what is said about copies of an office, wherever they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from hvacdesk.domain.backups.number_series import NumbersLeftOut
from hvacdesk.domain.disposal.disposed_list import ListsAtHand
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.given_files import OfficeFile
from hvacdesk.domain.text.wording import Phrase, phrase

OVERDUE_HOURS = 24
"""A folder's newest verified backup may be this old before today's page says so."""


class PlaceState(StrEnum):
    """Whether a backup folder can be reached and has a recent, good backup."""

    GOOD = "good"
    OVERDUE = "overdue"
    ABSENT = "absent"
    FAILED = "failed"
    NEVER = "never"


PLACE_STATE_NAMES: dict[PlaceState, Phrase] = {
    PlaceState.GOOD: phrase("Backups", "Up to date"),
    PlaceState.OVERDUE: phrase("Backups", "Overdue"),
    PlaceState.ABSENT: phrase("Backups", "Not connected"),
    PlaceState.FAILED: phrase("Backups", "Last try failed"),
    PlaceState.NEVER: phrase("Backups", "No backup yet"),
}


@dataclass(frozen=True)
class BackupFacts:
    """One verified backup.

    Attributes:
        path: the backup's own folder.
        taken_at: stamp of the moment, UTC, as :func:`hvacdesk.domain.clock.stamp` writes it.
        size: of the database file, in bytes.
        rows: how many rows the tables of the file hold in all.
        head_sequence, head_hash: the audit log's last entry in the backup.
        schema: number of the last migration.
        program: version that wrote it.
    """

    path: OfficeFile
    office_id: str
    office_name: str
    epoch: int
    taken_at: str
    size: int
    rows: int
    head_sequence: int
    head_hash: str
    schema: int
    program: str


@dataclass(frozen=True)
class BroughtUpToDate:
    """What was done to an office of an older version at this login.

    Attributes:
        schema_before: number of the last migration that had been applied to it.
        backup: path of the verified backup that was taken before.
    """

    schema_before: int
    backup: OfficeFile


@dataclass(frozen=True)
class BackupPlace:
    """A folder that the person responsible named for backups.

    Attributes:
        place: the folder's own id, which a marker file in it holds too: an empty mount point is not it.
        folder: the path as it was chosen.
        verified_at: stamp of the newest verified backup there, or empty.
        backup: that backup's path, or empty.
        tried_at: stamp of the last try, or empty.
        failure: why the last try failed; None if it did not.
        former_epochs: how many backups of former epochs were there when it was last seen; an earlier backup
            may still hold what was destroyed since.
        unsearched: whether it then held more than is looked through for such backups.
    """

    place: str
    folder: OfficeFile
    state: PlaceState
    verified_at: str = ""
    backup: OfficeFile = ""
    tried_at: str = ""
    failure: Phrase | None = None
    former_epochs: int = 0
    unsearched: bool = False


@dataclass(frozen=True)
class BackupOutcome:
    """What one run did in one folder: ``backup`` is None where ``failure`` says why."""

    place: str
    folder: OfficeFile
    backup: BackupFacts | None
    failure: Phrase | None = None
    removed: int = 0


@dataclass(frozen=True)
class BackupOverview:
    """What today's page and the settings say about backups.

    Attributes:
        verified_at: stamp of the newest verified backup anywhere, or empty.
        due: whether a backup should be taken now.
        late: whether somebody should be told that there is none, or no new one; not in the office's first
            24 hours, in which nothing can be late yet.
        pending_epochs: former epochs whose files still exist, because no verified backup of the present one
            was possible yet.
        pending_because: what else kept them, such as a locked keyring that may hold their key.
    """

    places: tuple[BackupPlace, ...]
    verified_at: str
    due: bool
    late: bool = False
    pending_epochs: tuple[int, ...] = ()
    pending_because: UserFacingError | None = None


@dataclass(frozen=True)
class FoundBackup:
    """A backup found on a disk before anybody logged in. Only examining it tells whether it is whole.

    Attributes:
        taken_at, office_name, epoch, program: as the backup itself says, unproved.
    """

    path: OfficeFile
    office_id: str
    office_name: str
    epoch: int
    taken_at: str
    size: int
    program: str


@dataclass(frozen=True)
class Examination:
    """What a backup is, as far as it can be told without a key: complete, of which office, how to open it.

    Attributes:
        staff: (account, name) of owners who may open it with a passphrase, because this computer's key store
            still holds the epoch's secret; empty where the recovery sheet is needed.
        sheet_number: the recovery sheet that opens it.
        replaces: whether the folder to restore into holds an office now, which is then set aside.
        lists: the disposed lists beside the backup and in the office's folder, as they say, unproved.
    """

    found: FoundBackup
    staff: tuple[tuple[str, str], ...]
    sheet_number: int
    replaces: bool
    lists: ListsAtHand

    @property
    def list_may_be_older(self) -> bool:
        """Whether customers destroyed after this backup may come back with it."""
        return self.lists.may_be_older(self.found.taken_at)


@dataclass(frozen=True)
class RestoreReport:
    """What a restore did.

    Attributes:
        replayed: customers of the backup that were destroyed again, because a disposed list names them.
        lost_entries: entries of the audit log that were noted after the backup was taken and are not in it.
        set_aside: the folder that now holds the former office's files; empty if there was none.
        epoch: the new epoch.
        reduced: customers who were reduced again to what a law needs.
        certificate: the number of the certificate that states all this.
        remnants: by place how many rows that stay hold something of those who were destroyed again.
        lists: the disposed lists that were used.
        told_apart: numbers of customers who stay, and with whom the backup joined somebody who was disposed
            of: what was noted meanwhile may be the other's.
        numbers: by series the numbers that are left out, since they may be on papers from after the backup.
    """

    backup: FoundBackup
    replayed: int
    lost_entries: int
    set_aside: OfficeFile
    epoch: int
    reduced: int = 0
    certificate: str = ""
    remnants: tuple[tuple[str, int], ...] = ()
    lists: ListsAtHand = field(default_factory=ListsAtHand)
    told_apart: tuple[str, ...] = ()
    numbers: tuple[NumbersLeftOut, ...] = ()

    @property
    def list_may_be_older(self) -> bool:
        """Whether customers destroyed after the backup may be in the office again."""
        return self.lists.may_be_older(self.backup.taken_at)
