"""``hvacdesk demo``: make the sample office, then open the window on it or walk through it off-screen."""

from __future__ import annotations

import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from hvacdesk.demo.clock import HistoryClock
from hvacdesk.demo.history import FOUNDED, STAFF, History, found_office
from hvacdesk.domain.clock import office_day
from hvacdesk.domain.roles import ROLE_NAMES
from hvacdesk.services.entry import OfficeEntry
from hvacdesk.services.language import words_for


def run(*, out: Path | None, home: Path | None, customers: int, seed: int) -> int:
    """Make a sample office of ``customers`` invented customers and show it; returns the exit status.

    Args:
        out: where the tour leaves its results; without it the window opens on the office.
        home: where the office's data folder is kept; without it the office is forgotten at the end.
    """
    temporary = None if home else Path(tempfile.mkdtemp(prefix="hvacdesk-demo-"))
    folder = home or Path(str(temporary), "office")
    clock = HistoryClock(FOUNDED)
    entry = OfficeEntry(folder, clock)
    entry.acquire()
    try:
        _live(entry, clock, customers, seed, _backup_folder(folder, out))
        _print_accounts()
        if out is None:
            from hvacdesk import app

            entry.release()
            return app.run(folder, clock)
        from hvacdesk.demo.tour import tour

        entry.release()
        return tour(folder, clock, out)
    finally:
        entry.release()
        if temporary is not None:
            entry.forget()
            shutil.rmtree(temporary, ignore_errors=True)


def _backup_folder(home: Path, out: Path | None) -> Path:
    """Where the sample office takes its backups: with the tour's results, or beside the office."""
    folder = out / "backups" if out else home.with_name(f"{home.name}-backups")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _live(entry: OfficeEntry, clock: HistoryClock, customers: int, seed: int, backups: Path) -> None:
    office, owner = found_office(entry, backups)
    today = office_day(datetime.now(UTC))

    def progress(done: int, total: int) -> None:
        if sys.stderr.isatty():
            print(f"\r{done} / {total}", end="\n" if done == total else "", file=sys.stderr, flush=True)

    History(office, owner, clock, Random(seed), today, words_for("ja")).live(customers, progress)
    office.leave(owner)
    clock.catch_up()


def _print_accounts() -> None:
    words = words_for("ja")
    print("見本の事務所の担当者 / accounts of the sample office:")
    for person in STAFF:
        roles = "・".join(words(ROLE_NAMES[role]) for role in sorted(person.roles))
        print(f"  {person.name}  {roles}  {person.passphrase}")
