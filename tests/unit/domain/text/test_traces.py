"""What names somebody in a field for a whole name, and how values are found in and taken out of texts."""

from __future__ import annotations

import pytest

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.text.named_people import NamedPeople, named_in
from hvacdesk.domain.text.traces import Blackout, Trace, Written

NAME = PersonName("別所", "佐代里")


@pytest.mark.parametrize("text", ["別所 佐代里", "別所　佐代里 様", "佐藤花子", "森 学"])
def test_a_name_with_both_parts_names_somebody(text: str) -> None:
    assert named_in(text) != NamedPeople()


@pytest.mark.parametrize(
    "text", ["", "奥様", "本人", "管理人", "管理人室", "ご主人", "店長 佐藤", "山田様", "㈱栄ビル"]
)
def test_a_part_or_a_role_names_nobody(text: str) -> None:
    assert named_in(text) == NamedPeople()


@pytest.mark.parametrize("text", ["別所佐代里", "別所　佐代里", "別所\n佐代里様"])
def test_a_name_is_found_however_it_is_spaced(text: str) -> None:
    assert Written(text).holds(Trace(names=(NAME,)))
    assert "佐代里" not in Blackout([Trace(names=(NAME,))])(text)


@pytest.mark.parametrize(
    "text", ["090-6666-1234", "０９０ ６６６６ １２３４", "+81 90-6666-1234", "090(6666)1234まで"]
)
def test_a_number_is_found_however_it_is_written(text: str) -> None:
    trace = Trace(numbers=("090-6666-1234",))
    assert Written(text).holds(trace)
    assert "1234" not in Blackout([trace])(text)
    assert "１２３４" not in Blackout([trace])(text)


def test_a_mailbox_is_found_in_capitals_and_an_extension_as_it_is_written() -> None:
    assert Written("SAYORI@B.EXAMPLE へ").holds(Trace(words=("sayori@b.example",)))
    assert Written("内線123").holds(Trace(numbers=("123",)))
    assert not Written("1-2-3").holds(Trace(numbers=("123",)))
    assert not Written("別所様へのFAX").holds(Trace(names=(NAME, PersonName("別所"))))
