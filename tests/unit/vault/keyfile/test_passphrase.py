"""Which passphrases are taken, and what the offered ones are made of."""

from __future__ import annotations

import math

import pytest

from hvacdesk.vault.keyfile.passphrase import (
    PassphraseRefused,
    check_passphrase,
    generate_passphrase,
    normalized,
)
from hvacdesk.vault.keyfile.words import WORDS


@pytest.mark.parametrize(
    "text",
    [
        "hinoki-no-mado-ni-yuki",
        "x" * 8 + "yz-12 4_567",
        "Ｈｉｎｏｋｉ－ｎｏ－ｍａｄｏ－ｎｉ",  # full width: the same keys
    ],
)
def test_long_enough_passphrases_of_any_kind_are_taken(text: str) -> None:
    check_passphrase(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "short"),
        ("fourteen chars", "short"),
        ("ﾊﾟ" * 7 + "a-b", "short"),  # 17 typed characters, 10 after normalisation
        ("長い" * 65, "long"),
        ("ひのきのまどにゆきがふりつもる", "untypable"),
        ("🌸 and eleven cats on a roof", "untypable"),
        ("hinoki\tno\tmado\tni\tyuki", "untypable"),
        ("passwordpassword", "common"),
        ("Password-Password-1", "common"),
        ("aaaaaaaaaaaaaaaaaa", "common"),
        ("123456789012345", "common"),
        ("abcdefghijklmnop", "common"),
        ("sakura1sakura1sakura1", "common"),
        ("- - - - - - - - -", "common"),
    ],
)
def test_poor_passphrases_are_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(PassphraseRefused) as caught:
        check_passphrase(text)
    assert caught.value.reason == reason
    assert text == "" or text not in str(caught.value)


def test_half_and_full_width_typing_give_one_passphrase() -> None:
    assert normalized("ﾊｲｶﾗ０１２") == normalized("ハイカラ012")


def test_offered_passphrases_are_good_and_never_the_same() -> None:
    offered = {generate_passphrase() for _ in range(50)}
    assert len(offered) == 50
    for text in offered:
        check_passphrase(text)
        words = text.split("-")
        assert set(words) <= set(WORDS)
        assert len(words) * math.log2(len(WORDS)) >= 70


def test_the_words_differ_and_can_be_typed_anywhere() -> None:
    assert len(set(WORDS)) == len(WORDS)
    assert all(word.isascii() and word.islower() and word.isalpha() for word in WORDS)
