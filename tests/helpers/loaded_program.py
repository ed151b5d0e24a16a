"""The command line in processes that fork from one which has loaded the program already.

Loading takes two thirds of a short command's time, and every command's is the same. Each command has a
process of its own all the same: memory, environment, streams and end are as those of one that was started.
What Python decides at its start alone (the encoding of paths, what is loaded for which command) is not met
here: :func:`started` is for that.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile

PATIENCE_SECONDS = 120
_LONGEST = 2**17
_LOCALE = {"LC_ALL": "C.UTF-8"}
_ROOT = Path(__file__).parents[2]

Done = subprocess.CompletedProcess[str]


def started(*arguments: str, typed: str, **settings: str) -> Done:
    """The command in a newly started process; ``settings`` are added to its environment."""
    return subprocess.run(
        [sys.executable, "-m", "hvacdesk", *arguments],
        input=f"{typed}\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **_LOCALE, **settings},
        timeout=PATIENCE_SECONDS,
    )


def forked(*arguments: str, typed: str) -> Done:
    """The command in a process that has loaded the program already; other systems than Linux start one."""
    if sys.platform != "linux":
        return started(*arguments, typed=typed)
    asked = {"arguments": arguments, "environment": {**os.environ, **_LOCALE}, "folder": str(Path.cwd())}
    with TemporaryFile() as put_in, TemporaryFile() as out, TemporaryFile() as errors:
        put_in.write(f"{typed}\n".encode())
        put_in.seek(0)
        _process, line = _loaded()
        socket.send_fds(line, [json.dumps(asked).encode()], [one.fileno() for one in (put_in, out, errors)])
        status = int(line.recv(_LONGEST))
        said = []
        for one in (out, errors):
            one.seek(0)
            said.append(one.read().decode("utf-8"))
    return subprocess.CompletedProcess(arguments, status, *said)


@contextmanager
def one_loaded() -> Iterator[None]:
    """The process from which others fork ends afterwards."""
    try:
        yield
    finally:
        if _loaded.cache_info().currsize:
            process, line = _loaded()
            _loaded.cache_clear()
            line.close()
            process.wait(PATIENCE_SECONDS)


@cache
def _loaded() -> tuple[subprocess.Popen[bytes], socket.socket]:
    """A process that has loaded what the commands need, and the line on which it is asked for each."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.settimeout(PATIENCE_SECONDS)
    with its:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.helpers.loaded_program", str(its.fileno())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            cwd=_ROOT,
            env={**os.environ, **_LOCALE},
            pass_fds=[its.fileno()],
        )
    return process, ours


def _serve(line: socket.socket) -> None:
    """Fork for each command that is asked for; in the fork the program runs and its status ends the process.

    Forks follow each other, and nothing but this thread is in the process: no lock is taken along.
    """
    from hvacdesk.cli import main
    from hvacdesk.commands import backup, import_list, restore, rotate, verify
    from hvacdesk.services.entry import entry

    assert all((backup, import_list, restore, rotate, verify, entry))
    while True:
        text, streams, *_rest = socket.recv_fds(line, _LONGEST, 3)
        if not text:
            return
        if (child := os.fork()) == 0:
            line.close()
            _become(json.loads(text), streams)
            sys.exit(main())
        for one in streams:
            os.close(one)
        line.send(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])).encode())


def _become(asked: dict[str, object], streams: list[int]) -> None:
    """The process that was asked for: its streams, folder, environment and arguments."""
    for number, one in enumerate(streams):
        os.dup2(one, number)
        os.close(one)
    environment, arguments = asked["environment"], asked["arguments"]
    assert isinstance(environment, dict)
    assert isinstance(arguments, list)
    os.chdir(str(asked["folder"]))
    os.environ.clear()
    os.environ.update(environment)
    sys.argv[1:] = arguments


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as asks:
        _serve(asks)
