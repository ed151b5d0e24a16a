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
