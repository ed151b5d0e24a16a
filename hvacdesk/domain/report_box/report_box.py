"""The report box 匿名の相談・通報窓口: what a report is, how far it is, and what its readers see."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from hvacdesk.domain.roles import PERMISSIONS, Permission, Role
from hvacdesk.domain.text.wording import Phrase, phrase


class ReportCategory(StrEnum):
    """What a report is about."""

    PERSONAL_DATA = "personal_data"
    LAW = "law"
    HARASSMENT = "harassment"
    LABOUR = "labour"
    SAFETY = "safety"
    MONEY = "money"
    QUESTION = "question"
    OTHER = "other"


CATEGORY_NAMES: dict[ReportCategory, Phrase] = {
    ReportCategory.PERSONAL_DATA: phrase("ReportBox", "Customers' data misused or lost"),
    ReportCategory.LAW: phrase("ReportBox", "Another breach of law or of the office's rules"),
    ReportCategory.HARASSMENT: phrase("ReportBox", "Harassment"),
    ReportCategory.LABOUR: phrase("ReportBox", "Working hours, pay, contracts"),
    ReportCategory.SAFETY: phrase("ReportBox", "Danger at work, refrigerant, electricity"),
    ReportCategory.MONEY: phrase("ReportBox", "Money, invoices, gifts"),
    ReportCategory.QUESTION: phrase("ReportBox", "A question or a worry"),
    ReportCategory.OTHER: phrase("ReportBox", "Something else"),
}


class ReportState(StrEnum):
    """How far a report is."""

    NEW = "new"
    READ = "read"
    IN_PROGRESS = "in_progress"
    CLOSED = "closed"


STATE_NAMES: dict[ReportState, Phrase] = {
    ReportState.NEW: phrase("ReportBox", "not read yet"),
    ReportState.READ: phrase("ReportBox", "read"),
    ReportState.IN_PROGRESS: phrase("ReportBox", "in progress"),
    ReportState.CLOSED: phrase("ReportBox", "closed"),
}


class Author(StrEnum):
    """Who wrote a message of a report."""

    REPORTER = "reporter"
    READER = "reader"


@dataclass(frozen=True)
class Message:
    """One text of a report.

    Attributes:
        on: ISO day. Of the reporter's texts it is the Monday of the week and nothing finer.
        by: a reader's name; empty for the reporter.
    """

    author: Author
    text: str
    on: str
    by: str = ""


@dataclass(frozen=True)
class Named:
    """Somebody that a report is or was not sealed to, as the signed roster had them then.

    Attributes:
        fingerprint: of the public key that it was sealed to.
    """

    account: str
    name: str
    fingerprint: str


@dataclass(frozen=True)
class BoxReader:
    """A reader as the list before the login shows them.

    Attributes:
        fingerprint: of the public key that reports are sealed to, as the reader's own inbox shows it too.
    """

    account: str
    name: str
    fingerprint: str

    def named(self) -> Named:
        """As a report stores them."""
        return Named(self.account, self.name, self.fingerprint)


@dataclass(frozen=True)
class Report:
    """What reporter and readers share.

    Attributes:
        contact: how the reporter may be reached; empty if they do not wish it.
        messages: in the order of writing; the first one is the report.
        readers: whom it is sealed to.
        left_out: readers that the reporter could have chosen and did not.
        closed_on: ISO day; empty while it is open.
    """

    category: ReportCategory
    contact: str
    messages: tuple[Message, ...]
    readers: tuple[Named, ...]
    left_out: tuple[Named, ...]
    state: ReportState = ReportState.NEW
    closed_on: str = ""

    @property
    def week(self) -> date:
        """The Monday of the week in which it was written."""
        return date.fromisoformat(self.messages[0].on)

    def with_message(self, message: Message) -> Report:
        """The report with one more text; what a reporter adds opens a closed one again."""
        added = replace(self, messages=(*self.messages, message))
        if message.author is Author.REPORTER and self.state is ReportState.CLOSED:
            return replace(added, state=ReportState.READ, closed_on="")
        return added

    def in_state(self, state: ReportState, today: date) -> Report:
        """The report in another state."""
        closed = today.isoformat() if state is ReportState.CLOSED else ""
        return replace(self, state=state, closed_on=closed)

    def handed_to(self, reader: Named) -> Report:
        """The report with another reader."""
        others = tuple(one for one in self.readers if one.account != reader.account)
        return replace(self, readers=(*others, reader))

    def lost_to(self, listed: Iterable[BoxReader]) -> tuple[Named, ...]:
        """Those of its readers who cannot open it any more: gone, no longer a reader, or with a new key."""
        present = {(one.account, one.fingerprint) for one in listed}
        return tuple(one for one in self.readers if (one.account, one.fingerprint) not in present)

    def sealed_again(self, chosen: tuple[Named, ...], left_out: tuple[Named, ...]) -> Report:
        """The report as it goes to other readers after nobody could open it: they find it new."""
        return replace(self, readers=chosen, left_out=left_out, state=ReportState.NEW, closed_on="")

    def kept_by(self, accounts: frozenset[str]) -> Report:
        """The report with those of its readers who can still be sealed to."""
        return replace(self, readers=tuple(one for one in self.readers if one.account in accounts))

    def to_json(self) -> bytes:
        """Bytes that :meth:`from_json` reads."""
        return _dumped(
            {
                "category": self.category,
                "contact": self.contact,
                "messages": [[one.author, one.text, one.on, one.by] for one in self.messages],
                "readers": [_row(one) for one in self.readers],
                "left_out": [_row(one) for one in self.left_out],
                "state": self.state,
                "closed_on": self.closed_on,
            }
        )

    @staticmethod
    def from_json(content: bytes) -> Report:
        """A report. Raises :class:`ValueError`, :class:`KeyError` or :class:`TypeError` for anything else."""
        raw = json.loads(content)
        messages = tuple(_message(*one) for one in raw["messages"])
        if not messages:
            raise ValueError("a report has a text")
        closed_on = str(raw["closed_on"])
        if closed_on:
            date.fromisoformat(closed_on)
        return Report(
            ReportCategory(raw["category"]),
            str(raw["contact"]),
            messages,
            _people(raw["readers"]),
            _people(raw["left_out"]),
            ReportState(raw["state"]),
            closed_on,
        )


def _message(author: str, text: str, on: str, by: str) -> Message:
    return Message(Author(author), str(text), date.fromisoformat(on).isoformat(), str(by))


def _row(one: Named) -> list[str]:
    return [one.account, one.name, one.fingerprint]


def _people(raw: list[list[str]]) -> tuple[Named, ...]:
    return tuple(Named(str(account), str(name), str(fingerprint)) for account, name, fingerprint in raw)


@dataclass(frozen=True)
class ReaderNotes:
    """What the readers of a report write for each other; the reporter cannot open it."""

    notes: tuple[Message, ...] = ()

    def with_note(self, note: Message) -> ReaderNotes:
        """With one more note."""
        return ReaderNotes((*self.notes, note))

    def to_json(self) -> bytes:
        """Bytes that :meth:`from_json` reads."""
        return _dumped([[one.author, one.text, one.on, one.by] for one in self.notes])

    @staticmethod
    def from_json(content: bytes) -> ReaderNotes:
        """The notes; raises as :meth:`Report.from_json`."""
        return ReaderNotes(tuple(_message(*one) for one in json.loads(content)))


def _dumped(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def may_read(roles: frozenset[Role]) -> bool:
    """Whether these roles make somebody a reader of the report box."""
    return any(Permission.READ_REPORTS in PERMISSIONS[role] for role in roles)


def week_of(day: date) -> str:
    """The Monday of a day's week, ISO: all that is stored of when a reporter wrote."""
    return (day - timedelta(days=day.weekday())).isoformat()


@dataclass(frozen=True)
class ReportRow:
    """One report in a reader's inbox.

    Attributes:
        case: what the service calls it by.
        answer_due: the last day for a first answer; None once there is one, or it is closed.
        handed_on: colleagues who may be given it: readers that the reporter could not choose or did choose.
    """

    case: str
    report: Report
    notes: ReaderNotes
    answer_due: date | None
    handed_on: tuple[BoxReader, ...]


@dataclass(frozen=True)
class InboxView:
    """A reader's inbox.

    Attributes:
        altered: how many reports to this reader do not open any more.
        damaged: how often something of the box was set aside that could not be read.
        remade: the box's file was missing once and a new one was made.
        unread: how many nobody has opened yet, if they are so many that somebody floods the box; else 0.
        grown: the box holds far more than an office's reports, whomever they are sealed to.
        fingerprint: of the reader's own key.
        key_replaced: the day on which somebody reset the reader's passphrase, if that was not long ago.
            Whether anything was sealed to the former key cannot be told: nothing in the box says for whom it
            is, and what told it to the reader would tell it to others.
    """

    rows: tuple[ReportRow, ...]
    altered: int
    damaged: int
    remade: bool
    unread: int
    grown: bool
    fingerprint: str
    key_replaced: date | None = None
