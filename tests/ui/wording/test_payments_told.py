"""What was paid is told apart: money that came in, the bank's fee, and what credit notes paid."""

from __future__ import annotations

import pytest

from hvacdesk.domain.billing.payments import InvoicePayment, PaymentWay
from hvacdesk.domain.text.wording import english
from hvacdesk.ui.wording.payments import paid_text, received_text


@pytest.mark.parametrize(
    ("fees", "set_off", "said"),
    [
        (0, 0, "¥10,000 received"),
        (0, 10_000, "¥10,000 set off, no money received"),
        (440, 0, "¥10,000 paid (¥9,560 received, and ¥440 of bank's fees that the office bears)"),
        (0, 1_000, "¥10,000 paid (¥9,000 received, ¥1,000 set off)"),
        (
            *(440, 1_000),
            "¥10,000 paid (¥8,560 received, ¥1,000 set off, and ¥440 of bank's fees that the office bears)",
        ),
    ],
)
def test_what_was_set_off_is_not_told_as_received(fees: int, set_off: int, said: str) -> None:
    assert paid_text(10_000, fees, set_off) == said


@pytest.mark.parametrize(
    ("part", "yen", "set_off", "said"),
    [
        (8_000, 0, 8_000, "Set off 20 Nov 2026: ¥8,000"),
        (5_755, -4_000, 5_755, "Set off 20 Nov 2026: ¥5,755"),
        (-4_000, -4_000, 0, "Paid back 20 Nov 2026: ¥4,000 (Bank transfer)"),
        (
            *(9_000, 8_000, 1_000),
            "Received 20 Nov 2026: ¥8,000 (Bank transfer); ¥9,000 for this invoice, of them ¥1,000 set off",
        ),
        (8_000, 8_000, 0, "Received 20 Nov 2026: ¥8,000 (Bank transfer)"),
    ],
)  # fmt: skip
def test_a_payment_says_what_of_it_credit_notes_paid(part: int, yen: int, set_off: int, said: str) -> None:
    way = PaymentWay.BANK if yen else PaymentWay.SET_OFF
    one = InvoicePayment("", "", part, "2026-11-20", yen, 0, way, part_set_off=set_off)
    assert received_text(one, english) == said


def test_what_a_customer_set_off_is_not_told_as_received() -> None:
    one = InvoicePayment("", "", 755, "2026-11-20", 1_000, 0, PaymentWay.SET_OFF, part_set_off=755)
    assert received_text(one, english) == "Set off 20 Nov 2026: ¥755"
