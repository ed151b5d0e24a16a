"""An office of an earlier release that meets faults while this program brings it up to date."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from hvacdesk.store import schema
from tests.helpers import format_fixtures, key_snapshot
from tests.integration.faults.judging import State
from tests.integration.faults.place import FaultyPlace
from tests.integration.faults.seen import Shape, look, look_from_outside, require_same_log, require_tidy


@dataclass
class OldPlace:
    """The office, and the version that its tables have.

    Attributes:
        shape: what bringing it up to date makes of its rows, once that is known.
    """

    place: FaultyPlace
    version: int
    shape: Shape

    def require_whole(self) -> State:
        """Look before anybody is let in: the tables of then or those of now. Then come in."""
        place = self.place
        version, seen = look_from_outside(place.home, place.account, place.passphrase)
        changes = seen.since(place.before)
        if version == self.version:
            assert (changes, seen.head) == ({}, place.before.head)
        else:
            assert version == schema.SCHEMA_VERSION
            assert changes.items() <= self.shape.items(), "the rest is added by the next login"
        self.require_up_to_date()
        return State.OLD if version == self.version else State.NEW

    def require_up_to_date(self) -> None:
        """Come in: every row of then is there, the log goes on, and nothing interrupted is left."""
        office, owner = self.place.open()
        with office._workplace.store.connection() as connection:
            assert schema.version(connection) == schema.SCHEMA_VERSION
        seen, before = look(office, owner), self.place.before
        assert seen.since(before) == self.shape
        assert (seen.staff, seen.epoch) == (before.staff, before.epoch)
        require_same_log(office, before)
        require_tidy(office._workplace.vault, self.place.disk)
        office.leave(owner)


def old_place(name: str, folder: Path) -> OldPlace:
    """One of the offices that earlier releases wrote; its tables are those of then."""
    written = format_fixtures.unpacked(name, folder)
    owner = next(one for one in written.told["accounts"] if one["roles"] == ["owner"])
    disk = written.disk or folder / "usb"
    disk.mkdir(exist_ok=True)
    pristine = folder / "pristine"
    for one in (written.home, disk):
        shutil.copytree(one, pristine / one.name)
    secrets = key_snapshot.taken()
    version, seen = look_from_outside(written.home, owner["account"], owner["passphrase"])
    place = FaultyPlace(
        home=written.home,
        disk=disk,
        clock=written.clock,
        account=owner["account"],
        passphrase=owner["passphrase"],
        pristine=pristine,
        secrets=secrets,
        filled=seen,
        before=seen,
        latest=seen,
        backups=frozenset(),
        facts={"places": [str(disk)]},
    )
    return OldPlace(place, version, {})
