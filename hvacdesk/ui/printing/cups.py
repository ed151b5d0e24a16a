"""CUPS through its own commands: hand over pages, look at the queue, purge what is out.

CUPS keeps the pages of a finished job for a day unless it is set up otherwise (``PreserveJobFiles`` in
cupsd.conf(5)). The owner of a job may purge it under the policy that CUPS comes with (seen with 2.4.10: data
and control file are gone at once).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence

_WHOLE = re.compile(r"\bjob-completed-(successfully|with-warnings)\b")
_BROKEN = re.compile(r"\b(job-completed-with-errors|aborted-by-system|job-canceled\S*)\b")

SUBMIT_SECONDS = 60
ASK_SECONDS = 10


class Unreachable(Exception):
    """CUPS did not take the job, or did not answer."""


def available() -> bool:
    """Whether this computer prints through CUPS."""
    return sys.platform != "win32" and shutil.which("lp") is not None


def printers() -> tuple[str, ...]:
    """The names of the printers; none where CUPS does not answer."""
    try:
        told = _run(["lpstat", "-e"], ASK_SECONDS)
    except Unreachable:
        return ()
    return tuple(told.stdout.decode("utf-8", "replace").split("\n")[:-1]) if told.returncode == 0 else ()


def submit(pdf: bytes, options: Sequence[str]) -> str:
    """Hand over a PDF; nothing of it touches a disk on our side.

    Args:
        options: for ``lp``.

    Returns:
        The job's name, such as ``Office-12``.

    Raises:
        Unreachable: CUPS or the printer does not take it.
    """
    told = _run(["lp", *options, "-o", "document-format=application/pdf", "-"], SUBMIT_SECONDS, pdf)
    found = re.search(r"request id is (\S+-[0-9]+)", told.stdout.decode("utf-8", "replace"))
    if told.returncode != 0 or found is None:
        raise Unreachable
    return found[1]


def under_way() -> frozenset[str]:
    """The jobs that wait or are being printed. Raises :class:`Unreachable`."""
    told = _run(["lpstat", "-W", "not-completed", "-o"], ASK_SECONDS)
    if told.returncode != 0:
        raise Unreachable
    return frozenset(line.split()[0] for line in told.stdout.decode("utf-8", "replace").splitlines() if line)


def failed() -> frozenset[str]:
    """Jobs that will not come out whole: dropped by the printer or the filters, or cancelled at the queue.

    CUPS keeps a reason with each job (``job-state-reasons`` of RFC 8011). One that a filter gave up on stays
    in the queue, stopped, until somebody removes it (seen with 2.4.10); one that only waits for paper or for
    the printer is no failure. Raises :class:`Unreachable`.
    """
    ended = {job for job, reason in _reasons("completed") if not _WHOLE.search(reason)}
    return frozenset(ended | {job for job, reason in _reasons("not-completed") if _BROKEN.search(reason)})


def _reasons(which: str) -> list[tuple[str, str]]:
    """The jobs of a list with the reasons that CUPS gives for their state."""
    told = _run(["lpstat", "-l", "-W", which, "-o"], ASK_SECONDS)
    if told.returncode != 0:
        raise Unreachable
    found: list[tuple[str, str]] = []
    job = ""
    for line in told.stdout.decode("utf-8", "replace").splitlines():
        if line and not line[0].isspace():
            job = line.split()[0]
        elif line.strip().startswith("Alerts:"):
            found.append((job, line))
    return found


def purge(job: str) -> bool:
    """Remove a finished job with its pages. One that is under way would be cancelled.

    Returns:
        False if this user may not; true if there is nothing of it any more.

    Raises:
        Unreachable: CUPS does not answer.
    """
    told = _run(["cancel", "-x", job], ASK_SECONDS)
    return told.returncode == 0 or b"not exist" in told.stderr


def _run(
    command: list[str], seconds: float, pages: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            command,
            input=pages,
            stdin=subprocess.DEVNULL if pages is None else None,
            capture_output=True,
            timeout=seconds,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        raise Unreachable from None
