"""A register: which rows it shows, what its buttons depend on, and what it says where it cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from types import SimpleNamespace
from typing import NamedTuple, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.rooms import Room
from hvacdesk.services.changes import Changes
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import ChangeNotice
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.register_view import RegisterView, any_record
from hvacdesk.vault.errors import DatabaseBusy


class Ladder(NamedTuple):
    record: str
    steps: int


class Ladders(RegisterView):
    """A register whose office answers when it is told to."""

    rooms = frozenset({Room.STAFF})

    def __init__(self) -> None:
        columns = SimpleNamespace(of=lambda _key: None, keep=lambda *_: None)
        self.changes = Changes()
        context = SimpleNamespace(columns=columns, changes=ChangeNotice(self.changes))
        super().__init__(cast(DeskContext, context))
        self.answers: list[Callable[[], tuple[Ladder, ...]]] = []
        self.lend = self.act(button("Lend", lambda: None), any_record)
        self.fold = self.act(button("Fold", lambda: None), lambda row: row.steps < 5)
        self.buy = self.act(button("Buy", lambda: None))

    def make_table(self) -> DataTable:
        table = DataTable("Ladders", record="record")
        table.set_columns([Column("steps", "Steps", width=80)])
        return table

    def make_empty(self) -> EmptyState:
        return EmptyState("wrench", "No ladder", "Buy one.")

    def reading(self) -> Callable[[], tuple[Ladder, ...]]:
        return self.answers.pop(0)

    def shown(self) -> list[int]:
        return [cast(Ladder, row).steps for row in self.table.rows()]


@pytest.fixture
def ladders(qtbot: QtBot) -> Ladders:
    view = Ladders()
    qtbot.addWidget(view)
    view.show()
    return view


def told(*steps: int) -> Callable[[], tuple[Ladder, ...]]:
    return lambda: tuple(Ladder(f"ladder {number}", number) for number in steps)


def read(qtbot: QtBot, view: Ladders, *steps: int) -> None:
    view.answers.append(told(*steps))
    view.refresh()
    qtbot.waitUntil(lambda: view.shown() == list(steps))


def test_an_answer_that_comes_late_does_not_replace_a_newer_one(qtbot: QtBot, ladders: Ladders) -> None:
    late = Event()

    def slowly() -> tuple[Ladder, ...]:
        late.wait(20)
        return told(1)()

    ladders.answers.append(slowly)
    ladders.refresh()
    read(qtbot, ladders, 7, 8)
    late.set()
    qtbot.waitUntil(background.idle)
    assert ladders.shown() == [7, 8]


def test_three_rows_are_in_sight_however_little_room_there_is(qtbot: QtBot, ladders: Ladders) -> None:
    read(qtbot, ladders, 3, 9, 4)
    ladders.setFixedHeight(ladders.minimumSizeHint().height())
    table = ladders.table
    inside = table.viewport().height() // table.verticalHeader().defaultSectionSize()
    assert inside >= 3


def test_buttons_follow_the_chosen_record(qtbot: QtBot, ladders: Ladders) -> None:
    assert [one.isEnabled() for one in (ladders.lend, ladders.fold, ladders.buy)] == [False, False, True]
    read(qtbot, ladders, 3, 9)
    assert [one.isEnabled() for one in (ladders.lend, ladders.fold, ladders.buy)] == [True, True, True]
    ladders.table.select(lambda row: row.steps == 9)
    assert [one.isEnabled() for one in (ladders.lend, ladders.fold, ladders.buy)] == [True, False, True]
    read(qtbot, ladders, 2, 9, 4)
    assert cast(Ladder, ladders.table.current()).steps == 9, "the chosen record stays chosen"


def test_an_empty_register_says_what_it_is_for_and_a_broken_one_why(qtbot: QtBot, ladders: Ladders) -> None:
    def refused() -> tuple[Ladder, ...]:
        raise DatabaseBusy

    ladders.answers.append(told())
    ladders.refresh()
    qtbot.waitUntil(lambda: ladders.pane.empty is not None)
    assert ladders.pane.empty is not None
    assert ladders.pane.empty.isVisible()
    assert not ladders.table.isVisible()
    ladders.answers += [refused, told(6)]
    ladders.refresh()
    qtbot.waitUntil(lambda: ladders.pane.failure is not None)
    assert ladders.pane.failure is not None
    assert ladders.pane.failure.isVisible()
    assert not ladders.pane.empty.isVisible()
    ladders.refresh()  # as its “Try again” does
    qtbot.waitUntil(lambda: ladders.shown() == [6])
    assert ladders.table.isVisible()
    assert not ladders.pane.failure.isVisible()


def test_a_list_that_is_narrowed_down_to_nothing_says_so(qtbot: QtBot, ladders: Ladders) -> None:
    ladders.resize(900, 700)
    tick = QCheckBox("Only long ones")
    ladders.narrow_with(FlowRow([tick]))
    for ticked in (True, False, True):
        tick.setChecked(ticked)
        ladders.answers.append(told())
        ladders.narrow()
        qtbot.waitUntil(background.idle)
        empty, unfit = ladders.pane.empty, ladders.pane.unfit
        assert (unfit is not None and unfit.isVisible()) == ticked
        assert (empty is not None and empty.isVisible()) != ticked
    read(qtbot, ladders, 4)
    assert ladders.table.isVisible()


def test_what_waits_for_the_rows_is_done_once(qtbot: QtBot, ladders: Ladders) -> None:
    done: list[int] = []
    ladders.answers.append(told(4))
    ladders.refresh()
    ladders.once_read(lambda: done.append(len(ladders.table.rows())))  # that reading is enough
    qtbot.waitUntil(lambda: done == [1])
    read(qtbot, ladders, 4, 5)
    assert done == [1]
    ladders.answers.append(told(1, 2, 3))
    ladders.once_read(lambda: done.append(len(ladders.table.rows())))
    qtbot.waitUntil(lambda: done == [1, 3])


def test_what_is_changed_elsewhere_is_shown_and_whose_record_is_gone_chooses_no_other(
    qtbot: QtBot, ladders: Ladders
) -> None:
    read(qtbot, ladders, 3, 9, 12)
    ladders.table.select(lambda row: row.steps == 9)
    ladders.answers.append(told(3, 12))
    ladders.changes.tell(frozenset({Room.STAFF, Room.JOBS}))
    qtbot.waitUntil(lambda: ladders.shown() == [3, 12])
    assert ladders.table.current() is None, "the next click would be about another ladder"
    assert not ladders.lend.isEnabled()
    ladders.answers.append(told(3, 12, 20))
    ladders.changes.tell(frozenset({Room.STAFF}))
    qtbot.waitUntil(lambda: ladders.shown() == [3, 12, 20])
    assert ladders.table.current() is None, "nor after the change that follows"
    ladders.changes.tell(frozenset({Room.JOBS}))  # nothing that is listed; there is no answer for it either
    qtbot.waitUntil(background.idle)


def change(qtbot: QtBot, view: Ladders, *steps: int) -> None:
    view.answers.append(told(*steps))
    view.changes.tell(frozenset({Room.STAFF}))
    qtbot.waitUntil(lambda: view.shown() == list(steps))


def chosen(view: Ladders) -> int:
    return cast(Ladder, view.table.current()).steps


def test_a_saved_record_is_chosen_whether_the_list_shows_it_already_or_later(
    qtbot: QtBot, ladders: Ladders
) -> None:
    read(qtbot, ladders, 3, 9)
    ladders.choose_saved("ladder 9")
    assert chosen(ladders) == 9
    ladders.choose_saved("ladder 12")
    change(qtbot, ladders, 3, 9, 12)
    assert chosen(ladders) == 12
    change(qtbot, ladders, 3, 9)
    change(qtbot, ladders, 3, 9, 12)
    assert ladders.table.current() is None, "it was chosen once; since it was gone nothing is"


def test_a_saved_record_that_the_list_leaves_out_takes_nothing_when_it_shows_up_later(
    qtbot: QtBot, ladders: Ladders
) -> None:
    read(qtbot, ladders, 3, 9)
    ladders.choose_saved("ladder 12")
    change(qtbot, ladders, 3, 9)  # narrowed down to others
    change(qtbot, ladders, 3, 9, 12)
    assert chosen(ladders) == 3, "somebody has worked on with that row since"


def test_a_saved_record_takes_no_row_from_who_chose_another_meanwhile(qtbot: QtBot, ladders: Ladders) -> None:
    read(qtbot, ladders, 3, 9)
    ladders.choose_saved("ladder 12")
    ladders.table.select(lambda row: row.steps == 9)
    change(qtbot, ladders, 3, 9, 12)
    assert chosen(ladders) == 9
    change(qtbot, ladders, 3, 9, 12, 14)
    assert chosen(ladders) == 9, "nor with the change that follows"


def test_a_saved_record_takes_no_row_from_who_clicks_the_chosen_one_again(
    qtbot: QtBot, ladders: Ladders
) -> None:
    read(qtbot, ladders, 3, 9)
    ladders.choose_saved("ladder 12")
    row = ladders.table.visualRect(ladders.table.model().index(0, 0))
    qtbot.mouseClick(ladders.table.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    change(qtbot, ladders, 3, 9, 12)
    assert chosen(ladders) == 3


def test_a_saved_record_takes_no_row_from_whose_keys_came_back_to_it(qtbot: QtBot, ladders: Ladders) -> None:
    read(qtbot, ladders, 3, 9)
    ladders.choose_saved("ladder 12")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(ladders.table, key)
    change(qtbot, ladders, 3, 9, 12)
    assert chosen(ladders) == 3


def test_what_a_form_returns_that_is_no_record_chooses_none(qtbot: QtBot, ladders: Ladders) -> None:
    read(qtbot, ladders, 3, 9)
    for result in (None, 9, ("ladder 9",), "", "9"):
        ladders.choose_saved(result)
        assert chosen(ladders) == 3


def test_a_hidden_register_is_not_read_for_every_change(qtbot: QtBot, ladders: Ladders) -> None:
    read(qtbot, ladders, 3)
    ladders.hide()
    ladders.changes.tell(frozenset({Room.STAFF}))  # there is no answer for it
    qtbot.waitUntil(background.idle)
    assert ladders.shown() == [3]


def test_a_first_record_that_comes_by_itself_leaves_the_keyboard_where_somebody_types(
    qtbot: QtBot, ladders: Ladders
) -> None:
    ladders.answers.append(told())
    ladders.refresh()
    qtbot.waitUntil(background.idle)
    field = QLineEdit()
    ladders.above.addWidget(field)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    ladders.answers.append(told(4))
    ladders.changes.tell(frozenset({Room.STAFF}))
    qtbot.waitUntil(lambda: ladders.shown() == [4])
    assert cast(Ladder, ladders.table.current()).steps == 4
    assert field.hasFocus()


def test_what_narrows_the_list_down_keeps_the_keyboard(qtbot: QtBot, ladders: Ladders) -> None:
    ladders.answers.append(told())
    ladders.refresh()
    qtbot.waitUntil(background.idle)
    tick = QCheckBox("Only long ones")
    tick.toggled.connect(ladders.narrow)
    ladders.resize(900, 700)
    ladders.narrow_with(FlowRow([tick]))
    tick.setFocus()
    qtbot.waitUntil(tick.hasFocus)
    ladders.answers.append(told(4))
    tick.click()
    qtbot.waitUntil(lambda: ladders.shown() == [4])
    assert tick.hasFocus()
    ladders.table.forget_choice()
    late = Event()
    ladders.answers += [lambda: (late.wait(20), told(4, 5)())[1], told(7)]
    ladders.refresh()  # somebody comes to the list, and narrows it down before it is read
    tick.click()
    late.set()
    qtbot.waitUntil(lambda: ladders.shown() == [7])
    assert tick.hasFocus()


def test_records_without_a_number_of_their_own_are_told_apart(qtbot: QtBot, ladders: Ladders) -> None:
    unknown = Ladder("", 3), Ladder("", 9)
    ladders.answers.append(lambda: unknown)
    ladders.refresh()
    qtbot.waitUntil(lambda: ladders.shown() == [3, 9])
    ladders.table.select(lambda row: row.steps == 9)
    ladders.answers.append(lambda: (Ladder("new", 1), *unknown))
    ladders.changes.tell(frozenset({Room.STAFF}))
    qtbot.waitUntil(lambda: ladders.shown() == [1, 3, 9])
    assert cast(Ladder, ladders.table.current()).steps == 9


def test_a_half_typed_question_is_told_and_no_fault_when_something_changes(
    qtbot: QtBot, ladders: Ladders, monkeypatch: pytest.MonkeyPatch
) -> None:
    told_of: list[InvalidInput] = []

    def half_typed() -> Callable[[], tuple[Ladder, ...]]:
        raise InvalidInput(field="first")

    monkeypatch.setattr(ladders, "reading", half_typed)
    monkeypatch.setattr(ladders, "show_wrong", told_of.append)
    ladders.changes.tell(frozenset({Room.STAFF}))
    qtbot.waitUntil(lambda: len(told_of) == 1)
    ladders.refresh()
    assert len(told_of) == 2


def test_nothing_is_claimed_of_what_is_no_question(
    qtbot: QtBot, ladders: Ladders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half_typed() -> Callable[[], tuple[Ladder, ...]]:
        raise InvalidInput(field="first")

    ladders.answers.append(told())
    ladders.refresh()
    qtbot.waitUntil(lambda: ladders.pane.empty is not None and ladders.pane.empty.isVisible())
    with monkeypatch.context() as wrong:
        wrong.setattr(ladders, "reading", half_typed)
        wrong.setattr(ladders, "show_wrong", lambda _error: None)
        ladders.narrow()
    assert ladders.pane.empty is not None
    assert not ladders.pane.empty.isVisible()
    assert ladders.table.isVisible()
    ladders.answers.append(told())
    ladders.narrow()
    qtbot.waitUntil(ladders.pane.empty.isVisible)


def test_what_waits_for_the_rows_is_dropped_where_the_filter_is_wrong(
    qtbot: QtBot, ladders: Ladders, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    late = Event()
    fits, reading, shown = True, ladders.reading, []

    def read_if_it_fits() -> Callable[[], tuple[Ladder, ...]]:
        if not fits:
            raise InvalidInput(field="first")
        return reading()

    monkeypatch.setattr(ladders, "reading", read_if_it_fits)
    monkeypatch.setattr(ladders, "show_wrong", lambda _error: None)
    monkeypatch.setattr(ladders, "show_read", lambda rows: (shown.append(rows), ladders.show_rows(rows)))
    read(qtbot, ladders, 3)
    fits = False
    ladders.once_read(lambda: done.append("asked while it was wrong"))
    fits = True
    read(qtbot, ladders, 4)
    ladders.answers.append(lambda: (late.wait(20), told(5)())[1])
    ladders.once_read(lambda: done.append("asked before it was wrong"))
    fits = False
    ladders.narrow()
    late.set()
    qtbot.waitUntil(background.idle)
    assert [row.steps for row in shown[-1]] == [4], "what was on its way is no answer any more"
    fits = True
    read(qtbot, ladders, 6)
    assert done == []


def test_what_waits_for_the_rows_is_dropped_where_they_cannot_be_read(qtbot: QtBot, ladders: Ladders) -> None:
    def refused() -> tuple[Ladder, ...]:
        raise DatabaseBusy

    done: list[str] = []
    ladders.answers.append(refused)
    ladders.once_read(lambda: done.append("later"))
    qtbot.waitUntil(lambda: ladders.pane.failure is not None)
    read(qtbot, ladders, 6)
    assert done == []
