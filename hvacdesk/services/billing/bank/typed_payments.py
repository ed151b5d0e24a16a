"""Payments that are typed by hand, laid beside what files of the bank brought before."""

from __future__ import annotations

from hvacdesk.domain.bank.bank_matching import AlikePayment, MatchReason, TakenPaper, propose
from hvacdesk.domain.bank.deposit_doubts import BookedDeposit
from hvacdesk.domain.bank.payer_names import comparable_payer
from hvacdesk.domain.bank.typed_payments import like_typed
from hvacdesk.domain.billing.payment_doubts import TYPED_BESIDE
from hvacdesk.domain.billing.payments import DISHONOURED, TO_THE_ACCOUNT, BankLine, PaymentRecord
from hvacdesk.services.billing.bank.payer_names import payer_names
from hvacdesk.services.calendar.holidays import around
from hvacdesk.store.billing import bank_deposits
from hvacdesk.store.billing.bank_deposits import Opening
from hvacdesk.store.engine import Session

_TYPED = "typed"
"""Stands for the record id, and for the number, that a payment gets once it is booked."""


def typed_beside(on: str) -> frozenset[str]:
    """The ISO days for which somebody may type a deposit of a day of the bank's, and the other way round."""
    return around(on, TYPED_BESIDE)


def brought_by_files(
    session: Session, opening: Opening, customer: str, record: PaymentRecord
) -> tuple[AlikePayment, ...]:
    """The payments from files of the bank that a payment may be which is being typed for a customer.

    Args:
        customer: record id.
    """
    if record.yen <= 0:
        return ()
    if record.way in TO_THE_ACCOUNT:
        return _deposits(session, opening, customer, record)
    if record.way in DISHONOURED:
        return _money_of_paper(session, opening, customer, record)
    return ()


def _deposits(
    session: Session, opening: Opening, customer: str, record: PaymentRecord
) -> tuple[AlikePayment, ...]:
    days = {day for bank in typed_beside(record.received_on) for day in typed_beside(bank)}
    booked = bank_deposits.booked_deposits(session, days, opening)
    typed = BookedDeposit(
        *(0, _TYPED, _TYPED, record.received_on, record.yen, record.fee),
        *(record.payer, customer, True, record.way),
    )
    found = tuple(like_typed(typed, booked, typed_beside, {}))
    others = [one for one in booked if not one.by_hand and one.customer != customer]
    anybodys = {one.payment: {customer} for one in others}
    if tuple(like_typed(typed, booked, typed_beside, anybodys)) == found:
        return found  # whose names the payers have need not be asked, which takes long
    lines = [_line(one) for one in others]
    proposals = propose(lines, (), payer_names(session, opening))
    fitting = {one.payment: told.fitting for one, told in zip(others, proposals, strict=True)}
    return tuple(like_typed(typed, booked, typed_beside, fitting))


def _money_of_paper(
    session: Session, opening: Opening, customer: str, record: PaymentRecord
) -> tuple[AlikePayment, ...]:
    """What a cheque, bill or claim seems to have brought to the bank before it was booked as taken."""
    later = bank_deposits.later_deposits(session, record.received_on, record.yen, opening)
    if not later:
        return ()
    paper = TakenPaper(0, _TYPED, _TYPED, customer, record.received_on, record.yen)
    proposals = propose(map(_line, later), (), payer_names(session, opening), (), (paper,))
    payer = comparable_payer(record.payer)
    return tuple(
        one.alike(MatchReason.TAKEN)
        for one, told in zip(later, proposals, strict=True)
        if one.customer == customer or told.taken or (payer and comparable_payer(one.payer) == payer)
    )


def _line(one: BookedDeposit) -> BankLine:
    return BankLine(one.on, one.yen, one.payer, "", one.payment)
