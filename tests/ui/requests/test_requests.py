"""Openness at the desk: the notice and its tick, consents, somebody unknown, erasure, passwords."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from hvacdesk.domain.customers.customers import CustomerRow
from hvacdesk.domain.disposal.disposal import BLOCKER_STEPS, Blocker
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.requests.consents import ConsentKind
from hvacdesk.domain.requests.erasure_requests import ErasureAnswer, ErasureOutcome, KeptByLaw
from hvacdesk.domain.requests.purposes_notice import NoticeWay, first_texts
from hvacdesk.domain.requests.requests import (
    IdentityCheck,
    NewRequest,
    RequestDone,
    RequestKind,
    RequestRow,
    RequestState,
    RequestWay,
)
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import Phrase, english
from hvacdesk.services.requests.disclosure import DisclosureForm
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.disposal.erasure import DRAFTS, belongings
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.customers.list_tabs import PapersTab
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.pages.customers import CustomersPage
from hvacdesk.ui.pages.safeguards import SafeguardsPage
from hvacdesk.ui.printing.preview import PreviewDialog
from hvacdesk.ui.requests import in_the_way
from hvacdesk.ui.requests.answer_form import REFUSED, AnswerForm
from hvacdesk.ui.requests.disclose_dialog import DisclosureDialog
from hvacdesk.ui.requests.forms import CorrectForm, RequestForm
from hvacdesk.ui.requests.notice_forms import ConsentForm
from hvacdesk.ui.requests.notice_view import NoticeForm, NoticeView
from hvacdesk.ui.requests.openness_tab import OpennessTab
from hvacdesk.ui.requests.request_dialog import RequestDialog
from hvacdesk.ui.requests.requests_view import RequestsView
from hvacdesk.ui.widgets.choices import choose
from hvacdesk.ui.widgets.notice import Notice
from hvacdesk.ui.widgets.warning_box import WarningBox
from hvacdesk.ui.wording.places import chosen_text
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TANAKA, TODAY, FrontDesk, build_front_desk, open_desk, type_in
from tests.helpers.identity_checks import check_identity
from tests.helpers.secret_service import SecretService
from tests.helpers.typing_forms import interrupt

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(tmp_path: Path, qtbot: QtBot, who: Role) -> Iterator[FrontDesk]:
    template = build_front_desk(tmp_path / "template" / "office")
    with open_desk(template, tmp_path / "office", qtbot, who) as made:
        yield made


@pytest.fixture
def owner(tmp_path: Path, qtbot: QtBot, secret_service: SecretService) -> Iterator[FrontDesk]:
    assert secret_service.is_open()
    yield from opened(tmp_path, qtbot, Role.OWNER)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, secret_service: SecretService) -> Iterator[FrontDesk]:
    assert secret_service.is_open()
    yield from opened(tmp_path, qtbot, Role.DESK)


def save(desk: FrontDesk, form: NoticeForm | ConsentForm | RequestForm | CustomerForm) -> None:
    desk.key(form, Qt.Key.Key_S, CTRL)
    desk.wait(lambda: not form.isVisible())
    desk.calm()


def section(desk: FrontDesk, name: str) -> NoticeView | RequestsView:
    desk.go("safeguards", section=name)
    page = desk.page
    assert isinstance(page, SafeguardsPage)
    found = page.section
    assert isinstance(found, (NoticeView, RequestsView))
    return found


def request_of(desk: FrontDesk, kind: RequestKind, *, checked: bool = True) -> str:
    requests, actor = desk.office.requests, desk.actor
    request = requests.receive(actor, NewRequest(kind, RequestWay.COUNTER, TODAY, desk.customer(TANAKA)))
    if checked:
        check_identity(requests, actor, request, IdentityCheck.LICENCE)
    return request


def shown(desk: FrontDesk, request: str) -> RequestDialog:
    desk.go("safeguards", section="requests", request=request)
    found = desk.dialog()
    assert isinstance(found, RequestDialog)
    return found


def test_a_request_that_is_opened_from_elsewhere_is_the_chosen_one_behind_it(owner: FrontDesk) -> None:
    first, second = (request_of(owner, RequestKind.DISCLOSURE) for _ in range(2))
    for request in (second, first, second):
        owner.go("today")
        owner.key(shown(owner, request), Qt.Key.Key_Escape)
        owner.calm()
        page = owner.page
        assert isinstance(page, SafeguardsPage)
        assert isinstance(page.section, RequestsView)
        chosen = page.section.table.current()
        assert isinstance(chosen, RequestRow)
        assert chosen.request == request


def test_the_notice_is_written_and_ticked_for_a_new_customer(owner: FrontDesk) -> None:
    view = section(owner, "notice")
    assert isinstance(view, NoticeView)
    owner.click(view.write_button)
    form = owner.dialog()
    assert isinstance(form, NoticeForm)
    assert form.parts["purposes"].toPlainText()
    save(owner, form)
    assert len(view.table.rows()) == 1
    owner.go("customers", new="yes")
    new = owner.dialog()
    assert isinstance(new, CustomerForm)
    owner.calm()
    assert new.notice.tick.isEnabled()
    new.notice.tick.setChecked(True)
    choose(new.notice.ways, NoticeWay.READ_OUT.value)
    type_in(new.name.parts["family"], "森")
    type_in(new.name.parts["given"], "茂")
    save(owner, new)
    (row,) = owner.office.customers.search(owner.actor, "森").rows
    assert owner.office.notices.given(owner.actor, row.customer)[0].way is NoticeWay.READ_OUT


def new_customer(owner: FrontDesk) -> CustomerForm:
    owner.go("customers", new="yes")
    form = owner.dialog()
    assert isinstance(form, CustomerForm)
    owner.calm()
    return form


def test_after_an_interruption_a_given_notice_is_ticked_unless_it_was_worded_anew(owner: FrontDesk) -> None:
    owner.office.notices.write(owner.actor, first_texts(english), shown=0)
    new = new_customer(owner)
    new.notice.tick.setChecked(True)
    choose(new.notice.ways, NoticeWay.READ_OUT.value)
    type_in(new.name.parts["family"], "森")
    interrupt(new)
    again = new_customer(owner)
    assert again.notice.way() is NoticeWay.READ_OUT
    interrupt(again)
    owner.office.notices.write(owner.actor, replace(first_texts(english), purposes="別の目的"), shown=1)
    latest = new_customer(owner)
    assert (latest.name.parts["family"].text(), latest.notice.way()) == ("森", None)


def test_an_interrupted_request_comes_back_with_its_customer_and_goes_with_them(desk: FrontDesk) -> None:
    customer = desk.customer(TANAKA)
    view = section(desk, "requests")
    assert isinstance(view, RequestsView)
    view.add()
    form = desk.dialog()
    assert isinstance(form, RequestForm)
    form.set_customer(customer, "田中 ●●", firm=False)
    form.asked.setPlainText("去年の修理の記録")
    desk.window.drafts.keep_all()
    (left,) = desk.window.drafts.left_open()
    QDialog.reject(form)
    with desk.office._workplace.reading() as session:
        key = customer_store.get(session, customer).id
        assert DRAFTS in belongings(session, [key]).rows
    desk.go(left.page, **left.arguments)
    again = desk.dialog()
    assert isinstance(again, RequestForm)
    desk.wait(lambda: again._customer == customer)
    assert "田中" in again.who.text()
    assert again.asked.toPlainText() == "去年の修理の記録"
    save(desk, again)
    assert desk.window.drafts.left_open() == ()
    (row,) = desk.office.requests.all(desk.actor)
    assert row.customer == customer


def test_a_notice_printed_at_the_counter_is_noted_with_one_more_click(owner: FrontDesk) -> None:
    owner.office.notices.write(owner.actor, first_texts(english), shown=0)
    customer = owner.customer(TANAKA)
    owner.go("customers", customer=customer)
    owner.wait(lambda: owner.page.panel is not None)
    owner.calm()
    owner.press(owner.page.panel.tabs, "Data")
    (tab,) = owner.page.panel.findChildren(OpennessTab)
    owner.wait(lambda: "print" in tab.buttons)
    owner.click(tab.buttons["print"])
    preview = owner.dialog()
    assert isinstance(preview, PreviewDialog)
    owner.office.notices.write(owner.actor, first_texts(english), shown=1)  # what is printed stays the first
    preview.printed.emit("プリンター")
    preview.accept()
    owner.calm()
    (logged,) = owner.office.audit.entries(owner.actor, action=Action.NOTICE_PRINTED)
    assert logged.details["version"] == 1
    assert owner.office.notices.given(owner.actor, customer) == ()
    offered = next(one for one in owner.window.findChildren(Notice) if one.isVisible())
    offered._button.click()
    owner.wait(lambda: owner.office.notices.given(owner.actor, customer) != ())
    (given,) = owner.office.notices.given(owner.actor, customer)
    assert (given.version, given.way, given.given_on) == (1, NoticeWay.PAPER, TODAY)


def test_a_consent_is_recorded_and_withdrawn_on_the_customers_page(desk: FrontDesk) -> None:
    desk.go("customers", customer=desk.customer(TANAKA))
    desk.wait(lambda: desk.page.panel is not None)
    desk.calm()
    panel = desk.page.panel
    desk.press(panel.tabs, "Data")
    (tab,) = panel.findChildren(OpennessTab)
    for given in (True, False):
        desk.wait(lambda: ConsentKind.PHOTOS.value in tab.buttons)
        desk.click(tab.buttons[ConsentKind.PHOTOS.value])
        form = desk.dialog()
        assert isinstance(form, ConsentForm)
        save(desk, form)
        assert tab.shown is not None
        event = tab.shown.consent(ConsentKind.PHOTOS)
        assert event is not None
        assert event.given is given


def test_where_no_statement_is_heeded_a_card_number_has_to_go(desk: FrontDesk) -> None:
    form = ConsentForm(desk.window.context, desk.customer(TANAKA), ConsentKind.PHOTOS, given=True)
    form.open()
    type_in(form.note, "4111 1111 1111 1111")
    form.save()
    desk.calm()
    said = form.form.fields["note"].error.text()
    assert "card number" in said
    assert "Delete the number" in said
    assert "say so" not in said
    assert not form.not_a_number.isVisible()
    form.note.clear()
    save(desk, form)


def test_the_data_tab_sends_to_tabs_that_are_there(desk: FrontDesk) -> None:
    desk.go("customers", customer=desk.customer(TANAKA))
    desk.wait(lambda: desk.page.panel is not None)
    desk.calm()
    panel = desk.page.panel
    desk.press(panel.tabs, "Data")
    (tab,) = panel.findChildren(OpennessTab)
    desk.wait(lambda: tab.shown is not None)
    desk.calm()
    named = set(re.findall("see “(.+?)”", texts_in(tab)))
    assert named
    for name in named:
        desk.press(panel.tabs, name)


def test_the_data_tab_says_how_the_period_is_counted_and_leads_to_its_rule(desk: FrontDesk) -> None:
    customer = desk.customer(TANAKA)
    desk.go("customers", customer=customer)
    desk.wait(lambda: desk.page.panel is not None)
    desk.calm()
    panel = desk.page.panel
    desk.press(panel.tabs, "Data")
    (tab,) = panel.findChildren(OpennessTab)
    desk.wait(lambda: "rule" in tab.buttons)
    assert tab.shown is not None
    longest = tab.shown.reasons[0]
    assert desk.window.context.words(longest.title) in texts_in(tab)
    desk.click(tab.buttons["rule"])
    desk.wait(lambda: getattr(desk.page, "tab", "") == "retention")
    desk.calm()
    assert desk.page.retention.table.current().rule.code == longest.rule


def test_beside_the_data_tab_nothing_says_again_how_long_data_is_kept(desk: FrontDesk) -> None:
    customer = desk.customer(TANAKA)
    desk.go("customers", customer=customer)
    desk.wait(lambda: desk.page.panel is not None)
    desk.calm()
    panel = desk.page.panel
    assert panel.kept.isVisible()
    lines = panel.kept.told.text().splitlines()
    assert lines
    desk.press(panel.tabs, "Data")
    (tab,) = panel.findChildren(OpennessTab)
    desk.wait(lambda: tab.shown is not None)
    desk.calm()
    assert not panel.kept.isVisible()
    told = texts_in(panel)
    assert [line for line in lines if told.count(line) != 1] == [], "each of them once, and none is lost"
    panel.kept.read(customer)
    desk.calm()
    assert not panel.kept.isVisible(), "read again it stays out"
    desk.press(panel.tabs, "Jobs")
    assert panel.kept.isVisible()


def test_the_data_tab_says_from_when_on_the_data_can_be_disposed_of(desk: FrontDesk) -> None:
    customer = desk.customer(TANAKA)
    (row,) = desk.office.jobs.of_customer(desk.actor, customer)
    for kind in (EventKind.CONTRACT, EventKind.HANDOVER, EventKind.INVOICE, EventKind.SETTLEMENT):
        desk.office.jobs.record_event(desk.actor, row.job, JobEvent(kind, TODAY))
    first = desk.office.openness.kept_until(desk.actor, customer).disposable_from
    assert first is not None
    desk.go("customers", customer=customer)
    desk.wait(lambda: desk.page.panel is not None)
    desk.calm()
    desk.press(desk.page.panel.tabs, "Data")
    (tab,) = desk.page.panel.findChildren(OpennessTab)
    desk.wait(lambda: tab.shown is not None)
    desk.calm()
    said = f"The customer's data can be disposed of from {day_text(first.isoformat())} on."
    assert said in texts_in(tab)


def test_the_desk_receives_and_checks_and_leaves_the_answer_to_the_person_responsible(
    desk: FrontDesk,
) -> None:
    view = section(desk, "requests")
    assert isinstance(view, RequestsView)
    desk.click(view.add_button)
    form = desk.dialog()
    assert isinstance(form, RequestForm)
    desk.key(form, Qt.Key.Key_S, CTRL)
    desk.calm()
    assert form.isVisible()
    assert form.form.fields["name"].error.text()
    type_in(form.name, "見知らぬ 人")
    save(desk, form)
    dialog = desk.dialog()
    assert isinstance(dialog, RequestDialog)
    assert set(dialog.acts) == {"assign", "correct", "withdraw"}
    desk.click(dialog.acts["withdraw"])
    ended = desk.dialog()
    assert isinstance(ended, RequestDialog)
    assert ended.row.state is RequestState.WITHDRAWN
    ended.reject()
    checked = shown(desk, request_of(desk, RequestKind.DISCLOSURE))
    assert set(checked.acts) == {"customer", "correct", "withdraw"}
    assert any("person responsible does this" in said for said in warnings(checked)), "who goes on"
    checked.reject()
    correction = shown(desk, request_of(desk, RequestKind.CORRECTION))
    assert correction.primary is not None
    assert correction.primary.text() == "Show the customer", "the desk itself corrects"
    assert any("Then a person responsible answers." in said for said in warnings(correction))
    correction.reject()
    ready = shown(desk, request_of(desk, RequestKind.SUSPENSION))
    assert any("ready to be answered" in said for said in warnings(ready))
    ready.reject()


def test_what_was_noted_is_put_right_before_the_answer(desk: FrontDesk) -> None:
    request = request_of(desk, RequestKind.DISCLOSURE)
    dialog = shown(desk, request)
    desk.click(dialog.acts["correct"])
    form = desk.dialog()
    assert isinstance(form, CorrectForm)
    assert form.typed() is None, "nothing was changed yet"
    form.asked.setPlainText("工事の記録だけ")
    save(desk, form)
    again = desk.dialog()
    assert isinstance(again, RequestDialog)
    assert (again.detail.asked, again.row.state) == ("工事の記録だけ", RequestState.CHECKED)
    desk.click(again.acts["correct"])
    form = desk.dialog()
    assert isinstance(form, CorrectForm)
    form.by_agent.setChecked(True)
    type_in(form.name, "代理 人")
    save(desk, form)
    anew = desk.dialog()
    assert isinstance(anew, RequestDialog)
    assert (anew.row.state, anew.row.by_agent) == (RequestState.RECEIVED, True), "who asks is checked anew"
    anew.reject()


def warnings(dialog: RequestDialog) -> list[str]:
    return [box.accessibleName() for box in dialog.findChildren(WarningBox)]


def test_the_customer_of_a_request_stands_in_the_list_and_the_way_leads_back(desk: FrontDesk) -> None:
    """A search that was left standing showed somebody else beside the customer."""
    desk.go("customers")
    page = desk.page
    assert isinstance(page, CustomersPage)
    type_in(page.search, "存在しない名前")
    desk.wait(lambda: page.results.resting and not page.table.rows())
    request = request_of(desk, RequestKind.DISCLOSURE)
    dialog = shown(desk, request)
    desk.click(dialog.acts["customer"])
    desk.wait(lambda: page.panel is not None and page.results.resting and len(page.table.rows()) == 1)
    row = page.table.current()
    assert isinstance(row, CustomerRow)
    assert row.customer == desk.customer(TANAKA)
    (back,) = [one for one in desk.window.findChildren(QPushButton) if one.text() == "Back to the request"]
    desk.click(back)
    desk.calm()
    again = desk.dialog()
    assert isinstance(again, RequestDialog)
    assert again.row.request == request
    again.reject()


def test_who_was_chosen_is_named_with_number_and_place(desk: FrontDesk) -> None:
    detail = desk.office.customers.detail(desk.actor, desk.customer(TANAKA))
    desk.go("safeguards", section="requests", enter="yes", customer=detail.customer)
    desk.calm()
    form = desk.dialog()
    assert isinstance(form, RequestForm)
    desk.wait(lambda: detail.number in form.who.text())
    assert form.who.text() == chosen_text(detail)
    assert detail.address.text[-3:] in form.who.text()
    form.reject()


def test_an_erasure_is_begun_and_answered_with_what_laws_keep(owner: FrontDesk) -> None:
    dialog = shown(owner, request_of(owner, RequestKind.ERASURE))
    owner.click(dialog.acts["outlook"])
    preview = owner.dialog()
    assert isinstance(preview, PreviewDialog)
    preview.reject()
    owner.calm()
    assert dialog.primary is not None
    assert dialog.primary.text() == "Close", "what stops it is listed, and there is nothing to answer"
    assert dialog.acts["erase"].text() == "Erase as soon as it is possible", "it does not begin now"
    assert ("What was done", "") in dialog._facts()
    owner.click(dialog.acts["answer"])
    form = owner.dialog()
    assert isinstance(form, AnswerForm)
    assert [form.decision.itemData(at) for at in range(form.decision.count())] == [REFUSED]
    form.reject()
    owner.calm()
    owner.click(dialog.acts["erase"])
    owner.calm()
    answer = owner.office.disposal.erasures.answer(owner.actor, owner.customer(TANAKA))
    assert answer.asked_on == TODAY
    noted = owner.dialog()
    assert isinstance(noted, RequestDialog)
    assert "erase" not in noted.acts, "it is noted, and begins by itself in a review"
    assert any("noted" in value for _name, value in noted._facts())


def test_a_purpose_is_answered_once_the_notice_was_printed_for_whoever_asked(owner: FrontDesk) -> None:
    owner.office.notices.write(owner.actor, first_texts(english), shown=0)
    dialog = shown(owner, request_of(owner, RequestKind.PURPOSE))
    assert dialog.primary is not None
    assert dialog.primary.text() == "Print the purposes notice", "the next step"
    owner.click(dialog.acts["notice"])
    preview = owner.dialog()
    assert isinstance(preview, PreviewDialog)
    preview.reject()
    owner.calm()
    assert owner.office.notices.given(owner.actor, owner.customer(TANAKA)) == ()
    owner.click(dialog.acts["notice"])
    preview = owner.dialog()
    assert isinstance(preview, PreviewDialog)
    preview.printed.emit("プリンター")
    preview.accept()
    owner.wait(lambda: owner.office.notices.given(owner.actor, owner.customer(TANAKA)) != ())
    owner.calm()
    again = owner.dialog()
    assert isinstance(again, RequestDialog)
    assert again.primary is not None
    assert again.primary.text() == "Answer…"


def test_a_disclosure_that_cannot_be_saved_is_not_made(owner: FrontDesk, tmp_path: Path) -> None:
    request = request_of(owner, RequestKind.DISCLOSURE)
    dialog = shown(owner, request)
    owner.click(dialog.acts["disclose"])
    asking = owner.dialog()
    assert isinstance(asking, DisclosureDialog)
    asking.save_to(str(tmp_path / "no such folder" / "told.pdf"))
    owner.calm()
    assert owner.office.requests.detail(owner.actor, request).done.on == ""
    assert owner.office.outside_lists.out(owner.actor) == ()
    owner.dialog().reject()


def test_a_pdf_to_be_sent_has_a_password_that_is_forgotten(owner: FrontDesk, tmp_path: Path) -> None:
    row = owner.office.requests.detail(owner.actor, request_of(owner, RequestKind.DISCLOSURE)).row
    dialog = DisclosureDialog(owner.window.context, row)
    dialog.open()
    choose(dialog.kind, DisclosureForm.JSON.value)
    assert not dialog.locked.isEnabled()
    choose(dialog.kind, DisclosureForm.PDF.value)
    dialog.locked.setChecked(True)
    path = tmp_path / "told.pdf"
    dialog.save_to(str(path))
    owner.wait(lambda: dialog.one_time)
    owner.calm()
    reader = PdfReader(io.BytesIO(path.read_bytes()), password=dialog.one_time)
    assert TANAKA.name.given in reader.pages[0].extract_text()
    dialog.accept()
    assert dialog.one_time == ""


def test_a_request_for_erasure_says_what_stands_in_its_way_and_leads_there(owner: FrontDesk) -> None:
    request = request_of(owner, RequestKind.ERASURE)
    dialog = shown(owner, request)
    assert dialog.in_the_way is not None
    lines = {line.name: line for line in dialog.in_the_way.lines}
    job = lines["A job is still open"]
    assert job.notes == ("Finish the job, or cancel it.",)
    (way,) = job.actions
    way.slot()
    owner.wait(lambda: owner.page.panel is not None)
    assert owner.page.panel.detail.customer == owner.customer(TANAKA)
    assert not dialog.isVisible()


@pytest.mark.parametrize("until", ["", "2027-03-31"])
def test_a_hold_papers_and_laws_are_named_with_the_way_on(owner: FrontDesk, until: str) -> None:
    detail = owner.office.requests.detail(owner.actor, request_of(owner, RequestKind.ERASURE))
    customer = owner.customer(TANAKA)
    ledger = Phrase("Retention", "Accounting books")
    blocked = ErasureAnswer(
        customer,
        "C-1",
        ErasureOutcome.BLOCKED,
        kept=(
            KeptByLaw("会社法432条", ledger, (RecordField.NAME,), "2033-03-31"),
            KeptByLaw("会社法432条", ledger, (RecordField.NAME,), "", EventKind.INVOICE),
        ),
        blockers=(Blocker.COPY_OUT,),
        on_hold=True,
        hold_until=until,
    )
    done = RequestDone(erasure=ErasureOutcome.BLOCKED, in_the_way=blocked)
    dialog = RequestDialog(owner.window.context, replace(detail, done=done))
    dialog.open()
    assert dialog.in_the_way is not None
    copy, hold, dated, waiting = dialog.in_the_way.lines
    assert "2033-03-31" in dated.notes[0]
    assert "Invoice" in waiting.notes[0]
    assert hold.name == ("The disposal is on hold until 2027-03-31." if until else "The disposal is on hold.")
    copy.actions[0].slot()
    owner.wait(lambda: owner.page.panel is not None)
    owner.calm()
    (papers,) = owner.page.panel.findChildren(PapersTab)
    assert papers.isVisible()


def test_everything_that_can_stand_in_the_way_has_a_next_step_and_a_way() -> None:
    assert set(BLOCKER_STEPS) == set(in_the_way._WAYS) == set(Blocker)
