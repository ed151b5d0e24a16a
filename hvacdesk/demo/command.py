"""``hvacdesk demo``: make the sample office, then open the window on it or walk through it off-screen."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from hvacdesk import own_files
from hvacdesk.demo.clock import HistoryClock
from hvacdesk.demo.history import FOUNDED, STAFF, History, found_office
from hvacdesk.demo.passing import passing_home, passing_place
from hvacdesk.demo.report import write_report
from hvacdesk.domain.clock import office_day
from hvacdesk.domain.exchange.saved_files import FileThere
from hvacdesk.domain.roles import role_words
from hvacdesk.domain.text.languages import LANGUAGES
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.language import words_for
from hvacdesk.services.office import named_places

if TYPE_CHECKING:
    from hvacdesk.ui.office.sample_logins_dialog import SampleLoginsDialog

_MAKING = phrase("Demo", "The sample office is being made; this takes up to a minute.")
RESULTS = frozenset(
    {
        "backups",
        "certificates",
        "evening-check.pdf",
        "openness",
        "results",
        "screens",
        "summary.json",
        "work-orders",
    }
)
"""What the tour leaves in the folder that is named for it."""
MARKER = "made-by-hvacdesk-demo.txt"
"""Says of that folder that a tour made it: a file of somebody's own may have a name of the results."""
_MARKED = b"What lies in this folder was made by hvacdesk demo and is replaced by its next tour.\n"
USB_DISK = "/media/front-desk/BACKUP-1/hvacdesk"
"""What the help's pictures call the folder for backups."""


def run(
    *,
    out: Path | None,
    home: Path | None,
    customers: int,
    seed: int,
    printer: str = "",
    printed: bool = True,
) -> int:
    """Make a sample office of ``customers`` invented customers and show it; returns the exit status.

    Args:
        out: where the tour leaves its results; without it the window opens on the office.
        home: where the office's data folder is kept; without it the office is deleted at the end.
        printer: on which the tour prints the day's work orders; without it they are only saved as files.
        printed: whether somebody reads what is printed; else a window tells who can log in.
    """
    if out is not None:
        require_results_folder(out)
        mark_results_folder(out)
    with nullcontext(home) if home else passing_home() as folder:
        clock = _make_office(folder, customers, seed, _backup_folder(folder, out))
        _print_accounts()
        if out is None:
            from hvacdesk import app

            return app.run(folder, clock, beside=None if printed else _logins_window())
        from hvacdesk.demo.tour import tour

        return tour(folder, clock, out, printer)


def work_at_seats(*, home: Path | None, customers: int, seed: int, words: Words, printed: bool = True) -> int:
    """Make a sample office and let other PCs work in it; returns the exit status.

    On a screen that is two windows to work in, and without one a walk through it that is told in words.

    Args:
        words: the reader's.
        printed: as for :func:`run`.
    """
    from hvacdesk.demo import seat_windows, two_seats

    with passing_place() as place:
        folder = home or place / "office"
        print(words(_MAKING), flush=True)
        clock = _make_office(folder, customers, seed, _backup_folder(folder, None))
        if not seat_windows.has_screen():
            return two_seats.run(folder, place / "seats", clock, words)
        _print_accounts()
        hint = seat_windows.hint(words)
        print(hint, flush=True)
        beside = None if printed else _logins_window(hint)
        return seat_windows.run(folder, place / "seat", clock, words, beside)


def require_results_folder(out: Path) -> None:
    """See that the tour's results replace nothing but those of a former tour.

    Raises:
        FileInOffice: it is an office's folder, or lies in one.
        FileThere: something else lies there, or no tour made the folder.
        NotOurFile: a name there leads elsewhere, or is a second one of a file.
    """
    named_places.require_outside(out, out.name)
    there = sorted(out.iterdir()) if out.is_dir() else []
    marked = not there or _is_marked(out)
    for one in there:
        if one.name not in {*RESULTS, MARKER} or not marked:
            raise FileThere(file=one.name)
        _require_own(one)


def mark_results_folder(out: Path) -> None:
    """Note in a folder that is begun with that a tour made it."""
    out.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError), os.fdopen(own_files.created_first(out / MARKER), "wb") as marker:
        marker.write(_MARKED)


def _is_marked(out: Path) -> bool:
    try:
        return own_files.content(out / MARKER, len(_MARKED)) == _MARKED
    except OSError:
        return False


def _require_own(one: Path) -> None:
    """See that nothing that is written there goes elsewhere. Raises :class:`NotOurFile`."""
    if one.is_dir() and not one.is_symlink():
        for inner in one.iterdir():
            _require_own(inner)
    else:
        own_files.require_sole_name(one)


def make_pictures(out: Path, *, customers: int, seed: int) -> int:
    """Make all of the help's pictures again in ``out``, each language from its own office; returns 0."""
    from hvacdesk.demo.pictures import take_pictures

    named_places.require_outside(out, out.name)
    for language in LANGUAGES:
        with passing_home() as home, _other_disk() as backups:
            clock = _make_office(home, customers, seed, backups)
            take_pictures(home, clock, out, language, {str(backups): USB_DISK})
    return 0


@contextmanager
def _other_disk() -> Iterator[Path]:
    """A passing folder for backups that is not on the office's disk, if this computer has such a place.

    A picture then shows the backups as they should be, without a warning.
    """
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


def _make_office(home: Path, customers: int, seed: int, backups: Path) -> HistoryClock:
    """Set up a sample office and make its history until today."""
    clock = HistoryClock(FOUNDED)
    entry = OfficeEntry(home, clock)
    entry.acquire()
    try:
        _live(entry, clock, customers, seed, backups)
    finally:
        entry.release()
    return clock


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
    write_report(entry)
    clock.catch_up()


def _logins_window(hint: str = "") -> Callable[[], SampleLoginsDialog]:
    """Makes the window that tells what :func:`_print_accounts` prints."""
    from hvacdesk.ui.office.sample_logins_dialog import SampleLogin, SampleLoginsDialog

    logins = [SampleLogin(one.name, frozenset(one.roles), one.passphrase) for one in STAFF]
    return lambda: SampleLoginsDialog(logins, hint)


def _print_accounts() -> None:
    words = words_for("ja")
    print("見本の事務所の担当者 / accounts of the sample office:")
    for person in STAFF:
        print(f"  {person.name}  {role_words(person.roles, words)}  {person.passphrase}")
