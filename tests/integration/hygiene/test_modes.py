"""What the program writes, in the office's folder and beside it, is for this user alone under any umask."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hvacdesk.domain.roles import Role
from hvacdesk.ui import crash
from hvacdesk.ui.preferences import Preferences
from tests.helpers.front_desk import TANAKA
from tests.helpers.log_guard import LogGuard
from tests.helpers.real_office import RealOffice, new_real_office, passphrase_of
from tests.helpers.secret_service import SecretService

pytestmark = pytest.mark.linux("looks at mode bits")


@pytest.fixture(params=[0o000, 0o022], ids=["umask 000", "umask 022"])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def open_to_others(top: Path) -> list[str]:
    """What in a folder, itself included, somebody else could look at or change."""
    found = []
    for path in (top, *top.rglob("*")):
        mode = stat.S_IMODE(path.lstat().st_mode)
        allowed = 0o700 if path.is_dir() else 0o600
        if mode & ~allowed:
            found.append(f"{path.relative_to(top.parent)} {mode:o}")
    return sorted(found)


def use(real: RealOffice, place: Path) -> None:
    """A day on which everything that writes is used, with the office left open."""
    entry = real.entry()
    entry.acquire()
    office, owner = entry.login(real.accounts["責任 一郎"], passphrase_of("責任 一郎"))
    office.backups.add_place(owner, str(place))
    office.backups.run(owner)
    office.keys.rotate(owner)
    office.backups.run(owner)
    office.backups.write_disposed_list(owner)
    office.leave(owner)
    office, clerk = real.login(Role.DESK)
    office.customers.add(clerk, TANAKA)
    office.audit.write_anchor()


def crash_once(home: Path, real: RealOffice, log_guard: LogGuard, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug goes the way that bugs go."""
    log_guard.expect("RuntimeError")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    crash.install(home, real.clock, lambda _report: None, lambda _error: None)
    sys.excepthook(RuntimeError, RuntimeError(), None)


def test_everything_is_for_this_user_alone(
    tmp_path: Path,
    umask: int,
    secret_service: SecretService,
    log_guard: LogGuard,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert secret_service.is_open()
    place = tmp_path / "stick"
    place.mkdir(mode=0o700)
    place.chmod(0o700)
    real = new_real_office(tmp_path / "office", everybody=True)
    use(real, place)
    preferences = Preferences(real.home)
    preferences.last_account = "somebody"
    preferences.save()
    crash_once(real.home, real, log_guard, monkeypatch)
    names = {path.name for path in real.home.rglob("*")}
    assert {"office.keys", "window.ini", "office.lock", "crashes"} <= names
    assert any(name.endswith("-wal") for name in names), "the office is open while its folder is looked at"
    assert open_to_others(real.home) == []
    assert open_to_others(place) == []
