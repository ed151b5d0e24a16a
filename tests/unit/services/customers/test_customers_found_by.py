"""In which order customers are found, and why one is whose line does not show it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hvacdesk.domain.customers.contacts import ContactRecord
from hvacdesk.domain.customers.customers import Address, CustomerRecord, PersonName, Phone, PhoneKind
from hvacdesk.services.customers.contacts import Contacts
from hvacdesk.services.customers.customers import Customers
from tests.helpers.ground import Ground
from tests.helpers.people import customer, organisation


@pytest.fixture
def customers(ground: Ground) -> Customers:
    return Customers(ground.workplace)


def person(
    family: str, kana: str, given: str = "誠", given_kana: str = "マコト", number: str = "1"
) -> CustomerRecord:
    return customer(
        name=PersonName(family, given, kana, given_kana),
        phones=(Phone(PhoneKind.MOBILE, f"090-1111-{number:>04}"),),
        email="",
    )


def names(customers: Customers, ground: Ground, text: str, limit: int = 100) -> list[str]:
    return [row.name.text for row in customers.search(ground.desk, text, limit).rows]


def reasons(customers: Customers, ground: Ground, text: str) -> list[str]:
    return [row.found_by.text if row.found_by else "" for row in customers.search(ground.desk, text).rows]


def with_contact(ground: Ground, customers: Customers) -> None:
    firm = customers.add(ground.desk, organisation("㈱田中食品", name=PersonName()))
    Contacts(ground.workplace).add(
        ground.desk, firm, ContactRecord(name=PersonName("池田", "学", "イケダ", "マナブ"))
    )


def with_representative(ground: Ground, customers: Customers) -> None:
    boss = PersonName("池田", "学", "イケダ", "マナブ")
    customers.add(ground.desk, organisation("㈱田中食品", name=boss))


def with_whole_name(ground: Ground, customers: Customers) -> None:
    customers.add(ground.desk, person("井", "イ", "毛田", "ケダ"))


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (with_contact, "by a contact"),
        (with_representative, "by a contact"),
        (with_whole_name, "by full name"),
    ],
)
def test_who_is_found_by_what_no_line_shows_comes_last_and_says_why(
    ground: Ground, customers: Customers, make: Callable[[Ground, Customers], None], reason: str
) -> None:
    customers.add(ground.desk, person("池田", "イケダ"))
    customers.add(ground.desk, person("池田山", "イケダヤマ"))
    make(ground, customers)
    assert names(customers, ground, "ikeda")[:2] == ["池田 ●●", "池田山 ●●"]
    assert reasons(customers, ground, "ikeda") == ["", "", reason]


def test_another_phone_and_an_earlier_number_say_so(ground: Ground, customers: Customers) -> None:
    phones = (Phone(PhoneKind.HOME, "052-781-4649"), Phone(PhoneKind.MOBILE, "090-1111-2222"))
    customers.add(ground.desk, customer(phones=phones))
    customers.add(ground.desk, person("森", "モリ", number="2222"))
    assert names(customers, ground, "2222") == ["森 ●●", "柳川 ●●"]
    assert reasons(customers, ground, "2222") == ["", "by another phone"]
    assert reasons(customers, ground, "4649") == [""]
    assert reasons(customers, ground, "柳川 2222") == ["by another phone"]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("09011112222", "by phone"),
        ("misao.yanagawa@hidden.example", "by e-mail"),
        ("柳川 美沙緒", "by full name"),
        ("唐山町3-8-21", "by address"),
    ],
)
def test_a_hidden_value_that_was_typed_whole_is_named_and_not_shown(
    ground: Ground, customers: Customers, typed: str, reason: str
) -> None:
    phones = (Phone(PhoneKind.HOME, "052-781-4649"), Phone(PhoneKind.MOBILE, "090-1111-2222"))
    customers.add(ground.desk, customer(phones=phones))
    assert reasons(customers, ground, typed) == [reason]


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("Nguyễn", "nguyen"),
        ("Müller", "muller"),
        ("Müller", "MÜLLER"),
        ("O’Brien", "obrien"),
        ("O'Brien", "O‘Brien"),
        ("OBrien", "o'b"),
        ("Łukasiewicz", "lukas"),
        ("Mu\u0308ller", "müller"),
    ],
)
def test_a_foreign_name_is_found_as_it_can_be_typed(
    ground: Ground, customers: Customers, stored: str, typed: str
) -> None:
    customers.add(ground.desk, person(stored, ""))
    assert customers.search(ground.desk, typed).hits == 1


@pytest.mark.parametrize(
    ("town", "typed"),
    [
        ("北1条西", "北一条西"),
        ("北一条西", "北1条西"),
        ("北一条西", "北１条"),
        ("北一条西", "北1"),
        ("北十二条西", "北12条"),
        ("南22条", "南二十二条"),
        ("一番町", "1番町"),
        ("河原町通御池下る下丸屋町", "河原町御池"),
        ("河原町御池上る", "河原町通御池"),
        ("河原町通御池上る", "河原町通"),
    ],
)
def test_a_town_is_found_in_every_writing(
    ground: Ground, customers: Customers, town: str, typed: str
) -> None:
    place = Address("", "京都府", "京都市中京区", town, "1-2")
    customers.add(ground.desk, customer(address=place))
    assert customers.search(ground.desk, typed).hits == 1
    assert customers.search(ground.desk, typed).rows[0].address.text.startswith(place.area)


@pytest.mark.parametrize("typed", ["三", "三条", "さんじょ"])
def test_a_family_that_is_called_like_a_street_is_found_while_it_is_typed(
    ground: Ground, customers: Customers, typed: str
) -> None:
    customers.add(ground.desk, person("三条", "サンジョウ"))
    assert names(customers, ground, typed) == ["三条 ●●"]


def test_streets_of_other_names_stay_what_they_are(ground: Ground, customers: Customers) -> None:
    customers.add(ground.desk, customer(address=Address("", "北海道", "札幌市中央区", "大通西", "1-2")))
    assert customers.search(ground.desk, "大西").hits == 0


def test_a_reading_with_an_apostrophe_is_a_reading(ground: Ground, customers: Customers) -> None:
    customers.add(ground.desk, person("金一", "キンイチ"))
    assert names(customers, ground, "kin'ichi") == ["金一 ●●"]
    assert names(customers, ground, "kin’ichi") == ["金一 ●●"]


def test_a_short_text_lists_names_in_kana_order_whole_ones_first(
    ground: Ground, customers: Customers
) -> None:
    for family, kana in (
        ("田", "タ"),
        ("丹波", "タンバ"),
        ("谷", "タニ"),
        ("田中", "タナカ"),
        ("北", "キタ"),
        ("阿多", "アタ"),
    ):
        customers.add(ground.desk, person(family, kana))
    expected = ["田 ●●", "田中 ●●", "谷 ●●", "丹波 ●●", "阿多 ●●", "北 ●●"]
    assert names(customers, ground, "た") == expected
    assert names(customers, ground, "た", limit=3) == expected[:3]
    assert names(customers, ground, "t")[0] != ""


def test_what_is_hidden_of_a_kana_does_not_decide_the_order(ground: Ground, customers: Customers) -> None:
    for given, kana in (("渡", "ワタル"), ("愛", "アイ"), ("守", "マモル")):
        customers.add(ground.desk, person("田中", "タナカ", given, kana))
    latest_first = [row.number for row in customers.search(ground.desk, "たな").rows]
    assert latest_first == ["C-000003", "C-000002", "C-000001"]
