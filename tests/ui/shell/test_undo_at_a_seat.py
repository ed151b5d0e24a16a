"""At a seat whose answers are lost: an undo is done once, and what was saved is said to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.invoices import InvoiceLineRecord
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.open_office import Office
from hvacdesk.ui.billing.payment_form import PaymentForm, open_payment
from hvacdesk.ui.widgets.errors import ErrorDialog
from hvacdesk.ui.widgets.notice import Notice
from tests.helpers.cut_line import Line
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TANAKA, FrontDesk, open_desk, type_in
from tests.helpers.real_office import RealOffice

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def line() -> Line:
    return Line(remembers=True)


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot, line: Line) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER, line) as opened:
        invoice(line.local, opened.actor, opened.customer(TANAKA))
        yield opened


def invoice(office: Office, actor: Actor, customer: str) -> None:
    made = office.invoices.draft_free(actor, customer)
    detail = office.invoices.detail(actor, made)
    record = replace(detail.record, lines=(InvoiceLineRecord("Filter", 1.0, "", 7_000),), with_tax=False)
    office.invoices.issue(actor, made, detail.row.version, english, record)


def paid(desk: FrontDesk, line: Line) -> list[int]:
    who = desk.customer(TANAKA)
    found = line.local.payments.of_customer(desk.actor, who).payments
    return sorted(one.yen for one in found if one.yen > 0 and not one.taken_back_on)


def book(desk: FrontDesk, yen: int) -> None:
    open_payment(desk.window, desk.window.context, desk.customer(TANAKA), "")
    desk.calm()
    form = desk.dialog()
    assert isinstance(form, PaymentForm)
    type_in(form.yen, f"{yen}")
    form._offer()
    form.save()
    desk.calm()
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow)


def told(desk: FrontDesk) -> str:
    return "\n".join(texts_in(one) for one in desk.window.findChildren(Notice) if one.isVisible())


@pytest.mark.parametrize("way", ["the bar's button", "the key"])
def test_an_undo_whose_answer_was_lost_is_not_done_to_another_edit(
    desk: FrontDesk, line: Line, way: str
) -> None:
    book(desk, 1_000)
    book(desk, 2_000)
    line.lost = {"edits.undo"}
    if way == "the key":
        desk.key(desk.window, Qt.Key.Key_Z, CONTROL)
    else:
        desk.press(desk.window, "Undo")
    error = desk.dialog()
    assert isinstance(error, ErrorDialog)
    assert "may have been saved" in texts_in(error)
    error.accept()
    line.lost = set()
    assert paid(desk, line) == [1_000]
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow)
    desk.key(desk.window, Qt.Key.Key_Z, CONTROL)
    assert paid(desk, line) == [1_000]
    assert "undone" in told(desk)
    desk.key(desk.window, Qt.Key.Key_Z, CONTROL)
    assert paid(desk, line) == [1_000]
    desk.press(desk.dialog(), "Take it back")  # the notice of the first one is gone: it is asked about
    assert paid(desk, line) == []


def test_a_payment_that_is_booked_is_said_to_be_though_the_line_drops_then(
    desk: FrontDesk, line: Line
) -> None:
    """And it can be undone once the line is back: the answer to the booking named it."""

    def drop(door: str) -> None:
        if door == "payments.book":
            line.away = True

    line.after = drop
    book(desk, 5_000)
    assert "The payment of ¥5,000 was booked." in told(desk)
    assert "Undo" in told(desk)
    assert not any(isinstance(one, PaymentForm) and one.isVisible() for one in desk.window.children())
    line.away, line.after = False, lambda _door: None
    assert paid(desk, line) == [5_000]
    desk.press(desk.window, "Undo")
    assert paid(desk, line) == []
