"""Every described text of a customer has its line in the form, its draft, its line on the card, and a name in
the note of what somebody else changed meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.fields import TextKind
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.customers.contact_card import ContactCard
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.customers.meanwhile_note import parts_of
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, build_front_desk, open_desk, type_in
from tests.helpers.people import customer
from tests.helpers.real_office import RealOffice
from tests.helpers.secret_service import SecretService

MAILBOXES = CUSTOMER_FIELDS.texts_of(TextKind.MAILBOX)
RECORD = replace(
    customer(),
    **{one.key.value: f"{number}@hidden.example" for number, one in enumerate(MAILBOXES)},  # type: ignore[arg-type]
)
KEYS = [one.key.value for one in CUSTOMER_FIELDS.texts]
CHANGED = {key: f"{number}@other.example" for number, key in enumerate(KEYS)}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> RealOffice:
    return build_front_desk(tmp_path_factory.mktemp("template") / "office")


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot) as opened:
        yield opened


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
    assert parts_of(one.columns) == (one.key.value,)
    assert one.within is not None
