"""A form whose record somebody else saved meanwhile is no dead end: it says what, and goes on from there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.estimates import EstimateLineRecord, EstimateRecord
from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.calls.call_notes import CallNoteRecord
from hvacdesk.domain.customers.contacts import ContactRecord
from hvacdesk.domain.customers.customers import CustomerField, PersonName
from hvacdesk.domain.jobs.jobs import JobState, Party
from hvacdesk.domain.jobs.visit_contracts import VisitRecord
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.billing.estimate_form import EstimateForm
from hvacdesk.ui.billing.invoice_form import InvoiceForm
from hvacdesk.ui.calls.form import CallNoteForm
from hvacdesk.ui.customers.contact_form import ContactForm
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.customers.site_form import SiteForm
from hvacdesk.ui.jobs.form import JobForm
from hvacdesk.ui.jobs.opening import edit_job
from hvacdesk.ui.jobs.visit_form import VisitForm
from hvacdesk.ui.widgets.others_save import Difference, differences, value_label
from hvacdesk.ui.widgets.shown_fields import Shown
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import SHOP, TANAKA, TODAY, FrontDesk, open_desk, type_in
from tests.helpers.others_save import in_place, save
from tests.helpers.real_office import RealOffice

OTHER_DAY = "2026-11-26"


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.DESK) as opened:
        yield opened


@pytest.fixture
def books(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.ACCOUNTING) as opened:
        job = first_job(opened)
        opened.office.jobs.set_state(replace(opened.actor, roles=frozenset({Role.OWNER})), job, JobState.DONE)
        yield opened


def first_job(desk: FrontDesk) -> str:
    return desk.office.jobs.of_customer(desk.actor, desk.customer(TANAKA))[0].job


def move(desk: FrontDesk, job: str, on: str) -> None:
    jobs = desk.office.jobs
    version = jobs.detail(desk.actor, job).version
    jobs.change(desk.actor, job, version, replace(jobs.record_for_edit(desk.actor, job), on=on))


def opened_job(desk: FrontDesk, job: str) -> JobForm:
    edit_job(desk.window.context, job)
    desk.calm()
    form = desk.dialog()
    assert isinstance(form, JobForm)
    return form


def test_a_job_that_was_moved_meanwhile_keeps_both_changes(desk: FrontDesk) -> None:
    job = first_job(desk)
    form = opened_job(desk, job)
    heard: list[object] = []
    form.saved.connect(heard.append)
    spare = next(box for box in form.staff.values() if not box.isChecked())
    spare.setChecked(True)
    move(desk, job, OTHER_DAY)
    save(desk, form)
    fresh = in_place(desk, form)
    told = texts_in(fresh)
    assert "受付 花子 changed at 10:00: Day" in told
    assert "26 Nov 2026" in texts_in(fresh.others)
    assert "untouched by that" in told
    assert fresh.primary is not None
    assert fresh.primary.text() == "Save"
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    kept = desk.office.jobs.record_for_edit(desk.actor, job)
    assert (kept.on, len(kept.staff)) == (OTHER_DAY, 2)
    assert heard == [job]


def test_what_both_changed_stands_side_by_side_and_the_button_says_so(desk: FrontDesk) -> None:
    job = first_job(desk)
    form = opened_job(desk, job)
    form.slot.day.set_iso("2026-11-27")
    form.prose["note"].setPlainText("はしごを持参") if "note" in form.prose else None
    move(desk, job, OTHER_DAY)
    save(desk, form)
    fresh = in_place(desk, form)
    told = texts_in(fresh)
    assert "Saved by the other" in told
    assert "Typed by you" in told
    assert fresh.primary is not None
    assert fresh.primary.text() == "Save mine on top"
    assert "“Save mine on top”" in told
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    assert desk.office.jobs.record_for_edit(desk.actor, job).on == "2026-11-27"


def test_each_save_since_then_is_told_with_what_it_changed(desk: FrontDesk) -> None:
    job = first_job(desk)
    form = opened_job(desk, job)
    next(box for box in form.staff.values() if not box.isChecked()).setChecked(True)
    move(desk, job, OTHER_DAY)
    jobs = desk.office.jobs
    version = jobs.detail(desk.actor, job).version
    noted = replace(jobs.record_for_edit(desk.actor, job), note="はしごを持参")
    jobs.change(desk.actor, job, version, noted)
    save(desk, form)
    told = texts_in(in_place(desk, form))
    assert told.count("受付 花子 changed at 10:00: ") == 2


def test_what_was_typed_is_kept_once_as_the_new_forms_draft(desk: FrontDesk) -> None:
    """The former form's, kept beside it, would come back as something that was never saved."""
    job, drafts = first_job(desk), desk.window.context.drafts
    form = opened_job(desk, job)
    form.slot.day.set_iso("2026-11-27")
    move(desk, job, OTHER_DAY)
    save(desk, form)
    fresh = in_place(desk, form)
    assert len(drafts.half_typed()) == 1
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    assert (drafts.half_typed(), drafts.left_open()) == ((), ())


def test_a_field_that_one_emptied_and_another_filled_with_what_is_hidden_was_changed_by_both() -> None:
    """Both look empty: the firm became a person, whose room nobody sees at once."""
    before, mine = {"room": Shown("Room", "302")}, {"room": Shown("Room", "")}
    theirs = {"room": Shown("Room", "", hidden=True)}
    assert differences(before, mine, theirs, ["room"]) == (Difference("room", "Room", None, ""),)


def test_it_goes_on_a_second_time(desk: FrontDesk) -> None:
    job = first_job(desk)
    form = opened_job(desk, job)
    form.slot.day.set_iso("2026-11-27")
    for day in (OTHER_DAY, "2026-11-30"):
        move(desk, job, day)
        save(desk, form)
        form = in_place(desk, form)  # type: ignore[assignment]
    save(desk, form)
    assert desk.office.jobs.record_for_edit(desk.actor, job).on == "2026-11-27"


def test_a_hidden_value_of_the_other_can_be_looked_at_before_it_is_replaced(desk: FrontDesk) -> None:
    customer = desk.customer(TANAKA)
    desk.go("customers", customer=customer, edit="yes")
    form = desk.dialog()
    assert isinstance(form, CustomerForm)
    desk.calm()
    type_in(form.address.parts["building"], "サンハイツ306")
    version = desk.office.customers.detail(desk.actor, customer).version
    desk.office.customers.change(desk.actor, customer, version, {"address": {"building": "サンハイツ305"}})
    save(desk, form)
    fresh = in_place(desk, form)
    assert "サンハイツ305" not in texts_in(fresh)
    desk.press(fresh, "Show what the other saved: Building and room")
    assert "サンハイツ305" in texts_in(fresh)
    assert "サンハイツ306" in texts_in(fresh)
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    kept = desk.office.customers.reveal(desk.actor, customer, CustomerField.ADDRESS, RevealReason.CALL)
    assert kept.endswith("サンハイツ306")


def test_a_site(desk: FrontDesk) -> None:
    customer = desk.customer(TANAKA)
    site = desk.office.jobs.sites(desk.actor, customer)[0]
    form = SiteForm(desk.window.context, customer, site)
    form.open()
    desk.calm()
    form.permission.setChecked(True)
    type_in(form.parts["floor"], "3階")
    desk.office.jobs.change_site(desk.actor, site.site, {"label": "本宅"}, version=site.version)
    save(desk, form)
    fresh = in_place(desk, form)
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    now = desk.office.jobs.sites(desk.actor, customer)[0]
    assert now.manager_permission
    assert {"本宅", "3階"} <= {one.text for one in now.values.values()}


def test_a_contact(desk: FrontDesk) -> None:
    customer = desk.customer(SHOP)
    contacts = desk.office.contacts
    contacts.add(desk.actor, customer, ContactRecord("総務", PersonName("佐々木", "", "", "")))
    contact = contacts.of(desk.actor, customer)[0]
    form = ContactForm(desk.window.context, customer, contact)
    form.open()
    desk.calm()
    form.parts["department"].setText("管理課")
    contacts.change(desk.actor, contact.contact, contact.version, {"name": {"family": "林"}})
    save(desk, form)
    fresh = in_place(desk, form)
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    now = contacts.of(desk.actor, customer)[0]
    assert now.parts["family"].text == "林"
    assert "管理課" in [one.text for one in now.values.values()]


def test_a_call_note(desk: FrontDesk) -> None:
    notes = desk.office.call_notes
    record = CallNoteRecord(caller_name="林", text="冷えない", call_back_by=TODAY)
    note = notes.detail(desk.actor, notes.take(desk.actor, record))
    form = CallNoteForm(desk.window.context, note)
    form.open()
    desk.calm()
    form.text.setText("冷えない。水も漏れる")
    notes.change(desk.actor, note.note, note.version, {"urgent": True})
    save(desk, form)
    fresh = in_place(desk, form)
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    now = notes.detail(desk.actor, note.note)
    assert (now.urgent, now.text.text) == (True, "冷えない。水も漏れる")


def test_a_call_that_is_done_by_now_is_said(desk: FrontDesk) -> None:
    notes = desk.office.call_notes
    record = CallNoteRecord(caller_name="林", text="冷えない", call_back_by=TODAY)
    note = notes.detail(desk.actor, notes.take(desk.actor, record))
    form = CallNoteForm(desk.window.context, note)
    form.open()
    desk.calm()
    form.text.setText("水も漏れる")
    notes.finish(desk.actor, note.note, note.version, "済み")
    save(desk, form)
    assert form.isVisible()
    assert "marked this call as done" in texts_in(form)


def test_a_contract_on_a_visit(desk: FrontDesk) -> None:
    job, contracts = first_job(desk), desk.office.visit_contracts
    contracts.record(desk.actor, job, 0, VisitRecord(TODAY, "受付"))
    row = desk.office.jobs.detail(desk.actor, job).row
    view = contracts.of_job(desk.actor, job)
    form = VisitForm(desk.window.context, row, view, contracts.record_for_edit(desk.actor, job))
    form.open()
    desk.calm()
    form.terms.setPlainText("二階は別日")
    contracts.record(desk.actor, job, view.version, VisitRecord(TODAY, "受付", payment="月末"))
    save(desk, form)
    fresh = in_place(desk, form)
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    now = contracts.record_for_edit(desk.actor, job)
    assert now is not None
    assert (now.payment, now.terms) == ("月末", "二階は別日")


def test_sums_of_money_are_not_put_together_and_nothing_typed_is_lost(desk: FrontDesk) -> None:
    estimates, job = desk.office.estimates, first_job(desk)
    detail = estimates.detail(desk.actor, estimates.draft(desk.actor, job, desk.window.context.words))
    form = EstimateForm(desk.window.context, detail)
    form.open()
    desk.calm()
    form.text.setPlainText("足場代は別")
    theirs = EstimateRecord((EstimateLineRecord("本体", 1.0, "台", 90_000),), text="税込")
    estimates.change(desk.actor, detail.row.estimate, detail.row.version, theirs)
    save(desk, form)
    desk.calm()
    assert form.isVisible()
    assert form.text.toPlainText() == "足場代は別"
    assert form.others is not None
    assert "not put together" in texts_in(form)
    assert "税込" in texts_in(form)
    desk.press(form, "Begin from the other version")
    fresh = in_place(desk, form)
    assert isinstance(fresh, EstimateForm)
    assert fresh.text.toPlainText() == "税込"
    assert "足場代は別" in texts_in(fresh)
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    assert estimates.detail(desk.actor, detail.row.estimate).record == theirs


def test_lines_of_money_are_read_side_by_side_whole_and_with_what_they_come_to(books: FrontDesk) -> None:
    invoices, actor = books.office.invoices, books.actor
    made = invoices.draft(actor, first_job(books), InvoiceKind.WHOLE, english)
    detail = invoices.detail(actor, made)
    first = replace(detail.record.lines[0], label="標準取付工事", quantity=1.0, unit="台", yen=10_000)
    other = replace(first, label="配管延長", quantity=3.0, unit="m", yen=3_630)
    third = replace(first, label="室外機の二段置き架台の取付け", yen=2_000)
    invoices.change(actor, made, detail.row.version, replace(detail.record, lines=(first, other, third)))
    detail = invoices.detail(actor, made)
    form = InvoiceForm(books.window.context, detail)
    form.open()
    books.calm()
    form.rows.rows[1].yen.clear()
    type_in(form.rows.rows[1].yen, "4000")
    books.calm()
    theirs = replace(detail.record, lines=(replace(first, yen=20_000), other, third))
    invoices.change(actor, made, detail.row.version, theirs)
    save(books, form)
    assert form.others is not None
    for begun in (False, True):
        told = texts_in(books.dialog().others).replace("\u2060", "").replace("\u00a0", " ")
        for line in (
            "→ 標準取付工事: 1 台 × ¥20,000 = ¥20,000",
            "→ 配管延長: 3 m × ¥3,630 = ¥10,890",
            "→ 標準取付工事: 1 台 × ¥10,000 = ¥10,000",
            "→ 配管延長: 3 m × ¥4,000 = ¥12,000",
            "室外機の二段置き架台の取付け: 1 台 × ¥2,000 = ¥2,000",
            "¥36,179",
            "¥26,400",
        ):
            assert line in told
        assert "…" not in told
        assert first.job not in told
        if not begun:
            books.press(form, "Begin from the other version")
            in_place(books, form)


def test_a_long_value_is_shown_whole() -> None:
    assert value_label("あ" * 500).text() == "あ" * 500


def test_a_record_that_is_gone_is_said_and_what_was_typed_stays(desk: FrontDesk) -> None:
    customer = desk.customer(SHOP)
    contacts = desk.office.contacts
    contacts.add(desk.actor, customer, ContactRecord(name=PersonName("佐々木", "", "", "")))
    contact = contacts.of(desk.actor, customer)[0]
    form = ContactForm(desk.window.context, customer, replace(contact, version=contact.version + 1))
    form.open()
    desk.calm()
    form.parts["department"].setText("管理課")
    contacts.remove(desk.actor, contact.contact, contact.version)
    save(desk, form)
    desk.calm()
    assert form.isVisible()
    assert form.parts["department"].text() == "管理課"
    assert "no longer exists" in texts_in(form)
    assert QApplication.activeModalWidget() is form


def test_a_booking_whose_customer_was_merged_meanwhile_goes_on_at_the_kept_one(desk: FrontDesk) -> None:
    job, office, actor = first_job(desk), desk.office, desk.actor
    gone, kept = desk.customer(TANAKA), desk.customer(SHOP)
    before = office.jobs.record_for_edit(actor, job)
    form = opened_job(desk, job)
    form.slot.day.set_iso("2026-11-27")
    versions = tuple(office.customers.record_for_edit(actor, one).version for one in (kept, gone))
    office.merging.merge(actor, kept, gone, versions, {})
    number = office.customers.detail(actor, kept).number
    save(desk, form)
    fresh = in_place(desk, form)
    told = texts_in(fresh.others)
    assert f"This customer was merged into {number}." in told
    assert "Stored now" in told
    assert "Requester" in told
    assert " saved at " not in told
    assert office.jobs.record_for_edit(actor, job).on == TODAY
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    stored = office.jobs.record_for_edit(actor, job)
    assert stored == replace(before, on="2026-11-27", parties={Party.REQUESTER: kept})
    assert job in [row.job for row in office.jobs.of_customer(actor, kept)]


def test_a_form_on_a_site_that_another_pc_changed_since_says_so_at_once(desk: FrontDesk) -> None:
    """The page of a customer who is being read is not moved: its line of the site is the former one."""
    customer = desk.customer(TANAKA)
    seen = desk.office.jobs.sites(desk.actor, customer)[0]
    office, owner = desk.real.login(Role.OWNER)
    office.jobs.change_site(owner, seen.site, {"label": "本宅"})
    form = SiteForm(desk.window.context, customer, seen)
    form.open()
    fresh = in_place(desk, form)
    told = texts_in(fresh.others)
    assert f"{owner.name} changed at" in told
    assert "本宅" in told
    assert "You had seen it as it was before that." in told
    office.close()


def test_a_customers_form_says_who_saved_since_the_page_was_read(desk: FrontDesk) -> None:
    customer = desk.customer(TANAKA)
    desk.go("customers", customer=customer)
    desk.calm()
    office, owner = desk.real.login(Role.OWNER)
    office.customers.change(owner, customer, desk.page.panel.detail.version, {"note": "犬がいます"})
    desk.page.edit_customer()
    desk.wait(lambda: f"{owner.name} saved at" in texts_in(desk.dialog()))
    desk.dialog().done(0)
    office.close()
    desk.page._reload_panel()
    desk.calm()
    desk.page.edit_customer()
    desk.calm()
    assert desk.dialog().others is None, "who has seen it is told nothing"
