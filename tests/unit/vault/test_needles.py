"""Searching for many values at once."""

from __future__ import annotations

import pytest

from hvacdesk.vault.needles import Needle, Search, Sieve

TOKYO, KYOTO = Needle("東京".encode()), Needle("京都".encode())
TEXT = "東京都の東京".encode().decode("latin-1")


def test_overlapping_values_are_all_found() -> None:
    search = Search([TOKYO, KYOTO, TOKYO])
    assert search.needles == (TOKYO, KYOTO)
    assert [(start, end, search.needles[number]) for start, end, number in search.found(TEXT)] == [
        (0, 6, TOKYO),
        (3, 9, KYOTO),
        (12, 18, TOKYO),
    ]


def test_a_value_is_found_within_pieces_and_never_across_them() -> None:
    search = Search([TOKYO, KYOTO])
    assert sorted(search.numbers_in([TEXT])) == [0, 0, 1]
    assert search.numbers_in([TEXT[:6], TEXT[6:]]) == [0, 0]
    assert search.numbers_in([TEXT[:3], TEXT[3:6]]) == []
    assert search.occurs_in(TEXT)
    assert not search.occurs_in(TEXT[6:12])


def test_without_needles_nothing_is_found() -> None:
    search = Search([])
    assert (list(search.found(TEXT)), search.numbers_in(["x"]), search.occurs_in("x")) == ([], [], False)


def test_an_empty_value_is_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        Search([Needle(b"")])


def test_a_sieve_keeps_what_never_occurs() -> None:
    never = [Needle(f"誰も{number}".encode()) for number in range(20)]
    sieve = Sieve([TOKYO, KYOTO, *never])
    sieve.sift(["東京".encode().decode("latin-1")])
    assert sieve.left == {KYOTO, *never}
    for needle in never[:19]:
        sieve.sift([needle.value.decode("latin-1")])
    assert sieve.left == {KYOTO, never[19]}
    sieve.sift([TEXT, never[19].value.decode("latin-1")])
    assert sieve.left == set()
    sieve.sift(["x"])


def test_needles_do_not_show_their_values() -> None:
    assert "東京" not in repr(TOKYO)
    assert str(TOKYO.value) not in repr(TOKYO)
