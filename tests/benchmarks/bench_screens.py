"""Opening screens on a full office, against a tenth of a second and the same screens when it is empty.

Opened means: built, everything read, laid out and painted. Then the longest time that the windows do not
answer while somebody searches, imports a list and has a day's work orders drawn; the goal is 50 ms.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hvacdesk.services.office import Office
from hvacdesk.store import counters
from hvacdesk.ui import background
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.exchange.import_dialog import CHECK, COLUMNS, DONE, ImportDialog
from hvacdesk.ui.main_window import MainWindow
from hvacdesk.ui.preferences import Preferences
from hvacdesk.ui.tour.hands import mute_offscreen_notes
from tests.benchmarks import bench_home
from tests.benchmarks.full_office import FullOffice, full_office
from tests.benchmarks.result import Result
from tests.helpers.heartbeat import Heartbeat

CUSTOMERS, JOBS = 100_000, 200_000
SCREEN_MS, GAP_MS = 100.0, 50.0
SMALL = 10
"""Customers of the empty office; none at all would leave out the rows that every office paints."""
IMPORTED = 20_000

_ROUNDS = 5
_PATIENCE_SECONDS = 300


def run(customers: int = CUSTOMERS, jobs: int = JOBS) -> list[Result]:
    """Measure in an office of this size."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    mute_offscreen_notes()
    with tempfile.TemporaryDirectory() as folder:
        Preferences(Path(folder)).apply(app)
        with full_office(Path(folder) / "small", SMALL) as small:
            empty = _screens(small)
        with full_office(Path(folder) / "full", customers) as full:
            with full.workplace.transaction() as session:
                bench_home._fill(session, customers, jobs)
                counters.raise_to(session, "customer", customers)
            ours = _screens(full)
            results = [Result(f"open {name}", ours[name], SCREEN_MS, "ms", 1.0) for name in ours]
            results += [
                Result(f"open {name}, full against empty", ours[name], empty[name], "ms", 1.5)
                for name in ours
                if name in empty
            ]
            return [*results, *_gaps(full, Path(folder))]


@contextmanager
def _desk(full: FullOffice) -> Iterator[MainWindow]:
    window = MainWindow(Office(full.workplace), full.owner, Preferences(full.vault.database_path.parent))
    window.show()
    window.start()
    _calm()
    try:
        yield window
    finally:
        for dialog in window.findChildren(QDialog):
            dialog.hide()
        window.retire()
        _calm()


def _screens(full: FullOffice) -> dict[str, float]:
    """The median time of each screen, in ms; built anew each time, of modules that are loaded once."""
    taken: dict[str, list[float]] = {}
    for round_ in range(_ROUNDS + 1):
        with _desk(full) as window:
            for name, show, hide in _ways(window):
                began = time.perf_counter()
                show()
                _calm()
                if round_:
                    taken.setdefault(name, []).append((time.perf_counter() - began) * 1000)
                hide()
                _calm()
    return {name: statistics.median(times) for name, times in taken.items()}


Way = tuple[str, Callable[[], object], Callable[[], object]]


def _ways(window: MainWindow) -> Iterator[Way]:
    """Name, how to open and how to close each screen."""
    for entry in window._pages_shown:
        if entry.name != "today":
            yield entry.name, lambda name=entry.name: window.navigate(name), _nothing
    yield "today", lambda: window.navigate("today"), _nothing
    office, actor = window.context.office, window.context.actor
    customer = office.customers.search(actor, "").rows[0].customer
    yield "a customer", lambda: window.navigate("customers", customer=customer), _nothing
    for row in office.jobs.day(actor, office.today())[:1]:
        yield "a job", lambda job=row.job: window.navigate("schedule", job=job), _close_dialogs
    yield "the customer form", lambda: CustomerForm(window.context).open(), _close_dialogs


def _nothing() -> None:
    """A page needs no closing."""


def _close_dialogs() -> None:
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            QDialog.reject(widget)
            widget.deleteLater()


def _calm() -> None:
    """Wait until nothing runs any more, and everything is painted."""
    until = time.perf_counter() + _PATIENCE_SECONDS
    while True:
        QApplication.processEvents()
        if background.idle() or time.perf_counter() > until:
            QApplication.processEvents()
            if background.idle():
                return
        time.sleep(0.0005)


# The heart's beat


def _gaps(full: FullOffice, folder: Path) -> list[Result]:
    found = []
    with _desk(full) as window:
        for name, work in (
            ("searching", lambda: _search(window)),
            ("importing", lambda: _import(window, folder)),
            ("drawing a day's work orders", lambda: _draw(window)),
        ):
            with Heartbeat() as beat:
                work()
            found.append(Result(f"longest pause while {name}", beat.longest_ms, GAP_MS, "ms", 1.0))
            _close_dialogs()
            _calm()
    return found


def _wait(until: Callable[[], bool]) -> None:
    end = time.perf_counter() + _PATIENCE_SECONDS
    while not until() and time.perf_counter() < end:
        QTest.qWait(2)


def _type(field: QWidget, text: str) -> None:
    for letter in text:
        QTest.keyClicks(field, letter)
        QTest.qWait(60)


def _search(window: MainWindow) -> None:
    window.navigate("customers")
    window.page.focus_search()
    field = QApplication.focusWidget() or window
    for text in ("tanaka", "sakae", "0424", "yamamoto"):
        _type(field, text)
        QTest.qWait(200)
        field.clear()  # type: ignore[attr-defined]
    QTest.qWait(200)


def _import(window: MainWindow, folder: Path) -> None:
    path = folder / "list.csv"
    lines = ["氏名,フリガナ,郵便番号,住所,電話番号,備考"]
    lines += [
        f"長谷川{at} 花{at},ハセガワ ハナ,4600008,名古屋市中区栄{at},052-9{at:06}," for at in range(IMPORTED)
    ]
    path.write_text("\n".join(lines), encoding="cp932")
    dialog = ImportDialog(window.context)
    dialog.open()
    dialog.file.open_path(str(path))
    for step in (COLUMNS, CHECK, DONE):
        _wait(lambda step=step: dialog.stack.currentIndex() == step)
        if step != DONE:
            dialog.next_button.click()


def _draw(window: MainWindow) -> None:
    window.navigate("work_orders")
    window.page.tabs.show_tab(0)  # type: ignore[attr-defined]
    _wait(lambda: bool(window.page.list.chosen()))  # type: ignore[attr-defined]
    window.page.print_day()  # type: ignore[attr-defined]
    _wait(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    QTest.qWait(300)
