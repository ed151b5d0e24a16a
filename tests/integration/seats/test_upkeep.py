"""While people work at seats alone, the office PC sees to the office as its own window would."""

from __future__ import annotations

from pathlib import Path

import pytest

from hvacdesk.domain.office.integrity import DamageKind
from hvacdesk.domain.roles import Role
from hvacdesk.seats.upkeep import MINUTE, SeatsUpkeep
from hvacdesk.services.office.integrity import Integrity
from tests.helpers.office_network import OfficeNetwork
from tests.helpers.waiting import until


class Ticks:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def with_a_place(network: OfficeNetwork, folder: Path) -> Path:
    """A folder for backups, named by the owner."""
    place = folder / "usb"
    place.mkdir()
    office, owner = network.login_here(Role.OWNER)
    office.backups.add_place(owner, str(place))
    office.leave(owner)
    return place


def taken(place: Path) -> int:
    return len(list(place.glob("hvacdesk-backup-*")))


def watched(network: OfficeNetwork) -> Ticks:
    """Its sessions see to the office by a clock of our own, when they are asked to."""
    assert network.service is not None
    ticks = Ticks()
    network.service.sessions._upkeep = SeatsUpkeep(ticks)
    return ticks


def round_at(network: OfficeNetwork, ticks: Ticks, seconds: float) -> None:
    assert network.service is not None
    ticks.now = 1000.0 + seconds
    network.service.sessions.see_to_the_office()


def test_a_login_at_a_seat_is_enough_for_the_days_check_and_backup(
    network: OfficeNetwork, tmp_path: Path
) -> None:
    place = with_a_place(network, tmp_path)
    seat = network.join()
    ticks = watched(network)
    round_at(network, ticks, 0)
    assert taken(place) == 0, "nobody is there"
    login = network.log_in(seat, Role.DESK)
    for seconds in (0, 4, 11, 2 * MINUTE + 1):
        round_at(network, ticks, seconds)
    assert login.office.integrity.last_seen(login.actor) == network.real.clock().date().isoformat()
    assert taken(place) == 0
    round_at(network, ticks, 4 * MINUTE + 1)
    assert taken(place) == 1
    round_at(network, ticks, 40 * MINUTE)
    assert taken(place) == 1, "not due again today"


def test_nothing_is_done_twice_while_somebody_is_at_the_office_pc(
    network: OfficeNetwork, tmp_path: Path
) -> None:
    place = with_a_place(network, tmp_path)
    seat = network.join()
    ticks = watched(network)
    assert network.service is not None
    network.service.sessions._sees_to_itself = lambda: True
    login = network.log_in(seat, Role.DESK)
    round_at(network, ticks, 0)
    round_at(network, ticks, 5 * MINUTE)
    login.leave()
    assert taken(place) == 0


def test_a_backup_is_taken_when_the_last_one_leaves(network: OfficeNetwork, tmp_path: Path) -> None:
    place = with_a_place(network, tmp_path)
    first, second = network.join("一"), network.join("二")
    desk, owner = network.log_in(first, Role.DESK), network.log_in(second, Role.OWNER)
    desk.leave()
    assert taken(place) == 0
    owner.leave()
    until(lambda: taken(place) == 1)
    assert network.service is not None
    assert network.service.sessions.logged_in() == ()


def test_damage_that_is_found_so_is_told(network: OfficeNetwork, monkeypatch: pytest.MonkeyPatch) -> None:
    seat = network.join()
    ticks = watched(network)
    login = network.log_in(seat, Role.DESK)
    monkeypatch.setattr(Integrity, "quick", lambda self: self._found(DamageKind.FILE))
    round_at(network, ticks, 0)
    round_at(network, ticks, 4)
    assert login.office.integrity.damage is not None


def test_it_is_seen_to_without_anybodys_asking(network: OfficeNetwork) -> None:
    assert network.service is not None
    rounds: list[object] = []
    network.service.sessions._upkeep.look = rounds.append  # type: ignore[method-assign,assignment]
    until(lambda: bool(rounds))
