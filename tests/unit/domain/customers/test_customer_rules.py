"""A customer's record is tidied or refused; what the customer writes stays as it is."""

import unicodedata
from contextlib import suppress
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.customers.cautions import Caution, CautionKind
from hvacdesk.domain.customers.customer_rules import check_payment, check_record, clean_address
from hvacdesk.domain.customers.customers import (
    Address,
    CustomerKind,
    CustomerRecord,
    PaymentDetails,
    PersonName,
    Phone,
    PhoneKind,
)
from hvacdesk.domain.errors import InvalidInput, Missing, TooLong, UnprintableCharacter
from hvacdesk.domain.text.refused_numbers import CardNumberFound, MyNumberFound
from tests.helpers.unseen import UNSEEN

TANAKA = CustomerRecord(
    kind=CustomerKind.PERSON,
    name=PersonName("田中", "美咲", "タナカ", "ミサキ"),
    address=Address("4600008", "愛知県", "名古屋市中区", "栄", "3-5-12", "サンハイツ201"),
    phones=(Phone(PhoneKind.MOBILE, "090-1234-5678"),),
    email="misaki@example.jp",
    note="犬がいる\n夕方に電話",
    payment=PaymentDetails("中部銀行", "栄", "1234567", "ﾀﾅｶ ﾐｻｷ", "VISA", "1111", "月末締め"),
)
CARD = "4111 1111 1111 1111"
MY_NUMBER = "123456789018"


def test_a_good_record_stays_as_it_is() -> None:
    assert check_record(TANAKA) == TANAKA


@pytest.mark.parametrize(
    "written",
    [
        "髙﨑",
        "𠮷田",
        "\ufa19谷",
        "葛\U000e0100城",
        "渡邉",
        "㈱",
        "ﾀﾅｶ",
        "Ｔａｎａｋａ",
        "👨\u200d👩\u200d👧",
        "O'Neil",
    ],
)
def test_what_the_customer_writes_is_kept(written: str) -> None:
    assert check_record(replace(TANAKA, name=PersonName(written, written))).name == PersonName(
        written, written
    )
    assert check_record(replace(TANAKA, organisation=written)).organisation == written


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("　田中 ", "田中"),
        ("か\u3099", "が"),
        ("\u202a田中\u202c", "田中"),
        ("\ufeff田中\n", "田中"),
    ],
)
def test_outer_spaces_loose_marks_and_direction_marks_are_tidied(typed: str, stored: str) -> None:
    assert check_record(replace(TANAKA, name=PersonName(typed))).name.family == stored


@pytest.mark.parametrize(
    "unprintable", ["\x00", "\x07", "\x1b", "\x85", "\ud800", "\ufffe", "田\n中", "田\t中"]
)
def test_control_characters_and_halves_are_refused(unprintable: str) -> None:
    with pytest.raises(UnprintableCharacter) as refusal:
        check_record(replace(TANAKA, name=PersonName(f"a{unprintable}b")))
    assert (refusal.value.field, refusal.value.part) == ("name", "family")


def test_a_note_keeps_its_lines_and_no_other_control_character() -> None:
    assert check_record(replace(TANAKA, note="一\r\n二\r三\t四")).note == "一\n二\n三\t四"
    with pytest.raises(UnprintableCharacter):
        check_record(replace(TANAKA, note="一\x00二"))


def test_a_name_of_5000_characters_is_refused_with_the_limit() -> None:
    with pytest.raises(InvalidInput) as refusal:
        check_record(replace(TANAKA, name=PersonName("田" * 5000)))
    assert isinstance(refusal.value, TooLong)
    assert refusal.value.field == "name"
    assert "200" in str(refusal.value)


@pytest.mark.parametrize(
    ("change", "field", "limit"),
    [
        ({"name": PersonName("田" * 200)}, "name", 200),
        ({"name": PersonName("田", "田" * 200)}, "name", 200),
        ({"organisation": "社" * 200}, "organisation", 200),
        ({"organisation_kana": "シ" * 200}, "organisation_kana", 200),
        ({"address": Address(building="荘" * 200)}, "address", 200),
        ({"email": "a" * 249 + "@b.jp"}, "email", 254),
        ({"cautions": (Caution(CautionKind.PET, "犬" * 500),)}, "cautions", 500),
        ({"note": "犬" * 10_000}, "note", 10_000),
        ({"payment": PaymentDetails(bank="行" * 200)}, "payment", 200),
    ],
)
def test_each_field_holds_its_limit_and_no_more(change: dict[str, object], field: str, limit: int) -> None:
    fitting = replace(TANAKA, **change)
    assert getattr(check_record(fitting), field) == change[field]
    longer = lengthened(fitting, field)
    with pytest.raises(TooLong) as refusal:
        check_record(longer)
    assert (refusal.value.field, refusal.value.limit) == (field, limit)


def lengthened(record: CustomerRecord, field: str) -> CustomerRecord:
    """The record with one more character where the field is at its longest."""
    value = getattr(record, field)
    if isinstance(value, str):
        return replace(record, **{field: f"あ{value}"})
    if field == "cautions":
        return replace(record, cautions=(Caution(CautionKind.PET, f"あ{value[0].detail}"),))
    longest = max(fields(value), key=lambda part: len(getattr(value, part.name))).name
    return replace(record, **{field: replace(value, **{longest: getattr(value, longest) + "あ"})})


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": PersonName()}, "name"),
        ({"name": PersonName(" 　")}, "name"),
        ({"name": PersonName("", "美咲")}, "name"),
        ({"kind": CustomerKind.ORGANISATION}, "organisation"),
        ({"kind": CustomerKind.ORGANISATION, "organisation": " "}, "organisation"),
        ({"kind": CustomerKind.ORGANISATION, "organisation": "\u3164"}, "organisation"),
        *(({"name": PersonName(unseen)}, "name") for unseen in (*UNSEEN, "。", "？-")),
    ],
)
def test_names_must_be_present(change: dict[str, object], field: str) -> None:
    with pytest.raises(Missing) as refusal:
        check_record(replace(TANAKA, **change))
    assert refusal.value.field == field


def test_an_organisation_needs_no_person() -> None:
    shop = CustomerRecord(CustomerKind.ORGANISATION, PersonName(), organisation="㈱栄ビル管理")
    assert check_record(shop) == shop


def test_a_whole_name_in_one_input_is_divided_so_that_its_mask_hides_something() -> None:
    typed = PersonName("田中　美咲", "", "タナカ ミサキ", "")
    assert check_record(replace(TANAKA, name=typed)).name == TANAKA.name
    assert check_record(replace(TANAKA, name=PersonName("田中 山", "美咲"))).name == PersonName(
        "田中 山", "美咲"
    )


@pytest.mark.parametrize(
    ("typed", "town", "street"),
    [
        (Address(town="栄3-5-12"), "栄", "3-5-12"),
        (Address(town="栄３丁目"), "栄", "３丁目"),
        (Address(town="栄3丁目", street="5-12"), "栄3丁目", "5-12"),
        (Address(town="栄三丁目"), "栄三丁目", ""),
    ],
)
def test_a_block_number_typed_into_the_town_moves_to_the_street(
    typed: Address, town: str, street: str
) -> None:
    cleaned = clean_address(typed)
    assert (cleaned.town, cleaned.street) == (town, street)
    assert cleaned.full() == typed.full()


@pytest.mark.parametrize(
    ("typed", "stored"), [("460-0008", "4600008"), ("〒４６０－０００８", "4600008"), ("", "")]
)
def test_postal_code(typed: str, stored: str) -> None:
    assert clean_address(Address(typed)).postal_code == stored


@pytest.mark.parametrize("typed", ["460", "46000081", "四六〇", "-"])
def test_a_wrong_postal_code_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        clean_address(Address(typed))
    assert (refusal.value.field, refusal.value.part) == ("address", "postal_code")


def test_phones_are_written_the_japanese_way_and_empty_lines_fall_away() -> None:
    typed = (Phone(PhoneKind.MOBILE, "０９０１２３４５６７８"), Phone(PhoneKind.FAX, " "))
    assert check_record(replace(TANAKA, phones=typed)).phones == (Phone(PhoneKind.MOBILE, "090-1234-5678"),)


@pytest.mark.parametrize("phones", [(Phone(PhoneKind.HOME, "110"),), TANAKA.phones * 21])
def test_absurd_phones_are_refused(phones: tuple[Phone, ...]) -> None:
    with pytest.raises(InvalidInput) as refusal:
        check_record(replace(TANAKA, phones=phones))
    assert refusal.value.field == "phones"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("ｍｉｓａｋｉ＠ｅｘａｍｐｌｅ．ｊｐ", "misaki@example.jp"), (" a@b.jp ", "a@b.jp"), ("", "")],
)
def test_email(typed: str, stored: str) -> None:
    assert check_record(replace(TANAKA, email=typed)).email == stored


@pytest.mark.parametrize("typed", ["misaki", "@example.jp", "a@b", "a b@c.jp", "a@b@c.jp", "なし"])
def test_a_wrong_email_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        check_record(replace(TANAKA, email=typed))
    assert refusal.value.field == "email"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"note": f"カード {CARD}"}, "note"),
        ({"cautions": (Caution(CautionKind.OTHER, CARD),)}, "cautions"),
        ({"organisation": CARD}, "organisation"),
        ({"name": PersonName("田中", CARD)}, "name"),
        ({"address": Address(building=CARD)}, "address"),
        ({"payment": PaymentDetails(remarks=CARD)}, "payment"),
        ({"payment": PaymentDetails(account=CARD)}, "payment"),
    ],
)
def test_a_card_number_is_refused_wherever_it_is_typed(change: dict[str, object], field: str) -> None:
    record = replace(TANAKA, **change)
    with pytest.raises(CardNumberFound) as refusal:
        check_record(record)
    assert refusal.value.field == field
    check_record(record, allow_number=True)


def test_a_my_number_is_refused_and_may_be_overridden() -> None:
    record = replace(TANAKA, note=f"個人番号 {MY_NUMBER}")
    with pytest.raises(MyNumberFound):
        check_record(record)
    assert check_record(record, allow_number=True) == record


@pytest.mark.parametrize("ending", ["111", "11111", "abcd", "1-111", CARD])
def test_only_a_cards_last_four_digits_are_kept(ending: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        check_payment(PaymentDetails(card_last_four=ending), allow_number=True)
    assert (refusal.value.field, refusal.value.part) == ("payment", "card_last_four")
    assert check_payment(PaymentDetails(card_last_four="１１１１")).card_last_four == "1111"


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_a_checked_record_passes_again_unchanged(family: str, town: str, note: str) -> None:
    with suppress(InvalidInput):
        once = check_record(replace(TANAKA, name=PersonName(family), address=Address(town=town), note=note))
        assert check_record(once) == once


@given(st.text(st.characters(categories=["Lo", "Ll", "So"]), min_size=1, max_size=60))
def test_letters_and_emoji_are_only_composed_never_replaced(text: str) -> None:
    stored = check_record(replace(TANAKA, note=text)).note
    assert unicodedata.normalize("NFC", stored) == unicodedata.normalize("NFC", text)
    assert len(stored) <= len(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (("愛知県", "愛知県名古屋市中区", "栄", "3-1"), ("愛知県", "名古屋市中区", "栄", "3-1")),
        (("愛知県", "名古屋市中区", "愛知県名古屋市中区栄", "3-1"), ("愛知県", "名古屋市中区", "栄", "3-1")),
        (
            ("愛知県", "名古屋市中区", "栄", "愛知県名古屋市中区栄3-1"),
            ("愛知県", "名古屋市中区", "栄", "3-1"),
        ),
        (("愛知県", "名古屋市中区", "", "愛知県 名古屋市中区3-1"), ("愛知県", "名古屋市中区", "", "3-1")),
        (
            ("愛知県", "名古屋市中区", "栄", "愛知県営住宅3-1"),
            ("愛知県", "名古屋市中区", "栄", "愛知県営住宅3-1"),
        ),
        (("", "名古屋市中区", "栄", "名古屋市中区栄3-1"), ("", "名古屋市中区", "栄", "3-1")),
        (("京都府", "京都市中京区", "", "京都市3-1"), ("京都府", "京都市中京区", "", "京都市3-1")),
        (("", "", "栄", "栄町3-1"), ("", "", "栄", "栄町3-1")),
        (("愛知県", "岡崎市", "", "岡崎市民会館前"), ("愛知県", "岡崎市", "", "岡崎市民会館前")),
        (("愛知県", "刈谷市", "", "刈谷市営住宅1-203"), ("愛知県", "刈谷市", "", "刈谷市営住宅1-203")),
        (
            ("愛知県", "名古屋市中区", "栄", "名古屋市中区栄生町3"),
            ("愛知県", "名古屋市中区", "栄", "栄生町3"),
        ),
        (
            ("愛知県", "名古屋市中区", "栄", "名古屋市中区栄三丁目"),
            ("愛知県", "名古屋市中区", "栄", "三丁目"),
        ),
    ],
)
def test_no_part_of_an_address_says_again_what_is_before_it(
    typed: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    """As where a postal code filled in what the text already began with."""
    assert clean_address(Address("", *typed)) == Address("", *kept)
