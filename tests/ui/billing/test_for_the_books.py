"""The form that hands over to the accounting program says in time what is wrong with its days."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hvacdesk.domain.billing.accounting_export import AccountingProgram
from hvacdesk.domain.billing.handover import HandoverRun
from hvacdesk.domain.billing.payments import PaymentWay
from hvacdesk.ui.billing import books_form
from hvacdesk.ui.billing.books_form import BooksForm
from hvacdesk.ui.dates import day_text
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk
from tests.ui.billing.test_payments import billed, billing, books, paid

__all__ = ["billed", "books"]

FREEE = AccountingProgram.FREEE


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of files that were asked for."""
    names: list[str] = []
    monkeypatch.setattr(
        books_form, "choose_new_file", lambda _owner, _title, name, *_rest: names.append(name)
    )
    return names


def form_of(desk: FrontDesk) -> BooksForm:
    desk.click(billing(desk, "payments").payments.books_button)
    desk.wait(lambda: isinstance(desk.dialog(), BooksForm))
    form = desk.dialog()
    assert isinstance(form, BooksForm)
    desk.calm()
    return form


def set_days(desk: FrontDesk, form: BooksForm, first: int, last: int) -> None:
    """Type days, as so many days from today."""
    for field, days in ((form.first, first), (form.last, last)):
        field.set_iso((desk.office.today() + timedelta(days=days)).isoformat())
        field.editingFinished.emit()
    desk.calm()


def test_a_period_past_today_is_refused_as_it_is_typed_and_counted_until_today(
    books: FrontDesk, asked: list[str]
) -> None:
    form = form_of(books)
    set_days(books, form, 0, 10)
    books.wait(lambda: "¥18,150" in form.told.text())
    assert form.told.text().startswith("Until today: ")
    assert day_text(books.office.today()) in form.form.fields["last"].error.text()
    form.save()
    books.calm()
    assert asked == []
    assert form.form.fields["last"].error.text()
    set_days(books, form, 0, 0)
    books.wait(lambda: not form.form.fields["last"].error.text())
    assert not form.told.text().startswith("Until today")
    set_days(books, form, 0, -1)
    assert form.form.fields["last"].error.text()
    assert "Once the days are right" in form.told.text()


def test_that_there_is_nothing_is_said_before_a_file_is_asked_for(books: FrontDesk, asked: list[str]) -> None:
    form = form_of(books)
    set_days(books, form, -1, -1)
    books.wait(lambda: "nothing in this period" in form.told.text())
    form.save()
    books.wait(lambda: "Choose another period" in texts_in(form))
    assert asked == []
    set_days(books, form, 0, 0)
    books.wait(lambda: "Choose another period" not in texts_in(form))
    form.save()
    books.wait(lambda: len(asked) == 1)


def test_what_was_said_of_one_list_does_not_stay_with_another(books: FrontDesk, asked: list[str]) -> None:
    paid(books, 5_000)
    today = books.office.today().isoformat()
    books.office.books_handover.export(books.actor, FREEE, today, today)
    form = form_of(books)
    set_days(books, form, 0, 10)
    assert form.form.fields["last"].error.text()
    form.what.setCurrentIndex(1)
    books.calm()
    assert not form.form.fields["last"].error.text()
    assert form.told.text().startswith("Handed over for freee")
    form.save()
    assert len(asked) == 1


def test_the_form_begins_with_the_last_program_and_what_the_books_lack(
    books: FrontDesk, asked: list[str]
) -> None:
    today = books.office.today()
    form = form_of(books)
    assert (form.first.day(), form.last.day()) == (today.replace(day=1), today)
    books.wait(lambda: "¥18,150" in form.told.text())
    form.reject()
    yayoi, day = AccountingProgram.YAYOI, today.isoformat()
    books.office.books_handover.export(books.actor, yayoi, day, day)
    paid(books, 5_000)
    form = form_of(books)
    assert form.program.currentData() == yayoi
    assert "1 entry, ¥18,150 with tax · ¥0" in form.what.itemText(1)
    form.save()
    books.wait(lambda: len(asked) == 1)
    assert asked == [f"accounting Yayoi Accounting {today.replace(day=1)} to {today}.csv"]
    form.program.setCurrentIndex(0)
    form.what.setCurrentIndex(1)
    assert form.program.currentData() == yayoi
    form.save()
    assert asked[1:] == [f"accounting Yayoi Accounting {today} to {today}.csv"]


def test_an_earlier_list_shows_its_own_days_and_is_no_typing(books: FrontDesk, asked: list[str]) -> None:
    today = books.office.today()
    day = today - timedelta(days=1)
    paid(books, 5_000)
    books.office.books_handover.export(books.actor, FREEE, day.isoformat(), today.isoformat())
    form = form_of(books)
    before = (form.first.day(), form.last.day())
    assert before == (today.replace(day=1), today)
    form.what.setCurrentIndex(1)
    assert (form.first.day(), form.last.day()) == (day, today)
    assert not form.first.isEnabled()
    form.what.setCurrentIndex(0)
    assert (form.first.day(), form.last.day()) == before, "the days that were there before are back"
    form.what.setCurrentIndex(1)
    form.reject()
    books.wait(lambda: not form.isVisible())


def test_an_earlier_list_names_a_difference_of_cash(books: FrontDesk) -> None:
    today = books.office.today()
    run = HandoverRun("2" * 32, "2026-11-24T01:00:00Z", "", 1, FREEE, "2026-11-01", "2026-11-24", 0, 0)
    ctx = form_of(books).ctx
    form = BooksForm(ctx, [replace(run, run="1" * 32, differences=1, differing_yen=300), run], (today, today))
    first, second = (form.what.itemText(at) for at in (1, 2))
    assert first.endswith("¥0 with tax · ¥0 · 1 difference of counted cash, ¥300")
    assert second.endswith("¥0 with tax · ¥0")
    form.what.setCurrentIndex(1)
    assert "1 difference of counted cash, ¥300" in form.told.text()


def test_what_was_set_off_is_named_in_what_the_list_holds(books: FrontDesk) -> None:
    paid(books, 5_000, way=PaymentWay.SET_OFF)
    form = form_of(books)
    set_days(books, form, 0, 0)
    books.wait(lambda: "¥5,000 (of it ¥5,000 set off; ¥0 came in)" in form.told.text())
