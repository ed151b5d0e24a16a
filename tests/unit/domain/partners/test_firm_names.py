"""Which firms a typed name may stand for."""

from __future__ import annotations

import pytest

from hvacdesk.domain.partners.firm_names import FirmName, alike, alike_but_ended, other_form, registered_as

FIRM = FirmName("例示電気工事株式会社")
LONGER = FirmName("東海例示電気工事株式会社")
LATIN = FirmName("ABC Cool 合同会社")
FORMER = FirmName("例示電気サービス", registered=False)
ENDED = FirmName("例示電気商会", active=False)
KNOWN = (LONGER, FORMER, ENDED, LATIN, FIRM)


@pytest.mark.parametrize("typed", ["例示電気工事", "㈱例示電気工事", "例示 電気工事　株式会社"])
def test_a_spelling_of_a_registered_firm(typed: str) -> None:
    assert registered_as(typed, KNOWN) is FIRM


@pytest.mark.parametrize("typed", ["例示電気", "例示電気サービス", ""])
def test_what_is_no_spelling_of_a_registered_firm(typed: str) -> None:
    assert registered_as(typed, KNOWN) is None


def test_an_ended_firm_is_in_the_register_and_is_never_meant() -> None:
    assert registered_as("例示電気商会", KNOWN) is ENDED
    assert ENDED not in alike("例示", KNOWN)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("例示電気", (FIRM, LONGER, FORMER)),
        ("東海", (LONGER,)),
        ("ＡＢＣＣＯＯＬ", (LATIN,)),
        ("株式会社例示電気サービス", (FORMER,)),
        ("例示電気サービス", ()),
        ("試作配管", ()),
        ("  ", ()),
    ],
)
def test_the_likeliest_comes_first(typed: str, meant: tuple[FirmName, ...]) -> None:
    assert alike(typed, KNOWN) == meant


@pytest.mark.parametrize("ending", ["御中", " 御中", "様", "さん", "　殿", "㈱御中"])
def test_a_form_of_address_is_no_part_of_a_name(ending: str) -> None:
    assert registered_as(f"例示電気工事{ending}", KNOWN) is FIRM
    assert FIRM in alike(f"例示電気{ending.removeprefix('㈱')}", KNOWN)


@pytest.mark.parametrize("typed", ["御中", "様", "  さん "])
def test_nothing_but_a_form_of_address_is_no_firm(typed: str) -> None:
    assert registered_as(typed, KNOWN) is None
    assert alike(typed, KNOWN) == ()


def test_a_firm_whose_name_ends_like_a_form_of_address_is_itself() -> None:
    known = (FirmName("株式会社王様"), FirmName("株式会社王"))
    assert registered_as("王様", known) is known[0]
    assert registered_as("㈱王", known) is known[1]
    assert registered_as("㈲王様", known) is None


@pytest.mark.parametrize(
    "typed",
    [
        "例示電気工事 名古屋支店",
        "例示電気工事株式会社　名古屋支店",
        "愛知の例示電気工事",
        "例示電気工事（株）名古屋",
    ],
)
def test_a_registered_name_within_what_is_typed_is_one_like_it(typed: str) -> None:
    assert registered_as(typed, KNOWN) is None
    assert alike(typed, KNOWN) == (FIRM,)


def test_what_holds_a_letter_or_two_of_everything_is_like_nothing() -> None:
    known = (FirmName("東"), FirmName("AC 合同会社"), FirmName("例示", registered=False))
    assert alike("東海 accord 例示設備", known) == ()
    assert alike("ABC Cool Nagoya", KNOWN) == (LATIN,)


def test_another_legal_form_is_another_firm() -> None:
    typed = "有限会社例示電気工事"
    assert registered_as(typed, KNOWN) is None
    assert alike(typed, KNOWN) == (FIRM, LONGER)
    assert other_form(typed, FIRM)
    assert other_form("㈲例示電気工事御中", FIRM)
    assert not other_form("㈲例示電気", FIRM)
    assert registered_as("例示電気工事㈱", (FIRM,)) is FIRM


def test_a_legal_form_that_only_one_of_both_has_is_left_out() -> None:
    bare = FirmName("例示電気工事")
    assert registered_as("有限会社例示電気工事", (bare,)) is bare


def test_of_two_firms_that_differ_by_their_legal_form_the_typed_one_is_meant() -> None:
    known = (FIRM, FirmName("有限会社例示電気工事"))
    assert registered_as("㈲例示電気工事", known) is known[1]
    assert registered_as("例示電気工事㈱", known) is FIRM


def test_an_ended_firm_like_it_is_told_apart_from_those_that_are_meant() -> None:
    assert alike_but_ended("例示電気商", KNOWN) == (ENDED,)
    assert alike_but_ended("例示電気商会 名古屋支店", KNOWN) == (ENDED,)
    assert alike_but_ended("有限会社例示電気商会", (FirmName("例示電気商会株式会社", active=False),))
    assert alike_but_ended("東海", KNOWN) == ()
