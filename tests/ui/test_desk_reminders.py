"""Reminders at the desk: what a line allows, calling, writing, and the way from the calendar of duties."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hvacdesk.domain.consents import ConsentEvent, ConsentKind, ConsentWay
from hvacdesk.domain.duties import DutyKind
from hvacdesk.domain.jobs import UnitRecord, WorkKind
from hvacdesk.domain.papers import PaperKind, RegisterQuery
from hvacdesk.domain.plans import AGREED, PlanRecord
from hvacdesk.domain.roles import Role
from hvacdesk.ui.calls.form import CallNoteForm
from hvacdesk.ui.duties.opening import open_duty
from hvacdesk.ui.notices.forms import ConsentForm
from hvacdesk.ui.papers.label_dialog import LabelDialog
from hvacdesk.ui.papers.paper_preview import PaperPreview
from hvacdesk.ui.reminders import reminders_tab
from hvacdesk.ui.reminders.reminders_tab import RemindersTab
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import SECRETS, TANAKA, FrontDesk, build_front_desk, open_desk
from tests.helpers.real_office import RealOffice
from tests.helpers.secret_service import SecretService

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> RealOffice:
    return build_front_desk(tmp_path_factory.mktemp("template") / "office")


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
    desk.key(form, Qt.Key.Key_S, CTRL)
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    assert allowed(shown) == (True, True, True)
    desk.click(shown.labels_button)
    labels = desk.dialog()
    assert isinstance(labels, LabelDialog)
    assert labels.list.count() == 1
    labels.reject()


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
