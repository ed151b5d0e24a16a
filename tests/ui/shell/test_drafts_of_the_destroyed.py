"""A form about somebody who was destroyed meanwhile closes calmly, and nothing of it is stored anew."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from sqlalchemy import select

from hvacdesk.domain.office.half_typed import DestroyedWithDisposal
from hvacdesk.domain.roles import Role
from hvacdesk.domain.rooms import Room
from hvacdesk.domain.seats.seats import SeatLoginEnded
from hvacdesk.services.open_office import Office
from hvacdesk.store.disposal import erasure
from hvacdesk.store.models import Customer, Draft
from hvacdesk.ui.billing.payment_form import PaymentForm, open_payment
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.drafts import DraftKeeper
from hvacdesk.ui.kept_forms import KeptForms
from hvacdesk.ui.widgets.dialog import Dialog
from tests.helpers.desk_office import texts_in
from tests.helpers.disposed import stored_line
from tests.helpers.front_desk import OTHER_TANAKA, TANAKA, FrontDesk, type_in
from tests.helpers.two_pcs import TwoPcs, press

TOLD = "What was half typed is not kept any more: its record is gone, or a disposal took it."
SECRET = "裏鍵は植木鉢"


PAYER = "イヌカイ クランド"


def destroy(desk: FrontDesk, record: str) -> None:
    """What a disposal does to the tables and its ledger, and that it is told."""
    destroy_in(desk.office, record)
    desk.calm()


def destroy_in(office: Office, record: str) -> None:
    """As :func:`destroy`, from whichever PC."""
    workplace = office._workplace
    with workplace.transaction() as session:
        session.add(stored_line(record, workplace.now()))
        key = session.scalars(select(Customer.id).where(Customer.record_id == record)).one()
        erasure.delete_rows(session, erasure.belongings(session, [key]))
    workplace.shared.forget()
    workplace.shared.tell(frozenset(Room))


def take_drafts(desk: FrontDesk) -> None:
    """What a disposal does to half-typed forms that name somebody who goes, and that it is told."""
    workplace = desk.office._workplace
    with workplace.transaction() as session:
        keys = session.scalars(select(Draft.id)).all()
        erasure.delete_rows(session, erasure.Belongings({erasure.DRAFTS: dict.fromkeys(keys, 0)}))
    workplace.shared.tell(frozenset(Room))
    desk.calm()


def stored(desk: FrontDesk) -> list[str]:
    with desk.office._workplace.reading() as session:
        return list(session.scalars(select(Draft.payload)))


def opened(desk: FrontDesk, who: str) -> CustomerForm:
    form = CustomerForm(desk.window.context, desk.office.customers.record_for_edit(desk.actor, who))
    form.open()
    desk.calm()
    type_in(form.texts["note"], SECRET)
    return form


@pytest.mark.parametrize("at", ["lock", "tick"])
def test_an_open_form_closes_and_is_stored_no_more(desk: FrontDesk, at: str) -> None:
    gone, stays = desk.customer(TANAKA), desk.customer(OTHER_TANAKA)
    form, other = opened(desk, gone), opened(desk, stays)
    desk.window.drafts._keep_changed()
    desk.calm()
    assert len(stored(desk)) == 2
    destroy(desk, gone)
    if at == "lock":
        assert desk.window.drafts.keep_all() == 1
    else:
        desk.window.drafts._keep_changed()
        desk.calm()
    assert not form.isVisible()
    assert other.isVisible()
    assert TOLD in texts_in(desk.window)
    (kept,) = stored(desk)
    assert stays in kept
    assert desk.window.drafts.keep_all() == 1


def test_what_a_login_left_about_them_is_not_put_back(desk: FrontDesk) -> None:
    gone, kept = desk.customer(TANAKA), KeptForms()
    window = desk.window
    seat = DraftKeeper(desk.office, desk.actor, window, "5ea7000")
    seat.register(
        QWidget(window), "customer", gone, lambda: {"note": SECRET}, page="customers", customer=gone
    )
    seat.stop()
    kept.keep(desk.actor, seat, SeatLoginEnded())
    destroy(desk, gone)
    kept.put_back(desk.actor, desk.window.drafts)
    assert stored(desk) == []
    assert kept._forms == {}
    assert TOLD in texts_in(desk.window)


def sealed_drafts(office: Office) -> list[bytes]:
    with office._workplace.reading() as session:
        return [one for one in session.scalars(select(Draft.sealed)) if one is not None]


def test_a_payer_typed_for_somebody_else_is_not_stored_again_and_the_payment_is_booked(pcs: TwoPcs) -> None:
    """At a seat: the name may be theirs who was destroyed at the office PC, and nobody can search it."""
    pcs.join()
    pcs.log_in(pcs.seat, Role.ACCOUNTING)
    office, owner = pcs.real_owner()
    found = [office.customers.search(owner, one.phones[0].number) for one in (TANAKA, OTHER_TANAKA)]
    gone, stays = (one.rows[0].customer for one in found)
    window = pcs.seat.window
    assert window is not None
    open_payment(window, window.context, stays, "")
    form = pcs.dialog(PaymentForm)
    form.payer.setText(PAYER)
    form.yen.setText("5000")
    window.drafts._keep_changed()
    pcs.wait(lambda: sealed_drafts(office))
    destroy_in(office, gone)
    pcs.wait(lambda: "Data of a customer was destroyed" in texts_in(form))
    assert form.isVisible()
    window.drafts._keep_changed()
    pcs.calm()
    assert sealed_drafts(office) == []
    press(form, "Save")
    question = pcs.dialog(Dialog)
    press(question, "Book it like this")
    pcs.wait(lambda: not form.isVisible())
    (booked,) = office.payments.of_customer(owner, stays).payments
    assert booked.yen == 5_000
    assert sealed_drafts(office) == []


def test_what_was_half_typed_and_destroyed_stays_on_the_screen_alone(desk: FrontDesk) -> None:
    """In a form about somebody who stays, or about nobody: saving it by hand is the person's own doing."""
    stays = desk.customer(OTHER_TANAKA)
    form, drafts = opened(desk, stays), desk.window.drafts
    drafts._keep_changed()
    desk.calm()
    assert len(stored(desk)) == 1
    take_drafts(desk)
    for more in ("", "、犬"):
        type_in(form.texts["note"], more)
        drafts._keep_changed()
        desk.calm()
        assert stored(desk) == []
    assert form.isVisible()
    assert "What was half typed here was destroyed in a disposal" in texts_in(form)
    with pytest.raises(DestroyedWithDisposal):
        drafts.keep_all()
    assert stored(desk) == []
    form.save()
    desk.wait(lambda: not form.isVisible())
    with desk.office._workplace.reading() as session:
        assert SECRET in session.scalars(select(Customer.note).where(Customer.record_id == stays)).one()
    anew = opened(desk, stays)
    drafts._keep_changed()
    desk.calm()
    assert anew.isVisible()
    assert len(stored(desk)) == 1


def test_what_a_login_left_of_a_destroyed_draft_is_not_put_back(desk: FrontDesk) -> None:
    kept, typed = KeptForms(), {"note": SECRET}
    seat = DraftKeeper(desk.office, desk.actor, desk.window, "5ea7000")
    seat.register(QWidget(desk.window), "customer", "new", lambda: dict(typed), page="customers", new="yes")
    assert seat.keep_all() == 1
    seat.stop()
    typed["phone"] = "052-987-6543"  # in the last seconds
    kept.keep(desk.actor, seat, SeatLoginEnded())
    take_drafts(desk)
    kept.put_back(desk.actor, desk.window.drafts)
    assert stored(desk) == []
    assert kept._forms == {}
    assert TOLD in texts_in(desk.window)


def test_who_had_no_form_open_is_told_once(desk: FrontDesk) -> None:
    payload = {"page": "calls", "arguments": {}, "typed": {"text": SECRET}, "name": "a" * 10, "edition": 1}
    desk.office.drafts.keep(desk.actor, "call", "new", payload)
    take_drafts(desk)
    said = "1 form that you had left half typed was destroyed in a disposal"
    for login, told in enumerate((True, False)):
        desk.window.draft_offer.tell_destroyed()
        desk.calm()
        assert (said in texts_in(desk.window)) is told, login
        if told:
            desk.press(desk.window, "Understood")
            desk.calm()
