"""Whatever narrows a register down is followed at once: by another reading, or by other columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.ui.billing.closing_view import ClosingView
from hvacdesk.ui.disposal.decide_step import DecideStep
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.pages.customers import CustomersPage
from hvacdesk.ui.papers.register import PaperRegister
from hvacdesk.ui.widgets.data_table import DataTable
from hvacdesk.ui.widgets.day_range import DayRange
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.register_view import RegisterView
from hvacdesk.ui.widgets.search_box import SearchBox
from hvacdesk.ui.widgets.sum_range import SumRange
from tests.helpers.screens.stage import Stage
from tests.ui.widgets.test_register_rooms import registers, stage

__all__ = ["stage"]

LEAST_FILTERS = 15
"""So many filters the registers have together."""
LEAST_SEARCHES = 7
"""So many lists have a field in which their rows are sought."""


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
    for tick in view.findChildren(QCheckBox):
        if isinstance(tick.parentWidget(), FlowRow):
            yield tick.text(), tick.click
    if isinstance(view, ClosingView):
        yield view.day.accessibleName(), view.day.editingFinished.emit
    for box in view.findChildren(QComboBox):
        if box.count() > 1:
            yield box.accessibleName(), lambda box=box: choose_other(box)


def test_every_filter_of_a_register_is_followed(stage: Stage, qtbot: QtBot) -> None:
    ignored, taken, tried = [], [], 0
    for register in (one for one in registers() if one.rooms):
        view = register(stage.ctx)
        qtbot.addWidget(view)
        view.refresh()
        stage.calm()
        readings: list[object] = []
        reading = view.reading

        def read(
            view: RegisterView = view,
            reading: Callable[[], object] = reading,
            readings: list[object] = readings,
        ) -> object:
            readings.append(view.comes_forward)
            return reading()

        view.reading = read  # type: ignore[method-assign, assignment]
        for name, use in filters(view):
            before = view.table.columns, view.table.rows()
            readings.clear()
            use()
            stage.calm()
            tried += 1
            if not readings and (view.table.columns, view.table.rows()) == before:
                ignored.append(f"{register.__name__}: {name}")
            if any(readings):
                taken.append(f"{register.__name__}: {name}")
    assert ignored == []
    assert taken == [], "these move the keyboard into the list"
    assert tried >= LEAST_FILTERS


def test_the_arrow_down_leads_from_every_search_into_its_list(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    entered: list[DataTable] = []

    def enter(table: DataTable) -> None:
        entered.append(table)

    monkeypatch.setattr(DataTable, "enter", enter)
    ctx = stage.ctx
    others: list[QWidget] = [
        PaperRegister(ctx),
        DecideStep(ctx),
        CustomersPage(ctx),
        CustomerFinder(ctx, "For whom?", ctx.window),
    ]
    tried, stays = 0, []
    for view in (*others, *(register(ctx) for register in registers() if register.rooms)):
        qtbot.addWidget(view)
        for search in view.findChildren(SearchBox):
            entered.clear()
            qtbot.keyClick(search, Qt.Key.Key_Down)
            tried += 1
            if not entered or not view.isAncestorOf(entered[0]):
                stays.append(f"{type(view).__name__}: {search.placeholderText()}")
        stage.calm()
    assert stays == []
    assert tried >= LEAST_SEARCHES
