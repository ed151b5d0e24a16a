"""Calendar files (iCalendar, RFC 5545): whole-day events with a reminder, and nothing else.

Written here because the usual library takes a fifth of a second to load and brings two further ones, for a
format of which a dozen lines are needed; the tests read the files back with that library.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hvacdesk import __version__

MIME_LIMIT = 75
"""Octets of a line, without its end (RFC 5545, 3.1)."""

_LINE_END = "\r\n"
_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


@dataclass(frozen=True)
class DayEvent:
    """Something on a whole day.

    Attributes:
        uid: stays the same for the same thing, so that a calendar that read an earlier file updates it.
        remind_days: so many days before its morning the calendar reminds.
    """

    uid: str
    on: date
    summary: str
    remind_days: int


def calendar_file(events: Iterable[DayEvent], name: str, made_at: datetime) -> bytes:
    """The events as a calendar called ``name``."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//hvacdesk//hvacdesk {__version__}//JA",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    for event in events:
        lines += _event(event, f"{made_at:%Y%m%dT%H%M%SZ}")
    lines.append("END:VCALENDAR")
    return "".join(part + _LINE_END for line in lines for part in _folded(line)).encode()


def _event(event: DayEvent, stamp: str) -> list[str]:
    summary = _text(event.summary)
    return [
        "BEGIN:VEVENT",
        f"UID:{_text(event.uid)}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{event.on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{summary}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{summary}",
        f"TRIGGER:-P{event.remind_days}D",
        "END:VALARM",
        "END:VEVENT",
    ]


def _text(value: str) -> str:
    """A text value: escaped, and without the control characters that a line cannot hold."""
    plain = "\n".join(value.splitlines())
    return "".join(_ESCAPES.get(sign, sign) for sign in plain if sign == "\n" or sign.isprintable())


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, no character cut; each further piece begins with a space."""
    piece, size = "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > MIME_LIMIT:
            yield piece
            piece, size = " ", 1
        piece, size = piece + sign, size + octets
    yield piece
