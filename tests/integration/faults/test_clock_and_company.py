"""A clock that is set back, and a second program on the same office."""

from __future__ import annotations

import pytest

from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.services.disposal.errors import ClockSetBack, WaitingDay
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.entry.entry_errors import AlreadyRunning
from hvacdesk.vault.backup import manifest
from hvacdesk.vault.errors import EpochEnded
from tests.helpers.people import customer
from tests.integration.faults.children import Children
from tests.integration.faults.place import FaultyPlace
from tests.integration.faults.seen import look
from tests.integration.faults.task import Fault


def test_a_clock_set_back_stops_a_disposal_and_nothing_else(place: FaultyPlace) -> None:
    place.clock.pass_time(days=-3)
    try:
        office, owner = place.open()
        batch, count = place.facts["batch"], place.facts["count"]
        with pytest.raises((ClockSetBack, WaitingDay)):
            office.disposal.destruction.destroy(owner, batch, count, lambda *_: None, lambda: False)
        assert office.disposal.reviews.open_batch(owner, batch).state is BatchState.APPROVED
        assert look(office, owner).since(place.before) == {}
        office.customers.add(owner, customer(email="another@hidden.example"))
        (outcome,) = office.backups.run(owner)
        assert outcome.failure is None
        assert outcome.backup is not None
        office.leave(owner)
    finally:
        place.clock.pass_time(days=3)
    kept = {name: manifest.read(place.disk / name).facts.head_sequence for name in place.backups_there()}
    assert max(kept, key=lambda name: kept[name]) in outcome.backup.path, (
        "the newest by the log's length stays"
    )
    office, owner = place.open()
    assert office.audit.verify(owner).intact
    office.disposal.destruction.destroy(owner, batch, count, lambda *_: None, lambda: False)
    assert office.disposal.reviews.open_batch(owner, batch).state is BatchState.VERIFIED
    office.leave(owner)


def test_a_rotation_waits_for_nobody_elses_session_and_ends_it(place: FaultyPlace, forking: Children) -> None:
    """Without the door's lock, as with a copy of the program that does not know it."""
    office, owner = place.open()
    assert office.customers.search(owner, "").total
    outcome = forking.run(place.task("rotation"), Fault("none", again=False))
    assert outcome.error == "DatabaseBusy", outcome
    assert look(office, owner).since(place.before) == {}
    office.customers.add(owner, customer(email="another@hidden.example"))
    office._workplace.store.close()
    assert forking.run(place.task("rotation")).done
    with pytest.raises(EpochEnded):
        office.customers.add(owner, customer(email="third@hidden.example"))
    office._workplace.vault.close()
    assert place.look().since(place.before)["customers"] == (1, 0)


def test_the_door_lets_one_program_in(place: FaultyPlace, forking: Children) -> None:
    entry = OfficeEntry(place.home, place.clock)
    entry.acquire()
    try:
        outcome = forking.run(place.task("save"))
        assert (outcome.again, outcome.done) == ("AlreadyRunning", False)
        with pytest.raises(AlreadyRunning):
            OfficeEntry(place.home, place.clock).acquire()
    finally:
        entry.release()
    assert forking.run(place.task("save")).done
