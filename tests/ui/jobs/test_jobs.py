"""Booking, the day, sites and units at the desk."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.errors import BadDate
from hvacdesk.domain.jobs.job_events import EventKind, EventStrikeReason, JobEvent
from hvacdesk.domain.jobs.jobs import ItemLine, JobState, Party, WorkItem, WorkKind
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.billing.price_form import PriceForm
from hvacdesk.ui.customers.site_form import SiteForm
from hvacdesk.ui.customers.unit_form import UnitForm
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.jobs.event_form import EventForm, StrikeEventForm
from hvacdesk.ui.jobs.form import JobForm
from hvacdesk.ui.jobs.opening import edit_job, open_job
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.notice import Notice
from hvacdesk.ui.wording.jobs import items_text, planned_text
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import (
    SECRETS,
    SHOP,
    TANAKA,
    TODAY,
    FrontDesk,
    open_desk,
    type_in,
)
from tests.helpers.real_office import RealOffice

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class TestBooking:
    def opened(self, desk: FrontDesk, customer: str) -> JobForm:
        desk.go("customers", customer=customer)
        desk.click(desk.page.panel.job_button)
        form = desk.dialog()
        assert isinstance(form, JobForm)
        desk.calm()
        return form

    def test_whose_job_it_is_stands_on_top_masked(self, desk: FrontDesk) -> None:
        form = self.opened(desk, desk.customer(TANAKA))
        assert form.requester.text().startswith("田中 ●●")
        assert form.requester.y() < form.kind.mapTo(form.requester.parentWidget(), QPoint()).y()

    def test_the_note_says_that_no_copy_prints_it(self, desk: FrontDesk) -> None:
        form = self.opened(desk, desk.customer(SHOP))
        said = texts_in(form.form.fields["note"])
        assert "Not printed on any copy of the work order." in said
        assert "customer's cautions" in said

    def test_a_job_with_another_payer_units_and_extra_work(self, desk: FrontDesk) -> None:
        shop, payer = desk.customer(SHOP), desk.customer(TANAKA)
        form = self.opened(desk, shop)
        type_in(form.slot.day, "11/26")
        form.slot.starts.setCurrentIndex(form.slot.starts.findData("10:00"))
        assert form.slot.ends.currentData() == "12:00"
        next(iter(form.staff.values())).click()
        form.parties.choose(Party.PAYER)
        finder = desk.dialog()
        assert isinstance(finder, CustomerFinder)
        type_in(finder.search, "5678")
        desk.wait(lambda: len(finder.table.rows()) == 1)
        desk.calm()
        desk.key(finder.search, Qt.Key.Key_Return)
        form.items.boxes[WorkItem.EXTRA_PIPE].click()
        type_in(form.items.quantities[WorkItem.EXTRA_PIPE], "２．５m")
        type_in(form.edits["amount_to_collect"], "12,800円")
        desk.click(form.primary)
        desk.wait(lambda: not form.isVisible())
        rows = desk.office.jobs.of_customer(desk.actor, shop)
        detail = desk.office.jobs.detail(desk.actor, rows[0].job)
        assert (rows[0].on, rows[0].starts, rows[0].ends) == ("2026-11-26", "10:00", "12:00")
        assert {one.party: one.customer for one in detail.parties}[Party.PAYER] == payer
        assert detail.amount_to_collect == 12_800
        assert [(line.item, line.quantity) for line in detail.items] == [(WorkItem.EXTRA_PIPE, 2.5)]

    def test_someone_booked_twice_is_said_before_saving(self, desk: FrontDesk) -> None:
        form = self.opened(desk, desk.customer(SHOP))
        type_in(form.slot.day, TODAY)
        form.slot.starts.setCurrentIndex(form.slot.starts.findData("10:00"))
        busy = desk.office.jobs.staff(desk.actor)[0]
        form.staff[busy.account].click()
        desk.wait(form.clashes.isVisible)
        assert busy.name in form.clashes.line.text()
        assert "09:00–10:30" in form.clashes.line.text()

    @pytest.mark.parametrize(
        ("typed", "starts", "said"),
        [
            ("2025/12/04", "", "Thu 4 December 2025 has"),
            ("2025/12/04", "10:00", "Thu 4 December 2025 10:00"),
            ("2026/11/20", "", "Fri 20 Nov has"),
        ],
    )
    def test_a_day_of_another_year_that_has_passed_is_asked_about_with_its_year(
        self, desk: FrontDesk, typed: str, starts: str, said: str
    ) -> None:
        form = self.opened(desk, desk.customer(SHOP))
        type_in(form.slot.day, typed)
        form.slot.starts.setCurrentIndex(form.slot.starts.findData(starts))
        asked = form.save_question()
        assert asked is not None
        assert asked.why.startswith(said)

    def test_someone_booked_twice_is_said_again_after_an_interruption(self, desk: FrontDesk) -> None:
        shop = desk.customer(SHOP)
        form = self.opened(desk, shop)
        type_in(form.slot.day, TODAY)
        form.slot.starts.setCurrentIndex(form.slot.starts.findData("10:00"))
        busy = desk.office.jobs.staff(desk.actor)[0]
        form.staff[busy.account].click()
        desk.wait(form.clashes.isVisible)
        desk.window.drafts.keep_all()
        desk.calm()
        form.done(0)
        again = self.opened(desk, shop)
        assert again is not form
        desk.wait(lambda: again.clashes.isVisible() and busy.name in again.clashes.line.text())

    @pytest.mark.parametrize("text", ["2026-13-40", "tomorrow-ish", "2199-01-01"])
    def test_an_absurd_date_is_marked_and_kept(self, desk: FrontDesk, text: str) -> None:
        form = self.opened(desk, desk.customer(SHOP))
        type_in(form.slot.day, text)
        form.save()
        desk.calm()
        assert form.isVisible()
        assert form.form.fields["on"].error.text()
        assert form.slot.day.text() == text

    def test_a_corrected_time_is_no_longer_marked(self, desk: FrontDesk) -> None:
        form = self.opened(desk, desk.customer(SHOP))
        slot, ends = form.slot, form.form.fields["ends"]
        type_in(slot.day, "11/26")
        slot.starts.setCurrentIndex(slot.starts.findData("10:00"))
        for corrected in (slot.ends, slot.starts):
            slot.ends.setCurrentIndex(slot.ends.findData("09:00"))
            form.save()
            desk.calm()
            assert ends.error.text()
            right = "12:00" if corrected is slot.ends else "08:00"
            corrected.setCurrentIndex(corrected.findData(right))
            assert not ends.error.text()
            assert ends.control.property("invalid") == "false"
            slot.starts.setCurrentIndex(slot.starts.findData("10:00"))

    def test_a_number_that_is_none_is_marked(self, desk: FrontDesk) -> None:
        form = self.opened(desk, desk.customer(SHOP))
        type_in(form.edits["amount_to_collect"], "about ten")
        form.save()
        desk.calm()
        assert form.form.fields["amount_to_collect"].error.text()

    def test_changing_a_booking_keeps_what_was_not_touched(self, desk: FrontDesk) -> None:
        job = desk.office.jobs.day(desk.actor, desk.office.today())[0].job
        before = desk.office.jobs.record_for_edit(desk.actor, job)
        desk.go("schedule", job=job, edit="yes")
        form = desk.dialog()
        assert isinstance(form, JobForm)
        desk.calm()
        type_in(form.edits["partner_firm"], "協力電工")
        form.save()
        desk.wait(lambda: not form.isVisible())
        after = desk.office.jobs.record_for_edit(desk.actor, job)
        assert after.partner_firm == "協力電工"
        assert (after.units, after.items, after.staff, after.site) == (
            before.units,
            before.items,
            before.staff,
            before.site,
        )


class TestJobDialog:
    def opened(self, desk: FrontDesk) -> JobDialog:
        desk.go("today")
        desk.page.table.selectRow(0)
        desk.key(desk.page.table, Qt.Key.Key_Return)
        dialog = desk.dialog()
        assert isinstance(dialog, JobDialog)
        desk.calm()
        return dialog

    def test_steps_go_on_and_an_invoice_asks_for_its_day(self, desk: FrontDesk) -> None:
        dialog = self.opened(desk)
        job = dialog.detail.row.job
        dialog.move_to(JobState.DONE)
        desk.calm()
        handover = desk.dialog()
        assert isinstance(handover, EventForm)
        assert handover.chosen is EventKind.HANDOVER
        type_in(handover.number, "引渡-3")
        desk.key(handover, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        desk.wait(lambda: not handover.isVisible())
        desk.calm()
        assert dialog.detail.row.state is JobState.DONE
        assert "引渡-3" in texts_in(dialog)
        desk.click(dialog.steps[JobState.INVOICED])
        form = desk.dialog()
        assert isinstance(form, EventForm)
        assert form.amount.text() == "12,800"
        type_in(form.number, "INV-17")
        form.amount.clear()
        type_in(form.amount, "55,000")
        desk.key(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        desk.wait(lambda: not form.isVisible())
        events = desk.office.jobs.detail(desk.actor, job).events
        assert [(e.kind, e.on, e.number, e.amount) for e in events if e.kind is EventKind.INVOICE] == [
            (EventKind.INVOICE, TODAY, "INV-17", 55_000)
        ]
        assert "INV-17" in texts_in(dialog)

    @pytest.mark.parametrize("moves", [True, False])
    def test_a_handover_recorded_by_itself_offers_to_note_the_work_as_done(
        self, desk: FrontDesk, moves: bool
    ) -> None:
        dialog = self.opened(desk)
        job, before = dialog.detail.row.job, dialog.detail.row.state
        dialog.record_event(EventKind.CONTRACT)
        form = desk.dialog()
        assert isinstance(form, EventForm)
        assert not form.moves.isVisible()
        form.kind.setCurrentIndex(form.kind.findData(EventKind.HANDOVER.value))
        assert form.moves.isVisible()
        assert "Only a job that is done is listed as to bill." in texts_in(form)
        form.moves.setChecked(moves)
        desk.click(form.primary)
        desk.wait(lambda: not form.isVisible())
        desk.calm()
        detail = desk.office.jobs.detail(desk.actor, job)
        assert detail.row.state is (JobState.DONE if moves else before)
        assert [one.kind for one in detail.events] == [EventKind.HANDOVER]
        dialog.record_event(EventKind.HANDOVER)
        assert desk.dialog().moves.isVisible() is not moves, "what is done is not asked for again"

    @pytest.mark.parametrize("alone", [False, True], ids=["with its contract", "alone"])
    def test_arranging_says_what_is_arranged_with_whom(self, desk: FrontDesk, alone: bool) -> None:
        dialog = self.opened(desk)
        row = dialog.detail.row
        planned = planned_text(row)
        assert day_text(row.on) in planned
        dialog.move_to(JobState.ARRANGED)
        form = desk.dialog()
        assert isinstance(form, EventForm)
        assert form.windowTitle() == f"Move job {row.number} to “Arranged”"
        assert f"Arranged so far: {planned}" in texts_in(form)
        if alone:
            desk.press(form, "Move without recording")
        else:
            desk.click(form.primary)
        desk.wait(lambda: not form.isVisible())
        told = f"Job {row.number} was moved to “Arranged”: {planned}."
        desk.wait(lambda: any(told in texts_in(one) for one in dialog.findChildren(Notice)))

    def test_an_event_alone_is_said_to_be_recorded(self, desk: FrontDesk) -> None:
        dialog = self.opened(desk)
        dialog.record_event(EventKind.CONTRACT)
        form = desk.dialog()
        desk.click(form.primary)
        desk.wait(lambda: not form.isVisible())
        told = f"Job {dialog.detail.row.number}: “Contract” of {day_text(TODAY)} was recorded."
        desk.wait(lambda: any(told in texts_in(one) for one in dialog.findChildren(Notice)))

    def test_a_step_that_asks_for_its_document_is_made_with_it_or_not_at_all(self, desk: FrontDesk) -> None:
        dialog = self.opened(desk)
        job, before = dialog.detail.row.job, dialog.detail.row.state
        for step, kind in (
            (JobState.ARRANGED, EventKind.CONTRACT),
            (JobState.INVOICED, EventKind.INVOICE),
            (JobState.PAID, EventKind.SETTLEMENT),
        ):
            dialog.move_to(step)
            form = desk.dialog()
            assert isinstance(form, EventForm)
            assert form.chosen is kind
            assert not form.kind.isEnabled()
            desk.key(form, Qt.Key.Key_Escape)
            detail = desk.office.jobs.detail(desk.actor, job)
            assert (detail.row.state, detail.events) == (before, ())
        dialog.move_to(JobState.PAID)
        form = desk.dialog()
        desk.click(form.primary)
        desk.wait(lambda: not form.isVisible())
        detail = desk.office.jobs.detail(desk.actor, job)
        assert detail.row.state is JobState.PAID
        assert [one.kind for one in detail.events] == [EventKind.SETTLEMENT]
        desk.wait(lambda: any(one.isVisible() for one in dialog.findChildren(Notice)))
        offered = next(one for one in dialog.findChildren(Notice) if one.isVisible())
        desk.press(offered, "Undo")
        detail = desk.office.jobs.detail(desk.actor, job)
        assert (detail.row.state, detail.events) == (before, ())

    def test_work_goes_on_without_a_contract_only_if_somebody_says_so(self, desk: FrontDesk) -> None:
        dialog = self.opened(desk)
        dialog.move_to(JobState.ARRANGED)
        form = desk.dialog()
        desk.press(form, "Move without recording")
        desk.wait(lambda: not form.isVisible())
        desk.calm()
        assert (dialog.detail.row.state, dialog.detail.events) == (JobState.ARRANGED, ())
        dialog.move_to(JobState.PAID)
        assert "Move without recording" not in texts_in(desk.dialog())

    def test_before_a_job_is_cancelled_copies_perhaps_printed_are_named(self, desk: FrontDesk) -> None:
        dialog = self.opened(desk)
        job, orders = dialog.detail.row.job, desk.office.work_orders
        issued = orders.issue(desk.actor, job, [Profile.TECHNICIAN, Profile.OFFICE], english)
        desk.wait(lambda: dialog.detail.row.copies_waiting == 2)
        desk.press(dialog, "Cancel the job")
        asked = texts_in(desk.dialog())
        assert "2 copies of its work order were perhaps printed" in asked
        assert "are out" not in asked
        desk.dialog().reject()
        orders.printed(desk.actor, [copy.copy for copy in issued.copies], "p")
        desk.wait(lambda: not dialog.detail.row.copies_waiting)
        desk.press(dialog, "Cancel the job")
        asked = texts_in(desk.dialog())
        assert "perhaps printed" not in asked
        assert "1 copy of its work order is out" in asked
        desk.dialog().reject()

    def test_a_day_to_come_is_asked_about_before_it_is_recorded(self, desk: FrontDesk) -> None:
        dialog = self.opened(desk)
        job = dialog.detail.row.job
        dialog.record_event(EventKind.INVOICE)
        form = desk.dialog()
        ahead = desk.office.today() + timedelta(days=40)
        form.day.set_iso(ahead.isoformat())
        desk.click(form.primary)
        question = desk.dialog()
        assert "is still to come" in texts_in(question)
        desk.key(question, Qt.Key.Key_Return)
        desk.wait(lambda: form.focusWidget() is form.day)
        assert desk.office.jobs.detail(desk.actor, job).events == ()
        desk.click(form.primary)
        desk.press(desk.dialog(), "Record it with this day")
        desk.wait(lambda: not form.isVisible())
        assert [one.on for one in desk.office.jobs.detail(desk.actor, job).events] == [ahead.isoformat()]

    def test_an_event_recorded_wrongly_is_struck_with_a_reason_and_undo_brings_it_back(
        self, desk: FrontDesk
    ) -> None:
        dialog = self.opened(desk)
        job = dialog.detail.row.job
        for number in ("引渡-3", "引渡-4"):
            desk.office.jobs.record_event(desk.actor, job, JobEvent(EventKind.HANDOVER, TODAY, number))
        desk.calm()
        before = desk.office.jobs.detail(desk.actor, job).events
        desk.click(dialog.strike_button)
        form = desk.dialog()
        assert isinstance(form, StrikeEventForm)
        assert "引渡-4" in form.which.currentText()
        assert form.primary is not None
        assert not form.primary.isEnabled()
        form.reason.buttons[EventStrikeReason.WRONG_DAY].setChecked(True)
        desk.click(form.primary)
        desk.wait(lambda: not form.isVisible())
        desk.calm()
        assert "引渡-4" not in texts_in(dialog)
        assert "引渡-3" in texts_in(dialog)
        desk.window.context.edits.undo()
        desk.wait(lambda: desk.office.jobs.detail(desk.actor, job).events == before)

    def test_cancelling_asks_first(self, desk: FrontDesk) -> None:
        dialog = self.opened(desk)
        desk.click(dialog.steps[JobState.CANCELLED])
        question = desk.dialog()
        assert question is not dialog
        row = dialog.detail.row
        assert f"{row.name.text}  " in texts_in(question)
        assert row.number in texts_in(question)
        desk.click(next(b for b in question.findChildren(QPushButton) if b.text() == "Keep it"))
        assert dialog.detail.row.state is JobState.RECEIVED

    def test_the_address_is_shown_for_a_reason_only(self, desk: FrontDesk) -> None:
        dialog = self.opened(desk)
        assert not [one for one in ("3丁目41-7", "メゾン栄", "8765") if one in texts_in(dialog)]


class TestToday:
    def test_the_desk_tells_two_customers_of_one_name_apart_today(self, desk: FrontDesk) -> None:
        desk.go("today")
        assert [row.name.text for row in desk.page.table.rows()] == ["田中 美沙緒", "田中 健一郎"]
        assert "3丁目41-7" not in texts_in(desk.window)

    def test_the_days_work_orders_are_printed_from_their_own_tab_whichever_was_open_last(
        self, desk: FrontDesk
    ) -> None:
        desk.go("work_orders", copies="yes")
        assert desk.page.tabs.current == 1
        desk.go("today")
        desk.press(desk.page, "Print the day's work orders")
        assert desk.page.tabs.current == 0
        assert desk.page.day == desk.office.today()

    def test_a_cancelled_job_does_not_warn_of_its_work_order(self, desk: FrontDesk) -> None:
        (first, *_others) = desk.office.jobs.day(desk.actor, desk.office.today())
        desk.office.jobs.set_state(desk.actor, first.job, JobState.CANCELLED)
        desk.go("today")
        column = next(one for one in desk.page.table.columns if one.key == "paper")
        shown = {row.job: column.of(row) for row in desk.page.table.rows()}
        assert shown.pop(first.job) == ChipValue("", Tone.NEUTRAL)
        assert {chip.text for chip in shown.values()} == {"not printed"}

    def test_the_curtain_leaves_no_name(self, desk: FrontDesk) -> None:
        desk.go("today")
        desk.window.draw_curtain()
        assert not [one for one in ("田中", *SECRETS) if one in texts_in(desk.window)]

    def test_a_day_without_jobs_says_what_to_do(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot
    ) -> None:
        template.clock.pass_time(days=1)
        try:
            with open_desk(template, tmp_path / "tomorrow", qtbot) as desk:
                desk.go("today")
                desk.click(desk.page.first_week.hide_button)
                desk.wait(lambda: desk.page.lists.currentIndex() == 1)
                assert "No jobs today" in texts_in(desk.window)
        finally:
            template.clock.pass_time(days=-1)


class TestSites:
    def test_a_site_with_lock_codes_that_show_by_reveal_only(self, desk: FrontDesk) -> None:
        customer = desk.customer(SHOP)
        desk.go("customers", customer=customer, new_site="yes")
        form = desk.dialog()
        assert isinstance(form, SiteForm)
        type_in(form.address.parts["postal_code"], "4600008")
        desk.wait(lambda: form.address.parts["town"].text() == "栄")
        type_in(form.address.parts["street"], "9-9")
        type_in(form.parts["lock_codes"], "キーボックス 4826")
        desk.key(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        desk.wait(lambda: not form.isVisible())
        desk.calm()
        assert len(desk.office.jobs.sites(desk.actor, customer)) == 2
        assert "4826" not in texts_in(desk.window)

    def test_the_kind_of_building_is_what_somebody_chose(self, desk: FrontDesk) -> None:
        customer = desk.customer(SHOP)
        (site,) = desk.office.jobs.sites(desk.actor, customer)
        for chosen, kept in ((0, None), (1, True), (2, False), (0, None)):
            form = SiteForm(desk.window.context, customer, site)
            form.open()
            before = form.kind.currentIndex()
            form.kind.setCurrentIndex(chosen)
            typed = form.typed()
            assert (typed is not None) == (chosen != before)
            again = SiteForm(desk.window.context, customer, site)
            again.fill(typed or {})
            assert again.kind.currentIndex() == chosen, "and a draft keeps it"
            form.save()
            desk.wait(lambda form=form: not form.isVisible())
            (site,) = desk.office.jobs.sites(desk.actor, customer)
            assert site.detached is kept

    @pytest.mark.parametrize(
        ("typed", "shown", "kept"),
        [
            ("H12.3", "1 Mar 2000", "2000-03-01"), ("平成元年4月1日", "1 Apr 1989", "1989-04-01"),
            ("平成18年", "1 Jan 2006", "2006-01-01"), ("1998", "1 Jan 1998", "1998-01-01"),
            ("2010/4/1", "1 Apr 2010", "2010-04-01"),
        ],
    )  # fmt: skip
    def test_when_a_building_began_is_the_earliest_day_that_is_meant(
        self, desk: FrontDesk, typed: str, shown: str, kept: str
    ) -> None:
        form = SiteForm(desk.window.context, desk.customer(SHOP))
        type_in(form.building_started, typed)
        form.building_started.editingFinished.emit()
        assert form.building_started.text() == shown, "so that it can be seen before it is saved"
        assert form.building_started.iso("building_started_on") == kept

    @pytest.mark.parametrize(
        "typed", ["R8年12月末日", "2027-04-01", "11/30", "平成12年頃", "98.4.1", "S64.1.8", "3/5"]
    )
    def test_a_building_that_is_not_understood_or_not_begun_is_refused(
        self, desk: FrontDesk, typed: str
    ) -> None:
        form = SiteForm(desk.window.context, desk.customer(SHOP))
        type_in(form.building_started, typed)
        form.building_started.editingFinished.emit()
        assert form.building_started.text() == typed
        with pytest.raises(BadDate) as refused:
            form.building_started.iso("building_started_on")
        assert refused.value.details["latest"] == TODAY

    def test_booking_can_take_the_customers_own_address_unseen(self, desk: FrontDesk) -> None:
        customer = desk.office.customers.add(desk.actor, replace(SHOP, organisation="株式会社一二三"))
        desk.go("customers", customer=customer, book="yes")
        form = desk.dialog()
        assert isinstance(form, JobForm)
        desk.calm()
        assert form.place.site == ""
        form.place.use_own_address()
        desk.wait(lambda: form.place.site)
        assert "1-2" not in texts_in(form)
        desk.click(form.primary)
        desk.wait(lambda: not form.isVisible())
        assert len(desk.office.jobs.of_customer(desk.actor, customer)) == 1

    def test_a_card_number_in_a_jobs_note_is_refused_until_stated(self, desk: FrontDesk) -> None:
        desk.go("customers", customer=desk.customer(SHOP), book="yes")
        form = desk.dialog()
        assert isinstance(form, JobForm)
        desk.calm()
        type_in(form.prose["note"], "4111 1111 1111 1111")
        form.save()
        desk.calm()
        assert form.form.fields["note"].error.text()
        form.not_a_number.setChecked(True)
        form.save()
        desk.wait(lambda: not form.isVisible())

    def test_a_unit_of_a_site(self, desk: FrontDesk) -> None:
        customer = desk.customer(SHOP)
        site = desk.office.jobs.sites(desk.actor, customer)[0].site
        form = UnitForm(desk.window.context, site, customer=customer)
        form.open()
        type_in(form.edits["maker"], "試験工業")
        type_in(form.edits["capacity_kw"], "２．２")
        form.volts.setCurrentIndex(form.volts.findData(200))
        form.save()
        desk.wait(lambda: not form.isVisible())
        unit = desk.office.jobs.sites(desk.actor, customer)[0].units[0].record
        assert (unit.maker, unit.capacity_kw, unit.volts) == ("試験工業", 2.2, 200)

    def test_units_that_are_alike_are_entered_at_once(self, desk: FrontDesk) -> None:
        desk.go("customers", customer=desk.customer(SHOP), book="yes")
        booking = desk.dialog()
        assert isinstance(booking, JobForm)
        desk.calm()
        desk.press(booking, "Add a unit")
        form = desk.dialog()
        assert isinstance(form, UnitForm)
        type_in(form.edits["maker"], "試験工業")
        type_in(form.edits["serial"], "E1")
        form.count.setValue(4)
        assert (form.edits["serial"].isEnabled(), form.edits["serial"].text()) == (False, "")
        desk.click(form.primary)
        desk.wait(lambda: not form.isVisible())
        desk.calm()
        assert len(booking.place.units()) == 4
        site = desk.office.jobs.sites(desk.actor, desk.customer(SHOP))[0]
        assert [one.record.maker for one in site.units] == ["試験工業"] * 4

    def test_one_after_the_other_without_opening_the_form_anew(self, desk: FrontDesk) -> None:
        customer = desk.customer(SHOP)
        site = desk.office.jobs.sites(desk.actor, customer)[0].site
        form = UnitForm(desk.window.context, site, customer=customer)
        form.open()
        desk.calm()
        for number in (1, 2):
            type_in(form.edits["place"], f"{number}号室")
            form.outdoor.setChecked(True)
            form.activateWindow()
            desk.wait(form.isActiveWindow)
            desk.key(form, Qt.Key.Key_S, CTRL_SHIFT)
            assert form.isVisible()
            assert (form.edits["place"].text(), form.outdoor.isChecked()) == ("", False)
            assert form.edits["place"].hasFocus()
            assert f"{number} saved" in texts_in(form)
        assert form.typed() is None
        type_in(form.edits["place"], "3号室")
        desk.window.drafts.keep_all()
        desk.click(form.primary)
        desk.wait(lambda: not form.isVisible())
        units = desk.office.jobs.sites(desk.actor, customer)[0].units
        assert [one.record.place for one in units] == ["1号室", "2号室", "3号室"]
        assert desk.window.drafts.left_open() == ()

    @pytest.mark.parametrize("typed", ["R3", "令和3年", "2021年製", "２０２１"])
    def test_the_year_of_a_unit_is_read_as_the_plate_has_it(self, desk: FrontDesk, typed: str) -> None:
        customer = desk.customer(SHOP)
        site = desk.office.jobs.sites(desk.actor, customer)[0].site
        form = UnitForm(desk.window.context, site, customer=customer)
        form.open()
        type_in(form.edits["year"], typed)
        form.save()
        desk.wait(lambda: not form.isVisible())
        (unit,) = desk.office.jobs.sites(desk.actor, customer)[0].units
        assert unit.record.year == 2021

    def test_what_is_no_year_is_refused_with_words_about_years(self, desk: FrontDesk) -> None:
        customer = desk.customer(SHOP)
        site = desk.office.jobs.sites(desk.actor, customer)[0].site
        form = UnitForm(desk.window.context, site, customer=customer)
        form.open()
        type_in(form.edits["year"], "R3か4")
        form.save()
        said = form.form.fields["year"].error.text()
        assert "R3" in said
        assert "12,000" not in said

    def test_what_cannot_be_saved_stays_in_the_form(self, desk: FrontDesk) -> None:
        customer = desk.customer(SHOP)
        site = desk.office.jobs.sites(desk.actor, customer)[0].site
        form = UnitForm(desk.window.context, site, customer=customer)
        form.open()
        type_in(form.edits["year"], "zwei")
        form.save_and_go_on()
        desk.calm()
        assert form.edits["year"].text() == "zwei"
        assert form.form.fields["year"].error.text()


class TestTabs:
    def test_what_can_be_done_stands_at_the_same_place_on_each(self, desk: FrontDesk) -> None:
        job = desk.office.jobs.of_customer(desk.actor, desk.customer(TANAKA))[0]
        open_job(desk.window.context, job.job)
        desk.calm()
        dialog = desk.dialog()
        assert isinstance(dialog, JobDialog)
        first = []
        for number in range(dialog.tabs.stack.count()):
            dialog.tabs.show_tab(number)
            desk.calm()
            shown = dialog.tabs.stack.currentWidget()
            seen = [one for one in shown.findChildren(QPushButton) if one.isVisible()]
            places = [one.mapTo(dialog, one.rect().topLeft()) for one in seen]
            first += sorted((place.y(), place.x()) for place in places)[:1]  # the desk makes no invoices
        assert len(first) == 3
        assert len(set(first)) == 1

    def test_an_empty_tab_says_what_it_will_hold(self, desk: FrontDesk) -> None:
        job = desk.office.jobs.of_customer(desk.actor, desk.customer(TANAKA))[0]
        open_job(desk.window.context, job.job)
        desk.calm()
        dialog = desk.dialog()
        assert isinstance(dialog, JobDialog)
        dialog.tabs.show_tab(1)
        desk.calm()
        assert "TX-22" in texts_in(dialog.results)
        dialog.tabs.show_tab(2)
        desk.calm()
        assert "2.5 m" in texts_in(dialog.estimates)


class TestPrices:
    def test_what_the_customer_reports_is_written_down_without_a_price(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot
    ) -> None:
        with open_desk(template, tmp_path / "reported", qtbot, Role.DESK) as desk:
            desk.go("customers", customer=desk.customer(SHOP), book="yes")
            form = desk.dialog()
            assert isinstance(form, JobForm)
            desk.calm()
            reported = form.items.told[WorkItem.REPORTED]
            above, below = (form.form.fields[key] for key in ("items.reported", "on"))
            assert above.control is reported
            assert above.mapTo(form, above.pos()).y() < below.mapTo(form, below.pos()).y()
            type_in(reported, "冷えない")
            typed = form.items.typed()
            form.items.fill({WorkItem.REPORTED.value: []})
            assert reported.text() == ""
            form.items.fill(typed)
            assert form.shown()["items.reported"].text == "冷えない"
            desk.click(form.primary)
            desk.wait(lambda: not form.isVisible())
            job = desk.office.jobs.of_customer(desk.actor, desk.customer(SHOP))[0].job
            record = desk.office.jobs.record_for_edit(desk.actor, job)
            assert record.items == (ItemLine(WorkItem.REPORTED, detail="冷えない"),)
            desk.go("schedule", job=job)
            desk.wait(lambda: "冷えない" in texts_in(desk.dialog()))

    def test_a_checked_item_is_priced_from_the_list_and_the_sum_is_collected(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot
    ) -> None:
        with open_desk(template, tmp_path / "owner", qtbot, Role.OWNER) as desk:
            desk.office.prices.keep(desk.actor, PriceRecord(WorkItem.EXTRA_PIPE, unit="m", yen=3_300))
            desk.go("customers", customer=desk.customer(SHOP), book="yes")
            form = desk.dialog()
            assert isinstance(form, JobForm)
            desk.calm()
            form.items.boxes[WorkItem.EXTRA_PIPE].click()
            assert form.items.yen[WorkItem.EXTRA_PIPE].text() == "3,300"
            type_in(form.items.quantities[WorkItem.EXTRA_PIPE], "2.5")
            assert "¥9,075" in form.items.sum.text()
            type_in(form.items.quantities[WorkItem.EXTRA_PIPE], "x")
            assert form.items.sum.isHidden()
            assert form.items.take_sum.isHidden(), "the sum of before is no longer what is typed"
            form.items.quantities[WorkItem.EXTRA_PIPE].clear()
            type_in(form.items.quantities[WorkItem.EXTRA_PIPE], "2.5")
            assert "¥9,075" in form.items.sum.text()
            desk.click(form.items.take_sum)
            assert form.edits["amount_to_collect"].text() == "9,075"
            desk.click(form.primary)
            desk.wait(lambda: not form.isVisible())
            job = desk.office.jobs.of_customer(desk.actor, desk.customer(SHOP))[0].job
            record = desk.office.jobs.record_for_edit(desk.actor, job)
            assert record.items == (ItemLine(WorkItem.EXTRA_PIPE, 2.5, "m", yen=3_300),)
            assert record.amount_to_collect == 9_075
            for with_tax, said in ((True, "with tax"), (False, "without tax")):
                desk.office.prices.set_with_tax(desk.actor, with_tax)
                detail = desk.office.jobs.detail(desk.actor, job)
                assert items_text(detail, english).endswith(f"2.5 m ¥8,250 {said}")

    def test_the_owner_keeps_the_list_by_keyboard(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot
    ) -> None:
        with open_desk(template, tmp_path / "owner", qtbot, Role.OWNER) as desk:
            desk.go("settings", tab="prices")
            tab = desk.page.prices
            desk.press(tab, "Add the usual positions")
            tab.table.setFocus()
            tab.table.selectRow(0)
            desk.key(tab.table, Qt.Key.Key_Return)
            form = desk.dialog()
            assert isinstance(form, PriceForm)
            type_in(form.yen, "１６，５００円")
            desk.key(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
            desk.wait(lambda: not form.isVisible())
            desk.calm()
            desk.window.activateWindow()
            desk.wait(desk.window.isActiveWindow)
            tab.table.setFocus()
            desk.key(tab.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
            rows = desk.office.prices.listed(desk.actor).rows
            assert [row.record.yen for row in rows[:2]] == [None, 16_500]
            tab.table.choose(replace(tab.table.choice, sort="name"))
            assert not tab._up.isEnabled(), "where it goes would not be seen"
            assert not tab._down.isEnabled()
            assert "arrow is gone" in tab._down.toolTip()
            desk.key(tab.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
            desk.calm()
            assert desk.office.prices.listed(desk.actor).rows == rows
            tab.table.choose(replace(tab.table.choice, sort=""))
            assert tab._up.isEnabled()
            assert [row.price for row in tab.table.rows()] == [row.price for row in rows]
            assert tab.table.current().record.yen == 16_500


class TestOneWindow:
    """What is read before a window opens is read in the background: a second click comes before it opens."""

    def test_a_job_that_is_opened_three_times_has_one_window(self, desk: FrontDesk) -> None:
        desk.go("schedule")
        job = desk.office.jobs.day(desk.actor, desk.office.today())[0].job
        for _time in range(3):
            open_job(desk.window.context, job)
        desk.dialog()
        desk.calm()
        assert [one.isVisible() for one in desk.window.findChildren(JobDialog)] == [True]

    def test_its_form_opens_once_too(self, desk: FrontDesk) -> None:
        desk.go("schedule")
        job = desk.office.jobs.day(desk.actor, desk.office.today())[0].job
        for _time in range(3):
            edit_job(desk.window.context, job)
        desk.dialog()
        desk.calm()
        assert len([one for one in desk.window.findChildren(JobForm) if one.isVisible()]) == 1

    def test_another_jobs_window_opens_over_the_first(self, desk: FrontDesk) -> None:
        desk.go("schedule")
        for row in desk.office.jobs.day(desk.actor, desk.office.today())[:2]:
            open_job(desk.window.context, row.job)
            desk.calm()
        assert len([one for one in desk.window.findChildren(JobDialog) if one.isVisible()]) == 2


def test_a_site_that_was_missing_is_no_longer_marked_once_it_is_chosen(desk: FrontDesk) -> None:
    customer = desk.office.customers.add(desk.actor, replace(SHOP, organisation="株式会社一二三"))
    desk.go("customers", customer=customer, book="yes")
    form = desk.dialog()
    assert isinstance(form, JobForm)
    desk.calm()
    desk.click(form.primary)
    field = form.form.fields["site"]
    assert field.error.text()
    desk.press(form, "Use the customer's address")
    desk.calm()
    assert form.place.site
    assert not field.error.text()
    assert not field.error.isVisible()
    assert field.control.property("invalid") == "false"


def test_another_kind_of_work_alone_is_kept_in_a_draft(desk: FrontDesk) -> None:
    row = desk.office.jobs.day(desk.actor, desk.office.today())[0]
    edit_job(desk.window.context, row.job)
    form = desk.dialog()
    assert isinstance(form, JobForm)
    desk.calm()
    other = next(one for one in WorkKind if one is not row.work_kind)
    form.kind.setCurrentIndex(form.kind.findData(other.value))
    assert form.typed() == {"kind": other.value}
    form.kind.setCurrentIndex(form.kind.findData(row.work_kind.value))
    assert form.typed() is None
    form.fill({"kind": other.value})
    assert form.kind.currentData() == other.value


def test_a_job_of_years_ago_can_still_be_changed(desk: FrontDesk) -> None:
    row = desk.office.jobs.day(desk.actor, desk.office.today())[0]
    stored = desk.office.jobs.record_for_edit(desk.actor, row.job)
    version = desk.office.jobs.detail(desk.actor, row.job).version
    desk.office.jobs.change(desk.actor, row.job, version, replace(stored, on="2021-04-01"))
    edit_job(desk.window.context, row.job)
    form = desk.dialog()
    assert isinstance(form, JobForm)
    desk.calm()
    type_in(form.prose["note"], "鍵は郵便受け")
    desk.click(form.primary)
    desk.wait(lambda: not form.isVisible())
    changed = desk.office.jobs.record_for_edit(desk.actor, row.job)
    assert (changed.on, changed.note) == ("2021-04-01", "鍵は郵便受け")
