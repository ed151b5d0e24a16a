"""What an invoice must be like before it is stored or issued, and the lines that it begins with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from hvacdesk.domain.billing.estimates import DiscountTooLarge, EstimateLineRecord
from hvacdesk.domain.billing.invoices import (
    MOST_LINES,
    EarlierInvoice,
    InvoiceKind,
    InvoiceLineRecord,
    InvoiceRecord,
)
from hvacdesk.domain.billing.money import TaxTable
from hvacdesk.domain.billing.prices import checked_line, lowered
from hvacdesk.domain.billing.tax import InvoiceSums, Rounding, TaxClass, invoice_sums
from hvacdesk.domain.errors import InvalidInput, Missing, UserFacingError
from hvacdesk.domain.jobs.job_rules import YEN
from hvacdesk.domain.periods import months_after
from hvacdesk.domain.text.input_checks import (
    EARLIEST_WORK,
    check_range,
    check_span,
    clean_date,
    clean_text,
    known_day,
)
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import phrase

LONGEST_AHEAD = timedelta(days=366)
"""So far ahead a delivery may be billed, or a payment be due."""

MOST_MONTHS_BACK = 2
"""So far back an invoice may be dated: who bills a month late still can, a wrong year is refused."""


class Stated(StrEnum):
    """What a person said of an invoice whose job was billed elsewhere; it is the log's code as well.

    Only a person's word is one of these. That nobody need be asked is a rule, :data:`NEVER_ASKED_ELSEWHERE`.
    """

    NOTHING = ""
    ASKS_FOR_ELSE = "billed_elsewhere"


NEVER_ASKED_ELSEWHERE = frozenset({InvoiceKind.CANCELLATION})
"""What asks for no work, and so for nothing that was billed elsewhere: nobody is asked whether it does."""


class InvoiceIssuedAlready(UserFacingError):
    """What was issued stays as it was given."""

    what = phrase("Errors", "This invoice has been issued and is no longer changed.")
    todo = phrase("Errors", "Choose “Put right…” at the invoice: the former one is kept.")


class InvoiceNotStanding(UserFacingError):
    """Only an issued invoice that asks for its sum can be sent, credited, reissued or made void."""

    what = phrase("Errors", "This invoice is a draft, or no longer stands.")
    todo = phrase("Errors", "Refresh the list and look at the invoice that took its place.")


class AboutNotStanding(InvoiceNotStanding):
    """A draft of a credit note or of a reissue whose invoice somebody put right or made void meanwhile."""

    what = phrase(
        "Errors",
        "Invoice {number}, which this draft is about, was made void or put right meanwhile: it asks for "
        "nothing any more.",
    )
    todo = phrase(
        "Errors",
        "Look at {number} under “All invoices”, and delete this draft. If another invoice took its place, "
        "begin at that one.",
    )


class NotNotedSent(UserFacingError):
    """Only what is noted as sent, and not paid yet, can be noted as not sent after all."""

    what = phrase("Errors", "This invoice is not noted as sent, or is paid already.")
    todo = phrase("Errors", "Refresh the list and look at its state.")


class InvoicePaidUpon(UserFacingError):
    """Something was paid or credited, so the invoice can neither be made void nor be replaced."""

    what = phrase("Errors", "Something of this invoice was paid or credited already.")
    todo = phrase("Errors", "Choose “Put right…”, then “Credit note…”, for what the invoice asks too much.")


class TakenOffLater(UserFacingError):
    """A deposit or part invoice that a final invoice has taken off."""

    what = phrase("Errors", "Final invoice {number} has taken this one off.")
    todo = phrase(
        "Errors",
        "At the final invoice choose “Put right…”, then “Void…”, first; or “Credit note…” at this one.",
    )


class ToldByInvoice(UserFacingError):
    """An event that an invoice tells of is put right with the invoice."""

    what = phrase("Errors", "Invoice {number} tells of this event.")
    todo = phrase(
        "Errors",
        "Choose “Put right…” at the invoice: “Void…”, “Put right and issue again…” or “Credit note…”.",
    )


class OwnInvoiceNumber(InvalidInput):
    """Nothing is noted by hand or taken over under a number of this program's own series."""

    what = phrase("Errors", "{number} is a number of this program's own invoices.")
    todo = phrase(
        "Errors", "Book its payment under Payments; leave the number out if another program gave it."
    )


class InvoiceOfCancelledJob(UserFacingError):
    """Nothing is billed for work that was called off, but what was already done."""

    what = phrase("Errors", "Job {number} is cancelled, so neither a deposit nor the whole is billed.")
    todo = phrase("Errors", "Make a part invoice for what was done all the same.")


class WorkNotDone(UserFacingError):
    """The whole is billed when the work is done."""

    what = phrase("Errors", "The work of job {number} is not noted as done.")
    todo = phrase("Errors", "Note the completion first, or make a deposit or part invoice.")


class BilledAlready(UserFacingError):
    """A second invoice for the whole of one job."""

    what = phrase("Errors", "Job {number} is billed already, with {invoice}.")
    todo = phrase(
        "Errors",
        "Choose “Put right…” at that invoice: “Credit note…” or “Put right and issue again…”.",
    )


class BilledElsewhere(InvalidInput):
    """Another program billed the job, or somebody noted an invoice on paper."""

    what = phrase("Errors", "Job {number} is noted as billed elsewhere: {invoice}.")
    safe = phrase("Errors", "Nothing was issued; what you typed is still on the screen.")
    todo = phrase(
        "Errors", "If this asks for something else, say so in the draft. If it is the same, delete the draft."
    )


class PartsAskedBefore(UserFacingError):
    """There are deposit or part invoices of the job, which an invoice of the whole would ask for again."""

    what = phrase("Errors", "Deposit or part invoices of job {number} stand.")
    todo = phrase("Errors", "Make the final invoice: it takes them off.")


class NothingToBill(InvalidInput):
    """An invoice of 0 yen: somebody did not fill in a price."""

    what = phrase("Errors", "This invoice comes to zero yen.")
    todo = phrase("Errors", "Enter the prices of its lines first.")


class EarlierTooLarge(InvalidInput):
    """Deposit and part invoices asked for more than the whole."""

    what = phrase("Errors", "The earlier invoices asked for more than the whole comes to.")
    todo = phrase("Errors", "Check the lines, or make a credit note for an earlier invoice first.")


class CreditNotNegative(InvalidInput):
    """A credit note whose lines do not take anything back."""

    what = phrase("Errors", "This credit note does not take anything back.")
    todo = phrase("Errors", "Enter its prices below zero.")


class CreditTooLarge(InvalidInput):
    """More would be taken back than the invoice asked for."""

    what = phrase("Errors", "This takes back more than invoice {number} asked for.")
    todo = phrase("Errors", "Lower the prices, rate by rate, and save again.")


class NoRateThen(InvalidInput):
    """The reduced rate, on a day when there was none."""

    what = phrase("Errors", "There was no such tax rate on the day of delivery.")
    todo = phrase("Errors", "Check the day of delivery and the tax of each line.")


class RateChangesWithin(InvalidInput):
    """The days of delivery lie on both sides of a day on which the tax rate changed."""

    what = phrase("Errors", "The tax rate changed within these days of delivery.")
    todo = phrase("Errors", "Make one invoice for the days before the change and one for those after it.")


class IssueDayAhead(InvalidInput):
    """Dated on a day to come: nobody can deduct the tax of it as yet."""

    what = phrase("Errors", "An invoice is not dated later than today, {today}.")
    todo = phrase("Errors", "Choose today or an earlier day, or leave the day of issue empty.")


class IssueDayBefore(InvalidInput):
    """Dated before what its number comes after, or before the invoice that it is about."""

    what = phrase("Errors", "Invoice {number} is dated {day}, so this one cannot be dated before that.")
    todo = phrase("Errors", "Choose {day} or a later day: the days go in the order of the numbers.")


class IssueDayTooEarly(InvalidInput):
    """Dated so long ago that it must be a wrong figure: its copy would be destroyed too early."""

    what = phrase("Errors", "An invoice is not dated before {first}, {months} months back.")
    todo = phrase("Errors", "Check the year and the month, or leave the day of issue empty for today.")


class IssueDayBeforeWork(InvalidInput):
    """Dated before the last day of the work that it names."""

    what = phrase("Errors", "This invoice names work of {day}, so it cannot be dated before that.")
    todo = phrase("Errors", "Choose {day} or a later day of issue, or correct the days of delivery.")


class WorkStillToCome(InvalidInput):
    """An invoice for work that is done, as if it were done on a day to come."""

    what = phrase("Errors", "The work on this invoice would be of {day}, a day that is still to come.")
    todo = phrase(
        "Errors",
        "Correct the days of delivery. If no draft is there yet, record the handover at the job first.",
    )


class IssueDayBeforeClosing(InvalidInput):
    """A collective invoice dated before the day that it closes."""

    what = phrase("Errors", "The closing day is {day}, so what it closes cannot be dated before that.")
    todo = phrase("Errors", "Choose {day} or a later day, or leave the day of issue empty.")


def check_invoice(
    record: InvoiceRecord, today: date, *, allow_number: bool = False, former_due: str = ""
) -> InvoiceRecord:
    """The invoice as it is stored. Raises :class:`InvalidInput` or one of its kinds.

    Args:
        former_due: ISO day by which the invoice whose place it takes is to be paid: it may keep that day,
            though it is over.
    """
    if not record.lines and not record.asks_nothing_new:
        raise Missing("lines")
    check_range("lines", len(record.lines), 0, MOST_LINES)
    remarks = clean_text("remarks", record.remarks)
    check_free_text("remarks", remarks, allow_number=allow_number)
    last = today + LONGEST_AHEAD
    first_day = clean_date("delivered_from", record.delivered_from, EARLIEST_WORK, last)
    last_day = clean_date("delivered_to", record.delivered_to, EARLIEST_WORK, last)
    check_span("delivered_to", first_day, last_day, last)
    credit = record.kind is InvoiceKind.CREDIT
    issue_on = check_issue_day(record.issue_on, today)
    due_from = min(filter(None, (issue_on or today.isoformat(), former_due)))
    lines = tuple(_checked(line, last, credit, allow_number) for line in record.lines)
    worked_on = max((first_day, last_day, *(line.on for line in lines)))
    if not credit and issue_on and issue_on < worked_on <= today.isoformat():  # else it is billed ahead
        raise IssueDayBeforeWork("issue_on", day=worked_on)
    return replace(
        record,
        lines=lines,
        delivered_from=first_day or last_day,
        delivered_to=last_day or first_day,
        due_on=clean_date("due_on", record.due_on, date.fromisoformat(due_from), last),
        remarks=remarks,
        issue_on=issue_on,
    )


def on_days_of(record: InvoiceRecord, days: Mapping[str, str]) -> InvoiceRecord:
    """The invoice with the days on which the work of its jobs was done.

    A line that names a day takes its job's. Else an invoice for one job ends on the job's day, and began no
    later: where its work took several days, the first of them stays.

    Args:
        days: ISO days by the jobs' record ids; empty where a job has none.
    """
    lines = tuple(
        replace(line, on=days.get(line.job) or line.on) if line.on else line for line in record.lines
    )
    if named := [line.on for line in lines if line.on]:
        moved = replace(record, lines=lines, delivered_from=min(named), delivered_to=max(named))
        return moved if lines != record.lines else record
    if len(days) != 1 or not (last := next(iter(days.values()))):
        return record
    took_days = record.delivered_from < record.delivered_to
    first = min(record.delivered_from, last) if took_days else last
    return replace(record, delivered_from=first, delivered_to=last)


def check_work_over(record: InvoiceRecord, today: date) -> None:
    """Refuse to bill work that is done as of a day to come, on whatever day it is dated.

    Raises :class:`WorkStillToCome`.
    """
    worked_on = max((record.delivered_from, record.delivered_to, *(line.on for line in record.lines)))
    if worked_on > today.isoformat():
        raise WorkStillToCome("delivered_to", day=worked_on)


def check_issue_day(text: str, today: date) -> str:
    """The ISO day that an invoice is to be dated, or empty.

    Raises :class:`BadDate`, :class:`IssueDayAhead` or :class:`IssueDayTooEarly`.
    """
    day = clean_date("issue_on", text, EARLIEST_WORK, today + LONGEST_AHEAD)
    if day > today.isoformat():
        raise IssueDayAhead("issue_on", today=today.isoformat())
    first = months_after(today, -MOST_MONTHS_BACK).isoformat()
    if day and day < first:
        raise IssueDayTooEarly("issue_on", first=first, months=MOST_MONTHS_BACK)
    return day


def _checked(line: InvoiceLineRecord, last: date, credit: bool, allow_number: bool) -> InvoiceLineRecord:
    words = checked_line(line.label, line.quantity, line.unit, line.yen, allow_number=allow_number)
    return replace(
        line,
        label=words.label,
        unit=words.unit,
        yen=line.yen if credit else lowered(words.label, line.yen),
        on=clean_date("lines", line.on, EARLIEST_WORK, last),
    )


def percents_of(
    record: InvoiceRecord, rates: TaxTable, today: date, first_on: date | None = None
) -> Mapping[TaxClass, int]:
    """The tax rates of an invoice: those of its days of delivery, else that of the day it is dated.

    Args:
        first_on: for a reissue, the day of the first issue, which is when the tax arose.

    Raises:
        BadDate: a day is none.
        NoRateThen: a line is of a class that had no rate then.
        RateChangesWithin: not all of its days have the same rates.
    """
    named = (record.delivered_from, record.delivered_to, *(line.on for line in record.lines))
    days = sorted({known_day("on", day) for day in named if day}) or [first_on or record.dated(today)]
    first, last = rates.percents(days[0]), rates.percents(days[-1])
    for tax_class in {line.tax_class for line in record.lines} - {TaxClass.OUTSIDE}:
        if first.get(tax_class) != last.get(tax_class):
            raise RateChangesWithin("delivered_to")
        if tax_class not in last:
            raise NoRateThen("lines")
    return last


def sums_of(
    record: InvoiceRecord,
    percents: Mapping[TaxClass, int],
    rounding: Rounding,
    earlier: Iterable[EarlierInvoice] = (),
) -> InvoiceSums:
    """The sums of an invoice's lines, less what earlier invoices of the same work asked for."""
    amounts = ((line.tax_class, line.amount) for line in record.lines)
    return invoice_sums(
        amounts, percents, rounding, with_tax=record.with_tax, earlier=earlier_by_class(earlier)
    )


def earlier_by_class(earlier: Iterable[EarlierInvoice]) -> dict[TaxClass, int]:
    """What several invoices asked for, tax included, by class."""
    found: dict[TaxClass, int] = {}
    for one in earlier:
        for tax_class, gross in one.by_class:
            found[tax_class] = found.get(tax_class, 0) + gross
    return found


def check_sums(kind: InvoiceKind, sums: InvoiceSums, carried: int = 0) -> None:
    """Refuse sums that no invoice of this kind may have, rate by rate.

    Args:
        carried: what its page carries over; a page may be for that alone.

    Raises:
        CreditNotNegative: a credit note with a rate that asks for something, or without any sum.
        EarlierTooLarge, DiscountTooLarge: another one with a rate that takes something back.
        NothingToBill: it comes to nothing, though no earlier invoice asked for the whole, and nothing is
            carried over.
        OutOfRange: a sum that no field holds.
    """
    if kind is InvoiceKind.CREDIT:
        if not sums.gross or any(rate.gross > 0 for rate in sums.rates):
            raise CreditNotNegative("lines")
    elif any(rate.gross < 0 for rate in sums.rates):
        raise EarlierTooLarge("lines") if sums.earlier else DiscountTooLarge("lines")
    elif not sums.gross and not sums.earlier and carried <= 0:
        raise NothingToBill("lines")
    check_range("lines", sums.gross, -YEN[1], YEN[1])


def check_credit(number: str, asked: InvoiceSums, credited: Iterable[InvoiceSums], now: InvoiceSums) -> None:
    """Refuse a credit note that would take back more than its invoice asked for, rate by rate.

    Raises :class:`CreditTooLarge`.
    """
    left = {rate.tax_class: rate.gross for rate in asked.rates}
    for taken in (*credited, now):
        for rate in taken.rates:
            left[rate.tax_class] = left.get(rate.tax_class, 0) + rate.gross
    if any(gross < 0 for gross in left.values()):
        raise CreditTooLarge("lines", number=number)


def left_of(asked: InvoiceSums, credited: Iterable[InvoiceSums]) -> tuple[tuple[TaxClass, int], ...]:
    """What an invoice asks for by class, tax included, after its credit notes."""
    left = {rate.tax_class: rate.gross for rate in asked.rates}
    for rate in (rate for taken in credited for rate in taken.rates):
        left[rate.tax_class] = left.get(rate.tax_class, 0) + rate.gross
    return tuple((tax_class, left[tax_class]) for tax_class in TaxClass if left.get(tax_class))


def credit_sums(asked: InvoiceSums, credited: Sequence[InvoiceSums], now: InvoiceSums) -> InvoiceSums:
    """A credit note's sums, where it takes back all that is left of a rate with all the tax that is left.

    Else the rounding of each note would leave a yen of tax between an invoice of nothing and its notes.
    """
    rates = []
    for rate in now.rates:
        before = [one for sums in (asked, *credited) for one in sums.rates if one.tax_class is rate.tax_class]
        if before and rate.gross + sum(one.gross for one in before) == 0:
            tax = -sum(one.tax for one in before)
            rates.append(replace(rate, tax=tax, net=rate.gross - tax))
        else:
            rates.append(rate)
    return replace(now, rates=tuple(rates))


def from_estimate(lines: Iterable[EstimateLineRecord], job: str = "") -> tuple[InvoiceLineRecord, ...]:
    """An estimate's lines as an invoice's; all of them at the standard rate, as the estimate was summed."""
    return tuple(
        InvoiceLineRecord(line.label, line.quantity, line.unit, line.yen, item=line.item, job=job)
        for line in lines
    )


def share_of(
    lines: Iterable[InvoiceLineRecord], percent: int, label: str, unit: str, job: str = ""
) -> tuple[InvoiceLineRecord, ...]:
    """The lines of a deposit or part invoice: one for each class of tax with its share of the whole.

    A fraction of a yen is dropped: the final invoice asks for what is left.
    """
    whole: dict[TaxClass, int] = {}
    for line in lines:
        whole[line.tax_class] = whole.get(line.tax_class, 0) + line.amount
    return tuple(
        InvoiceLineRecord(label, 1.0, unit, whole[tax_class] * percent // 100, tax_class, job=job)
        for tax_class in TaxClass
        if whole.get(tax_class, 0) > 0
    )


def credit_of(
    record: InvoiceRecord, left: Iterable[tuple[TaxClass, int]], label: str, unit: str, *, whole: bool
) -> InvoiceRecord:
    """The credit note that takes an invoice back.

    Args:
        left: what it still asks for by class, tax included.
        whole: whether its lines are what it asks for: nothing was taken off or credited before. They are
            turned round then; else there is one line for each class with what is left.
    """
    if whole:
        lines = tuple(replace(line, yen=-line.yen) for line in record.lines)
        return replace(record, kind=InvoiceKind.CREDIT, lines=lines, due_on="", issue_on="", remarks="")
    lines = tuple(InvoiceLineRecord(label, 1.0, unit, -gross, tax_class) for tax_class, gross in left)
    return replace(
        record, kind=InvoiceKind.CREDIT, lines=lines, due_on="", issue_on="", with_tax=True, remarks=""
    )
