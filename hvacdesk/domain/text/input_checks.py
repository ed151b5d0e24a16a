"""Checks of single inputs that every form shares. Each returns the value as it is stored.

What the customer writes is kept (髙﨑, 神 in its old form, ㈱, emoji): only the order of combining marks,
outer spaces and invisible direction marks are tidied.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time

from hvacdesk.domain.errors import (
    BadDate,
    BadEmail,
    BadPostalCode,
    BadTime,
    EndsBeforeStart,
    Missing,
    OutOfRange,
    TooLong,
    UnprintableCharacter,
)
from hvacdesk.domain.text.text_forms import plain, postal_code_of

LINE_LIMIT = 200
"""Characters of a name, an address component and other single lines."""

EMAIL_LIMIT = 254
"""RFC 5321's longest mailbox."""

TEXT_LIMIT = 10_000
"""Characters of a note."""

MOST_AT_ONCE = 1_000_000
"""Rows that a list may be asked for at once; fewer where there are no more of them."""

EARLIEST_WORK = date(1990, 1, 1)
"""Older records than this are not entered."""

EARLIEST_DAY, LATEST_DAY = date(1900, 1, 1), date(2199, 12, 31)
"""Days that anything can be about. Before and after the calendar of computers sums of days fail."""

_DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_LINE_BREAK = re.compile("\r\n|[\r\u2028\u2029\u0085]")
_LINE_FORBIDS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_TEXT_FORBIDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_COMPOSED = re.compile("[^\uf900-\ufaff\U0002f800-\U0002fa1f]+")
"""Everything but compatibility ideographs, which NFC would replace by another form of the kanji."""

_UNSEEN = frozenset({"Cc", "Cf", "Mc", "Me", "Mn", "Zl", "Zp", "Zs"})
"""What Unicode calls control and format characters, marks on the letter before them, and spaces."""
_BLANK = frozenset("・･\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs of which nothing is seen, and the dot that is written for a space."""

_NOT_OF_MAILBOX = r"\s\u200b-\u200f\u2060@<>()\[\],;:/|\"“”「」『』、。・→？！"
"""What stands around mailboxes and between them, as in 田中 <a@example.jp>, is in none of them."""
_LABEL = rf"[^{_NOT_OF_MAILBOX}.'\-](?:[^{_NOT_OF_MAILBOX}.']*[^{_NOT_OF_MAILBOX}.'\-])?"
_LAST_LABEL = rf"(?:[A-Za-z][A-Za-z0-9\-]*[A-Za-z0-9]|[^{_NOT_OF_MAILBOX}\x00-\x7f]+)"
MAILBOX = re.compile(rf"[^{_NOT_OF_MAILBOX}'][^{_NOT_OF_MAILBOX}]*@(?:{_LABEL}\.)+{_LAST_LABEL}")
"""One mailbox, alone or within a text; the last part of its host is in one writing."""
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MONTH = re.compile(r"\d{4}-\d\d", re.ASCII)
_CLOCK_TIME = re.compile(r"(\d{1,2}):(\d\d)", re.ASCII)


def clean_line(field: str, text: str, *, limit: int = LINE_LIMIT, part: str = "") -> str:
    """One line without control characters. Raises :class:`TooLong` or :class:`UnprintableCharacter`."""
    if is_tidy(text) and len(text) <= limit:
        tidy = text.strip()
    else:
        tidy = _tidy(text)
        _check(field, part, tidy, limit, _LINE_FORBIDS)
    return tidy if is_seen(tidy) else ""


def is_seen(text: str) -> bool:
    """Whether there is anything in the text that a reader sees: one without is as good as empty."""
    return any(map(_shows, text))


def names_somebody(text: str) -> bool:
    """Whether a text may be a name: one of a letter, figure or sign at least, and not of points alone."""
    return any(_shows(sign) and unicodedata.category(sign)[0] != "P" for sign in text)


def _shows(sign: str) -> bool:
    return sign not in _BLANK and unicodedata.category(sign) not in _UNSEEN


def is_tidy(text: str) -> bool:
    """Whether the checks here would change only outer spaces and refuse nothing, as for most texts."""
    return text.isprintable() and unicodedata.is_normalized("NFC", text)


def clean_text(field: str, text: str, *, limit: int = TEXT_LIMIT, part: str = "") -> str:
    """Text of several lines, otherwise as :func:`clean_line`."""
    if not text:
        return ""
    tidy = _tidy(_LINE_BREAK.sub("\n", text))
    _check(field, part, tidy, limit, _TEXT_FORBIDS)
    return tidy if is_seen(tidy) else ""


def _tidy(text: str) -> str:
    visible = _DIRECTION_MARKS.sub("", text).strip()
    return _COMPOSED.sub(lambda stretch: unicodedata.normalize("NFC", stretch[0]), visible)


def _check(field: str, part: str, text: str, limit: int, forbidden: re.Pattern[str]) -> None:
    if len(text) > limit:
        raise TooLong(field, limit, part=part)
    if forbidden.search(text):
        raise UnprintableCharacter(field, part=part)


def clean_email(field: str, text: str, *, limit: int = EMAIL_LIMIT) -> str:
    """A mailbox, or empty. Raises :class:`BadEmail`."""
    mailbox = unicodedata.normalize("NFKC", clean_line(field, text, limit=limit))
    if len(mailbox) > limit:  # in half width one sign may be several
        raise TooLong(field, limit)
    if mailbox and not MAILBOX.fullmatch(mailbox):
        raise BadEmail(field)
    return mailbox


def clean_postal_code(field: str, text: str, *, part: str = "") -> str:
    """Seven digits without a hyphen, or empty. Raises :class:`BadPostalCode`."""
    typed = clean_line(field, text, part=part)
    code = postal_code_of(typed)
    if typed and not code:
        raise BadPostalCode(field, part=part)
    return code


def clean_date(field: str, text: str, earliest: date, latest: date) -> str:
    """An ISO date within the bounds, or empty. Raises :class:`BadDate`."""
    typed = plain(text).strip()
    if not typed:
        return ""
    refusal = BadDate(field, earliest.isoformat(), latest.isoformat())
    if not _ISO_DATE.fullmatch(typed):
        raise refusal
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        raise refusal from None
    if not earliest <= day <= latest:
        raise refusal
    return typed


def check_span(field: str, first: str, last: str, latest: date) -> None:
    """Raise :class:`EndsBeforeStart` where both ISO days are known and the last lies before the first."""
    if first and last and last < first:
        raise EndsBeforeStart(field, first, latest.isoformat())


def known_day(field: str, text: str, earliest: date = EARLIEST_DAY, latest: date = LATEST_DAY) -> date:
    """A day that has to be there. Raises :class:`Missing` or :class:`BadDate`."""
    typed = clean_date(field, text, earliest, latest)
    if not typed:
        raise Missing(field)
    return date.fromisoformat(typed)


def known_month(field: str, text: str) -> str:
    """A month ``YYYY-MM``. Raises :class:`BadDate`."""
    if not _MONTH.fullmatch(text):
        raise BadDate(field, EARLIEST_DAY.isoformat(), LATEST_DAY.isoformat())
    return f"{known_day(field, f'{text}-01'):%Y-%m}"


def clean_time(field: str, text: str) -> str:
    """A time of day as ``HH:MM``, or empty. Raises :class:`BadTime`."""
    typed = plain(text).strip()
    if not typed:
        return ""
    match = _CLOCK_TIME.fullmatch(typed)
    if not match:
        raise BadTime(field)
    try:
        return time(int(match[1]), int(match[2])).isoformat("minutes")
    except ValueError:
        raise BadTime(field) from None


def check_limit(field: str, rows: int) -> None:
    """Raise :class:`OutOfRange` for a number of rows that no list shows."""
    check_range(field, rows, 0, MOST_AT_ONCE)


def check_range(field: str, number: float | None, lowest: float, highest: float, *, part: str = "") -> None:
    """Raise :class:`OutOfRange` for a number outside the bounds, not-a-number included. None is accepted."""
    if number is not None and not lowest <= number <= highest:
        raise OutOfRange(field, lowest, highest, part=part)
