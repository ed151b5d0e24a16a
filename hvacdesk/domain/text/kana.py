"""Readings of names, as forms have them: in katakana."""

from __future__ import annotations

import re
import unicodedata

_HIRAGANA = {ord("ぁ") + at: ord("ァ") + at for at in range(ord("ゖ") - ord("ぁ") + 1)}
_HALFWIDTH = frozenset(map(chr, range(0xFF65, 0xFFA0)))
_NOT_KANA = re.compile("[^ァ-ヺー]+")
_IDEOGRAPH = re.compile("[々〆〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def katakana(text: str) -> str:
    """The text with its hiragana as katakana; half-width kana become full-width, all else stays."""
    return (text if _HALFWIDTH.isdisjoint(text) else _widened(text)).translate(_HIRAGANA)


def reading_in(composed: str) -> str | None:
    """The reading, in katakana, of what an input method composes; None once it is converted to kanji.

    Letters of a syllable that is not complete yet (ｙ of や) are left out.
    """
    kana = _NOT_KANA.sub("", katakana(composed))
    letters = any(unicodedata.normalize("NFKC", sign).isascii() for sign in composed)
    if _IDEOGRAPH.search(composed) or not (kana or letters):
        return None
    return kana


def _widened(text: str) -> str:
    """Half-width kana in full width, with their marks joined to them; nothing else is touched."""
    return re.sub("[\uff65-\uff9f]+", lambda run: unicodedata.normalize("NFKC", run.group()), text)
