"""What may scroll sideways at the largest text on a small screen, and why. Forms and other dialogs never."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import QWidget

from hvacdesk.ui.main_window import MainWindow
from tests.helpers.fitting import sideways

TABLES: Mapping[str, str] = {
    "DataTable": "columns side by side are what it is for; the arrow keys bring each of them into view",
    "BoardView": "the days of a week side by side are what it is for; there is a view of one day",
}
"""By class."""

PAGES: Mapping[str, str] = {
    "customers": "three buttons beside the title, and six or seven tabs of a customer",
}
"""By name: what lies side by side there and would be harder to follow on two lines."""

MOST = 800
"""In pixels. A page that is wider than its place by more than two thirds has to be divided."""


def wrongly_sideways(shown: QWidget) -> Iterator[str]:
    """What scrolls sideways without a reason."""
    for kind, how_much, text in sideways(shown):
        page = isinstance(shown, MainWindow) and kind == "PageRoom" and shown._current in PAGES
        if not (kind in TABLES or (page and how_much <= MOST)):
            yield f"{text} sideways"
