"""Every window test begins in English at the design's size, and may have the front desk of a small office."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QClipboard
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hvacdesk.ui import edits
from hvacdesk.ui.language import language
from hvacdesk.ui.printing import preview as preview_module
from hvacdesk.ui.printing.printers import Taken
from hvacdesk.ui.staff import rules_reminder
from hvacdesk.ui.theme import STYLE, Scheme, theme
from hvacdesk.ui.widgets import aim, notice, spoken
from tests.helpers.front_desk import FrontDesk, build_front_desk, open_desk
from tests.helpers.left_windows import delete_what_waits
from tests.helpers.real_office import RealOffice
from tests.helpers.sabotage import replaced
from tests.helpers.secret_service import SecretService
from tests.helpers.two_pcs import LOOPBACK, TwoPcs, two_pcs


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Language and theme are one per process, and windows of other modules change them."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["tests", *STYLE])
    spoken.begin()
    if language.code != "en" or not language._loaded:
        language.use("en")
    if theme.scale != 1.0:
        theme.apply(app, Scheme.LIGHT, 1.0)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown() -> None:
    """Closed windows are gone before a fixture puts the look back, which would restyle all of them."""
    delete_what_waits()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """Qt lets go of its clipboard after Python has ended, and what Python made and left there crashes it.

    The program clears it when it ends (``aboutToQuit``), which no test run comes to.
    """
    if isinstance(QApplication.instance(), QApplication):
        for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
            QApplication.clipboard().clear(mode)


@pytest.fixture(autouse=True)
def quick_hands() -> Iterator[None]:
    """A test presses what it sees at once, which no hand can: see ``tests/ui/widgets/test_aim.py``."""
    with replaced(aim, "REACTION_S", -math.inf):
        yield


@pytest.fixture(autouse=True)
def told_for_long() -> Iterator[None]:
    """What a window tells stays as long as a busy machine may take to come to it; see ``widgets/notice``.

    With no ``monkeypatch`` of the test, which may take back what it has changed itself.
    """
    long = timedelta(hours=1).seconds
    with (
        replaced(notice, "SHOWN_SECONDS", long),
        replaced(notice, "OFFERED_SECONDS", long),
        replaced(edits, "OFFERED_SECONDS", long),
        replaced(rules_reminder, "SECONDS", long),
    ):
        yield


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> RealOffice:
    """The office whose copies this file's tests open; a file that needs another one has its own."""
    return build_front_desk(tmp_path_factory.mktemp("template") / "office")


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    """The window of the front desk on a copy of the office."""
    with open_desk(template, tmp_path / "office", qtbot) as opened:
        yield opened


@pytest.fixture
def pcs(
    tmp_path: Path,
    qtbot: QtBot,
    qapp: QApplication,
    secret_service: SecretService,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[TwoPcs]:
    """An office PC that lets others join on the loopback, and a PC that may."""
    monkeypatch.setattr("hvacdesk.ui.entry.seats_tab.own_addresses", lambda: (LOOPBACK,))
    real = build_front_desk(tmp_path / "office")
    with two_pcs(real, tmp_path / "seat", qtbot, qapp) as made:
        yield made


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the printer took, by the job's name."""
    jobs = list[str]()

    def prints(_pdf: bytes, _printer: QPrinter, document: str) -> Taken:
        jobs.append(document)
        return Taken(None)

    monkeypatch.setattr(preview_module, "print_pdf", prints)
    return jobs
