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
    "text",
    ["", "奥様", "本人", "管理人", "管理人室", "ご主人", "店長 佐藤", "山田様", "㈱栄ビル", "佐藤様方"],
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
        ("唐山町三ノ四十一ノ七です", "●●●です"),
        ("三ノ四十一ノ七の裏", "●●●の裏"),
        ("三の四一の七", "●●●"),
        ("三之四十一之七", "●●●"),
        ("３ノ４１ノ７へ", "●●●へ"),
        ("唐山町三―四一―七", "●●●"),
        ("唐山町三ノ四十一ノ七ノ五〇二号室のエアコン", "●●●のエアコン"),
        ("唐山町三ノ四十一ノ七の二階", "●●●の二階"),
        ("唐山町の3丁目 41番地 7号", "●●●"),
        ("メゾン唐山五〇二の寝室", "●●●の寝室"),
        ("メゾン唐山五○二", "●●●"),
        ("メゾン唐山の五〇二号室", "●●●"),
        ("メゾン唐山の502", "●●●"),
        ("メゾン唐山（502）", "●●●）"),
        ("メゾン唐山-502号室", "●●●"),
        ("502号室へ", "●●●へ"),
        ("５階５０２号室の寝室", "５階●●●の寝室"),
        ("五〇二号室", "●●●"),
        ("五百二号室", "●●●"),
        ("A-502 号室、502室", "A-●●●、●●●"),
        ("502号室外機", "●●●室外機"),
        ("502号室と、もう一度502号室", "●●●と、もう一度●●●"),
        ("第一3-41-7", "第一●●●"),
    ],
)
def test_a_place_is_taken_out_however_its_numbers_are_written(written: str, left: str) -> None:
    assert HIDDEN_HOME(written) == left


@pytest.mark.parametrize(
    "neighbour",
    ["唐山町3丁目41番70号", "唐山町三丁目四十一番七十号", "唐山町３－４１－７０", "3-41-70", "13-41-7"],
)
@pytest.mark.parametrize("behind", ["", "の裏", "の裏、ガスメーターの横から二台目"])
def test_a_neighbours_number_that_begins_alike_stays_whole(neighbour: str, behind: str) -> None:
    for own in ("唐山町3丁目41番7号", "唐山町三丁目四十一番七号"):
        assert HIDDEN_HOME(f"{neighbour}の隣、{own}{behind}") == f"{neighbour}の隣、●●●{behind}"
        assert HIDDEN_HOME(f"{own}、隣は{neighbour}{behind}") == f"●●●、隣は{neighbour}{behind}"


@pytest.mark.parametrize(
    "written",
    [
        "RAS-502号機、502号機、RAS-502、502室外機、RAS502室内機、502室温、502円、502号、502台",
        "1502号室、五〇二〇号室、501号室、一五〇二号室、5 0 2 1号室",
        "3+41、2.5×3、3×41×7、3/41/7、41-7、四十一の七、三の四十一",
        "十三ノ四十一ノ七、三ノ四十一ノ七十、三ノ四十二ノ七、三年四十一か月七日",
        "メゾン唐山五〇三、メゾン唐山の五階、メゾン唐山の5020",
        "2026-03-41、三月四十一、合計3,417円、No.3-41",
        *("唐山町3丁目41-75", "13-41-7", "2-3-41-7", "唐山町の現場", "配管3mと41-7", "メゾン唐山"),
        "名古屋市千種区唐山町",
    ],
)
def test_what_is_no_place_of_theirs_stays(written: str) -> None:
    assert HIDDEN_HOME(written) == written


def test_a_short_street_counts_with_its_town_alone() -> None:
    short = Blackout([Trace(places=place_forms(Address(town="栄", street="1-2", building="A棟")))])
    assert short("栄1丁目2のA棟、1-2台") == "●●●のA棟、1-2台"
    assert short("栄の1-2台、栄(1-2台)、栄町1-2") == "栄の1-2台、栄(1-2台)、栄町1-2"
    nowhere = Blackout([Trace(places=place_forms(Address(city="西浦町", street="12")))])
    assert nowhere("西浦町12、栄12") == "●●●、栄12"
    assert place_forms(Address(town="栄")) == place_forms(Address()) == ()


@pytest.mark.parametrize(
    ("building", "room"),
    [
        ("メゾン唐山 502号室", "502"),
        ("メゾン唐山五〇二", "502"),
        ("パーク21 502", "502"),
        ("A棟１０１", "101"),
        ("コーポ 2号室", "2"),
        ("コーポ2", ""),
        ("唐山ビル", ""),
        ("第2ビル 3F", ""),
        ("", ""),
    ],
)
def test_a_room_by_itself_is_known_by_its_building(building: str, room: str) -> None:
    forms = [one for one in place_forms(Address(building=building)) if one.endswith("号室")]
    assert forms == ([f"{room}号室"] if room else [])


def test_a_second_machine_is_no_room() -> None:
    clean = Blackout([Trace(places=place_forms(Address(building="コーポ 2号室")))])
    assert clean("2号室の2号室外機、2号機、12号室、二号室") == "●●●の2号室外機、2号機、12号室、●●●"


def test_a_town_with_a_numeral_in_its_name_is_found_in_either_writing() -> None:
    clean = Blackout(
        [Trace(places=place_forms(Address(town="三好町", street="3-5", building="第一ビル 301")))]
    )
    assert clean("三好町三ノ五、三好町3-5、第一ビル三〇一、三好町の三人") == "●●●、●●●、●●●、三好町の三人"
    sapporo = Blackout([Trace(places=place_forms(Address(town="北1条西", street="3丁目5")))])
    assert sapporo("北一条西三丁目五、北1条西3-5") == "●●●、●●●"
