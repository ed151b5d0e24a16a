"""The leak desk in its windows: stolen papers, what is left to do, closing and opening again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.invoices import InvoiceLineRecord
from hvacdesk.domain.incidents.incident_gaps import Gap
from hvacdesk.domain.incidents.incident_texts import IncidentPart
from hvacdesk.domain.incidents.leak_rules import Assessment, IncidentKind
from hvacdesk.domain.papers.register import PaperRow, PaperState
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.partners.partners import ClientTerms, FirmFacts
from hvacdesk.domain.roles import Role
from hvacdesk.services.incidents.incidents import Happening
from hvacdesk.ui.finder.which_copy import WhichCopyDialog
from hvacdesk.ui.incidents import out_papers
from hvacdesk.ui.incidents.assess_form import AssessForm
from hvacdesk.ui.incidents.clients import ClientToldForm
from hvacdesk.ui.incidents.forms import MeasureForm, TextForm
from hvacdesk.ui.incidents.incident_view import IncidentView
from hvacdesk.ui.incidents.leaks_view import LeaksView
from hvacdesk.ui.incidents.out_papers import OutPapersDialog
from hvacdesk.ui.incidents.paper_forms import JoinForm, NamePapersForm, ReopenForm
from hvacdesk.ui.incidents.report_form import ReportForm
from hvacdesk.ui.pages.safeguards import SafeguardsPage
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form_dialog import FormDialog
from tests.helpers.desk_office import texts_in
from tests.helpers.finished_incident import finish
from tests.helpers.front_desk import TANAKA, FrontDesk, build_front_desk, open_desk
from tests.helpers.incident_writing import assess
from tests.helpers.secret_service import SecretService


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, secret_service: SecretService) -> Iterator[FrontDesk]:
    assert secret_service.is_open()
    template = build_front_desk(tmp_path / "template" / "office")
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as made:
        yield made


def printed_order(desk: FrontDesk) -> tuple[str, tuple[str, ...]]:
    """The number of a work order that was printed, and the record ids of its three copies."""
    office, actor = desk.office, desk.actor
    job = office.jobs.day(actor, office.today())[0].job
    profiles = (Profile.TECHNICIAN, Profile.CUSTOMER, Profile.OFFICE)
    order = office.work_orders.issue(actor, job, profiles, desk.window.context.words)
    copies = tuple(copy.copy for copy in order.copies)
    office.work_orders.printed(actor, copies, "プリンター")
    return order.number, copies


def printed_twice(desk: FrontDesk) -> tuple[PaperRow, PaperRow]:
    """The paper of an invoice, and the one of its filed page, which was printed again."""
    office, actor = desk.office, desk.actor
    made = office.invoices.draft_free(actor, desk.customer(TANAKA))
    draft = office.invoices.detail(actor, made)
    record = replace(draft.record, lines=(InvoiceLineRecord("点検", 1.0, "式", 1000),))
    issued = office.invoices.issue(actor, made, draft.row.version, desk.window.context.words, record)
    office.papers.printed(actor, [issued.paper.paper], "プリンター")
    (again,) = office.filed_invoices.printed(actor, [issued.document], "プリンター")
    return issued.paper, again


def view_of(desk: FrontDesk, incident: str) -> IncidentView:
    desk.go("safeguards", section="leaks", incident=incident)
    page = desk.page
    assert isinstance(page, SafeguardsPage)
    assert isinstance(page.section, LeaksView)
    view = page.section.view
    desk.wait(lambda: view.incident is not None and view.incident.incident == incident)
    desk.calm()
    return view


def newest(desk: FrontDesk) -> str:
    return desk.office.incidents.all(desk.actor)[0].incident


def test_the_report_takes_a_number_and_asks_which_copies_were_stolen(desk: FrontDesk) -> None:
    number, copies = printed_order(desk)
    desk.key(desk.window, Qt.Key.Key_F8)
    form = desk.dialog()
    assert isinstance(form, ReportForm)
    form.text.setPlainText("車から鞄ごと盗まれました")
    form.paper.setPlainText(number)
    desk.key(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    desk.calm()
    which = desk.dialog()
    assert isinstance(which, WhichCopyDialog)
    assert [paper.paper for paper in which.picked] == [copies[0]], "what is out is the likeliest"
    which.buttons_of[copies[2]].setChecked(True)
    assert which.primary is not None
    desk.click(which.primary)
    desk.wait(lambda: not form.isVisible())
    found = desk.office.incidents.get(desk.actor, newest(desk))
    assert [paper.paper for paper in found.papers] == [copies[0], copies[2]]
    assert len(desk.office.incidents.all(desk.actor)) == 1


def test_which_copy_is_asked_and_a_long_list_stays_whole(desk: FrontDesk) -> None:
    number, _copies = printed_order(desk)
    desk.office.incidents.report(desk.actor, Happening(IncidentKind.OTHER, "鞄がありません"))
    form = NamePapersForm(desk.window.context, desk.office.incidents.get(desk.actor, newest(desk)))
    form.open()
    others = [f"P2026-{count:05}" for count in range(1, 251)]
    form.paper.setPlainText("\n".join((number, *others)))
    form.save()
    desk.calm()
    which = desk.dialog()
    assert isinstance(which, WhichCopyDialog)
    assert which.primary is not None
    desk.click(which.primary)
    desk.calm()
    assert form.paper.toPlainText().splitlines()[1:] == others
    form.done(0)


def test_the_papers_that_are_out_are_added_to_a_long_list(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, _copies = printed_order(desk)
    desk.office.incidents.report(desk.actor, Happening(IncidentKind.OTHER, "鞄がありません"))
    form = NamePapersForm(desk.window.context, desk.office.incidents.get(desk.actor, newest(desk)))
    form.open()
    typed = [f"P2026-{count:05}" for count in range(1, 251)]
    form.paper.setPlainText("\n".join(typed))
    monkeypatch.setattr(out_papers, "MOST_LISTED", 1)
    desk.press(form, "Choose from the papers that are out…")
    desk.calm()
    out = desk.dialog()
    assert isinstance(out, OutPapersDialog)
    assert "The list holds the first 1." in texts_in(out)
    out.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert out.primary is not None
    desk.click(out.primary)
    assert form.paper.toPlainText().splitlines() == [*typed, f"{number}  1/3"]
    form.done(0)


def test_papers_are_added_to_an_open_incident_and_taken_off(desk: FrontDesk) -> None:
    number, _copies = printed_order(desk)
    desk.office.incidents.report(desk.actor, Happening(IncidentKind.OTHER, "鞄がありません"))
    view = view_of(desk, newest(desk))
    desk.click(view.facts.papers_button)
    form = desk.dialog()
    assert isinstance(form, NamePapersForm)
    form.paper.setPlainText(f"{number} 1/3\n9999")
    form.save()
    desk.calm()
    assert "2" in form.form.fields["paper"].error.text(), "the second line names no paper"
    form.paper.setPlainText(f"{number} 1/3")
    form.save()
    desk.wait(lambda: not form.isVisible())
    desk.wait(lambda: len(view.facts.papers.lines) == 1)
    (line,) = view.facts.papers.lines
    line.actions[0].slot()
    desk.wait(lambda: view.facts.papers.lines == ())


def test_what_is_left_to_do_leads_to_where_it_is_done(desk: FrontDesk) -> None:
    desk.office.incidents.report(desk.actor, Happening(IncidentKind.OTHER, "鞄がありません"))
    view = view_of(desk, newest(desk))
    assert set(view.gap_buttons) >= {Gap.EXTENT, Gap.ASSESSMENT, Gap.CAUSE, Gap.ACTIONS, Gap.PREVENTION}
    for gap, tab, kind in (
        (Gap.CAUSE, view.facts, TextForm),
        (Gap.ASSESSMENT, view.law, AssessForm),
        (Gap.PREVENTION, view.prevention, MeasureForm),
        (Gap.EXTENT, view.people, None),
    ):
        desk.click(view.gap_buttons[gap])
        desk.calm()
        assert view.tabs.stack.currentWidget() is tab
        if kind is not None:
            form = desk.dialog()
            assert isinstance(form, kind)
            form.reject()
            desk.calm()


def test_each_thing_left_to_do_has_its_place(desk: FrontDesk) -> None:
    desk.office.incidents.report(desk.actor, Happening(IncidentKind.OTHER, "鞄がありません"))
    assess(desk.office.incidents, desk.actor, newest(desk), Assessment(client="見本建設株式会社"))
    view = view_of(desk, newest(desk))
    places = view._places()
    assert list(places) == list(Gap)
    for gap, (tab, act) in places.items():
        view.go_to(gap)
        desk.calm()
        assert view.tabs.stack.currentWidget() is tab, gap
        if act is not None:
            form = desk.dialog()
            assert isinstance(form, FormDialog), gap
            form.reject()
            desk.calm()


def test_closing_asks_first_and_a_reason_opens_it_again(desk: FrontDesk) -> None:
    number, _copies = printed_order(desk)
    what = Happening(IncidentKind.OTHER, "鞄がありません", paper=f"{number} 1/3")
    desk.office.incidents.report(desk.actor, what)
    incident = newest(desk)
    finish(desk.office.incidents, desk.actor, incident)
    view = view_of(desk, incident)
    assert not view.gap_buttons
    desk.click(view.close_button)
    question = desk.dialog()
    assert isinstance(question, Dialog)
    question.reject()
    desk.calm()
    assert not desk.office.incidents.get(desk.actor, incident).closed
    desk.click(view.close_button)
    question = desk.dialog()
    assert isinstance(question, Dialog)
    assert question.primary is not None
    desk.click(question.primary)
    desk.wait(lambda: view.incident is not None and view.incident.closed)
    desk.calm()
    assert not view.close_button.isVisible()
    desk.click(view.reopen_button)
    form = desk.dialog()
    assert isinstance(form, ReopenForm)
    form.save()
    desk.calm()
    assert form.form.fields["reason"].error.text()
    form.reason.setPlainText("拾った人から連絡がありました")
    form.save()
    desk.wait(lambda: view.incident is not None and not view.incident.closed)
    desk.calm()
    said = [str(cell) for row in view.timeline.table.rows() for cell in (row.text,)]
    assert "拾った人から連絡がありました" in said


def test_a_second_lost_paper_is_put_to_the_first(desk: FrontDesk) -> None:
    number, copies = printed_order(desk)
    desk.go("work_orders", copies="yes")
    scan = desk.page.register.scan
    for copy, part_of in ((f"{number} 1/3", 0), (f"{number} 3/3", 1)):
        scan.choose(PaperState.LOST)
        scan.code.setText(copy)
        scan.register()
        desk.calm()
        question = desk.dialog()
        assert isinstance(question, Dialog)
        boxes = question.findChildren(type(desk.page.register.states))
        if boxes:
            boxes[0].setCurrentIndex(part_of)
        assert bool(boxes) is bool(part_of)
        assert question.primary is not None
        desk.click(question.primary)
        desk.calm()
    (row,) = desk.office.incidents.all(desk.actor)
    assert len(row.papers) == 2
    assert {copies[0], copies[2]} == {
        paper.paper for paper in desk.office.incidents.get(desk.actor, row.incident).papers
    }


def test_a_return_by_number_asks_which_copy_came_back(desk: FrontDesk) -> None:
    number, copies = printed_order(desk)
    desk.go("work_orders", copies="yes")
    scan = desk.page.register.scan
    scan.choose(PaperState.SHREDDED)
    scan.code.setText(number)
    scan.register()
    desk.calm()
    which = desk.dialog()
    assert isinstance(which, WhichCopyDialog)
    assert which.picked == ()
    assert which.primary is not None
    assert not which.primary.isEnabled()
    which.buttons_of[copies[0]].setChecked(True)
    desk.click(which.primary)
    desk.calm()
    states = [desk.office.papers.find(desk.actor, copy).state for copy in copies]
    assert states == [PaperState.SHREDDED, PaperState.HANDED_OVER, PaperState.KEPT]


def test_a_code_on_two_sheets_asks_which_one_it_is(desk: FrontDesk) -> None:
    """A filed page that was printed again."""
    first, second = printed_twice(desk)
    desk.go("work_orders", copies="yes")
    scan = desk.page.register.scan
    scan.choose(PaperState.SHREDDED)
    scan.code.setText(first.code)
    scan.register()
    desk.calm()
    which = desk.dialog()
    assert isinstance(which, WhichCopyDialog)
    assert which.windowTitle() == "Which paper is it?"
    assert "entered on 24 Nov 2026" in which.buttons_of[first.paper].text()
    which.buttons_of[second.paper].setChecked(True)
    assert which.primary is not None
    desk.click(which.primary)
    desk.calm()
    states = [desk.office.papers.find(desk.actor, one.paper).state for one in (first, second)]
    assert states == [PaperState.HANDED_OVER, PaperState.SHREDDED]


def test_a_report_is_about_the_sheet_that_was_chosen(desk: FrontDesk) -> None:
    first, _second = printed_twice(desk)
    desk.key(desk.window, Qt.Key.Key_F8)
    form = desk.dialog()
    assert isinstance(form, ReportForm)
    form.text.setPlainText("封筒ごとなくしました")
    form.paper.setPlainText(first.code)
    desk.key(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    desk.calm()
    which = desk.dialog()
    assert isinstance(which, WhichCopyDialog)
    which.buttons_of[first.paper].setChecked(True)
    assert which.primary is not None
    desk.click(which.primary)
    desk.wait(lambda: not form.isVisible())
    (named,) = desk.office.incidents.get(desk.actor, newest(desk)).papers
    assert named.paper == first.paper


def test_two_incidents_are_joined_from_the_one_that_is_open(desk: FrontDesk) -> None:
    incidents, actor = desk.office.incidents, desk.actor
    for text in ("一つめ", "二つめ"):
        incidents.report(actor, Happening(IncidentKind.OTHER, text))
    newer, older = (row.incident for row in incidents.all(actor))
    view = view_of(desk, newer)
    desk.click(view.join_button)
    desk.calm()
    form = desk.dialog()
    assert isinstance(form, JoinForm)
    assert form.other.currentData() == older
    form.save()
    desk.wait(lambda: incidents.get(actor, older).closed)
    desk.calm()
    assert view.incident is not None
    assert view.incident.texts[IncidentPart.WHAT] == "二つめ\n一つめ"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("一つめの続き", "二つめ\n一つめ\n一つめの続き"), ("二つめ\n一つめ\n続き", "二つめ\n一つめ\n続き")],
    ids=["about the other", "went on in this one already"],
)
def test_what_was_typed_about_the_joined_one_goes_below_this_ones_text_once(
    desk: FrontDesk, typed: str, shown: str
) -> None:
    incidents, actor = desk.office.incidents, desk.actor
    for text in ("一つめ", "二つめ"):
        incidents.report(actor, Happening(IncidentKind.OTHER, text))
    newer, older = (row.incident for row in incidents.all(actor))
    incidents.join(actor, newer, older)
    found = replace(incidents.get(actor, newer), typed_for=older)
    form = TextForm(desk.window.context, found, IncidentPart.WHAT)
    desk.qtbot.addWidget(form)
    form.fill({IncidentPart.WHAT.value: typed})
    assert form.text.toPlainText() == shown


def test_few_questions_leave_room_below_and_stretch_nothing(desk: FrontDesk) -> None:
    desk.office.incidents.report(desk.actor, Happening(IncidentKind.MISUSE, "持ち出しがありました"))
    view = view_of(desk, newest(desk))
    view.law.assess()
    desk.calm()
    form = desk.dialog()
    assert isinstance(form, AssessForm)
    for field in form.form.fields.values():
        assert field.height() <= field.sizeHint().height() + 2, field.accessibleName()


def test_a_clients_leak_says_over_every_tab_who_is_told_first(desk: FrontDesk) -> None:
    """The contract's hours begin at once; nobody has to look for them behind the questions of the law."""
    office, actor = desk.office, desk.actor
    terms = ClientTerms(leak_hours=24, leak_contact="安全管理課 052-000-0190")
    office.partners.register(actor, FirmFacts("見本建設株式会社", False, True, terms=terms))
    job = office.jobs.day(actor, office.today())[0].job
    record = replace(office.jobs.record_for_edit(actor, job), client_contractor="見本建設株式会社")
    office.jobs.change(actor, job, office.jobs.detail(actor, job).version, record)
    _number, copies = printed_order(desk)
    incident = office.papers.register_return(actor, copies[0], PaperState.LOST) and newest(desk)
    view = view_of(desk, incident)
    assert next(iter(view.gap_buttons)) is Gap.CLIENT
    assert all(part in view.clients.accessibleName() for part in ("見本建設株式会社", "24", "052-000-0190"))
    desk.click(view.gap_buttons[Gap.ASSESSMENT])
    desk.calm()
    questions = desk.dialog()
    assert isinstance(questions, AssessForm)
    assert questions.client.text() == "見本建設株式会社", "nobody types it by hand"
    questions.reject()
    view.people.call()
    desk.calm()
    question = desk.dialog()
    assert not isinstance(question, FormDialog), "before the call stands the client's word"
    question.reject()
    assert view.clients.button is not None
    desk.click(view.clients.button)
    desk.calm()
    form = desk.dialog()
    assert isinstance(form, ClientToldForm)
    form.save()
    desk.wait(lambda: Gap.CLIENT not in view.gap_buttons)
    assert office.incidents.get(actor, incident).clients_to_tell == ()
