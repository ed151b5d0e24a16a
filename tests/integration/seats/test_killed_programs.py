"""Programs of many PCs killed while their people work: nothing acknowledged is lost, nothing is done twice.

Every PC is a process in a network of its own, the office PC's is ``hvacdesk host``. A killed program is
started again and somebody logs in; whoever was not told whether a save was done looks, as the words on the
screen ask.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.helpers.networks import NoNetworks, many_pcs
from tests.helpers.secret_service import SecretService
from tests.integration.faults import choosing
from tests.integration.seats.many_seats import many_seats

KILLS = {2: 10, 16: 5}
KILLS_BEFORE_A_RELEASE = {2: 100, 16: 150}
EVERY_WHICH_IS_THE_OFFICE_PC = 5
LONGEST_REST = 0.8
"""Seconds between two kills, so that each instant of a round of work is met."""
LONGEST_AWAY = 1.5


@pytest.mark.linux("network namespaces")
@pytest.mark.parametrize("seats", KILLS)
def test_programs_killed_at_any_instant_lose_and_double_nothing(
    seats: int,
    tmp_path: Path,
    secret_service: SecretService,
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> None:
    kills = (KILLS_BEFORE_A_RELEASE if request.config.getoption(choosing.OPTION) else KILLS)[seats]
    chance = Random(f"kill {seats}")
    try:
        with many_pcs(seats) as pcs, many_seats(pcs, tmp_path) as office:
            office.start_host()
            for pc in pcs.seats:
                office.start(pc)
            office.wait_for_work()
            for number in range(1, kills + 1):
                time.sleep(chance.random() * LONGEST_REST)
                if number % EVERY_WHICH_IS_THE_OFFICE_PC:
                    pc = chance.choice(pcs.seats)
                    office.kill(pc)
                    office.start(pc)
                else:
                    office.kill_host()
                    time.sleep(chance.random() * LONGEST_AWAY)
                    office.start_host()
                    office.wait_for_work()
            office.wait_for_work()
            office.finish()
            office.close()
            said = office.check()
    except NoNetworks as reason:
        pytest.skip(str(reason))
    for what, times in office.kills.items():
        record_property(f"tally: kills of {what} while {seats} seats worked", times)
    record_property("tally: saves acknowledged while programs were killed", said["saved"] + said["changed"])
    record_property("tally: saves found done though nobody had said so", said["found untold"])
