"""What the system refuses, or nobody named, is told by every command in words, not in a traceback."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest

from hvacdesk import app, cli, hygiene, own_files
from hvacdesk.commands import door, restore, self_check, streams, update
from hvacdesk.demo import command
from hvacdesk.domain.exchange.saved_files import FileInOffice, FileThere
from hvacdesk.services.backups import folder_kinds
from hvacdesk.services.backups.found_lists import DisposedListsOlder
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.entry.entry_errors import FolderOutOfReach
from hvacdesk.vault.backup import quarantine
from tests.helpers.desk_office import now
from tests.helpers.log_guard import LogGuard
from tests.helpers.systems import symbolic_link

FAILED, NOT_INTACT = 1, 2
REASON = "the device is not there, said the system"
COMMANDS = {
    "backup": [],
    "restore": ["anything"],
    "import": ["anything"],
    "verify": [],
    "rotate": [],
}
"""All that need somebody to log in, with what else they have to be told."""


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """It runs other tests: its streams and locks on it stay."""
    monkeypatch.setattr(hygiene, "harden", lambda: None)
    monkeypatch.setattr(streams, "prepare", lambda: None)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder on a drive that is away, in a login's profile: Windows makes nothing in it and below it."""
    home = tmp_path / "login of Yamada" / "none"
    mkdir = Path.mkdir

    def refuse(path: Path, *rest: object, **named: object) -> None:
        if path.is_relative_to(home.parent):
            raise OSError(errno.ENOENT, REASON, str(path))
        mkdir(path, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "mkdir", refuse)
    return home


@pytest.mark.parametrize("name", COMMANDS)
def test_a_folder_out_of_reach_is_told_in_words(
    name: str, away: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([name, *COMMANDS[name], "--home", str(away)]) == FAILED
    said = capsys.readouterr().err
    assert f"The office's folder cannot be reached: {REASON}." in said
    assert "Yamada" not in said


@pytest.mark.parametrize("name", [one for one in COMMANDS if one != "restore"])
@pytest.mark.parametrize("folder", ["there", "not/there"])
def test_an_office_that_is_not_there_is_said_to_be_not_there_and_nothing_is_made(
    name: str, folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "there").mkdir()
    assert cli.main([name, *COMMANDS[name], "--home", str(tmp_path / folder)]) == FAILED
    assert "There is no office in this folder." in capsys.readouterr().err
    assert list(tmp_path.rglob("*")) == [tmp_path / "there"]


@pytest.mark.parametrize("folder", ["there", "not/there"])
def test_other_pcs_are_served_by_no_folder_without_an_office(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    begun: list[Path] = []
    monkeypatch.setattr(app, "run", lambda home, *_clock, host: begun.append(home) or 0)
    (tmp_path / "there").mkdir()
    assert cli.main(["host", "--home", str(tmp_path / folder)]) == FAILED
    assert "There is no office in this folder." in capsys.readouterr().err
    assert list(tmp_path.rglob("*")) == [tmp_path / "there"]
    assert begun == []
    (tmp_path / "there" / quarantine.NOTE_NAME).touch()
    assert cli.main(["host", "--home", str(tmp_path / "there")]) == 0
    assert begun == [tmp_path / "there"]


def test_a_restore_that_was_cut_short_is_an_office_to_go_on_with(tmp_path: Path) -> None:
    (tmp_path / quarantine.NOTE_NAME).touch()
    OfficeEntry(tmp_path, now).require_office()


def test_the_self_check_of_a_folder_that_is_not_there_makes_none(tmp_path: Path) -> None:
    self_check.run(tmp_path / "not" / "there")
    assert list(tmp_path.iterdir()) == []


def test_whatever_else_the_system_refuses_is_told_without_its_path(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refused() -> int:
        raise OSError(errno.EIO, REASON, r"C:\Users\yamada\office")

    assert door.told(refused) == FAILED
    said = capsys.readouterr().err
    assert REASON in said
    assert "yamada" not in said


def test_the_window_asks_nobody_to_set_an_office_up_where_none_can_be(away: Path) -> None:
    with pytest.raises(FolderOutOfReach):
        OfficeEntry(away, now).require_place()


def test_looking_whether_a_folder_can_be_written_leaves_nothing(tmp_path: Path) -> None:
    folder_kinds.prove(tmp_path / "a" / "b")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").touch()
    with pytest.raises(FileExistsError):
        folder_kinds.prove(tmp_path / "file" / "b")
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_the_self_check_says_every_line_though_the_drive_is_away(
    away: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    log_guard: LogGuard,
) -> None:
    log_guard.expect("CRITICAL hvacdesk.services.office.self_check")

    def no_disk(_place: object) -> None:
        raise OSError(errno.ENOENT, REASON)

    def bug() -> None:
        raise ZeroDivisionError(f"{away}")

    monkeypatch.setattr("shutil.disk_usage", no_disk)
    monkeypatch.setattr(self_check, "known_printers", bug)
    assert self_check.run(away) == NOT_INTACT
    said = capsys.readouterr().out
    for part, words in (
        ("Office folder", REASON),
        ("Free space", f"The system refuses it: {REASON}"),
        ("Clock", "in the office"),
        ("Printer", "ZeroDivisionError"),
        ("Backup folders", "Shown after a login"),
    ):
        (line,) = [one for one in said.splitlines() if one.startswith(part)]
        assert words in line


@pytest.mark.parametrize(
    "arguments",
    [
        ["--home", "", "verify"],
        ["verify", "--home", ""],
        ["verify", "--backup", ""],
        ["verify", "--witness", " "],
        ["backup", "--to", ""],
        ["restore", ""],
        ["import", ""],
        ["import", "x.csv", "--left-out", ""],
        ["update", ""],
        ["update", "x", "--to", ""],
        ["self-check", "--home", ""],
        ["host", "--home", ""],
        ["demo", "--home", ""],
        ["demo", "--out", ""],
        ["demo", "--help-pictures", ""],
    ],
)
def test_an_empty_name_is_not_taken_for_the_folder_one_is_in(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*_given: object, **_named: object) -> int:
        raise AssertionError("it began")

    for place, name in ((app, "run"), (command, "run"), (command, "make_pictures"), (update, "run")):
        monkeypatch.setattr(place, name, run)
    assert cli.main(arguments) == FAILED
    assert "Name it." in capsys.readouterr().err


@pytest.mark.parametrize("what", ["nothing", "a folder", "a device"])
def test_an_update_file_that_is_not_there_is_told_as_that(
    what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = {"nothing": tmp_path / "none", "a folder": tmp_path, "a device": Path("/dev/null")}[what]
    assert cli.main(["update", str(path)]) == FAILED
    assert f"There is no update file “{path.name}”" in capsys.readouterr().err


def test_at_the_end_of_standard_input_a_restore_goes_not_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tries: list[bool] = []

    def tried(gone_on: bool) -> None:
        tries.append(gone_on)
        raise DisposedListsOlder(until="", certificate="")

    def ended(_prompt: str) -> str:
        raise EOFError

    for terminal in (True, False):
        monkeypatch.setattr(sys.stdin, "isatty", lambda terminal=terminal: terminal, raising=False)
        monkeypatch.setattr("builtins.input", ended)
        monkeypatch.setattr(streams, "typed_line", lambda: "")
        assert restore._asking(tried) is None  # type: ignore[arg-type]
    assert tries == [False, False]
    assert "go on" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("there", "refusal"),
    [("photo.jpg", FileThere), ("office.keys", FileInOffice), ("summary.json", FileThere)],
)
def test_a_tour_leaves_its_results_among_no_other_files(
    there: str, refusal: type[Exception], tmp_path: Path
) -> None:
    """Nor do names of its own make a folder its own."""
    (tmp_path / there).touch()
    with pytest.raises(refusal):
        command.require_results_folder(tmp_path)


def test_a_tour_replaces_the_results_of_a_former_one(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    for _time in range(2):
        command.require_results_folder(out)
        command.mark_results_folder(out)
        (out / "summary.json").write_text("{}", encoding="utf-8")
        (out / "screens").mkdir(exist_ok=True)
    (out / "photo.jpg").touch()
    with pytest.raises(FileThere):
        command.require_results_folder(out)


@pytest.mark.parametrize("way", ["folder", "file", "within", "second name"])
def test_a_tour_writes_nothing_through_a_name_that_leads_elsewhere(way: str, tmp_path: Path) -> None:
    out, own = tmp_path / "out", tmp_path / "own"
    own.mkdir()
    (own / "own.pdf").write_bytes(b"own")
    command.mark_results_folder(out)
    (out / "results").mkdir()
    {
        "folder": lambda: symbolic_link(out / "screens", own),
        "file": lambda: symbolic_link(out / "evening-check.pdf", own / "own.pdf"),
        "within": lambda: symbolic_link(out / "results" / "one.pdf", own / "own.pdf"),
        "second name": lambda: (out / "summary.json").hardlink_to(own / "own.pdf"),
    }[way]()
    with pytest.raises(own_files.NotOurFile):
        command.require_results_folder(out)


def test_the_systems_reason_never_lacks() -> None:
    assert own_files.reason(OSError()) != ""
