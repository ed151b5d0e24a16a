"""Undo at the desk: the bar after a save, its key, and what it says when it is too late."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from hvacdesk.domain.customers.customers import CustomerField, PersonName
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.oversight.undone_elsewhere import UNDONE_ELSEWHERE
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.undo import DoneElsewhere, EditsStanding, NothingToUndo
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.jobs.form import JobForm
from hvacdesk.ui.widgets.errors import ErrorDialog
from hvacdesk.ui.widgets.notice import Notice, clear_told
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import OTHER_TANAKA, TANAKA, TODAY, FrontDesk
from tests.helpers.people import customer
from tests.helpers.sabotage import replaced

CONTROL = Qt.KeyboardModifier.ControlModifier
LIFTED = UNDONE_ELSEWHERE[Action.HOLD_SET]


def bar(desk: FrontDesk) -> Notice:
    return next(one for one in desk.window.findChildren(Notice) if one.isVisible())


def family(desk: FrontDesk) -> str:
    return desk.office.customers.detail(desk.actor, desk.customer(TANAKA)).name.text.split()[0]


def change_family(desk: FrontDesk, text: str) -> None:
    desk.go("customers", customer=desk.customer(TANAKA), edit="yes")
    form = desk.dialog()
    assert isinstance(form, CustomerForm)
    form.name.parts["family"].setText(text)
    form.save()
    desk.calm()
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow)


def test_the_bar_after_a_save_takes_it_back(desk: FrontDesk) -> None:
    change_family(desk, "田辺")
    assert family(desk) == "田辺"
    assert "田辺" in texts_in(desk.window)
    desk.go("work_orders")
    assert "Customer: Saved." in texts_in(bar(desk)), "on another page it is not seen what is meant"
    desk.press(bar(desk), "Undo")
    assert family(desk) == "田中"
    number = desk.office.customers.detail(desk.actor, desk.customer(TANAKA)).number
    assert f"Customer 田中 ●● ({number}): The change was undone." in texts_in(bar(desk))
    desk.go("customers")
    assert "田辺" not in texts_in(desk.window)


def test_the_key_takes_one_edit_after_the_other_back(desk: FrontDesk) -> None:
    change_family(desk, "一")
    change_family(desk, "二")
    for left in ("一", "田中", "田中"):
        desk.key(desk.page.table, Qt.Key.Key_Z, CONTROL)
        assert family(desk) == left


def test_in_a_text_field_the_key_belongs_to_the_text(desk: FrontDesk) -> None:
    change_family(desk, "田辺")
    field = desk.page.search
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, "ta")
    desk.key(field, Qt.Key.Key_Z, CONTROL)
    assert family(desk) == "田辺"


def test_in_a_field_that_was_typed_into_before_the_key_takes_the_save_back(desk: FrontDesk) -> None:
    desk.go("customers")
    field = desk.page.search
    field.setFocus()
    QTest.keyClicks(field, "ta")
    change_family(desk, "田辺")
    desk.page.focus_search()
    before = field.text()
    desk.key(field, Qt.Key.Key_Z, CONTROL)
    assert family(desk) == "田中"
    assert field.text() == before


NOTHING = "There is nothing to undo."


@pytest.mark.parametrize("place", ["page", "field", "form"])
def test_where_there_is_nothing_to_take_back_the_key_says_so_quietly(desk: FrontDesk, place: str) -> None:
    """Without a word it looks broken, and pressed again it takes back something else later."""
    desk.go("customers")
    if place == "form":
        desk.go("customers", new="yes")
        form = desk.dialog()
        assert isinstance(form, CustomerForm)
        form.name.parts["given"].setFocus()
        desk.wait(form.name.parts["given"].hasFocus)
        desk.key(form.name.parts["given"], Qt.Key.Key_Z, CONTROL)
        desk.wait(lambda: NOTHING in texts_in(form))
        assert desk.dialog() is form
        form.done(0)
        return
    at = desk.page.search if place == "field" else desk.page.table
    at.setFocus()
    desk.wait(at.hasFocus)
    desk.key(at, Qt.Key.Key_Z, CONTROL)
    desk.wait(lambda: NOTHING in texts_in(desk.window))
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("place", ["page", "field"])
def test_after_a_merge_the_key_says_where_that_is_undone(desk: FrontDesk, place: str) -> None:
    """It undid something older, or said that there is nothing."""
    kept, other = desk.customer(TANAKA), desk.customer(OTHER_TANAKA)
    sides = desk.office.merging.compare(desk.actor, kept, other)
    desk.office.merging.merge(desk.actor, kept, other, (sides.kept.version, sides.merged.version), {})
    desk.go("customers")
    at = desk.page.search if place == "field" else desk.page.table
    at.setFocus()
    desk.wait(at.hasFocus)
    desk.key(at, Qt.Key.Key_Z, CONTROL)
    desk.wait(lambda: "“Undo” at the top of the customer's page, not with Ctrl+Z" in texts_in(desk.window))
    assert NOTHING not in texts_in(desk.window)


def test_after_a_hold_was_set_the_key_takes_nothing_older_back(desk: FrontDesk) -> None:
    change_family(desk, "田辺")
    with replaced(desk.office.edits, "_elsewhere", DoneElsewhere(desk.actor.account, LIFTED)):
        desk.key(desk.page.table, Qt.Key.Key_Z, CONTROL)
        desk.wait(lambda: "“Keep (K)” asks there whether to lift it." in texts_in(desk.window))
    assert family(desk) == "田辺"


def test_a_change_by_somebody_else_since_is_told_and_stays(desk: FrontDesk) -> None:
    change_family(desk, "田辺")
    office, owner = desk.real.login(Role.OWNER)
    customer = desk.customer(TANAKA)
    office.customers.change(owner, customer, 2, {"name": {"family": "田口"}})
    office.close()
    desk.press(bar(desk), "Undo")
    told = desk.dialog()
    assert isinstance(told, ErrorDialog)
    assert "was changed again since" in texts_in(told)
    assert family(desk) == "田口"


def test_a_jobs_step_is_taken_back_over_its_own_page(desk: FrontDesk) -> None:
    job = next(row for row in desk.office.jobs.day(desk.actor, desk.office.today()) if row.starts == "09:00")
    desk.go("schedule", job=job.job)
    page = desk.dialog()
    assert isinstance(page, JobDialog)
    page.move_to(JobState.WORKING)
    desk.calm()
    offered = next(one for one in page.findChildren(Notice) if one.isVisible())
    assert offered.geometry().bottom() < page.primary.mapTo(page, page.primary.rect().topLeft()).y()
    desk.press(offered, "Undo")
    assert page.detail.row.state is JobState.RECEIVED
    page.move_to(JobState.WORKING)
    desk.calm()
    assert page.detail.row.state is JobState.WORKING
    desk.key(page, Qt.Key.Key_Z, CONTROL)
    assert page.detail.row.state is JobState.RECEIVED
    assert desk.office.jobs.detail(desk.actor, job.job).row.state is JobState.RECEIVED
    assert job.on == TODAY


def test_a_booking_is_taken_back_by_the_bar_after_it(desk: FrontDesk) -> None:
    customer = desk.customer(TANAKA)
    before = {row.job for row in desk.office.jobs.of_customer(desk.actor, customer)}
    desk.go("customers", customer=customer, book="yes")
    form = desk.dialog()
    assert isinstance(form, JobForm)
    desk.calm()
    form.save()
    desk.calm()
    assert "The job is booked." in texts_in(bar(desk))
    (made,) = (row for row in desk.office.jobs.of_customer(desk.actor, customer) if row.job not in before)
    desk.press(bar(desk), "Undo")
    assert "The booking was undone: the job is cancelled." in texts_in(bar(desk))
    assert desk.office.jobs.detail(desk.actor, made.job).row.state is JobState.CANCELLED
    desk.wait(lambda: JobState.CANCELLED in {row.state for row in desk.page.panel.jobs.rows})


def test_a_save_that_changed_nothing_offers_nothing(desk: FrontDesk) -> None:
    desk.go("customers", customer=desk.customer(TANAKA), edit="yes")
    form = desk.dialog()
    assert isinstance(form, CustomerForm)
    form.save()
    desk.calm()
    assert not desk.office.edits.possible(desk.actor)
    assert "Undo" not in texts_in(desk.window)


def test_a_save_whose_former_values_were_forgotten_meanwhile_offers_nothing(desk: FrontDesk) -> None:
    """As by a disposal that ends between: the edit before it, or the one after it, was not meant."""
    edits = desk.office.edits
    push = edits._push

    def late(*edit: Any) -> None:
        edits.forget()
        push(*edit)

    with replaced(edits, "_push", late):
        change_family(desk, "田辺")
    assert "Saved." in texts_in(bar(desk))
    assert not offers(desk)
    desk.key(desk.page.table, Qt.Key.Key_Z, CONTROL)
    assert family(desk) == "田辺"
    change_family(desk, "田端")
    desk.press(bar(desk), "Undo")
    assert family(desk) == "田辺"


def test_an_undo_by_its_key_takes_back_nothing_that_was_done_after_it(desk: FrontDesk) -> None:
    edits = desk.office.edits
    change_family(desk, "田辺")
    edits.forget()
    standing = edits.standing

    def and_then(actor: Actor) -> EditsStanding:
        found = standing(actor)
        customer = desk.customer(TANAKA)
        version = desk.office.customers.detail(desk.actor, customer).version
        desk.office.customers.change(desk.actor, customer, version, {"note": "段差"})
        return found

    with replaced(edits, "possible", lambda _actor: True), replaced(edits, "standing", and_then):
        desk.window.edits.undo()
        desk.calm()
    assert QApplication.activeModalWidget() is None
    assert english(NothingToUndo.what) in texts_in(bar(desk))
    assert edits.possible(desk.actor)


def offers(desk: FrontDesk) -> bool:
    return any(one.isVisible() and one.offers for one in desk.window.findChildren(Notice))


def test_the_bar_goes_once_something_else_is_done_that_it_does_not_undo(desk: FrontDesk) -> None:
    job = next(row for row in desk.office.jobs.day(desk.actor, desk.office.today()) if row.starts == "09:00")
    change_family(desk, "田辺")
    assert offers(desk)
    desk.office.jobs.set_state(desk.actor, job.job, JobState.WORKING)
    desk.wait(lambda: not offers(desk))
    assert family(desk) == "田辺"


def test_the_bar_stays_while_others_work_and_while_somebody_looks_or_types(desk: FrontDesk) -> None:
    change_family(desk, "田辺")
    office, owner = desk.real.login(Role.OWNER)
    office.customers.add(owner, customer(name=PersonName("別", "人")))
    office.close()
    desk.office.customers.reveal(desk.actor, desk.customer(TANAKA), CustomerField.NAME, RevealReason.CALL)
    desk.window.context.drafts.keep_all()
    desk.calm()
    assert offers(desk)


def test_a_save_that_cannot_be_undone_takes_the_bar_of_another_away(desk: FrontDesk) -> None:
    change_family(desk, "田辺")
    clear_told(desk.window)
    desk.calm()
    assert not offers(desk)
    desk.window.notify("Printed.", lambda: None, action="It did not come out")
    clear_told(desk.window)
    desk.calm()
    assert offers(desk), "what its button does is said on it"
