"""What a fruitless search was typed with goes to the right field of a new customer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.customers.typed_customer import TypedCustomer, typed_customer


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("田中 美咲", TypedCustomer(PersonName("田中", "美咲"))),
        ("田中", TypedCustomer(PersonName("田中"))),
        ("田中美咲", TypedCustomer(PersonName("田中", "美咲"))),
        ("田中 5678", TypedCustomer(PersonName("田中"))),
        ("たなか みさき", TypedCustomer(PersonName(family_kana="タナカ", given_kana="ミサキ"))),
        ("tanaka", TypedCustomer(PersonName(family_kana="タナカ"))),
        ("ﾀﾅｶ", TypedCustomer(PersonName(family_kana="タナカ"))),
        ("㈱青葉商店", TypedCustomer(organisation="㈱青葉商店")),
        ("㈱青葉商店 担当 田中 美咲様", TypedCustomer(PersonName("田中", "美咲"), organisation="㈱青葉商店")),
        ("理事長 田中美咲", TypedCustomer(PersonName("田中", "美咲"))),
        ("０９０ー１２３４ー５６７８", TypedCustomer(phone="090-1234-5678")),
        ("+81 90 1234 5678", TypedCustomer(phone="090-1234-5678")),
        ("misaki＠example.jp", TypedCustomer(email="misaki@example.jp")),
        ("5678", TypedCustomer()),
        ("  ", TypedCustomer()),
    ],
)
def test_what_is_read_out_of_a_search(typed: str, expected: TypedCustomer) -> None:
    assert typed_customer(typed) == expected


@given(st.text(max_size=40))
def test_nothing_that_can_be_typed_fails(text: str) -> None:
    typed_customer(text)
