"""The state of the backups in the office's folders, and which of them are to be removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from hvacdesk.domain.backups.backup_retention import kept
from hvacdesk.domain.backups.backups import OVERDUE_HOURS, BackupPlace, PlaceState
from hvacdesk.domain.clock import moment_of
from hvacdesk.domain.text.wording import Phrase
from hvacdesk.vault import folder, likeness
from hvacdesk.vault.backup import before_update, catalogue, destinations, restore_checks
from hvacdesk.vault.backup.backup import Source
from hvacdesk.vault.backup.backup_errors import PlaceFailure
from hvacdesk.vault.backup.catalogue import Shelved
from hvacdesk.vault.backup.destinations import Place
from hvacdesk.vault.backup.strays import Strays, beside, strays

OnChain = Callable[[int, str], bool]
"""Whether the audit log has this hash at this sequence number."""

_TOLERANCE = timedelta(minutes=5)
"""So far a stamp may lie ahead of the clock, which is set right now and then."""

_KINDS: tuple[type[PlaceFailure], ...] = (PlaceFailure, *PlaceFailure.__subclasses__())
FAILURES: dict[str, Phrase] = {kind.code: kind.what for kind in _KINDS}
"""Why no backup could be made, by the code that the audit log and the notes of the folders keep."""


class Shelf:
    """One connected folder, looked at with the office's keys.

    Attributes:
        present: verified backups of the present epoch, the newest first.
        former: backups of former epochs or of other keys, whole or not, under whatever name.
        held: how many there are of each epoch; of other keys' as if of epoch 0.
        unsearched: whether the folder held more than is looked through.
    """

    def __init__(self, place: Place, source: Source) -> None:
        listed = catalogue.shelved(place.path, source.office_id)
        self.present = tuple(one for one in listed if _verified(one, source))
        look = strays(place.path, source.office_id, source.database.parent)
        self.unsearched = not look.whole
        self._present_epoch = source.epoch
        self._home = source.database.parent
        everything = (*listed, *look.found)
        epochs = [source.epoch if one in self.present else told_epoch(one, source) for one in everything]
        self.former = tuple(
            one for one, epoch in zip(everything, epochs, strict=True) if epoch < source.epoch
        )
        self.held = tuple(sorted(Counter(epochs).items()))

    def outlived(self) -> tuple[Shelved, ...]:
        """Those of the present epoch that the rule does not keep.

        The newest of each version of the tables stays, too: the program of then opens no later one.
        """
        facts = [one.manifest.facts for one in self.present if one.manifest is not None]
        schemas = [one.schema for one in facts]
        keep = kept(one.taken_at for one in facts) | {schemas.index(schema) for schema in schemas}
        return tuple(one for position, one in enumerate(self.present) if position not in keep)

    def superseded(self, on_chain: OnChain) -> tuple[Shelved, ...]:
        """Those of former epochs whose whole content the present office has grown from."""
        return tuple(one for one in self.former if not self._is_kept(one, on_chain))

    def diverged(self, on_chain: OnChain) -> tuple[Shelved, ...]:
        """Those that hold what the office has no more, since an older one was restored, or may hold it.

        A folder in which somebody works, as on another computer, is named by a disposal but not removed.
        """
        kept = (one for one in self.former if self._is_kept(one, on_chain))
        return tuple(one for one in kept if not is_worked_in(one.path, self._home))

    def _is_kept(self, one: Shelved, on_chain: OnChain) -> bool:
        """Whether only a person may remove one: it is unreadable with another name, or not of this log, or
        something in it names another office.
        """
        if one.manifest is None:
            named = catalogue.is_name(one.path.name.removesuffix(catalogue.UNFINISHED_SUFFIX))
            return not (named and one.sure and one.epoch <= self._present_epoch)
        facts = one.manifest.facts
        return not on_chain(facts.head_sequence, facts.head_hash)


def looked_at(place: Place, source: Source) -> Place:
    """What is known of a folder, brought up to date if it is connected."""
    if not destinations.connected(place, source.office_id):
        return place
    try:
        found = Shelf(place, source)
    except OSError as error:
        return replace(place, failure=destinations.failure_of(error).code)
    newest = next(iter(found.present), None)
    if newest is None or newest.manifest is None:
        return replace(place, verified_at="", backup="", held=found.held, unsearched=found.unsearched)
    return replace(
        place,
        verified_at=newest.manifest.facts.taken_at,
        backup=str(newest.path),
        held=found.held,
        unsearched=found.unsearched,
    )


def said(place: Place, epoch: int, now: datetime, *, connected: bool) -> BackupPlace:
    """A folder as the windows show it."""
    return BackupPlace(
        place=place.place,
        folder=place.folder,
        state=_state(place, now, connected=connected),
        verified_at=place.verified_at,
        backup=place.backup,
        tried_at=place.tried_at,
        failure=FAILURES.get(place.failure),
        former_epochs=sum(count for former, count in place.held if former < epoch),
        unsearched=place.unsearched,
    )


def is_overdue(verified_at: str, now: datetime) -> bool:
    """Whether a backup of that moment, or none, is too old. One from the future has a wrong clock's stamp."""
    if not verified_at:
        return True
    age = now - moment_of(verified_at)
    return not -_TOLERANCE <= age <= timedelta(hours=OVERDUE_HOURS)


def _state(place: Place, now: datetime, *, connected: bool) -> PlaceState:
    if not connected:
        return PlaceState.ABSENT
    if place.failure:
        return PlaceState.FAILED
    if not place.verified_at:
        return PlaceState.NEVER
    return PlaceState.OVERDUE if is_overdue(place.verified_at, now) else PlaceState.GOOD


def beside_office(source: Source) -> Strays:
    """What else lies in the office's own folder, but for the backup from before an update.

    Raises:
        OSError: the folder cannot be read.
    """
    return beside(source.database.parent, source.office_id, (before_update.FOLDER_NAME,))


def told_epoch(one: Shelved, source: Source) -> int:
    """See :func:`hvacdesk.vault.backup.restore_checks.epoch_of`."""
    return restore_checks.epoch_of(one, source.epoch, source.salt)


def is_worked_in(path: Path, home: Path) -> bool:
    """Whether a folder, or the one that a file lies in, is another office in which somebody works."""
    holder = path if path.is_dir() else path.parent
    return holder != home and (holder / folder.HEAD_NAME).exists()


def _verified(one: Shelved, source: Source) -> bool:
    return (
        one.epoch == source.epoch
        and one.manifest is not None
        and one.manifest.fits(source.database_key)
        and one.whole
        and likeness.beginning(one.path / one.manifest.database_name) == source.salt
    )
