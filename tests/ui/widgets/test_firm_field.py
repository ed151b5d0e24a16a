"""A firm's name that is typed into a form: the register's spelling, what it doubts, and what it asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.partners.partners import FirmFacts
from hvacdesk.domain.roles import Role
from hvacdesk.ui.jobs.form import JobForm
from hvacdesk.ui.jobs.opening import edit_job
from hvacdesk.ui.partners.handover_forms import HandoverForm
from hvacdesk.ui.widgets.dialog import Dialog
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TANAKA, FrontDesk, open_desk, type_in
from tests.helpers.real_office import RealOffice

FIRM = "例示電気工事株式会社"
OTHER = "株式会社例示電気工業"
CLIENT = "見本住宅株式会社"
BOTH = FirmFacts(CLIENT, client=True)
KINDS = {"partner_firm": FIRM, "client_contractor": CLIENT}
PARTS = {"partner_firm": "例示電気", "client_contractor": "見本"}


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as opened:
        for facts in (FirmFacts(FIRM), BOTH):
            opened.office.partners.register(opened.actor, facts)
        yield opened


def job_form(desk: FrontDesk) -> JobForm:
    (row,) = desk.office.jobs.of_customer(desk.actor, desk.customer(TANAKA))
    edit_job(desk.window.context, row.job)
    desk.calm()
    form = desk.dialog()
    assert isinstance(form, JobForm)
    return form


def leave(desk: FrontDesk, edit: QLineEdit, typed: str) -> None:
    edit.setFocus()
    edit.selectAll()
    type_in(edit, typed)
    rows = edit.completer().popup()  # takes the keys while it is open
    desk.key(rows if rows.isVisible() else edit, Qt.Key.Key_Tab)
    assert not rows.isVisible()


def saved(desk: FrontDesk, key: str) -> str:
    (row,) = desk.office.jobs.of_customer(desk.actor, desk.customer(TANAKA))
    return str(getattr(desk.office.jobs.record_for_edit(desk.actor, row.job), key))


def asked(desk: FrontDesk) -> Dialog:
    question = desk.dialog()
    assert type(question) is Dialog
    return question


@pytest.mark.parametrize("key", KINDS)
def test_the_name_that_is_meant_is_the_first_answer(desk: FrontDesk, key: str) -> None:
    form, firm = job_form(desk), KINDS[key]
    leave(desk, form.edits[key], PARTS[key])
    assert f"This firm is not registered. A name like it: {firm}." in texts_in(form.form.fields[key])
    desk.click(form.primary)
    question = asked(desk)
    assert question.primary.text() == firm
    desk.key(question.focusWidget(), Qt.Key.Key_Return)
    desk.wait(lambda: not form.isVisible())
    assert saved(desk, key) == firm


@pytest.mark.parametrize("key", KINDS)
def test_it_is_asked_once_and_saved_as_typed(desk: FrontDesk, key: str) -> None:
    form = job_form(desk)
    leave(desk, form.edits[key], PARTS[key])
    type_in(form.edits["amount_to_collect"], "many")
    desk.click(form.primary)
    assert form.form.fields["amount_to_collect"].error.text()
    form.edits["amount_to_collect"].selectAll()
    type_in(form.edits["amount_to_collect"], "12,800")
    desk.click(form.primary)
    desk.press(asked(desk), "Save as typed")
    desk.wait(lambda: not form.isVisible())
    assert saved(desk, key) == PARTS[key]
    again = job_form(desk)
    assert "This firm is not registered." in texts_in(again.form.fields[key])
    type_in(again.prose["note"], "x")
    desk.click(again.primary)
    desk.wait(lambda: not again.isVisible())


def leave_by_escape(desk: FrontDesk, rows: QWidget) -> None:
    desk.key(rows, Qt.Key.Key_Escape)


def leave_by_press(_desk: FrontDesk, rows: QWidget) -> None:
    QTest.mouseClick(rows, Qt.MouseButton.LeftButton, pos=rows.rect().bottomRight() + QPoint(60, 60))


@pytest.mark.parametrize("leave_list", [leave_by_escape, leave_by_press])
def test_a_list_that_was_only_looked_through_names_nobody(
    desk: FrontDesk, leave_list: Callable[[FrontDesk, QWidget], None]
) -> None:
    edit = job_form(desk).edits["partner_firm"]
    edit.setFocus()
    desk.key(edit, Qt.Key.Key_Down)
    rows = edit.completer().popup()
    desk.key(rows, Qt.Key.Key_Down)
    assert edit.text() == FIRM, "while the list is open it shows what would be taken"
    leave_list(desk, rows)
    assert not rows.isVisible()
    assert edit.text() == ""


def by_escape(desk: FrontDesk, question: Dialog) -> None:
    desk.key(question, Qt.Key.Key_Escape)


def by_button(desk: FrontDesk, question: Dialog) -> None:
    desk.press(question, "Back to the form")


@pytest.mark.parametrize("go_back", [by_escape, by_button])
def test_the_way_back_leaves_the_form_as_it_was_and_the_question_comes_again(
    desk: FrontDesk, go_back: Callable[[FrontDesk, Dialog], None]
) -> None:
    form = job_form(desk)
    desk.office.partners.register(desk.actor, FirmFacts(OTHER))
    form.done(0)
    form = job_form(desk)
    leave(desk, form.edits["partner_firm"], "例示電気")
    for _time in range(2):
        desk.click(form.primary)
        question = asked(desk)
        assert OTHER in texts_in(question)
        assert FIRM in texts_in(question)
        go_back(desk, question)
        assert form.isVisible()
        assert form.edits["partner_firm"].text() == "例示電気"
        assert form.focusWidget() is form.edits["partner_firm"], "what was asked about is typed next"
    assert saved(desk, "partner_firm") == ""


@pytest.mark.parametrize("typed", ["㈱例示電気工事", "例示 電気工事", "例示電気工事"])
@pytest.mark.parametrize("leaves", [True, False], ids=["left", "saved at once"])
def test_another_spelling_becomes_the_registers(desk: FrontDesk, typed: str, leaves: bool) -> None:
    form = job_form(desk)
    edit = form.edits["partner_firm"]
    if leaves:
        leave(desk, edit, typed)
        assert edit.text() == FIRM
        assert not form.partner.note.isVisible()
    else:
        edit.setFocus()
        type_in(edit, typed)
    form.save()
    desk.wait(lambda: not form.isVisible())
    assert saved(desk, "partner_firm") == FIRM


def test_a_name_like_none_is_not_registered_and_not_asked_about(desk: FrontDesk) -> None:
    form = job_form(desk)
    leave(desk, form.edits["partner_firm"], "試作配管")
    assert form.partner.note.text() == "This firm is not registered."
    assert form.partner.note.isVisible()
    desk.click(form.primary)
    desk.wait(lambda: not form.isVisible())
    assert saved(desk, "partner_firm") == "試作配管"


def test_a_name_that_a_job_used_is_asked_about_too(desk: FrontDesk) -> None:
    (row,) = desk.office.jobs.of_customer(desk.actor, desk.customer(TANAKA))
    record = desk.office.jobs.record_for_edit(desk.actor, row.job)
    version = desk.office.jobs.detail(desk.actor, row.job).version
    desk.office.jobs.change(desk.actor, row.job, version, replace(record, partner_firm="試作配管工業"))
    form = job_form(desk)
    leave(desk, form.edits["partner_firm"], "試作配管")
    desk.click(form.primary)
    assert asked(desk).primary.text() == "試作配管工業"


@pytest.mark.parametrize("typed", ["例示電気工事御中", "例示電気工事　様"])
def test_a_form_of_address_is_taken_off(desk: FrontDesk, typed: str) -> None:
    form = job_form(desk)
    leave(desk, form.edits["partner_firm"], typed)
    assert form.edits["partner_firm"].text() == FIRM
    form.done(0)


def test_another_legal_form_is_asked_about(desk: FrontDesk) -> None:
    form = job_form(desk)
    leave(desk, form.edits["partner_firm"], "有限会社例示電気工事")
    assert form.edits["partner_firm"].text() == "有限会社例示電気工事"
    assert form.partner.note.text() == f"The register has another legal form: {FIRM}."
    desk.click(form.primary)
    question = asked(desk)
    assert question.primary.text() == FIRM
    assert "contract and checks are those of" in texts_in(question)
    desk.press(question, "Save as typed")
    desk.wait(lambda: not form.isVisible())
    assert saved(desk, "partner_firm") == "有限会社例示電気工事"


def test_a_branch_of_a_registered_firm_is_asked_about(desk: FrontDesk) -> None:
    form = job_form(desk)
    leave(desk, form.edits["partner_firm"], "例示電気工事 名古屋支店")
    assert form.partner.note.text() == f"This firm is not registered. A name like it: {FIRM}."
    desk.click(form.primary)
    assert asked(desk).primary.text() == FIRM
    desk.key(asked(desk), Qt.Key.Key_Escape)
    form.done(0)


def test_a_firm_that_is_not_worked_with_now_is_named_as_such(desk: FrontDesk) -> None:
    ended = "試作空調株式会社"
    desk.office.partners.register(desk.actor, FirmFacts(ended, active=False))
    form = job_form(desk)
    edit = form.edits["partner_firm"]
    leave(desk, edit, "試作空")
    like = f"{ended} (not worked with now)"
    assert form.partner.note.text() == f"This firm is not registered. A name like it: {like}."
    desk.click(form.primary)
    question = asked(desk)
    assert f"We do not work with “{ended}” now." in texts_in(question)
    desk.key(question, Qt.Key.Key_Escape)
    form.done(0)
    form = job_form(desk)
    edit = form.edits["partner_firm"]
    leave(desk, edit, "試作空調")
    assert edit.text() == ended
    assert form.partner.note.text() == "We do not work with this firm now."
    assert form.partner.note.isVisible()
    form.done(0)


def test_a_hand_over_is_asked_about_as_well(desk: FrontDesk) -> None:
    form = HandoverForm(desk.window.context)
    form.open()
    desk.calm()
    firm = form.controls["firm"]
    assert isinstance(firm, QLineEdit)
    leave(desk, firm, "例示電気")
    assert form.firm_field.note.isVisible()
    desk.click(form.primary)
    assert asked(desk).primary.text() == FIRM
    desk.key(asked(desk), Qt.Key.Key_Escape)
    form.done(0)


def press_down(edit: QLineEdit) -> None:
    QTest.keyClick(edit, Qt.Key.Key_Down)


def click(edit: QLineEdit) -> None:
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("way", [press_down, click])
def test_the_empty_field_shows_the_registered_firms(
    desk: FrontDesk, way: Callable[[QLineEdit], None]
) -> None:
    form = job_form(desk)
    edit = form.edits["client_contractor"]
    assert "choose" in edit.placeholderText()
    edit.setFocus()
    way(edit)
    rows = edit.completer().popup()
    desk.wait(rows.isVisible)
    assert [rows.model().index(at, 0).data() for at in range(rows.model().rowCount())] == [CLIENT]
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert edit.text() == CLIENT
    rows.hide()
    way(edit)
    assert rows.isVisible() is (way is press_down)
    rows.hide()
