"""An independent look into every page of database, log and backups after a disposal."""

from __future__ import annotations

from pathlib import Path

import pytest

from hvacdesk.domain.disposal.disposal import BatchState
from tests.helpers.page_dump import plain_pages
from tests.integration.disposal.office import DisposalOffice, destroyed_values, home_of, place_of


def databases(office: DisposalOffice) -> list[Path]:
    """The office's file and those of every backup."""
    found = [*home_of(office).glob("*.db"), *place_of(office).rglob("*.db")]
    assert len(found) > 1
    return found


def held(office: DisposalOffice) -> dict[Path, int]:
    """By file, how many of the destroyed values its pages and its log hold."""
    key = office.vault.database_key()
    values = destroyed_values()
    found = {}
    for path in databases(office):
        text = b"\0".join(plain_pages(path, key))
        found[path] = sum(value in text for value in values)
    return found


@pytest.mark.approved
def test_no_page_of_database_log_and_backups_holds_a_destroyed_value(office: DisposalOffice) -> None:
    office.backups.run(office.owner)
    before = held(office)
    assert all(count >= len(destroyed_values()) - 1 for count in before.values()), before
    result = office.destroy(office.approved())
    assert result.state is BatchState.VERIFIED
    after = held(office)
    assert not any(after.values()), after
    assert not before.keys() & after.keys()


@pytest.mark.approved
def test_no_file_beside_them_holds_one_either(office: DisposalOffice) -> None:
    office.backups.run(office.owner)
    office.destroy(office.approved())
    office.workplace.store.close()
    for folder in (home_of(office), place_of(office)):
        for path in folder.rglob("*"):
            if path.is_file():
                data = path.read_bytes()
                assert not any(value in data for value in destroyed_values()), path.name
