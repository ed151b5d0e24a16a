"""Under every name of ours lies something else, planted by another login: what becomes of everybody.

Nobody's file is read, written, touched or given another mode, nothing is waited for, and what cannot be done
is refused in words. The program goes on with whatever does not need that file.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.adversary.planting import HOME, KINDS, OUT, PLACE
from tests.helpers.ordinary_user import ROOT, ordinary_user
from tests.integration.faults.choosing import RUN

pytestmark = pytest.mark.linux("plants queues, sockets and links, which have no names in Windows' folders")

REPLACED = (
    "office.keys",
    "office.keys.copy",
    "audit.head",
    "office.enrol",
    "backup.places",
    "restore.begun",
    "erasure.pending",
    "disposed.list",
)
"""Written beside under another name first, which is one more to plant something under."""
DATABASES = ("office-1.db", "office-2.db", "office-2.db.new", "self-check.db")
IN_HOME = (
    *REPLACED,
    *(f"{name}.new" for name in REPLACED),
    *DATABASES,
    *(f"{name}{end}" for name in DATABASES[:2] for end in ("-wal", "-shm", "-journal")),
    "office.lock",
    "office.keys.lock",
    "office.tries.lock",
    "report-box.lock",
    "report-box.made",
    "report-box.sealed",
    "report-box.sealed.new",
    "window.ini",
    "given-up",
    "seats.authority",
    "seats.key",
    "seats.list",
    "report-box",
    "report-box.new",
    "report-box.former",
    "report-box-damaged",
    "crashes",
    "before-update",
)
IN_PLACE = ("hvacdesk-backups.json", "hvacdesk-backups.json.new", "disposed.list", "disposed.list.new")
IN_BACKUP = ("backup.json", "office.keys", "office-1.db")


@pytest.fixture(scope="module")
def answers() -> dict[tuple[str, str], dict[str, Any]]:
    """What became of each case; one run for all of them."""
    memory = Path("/dev/shm")
    with (
        ordinary_user(memory if memory.is_dir() else Path("/tmp")) as user,
        subprocess.Popen(
            [*user.prefix, sys.executable, "-m", "tests.adversary.planting", str(user.home)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env=os.environ
            | {"HOME": str(user.home), "TMPDIR": str(user.home / "tmp"), "PYTHONDONTWRITEBYTECODE": "1"},
            cwd=ROOT,
        ) as child,
    ):
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            backup = json.loads(child.stdout.readline())["backup"]
            cases = [("", ""), *_chosen(_names(backup))]
            told = {}
            for kind, name in cases:
                child.stdin.write(f"{kind}\t{name}\n")
                child.stdin.flush()
                told[kind, name.replace(backup, "backup")] = json.loads(child.stdout.readline())
        finally:
            child.stdin.close()
    return told


def _names(backup: str) -> tuple[str, ...]:
    return (
        *(f"{HOME}/{name}" for name in IN_HOME),
        *(f"{PLACE}/{name}" for name in IN_PLACE),
        *(f"{PLACE}/{backup}/{name}" for name in IN_BACKUP),
        f"{PLACE}/{backup}.unfinished",
        f"{OUT}/list.csv",
    )


def _chosen(names: tuple[str, ...]) -> list[tuple[str, str]]:
    """Every name with every other kind, its neighbour with those between; or all of them."""
    return [
        (kind, name)
        for number, name in enumerate(names)
        for place, kind in enumerate(KINDS)
        if RUN.every_point or (number + place) % 2 == 0
    ]


def test_without_anything_planted_everything_works(answers: dict[tuple[str, str], dict[str, Any]]) -> None:
    plain = answers["", ""]
    assert plain["refused"] == {}
    assert plain["unforeseen"] == {}


def test_nothing_planted_harms_or_holds_anybody(
    answers: dict[tuple[str, str], dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    cases = {case: told for case, told in answers.items() if case[0]}
    assert len(cases) >= 200
    tried = Counter(kind for kind, _ in cases)
    refused = Counter(kind for (kind, _), told in cases.items() if told["refused"])
    lines = ["", "planted            tried  refused in words  harmless"]
    lines += [
        f"{kind:18} {tried[kind]:5}  {refused[kind]:16}  {tried[kind] - refused[kind]:8}" for kind in KINDS
    ]
    with capsys.disabled():
        sys.stdout.write("\n".join([*lines, ""]))
    assert [case for case, told in cases.items() if told.get("hung")] == []
    assert [case for case, told in cases.items() if told["changed"]] == []
    assert {case: told["unforeseen"] for case, told in cases.items() if told["unforeseen"]} == {}
