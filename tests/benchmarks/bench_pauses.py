"""The longest time that the windows do not answer while somebody searches, imports, prints; goal 50 ms.

At a full office. Opening the page that the work is done on is measured by the screens' benchmark. Beside each
pause stands how much of one this program can have made itself, by the processor time that its threads took,
and what the window's own thread did in one go: where the machine is busy with other programs a pause may be
theirs, but not those.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from hvacdesk.ui.exchange.import_dialog import CHECK, COLUMNS, DONE, ImportDialog
from hvacdesk.ui.shell.main_window import MainWindow
from tests.benchmarks.bench_screens import calm, close_dialogs, desk, prepare
from tests.benchmarks.busy_office import CUSTOMERS, JOBS, busy_office
from tests.benchmarks.result import Result
from tests.helpers.heartbeat import Heartbeat

GAP_MS = 50.0
IMPORTED = 20_000
TYPED = ("tanaka", "sakae", "0424", "yamamoto")

_KEY_MS, _THINK_MS = 60, 300
_PATIENCE_SECONDS = 300


def run(customers: int = CUSTOMERS, jobs: int = JOBS) -> list[Result]:
    """Measure in an office of this size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        with busy_office(folder / "full", customers, jobs) as full, desk(full) as window:
            return list(_pauses(window, _list(folder)))


def _pauses(window: MainWindow, path: Path) -> Iterator[Result]:
    doings: tuple[tuple[str, str, Callable[[], None]], ...] = (
        ("searching", "customers", lambda: _search(window)),
        ("importing", "customers", lambda: _import(window, path)),
        ("drawing a day's work orders", "work_orders", lambda: _draw(window)),
    )
    for doing, page, work in doings:
        window.navigate(page)
        calm()
        with Heartbeat() as beat:
            work()
        yield Result(f"longest pause while {doing}", beat.longest_ms, GAP_MS, "ms", 1.0)
        yield Result(f"longest pause of our own while {doing}", beat.longest_own_ms, GAP_MS, "ms", 1.0)
        yield Result(f"most work at once while {doing}", beat.longest_work_ms, GAP_MS, "ms", 1.0)
        close_dialogs()
        calm()


def _list(folder: Path) -> Path:
    path = folder / "list.csv"
    lines = ["氏名,フリガナ,郵便番号,住所,電話番号,備考"]
    lines += [
        f"長谷川{at} 花{at},ハセガワ ハナ,4600008,名古屋市中区栄{at},052-9{at:06}," for at in range(IMPORTED)
    ]
    path.write_text("\n".join(lines), encoding="cp932")
    return path


def _wait(until: Callable[[], bool]) -> None:
    end = time.perf_counter() + _PATIENCE_SECONDS
    while not until() and time.perf_counter() < end:
        QTest.qWait(2)


def _search(window: MainWindow) -> None:
    """Through the native window, as a keyboard does, so that everybody who watches for input sees it."""
    window.page.focus_search()
    keyboard = window.windowHandle()
    assert isinstance(keyboard, QWindow)
    for text in TYPED:
        window.page.focus_search()  # what was typed is selected, so the first key replaces it
        for letter in text:
            QTest.keyClick(keyboard, letter)  # type: ignore[call-overload]  # Qt takes it; its stub does not tell
            QTest.qWait(_KEY_MS)
        QTest.qWait(_THINK_MS)


def _import(window: MainWindow, path: Path) -> None:
    dialog = ImportDialog(window.context)
    dialog.open()
    dialog.file.open_path(str(path))
    for step in (COLUMNS, CHECK, DONE):
        _wait(lambda step=step: dialog.stack.currentIndex() == step)  # type: ignore[misc]
        if step != DONE:
            dialog.next_button.click()
    dialog.accept()
    QTest.qWait(_THINK_MS)


def _draw(window: MainWindow) -> None:
    window.page.tabs.show_tab(0)  # type: ignore[attr-defined]
    _wait(lambda: bool(window.page.list.chosen()))  # type: ignore[attr-defined]
    window.page.print_day()  # type: ignore[attr-defined]
    _wait(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    QTest.qWait(_THINK_MS)
