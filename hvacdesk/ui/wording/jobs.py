"""How jobs are worded in lists: state chips, the columns that several lists share."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hvacdesk.domain.billing.money import line_amount
from hvacdesk.domain.billing.prices import quantity_of
from hvacdesk.domain.jobs.ahead import JobAhead
from hvacdesk.domain.jobs.jobs import (
    JOB_STATE_NAMES,
    UNDER_WAY,
    WORK_ITEM_NAMES,
    WORK_KIND_NAMES,
    ItemLine,
    JobDetail,
    JobRow,
    JobState,
)
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.dates import day_of, day_text, long_day, slot_text
from hvacdesk.ui.language import listed
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.numbers import gross, priced, yen

STATE_TONES: dict[JobState, Tone] = {
    JobState.RECEIVED: Tone.INFO,
    JobState.ESTIMATED: Tone.INFO,
    JobState.ARRANGED: Tone.INFO,
    JobState.WORKING: Tone.GOOD,
    JobState.DONE: Tone.GOOD,
    JobState.INVOICED: Tone.WARN,
    JobState.PAID: Tone.NEUTRAL,
    JobState.CANCELLED: Tone.NEUTRAL,
}


def state_chip(state: JobState, words: Words) -> ChipValue:
    """The state as a chip."""
    return ChipValue(words(JOB_STATE_NAMES[state]), STATE_TONES[state])


def kind_text(row: JobRow | JobAhead, words: Words) -> str:
    """What is done."""
    return words(WORK_KIND_NAMES[row.work_kind])


def who_text(row: JobRow | JobAhead) -> str:
    """Who goes: staff names, and the partner firm."""
    return listed((*row.staff, row.partner_firm) if row.partner_firm else row.staff)


def time_text(row: JobRow | JobAhead) -> str:
    """The slot; empty for a job without hours."""
    return slot_text(row.starts, row.ends)


def hours_text(starts: str, ends: str) -> str:
    """``13:00–15:00``, or that the hours are not settled: nobody said that the job takes the whole day."""
    return slot_text(starts, ends) or QCoreApplication.translate("Jobs", "no time yet")


def job_line(row: JobRow | JobAhead, words: Words) -> str:
    """A job as one tells it from another: its day, its time, what is done, and its number."""
    on = day_of(row.on)
    day = long_day(on) if on else QCoreApplication.translate("WhichJob", "no day yet")
    return "  ".join(filter(None, (day, time_text(row), kind_text(row, words), row.number)))


def suspended_chip() -> ChipValue:
    """That nobody works with the data of a job's customer, so that nobody can go there as things are."""
    return ChipValue(QCoreApplication.translate("Jobs", "Use suspended"), Tone.WARN)


def suspended_text(row: JobRow) -> str:
    """What that means for a job, and what is to be done about one that is still ahead."""
    translate = QCoreApplication.translate
    said = translate(
        "Jobs",
        "The use of the customer's data is suspended: estimates and results are not shown, and "
        "nothing is changed or printed but what laws require.",
    )
    if row.state not in UNDER_WAY:
        return said
    ahead = translate(
        "Jobs",
        "This job is still to be done, and nobody gets a work order for it. Ask a person responsible: either "
        "the job is finished or cancelled, or the suspension is lifted.",
    )
    return f"{said}\n{ahead}"


def planned_text(row: JobRow) -> str:
    """When the job is, and who goes there."""
    translate = QCoreApplication.translate
    day = day_text(row.on) if row.on else translate("Jobs", "no day yet")
    when = " ".join(filter(None, (day, time_text(row))))
    said = translate("Jobs", "{when}, {who}")
    return said.format(when=when, who=who_text(row) or translate("Jobs", "nobody goes yet"))


def moved_text(row: JobRow, state: JobState, words: Words) -> str:
    """What is said once a job was moved: while work is ahead, with what is arranged for it."""
    name = words(JOB_STATE_NAMES[state])
    if state not in (JobState.ARRANGED, JobState.WORKING):
        said = QCoreApplication.translate("Jobs", "Job {number} was moved to “{state}”.")
        return said.format(number=row.number, state=name)
    said = QCoreApplication.translate("Jobs", "Job {number} was moved to “{state}”: {planned}.")
    return said.format(number=row.number, state=name, planned=planned_text(row))


def collect_text(detail: JobDetail) -> str:
    """What is still to be paid of a job that has an amount, and what was paid of it already."""
    whole = detail.whole_to_collect or 0
    if detail.row.state is JobState.CANCELLED:
        return _once_agreed(whole, detail.paid_already)
    if not detail.paid_already:
        return yen(whole)
    text = QCoreApplication.translate("Jobs", "{rest} ({paid} of {whole} already paid)")
    rest = yen(whole - detail.paid_already)
    return text.format(rest=rest, paid=yen(detail.paid_already), whole=yen(whole))


def items_text(detail: JobDetail, words: Words) -> str:
    """The work of a job, with its prices as far as the reader is told them."""
    return listed(_item(line, words, with_tax=detail.prices_with_tax) for line in detail.items)


def _item(line: ItemLine, words: Words, *, with_tax: bool) -> str:
    quantity = f"{line.quantity:g} {line.unit}".strip() if line.quantity is not None else ""
    price = ""
    if line.yen is not None:
        amount = line_amount(quantity_of(line), line.yen)
        price = gross(amount) if with_tax else priced(amount, with_tax=False)
    return " ".join(filter(None, (words(WORK_ITEM_NAMES[line.item]), quantity, line.detail, price)))


def _once_agreed(whole: int, paid: int) -> str:
    """What was agreed on for a job that was cancelled: nobody owes the rest of it."""
    text = QCoreApplication.translate("Jobs", "{whole} (the job was cancelled)")
    if paid:
        text = QCoreApplication.translate("Jobs", "{whole} (the job was cancelled; {paid} paid before)")
    return text.format(whole=yen(whole), paid=yen(paid))
