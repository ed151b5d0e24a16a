"""Call notes at the desk: one key from anywhere, and every way on from a note."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hvacdesk.domain import masking
from hvacdesk.domain.calls.call_notes import CallField, CallFilter, CallNoteRecord, CallNoteRow, CallSubject
from hvacdesk.domain.jobs.jobs import ItemLine, Party, WorkItem, WorkKind
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.roles import Role
from hvacdesk.ui.calls.form import CallNoteForm
from hvacdesk.ui.calls.note_dialog import CallNoteDialog
from hvacdesk.ui.calls.opening import FinishForm, NoteDesk
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.jobs.form import JobForm
from hvacdesk.ui.widgets.notice import Notice
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import (
    SHOP,
    TANAKA,
    FrontDesk,
    open_desk,
    open_window,
    type_in,
)
from tests.helpers.real_office import RealOffice
from tests.helpers.typing_forms import interrupt

UNKNOWN = CallNoteRecord(
    caller_name="渡辺 香織",
    phone="090-1111-2222",
    subject=CallSubject.BOOKING,
    text="洗浄2台",
    call_back_by="2026-11-24",
)


def note_form(desk: FrontDesk) -> CallNoteForm:
    form = desk.dialog()
    assert isinstance(form, CallNoteForm)
    desk.calm()
    return form


def opened(desk: FrontDesk, note: str) -> CallNoteDialog:
    desk.go("calls", note=note)
    dialog = desk.dialog()
    assert isinstance(dialog, CallNoteDialog)
    return dialog


def open_rows(desk: FrontDesk) -> tuple[CallNoteRow, ...]:
    return desk.office.call_notes.open(desk.actor)


class TestTakingACall:
    def test_one_key_and_the_keyboard_note_an_unknown_caller(self, desk: FrontDesk) -> None:
        desk.key(desk.window, Qt.Key.Key_F2)
        form = note_form(desk)
        assert form.caller is not None
        assert form.caller.name.hasFocus()
        type_in(form.caller.name, "渡辺 香織")
        type_in(form.caller.phone, "０９０１１１１２２２２")
        type_in(form.text, "室外機が動かない")
        desk.key(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        desk.wait(lambda: len(open_rows(desk)) == 1)
        (row,) = open_rows(desk)
        assert (row.name.text, row.phone.text, row.text.text) == (
            "渡辺 ●●",
            "●●●-●●●●-2222",
            "室外機が動かない",
        )
        assert (row.subject, row.call_back_by, row.for_account) == (CallSubject.BREAKDOWN, "2026-11-24", "")

    def test_the_customer_in_front_is_the_one_who_called(self, desk: FrontDesk) -> None:
        customer = desk.customer(TANAKA)
        desk.go("customers", customer=customer)
        desk.key(desk.page.table, Qt.Key.Key_F2)
        form = note_form(desk)
        assert form.caller is not None
        assert not form.caller.name.isVisible()
        form.save()
        desk.press(desk.dialog(), "Back to the form")
        assert form.focusWidget() is form.text
        desk.click(form.primary)
        desk.press(desk.dialog(), "Save it so")
        desk.wait(lambda: [row.customer for row in open_rows(desk)] == [customer])

    def test_it_opens_over_a_form_that_is_being_filled_in_and_only_once(self, desk: FrontDesk) -> None:
        desk.go("customers", new="yes")
        below = desk.dialog()
        assert isinstance(below, CustomerForm)
        desk.key_where_the_keyboard_is(Qt.Key.Key_F2)
        form = note_form(desk)
        desk.key_where_the_keyboard_is(Qt.Key.Key_F2)
        assert QApplication.activeModalWidget() is form
        form.reject()
        assert QApplication.activeModalWidget() is below

    def test_the_usual_search_chooses_the_customer(self, desk: FrontDesk) -> None:
        desk.window.keys.take_call()
        form = note_form(desk)
        desk.key(form, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        finder = desk.dialog()
        assert isinstance(finder, CustomerFinder)
        type_in(finder.search, "青葉")
        desk.wait(lambda: finder.table.current() is not None)
        desk.key(finder.search, Qt.Key.Key_Return)
        assert form.caller is not None
        assert "株式会社青葉商店" in form.caller.chosen[1]
        assert form.focusWidget() is form.subject

    def test_what_is_needed_is_marked_so(self, desk: FrontDesk) -> None:
        desk.window.keys.take_call()
        form = note_form(desk)
        text = form.form.fields["text"].label
        assert "required" in form.form.fields["caller_name"].label.text()
        assert "required" not in text.text()
        form.subject.setCurrentIndex(form.subject.findData(CallSubject.OTHER.value))
        assert "required" in text.text()
        type_in(form.caller.phone, "052")
        assert "required" not in form.form.fields["caller_name"].label.text()
        form.save()
        desk.calm()
        assert form.form.fields["phone"].error.text()
        assert form.form.fields["text"].error.text()
        assert not form.form.fields["caller_name"].error.text()
        form.reject()

    def test_a_missing_name_is_said_before_anything_is_asked(self, desk: FrontDesk) -> None:
        desk.window.keys.take_call()
        form = note_form(desk)
        desk.click(form.primary)
        assert desk.dialog() is form
        assert form.form.fields["caller_name"].error.text() == "Please fill this in."
        assert form.focusWidget() is form.caller.name

    def test_a_note_that_says_nothing_is_asked_about(self, desk: FrontDesk) -> None:
        desk.window.keys.take_call()
        form = note_form(desk)
        type_in(form.caller.name, "渡辺")
        form.save()
        question = desk.dialog()
        assert question is not form
        assert desk.office.call_notes.open(desk.actor) == ()
        desk.click(question.primary)
        assert form.isVisible()
        type_in(form.text, "冷房が効かない")
        form.save()
        desk.wait(lambda: not form.isVisible())
        assert len(desk.office.call_notes.open(desk.actor)) == 1

    def test_a_card_number_is_refused_at_its_field_until_it_is_stated_to_be_none(
        self, desk: FrontDesk
    ) -> None:
        desk.window.keys.take_call()
        form = note_form(desk)
        assert form.caller is not None
        type_in(form.caller.name, "渡辺")
        type_in(form.text, "4242 4242 4242 4242")
        form.save()
        desk.calm()
        assert "card number" in form.form.fields["text"].error.text()
        assert open_rows(desk) == ()
        form.not_a_number.setChecked(True)
        form.save()
        desk.wait(lambda: len(open_rows(desk)) == 1)

    def test_what_is_half_typed_survives_a_lock(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot
    ) -> None:
        home = tmp_path / "locked"
        with open_desk(template, home, qtbot) as desk:
            desk.window.keys.take_call()
            form = note_form(desk)
            assert form.caller is not None
            type_in(form.caller.phone, "090-1111-2222")
            type_in(form.text, "途中まで")
            form.urgent.setChecked(True)
            desk.window.lock()
            desk.calm()
            assert "途中" not in texts_in(desk.window)
            desk.window.uncover()
            (left,) = desk.window.drafts.left_open()
            assert (left.page, left.arguments) == ("calls", {"new": "yes"})
            form.draft.kept = False
            form.accept()
            desk.go(left.page, **left.arguments)
            again = note_form(desk)
            desk.wait(lambda: again.text.text() == "途中まで")
            assert again.caller is not None
            assert again.caller.phone.text() == "090-1111-2222"
            assert again.urgent.isChecked()

    def test_what_is_half_typed_about_one_customer_is_no_other_callers(self, desk: FrontDesk) -> None:
        known, shop = desk.customer(TANAKA), desk.customer(SHOP)
        rooms = desk.window.context.rooms
        rooms.note_call((known, "田中"), "点検の案内", CallSubject.REMINDER)
        form = note_form(desk)
        form.urgent.setChecked(True)
        interrupt(form)
        desk.window.context.rooms.note_call(
            (desk.customer(SHOP), "青葉"), "青葉への用件", CallSubject.REMINDER
        )
        other = note_form(desk)
        assert other.caller is not None
        assert (other.caller.chosen[0], other.text.text()) == (shop, "青葉への用件")
        assert not other.urgent.isChecked()
        other.draft.release()
        other.done(0)
        (left,) = desk.window.drafts.left_open()
        desk.go(left.page, **left.arguments)
        again = note_form(desk)
        assert again.caller is not None
        assert (again.caller.chosen[0], again.text.text()) == (known, "点検の案内")
        assert again.subject.currentData() == CallSubject.REMINDER
        assert again.urgent.isChecked()
        again.draft.release()


def notices(desk: FrontDesk) -> list[Notice]:
    return [one for one in desk.window.findChildren(Notice) if one.isVisible()]


class TestSeeingToIt:
    def test_called_back_with_an_outcome_and_taken_back(self, desk: FrontDesk) -> None:
        note = desk.office.call_notes.take(desk.actor, UNKNOWN)
        dialog = opened(desk, note)
        assert dialog.primary is not None
        desk.click(dialog.primary)
        form = desk.dialog()
        assert isinstance(form, FinishForm)
        type_in(form.outcome, "明日伺う")
        form.save()
        desk.wait(lambda: open_rows(desk) == ())
        assert desk.office.call_notes.detail(desk.actor, note).outcome.text == "明日伺う"
        desk.wait(
            lambda: len(notices(desk)) == 1
        )  # it comes with the answer, which other readings may overtake
        desk.click(notices(desk)[0]._button)
        desk.wait(lambda: len(open_rows(desk)) == 1)

    def test_passed_on_to_somebody_for_tomorrow(self, desk: FrontDesk) -> None:
        note = desk.office.call_notes.take(desk.actor, UNKNOWN)
        desk.click(opened(desk, note).acts["change"])
        form = note_form(desk)
        form.for_whom.setCurrentIndex(form.for_whom.findText("責任 一郎"))
        form.due.choice.setCurrentIndex(form.due.choice.findData("tomorrow"))
        form.save()
        desk.wait(lambda: desk.office.call_notes.detail(desk.actor, note).for_whom == "責任 一郎")
        row = desk.office.call_notes.detail(desk.actor, note)
        assert (row.call_back_by, row.text.text) == ("2026-11-25", "洗浄2台")

    def test_somebody_elses_change_is_told_and_nothing_is_lost(self, desk: FrontDesk) -> None:
        note = desk.office.call_notes.take(desk.actor, UNKNOWN)
        desk.click(opened(desk, note).acts["change"])
        form = note_form(desk)
        desk.office.call_notes.change(desk.actor, note, 1, {"urgent": True})
        type_in(form.text, "、至急")
        form.save()
        desk.wait(lambda: not form.isVisible())
        fresh = note_form(desk)
        assert "changed at" in texts_in(fresh)
        assert fresh.text.text() == "、至急洗浄2台"
        assert fresh.urgent.isChecked()

    def test_an_unknown_caller_becomes_a_customer_with_what_is_known(self, desk: FrontDesk) -> None:
        note = desk.office.call_notes.take(desk.actor, UNKNOWN)
        desk.click(opened(desk, note).acts["register"])
        desk.wait(lambda: isinstance(QApplication.activeModalWidget(), CustomerForm))
        form = desk.dialog()
        assert isinstance(form, CustomerForm)
        assert form.name.parts["family"].text() == "渡辺"
        assert form.name.parts["given"].text() == "香織"
        assert [phone.number for phone in form.phones.phones()] == ["090-1111-2222"]
        form.save()
        desk.wait(lambda: bool(desk.office.call_notes.detail(desk.actor, note).customer))
        assert desk.office.call_notes.detail(desk.actor, note).name.text == "渡辺 ●●"

    def test_a_caller_who_is_registered_already_is_found_while_registering(self, desk: FrontDesk) -> None:
        customer = desk.customer(TANAKA)
        note = desk.office.call_notes.take(desk.actor, replace(UNKNOWN, phone=TANAKA.phones[0].number))
        desk.click(opened(desk, note).acts["register"])
        desk.wait(lambda: isinstance(QApplication.activeModalWidget(), CustomerForm))
        form = desk.dialog()
        assert isinstance(form, CustomerForm)
        desk.calm()
        form.other_chosen.emit(customer)
        desk.wait(lambda: desk.office.call_notes.detail(desk.actor, note).customer == customer)

    def test_an_unknown_caller_is_linked_and_a_job_booked(self, desk: FrontDesk) -> None:
        note = desk.office.call_notes.take(desk.actor, UNKNOWN)
        customer = desk.customer(TANAKA)
        desk.click(opened(desk, note).acts["link"])
        finder = desk.dialog()
        assert isinstance(finder, CustomerFinder)
        type_in(finder.search, "田中")
        desk.wait(lambda: finder.table.current() is not None)
        finder.table.select(lambda row: row.customer == customer)
        desk.key(finder.table, Qt.Key.Key_Return)
        desk.wait(lambda: isinstance(QApplication.activeModalWidget(), CallNoteDialog))
        dialog = desk.dialog()
        assert isinstance(dialog, CallNoteDialog)
        assert dialog.note.customer == customer
        desk.click(dialog.acts["book"])
        desk.wait(lambda: isinstance(QApplication.activeModalWidget(), JobForm))
        form = desk.dialog()
        assert isinstance(form, JobForm)
        reported = form.items.told[WorkItem.REPORTED]
        assert reported.text() == UNKNOWN.text
        reported.selectAll()
        type_in(reported, "洗浄3台")
        form.save()
        desk.wait(lambda: isinstance(QApplication.activeModalWidget(), FinishForm))
        (job,) = (row.job for row in desk.office.jobs.of_customer(desk.actor, customer) if not row.on)
        record = desk.office.jobs.record_for_edit(desk.actor, job)
        assert record.items == (ItemLine(WorkItem.REPORTED, detail="洗浄3台"),)
        finish = desk.dialog()
        assert isinstance(finish, FinishForm)
        assert finish.outcome.text() == "Booked a job."
        finish.save()
        desk.wait(lambda: open_rows(desk) == ())

    def test_a_booking_that_is_undone_closes_no_note(self, desk: FrontDesk) -> None:
        customer = desk.customer(TANAKA)
        note = desk.office.call_notes.take(desk.actor, replace(UNKNOWN, customer=customer))
        NoteDesk(desk.window.context, desk.office.call_notes.detail(desk.actor, note)).book()
        desk.wait(lambda: isinstance(QApplication.activeModalWidget(), JobForm))
        form = desk.dialog()
        assert isinstance(form, JobForm)
        desk.calm()  # the form reads the customer's sites first
        form.save()
        desk.wait(lambda: isinstance(QApplication.activeModalWidget(), FinishForm))
        finish = desk.dialog()
        desk.window.context.edits.undo()
        desk.wait(lambda: not finish.isVisible())
        assert [row.note for row in open_rows(desk)] == [note]

    def test_what_was_said_goes_to_no_job_of_who_may_not_read_it_nor_over_what_is_written_there(
        self, desk: FrontDesk
    ) -> None:
        customer = desk.customer(TANAKA)
        note = desk.office.call_notes.take(desk.actor, replace(UNKNOWN, customer=customer))
        row = desk.office.call_notes.detail(desk.actor, note)
        assert row.text == Masked.shown(UNKNOWN.text)
        ctx = desk.window.context
        NoteDesk(ctx, replace(row, text=masking.withheld(UNKNOWN.text))).book()
        desk.wait(lambda: isinstance(QApplication.activeModalWidget(), JobForm))
        form = desk.dialog()
        assert isinstance(form, JobForm)
        reported = form.items.told[WorkItem.REPORTED]
        assert reported.text() == ""
        type_in(reported, "E6")
        form.offer_report("洗浄\n2台")
        assert reported.text() == "E6"
        reported.clear()
        form.offer_report("洗浄\n2台")
        assert reported.text() == "洗浄 2台"
        reported.clear()
        form.reject()
        desk.calm()

    @pytest.mark.parametrize(
        ("subject", "kind"),
        [(CallSubject.BREAKDOWN, WorkKind.REPAIR), (CallSubject.BOOKING, WorkKind.INSTALL)],
    )
    def test_a_job_begins_with_the_work_that_the_call_speaks_of(
        self, desk: FrontDesk, subject: CallSubject, kind: WorkKind
    ) -> None:
        about = replace(UNKNOWN, customer=desk.customer(TANAKA), subject=subject)
        note = desk.office.call_notes.take(desk.actor, about)
        row = desk.office.call_notes.detail(desk.actor, note)
        NoteDesk(desk.window.context, replace(row, text=masking.withheld(UNKNOWN.text))).book()
        desk.wait(lambda: isinstance(QApplication.activeModalWidget(), JobForm))
        form = desk.dialog()
        assert isinstance(form, JobForm)
        assert form.kind.currentData() == kind.value
        assert form.typed() is None, "nobody typed anything yet"
        type_in(form.prose["note"], "E6")
        again = JobForm(desk.window.context, {Party.REQUESTER: (about.customer, "")})
        again.fill(form.typed() or {})
        assert again.kind.currentData() == kind.value, "what is half typed begins so again"
        form.prose["note"].clear()
        for one in (again, form):
            one.kind.setCurrentIndex(one.kind.findData(kind.value))
            one.reject()
        desk.calm()

    def test_the_number_is_shown_with_a_reason_only(self, desk: FrontDesk) -> None:
        note = desk.office.call_notes.take(desk.actor, UNKNOWN)
        dialog = opened(desk, note)
        assert "1111" not in texts_in(dialog)
        value = dialog.values[CallField.PHONE]
        desk.click(value._link)
        desk.wait(lambda: QApplication.activePopupWidget() is not None)
        QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
        desk.wait(lambda: value.shown)
        assert "090-1111-2222" in value._text.text()


class TestLists:
    def test_filters_and_the_customers_tab(self, desk: FrontDesk) -> None:
        calls, customer = desk.office.call_notes, desk.customer(TANAKA)
        mine = calls.take(desk.actor, CallNoteRecord(customer, text="a", for_account=desk.actor.account))
        other = calls.take(desk.actor, UNKNOWN)
        done = calls.take(desk.actor, CallNoteRecord(customer, text="b"))
        desk.go("calls")
        shown = {}
        for which in CallFilter:
            desk.click(desk.page.filters[which])
            shown[which] = {row.note for row in desk.page.table.rows()}
        assert shown == {CallFilter.OPEN: {mine, other}, CallFilter.MINE: {mine}, CallFilter.DONE: {done}}
        desk.go("customers", customer=customer)
        panel = desk.page.panel
        panel.tabs.show_tab(4)
        desk.calm()
        assert {row.note for row in panel.tabs.stack.currentWidget().content.table.rows()} == {mine, done}

    def test_an_empty_list_says_which_key_helps(self, desk: FrontDesk) -> None:
        desk.go("calls")
        assert "F2" in texts_in(desk.page.lists.currentWidget())

    def test_a_technician_sees_their_own_and_takes_none(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot
    ) -> None:
        home = tmp_path / "technician"
        with open_desk(template, home, qtbot) as desk:
            account = template.accounts["作業 三郎"]
            desk.office.call_notes.take(desk.actor, UNKNOWN)
            desk.office.call_notes.take(
                desk.actor, CallNoteRecord(caller_name="森 茂", text="鍵の件", for_account=account)
            )
        real = RealOffice(home, template.clock, template.accounts)
        with open_window(real, qtbot, Role.TECHNICIAN) as desk:
            desk.go("calls")
            assert [row.text.text for row in desk.page.table.rows()] == ["鍵の件"]
            desk.key(desk.window, Qt.Key.Key_F2)
            assert QApplication.activeModalWidget() is None
