"""A copy's code survives any keyboard state, and a wrong digit is noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.papers import copy_codes
from hvacdesk.domain.papers.copy_codes import WrongCopyCode, make_code, read_code
from hvacdesk.domain.papers.paper_names import read_name

ORDERS = st.integers(1, 10**12)
COPIES = st.integers(1, 999)
CODES = st.builds(make_code, ORDERS, COPIES, st.integers(0, 99))
OF_A_YEAR = st.integers(2020_000001, 2099_999999)
"""Orders' numbers as offices have them."""

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
KANA_KEYS = str.maketrans("0123456789", "わぬふあうえおやゆよ")
HALF_KANA_KEYS = str.maketrans("0123456789", "ﾜﾇﾌｱｳｴｵﾔﾕﾖ")


def test_hand_worked_code() -> None:
    # 12 and 1 make 000012001; 12001 * 100 = 97 * 12372 + 16, and 98 - 16 = 82.
    assert make_code(12, 1) == "00001200182"


def test_an_order_number_gives_its_digits() -> None:
    assert make_code("J-2026-0012", 3) == make_code(20260012, 3)


@pytest.mark.parametrize(
    "typed",
    [
        "00001200182",
        "００００１２００１８２",
        " 000012 001 82 ",
        "000012-001-82",
        "000012ー001ー82",
        "000012−001‐82",
        "わわわわぬふわわぬゆふ",
        "ﾜﾜﾜﾜﾇﾌﾜﾜﾇﾕﾌ",
    ],
)
def test_typed_in_any_state(typed: str) -> None:
    assert read_code(typed) == "00001200182"


@pytest.mark.parametrize(
    "typed",
    ["", "82", "00001200183", "0000120018", "copy 1", "田中", "00001200182x", "²" * 11],
)
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(WrongCopyCode):
        read_code(typed)


@given(
    CODES, st.sampled_from([{}, FULL_WIDTH, KANA_KEYS, HALF_KANA_KEYS]), st.sampled_from(["", "-", " ", "ー"])
)
def test_every_code_reads_back(code: str, keys: dict[int, str], gap: str) -> None:
    assert read_code(gap.join(code).translate(keys)) == code


@given(CODES, st.data())
def test_one_wrong_digit_is_always_noticed(code: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(code) - 1))
    figure = data.draw(st.sampled_from([figure for figure in "0123456789" if figure != code[place]]))
    with pytest.raises(WrongCopyCode):
        read_code(code[:place] + figure + code[place + 1 :])


@given(CODES, st.data())
def test_swapped_neighbours_are_always_noticed(code: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(code) - 2))
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if swapped != code:
        with pytest.raises(WrongCopyCode):
            read_code(swapped)


@given(st.tuples(ORDERS, COPIES), st.tuples(ORDERS, COPIES))
def test_two_copies_never_share_a_code(one: tuple[int, int], other: tuple[int, int]) -> None:
    assert (make_code(*one) == make_code(*other)) == (one == other)


@given(*[st.tuples(OF_A_YEAR, COPIES, st.integers(0, 999))] * 2)
def test_a_number_that_is_used_again_shares_no_code(
    one: tuple[int, int, int], other: tuple[int, int, int]
) -> None:
    assert (make_code(*one) == make_code(*other)) == (one == other)
    assert copy_codes.numbers_of(make_code(*one)) == ()


@pytest.mark.parametrize(("order", "copy"), [(0, 1), ("J", 1), (1, 0), (1, 1000), (1, -1)])
def test_impossible_numbers_are_a_defect(order: int | str, copy: int) -> None:
    with pytest.raises(ValueError, match="number"):
        make_code(order, copy)


@pytest.mark.parametrize(
    "typed", ["D2026-00017", "ｄ２０２６－０００１７", "d2026 17", "しふわふおほわわわぬや", "P2026-00017"]
)
def test_a_payment_reminder_has_a_letter_of_its_own_and_is_found_by_that_of_other_papers(typed: str) -> None:
    number = copy_codes.paper_number(2026, 17, "D")
    assert number == "D2026-00017", "a payment is called P2026-000017"
    assert read_name(typed).code == copy_codes.paper_code(number)


def test_a_number_is_no_whole_code() -> None:
    number = copy_codes.paper_number(2026, 17)
    assert copy_codes.read_code(number) == copy_codes.paper_code(number)
    assert not copy_codes.is_whole_code(number)
    assert copy_codes.is_whole_code(copy_codes.paper_code(number))
    assert not copy_codes.is_whole_code("12")
