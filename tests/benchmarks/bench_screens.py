"""Opening screens on a full office, against a tenth of a second and the same screens when it is empty.

Opened means: built, everything read, laid out and painted. The pages are those of the page registry, each
with all of its tabs. Beside each time stands the processor time of all threads together: on a machine that is
busy with other programs the time may be theirs, but not that.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QDialog

from hvacdesk.app import application
from hvacdesk.services.open_office import Office
from hvacdesk.ui import background
from hvacdesk.ui.collector import collect_all
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.shell.main_window import MainWindow
from hvacdesk.ui.tour.hands import mute_offscreen_notes
from hvacdesk.ui.widgets.tab_row import TabRow
from tests.benchmarks.busy_office import CUSTOMERS, JOBS, busy_office
from tests.benchmarks.full_office import FullOffice, full_office
from tests.benchmarks.result import Result

SCREEN_MS = 100.0
SMALL = 10
"""Customers of the empty office; none at all would leave out the rows that every office paints."""

_ROUNDS = 5
_PATIENCE_SECONDS = 300


def run(customers: int = CUSTOMERS, jobs: int = JOBS) -> list[Result]:
    """Measure in an office of this size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        with full_office(folder / "small", SMALL) as small:
            empty = _screens(small)
        with busy_office(folder / "full", customers, jobs) as full:
            return list(_results(_screens(full), empty))


@dataclass(frozen=True)
class Opening:
    """How long a screen took, and how much processor time of that, in ms."""

    took: float
    worked: float


def _results(ours: dict[str, Opening], empty: dict[str, Opening]) -> Iterator[Result]:
    for name, opening in ours.items():
        yield Result(f"open {name}", opening.took, SCREEN_MS, "ms", 1.0)
        yield Result(f"work to open {name}", opening.worked, SCREEN_MS, "ms", 1.0)
    for name in ours:
        if name not in empty:
            continue
        yield Result(f"open {name}, full against empty", ours[name].took, empty[name].took, "ms", 1.5)


def prepare(folder: Path) -> None:
    """The application as the program starts it, with its collector and its short turns."""
    app = application(folder, lambda: datetime.now(UTC))
    mute_offscreen_notes()
    Preferences(folder).apply(app)


@contextmanager
def desk(full: FullOffice) -> Iterator[MainWindow]:
    """Somebody's desk, and the end of it as the program makes it."""
    window = MainWindow(Office(full.workplace), full.owner, Preferences(full.vault.database_path.parent))
    window.show()
    window.start()
    calm()
    try:
        yield window
    finally:
        for dialog in window.findChildren(QDialog):
            dialog.hide()
        window.retire()
        calm()
        collect_all()


def _screens(full: FullOffice) -> dict[str, Opening]:
    """The median of each screen; built anew each time, of modules that are loaded once."""
    taken: dict[str, list[Opening]] = {}
    for round_ in range(_ROUNDS + 1):
        with desk(full) as window:
            window.upkeep.stop()  # its checks come once after a login; bench_pauses has them beside the work
            for name, show, hide in _ways(window):
                opening = _opening(show)
                if round_:
                    taken.setdefault(name, []).append(opening)
                hide()
                calm()
    return {name: _median(openings) for name, openings in taken.items()}


def _opening(show: Callable[[], object]) -> Opening:
    began, worked = time.perf_counter(), time.process_time()
    show()
    calm()
    return Opening((time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000)


def _median(openings: Sequence[Opening]) -> Opening:
    return Opening(
        statistics.median(one.took for one in openings), statistics.median(one.worked for one in openings)
    )


Way = tuple[str, Callable[[], object], Callable[[], object]]


def _ways(window: MainWindow) -> Iterator[Way]:
    """Name, how to open and how to close each screen."""
    yield "today", lambda: _anew("today", window), _nothing
    for entry in window._pages_shown:
        if entry.name != "today":
            yield entry.name, partial(window.navigate, entry.name), _nothing
            yield from _tabs(entry.name, window)
    office, actor = window.context.office, window.context.actor
    customer = office.customers.search(actor, "").rows[0].customer
    yield "a customer", lambda: window.navigate("customers", customer=customer), _nothing
    for row in office.jobs.day(actor, office.today())[:1]:
        yield "a job", partial(window.navigate, "schedule", job=row.job), close_dialogs
    yield "the customer form", lambda: CustomerForm(window.context).open(), close_dialogs


def _tabs(page: str, window: MainWindow) -> Iterator[Way]:
    """The other tabs of the page in front, by their numbers."""
    rows = window.page.findChildren(TabRow)
    for number in range(1, rows[0].stack.count() if rows else 0):
        yield f"{page}, tab {number + 1}", partial(rows[0].show_tab, number), _nothing


def _anew(page: str, window: MainWindow) -> None:
    """Build a page again, as at a login: it was in front before anything was measured."""
    window._pages.pop(page)
    window.navigate(page)


def _nothing() -> None:
    """A page needs no closing."""


def close_dialogs() -> None:
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            QDialog.reject(widget)
            widget.deleteLater()


def calm() -> None:
    """Wait until nothing runs any more, and everything is painted; asleep, as the program's own loop is."""
    until = time.perf_counter() + _PATIENCE_SECONDS
    QApplication.processEvents()
    while not background.idle() and time.perf_counter() < until:
        QEventLoop().processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QApplication.processEvents()
