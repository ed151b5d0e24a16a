"""A masked value never carries what it hides, and its length says nothing of what is hidden."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hvacdesk.domain import masking
from hvacdesk.domain.customers.customers import Address, PersonName
from hvacdesk.domain.masked import Masked

TEXT = st.text(st.characters(), max_size=30)
SOME_TEXT = st.text(st.characters(), min_size=1, max_size=30)
PHONE = st.text("0123456789０１２３４５６７８９-－ー()+ ", max_size=30)
COVER = "●"


@pytest.mark.parametrize(
    ("masked", "text"),
    [
        (masking.name(PersonName("田中", "美咲")), "田中 ●●"),
        (masking.name(PersonName("髙﨑", "翔")), "髙﨑 ●●"),
        (masking.name(PersonName("", "美咲")), "●●"),
        (masking.kana(PersonName("田中", "美咲", "タナカ", "ミサキ")), "タナカ ●●"),
        (masking.no_name(), "●●●●"),
        (
            masking.address(Address("4600008", "愛知県", "名古屋市中区", "栄", "3-5-12", "201")),
            "愛知県名古屋市中区栄 ●●●",
        ),
        (masking.address(Address("", "", "", "", "3-5-12")), "●●●"),
        (masking.address(Address(building="サンハイツ")), "●●●"),
        (masking.town(Address("4600008", "愛知県", "名古屋市中区", "栄", "3-5-12")), "名古屋市中区栄"),
        (masking.phone("090-1234-5678"), "●●●-●●●●-5678"),
        (masking.phone("０５２－１２３－４５６７"), "●●●-●●●●-4567"),
        (masking.phone("+1 212-555-0100"), "●●●-●●●●-0100"),
        (masking.phone("5678"), "●●●-●●●●-●●●●"),
        (masking.phone("留守番電話のみ"), "●●●"),
        (masking.email("misaki@example.jp"), "m●●●@●●●"),
        (masking.bank_account("1234567"), "●●●●567"),
        (masking.bank_account("1234"), "●●●●234"),
        (masking.bank_account("567"), "●●●●"),
        (masking.withheld("犬がいる"), "●●●"),
    ],
)
def test_masked_form(masked: Masked, text: str) -> None:
    assert masked.text == text
    assert masked.hidden


@pytest.mark.parametrize(
    ("masked", "text"),
    [
        (masking.name(PersonName("田中")), "田中"),
        (masking.name(PersonName("田中", "美咲"), "㈱栄ビル管理"), "㈱栄ビル管理"),
        (masking.kana(PersonName("田中", "美咲"), "サカエビルカンリ"), "サカエビルカンリ"),
        (masking.kana(PersonName("田中", "", "タナカ")), "タナカ"),
        (masking.address(Address("", "愛知県", "名古屋市中区")), "愛知県名古屋市中区"),
        (masking.phone(""), ""),
        (masking.email(""), ""),
        (masking.bank_account(""), ""),
        (masking.withheld(""), ""),
        (Masked.shown("栄"), "栄"),
    ],
)
def test_nothing_to_hide_is_not_called_hidden(masked: Masked, text: str) -> None:
    assert masked == Masked(text, hidden=False, revealable=False)


@given(family=TEXT, given_name=SOME_TEXT, other=SOME_TEXT)
def test_any_two_given_names_are_masked_alike(family: str, given_name: str, other: str) -> None:
    assert masking.name(PersonName(family, given_name)) == masking.name(PersonName(family, other))
    assert masking.kana(PersonName(family, given_name, family, given_name)) == masking.kana(
        PersonName(family, other, family, other)
    )


@given(town=TEXT, one=SOME_TEXT, other=SOME_TEXT, building=TEXT)
def test_any_two_streets_are_masked_alike(town: str, one: str, other: str, building: str) -> None:
    place, elsewhere = Address("", "", "", town, one, building), Address("", "", "", town, other)
    assert masking.address(place) == masking.address(elsewhere)
    assert masking.town(place) == masking.town(elsewhere)


@given(hidden=PHONE, last=st.from_regex("[0-9]{4}", fullmatch=True))
def test_a_phone_shows_its_last_four_whatever_stands_before(hidden: str, last: str) -> None:
    assume(re.search("[0-9０-９]", hidden))
    assert masking.phone(hidden + last).text == f"●●●-●●●●-{last}"


@given(TEXT)
def test_every_phone_mask_has_one_of_three_shapes(text: str) -> None:
    assert re.fullmatch("|●●●|●●●-●●●●-(●●●●|[0-9]{4})", masking.phone(text).text)


@given(TEXT)
def test_every_bank_account_mask_has_one_of_four_shapes(text: str) -> None:
    assert re.fullmatch("|●●●|●●●●|●●●●[0-9]{3}", masking.bank_account(text).text)


@given(SOME_TEXT)
def test_an_email_shows_its_first_character_alone(mailbox: str) -> None:
    assert masking.email(mailbox).text == f"{mailbox[0]}●●●@●●●"


@given(SOME_TEXT, st.booleans())
def test_withheld_text_is_absent(text: str, revealable: bool) -> None:
    assert masking.withheld(text, revealable=revealable) == Masked("●●●", hidden=True, revealable=revealable)


@given(SOME_TEXT, st.sampled_from([{}, {"revealable": True}]))
def test_a_mask_offers_no_reveal_unless_it_is_told_to(text: str, told: dict[str, bool]) -> None:
    masks = [
        masking.name(PersonName(text, text), **told),
        masking.kana(PersonName("", "", text, text), **told),
        masking.address(Address(street=text), **told),
        masking.phone(text, **told),
        masking.email(text, **told),
        masking.bank_account(text, **told),
        masking.withheld(text, **told),
    ]
    assert all(masked.hidden and COVER in masked.text for masked in masks)
    assert {masked.revealable for masked in masks} == {bool(told)}
