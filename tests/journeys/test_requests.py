"""A customer at the counter asks what is held about them, and another wants the use of their data stopped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from hvacdesk.domain.exchange.outside_lists import ListMethod
from hvacdesk.domain.requests.purposes_notice import NoticeWay, first_texts
from hvacdesk.domain.requests.requests import IdentityCheck, RequestKind, RequestOutcome, RequestState
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.requests.disclosure import DisclosureForm
from hvacdesk.ui.customers.panel import CustomerPanel
from hvacdesk.ui.exchange.outside_dialog import ListDestroyedDialog, list_sentence
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.papers.day_list import DayList
from hvacdesk.ui.printing.preview import PreviewDialog
from hvacdesk.ui.requests.answer_form import AnswerForm
from hvacdesk.ui.requests.disclose_dialog import DisclosureDialog
from hvacdesk.ui.requests.forms import IdentityForm, RequestForm
from hvacdesk.ui.requests.openness_tab import OpennessTab
from hvacdesk.ui.requests.request_dialog import RequestDialog
from hvacdesk.ui.widgets.choices import choose
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import (
    SECRETS,
    TANAKA,
    TODAY,
    FrontDesk,
    build_front_desk,
    open_desk,
    type_in,
)
from tests.helpers.paper import read_text
from tests.helpers.secret_service import SecretService
from tests.helpers.systems import for_owner_alone

CTRL = Qt.KeyboardModifier.ControlModifier
TWO_WEEKS_ON = date(2026, 12, 8)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, secret_service: SecretService) -> Iterator[FrontDesk]:
    assert secret_service.is_open()
    template = build_front_desk(tmp_path / "template" / "office")
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as opened:
        yield opened


def panel(desk: FrontDesk) -> CustomerPanel:
    desk.go("customers", customer=desk.customer(TANAKA))
    desk.wait(lambda: desk.page.panel is not None)
    desk.calm()
    found = desk.page.panel
    assert isinstance(found, CustomerPanel)
    return found


def rights(desk: FrontDesk) -> OpennessTab:
    """The customer's own page in the panel."""
    shown = panel(desk)
    tab = next(one for one in shown.tabs.findChildren(QPushButton) if one.text() == "Data")
    desk.click(tab)
    (found,) = shown.findChildren(OpennessTab)
    desk.wait(lambda: found.shown is not None)
    return found


def save(desk: FrontDesk, form: RequestForm | IdentityForm | AnswerForm) -> None:
    desk.key(form, Qt.Key.Key_S, CTRL)
    desk.wait(lambda: not form.isVisible())
    desk.calm()


def request_dialog(desk: FrontDesk) -> RequestDialog:
    found = desk.dialog()
    assert isinstance(found, RequestDialog)
    return found


def entered(desk: FrontDesk, kind: RequestKind) -> RequestDialog:
    """Enter a request from the customer's page, and check who asks."""
    desk.click(rights(desk).buttons["request"])
    form = desk.dialog()
    assert isinstance(form, RequestForm)
    choose(form.kind, kind.value)
    type_in(form.asked, "去年の工事の記録も")
    save(desk, form)
    received = request_dialog(desk)
    assert "8 Dec 2026" in texts_in(received)
    assert received.primary is not None
    desk.click(received.primary)
    check = desk.dialog()
    assert isinstance(check, IdentityForm)
    choose(check.identity, IdentityCheck.LICENCE.value)
    save(desk, check)
    return request_dialog(desk)


def answered(desk: FrontDesk, dialog: RequestDialog) -> RequestDialog:
    """Answer as asked."""
    assert dialog.primary is not None
    desk.click(dialog.primary)
    form = desk.dialog()
    assert isinstance(form, AnswerForm)
    choose(form.decision, RequestOutcome.GRANTED.value)
    if form.ahead.isVisible():
        desk.key(form, Qt.Key.Key_S, CTRL)
        desk.press(desk.dialog(), "Suspend all the same")
        desk.wait(lambda: not form.isVisible())
        desk.calm()
    else:
        save(desk, form)
    return request_dialog(desk)


def disclosed(desk: FrontDesk, dialog: RequestDialog, form: DisclosureForm, path: Path) -> None:
    desk.click(dialog.acts["disclose"])
    asking = desk.dialog()
    assert isinstance(asking, DisclosureDialog)
    choose(asking.kind, form.value)
    desk.click(asking.save_button)
    chooser = desk.dialog()
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(path))
    chooser.reject()
    desk.wait(path.exists)
    desk.calm()


def test_a_customer_at_the_counter_gets_everything_within_the_two_weeks(
    desk: FrontDesk, tmp_path: Path
) -> None:
    office, actor = desk.office, desk.actor
    office.notices.write(actor, first_texts(english), shown=0)
    office.notices.give(actor, desk.customer(TANAKA), NoticeWay.PAPER)
    dialog = entered(desk, RequestKind.DISCLOSURE)
    (duty,) = [duty for duty in office.duties.all(actor) if duty.about == dialog.row.number]
    assert duty.due == TWO_WEEKS_ON
    pdf, data = tmp_path / "told.pdf", tmp_path / "told.json"
    disclosed(desk, dialog, DisclosureForm.PDF, pdf)
    disclosed(desk, request_dialog(desk), DisclosureForm.JSON, data)
    text = read_text(pdf)
    told = json.loads(data.read_text(encoding="utf-8"))
    for secret in (TANAKA.name.given, TANAKA.phones[0].number, TANAKA.address.street, TANAKA.note):
        assert secret in text
        assert secret in data.read_text(encoding="utf-8")
    assert [one["way"] for one in told["notices"]] == ["paper"]
    assert actor.name in {one["who"] for one in told["seen"]}
    assert for_owner_alone(pdf)
    assert for_owner_alone(data)

    done = answered(desk, request_dialog(desk))
    assert done.row.state is RequestState.ANSWERED
    desk.click(done.acts["letter"])
    preview = desk.dialog()
    assert isinstance(preview, PreviewDialog)
    preview.reject()
    desk.calm()
    letter = read_text(office.requests.letter(actor, done.row.request, english))
    assert TANAKA.name.given in letter
    assert "Driving licence" in letter
    done.reject()
    desk.calm()
    assert office.requests.waiting(actor) == 0
    assert not [duty for duty in office.duties.all(actor) if duty.about == dialog.row.number]

    desk.go("today")
    for _file in ("pdf", "json"):
        first = office.outside_lists.out(actor)[0]
        desk.press(desk.window, list_sentence(desk.window.context, first))
        outside = desk.dialog()
        assert isinstance(outside, ListDestroyedDialog)
        choose(outside.method, ListMethod.HANDED_OVER.value)
        desk.click(outside.confirm_button)
        desk.wait(lambda shown=outside: not shown.isVisible())
        desk.calm()
    assert office.outside_lists.out(actor) == ()


def test_a_suspended_customer_is_masked_everywhere_until_it_is_lifted(desk: FrontDesk) -> None:
    office, actor = desk.office, desk.actor
    customer = desk.customer(TANAKA)
    done = answered(desk, entered(desk, RequestKind.SUSPENSION))
    assert done.row.in_force
    done.reject()
    desk.calm()

    shown = panel(desk)
    assert shown.detail.suspended_on == TODAY
    assert shown.suspended_chip.text == "Use suspended"
    assert not shown.edit_button.isVisible()
    assert not shown.print_button.isVisible()
    assert shown.contact.both is None
    desk.go("today")
    assert [secret for secret in SECRETS if secret in texts_in(desk.window)] == []
    desk.go("work_orders")
    (list_,) = desk.window.findChildren(DayList)
    jobs = {row.job for row in office.jobs.day(actor, office.today()) if not row.suspended}
    assert set(list_.chosen()) == jobs
    assert len(jobs) == 1
    (locked,) = (row.job for row in office.jobs.day(actor, office.today()) if row.suspended)
    desk.go("schedule", job=locked, results="yes")
    job = desk.dialog()
    assert isinstance(job, JobDialog)
    assert job.tabs.stack.count() == 1
    for hidden in (job.results, job.estimates):
        assert (hidden.window(), hidden.isVisible()) == (job, False), "it is freed with the dialog"
    assert not any(act.isVisible() for act in (job._edit, job._print, job._others))
    assert [secret for secret in SECRETS if secret in texts_in(job)] == []
    job.reject()
    desk.calm()

    desk.click(rights(desk).buttons[done.row.request])
    desk.click(request_dialog(desk).acts["lift"])
    lifted = request_dialog(desk)
    assert lifted.row.lifted_on == TODAY
    lifted.reject()
    desk.calm()
    assert not office.customers.detail(actor, customer).suspended_on
    assert panel(desk).edit_button.isVisible()
