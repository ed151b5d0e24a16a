"""A window is left while the office PC is away: what was typed is not lost without a question."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from hvacdesk.domain.roles import Role
from hvacdesk.seats.calls import NoAnswer
from hvacdesk.ui.pages.settings_office import OfficeTab
from hvacdesk.ui.shell.draft_offer import LosingQuestion
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, type_in
from tests.helpers.two_pcs import TwoPcs, press

ASKED = "Leave and lose what you typed?"


@pytest.fixture
def left(desk: FrontDesk) -> list[str]:
    told: list[str] = []
    desk.window.closed.connect(lambda: told.append("closed"))
    desk.window.switch_wanted.connect(lambda: told.append("switched"))
    return told


def typing_while_away(desk: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.go("customers", new="yes")
    type_in(desk.dialog().name.parts["family"], "山田")
    away(desk, monkeypatch)


def away(desk: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_what: object) -> None:
        raise NoAnswer

    monkeypatch.setattr(desk.office.drafts, "keep", nobody)
    monkeypatch.setattr(desk.window._columns, "save_now", nobody)


def leave(desk: FrontDesk, way: str) -> None:
    if way == "close":
        desk.window.close()
    else:
        desk.window.switch_user()


@pytest.mark.parametrize(("way", "gone"), [("close", "closed"), ("switch", "switched")])
def test_what_cannot_be_stored_is_lost_after_a_question_alone(
    desk: FrontDesk, left: list[str], monkeypatch: pytest.MonkeyPatch, way: str, gone: str
) -> None:
    typing_while_away(desk, monkeypatch)
    form = desk.dialog()
    leave(desk, way)
    question = desk.dialog()
    assert ASKED in texts_in(question)
    assert "The office PC does not answer." in texts_in(question)
    desk.press(question, "Stay")
    assert left == []
    assert desk.window.isVisible()
    assert form.isVisible()
    assert form.name.parts["family"].text() == "山田"
    leave(desk, way)
    desk.press(desk.dialog(), "Leave and lose it")
    assert left == [gone]


def test_it_is_asked_once_however_often_somebody_closes(
    desk: FrontDesk, left: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typing_while_away(desk, monkeypatch)
    desk.window.close()
    desk.window.close()
    shown = [one for one in desk.window.findChildren(LosingQuestion) if one.isVisible()]
    assert len(shown) == 1
    assert left == []


def test_it_is_asked_over_a_locked_desk_too(
    desk: FrontDesk, left: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typing_while_away(desk, monkeypatch)
    desk.window.lock()
    desk.calm()
    desk.window.close()
    assert left == []
    assert ASKED in texts_in(desk.dialog())
    desk.press(desk.dialog(), "Stay")
    assert desk.window.locked


@pytest.mark.parametrize("typed", ["nothing", "stored"])
def test_where_nothing_is_lost_nothing_is_asked(
    desk: FrontDesk, left: list[str], monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    if typed == "stored":
        desk.go("customers", new="yes")
        type_in(desk.dialog().name.parts["family"], "山田")
        desk.window.drafts.keep_all()
    away(desk, monkeypatch)
    desk.window.close()
    assert not any(isinstance(one, LosingQuestion) for one in desk.window.findChildren(QDialog))
    assert left == ["closed"]


def test_the_window_of_a_seat_stays_until_somebody_agrees(pcs: TwoPcs, qtbot: QtBot) -> None:
    pcs.join()
    pcs.log_in(pcs.seat, Role.OWNER)
    window = pcs.seat.window
    assert window is not None
    window.navigate("settings", tab="office")
    pcs.calm()
    tab = window.findChild(OfficeTab)
    assert tab is not None
    window.drafts.stop()
    pcs.cut()
    life = pcs.seat._life
    assert life is not None
    pcs.wait(lambda: life.away)
    line = next(one for one in tab.form.findChildren(QLineEdit) if one.isVisible() and one.text())
    type_in(line, "新しい値")
    pcs.wait(lambda: "Once it does you can go on here." in texts_in(window))
    assert not window.close()
    pcs.wait(lambda: [one for one in window.findChildren(LosingQuestion) if one.isVisible()])
    assert pcs.seat.window is window
    (question,) = (one for one in window.findChildren(LosingQuestion) if one.isVisible())
    press(question, "Leave and lose it")
    pcs.wait(lambda: pcs.seat.window is None)
    pcs.mend()
