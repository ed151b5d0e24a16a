"""The joined string finds what asking each line would find, in the promised order."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.search_terms import SEPARATOR
from hvacdesk.store import shown_lines
from hvacdesk.store.shown_lines import ShownLines

LETTERS = "たなか田中吉𠮷1 2-"
line = st.lists(st.text(LETTERS, min_size=1, max_size=5), min_size=1, max_size=4).map(SEPARATOR.join)
word = st.lists(st.text(LETTERS, min_size=1, max_size=3), min_size=1, max_size=3, unique=True).map(tuple)
changes = st.lists(st.tuples(st.integers(1, 30), st.none() | line), max_size=20)


def naive(entries: list[tuple[int, str]], words: list[tuple[str, ...]]) -> list[int]:
    """The rule in its plainest form."""

    def rank(entry: tuple[int, str]) -> bool:
        return not any(SEPARATOR + spelling in SEPARATOR + entry[1] for spelling in words[0])

    hits = [
        entry
        for entry in entries
        if all(any(spelling in entry[1] for spelling in spellings) for spellings in words)
    ]
    return [customer for customer, _ in sorted(hits, key=rank)]


@given(st.lists(line, max_size=20), changes, st.lists(word, min_size=1, max_size=3))
def test_it_finds_and_ranks_like_the_plain_rule(
    lines: list[str], edits: list[tuple[int, str | None]], words: list[tuple[str, ...]]
) -> None:
    entries = list(enumerate(lines, 1))
    joined = ShownLines(entries)
    for customer, changed in edits:
        entries = [entry for entry in entries if entry[0] != customer]
        if changed is None:
            joined.remove(customer)
        else:
            joined.put(customer, changed)
            entries.insert(0, (customer, changed))
    found = joined.find(words, 100)
    assert list(found.ids) == naive(entries, words)
    assert found.total == len(found.ids)
    assert list(joined.recent(100).ids) == [customer for customer, _ in entries]
    assert len(joined) == len(entries)


def test_lines_read_by_key_are_laid_in_the_order_of_last_use() -> None:
    joined = ShownLines([(2, "たなか"), (3, "なかの"), (5, "やまだ"), (8, "なかい")])
    joined.arrange(iter((8, 7, 2, 5, 3)))
    assert joined.recent(10).ids == (8, 2, 5, 3)
    assert joined.find([["なか"]], 10).ids == (8, 3, 2)
    assert len(joined) == 4


def test_changed_lines_are_packed_again_when_they_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown_lines, "_LOOSE", 3)
    joined = ShownLines([(key, f"old{key}") for key in range(1, 6)])
    for key in (2, 4, 7, 8, 9):
        joined.put(key, f"new{key}")
    joined.remove(5)
    assert joined.find([("new",)], 10).ids == (9, 8, 7, 4, 2)
    assert joined.find([("old",)], 10).ids == (1, 3)
    assert joined.recent(10).ids == (9, 8, 7, 4, 2, 1, 3)


def test_a_term_does_not_match_across_two_customers_or_two_parts() -> None:
    joined = ShownLines([(1, f"たな{SEPARATOR}か"), (2, "なか")])
    assert joined.find([("なか",)], 10).ids == (2,)
    assert joined.find([("かな",)], 10).ids == ()


def test_of_very_many_hits_the_beginnings_still_come_first() -> None:
    lines = [(key, f"大田{SEPARATOR}おおた") for key in range(1, 3_000)]
    joined = ShownLines([*lines, (5_000, f"田中{SEPARATOR}たなか")])
    found = joined.find([("田",)], 10)
    assert found.ids[0] == 5_000
    assert found.total == 3_000
    assert found.ids[1:] == tuple(range(1, 10))


def test_a_page_is_as_long_as_was_asked_for() -> None:
    joined = ShownLines([(key, string.ascii_lowercase) for key in range(1, 2_500)])
    found = joined.find([("k",)], 2_000)
    assert (len(found.ids), found.total) == (2_000, 2_499)
