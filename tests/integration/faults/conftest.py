"""The office that meets faults, and the process that forks those who do something in it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import pytest

from tests.conftest import TALLY
from tests.helpers.secret_service import SecretService, private_bus
from tests.helpers.short_questions import short_questions
from tests.integration.faults import children
from tests.integration.faults.children import Children
from tests.integration.faults.place import FaultyPlace, filled_place, same_place
from tests.integration.faults.telling import Tell

FIRST = pytest.StashKey[FaultyPlace]()
"""As it was filled by the first file that needed it; no test gets it itself."""


@pytest.fixture(scope="module")
def service(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SecretService]:
    """A key store of its own, started again when a killed client takes it along; Windows has but one."""
    if sys.platform == "win32":
        yield request.getfixturevalue("secret_service")
        return
    with private_bus(tmp_path_factory.mktemp("keyring")) as running, short_questions():
        running.start_unlocked()
        with running.kept_alive():
            yield running


@pytest.fixture(scope="session")
def _forking() -> Iterator[Children]:
    """One process for all files: what it imported and rehearsed is ready for the next one, too."""
    with children.started() as running:
        yield running


@pytest.fixture(scope="module")
def forking(service: SecretService, _forking: Children) -> Children:
    """The process that forks children; each of them sees the key store that this file has."""
    return _forking


@pytest.fixture(scope="module")
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, service: SecretService
) -> FaultyPlace:
    """The filled office: filled once for all files, since every test begins with it put back anyway."""
    stash = request.config.stash
    if FIRST not in stash:
        folder = tmp_path_factory.mktemp("place")
        stash[FIRST] = filled_place(folder, folder / "pristine")
    return same_place(stash[FIRST], tmp_path_factory.mktemp("again") / "pristine")


@pytest.fixture
def place(filled: FaultyPlace) -> FaultyPlace:
    """The filled office, as it was filled."""
    filled.put_back()
    return filled


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Tell:
    """Counts what the test did; the sums of all tests end the run's output."""

    def tell_of(kind: str, times: int = 1) -> None:
        record_property(f"{TALLY}{kind}", times)

    return tell_of
