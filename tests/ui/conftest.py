"""Every window test begins in English at the design's size, whatever the test before it switched to."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from hvacdesk.ui.language import language
from hvacdesk.ui.theme import Scheme, theme


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Language and theme are one per process, and windows of other modules change them."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([])
    if language.code != "en" or not language._loaded:
        language.use("en")
    if theme.scale != 1.0:
        theme.apply(app, Scheme.LIGHT, 1.0)
