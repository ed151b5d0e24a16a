"""What is half typed is read by nobody who could not see it saved, and goes with the role it was typed in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from hvacdesk.domain.customers.customers import PaymentMethod
from hvacdesk.domain.roles import Role
from hvacdesk.services.open_office import Office
from hvacdesk.store.models import Draft
from hvacdesk.ui.customers.form import CustomerForm
from tests.helpers.front_desk import TANAKA, FrontDesk, build_front_desk, open_window, type_in
from tests.helpers.real_office import RealOffice
from tests.helpers.secret_service import SecretService

HIDDEN = "裏口"
ACCOUNT = "普通7654321"


@pytest.fixture
def real(tmp_path: Path, secret_service: SecretService) -> RealOffice:
    return build_front_desk(tmp_path / "office")


def opened(desk: FrontDesk) -> CustomerForm:
    edit = desk.office.customers.record_for_edit(desk.actor, desk.customer(TANAKA))
    form = CustomerForm(desk.window.context, edit)
    form.open()
    desk.calm()
    return form


def stored(office: Office) -> str:
    with office._workplace.reading() as session:
        return "\n".join(session.scalars(select(Draft.payload)))


def test_payment_details_half_typed_are_sealed_and_come_back(qtbot: QtBot, real: RealOffice) -> None:
    with open_window(real, qtbot, Role.ACCOUNTING) as desk:
        form = opened(desk)
        form.payment.method.setCurrentIndex(form.payment.method.findData(PaymentMethod.DEBIT.value))
        type_in(form.payment.parts["account"], ACCOUNT)
        desk.window.drafts.keep_all()
        desk.window.drafts._forget(id(form))
        form.draft.kept = False
        form.done(0)
        assert ACCOUNT not in stored(desk.office)
        again = opened(desk)
        assert again.payment.parts["account"].text() == ACCOUNT
        assert again.payment.chosen is PaymentMethod.DEBIT


def test_what_was_revealed_into_a_form_goes_with_the_role(qtbot: QtBot, real: RealOffice) -> None:
    with open_window(real, qtbot, Role.DESK) as desk:
        form = opened(desk)
        type_in(form.texts["note"], "x")
        desk.click(form.form.fields["note"].findChild(QPushButton))
        desk.wait(lambda: HIDDEN in form.texts["note"].text())
        desk.window.drafts.keep_all()
        account = desk.actor.account
    office, owner = real.login(Role.OWNER)
    assert HIDDEN in stored(office)
    office.accounts.change_roles(owner, account, {Role.INSPECTOR}, shown={Role.DESK})
    assert stored(office) == ""
    office.leave(owner)
