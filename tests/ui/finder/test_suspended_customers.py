"""Whoever chooses a customer sees whose use is suspended, and arranges no work for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hvacdesk.domain.customers.customers import CustomerRow
from hvacdesk.domain.jobs.jobs import Party
from hvacdesk.domain.requests.requests import (
    IdentityCheck,
    NewRequest,
    RequestAnswer,
    RequestKind,
    RequestOutcome,
    RequestWay,
)
from hvacdesk.domain.roles import Role
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.jobs.form import JobForm
from hvacdesk.ui.jobs.opening import open_booking
from hvacdesk.ui.widgets.errors import ErrorDialog
from tests.helpers.front_desk import SHOP, TANAKA, TODAY, FrontDesk, open_desk, type_in
from tests.helpers.identity_checks import check_identity
from tests.helpers.real_office import RealOffice
from tests.helpers.request_answers import give_answer

GRANTED = RequestAnswer(RequestOutcome.GRANTED, RequestWay.COUNTER)
REASON = "The use of this customer's data is suspended."


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as opened:
        requests, actor = opened.office.requests, opened.actor
        new = NewRequest(RequestKind.SUSPENSION, RequestWay.COUNTER, TODAY, opened.customer(TANAKA))
        request = requests.receive(actor, new)
        check_identity(requests, actor, request, IdentityCheck.LICENCE)
        give_answer(requests, actor, request, GRANTED)
        yield opened


def open_finder(desk: FrontDesk, where: str) -> CustomerFinder:
    if where == "a party":
        desk.go("customers", customer=desk.customer(SHOP))
        desk.click(desk.page.panel.job_button)
        form = desk.dialog()
        assert isinstance(form, JobForm)
        form.parties.choose(Party.PAYER)
    else:
        desk.go("schedule")
        if where == "a job":
            desk.page.book()
        else:
            desk.go("schedule", plans="yes")
            desk.page.plans.new()
    desk.calm()
    finder = desk.dialog()
    assert isinstance(finder, CustomerFinder)
    return finder


@pytest.mark.parametrize("where", ["a job", "a party", "recurring work"])
def test_a_suspended_customer_is_marked_and_refused_where_work_is_arranged(
    desk: FrontDesk, where: str
) -> None:
    finder = open_finder(desk, where)
    chosen: list[CustomerRow] = []
    finder.chosen.connect(chosen.append)
    type_in(finder.search, "5678")
    desk.wait(lambda: len(finder.table.rows()) == 1)
    desk.calm()
    (row,) = finder.table.rows()
    state = next(one for one in finder.table.columns if one.key == "state")
    assert state.value is not None
    assert state.value(row).text == "Use suspended"
    desk.key(finder.search, Qt.Key.Key_Return)
    assert finder.isVisible()
    assert REASON in finder.said.text()
    assert not chosen
    finder.search.selectAll()
    type_in(finder.search, "5601")
    desk.wait(lambda: len(finder.table.rows()) == 1 and finder.table.rows()[0] != row)
    desk.calm()
    assert REASON not in finder.said.text()
    desk.key(finder.search, Qt.Key.Key_Return)
    assert not finder.isVisible()
    assert len(chosen) == 1


def test_elsewhere_a_suspended_customer_can_be_chosen(desk: FrontDesk) -> None:
    finder = CustomerFinder(desk.window.context, "Whose data is it about?")
    finder.open()
    type_in(finder.search, "5678")
    desk.wait(lambda: len(finder.table.rows()) == 1)
    desk.calm()
    desk.key(finder.search, Qt.Key.Key_Return)
    assert not finder.isVisible()


def test_no_other_way_opens_the_booking_form(desk: FrontDesk) -> None:
    open_booking(desk.window.context, desk.office.customers.detail(desk.actor, desk.customer(TANAKA)))
    desk.calm()
    told = desk.dialog()
    assert isinstance(told, ErrorDialog)
    told.done(0)
