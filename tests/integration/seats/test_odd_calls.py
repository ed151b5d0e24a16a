"""Whatever a seat's own tool sends, the office PC answers in words: nothing of it ends as a bug there.

Every door is called with numbers, days and texts that no window sends, over a real connection; once nothing
can be written, and once everything is written and undone again.
"""

from __future__ import annotations

import traceback
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from hvacdesk.domain.roles import Role
from hvacdesk.seats.doors import doors
from tests.helpers.office_network import office_network
from tests.helpers.secret_service import SecretService
from tests.integration.seats.test_hidden_on_the_wire import (
    Reader,
    Tap,
    _build,
    _record_ids,
    all_undone,
    nothing_written,
)

NUMBERS = (-1, 0, 2**63 - 1, -(2**63), 10**6)
DAYS = (date.max, date.min)
TEXTS = ("", "\x00", "٣", "％_", "a" * 5_000, "9999-12", "2026-13", "0000-00-00", "9999-12-31", "2026-02-30")
ODD = 0.5
"""So many of the numbers, days and texts are odd: with more of them every call ends at its first argument."""
TIMES = 3

NOT_CALLED = {
    "accounts.change_own_passphrase",
    "accounts.change_own_pin",
    "accounts.change_roles",
    "accounts.lock",
    "accounts.remove",
    "accounts.reset",
    "accounts.unlock",
    "accounts.unlock_with_passphrase",
    "backups.run",
}
"""What ends the login or changes the key file, which no transaction takes back."""


class OddReader(Reader):
    """Calls whatever can be called from a seat, with what no window sends."""

    def _argument(self, one: Any, hint: Any, chance: Random, turn: int) -> Any:
        odd = {int: NUMBERS, date: DAYS, str: TEXTS}.get(hint)
        if odd is None or chance.random() >= ODD or (hint is str and one.name in self.known and turn):
            return super()._argument(one, hint, chance, turn)
        return chance.choice(odd)


def told(bug: Exception) -> str:
    """What a bug is and where, without what was in the call."""
    frames = [one for one in traceback.extract_tb(bug.__traceback__) if "hvacdesk" in one.filename]
    return f"{type(bug).__name__} at {Path(frames[-1].filename).name}:{frames[-1].lineno}"


@pytest.mark.parametrize("role", [Role.OWNER, Role.DESK, Role.ACCOUNTING, Role.TECHNICIAN])
def test_no_odd_call_is_a_bug(role: Role, tmp_path: Path, secret_service: SecretService) -> None:
    tap, chance = Tap(), Random(str(role))
    with office_network(tmp_path, _build) as network, tap.on(network):
        office, actor = network.login_here(role)
        known = _record_ids(office)
        office.leave(actor)
        reader = OddReader(network.log_in(network.join(), role), known)
        for turn in range(TIMES):
            for writing in (all_undone, nothing_written):
                with writing():
                    for door in doors().values():
                        if not door.stays and door.name not in NOT_CALLED:
                            tap.door = door.name
                            reader.read(door, chance, turn)
                tap.taken()
    assert {name: sorted(set(map(told, bugs))) for name, bugs in tap.bugs.items()} == {}
