"""A real file system without a block left: what a limit on files' sizes does not show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.disks import BALLAST, NotPermitted, small_disk
from tests.helpers.secret_service import SecretService
from tests.integration.faults.children import Children
from tests.integration.faults.choosing import steps_to_stop_at
from tests.integration.faults.judging import example_of
from tests.integration.faults.operations import BY_NAME
from tests.integration.faults.place import FaultyPlace, filled_place
from tests.integration.faults.shortage import meet_at
from tests.integration.faults.telling import Tell

MEGABYTES = 24


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, service: SecretService) -> Iterator[FaultyPlace]:
    """An office and its backups on a disk of a few megabytes; what they are put back from is elsewhere."""
    folder = tmp_path_factory.mktemp("small")
    try:
        with small_disk(folder / "disk", MEGABYTES) as disk:
            place = filled_place(disk.top, folder / "pristine")
            place.facts["disk"] = str(disk.top)
            yield place
    except NotPermitted as reason:
        pytest.skip(str(reason))


@pytest.mark.parametrize("name", ["save", "rotation", "backup"])
def test_not_a_block_is_left_from_any_step(
    small: FaultyPlace, forking: Children, name: str, tell: Tell
) -> None:
    example = example_of(BY_NAME[name], small, forking)
    meet_at(steps_to_stop_at(example.steps, "ballast"), "ballast", small, example, forking, tell)


def test_a_ballast_that_somebody_holds_open_gives_its_blocks_back(tmp_path: Path) -> None:
    """A watch over all disks in another test does so for a moment; the next write would find no room."""
    try:
        with small_disk(tmp_path / "disk", 1) as disk:
            disk.fill()
            with (disk.top / BALLAST).open("rb"):
                disk.make_room()
                (disk.top / "next").write_bytes(bytes(65_536))
    except NotPermitted as reason:
        pytest.skip(str(reason))
