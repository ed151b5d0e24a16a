"""The command line on pipes of other code pages, and as a program to which Windows gives no streams."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from hvacdesk.commands import streams
from hvacdesk.demo import command

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


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_pipe_without_japanese_gets_names_that_can_be_read(encoding: str) -> None:
    assert said(PRINTS, encoding).decode("utf-8") == NAME


def test_a_japanese_pipe_keeps_its_code_page_and_shows_the_code_of_what_it_lacks() -> None:
    assert said(PRINTS, "cp932").decode("cp932") == "髙橋 \\U00020bb7田"


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
