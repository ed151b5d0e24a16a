"""A form at a seat whose save was done and not heard of is not saved a second time without a question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hvacdesk.domain.billing.payment_doubts import PaymentAlike
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.errors import InvalidInput, UserFacingError
from hvacdesk.domain.office.half_typed import SavedBefore, SavedForm
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.seats.seats import FalseOfficePc, OfficePcBusy
from hvacdesk.seats.calls import AnswerLost, NoAnswer
from hvacdesk.seats.remote import TRIES
from hvacdesk.services.office.saved_form import saving
from hvacdesk.services.open_office import Office
from tests.helpers.front_desk import build_front_desk
from tests.helpers.real_office import RealOffice
from tests.helpers.sabotage import replaced
from tests.helpers.seats import DirectTransport, seat_of
from tests.helpers.secret_service import SecretService

FORM = SavedForm("payment", "new@5ea7000", ("a" * 10,), "first")
OTHER = SavedForm("call", "new@5ea7000", ("b" * 10,), "second")
YEN = {FORM: 5_000, OTHER: 7_000}


class Seat:
    """Somebody logged in at a seat; ``login`` is another one, after the office PC was started again."""

    def __init__(self, real: RealOffice) -> None:
        self._real = real
        self.local, self.actor = real.login(Role.OWNER)
        self.office, self.transport = self._reach()
        self.customer = self.local.customers.search(self.actor, "田中").rows[0].customer

    def _reach(self) -> tuple[Office, DirectTransport]:
        return seat_of(self.local, self.actor)

    def login(self) -> None:
        self.local.close()
        self.local, self.actor = self._real.login(Role.OWNER)
        self.office, self.transport = self._reach()

    def book(self, yen: int, form: SavedForm) -> None:
        record = PaymentRecord("2026-11-24", yen, PaymentWay.BANK)
        with saving(form, ""):
            self.office.payments.book(self.actor, self.customer, record)

    def booked(self) -> list[int]:
        return [one.yen for one in self.local.payments.of_customer(self.actor, self.customer).payments]


@pytest.fixture
def seat(tmp_path: Path, secret_service: SecretService) -> Iterator[Seat]:
    made = Seat(build_front_desk(tmp_path / "office"))
    yield made
    made.local.close()


def booked_unheard(seat: Seat, form: SavedForm = FORM) -> None:
    seat.transport.losing = TRIES
    with pytest.raises(NoAnswer):
        seat.book(YEN[form], form)


def anew(form: SavedForm) -> SavedForm:
    """The next save of a form that does not know what came of the last one."""
    return replace(form, attempt=f"{form.attempt}2")


@pytest.mark.parametrize("yen", [5_000, 6_000])
@pytest.mark.parametrize("login", [False, True])
def test_what_was_not_answered_is_booked_once(seat: Seat, yen: int, login: bool) -> None:
    """Corrected or not, in this login or the next one."""
    booked_unheard(seat)
    if login:
        seat.login()
    with pytest.raises(SavedBefore):
        seat.book(yen, anew(FORM))
    assert seat.booked() == [5_000]


@pytest.mark.parametrize("why", [OfficePcBusy, FalseOfficePc])
def test_whose_answer_was_lost_is_booked_once(seat: Seat, why: type[UserFacingError]) -> None:
    send = seat.transport.send

    def crowded(body: bytes, _watch: object = None) -> bytes:
        if seat.transport.losing:
            return send(body)
        raise why

    seat.transport.losing = 1
    with replaced(seat.transport, "send", crowded), pytest.raises(AnswerLost):
        seat.book(5_000, FORM)
    with pytest.raises(SavedBefore):
        seat.book(5_000, anew(FORM))
    assert seat.booked() == [5_000]


def test_two_forms_that_were_not_answered_are_booked_once_each(seat: Seat) -> None:
    for form in (FORM, OTHER):
        booked_unheard(seat, form)
    for form in (FORM, OTHER):
        with pytest.raises(SavedBefore):
            seat.book(YEN[form], anew(form))
    assert sorted(seat.booked()) == sorted(YEN.values())


def test_what_was_refused_is_corrected_and_saved(seat: Seat) -> None:
    with pytest.raises(InvalidInput):
        seat.book(-1, FORM)
    seat.book(5_000, FORM)
    assert seat.booked() == [5_000]


def test_a_save_of_which_nothing_arrived_is_made(seat: Seat) -> None:
    def cut(_body: bytes, _watch: object = None) -> bytes:
        raise NoAnswer

    with replaced(seat.transport, "send", cut), pytest.raises(NoAnswer):
        seat.book(5_000, FORM)
    seat.book(6_000, anew(FORM))
    assert seat.booked() == [6_000]


def test_one_person_cannot_end_the_form_of_another(seat: Seat) -> None:
    """Whose form it is says the login at the office PC, not the seat."""
    booked_unheard(seat)
    other = Actor("f" * 32, "somebody", frozenset({Role.OWNER}))
    with saving(anew(FORM), other.account), seat.local._workplace.transaction():
        pass


def test_a_payment_that_the_office_pc_booked_is_asked_about_at_a_seat(seat: Seat) -> None:
    """Two people, two forms: neither was saved before, and the money came once."""
    record = PaymentRecord("2026-11-24", 5_000, PaymentWay.BANK)
    first = seat.local.payments.book(seat.actor, seat.customer, record)
    with pytest.raises(PaymentAlike) as asked:
        seat.book(5_000, FORM)
    assert asked.value.alike == (first,)
    assert seat.actor.name in str(asked.value)
    assert seat.booked() == [5_000]
    with saving(FORM, ""):  # the same save goes on, once it was answered
        seat.office.payments.book(seat.actor, seat.customer, record, another=frozenset(asked.value.alike))
    assert seat.booked() == [5_000, 5_000]
