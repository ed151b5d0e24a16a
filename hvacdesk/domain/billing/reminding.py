"""Letters about overdue invoices 督促: which tone comes next, and what the register of papers remembers.

The register's line of a letter is the only memory of it, so that a letter that never left the printer, and
was struck there, does not count as one that the customer got.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hvacdesk.domain.billing.invoices import PageLack
from hvacdesk.domain.billing.payment_papers import OverdueInvoice, ReminderTone
from hvacdesk.domain.errors import InvalidInput, Missing, UserFacingError
from hvacdesk.domain.text.input_checks import clean_date
from hvacdesk.domain.text.wording import phrase

TIME_TO_PAY = timedelta(days=14)
"""Offered as the time until which a letter asks for the payment."""

LONGEST_TO_PAY = timedelta(days=92)
_TONES_OF = {3: (ReminderTone.SOFT, ReminderTone.FIRM, ReminderTone.LAST)}
"""The tones from the softest on, by how many there were when a letter was written.

A letter's label says the number of its tone and this one: a new tone adds an entry and changes none, so that
no letter that was sent is read in another tone.
"""

_STEPS = _TONES_OF[len(ReminderTone)]
_LABEL = re.compile(r"([1-9])/([1-9]): (.*)")


class NothingOverdue(UserFacingError):
    """Whatever was overdue was paid meanwhile, or nothing was."""

    what = phrase("Errors", "None of these invoices is overdue any more.")
    safe = phrase("Errors", "No letter was written.")
    todo = phrase("Errors", "Refresh the list: they may have been paid meanwhile.")


class CreditUnused(UserFacingError):
    """Somebody who has paid too much, or is owed a credit note's sum, is not asked for all of an invoice."""

    what = phrase(
        "Errors",
        "{sum} that this customer paid too much, or is owed by a credit note, is neither used nor given "
        "back: a letter would ask for too much.",
    )
    safe = phrase("Errors", "No letter was written.")
    todo = phrase(
        "Errors",
        "Use it or give it back first: what was paid too much under “Payments” by “Left over…”, a credit "
        "note under “Open” by “Pay back or set off…”.",
    )


class NoInvoiceChosen(InvalidInput):
    """A letter about nothing."""

    what = phrase("Errors", "No invoice is chosen.")
    todo = phrase("Errors", "Choose at least one invoice for the letter.")


class NotRemindedBefore(InvalidInput):
    """The last notice says that the office has written about its invoices before."""

    what = phrase(
        "Errors", "The last notice cannot list {number}: there was no letter about that invoice yet."
    )
    todo = phrase("Errors", "Choose another tone, or take the tick off this invoice.")


class WrittenMeanwhile(UserFacingError):
    """Somebody made a letter about the same invoices that was not shown to who writes this one.

    Attributes:
        letters: the numbers of all of them; with these it is said that another one goes out.
    """

    what = phrase(
        "Errors", "A letter about some of these invoices was made since you opened this: {numbers}, {day}."
    )
    safe = phrase("Errors", "No letter was written by this.")
    todo = phrase("Errors", "If that one goes out, do not send another.")

    def __init__(self, letters: frozenset[str], **details: object) -> None:
        super().__init__(**details)
        self.letters = letters


@dataclass(frozen=True)
class PastLetter:
    """A letter that went out: the number of its paper, and those of the invoices that it listed."""

    tone: ReminderTone
    written_on: str
    paper: str
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class OverdueItem:
    """An overdue invoice with its record id, and the last letter about it."""

    invoice: str
    listed: OverdueInvoice
    last: PastLetter | None = None


@dataclass(frozen=True)
class ReminderOffer:
    """What a letter to a customer would begin with.

    Attributes:
        letters: all that went out so far, the newest first.
        pay_by: ISO day.
        lacks: what the office has not entered for the letter.
        deposits: how many of a bank's file nobody has seen to yet: one of them may pay for what is overdue.
    """

    customer: str
    items: tuple[OverdueItem, ...]
    letters: tuple[PastLetter, ...]
    pay_by: str
    lacks: frozenset[PageLack] = frozenset()
    deposits: int = 0


@dataclass(frozen=True)
class ReminderOrder:
    """What is to be written: about these invoices, by record id.

    Attributes:
        known: the numbers of the letters that were shown to who orders it.
    """

    tone: ReminderTone
    invoices: frozenset[str]
    pay_by: str
    known: frozenset[str] = frozenset()


def letter_label(tone: ReminderTone, numbers: Iterable[str]) -> str:
    """How the register tells a letter apart: ``2/3: I2026-000012, I2026-000031`` in the second tone."""
    return f"{_STEPS.index(tone) + 1}/{len(_STEPS)}: {', '.join(numbers)}"


def read_label(label: str) -> tuple[ReminderTone, tuple[str, ...]] | None:
    """Tone and invoices of :func:`letter_label`; None for a label that is none of a letter's."""
    found = _LABEL.fullmatch(label)
    tones = _TONES_OF.get(int(found[2]), ()) if found else ()
    if found is None or int(found[1]) > len(tones):
        return None
    return tones[int(found[1]) - 1], tuple(found[3].split(", "))


def proposed_tone(items: Collection[OverdueItem]) -> ReminderTone:
    """One step on from the firmest letter about any of them; the last one only after letters about all."""
    steps = [_STEPS.index(one.last.tone) + 1 if one.last else 0 for one in items]
    step = min(max(steps, default=0), len(_STEPS) - 1)
    if _STEPS[step] is ReminderTone.LAST and not all(steps):
        step -= 1
    return _STEPS[step]


def last_about(numbers: Collection[str], letters: Iterable[PastLetter]) -> PastLetter | None:
    """The last letter about an invoice, of letters with the newest first.

    Args:
        numbers: its own, and those of the invoices whose place it took.
    """
    return next((letter for letter in letters if set(numbers) & set(letter.numbers)), None)


def check_order(order: ReminderOrder, items: Collection[OverdueItem], today: date) -> ReminderOrder:
    """The order as it can be written about what is still overdue of its invoices, which ``items`` are.

    Raises:
        NothingOverdue: nothing is.
        InvalidInput: names the field; of its kinds :class:`NoInvoiceChosen` and :class:`NotRemindedBefore`.
        WrittenMeanwhile: somebody made a letter about one of them since.
    """
    if not order.invoices:
        raise NoInvoiceChosen("invoices")
    if not items:
        raise NothingOverdue
    if order.tone is ReminderTone.LAST:
        for one in items:
            if one.last is None:
                raise NotRemindedBefore("tone", number=one.listed.number)
    pay_by = clean_date("pay_by", order.pay_by, today, today + LONGEST_TO_PAY)
    if not pay_by:
        raise Missing("pay_by")
    since = {one.last.paper: one.last.written_on for one in items if one.last is not None}
    since = {paper: day for paper, day in since.items() if paper not in order.known}
    if since:
        raise WrittenMeanwhile(frozenset(since), numbers="・".join(sorted(since)), day=max(since.values()))
    return replace(order, pay_by=pay_by)
