"""Numbers are written the Japanese way, and what is no number is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.text.phones import BadPhone, format_phone, whole_number
from hvacdesk.domain.text.text_forms import digits


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("0521234567", "052-123-4567"),
        ("０５２－１２３－４５６７", "052-123-4567"),
        ("052ー123ー4567", "052-123-4567"),
        ("(052)123-4567", "052-123-4567"),
        ("09012345678", "090-1234-5678"),
        ("9012345678", "090-1234-5678"),
        ("090-0000-1234", "090-0000-1234"),
        ("+81 90-1234-5678", "090-1234-5678"),
        ("0561 12 3456", "0561-12-3456"),
        ("0120123456", "0120-123-456"),
        ("05012345678", "050-1234-5678"),
        ("+1 212 555 0100", "+1 212 555 0100"),
        ("＋８６　１０ー６５５５ー０１００", "+86 10-6555-0100"),
        ("010 44 20 7946 0018", "010 44 20 7946 0018"),
    ],
)
def test_written_the_japanese_way(typed: str, written: str) -> None:
    assert format_phone(typed) == written


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "-",
        "+",
        "110",
        "1234567",
        "0000000000",
        "00000000000",
        "11111111111",
        "0521234567890123",
        "4111 1111 1111 1111",
        "+999 1",
        "052-123-4567 内線12",
        "090-1234-5678（娘）",
        "0120-DAIKIN",
        "田中",
        "٠٩٠١٢٣٤٥٦٧٨",
    ],
)
def test_absurd_numbers_are_refused(typed: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        format_phone(typed)
    assert refusal.value.field == "phones"


def test_the_refusal_does_not_repeat_the_number() -> None:
    with pytest.raises(InvalidInput) as refusal:
        format_phone("1234567")
    assert "1234567" not in str(refusal.value)
    assert refusal.value.__cause__ is None


@given(st.from_regex("0[57-9]0[1-9][0-9]{7}|0[1-9][1-9][0-9]{7}", fullmatch=True))
def test_formatting_keeps_every_digit_and_is_stable(number: str) -> None:
    written = format_phone(number)
    assert digits(written) == number
    assert format_phone(written) == written


@given(st.text(max_size=30))
def test_any_text_is_formatted_or_refused(text: str) -> None:
    try:
        written = format_phone(text)
    except BadPhone:
        return
    assert len(digits(written)) >= 5


@pytest.mark.parametrize(
    ("typed", "figures"),
    [
        ("052-123-4567", "0521234567"),
        ("０５２（１２３）４５６７", "0521234567"),
        ("052ー123ー4567", "0521234567"),
        ("052‐123–4567", "0521234567"),
        ("052.123.4567", "0521234567"),
        ("℡ 052 123 4567", "0521234567"),
        ("TEL:052-123-4567", "0521234567"),
        ("+81 52-123-4567", "0521234567"),
        ("＋８１５２１２３４５６７", "0521234567"),
        ("+81 (0)52-123-4567", "0521234567"),
        ("0081 52 123 4567", "0521234567"),
        ("010-81-52-123-4567", "0521234567"),
        ("521234567", "0521234567"),
        ("9012345678", "09012345678"),
        ("+1 212 555 0100", "12125550100"),
    ],
)
def test_a_whole_number_in_any_writing(typed: str, figures: str) -> None:
    assert figures in whole_number(typed)


@pytest.mark.parametrize(
    "typed", ["", "5678", "123-4567", "052-123", "田中 052-123-4567", "0521234567x", "C-000123"]
)
def test_what_is_no_whole_number(typed: str) -> None:
    assert whole_number(typed) == ()


@given(st.from_regex(r"0[1-9][0-9]{8,9}", fullmatch=True), st.data())
def test_hyphens_spaces_and_width_make_no_difference(figures: str, data: st.DataObject) -> None:
    written = "".join(
        data.draw(st.sampled_from([digit, chr(ord(digit) + 0xFEE0)]))
        + data.draw(st.sampled_from(["", "-", "ー", " "]))
        for digit in figures
    )
    assert whole_number(written) == (figures,)
