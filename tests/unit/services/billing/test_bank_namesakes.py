"""A deposit is not certain where somebody may be meant whose name nobody entered as it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.services.billing.payments import Payments
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import Ground
from tests.unit.services.billing.test_bank_booked_before import NOTICE
from tests.unit.services.billing.test_bank_imports import KANA, paid_by_hand, read, some_days_before

WITHOUT = PersonName(KANA.family, KANA.given)


@pytest.fixture
def office(ground: Ground) -> Billed:
    return some_days_before(billed_office(ground))


def test_one_of_the_same_name_without_kana_may_be_meant_whether_or_not_anything_is_open(
    office: Billed, tmp_path: Path
) -> None:
    mine = office.issued(office.job(office.someone(name=KANA))).invoice
    (one,) = read(office, tmp_path, NOTICE).proposals
    assert (one.certain, one.invoices) == (True, (mine,))
    other = office.someone(name=WITHOUT)
    (one,) = read(office, tmp_path, NOTICE).proposals
    assert (one.certain, one.invoices, one.others) == (False, (mine,), ())
    assert other in one.fitting
    theirs = office.issued(office.job(other)).invoice
    (one,) = read(office, tmp_path, NOTICE).proposals
    assert (one.certain, {*one.invoices}.union(*one.others)) == (False, {mine, theirs})


def test_one_of_the_family_whose_given_name_is_not_read_is_meant_where_the_sum_fits(
    office: Billed, tmp_path: Path
) -> None:
    mine = office.issued(office.job(office.someone(name=KANA))).invoice
    relative = office.someone(name=PersonName(KANA.family, "華子"))
    (one,) = read(office, tmp_path, NOTICE).proposals
    assert one.certain, "of the relative nothing is open"
    theirs = office.issued(office.job(relative)).invoice
    (one,) = read(office, tmp_path, NOTICE).proposals
    assert (one.certain, one.invoices, one.others) == (False, (mine,), ((theirs,),))
    part = PaymentRecord("2026-11-20", 100, PaymentWay.CASH, allocations=((theirs, 100),))
    Payments(office.ground.workplace).book(office.books, relative, part)
    (one,) = read(office, tmp_path, NOTICE).proposals
    assert one.certain, "what is open of the relative is another sum"


def test_one_of_the_family_whose_name_is_read_otherwise_is_another(office: Billed, tmp_path: Path) -> None:
    office.issued(office.job(office.someone(name=KANA)))
    office.issued(office.job(office.someone(name=PersonName(KANA.family, "華子", "タナカ", "ハナエ"))))
    (one,) = read(office, tmp_path, NOTICE).proposals
    assert one.certain


def test_of_two_without_kana_an_earlier_payer_tells_of_both(office: Billed, tmp_path: Path) -> None:
    who = office.someone(name=WITHOUT)
    for _time in range(2):
        paid_by_hand(office, who, "ﾀﾅｶ ﾊﾅｺ")
    office.issued(office.job(who))
    (one,) = read(office, tmp_path, NOTICE).proposals
    assert one.certain
    office.someone(name=WITHOUT)
    (one,) = read(office, tmp_path, NOTICE).proposals
    assert not one.certain


def test_a_deposit_that_names_its_invoice_is_certain_all_the_same(office: Billed, tmp_path: Path) -> None:
    issued = office.issued(office.job(office.someone(name=KANA)))
    office.issued(office.job(office.someone(name=WITHOUT)))
    (one,) = read(office, tmp_path, ("081120", GROSS, "ﾀﾅｶ ﾊﾅｺ I2026000001")).proposals
    assert (one.certain, one.invoices) == (True, (issued.invoice,))
