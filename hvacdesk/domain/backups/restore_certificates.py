"""What is certified of a restore: which disposals were carried out again on the restored file."""

from __future__ import annotations

from dataclasses import dataclass

from hvacdesk.domain.text.wording import Phrase


@dataclass(frozen=True)
class RepeatedDisposal:
    """What the backup still held of the disposal of one earlier certificate, and what was removed again.

    Attributes:
        certificate: its number, or empty where the list does not know it.
        destroyed, reduced: how many customers, or call notes, were destroyed or reduced again.
    """

    certificate: str
    destroyed: int
    reduced: int


@dataclass(frozen=True)
class RestoreCertificateFacts:
    """What a certificate of a restore states; it names no customer.

    Attributes:
        restored_at, taken_at: stamps of the restore and of the backup.
        lists: how many signed disposed lists were found.
        list_until: stamp of the last disposal that any of them knows, or empty.
        pages, frames, values: how many database pages and log frames were searched for how many values; all 0
            where nothing had to be destroyed again.
        exceptions: what the search could not vouch for.
        lost_entries: entries of the audit log that are not in the backup.
        head_sequence, head_hash: the restored log's last entry.
        damaged_lists: lists that were found but were damaged or not the office's; none of them was used.
        remnants: by place how many rows that stay hold something of those who were destroyed again.
    """

    number: str
    office_name: str
    restored_at: str
    restored_by: str
    backup: str
    taken_at: str
    lists: int
    list_until: str
    repeated: tuple[RepeatedDisposal, ...]
    pages: int
    frames: int
    values: int
    exceptions: tuple[Phrase, ...]
    lost_entries: int
    head_sequence: int
    head_hash: str
    damaged_lists: int = 0
    remnants: tuple[tuple[str, int], ...] = ()

    @property
    def destroyed(self) -> int:
        """How many were destroyed again in all."""
        return sum(one.destroyed for one in self.repeated)

    @property
    def reduced(self) -> int:
        """How many were reduced again in all."""
        return sum(one.reduced for one in self.repeated)

    @property
    def went_without_list(self) -> bool:
        """Whether lists were found, none could be read, and an owner restored without them."""
        return bool(self.damaged_lists) and not self.lists

    @property
    def list_is_older(self) -> bool:
        """Whether nothing on the lists is newer than the backup: later disposals may be unknown."""
        return not self.list_until or self.list_until <= self.taken_at
