"""A restore that is killed, or meets a disk that takes no more, at any step or instant.

The backup is older than a disposal, so the restore destroys again whoever was destroyed.
"""

from __future__ import annotations

import shutil
from random import Random

import pytest

from hvacdesk.services.backups.restored_file import DisposalBegun
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.vault import folder
from hvacdesk.vault.erasure import pending_proof
from tests.integration.faults.children import Children
from tests.integration.faults.choosing import steps_to_kill_at, steps_to_stop_at
from tests.integration.faults.instants import Instants
from tests.integration.faults.judging import State, example_of, require_whole
from tests.integration.faults.operations import RESTORE
from tests.integration.faults.place import GOING, FaultyPlace, with_a_disposal
from tests.integration.faults.shortage import meet_at
from tests.integration.faults.task import Fault
from tests.integration.faults.telling import Tell

KILLS, SEED = 20, 20261124


@pytest.fixture(scope="module")
def destroyed(filled: FaultyPlace) -> FaultyPlace:
    """The office after the disposal."""
    filled.put_back()
    return with_a_disposal(filled)


@pytest.fixture
def after(destroyed: FaultyPlace) -> FaultyPlace:
    """That office, as it was then."""
    destroyed.put_back()
    return destroyed


def test_a_kill_at_any_step(after: FaultyPlace, forking: Children, tell: Tell) -> None:
    example = example_of(RESTORE, after, forking)
    states = []
    for step in steps_to_kill_at(example.steps):
        after.put_back()
        outcome = forking.run(after.task("restore"), Fault("kill", step))
        assert outcome.killed, (step, outcome)
        states.append(require_whole(after, example))
        tell("killed at a step of restore")
    assert {State.OLD, State.NEW} <= set(states)
    assert states == sorted(states, key=list(State).index), "what was committed stays committed"


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
    assert not pending_proof.lies_in(place.home), "what the former office's proof waits for stays with it"
    office.leave(sheet)
    entry.release()


@pytest.mark.parametrize("step", ["disposal.kept", "disposal.certified"])
def test_a_disposal_that_nobody_has_to_finish_is_not_asked_about(
    place: FaultyPlace, forking: Children, step: str
) -> None:
    """What was kept for the proof lies there although it was cut off before the deletion, or certified."""
    place.put_back()
    assert forking.run(place.task("disposal"), Fault("kill", f"milestone {step} #1")).killed
    assert pending_proof.lies_in(place.home)
    place.look()
    assert not pending_proof.lies_in(place.home)


def test_a_kill_at_any_instant(after: FaultyPlace, forking: Children, tell: Tell) -> None:
    example = example_of(RESTORE, after, forking)
    instants = Instants(Random(SEED), example.seconds)

    def kill() -> State:
        after.put_back()
        instants.strike(forking, after.task("restore"))
        return require_whole(after, example)

    instants.strike_often(KILLS, kill)
    tell("killed at an instant of restore", instants.kills)


@pytest.mark.parametrize("kind", ["full", "read-only"])
def test_a_disk_that_takes_no_more_from_any_step(
    after: FaultyPlace, forking: Children, kind: str, tell: Tell
) -> None:
    example = example_of(RESTORE, after, forking)
    meet_at(steps_to_stop_at(example.steps, kind), kind, after, example, forking, tell)
