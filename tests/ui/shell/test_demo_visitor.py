"""The walks through the sample office: how they end."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.demo import visitor as walks
from hvacdesk.ui import background
from hvacdesk.ui.tour.hands import Camera
from tests.helpers.desk_office import now


def test_no_worker_outlives_a_walk(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would tell its end to windows that are gone, and abort the process after a walk that went well."""
    monkeypatch.setattr(walks, "application", lambda _home, _clock: qapp)  # crash reports stay the tests' own
    owner = QWidget()
    qtbot.addWidget(owner)
    visitor = walks.Visitor(tmp_path / "office", now, Camera(tmp_path / "screens"))
    ended: list[float] = []

    def work() -> None:
        time.sleep(0.2)
        ended.append(time.monotonic())

    background.ask(owner, work).begin()
    visitor.release()
    assert ended
