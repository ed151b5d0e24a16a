"""The languages that the program speaks: said here, and nowhere else.

A further one is a line here and its files: what has to be there for it, the tests of translations, help
pages, training, rules and papers say. English is the source language.
"""

from __future__ import annotations

from typing import NamedTuple


class Spoken(NamedTuple):
    """A language.

    Attributes:
        name: in the language itself.
        locale: by which its dates and numbers are written, ``ja_JP``.
        plurals: in how many forms it counts (CLDR; Qt leaves English's "zero" to "other").
    """

    name: str
    locale: str
    plurals: int


LANGUAGES: dict[str, Spoken] = {
    "ja": Spoken("日本語", "ja_JP", plurals=1),
    "en": Spoken("English", "en_GB", plurals=2),
}
"""By their codes, Japanese first."""
