"""How a payment is told beside the invoice that it pays for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.billing.payments import PAYMENT_WAY_NAMES, InvoicePayment, PaymentWay
from hvacdesk.domain.billing.receipts import MoneyBack, counted
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.widgets.numbers import yen


def received_text(one: InvoicePayment, words: Words) -> str:
    """When it came, how much, how, the bank's fee, and how much of it is the invoice's share."""
    translate = QCoreApplication.translate
    day, way = day_text(one.on), words(PAYMENT_WAY_NAMES[one.way])
    if one.way is PaymentWay.SET_OFF or (one.yen < 0 < one.part):
        return translate("Received", "Set off {day}: {yen}").format(day=day, yen=yen(one.part))
    if one.yen < 0:
        said = translate("Received", "Paid back {day}: {yen} ({way})")
        return said.format(day=day, yen=yen(-one.yen), way=way)
    told = translate("Received", "Received {day}: {yen} ({way})").format(day=day, yen=yen(one.yen), way=way)
    if one.fee:
        fee = translate("Received", "{told}, less the bank's fee of {fee}, which the office bears")
        told = fee.format(told=told, fee=yen(one.fee))
    if one.part_set_off:
        part = translate("Received", "{told}; {yen} for this invoice, of them {set_off} set off")
        return part.format(told=told, yen=yen(one.part), set_off=yen(one.part_set_off))
    if one.part != one.yen + one.fee:
        part = translate("Received", "{told}, of it {yen} for this invoice")
        told = part.format(told=told, yen=yen(one.part))
    return told


def paid_text(paid: int, fees: int, set_off: int) -> str:
    """What was paid of something: what came in, what of it the office bears as the bank's fee, what not."""
    translate = QCoreApplication.translate
    came = paid - fees - set_off
    if not fees and not set_off:
        return translate("Received", "{yen} received").format(yen=yen(paid))
    if not fees and not came:
        return translate("Received", "{yen} set off, no money received").format(yen=yen(set_off))
    if not set_off:
        said = translate(
            "Received", "{paid} paid ({yen} received, and {fees} of bank's fees that the office bears)"
        )
    elif not fees:
        said = translate("Received", "{paid} paid ({yen} received, {set_off} set off)")
    else:
        said = translate(
            "Received",
            "{paid} paid ({yen} received, {set_off} set off, and {fees} of bank's fees that the office "
            "bears)",
        )
    return said.format(paid=yen(paid), yen=yen(came), fees=yen(fees), set_off=yen(set_off))


def given_back_text(back: Sequence[MoneyBack], words: Words, says: int, left_out: int = 0) -> str:
    """What is said before a receipt is printed for money that went back before; empty where none did.

    Args:
        says: yen that the receipt says were received.
        left_out: yen of it that the receipt does not count as received.
    """
    translate = QCoreApplication.translate
    told = []
    for one in back:
        way = words(PAYMENT_WAY_NAMES[one.way])
        said = translate("Received", "Given back {day}: {yen} ({way}, {number})")
        if one.note:
            said = translate("Received", "Given back {day}: {yen} ({way}, {number}), with credit note {note}")
        sums = {"yen": yen(one.yen), "way": way, "number": one.number, "note": one.note}
        told.append(said.format(day=day_text(one.on), **sums))
    if counted(back, left_out):
        whole = translate(
            "Received",
            "The receipt says {yen}. Whoever holds it can prove that sum, though money went back.",
        )
        told.append(whole.format(yen=yen(says)))
    return "\n".join(told)
