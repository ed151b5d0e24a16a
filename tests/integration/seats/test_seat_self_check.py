"""``hvacdesk self-check`` at a seat: what it needs of its computer, and the way to its office PC."""

from __future__ import annotations

import pytest

from hvacdesk.commands import self_check
from hvacdesk.commands.door import NOT_INTACT, OK
from hvacdesk.domain.office.self_check import OF_A_SEAT, PART_NAMES
from hvacdesk.domain.text.wording import english
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.office import first_run
from tests.helpers.connection_parts import OF_THE_CONNECTION
from tests.helpers.office_network import OFFICE_NAME, OfficeNetwork


def test_the_table_of_a_seat_goes_on_with_the_connection(
    network: OfficeNetwork, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seat = network.join("田中さんの席")
    monkeypatch.setattr(OfficeEntry, "seat_pc", lambda _entry: seat)
    monkeypatch.setattr(self_check, "__version__", "1.2.3")
    home = network.folder / "田中さんの席"
    assert self_check.run(home) == OK
    said = capsys.readouterr().out
    names = [english(PART_NAMES[part]) for part in (*OF_A_SEAT, *OF_THE_CONNECTION)]
    if first_run.offered():
        names.append(english(first_run.WHERE_IT_IS))
    assert [line[: len(name)] for line, name in zip(said.splitlines(), names, strict=True)] == names
    assert OFFICE_NAME not in said
    network.stop()
    assert self_check.run(home) == NOT_INTACT
    assert "nothing takes connections" in capsys.readouterr().out
