"""Reading and changing one office's key file, checked at every step.

Nothing is kept between calls: each change reads the file again, so that two sessions on one office do not
undo each other's changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.vault import ciphers, errors, folder
from hvacdesk.vault.device import secret_handover
from hvacdesk.vault.device.keyring_store import Secrets
from hvacdesk.vault.keyfile import grants, roster, slots
from hvacdesk.vault.keyfile.body import Body, Person
from hvacdesk.vault.keyfile.grants import OfficeKeys
from hvacdesk.vault.keyfile.roster import Roster, SignedRoster, StaffSlot
from hvacdesk.vault.keyfile.slots import SlotsFile

_MOST_DIGITS = 18
"""A revision is a count of changes; anything longer in the key store is none."""


@dataclass(frozen=True)
class OpenKeyFile:
    """A key file that opened, and its roster, whose signature has been checked."""

    file: SlotsFile
    body: Body
    roster: Roster

    def person(self, slot_id: str) -> Person:
        """A slot's secrets.

        Raises:
            SlotGone: there is no such slot.
        """
        self.roster.entry(slot_id)
        try:
            return self.body.people[slot_id]
        except KeyError as error:
            raise errors.RosterRefused from error

    def public_key(self, slot_id: str) -> bytes:
        """The key that grants for a slot are sealed to: the roster's, or its endorsed successor."""
        entry = self.roster.entry(slot_id)
        return roster.present_key(self.roster.office_id, entry, self.person(slot_id).succession)

    def invited(self, slot_id: str) -> bool:
        """Whether the person still has to choose a passphrase."""
        entry = self.roster.entry(slot_id)
        return bool(entry.endorsement_key) and self.person(slot_id).succession is None

    def staff(self) -> tuple[StaffSlot, ...]:
        """Everybody who can log in, in the roster's order."""
        return tuple(
            StaffSlot(entry.slot_id, entry.name, entry.roles, self.invited(entry.slot_id), entry.since)
            for entry in self.roster.entries
        )

    def with_person(self, slot_id: str, person: Person) -> Body:
        """The body with one slot's secrets replaced; the roster stays as it is signed."""
        return replace(self.body, people={**self.body.people, slot_id: person})


def opened(file: SlotsFile, key: bytes) -> OpenKeyFile:
    """A key file's contents.

    Raises:
        NotOpened: the key is another one.
        RosterRefused: the roster is not signed by the key it names, belongs elsewhere, or knows another
            recovery sheet.
    """
    body = slots.open_body(file, key)
    roster_ = body.roster.opened(file.header.office_id, file.header.epoch)
    if file.recovery.number != roster_.recovery_number:
        raise errors.RosterRefused
    return OpenKeyFile(file, body, roster_)


def newest(candidates: Iterable[OpenKeyFile]) -> OpenKeyFile:
    """The copy that was written last."""
    return max(candidates, key=lambda contents: (contents.file.header.epoch, contents.body.revision))


class KeyFileStore:
    """The key file of one office in one epoch, opened with that epoch's slots key.

    Attributes:
        home: the office's folder.
        key: the slots key.
        secrets: the key store that remembers the last revision; None after a recovery without one.
    """

    def __init__(self, home: Path, office_id: str, epoch: int, key: bytes, secrets: Secrets | None) -> None:
        self.home = home
        self.office_id = office_id
        self.epoch = epoch
        self.key = key
        self.secrets = secrets

    def read(self) -> OpenKeyFile:
        """The newest whole copy.

        Raises:
            SlotsMissing, SlotsDamaged, SlotsNewer: no copy can be read.
            EpochEnded: another session changed the keys.
            DeviceSecretWrong: no copy opens with this key.
            RosterRefused: the roster is not properly signed.
            SlotsRolledBack: the file is older than the key store remembers.
        """
        candidates = []
        copies = slots.read_copies(self.home)
        for file in copies:
            if (file.header.office_id, file.header.epoch) != (self.office_id, self.epoch):
                continue
            try:
                candidates.append(opened(file, self.key))
            except ciphers.NotOpened:
                continue
        if not candidates and any(file.header.epoch > self.epoch for file in copies):
            raise errors.EpochEnded
        if not candidates:
            raise errors.DeviceSecretWrong
        contents = newest(candidates)
        if contents.body.revision < self._remembered():
            raise errors.SlotsRolledBack
        return contents

    def change(self, edit: Callable[[OpenKeyFile], Body], *, seconds: float | None = None) -> OpenKeyFile:
        """Read, edit, seal and write both copies; then let the key store remember the new revision.

        Args:
            seconds: how long to wait for another program's change; ten if not given.

        Raises:
            DatabaseBusy: another program is changing the folder.
            DiskFull, FolderReadOnly: the former state is still there.
        """
        with folder.changing(self.home, seconds=seconds):
            return self.changed(edit)

    def changed(self, edit: Callable[[OpenKeyFile], Body]) -> OpenKeyFile:
        """As :meth:`change`, for a caller who holds :func:`hvacdesk.vault.folder.changing`."""
        contents = self.read()
        body = replace(edit(contents), revision=contents.body.revision + 1)
        header = replace(contents.file.header, format=slots.FORMAT)
        file = replace(
            contents.file,
            header=header,
            sealed=slots.seal_body(body, self.key, header),
            handovers=secret_handover.needed(contents.file.handovers, body.logins, self.epoch),
        )
        slots.write_copies(self.home, file)
        self.remember(body.revision)
        return opened(file, self.key)

    def remember(self, revision: int) -> None:
        """Note the last revision in the key store, where an exchanged file cannot follow.

        The file is written already, so a key store that takes nothing now does not make the change fail:
        :meth:`remember_newest` makes up for it at the next login.
        """
        with suppress(UserFacingError):
            self._note(self.epoch, revision)

    def remember_newest(self, contents: OpenKeyFile) -> None:
        """Let the key store remember what it did not take when it was changed, or raise why it still cannot.

        It also refuses the key files of former epochs, as long as these can be opened.

        Args:
            contents: the key file as it was read last.
        """
        if not self._behind(contents):
            return
        with suppress(errors.DatabaseBusy), folder.changing(self.home, seconds=0):
            newest = self.read()  # who has the lock remembers what they change
            for epoch in self._behind(newest):
                self._note(epoch, newest.body.revision)

    def _behind(self, contents: OpenKeyFile) -> list[int]:
        """Of this epoch and former ones whose files are there, those with a lower revision remembered."""
        secrets = self.secrets
        if secrets is None:
            return []
        former = {epoch for epoch in folder.databases(self.home) if epoch < self.epoch}
        return [
            epoch
            for epoch in sorted(former | {self.epoch})
            if remembered_revision(secrets, self.office_id, epoch) < contents.body.revision
        ]

    def _note(self, epoch: int, revision: int) -> None:
        if self.secrets is not None:
            remember_revision(self.secrets, self.office_id, epoch, revision)

    def remembers(self, revision: int) -> bool:
        """Whether the key store's last revision is this one."""
        return self._remembered() == revision

    def _remembered(self) -> int:
        if self.secrets is None:
            return 0
        return remembered_revision(self.secrets, self.office_id, self.epoch)


def revision_account(office_id: str, epoch: int) -> str:
    """The key store's account of an epoch's last revision.

    Each epoch has its own: one computer may hold an office and a restored copy of it in another folder, and
    neither is out of date because of the other.
    """
    return f"{office_id}/{epoch}/revision"


def remember_revision(secrets: Secrets, office_id: str, epoch: int, revision: int) -> None:
    """Let a key store refuse any key file of this epoch with a lower revision."""
    secrets.write(revision_account(office_id, epoch), str(revision).encode("ascii"))


def remembered_revision(secrets: Secrets, office_id: str, epoch: int) -> int:
    """The last revision of an epoch that a key store remembers; 0 where it remembers none."""
    raw = secrets.read(revision_account(office_id, epoch))
    if raw is None:
        raw = secrets.read(f"{office_id}/revision")  # as long as no release had several folders of an office
    return int(raw) if raw is not None and raw.isdigit() and len(raw) <= _MOST_DIGITS else 0


def revision_after(former: OpenKeyFile, secrets: Secrets) -> int:
    """The revision of a key file that follows: above that of the former one and above any remembered."""
    remembered = remembered_revision(secrets, former.roster.office_id, former.roster.epoch)
    return max(former.body.revision, remembered) + 1


def resigned(
    contents: OpenKeyFile,
    keys: OfficeKeys,
    entries: Iterable[roster.Entry],
    people: Mapping[str, Person],
) -> Body:
    """The body with a new, signed roster; endorsed successors become the roster's own keys.

    Raises:
        LastOwner: no owner would be left.
        RosterRefused: a successor was not endorsed, or the keys are others than the roster's.
        ValueError: the session does not hold all of the office's keys.
    """
    if keys.signing is None:
        raise ValueError("the roster cannot be signed without the signing key")
    grants.check_committed(contents.roster, contents.body.roster.signer, keys)
    settled_people = dict(people)
    settled = []
    for entry in entries:
        person = settled_people[entry.slot_id]
        if person.succession is None:
            settled.append(entry)
            continue
        key = roster.present_key(contents.roster.office_id, entry, person.succession)
        settled.append(replace(entry, public_key=key, endorsement_key=b""))
        settled_people[entry.slot_id] = replace(person, succession=None)
    following = grants.committed(contents.roster.changed(settled), keys)
    signed: SignedRoster = roster.signed(following, keys.signing)
    return replace(contents.body, roster=signed, people=settled_people)
