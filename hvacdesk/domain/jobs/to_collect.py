"""What is still to be collected of a job 集金額, once something of it was paid in advance."""

from __future__ import annotations


def paid_of(amount: int | None, paid: int, agreed: int | None) -> int:
    """What comes off the entered amount because the job's own invoices were paid already, in yen.

    The entered amount is taken for the whole of the job, so what was paid comes off it, never below zero.
    Who entered the rest by hand meant the rest: where that and what was paid come to no more than was agreed
    on, nothing comes off. Where no sum was agreed on, the entered amount is the whole, as it is for invoices.

    Args:
        amount: what was entered as to be collected; None where nobody entered it.
        paid: what was paid of the job's standing invoices.
        agreed: the sum of the accepted estimate, or of the contract; None where neither is known.
    """
    if not amount or paid <= 0 or (agreed is not None and amount + paid <= agreed):
        return 0
    return min(amount, paid)


def to_collect(
    amount: int | None, paid: int, agreed: int | None, asked: int | None
) -> tuple[int | None, int]:
    """The whole of which something may still be collected, and what of it is paid, in yen.

    Once the job's own invoices ask for the whole of it, they say what that is, and no longer what was entered
    before they were made: a correction of them changes it. An amount of zero, or none, stays what it is.

    Args:
        amount, paid, agreed: as for :func:`paid_of`.
        asked: what the job's standing invoices ask for; None while they do not ask for the whole.
    """
    if amount and asked is not None:
        return asked, paid
    return amount, paid_of(amount, paid, agreed)
