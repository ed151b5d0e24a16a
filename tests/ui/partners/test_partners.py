"""Partner firms in the window: registering, checking, the ledger with its chase, what was entrusted to us."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.papers.work_orders import CopyState, Profile
from hvacdesk.domain.partners.client_data import ClientEnding
from hvacdesk.domain.partners.handovers import Ending, HandoverMedium
from hvacdesk.domain.partners.partner_checks import CHECK_ITEMS, CheckAnswer, CheckResult
from hvacdesk.domain.partners.partners import Contract, FirmFacts
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.roles import Role
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.jobs.form import JobForm
from hvacdesk.ui.partners import ledger_tab
from hvacdesk.ui.partners.check_form import CheckForm
from hvacdesk.ui.partners.firm_form import FirmForm
from hvacdesk.ui.partners.handover_forms import ClientBackForm, ConfirmForm, HandoverForm
from hvacdesk.ui.partners.partners_view import CLIENTS, FIRMS, LEDGER, PartnersView
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, build_front_desk, open_desk, type_in
from tests.helpers.real_office import RealOffice
from tests.helpers.secret_service import SecretService

FIRM = FirmFacts("見本設備㈱", contract=Contract("2026-04-01", ends="2028-03-31", confidentiality=True))


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> RealOffice:
    return build_front_desk(tmp_path_factory.mktemp("office") / "office")


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as opened:
        yield opened


def view(desk: FrontDesk, **arguments: object) -> PartnersView:
    desk.go("safeguards", section="partners", **arguments)
    found = desk.page.section
    assert isinstance(found, PartnersView)
    return found


def change_job(desk: FrontDesk, **values: str) -> str:
    """Change a job of today; returns its record id."""
    office, actor = desk.office, desk.actor
    row = office.jobs.day(actor, desk.window.context.today())[0]
    detail = office.jobs.detail(actor, row.job)
    record = office.jobs.record_for_edit(actor, row.job)
    office.jobs.change(actor, row.job, detail.version, replace(record, **values))
    return row.job


def test_a_firm_is_registered_and_checked(desk: FrontDesk) -> None:
    firms = view(desk).firms
    assert firms.pane.empty.isVisible()
    desk.click(firms.add_button)
    form = desk.dialog()
    assert isinstance(form, FirmForm)
    form.save()
    desk.calm()
    assert form.form.fields["firm"].error.text()
    form.fill({"firm": "見本設備㈱", "on": "2026-04-01", "ends": "2036-03-31", "confidentiality": True})
    form.save()
    desk.calm()
    (row,) = firms.table.rows()
    assert (row.facts.contract.on, row.facts.contract.ends) == ("2026-04-01", "2036-03-31")
    desk.click(firms.check_button)
    check = desk.dialog()
    assert isinstance(check, CheckForm)
    check.fill({item.code: CheckAnswer.YES.value for item in CHECK_ITEMS[1:]})
    check.save()
    desk.calm()
    assert check.form.fields[CHECK_ITEMS[0].code].error.text()  # nobody has looked at it
    check.fill({CHECK_ITEMS[0].code: CheckAnswer.YES.value, "locked": CheckAnswer.NO.value})
    assert check.finding.currentData() == CheckResult.TO_IMPROVE.value
    assert check.next_on.iso("next_on") == "2027-02-24"
    check.save()
    desk.calm()
    assert check.form.fields["remarks"].error.text()
    check.fill({"remarks": "車内の書類入れに鍵をつける"})
    check.save()
    desk.calm()
    (kept,) = desk.office.partners.checks(desk.actor, row.record)
    assert kept.check.answers == {item.code: CheckAnswer.YES for item in CHECK_ITEMS} | {
        "locked": CheckAnswer.NO
    }
    assert firms.table.current().next_check == "2027-02-24"
    assert firms.print_button.isEnabled()


def checking(desk: FrontDesk) -> CheckForm:
    """The check of a registered firm, every question answered with yes."""
    desk.office.partners.register(desk.actor, FIRM)
    desk.calm()
    firms = view(desk).firms
    desk.click(firms.check_button)
    check = desk.dialog()
    assert isinstance(check, CheckForm)
    check.fill({item.code: CheckAnswer.YES.value for item in CHECK_ITEMS})
    return check


def choose(box: QComboBox, code: str) -> None:
    """As a person does."""
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())


def suggested(check: CheckForm) -> tuple[str, str]:
    return str(check.finding.currentData()), check.next_on.iso("next_on")


def test_what_the_person_found_stays_whatever_is_answered_afterwards(desk: FrontDesk) -> None:
    check = checking(desk)
    assert suggested(check) == (CheckResult.GOOD, "2027-11-24")
    choose(check.finding, CheckResult.STOP)
    by_itself = suggested(check)[1]
    assert by_itself != "2027-11-24", "the next check follows what was found"
    check.next_on.clear()
    type_in(check.next_on, "2026-12-10")
    choose(check.answers["locked"], CheckAnswer.NO)
    assert suggested(check) == (CheckResult.STOP, "2026-12-10")
    check.day.set_iso("2026-11-20")
    check.day.editingFinished.emit()
    assert suggested(check) == (CheckResult.STOP, "2026-12-10")
    check.next_on.clear()
    choose(check.answers["locked"], CheckAnswer.YES)
    assert suggested(check) == (CheckResult.STOP, by_itself.replace("-24", "-20")), "what is empty is free"


def test_what_was_chosen_as_it_was_suggested_stays_too(desk: FrontDesk) -> None:
    check = checking(desk)
    choose(check.answers["locked"], CheckAnswer.NO)
    choose(check.finding, CheckResult.TO_IMPROVE)
    check.next_on.clear()
    type_in(check.next_on, "2027-02-24")
    choose(check.answers["locked"], CheckAnswer.YES)
    assert suggested(check) == (CheckResult.TO_IMPROVE, "2027-02-24")


def test_a_day_that_was_taken_out_again_is_suggested_on(desk: FrontDesk) -> None:
    check = checking(desk)
    check.next_on.clear()
    type_in(check.next_on, "2027-01-15")
    check.next_on.clear()
    for day, following in (("2026-11-20", "2027-11-20"), ("2026-11-10", "2027-11-10")):
        check.day.set_iso(day)
        check.day.editingFinished.emit()
        assert suggested(check)[1] == following


def test_what_was_only_suggested_before_a_draft_is_suggested_on(desk: FrontDesk) -> None:
    check = checking(desk)
    check.fill({"on": day_text(date(2026, 11, 20)), "next_on": day_text(date(2027, 11, 20))})
    choose(check.answers["locked"], CheckAnswer.NO)
    assert suggested(check) == (CheckResult.TO_IMPROVE, "2027-02-20")
    check.fill({"next_on": day_text(date(2027, 1, 15))})
    choose(check.answers["locked"], CheckAnswer.YES)
    assert suggested(check)[1] == "2027-01-15", "that one was typed"


def test_the_firm_that_was_registered_is_chosen(desk: FrontDesk) -> None:
    firms = view(desk).firms
    for name in ("見本設備㈱", "例示建設", "東山設備"):
        desk.click(firms.add_button)
        form = desk.dialog()
        assert isinstance(form, FirmForm)
        form.fill({"firm": name, "on": "2026-04-01", "confidentiality": True})
        form.save()
        desk.calm()
        assert firms.table.current().facts.firm == name, "the next button is about the firm just entered"


def test_a_firm_that_jobs_name_is_registered_under_its_name(desk: FrontDesk) -> None:
    change_job(desk, partner_firm="東山設備")
    firms = view(desk).firms
    firms.table.select_first()
    desk.click(firms.change_button)
    form = desk.dialog()
    assert isinstance(form, FirmForm)
    assert form.controls["firm"].text() == "東山設備"
    form.save()
    desk.calm()
    assert [row.facts.firm for row in desk.office.partners.all(desk.actor) if row.record] == ["東山設備"]


def test_what_a_client_asks_shows_with_the_tick(desk: FrontDesk) -> None:
    desk.click(view(desk).firms.add_button)
    form = desk.dialog()
    assert isinstance(form, FirmForm)
    assert not form.form.fields["days"].isVisible()
    form.client_box.setChecked(True)
    form.partner_box.setChecked(False)
    assert form.form.fields["days"].isVisible()
    assert not form.form.fields["basis"].isVisible()
    form.fill({"firm": "例示建設", "days": "x"})
    form.save()
    desk.calm()
    assert form.form.fields["days"].error.text()
    form.fill({"days": "14"})
    form.save()
    desk.calm()
    (row,) = desk.office.partners.all(desk.actor)
    assert (row.facts.client, row.facts.partner, row.facts.terms.days) == (True, False, 14)


def test_a_hand_over_is_entered_by_job_number_and_confirmed_by_keyboard(desk: FrontDesk) -> None:
    number = desk.office.jobs.day(desk.actor, desk.window.context.today())[0].number
    ledger = view(desk, ledger="見本設備㈱").ledger
    desk.click(ledger.enter_button)
    form = desk.dialog()
    assert isinstance(form, HandoverForm)
    assert form.controls["firm"].text() == "見本設備㈱"
    form.fill({"job": "2026-9999", RecordField.PHONE.value: True, "medium": HandoverMedium.EMAIL.value})
    form.save()
    desk.calm()
    assert form.form.fields["job"].error.text()
    form.fill({"job": number})
    form.save()
    desk.calm()
    assert "What 見本設備㈱ was given was entered in the hand-over ledger." in texts_in(desk.window)
    (row,) = ledger.table.rows()
    assert (row.job_number, row.fields) == (number, (RecordField.NAME, RecordField.PHONE))
    desk.key(ledger.table, Qt.Key.Key_Return)
    confirm = desk.dialog()
    assert isinstance(confirm, ConfirmForm)
    assert confirm.ending.currentIndex() == -1
    confirm.save()
    assert confirm.form.fields["ending"].error.text()
    confirm.ending.setCurrentIndex(confirm.ending.findData(Ending.ERASED_THERE.value))
    confirm.save()
    desk.calm()
    assert ledger.table.rows()[0].ending is Ending.ERASED_THERE
    assert not ledger.confirm_button.isEnabled()


def test_the_ledger_can_be_narrowed(desk: FrontDesk) -> None:
    job = change_job(desk, partner_firm="見本設備")
    desk.office.partners.register(desk.actor, FIRM)
    desk.office.work_orders.issue(desk.actor, job, (Profile.PARTNER,), desk.window.context.words)
    view_ = view(desk, ledger="見本設備㈱")
    assert view_.tabs.current == LEDGER
    assert len(view_.ledger.table.rows()) == 1
    view_.ledger.first.setText("2026-11-25")
    view_.ledger.refresh()
    desk.calm()
    assert view_.ledger.pane.unfit is not None
    assert view_.ledger.pane.unfit.isVisible()
    assert "Nothing fits what the list is narrowed down by" in texts_in(view_.ledger)
    assert "Nothing was handed over" not in texts_in(view_.ledger)
    assert not view_.ledger.print_button.isEnabled()


def test_an_empty_ledger_says_what_comes_into_it(desk: FrontDesk) -> None:
    view_ = view(desk)
    view_.tabs.show_tab(LEDGER)
    desk.calm()
    assert "Nothing was handed over" in texts_in(view_.ledger)
    desk.click(view_.ledger.only_open)
    desk.calm()
    assert "Nothing was handed over" not in texts_in(view_.ledger)
    desk.click(view_.ledger.only_open)
    desk.calm()
    assert "Nothing was handed over" in texts_in(view_.ledger)


def test_what_is_out_alone_and_days_up_to_the_last_are_asked_for(desk: FrontDesk) -> None:
    job = change_job(desk, partner_firm="見本設備")
    desk.office.partners.register(desk.actor, FIRM)
    desk.office.work_orders.issue(desk.actor, job, (Profile.PARTNER,), desk.window.context.words)
    ledger = view(desk, ledger="見本設備㈱").ledger
    (row,) = ledger.table.rows()
    ledger.last.setText(day_text(date(2026, 11, 23)))
    ledger.last.editingFinished.emit()
    desk.calm()
    assert ledger.table.rows() == ()
    ledger.last.setText(day_text(date(2026, 11, 24)))
    ledger.last.editingFinished.emit()
    desk.calm()
    assert ledger.table.rows() == (row,)
    desk.click(ledger.only_open)
    desk.calm()
    assert ledger.table.rows() == (row,)
    owner = desk.actor
    copy = desk.office.work_orders.copies(owner)[0].copy
    desk.office.work_orders.register_return(owner, copy, CopyState.SHREDDED)
    desk.calm()
    assert ledger.table.rows() == (), "it came back"
    desk.click(ledger.only_open)
    desk.calm()
    assert [one.record for one in ledger.table.rows()] == [row.record]


@pytest.mark.parametrize("typed", ["abc", "2035-01-01", "2026-11-31"])
def test_a_day_that_is_none_is_said_and_nothing_printed(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    job = change_job(desk, partner_firm="見本設備")
    desk.office.partners.register(desk.actor, FIRM)
    desk.office.work_orders.issue(desk.actor, job, (Profile.PARTNER,), desk.window.context.words)
    ledger = view(desk, ledger="見本設備㈱").ledger
    drawn: list[object] = []
    monkeypatch.setattr(ledger_tab, "prepare", lambda *_said: drawn.append(1))
    ledger.last.setText(typed)
    ledger.last.editingFinished.emit()
    desk.calm()
    assert ledger.wrong.isVisible()
    assert ledger.last.property("invalid") == "true"
    assert ledger.last.accessibleDescription() == ledger.wrong.text()
    desk.click(ledger.print_button)
    assert drawn == []
    ledger.last.set_iso("2026-11-24")
    ledger.last.editingFinished.emit()
    desk.calm()
    assert not ledger.wrong.isVisible()
    assert ledger.last.property("invalid") == "false"
    assert len(ledger.table.rows()) == 1
    desk.click(ledger.print_button)
    assert drawn == [1]


def test_a_clients_data_is_confirmed_as_returned(desk: FrontDesk) -> None:
    job = change_job(desk, client_contractor="例示建設")
    desk.office.jobs.set_state(desk.actor, job, JobState.DONE)
    clients = view(desk, client="例示建設").clients
    desk.click(clients.confirm_button)
    form = desk.dialog()
    assert isinstance(form, ClientBackForm)
    form.ending.setCurrentIndex(form.ending.findData(ClientEnding.RETURNED.value))
    form.save()
    desk.calm()
    assert clients.table.rows()[0].ending is ClientEnding.RETURNED


def test_the_page_says_that_the_relief_for_small_firms_lapses(desk: FrontDesk) -> None:
    assert "relief for small firms holds" in texts_in(view(desk).firms)
    change_job(desk, client_contractor="例示建設")
    firms = view(desk, firm="").firms
    assert "so the relief for small firms lapses" in texts_in(firms)


def test_the_desk_sees_the_register_and_keeps_the_ledger(
    template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    with open_desk(template, tmp_path / "desk", qtbot, Role.DESK) as desk:
        found = view(desk)
        assert found.tabs.current == FIRMS
        assert not found.firms.add_button.isVisible()
        found.tabs.show_tab(CLIENTS)
        desk.calm()
        found.tabs.show_tab(LEDGER)
        desk.calm()
        assert found.ledger.enter_button.isVisible()
        assert not found.ledger.provision_button.isVisible()


def test_a_half_typed_firm_comes_back(desk: FrontDesk) -> None:
    firms = view(desk).firms
    desk.click(firms.add_button)
    form = desk.dialog()
    assert isinstance(form, FirmForm)
    form.fill({"firm": "見本設備", "terms": "複写禁止"})
    desk.window.context.drafts.keep_all()
    desk.calm()
    form.hide()
    view(desk, firm="", dialog="firm")
    again = desk.dialog()
    assert isinstance(again, FirmForm)
    desk.calm()
    assert (again.controls["firm"].text(), again.controls["terms"].toPlainText()) == ("見本設備", "複写禁止")


def test_booking_offers_the_registered_firms(desk: FrontDesk) -> None:
    desk.office.partners.register(desk.actor, FIRM)
    row = desk.office.jobs.day(desk.actor, desk.window.context.today())[0]
    desk.go("schedule", job=row.job, edit="yes")
    form = desk.dialog()
    assert isinstance(form, JobForm)
    desk.calm()
    completer = form.edits["partner_firm"].completer()
    completer.setCompletionPrefix("見本")
    assert completer.currentCompletion() == "見本設備㈱"
