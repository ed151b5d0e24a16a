"""The same record open at two PCs: the second save undoes nothing of the first, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.jobs.surveys import Qualification, Survey, SurveyOutcome, SurveyTarget
from hvacdesk.domain.requests.requests import IdentityCheck, NewRequest, RequestKind, RequestWay
from hvacdesk.domain.roles import Role
from hvacdesk.ui.jobs.survey_form import SurveyForm
from hvacdesk.ui.requests.forms import CorrectForm, IdentityForm
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
