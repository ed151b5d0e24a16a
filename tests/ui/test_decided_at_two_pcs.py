"""A form or a window decides about a record that is another one by now: nothing is done or lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hvacdesk.domain.disposal.media import (
    Destination,
    MediumFacts,
    MediumKind,
    Sanitization,
    Technique,
    Verification,
)
from hvacdesk.domain.incidents.incident_texts import IncidentPart
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.partners.partner_orders import NewOrder, OrderState, OrderStep
from hvacdesk.domain.partners.partners import FirmFacts
from hvacdesk.domain.requests.requests import (
    IdentityCheck,
    NewRequest,
    RequestKind,
    RequestOutcome,
    RequestState,
    RequestWay,
)
from hvacdesk.domain.roles import Role
from hvacdesk.services.incidents.incidents import Happening
from hvacdesk.store.requests import requests as store
from hvacdesk.ui.disposal.media_forms import SanitizeForm
from hvacdesk.ui.incidents.forms import TextForm
from hvacdesk.ui.partners.order_forms import OrderStepForm
from hvacdesk.ui.requests.answer_form import AnswerForm
from hvacdesk.ui.requests.request_dialog import RequestDialog
from hvacdesk.ui.widgets.choices import choose
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TANAKA, FrontDesk, open_desk
from tests.helpers.identity_checks import check_identity
from tests.helpers.others_save import in_place, save
from tests.helpers.real_office import RealOffice


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as opened:
        yield opened


def asked(desk: FrontDesk, kind: RequestKind) -> tuple[str, NewRequest]:
    """A customer's request, the person known."""
    requests = desk.office.requests
    new = NewRequest(kind, RequestWay.PHONE, "2026-11-20", desk.customer(TANAKA))
    request = requests.receive(desk.actor, new)
    check_identity(requests, desk.actor, request, IdentityCheck.KNOWN)
    return request, new


def opened(desk: FrontDesk, request: str) -> RequestDialog:
    desk.go("safeguards", section="requests", request=request)
    return shown_dialog()


def shown_dialog() -> RequestDialog:
    (dialog,) = (
        one for one in QApplication.topLevelWidgets() if isinstance(one, RequestDialog) and one.isVisible()
    )
    return dialog


def test_an_answer_to_another_kind_of_request(desk: FrontDesk) -> None:
    requests, actor = desk.office.requests, desk.actor
    request, read = asked(desk, RequestKind.PROVISION_STOP)
    form = AnswerForm(desk.window.context, requests.detail(actor, request))
    form.open()
    desk.calm()
    choose(form.decision, RequestOutcome.GRANTED)
    form.text.setPlainText("ご連絡ありがとうございます。")
    requests.correct(actor, request, replace(read, kind=RequestKind.SUSPENSION), shown=read)
    save(desk, form)
    fresh = in_place(desk, form)
    assert isinstance(fresh, AnswerForm)
    assert "Suspension of use" in texts_in(fresh.others)
    assert "Saving locks the record at once" in texts_in(fresh)
    assert fresh.text.toPlainText() == "ご連絡ありがとうございます。"
    assert requests.detail(actor, request).row.state is RequestState.CHECKED
    save(desk, fresh)
    desk.press(desk.dialog(), "Suspend all the same")  # there is a job today
    desk.wait(lambda: not fresh.isVisible())
    assert requests.detail(actor, request).row.in_force


def test_an_answer_that_is_not_possible_any_more_stays_in_its_form(desk: FrontDesk) -> None:
    requests, actor = desk.office.requests, desk.actor
    request, read = asked(desk, RequestKind.SUSPENSION)
    form = AnswerForm(desk.window.context, requests.detail(actor, request))
    form.open()
    desk.calm()
    form.text.setPlainText("ご連絡ありがとうございます。")
    requests.withdraw(actor, request, shown=read)
    save(desk, form)
    assert form.isVisible()
    assert form.text.toPlainText() == "ご連絡ありがとうございます。"
    form.draft.release()
    form.done(0)


def test_a_half_typed_answer_says_that_the_request_was_corrected(desk: FrontDesk) -> None:
    requests, actor, ctx = desk.office.requests, desk.actor, desk.window.context
    request, read = asked(desk, RequestKind.PROVISION_STOP)
    form = AnswerForm(ctx, requests.detail(actor, request))
    form.open()
    desk.calm()
    form.text.setPlainText("二十分かけて書いた文")
    desk.window.drafts.keep_all()
    form.draft.hand_over()
    form.done(0)
    requests.correct(actor, request, replace(read, kind=RequestKind.SUSPENSION), shown=read)
    desk.go("safeguards", section="requests", request=request, answer="yes")
    again = desk.dialog()
    assert isinstance(again, AnswerForm)
    assert again.text.toPlainText() == "二十分かけて書いた文"
    assert "It was: No more provision to third parties" in texts_in(again)
    again.draft.release()
    again.done(0)


@pytest.mark.parametrize("corrected", [False, True])
def test_an_erasure_that_is_not_asked_for_any_more(desk: FrontDesk, *, corrected: bool) -> None:
    requests, actor = desk.office.requests, desk.actor
    request, read = asked(desk, RequestKind.ERASURE)
    dialog = opened(desk, request)
    if corrected:
        requests.correct(actor, request, replace(read, kind=RequestKind.DISCLOSURE), shown=read)
    else:
        requests.withdraw(actor, request, shown=read)
    desk.click(dialog.acts["erase"])
    desk.calm()
    now = shown_dialog()
    assert now is not dialog
    assert "erase" not in now.acts
    assert desk.office.disposal.erasures.answer(actor, read.customer).asked_on == ""
    now.done(0)


def test_a_request_that_another_took_over_is_shown_as_it_is(desk: FrontDesk) -> None:
    requests, actor = desk.office.requests, desk.actor
    request, read = asked(desk, RequestKind.DISCLOSURE)
    dialog = opened(desk, request)
    requests.correct(actor, request, replace(read, kind=RequestKind.ERASURE), shown=read)
    desk.click(dialog.acts["withdraw"])
    desk.calm()
    now = shown_dialog()
    assert now.row.kind is RequestKind.ERASURE
    assert now.row.open
    now.done(0)


def test_a_mark_that_nobody_asks_for_is_taken_away(desk: FrontDesk) -> None:
    actor = desk.actor
    request, read = asked(desk, RequestKind.ERASURE)
    desk.office.disposal.erasures.erase_on_request(actor, request, shown=read)
    with desk.office._workplace.transaction() as session:
        store.note_withdrawn(store.get(session, request), desk.office.today(), actor.account)
    dialog = opened(desk, request)
    assert "still noted for erasure" in texts_in(dialog)
    desk.click(dialog.acts["withdraw"])
    desk.calm()
    now = shown_dialog()
    assert "withdraw" not in now.acts
    assert desk.office.disposal.erasures.answer(actor, read.customer).asked_on == ""
    now.done(0)


def test_a_record_of_another_medium(desk: FrontDesk) -> None:
    media, actor = desk.office.media, desk.actor
    facts = MediumFacts(MediumKind.USB_STICK, "USB 青", serial="AAA-1")
    medium = media.register(actor, facts)
    form = SanitizeForm(desk.window.context, media.all(actor)[0])
    form.open()
    desk.calm()
    form.witness.setEditText("伊藤 誠")
    form.tool.setText("破砕機 K-2")
    form.verified_by.setEditText("伊藤 誠")
    chosen = (Sanitization.DESTROY, Technique.SHRED, Verification.SEEN, Destination.WASTE)
    for box, code in zip(
        (form.sanitization, form.technique, form.verification, form.destination), chosen, strict=True
    ):
        box.setCurrentIndex(box.findData(code.value))
    other = MediumFacts(MediumKind.SOLID_STATE, "経理のパソコン", serial="ZZZ-9")
    media.change(actor, medium, other, shown=facts)
    save(desk, form)
    desk.press(desk.dialog(), "Write it down")
    fresh = in_place(desk, form)
    assert isinstance(fresh, SanitizeForm)
    assert "ZZZ-9" in texts_in(fresh.others)
    assert fresh.tool.text() == "破砕機 K-2"
    assert media.all(actor)[0].done is None
    save(desk, fresh)
    desk.press(desk.dialog(), "Write it down")
    desk.wait(lambda: not fresh.isVisible())
    assert media.all(actor)[0].done is not None


def test_a_step_of_an_order_that_reads_otherwise(desk: FrontDesk) -> None:
    office, actor = desk.office, desk.actor
    firm = office.partners.register(actor, FirmFacts("協力一号"))
    order = office.partner_orders.write(
        actor, NewOrder(firm, "交換工事", "2026-12-01", 66_000, "2026-12-25", place="当社倉庫")
    )
    (row,) = office.partner_orders.all(actor)
    form = OrderStepForm(desk.window.context, row, OrderStep.RECEIVED)
    form.open()
    desk.calm()
    office.partner_orders.correct(actor, order, replace(row.facts, yen=99_000), shown=row.facts)
    save(desk, form)
    fresh = in_place(desk, form)
    assert "99,000" in texts_in(fresh.others)
    assert office.partner_orders.all(actor)[0].state is OrderState.ORDERED
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    assert office.partner_orders.all(actor)[0].state is OrderState.RECEIVED


def test_what_was_typed_about_an_incident_that_was_joined_goes_on_in_the_other(desk: FrontDesk) -> None:
    incidents, actor, ctx = desk.office.incidents, desk.actor, desk.window.context
    for text in ("鞄が見当たらない", "書類が見当たらない"):
        incidents.report(actor, Happening(IncidentKind.LOST_PAPER, text))
    into, part = (row.incident for row in incidents.all(actor))
    form = TextForm(ctx, incidents.get(actor, part), IncidentPart.CAUSE)
    form.open()
    desk.calm()
    form.text.setPlainText("車の鍵が開いていた")
    incidents.writing.write(actor, into, IncidentPart.CAUSE, "電車に置き忘れた", shown="")
    incidents.join(actor, into, part)
    save(desk, form)
    assert form.isVisible()
    assert "joined into another one" in texts_in(form)
    desk.window.drafts.keep_all()
    form.draft.hand_over()
    form.done(0)
    desk.go("safeguards", section="leaks", incident=part, ask="text", which=IncidentPart.CAUSE.value)
    again = desk.dialog()
    assert isinstance(again, TextForm)
    assert again.text.toPlainText() == "電車に置き忘れた\n車の鍵が開いていた"
    assert "was joined into this one" in texts_in(again)
    save(desk, again)
    desk.wait(lambda: not again.isVisible())
    assert incidents.get(actor, into).texts[IncidentPart.CAUSE] == "電車に置き忘れた\n車の鍵が開いていた"
    assert desk.office.drafts.list(actor) == ()
