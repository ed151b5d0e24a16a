"""Hypothesis strategies that spoil what the program wrote: bytes at random, and JSON in its structure."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import strategies as st

Path = tuple[Any, ...]

WORST_TEXTS = ("", " ", "\x00", "\ud800", "é" * 5_000, "0" * 33, "-1", "９", "../../x", "\u202e", "[" * 2_000)
WORST_VALUES = (
    *(None, True, False, 0, -1, 1, 2**31, 2**53, 2**64, -(2**70), 10**400, 0.5, -0.0, 1e308),
    *(float("inf"), float("nan"), [], {}, [[]], [None], {"": None}, [[]] * 50),
    *WORST_TEXTS,
)
"""What a reader that believes its file would stumble over; no float holds 10**400."""


def bytes_like(original: bytes) -> st.SearchStrategy[bytes]:
    """Variants of a file: flipped, cut, doubled and inserted bytes, or something else altogether."""
    place = st.integers(0, len(original))

    @st.composite
    def spoiled(draw: st.DrawFn) -> bytes:
        content = bytearray(original)
        for _ in range(draw(st.integers(1, 4))):
            SPOILERS[draw(st.integers(0, len(SPOILERS) - 1))](content, draw(place), draw)
        return bytes(content)

    return st.one_of(spoiled(), spoiled(), st.binary(max_size=200))


def _flip(content: bytearray, at: int, draw: st.DrawFn) -> None:
    if content:
        content[at % len(content)] ^= 1 << draw(st.integers(0, 7))


def _cut(content: bytearray, at: int, _draw: st.DrawFn) -> None:
    del content[at:]


def _take_out(content: bytearray, at: int, draw: st.DrawFn) -> None:
    del content[at : at + draw(st.integers(1, 40))]


def _double(content: bytearray, at: int, draw: st.DrawFn) -> None:
    content[at:at] = content[at : at + draw(st.integers(1, 200))]


def _insert(content: bytearray, at: int, draw: st.DrawFn) -> None:
    content[at:at] = draw(
        st.sampled_from((b"\x00", b"\n", b"\r\n", b"\xff", b'"', b"[" * 3_000, b"9" * 5_000))
    )


SPOILERS: tuple[Callable[[bytearray, int, st.DrawFn], None], ...] = (
    _flip,
    _cut,
    _take_out,
    _double,
    _insert,
)


def json_like(original: Any) -> st.SearchStrategy[Any]:
    """Variants of a JSON value in which some places hold something else, or nothing."""
    places = list(_places(original))

    @st.composite
    def spoiled(draw: st.DrawFn) -> Any:
        value = copy.deepcopy(original)
        for _ in range(draw(st.integers(1, 2))):
            value = _with(value, draw(st.sampled_from(places)), draw)
        return value

    return spoiled()


def dumped(value: Any) -> bytes:
    """JSON as an attacker writes it, lone surrogates, infinity and all."""
    return json.dumps(value).encode("ascii")


def _places(value: Any, path: Path = ()) -> Iterator[Path]:
    yield path
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield from _places(part, (*path, key))


def _with(value: Any, path: Path, draw: st.DrawFn) -> Any:
    junk = st.one_of(st.sampled_from(WORST_VALUES), st.integers(), st.text(max_size=40))
    if not path:
        return copy.deepcopy(draw(junk))
    parent = value
    try:
        for key in path[:-1]:
            parent = parent[key]
        if draw(st.booleans()) and draw(st.booleans()):
            del parent[path[-1]]
        else:
            parent[path[-1]] = copy.deepcopy(draw(junk))  # a later change may go into it
    except (KeyError, IndexError, TypeError):
        return value  # an earlier change took this place away
    return value
