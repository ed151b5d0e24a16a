"""Offices of earlier releases that are opened by this one and killed meanwhile: as then, or as now."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from hvacdesk.store import schema
from tests.helpers import format_fixtures
from tests.helpers.secret_service import SecretService
from tests.helpers.vault_offices import remembered_passphrases
from tests.integration.faults.children import Children
from tests.integration.faults.choosing import some_of, steps_to_kill_at
from tests.integration.faults.instants import Instants
from tests.integration.faults.judging import State
from tests.integration.faults.old_place import OldPlace, old_place
from tests.integration.faults.seen import DERIVED, look_from_outside
from tests.integration.faults.task import Fault, Outcome
from tests.integration.faults.telling import Tell

KILLS, SEED = 12, 20261124


@pytest.fixture(scope="module", params=format_fixtures.older_names())
def made(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, service: SecretService
) -> Iterator[OldPlace]:
    """The office; its passphrase work is that release's own."""
    with remembered_passphrases():
        yield old_place(request.param, tmp_path_factory.mktemp(request.param))


@pytest.fixture
def old(made: OldPlace) -> OldPlace:
    """The office as the earlier release left it."""
    made.place.put_back()
    return made


def example_of(old: OldPlace, forking: Children) -> Outcome:
    """Bring it up to date without a fault."""
    forking.rehearse(old.place.task("migration"))
    old.place.put_back()
    outcome = forking.run(old.place.task("migration"))
    assert outcome.done, outcome
    place = old.place
    version, seen = look_from_outside(place.home, place.account, place.passphrase)
    assert old.version < version == schema.SCHEMA_VERSION
    old.shape = seen.since(place.before)
    gone = {table for table, (_, went) in old.shape.items() if went}
    assert gone <= DERIVED, "no row of then is given up"
    assert place.before.texts() <= seen.texts(), "nor a text of a column that is none any more"
    old.require_up_to_date()
    return outcome


def steps_of(old: OldPlace, steps: tuple[str, ...]) -> list[str]:
    """Every step of the oldest office, which takes all that there are; each of the others takes a share."""
    versions = sorted(format_fixtures.SCHEMAS[name] for name in format_fixtures.older_names())
    chosen, number = steps_to_kill_at(steps), versions.index(old.version)
    return some_of(chosen, number - 1, len(versions) - 1) if number else chosen


def test_a_kill_at_any_step(old: OldPlace, forking: Children, tell: Tell) -> None:
    states = []
    for step in steps_of(old, example_of(old, forking).steps):
        old.place.put_back()
        outcome = forking.run(old.place.task("migration"), Fault("kill", step))
        assert outcome.killed, (step, outcome)
        states.append(old.require_whole())
        tell("killed at a step of migration")
    assert set(states) == {State.OLD, State.NEW}
    assert states == sorted(states, key=list(State).index), "what was committed stays committed"


def test_a_kill_at_any_instant(old: OldPlace, forking: Children, tell: Tell) -> None:
    instants = Instants(Random(SEED), example_of(old, forking).seconds)

    def kill() -> State:
        old.place.put_back()
        instants.strike(forking, old.place.task("migration"))
        return old.require_whole()

    instants.strike_often(KILLS, kill)
    tell("killed at an instant of migration", instants.kills)
