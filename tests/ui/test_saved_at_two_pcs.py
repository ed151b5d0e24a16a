"""The same record open at two PCs: the second save undoes nothing of the first, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.invoices import BankAccount
from hvacdesk.domain.disposal.media import MediumFacts, MediumKind
from hvacdesk.domain.incidents.incident_texts import CommissionReport, IncidentPart
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.jobs.surveys import Qualification, Survey, SurveyOutcome, SurveyTarget
from hvacdesk.domain.partners.partner_orders import NewOrder
from hvacdesk.domain.partners.partners import FirmFacts
from hvacdesk.domain.requests.purposes_notice import first_texts
from hvacdesk.domain.requests.requests import IdentityCheck, NewRequest, RequestKind, RequestWay
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.incidents.incidents import Happening
from hvacdesk.ui.billing.billing_facts_form import BillingFactsForm
from hvacdesk.ui.disposal.media_forms import MediumForm
from hvacdesk.ui.incidents.clients import ClientToldForm
from hvacdesk.ui.incidents.draft_dialog import DraftDialog
from hvacdesk.ui.incidents.forms import FactsForm, SentForm
from hvacdesk.ui.incidents.letters_form import LettersForm
from hvacdesk.ui.jobs.survey_form import SurveyForm
from hvacdesk.ui.partners.firm_form import FirmForm
from hvacdesk.ui.partners.order_forms import OrderForm
from hvacdesk.ui.requests.forms import CorrectForm, IdentityForm
from hvacdesk.ui.requests.notice_view import NoticeForm
from hvacdesk.ui.widgets.choices import choose
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TANAKA, FrontDesk, open_desk
from tests.helpers.others_save import in_place, save
from tests.helpers.real_office import RealOffice


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as opened:
        yield opened


def test_the_asbestos_survey(desk: FrontDesk) -> None:
    results, actor = desk.office.results, desk.actor
    job = desk.office.jobs.of_customer(actor, desk.customer(TANAKA))[0].job
    first = Survey(
        "2026-11-20",
        "山本",
        SurveyOutcome.NONE_FOUND,
        SurveyTarget.BUILDING,
        Qualification.GENERAL,
        "図面",
    )
    results.record_survey(actor, job, first, shown=Survey())
    form = SurveyForm(desk.window.context, results.sheet(actor, job))
    form.open()
    desk.calm()
    form.fields.by.setText("山口")
    found = replace(first, outcome=SurveyOutcome.FOUND, basis="分析")
    results.record_survey(actor, job, found, shown=first)
    save(desk, form)
    fresh = in_place(desk, form)
    assert "分析" in texts_in(fresh)
    assert results.sheet(actor, job).results.survey == found
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    assert results.sheet(actor, job).results.survey == replace(found, by="山口")


NEW = NewRequest(
    RequestKind.DISCLOSURE, RequestWay.PHONE, "2026-11-20", name="見知らぬ 人", contact="090-8765-0000"
)


def test_a_request(desk: FrontDesk) -> None:
    requests, actor = desk.office.requests, desk.actor
    request = requests.receive(actor, NEW)
    form = CorrectForm(desk.window.context, requests.detail(actor, request))
    form.open()
    desk.calm()
    form.contact.setText("090-8765-1111")
    earlier = replace(NEW, received_on="2026-11-10")
    requests.correct(actor, request, earlier, shown=NEW)
    save(desk, form)
    fresh = in_place(desk, form)
    assert "10 Nov 2026" in texts_in(fresh.others)
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    assert requests.detail(actor, request).noted == replace(earlier, contact="090-8765-1111")


def test_the_identity_of_who_asks(desk: FrontDesk) -> None:
    requests, actor = desk.office.requests, desk.actor
    request = requests.receive(actor, NEW)
    form = IdentityForm(desk.window.context, requests.detail(actor, request))
    form.open()
    desk.calm()
    choose(form.identity, IdentityCheck.KNOWN)
    requests.check_identity(actor, request, IdentityCheck.LICENCE, shown=NEW, known_by=None)
    save(desk, form)
    fresh = in_place(desk, form)
    assert fresh.primary.text() == "Save mine on top"
    assert requests.detail(actor, request).row.identity is IdentityCheck.LICENCE
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    assert requests.detail(actor, request).row.identity is IdentityCheck.KNOWN


def test_a_firm(desk: FrontDesk) -> None:
    partners, actor, firm = desk.office.partners, desk.actor, FirmFacts("協力一号", representative="山田")
    record = partners.register(actor, firm)
    form = FirmForm(desk.window.context, next(r for r in partners.all(actor) if r.record == record))
    form.open()
    desk.calm()
    form.controls["seat"].setText("名古屋市")
    ended = replace(firm, active=False, representative="山本")
    partners.change(actor, record, ended, shown=firm)
    save(desk, form)
    fresh = in_place(desk, form)
    assert "山本" in texts_in(fresh.others)
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    (row,) = (one for one in partners.all(actor) if one.record == record)
    assert row.facts == replace(ended, seat="名古屋市")


def test_a_medium(desk: FrontDesk) -> None:
    media, actor = desk.office.media, desk.actor
    facts = MediumFacts(MediumKind.USB_STICK, "USB-1", used_by="花子")
    medium = media.register(actor, facts)
    form = MediumForm(desk.window.context, media.all(actor)[0])
    form.open()
    desk.calm()
    form.serial.setText("SN-1")
    media.change(actor, medium, replace(facts, used_by="次郎"), shown=facts)
    save(desk, form)
    fresh = in_place(desk, form)
    assert "次郎" in texts_in(fresh.others)
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    assert media.all(actor)[0].facts == replace(facts, used_by="次郎", serial="SN-1")


def test_an_order_whose_sum_is_not_put_together(desk: FrontDesk) -> None:
    office, actor = desk.office, desk.actor
    firm = office.partners.register(actor, FirmFacts("協力一号"))
    order = office.partner_orders.write(
        actor, NewOrder(firm, "交換工事", "2026-12-01", 66_000, "2026-12-25", place="当社倉庫")
    )
    (row,) = office.partner_orders.all(actor)
    form = OrderForm(desk.window.context, office.partners.all(actor), written=row)
    form.open()
    desk.calm()
    form.yen.setText("70,000")
    dearer = replace(row.facts, yen=77_000)
    office.partner_orders.correct(actor, order, dearer, shown=row.facts)
    save(desk, form)
    desk.wait(lambda: form.others is not None)
    assert form.isVisible()
    assert form.yen.text() == "70,000"
    assert "77,000" in texts_in(form.others)
    assert office.partner_orders.all(actor)[0].facts == dearer
    desk.click(form.others.way_on)
    fresh = in_place(desk, form)
    assert fresh.yen.text() == "77,000"
    assert "70,000" in texts_in(fresh.others)
    fresh.draft.release()
    fresh.done(0)


def test_the_purposes_notice(desk: FrontDesk) -> None:
    notices, actor, texts = desk.office.notices, desk.actor, first_texts(english)
    notices.write(actor, texts, shown=0)
    form = NoticeForm(desk.window.context, notices.versions(actor)[0])
    form.open()
    desk.calm()
    form.parts["fee"].setPlainText("無料")
    theirs = replace(texts, purposes="修理と点検のため")
    notices.write(actor, theirs, shown=1)
    save(desk, form)
    fresh = in_place(desk, form)
    assert "修理と点検のため" in texts_in(fresh.others)
    assert len(notices.versions(actor)) == 2
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    newest = notices.versions(actor)[0]
    assert (newest.number, newest.texts) == (3, replace(theirs, fee="無料"))


def test_the_letters_about_an_incident(desk: FrontDesk) -> None:
    incidents, actor = desk.office.incidents, desk.actor
    incidents.report(actor, Happening(IncidentKind.LOST_PAPER, "作業指示書が見当たらない"))
    incident = incidents.get(actor, incidents.all(actor)[0].incident)
    papers, record = incidents.papers, incident.incident
    texts = papers.letter_texts(actor, record, english)
    form = LettersForm(desk.window.context, incident, texts, letters=True)
    heard: list[object] = []
    form.saved.connect(heard.append)
    form.open()
    desk.calm()
    form.boxes[IncidentPart.LETTER_DAMAGE].setPlainText("被害は確認されていません。")
    form.to_found.setChecked(False)
    theirs = {**texts, IncidentPart.LETTER_CAUSE: "車から盗まれました。"}
    papers.word_letters(actor, record, theirs, english, shown=texts)
    save(desk, form)
    fresh = in_place(desk, form)
    assert "車から盗まれました。" in texts_in(fresh.others)
    assert isinstance(fresh, LettersForm)
    assert not fresh.to_found.isChecked()
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    now = papers.letter_texts(actor, record, english)
    assert now == {**theirs, IncidentPart.LETTER_DAMAGE: "被害は確認されていません。"}
    assert heard == [()]


def test_what_the_office_bills_by(desk: FrontDesk) -> None:
    terms, actor = desk.office.billing_terms, desk.actor
    before = terms.office(actor)
    form = BillingFactsForm(desk.window.context, before)
    form.open()
    desk.calm()
    form.bank.setText("中京銀行")
    form.branch.setText("本店")
    form.number.setText("7654321")
    form.holder.setText("カラヤマクウチョウ")
    account = BankAccount("東海銀行", "栄", "普通", "1234567", "カラヤマクウチョウ")
    terms.change_office(actor, replace(before, account=account), before)
    save(desk, form)
    fresh = in_place(desk, form)
    assert "1234567" in texts_in(fresh.others)
    assert terms.office(actor).account == account
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    assert terms.office(actor).account.number == "7654321"


def test_the_facts_of_an_incident(desk: FrontDesk) -> None:
    incidents, actor = desk.office.incidents, desk.actor
    incidents.report(actor, Happening(IncidentKind.LOST_PAPER, "作業指示書が見当たらない"))
    incident = incidents.get(actor, incidents.all(actor)[0].incident)
    form = FactsForm(desk.window.context, incident, (), ())
    form.open()
    desk.calm()
    form.first.set_iso("2026-11-18")
    earlier = replace(incident.facts, known_on="2026-11-20")
    incidents.writing.save_facts(actor, incident.incident, earlier, shown=incident.facts)
    save(desk, form)
    fresh = in_place(desk, form)
    assert "20 Nov 2026" in texts_in(fresh.others)
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    now = incidents.get(actor, incident.incident).facts
    assert now == replace(earlier, happened_from="2026-11-18")


def test_an_item_of_a_report(desk: FrontDesk) -> None:
    incidents, actor, report = desk.office.incidents, desk.actor, CommissionReport.FINAL
    incidents.report(actor, Happening(IncidentKind.LOST_PAPER, "作業指示書が見当たらない"))
    incident = incidents.get(actor, incidents.all(actor)[0].incident)
    items = incidents.papers.items(actor, incident.incident, report, english)
    form = DraftDialog(desk.window.context, incident, report, items)
    form.open()
    desk.calm()
    form.boxes[0].setPlainText("こちらの文")
    incidents.writing.edit_item(actor, incident.incident, report, 1, "ほかの人の文", shown="")
    save(desk, form)
    fresh = in_place(desk, form)
    assert "ほかの人の文" in texts_in(fresh.others)
    assert fresh.primary.text() == "Save mine on top"
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    assert incidents.get(actor, incident.incident).edited[report, 1] == "こちらの文"


def test_that_a_report_was_sent(desk: FrontDesk) -> None:
    incidents, actor, report = desk.office.incidents, desk.actor, CommissionReport.FINAL
    incidents.report(actor, Happening(IncidentKind.LOST_PAPER, "作業指示書が見当たらない"))
    incident = incidents.get(actor, incidents.all(actor)[0].incident)
    form = SentForm(desk.window.context, incident, report)
    form.open()
    desk.calm()
    form.number.setText("R8-000456")
    theirs = ("2026-11-20", "R8-000123")
    incidents.writing.note_sent(actor, incident.incident, report, *theirs, shown=("", ""))
    save(desk, form)
    fresh = in_place(desk, form)
    assert "R8-000123" in texts_in(fresh.others)
    assert "20 Nov 2026" in texts_in(fresh.others)
    assert "look whether it still holds" in texts_in(fresh.others)
    assert incidents.get(actor, incident.incident).sent(report) == theirs
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    assert incidents.get(actor, incident.incident).sent(report) == ("2026-11-24", "R8-000456")


def test_that_a_notice_was_published(desk: FrontDesk) -> None:
    incidents, actor = desk.office.incidents, desk.actor
    incidents.report(actor, Happening(IncidentKind.LOST_PAPER, "作業指示書が見当たらない"))
    incident = incidents.get(actor, incidents.all(actor)[0].incident)
    form = SentForm(desk.window.context, incident, None)
    form.open()
    desk.calm()
    incidents.writing.note_published(actor, incident.incident, "2026-11-20", shown="")
    save(desk, form)
    fresh = in_place(desk, form)
    assert "20 Nov 2026" in texts_in(fresh.others)
    assert incidents.get(actor, incident.incident).substitute_on == "2026-11-20"
    fresh.draft.release()
    fresh.done(0)


def test_that_a_client_was_told(desk: FrontDesk) -> None:
    incidents, actor, client = desk.office.incidents, desk.actor, "見本建設株式会社"
    incidents.report(actor, Happening(IncidentKind.LOST_PAPER, "作業指示書が見当たらない"))
    record = incidents.all(actor)[0].incident
    answers = replace(incidents.get(actor, record).assessment, client=client)
    incidents.writing.assess(actor, record, answers, shown=incidents.get(actor, record).assessment)
    form = ClientToldForm(desk.window.context, incidents.get(actor, record))
    form.open()
    desk.calm()
    incidents.writing.note_client_told(actor, record, client, "2026-11-20", shown="")
    save(desk, form)
    fresh = in_place(desk, form)
    assert "20 Nov 2026" in texts_in(fresh.others)
    assert [one.told_on for one in incidents.get(actor, record).clients] == ["2026-11-20"]
    fresh.draft.release()
    fresh.done(0)
