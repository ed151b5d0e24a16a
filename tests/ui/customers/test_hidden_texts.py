"""Typing over a text that is hidden: said at the field, asked about before saving, and undone whole."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.jobs.jobs import SiteField, SiteRecord
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.customers.site_form import SiteForm
from hvacdesk.ui.widgets.form import FormField
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import SHOP, TANAKA, FrontDesk, type_in

TOLD = "What you type replaces the hidden text: it will be gone."
ADDED = "集合時刻に注意"


def opened(desk: FrontDesk) -> CustomerForm:
    edit = desk.office.customers.record_for_edit(desk.actor, desk.customer(TANAKA))
    form = CustomerForm(desk.window.context, edit)
    form.open()
    desk.calm()
    return form


def note_of(desk: FrontDesk) -> str:
    customer = desk.customer(TANAKA)
    return desk.office.customers.reveal(desk.actor, customer, CustomerField.NOTE, RevealReason.CALL)


def told(field: FormField) -> str:
    assert field.hidden_note is not None
    return texts_in(field.hidden_note) if field.hidden_note.isVisible() else ""


def test_the_field_says_at_once_that_the_hidden_text_will_be_gone(desk: FrontDesk) -> None:
    form = opened(desk)
    field = form.form.fields["note"]
    assert told(field) == ""
    type_in(form.texts["note"], ADDED)
    assert TOLD in told(field)
    assert form.texts["note"].accessibleDescription() == TOLD
    form.texts["note"].setText("")
    assert told(field) == ""
    assert form.texts["note"].accessibleDescription() == ""


def test_saving_asks_once_and_names_the_field(desk: FrontDesk) -> None:
    form = opened(desk)
    type_in(form.texts["note"], ADDED)
    form.save()
    question = desk.dialog()
    assert question is not form
    assert "The earlier text of Note is hidden and will be gone" in texts_in(question)
    form.texts["email"].setFocus()
    desk.press(question, "Back to the form")
    desk.calm()
    assert form.isVisible()
    assert form.focusWidget() is form.texts["note"]
    assert note_of(desk) == TANAKA.note
    form.save()
    desk.press(desk.dialog(), "Replace it")
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    assert note_of(desk) == ADDED
    desk.window.context.edits.undo()
    desk.wait(lambda: note_of(desk) == TANAKA.note)


def test_the_earlier_text_is_shown_and_what_was_typed_follows_it(desk: FrontDesk) -> None:
    form = opened(desk)
    type_in(form.texts["note"], ADDED)
    way = form.form.fields["note"].findChild(QPushButton)
    assert way is not None
    desk.click(way)
    both = f"{TANAKA.note}\n{ADDED}"
    desk.wait(lambda: form.texts["note"].text() == both)
    assert told(form.form.fields["note"]) == ""
    form.save()
    desk.wait(lambda: not form.isVisible())
    assert note_of(desk) == both


def test_the_key_shows_it_too_and_loses_nothing(desk: FrontDesk) -> None:
    form = opened(desk)
    type_in(form.texts["note"], ADDED)
    desk.key(form.texts["note"], Qt.Key.Key_F6)
    desk.wait(lambda: form.texts["note"].text() == f"{TANAKA.note}\n{ADDED}")


def test_a_number_is_replaced_as_a_whole_without_a_question(desk: FrontDesk) -> None:
    form = opened(desk)
    type_in(form.phones.lines[0].number, "09011112222")
    assert told(form.phones.lines[0].field) == ""
    form.save()
    desk.wait(lambda: not form.isVisible())


def test_a_line_of_a_site_asks_as_well(desk: FrontDesk) -> None:
    jobs, customer = desk.office.jobs, desk.customer(SHOP)
    made = jobs.add_site(desk.actor, customer, SiteRecord(SHOP.address, lock_codes="裏門の鍵は管理室"))
    (site,) = [one for one in jobs.sites(desk.actor, customer) if one.site == made]
    form = SiteForm(desk.window.context, customer, site)
    form.open()
    desk.calm()
    line = form.parts[SiteField.LOCK_CODES.value]
    type_in(line, ADDED)
    form.save()
    desk.press(desk.dialog(), "Back to the form")
    desk.key(line, Qt.Key.Key_F6)
    desk.wait(lambda: line.text() == f"裏門の鍵は管理室 {ADDED}")
    form.save()
    desk.wait(lambda: not form.isVisible())


def test_a_kept_draft_says_it_too(desk: FrontDesk) -> None:
    form = opened(desk)
    form.fill({"note": ADDED})
    assert TOLD in told(form.form.fields["note"])
