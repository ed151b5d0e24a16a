"""Each profile prints what its rules say and nothing else."""

from dataclasses import replace

import pytest

from hvacdesk.domain.customers.customers import Address, PaymentMethod, PersonName
from hvacdesk.domain.papers import print_view
from hvacdesk.domain.papers.work_orders import PROFILE_RULES, PrintExtent, PrintField, Profile

TANAKA = PersonName("田中", "美咲", "タナカ", "ミサキ")
SAKAE = Address("4600008", "愛知県", "名古屋市中区", "栄", "3-5-12", "サンハイツ201")
FULL_SAKAE = "愛知県名古屋市中区栄3-5-12 サンハイツ201"
SHOP = "㈱栄ビル管理"

TECHNICIAN, PARTNER, CUSTOMER, OFFICE = (PROFILE_RULES[profile] for profile in Profile)


@pytest.mark.parametrize("profile", Profile)
def test_every_profile_has_a_rule_for_every_field(profile: Profile) -> None:
    assert set(PROFILE_RULES[profile]) == set(PrintField)


@pytest.mark.parametrize(
    ("rules", "person", "organisation"),
    [
        (TECHNICIAN, ("田中", "様"), (SHOP, "御中")),
        (PARTNER, ("田中", "様"), (SHOP, "御中")),
        (CUSTOMER, ("田中 美咲", "様"), (SHOP, "御中")),
        (OFFICE, ("田中 ●●", ""), (SHOP, "")),
        ({PrintField.NAME: PrintExtent.NONE}, ("", ""), ("", "")),
    ],
)
def test_name(rules: print_view.PrintRules, person: tuple[str, str], organisation: tuple[str, str]) -> None:
    assert print_view.printed_name(rules, TANAKA) == person
    assert print_view.printed_name(rules, TANAKA, SHOP) == organisation


def test_no_name_carries_no_honorific() -> None:
    assert print_view.printed_name(CUSTOMER, PersonName()) == ("", "")


@pytest.mark.parametrize(
    ("rules", "text"),
    [
        (TECHNICIAN, FULL_SAKAE),
        (PARTNER, FULL_SAKAE),
        (CUSTOMER, FULL_SAKAE),
        (OFFICE, "名古屋市中区栄"),
        ({PrintField.ADDRESS: PrintExtent.MASKED}, "愛知県名古屋市中区栄 ●●●"),
        ({PrintField.ADDRESS: PrintExtent.NONE}, ""),
    ],
)
def test_address(rules: print_view.PrintRules, text: str) -> None:
    assert print_view.printed_address(rules, SAKAE) == text


@pytest.mark.parametrize(
    ("rules", "text"),
    [
        (TECHNICIAN, "●●●-●●●●-5678"),
        (PARTNER, ""),
        (CUSTOMER, ""),
        (OFFICE, "●●●-●●●●-5678"),
        ({PrintField.PHONE: PrintExtent.FULL}, "090-1234-5678"),
    ],
)
def test_phone(rules: print_view.PrintRules, text: str) -> None:
    assert print_view.printed_phone(rules, "090-1234-5678") == text


@pytest.mark.parametrize(
    ("rules", "method", "amount"),
    [
        (TECHNICIAN, None, 66_000),
        (PARTNER, None, None),
        (CUSTOMER, PaymentMethod.CASH, 66_000),
        (OFFICE, PaymentMethod.CASH, None),
    ],
)
def test_payment(rules: print_view.PrintRules, method: PaymentMethod | None, amount: int | None) -> None:
    assert print_view.printed_payment(rules, PaymentMethod.CASH, 66_000) == (method, amount)


def test_zero_yen_is_nothing_to_collect() -> None:
    assert print_view.printed_payment(TECHNICIAN, PaymentMethod.TRANSFER, 0) == (None, None)


@pytest.mark.parametrize("profile", Profile)
def test_lock_codes_and_email_are_on_no_copy(profile: Profile) -> None:
    assert PROFILE_RULES[profile][PrintField.LOCK_CODES] is PrintExtent.NONE
    assert PROFILE_RULES[profile][PrintField.EMAIL] is PrintExtent.NONE


@pytest.mark.parametrize(
    ("rules", "access", "number"),
    [
        (TECHNICIAN, "裏に駐車", ""),
        (PARTNER, "裏に駐車", ""),
        (CUSTOMER, "", "C-0042"),
        (OFFICE, "", "C-0042"),
    ],
)
def test_access_and_customer_number(rules: print_view.PrintRules, access: str, number: str) -> None:
    assert print_view.printed_access(rules, "裏に駐車") == access
    assert print_view.printed_customer_number(rules, "C-0042") == number


def test_a_rule_that_does_not_suit_its_field_is_a_defect() -> None:
    calls = [
        lambda: print_view.printed_name({PrintField.NAME: PrintExtent.LAST_FOUR}, TANAKA),
        lambda: print_view.printed_address({PrintField.ADDRESS: PrintExtent.METHOD}, SAKAE),
        lambda: print_view.printed_phone({PrintField.PHONE: PrintExtent.TOWN}, "1"),
        lambda: print_view.printed_payment({PrintField.PAYMENT: PrintExtent.TOWN}, PaymentMethod.CASH, 1),
        lambda: print_view.printed_access({PrintField.ACCESS: PrintExtent.MASKED}, "x"),
    ]
    for call in calls:
        with pytest.raises(ValueError, match="cannot be printed as"):
            call()


@pytest.mark.parametrize(
    ("family", "honorific"),
    [
        ("㈱田中食品", "御中"),
        ("株式会社唐山", "御中"),
        ("小野寺", "様"),
        ("田中", "様"),
        ("工藤建設（株）", "御中"),
    ],
)
def test_a_company_typed_as_a_person_is_still_addressed_as_one(family: str, honorific: str) -> None:
    person = replace(TANAKA, family=family, given="")
    assert print_view.postal_name(person, "").honorific == honorific
    assert print_view.printed_name(CUSTOMER, person).honorific == honorific
