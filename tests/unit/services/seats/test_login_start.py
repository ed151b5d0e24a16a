"""Serving with the computer's login: written when asked, read by systemd as meant, gone without a trace."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hvacdesk.services.seats import login_start
from hvacdesk.services.seats.login_start import UserUnit, own_command
from hvacdesk.vault import errors


@pytest.fixture(autouse=True)
def no_reload(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(login_start, "_reload", lambda: None)


def files_in(folder: Path) -> list[str]:
    return sorted(str(one.relative_to(folder)) for one in folder.rglob("*") if not one.is_dir())


def test_it_is_written_when_asked_and_taken_away_again(tmp_path: Path) -> None:
    unit = UserUnit(tmp_path, (sys.executable, "host"))
    assert not unit.is_on
    assert files_in(tmp_path) == []
    for _twice in range(2):
        unit.switch(on=True)
        assert unit.is_on
        assert unit.link.resolve() == unit.path
    for _twice in range(2):
        unit.switch(on=False)
        assert not unit.is_on
        assert files_in(tmp_path) == []


def test_others_units_are_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "systemd" / "user" / "another.service"
    other.parent.mkdir(parents=True)
    other.write_text("[Unit]\n", encoding="utf-8")
    unit = UserUnit(tmp_path, (sys.executable, "host"))
    unit.switch(on=True)
    unit.switch(on=False)
    assert files_in(tmp_path) == ["systemd/user/another.service"]


def test_another_offices_unit_is_not_taken_away(tmp_path: Path) -> None:
    one = UserUnit(tmp_path, (sys.executable, "--home", "/one", "host"))
    other = UserUnit(tmp_path, (sys.executable, "--home", "/other", "host"))
    one.switch(on=True)
    assert not other.is_on
    other.switch(on=False)
    assert one.is_on


def test_a_folder_that_takes_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_named: object) -> None:
        raise PermissionError(13, "refused")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(errors.FolderReadOnly):
        UserUnit(tmp_path, (sys.executable, "host")).switch(on=True)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_reads_it_as_meant(tmp_path: Path) -> None:
    home = tmp_path / '事務所 "100%" $HOME \\ x'
    program = tmp_path / "my program"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    unit = UserUnit(tmp_path, (str(program), "--home", str(home), "host"))
    unit.switch(on=True)
    found = subprocess.run(
        ["systemd-analyze", "--user", "verify", "--man=no", "--recursive-errors=no", str(unit.path)],
        capture_output=True,
        encoding="utf-8",
        env={"XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        check=False,
    )
    assert "hvacdesk-host" not in found.stderr, found.stderr
    assert f'ExecStart=:"{program}"' in unit.text()
    assert '100%%\\" $HOME \\\\ x"' in unit.text()


def test_it_starts_this_program() -> None:
    assert own_command() == (sys.executable, "-m", "hvacdesk")


def test_the_program_with_the_window_is_started_whichever_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/usr/lib/hvacdesk/hvacdesk")
    assert own_command() == ("/usr/lib/hvacdesk/hvacdesk",)
