"""No view of the entry window cuts a text or scrolls sideways, narrow and at the sizes between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hvacdesk.ui.entry.entry_window import EntryWindow
from hvacdesk.ui.preferences import Preferences
from tests.helpers.fitting import cut, scrolling
from tests.helpers.screens.entry import entry_to_nothing, views

pytestmark = pytest.mark.usefixtures("secret_service")


@pytest.fixture(autouse=True)
def plain_look(tmp_path: Path) -> Iterator[None]:
    """Later tests find the look as it was."""
    yield
    Preferences(tmp_path / "nowhere").apply(cast(QApplication, QApplication.instance()))


@pytest.mark.parametrize(("size", "width"), [(100, 880), (100, 560), (150, 880)])
@pytest.mark.parametrize("code", ["ja", "en"])
def test_the_entry_windows_views_fit(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, code: str, size: int, width: int
) -> None:
    look = Preferences(tmp_path / "nowhere")
    look.code, look.text_size = code, size
    look.apply(qapp)
    wrong = []
    for name, make in views(entry_to_nothing(tmp_path / "office")).items():
        window = EntryWindow()
        qtbot.addWidget(window)
        window.resize(width, 640)
        window.show()
        window.show_content(make(qtbot))
        qapp.processEvents()
        wrong += [f"{name}: {what}" for what in cut(window) + scrolling(window)]
        window.close()
    assert wrong == []
