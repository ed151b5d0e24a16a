"""A person's marks are found in JSON by what its values say, and not where a text only looks like that."""

from __future__ import annotations

import json
from typing import Any

import pytest

from hvacdesk.domain.disposal.json_values import changed_in_json, said_besides
from hvacdesk.domain.disposal.remnants import Marks, full_names, phone_forms
from hvacdesk.domain.text.text_forms import fold
from hvacdesk.store.base import ColumnKind
from hvacdesk.store.disposal.mark_search import BETWEEN, MarkSearch

NAME, PHONE, EMAIL, ADDRESS = ColumnKind.NAME, ColumnKind.PHONE, ColumnKind.EMAIL, ColumnKind.ADDRESS
SEARCH = MarkSearch(
    [
        Marks(
            frozenset(full_names("犬飼", "蔵人", "イヌカイ", "クランド")),
            frozenset(phone_forms("090-5551-2077")),
            frozenset({"kurando@inukai.example"}),
            frozenset({fold("唐山町" + "3丁目41-7")}),
        )
    ]
)
PARTED: dict[str, tuple[Any, ColumnKind]] = {
    "a name": ({"typed": {"name": {"family": "犬飼", "given": "蔵人"}}}, NAME),
    "a name in sorted fields": ({"family": "犬飼", "family_kana": "", "given": "蔵人"}, NAME),
    "a name in kana": (
        {"family": "x", "family_kana": "イヌカイ", "given": "", "given_kana": "クランド"},
        NAME,
    ),
    "a contact of several": ({"contacts": [{}, {"given": "蔵人", "family": "犬飼"}]}, NAME),
    "a name in columns": ({"family_name": "犬飼", "given_name": "蔵人"}, NAME),
    "an address": ({"address": {"town": "唐山町", "street": "3丁目41-7", "building": ""}}, ADDRESS),
    "fields of one form": ({"address.town": "唐山町", "note": "鍵", "address.street": "3丁目41-7"}, ADDRESS),
}
ESCAPED: dict[str, tuple[str, ColumnKind]] = {
    "a line's end in a name": ("犬飼\n蔵人様より", NAME),
    "a tab in a name": ("犬飼\t蔵人", NAME),
    "quotes in a name": ('犬飼"蔵人"', NAME),
    "a backslash in a name": ("犬飼\\蔵人", NAME),
    "a line's end in a number": ("090-5551\n2077", PHONE),
    "a tab in a number": ("090\t5551\t2077", PHONE),
    "a line's end in a mailbox": ("kurando@\r\ninukai.example", EMAIL),
    "a line's end in an address": ("唐山町\n3丁目41-7", ADDRESS),
}


def stored(said: object, *, plain: bool = False) -> str:
    return json.dumps(said, ensure_ascii=plain, sort_keys=plain)


def found(text: str, of: ColumnKind = ColumnKind.TEXT) -> set[ColumnKind]:
    """What is found, and the first look at many rows, of which this is one, must see it as well."""
    kinds = {hit.what for hit in SEARCH.hits(text, of)}
    assert not kinds or SEARCH.astray(BETWEEN.join(["{}", text, "様"]), of)
    return kinds


@pytest.mark.parametrize("of", [ColumnKind.TEXT, ColumnKind.CODE])
@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("case", PARTED)
def test_parts_of_a_value_in_fields_of_their_own_are_read_together(
    case: str, plain: bool, of: ColumnKind
) -> None:
    said, what = PARTED[case]
    assert found(stored(said, plain=plain), of) == {what}


@pytest.mark.parametrize("of", [ColumnKind.TEXT, ColumnKind.CODE])
@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("case", ESCAPED)
def test_a_value_is_read_as_it_was_typed(case: str, plain: bool, of: ColumnKind) -> None:
    said, what = ESCAPED[case]
    signs = {'"', "\\"}.intersection(said)
    expected = set() if of is ColumnKind.CODE and signs else {what}
    for whole in ({"note": said}, [[said]], said, {said: "x"}, {"kept": stored({"note": said}, plain=plain)}):
        assert found(stored(whole, plain=plain), of) == expected


@pytest.mark.parametrize(
    "said",
    [
        {"family": "犬飼", "note": "蔵人"},
        {"caller": "犬飼", "subject": "蔵人"},
        [{"family": "犬飼"}, {"given": "蔵人"}],
        {"one": {"family": "犬飼"}, "other": {"given": "蔵人"}},
        {"family": "犬飼", "given_kana": "", "payer_given": "蔵人"},
        {"town": "唐山町", "building": "3丁目41-7"},
        {"town": "唐山町", "street": "3丁目41-71"},
        {"family": 4, "given": ["蔵人"]},
    ],
)
def test_values_of_fields_that_have_nothing_to_do_with_each_other_are_not_read_together(said: object) -> None:
    assert found(stored(said)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "[至急] 犬飼様 {family} C:\\n",
        '{"family": "犬飼", "given": "蔵',
        '"犬飼\\n" と "蔵人"',
        pytest.param('{"":' * 100_000 + "\\", id="nested too deeply"),
        '{"family": "犬飼"} {"given": "蔵人"}',
    ],
)
def test_what_only_looks_like_json_is_a_text_like_any_other(text: str) -> None:
    assert list(said_besides(text)) == []
    assert changed_in_json(text, lambda _said: "") is None
    assert found(text) == set()
    assert found(f"{text}犬飼蔵人") == {NAME}


def test_json_is_blacked_out_value_by_value_and_is_json_afterwards() -> None:
    text = (
        '{"b":  "犬飼\\n蔵人 様 \\"急\\"", "a": [1, "\\u72ac\\u98fc蔵人", "花\\n子"], '
        '"犬飼蔵人": "{\\"n\\": \\"犬飼蔵人\\"}"}'
    )
    left = '{"b":  "●●● 様 \\"急\\"", "a": [1, "●●●", "花\\n子"], "●●●": "{\\"n\\": \\"●●●\\"}"}'
    assert SEARCH.blacked_out(text, lambda _hit: False) == left
    assert SEARCH.blacked_out(text, lambda _hit: True) == text


def test_half_a_sign_beside_what_is_blacked_out_can_be_stored() -> None:
    left = SEARCH.blacked_out('{"note": "犬飼蔵人\\ud83d"}', lambda _hit: False)
    assert left.encode() == '{"note": "●●●?"}'.encode()


def test_a_number_without_its_zero_is_read_as_it_was_typed() -> None:
    assert found(stored({"note": "電話\n90-5551\n2077"}, plain=True)) == {PHONE}
    assert found(stored({"phone": 9055512077})) == {PHONE}
    assert found(stored({"note": "型番\n90-5551\n20771"}, plain=True)) == set()
