"""Whether a caller is who they say: name and last four digits are compared, and neither is shown."""

from __future__ import annotations

from dataclasses import dataclass

from hvacdesk.domain.customers.customers import CustomerRow
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.text.text_forms import digits, fold
from hvacdesk.domain.text.wording import phrase

FIGURES = 4


class NameMissing(InvalidInput):
    """No name to compare."""

    what = phrase("Errors", "A name is needed to compare.")
    todo = phrase("Errors", "Ask for the name as it is read, and type it in kana.")


class LastFourMissing(InvalidInput):
    """Not four digits."""

    what = phrase("Errors", "The last four digits of the phone number are needed.")
    todo = phrase("Errors", "Ask for them and type exactly four digits.")


@dataclass(frozen=True)
class CallerCheck:
    """What a comparison gave.

    Attributes:
        rows: masked lines of those who fit, a few at most.
        hits: how many fit.
    """

    rows: tuple[CustomerRow, ...]
    hits: int


def checked_words(name: str, last_four: str) -> tuple[str, str]:
    """The name on one line and the four digits.

    Raises:
        NameMissing: ``field`` is ``name``.
        LastFourMissing: ``field`` is ``last_four``.
    """
    line, figures = " ".join(name.split()), digits(last_four)
    if not fold(line):
        raise NameMissing("name")
    if len(figures) != FIGURES:
        raise LastFourMissing("last_four")
    return line, figures
