"""Results typed down from the sheet at the desk, by keyboard alone; doubts, drafts, the survey, the log."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget

from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobState, JobUnit, UnitPart, UnitRecord, WorkKind
from hvacdesk.domain.jobs.quantities import Quantity
from hvacdesk.domain.jobs.results import Check, JobCheck, JobResults, UnitResultRecord
from hvacdesk.domain.jobs.surveys import Qualification, SurveyOutcome
from hvacdesk.ui.dates import qt_day
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.jobs.result_form import ResultsForm
from hvacdesk.ui.jobs.survey_form import SurveyForm
from hvacdesk.ui.jobs.unit_block import UnitBlock
from hvacdesk.ui.jobs.unit_blocks import TOGETHER
from hvacdesk.ui.widgets.choices import choose
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TODAY, FrontDesk, type_in
from tests.helpers.left_typed import left_typed

CTRL = Qt.KeyboardModifier.ControlModifier


def first_job(desk: FrontDesk) -> str:
    return desk.office.jobs.day(desk.actor, desk.office.today())[0].job


def opened(desk: FrontDesk) -> tuple[JobDialog, ResultsForm]:
    desk.go("schedule", job=first_job(desk), results="yes")
    desk.wait(lambda: isinstance(QApplication.activeModalWidget(), ResultsForm))
    form = desk.dialog()
    assert isinstance(form, ResultsForm)
    desk.calm()
    page = form.parent().findChild(JobDialog)  # type: ignore[union-attr]
    assert isinstance(page, JobDialog)
    return page, form


def first_block(form: ResultsForm) -> UnitBlock:
    return next(iter(form.units.blocks.values()))


def edit(form: ResultsForm, quantity: Quantity):  # type: ignore[no-untyped-def]
    return first_block(form).fields[quantity].edit


class TestTyping:
    def test_a_sheet_is_typed_down_by_keyboard_alone_and_finishes_the_job(self, desk: FrontDesk) -> None:
        page, form = opened(desk)
        typed = [
            TODAY,
            "9:05",
            "10:20",
            "",
            "",
            "",
            "4,15",
            "１０",
            "15",
            "66.7Pa",
            "2",
            "0.2",
            "",
            "100MΩ以上",
        ]
        typed += ["27", "14", "4.6", "室外機の脚を交換"]
        for text in typed:
            focused = QApplication.focusWidget()
            if text:
                focused.setText("")  # type: ignore[union-attr]
                type_in(focused, text)  # type: ignore[arg-type]
            QTest.keyClick(focused, Qt.Key.Key_Return)
        for _ in range(4):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        assert "Suction − outlet = +13 K" in texts_in(form)
        assert not form.confirm.isVisible()
        QTest.keyClick(form, Qt.Key.Key_S, CTRL)
        desk.calm()
        assert not form.isVisible(), texts_in(form)
        sheet = desk.office.results.sheet(desk.actor, first_job(desk))
        measured = sheet.results.units[0].measured
        assert measured == {
            Quantity.AIRTIGHT_MPA: 4.15,
            Quantity.AIRTIGHT_MIN: 10,
            Quantity.VACUUM_MIN: 15,
            Quantity.VACUUM_PA: 66.7,
            Quantity.VACUUM_HELD_MIN: 2,
            Quantity.ADDED_KG: 0.2,
            Quantity.INSULATION_MOHM: 100,
            Quantity.SUCTION_C: 27,
            Quantity.OUTLET_C: 14,
            Quantity.CURRENT_A: 4.6,
        }
        assert (sheet.results.started, sheet.results.units[0].text) == ("09:05", "室外機の脚を交換")
        assert set(sheet.results.checks) == {
            JobCheck.DRAIN,
            JobCheck.QUIET,
            JobCheck.REMOTE,
            JobCheck.EXPLAINED,
        }
        detail = desk.office.jobs.detail(desk.actor, first_job(desk))
        assert detail.row.state is JobState.DONE
        assert [(event.kind, event.on) for event in detail.events] == [(EventKind.COMPLETION, TODAY)]
        desk.wait(lambda: "4.15 MPa" in texts_in(page))

    def test_a_sheet_with_nothing_on_it_is_asked_about_and_enter_does_not_save_it(
        self, desk: FrontDesk
    ) -> None:
        _page, form = opened(desk)
        QTest.keyClick(form, Qt.Key.Key_S, CTRL)
        question = desk.dialog()
        assert question is not form
        assert "without any result" in texts_in(question)
        desk.key_where_the_keyboard_is(Qt.Key.Key_Return)
        assert not question.isVisible()
        assert form.isVisible()
        before = desk.office.results.sheet(desk.actor, first_job(desk))
        assert before.results.empty
        form.save()
        desk.press(desk.dialog(), "Save all the same")
        assert not form.isVisible()
        assert desk.office.jobs.detail(desk.actor, first_job(desk)).row.state is JobState.DONE

    def test_an_unusual_value_is_asked_about_at_its_field_and_kept(self, desk: FrontDesk) -> None:
        _page, form = opened(desk)
        type_in(edit(form, Quantity.AIRTIGHT_MPA), "0.415")
        assert "Usually 0.5 to 4.3" in texts_in(form)
        form.save()
        desk.calm()
        assert form.isVisible()
        assert form.confirm.isVisible()
        assert "A measured value is unusual" in texts_in(form)
        assert QApplication.focusWidget() is edit(form, Quantity.AIRTIGHT_MPA)
        form.confirm.setChecked(True)
        edit(form, Quantity.AIRTIGHT_MPA).setText("0.4")
        assert not form.confirm.isChecked(), "it was said of another value"
        edit(form, Quantity.AIRTIGHT_MPA).setText("0.415")
        form.confirm.setChecked(True)
        form.save()
        desk.calm()
        assert not form.isVisible()
        measured = desk.office.results.sheet(desk.actor, first_job(desk)).results.units[0].measured
        assert measured == {Quantity.AIRTIGHT_MPA: 0.415}

    def test_an_impossible_value_is_refused_at_its_field(self, desk: FrontDesk) -> None:
        _page, form = opened(desk)
        type_in(edit(form, Quantity.AIRTIGHT_MPA), "415")
        form.save()
        desk.calm()
        assert form.isVisible()
        assert not form.confirm.isVisible()
        assert QApplication.focusWidget() is edit(form, Quantity.AIRTIGHT_MPA)
        assert desk.office.results.sheet(desk.actor, first_job(desk)).version == 0
        form.reject()
        desk.press(desk.dialog(), "Throw away")

    def test_what_is_half_typed_survives_a_lock(self, desk: FrontDesk) -> None:
        _page, form = opened(desk)
        type_in(edit(form, Quantity.VACUUM_PA), "66.7")
        form.boxes[JobCheck.DRAIN].setChecked(True)
        assert desk.window.context.drafts.keep_all() == 1
        kept = left_typed(desk.window.context.drafts, "results", first_job(desk))
        assert kept is not None
        edit(form, Quantity.VACUUM_PA).clear()
        form.boxes[JobCheck.DRAIN].setChecked(False)
        form.fill(kept)
        assert edit(form, Quantity.VACUUM_PA).text() == "66.7"
        assert form.boxes[JobCheck.DRAIN].isChecked()
        opener = desk.window.context.drafts.left_open()[0]
        assert (opener.page, opener.arguments) == ("schedule", {"job": first_job(desk), "results": "yes"})
        form.draft.release()

    def test_years_of_warranty_become_its_last_day(self, desk: FrontDesk) -> None:
        _page, form = opened(desk)
        type_in(form.warranty, "５年")
        form.warranty.editingFinished.emit()
        assert form.warranty.iso("warranty_until") == "2031-11-23"
        desk.key(form.warranty, Qt.Key.Key_Up)
        assert form.warranty.iso("warranty_until") == "2031-11-24"
        form.warranty.open_calendar()
        (calendar,) = form.warranty.findChildren(QCalendarWidget)
        assert calendar.selectedDate() == qt_day(date(2031, 11, 24))
        form.draft.release()

    def test_without_the_day_nothing_is_marked_done(self, desk: FrontDesk) -> None:
        _page, form = opened(desk)
        form.started.setText("09:00")
        form.day.clear()
        form.save()
        desk.calm()
        assert form.form.fields["worked_on"].error.isVisible()
        form.draft.release()


class TestSurvey:
    def test_the_job_asks_for_the_survey_until_it_is_recorded(self, desk: FrontDesk) -> None:
        desk.go("schedule", job=first_job(desk))
        page = desk.dialog()
        assert isinstance(page, JobDialog)
        page.tabs.show_tab(1)
        desk.calm()
        assert "Asbestos survey first" in texts_in(page)
        desk.press(page, "Record the survey")
        form = desk.dialog()
        assert isinstance(form, SurveyForm)
        form.fields.outcome.setCurrentIndex(1)
        form.save()
        desk.calm()
        assert form.form.fields["survey_on"].error.isVisible()
        form.fields.day.set_iso(TODAY)
        type_in(form.fields.by, "山本")
        form.save()
        desk.wait(form.form.fields["survey_qualified"].error.isVisible)
        choose(form.fields.qualified, Qualification.GENERAL)
        form.save()
        desk.calm()
        desk.wait(lambda: "No asbestos" in texts_in(page))
        survey = desk.office.results.sheet(desk.actor, first_job(desk)).results.survey
        assert (survey.outcome, survey.by) == (SurveyOutcome.NONE_FOUND, "山本")


def test_saved_results_open_again_as_they_were(desk: FrontDesk) -> None:
    _page, form = opened(desk)
    type_in(edit(form, Quantity.SUCTION_C), "27")
    form.boxes[JobCheck.SIGNED].setChecked(True)
    form.complete.setChecked(False)
    form.save()
    desk.calm()
    desk.press(desk.dialog(), "Change the results")
    again = desk.dialog()
    assert isinstance(again, ResultsForm)
    desk.calm()
    assert again.record().checks == {JobCheck.SIGNED: Check.OK}
    assert again.record().units[0].measured == {Quantity.SUCTION_C: 27}
    assert again.typed() is None


def test_a_removal_is_not_asked_how_the_unit_runs(desk: FrontDesk) -> None:
    job = first_job(desk)
    record = desk.office.jobs.record_for_edit(desk.actor, job)
    gone = tuple(JobUnit(one.unit, UnitPart.REMOVE) for one in record.units)
    assert gone
    version = desk.office.jobs.detail(desk.actor, job).version
    removal = replace(record, work_kind=WorkKind.REMOVE, units=gone)
    desk.office.jobs.change(desk.actor, job, version, removal)
    page, form = opened(desk)
    assert not form.boxes.keys() & {JobCheck.DRAIN, JobCheck.QUIET, JobCheck.REMOTE}
    assert form.boxes.keys() >= {JobCheck.EXPLAINED, JobCheck.PHOTO_AFTER, JobCheck.SIGNED}
    assert not form.warranty.isVisible()
    assert "Net charge" not in texts_in(form)
    type_in(edit(form, Quantity.RECOVERED_KG), "0.6")
    form.save()
    desk.calm()
    desk.wait(lambda: "0.6 kg" in texts_in(page))
    said = texts_in(page)
    assert not [word for word in ("Remote control", "Drain test", "Warranty", "Net charge") if word in said]


def test_whether_the_job_is_done_is_asked_beside_the_button(desk: FrontDesk) -> None:
    """Ticked beforehand, it is in sight before anybody scrolls."""
    _page, form = opened(desk)
    assert form.complete.isVisible()
    assert not form._scroll.isAncestorOf(form.complete)


class TestManyUnits:
    """A building with 200 units: one at a time, and nothing of the others is lost."""

    COUNT = 200

    @pytest.fixture
    def units(self, desk: FrontDesk) -> list[str]:
        job = first_job(desk)
        detail = desk.office.jobs.detail(desk.actor, job)
        record = UnitRecord("屋上", True, "ミライ", "RZ", "", 7.1, 2024, "R32", 1.4, 200, "", True)
        units = [desk.office.jobs.add_unit(desk.actor, detail.site.site, record) for _ in range(self.COUNT)]
        booked = desk.office.jobs.record_for_edit(desk.actor, job)
        links = tuple(JobUnit(unit, UnitPart.SERVICE) for unit in units)
        desk.office.jobs.change(desk.actor, job, detail.version, replace(booked, units=links))
        stored = UnitResultRecord(units[7], {Quantity.CURRENT_A: 9.5})
        desk.office.results.save(desk.actor, job, 0, JobResults(TODAY, units=(stored,)))
        return units

    def test_only_the_units_that_are_looked_at_are_built(self, desk: FrontDesk, units: list[str]) -> None:
        assert self.COUNT > TOGETHER
        _page, form = opened(desk)
        assert list(form.units.blocks) == [units[0]]
        assert form.typed() is None
        type_in(edit(form, Quantity.CURRENT_A), "8.8")
        first_block(form).text.setFocus()
        QTest.keyClick(first_block(form).text, Qt.Key.Key_Return)
        assert QApplication.focusWidget() is form.units.blocks[units[1]].fields[Quantity.AIRTIGHT_MPA].edit
        assert list(form.typed() or {}) == [first_block(form).fields[Quantity.CURRENT_A].key]
        form.save()
        desk.calm()
        assert not form.isVisible(), texts_in(form)
        results = desk.office.results.sheet(desk.actor, first_job(desk)).results
        assert results.of(units[0]).measured == {Quantity.CURRENT_A: 8.8}
        assert results.of(units[7]).measured == {Quantity.CURRENT_A: 9.5}

    def test_a_draft_and_a_doubt_bring_their_unit_to_the_front(
        self, desk: FrontDesk, units: list[str]
    ) -> None:
        _page, form = opened(desk)
        form.fill({f"measured.{units[150]}.{Quantity.AIRTIGHT_MPA.value}": "0.4"})
        assert form.units.choice is not None
        assert form.units.choice.currentData() == units[150]
        form.units.choice.setCurrentIndex(3)
        form.save()
        desk.calm()
        assert form.units.choice.currentData() == units[150]
        assert QApplication.focusWidget() is form.units.blocks[units[150]].fields[Quantity.AIRTIGHT_MPA].edit
        form.draft.release()


def test_a_job_and_its_results_can_be_scrolled_with_the_keyboard_alone(desk: FrontDesk) -> None:
    """What stands under the last button, or where there is none, is not reached by stepping to something."""
    desk.go("schedule", job=first_job(desk))
    page = desk.dialog()
    assert isinstance(page, JobDialog)
    columns = {one.accessibleName(): one for one in page.findChildren(ScrollColumn)}
    for name in ("Job", "Results"):
        assert columns[name].focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_job_without_units_says_where_they_are_chosen(desk: FrontDesk) -> None:
    job = first_job(desk)
    record = replace(desk.office.jobs.record_for_edit(desk.actor, job), units=())
    desk.office.jobs.change(desk.actor, job, desk.office.jobs.detail(desk.actor, job).version, record)
    _page, form = opened(desk)
    assert "“Change booking” chooses them, under “Site and units”." in texts_in(form)
    form.reject()
