"""A drill from the lost work order to the closed incident, click by click, and a real report beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog
from pytestqt.qtbot import QtBot

from hvacdesk.domain.incidents.concerned import Outcome
from hvacdesk.domain.incidents.incident_texts import CommissionReport, IncidentPart
from hvacdesk.domain.incidents.leak_rules import ANSWERED, Answer, IncidentKind, LeakVerdict, Trigger
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.incidents.assess_form import AssessForm
from hvacdesk.ui.incidents.forms import MeasureForm, SentForm, TextForm
from hvacdesk.ui.incidents.incident_view import IncidentView
from hvacdesk.ui.incidents.leaks_view import LeaksView
from hvacdesk.ui.incidents.people_tab import TellForm
from hvacdesk.ui.incidents.report_form import ReportForm
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form_dialog import FormDialog
from tests.helpers.front_desk import FrontDesk, Reach, build_front_desk, open_desk, open_window
from tests.helpers.journey import AT_BOTH_PCS
from tests.helpers.paper import read_text
from tests.helpers.real_office import RealOffice
from tests.helpers.secret_service import SecretService


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> RealOffice:
    return build_front_desk(tmp_path_factory.mktemp("office") / "office")


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot, reach: Reach | None) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "drill", qtbot, Role.OWNER, reach) as opened:
        yield opened


def leaks(desk: FrontDesk) -> LeaksView:
    desk.go("safeguards", section="leaks")
    view = desk.page.section
    assert isinstance(view, LeaksView)
    return view


def saved(desk: FrontDesk, form: QDialog) -> None:
    """Press the form's *Save* and wait until it is gone and the incident was read again."""
    assert isinstance(form, FormDialog)
    desk.press(form, "Save")
    desk.wait(lambda: not form.isVisible())
    desk.calm()


def choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))


def write(desk: FrontDesk, view: IncidentView, part: IncidentPart, text: str) -> None:
    desk.click(view.facts.write_buttons[part])
    form = desk.dialog()
    assert isinstance(form, TextForm)
    form.text.setPlainText(text)
    saved(desk, form)


def answer(desk: FrontDesk, view: IncidentView, improper: Answer) -> None:
    view.tabs.show_tab(2)
    desk.click(view.law.answer_button)
    form = desk.dialog()
    assert isinstance(form, AssessForm)
    for trigger in ANSWERED:
        choose(form.triggers[trigger], (improper if trigger is Trigger.IMPROPER else Answer.NO).value)
    saved(desk, form)


def sent(desk: FrontDesk, view: IncidentView, report: CommissionReport) -> None:
    desk.click(view.law.sent_buttons[report])
    form = desk.dialog()
    assert isinstance(form, SentForm)
    form.number.setText("R8-000123")
    saved(desk, form)


@AT_BOTH_PCS
def test_a_drill_goes_from_the_lost_work_order_to_the_closed_incident(desk: FrontDesk) -> None:
    listed = leaks(desk)
    listed.list.start_drill(IncidentKind.LOST_PAPER)
    view = listed.view
    desk.wait(lambda: view.incident is not None)
    desk.calm()
    assert view.incident is not None
    incident = view.incident.incident
    assert (view.drill.text, view.drill.isVisible()) == ("DRILL", True)
    assert not view.close_button.isEnabled()

    write(desk, view, IncidentPart.CAUSE, "The van stood unlocked.")
    write(desk, view, IncidentPart.ACTIONS, "We looked for it and called the police.")

    view.tabs.show_tab(1)
    assert [row.number for row in view.people.table.rows()] == ["訓練-1"]
    desk.click(view.people.call_button)
    form = desk.dialog()
    assert isinstance(form, TellForm)
    assert form.outcome.currentData() == Outcome.REACHED.value
    saved(desk, form)

    answer(desk, view, Answer.UNKNOWN)
    assert view.incident.judgement.verdict is LeakVerdict.REPORT
    sent(desk, view, CommissionReport.PRELIMINARY)
    sent(desk, view, CommissionReport.FINAL)

    view.tabs.show_tab(3)
    desk.click(view.prevention.add_button)
    measure = desk.dialog()
    assert isinstance(measure, MeasureForm)
    measure.text.setText("Papers travel in a locked bag")
    measure.due.set_iso("2026-12-10")
    saved(desk, measure)
    assert not view.close_button.isEnabled()
    desk.click(view.prevention.done_button)

    desk.wait(view.close_button.isEnabled)
    desk.click(view.close_button)
    question = desk.dialog()
    assert isinstance(question, Dialog)
    assert question.primary is not None
    desk.click(question.primary)
    desk.wait(lambda: view.incident is not None and view.incident.closed)
    assert not view.close_button.isVisible()
    assert not view.people.call_button.isEnabled()
    assert not view.facts.write_buttons[IncidentPart.CAUSE].isVisible()

    papers, actor = desk.office.incidents.papers, desk.actor
    record = read_text(papers.record_pdf(actor, incident, english))
    for said in ("DRILL", "訓練-1", "Told by telephone", "locked bag", "R8-000123", "The van stood"):
        assert said in record
    report = read_text(papers.report_pdf(actor, incident, CommissionReport.FINAL, english))
    assert "DRILL" in report
    assert "Told by telephone: 1" in report
    assert desk.office.incidents.waiting(actor) == 0
    assert desk.office.incidents.duties(actor) == ()


def test_anybody_reports_by_one_key_and_the_owner_finds_it_on_the_home_page(
    template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    home = tmp_path / "reported"
    with open_desk(template, home, qtbot, Role.TECHNICIAN) as desk:
        desk.key(desk.window, Qt.Key.Key_F8)
        form = desk.dialog()
        assert isinstance(form, ReportForm)
        choose(form.kind, IncidentKind.MIS_SENT.value)
        form.text.setPlainText("A FAX went to a wrong number.")
        saved(desk, form)
    real = RealOffice(home, template.clock, template.accounts)
    with open_window(real, qtbot, Role.OWNER) as desk:
        assert [one.number for one in desk.office.today_page.overview(desk.actor).incidents] == ["I-0001"]
        view = leaks(desk)
        (row,) = view.list.table.rows()
        assert (row.number, row.begun) == ("I-0001", False)
        view.open(incident=row.incident)
        desk.calm()
        assert view.view.facts.texts[IncidentPart.WHAT].text() == "A FAX went to a wrong number."
        view.show_list()
        desk.calm()
        assert not view.list.table.rows()[0].begun, "to read it begins nothing"
        (waiting,) = desk.office.today_page.overview(desk.actor).incidents
        assert not waiting.begun
