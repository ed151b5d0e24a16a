"""Serving with the computer's login: written when asked, read by systemd as meant, gone without a trace."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hvacdesk.services.seats.login_start import LoginStart, RunValue, UserUnit, login_start, own_command
from hvacdesk.vault import errors
from tests.helpers.login_starts import starts_apart
from tests.helpers.systems import SYSTEM

UNIT = pytest.mark.linux("a unit of systemd")


@pytest.fixture(autouse=True)
def apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with starts_apart(tmp_path, monkeypatch):
        yield


def of_office(name: str) -> LoginStart:
    found = login_start(Path(name))
    assert found is not None
    return found


def files_in(folder: Path) -> list[str]:
    return sorted(str(one.relative_to(folder)) for one in folder.rglob("*") if not one.is_dir())


@UNIT
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


@UNIT
def test_others_units_are_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "systemd" / "user" / "another.service"
    other.parent.mkdir(parents=True)
    other.write_text("[Unit]\n", encoding="utf-8")
    unit = UserUnit(tmp_path, (sys.executable, "host"))
    unit.switch(on=True)
    unit.switch(on=False)
    assert files_in(tmp_path) == ["systemd/user/another.service"]


def test_an_office_is_served_when_asked_and_no_more_when_not() -> None:
    one = of_office("one office")
    assert not one.is_on
    for wanted in (True, True, False, False, True):
        one.switch(on=wanted)
        assert of_office("one office").is_on is wanted


def test_another_office_is_not_taken_away() -> None:
    one, other = of_office("one office"), of_office("other")
    one.switch(on=True)
    assert not other.is_on
    other.switch(on=False)
    assert one.is_on


def test_windows_reads_a_folder_with_a_space_as_one_word() -> None:
    command = (r"C:\Program Files\hvacdesk\hvacdesk.exe", "--home", r"C:\one office", "host")
    assert RunValue(command).text() == rf'"{command[0]}" --home "{command[2]}" host'


@UNIT
def test_a_folder_that_takes_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_named: object) -> None:
        raise PermissionError(13, "refused")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(errors.FolderReadOnly):
        UserUnit(tmp_path, (sys.executable, "host")).switch(on=True)


@UNIT
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
    ending = ".exe" if SYSTEM == "win32" else ""
    for asked in ("hvacdesk", "hvacdesk-cli") if SYSTEM == "win32" else ("hvacdesk",):
        monkeypatch.setattr(sys, "frozen", True, raising=False)
        monkeypatch.setattr(sys, "executable", str(Path("/programs", asked + ending)))
        assert own_command() == (str(Path("/programs", "hvacdesk" + ending)),)
