"""Registered papers whose preview is open at this PC: whoever sits there is about to print them, or not."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QDialog

_open: dict[QDialog, frozenset[str]] = {}


def note_preview(preview: QDialog, papers: Iterable[str]) -> None:
    """These are in this preview until it is closed. By record id: copies of work orders and other papers."""
    _open[preview] = frozenset(papers)
    preview.finished.connect(lambda _result: _open.pop(preview, None))
    preview.destroyed.connect(lambda: _open.pop(preview, None))


def in_preview() -> frozenset[str]:
    """What is in a preview now."""
    return frozenset().union(*_open.values())
