"""The wire form: strict both ways, and judged before anything of ours is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import Enum, StrEnum
from pathlib import Path
from typing import Annotated, Any, ClassVar, NamedTuple

import msgspec
import pytest

from hvacdesk.domain.errors import (
    ChangedMeanwhile,
    InvalidInput,
    NotPermitted,
    TooLong,
    Unfinished,
    UnprintableCharacter,
    UserFacingError,
)
from hvacdesk.domain.text.input_checks import clean_text
from hvacdesk.domain.text.wording import Phrase, phrase
from hvacdesk.seats import wire
from hvacdesk.seats.wire import NotForTheWire, UnreadableBody, Wire
from hvacdesk.services.language import words_for
from hvacdesk.store.oversight.log_text import Garbled

body_of = msgspec.msgpack.encode


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Size(Enum):
    SMALL = 1


class Spot(NamedTuple):
    name: str
    at: date


@dataclass(frozen=True)
class Part:
    """Notes when it is made."""

    number: int
    colour: Colour = Colour.RED
    made: ClassVar[list[object]] = []

    def __post_init__(self) -> None:
        Part.made.append(self)


@dataclass(frozen=True)
class Special(Part):
    secret: str = ""


@dataclass(frozen=True)
class Whole:
    parts: tuple[Part, ...]
    spots: Mapping[Colour, Spot] = field(default_factory=dict)
    share: float | None = None
    by: Sequence[str] = ()


WHOLE = Whole((Part(1), Part(2, Colour.BLUE)), {Colour.BLUE: Spot("角", date(2026, 11, 29))}, 0.5, ("a",))
PLAIN: dict[str, Any] = {
    "parts": [{"number": 1, "colour": "red"}, {"number": 2, "colour": "blue"}],
    "spots": {"blue": ["角", "2026-11-29"]},
    "share": 0.5,
    "by": ["a"],
}


def test_a_value_comes_back_as_it_was() -> None:
    codec: Wire[Whole] = Wire(Whole)
    assert codec.unpack(codec.pack(WHOLE)) == WHOLE
    assert msgspec.msgpack.decode(codec.pack(WHOLE)) == PLAIN
    assert codec.unpack(body_of(PLAIN)) == WHOLE


REFUSED: dict[str, tuple[Any, bytes]] = {
    "an unknown field": (Whole, body_of({**PLAIN, "more": 1})),
    "an unknown field within": (
        Whole,
        body_of({**PLAIN, "parts": [{"number": 1, "colour": "red", "x": 0}]}),
    ),
    "a field of a subclass": (Part, body_of({"number": 1, "colour": "red", "secret": "x"})),
    "a missing field": (Whole, body_of({"parts": []})),
    "a missing field that has a default": (Part, body_of({"number": 1})),
    "a text as a number": (int, body_of("1")),
    "a number as a text": (str, body_of(1)),
    "a truth as a number": (int, body_of(True)),
    "a number as a truth": (bool, body_of(1)),
    "a fraction as a whole number": (int, body_of(1.0)),
    "nothing where something is": (str, body_of(None)),
    "a text as a list of texts": (tuple[str, ...], body_of("abc")),
    "a map as a list": (tuple[str, ...], body_of({"a": "b"})),
    "a list as a map": (dict[str, str], body_of([["a", "b"]])),
    "a member that there is not": (Colour, body_of("green")),
    "a member's name": (Size, body_of("SMALL")),
    "a day that there is not": (date, body_of("2026-02-30")),
    "a moment as a day": (date, body_of("2026-02-03T00:00:00Z")),
    "too few parts": (tuple[int, str], body_of([1])),
    "too many parts": (tuple[int, str], body_of([1, "a", 2])),
    "too few parts of a named one": (Spot, body_of(["角"])),
    "no number": (float, body_of(float("nan"))),
    "a number without end": (float, body_of(float("-inf"))),
    "a number past 64 bits": (int, body_of(2**63)),
    "half a character": (str, b"\xa3\xed\xa0\x80"),
    "bytes that are no text": (str, b"\xa1\xff"),
    "more than one value": (int, b"\x01\x02"),
    "less than one value": (Whole, body_of(PLAIN)[:-1]),
    "no value": (int, b""),
    "too many entries": (tuple[int, ...], body_of([0] * (wire.MOST_ENTRIES + 1))),
    "too many pairs": (dict[int, int], body_of(dict.fromkeys(range(wire.MOST_ENTRIES + 1), 0))),
    "a list that says it is longer than memory": (tuple[int, ...], b"\xdd\xff\xff\xff\xff"),
    "too long a text": (str, body_of("a" * (wire.MOST_CHARACTERS + 1))),
    "a kind of its own": (object, msgspec.msgpack.encode(msgspec.msgpack.Ext(5, b"x"))),
    "no plain value": (object, body_of({"class": "os.system"})),
    "two plain values in one": (object, body_of({"day": "2026-01-01", "moment": "2026-01-01"})),
    "no number among plain values": (object, body_of([float("nan")])),
    "plain values too deep": (object, b"\x91" * 25 + b"\xc0"),
    "plain values deeper than any stack": (object, b"\x91" * 500_000),
    "bytes as a plain value": (object, body_of(b"x")),
    "too many plain values": (object, body_of([0] * 10_001)),
    "too many pairs of plain values": (object, body_of({"map": [[n, 0] for n in range(10_001)]})),
}


@pytest.mark.parametrize(("hint", "body"), REFUSED.values(), ids=REFUSED)
def test_what_the_hint_does_not_say_is_refused(hint: Any, body: bytes) -> None:
    with pytest.raises(UnreadableBody):
        Wire[Any](hint).unpack(body)


def test_a_body_that_is_too_long_is_not_looked_at() -> None:
    assert Wire[bytes](bytes, most_bytes=10).unpack(body_of(b"12345678")) == b"12345678"
    with pytest.raises(UnreadableBody):
        Wire[bytes](bytes, most_bytes=10).unpack(body_of(b"123456789"))
    with pytest.raises(NotForTheWire):
        Wire[bytes](bytes, most_bytes=10).pack(b"123456789")


@pytest.mark.parametrize(
    "spoiled",
    [{"by": "a"}, {"more": 1}, {"share": float("nan")}, {"spots": {"blue": ["角", "2026-02-30"]}}],
)
def test_nothing_is_made_of_a_body_whose_last_field_is_wrong(spoiled: dict[str, Any]) -> None:
    codec: Wire[Whole] = Wire(Whole)
    codec.unpack(body_of(PLAIN))
    Part.made.clear()
    with pytest.raises(UnreadableBody):
        codec.unpack(body_of({**PLAIN, **spoiled}))
    assert Part.made == []


@pytest.mark.parametrize("hint", [str, object])
def test_half_a_character_arrives_as_one_that_every_field_refuses(hint: Any) -> None:
    codec: Wire[Any] = Wire(hint)
    assert codec.unpack(codec.pack("名\ud800𠮷")) == "名\x1a𠮷"
    with pytest.raises(UnprintableCharacter):
        clean_text("note", codec.unpack(codec.pack("\udfff")), limit=10)


@pytest.mark.parametrize("hint", [str, Any, tuple[str, ...]])
def test_a_text_of_a_class_of_its_own_arrives_as_a_text(hint: Any) -> None:
    """So the log reads what somebody spoiled in its file."""
    spoiled = Garbled("1970-01-01T00:00:00Z")
    value = (spoiled,) if hint == tuple[str, ...] else spoiled
    arrived = Wire[Any](hint).unpack(Wire[Any](hint).pack(value))
    assert arrived == value
    assert type(arrived[0] if isinstance(arrived, tuple) else arrived) is str


def test_a_refusal_tells_nothing_of_the_body() -> None:
    with pytest.raises(UnreadableBody) as caught:
        Wire[int](int).unpack(body_of("田中"))
    assert str(caught.value) == ""
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


@pytest.mark.parametrize(
    ("hint", "value"),
    [
        (Part, Special(1, Colour.RED, "秘密")),
        (Part, {"number": 1, "colour": "red"}),
        (Colour, "red"),
        (date, datetime(2026, 1, 1, tzinfo=UTC)),
        (int, True),
        (int, 2**64),
        (float, float("inf")),
        (float, "1"),
        (str, 1),
        (str, None),
        (tuple[str, ...], "abc"),
        (tuple[int, str], (1, "a", 2)),
        (dict[str, int], [("a", 1)]),
        (Mapping[str, object], {"a": Special(1)}),
        (object, object()),
        (object, float("nan")),
        (object, 2**64),
        (UserFacingError, ValueError("x")),
        (InvalidInput, NotPermitted(permission="bill")),
        (Annotated[Mapping[str, object], Part], {"secret": "x"}),
        (Annotated[Mapping[str, object], Part], Special(1, Colour.RED, "秘密")),
    ],
)
def test_a_value_that_its_hint_does_not_allow_does_not_leave(hint: Any, value: object) -> None:
    """What a subclass holds besides, for one, is nothing that whoever wrote the hint has thought of."""
    with pytest.raises(NotForTheWire) as caught:
        Wire[Any](hint).pack(value)
    assert "秘密" not in str(caught.value)


@dataclass(frozen=True)
class Loop:
    inner: Loop | None = None


@pytest.mark.parametrize(
    "hint", [Part | Spot, Part | Special | None, Callable[[int], int], Path, type[Part], Exception]
)
def test_a_hint_that_cannot_be_told_apart_or_carried_has_no_codec(hint: Any) -> None:
    with pytest.raises(NotForTheWire):
        Wire(hint)


def test_a_class_that_contains_itself_has_no_codec() -> None:
    with pytest.raises(RecursionError):
        Wire(Loop)


# Plain values


@pytest.mark.parametrize(
    "value",
    [
        None,
        {"fields": ["name", "phone"], "count": 3, "share": 0.5, "on": date(2026, 1, 2), "done": True},
        (1, (2, [3, ()]), {}, {1: "a", "b": Phrase("Customers", "Suspended")}),
        datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
        {"day": "not a day"},
        {"tuple": [1], "map": {}},
    ],
)
def test_a_plain_value_comes_back_as_it_was(value: object) -> None:
    codec: Wire[object] = Wire(object)
    assert codec.unpack(codec.pack(value)) == value


def test_codes_and_files_among_plain_values_arrive_as_texts() -> None:
    codec: Wire[object] = Wire(object)
    assert codec.unpack(codec.pack([Colour.RED, Size.SMALL, Path("a/b")])) == ["red", 1, str(Path("a/b"))]


# Some fields of a record


@dataclass(frozen=True)
class Address:
    city: str = ""
    street: str = ""


@dataclass(frozen=True)
class Record:
    kind: Colour
    address: Address = Address()
    spare: Address | None = None
    phones: tuple[Part, ...] = ()


CHANGES = Annotated[Mapping[str, object], Record]


@pytest.mark.parametrize(
    ("changes", "arrive"),
    [
        ({}, {}),
        ({"kind": Colour.BLUE}, {"kind": Colour.BLUE}),
        ({"address": {"city": "名古屋"}}, {"address": {"city": "名古屋"}}),
        ({"address": Address("名古屋", "")}, {"address": {"city": "名古屋", "street": ""}}),
        ({"spare": None}, {"spare": None}),
        ({"phones": (Part(1),)}, {"phones": (Part(1),)}),
        ({"phones": {0: None, 2: Part(2)}}, {"phones": {0: None, 2: Part(2)}}),
    ],
)
def test_named_fields_arrive_and_no_others(changes: dict[str, object], arrive: dict[str, object]) -> None:
    codec: Wire[Mapping[str, object]] = Wire(CHANGES)
    assert codec.unpack(codec.pack(changes)) == arrive


@pytest.mark.parametrize(
    "body",
    [{"other": 1}, {"kind": "green"}, {"address": {"land": "x"}}, {"address": "x"}, {"phones": {"a": None}}],
)
def test_a_field_that_the_record_has_not_is_refused(body: dict[str, object]) -> None:
    with pytest.raises(UnreadableBody):
        Wire[Any](CHANGES).unpack(body_of(body))


# Errors


class Full(UserFacingError):
    """An error of a test, with fields of its own."""

    what = phrase("Errors", "There are {count} already.")
    todo = phrase("Errors", "Wait.")

    def __init__(self, count: int) -> None:
        super().__init__(count=count)
        self.count = count


@pytest.mark.parametrize(
    "error",
    [
        ChangedMeanwhile(),
        TooLong("note", 400, part="family"),
        NotPermitted(permission="bill"),
        Full(3),
        Unfinished(Unfinished(Full(4))),
    ],
)
def test_an_error_comes_back_with_its_class_its_fields_and_its_words(error: UserFacingError) -> None:
    codec: Wire[UserFacingError] = Wire(UserFacingError)
    back = codec.unpack(codec.pack(error))
    assert type(back) is type(error)
    assert {**vars(back), "cause": 0} == {**vars(error), "cause": 0}
    for language in ("ja", "en"):
        assert back.sentences(words_for(language)) == error.sentences(words_for(language))


@pytest.mark.parametrize(
    "body",
    [
        {"name": "NotPermitted", "state": {"details": {"map": []}}, "cause": None},
        {"name": "ValueError", "state": {}, "cause": None},
        {"name": "SystemExit", "state": {}, "cause": None},
        {"name": "InvalidInput", "state": {}, "cause": None},
        {"name": "InvalidInput", "state": {"details": {"map": []}, "what": "x"}, "cause": None},
        {"name": "InvalidInput", "state": {"details": {"map": []}, "sentences": 1}, "cause": None},
        {"name": "InvalidInput", "state": {"details": {"map": []}, "__class__": 1}, "cause": None},
        {"name": "InvalidInput", "state": {"details": [1]}, "cause": None},
        {"name": "TooLong", "state": {"details": {"map": []}}, "cause": None},
        {"name": "InvalidInput", "state": {"details": {"map": []}}, "cause": None, "more": 1},
        {
            "name": "InvalidInput",
            "state": {"details": {"map": []}},
            "cause": {"name": "KeyError", "state": {}},
        },
    ],
)
def test_an_error_of_another_family_or_with_other_fields_is_refused(body: dict[str, object]) -> None:
    with pytest.raises(UnreadableBody):
        Wire[Any](InvalidInput).unpack(body_of(body))


def test_errors_behind_each_other_without_end_are_refused() -> None:
    body: dict[str, Any] | None = {"name": "Full", "state": {"details": {"map": [["count", 1]]}, "count": 1}}
    for _time in range(6):
        body = {"name": "Unfinished", "state": {"details": {"map": [["cause", "x"]]}}, "cause": body}
    with pytest.raises(UnreadableBody):
        Wire[Any](UserFacingError).unpack(body_of(body))


def test_an_error_s_own_notes_stay_where_it_was_raised() -> None:
    error = ChangedMeanwhile()
    error.add_note("田中 次郎")
    assert "田中".encode() not in Wire[UserFacingError](UserFacingError).pack(error)
