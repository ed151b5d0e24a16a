"""What has to be decided of a way of payment, asked of every one: a new way has no answers here yet.

What its stamp is, ``test_stamp_duty`` asks; that it has its names and its account, ``test_enum_tables``.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from hvacdesk.domain.billing.payments import (
    DISHONOURED,
    FILLED_IN_ON_SITE,
    PAID_BACK_WAY_NAMES,
    TO_THE_ACCOUNT,
    PaymentWay,
)


class Decided(NamedTuple):
    """Of one way: whether money goes back by it, a blank receipt has a box for it, it may turn out to be no
    money, and a file of the bank brings it.
    """

    back: bool = False
    box: bool = False
    dishonoured: bool = False
    in_bank_files: bool = False


DECIDED = {
    PaymentWay.BANK: Decided(back=True, in_bank_files=True),
    PaymentWay.CASH: Decided(back=True, box=True),
    PaymentWay.CARD: Decided(back=True, box=True),
    PaymentWay.DEBIT_CARD: Decided(back=True, box=True),
    PaymentWay.DEBIT: Decided(in_bank_files=True),
    PaymentWay.CHEQUE: Decided(dishonoured=True),
    PaymentWay.BILL: Decided(dishonoured=True),
    PaymentWay.CLAIM: Decided(dishonoured=True),
    PaymentWay.SET_OFF: Decided(),
}


@pytest.mark.parametrize("way", PaymentWay)
def test_what_may_be_done_by_it_is_decided(way: PaymentWay) -> None:
    found = Decided(
        way in PAID_BACK_WAY_NAMES, way in FILLED_IN_ON_SITE, way in DISHONOURED, way in TO_THE_ACCOUNT
    )
    assert found == DECIDED[way]
