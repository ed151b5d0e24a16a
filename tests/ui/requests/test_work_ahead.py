"""Who takes in or grants a suspension is told of the jobs that are still to be done, and so is who looks at
them afterwards: else somebody comes to the door with a masked sheet, or nobody comes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.requests.requests import (
    REQUEST_LAWS,
    IdentityCheck,
    NewRequest,
    RequestAnswer,
    RequestKind,
    RequestOutcome,
    RequestWay,
)
from hvacdesk.domain.roles import Role
from hvacdesk.ui.calendar.block import JobBlock
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.requests.answer_form import REFUSED, AnswerForm
from hvacdesk.ui.requests.forms import RequestForm
from hvacdesk.ui.requests.request_dialog import RequestDialog
from hvacdesk.ui.widgets.choices import choose
from hvacdesk.ui.widgets.form_dialog import FormDialog
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import SECRETS, TANAKA, TODAY, FrontDesk, book, open_desk
from tests.helpers.identity_checks import check_identity
from tests.helpers.real_office import RealOffice
from tests.helpers.request_answers import give_answer

TOMORROW = "2026-11-25"
GRANTED = RequestAnswer(RequestOutcome.GRANTED, RequestWay.COUNTER)
STOPS = "nobody can show the masked parts of name, phone and address any more"


@pytest.fixture
def owner(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as opened:
        opened.window.resize(1280, 900)
        yield opened


def tomorrows(desk: FrontDesk) -> tuple[str, str]:
    """A job of tomorrow, and its number; the one of today is cancelled."""
    customer = desk.customer(TANAKA)
    (today,) = desk.office.jobs.of_customer(desk.actor, customer)
    desk.office.jobs.set_state(desk.actor, today.job, JobState.CANCELLED)
    job = book(desk.office, desk.actor, customer, "10:00", "12:00", TOMORROW)
    return job, desk.office.jobs.detail(desk.actor, job).row.number


def asked(desk: FrontDesk, kind: RequestKind = RequestKind.SUSPENSION) -> str:
    requests, actor = desk.office.requests, desk.actor
    request = requests.receive(actor, NewRequest(kind, RequestWay.COUNTER, TODAY, desk.customer(TANAKA)))
    check_identity(requests, actor, request, IdentityCheck.LICENCE)
    return request


def suspend(desk: FrontDesk) -> str:
    give_answer(desk.office.requests, desk.actor, request := asked(desk), GRANTED)
    return request


def request_dialog(desk: FrontDesk, request: str) -> RequestDialog:
    desk.go("safeguards", section="requests", request=request)
    found = desk.dialog()
    assert isinstance(found, RequestDialog)
    return found


def answer_form(desk: FrontDesk, request: str) -> AnswerForm:
    request_dialog(desk, request).answer()
    desk.calm()
    form = desk.dialog()
    assert isinstance(form, AnswerForm)
    return form


def named(text: str, number: str) -> bool:
    """Whether the job is named, and nobody whose it is."""
    return all(one in text for one in (number, "10:00", "名古屋市中区栄")) and not any(
        secret in text for secret in SECRETS
    )


@pytest.mark.parametrize("kind", [RequestKind.SUSPENSION, RequestKind.ERASURE])
def test_whoever_takes_it_in_is_told_while_the_customer_can_be_asked(
    owner: FrontDesk, kind: RequestKind
) -> None:
    _job, number = tomorrows(owner)
    owner.go("safeguards", section="requests")
    form = RequestForm(owner.window.context, owner.customer(TANAKA), "田中 ●●", kind)
    form.open()
    owner.calm()
    assert named(texts_in(form.ahead), number)
    assert (STOPS in texts_in(form.ahead)) is (kind is RequestKind.SUSPENSION)
    choose(form.kind, RequestKind.DISCLOSURE.value)
    owner.calm()
    assert not form.ahead.isVisible()
    form.done(0)


def places(form: FormDialog) -> dict[str, tuple[QPoint, int]]:
    """Where each field begins that can be seen, and how wide it is."""
    return {
        key: (field.mapTo(form, QPoint()), field.width())
        for key, field in form.form.fields.items()
        if field.isVisible()
    }


def test_no_field_goes_away_under_the_mouse_whatever_is_asked_for(owner: FrontDesk) -> None:
    tomorrows(owner)
    owner.go("safeguards", section="requests")
    form = RequestForm(owner.window.context, owner.customer(TANAKA), "田中 ●●")
    form.open()
    owner.calm()
    before, said = places(form), set()
    assert {"kind", "way", "received_on", "asked"} == set(before)
    for kind in RequestKind:
        choose(form.kind, kind.value)
        owner.calm()
        owner.wait(lambda: places(form) == before)
        assert form.ahead.isVisible() is ("see the foot of the form" in form.law.text())
        said.add(form.law.text())
    assert len(said) > len(set(REQUEST_LAWS.values())) - 1
    choose(form.kind, RequestKind.SUSPENSION.value)
    owner.calm()
    assert form.ahead.isVisible()
    assert form.ahead.mapTo(form, QPoint()).y() > before["asked"][0].y()
    form.done(0)


def test_no_field_goes_away_under_the_mouse_whatever_came_of_it(owner: FrontDesk) -> None:
    tomorrows(owner)
    form = answer_form(owner, asked(owner))
    before = places(form)
    assert {"outcome", "ground", "way", "text"} == set(before)
    assert not form.ground.isEnabled()
    choose(form.decision, REFUSED)
    owner.calm()
    owner.wait(lambda: places(form) == before)
    assert form.ground.isEnabled()
    form.ground.setCurrentIndex(1)
    owner.calm()
    owner.wait(lambda: places(form) == before)
    assert "Have a professional confirm it." in form.law.text()
    chosen = form.ground.currentData()
    choose(form.decision, RequestOutcome.GRANTED.value)
    assert (form.ground.currentData(), form.law.text()) == (None, "")
    choose(form.decision, REFUSED)
    assert form.ground.currentData() == chosen
    form.done(0)


@pytest.mark.parametrize("kind", [RequestKind.SUSPENSION, RequestKind.ERASURE])
def test_the_request_names_them_and_leads_to_each(owner: FrontDesk, kind: RequestKind) -> None:
    job, number = tomorrows(owner)
    dialog = request_dialog(owner, asked(owner, kind))
    assert named(texts_in(dialog.ahead), number)
    owner.press(dialog.ahead, "Open")
    page = owner.dialog()
    assert isinstance(page, JobDialog)
    assert page.detail.row.job == job


def test_without_work_ahead_nothing_is_said_nor_asked(owner: FrontDesk) -> None:
    job, _number = tomorrows(owner)
    owner.office.jobs.set_state(owner.actor, job, JobState.DONE)
    form = answer_form(owner, asked(owner))
    assert not form.ahead.isVisible()
    form.save()
    owner.calm()
    assert owner.office.customers.detail(owner.actor, owner.customer(TANAKA)).suspended_on == TODAY


def test_the_answer_names_them_and_asks_before_the_record_is_locked(owner: FrontDesk) -> None:
    _job, number = tomorrows(owner)
    form = answer_form(owner, asked(owner))
    assert named(texts_in(form.ahead), number)
    assert STOPS in texts_in(form.ahead)
    choose(form.decision, REFUSED)
    assert not form.ahead.isVisible()
    choose(form.decision, RequestOutcome.GRANTED.value)
    form.save()
    owner.calm()
    question = owner.dialog()
    assert question is not form
    assert named(texts_in(question), number)
    customer = owner.customer(TANAKA)
    form.text.setFocus()
    owner.press(question, "Back to the answer")
    assert form.focusWidget() is form.decision
    assert owner.office.customers.detail(owner.actor, customer).suspended_on == ""
    form.save()
    owner.calm()
    owner.press(owner.dialog(), "Suspend all the same")
    assert owner.office.customers.detail(owner.actor, customer).suspended_on == TODAY


def test_a_job_booked_while_the_answer_is_open_is_told_before_it_is_locked(owner: FrontDesk) -> None:
    form = answer_form(owner, asked(owner))
    form.text.setPlainText("ご依頼のとおり。")
    job, number = tomorrows(owner)
    form.save()
    owner.calm()
    if owner.dialog() is not form:  # today's job is asked about, which is cancelled by now
        owner.press(owner.dialog(), "Suspend all the same")
        owner.calm()
    again = owner.dialog()
    assert isinstance(again, AnswerForm)
    assert again is not form
    assert named(texts_in(again.ahead), number)
    assert again.text.toPlainText() == "ご依頼のとおり。"
    customer = owner.customer(TANAKA)
    assert owner.office.customers.detail(owner.actor, customer).suspended_on == ""
    assert job in [one.job for one in again._detail.ahead]
    again.done(0)


def test_the_calendar_says_it_on_the_card_and_in_the_month(owner: FrontDesk) -> None:
    job, _number = tomorrows(owner)
    suspend(owner)
    owner.go("schedule", day=TOMORROW)
    (card,) = (one for one in owner.page.calendar.board.blocks if one.placed.block.row.job == job)
    assert isinstance(card, JobBlock)
    assert card.warning == "Use suspended"
    assert "Use suspended" in card.toolTip()
    assert card.accessibleDescription() == "Use suspended"
    assert any("Use suspended" in text for text, _bold, _ink in card._shown_lines())
    owner.page.calendar.show_month()
    owner.calm()
    ((line, _tone),) = owner.page.calendar.sheet.cells[TOMORROW].lines
    assert line.startswith("Use suspended")


def test_a_job_that_is_done_is_no_alarm_in_the_calendar(owner: FrontDesk) -> None:
    job, _number = tomorrows(owner)
    owner.office.jobs.set_state(owner.actor, job, JobState.DONE)
    suspend(owner)
    owner.go("schedule", day=TOMORROW)
    (card,) = (one for one in owner.page.calendar.board.blocks if one.placed.block.row.job == job)
    assert card.warning == ""


def test_the_jobs_page_says_what_it_means_and_what_to_do(owner: FrontDesk) -> None:
    job, _number = tomorrows(owner)
    suspend(owner)
    owner.go("schedule", job=job)
    page = owner.dialog()
    assert isinstance(page, JobDialog)
    told = texts_in(page)
    assert "Use suspended" in told
    assert "nobody gets a work order for it" in told
    page.move_to(JobState.DONE)
    owner.calm()
    for dialog in (owner.dialog(), page):
        dialog.done(0)
    owner.office.jobs.set_state(owner.actor, job, JobState.CANCELLED)
    owner.go("schedule", job=job)
    assert "nobody gets a work order for it" not in texts_in(owner.dialog())


def test_once_it_is_locked_the_request_says_what_is_left_to_do(owner: FrontDesk) -> None:
    _job, number = tomorrows(owner)
    dialog = request_dialog(owner, suspend(owner))
    assert named(texts_in(dialog.ahead), number)
    assert "Finish or cancel each of them, or lift the suspension" in texts_in(dialog.ahead)


CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("place", ["button", "field", "typed", "choice"])
def test_undo_within_the_answer_takes_nothing_back_behind_it(owner: FrontDesk, place: str) -> None:
    """The key belongs to the text that is typed; what was saved before stays as it is, unseen behind."""
    customer = owner.customer(TANAKA)
    version = owner.office.customers.detail(owner.actor, customer).version
    owner.office.customers.change(owner.actor, customer, version, {"note": "別の注意"})
    assert owner.office.edits.possible(owner.actor)
    form = answer_form(owner, asked(owner, RequestKind.PROVISION_STOP))
    widget = {"button": form.primary, "choice": form.way}.get(place, form.text)
    assert widget is not None
    if place == "typed":
        form.text.insertPlainText("書きかけ")
    widget.setFocus()
    owner.wait(widget.hasFocus)
    owner.key(widget, Qt.Key.Key_Z, CTRL)
    assert form.text.toPlainText() == ""
    assert owner.dialog() is form
    assert owner.office.edits.possible(owner.actor)
    note = owner.office.customers.record_for_edit(owner.actor, customer)
    assert note.version == owner.office.customers.detail(owner.actor, customer).version
    form.done(0)
