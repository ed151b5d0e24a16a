"""Reminders at the desk: what a line allows, calling, writing, and the way from the calendar of duties."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hvacdesk.domain.calendar.plans import AGREED, PlanRecord
from hvacdesk.domain.jobs.jobs import UnitRecord, WorkKind
from hvacdesk.domain.oversight.duties import DutyKind
from hvacdesk.domain.papers.register import PaperKind, RegisterQuery
from hvacdesk.domain.requests.consents import ConsentEvent, ConsentKind, ConsentWay
from hvacdesk.domain.roles import Role
from hvacdesk.ui.calendar import reminders_tab
from hvacdesk.ui.calendar.reminders_tab import RemindersTab
from hvacdesk.ui.calls.form import CallNoteForm
from hvacdesk.ui.oversight.duty_opening import open_duty
from hvacdesk.ui.papers.label_dialog import LabelDialog
from hvacdesk.ui.printing.paper_preview import PaperPreview
from hvacdesk.ui.requests.notice_forms import ConsentForm
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import SECRETS, TANAKA, FrontDesk, open_desk
from tests.helpers.real_office import RealOffice

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot) as opened:
        customer = opened.customer(TANAKA)
        site = opened.office.jobs.sites(opened.actor, customer)[0].site
        plan = PlanRecord(customer, site, WorkKind.CLEAN, AGREED, 12, "2026-12-10")
        opened.office.plans.keep(opened.actor, plan)
        yield opened


def tab(desk: FrontDesk, kind: str = "recurring") -> RemindersTab:
    desk.go("schedule", reminders=kind)
    desk.calm()
    shown = desk.page.reminders
    assert isinstance(shown, RemindersTab)
    return shown


def says(desk: FrontDesk, *, given: bool) -> None:
    event = ConsentEvent(ConsentKind.REMINDERS, given, "2026-11-20", ConsentWay.PHONE)
    desk.office.notices.record_consent(desk.actor, desk.customer(TANAKA), event)


def allowed(shown: RemindersTab) -> tuple[bool, bool, bool]:
    return (
        shown.call_button.isEnabled(),
        shown.letter_button.isEnabled(),
        shown.labels_button.isEnabled(),
    )


def test_a_line_offers_what_the_customer_agreed_to(desk: FrontDesk) -> None:
    shown = tab(desk)
    assert len(shown.table.rows()) == 1
    assert allowed(shown) == (True, False, False)
    assert "never asked" in shown.hint.text()
    assert shown.table.rows()[0].customer_number in shown.hint.text(), "one customer, and not the whole list"
    says(desk, given=True)
    shown.refresh()
    desk.calm()
    assert allowed(shown) == (True, True, True)
    says(desk, given=False)
    shown.refresh()
    desk.calm()
    assert allowed(shown) == (False, False, False)
    assert "do not call" in shown.hint.text()
    assert not [one for one in SECRETS if one in texts_in(desk.window)]


def test_a_call_note_says_what_it_is_about_and_to_ask_first(desk: FrontDesk) -> None:
    desk.click(tab(desk).call_button)
    form = desk.dialog()
    assert isinstance(form, CallNoteForm)
    assert form.subject.currentText() == "Reminder"
    assert form.text.text() == (
        "Agreed work is due  10 Dec 2026  Cleaning  Ask first whether reminders are wanted."
    )
    desk.key(form, Qt.Key.Key_S, CTRL)
    desk.wait(lambda: not form.isVisible())
    (note,) = desk.office.call_notes.open(desk.actor)
    assert note.customer == desk.customer(TANAKA)


def test_the_consent_is_recorded_from_the_line_and_the_labels_follow_it(desk: FrontDesk) -> None:
    shown = tab(desk)
    desk.click(shown.consent_button)
    form = desk.dialog()
    assert isinstance(form, ConsentForm)
    assert not shown.current() or shown.current().customer_number in texts_in(form)
    desk.key(form, Qt.Key.Key_S, CTRL)
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    assert allowed(shown) == (True, True, True)
    desk.click(shown.labels_button)
    labels = desk.dialog()
    assert isinstance(labels, LabelDialog)
    assert labels.list.count() == 1
    assert not labels.add_button.isVisible()
    assert "labels for reminders" in texts_in(labels)
    assert "the others follow" not in texts_in(labels)
    labels.reject()
    assert shown.labels_button.text() == "Labels (1 agreed)…"


def test_whom_the_labels_leave_out_is_said(desk: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = tab(desk)
    monkeypatch.setattr(reminders_tab, "MOST_LABELS", 1)
    agreed = {desk.customer(TANAKA): "田中 様", "0" * 32: "例示 様"}
    monkeypatch.setattr(shown, "_addressed", lambda: agreed)
    shown.labels()
    labels = desk.dialog()
    assert isinstance(labels, LabelDialog)
    assert labels.list.count() == 1
    assert "These are the first 1 of 2" in texts_in(labels)
    labels.reject()


def test_a_no_is_recorded_with_its_day_and_undo_takes_it_back(desk: FrontDesk) -> None:
    shown = tab(desk)
    desk.click(shown.declined_button)
    form = desk.dialog()
    assert isinstance(form, ConsentForm)
    assert form.windowTitle() == "The customer wants none"
    assert shown.current().customer_number in texts_in(form)
    desk.key(form, Qt.Key.Key_S, CTRL)
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    assert allowed(shown) == (False, False, False)
    assert not shown.declined_button.isEnabled()
    (said,) = desk.office.notices.consent_events(desk.actor, desk.customer(TANAKA))
    assert (said.given, said.on) == (False, "2026-11-24")
    row = shown.current()
    told = f"Recorded: The customer wants none. {row.name.text}  {row.customer_number}"
    assert told in texts_in(desk.window)
    desk.window.context.edits.undo()
    desk.wait(lambda: not desk.office.notices.consent_events(desk.actor, desk.customer(TANAKA)))


def test_what_was_seen_to_is_listed_and_put_back_from_there(desk: FrontDesk) -> None:
    shown = tab(desk)
    desk.click(shown.done_button)
    desk.wait(lambda: not shown.table.rows())
    shown.which.setCurrentIndex(1)
    desk.wait(lambda: len(shown.table.rows()) == 1)
    desk.calm()
    assert shown._consent(shown.current()).text == "Not needed  24 Nov 2026"
    acts = (shown.called_button, shown.call_button, shown.labels_button, shown.declined_button)
    assert not any(act.isVisible() for act in acts)
    desk.click(shown.back_button)
    desk.wait(lambda: not shown.table.rows())
    shown.which.setCurrentIndex(0)
    desk.wait(lambda: len(shown.table.rows()) == 1)
    assert not shown.back_button.isVisible()
    assert all(act.isVisible() for act in acts)


def test_after_a_line_was_seen_to_nobody_else_is_chosen_and_the_place_stays(desk: FrontDesk) -> None:
    customer = desk.customer(TANAKA)
    site = desk.office.jobs.sites(desk.actor, customer)[0].site
    for number in range(60):
        desk.office.jobs.add_unit(
            desk.actor, site, UnitRecord(maker="見本電機", model=f"M-{number}", year=2010)
        )
    shown = tab(desk, "design_period")
    assert "60 reminder" in shown.hint.text()
    table = shown.table
    table.setCurrentIndex(table.model().index(50, 0))
    desk.calm()
    row, scrolled = shown.current(), table.verticalScrollBar().value()
    assert scrolled > 0
    desk.click(shown.called_button)
    desk.wait(lambda: len(table.rows()) == 59)
    desk.calm()
    assert shown.current() is None
    assert not shown.called_button.isEnabled()
    assert table.verticalScrollBar().value() == scrolled
    assert f"Noted: Called. {row.name.text}  {row.customer_number}" in texts_in(desk.window)


def test_units_are_listed_within_the_span_in_which_their_year_ends(desk: FrontDesk) -> None:
    customer = desk.customer(TANAKA)
    site = desk.office.jobs.sites(desk.actor, customer)[0].site
    for year in (2016, 2017):  # ten years: to the end of 2026 and of 2027
        desk.office.jobs.add_unit(desk.actor, site, UnitRecord(maker="見本電機", year=year))
    shown = tab(desk, "design_period")
    shown.span.setCurrentIndex(1)
    desk.calm()
    assert [row.facts.made for row in shown.table.rows() if row.facts.made] == [2016]


def test_a_line_that_was_seen_to_goes_and_comes_back_with_undo(desk: FrontDesk) -> None:
    shown = tab(desk)
    desk.click(shown.called_button)
    desk.wait(lambda: not shown.table.rows())
    assert "Nobody has to be reminded" in texts_in(desk.window)
    desk.key(desk.window, Qt.Key.Key_Z, CTRL)
    desk.wait(lambda: desk.office.reminders.due(desk.actor, date(2027, 2, 24)).count == 1)
    shown.refresh()
    desk.wait(lambda: len(shown.table.rows()) == 1)


def test_a_printed_letter_sees_to_its_line_and_one_that_was_not_printed_does_not(desk: FrontDesk) -> None:
    says(desk, given=True)
    shown = tab(desk)
    desk.click(shown.letter_button)
    preview = desk.dialog()
    assert isinstance(preview, PaperPreview)
    preview.reject()
    desk.calm()
    assert len(shown.table.rows()) == 1
    desk.click(shown.letter_button)
    preview = desk.dialog()
    assert isinstance(preview, PaperPreview)
    preview.printed.emit("printer")
    desk.wait(lambda: not shown.table.rows())
    query = RegisterQuery(kinds=frozenset({PaperKind.REMINDER}))
    states = {row.state.value for row in desk.office.papers.rows(desk.actor, query)}
    assert states == {"handed_over", "struck"}


def test_the_calendar_of_duties_leads_to_its_kind_alone(desk: FrontDesk) -> None:
    customer = desk.customer(TANAKA)
    site = desk.office.jobs.sites(desk.actor, customer)[0].site
    desk.office.jobs.add_unit(desk.actor, site, UnitRecord(maker="見本電機", year=2016))
    found = {one.kind: one for one in desk.office.duties.all(desk.actor)}
    open_duty(desk.window.context, found[DutyKind.DESIGN_PERIODS])
    desk.calm()
    shown = desk.page.reminders
    assert {row.key.kind.value for row in shown.table.rows()} == {"design_period"}
    assert shown._about(shown.current()).startswith("made in 2016  見本電機")


def test_accounting_reads_the_list_and_acts_on_nothing(
    template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    with open_desk(template, tmp_path / "own", qtbot, Role.ACCOUNTING) as desk:
        shown = tab(desk)
        acts = (shown.letter_button, shown.labels_button, shown.called_button, shown.done_button)
        assert not any(act.isVisible() for act in acts)


def test_no_more_labels_are_addressed_than_go_at_once(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    says(desk, given=True)
    shown = tab(desk)
    monkeypatch.setattr(reminders_tab, "MOST_LABELS", 0)
    shown.labels()
    labels = desk.dialog()
    assert isinstance(labels, LabelDialog)
    assert labels.list.count() == 0
    labels.reject()


def test_the_home_page_says_how_many_are_due_this_month_and_leads_there(desk: FrontDesk) -> None:
    site = desk.office.jobs.sites(desk.actor, desk.customer(TANAKA))[0].site
    desk.office.jobs.add_unit(desk.actor, site, UnitRecord(maker="見本電機", year=2010))
    tab(desk)
    desk.go("today")
    desk.calm()
    desk.page.refresh()
    desk.wait(lambda: "1 reminder due this month" in texts_in(desk.page.attention).replace("(s)", ""))
    desk.page.attention._to_reminders()
    desk.calm()
    assert len(desk.page.reminders.table.rows()) == 2  # within the three months that are shown
