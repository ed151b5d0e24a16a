"""The screens of the leak desk: the list, a drill at each of its tabs, the forms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.incidents.concerned import Extent
from hvacdesk.domain.incidents.incident_texts import CommissionReport, IncidentPart
from hvacdesk.domain.incidents.incidents import IncidentDetail, Measure
from hvacdesk.domain.incidents.leak_rules import ANSWERED, Answer, Assessment, IncidentKind, Trigger
from hvacdesk.domain.papers.register import AWAY, RegisterQuery
from hvacdesk.domain.partners.partners import ClientTerms, FirmFacts
from hvacdesk.domain.roles import Role
from hvacdesk.services.incidents.incidents import Happening
from hvacdesk.ui.incidents.assess_form import AssessForm
from hvacdesk.ui.incidents.clients import ClientToldForm
from hvacdesk.ui.incidents.draft_dialog import DraftDialog
from hvacdesk.ui.incidents.forms import (
    AddCustomerForm,
    FactsForm,
    MeasureForm,
    NoteForm,
    RemoveCustomerForm,
    SentForm,
    TextForm,
)
from hvacdesk.ui.incidents.leaks_view import LeaksView
from hvacdesk.ui.incidents.letters_form import LettersForm
from hvacdesk.ui.incidents.out_papers import OutPapersDialog
from hvacdesk.ui.incidents.own_reports import AddToReportForm, OwnReportsDialog
from hvacdesk.ui.incidents.paper_forms import JoinForm, NamePapersForm, ReopenForm
from hvacdesk.ui.incidents.people_tab import TellForm
from hvacdesk.ui.incidents.report_form import ReportForm
from tests.helpers.finished_incident import finish
from tests.helpers.incident_writing import assess, keep_measure, write
from tests.helpers.screens import Screen
from tests.helpers.screens.safeguards import section
from tests.helpers.screens.stage import Stage


def drilled(stage: Stage, kind: IncidentKind = IncidentKind.STOLEN_PC) -> IncidentDetail:
    """A drill that somebody has begun to work at."""
    desk, actor = stage.office.incidents, stage.actor
    incident = desk.start_drill(actor, kind, stage.ctx.words)
    answers = dict.fromkeys(ANSWERED, Answer.NO) | {Trigger.IMPROPER: Answer.UNKNOWN}
    assess(desk, actor, incident, Assessment(answers))
    write(desk, actor, incident, IncidentPart.CAUSE, "車内に置いたまま駐車しました。")
    measure = Measure("", "ノートパソコンを車に置いて離れない決まりにする", actor.account, "2026-12-18")
    keep_measure(desk, actor, incident, measure)
    return desk.get(actor, incident)


def listed(stage: Stage) -> QWidget:
    """The list, whichever incident was in front before."""
    window = section("leaks")(stage)
    view = stage.window.page.section  # type: ignore[attr-defined]
    assert isinstance(view, LeaksView)
    view.show_list()
    return window


def at_tab(number: int) -> Callable[[Stage], QWidget]:
    """The drill with a tab in front."""

    def show(stage: Stage) -> QWidget:
        stage.go("safeguards", section="leaks", incident=drilled(stage).incident)
        view = stage.window.page.section  # type: ignore[attr-defined]
        assert isinstance(view, LeaksView)
        view.view.tabs.show_tab(number)
        return stage.window

    return show


CLIENT = "見本建設株式会社"


def of_client(stage: Stage) -> IncidentDetail:
    """A paper of a client contractor's job is gone; the client has not been told."""
    desk, actor, office = stage.office.incidents, stage.actor, stage.office
    terms = ClientTerms(leak_hours=24, leak_contact="安全管理課 052-000-0190")
    if CLIENT not in {row.facts.firm for row in office.partners.all(actor)}:
        office.partners.register(actor, FirmFacts(CLIENT, partner=False, client=True, terms=terms))
    job, customer = stage.job().job, stage.job().customer_number
    record = replace(office.jobs.record_for_edit(actor, job), client_contractor=CLIENT)
    office.jobs.change(actor, job, office.jobs.detail(actor, job).version, record)
    what = Happening(IncidentKind.STOLEN_PAPER, "佐藤が現場で鞄を盗まれた", customer=customer)
    number = desk.report(actor, what)
    return desk.get(actor, next(row.incident for row in desk.all(actor) if row.number == number))


def _client_at_tab(stage: Stage) -> QWidget:
    stage.go("safeguards", section="leaks", incident=of_client(stage).incident)
    view = stage.window.page.section  # type: ignore[attr-defined]
    assert isinstance(view, LeaksView)
    view.view.tabs.show_tab(1)
    return stage.window


def with_incident(make: Callable[[Stage, IncidentDetail], QWidget]) -> Callable[[Stage], QWidget]:
    """A form of the drill."""
    return lambda stage: stage.show(make(stage, drilled(stage)))


def _draft(stage: Stage, incident: IncidentDetail) -> DraftDialog:
    items = stage.office.incidents.papers.items(
        stage.actor, incident.incident, CommissionReport.FINAL, stage.ctx.words
    )
    return DraftDialog(stage.ctx, incident, CommissionReport.FINAL, items)


def _questions_of_a_loss(stage: Stage) -> QWidget:
    """Papers put out by mistake, and nobody can say whose."""
    desk, actor = stage.office.incidents, stage.actor
    number = desk.report(actor, Happening(IncidentKind.WRONG_DISPOSAL, "古紙に出しました"))
    lost = next(row.incident for row in desk.all(actor) if row.number == number)
    desk.customers.set_extent(actor, lost, Extent.UNTRACEABLE, shown=Extent.OPEN)
    return stage.show(AssessForm(stage.ctx, desk.get(actor, lost)))


STAFF = (("0" * 32, "佐藤 綾"),)


def _joining(stage: Stage, incident: IncidentDetail) -> JoinForm:
    desk, actor = stage.office.incidents, stage.actor
    desk.start_drill(actor, IncidentKind.LOST_PAPER, stage.ctx.words)
    others = [row for row in desk.all(actor) if row.drill and row.incident != incident.incident]
    return JoinForm(stage.ctx, incident, others)


def _reopening(stage: Stage, incident: IncidentDetail) -> ReopenForm:
    desk, actor = stage.office.incidents, stage.actor
    finish(desk, actor, incident.incident)
    desk.close(actor, incident.incident)
    return ReopenForm(stage.ctx, desk.get(actor, incident.incident))


def _own_reports(stage: Stage) -> QWidget:
    number = stage.customer().number
    what = Happening(IncidentKind.STOLEN_PAPER, "車から鞄が盗まれました", customer=number)
    stage.office.incidents.report(stage.actor, what)
    reports = stage.office.incidents.own_reports(stage.actor)
    return stage.show(OwnReportsDialog(stage.ctx, reports, stage.window))


def _add_to_report(stage: Stage) -> QWidget:
    stage.office.incidents.report(stage.actor, Happening(IncidentKind.STOLEN_PAPER, "鞄がありません"))
    report = stage.office.incidents.own_reports(stage.actor)[0]
    return stage.show(AddToReportForm(stage.ctx, report, stage.window))


def _papers_out(stage: Stage) -> QWidget:
    rows = stage.office.papers.rows(stage.actor, RegisterQuery(states=AWAY))
    return stage.show(OutPapersDialog(stage.ctx, rows, lambda _numbers: None, stage.window))


def _letters(stage: Stage, incident: IncidentDetail) -> LettersForm:
    texts = stage.office.incidents.papers.letter_texts(stage.actor, incident.incident, stage.ctx.words)
    return LettersForm(stage.ctx, incident, texts, letters=True)


LEAKS = (
    Screen("leak-own-reports", _own_reports, Role.DESK),
    Screen("leak-add-to-report", _add_to_report, Role.DESK),
    Screen("leak-papers-out", _papers_out, Role.DESK),
    Screen("leak-letters", lambda s: s.show(_letters(s, of_client(s))), Role.OWNER),
    Screen("leak-client", _client_at_tab, Role.OWNER),
    Screen("leak-client-told", lambda s: s.show(ClientToldForm(s.ctx, of_client(s))), Role.OWNER),
    Screen("leak-client-questions", lambda s: s.show(AssessForm(s.ctx, of_client(s))), Role.OWNER),
    Screen("leak-papers", with_incident(lambda s, one: NamePapersForm(s.ctx, one)), Role.OWNER),
    Screen("leak-join", with_incident(_joining), Role.OWNER),
    Screen("leak-reopen", with_incident(_reopening), Role.OWNER),
    Screen("leaks", listed, Role.OWNER),
    Screen("leak-facts", at_tab(0), Role.OWNER),
    Screen("leak-people", at_tab(1), Role.OWNER),
    Screen("leak-law", at_tab(2), Role.OWNER),
    Screen("leak-prevention", at_tab(3), Role.OWNER),
    Screen("leak-timeline", at_tab(4), Role.OWNER),
    Screen("leak-report", lambda stage: stage.show(ReportForm(stage.ctx)), Role.DESK),
    Screen("leak-facts-form", with_incident(lambda s, one: FactsForm(s.ctx, one, STAFF, ())), Role.OWNER),
    Screen("leak-text", with_incident(lambda s, one: TextForm(s.ctx, one, IncidentPart.ACTIONS)), Role.OWNER),
    Screen("leak-questions", with_incident(lambda s, one: AssessForm(s.ctx, one)), Role.OWNER),
    Screen("leak-questions-of-a-loss", _questions_of_a_loss, Role.OWNER),
    Screen("leak-draft", with_incident(_draft), Role.OWNER),
    Screen(
        "leak-sent", with_incident(lambda s, one: SentForm(s.ctx, one, CommissionReport.FINAL)), Role.OWNER
    ),
    Screen("leak-measure", with_incident(lambda s, one: MeasureForm(s.ctx, one, STAFF)), Role.OWNER),
    Screen("leak-add", with_incident(lambda s, one: AddCustomerForm(s.ctx, one)), Role.OWNER),
    Screen(
        "leak-remove",
        with_incident(lambda s, one: RemoveCustomerForm(s.ctx, one, one.concerned[0])),
        Role.OWNER,
    ),
    Screen(
        "leak-tell",
        with_incident(lambda s, one: TellForm(s.ctx, one, one.concerned[0], ("訓練 花子", "000-0000-0001"))),
        Role.OWNER,
    ),
    Screen("leak-note", with_incident(lambda s, one: NoteForm(s.ctx, one)), Role.OWNER),
)
