"""What is not shown is not there: nothing of customers can be read out of a covered desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hvacdesk.ui.calls.form import CallNoteForm
from hvacdesk.ui.customers.form import CustomerForm
from tests.helpers.front_desk import (
    TANAKA,
    FrontDesk,
    build_front_desk,
    open_desk,
    type_in,
)
from tests.helpers.real_office import RealOffice
from tests.helpers.said import said
from tests.helpers.secret_service import SecretService

PHONE = TANAKA.phones[0].number
CALLER, NUMBER, TOLD = "聞取 正子", "052-999-8877", "雨漏りのような音がするとのこと"
HALF_TYPED = "書きかけ"
REVEALED = ("8765", "3丁目41-7")
TRACES = (
    *("田中", "タナカ", "美沙緒", "健一郎", "青葉商店", "アオバ", "鈴木"),
    *("8765", "5678", "5610", "5601", "栄", "3丁目41-7", "上志段味", "唐山町", "裏口", "misao@"),
    *(CALLER, NUMBER, TOLD, HALF_TYPED),
)
Cover = Callable[[FrontDesk], object]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> RealOffice:
    return build_front_desk(tmp_path_factory.mktemp("covered") / "office")


@pytest.fixture
def desk(office: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(office, tmp_path / "office", qtbot) as opened:
        yield opened


def lock(desk: FrontDesk) -> None:
    desk.window.lock()


def curtain(desk: FrontDesk) -> None:
    desk.window.draw_curtain()


def look_around(desk: FrontDesk) -> None:
    """Every page is opened, a customer is shown, a call is noted, and a form is left half typed."""
    for page in ("today", "customers", "calls", "schedule", "work_orders"):
        desk.go(page)
    desk.go("customers", customer=desk.customer(TANAKA))
    desk.key(desk.page, Qt.Key.Key_F6)
    desk.wait(lambda: PHONE in said())
    desk.key(desk.window, Qt.Key.Key_F2)
    call = desk.dialog()
    assert isinstance(call, CallNoteForm)
    assert call.caller is not None
    desk.press(call, "Not this customer")
    for field, text in ((call.caller.name, CALLER), (call.caller.phone, NUMBER), (call.text, TOLD)):
        type_in(field, text)
    desk.key(call, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: not call.isVisible())
    desk.calm()
    desk.page.new_customer()
    form = desk.dialog()
    assert isinstance(form, CustomerForm)
    type_in(form.name.parts["family"], HALF_TYPED)


def traces() -> list[str]:
    text = said()
    return [trace for trace in TRACES if trace in text]


@pytest.mark.parametrize("cover", [lock, curtain])
def test_nothing_can_be_read_out_of_a_covered_desk(desk: FrontDesk, cover: Cover) -> None:
    look_around(desk)
    seen = traces()
    assert {"田中", "5678"} <= set(seen), "the reader hears the desk while it is open"
    cover(desk)
    desk.calm()
    assert traces() == []
    desk.window.uncover()
    desk.calm()
    form = desk.dialog()
    assert isinstance(form, CustomerForm)
    assert form.name.parts["family"].selectedText() == "", "the next letter does not replace what is there"
    assert set(traces()) == set(seen) - set(REVEALED), "the desk is back, and what was shown is hidden"


def test_a_closed_dialog_keeps_nothing(desk: FrontDesk) -> None:
    look_around(desk)
    assert [trace for trace in (CALLER, NUMBER, TOLD) if trace in said()] == []
