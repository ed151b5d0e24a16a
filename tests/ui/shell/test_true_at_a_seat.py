"""What a seat's pages say of "this computer" is true there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.errors import RecordGone, Unfinished, UserFacingError
from hvacdesk.domain.office.self_check import OF_A_SEAT, PART_NAMES, Part
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.office.self_check import run_at_seat
from hvacdesk.vault.errors import DiskFull, KeyringChanged, KeyringLocked
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, open_desk
from tests.helpers.office_network import wall_clock
from tests.helpers.real_office import RealOffice
from tests.helpers.seats import seat_of


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER, lambda *who: seat_of(*who)[0]) as opened:
        yield opened


def test_a_backup_folder_is_not_to_be_chosen_at_a_seat(desk: FrontDesk) -> None:
    desk.go("settings", tab="backups")
    told = texts_in(desk.page)
    assert "Choose one on a USB disk" not in told
    assert "A person responsible chooses one at the office PC" in told


def test_the_check_of_a_seat_calls_no_folder_the_offices(tmp_path: Path) -> None:
    found = run_at_seat(tmp_path, wall_clock, english, tuple)
    assert tuple(one.part for one in found) == OF_A_SEAT
    assert Part.FOLDER not in OF_A_SEAT
    (folder,) = [one for one in found if one.part is Part.SEAT_FOLDER]
    assert "office" not in english(PART_NAMES[folder.part]).lower()
    assert "The office's data lie at the office PC alone." in folder.text.text


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (KeyringLocked, "At the office PC: The key store of this computer is locked."),
        (DiskFull, "At the office PC: The disk is full."),
        (
            lambda: KeyringChanged(recorded="one store", found="another"),
            "At the office PC: The office's key is in one store, but this computer now offers another.",
        ),
        (
            lambda: Unfinished(DiskFull()),
            "The change was made, but not finished: At the office PC: The disk is full.",
        ),
        (RecordGone, "This record no longer exists."),
    ],
)
def test_an_error_of_the_office_pcs_computer_says_whose_it_is(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch, error: Callable[[], UserFacingError], said: str
) -> None:
    def fail(*_args: object) -> None:
        raise error()

    real_office = desk.office
    monkeypatch.setattr(type(real_office.call_notes), "staff", fail)
    seat, _transport = seat_of(real_office, desk.actor)
    with pytest.raises(UserFacingError) as caught:
        seat.call_notes.staff(desk.actor)
    assert caught.value.sentences(english)[0] == said
    assert error().sentences(english)[0] == said.replace("At the office PC: ", "")
