"""The one reader of dates as people write them: 2026-11-24, 令和8年11月24日, H12.3, 11/24, 12月末日.

A text that is not understood in full is refused and never guessed: a survey may hang on it. A month or a year
without a day is read as the days it spans, and the caller decides what that means for the field.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from hvacdesk.domain.text.text_forms import DASHES, arabic


@dataclass(frozen=True)
class Era:
    """A Japanese era: ``year_one`` is the Gregorian year of its 元年, the days are its first and last."""

    name: str
    letter: str
    year_one: int
    first: date
    last: date


ERAS = (
    Era("令和", "R", 2019, date(2019, 5, 1), date.max),
    Era("平成", "H", 1989, date(1989, 1, 8), date(2019, 4, 30)),
    Era("昭和", "S", 1926, date(1926, 12, 25), date(1989, 1, 7)),
    Era("大正", "T", 1912, date(1912, 7, 30), date(1926, 12, 24)),
    Era("明治", "M", 1868, date(1873, 1, 1), date(1912, 7, 29)),
)
"""Newest first (元号法, 元号を定める政令); before 明治6年 the calendar was another one."""

_BY_MARK = {mark: era for era in ERAS for mark in (era.name, era.letter, era.name[0])}
_MONTHS = {name.upper(): number for number, name in enumerate(calendar.month_abbr) if name}
_MONTHS |= {name.upper(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS["SEPT"] = 9  # as British English shortens it
_WEEKDAYS = "月火水木金土日"
_DASHES = {ord(dash): "-" for dash in DASHES}
_SLASHES = str.maketrans(dict.fromkeys("・、。", "/"))
"""What the keys of ``/``, ``,`` and ``.`` give while Japanese is switched on."""
_NUMERAL = re.compile("[〇一二三四五六七八九十]+(?=[年月日])")
_MIDNIGHT = re.compile(r"(?:[ T]00:00(?::00)?(?:\.0+)?Z?)$")
_WEEKDAY = re.compile(f"\\(([{_WEEKDAYS}])(?:曜日?)?\\)$|([{_WEEKDAYS}])曜日?$")
_ENGLISH_WEEKDAY = re.compile("^(?:MON|TUE|WED|THU|FRI|SAT|SUN)[A-Z]*[.,]? +")
_PART_OF_MONTH = {"上旬": (1, 10), "初旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}

_ERA = f"(?P<era>{'|'.join(sorted(_BY_MARK, key=len, reverse=True))})?\\.?"
_NAMED_MONTH = f"(?P<name>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\\.?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        _ERA + r"(?P<year>\d{1,4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日?",
        _ERA + r"(?P<year>\d{1,4})年(?P<month>\d{1,2})月(?P<part>末日?|上旬|初旬|中旬|下旬)?",
        _ERA + r"(?P<year>\d{1,4})年",
        _ERA + r"(?P<year>\d{1,4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        _ERA + r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
        "(?P<era>[MTSHR])" + r"(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)",
        _ERA.replace(")?", ")", 1) + r"(?P<year>\d{1,2})[-/.](?P<month>\d{1,2})",
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})",
        r"(?P<year>18[6-9]\d|19\d\d|20\d\d)",
        r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日?",
        r"(?P<month>\d{1,2})月(?P<part>末日?|上旬|初旬|中旬|下旬)",
        r"(?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        r"(?P<month>\d\d)(?P<day>\d\d)",
        r"(?P<day>\d{1,2})日?",
        r"(?P<day>\d{1,2})[ -]?" + _NAMED_MONTH + r"(?:[ ,-]+(?P<year>\d{4}))?",
        _NAMED_MONTH + r" ?(?P<day>\d{1,2})(?:[ ,]+(?P<year>\d{4}))?",
        _NAMED_MONTH + r"[ ,]*(?P<year>\d{4})",
    )
)


_BETWEEN_LEAP_DAYS = 8
"""Years between two of them at most: 2100 has none."""
_YEAR_ALONE = re.compile(_ERA.replace(")?", ")", 1) + r"\d{1,2}")
_ANY_DAY = date(2000, 1, 1)
_MADE = re.compile("(?:製造?|式)$")


class NotADate(ValueError):
    """A text that is no date, or for which it is not sure which one."""


class NotInCalendar(NotADate):
    """A day that there is not, such as 30 February."""


@dataclass(frozen=True)
class WrittenDate:
    """What a text means: one day, or the first and last of those it leaves open.

    Attributes:
        has_year: whether the text says which year.
    """

    first: date
    last: date
    has_year: bool = True

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last


def read_date(text: str, today: date, *, past: bool = False, since: date | None = None) -> WrittenDate | None:
    """What a person means by a text; None for an empty one.

    Without a year the next such day from a month ago on is meant; a day alone is the next one so called. Of
    what is ``past`` it is the last such day, and today is one. Of what ended it is the first such day
    ``since`` it began.

    Raises:
        NotInCalendar: there is no such day.
        NotADate: it is no date, none of that era or weekday, or its year has two digits and no era.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).translate(_SLASHES).strip().upper()
    if not plain:
        return None
    plain = _ENGLISH_WEEKDAY.sub("", _MIDNIGHT.sub("", plain))
    weekday = _WEEKDAY.search(plain)
    if weekday:
        plain = plain[: weekday.start()]
    found = _read(plain, today, past, since)
    if weekday and not (found.is_day and _WEEKDAYS[found.first.weekday()] == (weekday[1] or weekday[2])):
        raise NotADate("another weekday")
    return found


def written_year(text: str) -> int | None:
    """The year that a plate or a clerk writes: 2021年製, 令和3年, R3; None for what is no year."""
    plain = _MADE.sub("", "".join(unicodedata.normalize("NFKC", text).upper().split()))
    try:
        found = read_date(f"{plain}年" if _YEAR_ALONE.fullmatch(plain) else plain, _ANY_DAY)
    except NotADate:
        return None
    return found.first.year if found and found.has_year and found.first.year == found.last.year else None


def _read(plain: str, today: date, past: bool, since: date | None) -> WrittenDate:
    compact = plain if re.search("[A-Z]{3}", plain) else "".join(plain.split())
    compact = _NUMERAL.sub(arabic, compact.replace("元年", "1年"))
    for form in _FORMS:
        match = form.fullmatch(compact)
        if match:
            try:
                return _meant(match.groupdict(), today, past, since)
            except NotADate:
                raise
            except ValueError as error:
                raise NotInCalendar("no such day") from error
    raise NotADate("no date")


def _meant(parts: dict[str, str | None], today: date, past: bool, since: date | None) -> WrittenDate:
    era = _BY_MARK.get(parts.get("era") or "")
    month = _MONTHS[parts["name"] or ""] if parts.get("name") else int(parts.get("month") or 0)
    day, part = int(parts.get("day") or 0), parts.get("part") or ""
    written = parts.get("year")
    if not written:
        return _without_year(month, day, part, today, past, since)
    year = int(written)
    if era is None:
        if len(written) != len("2026"):
            raise NotADate("a year of two digits")
        return WrittenDate(*_span(year, month, day, part))
    if not 1 <= year <= 99:
        raise NotADate("no year of an era")
    first, last = _span(era.year_one + year - 1, month, day, part)
    if first > era.last or last < era.first or (first == last and not era.first <= first <= era.last):
        raise NotADate("not in this era")
    return WrittenDate(max(first, era.first), min(last, era.last))


def _span(year: int, month: int, day: int, part: str) -> tuple[date, date]:
    """The first and last day of a year, a month, a third of a month or a day. Raises :class:`ValueError`."""
    if day:
        return date(year, month, day), date(year, month, day)
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    end = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0
    if part.startswith("末"):
        return date(year, month, end), date(year, month, end)
    begins, ends = _PART_OF_MONTH.get(part, (1, end))
    return date(year, month, begins), date(year, month, min(ends, end))


def _without_year(
    month: int, day: int, part: str, today: date, past: bool, since: date | None
) -> WrittenDate:
    past = past and since is None
    if not month:
        return _near_day_of_month(day, since or today, -1 if past else 1)
    leap = (month, day) == (2, 29) and (past or since is not None)
    away = range((_BETWEEN_LEAP_DAYS if leap else 1) + 1)
    since = since or today - timedelta(days=31)
    for year in (today.year - years if past else since.year + years for years in away):
        try:
            first, last = _span(year, month, day, part)
        except ValueError:
            continue  # 29 February is not in every year
        if first <= today if past else last >= since:
            return WrittenDate(first, last, has_year=False)
    raise NotInCalendar("no such day")


def _near_day_of_month(day: int, today: date, step: int) -> WrittenDate:
    for away in range(62):
        found = today + timedelta(days=step * away)
        if found.day == day:
            return WrittenDate(found, found, has_year=False)
    raise NotInCalendar("no such day")
