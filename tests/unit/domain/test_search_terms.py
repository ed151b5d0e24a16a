"""What a search may find a customer by: shown parts, and nothing of what a mask hides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.customers import Address, CustomerKind, CustomerRecord, PersonName, Phone, PhoneKind
from hvacdesk.domain.search_terms import SEPARATOR, query_terms, search_line
from hvacdesk.domain.text_forms import fold

TANAKA = CustomerRecord(
    kind=CustomerKind.PERSON,
    name=PersonName("田中", "美咲", "タナカ", "ミサキ"),
    address=Address("4600008", "愛知県", "名古屋市中区", "栄", "３丁目５－１２", "サンハイツ２０１"),
    phones=(Phone(PhoneKind.MOBILE, "090-1234-5678"), Phone(PhoneKind.HOME, "052-987-6543")),
    email="misaki@example.jp",
    note="犬がいる",
)


def found(query: str, record: CustomerRecord = TANAKA) -> bool:
    line = search_line(record, "C-0042")
    return all(any(spelling in line for spelling in spellings) for spellings in query_terms(query))


@pytest.mark.parametrize(
    "query",
    [
        "田中",
        "田",
        "たなか",
        "ﾀﾅｶ",
        "tanaka",
        "tanak",
        "tan",
        "5678",
        "6543",
        "名古屋市中区栄",
        "栄",
        "C-0042",
        "c-0042",
        "たなか 5678",
        "tanaka　５６７８",
        "愛知 田中",
        "",
    ],
)
def test_shown_parts_are_found(query: str) -> None:
    assert found(query)


@pytest.mark.parametrize(
    "query",
    [
        "美咲",
        "みさき",
        "misaki",
        "1234",
        "090",
        "12345678",
        "3丁目",
        "サンハイツ",
        "example",
        "犬",
        "4600008",
        "田中美",
        "田中 0000",
    ],
)
def test_hidden_parts_are_not_found(query: str) -> None:
    assert not found(query)


def test_a_term_never_matches_across_two_parts() -> None:
    assert not found("田中たなか")
    assert SEPARATOR not in fold(f"a{SEPARATOR}b")


def test_organisation_is_found_in_full() -> None:
    shop = CustomerRecord(
        CustomerKind.ORGANISATION,
        PersonName(),
        organisation="㈱栄ビル管理",
        organisation_kana="サカエビルカンリ",
    )
    assert found("(株)栄ビル管理", shop)
    assert found("sakaebiru", shop)


def test_a_short_number_shows_nothing() -> None:
    short = CustomerRecord(CustomerKind.PERSON, PersonName("田中"), phones=(Phone(PhoneKind.WORK, "1234"),))
    assert not found("1234", short)


@given(given_name=st.text("美咲翔蓮結葵", min_size=1, max_size=4))
def test_no_given_name_gets_into_the_line(given_name: str) -> None:
    record = CustomerRecord(CustomerKind.PERSON, PersonName("田中", given_name))
    assert search_line(record, "1") == search_line(
        CustomerRecord(CustomerKind.PERSON, PersonName("田中")), "1"
    )


@given(st.text(max_size=30))
def test_every_query_gives_folded_nonempty_spellings(text: str) -> None:
    for spellings in query_terms(text):
        assert spellings
        assert all(spelling and fold(spelling) == spelling for spelling in spellings)
