"""After a whole day in real processes, no secret is in their streams, arguments, environments or files."""

from __future__ import annotations

import ctypes
import json
import os
import re
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.helpers.cups import CupsPrinter
from tests.helpers.secret_service import SecretService
from tests.helpers.traces import grep_tree
from tests.integration.hygiene.secret_values import CUSTOMER, PASSPHRASE, VALUES, WRONG

ROOT = Path(__file__).parents[3]
STATIONS = ("set up", "logged in", "paid", "printed", "crashed", "left")
COMMANDS = ("lp", "lpstat", "cancel")
PRINTERS_DESCRIPTION = re.compile("[0-9a-f]{13}")
"""How libcups names the file through which Qt reads what the printer can do. No page goes through one:
printing works without a temporary folder, as a test of its own shows."""

pytestmark = pytest.mark.linux("looks at processes through Linux's /proc")


@dataclass
class Seen:
    """What was seen of the processes, by where it was."""

    texts: dict[str, bytes] = field(default_factory=dict, repr=False)
    secrets: dict[str, str] = field(default_factory=dict, repr=False)

    def look_at(self, process: int, station: str) -> None:
        """The process's arguments and its environment, where it can be read at all."""
        folder = Path(f"/proc/{process}")
        self.texts[f"arguments, {station}"] = (folder / "cmdline").read_bytes()
        if os.geteuid() == 0:
            self.texts[f"environment, {station}"] = (folder / "environ").read_bytes()

    def leaks(self) -> list[tuple[str, str]]:
        """Every secret that is in a text: where, and which by its name only: the test's output shows it."""
        named = {f"value {number}": value for number, value in enumerate(VALUES)} | self.secrets
        return [
            (place, name)
            for place, text in self.texts.items()
            for name, secret in named.items()
            if secret.encode() in text
        ]


@pytest.fixture
def around(tmp_path: Path) -> Path:
    """A person's folders, all of which the processes may write into."""
    for name in ("home", "tmp", "config", "cache", "commands"):
        (tmp_path / "around" / name).mkdir(parents=True)
    return tmp_path / "around"


@pytest.fixture
def environment(around: Path, tmp_path: Path, secret_service: SecretService) -> dict[str, str]:
    """Private folders, and before the print commands scripts that note how they are called."""
    assert secret_service.is_open()
    for name in COMMANDS:
        real = shutil.which(name)
        assert real is not None
        script = around / "commands" / name
        note = f'{{ printf "%s\\n" "$0" "$@"; env; }} >>"{tmp_path / name}.calls"'
        script.write_text(f'#!/bin/sh\n{note}\nexec "{real}" "$@"\n', encoding="utf-8")
        script.chmod(0o700)
    return os.environ | {
        "HOME": str(around / "home"),
        "TMPDIR": str(around / "tmp"),
        "XDG_CONFIG_HOME": str(around / "config"),
        "XDG_CACHE_HOME": str(around / "cache"),
        "PATH": f"{around / 'commands'}{os.pathsep}{os.environ['PATH']}",
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
    }


@contextmanager
def watched(folder: Path) -> Iterator[list[str]]:
    """Collects the names of files that appear in a folder, however short their life (inotify(7))."""
    libc = ctypes.CDLL(None, use_errno=True)
    descriptor = libc.inotify_init1(os.O_NONBLOCK)
    created, moved_to = 0x100, 0x80
    assert libc.inotify_add_watch(descriptor, os.fsencode(folder), created | moved_to) >= 0
    names: list[str] = []
    try:
        yield names
        try:
            events = os.read(descriptor, 1 << 20)
        except BlockingIOError:
            events = b""
        while events:
            length = struct.unpack("iIII", events[:16])[3]
            names.append(events[16 : 16 + length].rstrip(b"\0").decode())
            events = events[16 + length :]
    finally:
        os.close(descriptor)


def spend_the_day(home: Path, printer: CupsPrinter, environment: dict[str, str], tmp_path: Path) -> Seen:
    """Go through the stations, looking at the process at each."""
    seen = Seen()
    reading, writing = os.pipe()
    script = [sys.executable, "-m", "tests.integration.hygiene.whole_day", str(home), printer.name]
    with (tmp_path / "stderr").open("wb") as stderr:
        process = subprocess.Popen(
            [*script, str(writing)],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            pass_fds=(writing,),
            encoding="utf-8",
        )
    os.close(writing)
    assert process.stdin is not None
    assert process.stdout is not None
    stations = []
    with process, os.fdopen(reading, encoding="utf-8") as told:
        for line in process.stdout:
            stations.append(line.strip())
            if process.poll() is None:
                seen.look_at(process.pid, stations[-1])
                process.stdin.write("\n")
                process.stdin.flush()
        for line in told:
            seen.secrets |= json.loads(line)
    seen.texts["stdout"] = "\n".join(stations).encode()
    seen.texts["stderr"] = (tmp_path / "stderr").read_bytes()
    assert stations == list(STATIONS), (tmp_path / "stderr").read_text(encoding="utf-8")
    return seen


def verify(home: Path, environment: dict[str, str], passphrase: str, seen: Seen) -> int:
    """The program's own command, with a passphrase on standard input."""
    process = subprocess.Popen(
        [sys.executable, "-m", "hvacdesk", "--home", str(home), "verify"],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    out, complaints = process.communicate(passphrase.encode() + b"\n")
    name = "right" if passphrase == PASSPHRASE else "wrong"
    seen.texts |= {f"verify's stdout, {name}": out, f"verify's stderr, {name}": complaints}
    return process.returncode


def test_a_whole_day_leaves_no_secret_anywhere(
    around: Path, environment: dict[str, str], cups_printer: CupsPrinter, tmp_path: Path
) -> None:
    home = around / "office"
    with watched(around / "tmp") as temporary:
        seen = spend_the_day(home, cups_printer, environment, tmp_path)
        assert verify(home, environment, WRONG, seen) == 1
        assert verify(home, environment, PASSPHRASE, seen) == 0
    for name in COMMANDS:
        seen.texts[f"calls of {name}"] = (tmp_path / f"{name}.calls").read_bytes()
    assert [name for name in temporary if not PRINTERS_DESCRIPTION.fullmatch(name)] == []
    assert {"code", "printed", "K hex", "P base64", "S repr", "D base64"} <= seen.secrets.keys()
    assert b"Work order 2026-000001" in seen.texts["calls of lp"], "the calls are noted"
    assert b"WrongPassphrase" in seen.texts["stderr"], "the log is read"
    assert seen.leaks() == []
    assert list((home / "crashes").iterdir()), "the crash report is among the files"
    assert grep_tree(around, [*VALUES, *seen.secrets.values()]) == []


def test_a_leak_would_be_seen(tmp_path: Path) -> None:
    seen = Seen({"stderr": f"could not save {CUSTOMER}".encode()}, {"code": "ABCD2345"})
    assert {place for place, _name in seen.leaks()} == {"stderr"}
    seen.texts = {"arguments": b"hvacdesk\0--code\0ABCD2345\0"}
    assert seen.leaks() == [("arguments", "code")]
    with watched(tmp_path) as names:
        (tmp_path / "short-lived").touch()
        (tmp_path / "short-lived").unlink()
    assert names == ["short-lived"]
