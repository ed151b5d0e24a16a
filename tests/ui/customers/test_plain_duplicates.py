"""Somebody who is plainly registered already is asked about before they are saved a second time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hvacdesk.domain.customers.customers import CustomerRecord, PersonName, Phone, PhoneKind
from hvacdesk.domain.customers.typed_customer import TypedCustomer
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Role
from hvacdesk.services.customers.exact_tries import FREE_TRIES, TooManyExactSearches
from hvacdesk.ui.customers.duplicate_notes import DuplicateQuestion
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.pages.customers import CustomersPage
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import SECRETS, TANAKA, FrontDesk, open_desk
from tests.helpers.real_office import RealOffice

CTRL = Qt.KeyboardModifier.ControlModifier
PHONE = TANAKA.phones[0]
STRANGER = replace(TANAKA, name=PersonName("森", "茂"), address=replace(TANAKA.address, town="錦"), email="")
BY_PHONE = STRANGER
BY_NAME_AND_PLACE = replace(TANAKA, phones=(Phone(PhoneKind.MOBILE, "090-1111-2222"),), email="")
BY_NAME_ALONE = replace(BY_NAME_AND_PLACE, address=replace(TANAKA.address, town="錦"))


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.DESK) as opened:
        yield opened


def typed(desk: FrontDesk, record: CustomerRecord) -> CustomerForm:
    """The form with this in it, as a draft is put back: no field was left, so nothing was looked for yet."""
    desk.go("customers", new="yes")
    form = desk.dialog()
    assert isinstance(form, CustomerForm)
    desk.calm()
    form.fill(
        {
            "name": {"family": record.name.family, "given": record.name.given},
            "phones": [{"position": None, "kind": "", "number": record.phones[0].number}],
            "address": {
                key: getattr(record.address, key) for key in ("prefecture", "city", "town", "street")
            },
        }
    )
    return form


def registered(desk: FrontDesk) -> int:
    return desk.office.customers.search(desk.actor, "").total


def asked(desk: FrontDesk, form: CustomerForm) -> DuplicateQuestion:
    desk.key(form, Qt.Key.Key_S, CTRL)
    desk.wait(lambda: isinstance(desk.dialog(), DuplicateQuestion))
    question = desk.dialog()
    assert isinstance(question, DuplicateQuestion)
    return question


@pytest.mark.parametrize("record", [BY_PHONE, BY_NAME_AND_PLACE], ids=["phone", "name and place"])
def test_it_is_asked_once_and_saved_all_the_same_where_that_is_meant(
    desk: FrontDesk, record: CustomerRecord
) -> None:
    before = registered(desk)
    question = asked(desk, form := typed(desk, record))
    assert "田中 ●●" in texts_in(question)
    assert registered(desk) == before
    desk.press(question, "Another customer: save")
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    assert registered(desk) == before + 1


def test_the_one_that_is_there_is_opened_and_nothing_is_saved(desk: FrontDesk) -> None:
    before, customer = registered(desk), desk.customer(TANAKA)
    question = asked(desk, form := typed(desk, BY_PHONE))
    desk.press(
        question, "Open this one"
    )  # which says that what was typed is not saved: asked once, not twice
    assert not form.isVisible()
    assert registered(desk) == before
    page = desk.page
    assert isinstance(page, CustomersPage)
    assert page.panel is not None
    assert page.panel.detail.customer == customer


def test_whoever_kept_typing_and_leaves_later_is_taken_nowhere(desk: FrontDesk) -> None:
    customer, form = desk.customer(TANAKA), typed(desk, BY_PHONE)
    form.duplicates.opened.emit(customer)
    desk.press(desk.dialog(), "Keep typing")
    form.reject()
    desk.press(desk.dialog(), "Throw away")
    desk.calm()
    assert not form.isVisible()
    page = desk.page
    assert isinstance(page, CustomersPage)
    assert page.panel is None or page.panel.detail.customer != customer


def test_back_leaves_the_form_as_it_was(desk: FrontDesk) -> None:
    before = registered(desk)
    question = asked(desk, form := typed(desk, BY_PHONE))
    desk.press(question, "Back to the form")
    assert desk.dialog() is form
    assert form.name.parts["given"].text() == "茂"
    assert registered(desk) == before
    form.done(0)


@pytest.mark.parametrize(
    "record",
    [replace(STRANGER, phones=(Phone(PhoneKind.MOBILE, "090-1111-2222"),)), BY_NAME_ALONE],
    ids=["nothing", "a namesake elsewhere"],
)
def test_of_others_nothing_is_asked(desk: FrontDesk, record: CustomerRecord) -> None:
    before, form = registered(desk), typed(desk, record)
    desk.key(form, Qt.Key.Key_S, CTRL)
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    assert registered(desk) == before + 1


def test_of_whom_it_was_said_that_they_are_somebody_else_is_not_asked_again(desk: FrontDesk) -> None:
    before, form = registered(desk), typed(desk, BY_PHONE)
    form.doubt()
    desk.wait(form.duplicates.isVisible)
    desk.calm()
    form.duplicates._dismissing(form.duplicates._found[0])()
    desk.key(form, Qt.Key.Key_S, CTRL)
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    assert registered(desk) == before + 1


def test_a_caller_who_is_registered_on_the_way_from_a_call_is_asked_about_too(desk: FrontDesk) -> None:
    taken: list[str] = []
    caller = TypedCustomer(PersonName("森", "茂"), phone=PHONE.number)
    desk.window.context.rooms.register_caller(caller, taken.append)
    desk.calm()
    form = desk.dialog()
    assert isinstance(form, CustomerForm)
    desk.press(asked(desk, form), "Open this one")
    desk.wait(lambda: taken == [desk.customer(TANAKA)])


def test_it_reveals_nothing_and_is_a_counted_try_that_the_log_tells_of(desk: FrontDesk) -> None:
    form = typed(desk, BY_PHONE)
    question = asked(desk, form)
    told = texts_in(question)
    assert not any(secret in told for secret in SECRETS)
    reader = replace(desk.actor, roles=frozenset({Role.INSPECTOR}))
    found = desk.office.audit.entries(reader, action=Action.EXACT_SEARCH)
    assert found[0].details["field"] == "duplicate"
    question.done(0)
    form.done(0)


def test_where_too_many_were_tried_it_is_saved_and_tells_nothing(desk: FrontDesk) -> None:
    """Else the question would answer what the search refuses, or nobody could be registered any more."""
    before = registered(desk)
    for number in range(FREE_TRIES + 1):
        with suppress(TooManyExactSearches):
            desk.office.customers.search(desk.actor, f"090-7000-{number:04}")
    form = typed(desk, BY_PHONE)
    desk.key(form, Qt.Key.Key_S, CTRL)
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    assert registered(desk) == before + 1
