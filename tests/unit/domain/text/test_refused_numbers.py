"""Card numbers and My Numbers are found in free text; numbers that look alike are left in peace.

The card numbers are the networks' published test numbers; no My Number here belongs to anyone.
"""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.text.refused_numbers import (
    CardNumberFound,
    MyNumberFound,
    RefusedNumber,
    check_free_text,
    without_numbers,
)

CARDS = [
    "4111111111111111",
    "4012888888881881",
    "4222222222222",
    "5555555555554444",
    "2223003122003222",
    "378282246310005",
    "3530111333300000",
    "30569309025904",
    "6011111111111117",
    "6200000000000005",
    "6759649826438453",
]
MY_NUMBER = "123456789018"


def finds_nothing(text: str) -> bool:
    check_free_text("note", text)
    return True


@pytest.mark.parametrize("card", CARDS)
def test_a_card_number_alone_is_found(card: str) -> None:
    with pytest.raises(CardNumberFound):
        check_free_text("note", card)


@pytest.mark.parametrize(
    "text",
    [
        "カード 4111 1111 1111 1111 で支払い",
        "4111-1111-1111-1111",
        "４１１１－１１１１－１１１１－１１１１",
        "4111ー1111ー1111ー1111",
        "4111　1111　1111　1111",
        "4111 1111-1111 1111",
        "41 11 11 11 11 11 11 11",
        "4111\u200b1111\u200b1111\u200b1111",
        "4111 1111 1111 1111 12/28",
        "4111 1111 1111 1111 123",
        "052-123-4567 4111 1111 1111 1111",
        "3782 822463 10005",
        "4111 1111\n1111 1111",
        "カード\n4111 1111 1111\r\n1111 12/28",
        "4111.1111.1111.1111",
        "4111/1111/1111/1111",
        "4111_1111_1111_1111",
        "٤١١١١١١١١١١١١١١١",
        "۴۱۱۱ ۱۱۱۱ ۱۱۱۱ ۱۱۱۱",
        "4111    1111    1111    1111",
    ],
)
def test_a_card_number_is_found_however_it_is_written(text: str) -> None:
    with pytest.raises(CardNumberFound):
        check_free_text("note", text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "犬がいる",
        "4111111111111112",
        "4111 1111 1112",
        "1111111111111117",
        "0000000000000000",
        "4970110912345",
        "家電リサイクル券 1234567890128",
        "法人番号 7000012050002",
        "090-1234-5678 052-123-4567",
        "052-123-4567 / 090-4111-1111",
        "0561-41-1111 0561-12-3402",
        "090-4111-1111 090-1111-1111 052-111-1111",
        "09041111111 09011111111",
        "2026-11-24 2026-12-01 09:00",
        "型番 AN-4111-X 製造 1111111111",
        "4111,1111,1111,1111",
        "¥4,111,111\n¥1,111,111\n¥111",
        "4111 1111\n\n1111 1111",
        "4111\n1111\n1111\n1111",
        "2026/11/24 2026/12/01",
        "2026.11.24\n2026.12.01\n2027.01.05",
        "室外機 4111\n室内機 1111 1111 1111",
        "41.11 11.11 11.11 11.11",
        "052-123-4567\n090-4111-1111",
        "0561.41.1111\n0561.12.3402",
        "18755\n15000\n3755\n22000",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert finds_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        MY_NUMBER,
        "1234 5678 9018",
        "１２３４－５６７８－９０１８",
        " 1234-5678-9018 ",
        f"マイナンバー {MY_NUMBER}",
        f"ﾏｲﾅﾝﾊﾞｰ:{MY_NUMBER}",
        f"個人番号は{MY_NUMBER}です",
        f"{MY_NUMBER} (my number)",
        "My Number: 1234 5678 9018 確認済",
        "マイナンバー 1234.5678.9018",
        "マイナンバー\n1234 5678\n9018",
        "個人番号 ١٢٣٤٥٦٧٨٩٠١٨",
    ],
)
def test_a_my_number_is_found_near_its_word_or_alone(text: str) -> None:
    with pytest.raises(MyNumberFound):
        check_free_text("note", text)


@pytest.mark.parametrize(
    "text",
    [
        f"受付 {MY_NUMBER} を参照",
        "マイナンバー 123456789012",
        "123456789012",
        "202611240901",
        "個人番号カードで本人確認。" + "室外機は二階のベランダに設置、搬入は裏口から。" * 2 + MY_NUMBER,
    ],
)
def test_twelve_digits_without_word_or_check_are_left_alone(text: str) -> None:
    assert finds_nothing(text)


def test_a_person_may_state_that_it_is_something_else() -> None:
    check_free_text("note", CARDS[0], allow_number=True)
    check_free_text("note", MY_NUMBER, allow_number=True)


@pytest.mark.parametrize("text", [CARDS[0], MY_NUMBER])
def test_the_refusal_names_the_field_and_never_the_number(text: str) -> None:
    with pytest.raises(RefusedNumber) as refusal:
        check_free_text("payment", text, part="remarks")
    assert (refusal.value.field, refusal.value.part) == ("payment", "remarks")
    assert not any(character.isdigit() for character in f"{refusal.value} {refusal.value.details}")
    assert text not in repr(refusal.value)


def luhn_digit(body: str) -> str:
    total = 0
    for place, figure in enumerate(map(int, reversed(body))):
        total += figure if place % 2 else sum(divmod(2 * figure, 10))
    return str(-total % 10)


@given(
    body=st.from_regex("(4|5[1-5]|222[1-9]|6[25])[0-9]{12}", fullmatch=True).map(
        lambda text: (text + "0" * 15)[:15]
    ),
    gaps=st.lists(st.sampled_from(["", "", "", " ", "-", "－", "　", "‐"]), min_size=15, max_size=15),
    before=st.text("犬鍵、。あ", max_size=10),
)
def test_any_sixteen_digit_card_is_found_with_any_separators(body: str, gaps: list[str], before: str) -> None:
    number = body + luhn_digit(body)
    written = "".join(figure + gap for figure, gap in zip(number, [*gaps, ""], strict=True))
    with pytest.raises(CardNumberFound):
        check_free_text("note", f"{before}{written}")


@given(
    body=st.from_regex("(4|5[1-5])[0-9]{14}", fullmatch=True).map(lambda text: text[:15]),
    wrong=st.integers(1, 9),
)
def test_a_wrong_check_digit_is_no_card(body: str, wrong: int) -> None:
    check = str((int(luhn_digit(body)) + wrong) % 10)
    assert finds_nothing(body + check)


@given(st.text(max_size=200))
def test_any_text_is_checked_without_failing(text: str) -> None:
    with suppress(RefusedNumber):
        check_free_text("note", text)


def test_a_long_row_of_single_digits_is_no_card() -> None:
    assert finds_nothing("1 " * 20_000)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "裏口の鍵は植木鉢の下、製造番号 4111111111111111、犬がいる",
            "裏口の鍵は植木鉢の下、製造番号 …、犬がいる",
        ),
        ("カード ４１１１－１１１１－１１１１－１１１１ と 4012888888881881。", "カード … と …。"),
        (f"マイナンバーは{MY_NUMBER}、電話 052-123-4567", "マイナンバーは…、電話 052-123-4567"),
        ("㈱早川 4111\u200b1111\u200b1111\u200b1111 様", "㈱早川 … 様"),
        ("4111 1111 1111 1111", ""),
        ("裏口の鍵は植木鉢の下\n4111 1111\n1111 1111\n犬がいる", "裏口の鍵は植木鉢の下\n…\n犬がいる"),
        ("カード ٤١١١.١١١١.١١١١.١١١١。", "カード …。"),
        (f" {MY_NUMBER}\n", ""),
        ("052-123-4567 と 2026-11-30", "052-123-4567 と 2026-11-30"),
    ],
)
def test_the_number_alone_is_left_out(text: str, left: str) -> None:
    assert without_numbers(text) == left


@given(
    st.lists(
        st.one_of(
            st.sampled_from([*CARDS, MY_NUMBER, "マイナンバー", " ", "-", "4", "０"]), st.text(max_size=4)
        )
    )
)
def test_what_is_left_holds_no_number(parts: list[str]) -> None:
    assert finds_nothing(without_numbers("".join(parts)))
