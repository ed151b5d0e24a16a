"""What may scroll sideways at the largest text on a small screen, and why: tables alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import QWidget

from tests.helpers.fitting import sideways

TABLES: Mapping[str, str] = {
    "DataTable": "columns side by side are what it is for; the arrow keys bring each of them into view",
    "WholeTable": "as any other table's",
    "BoardView": "the days of a week side by side are what it is for; there is a view of one day",
}
"""By class; pages, forms and other dialogs never."""


def wrongly_sideways(shown: QWidget) -> Iterator[str]:
    """What scrolls sideways without a reason."""
    for kind, _pixels, text in sideways(shown):
        if kind not in TABLES:
            yield f"{text} sideways"
