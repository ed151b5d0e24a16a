"""What is being saved cannot be thrown away: a form stays until it is known what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.roles import Role
from hvacdesk.seats.calls import NotReached
from hvacdesk.services.open_office import Office
from hvacdesk.ui.billing.issuing_form import IssuingForm
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.papers.cabinets import CabinetsDialog
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form_dialog import FormDialog
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, open_desk, type_in
from tests.helpers.real_office import RealOffice

UNDER_WAY = "This is under way and may be saved already."
ASKED = "Throw away what you typed?"


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot) as one:
        yield one


@pytest.fixture
def form(desk: FrontDesk) -> CustomerForm:
    desk.go("customers", new="yes")
    opened = desk.dialog()
    assert isinstance(opened, CustomerForm)
    type_in(opened.name.parts["family"], "没田")
    type_in(opened.name.parts["given"], "太郎")
    desk.calm()
    return opened


class Held:
    """A method of the office that waits until it is let go; then it fails, or does what it does."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str) -> None:
        self.let_go, self.begun = Event(), Event()
        self.fails: Exception | None = None
        done = getattr(owner, name)

        def held(*what: object, **more: object) -> object:
            self.begun.set()
            assert self.let_go.wait(60)
            if self.fails is not None:
                raise self.fails
            return done(*what, **more)

        monkeypatch.setattr(owner, name, held)


@pytest.fixture
def adding(desk: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> Held:
    return Held(monkeypatch, desk.office.customers, "add")


def save(desk: FrontDesk, form: FormDialog, held: Held) -> None:
    form.save()
    desk.wait(held.begun.is_set)


def pressable(form: Dialog) -> list[str]:
    return [one.text() for one in form.own_buttons() if one.isEnabled()]


WAYS: dict[str, Callable[[QtBot, FormDialog], object]] = {
    "Esc": lambda qtbot, form: qtbot.keyClick(form, Qt.Key.Key_Escape),
    "its cross": lambda _qtbot, form: form.close(),
    "Cancel": lambda _qtbot, form: form.way_back is not None and form.way_back.click(),
}


@pytest.mark.parametrize("way", WAYS)
def test_it_stays_until_it_is_saved(
    desk: FrontDesk, form: CustomerForm, adding: Held, qtbot: QtBot, way: str
) -> None:
    save(desk, form, adding)
    assert pressable(form) == []
    WAYS[way](qtbot, form)
    assert form.isVisible()
    assert desk.dialog() is form, "a question whether to throw away what is sent already"
    assert way == "Cancel" or UNDER_WAY in texts_in(form)
    adding.let_go.set()
    desk.calm()
    assert not form.isVisible()
    assert "Saved." in texts_in(desk.window)


def test_what_was_not_saved_can_be_thrown_away_then(
    desk: FrontDesk, form: CustomerForm, adding: Held, qtbot: QtBot
) -> None:
    save(desk, form, adding)
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    adding.fails = NotReached()
    adding.let_go.set()
    desk.calm()
    assert form.isVisible()
    assert UNDER_WAY not in texts_in(form)
    assert pressable(form)
    form.reject()
    question = desk.dialog()
    assert question.windowTitle() == ASKED
    desk.press(question, "Throw away")
    assert not form.isVisible()
    assert desk.office.customers.search(desk.actor, "没田").rows == ()


def test_a_second_save_waits_for_the_first(
    desk: FrontDesk, form: CustomerForm, adding: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(desk, form, adding)
    form.save_and_go_on()
    form.save()
    adding.let_go.set()
    desk.calm()
    assert len(desk.office.customers.search(desk.actor, "没田").rows) == 1


def test_the_window_is_not_left_meanwhile(desk: FrontDesk, form: CustomerForm, adding: Held) -> None:
    """The draft would be offered as if it were still to be saved."""
    left: list[str] = []
    desk.window.switch_wanted.connect(lambda: left.append("left"))
    save(desk, form, adding)
    desk.window.switch_user()
    told = desk.dialog()
    assert "What came of saving is not known yet." in texts_in(told)
    assert not left
    adding.let_go.set()
    desk.calm()
    desk.wait(lambda: not told.isVisible())
    assert desk.office.drafts.list(desk.actor) == ()


@pytest.mark.parametrize("why", [RecordGone(), "saved"], ids=["gone", "saved"])
def test_a_question_goes_with_the_form_it_is_about(
    desk: FrontDesk, form: CustomerForm, why: RecordGone | str
) -> None:
    form.reject()
    question = desk.dialog()
    assert question.windowTitle() == ASKED
    if isinstance(why, RecordGone):
        form.draft._end(why)
    else:
        form.accept()
    assert not form.isVisible()
    assert not question.isVisible()


def test_a_line_of_a_dialog_that_stays_open_is_kept_as_well(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dialog = CabinetsDialog(desk.window.context)
    dialog.open()
    desk.calm()
    held = Held(monkeypatch, desk.office.papers.cabinets, "save")
    type_in(dialog.name, "書庫")
    dialog.save()
    desk.wait(held.begun.is_set)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert desk.dialog() is dialog
    assert UNDER_WAY in texts_in(dialog)
    held.let_go.set()
    desk.calm()
    assert UNDER_WAY not in texts_in(dialog)


def test_a_page_that_is_drawn_to_be_issued_is_asked_for_once(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn, let_go = Event(), Event()
    shown: list[object] = []

    class Draft(IssuingForm):
        def record(self) -> str:
            return "record"

        def drawing(self, record: object) -> Callable[[], object]:
            def draw() -> str:
                drawn.set()
                assert let_go.wait(60)
                return "page"

            return draw

        def ask_issue(self, record: object, drawn: object) -> None:
            shown.append(drawn)

    form = Draft(desk.window.context, "Draft")
    issue = form.add_secondary("Save and issue", form.save_and_issue)
    form.open()
    issue.click()
    desk.wait(drawn.is_set)
    assert not [one.text() for one in form.findChildren(QPushButton) if one.isVisible() and one.isEnabled()]
    issue.click()
    form.save()
    form.reject()
    assert form.isVisible()
    let_go.set()
    desk.calm()
    assert shown == ["page"]
    form.reject()


def test_what_is_typed_meanwhile_comes_into_no_field(
    desk: FrontDesk, form: CustomerForm, adding: Held, qtbot: QtBot
) -> None:
    """It would be in no record, and gone with the form and its draft."""
    note = form.name.parts["given"]
    save(desk, form, adding)
    type_in(note, "追記")
    qtbot.keyClicks(note, "abc")
    assert note.text() == "太郎"
    adding.fails = NotReached()
    adding.let_go.set()
    desk.calm()
    type_in(note, "丸")
    assert note.text() == "太郎丸"


@pytest.mark.parametrize(
    ("tab", "key", "saved_by"),
    [
        ("layout_of_papers", "fax", lambda office: (office.layout, "change")),
        ("office", "phone", lambda office: (office.settings, "change_facts")),
    ],
    ids=["layout of papers", "office"],
)
def test_a_page_of_the_settings_takes_nothing_while_it_saves(
    template: RealOffice,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tab: str,
    key: str,
    saved_by: Callable[[Office], tuple[object, str]],
) -> None:
    with open_desk(template, tmp_path / "owners", qtbot, Role.OWNER) as owner:
        owner.go("settings", tab=tab)
        page = owner.page.tabs.content(tab)
        held = Held(monkeypatch, *saved_by(owner.office))
        line = page.form.fields[key].control
        line.setText("052-111-2222")
        page.save()
        owner.wait(held.begun.is_set)
        type_in(line, "9")
        assert line.text() == "052-111-2222"
        held.let_go.set()
        owner.calm()
        assert page.save_button.isEnabled()
        type_in(line, "9")
        assert line.text() == "052-111-22229"
