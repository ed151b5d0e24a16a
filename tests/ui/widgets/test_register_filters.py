"""Whatever narrows a register down is followed at once: by another reading, or by other columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from hvacdesk.ui.widgets.day_range import DayRange
from hvacdesk.ui.widgets.register_view import RegisterView
from hvacdesk.ui.widgets.search_box import SearchBox
from hvacdesk.ui.widgets.sum_range import SumRange
from tests.helpers.screens.stage import Stage
from tests.ui.widgets.test_register_rooms import registers, stage

__all__ = ["stage"]

LEAST_FILTERS = 15
"""So many filters the registers have together."""


def choose_other(box: QComboBox) -> None:
    """Choose another line as a person does."""
    other = (box.currentIndex() + 1) % box.count()
    box.setCurrentIndex(other)
    box.activated.emit(other)


def filters(view: RegisterView) -> Iterator[tuple[str, Callable[[], object]]]:
    """What narrows a register down, and how somebody uses it."""
    for kind in (DayRange, SumRange):
        for number, one in enumerate(view.findChildren(kind)):
            yield f"{kind.__name__} {number + 1}", one.edited.emit
    for search in view.findChildren(SearchBox):
        yield search.placeholderText(), lambda search=search: search.searched.emit("x")
    for box in view.findChildren(QComboBox):
        if box.count() > 1:
            yield box.accessibleName(), lambda box=box: choose_other(box)


def test_every_filter_of_a_register_is_followed(stage: Stage, qtbot: QtBot) -> None:
    ignored, tried = [], 0
    for register in (one for one in registers() if one.rooms):
        view = register(stage.ctx)
        qtbot.addWidget(view)
        view.refresh()
        stage.calm()
        readings: list[object] = []
        reading = view.reading
        view.reading = lambda reading=reading, readings=readings: readings.append(1) or reading()  # type: ignore[method-assign]
        for name, use in filters(view):
            before = view.table.columns, view.table.rows()
            readings.clear()
            use()
            stage.calm()
            tried += 1
            if not readings and (view.table.columns, view.table.rows()) == before:
                ignored.append(f"{register.__name__}: {name}")
    assert ignored == []
    assert tried >= LEAST_FILTERS
