"""A contract on a visit at the job's page: recorded, warned about, its exception narrow, its paper shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.estimates import EstimateLineRecord, EstimateRecord
from hvacdesk.domain.jobs.visit_contracts import VisitException, VisitRecord
from hvacdesk.domain.oversight.duties import DutyKind
from hvacdesk.domain.roles import Role
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.jobs.visit_card import VisitCard
from hvacdesk.ui.jobs.visit_form import VisitForm
from hvacdesk.ui.oversight.duty_opening import open_duty
from hvacdesk.ui.printing.paper_preview import PaperPreview
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, build_front_desk, open_desk
from tests.helpers.real_office import RealOffice
from tests.helpers.secret_service import SecretService

TODAY = "2026-11-24"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> RealOffice:
    return build_front_desk(tmp_path_factory.mktemp("office") / "office")


def job(desk: FrontDesk) -> str:
    return desk.office.jobs.day(desk.actor, desk.office.today())[0].job


def card(desk: FrontDesk) -> VisitCard:
    desk.go("schedule", job=job(desk))
    dialog = desk.dialog()
    assert isinstance(dialog, JobDialog)
    desk.calm()
    assert dialog.visit is not None
    return dialog.visit


def open_form(desk: FrontDesk, shown: VisitCard) -> VisitForm:
    shown.record_button.click()
    desk.wait(lambda: isinstance(desk.dialog(), VisitForm))
    form = desk.dialog()
    assert isinstance(form, VisitForm)
    return form


def record(desk: FrontDesk, **known: object) -> None:
    made = VisitRecord(TODAY, "受付 花子", **known)  # type: ignore[arg-type]
    version = desk.office.visit_contracts.of_job(desk.actor, job(desk)).version
    desk.office.visit_contracts.record(desk.actor, job(desk), version, made)


def test_a_contract_is_recorded_and_its_paper_asked_for_until_it_was_received(desk: FrontDesk) -> None:
    shown = card(desk)
    assert "Nothing recorded" in "".join(texts_in(shown))
    form = open_form(desk, shown)
    assert form.contract_on.iso("contract_on") == TODAY
    form.save()
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    dialog = desk.dialog()
    assert isinstance(dialog, JobDialog)
    assert "without any limit" in "".join(texts_in(dialog.visit))
    (duty,) = [one for one in desk.office.duties.all(desk.actor) if one.kind is DutyKind.VISIT_PAPER]
    assert duty.due.isoformat() == TODAY
    form = open_form(desk, dialog.visit)
    form.paper_on.set_iso(TODAY)
    form.save()
    desk.calm()
    assert form.isVisible()  # no paper was printed here: is it a slip of the pen?
    question = desk.dialog()
    assert "No contract paper for this job was printed here" in texts_in(question)
    desk.press(question, "Back to the form")
    assert form.focusWidget() is form.paper_on
    desk.click(form.primary)
    desk.press(desk.dialog(), "Save the day")
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    said = "".join(texts_in(dialog.visit))
    assert "Cooling-off until 1 Dec 2026" in said
    assert not [one for one in desk.office.duties.all(desk.actor) if one.kind is DutyKind.VISIT_PAPER]


def test_with_a_printed_paper_the_day_of_receipt_is_saved_without_a_question(desk: FrontDesk) -> None:
    record(desk)
    office, actor = desk.office, desk.actor
    made = office.estimates.draft(actor, job(desk), desk.window.context.words)
    version = office.estimates.detail(actor, made).row.version
    office.estimates.issue(
        actor, made, version, EstimateRecord((EstimateLineRecord("工事", 1, "式", 66_000),))
    )
    issued = office.visit_contracts.print_out(actor, job(desk), desk.window.context.words)
    assert not office.visit_contracts.of_job(actor, job(desk)).printed
    office.papers.printed(actor, [paper.paper for paper in issued.papers], "printer")
    assert office.visit_contracts.of_job(actor, job(desk)).printed
    form = open_form(desk, card(desk))
    form.paper_on.set_iso(TODAY)
    form.save()
    desk.wait(lambda: not form.isVisible())


def test_the_page_stays_where_it_was_when_it_is_read_anew(desk: FrontDesk) -> None:
    shown = card(desk)
    dialog = desk.dialog()
    assert isinstance(dialog, JobDialog)
    bar = dialog._scroll.verticalScrollBar()
    dialog.resize(dialog.width(), dialog.minimumSizeHint().height())
    desk.wait(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    assert before > 0
    form = open_form(desk, shown)
    form.save()
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    desk.wait(lambda: dialog.visit is not shown and bar.value() == before)


def test_the_duty_leads_to_the_job(desk: FrontDesk) -> None:
    record(desk)
    (duty,) = [one for one in desk.office.duties.all(desk.actor) if one.kind is DutyKind.VISIT_PAPER]
    open_duty(desk.window.context, duty)
    desk.wait(lambda: isinstance(desk.dialog(), JobDialog))
    dialog = desk.dialog()
    assert isinstance(dialog, JobDialog)
    assert dialog.detail.row.job == job(desk)


def test_work_within_the_days_is_warned_of_and_a_withdrawal_says_what_follows(desk: FrontDesk) -> None:
    record(desk, paper_on=TODAY)
    assert "planned within the cooling-off" in "".join(texts_in(card(desk)))
    desk.dialog().reject()
    record(desk, paper_on=TODAY, withdrawn_on=TODAY)
    said = "".join(texts_in(card(desk)))
    assert "Withdrawn on 24 Nov 2026, in time" in said
    assert "Then cancel the job" in said


def test_the_exception_for_who_called_says_how_narrow_it_is(desk: FrontDesk) -> None:
    form = open_form(desk, card(desk))
    assert not form.narrow.isVisible()
    form.exception.setCurrentIndex(form.exception.findData(VisitException.ASKED.value))
    assert form.narrow.isVisible()
    form.asked_on.set_iso(TODAY)
    form.asked_for.setText("機種を決めて申込み")
    form.save()
    desk.calm()
    assert form.form.fields["confirmed"].error.text()
    form.confirmed.setChecked(True)
    form.save()
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    dialog = desk.dialog()
    assert isinstance(dialog, JobDialog)
    assert "asked us to come to make this contract" in "".join(texts_in(dialog.visit))


def test_the_paper_takes_its_price_from_the_estimate(desk: FrontDesk) -> None:
    record(desk)
    office, actor = desk.office, desk.actor
    made = office.estimates.draft(actor, job(desk), desk.window.context.words)
    version = office.estimates.detail(actor, made).row.version
    lines = (EstimateLineRecord("標準取付工事", 1, "式", 66_000),)
    office.estimates.issue(actor, made, version, EstimateRecord(lines, with_tax=True))
    card(desk).print_button.click()
    desk.wait(lambda: isinstance(desk.dialog(), PaperPreview))
    preview = desk.dialog()
    assert "in colour" in "".join(texts_in(preview))
    preview.reject()
    desk.calm()


def test_accounting_sees_how_it_stands_and_changes_nothing(
    template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    with open_desk(template, tmp_path / "own", qtbot, Role.ACCOUNTING) as desk:
        shown = card(desk)
        assert not hasattr(shown, "record_button")
        assert not hasattr(shown, "print_button")
