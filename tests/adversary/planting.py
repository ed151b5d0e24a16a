"""A login that uses the office while another one planted something under a name of ours; one child per case.

Started by the tests beside it as ``python -m tests.adversary.planting FOLDER``. It makes an office, then
reads cases from its input, one line each: ``KIND TAB NAME``. For each it copies the office, plants, and lets
a forked child do everything that touches files. What became of it is written as one line of JSON.
"""

from __future__ import annotations

import json
import logging
import os
import select
import shutil
import signal
import socket
import stat
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.report_box.report_box import ReportCategory
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.backups.restoring import Restoring
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.office import self_check
from hvacdesk.services.open_office import Office
from hvacdesk.ui import crash
from hvacdesk.ui.file_writing import write_private
from hvacdesk.ui.preferences import Preferences
from tests.helpers.ground import MovableClock
from tests.helpers.real_office import FACTS, NAMES, passphrase_of
from tests.helpers.shared_statements import shared_statements
from tests.helpers.vault_offices import MemorySecrets, cheap_passphrases

PATIENCE_SECONDS = 60
"""How long a child may take before it counts as waiting for ever, and is ended."""
VICTIM = b"somebody's file\n"
HOME, PLACE, OUT = "office", "disk", "desk"
"""The office's folder, the folder for its backups, and one that a person saves files to."""


class Login:
    """One login of the computer, with the keys that it holds."""

    def __init__(self, top: Path, secrets: MemorySecrets, clock: MovableClock) -> None:
        self.home, self.place, self.out = top / HOME, top / PLACE, top / OUT
        self.secrets, self.clock = secrets, clock
        self.account = ""
        self.rotates = self.reports = True

    def entry(self) -> OfficeEntry:
        return OfficeEntry(self.home, self.clock, self.secrets)  # type: ignore[arg-type]

    def set_up(self) -> None:
        """An office with a backup, an invitation of another login, and what a first day leaves."""
        for folder in (self.home, self.place, self.out):
            folder.mkdir(parents=True)
        draft = self.entry().prepare()
        for position in draft.group_positions_to_retype():
            draft.confirm(position, draft.printed_group(position))
        owner = NAMES[Role.OWNER]
        office, actor = draft.create(FACTS, owner, passphrase_of(owner))
        self.account = actor.account
        office.backups.add_place(actor, str(self.place))
        office.backups.run(actor)
        office.leave(actor)
        Preferences(self.home).save()
        self.home.chmod(0o770)

    def steps(self) -> tuple[Callable[[], object], ...]:
        """Everything that touches files; a refusal of one does not keep the next from trying."""
        steps: list[Callable[[], object]] = [
            self.choices,
            self.crash_report,
            self.saved_file,
            self.hold_folder,
            self.work,
            self.look_at_backups,
            self.check_computer,
        ]
        return (*steps, self.report) if self.reports else tuple(steps)

    def choices(self) -> None:
        preferences = Preferences(self.home)
        preferences.last_account = "x"
        preferences.save()

    def crash_report(self) -> None:
        crash.write_report(self.home, ValueError(), self.clock())

    def saved_file(self) -> None:
        write_private(self.out / "list.csv", b"a list\n")

    def hold_folder(self) -> None:
        entry = self.entry()
        entry.acquire()
        entry.release()

    def report(self) -> None:
        entry = self.entry()
        entry.open_sealed()
        desk = entry.report_desk()
        receipt = desk.send(ReportCategory.LAW, "text", "", {self.account})
        desk.open(receipt)

    def work(self) -> None:
        entry = self.entry()
        entry.open_sealed()
        office, actor = entry.login(self.account, passphrase_of(NAMES[Role.OWNER]))
        try:
            self._work(office, actor)
        finally:
            office.leave(actor)

    def _work(self, office: Office, actor: Actor) -> None:
        failures: list[UserFacingError] = []
        steps: list[Callable[[], object]] = [
            office.integrity.quick,
            office.integrity.chain_anchored,
            lambda: office.backups.run(actor),
            lambda: office.backups.write_disposed_list(actor),
            lambda: office.keys.invite_login(actor, "second"),
        ]
        if self.rotates:
            steps.append(lambda: office.keys.rotate(actor))
        for step in steps:
            try:
                step()
            except UserFacingError as error:
                failures.append(error)
        if failures:
            raise failures[0]

    def look_at_backups(self) -> None:
        restoring = Restoring(self.home, self.clock, self.secrets)  # type: ignore[arg-type]
        for found in restoring.found(str(self.place)):
            restoring.examine(found.path)

    def check_computer(self) -> None:
        self_check.run(self.home, self.clock, english, tuple)


def plant(kind: str, path: Path, victim: Path) -> None:
    """Put something where a file or folder of ours belongs."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == "unreadable file":
        path.write_bytes(b"x")
        path.chmod(0)
    else:
        _PLANTS[kind](path, victim)


def _socket(path: Path, _victim: Path) -> None:
    here = os.getcwd()
    os.chdir(path.parent)  # a socket's whole path may have some hundred bytes at most
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


_PLANTS: dict[str, Callable[[Path, Path], object]] = {
    "link to a file": lambda path, victim: path.symlink_to(victim),
    "link to a folder": lambda path, victim: path.symlink_to(victim.parent / "folder"),
    "link to nothing": lambda path, victim: path.symlink_to(victim.parent / "nothing"),
    "link to itself": lambda path, _victim: path.symlink_to(path),
    "queue": lambda path, _victim: os.mkfifo(path),
    "socket": _socket,
    "folder": lambda path, _victim: path.mkdir(),
}
KINDS = (*_PLANTS, "unreadable file")


def state(folder: Path) -> dict[str, list[object]]:
    """What may not change: content, mode and time of every file, and that there is no other one."""
    found: dict[str, list[object]] = {}
    for path in sorted(folder.rglob("*")):
        told = os.lstat(path)
        content = path.read_bytes().decode("latin-1") if stat.S_ISREG(told.st_mode) else ""
        found[str(path.relative_to(folder))] = [content, stat.S_IMODE(told.st_mode), told.st_mtime_ns]
    return found


def run(login: Login) -> dict[str, Any]:
    """What a child made of it: the class of each refusal, and what nobody foresaw."""
    refused: dict[str, str] = {}
    unforeseen: dict[str, str] = {}
    for step in login.steps():
        try:
            step()
        except UserFacingError as error:
            refused[step.__name__] = type(error).__name__
        except Exception as error:  # noqa: BLE001 - this is what is looked for
            unforeseen[step.__name__] = f"{type(error).__name__}: {error}"
    return {"refused": refused, "unforeseen": unforeseen}


def in_child(work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Do it in a forked process, which is ended where it waits for ever."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(writing, json.dumps(work()).encode())
        finally:
            os._exit(0)
    os.close(writing)
    answer = b""
    while select.select([reading], [], [], PATIENCE_SECONDS)[0] and (piece := os.read(reading, 65_536)):
        answer += piece
    os.close(reading)
    if not answer:
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return json.loads(answer) if answer else {"refused": {}, "unforeseen": {}, "hung": True}


def load_everything() -> None:
    """Import what is imported late, once instead of in each child."""
    logging.disable()
    with tempfile.TemporaryDirectory() as folder:
        first = Login(Path(folder) / "first", MemorySecrets(), MovableClock())
        first.set_up()
        run(first)


def case(login: Login, top: Path, kind: str, name: str) -> dict[str, Any]:
    """One thing under one name, in the office as its first day left it."""
    here, victims = top / "here", top / "victims"
    shutil.copytree(top / "kept", here, symlinks=True)
    (victims / "folder").mkdir(parents=True)
    victim = victims / "victim"
    victim.write_bytes(VICTIM)
    victim.chmod(0o640)
    before = state(victims)
    if kind:
        plant(kind, here / name, victim)
        # What takes long is left out where it cannot meet the name.
        login.reports = "report-box" in name or "office.keys" in name
        login.rotates = "office.keys" in name or ".db" in name or "pending" in name
    told = in_child(lambda: run(login))
    told |= {"kind": kind, "name": name, "changed": state(victims) != before}
    shutil.rmtree(here)
    shutil.rmtree(victims)
    return told


def _tell(told: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Make the office, then take one case after the other."""
    top = Path(sys.argv[1])
    os.umask(0o077)
    with cheap_passphrases(), shared_statements():
        load_everything()
        login = Login(top / "here", MemorySecrets(), MovableClock())
        login.set_up()
        backup = next(path.name for path in login.place.iterdir() if path.is_dir())
        (top / "here").rename(top / "kept")
        _tell({"backup": backup})
        for line in sys.stdin:
            kind, _, name = line.rstrip("\n").partition("\t")
            _tell(case(login, top, kind, name))


if __name__ == "__main__":
    main()
