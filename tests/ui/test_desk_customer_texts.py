"""Every described text of a customer, a contact and a site has its line in the form, its draft and its line
on the card, and that of a customer a name in the note of what somebody else changed meanwhile."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from hvacdesk.domain.customers.contacts import CONTACT_FIELDS, ContactRecord
from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customers import Address, PersonName
from hvacdesk.domain.fields import FieldSet, TextKind, Use
from hvacdesk.domain.jobs.jobs import SiteField, SiteRecord
from hvacdesk.domain.jobs.site_fields import SITE_FIELDS
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.customers.contact_card import ContactCard
from hvacdesk.ui.customers.contact_form import ContactForm
from hvacdesk.ui.customers.contacts_tab import ContactsTab
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.customers.site_form import SiteForm
from hvacdesk.ui.customers.sites_tab import SitesTab
from hvacdesk.ui.finder.reveal import Revealer
from hvacdesk.ui.finder.site_lines import site_lines
from hvacdesk.ui.widgets.masked_value import MaskedValue
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.shown_fields import named_by
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, type_in
from tests.helpers.people import customer


def values(fields: FieldSet, server: str, line: str) -> dict[str, str]:
    """A value for each text of these fields, as its kind is typed."""
    return {
        one.key.value: f"090-{line}{number}0-1234" if one.kind is TextKind.NUMBER else f"{number}@{server}"
        for number, one in enumerate(fields.texts)
    }


KEYS = [one.key.value for one in CUSTOMER_FIELDS.texts]
RECORD = replace(customer(), **values(CUSTOMER_FIELDS, "hidden.example", "66"))  # type: ignore[arg-type]
CHANGED = values(CUSTOMER_FIELDS, "other.example", "77")


@pytest.fixture
def made(desk: FrontDesk) -> str:
    return desk.office.customers.add(desk.actor, RECORD)


def form_of(desk: FrontDesk, made: str) -> CustomerForm:
    form = CustomerForm(desk.window.context, desk.office.customers.record_for_edit(desk.actor, made))
    desk.qtbot.addWidget(form)
    return form


def test_each_is_changed_in_the_form_kept_as_a_draft_and_saved(desk: FrontDesk, made: str) -> None:
    form = form_of(desk, made)
    assert sorted(form.texts) == sorted(KEYS)
    assert form.changes() == {}
    for key, text in CHANGED.items():
        type_in(form.texts[key], text)
    assert form.changes() == CHANGED
    again = form_of(desk, made)
    typed = form.typed()
    assert typed is not None
    again.fill(typed)
    assert again.changes() == CHANGED
    form.save()
    desk.press(desk.dialog(), "Replace it")  # the earlier texts are hidden
    desk.wait(lambda: desk.office.customers.detail(desk.actor, made).version > 1)
    for one in CUSTOMER_FIELDS.texts:
        shown = desk.office.customers.reveal(desk.actor, made, one.key, RevealReason.CALL)
        assert shown == CHANGED[one.key.value]


def test_a_new_customer_has_each(desk: FrontDesk) -> None:
    form = CustomerForm(desk.window.context)
    desk.qtbot.addWidget(form)
    for key, text in CHANGED.items():
        type_in(form.texts[key], text)
    record = form.record()
    assert {key: getattr(record, key) for key in KEYS} == CHANGED


def test_each_has_its_masked_line_on_the_card(desk: FrontDesk, made: str) -> None:
    desk.go("customers", customer=made)
    desk.wait(lambda: desk.window.findChildren(ContactCard))
    card = desk.window.findChildren(ContactCard)[-1]
    for one in CUSTOMER_FIELDS.texts:
        assert one.key.value in card.values
        assert english(one.label) in texts_in(card)
        assert one.full(RECORD)[0] not in texts_in(card)


@pytest.mark.parametrize("one", CUSTOMER_FIELDS.texts, ids=lambda one: one.key.value)
def test_each_is_named_in_the_note_of_others_changes(one) -> None:  # type: ignore[no-untyped-def]
    named = [other.key for other in CUSTOMER_FIELDS.texts if named_by(one.columns, other.key.value)]
    assert named == [one.key]


CONTACT = ContactRecord(
    name=PersonName("橘", "小夜子"),
    **values(CONTACT_FIELDS, "hidden.example", "66"),  # type: ignore[arg-type]
)
SITE = SiteRecord(
    Address(prefecture="愛知県", city="名古屋市千種区", town="唐山町", street="5-17-4"),
    **{one.key.value: f"第{number}の記載" for number, one in enumerate(SITE_FIELDS.texts)},  # type: ignore[arg-type]
)


def labels_of(widget: QWidget) -> set[str]:
    """What is written on a widget that nobody shows."""
    return {one.text() for one in widget.findChildren(QLabel)}


def test_each_text_of_a_contact_has_its_line_its_edit_and_its_draft(desk: FrontDesk, made: str) -> None:
    office, actor = desk.office, desk.actor
    office.contacts.add(actor, made, CONTACT)
    (view,) = office.contacts.of(actor, made)
    form = ContactForm(desk.window.context, made, view)
    desk.qtbot.addWidget(form)
    for one in CONTACT_FIELDS.texts:
        assert english(one.label) in labels_of(form)
        type_in(form.parts[one.key], "別の値")
        assert one.key in (form.typed() or {})
    tab = ContactsTab(desk.window.context, Revealer(desk.window.context, desk.window), made)
    desk.qtbot.addWidget(tab)
    tab.read()
    shown = [one for one in CONTACT_FIELDS.used(Use.SHOWN) if view.values[one.key].text]
    desk.wait(lambda: view.title in labels_of(tab))
    for one in shown:
        assert english(one.card or one.label) in labels_of(tab)
        assert ((view.contact, one.key) in tab.values) == view.values[one.key].hidden


def test_sites_and_contacts_can_be_scrolled_with_the_keyboard_alone(desk: FrontDesk, made: str) -> None:
    for kind, name in ((SitesTab, "Sites"), (ContactsTab, "Contacts")):
        tab = kind(desk.window.context, Revealer(desk.window.context, desk.window), made)
        desk.qtbot.addWidget(tab)
        column = tab.findChild(ScrollColumn)
        assert column is not None
        assert column.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert column.accessibleName() == name


def test_each_text_of_a_site_has_its_line_its_edit_and_its_draft(desk: FrontDesk, made: str) -> None:
    context, jobs = desk.window.context, desk.office.jobs
    jobs.add_site(desk.actor, made, SITE)
    (view,) = jobs.sites(desk.actor, made)
    form = SiteForm(context, made, view)
    desk.qtbot.addWidget(form)
    for one in SITE_FIELDS.texts:
        assert english(one.label) in labels_of(form)
        type_in(form.parts[one.key], "別の値")
        assert one.key in (form.typed() or {})
    lines = dict(site_lines(context, Revealer(context, desk.window), view))
    assert set(lines) == {one.key for one in SITE_FIELDS.used(Use.SHOWN)} | {SiteField.LABEL}
    for one in SITE_FIELDS.used(Use.SHOWN):
        line = lines[one.key]
        assert isinstance(line, MaskedValue)
        desk.qtbot.addWidget(line)
        assert english(one.card or one.label) in labels_of(line)
