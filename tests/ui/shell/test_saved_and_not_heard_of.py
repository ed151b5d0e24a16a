"""A form was saved, and the answer was lost: it is not offered again, nor saved twice without a question."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hvacdesk.domain.roles import Role
from hvacdesk.domain.seats.seats import SeatLoginEnded
from hvacdesk.ui.billing.payment_form import PaymentForm, open_payment
from hvacdesk.ui.billing.price_form import PriceForm
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.kept_forms import KeptForms
from hvacdesk.ui.papers.layout_tab import LayoutTab
from tests.helpers.cut_line import Line
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TANAKA, FrontDesk, copy_office, open_window, type_in
from tests.helpers.left_typed import left_typed
from tests.helpers.real_office import RealOffice

ADDED, BOOKED = "customers.add", "payments.book"


Login = Callable[[], AbstractContextManager[tuple[FrontDesk, Line]]]


@pytest.fixture
def login(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Login:
    """Logs the owner in at a seat, again and again."""
    home = tmp_path / "office"
    copy_office(template.home, home)
    real = RealOffice(home, template.clock, template.accounts)

    @contextmanager
    def logged_in() -> Iterator[tuple[FrontDesk, Line]]:
        line = Line()
        with open_window(real, qtbot, Role.OWNER, line) as desk:
            desk.window.drafts.stop()
            yield desk, line

    return logged_in


def new_customer(desk: FrontDesk) -> CustomerForm:
    desk.go("customers", new="yes")
    form = desk.dialog()
    assert isinstance(form, CustomerForm)
    return form


def typed_by(desk: FrontDesk, family: str = "独特な山田") -> CustomerForm:
    """A form for a new customer that is half typed, and stored."""
    form = new_customer(desk)
    type_in(form.name.parts["family"], family)
    desk.window.drafts.stop()
    desk.window.drafts.keep_all()
    return form


def saved_unheard(desk: FrontDesk, line: Line, form: CustomerForm) -> None:
    line.lost = {ADDED}
    form.save()
    desk.calm()
    line.lost = set()
    assert form.isVisible()


def told_of_it(desk: FrontDesk) -> None:
    """What the form holds is stored by itself."""
    desk.window.drafts._keep_changed()
    desk.calm()


def stored(desk: FrontDesk, line: Line) -> int:
    """How many customers the office has of that name."""
    return line.local.customers.search(desk.actor, "独特な").hits


def question(desk: FrontDesk) -> Any:
    found = desk.dialog()
    assert "Save it a second time?" in texts_in(found)
    return found


@pytest.mark.parametrize("corrected", [False, True])
@pytest.mark.parametrize("told", [False, True])
def test_it_is_saved_a_second_time_after_a_question_alone(login: Login, corrected: bool, told: bool) -> None:
    with login() as (desk, line):
        form = typed_by(desk)
        saved_unheard(desk, line, form)
        if corrected:
            type_in(form.name.parts["family"], "の子")
        if told:
            told_of_it(desk)
            assert "This form was saved already (24 Nov 2026 " in texts_in(form)
            assert "You went on with this form at another PC." not in texts_in(form)
        for _time in range(2):
            form.save()
            desk.calm()
            desk.press(question(desk), "Back to the form")
            assert stored(desk, line) == 1
        form.save()
        desk.calm()
        desk.press(question(desk), "Save it again")
        desk.wait(lambda: not form.isVisible())
        desk.calm()
        assert stored(desk, line) == 2
        assert line.local.drafts.list(desk.actor) == ()


def test_the_form_can_be_closed_instead(login: Login) -> None:
    with login() as (desk, line):
        form = typed_by(desk)
        saved_unheard(desk, line, form)
        form.save()
        desk.calm()
        desk.press(question(desk), "Close the form")
        desk.calm()
        assert not form.isVisible()
        assert stored(desk, line) == 1
        assert line.local.drafts.list(desk.actor) == ()
        assert new_customer(desk).name.parts["family"].text() == ""
        desk.dialog().reject()


def test_what_is_saved_again_on_purpose_is_a_form_like_any_other(login: Login) -> None:
    """It is kept while it is half typed, and asked about where its own answer is lost."""
    with login() as (desk, line):
        form = typed_by(desk)
        saved_unheard(desk, line, form)
        form.save()
        desk.calm()
        line.lost = {ADDED}
        desk.press(question(desk), "Save it again")
        desk.calm()
        line.lost = set()
        assert stored(desk, line) == 2
        form.save()
        desk.calm()
        line.unreached = {ADDED}
        desk.press(question(desk), "Save it again")
        desk.calm()
        line.unreached = set()
        told_of_it(desk)
        assert [form for form, *_rest in line.local.drafts.list(desk.actor)] == ["customer"]
        form.save()
        desk.wait(lambda: not form.isVisible())
        assert stored(desk, line) == 3


@pytest.mark.parametrize("end", ["killed", "login ended"])
@pytest.mark.parametrize("told", [False, True])
def test_it_is_not_offered_at_the_next_login(login: Login, end: str, told: bool) -> None:
    kept = KeptForms()
    with login() as (desk, line):
        saved_unheard(desk, line, typed_by(desk))
        if told:
            told_of_it(desk)
            assert not desk.window.drafts.holds_more()
        if end == "login ended":
            kept.keep(desk.actor, desk.window.drafts, SeatLoginEnded())
    with login() as (desk, line):
        kept.put_back(desk.actor, desk.window.drafts)
        assert desk.window.drafts.left_open() == ()
        assert kept._forms == {}
        assert new_customer(desk).name.parts["family"].text() == ""
        desk.dialog().reject()


@pytest.mark.parametrize("told", [False, True])
def test_what_was_typed_after_it_is_not_lost_and_asked_about(login: Login, told: bool) -> None:
    kept = KeptForms()
    with login() as (desk, line):
        form = typed_by(desk)
        saved_unheard(desk, line, form)
        type_in(form.name.parts["family"], "の子")
        if told:
            told_of_it(desk)
        assert desk.window.drafts.holds_more()
        kept.keep(desk.actor, desk.window.drafts, SeatLoginEnded())
    with login() as (desk, line):
        kept.put_back(desk.actor, desk.window.drafts)
        found = left_typed(desk.window.drafts, "customer", "new")
        assert found is not None
        form = new_customer(desk)
        assert form.name.parts["family"].text() == "独特な山田の子"
        assert "or saved it and no answer came" in texts_in(form)
        form.save()
        desk.calm()
        assert stored(desk, line) == 1
        desk.press(desk.dialog(), "Back to the form")
        form.draft.release()
        form.done(0)


def test_the_next_entry_after_one_that_was_saved_is_another_form(login: Login) -> None:
    with login() as (desk, line):
        form = PriceForm(desk.window.context)
        form.open()
        desk.calm()
        before = len(line.local.prices.listed(desk.actor).rows)

        def add(label: str) -> int:
            type_in(form.label, label)
            type_in(form.unit, "個")
            type_in(form.yen, "500")
            form.save_and_go_on()
            desk.calm()
            return len(line.local.prices.listed(desk.actor).rows) - before

        assert [add("継手"), add("配管化粧カバー")] == [1, 2]
        line.lost = {"prices.keep"}
        assert add("ドレンホース") == 3
        line.lost = set()
        form.save_and_go_on()
        desk.calm()
        desk.press(question(desk), "Save it again")
        desk.calm()
        assert len(line.local.prices.listed(desk.actor).rows) - before == 4
        assert form.label.text() == ""
        assert add("支持金具") == 5
        form.reject()


def test_a_payment_is_booked_once(login: Login) -> None:
    with login() as (desk, line):
        customer = desk.customer(TANAKA)
        open_payment(desk.window, desk.window.context, customer, "x")
        desk.calm()
        form = desk.dialog()
        assert isinstance(form, PaymentForm)
        type_in(form.yen, "5000")
        line.lost = {BOOKED}
        pressed(desk, form)
        line.lost = set()
        told_of_it(desk)
        form.yen.clear()
        type_in(form.yen, "6000")
        pressed(desk, form)
        desk.press(question(desk), "Close the form")
        booked = line.local.payments.of_customer(desk.actor, customer).payments
        assert [one.yen for one in booked] == [5_000]


def pressed(desk: FrontDesk, form: PaymentForm) -> None:
    """Save, and agree that it is for no invoice."""
    form.save()
    desk.calm()
    if desk.dialog() is not form:
        desk.press(desk.dialog(), "Book it like this")
        desk.calm()


def test_a_page_whose_save_had_no_answer_asks_as_well(login: Login) -> None:
    with login() as (desk, line):
        desk.go("settings", tab="layout_of_papers")
        tab = desk.window.findChild(LayoutTab)
        assert tab is not None
        type_in(tab.footer, "またのご利用を")
        line.lost = {"layout.change"}
        tab.save()
        desk.calm()
        desk.dialog().reject()
        line.lost = set()
        tab.save()
        desk.calm()
        assert "Close the form" not in texts_in(question(desk))
        desk.press(question(desk), "Save it again")
        desk.calm()
        assert QApplication.activeModalWidget() is None
        assert "Papers are printed like this from now on." in texts_in(desk.window)


@pytest.mark.parametrize("lost", ["edits.count", "edits.standing", "edits.acts"])
def test_a_save_is_told_of_though_what_can_be_undone_is_not_known(login: Login, lost: str) -> None:
    with login() as (desk, line):
        form = typed_by(desk)
        add = line.local.customers.add

        def added(*what: Any, **named: Any) -> object:
            line.lost = {lost}
            return add(*what, **named)

        line.local.customers.add = added  # type: ignore[method-assign]
        form.save()
        desk.wait(lambda: not form.isVisible())
        desk.calm()
        assert "Saved." in texts_in(desk.window)
        assert stored(desk, line) == 1
