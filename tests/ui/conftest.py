"""Every window test begins in English at the design's size, whatever the test before it switched to."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

from hvacdesk.ui.language import language
from hvacdesk.ui.theme import Scheme, theme
from hvacdesk.ui.widgets import spoken


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Language and theme are one per process, and windows of other modules change them."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([])
    spoken.begin()
    if language.code != "en" or not language._loaded:
        language.use("en")
    if theme.scale != 1.0:
        theme.apply(app, Scheme.LIGHT, 1.0)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """Qt lets go of its clipboard after Python has ended, and what Python made and left there crashes it.

    The program clears it when it ends (``aboutToQuit``), which no test run comes to.
    """
    if isinstance(QApplication.instance(), QApplication):
        for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
            QApplication.clipboard().clear(mode)
