"""The index finds what asking each line would find, in the promised order."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Iterator
from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.customers.customer_numbers import customer_number
from hvacdesk.domain.customers.customers import PersonName, Phone, PhoneKind
from hvacdesk.domain.text.search_terms import SEPARATOR, FindablePerson, Unseen, query_terms, search_line
from hvacdesk.store.customers import part_index, shown_lines
from hvacdesk.store.customers.shown_lines import ShownLines
from tests.helpers import people

LETTERS = "たなか田中吉𠮷1 2-"
Entry = tuple[int, str]
Person = tuple[tuple[str, str], list[str], str, list[FindablePerson]]


@pytest.fixture(scope="module", autouse=True)
def small_pieces() -> Iterator[None]:
    """What only long lists do in the program happens to short ones here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(part_index, "_SORTED_AT_ONCE", 3)
        patch.setattr(shown_lines, "_MANY", 3)  # so that the marks of some characters are kept, not of all
        patch.setattr(shown_lines, "_REMEMBERED", 2)
        yield


def readings(part: str) -> tuple[str, ...]:
    """What begins with 中 is a place here, and read in two ways."""
    return ("たなか", "かな") if part.startswith("中") else ()


def index(entries: list[Entry]) -> ShownLines:
    """Of lines in the order of last use."""
    lines = ShownLines(sorted(entries), [customer for customer, _ in entries])
    lines.read_by(readings)()
    return lines


part = st.tuples(st.sampled_from(("", "", *Unseen)), st.text(LETTERS, min_size=1, max_size=5)).map("".join)
line = st.lists(part, min_size=1, max_size=4).map(SEPARATOR.join)
word = st.lists(st.text(LETTERS, min_size=1, max_size=3), min_size=1, max_size=3, unique=True).map(tuple)
changes = st.lists(st.tuples(st.integers(1, 30), st.none() | line), max_size=20)


def tier(text: str, spellings: tuple[str, ...]) -> int | None:
    *parts, number = text.split(SEPARATOR)
    if not re.fullmatch("c-[0-9]{6}", number):
        parts, number = [*parts, number], ""
    if set(parts) & set(spellings) or any(names(number, one) for one in spellings):
        return 0
    if any(part.startswith(spellings) for part in parts) or any(begins(number, one) for one in spellings):
        return 1
    held = [part for part in parts if any(one in part or one in readings(part) for one in spellings)]
    if held:
        return 2 if any(part[0] not in tuple(Unseen) for part in held) else 3
    return None


def names(number: str, typed: str) -> bool:
    """Whether somebody means this customer number, with or without its C and its zeros."""
    figures = typed.removeprefix("c").removeprefix("-") if typed[0] == "c" else typed
    return bool(number) and figures in (number[2:], number[2:].lstrip("0"))


def begins(number: str, typed: str) -> bool:
    """Whether somebody types the beginning of this customer number; without the C it takes three digits."""
    if typed[0] == "c":
        return number.startswith(f"c-{typed[1:].removeprefix('-')}")
    return len(typed) > 2 and typed.isdecimal() and number[2:].startswith(typed)


def naive(entries: list[Entry], words: list[tuple[str, ...]]) -> list[int]:
    """The rule in its plainest form."""
    hits = []
    for customer, text in entries:
        tiers = [tier(text, spellings) for spellings in words]
        if None not in tiers:
            hits.append((customer, 3 if 3 in tiers else tiers[0] or 0))
    return [customer for customer, _ in sorted(hits, key=itemgetter(1))]


@given(st.lists(line, max_size=20), st.randoms(), changes, st.lists(word, min_size=1, max_size=3))
def test_it_finds_and_ranks_like_the_plain_rule(
    lines: list[str],
    chance: random.Random,
    edits: list[tuple[int, str | None]],
    words: list[tuple[str, ...]],
) -> None:
    entries = list(enumerate(lines, 1))
    chance.shuffle(entries)
    shown = index(entries)
    shown.find(words, 100)  # so that what many fit is remembered from before the changes
    for customer, changed in edits:
        entries = [entry for entry in entries if entry[0] != customer]
        if changed is None:
            shown.remove(customer)
        else:
            shown.put(customer, changed)
            entries.insert(0, (customer, changed))
    found = shown.find(words, 100)
    assert list(found.ids) == naive(entries, words)
    assert found.total == len(found.ids)
    seen = [
        customer for customer in found.ids if all(tier(dict(entries)[customer], one) != 3 for one in words)
    ]
    assert list(found.ids[: found.ends[-2]]) == seen
    assert list(shown.recent(100).ids) == [customer for customer, _ in entries]
    assert len(shown) == len(entries)


PEOPLE = (
    ("髙橋", "タカハシ"),
    ("高橋", "ﾀｶﾊｼ"),
    ("𠮷田", "ヨシダ"),
    ("大野", "オオノ"),
    ("小野", "オノ"),
    ("", "オノ"),
)
numbers = st.text("0159", min_size=4, max_size=4).map(lambda last: f"090-1234-{last}")
persons = st.tuples(
    st.sampled_from(PEOPLE),
    st.lists(numbers, max_size=3),
    st.sampled_from(("", "", "株式会社大野設備")),
    st.lists(
        st.builds(lambda name, phone: FindablePerson(name, (phone,)), st.sampled_from(PEOPLE), numbers),
        max_size=2,
    ),
)
typed_words = st.one_of(
    st.sampled_from(PEOPLE).map(itemgetter(0)),
    st.sampled_from(PEOPLE).map(itemgetter(1)),
    st.sampled_from(("高", "たか", "ﾀｶ", "ono", "oono", "t", "yosi", "おおのー", "大野設備", "千種区", "中")),
    st.text("0159", min_size=1, max_size=4),
    st.integers(1, 1_500).map(customer_number),
    st.sampled_from(("c", "C-00", "c1", "１５", "C-0001", "0010", "00001")),
)  # fmt: skip


@given(
    st.dictionaries(st.integers(1, 1_500), persons, max_size=12),
    st.dictionaries(st.integers(1, 1_500), persons, max_size=4),
    st.lists(typed_words, min_size=1, max_size=3).map(" ".join),
)
def test_customers_are_found_by_name_phone_and_number_as_the_plain_rule_has_it(
    kept: dict[int, Person], late: dict[int, Person], typed: str
) -> None:
    entries = [(count, line_of(count, *person)) for count, person in kept.items()]
    shown = index(entries)
    for count, person in late.items():
        shown.put(count, line_of(count, *person))
        entries = [(count, line_of(count, *person)), *(entry for entry in entries if entry[0] != count)]
    words = query_terms(typed)
    if words:
        found = shown.find(words, 100)
        assert list(found.ids) == naive(entries, list(words))
        assert found.total == len(found.ids)


def line_of(
    count: int, name: tuple[str, str], phones: list[str], firm: str, others: list[FindablePerson]
) -> str:
    record = people.customer(
        name=PersonName(name[0], "健", name[1], "ケン"),
        phones=tuple(Phone(PhoneKind.MOBILE, phone) for phone in phones),
        organisation=firm,
    )
    return search_line(record, customer_number(count), others)


@given(st.lists(line, min_size=1, max_size=20), st.data())
def test_any_piece_of_a_part_finds_its_customer(lines: list[str], data: st.DataObject) -> None:
    shown = index(list(enumerate(lines, 1)))
    customer = data.draw(st.integers(1, len(lines)))
    part = data.draw(st.sampled_from(lines[customer - 1].split(SEPARATOR))).lstrip("".join(Unseen))
    start = data.draw(st.integers(0, len(part) - 1))
    needle = part[start : data.draw(st.integers(start + 1, len(part)))]
    assert customer in shown.find([(needle,)], 100).ids


def test_a_whole_part_is_found_whole_whether_a_row_shows_it_or_not() -> None:
    shown = index([(1, "なか"), (2, f"かな{SEPARATOR}{Unseen.PERSON}なか"), (3, "なかか")])
    shown.put(4, f"{Unseen.OTHER_PHONE}なか")
    assert shown.whole([("なか",)], 10).ids == (4, 1, 2)
    assert shown.find([("なか",)], 10).ids == (1, 3, 4, 2)


def test_a_term_does_not_match_across_two_customers_or_two_parts() -> None:
    shown = index([(1, f"たな{SEPARATOR}か"), (2, "なか")])
    assert shown.find([("なか",)], 10).ids == (2,)
    assert shown.find([("かな",)], 10).ids == ()


def test_an_area_is_found_by_the_beginning_of_its_reading_behind_all_else() -> None:
    def read(part: str) -> tuple[str, ...]:
        return ("なごやしなかく", "まるのうち") if "丸の内" in part else ()

    lines = [(1, "愛知県丸の内"), (2, f"田中{SEPARATOR}まるのう"), (3, "愛知県栄")]
    shown = ShownLines(lines, (1, 2, 3))
    assert shown.find([("まるの",)], 10)[:2] == ((2,), 1)  # before it is known how areas are read
    shown.read_by(read)()
    assert shown.find([("まるの",)], 10)[:2] == ((2, 1), 2)
    assert shown.find([("まるのうち",)], 10)[:2] == ((1,), 1)
    for too_short_or_within in ("なご", "しなか", "のうち"):
        assert shown.find([(too_short_or_within,)], 10).total == 0
    shown.put(3, "愛知県中区丸の内")
    assert shown.find([("まるの",)], 10)[:2] == ((2, 3, 1), 3)
    assert shown.find([("なごや",), ("田中",)], 10).total == 0


def test_of_very_many_hits_whole_parts_come_first_then_beginnings() -> None:
    lines = [(key, f"大田{SEPARATOR}おおた") for key in range(1, 3_000)]
    shown = index([*lines, (5_000, f"田中{SEPARATOR}たなか"), (5_001, "田")])
    found = shown.find([("田",)], 10)
    assert found.ids[:2] == (5_001, 5_000)
    assert found.total == 3_001
    assert found.ids[2:] == tuple(range(1, 9))


def test_of_several_spellings_the_best_counts() -> None:
    shown = index([(1, "たなかや"), (2, "やまたな"), (3, "たなか")])
    for spellings in (("たなか", "たな"), ("たな", "たなか")):
        assert shown.find([spellings], 10) == ((3, 1, 2), 3, (1, 2, 3, 3))


def test_who_changes_is_found_by_what_so_many_fit_that_it_is_kept() -> None:
    lines = [(key, f"5{key}00{SEPARATOR}{customer_number(key).casefold()}") for key in range(1, 9)]
    shown = index(lines)
    shown.put(9, f"1235{SEPARATOR}c-000009")
    shown.put(2, f"6789{SEPARATOR}c-000002")
    shown.remove(3)
    assert shown.find([("5",)], 10)[:2] == ((5, 1, 4, 6, 7, 8, 9), 7)  # 5 is a number, too
    assert shown.find([("c-0",)], 10)[:2] == ((2, 9, 1, 4, 5, 6, 7, 8), 8)
    assert shown.find([("c",), ("5",)], 10)[:2] == ((9, 1, 4, 5, 6, 7, 8), 7)


def test_a_page_is_as_long_as_was_asked_for() -> None:
    shown = index([(key, string.ascii_lowercase) for key in range(1, 2_500)])
    found = shown.find([("k",)], 2_000)
    assert (len(found.ids), found.total) == (2_000, 2_499)


def numbered(count: int) -> Entry:
    return count, f"田中{SEPARATOR}{count:04d}{SEPARATOR}c-{count:06d}"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("c-000012", (12,)),
        ("c12", (12,)),
        ("0000", tuple(range(1, 100))),
        ("c-00001", tuple(range(10, 20))),
        ("00001", tuple(range(10, 20))),
        ("c-", tuple(range(1, 124))),
        ("c-9", (9,)),
        ("c-99999", ()),
    ],
)
def test_a_customer_number_is_found_whole_or_by_its_beginning(typed: str, expected: tuple[int, ...]) -> None:
    shown = index([numbered(count) for count in range(1, 124)])
    found = shown.find([(typed,)], 200)
    assert (tuple(sorted(found.ids)), found.total) == (expected, len(expected))
    for count in range(1, 124):
        shown.put(*numbered(count))
    found = shown.find([(typed,)], 200)
    assert (tuple(sorted(found.ids)), found.total) == (expected, len(expected))


def test_the_customer_of_a_typed_number_comes_first() -> None:
    shown = index([numbered(count) for count in (1123, 12, 1230, 123)])
    assert shown.find([("123",)], 10).ids == (123, 1230, 1123)


def test_numbers_in_any_order_of_the_keys_are_found() -> None:
    shown = index([(key, f"田中{SEPARATOR}c-{1000 - key:06d}") for key in (5, 3, 9, 1)])
    assert shown.find([("c-000997",)], 10).ids == (3,)
    assert shown.find([("c-00099",)], 10).ids == (5, 3, 9, 1)
