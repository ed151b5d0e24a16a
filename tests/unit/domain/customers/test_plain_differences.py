"""When nothing says that two registrations are one customer, and what of them is named then."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hvacdesk.domain.customers.customers import (
    Address,
    CustomerKind,
    CustomerRecord,
    PersonName,
    Phone,
    PhoneKind,
)
from hvacdesk.domain.customers.duplicates import Unlike, plain_differences

HERE = Address("4600008", "愛知県", "名古屋市中区", "栄", "3丁目41-7")
THERE = Address("4630001", "愛知県", "名古屋市守山区", "上志段味", "12-3")
ONE = CustomerRecord(
    CustomerKind.PERSON,
    PersonName("田中", "美沙緒", "タナカ", "ミサオ"),
    address=HERE,
    phones=(Phone(PhoneKind.MOBILE, "090-8765-5678"),),
    email="misao@yanagawa.example",
)
OTHER = CustomerRecord(
    CustomerKind.PERSON,
    PersonName("別府", "仁", "ベップ", "ジン"),
    address=THERE,
    phones=(Phone(PhoneKind.HOME, "052-736-5610"),),
)
FIRM = replace(
    OTHER,
    kind=CustomerKind.ORGANISATION,
    name=PersonName(),
    organisation="株式会社青葉商店",
    organisation_kana="アオバショウテン",
)
PERSON = (Unlike.NAME, Unlike.KANA, Unlike.PHONES, Unlike.ADDRESS)


def found(one: CustomerRecord, other: CustomerRecord, *people: str) -> tuple[Unlike, ...]:
    told = plain_differences(one, other, ((), people))
    assert told == plain_differences(other, one, (people, ())), "whichever stays"
    return told


def test_two_people_who_share_nothing_are_named_with_all_of_it() -> None:
    assert found(ONE, OTHER) == PERSON


def test_a_company_and_a_person_are_named_as_that() -> None:
    assert found(ONE, FIRM) == (*PERSON, Unlike.KIND)


@pytest.mark.parametrize(
    "shared",
    [
        {"name": PersonName("田中", "美沙緒")},
        {"name": PersonName("多中", "みさお", "タナカ", "ミサオ")},
        {"address": HERE},
        {"phones": (Phone(PhoneKind.HOME, "09087655678"),)},
        {"phones": (Phone(PhoneKind.HOME, "052-000-5678"),)},
        {"email": "MISAO@yanagawa.example"},
    ],
    ids=["name", "kana", "address", "phone", "last four", "e-mail"],
)
def test_anything_by_which_a_person_is_known_says_that_they_may_be_one(shared: dict[str, Any]) -> None:
    assert found(ONE, replace(OTHER, **shared)) == ()


def test_a_person_at_the_company_says_so_by_their_phone() -> None:
    assert found(ONE, FIRM, "09087655678") == ()


def test_a_place_alone_makes_no_company_of_a_person() -> None:
    assert found(ONE, replace(FIRM, address=HERE)) == (
        *(Unlike.NAME, Unlike.KANA, Unlike.PHONES),
        Unlike.KIND,
    )
    assert found(ONE, replace(FIRM, address=HERE, phones=ONE.phones)) == ()


def test_what_is_missing_is_not_named_and_half_a_name_agrees() -> None:
    called = replace(ONE, name=PersonName("田中"), phones=(), address=Address(), email="")
    assert found(called, ONE) == ()
    assert found(called, OTHER) == (Unlike.NAME,)
    assert found(replace(called, address=Address(town="栄")), OTHER) == (Unlike.NAME, Unlike.ADDRESS)


def test_two_companies_of_one_house_are_told_apart_by_nothing_else() -> None:
    other = replace(FIRM, organisation="有限会社紅葉", organisation_kana="コウヨウ", phones=ONE.phones)
    assert found(FIRM, other) == (), "the same address"
    assert found(FIRM, replace(other, address=HERE)) == PERSON
