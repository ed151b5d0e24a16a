"""The command line on pipes of other code pages, and as a program to which Windows gives no streams."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hvacdesk import cli
from hvacdesk.commands import door, streams
from hvacdesk.demo import command
from hvacdesk.domain.text.wording import phrase

NAME = "髙橋 𠮷田"
PRINTS = f"from hvacdesk.commands import streams; streams.prepare(); print({NAME!r})"
READS = "from hvacdesk.commands import streams; streams.prepare(); print(ascii(streams.typed_line()))"


def said(script: str, encoding: str, typed: bytes = b"") -> bytes:
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=typed,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_what_a_built_program_flushes_at_its_end_has_something_behind_it() -> None:
    """PyInstaller's starter flushes the streams that Python began with, too."""
    script = f"{PRINTS}; import sys; sys.__stdout__.flush(); sys.__stderr__.flush()"
    assert said(script, "utf-8").decode("utf-8") == NAME


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_pipe_without_japanese_gets_names_that_can_be_read(encoding: str) -> None:
    assert said(PRINTS, encoding).decode("utf-8") == NAME


def test_a_japanese_pipe_keeps_its_code_page_and_shows_the_code_of_what_it_lacks() -> None:
    assert said(PRINTS, "cp932").decode("cp932") == "髙橋 \\U00020bb7田"


COMMANDS = "\x1b[2J\x1b]0;x\x07 \x9b1m \x7f"


def test_no_name_commands_the_terminal() -> None:
    script = f"from hvacdesk.commands import streams; streams.prepare(); print({COMMANDS!r})"
    assert said(script, "utf-8").decode() == r"\x1b[2J\x1b]0;x\x07 \x9b1m \x7f"


@pytest.mark.linux("such a name of a file")
def test_a_name_is_told_on_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "a\x1b[31m\nVersion 99 is genuine.\u202e.hvacdesk"
    (tmp_path / name).write_bytes(b"no update")
    assert cli.main(["update", str(tmp_path / name)]) == door.FAILED
    assert cli.main(["update", str(tmp_path / f"{name}.missing")]) == door.FAILED
    door.say(phrase("Command line", "The former office lies in {folder}"), folder=tmp_path / name)
    told = capsys.readouterr()
    both = told.out + told.err
    assert r"a\x1b[31m\nVersion 99 is genuine.\u202e.hvacdesk" in both
    assert not set(both) & set("\x1b\u202e")
    assert not any(line.startswith("Version 99") for line in both.splitlines())


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("夏の 七つ\n".encode(), id="UTF-8"),
        pytest.param("\ufeff夏の 七つ\r\n".encode(), id="PowerShell"),
        pytest.param("夏の 七つ\r\n".encode("cp932"), id="code page"),
    ],
)
def test_a_passphrase_is_read_as_it_was_typed(typed: bytes) -> None:
    assert said(READS, "cp932", typed).decode() == ascii("夏の 七つ")


def test_a_passphrase_in_no_known_code_page_is_only_wrong() -> None:
    assert said(READS, "cp932", b"\x81\xff\n")


def hvacdesk(*arguments: str, **streams: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "hvacdesk", *arguments],
        encoding="utf-8",
        check=False,
        **({"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams),
    )


@pytest.fixture(params=["1", ""], ids=["unbuffered", "buffered"])
def _buffered(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", request.param)


@pytest.mark.linux("a device that is always full")
@pytest.mark.usefixtures("_buffered")
@pytest.mark.parametrize("arguments", [("version",), ("--help",)])
def test_output_that_nothing_takes_is_told_in_words(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = hvacdesk(*arguments, stdout=full)
        assert "Traceback" not in done.stderr
        assert "Exception ignored" not in done.stderr
        assert "could not be written" in done.stderr
        assert done.returncode == 1
        assert hvacdesk("nonsense", stderr=full).returncode == 2
        assert hvacdesk(*arguments, stdout=full, stderr=full).returncode == 1


@pytest.mark.usefixtures("_buffered")
@pytest.mark.parametrize("arguments", [("version",), ("--help",)])
def test_a_reader_that_left_ends_no_command(arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = hvacdesk(*arguments, stdout=writing)
        assert (done.returncode, done.stderr) == (0, "")
        assert hvacdesk("nonsense", stderr=writing).returncode == 2
    finally:
        os.close(writing)


@pytest.mark.linux("closed by its shell")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_is_as_good_as_none(closed: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'exec "$0" -m hvacdesk version {closed}', sys.executable],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.linux("a device that may be opened for writing only")
def test_standard_input_that_cannot_be_read_types_nothing() -> None:
    with Path(os.devnull).open("wb") as unreadable:
        done = subprocess.run(
            [sys.executable, "-c", READS], stdin=unreadable, capture_output=True, check=False
        )
    assert (done.returncode, done.stdout.strip()) == (0, b"''")


def test_whoever_gives_up_at_a_prompt_sees_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def given_up(_prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", given_up)
    assert door.secret("Passphrase: ") == ""

    def stopped() -> int:
        raise KeyboardInterrupt

    assert door.told(stopped) == 130
    assert capsys.readouterr() == ("", "")


def test_the_sample_office_is_told_on_a_pipe_of_another_code_page() -> None:
    script = (
        "from hvacdesk.commands import streams; streams.prepare()\n"
        "from hvacdesk.demo import command; command._print_accounts()"
    )
    assert "伊藤 誠" in said(script, "cp1252").decode("utf-8")


def test_a_program_without_streams_writes_nowhere_and_reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    streams.prepare()
    opened = (sys.stdin, sys.stdout, sys.stderr)
    try:
        command._print_accounts()
        sys.stderr.write(NAME)
        assert not [stream for stream in opened if stream.isatty()]
        assert streams.typed_line() == ""
    finally:
        for stream in opened:
            stream.close()
