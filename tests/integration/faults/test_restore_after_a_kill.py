"""A restore of a backup from before a disposal that was killed: nobody comes back without a word."""

from __future__ import annotations

import shutil

import pytest

from hvacdesk.services.backups.found_lists import DisposalBegun
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.vault import folder
from tests.integration.faults.children import Children
from tests.integration.faults.place import GOING, FaultyPlace
from tests.integration.faults.task import Fault


@pytest.mark.parametrize(("step", "listed"), [("disposal.deleted", False), ("keys.exchanged", True)])
def test_an_older_backup_after_a_disposal_was_killed(
    place: FaultyPlace, forking: Children, step: str, listed: bool
) -> None:
    """Where nobody could write down whom it destroyed, a restore says so before it brings them back."""
    place.put_back()
    drawer = place.home.with_name("before the disposal")
    (name,) = place.backups_there()
    shutil.copytree(place.disk / name, drawer / name, dirs_exist_ok=True)
    assert forking.run(place.task("disposal"), Fault("kill", f"milestone {step} #1")).killed
    for database in folder.databases(place.home).values():
        database.write_bytes(bytes(database.stat().st_size))
    entry = OfficeEntry(place.home, place.clock)
    entry.acquire()
    restoring, backup, code = entry.restoring(), str(drawer / name), place.facts["code"]
    assert restoring.examine(backup).lists.begun is not listed
    if not listed:
        with pytest.raises(DisposalBegun):
            restoring.restore_with_sheet(backup, code)
    office, sheet, report = restoring.restore_with_sheet(backup, code, without_list=not listed)
    assert (report.replayed, report.lists.begun) == ((len(GOING), False) if listed else (0, True))
    assert not folder.has_pending_proof(place.home), "what the former office's proof waits for stays with it"
    office.leave(sheet)
    entry.release()


@pytest.mark.parametrize("step", ["disposal.kept", "disposal.certified"])
def test_a_disposal_that_nobody_has_to_finish_is_not_asked_about(
    place: FaultyPlace, forking: Children, step: str
) -> None:
    """What was kept for the proof lies there although it was cut off before the deletion, or certified."""
    place.put_back()
    assert forking.run(place.task("disposal"), Fault("kill", f"milestone {step} #1")).killed
    assert folder.has_pending_proof(place.home)
    place.look()
    assert not folder.has_pending_proof(place.home)
