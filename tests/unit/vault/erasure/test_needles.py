"""Searching for many values at once."""

from __future__ import annotations

import pytest

from hvacdesk.vault.erasure.needles import Needle, Search, Sieve

TOKYO, KYOTO = Needle("東京".encode()), Needle("京都".encode())
CONTENT = "東京都の東京".encode()


def test_overlapping_values_are_all_found() -> None:
    search = Search([TOKYO, KYOTO, TOKYO])
    assert search.needles == (TOKYO, KYOTO)
    assert search.found(CONTENT) == [(0, 0, 6), (1, 3, 9), (0, 12, 18)]


def test_a_value_is_found_within_pieces_and_never_across_them() -> None:
    search = Search([TOKYO, KYOTO])
    assert sorted(search.numbers_in([CONTENT])) == [0, 0, 1]
    assert list(search.numbers_in([CONTENT[:6], CONTENT[6:]])) == [0, 0]
    assert list(search.numbers_in([CONTENT[:3], CONTENT[3:6]])) == []
    assert search.occurs_in(CONTENT)
    assert not search.occurs_in(CONTENT[6:12])


def test_pieces_that_hold_what_is_not_known_yet() -> None:
    search = Search([TOKYO, KYOTO, Needle(b"\x00")])
    pieces = [CONTENT, "東京".encode(), "京都".encode(), "東京と".encode() + b"\x00", b""]
    assert search.holders(pieces, set()) == pieces[:4]
    assert search.holders(pieces, {0}) == [pieces[0], pieces[2], pieces[3]]
    assert search.holders(pieces, {0, 1}) == [pieces[3]]
    assert search.holders(pieces, {0, 1, 2}) == []
    parted = [b"", CONTENT[:3], b"", CONTENT[3:9], CONTENT[9:14], CONTENT[14:]]
    assert search.holders(parted, set()) == [CONTENT[3:9]], "no piece but this one holds a whole needle"


def test_without_needles_nothing_is_found() -> None:
    search = Search([])
    assert (search.found(CONTENT), list(search.numbers_in([b"x"])), search.occurs_in(b"x")) == ([], [], False)


def test_an_empty_value_is_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        Search([Needle(b"")])


def test_a_sieve_keeps_what_never_occurs() -> None:
    never = [Needle(f"誰も{number}".encode()) for number in range(20)]
    sieve = Sieve([TOKYO, KYOTO, *never])
    sieve.sift(["東京".encode()])
    assert sieve.left == {KYOTO, *never}
    for needle in never[:19]:
        sieve.sift([needle.value])
    assert sieve.left == {KYOTO, never[19]}
    sieve.sift([CONTENT, never[19].value])
    assert sieve.left == set()
    sieve.sift([b"x"])


def test_needles_do_not_show_their_values() -> None:
    assert "東京" not in repr(TOKYO)
    assert str(TOKYO.value) not in repr(TOKYO)
