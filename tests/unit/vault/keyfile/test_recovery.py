"""The recovery code: round trips, and which group a typing error is in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.vault import ciphers
from hvacdesk.vault.errors import RecoveryCodeIncomplete, RecoveryCodeMistyped
from hvacdesk.vault.keyfile import recovery

CODES = st.binary(min_size=recovery.CODE_BYTES, max_size=recovery.CODE_BYTES)
PLACES = st.integers(0, recovery.GROUPS * recovery.GROUP_LENGTH - 1)


@given(CODES)
def test_a_code_is_read_back(code: bytes) -> None:
    groups = recovery.encode(code)
    assert len(groups) == recovery.GROUPS
    assert recovery.decode("-".join(groups)) == code


@given(CODES, st.sampled_from(["-", " ", "", "　", " - "]))
def test_spacing_case_and_width_do_not_matter(code: bytes, between: str) -> None:
    typed = between.join(recovery.encode(code)).lower()
    wide = typed.translate({0x21 + n: 0xFF01 + n for n in range(94)})
    assert recovery.decode(typed) == recovery.decode(wide) == code


@given(CODES, PLACES, st.sampled_from(recovery.ALPHABET))
def test_every_wrong_character_is_noticed_and_its_group_named(code: bytes, place: int, letter: str) -> None:
    text = "".join(recovery.encode(code))
    if text[place] == letter:
        return
    with pytest.raises(RecoveryCodeMistyped) as caught:
        recovery.decode(text[:place] + letter + text[place + 1 :])
    assert caught.value.group == place // recovery.GROUP_LENGTH + 1


@given(CODES, st.integers(0, recovery.GROUPS - 1), st.integers(0, recovery.GROUP_LENGTH - 2))
def test_swapped_neighbours_are_noticed(code: bytes, group: int, at: int) -> None:
    text = list("".join(recovery.encode(code)))
    left = group * recovery.GROUP_LENGTH + at
    if text[left] == text[left + 1]:
        return
    text[left], text[left + 1] = text[left + 1], text[left]
    with pytest.raises(RecoveryCodeMistyped) as caught:
        recovery.decode("".join(text))
    assert caught.value.group == group + 1


@given(CODES, st.integers(0, recovery.GROUPS - 1), st.integers(0, recovery.GROUPS - 1))
def test_groups_in_the_wrong_order_are_noticed(code: bytes, left: int, right: int) -> None:
    groups = list(recovery.encode(code))
    if left == right:
        return
    groups[left], groups[right] = groups[right], groups[left]
    with pytest.raises(RecoveryCodeMistyped) as caught:
        recovery.decode(" ".join(groups))
    assert caught.value.group == min(left, right) + 1


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert len(recovery.decode(text)) == recovery.CODE_BYTES
    except (RecoveryCodeIncomplete, RecoveryCodeMistyped):
        return


def test_a_draft_is_checked_by_its_positions_and_can_be_forgotten() -> None:
    draft = recovery.SheetDraft(2, "ab" * 16, 7, date(2026, 11, 24), bytes(32))
    code = recovery.decode("-".join(draft.sheet.groups))
    assert draft.recovery_key == ciphers.exchange_public(recovery.private_key(code, "ab" * 16))
    for position in range(1, recovery.GROUPS):
        assert not draft.confirm(position, draft.sheet.groups[position - 1])
        assert draft.confirm(position, draft.sheet.groups[position].lower())
        assert not draft.confirmed, "the first group is one of those that have to be typed"
    assert draft.confirm(0, draft.sheet.groups[0])
    assert draft.confirmed
    draft.forget()
    with pytest.raises(recovery.SheetForgotten):
        draft.sheet.qr_text  # noqa: B018
    assert all(not isinstance(value, recovery.RecoverySheet) for value in vars(draft).values())


def test_letters_that_look_alike_are_understood() -> None:
    code = bytes(recovery.CODE_BYTES)
    groups = recovery.encode(code)
    assert groups[0].startswith("0000")
    assert recovery.decode("-".join(groups).replace("0", "O").replace("1", "l")) == code


def test_the_qr_text_opens_like_the_printed_code() -> None:
    code = bytes(range(recovery.CODE_BYTES))
    sheet = recovery.make_sheet(code, 3, "ab" * 16, 7, date(2026, 11, 24), bytes(32))
    assert recovery.decode(sheet.qr_text) == code
    assert sheet.qr_text.split(":")[2:5] == ["ab" * 16, "7", "3"]
    assert "groups" not in repr(sheet)
    assert sheet.groups[0] not in repr(sheet)


@pytest.mark.parametrize(
    "typed", [":-", "+=", "'/", "：ー"], ids=["same", "american", "japanese", "input method"]
)
def test_a_scanner_of_another_keyboard_layout_is_understood(typed: str) -> None:
    code = bytes(range(recovery.CODE_BYTES))
    text = recovery.make_sheet(code, 3, "ab" * 16, 7, date(2026, 11, 24), bytes(32)).qr_text
    assert recovery.decode(text.translate(str.maketrans(":-", typed))) == code


def test_each_group_is_judged_as_soon_as_it_is_typed() -> None:
    groups = recovery.encode(bytes(range(recovery.CODE_BYTES)))
    typed = "-".join(groups)
    assert recovery.judged("") == recovery.judged(groups[0][:4]) == ()
    assert recovery.judged(typed[:16]) == (True, True)
    assert recovery.judged(typed) == (True,) * 8
    swapped = " ".join([groups[1], groups[0], *groups[2:]])
    assert recovery.judged(swapped) == (False, False, *[True] * 6)
    assert recovery.judged("UUUUU") == (False,)
    assert len(recovery.judged(typed + typed)) == 8


def test_a_qr_text_is_not_judged_while_the_scanner_still_types() -> None:
    sheet = recovery.make_sheet(bytes(20), 3, "ab" * 16, 7, date(2026, 11, 24), bytes(32))
    assert {
        recovery.judged(sheet.qr_text[:length]) for length in (17, 40, 57, 80, len(sheet.qr_text) - 1)
    } == {()}
    assert recovery.judged(sheet.qr_text) == (True,) * 8
