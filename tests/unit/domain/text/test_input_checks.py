"""Checks that every form shares: what is stored of a typed value, and which refusal says why."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from hvacdesk.domain.customers.customer_numbers import meant_customer
from hvacdesk.domain.errors import BadDate, BadEmail, BadPostalCode, InvalidInput, Missing, TooLong
from hvacdesk.domain.text.input_checks import (
    EMAIL_LIMIT,
    clean_email,
    clean_line,
    clean_postal_code,
    clean_text,
    is_seen,
    known_day,
    names_somebody,
)
from tests.helpers.unseen import UNSEEN

FIRST, LAST = date(2026, 4, 1), date(2026, 11, 24)


@pytest.mark.parametrize(
    "typed", ["4640811", "464-0811", "〒464-0811", "４６４－０８１１", " 464 0811 ", "〒　464ー0811"]
)
def test_a_postal_code_is_stored_as_seven_digits(typed: str) -> None:
    assert clean_postal_code("postal_code", typed) == "4640811"


@pytest.mark.parametrize("text", UNSEEN)
def test_a_text_of_which_nothing_is_seen_is_an_empty_one(text: str) -> None:
    assert clean_line("name", text) == clean_line("name", f" {text}{text}") == clean_text("note", text) == ""


@pytest.mark.parametrize(
    "sign", ["\x07", "\u200b", "\u0903", "\u20dd", "\u0301", "\u2028", "\u2029", "\u3000", "・", "\u3164"]
)
def test_a_sign_of_every_kind_that_nobody_sees_is_not_seen(sign: str) -> None:
    assert not is_seen(sign)
    assert not names_somebody(sign)
    assert is_seen(f"{sign}a")


@pytest.mark.parametrize("text", ["-", "？", "1", "々", "○○", "\ue000", "か\u3099", "👨\u200d👩", "a\u00adb"])
def test_whatever_is_seen_is_kept(text: str) -> None:
    assert clean_line("name", text) == clean_text("note", text) == unicodedata.normalize("NFC", text)


def test_an_empty_postal_code_stays_empty() -> None:
    assert clean_postal_code("postal_code", " 　") == ""


@pytest.mark.parametrize(
    "typed",
    ["464", "464-08111", "なし", "-", "令和8年の123456番", "①②③4567", "2019-04-1", "464-0811 名古屋市"],
)
def test_anything_else_is_no_postal_code(typed: str) -> None:
    with pytest.raises(BadPostalCode) as refused:
        clean_postal_code("address", typed, part="postal_code")
    assert (refused.value.field, refused.value.part) == ("address", "postal_code")


def test_a_mailbox_is_stored_in_half_width() -> None:
    assert clean_email("email", " ｉｎｆｏ＠example.jp ") == "info@example.jp"
    assert clean_email("email", "") == ""


@pytest.mark.parametrize(
    "typed", ["o'brien@example.co.jp", "a..b.@docomo.ne.jp", "ab@空調.みんな", "a-b@x-y.example"]
)
def test_mailboxes_as_people_have_them_are_stored(typed: str) -> None:
    assert clean_email("email", typed) == typed


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("office", BadEmail),
        ("office@example", BadEmail),
        ("a b@example.jp", BadEmail),
        ("<office@example.jp>", BadEmail),
        ("a@example.jp,b@example.jp", BadEmail),
        ("「a@example.jp」", BadEmail),
        ("a@example.jp様", BadEmail),
        ("a@example..jp", BadEmail),
        ("a@example.jp.", BadEmail),
        ("a@-.-", BadEmail),
        ("a\u200b@example.jp", BadEmail),
        ("a" * 255, TooLong),
    ],
)
def test_anything_else_is_no_mailbox(typed: str, refusal: type[InvalidInput]) -> None:
    assert EMAIL_LIMIT == 254
    with pytest.raises(refusal):
        clean_email("email", typed)


def test_a_day_that_has_to_be_there_is_one_within_its_bounds() -> None:
    assert known_day("on", "２０２６-11-24", FIRST, LAST) == LAST
    assert known_day("on", "2026-04-01", FIRST, LAST) == FIRST
    for wrong in ("2026-03-31", "2026-11-25", "2026-02-30", "きのう"):
        with pytest.raises(BadDate) as refused:
            known_day("on", wrong, FIRST, LAST)
        assert refused.value.details["earliest"] == "2026-04-01"
        assert refused.value.details["latest"] == "2026-11-24"
    with pytest.raises(Missing):
        known_day("on", " ", FIRST, LAST)


@pytest.mark.parametrize("typed", ["C-000123", "c-000123", "ｃ－０００１２３", " 123 ", "c123"])
def test_a_customer_number_is_meant_however_it_is_typed(typed: str) -> None:
    assert meant_customer(typed) == "C-000123"


def test_what_is_no_customer_number_is_the_number_of_nobody() -> None:
    assert meant_customer(" 田中 ") == "田中"
