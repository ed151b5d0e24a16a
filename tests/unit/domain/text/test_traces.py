"""What names somebody in a field for a whole name, and how values are found in and taken out of texts."""

from __future__ import annotations

import pytest

from hvacdesk.domain.customers.customers import Address, PersonName
from hvacdesk.domain.text.named_people import NamedPeople, named_in
from hvacdesk.domain.text.traces import Blackout, Trace, Written
from hvacdesk.domain.text.written_places import place_forms

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


HOME = Address("4640811", "愛知県", "名古屋市千種区", "唐山町", "3丁目41-7", "メゾン唐山 502号室")
HIDDEN_HOME = Blackout([Trace(places=place_forms(HOME))])


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("唐山町3丁目41-7の2階", "●●●の2階"),
        ("場所は愛知県名古屋市千種区唐山町三丁目41番7号", "場所は愛知県名古屋市千種区●●●"),
        ("唐山町３－４１－７へ、唐山町3丁目41-7の裏", "●●●へ、●●●の裏"),
        ("3丁目41番7号です", "●●●です"),
        ("唐山町3-41-7-502のエアコン", "●●●のエアコン"),
        ("メゾン唐山502の寝室", "●●●の寝室"),
        ("メゾン唐山　５０２号室", "●●●"),
    ],
)
def test_a_place_is_taken_out_however_its_numbers_are_written(written: str, left: str) -> None:
    assert HIDDEN_HOME(written) == left


@pytest.mark.parametrize(
    "written",
    [
        *("唐山町3丁目41-75", "13-41-7", "2-3-41-7", "唐山町の現場", "配管3mと41-7", "メゾン唐山"),
        "名古屋市千種区唐山町",
    ],
)
def test_what_is_no_place_of_theirs_stays(written: str) -> None:
    assert HIDDEN_HOME(written) == written


def test_a_short_street_counts_with_its_town_alone() -> None:
    short = Blackout([Trace(places=place_forms(Address(town="栄", street="1-2", building="A棟")))])
    assert short("栄1丁目2のA棟、1-2台") == "●●●のA棟、1-2台"
    nowhere = Blackout([Trace(places=place_forms(Address(city="西浦町", street="12")))])
    assert nowhere("西浦町12、栄12") == "●●●、栄12"
    assert place_forms(Address(town="栄")) == place_forms(Address()) == ()
