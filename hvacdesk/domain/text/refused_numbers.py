"""Numbers that are never stored, found in free text: card numbers and My Numbers.

Card numbers: PCI DSS 3.4.1 and Japan's 非保持化; issuers' prefixes as the card networks publish them
(2026-11). My Numbers: 番号法, whose twelve digits end in a check digit (番号法施行令8条, 総務省令5条).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.text.input_checks import LINE_LIMIT, clean_line
from hvacdesk.domain.text.wording import phrase


class RefusedNumber(InvalidInput):
    """A number that may not be stored. Some forms take a statement that it is another one, which is logged.

    Attributes:
        without_statement: what to do where none is taken.
    """

    without_statement = phrase("Errors", "Delete the number from the marked field and save again.")


class CardNumberFound(RefusedNumber):
    """Digits with a card issuer's prefix, a card's length and a valid Luhn check."""

    what = phrase("Errors", "This looks like a card number. Card numbers are never stored.")
    todo = phrase(
        "Errors", "Delete the number from the marked field. If it is something else, say so and save again."
    )


class MyNumberFound(RefusedNumber):
    """Twelve digits with a valid My Number check, near the word or alone in their field."""

    what = phrase("Errors", "This looks like an individual number (My Number). It is never stored.")
    todo = phrase(
        "Errors", "Delete the number from the marked field. If it is something else, say so and save again."
    )


_ISSUERS = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})"  # Visa
    r"|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}"  # Mastercard
    r"|3[47]\d{13}"  # American Express
    r"|35(?:2[89]|[3-8]\d)\d{12,15}"  # JCB
    r"|3(?:0[0-5]|095|[689]\d)\d{11,15}"  # Diners Club
    r"|(?:6011|64[4-9]\d|65\d\d)\d{12,15}"  # Discover
    r"|(?:62|81)\d{14,17}"  # UnionPay
    r"|(?:5018|5020|5038|5893|6304|6759|676[1-3])\d{9,15}",  # Maestro
    re.ASCII,
)
_MY_NUMBER_WORDS = ("マイナンバー", "個人番号", "マイナ番号", "mynumber")
_NEAR = 24
"""How many characters, spaces not counted, a word may be apart from its number."""

_MY_NUMBER_LENGTH = 12
SHORTEST_NUMBER = _MY_NUMBER_LENGTH
"""Characters that a text has at least if it holds one of the numbers."""

_CARD_LENGTHS = range(13, 20)

_GAP = r"(?:[ \t\-]{0,4}|[ \t]?(?:\r?\n|[./_])[ \t]?)"
"""What may be between two digits of one number: spaces and hyphens, or one sign or line end."""
_RUN = re.compile(rf"\d(?:{_GAP}\d){{11,}}", re.ASCII)
_SIGN = re.compile(r"[\n./_]")
_FEWEST_TOGETHER = 4
"""Digits in each group but the last of a number with a sign or line end in it: dates have fewer."""
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
"""A digit of another writing, such as Arabic or Devanagari."""
_GROUP = re.compile(r"\d+", re.ASCII)
_PHONE = re.compile(
    r"(?<![\d\-])(?:0\d{9,10}|0(?=[\d\-]{11,12}(?![\d\-]))\d{1,4}-\d{1,4}-\d{3,4})(?![\d\-])", re.ASCII
)
"""Two phone numbers side by side are no card number."""


def check_free_text(field: str, text: str, *, part: str = "", allow_number: bool = False) -> None:
    """Raise :class:`CardNumberFound` or :class:`MyNumberFound`, which name the field and never the number.

    ``allow_number`` is a person's statement that the number is something else; the caller logs it.
    """
    if allow_number or len(text) < SHORTEST_NUMBER:
        return
    for found, _start, _end in _refused(_read(text)):
        raise found(field, part=part)


def clean_words(field: str, text: str, *, limit: int = LINE_LIMIT) -> str:
    """One line of words that holds none of these numbers. Raises as :func:`clean_line` and that check do."""
    tidy = clean_line(field, text, limit=limit)
    check_free_text(field, tidy)
    return tidy


LEFT_OUT = "…"
"""Written where a number was left out."""


def without_numbers(text: str) -> str:
    """The text without the numbers that :func:`check_free_text` refuses; empty where it holds no more."""
    while found := list(_refused("".join(map(_read, text)))):
        origin = [at for at, one in enumerate(text) for _shown in _read(one)]
        out = {at for _kind, start, end in found for at in range(origin[start], origin[end - 1] + 1)}
        text = "".join(
            one if at not in out else LEFT_OUT if at - 1 not in out else "" for at, one in enumerate(text)
        )
    nothing_else = not text.replace(LEFT_OUT, "").strip()
    return "" if nothing_else or next(_refused(_read(text)), None) else text


def _read(text: str) -> str:
    """The text as numbers are read out of it: half-width, hyphens alone for dashes, and digits 0–9."""
    from hvacdesk.domain.text.text_forms import plain  # making its table took 19 ms of a start's 244

    return _OTHER_DIGIT.sub(lambda one: str(unicodedata.decimal(one[0])), plain(text))


def _refused(text: str) -> Iterator[tuple[type[RefusedNumber], int, int]]:
    """Each number that may not be stored in a plain text, with where it begins and ends."""
    for run in _RUN.finditer(_PHONE.sub(lambda phone: "|" * len(phone[0]), text)):
        for number, start, end in _numbers(run[0], _CARD_LENGTHS):
            if _is_card(number):
                yield CardNumberFound, run.start() + start, run.start() + end
    for run in _RUN.finditer(text):
        if _speaks_of_my_number(text, run):
            for number, start, end in _numbers(run[0], (_MY_NUMBER_LENGTH,)):
                if _is_my_number(number):
                    yield MyNumberFound, run.start() + start, run.start() + end


def _numbers(run: str, lengths: range | tuple[int, ...]) -> Iterator[tuple[str, int, int]]:
    """Every number of a fitting length that whole neighbouring groups of digits make, and where it is.

    One over more than two lines is none: a column of sums would be.
    """
    groups = list(_GROUP.finditer(run))
    for first, begin in enumerate(groups):
        number, before = "", begin
        signs = lines = False
        fewest = max(lengths)
        for group in groups[first:]:
            gap = run[before.end() : group.start()] if number else ""
            if number:
                fewest = min(fewest, len(before[0]))
            signs = signs or _SIGN.search(gap) is not None
            number, before = number + group[0], group
            if len(number) > max(lengths) or (lines and "\n" in gap) or (signs and fewest < _FEWEST_TOGETHER):
                break
            lines = lines or "\n" in gap
            if len(number) in lengths:
                yield number, begin.start(), group.end()


def _is_card(number: str) -> bool:
    from stdnum import luhn

    return _ISSUERS.fullmatch(number) is not None and luhn.is_valid(number)


def _is_my_number(number: str) -> bool:
    from stdnum.jp import in_

    return in_.is_valid(number)


def _speaks_of_my_number(text: str, run: re.Match[str]) -> bool:
    from hvacdesk.domain.text.text_forms import digits, fold

    before, after = fold(text[: run.start()])[-_NEAR:], fold(text[run.end() :])[:_NEAR]
    if any(word in before or word in after for word in map(fold, _MY_NUMBER_WORDS)):
        return True
    return digits(run[0]) == digits(text) and not re.search(r"[^\W\d_]", text)
