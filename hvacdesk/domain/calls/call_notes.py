"""Call notes 電話メモ: who rang or was rung up about what, who is to call back by when, what came of it.

Source: the design (product owner, 2026-11): call notes with call-back due and for whom, "otherwise names go
on sticky notes". A note without a customer is an inquiry that became no order: the office's own rule keeps
it for six months after the call.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from hvacdesk.domain.clock import JAPAN
from hvacdesk.domain.errors import BadDate, InvalidInput, Missing, UserFacingError
from hvacdesk.domain.jobs.jobs import WorkKind
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.text.input_checks import clean_date, clean_line, clean_text, clean_time
from hvacdesk.domain.text.phones import BadPhone, format_phone
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Phrase, phrase

TEXT_LIMIT = 2_000
FARTHEST = timedelta(days=366)
"""Nobody promises to call back later than in a year."""

_UNTIMED = "24:00"
"""A call back promised for a day is late when the day is over."""


class CallSubject(StrEnum):
    """What a call was about."""

    BREAKDOWN = "breakdown"
    BOOKING = "booking"
    CHANGE = "change"
    INVOICE = "invoice"
    COMPLAINT = "complaint"
    SALES = "sales"
    REMINDER = "reminder"
    OTHER = "other"


CALL_SUBJECT_NAMES: dict[CallSubject, Phrase] = {
    CallSubject.BREAKDOWN: phrase("Calls", "Breakdown"),
    CallSubject.BOOKING: phrase("Calls", "Booking"),
    CallSubject.CHANGE: phrase("Calls", "Change or cancellation"),
    CallSubject.INVOICE: phrase("Calls", "Invoice or payment"),
    CallSubject.COMPLAINT: phrase("Calls", "Complaint"),
    CallSubject.SALES: phrase("Calls", "Sales call"),
    CallSubject.REMINDER: phrase("Calls", "Reminder"),
    CallSubject.OTHER: phrase("Calls", "Other"),
}


_LIKELY_WORK = {
    CallSubject.BREAKDOWN: WorkKind.REPAIR,
    CallSubject.COMPLAINT: WorkKind.REPAIR,
    CallSubject.REMINDER: WorkKind.INSPECT,
}
"""What does not work, or was done badly, is put right; a warranty or agreed work that ends is looked at."""


def likely_work(subject: CallSubject) -> WorkKind | None:
    """The work for which a job is booked after such a call; None where the subject does not say."""
    return _LIKELY_WORK.get(subject)


class CallWay(StrEnum):
    """Who turned to whom; a letter is among the calls, since it is a contact as they are."""

    RECEIVED = "received"
    MADE = "made"
    WRITTEN = "written"


CALL_WAY_NAMES: dict[CallWay, Phrase] = {
    CallWay.RECEIVED: phrase("Calls", "Incoming"),
    CallWay.MADE: phrase("Calls", "Outgoing"),
    CallWay.WRITTEN: phrase("Calls", "Letter"),
}


class CallFilter(StrEnum):
    """Which notes a list shows."""

    OPEN = "open"
    MINE = "mine"
    DONE = "done"


class CallField(StrEnum):
    """A value of a note that is masked and can be revealed."""

    NAME = "name"
    PHONE = "phone"


class CallDoneAlready(UserFacingError):
    """Somebody else finished the call while a form about it was open."""

    what = phrase("Errors", "Someone else marked this call as done in the meantime.")
    safe = phrase("Errors", "What you typed is still on the screen; nothing was saved.")
    todo = phrase("Errors", "Take a new note of it, or open the call again in the list and save once more.")


@dataclass(frozen=True)
class CallNoteRecord:
    """What the form saves.

    Attributes:
        customer: record id; empty for a caller who is not registered.
        caller_name: as one writes it, family name first.
        phone: where to call back; empty where the customer's own number serves.
        for_account: who is to see to it; empty for everybody.
        call_back_by: ``2026-11-24``, ``2026-11-24T15:30``, or empty where nobody has to call back.
        invoice: record id of the customer's invoice that it was about; empty for none of them.
    """

    customer: str = ""
    caller_name: str = ""
    phone: str = ""
    subject: CallSubject = CallSubject.OTHER
    text: str = ""
    for_account: str = ""
    call_back_by: str = ""
    urgent: bool = False
    way: CallWay = CallWay.RECEIVED
    invoice: str = ""

    @property
    def asks_for_something(self) -> bool:
        """Whether somebody still has to do something: such a note is open until it is closed."""
        return bool(self.for_account or self.call_back_by)


@dataclass(frozen=True)
class CallNoteRow:
    """A note as its reader may see it.

    Attributes:
        customer: record id, or empty.
        name: of the customer, or the caller's; an empty text where nothing is known.
        taken_at, done_at: stamps; ``done_at`` is empty while the note is open.
        taken_by, for_whom, done_by: names of staff.
        mine: whether it is for the reader.
        changeable: whether the reader may change, close and reopen it.
        invoice: number of the invoice that it was about, for who sees invoices.
    """

    note: str
    version: int
    customer: str
    customer_number: str
    name: Masked
    phone: Masked
    subject: CallSubject
    text: Masked
    taken_at: str
    taken_by: str
    for_account: str
    for_whom: str
    call_back_by: str
    urgent: bool
    overdue: bool
    mine: bool
    done_at: str = ""
    done_by: str = ""
    outcome: Masked = field(default_factory=lambda: Masked(""))
    changeable: bool = True
    way: CallWay = CallWay.RECEIVED
    invoice: str = ""

    @property
    def open(self) -> bool:
        """Whether somebody still has to do something."""
        return not self.done_at


@dataclass(frozen=True)
class CallsWaiting:
    """The open notes at a glance.

    Attributes:
        first: the most pressing, the reader's own before the others.
        count: how many are open.
        late: how many of them should have been seen to already.
    """

    first: tuple[CallNoteRow, ...] = ()
    count: int = 0
    late: int = 0


def check_note(record: CallNoteRecord, today: date, *, allow_number: bool = False) -> CallNoteRecord:
    """The note as it is stored. Raises :class:`~hvacdesk.domain.errors.InvalidInput` naming the field."""
    name = clean_line("caller_name", record.caller_name)
    check_free_text("caller_name", name, allow_number=allow_number)
    text = check_words("text", record.text, allow_number=allow_number)
    phone = _phone(record.phone)
    if not (record.customer or name or phone):
        raise Missing("caller_name")
    if record.invoice and not record.customer:
        raise InvalidInput("invoice")
    if record.subject is CallSubject.OTHER and not text:
        raise Missing("text")
    return replace(
        record,
        caller_name=name,
        phone=phone,
        text=text,
        call_back_by=check_call_back(record.call_back_by, today),
    )


def check_changes(
    changes: Mapping[str, object], today: date, *, allow_number: bool = False
) -> dict[str, object]:
    """What is changed of an open note, by the field's name, as it is stored. What stays is not looked at.

    Raises:
        InvalidInput: a value cannot be stored, or a name is no field that can be changed.
    """
    checked: dict[str, object] = {}
    for name, value in changes.items():
        if name == "text":
            checked[name] = check_words(name, str(value), allow_number=allow_number)
        elif name == "call_back_by":
            checked[name] = check_call_back(str(value), today)
        elif name in ("subject", "for_account", "urgent"):
            checked[name] = value
        else:
            raise InvalidInput(name)
    return checked


def check_words(field: str, text: str, *, allow_number: bool = False) -> str:
    """What was said, as it is stored. Raises :class:`~hvacdesk.domain.errors.InvalidInput`."""
    cleaned = clean_text(field, text, limit=TEXT_LIMIT)
    check_free_text(field, cleaned, allow_number=allow_number)
    return cleaned


def check_call_back(text: str, today: date) -> str:
    """When to call back, as it is stored. Raises :class:`BadDate` or ``BadTime``."""
    day, mark, time = text.partition("T")
    if not day:
        if mark:
            raise BadDate("call_back_by", today.isoformat(), (today + FARTHEST).isoformat())
        return ""
    checked = clean_date("call_back_by", day, today, today + FARTHEST)
    at = clean_time("call_back_time", time)
    return f"{checked}T{at}" if at else checked


def is_overdue(call_back_by: str, now: datetime) -> bool:
    """Whether the promised moment has passed; a day without a time is over at its end.

    Args:
        now: an aware moment.
    """
    if not call_back_by:
        return False
    local = now.astimezone(JAPAN)
    return _end_of(call_back_by) <= local.strftime("%Y-%m-%dT%H:%M")


def pressing_order(call_back_by: str, urgent: bool, taken_at: str) -> tuple[str, bool, str]:
    """Sorts the most pressing note first: by when the call is due, then urgent ones, then the oldest."""
    return _end_of(call_back_by), not urgent, taken_at


def _end_of(call_back_by: str) -> str:
    day, _mark, time = call_back_by.partition("T")
    return f"{day or '9999'}T{time or _UNTIMED}"


def _phone(text: str) -> str:
    if not text.strip():
        return ""
    try:
        return format_phone(text)
    except BadPhone:
        raise BadPhone("phone") from None
