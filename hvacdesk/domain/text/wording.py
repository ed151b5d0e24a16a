"""Text for people, kept apart from the language it is shown in.

Code outside the windows cannot call Qt's ``tr()``. It names its English text with :func:`phrase`, which Qt
Linguist's extractor reads as an alias of ``QT_TRANSLATE_NOOP``; the code that shows the text translates it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Phrase(NamedTuple):
    """One English text and the Linguist context it belongs to."""

    context: str
    text: str


Words = Callable[[Phrase], str]
"""Translates a phrase into the language of the reader."""


_NO_SPACE_AFTER = ("。", "？", "！", "：", "」", "）")
"""These are as wide as a character and bring their own room."""


def phrase(context: str, text: str) -> Phrase:
    """Name a translatable English text. Both arguments must be literals, or the extractor cannot see them."""
    return Phrase(context, text)


def in_a_row(*sentences: str) -> str:
    """Sentences behind each other on one line, the empty ones left out: no space follows a Japanese 。"""
    told = ""
    for one in filter(None, sentences):
        told += one if not told or told.endswith(_NO_SPACE_AFTER) else f" {one}"
    return told


def english(text: Phrase) -> str:
    """The :data:`Words` of a reader of English: the source text itself."""
    return text.text
